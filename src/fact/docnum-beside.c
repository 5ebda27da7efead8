/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands beside a number: its date, and who issued it (docnum-issuer.c).
 * A date binds to the nearest number on its left, with no more than a comma,
 * "ngay" and "cua X" between; else a sentence says that on that day X issued
 * it.  Members of a list share both.
 */
#include "config.h"

#include "fact/docnum-part.h"

#include "fact/date.h"
#include "fact/unit-words.h"

#define HEADING_WORDS_MAX 8	/* "ngày 6 tháng 8 năm 1949" */
#define DEFINED_WORDS_MAX 6	/* "sau đây gọi tắt là" */
#define SUBJECT_WORDS_MAX 48

const char tc_rule_list_date[] = "list-date";

static bool ends_clause(char c)
{
	return c == ';' || c == ':' || c == '!' || c == '?' || c == '"';
}

bool tc_docnum_gap_stops(struct tc_str gap)
{
	if (gap.n == 1)
		return *gap.p != ' ' && (*gap.p == '.' || ends_clause(*gap.p));
	for (size_t k = 0; k < gap.n; k++) {
		if (ends_clause(gap.p[k]))
			return true;
		if (gap.p[k] == '.' && (k + 1 == gap.n || gap.p[k + 1] == ' ' ||
					gap.p[k + 1] == '\n'))
			return true;
	}
	return gap.n > 6;
}

/* "nam 2019", "(2019)". */
static bool year_at(const struct tc_docnum_reader *r, size_t i,
		    struct tc_date *d)
{
	bool bracket = tc_str_is(tc_str_trim(tc_docnum_gap(r, i)), "(");
	size_t k = i;

	/* "Quy định 21: năm 2022 kết nạp ..." */
	if (tc_docnum_is(r, i, TC_SAYS_NAM) &&
	    tc_docnum_gap_to_date(tc_docnum_gap(r, i)))
		k++;
	else if (!bracket)
		return false;
	const struct tc_token *t = tc_docnum_token(r, k);
	int year = t && t->bare.n == 4 ? tc_docnum_figures(t->bare) : 0;
	if (year < 1930 || year > 2100)
		return false;
	if (k == i && !tc_str_starts(tc_docnum_gap(r, k + 1), TC_STR(")")))
		return false;
	*d = (struct tc_date){ .year = (int16_t)year };
	return true;
}

/* "đã được", "mới": before what is said of the issue. */
static bool is_past(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_spells(r, i, "đã", "da") ||
	       tc_docnum_spells(r, i, "mới", "moi") ||
	       tc_docnum_spells(r, i, "vừa", "vua");
}

/* "được ban hành", "ra đời", "được thông qua vào", "adopted on", behind the
 * number. */
static size_t skip_issued(const struct tc_docnum_reader *r, size_t i)
{
	static const enum tc_word_said words[] = {
		TC_SAYS_DUOC, TC_SAYS_KY, TC_SAYS_BAN, TC_SAYS_HANH,
		TC_SAYS_KY, TC_SAYS_RA, TC_SAYS_DATED,
	};
	const size_t before = i, first = i += is_past(r, i);

	if (tc_docnum_token(r, i) &&
	    tc_str_is(tc_docnum_token(r, i)->exact, "was"))
		i++;
	if (tc_docnum_token(r, i + 1) &&
	    tc_str_is(tc_docnum_token(r, i + 1)->exact, "on") &&
	    tc_docnum_issued_in_english(r, i))
		return i + 2;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_docnum_is(r, i, words[k]) &&
		    tc_docnum_gap_to_date(tc_docnum_gap(r, i)))
			i++;
	if (i > first && tc_docnum_is(r, i - 1, TC_SAYS_RA) &&
	    tc_docnum_spells(r, i, "đời", "doi"))
		i++;
	if (tc_docnum_spells(r, i, "thông", "thong") &&
	    tc_docnum_spells(r, i + 1, "qua", "qua"))
		i += 2;
	if (i > first && (tc_docnum_spells(r, i, "vào", "vao") ||
			  tc_docnum_spells(r, i, "từ", "tu")))
		i++;
	/* "đề ngày 12/3/2021" */
	if (i == first && tc_docnum_spells(r, i, "đề", "de") &&
	    tc_docnum_is(r, i + 1, TC_SAYS_NGAY))
		i++;
	return i > first ? i : before;
}

