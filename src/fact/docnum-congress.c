/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Resolutions of congresses, which bear no symbol:
 *
 *   Nghi quyet Dai hoi XIII cua Dang                      DH13
 *   Nghi quyet Dai hoi Dang bo tinh Lang Son lan thu XVII
 *                                  DH17/Đảng bộ tỉnh Lạng Sơn
 *
 * Of the second kind the unit is told from the words here; extract.c puts in
 * its place what the article or the site completes it to.
 */
#include "config.h"

#include "fact/docnum-part.h"

#include "fact/date.h"
#include "fact/term.h"
#include "fact/unit-name.h"

#define CONGRESS_WORDS_MAX 14
/* The Party's XIV met in January 2026, the next is due five years later: what
 * is above is some organisation's. */
#define NATIONAL_MAX 15
#define CONGRESS_MAX 60		/* the oldest organisations are at their 30th */
#define NAME_WORDS_MAX 14
#define ROMAN_MAX 20		/* as far as tc_docnum_roman() goes */

const char tc_rule_congress_level[] = "congress-level";
const char tc_rule_congress_local[] = "congress-local";

static bool is_national(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = {
		"dai", "bieu", "toan", "quoc", "dang", "lan", "thu", "cong",
		"san", "viet", "nam", "khoa", "cua",
		/* printed twice */
		"hoi",
	};
	const struct tc_token *const t = tc_docnum_token(r, i);

	for (size_t k = 0; t && k < sizeof words / sizeof *words; k++)
		if (tc_str_is(t->bare, words[k]))
			return true;
	return false;
}

/* Where the congress's number stands; 0 when it is not the nation's. */
static size_t congress_number(const struct tc_docnum_reader *r, size_t i)
{
	for (size_t n = 0; n < CONGRESS_WORDS_MAX; n++, i++) {
		if (n && !tc_docnum_gap_blank(r, i))
			return 0;
		if (tc_docnum_numeral(r, i, false))
			return i;
		if (!is_national(r, i) ||
		    (tc_docnum_is(r, i, TC_SAYS_DANG) &&
		     tc_docnum_is(r, i + 1, TC_SAYS_BO)))
			return 0;
	}
	return 0;
}

/* "XXIV", "24", "nhất": of an organisation's congress. */
static int local_number(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	if (!t)
		return 0;
	int n = t->flags & TC_TOKEN_DIGIT ? tc_docnum_figures(t->bare)
		: tc_docnum_is_roman(r, i)
			? tc_docnum_roman_value(t->bare) : 0;
	if (!n)
		n = tc_docnum_numeral(r, i, true);
	return n <= CONGRESS_MAX ? n : 0;
}

/* The Party organisation that begins at token i. */
static bool is_organisation(const struct tc_docnum_reader *r, size_t i)
{
	return (tc_docnum_is(r, i, TC_SAYS_DANG) ||
		tc_docnum_is(r, i, TC_SAYS_CHI)) &&
	       tc_docnum_is(r, i + 1, TC_SAYS_BO);
}

/* Behind the ordinal, "lần thứ XVII" or "khóa XX", that ends the name from
 * token i on; 0 when there is none near.  *at is where it begins. */
static size_t ordinal_behind(const struct tc_docnum_reader *r, size_t i,
			     size_t *at, int *number)
{
	for (size_t k = i + 2; k < i + NAME_WORDS_MAX; k++) {
		const enum tc_gap gap = tc_scan_gap(r->scan, k);
		if (gap != TC_GAP_BLANK && gap != TC_GAP_TIGHT &&
		    gap != TC_GAP_DASH &&
		    !(gap == TC_GAP_COMMA && tc_docnum_is(r, k, TC_SAYS_LAN)))
			return 0;
		size_t n = k + 1;
		if (tc_docnum_is(r, k, TC_SAYS_LAN) &&
		    tc_docnum_is(r, k + 1, TC_SAYS_THU))
			n++;
		else if (!tc_docnum_is(r, k, TC_SAYS_KHOA))
			continue;
		*at = k;
		*number = local_number(r, n);
		return *number ? n + 1 : 0;
	}
	return 0;
}

struct organisation {
	struct tc_str name;
	size_t end;
	bool level;		/* "Đảng bộ tỉnh", and no more */
};

