/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Documents named by the meeting that passed them:
 *
 *   Nghi quyet Trung uong 4 khoa XI, XII       NQTW4/XI  NQTW4/XII
 *   Nghi quyet Trung uong 6 (lan 2) khoa VIII  NQTW6-2/VIII
 *   Dieu le Dang                               DL
 */
#include "config.h"

#include "fact/docnum-part.h"

#include "base/error.h"

#include <stdio.h>

#define PLENUM_MAX 20		/* of plenums in a term, and of terms */
#define PLENUM_LIST_MAX 8
#define ROMAN_LIST_MAX 6	/* words of "xi, xii và xiii" */

int tc_docnum_roman_value(struct tc_str s)
{
	int total = 0, last = 0;

	if (!s.n || s.n > 7)
		return 0;
	for (size_t i = s.n; i-- > 0;) {
		int v = s.p[i] == 'i' ? 1 : s.p[i] == 'v' ? 5 :
			s.p[i] == 'x' ? 10 : 0;
		if (!v)
			return 0;
		total += v < last ? -v : v;
		last = v > last ? v : last;
	}
	return total;
}

void tc_docnum_roman(int n, char out[8])
{
	static const char *const ones[] = {
		"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
	};

	tc_assert(n > 0 && n <= PLENUM_MAX);
	const char *tens = n == 20 ? "XX" : n >= 10 ? "X" : "";
	strcpy(stpcpy(out, tens), ones[n % 10]);
}

/* Without marks only behind "thu": "nam" is many words. */
static int word_value(const struct tc_docnum_reader *r, size_t i)
{
	static const struct {
		const char *exact, *bare;
		int value;
	} words[] = {
		{ "nhất", "nhat", 1 }, { "hai", "hai", 2 }, { "ba", "ba", 3 },
		{ "tư", "tu", 4 }, { "bốn", "bon", 4 }, { "năm", "nam", 5 },
		{ "sáu", "sau", 6 }, { "bảy", "bay", 7 }, { "bẩy", "bay", 7 },
		{ "tám", "tam", 8 }, { "chín", "chin", 9 },
		{ "mười", "muoi", 10 },
	};
	const struct tc_token *t = tc_docnum_token(r, i);
	const bool ordinal = i && tc_docnum_is(r, i - 1, TC_SAYS_THU);

	for (size_t k = 0; t && k < sizeof words / sizeof *words; k++)
		if (tc_str_is(t->exact, words[k].exact) ||
		    (ordinal && tc_str_is(t->exact, words[k].bare)))
			return words[k].value;
	return 0;
}

/* "khóa xi và xii"; "khóa vi tính" has a word. */
bool tc_docnum_is_roman(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t k = i;

	/* "đại hội vì" */
	if (t->flags & TC_TOKEN_MARKED)
		return false;
	if (r->loose || t->flags & TC_TOKEN_UPPER)
		return true;
	while (k && i - k < ROMAN_LIST_MAX &&
	       (tc_docnum_roman_value(r->scan->tokens.v[k].bare) ||
		tc_docnum_spells(r, k, "và", "va")))
		k--;
	return !tc_str_is(t->exact, "vi") &&
	       (tc_docnum_is(r, k, TC_SAYS_KHOA) ||
		tc_docnum_is(r, k, TC_SAYS_THU) ||
		tc_docnum_is(r, k, TC_SAYS_HOI));
}

int tc_docnum_numeral(const struct tc_docnum_reader *r, size_t i, bool words)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	int v = 0;

	if (!t)
		return 0;
	if (t->flags & TC_TOKEN_DIGIT) {
		v = t->bare.n <= 2 ? tc_docnum_figures(t->bare) : 0;
	} else if (tc_docnum_is_roman(r, i)) {
		v = tc_docnum_roman_value(t->bare);
	}
	if (!v && words)
		v = word_value(r, i);
	return v <= PLENUM_MAX ? v : 0;
}

/* "Trung uong", "TW", "TU" and "T.U" with horn, "Ban Chap hanh Trung uong
 * (Dang)". */
