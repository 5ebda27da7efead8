/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Ranges and lists of dates as a query gives them, each side and member read
 * by itself (date-point.h):
 *
 *   tháng 5, tháng 7 - tháng 8/2023 và 2024
 *   list    of three, split at the comma and "và"
 *   range   the second, split at the dash
 *
 * They are read from the last to the first: what one leaves out is taken from
 * the one behind it ("tháng 7" is of 2023, and so is "tháng 5"), but the word
 * that says what a bare number counts from the one before ("khóa XI, XII"), and
 * what a month may be, where that has no year of its own: "quý 1-2/2023", but
 * not "quý 1/2022, 2/2023".
 */
#include "config.h"

#include "fact/date.h"

#include "base/language.h"
#include "fact/date-point.h"
#include "text/fold.h"
#include "text/utf8.h"

static const char reversed[] = N_("the range ends before it begins");
static const char one_date[] =
	N_("behind trước and sau goes one date; write 2021..2025 for a range");
static const char which_dash[] =
	N_("which dash is the range's? write .. there");
static const char no_today[] =
	N_("a query knows no today, so that it finds the same later, too; write "
	   "the date");
static const char a_list[] = N_("one date or range is asked for, not a list");

/* The words around dates, in both languages; of those that begin with others,
 * the longer ones first. */
static const char *const since_words[] = { "từ", "kể từ", "from", "since",
					   NULL };
static const char *const before_words[] = { "trước", "before", NULL };
static const char *const after_words[] = { "sau", "after", NULL };
static const char *const until_words[] = { "đến", "tới", "to", "until", "till",
					   NULL };
static const char *const list_words[] = { "và", "hoặc", "and", "or", NULL };
/* "từ đầu năm 2023 đến hết tháng 6/2024" */
static const char *const start_words[] = { "đầu", NULL };
static const char *const end_words[] = { "hết", "cuối", NULL };
static const char *const now_words[] = { "nay", "hôm nay", "now", "today",
					 NULL };
static const char *const relative_words[] = {
	"hôm nay", "hôm qua", "nay", "tuần này", "tuần trước", "tuần qua",
	"tháng này", "tháng trước", "tháng qua", "quý này", "quý trước",
	"năm nay", "năm ngoái", "năm trước", "năm qua", "now", "today",
	"yesterday", "this week", "last week", "this month", "last month",
	"this year", "last year", NULL
};

static bool takes_any(struct tc_str s, const char *const *words,
		      struct tc_str *rest)
{
	for (; *words; words++)
		if (tc_date_takes(s, *words, rest))
			return true;
	return false;
}

/* All of it, with marks or without, blanks or not. */
static bool is_any(struct tc_str s, const char *const *words)
{
	TC_SCOPED_BUF typed = { 0 }, word = { 0 };

	tc_date_squeeze(s, &typed);
	for (; *words; words++) {
		tc_buf_clear(&word);
		tc_date_squeeze(tc_str0(*words), &word);
		if (tc_str_eq(tc_buf_str(&typed), tc_buf_str(&word)))
			return true;
	}
	return false;
}

/* What the neighbours of a part tell, and what is wrong with the part. */
struct reader {
	struct tc_date after;	/* the date behind; zero where there is none */
	struct tc_date said;	/* the one just read, to be behind the next */
	struct tc_str head;	/* "quý", of the one before */
	bool whole;		/* the one before has its year */
	struct tc_str where;
	const char *why;
};

static bool refuse(struct reader *r, struct tc_str where, const char *why)
{
	r->where = where;
	r->why = why;
	return false;
}

/* "3", "XII" */
static bool is_number(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr(" .,/-", s.p[i]))
			return false;
	return s.n > 0;
}

static bool takes_head(const struct reader *r, struct tc_str s)
{
	char own[TC_DATE_HEAD_MAX];
	struct tc_date d;

	return r->head.n && !tc_date_head(s, own).n && !tc_date_read(s, &d) &&
	       (!r->whole || is_number(s));
}

/* A bare number counts what the one before it does: "quý 1-2/2023". */
static bool read_headed(const struct reader *r, struct tc_str s,
			struct tc_span *out, const char **why)
{
	char headed[TC_DATE_TEXT_MAX];
	const size_t n = r->head.n + 1 + s.n;