/* The organisation at token i, its name within tokens [i, limit). */
static bool read_organisation(const struct tc_docnum_reader *r, size_t i,
			      size_t limit, struct organisation *o)
{
	struct tc_scan scan = *r->scan;
	struct tc_unit_namer n = {
		.scan = &scan, .query = r->loose,
		.bare = r->loose && !(scan.tokens.v[i + 1].flags &
				      TC_TOKEN_MARKED),
	};
	struct tc_unit_name name;
	size_t after;

	scan.tokens.n = limit;
	const bool found = tc_unit_name_read(&n, i, &name);
	tc_unit_namer_release(&n);
	*o = (struct organisation){ name.canonical, name.end, false };
	if (!found || !name.bare)
		return found;
	const struct tc_unit_word *area =
		tc_unit_word_at(&scan, i + 2, TC_UNIT_AREA, n.bare, &after);
	if (!area || tc_scan_gap(&scan, i + 2) != TC_GAP_BLANK)
		return false;
	o->name = tc_area_party(scan.arena, (struct tc_area){ area->area, { 0 } });
	o->end = after;
	o->level = true;
	return true;
}

/* "DH13", "DH17/Đảng bộ tỉnh Lạng Sơn" */
static struct tc_str congress_id(const struct tc_docnum_reader *r, int number,
				 struct tc_str unit)
{
	char digits[TC_DECIMAL_MAX];
	const struct tc_str parts[] = {
		TC_STR("DH"), tc_decimal(number, digits),
		unit.n ? TC_STR("/") : TC_STR(""), unit,
	};

	return tc_arena_join(r->scan->arena, parts,
			     sizeof parts / sizeof *parts);
}

static void add_local(struct tc_docnum_reader *r, size_t lead, size_t from,
		      size_t end, int number, const struct organisation *o)
{
	struct tc_number *n = tc_docnum_add(
		r, tc_docnum_token(r, lead)->off, tc_docnum_end(r, end - 1),
		(struct tc_cite){ .lead = lead, .from = from, .to = end });

	n->canonical = congress_id(r, number, o->name);
	n->type = TC_STR("NQ");
	n->issuer_unit = o->name;
	n->system = TC_SYSTEM_PARTY;
	n->confidence = o->level ? .6f : .8f;
	n->rule = o->level ? tc_rule_congress_level : tc_rule_congress_local;
}

/* "Đại hội [đại biểu] Đảng bộ X lần thứ N": i is behind "Đại hội". */
static size_t read_named(struct tc_docnum_reader *r, size_t lead, size_t i)
{
	size_t first = i, at = 0;
	struct organisation o;
	int number = 0;

	if (tc_docnum_is(r, i, TC_SAYS_DAI) &&
	    tc_docnum_is(r, i + 1, TC_SAYS_BIEU))
		i += 2;
	if (tc_docnum_is(r, i, TC_SAYS_CUA))
		i++;
	if (!is_organisation(r, i))
		return first;
	const size_t end = ordinal_behind(r, i, &at, &number);
	if (!end || !read_organisation(r, i, at, &o) || o.end != at)
		return first;
	add_local(r, lead, i, end, number, &o);
	return end;
}

/* "Đại hội [đại biểu] lần thứ N [của] Đảng bộ X". */
static size_t read_numbered(struct tc_docnum_reader *r, size_t lead, size_t i)
{
	size_t k = i;
	struct organisation o;

	if (tc_docnum_is(r, k, TC_SAYS_DAI))
		k += 2;
	if (tc_docnum_is(r, k, TC_SAYS_LAN))
		k += 2;
	const int number = local_number(r, k++);
	if (tc_docnum_is(r, k, TC_SAYS_CUA))
		k++;
	if (!number || !is_organisation(r, k) ||
	    tc_scan_gap(r->scan, k) != TC_GAP_BLANK ||
	    !read_organisation(r, k, r->scan->tokens.n, &o))
		return i;
	add_local(r, lead, k, o.end, number, &o);
	return o.end;
}

/* Another body's congress: "Đại hội XVII của Công đoàn", "Đại hội X Đoàn",
 * "Đại hội VII Hội Nông dân". */
static bool is_other(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_is(r, i, TC_SAYS_CUA))
		return !tc_docnum_is(r, i + 1, TC_SAYS_DANG) &&
		       !tc_docnum_is(r, i + 1, TC_SAYS_TRUNG);
	return tc_docnum_is(r, i, TC_SAYS_CONG) ||
	       tc_docnum_is(r, i, TC_SAYS_DOAN) ||
	       tc_docnum_is(r, i, TC_SAYS_CHI) ||
	       (tc_docnum_is(r, i, TC_SAYS_HOI) &&
		tc_docnum_gap_blank(r, i));
}