static size_t skip_centre(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	if (!t)
		return i;
	if (tc_docnum_is(r, i, TC_SAYS_TRUNG) &&
	    tc_docnum_is(r, i + 1, TC_SAYS_UONG))
		return i + 2;
	if (tc_str_is(t->bare, "tw") ||
	    (tc_str_is(t->exact, "tư") && t->flags & TC_TOKEN_CAPS))
		return i + 1;
	const struct tc_token *u = tc_docnum_token(r, i + 1);
	if (tc_str_is(t->bare, "t") && u && tc_str_is(tc_docnum_gap(r, i + 1),
						      ".") &&
	    (tc_str_is(u->exact, "ư") || tc_str_is(u->bare, "w")))
		return i + 2;
	return i;
}

static size_t skip_committee(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_is(r, i, TC_SAYS_CUA))
		i++;
	if (tc_docnum_is(r, i, TC_SAYS_BAN) &&
	    tc_docnum_is(r, i + 1, TC_SAYS_CHAP))
		return skip_centre(r, i + 3);
	if (tc_docnum_is(r, i, TC_SAYS_BCH))
		return skip_centre(r, i + 1);
	const struct tc_token *const t = tc_docnum_token(r, i);
	return t && tc_str_is(t->exact, "bchtw") ? i + 1 : i;
}

static size_t skip_ordinal(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_is(r, i, TC_SAYS_LAN)) {
		i++;
		if (tc_docnum_is(r, i, TC_SAYS_THU))
			i++;
	}
	return i;
}

static size_t skip_dang(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_DANG) &&
	       !tc_docnum_is(r, i + 1, TC_SAYS_BO) ? i + 1 : i;
}

/* One plenum as named: its number, and "(lan 2)". */
struct plenum {
	int number, sitting;
	size_t from, to;	/* tokens */
};

/* " 4" or "-4" of the plenum's name: what a comma, a bracket or a dash with
 * blanks parts from it counts something else ("nghi quyet Trung uong, 05 chi
 * bo"), and so does what begins the body under such a headline. */
static bool is_beside(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_str gap = tc_docnum_gap(r, i);

	return tc_str_is(gap, "-") ||
	       (tc_docnum_gap_blank(r, i) &&
		tc_str_find(gap, TC_STR("\n\n"), 0) == SIZE_MAX);
}

/* "4", "6 (lan 2)". */
static size_t read_number(const struct tc_docnum_reader *r, size_t i,
			  bool words, struct plenum *p)
{
	*p = (struct plenum){ .from = i };
	p->number = tc_docnum_numeral(r, i, words);
	if (!p->number)
		return i;
	p->to = i + 1;
	if (tc_docnum_is(r, i + 1, TC_SAYS_LAN)) {
		int sitting = tc_docnum_numeral(r, i + 2, true);
		if (sitting && sitting < 4) {
			p->sitting = sitting;
			p->to = i + 3;
		}
	}
	return p->to;
}

/* What stands behind "TW", or with horn "TU", in a token; of "T.W" behind the
 * dot. */
static struct tc_str behind_centre(const struct tc_token *t, bool dotted)
{
	static const char *const heads[] = { "tw", "tư" };

	for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
		struct tc_str head = tc_str_from(tc_str0(heads[k]), dotted);
		if (tc_str_starts(t->exact, head))
			return tc_str_from(t->exact, head.n);
	}
	return TC_STR("");
}

/* "TW4", "T.W4": the number glued to the word.  i: it is not there. */
static size_t read_glued_centre(const struct tc_docnum_reader *r, size_t i,
				struct plenum *p)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	const bool dotted = t && tc_str_is(t->bare, "t") &&
			    tc_str_is(tc_docnum_gap(r, i + 1), ".");

	if (dotted)
		t = tc_docnum_token(r, i + 1);
	if (!t || !(r->loose || t->flags & TC_TOKEN_UPPER))
		return i;
	struct tc_str figures = behind_centre(t, dotted);
	*p = (struct plenum){ .from = i, .to = i + 1 + dotted };
	p->number = figures.n && figures.n <= 2 ? tc_docnum_figures(figures)
						: 0;
	return p->number >= 1 && p->number <= PLENUM_MAX ? p->to : i;
}

