/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What stands beside a number: its date and who issued it.  A date binds to
 * the nearest number on its left, with no more than a comma, "ngay" and "cua
 * X" between; else a sentence says that on that day X issued it.  Members of
 * a list share both.
 */
#include "config.h"

#include "fact/docnum-part.h"

#include "fact/central-rows.h"
#include "fact/date.h"
#include "fact/unit-words.h"

#define ISSUER_BEFORE_MAX 7	/* tokens of an issuer before its number */
#define ISSUER_WORDS_MAX 16	/* tokens of "cua X" before its date */
#define BEFORE_MAX 36		/* tokens between "ngay ... ban hanh" and it */
#define HEADING_WORDS_MAX 8	/* "ngày 6 tháng 8 năm 1949" */
#define ENGLISH_WORDS_MAX 8
#define ISSUED_WORDS_MAX 3	/* tokens between "ban hanh" and the number */

const char tc_rule_list_date[] = "list-date";

/* How many tokens from i on spell the row's words; 0 when they do not. */
static size_t match_words(const struct tc_docnum_reader *r, size_t i,
			  const struct tc_word_spelling *row)
{
	const size_t n = tc_word_spelled(row, r->scan->marks + i);

	for (size_t k = 1; k < n; k++)
		if (!tc_docnum_gap_blank(r, i + k))
			return 0;
	return n;
}

/* The longest central body named at token i, and its tokens. */
static const char *longest_issuer(const struct tc_docnum_reader *r, size_t i,
				  size_t *count)
{
	const char *best = NULL;

	*count = 0;
	const struct tc_word_rows rows = tc_scan_word(r->scan, i)->centrals;
	for (size_t k = rows.from; k < rows.to; k++) {
		const unsigned row = tc_word_centrals[k];
		const size_t n =
			match_words(r, i, &tc_word_central_spellings[row]);
		if (n > *count) {
			*count = n;
			best = centrals[row].name;
		}
	}
	return best;
}

static inline const char *issuer_at(const struct tc_docnum_reader *r,
				    size_t i, size_t *count)
{
	/* what nearly every token is turned away by */
	if (TC_LIKELY(i >= r->scan->tokens.n ||
		      tc_scan_word(r->scan, i)->centrals.to ==
			      tc_scan_word(r->scan, i)->centrals.from))
		return NULL;
	return longest_issuer(r, i, count);
}

static bool ends_clause(char c)
{
	return c == ';' || c == ':' || c == '!' || c == '?' || c == '"';
}

/* A gap that ends what belongs to a number. */
static bool gap_stops(struct tc_str gap)
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

/* The same before token i, but for the full stops of 18.5.2021. */
static bool stops_at(const struct tc_docnum_reader *r, size_t i)
{
	if (TC_LIKELY(i && i < r->scan->tokens.n &&
		      tc_scan_is_blank(r->scan, i)))
		return false;
	const struct tc_token *t = tc_docnum_token(r, i);
	const struct tc_str gap = tc_docnum_gap(r, i);
	if (i && t && tc_str_is(gap, ".") &&
	    t[-1].flags & t->flags & TC_TOKEN_DIGIT)
		return false;
	return gap_stops(gap);
}

/* "nam 2019", "(2019)". */
static bool year_at(const struct tc_docnum_reader *r, size_t i,
		    struct tc_date *d)
{
	bool bracket = tc_str_is(tc_str_trim(tc_docnum_gap(r, i)), "(");
	size_t k = i;