struct tc_number *tc_docnum_add_congress(struct tc_docnum_reader *r,
					 size_t lead, size_t from, size_t to,
					 int number)
{
	if (number < 1 || number > NATIONAL_MAX)
		return NULL;
	struct tc_number *n = tc_docnum_add(
		r, tc_docnum_token(r, lead)->off, tc_docnum_end(r, to - 1),
		(struct tc_cite){ .lead = lead, .from = from, .to = to });
	n->canonical = congress_id(r, number, TC_STR(""));
	n->type = TC_STR("NQ");
	n->system = TC_SYSTEM_PARTY;
	n->confidence = .85f;
	n->rule = "congress";
	return n;
}

/* ", XIII" behind "Đại hội lần thứ XII": the congresses after it. */
static size_t read_more(struct tc_docnum_reader *r, size_t end, int number)
{
	for (int n = 0; n < NATIONAL_MAX; n++) {
		const size_t at = tc_docnum_separator(r, end, false);
		const struct tc_token *const t =
			at == SIZE_MAX ? NULL : tc_docnum_token(r, at);
		if (!t || !tc_docnum_is_roman(r, at))
			break;
		const int next = tc_docnum_roman_value(t->bare);
		if (next <= number || is_other(r, at + 1) ||
		    is_organisation(r, at + 1) ||
		    !tc_docnum_add_congress(r, at, at, at + 1, next))
			break;
		number = next;
		end = at + 1;
	}
	return end;
}

static size_t read_national(struct tc_docnum_reader *r, size_t lead, size_t i)
{
	const size_t at = congress_number(r, i);
	const int number = at ? tc_docnum_numeral(r, at, false) : 0;

	if (!number || is_other(r, at + 1))
		return i;
	if (!tc_docnum_add_congress(r, lead, at, at + 1, number))
		return i;
	return read_more(r, at + 1, number);
}

size_t tc_docnum_read_congress(struct tc_docnum_reader *r, size_t lead,
			       size_t i)
{
	static size_t (*const forms[])(struct tc_docnum_reader *, size_t,
				       size_t) = {
		read_named, read_numbered, read_national,
	};

	if (!tc_docnum_is(r, i, TC_SAYS_DAI) ||
	    !tc_docnum_is(r, i + 1, TC_SAYS_HOI))
		return i;
	for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
		const size_t end = forms[k](r, lead, i + 2);
		if (end != i + 2)
			return end;
	}
	return i;
}

int tc_docnum_congress(struct tc_str id, struct tc_str *unit)
{
	const size_t slash = tc_str_find(id, TC_STR("/"), 0);
	const struct tc_str head =
		tc_str(id.p, slash < id.n ? slash : id.n);

	*unit = tc_str_trim(slash < id.n ? tc_str_from(id, slash + 1) :
					   TC_STR(""));
	if (head.n <= 2 || head.n > 4 || (head.p[0] & ~0x20) != 'D' ||
	    (head.p[1] & ~0x20) != 'H')
		return 0;
	return tc_docnum_figures(tc_str_from(head, 2));
}

bool tc_docnum_says_time(const struct tc_number *n, struct tc_str at)
{
	struct tc_date from, to, asked;
	struct tc_str unit;
	const int congress = tc_docnum_congress(n->canonical, &unit);

	if (tc_str_eq(at, n->year))
		return true;
	if (!congress || unit.n ||
	    !tc_term_days((uint32_t)congress, &from, &to))
		return false;
	if (tc_str_starts(at, TC_STR("khoa")))
		return tc_term_read(tc_str_from(at, 4)) == congress;
	/* the term begins the day after */
	const struct tc_date closed = tc_date_from_days(tc_date_days(from) - 1);
	return tc_date_read(at, &asked) &&
	       tc_date_first(asked) <= tc_date_first(closed) &&
	       tc_date_first(closed) <= tc_date_last(asked);
}

/* ------------------------------------------------ for people */

/* "XIII"; "21" */
static struct tc_str ordinal(int n, char out[TC_DECIMAL_MAX])
{
	if (n > ROMAN_MAX)
		return tc_decimal(n, out);
	tc_docnum_roman(n, out);
	return tc_str0(out);
}

struct tc_str tc_docnum_say(struct tc_str canonical, struct tc_buf *room)
{
	char numeral[TC_DECIMAL_MAX];
	struct tc_str unit;

	if (tc_str_is(canonical, "DL"))
		return TC_STR("Điều lệ Đảng");
	const int n = tc_docnum_congress(canonical, &unit);
	if (!n)
		return canonical;
	tc_buf_clear(room);
	tc_buf_puts(room, "Nghị quyết Đại hội ");
	if (unit.n) {
		tc_buf_addstr(room, unit);
		tc_buf_puts(room, " lần thứ ");
	}
	tc_buf_addstr(room, ordinal(n, numeral));
	return tc_buf_str(room);
}