/* "Ban Chap hanh Dang bo tinh": not the centre's. */
static bool is_local(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_DANG) && tc_docnum_gap_blank(r, i) &&
	       (tc_docnum_is(r, i + 1, TC_SAYS_BO) ||
		tc_docnum_spells(r, i + 1, "ủy", "uy"));
}

/* "Ban Chap hanh Trung uong Hoi Nong dan", "Trung uong Doan": not the Party's. */
static bool is_other_body(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	if (is_local(r, i))
		return true;
	return t && t->flags & TC_TOKEN_UPPER && tc_docnum_gap_blank(r, i) &&
	       (tc_docnum_is(r, i, TC_SAYS_HOI) ||
		tc_docnum_is(r, i, TC_SAYS_DOAN) ||
		tc_docnum_spells(r, i, "liên", "lien") ||
		tc_docnum_spells(r, i, "mặt", "mat"));
}

/* The head: "Trung uong 4", "Hoi nghi lan thu tu BCH Trung uong", "TW4".
 * i: it is not there. */
static size_t read_head(const struct tc_docnum_reader *r, size_t i,
			struct plenum *p)
{
	size_t k = i, end;
	bool meeting = tc_docnum_is(r, k, TC_SAYS_HOI) &&
		       tc_docnum_is(r, k + 1, TC_SAYS_NGHI);

	if (meeting)
		k += 2;
	end = read_glued_centre(r, k, p);
	if (end != k)
		return end;
	size_t centre = skip_centre(r, k);
	if (centre != k) {
		/* "Trung uong TW9" */
		end = read_glued_centre(r, centre, p);
		if (end != centre)
			return end;
		centre = skip_ordinal(r, centre);
		end = read_number(r, centre, centre != k, p);
		return end == centre || !is_beside(r, centre) ? i : end;
	}
	if (!meeting)
		return i;
	k = skip_ordinal(r, k);
	end = read_number(r, k, true, p);
	if (end == k)
		return i;
	size_t behind = skip_committee(r, end);
	if (behind == end || is_other_body(r, behind))
		return i;
	p->to = skip_dang(r, behind);
	return p->to;
}

/* "NQTW4", "NQTW 6": the number may be a part of the code's token. */
static size_t read_glued_head(const struct tc_docnum_reader *r, size_t i,
			      struct plenum *p)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t n = t->bare.n;

	while (n && t->bare.p[n - 1] >= '0' && t->bare.p[n - 1] <= '9')
		n--;
	if (n == t->bare.n) {
		size_t end = read_number(r, i + 1, false, p);
		return end == i + 1 || !is_beside(r, i + 1) ? i : end;
	}
	*p = (struct plenum){ .from = i, .to = i + 1 };
	if (t->bare.n - n > 2)
		return i;
	p->number = tc_docnum_figures(tc_str_from(t->bare, n));
	if (p->number < 1 || p->number > PLENUM_MAX)
		return i;
	/* the canonical form of a second sitting: NQTW6-2/VIII */
	int sitting = tc_docnum_numeral(r, i + 1, false);
	if (sitting == 2 && tc_str_is(tc_docnum_gap(r, i + 1), "-")) {
		p->sitting = sitting;
		p->to = i + 2;
	}
	return p->to;
}

/* "khoa XI", "cac khoa XI" behind a comma, a bracket, or nothing; `bare`
 * numerals are further members of a list of terms.  i: none. */
static size_t read_term(const struct tc_docnum_reader *r, size_t i, bool bare,
			int *term)
{
	size_t k = i + tc_docnum_spells(r, i, "các", "cac");
	bool said = tc_docnum_is(r, k, TC_SAYS_KHOA);

	if (said)
		k++;
	else if (!bare)
		return i;
	*term = tc_docnum_numeral(r, k, false);
	if (!*term || (!said && tc_docnum_token(r, k)->flags & TC_TOKEN_DIGIT))
		return i;
	return k + 1;
}