	*why = NULL;
	if (n > sizeof headed || !takes_head(r, s))
		return false;
	memcpy(headed, r->head.p, r->head.n);
	headed[r->head.n] = ' ';
	memcpy(headed + r->head.n + 1, s.p, s.n);
	return tc_date_point(tc_str(headed, n), r->after, out, why);
}

static bool read_side(struct reader *r, struct tc_str s, struct tc_span *out)
{
	const char *why;

	r->where = s;
	if (!read_headed(r, s, out, &why)) {
		if (!tc_date_point(s, r->after, out, &r->why))
			return false;
		/* "quý 1-5/2023" ends with no month */
		if (why == tc_date_no_quarter && !out->from.day)
			return refuse(r, s, why);
	}
	r->said = tc_date_same(out->from, out->to) ? out->from :
						     (struct tc_date){ 0 };
	return true;
}

static bool is_reversed(const struct tc_span *s)
{
	return tc_date_known(s->from) && tc_date_known(s->to) &&
	       tc_date_first(s->from) > tc_date_last(s->to);
}

static bool is_whole(struct tc_str s)
{
	struct tc_span span;
	const char *why;

	return tc_date_point(s, (struct tc_date){ 0 }, &span, &why);
}

/* Either side may be empty, but not both. */
static bool read_sides(struct reader *r, struct tc_str left,
		       struct tc_str right, struct tc_span *out)
{
	const struct reader outside = *r;
	struct tc_span begin = { { 0 }, { 0 } }, end = { { 0 }, { 0 } };
	char head[TC_DATE_HEAD_MAX];

	left = tc_str_trim(left);
	right = tc_str_trim(right);
	if (!left.n && !right.n)
		return refuse(r, left, tc_date_is_none);
	if (left.n) {
		r->head = tc_date_head(left, head);
		r->whole = is_whole(left);
	}
	bool good = !right.n || read_side(r, right, &end);
	r->head = outside.head;
	r->whole = outside.whole;
	if (right.n)
		r->after = r->said;
	good = good && (!left.n || read_side(r, left, &begin));
	r->after = outside.after;
	*out = (struct tc_span){ begin.from, end.to };
	return good;
}

/* Two sides, the right one perhaps "nay": an open end. */
static bool read_until(struct reader *r, struct tc_str left,
		       struct tc_str right, struct tc_span *out)
{
	if (tc_str_trim(left).n && is_any(right, now_words))
		right.n = 0;
	return read_sides(r, left, right, out);
}

/* The dash at or behind byte *at, which it moves to; its length, 0 for none. */
static size_t find_dash(struct tc_str s, size_t *at)
{
	static const char *const dashes[] = { "-", "–", "—" };

	for (; *at < s.n; ++*at)
		for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
			if (tc_str_starts(tc_str_from(s, *at),
					  tc_str0(dashes[i])))
				return strlen(dashes[i]);
	return 0;
}

static bool same_span(const struct tc_span *a, const struct tc_span *b)
{
	return tc_date_same(a->from, b->from) && tc_date_same(a->to, b->to);
}

/* How many readings its dashes have, those alone that stand between blanks or
 * all: 2 for more. */
static int count_dashed(struct reader *r, struct tc_str s, bool apart,
			struct tc_span *out)
{
	const struct reader start = *r;
	struct tc_span span;
	int count = 0;

	for (size_t at = 1, n; (n = find_dash(s, &at)) > 0; at += n) {
		struct reader try = start;
		const struct tc_str left = tc_str(s.p, at);
		const struct tc_str right = tc_str_from(s, at + n);
		if (!right.n || (apart && (!tc_str_ends(left, TC_STR(" ")) ||
					   right.p[0] != ' ')))
			continue;
		const bool good = read_until(&try, left, right, &span);
		if (good && count && !same_span(&span, out))
			return 2;
		if (good)
			*out = span;
		if (good || (apart && !count))
			*r = try;
		count |= good;
	}
	return count;
}

/* "1/2021-6/2022": two that are whole.  A dash between blanks goes first, and
 * says what is wrong where there is no reading. */