/* "cùng ngày 15/9/2022": of all that are listed before it. */
static bool says_same(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_spells(r, i, "cùng", "cung") &&
	       tc_docnum_is(r, i + 1, TC_SAYS_NGAY);
}

/* A date right at token i. */
static bool read_date(const struct tc_docnum_reader *r, size_t i,
		      struct tc_date *d)
{
	const struct tc_token *t;

	if (!tc_docnum_gap_to_date(tc_docnum_gap(r, i)) ||
	    tc_docnum_begins_line(r, i))
		return false;
	const size_t issued = skip_issued(r, i);
	/* "được ban hành, ngày 4/5 xã đã học" */
	if (issued > i && !tc_docnum_gap_blank(r, issued))
		return false;
	i = issued + says_same(r, issued);
	t = tc_docnum_token(r, i);
	if (!t)
		return false;
	if (tc_docnum_is(r, i, TC_SAYS_NGAY))
		return tc_docnum_day_at(r, i, d);
	if (tc_docnum_is(r, i, TC_SAYS_THANG))
		return tc_docnum_date_at(r, i, d) && d->year;
	const bool month = tc_scan_flags(r->scan, i) & TC_WORD_MONTH_NAME;
	return (t->flags & TC_TOKEN_DIGIT || month) &&
	       tc_docnum_date_at(r, i, d) && d->year && d->month;
}

/* "cua" printed right behind the number, in the last token of the mention:
 * TWcua. */
static bool glued_of(const struct tc_docnum_reader *r, uint32_t end, size_t i)
{
	struct tc_str text = tc_str_from(r->scan->text, end);

	return i && end < tc_docnum_end(r, i - 1) &&
	       tc_str_starts(text, TC_STR("của"));
}

/* What is said of the document, or when something else is due: "của Bộ Chính
 * trị yêu cầu hoàn thành trước ngày ...". */
static bool ends_issuer(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t after;

	if (tc_docnum_is_about(r, i) || tc_docnum_is(r, i, TC_SAYS_TRUOC))
		return true;
	return !(t->flags & TC_TOKEN_UPPER) &&
	       !tc_docnum_is(r, i, TC_SAYS_BAN) &&
	       tc_unit_word_at(r->scan, i, TC_UNIT_STOP, false, &after) &&
	       !tc_docnum_is(r, i, TC_SAYS_KHOA);
}

/* "Ban Bí thư (khóa XI) ngày ...": behind the term, and its bracket, at token
 * i. */
static bool date_behind_term(const struct tc_docnum_reader *r, size_t i,
			     struct tc_date *d)
{
	static const char *const gaps[] = { "", ")", ",", "),", ") (", "(" };
	const struct tc_str gap = tc_str_trim(tc_docnum_gap(r, i));

	if (!tc_docnum_token(r, i) || !TC_AMONG(gap, gaps))
		return false;
	if (tc_docnum_is(r, i, TC_SAYS_NGAY))
		return tc_docnum_day_at(r, i, d);
	return tc_docnum_token(r, i)->flags & TC_TOKEN_DIGIT &&
	       tc_docnum_date_at(r, i, d) && d->year && d->month;
}

static size_t issuer_end(size_t i, size_t limit)
{
	return i + TC_DOCNUM_ISSUER_MAX < limit ? i + TC_DOCNUM_ISSUER_MAX
						: limit;
}