	if (tc_docnum_is(r, i, TC_SAYS_NAM))
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

static size_t skip_issued(const struct tc_docnum_reader *r, size_t i)
{
	static const enum tc_word_said words[] = {
		TC_SAYS_DUOC, TC_SAYS_BAN, TC_SAYS_HANH, TC_SAYS_KY,
		TC_SAYS_RA, TC_SAYS_DATED,
	};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_docnum_is(r, i, words[k]) &&
		    tc_docnum_gap_to_date(tc_docnum_gap(r, i)))
			i++;
	return i;
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
	i = issued;
	t = tc_docnum_token(r, i);
	if (!t)
		return false;
	if (tc_docnum_is(r, i, TC_SAYS_NGAY))
		return tc_docnum_date_at(r, i, d) ||
		       tc_docnum_date_at(r, i + 1, d);
	if (tc_docnum_is(r, i, TC_SAYS_THANG))
		return tc_docnum_date_at(r, i, d) && d->year;
	const bool month = tc_scan_word(r->scan, i)->flags & TC_WORD_MONTH_NAME;
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

static bool is_flagged(const struct tc_docnum_reader *r, size_t i,
		       unsigned flag)
{
	return TC_LIKELY(i < r->scan->tokens.n) &&
	       TC_UNLIKELY(tc_scan_word(r->scan, i)->flags & flag);
}

static bool is_of(const struct tc_docnum_reader *r, size_t i)
{
	return is_flagged(r, i, TC_WORD_OF);
}

static bool is_about(const struct tc_docnum_reader *r, size_t i)
{
	return is_flagged(r, i, TC_WORD_ABOUT);
}

/* What is said of the document, or when something else is due: "của Bộ Chính
 * trị yêu cầu hoàn thành trước ngày ...". */
static bool ends_issuer(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t after;

	if (is_about(r, i) || tc_docnum_is(r, i, TC_SAYS_TRUOC))
		return true;
	return !(t->flags & TC_TOKEN_UPPER) &&
	       !tc_docnum_is(r, i, TC_SAYS_BAN) &&
	       tc_unit_word_at(r->scan, i, TC_UNIT_STOP, false, &after) &&
	       !tc_docnum_is(r, i, TC_SAYS_KHOA);
}

/* "Ban Bí thư (khóa XI) ngày ...": behind the bracket, at token i. */
static bool date_behind_term(const struct tc_docnum_reader *r, size_t i,
			     struct tc_date *d)
{
	return tc_docnum_is(r, i, TC_SAYS_NGAY) && i >= 2 &&
	       tc_docnum_is(r, i - 2, TC_SAYS_KHOA) &&
	       tc_str_is(tc_str_trim(tc_docnum_gap(r, i)), ")") &&
	       (tc_docnum_date_at(r, i, d) || tc_docnum_date_at(r, i + 1, d));
}

/* The date behind "cua X". */
static bool date_behind_issuer(const struct tc_docnum_reader *r, size_t i,
			       size_t limit, struct tc_date *d)
{
	size_t end = i + ISSUER_WORDS_MAX < limit ? i + ISSUER_WORDS_MAX
						  : limit;

	for (size_t k = i; k < end; k++) {
		if (gap_stops(tc_docnum_gap(r, k)) ||
		    tc_docnum_begins_line(r, k))
			return false;
		if (tc_docnum_is(r, k, TC_SAYS_NGAY) ||
		    (tc_docnum_token(r, k)->flags & TC_TOKEN_DIGIT))
			return read_date(r, k, d) || date_behind_term(r, k, d);
		if (ends_issuer(r, k))
			return false;
	}
	return false;
}

/* "ban hanh", "ky", "ra", "da co": not the "hanh" of a committee. */
static bool says_issued(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const verbs[] = {
		"issued", "signed", "promulgated", "adopted", "approved",
		"có",
	};

	if (TC_AMONG(tc_docnum_token(r, i)->exact, verbs))
		return true;
	if (tc_docnum_is(r, i, TC_SAYS_HANH))
		return i && tc_docnum_is(r, i - 1, TC_SAYS_BAN);
	return tc_docnum_is(r, i, TC_SAYS_KY) || tc_docnum_is(r, i, TC_SAYS_RA);
}

/* "signed into issuance the Politburo's Directive": what may stand between the
 * verb and the document. */
static bool issues_in_english(const struct tc_docnum_reader *r, size_t lead,
			      size_t floor)
{
	static const char *const verbs[] = {
		"issued", "signed", "promulgated", "adopted", "approved",
	};
	static const char *const between[] = {
		"into", "off", "issuance", "the", "its", "a", "politburo",
		"politburo's", "politburo’s", "s", "party", "central",
		"committee", "secretariat", "bureau", "political",
	};

	for (size_t i = lead; i > floor && lead - i < ENGLISH_WORDS_MAX; i--) {
		const struct tc_str word = tc_docnum_token(r, i - 1)->exact;
		if (TC_AMONG(word, verbs))
			return true;
		if (!TC_AMONG(word, between))
			return false;
	}
	return false;
}

/* The verb has the number for its object: "ra Chi thi so", "ban hanh va trien
 * khai Ke hoach so"; not "ra quan thuc hien", "ky cam ket thuc hien Chi thi
 * so". */
static bool issues(const struct tc_docnum_reader *r, size_t lead, size_t floor)
{
	if (lead > floor && tc_docnum_is(r, lead - 1, TC_SAYS_THE))
		lead--;
	if (lead > floor && says_issued(r, lead - 1))
		return true;
	if (issues_in_english(r, lead, floor))
		return true;
	for (size_t i = lead; i > floor && lead - i <= ISSUED_WORDS_MAX; i--)
		if (tc_docnum_is(r, i - 1, TC_SAYS_HANH) &&
		    says_issued(r, i - 1))
			return !tc_docnum_spells(r, lead - 1, "hiện", "hien") &&
			       !tc_docnum_spells(r, lead - 1, "theo", "theo");
	return false;
}

/* "ngay" or "on" stands within reach before it, as before few. */
static bool day_before(const struct tc_docnum_reader *r, size_t lead,
		       size_t floor)
{
	const size_t first = lead > floor + BEFORE_MAX ? lead - BEFORE_MAX
						       : floor;

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

/* "Ngay D, X ban hanh Chi thi so ...", "On D, X issued Directive No. ...":
 * backwards inside the sentence. */
static bool date_before(const struct tc_docnum_reader *r, size_t lead,
			size_t floor, struct tc_date *d)
{
	if (!day_before(r, lead, floor) || !issues(r, lead, floor))
		return false;
	for (size_t n = 0, i = lead; n < BEFORE_MAX && i > floor; n++, i--) {
		struct tc_str gap = tc_docnum_gap(r, i);
		if (!tc_str_is(gap, " ") && memchr(gap.p, '\n', gap.n))
			return !tc_str_trim(gap).n && day_above(r, i, floor, d);
		if (!tc_str_is(gap, " ") && gap_stops(gap) &&
		    !tc_str_is(tc_str_trim(gap), ":"))
			return false;
		if (tc_docnum_is(r, i - 1, TC_SAYS_NGAY))
			return (tc_docnum_date_at(r, i - 1, d) ||
				tc_docnum_date_at(r, i, d)) && d->day;
		if (tc_docnum_is(r, i - 1, TC_SAYS_ON) &&
		    tc_docnum_date_at(r, i, d) && d->day)
			return true;
	}
	return false;
}

struct place {
	size_t floor, limit;	/* tokens of its neighbours */
};

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

/* "được Bộ Chính trị ban hành ngày 16/3/2022", "Thủ tướng Chính phủ ký ban hành
 * ngày ...": who issued it, the verb and the day. */
static bool date_behind_verb(const struct tc_docnum_reader *r, size_t i,
			     size_t limit, struct tc_date *d)
{
	const size_t end = i + ISSUER_WORDS_MAX < limit ? i + ISSUER_WORDS_MAX
							: limit;
	size_t k = i + tc_docnum_is(r, i, TC_SAYS_DUOC);

	if (k + 2 >= end || !(tc_docnum_token(r, k)->flags & TC_TOKEN_UPPER))
		return false;
	for (; k + 2 < end && tc_docnum_gap_blank(r, k); k++)
		if (tc_docnum_is(r, k, TC_SAYS_BAN) &&
		    tc_docnum_is(r, k + 1, TC_SAYS_HANH))
			return tc_docnum_gap_blank(r, k + 1) &&
			       tc_docnum_is(r, k + 2, TC_SAYS_NGAY) &&
			       read_date(r, k, d) && d->year;
	return false;
}

static void find_date(const struct tc_docnum_reader *r,
		      const struct tc_cite *c, struct place p,
		      struct tc_number *m)
{
	size_t i = skip_level(r, c->to);
	struct tc_date d = { 0 };

	if (i < p.limit && read_date(r, i, &d)) {
		m->date = d;
	} else if (i < p.limit && year_at(r, i, &d)) {
		m->date = d;
		m->rule = tc_rule_list_date;
	} else if ((is_of(r, i) && date_behind_issuer(r, i + 1, p.limit, &d)) ||
		   (glued_of(r, m->end, i) &&
		    date_behind_issuer(r, i, p.limit, &d)) ||
		   date_behind_verb(r, i, p.limit, &d) ||
		   tc_docnum_date_of_head(r, c, i, p.floor, p.limit, &d)) {
		m->date = d;
	}
}

/* The date of a sentence that tells of the issue, unless it is the date of
 * the number before. */
static void find_date_before(const struct tc_docnum_reader *r, size_t k,
			     struct place p)
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

/* "Ket luan 205 neu ro, xet bao cao cua Ban To chuc": a verb whose subject is
 * the document; what follows "cua" is not its issuer. */
static bool is_verb(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = { "nêu", "xác", "yêu", "xét",
					     "khẳng" };

	return TC_AMONG(tc_docnum_token(r, i)->exact, words);
}

/* The token behind "cua", whatever date stands between; 0 when there is none
 * before the subject or the sentence's end. */
static size_t behind_of(const struct tc_docnum_reader *r, size_t i,
			size_t limit)
{
	const size_t end = i + ISSUER_WORDS_MAX < limit ? i + ISSUER_WORDS_MAX
							: limit;

	for (; i < end; i++) {
		if (stops_at(r, i) || is_about(r, i) || is_verb(r, i))
			return 0;
		if (is_of(r, i))
			return i + 1;
	}
	return 0;
}

/* The issuer behind: "cua X". */
static const char *issuer_behind(const struct tc_docnum_reader *r, size_t i,
				 size_t limit)
{
	size_t n;
	const bool near = i < limit &&
			  tc_docnum_gap_to_date(tc_docnum_gap(r, i));
	const char *name = near ? issuer_at(r, i, &n) : NULL;

	if (name)
		return name;
	size_t k = behind_of(r, i, limit);
	if (k && tc_docnum_is(r, k, TC_SAYS_THE))
		k++;
	return k ? issuer_at(r, k, &n) : NULL;
}

/* The committee that issued the document, named before it: "Tỉnh ủy ban hành
 * Kế hoạch số", "TỈNH ỦY ... Số"; NULL when none is. */
static const char *committee_before(const struct tc_docnum_reader *r,
				    const struct tc_cite *c, size_t floor)
{
	if (!c->letterhead && !issues(r, c->lead, floor))
		return NULL;
	for (size_t i = c->lead; i > floor && c->lead - i < BEFORE_MAX; i--) {
		const char *const body = tc_docnum_committee(r, i - 1);
		if (body)
			return body;
		if (!c->letterhead && stops_at(r, i))
			return NULL;
	}
	return NULL;
}

/* "13-NQ/TƯ của Tỉnh ủy": the letter is that of the word, and the committee
 * the province's. */
static void mend_horn(const struct tc_docnum_reader *r,
		      const struct tc_cite *c, struct place p,
		      struct tc_number *m)
{
	if (!tc_str_is(m->issuer, "TW") ||
	    !tc_str_ends(m->printed, TC_STR("Ư")))
		return;
	const size_t k = behind_of(r, c->to, p.limit);
	const char *body = k ? tc_docnum_committee(r, k) :
			       committee_before(r, c, p.floor);
	if (!body || strcmp(body, "TU"))
		return;
	const struct tc_str head = tc_str(m->canonical.p, m->canonical.n - 1);
	m->canonical = tc_arena_printf(r->scan->arena, "%.*sU", TC_ARG(head));
	m->issuer = tc_str_from(m->canonical, m->canonical.n - 2);
	m->issuer_unit = TC_STR("");
}

/* "... cua Bo Chinh tri so 31-QD/TW": right before it. */
static const char *issuer_before(const struct tc_docnum_reader *r, size_t lead,
				 size_t floor)
{
	const struct tc_mark *const m = &r->scan->marks[lead];

	_Static_assert(ISSUER_BEFORE_MAX == 7, "as many are asked at once");
	if (TC_LIKELY(lead >= ISSUER_BEFORE_MAX &&
		      !((m[-1].begins | m[-2].begins | m[-3].begins |
			 m[-4].begins | m[-5].begins | m[-6].begins |
			 m[-7].begins) & TC_BEGINS_CENTRAL)))
		return NULL;
	for (size_t back = 1; back <= ISSUER_BEFORE_MAX && back + floor <= lead;
	     back++) {
		size_t n;
		const char *name = issuer_at(r, lead - back, &n);
		if (name && n == back && tc_docnum_gap_blank(r, lead))
			return name;
	}
	return NULL;
}

static void find_issuer(const struct tc_docnum_reader *r,
			const struct tc_cite *c, struct place p,
			struct tc_number *m)
{
	const char *name = issuer_behind(r, c->to, p.limit);

	if (!name && !c->joined)
		name = issuer_before(r, c->lead, p.floor);
	if (name)
		m->issuer_unit = tc_str0(name);
}

/* Two numbers of one type with nothing but a separator between share what
 * stands behind the second. */
static bool shares(const struct tc_docnum_reader *r, size_t k)
{
	const struct tc_cite *c = &r->cites[k], *next = c + 1;
	const struct tc_number *m = &r->out->v[r->first + k];

	if (next->joined)
		return true;
	return tc_str_eq(m->type, m[1].type) &&
	       tc_docnum_separator(r, c->to, false) == next->lead;
}

static void inherit(const struct tc_docnum_reader *r, size_t k)
{
	struct tc_number *m = &r->out->v[r->first + k];

	if (!m->date.year && !m->date.month && m[1].date.year) {
		m->date = m[1].date;
		m->rule = tc_rule_list_date;
	}
	/* "12-NQ/TU, 30/2026/QH16" has two */
	if (!m->issuer_unit.n &&
	    (!m->issuer.n || tc_str_eq(m->issuer, m[1].issuer)))
		m->issuer_unit = m[1].issuer_unit;
}

static struct place place_of(const struct tc_docnum_reader *r, size_t k)
{
	size_t n = r->out->n - r->first;

	return (struct place){
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
		const struct place p = place_of(r, k);
		find_date(r, &r->cites[k], p, m);
		find_issuer(r, &r->cites[k], p, m);
		mend_horn(r, &r->cites[k], p, m);
		find_date_before(r, k, p);
		if (k)
			share_date_before(r, k);
	}
	/* from the last on, so that a list's end reaches its head */
	for (size_t k = n; k-- > 1;)
		if (shares(r, k - 1))
			inherit(r, k - 1);
}