static bool read_dashed(struct reader *r, struct tc_str s,
			struct tc_span *out)
{
	const struct reader start = *r;
	int count = count_dashed(r, s, true, out);

	if (!count) {
		struct reader all = start;
		count = count_dashed(&all, s, false, out);
		if (count)
			*r = all;
	}
	return count == 1 || (count > 1 && refuse(r, s, which_dash));
}

/* "trước năm 2010", "sau 5/2019": without these themselves. */
static bool read_beyond(struct reader *r, struct tc_str s, bool before,
			struct tc_span *out)
{
	struct reader try = *r;
	struct tc_span at;

	if (!read_side(r, s, &at))
		return read_dashed(&try, s, &at) ? refuse(r, s, one_date) :
						   false;
	*out = (struct tc_span){ { 0 }, { 0 } };
	if (before)
		out->to = tc_date_from_days(
			tc_date_days(tc_date_first_day(at.from)) - 1);
	else if (tc_date_known(at.to))
		out->from = tc_date_from_days(
			tc_date_days(tc_date_last_day(at.to)) + 1);
	return true;
}

/* The link of "A đến B", "A tới hết B". */
static bool find_link(struct tc_str s, struct tc_str *left,
		      struct tc_str *right)
{
	for (size_t at = 0; at < s.n; at++) {
		if ((at && s.p[at - 1] != ' ') ||
		    !takes_any(tc_str_from(s, at), until_words, right))
			continue;
		takes_any(*right, end_words, right);
		*left = tc_str(s.p, at);
		return true;
	}
	return false;
}

/* "2021 trở đi": the end is open, or the beginning. */
static bool cut_onwards(struct tc_str *s, bool *back)
{
	static const struct {
		const char *words;
		bool back;
	} ends[] = {
		{ " trở đi", false }, { " tro di", false },
		{ " trở lại đây", false }, { " tro lai day", false },
		{ " onwards", false }, { " onward", false },
		{ " trở về trước", true }, { " tro ve truoc", true },
	};
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(*s, &lower);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const struct tc_str end = tc_str0(ends[i].words);
		if (lower.n != s->n || !tc_str_ends(tc_buf_str(&lower), end))
			continue;
		s->n -= end.n;
		*back = ends[i].back;
		return true;
	}
	return false;
}

/* What words say around a date: "từ 2021 đến nay", "trước 2010", "năm 2021 trở
 * đi".  A date behind "từ" alone has an open end. */
static bool read_spoken(struct reader *r, struct tc_str s,
			struct tc_span *out)
{
	const bool before = takes_any(s, before_words, &s);
	struct tc_str left, right;
	bool back = false;

	if (before || takes_any(s, after_words, &s))
		return read_beyond(r, s, before, out);
	const bool from = takes_any(s, since_words, &s);
	if (from)
		takes_any(s, start_words, &s);
	if (find_link(s, &left, &right))
		return read_until(r, left, right, out);
	const bool onwards = cut_onwards(&s, &back);
	if ((from || onwards) && read_side(r, s, out)) {
		*(back ? &out->from : &out->to) = (struct tc_date){ 0 };
		return true;
	}
	return !onwards && read_dashed(r, s, out);
}

static bool read_range(struct reader *r, struct tc_str s,
		       struct tc_span *out)
{
	const size_t dots = tc_str_find(s, TC_STR(".."), 0);
	struct reader spoken = *r;

	if (dots != SIZE_MAX)
		return read_until(r, tc_str(s.p, dots),
				  tc_str_from(s, dots + 2), out);
	if (read_side(r, s, out) || read_spoken(&spoken, s, out) ||
	    (tc_date_takes(s, "giai đoạn", &s) &&
	     read_spoken(&spoken, s, out)))
		return true;
	if (spoken.why)
		*r = spoken;
	return false;
}

/* ---- lists ---- */

struct member {
	struct tc_str text;
	char room[TC_DATE_HEAD_MAX];
	struct tc_str head;	/* of the nearest before that has one */
	bool whole;		/* that one has its year */
	bool comma;		/* before it */
};