/* The date behind "cua X". */
static bool date_behind_issuer(const struct tc_docnum_reader *r, size_t i,
			       size_t limit, struct tc_date *d)
{
	const size_t end = issuer_end(i, limit);

	for (size_t k = i; k < end; k++) {
		if (tc_docnum_gap_stops(tc_docnum_gap(r, k)) ||
		    tc_docnum_begins_line(r, k))
			return false;
		if (tc_docnum_is(r, k, TC_SAYS_NGAY) ||
		    (tc_docnum_token(r, k)->flags & TC_TOKEN_DIGIT))
			return read_date(r, k, d) ||
			       (k >= 2 && tc_docnum_is(r, k - 2, TC_SAYS_KHOA) &&
				date_behind_term(r, k, d));
		if (ends_issuer(r, k))
			return false;
	}
	return false;
}

/* "ngay" or "on" stands within reach before it, as before few. */
static bool day_before(const struct tc_docnum_reader *r, size_t lead,
		       size_t floor)
{
	const size_t first = lead > floor + TC_DOCNUM_BEFORE_MAX ?
				     lead - TC_DOCNUM_BEFORE_MAX : floor;

	unsigned begins = 0;

#pragma GCC unroll 4
	for (size_t i = first; i < lead; i++)
		begins |= r->scan->marks[i].begins;
	return begins & TC_BEGINS_DAY;
}

/* "Ngày 6.8.1949", a line of its own that ends before token i: the heading of
 * what is told below it. */
static bool day_above(const struct tc_docnum_reader *r, size_t i, size_t floor,
		      struct tc_date *d)
{
	struct tc_date_mention m;

	for (size_t k = i; k > floor && i - k < HEADING_WORDS_MAX; k--) {
		const struct tc_str gap = tc_docnum_gap(r, k - 1);
		if (!tc_docnum_is(r, k - 1, TC_SAYS_NGAY))
			continue;
		if ((k > 1 && !memchr(gap.p, '\n', gap.n)) ||
		    !tc_date_at(r->scan, k - 1, &m) ||
		    m.end != tc_docnum_end(r, i - 1))
			return false;
		*d = m.from;
		return d->year && d->day;
	}
	return false;
}

/* "đã có văn bản chỉ đạo số", "văn bản hướng dẫn số": where the document begins
 * whose type word, or "số", is token `lead`. */
static size_t before_direction(const struct tc_docnum_reader *r, size_t lead)
{
	const bool direction = lead > 3 &&
			       tc_docnum_spells(r, lead - 1, "đạo", "dao");
	const size_t behind = direction ? lead - 2 : lead;

	return behind > 1 && tc_docnum_spells(r, behind - 1, "bản", "ban") &&
			       tc_docnum_spells(r, behind - 2, "văn", "van") ?
		       behind - 2 : lead;
}

/* The full stops of "09.03.2021", before token i. */
static bool is_in_date(const struct tc_docnum_reader *r, size_t i)
{
	return tc_str_is(tc_docnum_gap(r, i), ".") && i &&
	       tc_docnum_token(r, i)->flags &
		       tc_docnum_token(r, i - 1)->flags & TC_TOKEN_DIGIT;
}

/* "Ngay D, X ban hanh Chi thi so ...", "On D, X issued Directive No. ...":
 * backwards inside the sentence. */
static bool date_before(const struct tc_docnum_reader *r, size_t lead,
			size_t floor, struct tc_date *d)
{
	if (!day_before(r, lead, floor))
		return false;
	lead = before_direction(r, lead);
	if (!tc_docnum_issues(r, lead, floor))
		return false;
	for (size_t n = 0, i = lead; n < TC_DOCNUM_BEFORE_MAX && i > floor;
	     n++, i--) {
		struct tc_str gap = tc_docnum_gap(r, i);
		if (!tc_str_is(gap, " ") && memchr(gap.p, '\n', gap.n))
			return !tc_str_trim(gap).n && day_above(r, i, floor, d);
		if (!tc_str_is(gap, " ") && tc_docnum_gap_stops(gap) &&
		    !tc_str_is(tc_str_trim(gap), ":") && !is_in_date(r, i))
			return false;
		if (tc_docnum_is(r, i - 1, TC_SAYS_NGAY))
			return tc_docnum_day_at(r, i - 1, d) && d->day;
		if (tc_docnum_is(r, i - 1, TC_SAYS_ON) &&
		    tc_docnum_date_at(r, i, d) && d->day)
			return true;
	}
	return false;
}