/* May stand between the plenum and its term. */
static bool gap_to_term(const struct tc_docnum_reader *r, size_t i)
{
	struct tc_str gap = tc_docnum_gap(r, i);

	if (gap.n > 4)
		return false;
	for (size_t k = 0; k < gap.n; k++)
		if (!strchr(" ,()/\n-", gap.p[k]))
			return false;
	return true;
}

static void add_plenum(struct tc_docnum_reader *r, const char *type,
		       const struct plenum *p, int term, size_t lead,
		       size_t from, size_t to, bool joined)
{
	const size_t type_n = strlen(type);
	char roman[8] = "", digits[2][TC_DECIMAL_MAX];

	if (term)
		tc_docnum_roman(term, roman);
	const struct tc_str number = tc_decimal(p->number, digits[0]);
	const struct tc_str parts[] = {
		tc_str(type, type_n), TC_STR("TW"), number,
		p->sitting > 1 ? TC_STR("-") : TC_STR(""),
		p->sitting > 1 ? tc_decimal(p->sitting, digits[1]) : TC_STR(""),
		term ? TC_STR("/") : TC_STR(""), tc_str0(roman),
	};
	size_t start = tc_docnum_token(r, joined ? from : lead)->off;
	struct tc_number *n = tc_docnum_add(
		r, start, tc_docnum_end(r, to - 1),
		(struct tc_cite){ .lead = joined ? from : lead, .from = from,
				  .to = to, .joined = joined });
	n->canonical = tc_arena_join(r->scan->arena, parts,
				     sizeof parts / sizeof *parts);
	n->type = tc_str(n->canonical.p, type_n);
	n->number = tc_str(n->canonical.p + type_n + strlen("TW"), number.n);
	n->system = TC_SYSTEM_PARTY;
	n->confidence = term ? .9f : .6f;
	n->rule = "plenum";
}

void tc_docnum_add_meeting(struct tc_docnum_reader *r, const char *type,
			   int number, int term, size_t lead, size_t from,
			   size_t to)
{
	const struct plenum p = { .number = number, .from = from, .to = to };

	add_plenum(r, type, &p, term, lead, from, to, false);
}

/* Terms behind one plenum: "khoa XI, XII". */
static size_t read_terms(struct tc_docnum_reader *r, const char *type,
			 const struct plenum *p, size_t lead, bool joined)
{
	int term = 0;
	size_t i = p->to;
	bool slash = tc_str_is(tc_docnum_gap(r, i), "/");
	size_t end = gap_to_term(r, i) ? read_term(r, i, slash, &term) : i;

	add_plenum(r, type, p, end == i ? 0 : term, lead, p->from, end, joined);
	if (end == i)
		return end;
	for (int n = 1; n < PLENUM_LIST_MAX; n++) {
		size_t next = tc_docnum_separator(r, end, true);
		if (next == SIZE_MAX)
			break;
		size_t to = read_term(r, next, true, &term);
		if (to == next)
			break;
		add_plenum(r, type, p, term, lead, next, to, true);
		end = to;
	}
	return end;
}

/* "4, 5, 6 khoa XII": numbers that share what follows the last. */
static size_t read_numbers(const struct tc_docnum_reader *r,
			   struct plenum *list, size_t *count)
{
	size_t end = list[0].to, n = 1;
	int term;

	while (n < PLENUM_LIST_MAX) {
		size_t next = tc_docnum_separator(r, end, false);
		if (next == SIZE_MAX)
			break;
		size_t to = read_number(r, next, false, &list[n]);
		if (to == next)
			break;
		n++;
		end = to;
	}
	/* without a term behind them the rest may be anything */
	if (n > 1 && (!gap_to_term(r, end) ||
		      read_term(r, end, false, &term) == end))
		n = 1;
	*count = n;
	return list[n - 1].to;
}