/* What stands between two members, at the start of s; 0: nothing does. */
static size_t link_at(struct tc_str s)
{
	struct tc_str rest;

	if (s.p[0] == ',' || s.p[0] == ';' || s.p[0] == '&')
		return 1;
	if (s.p[0] == ' ' && takes_any(tc_str_from(s, 1), list_words, &rest))
		return (size_t)(rest.p - s.p);
	return 0;
}

/* SIZE_MAX: too many. */
static size_t split(struct tc_str s, struct member v[TC_SPANS_MAX])
{
	size_t n = 0, start = 0;
	bool comma = false;

	for (size_t at = 0; at <= s.n; at++) {
		const size_t link = at < s.n ? link_at(tc_str_from(s, at)) : 0;
		if (!link && at < s.n)
			continue;
		if (n == TC_SPANS_MAX)
			return SIZE_MAX;
		v[n++] = (struct member){ .text = tc_str_trim(tc_str(
						  s.p + start, at - start)),
					  .comma = comma };
		comma = at < s.n && s.p[at] == ',';
		start = at + link;
		at += link ? link - 1 : 0;
	}
	return n;
}

static bool is_year(struct tc_str s)
{
	tc_date_takes(s, "năm", &s);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 4;
}

static bool stands_alone(struct tc_str s)
{
	struct reader alone = { .why = NULL };
	struct tc_span span;

	return read_range(&alone, s, &span);
}

/* "tháng 12, 2017" and "thứ tư, 15/5/2024" are one. */
static bool is_one(const struct member *a, const struct member *b)
{
	const struct tc_str both = tc_str(
		a->text.p, (size_t)(tc_str_end(b->text) - a->text.p));

	if (!b->comma || tc_date_is_weekday(a->text))
		return b->comma;
	return is_year(b->text) && !stands_alone(a->text) &&
	       stands_alone(both);
}

static size_t join(struct member *v, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (kept && is_one(&v[kept - 1], &v[i]))
			v[kept - 1].text.n = (size_t)(
				tc_str_end(v[i].text) - v[kept - 1].text.p);
		else
			v[kept++] = v[i];
	}
	return kept;
}

static void find_heads(struct member *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		v[i].head = tc_date_head(v[i - 1].text, v[i].room);
		v[i].whole = v[i - 1].whole;
		if (v[i].head.n)
			v[i].whole = stands_alone(v[i - 1].text);
		else
			v[i].head = v[i - 1].head;
	}
}

static bool read_member(struct reader *r, const struct member *m,
			struct tc_span *out)
{
	r->head = m->head;
	r->whole = m->whole;
	r->why = NULL;
	if (!read_range(r, m->text, out))
		return false;
	/* up to a term that lasts: all time */
	if (!tc_date_known(out->from) && !tc_date_known(out->to))
		return refuse(r, m->text, tc_date_is_none);
	if (is_reversed(out))
		return refuse(r, m->text, reversed);
	r->after = r->said;
	return true;
}

size_t tc_date_spans(struct tc_str s, struct tc_span v[TC_SPANS_MAX],
		     struct tc_str *where, const char **why)
{
	struct member members[TC_SPANS_MAX];
	struct reader r = { .why = NULL };

	*where = s = tc_str_trim(s);
	*why = tc_date_is_none;
	if (!s.n || s.n > TC_DATE_TEXT_MAX || tc_utf8_valid(s) != s.n)
		return 0;
	size_t n = split(s, members);
	if (n == SIZE_MAX)
		return 0;
	n = join(members, n);
	find_heads(members, n);
	for (size_t i = n; i--;) {
		if (read_member(&r, &members[i], &v[i]))
			continue;
		*where = r.where.n ? r.where : s;
		*why = is_any(*where, relative_words) ? no_today : r.why;
		return 0;
	}
	*why = NULL;
	return n;
}

bool tc_date_range(struct tc_str s, struct tc_date *from, struct tc_date *to,
		   const char **why)
{
	struct tc_span v[TC_SPANS_MAX];
	struct tc_str where;
	const size_t n = tc_date_spans(s, v, &where, why);

	*from = *to = (struct tc_date){ 0 };
	if (n > 1)
		*why = a_list;
	if (n != 1)
		return false;
	*from = v[0].from;
	*to = v[0].to;
	return true;
}
