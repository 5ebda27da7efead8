/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-lex.h"

#include "fact/wordset.h"
#include "text/fold.h"
#include "text/utf8.h"

/* Both spellings stand here, because a text typed without marks is to be
 * read as well, while "thắng 3-2" (won by 3 to 2) is no month. */
static const struct word {
	const char *spelling;
	enum tc_lex_word word;
	uint32_t value;
} words[] = {
	{ "ngày", TC_WORD_NGAY, 0 }, { "ngay", TC_WORD_NGAY, 0 },
	{ "tháng", TC_WORD_THANG, 0 }, { "thang", TC_WORD_THANG, 0 },
	{ "quý", TC_WORD_QUY, 0 }, { "qúy", TC_WORD_QUY, 0 },
	{ "quí", TC_WORD_QUY, 0 }, { "quy", TC_WORD_QUY, 0 },
	{ "q", TC_WORD_QUY, 0 },
	{ "năm", TC_WORD_NAM, 5 }, { "nam", TC_WORD_NAM, 5 },
	{ "đến", TC_WORD_TO, 0 }, { "den", TC_WORD_TO, 0 },
	{ "tới", TC_WORD_TO, 0 }, { "to", TC_WORD_TO, 0 },
	{ "và", TC_WORD_AND, 0 }, { "va", TC_WORD_AND, 0 },
	{ "and", TC_WORD_AND, 0 },
	{ "hết", TC_WORD_UNTIL, 0 }, { "het", TC_WORD_UNTIL, 0 },
	{ "sáng", TC_WORD_DAYPART, 0 }, { "sang", TC_WORD_DAYPART, 0 },
	{ "trưa", TC_WORD_DAYPART, 0 }, { "trua", TC_WORD_DAYPART, 0 },
	{ "chiều", TC_WORD_DAYPART, 0 }, { "chieu", TC_WORD_DAYPART, 0 },
	{ "tối", TC_WORD_DAYPART, 0 }, { "đêm", TC_WORD_DAYPART, 0 },
	{ "một", TC_WORD_MONTH, 1 }, { "hai", TC_WORD_MONTH, 2 },
	{ "ba", TC_WORD_MONTH, 3 }, { "tư", TC_WORD_MONTH, 4 },
	{ "sáu", TC_WORD_MONTH, 6 }, { "bảy", TC_WORD_MONTH, 7 },
	{ "bẩy", TC_WORD_MONTH, 7 }, { "tám", TC_WORD_MONTH, 8 },
	{ "chín", TC_WORD_MONTH, 9 }, { "mười", TC_WORD_TEN, 10 },
	{ "i", TC_WORD_ROMAN, 1 }, { "ii", TC_WORD_ROMAN, 2 },
	{ "iii", TC_WORD_ROMAN, 3 }, { "iv", TC_WORD_ROMAN, 4 },
	{ "v", TC_WORD_ROMAN, 5 }, { "vi", TC_WORD_ROMAN, 6 },
	{ "vii", TC_WORD_ROMAN, 7 }, { "viii", TC_WORD_ROMAN, 8 },
	{ "ix", TC_WORD_ROMAN, 9 }, { "x", TC_WORD_ROMAN, 10 },
	{ "xi", TC_WORD_ROMAN, 11 }, { "xii", TC_WORD_ROMAN, 12 },
	{ "xiii", TC_WORD_ROMAN, 13 }, { "xiv", TC_WORD_ROMAN, 14 },
	{ "january", TC_WORD_ENGLISH, 1 }, { "jan", TC_WORD_ENGLISH, 1 },
	{ "february", TC_WORD_ENGLISH, 2 }, { "feb", TC_WORD_ENGLISH, 2 },
	{ "march", TC_WORD_ENGLISH, 3 }, { "mar", TC_WORD_ENGLISH, 3 },
	{ "april", TC_WORD_ENGLISH, 4 }, { "apr", TC_WORD_ENGLISH, 4 },
	{ "may", TC_WORD_ENGLISH, 5 },
	{ "june", TC_WORD_ENGLISH, 6 }, { "jun", TC_WORD_ENGLISH, 6 },
	{ "july", TC_WORD_ENGLISH, 7 }, { "jul", TC_WORD_ENGLISH, 7 },
	{ "august", TC_WORD_ENGLISH, 8 }, { "aug", TC_WORD_ENGLISH, 8 },
	{ "september", TC_WORD_ENGLISH, 9 }, { "sep", TC_WORD_ENGLISH, 9 },
	{ "sept", TC_WORD_ENGLISH, 9 },
	{ "october", TC_WORD_ENGLISH, 10 }, { "oct", TC_WORD_ENGLISH, 10 },
	{ "november", TC_WORD_ENGLISH, 11 }, { "nov", TC_WORD_ENGLISH, 11 },
	{ "december", TC_WORD_ENGLISH, 12 }, { "dec", TC_WORD_ENGLISH, 12 },
	{ "st", TC_WORD_ORDINAL, 0 }, { "nd", TC_WORD_ORDINAL, 0 },
	{ "rd", TC_WORD_ORDINAL, 0 }, { "th", TC_WORD_ORDINAL, 0 },
	{ "giờ", TC_WORD_HOUR, 0 }, { "gio", TC_WORD_HOUR, 0 },
	{ "h", TC_WORD_HOUR, 0 },
	{ "âm", TC_WORD_LUNAR, 0 }, { "âl", TC_WORD_LUNAR, 0 },
	{ "al", TC_WORD_LUNAR, 0 },
	{ "khóa", TC_WORD_TERM, 0 }, { "khoá", TC_WORD_TERM, 0 },
	{ "khoa", TC_WORD_TERM, 0 },
	{ "nhiệm", TC_WORD_OFFICE, 1 }, { "nhiem", TC_WORD_OFFICE, 1 },
	{ "kỳ", TC_WORD_OFFICE, 2 }, { "kì", TC_WORD_OFFICE, 2 },
	{ "ky", TC_WORD_OFFICE, 2 },
	{ "nhiệmkỳ", TC_WORD_OFFICE, 3 }, { "nhiệmkì", TC_WORD_OFFICE, 3 },
	{ "nhiemky", TC_WORD_OFFICE, 3 },
};

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;
}

