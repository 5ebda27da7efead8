/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-lex.h"

#include "fact/date-lex-rows.h"
#include "fact/word.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;
}

/* Of ASCII, and no blank. */
static bool is_printed(char c)
{
	return c > ' ' && c < 0x7F;
}

static uint32_t skip_blanks(struct tc_str text, uint32_t at,
			    struct tc_lex *lex)
{
	const char *p = text.p + at, *end = tc_str_end(text);

	/* mostly one or none */
	if (end - p > 1 && *p == ' ' && is_printed(p[1])) {
		lex->apart = true;
		return at + 1;
	}
	if (p < end && is_printed(*p))
		return at;
	for (int i = 0; i < TC_LEX_BLANKS_MAX && p < end; i++) {
		const char *next = p;
		const uint32_t c = tc_utf8_next(&next, end);
		if (!is_blank(c))
			break;
		lex->apart = true;
		lex->line |= c == '\n';
		p = next;
	}
	return (uint32_t)(p - text.p);
}

static void lex_number(struct tc_str text, struct tc_lex *lex)
{
	lex->kind = TC_LEX_NUMBER;
	while (lex->end < text.n && lex->digits < TC_LEX_DIGITS_MAX) {
		const char c = text.p[lex->end];
		if (c < '0' || c > '9')
			break;
		lex->value = lex->value * 10 + (uint32_t)(c - '0');
		lex->digits++;
		lex->end++;
	}
}

static void look_up(struct tc_str lower, struct tc_lex *lex)
{
	for (uint32_t at = tc_str_hash(lower, 0);; at++) {
		const unsigned row = tc_word_lex[at % TC_WORD_LEX_SLOTS];
		if (!row)
			return;
		if (!tc_str_is(lower, lex_rows[row - 1].spelling))
			continue;
		lex->word = lex_rows[row - 1].word;
		lex->value = lex_rows[row - 1].value;
		return;
	}
}

static void lex_word(struct tc_str text, struct tc_lex *lex)
{
	const char *p = text.p + lex->start, *end = tc_str_end(text);
	char lower[TC_LEX_WORD_MAX + 4];
	size_t n = 0;

	lex->kind = TC_LEX_WORD;
	while (p < end && n < TC_LEX_WORD_MAX) {
		const char *next = p;
		const uint32_t c = tc_utf8_next(&next, end);
		const struct tc_letter *const l = tc_letter_of(c);
		const bool coded = l->info && TC_LETTER(l->info) < TC_LETTER_ZERO;
		if (!coded && (c < 0x80 || !tc_char_is_letter(c)))
			break;
		if (!n)
			lex->upper = coded ? l->info & TC_LETTER_UPPER
					   : tc_char_is_upper(c);
		if (coded) {
			memcpy(lower + n, l->lower.p, sizeof l->lower.p);
			n += l->lower.n;
		} else {
			n += tc_utf8_put(lower + n, tc_char_lower(c));
		}
		p = next;
	}
	lex->end = (uint32_t)(p - text.p);
	look_up(tc_str(lower, n), lex);
}

static enum tc_lex_kind sign_kind(uint32_t c)
{
	switch (c) {
	case '/':
		return TC_LEX_SLASH;
	case '.':
		return TC_LEX_DOT;
	case ',':
		return TC_LEX_COMMA;
	case ':':
		return TC_LEX_COLON;
	case '(':
		return TC_LEX_OPEN;
	case '-':
	case 0x2212:
		return TC_LEX_DASH;
	default:
		return c >= 0x2010 && c <= 0x2015 ? TC_LEX_DASH : TC_LEX_OTHER;
	}
}

static inline struct tc_lex lex_at(struct tc_str text, uint32_t at)
{
	struct tc_lex lex = { .kind = TC_LEX_END };

	at = skip_blanks(text, at, &lex);
	lex.start = lex.end = at;
	if (TC_UNLIKELY(at >= text.n))
		return lex;
	const char *p = text.p + at;
	const uint32_t c = tc_utf8_next(&p, tc_str_end(text));
	lex.end = (uint32_t)(p - text.p);
	if (is_blank(c)) {
		lex.end = at;
	} else if (c >= '0' && c <= '9') {
		lex.end = at;
		lex_number(text, &lex);
	} else if (tc_letter_info(c) || tc_char_is_letter(c)) {
		lex_word(text, &lex);
	} else {
		lex.kind = sign_kind(c);
	}
	return lex;
}

void tc_date_lex(struct tc_str text, uint32_t at, struct tc_lex *lex)
{
	*lex = lex_at(text, at);
}