/* "ra đời năm 2017". */
static bool year_issued(const struct tc_docnum_reader *r, size_t i,
			struct tc_date *d)
{
	const size_t k = skip_issued(r, i);

	return k > i && tc_docnum_is(r, k, TC_SAYS_NAM) && year_at(r, k, d);
}

/* "NQ-HDND tinh": the level of a body, before its date. */
static size_t skip_level(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_is(r, i, TC_SAYS_TINH) ||
	    tc_docnum_is(r, i, TC_SAYS_HUYEN) ||
	    tc_docnum_is(r, i, TC_SAYS_XA) ||
	    tc_docnum_is(r, i, TC_SAYS_PHUONG))
		return tc_docnum_gap_blank(r, i) ? i + 1 : i;
	return i;
}

/* "được Bộ Chính trị ban hành ngày 16/3/2022", "do đồng chí X ký ngày ...":
 * who issued it, the verb and the day. */
static bool date_behind_verb(const struct tc_docnum_reader *r, size_t i,
			     size_t limit, struct tc_date *d)
{
	const size_t end = issuer_end(i, limit);
	size_t k = i + is_past(r, i);

	k += tc_docnum_is(r, k, TC_SAYS_DUOC) || tc_docnum_is_of(r, k);
	if (k + 2 >= end || !(tc_docnum_token(r, k)->flags & TC_TOKEN_UPPER ||
			      tc_docnum_spells(r, k, "đồng", "dong")))
		return false;
	for (; k + 2 < end && tc_docnum_gap_blank(r, k); k++)
		if (tc_docnum_is(r, k, TC_SAYS_KY) ||
		    (tc_docnum_is(r, k, TC_SAYS_BAN) &&
		     tc_docnum_is(r, k + 1, TC_SAYS_HANH)))
			return tc_docnum_gap_blank(r, k + 1) &&
			       read_date(r, k, d) && d->year;
	return false;
}

/* "(ngày 23/7/2025)", alone in its bracket, whose first token is i. */
static bool date_in_bracket(const struct tc_docnum_reader *r, size_t i,
			    struct tc_date *d)
{
	struct tc_date_mention m;

	if (!tc_date_at(r->scan, i, &m) &&
	    !(tc_docnum_is(r, i, TC_SAYS_NGAY) &&
	      tc_date_at(r->scan, i + 1, &m)))
		return false;
	*d = m.from;
	return d->day && d->year && m.end < r->scan->text.n &&
	       r->scan->text.p[m.end] == ')';
}

/* The gap before token i, without the quotation marks that stand in it. */
static enum tc_gap gap_but_quotes(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const quotes[] = { " ", "\"", "“", "”", "'" };
	struct tc_str gap = tc_docnum_gap(r, i);
	bool open = false;

	if (tc_scan_gap(r->scan, i) != TC_GAP_HARD)
		return tc_scan_gap(r->scan, i);
	while (gap.n) {
		size_t n = 0;
		for (size_t k = 0; k < sizeof quotes / sizeof *quotes; k++)
			if (tc_str_starts(gap, tc_str0(quotes[k])))
				n = strlen(quotes[k]);
		if (!n && *gap.p != '(')
			return TC_GAP_HARD;
		open |= !n;
		gap = tc_str_from(gap, n ? n : 1);
	}
	return open ? TC_GAP_OPEN : TC_GAP_BLANK;
}

/* "về đổi mới sinh hoạt, nâng cao chất lượng (ngày 23/7/2025)": behind the
 * subject, where no comma begins what somebody did. */
