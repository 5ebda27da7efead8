/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-name.h"

#include "fact/unit.h"
#include "text/fold.h"
#include "text/utf8.h"

/* The vowels that a re-placed tone mark can bring to the front of a word
 * ("Uỷ" is "ủy" as a key), with their capitals. */
static const struct {
	const char *lower, *upper;
} front_vowels[] = {
	{ "ò", "Ò" }, { "ó", "Ó" }, { "ỏ", "Ỏ" }, { "õ", "Õ" }, { "ọ", "Ọ" },
	{ "ù", "Ù" }, { "ú", "Ú" }, { "ủ", "Ủ" }, { "ũ", "Ũ" }, { "ụ", "Ụ" },
};

static struct tc_str first_char(struct tc_str s)
{
	const char *p = s.p;

	if (!s.n)
		return s;
	tc_utf8_next(&p, tc_str_end(s));
	return tc_str(s.p, (size_t)(p - s.p));
}

static struct tc_str capital_of(struct tc_str lower, struct tc_str printed)
{
	const char *p = lower.p, *q = printed.p;

	if (TC_LIKELY(tc_char_lower(tc_utf8_next(&q, tc_str_end(printed))) ==
		      tc_utf8_next(&p, tc_str_end(lower))))
		return printed;
	for (size_t i = 0; i < sizeof front_vowels / sizeof *front_vowels; i++)
		if (tc_str_is(lower, front_vowels[i].lower))
			return tc_str0(front_vowels[i].upper);
	return lower;
}

static struct tc_str without_zeros(struct tc_str digits)
{
	for (size_t i = 0; i < digits.n; i++)
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return digits;
	while (digits.n > 1 && *digits.p == '0')
		digits = tc_str_from(digits, 1);
	return digits;
}

void tc_unit_spell(const struct tc_unit_namer *n, size_t i,
		   struct tc_buf *out)
{
	const struct tc_token *t = &n->scan->tokens.v[i];
	struct tc_str printed = tc_str(n->scan->text.p + t->off, t->len);

	if (t->flags & TC_TOKEN_DIGIT) {
		tc_buf_addstr(out, without_zeros(printed));
		return;
	}
	if (TC_UNLIKELY(tc_str_is(printed, "VN"))) {
		tc_buf_addstr(out, TC_STR("Việt Nam"));
		return;
	}
	if ((t->flags & TC_TOKEN_CAPS) &&
	    !(n->caps && (t->flags & TC_TOKEN_SYLLABLE))) {
		tc_buf_addstr(out, printed);	/* THCS, UBND */
		return;
	}
	if (!(t->flags & TC_TOKEN_UPPER)) {
		tc_buf_addstr(out, t->exact);
		return;
	}
	const struct tc_str first = first_char(t->exact);
	const struct tc_str rest = tc_str_from(t->exact, first.n);
	const struct tc_str capital = capital_of(first, first_char(printed));
	/* mostly as it is printed */
	if (TC_LIKELY(capital.p == printed.p &&
		      tc_str_eq(tc_str_from(printed, capital.n), rest))) {
		tc_buf_addstr(out, printed);
		return;
	}
	tc_buf_addstr(out, capital);
	tc_buf_addstr(out, rest);
}

/* "XD&TM", but not "Thể thao & Truyền thông", "Kinh tế & QTKD" */
static bool joins_letters(const struct tc_unit_namer *n, size_t i)
{
	return n->scan->tokens.v[i - 1].flags & n->scan->tokens.v[i].flags &
	       TC_TOKEN_CAPS;
}

/* "+" in 7+10, "-" in Vinh-Tau, "/" in 2/9; else a blank. */
static void spell_gap(const struct tc_unit_namer *n, size_t i,
		      struct tc_buf *out)
{
	const struct tc_token *t = &n->scan->tokens.v[i - 1];
	uint32_t end = tc_token_end(t);

	switch (tc_scan_gap(n->scan, i)) {
	case TC_GAP_TIGHT:
		tc_buf_add(out, n->scan->text.p + end,
			   n->scan->tokens.v[i].off - end);
		break;
	case TC_GAP_DASH:
		tc_buf_puts(out, " - ");
		break;
	case TC_GAP_COMMA:
		tc_buf_puts(out, ", ");
		break;
	default:
		if (!tc_scan_is_sign(n->scan, i, "&"))
			tc_buf_addc(out, ' ');
		else
			tc_buf_puts(out, joins_letters(n, i) ? "&" : " và ");
	}
}

void tc_unit_spell_run(const struct tc_unit_namer *n, size_t first,
		       size_t end, struct tc_buf *out)
{
	for (size_t i = first; i < end; i++) {
		if (i > first)
			spell_gap(n, i, out);
		tc_unit_spell(n, i, out);
	}
}

static bool is_city(const struct tc_gazetteer *g, struct tc_str name)
{
	TC_SCOPED_BUF key = { 0 };

	if (!tc_gazetteer_city_begins(g, *name.p))
		return false;
	tc_unit_key_add(name, &key);
	return tc_gazetteer_find_as(g, tc_buf_str(&key), "thanh-pho");
}

enum tc_area_word tc_district_word(const char *kind)
{
	static const struct {
		const char *kind;
		enum tc_area_word word;
	} words[] = {
		{ "huyen", TC_AREA_HUYEN }, { "quan", TC_AREA_QUAN },
		{ "thi-xa", TC_AREA_THI_XA },
		{ "thanh-pho-tinh", TC_AREA_THANH_PHO },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(kind, words[i].kind) == 0)
			return words[i].word;
	return TC_AREA_NONE;
}

int tc_area_rank(const struct tc_gazetteer *g, const struct tc_area *area)
{
	switch (area->word) {
	case TC_AREA_NONE:
	case TC_AREA_COUNT:
		return 9;
	case TC_AREA_TINH:
		return 2;
	case TC_AREA_THANH_PHO:
		return area->name.n && is_city(g, area->name) ? 2 : 3;
	case TC_AREA_HUYEN:
	case TC_AREA_QUAN:
	case TC_AREA_THI_XA:
		return 3;
	default:
		return 4;
	}
}

static struct tc_str area_text(struct tc_arena *arena, struct tc_str head,
			       struct tc_area area)
{
	const struct tc_str parts[] = {
		head, tc_area_print(area.word),
		tc_str(" ", area.name.n > 0), area.name,
	};

	return tc_arena_join(arena, parts, sizeof parts / sizeof *parts);
}

struct tc_str tc_area_plain(struct tc_arena *arena, struct tc_area area)
{
	return area_text(arena, TC_STR(""), area);
}

struct tc_str tc_area_party(struct tc_arena *arena, struct tc_area area)
{
	return area_text(arena, TC_STR("Đảng bộ "), area);
}

struct tc_str tc_unit_join(struct tc_arena *arena, struct tc_str head,
			   struct tc_str name)
{
	const struct tc_str parts[] = { head, TC_STR(" "), name };

	return tc_arena_join(arena, parts, sizeof parts / sizeof *parts);
}