static size_t emit_numbers(struct tc_docnum_reader *r, const char *type,
			   const struct plenum *list, size_t n, size_t lead,
			   bool joined)
{
	int term = 0;

	if (n > 1)
		read_term(r, list[n - 1].to, false, &term);
	for (size_t k = 0; k + 1 < n; k++)
		add_plenum(r, type, &list[k], term, lead, list[k].from,
			   list[k].to, joined || k);
	return read_terms(r, type, &list[n - 1], lead, joined || n > 1);
}

/* "5 nam" is a span of years, unless a year follows. */
static bool counted(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i + 1);

	return tc_docnum_is(r, i, TC_SAYS_NAM) &&
	       !(t && t->flags & TC_TOKEN_DIGIT && t->len == 4);
}

static size_t read_plenums(struct tc_docnum_reader *r, size_t lead,
			   struct plenum *first, const char *type, bool joined)
{
	struct plenum list[PLENUM_LIST_MAX] = { *first };
	size_t n;

	read_numbers(r, list, &n);
	return emit_numbers(r, type, list, n, lead, joined);
}

size_t tc_docnum_read_plenum(struct tc_docnum_reader *r, size_t lead,
			     size_t i, const char *type)
{
	struct plenum p;
	bool glued = lead == i;
	size_t end = glued ? read_glued_head(r, i, &p) : read_head(r, i, &p);

	if (end == i || counted(r, end) || !type[0])
		return i;
	end = read_plenums(r, lead, &p, type, false);
	for (int n = 0; n < PLENUM_LIST_MAX; n++) {
		size_t next = tc_docnum_separator(r, end, true);
		if (next == SIZE_MAX || tc_docnum_is(r, next, TC_SAYS_HOI))
			break;
		size_t to = read_head(r, next, &p);
		if (to == next || counted(r, to))
			break;
		p.from = next;
		end = read_plenums(r, next, &p, type, true);
	}
	return end;
}

/* How far from a document a meeting is looked for. */
#define MEETING_TOKENS 300

/* "Hoi nghi Trung uong 4 (khoa XI)" at token i: its term; 0 for any other. */
static int term_at(const struct tc_docnum_reader *r, size_t i,
		   struct tc_str number)
{
	struct plenum p;
	int term = 0;

	if (!tc_docnum_is(r, i, TC_SAYS_HOI) ||
	    !tc_docnum_is(r, i + 1, TC_SAYS_NGHI))
		return 0;
	const size_t end = read_head(r, i, &p);
	if (end == i || p.sitting > 1 ||
	    p.number != tc_docnum_figures(number) || !gap_to_term(r, end))
		return 0;
	return read_term(r, end, false, &term) == end ? 0 : term;
}

int tc_docnum_meeting_term(const struct tc_docnum_reader *r,
			   const struct tc_number *open)
{
	const size_t at = tc_scan_token_at(r->scan, open->start);
	const size_t n = r->scan->tokens.n;
	const size_t end = n - at < MEETING_TOKENS ? n : at + MEETING_TOKENS;
	int term = 0;

	for (size_t i = at < MEETING_TOKENS ? 0 : at - MEETING_TOKENS; i < end;
	     i++) {
		const int found = term_at(r, i, open->number);
		if (found && term && found != term)
			return 0;
		term = found ? found : term;
	}
	return term;
}

size_t tc_docnum_read_charter(struct tc_docnum_reader *r, size_t i)
{
	if (!tc_docnum_is(r, i, TC_SAYS_DIEU) ||
	    !tc_docnum_is(r, i + 1, TC_SAYS_LE) ||
	    skip_dang(r, i + 2) == i + 2 || !tc_docnum_gap_blank(r, i + 1) ||
	    !tc_docnum_gap_blank(r, i + 2))
		return i;
	struct tc_number *n = tc_docnum_add(
		r, tc_docnum_token(r, i)->off, tc_docnum_end(r, i + 2),
		(struct tc_cite){ .lead = i, .from = i, .to = i + 3 });
	n->canonical = TC_STR("DL");
	n->system = TC_SYSTEM_PARTY;
	n->confidence = .9f;
	n->rule = "charter";
	return i + 3;
}