static bool date_behind_subject(const struct tc_docnum_reader *r, size_t i,
				size_t limit, struct tc_date *d)
{
	const unsigned who = TC_UNIT_HEADS | TC_UNIT_AREA | TC_UNIT_HOOD;
	const size_t end = i + SUBJECT_WORDS_MAX < limit ?
				   i + SUBJECT_WORDS_MAX : limit;
	size_t after;

	if (tc_docnum_is_of(r, i))
		while (i < end && tc_docnum_gap_blank(r, i) &&
		       !tc_docnum_is_about(r, i))
			i++;
	if (i >= end || !tc_docnum_is_about(r, i) ||
	    gap_but_quotes(r, i) != TC_GAP_BLANK)
		return false;
	for (size_t k = i + 1; k < end; k++) {
		const enum tc_gap gap = gap_but_quotes(r, k);
		if (gap == TC_GAP_OPEN)
			return date_in_bracket(r, k, d);
		if (gap == TC_GAP_HARD || gap == TC_GAP_DOT ||
		    (gap == TC_GAP_COMMA &&
		     (tc_docnum_token(r, k)->flags & TC_TOKEN_UPPER ||
		      tc_unit_word_at(r->scan, k, who, false, &after))))
			return false;
	}
	return false;
}

/* "issued Plan No. 14-KH/TU on July 20, 2021" */
static bool date_behind_on(const struct tc_docnum_reader *r,
			   const struct tc_cite *c, struct tc_docnum_place p,
			   struct tc_date *d)
{
	return tc_docnum_is(r, c->to, TC_SAYS_ON) &&
	       tc_docnum_gap_blank(r, c->to) && c->to + 1 < p.limit &&
	       tc_docnum_issues(r, c->lead, p.floor) &&
	       tc_docnum_date_at(r, c->to + 1, d) && d->day && d->year;
}

static void find_date(const struct tc_docnum_reader *r,
		      const struct tc_cite *c, struct tc_docnum_place p,
		      struct tc_number *m)
{
	size_t i = skip_level(r, c->to);
	struct tc_date d = { 0 };

	const size_t first = i + tc_docnum_is_of(r, i);
	const size_t term = tc_docnum_past_term(r, first);
	const bool termed = term > first && term < p.limit;

	if (i < p.limit && (read_date(r, i, &d) || date_behind_on(r, c, p, &d) ||
			    (termed && date_behind_term(r, term, &d)))) {
		m->date = d;
	} else if (i < p.limit && (year_at(r, i, &d) || year_issued(r, i, &d) ||
				   (termed && year_at(r, term, &d)))) {
		m->date = d;
		m->rule = tc_rule_list_date;
	} else if ((tc_docnum_is_of(r, i) &&
		    date_behind_issuer(r, i + 1, p.limit, &d)) ||
		   (glued_of(r, m->end, i) &&
		    date_behind_issuer(r, i, p.limit, &d)) ||
		   date_behind_verb(r, i, p.limit, &d) ||
		   date_behind_subject(r, i, p.limit, &d) ||
		   tc_docnum_date_of_head(r, c, i, p.floor, p.limit, &d)) {
		m->date = d;
	}
}

/* "Nghị quyết số 02-NQ/TW (sau đây gọi tắt là Nghị quyết số 02), ngày
 * 12/6/2021": behind the short form that is defined, and the date of both. */
static void find_date_of_defined(const struct tc_docnum_reader *r, size_t k)
{
	const struct tc_cite *const c = &r->cites[k], *const next = c + 1;
	struct tc_number *const m = &r->out->v[r->first + k];
	const size_t i = next->to;
	struct tc_date d;

	if (m->date.year || tc_scan_gap(r->scan, c->to) != TC_GAP_OPEN ||
	    next->lead > c->to + DEFINED_WORDS_MAX ||
	    (next->lead > c->to &&
	     !tc_docnum_is(r, next->lead - 1, TC_SAYS_LA)) ||
	    m[1].date.year || !tc_str_eq(m->number, m[1].number) ||
	    !tc_docnum_is(r, i, TC_SAYS_NGAY) ||
	    !tc_str_starts(tc_docnum_gap(r, i), TC_STR(")")) ||
	    !tc_docnum_day_at(r, i, &d) || !d.year)
		return;
	m->date = m[1].date = d;
}

/* The date of a sentence that tells of the issue, unless it is the date of
 * the number before. */