static uint32_t skip_blanks(struct tc_str text, uint32_t at,
			    struct tc_lex *lex)
{
	const char *p = text.p + at, *end = tc_str_end(text);

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

static struct tc_wordset spellings;
static struct tc_once spellings_once = TC_ONCE_INIT;

static void make_spellings(void)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		tc_wordset_add(&spellings, tc_str0(words[i].spelling));
}

static void look_up(struct tc_str lower, struct tc_lex *lex)
{
	tc_once(&spellings_once, make_spellings);
	if (!tc_wordset_may(&spellings, lower))
		return;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (!tc_str_is(lower, words[i].spelling))
			continue;
		lex->word = words[i].word;
		lex->value = words[i].value;
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
		if (!tc_char_is_letter(c))
			break;
		if (!n)
			lex->upper = tc_char_is_upper(c);
		n += tc_utf8_put(lower + n, tc_char_lower(c));
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

struct tc_lex tc_date_lex(struct tc_str text, uint32_t at)
{
	struct tc_lex lex = { .kind = TC_LEX_END };

	at = skip_blanks(text, at, &lex);
	lex.start = lex.end = at;
	if (at >= text.n)
		return lex;
	const char *p = text.p + at;
	const uint32_t c = tc_utf8_next(&p, tc_str_end(text));
	lex.end = (uint32_t)(p - text.p);
	if (is_blank(c)) {
		lex.end = at;
	} else if (c >= '0' && c <= '9') {
		lex.end = at;
		lex_number(text, &lex);
	} else if (tc_char_is_letter(c)) {
		lex_word(text, &lex);
	} else {
		lex.kind = sign_kind(c);
	}
	return lex;
}