static void find_date_before(const struct tc_docnum_reader *r, size_t k,
			     struct tc_docnum_place p)
{
	const struct tc_cite *c = &r->cites[k];
	struct tc_number *m = &r->out->v[r->first + k];
	struct tc_date d = { 0 };

	/* "Ngày 22/11/2022 ... ban hành Hướng dẫn ... năm 2022": the day */
	if (m->date.month || c->joined ||
	    !date_before(r, c->lead, p.floor, &d) ||
	    (m->date.year && d.year && m->date.year != d.year))
		return;
	if (!d.year)
		d.year = m->date.year;
	if (!k || !tc_date_same(m[-1].date, d)) {
		m->date = d;
		r->cites[k].dated_before = true;
		if (m->rule == tc_rule_list_date)
			m->rule = "symbol";
	}
}

/* "Ngày 10/11 ... đã ký quyết định số 2804/QĐ-UBND và quyết định số
 * 2805/QĐ-UBND": one date for both. */
static void share_date_before(const struct tc_docnum_reader *r, size_t k)
{
	const struct tc_cite *c = &r->cites[k];
	struct tc_number *m = &r->out->v[r->first + k];

	if (!m->date.year && !m->date.month && c[-1].dated_before &&
	    tc_docnum_separator(r, c[-1].to, false) == c->lead) {
		m->date = m[-1].date;
		m->rule = tc_rule_list_date;
		r->cites[k].dated_before = true;
	}
}

/* Two numbers of one type with nothing but a separator between share what
 * stands behind the second. */
static bool shares(const struct tc_docnum_reader *r, size_t k)
{
	const struct tc_cite *c = &r->cites[k], *next = c + 1;
	const struct tc_number *m = &r->out->v[r->first + k];

	if (next->joined)
		return true;
	/* a congress of the whole Party's, and one of a lower body's */
	if (tc_str_starts(m->canonical, TC_STR("DH")))
		return false;
	return ((tc_str_eq(m->type, m[1].type) &&
		 tc_str_eq(m->issuer, m[1].issuer)) || says_same(r, next->to)) &&
	       tc_docnum_separator(r, c->to, false) == next->lead;
}

static void inherit(const struct tc_docnum_reader *r, size_t k)
{
	struct tc_number *m = &r->out->v[r->first + k];
	/* "Nghị định 108/2014/NĐ-CP, 113/2018/NĐ-CP ngày 31/8/2018" */
	const bool other = m->year.n &&
			   tc_docnum_figures(m->year) != m[1].date.year;

	if (!m->date.year && !m->date.month && m[1].date.year && !other) {
		m->date = m[1].date;
		m->rule = tc_rule_list_date;
	}
	/* "12-NQ/TU, 30/2026/QH16" has two */
	if (!m->issuer_unit.n &&
	    (!m->issuer.n || tc_str_eq(m->issuer, m[1].issuer)))
		m->issuer_unit = m[1].issuer_unit;
}

static struct tc_docnum_place place_of(const struct tc_docnum_reader *r,
				       size_t k)
{
	size_t n = r->out->n - r->first;

	return (struct tc_docnum_place){
		.floor = k ? r->cites[k - 1].to : 0,
		.limit = k + 1 < n ? r->cites[k + 1].lead
				   : r->scan->tokens.n,
	};
}

void tc_docnum_read_beside(struct tc_docnum_reader *r)
{
	size_t n = r->out->n - r->first;

	for (size_t k = 0; k < n; k++) {
		struct tc_number *m = &r->out->v[r->first + k];
		const struct tc_docnum_place p = place_of(r, k);
		find_date(r, &r->cites[k], p, m);
		tc_docnum_find_issuer(r, &r->cites[k], p, m);
		find_date_before(r, k, p);
		if (k)
			share_date_before(r, k);
	}
	for (size_t k = 0; k + 1 < n; k++)
		find_date_of_defined(r, k);
	/* from the last on, so that a list's end reaches its head */
	for (size_t k = n; k-- > 1;)
		if (shares(r, k - 1))
			inherit(r, k - 1);
}
