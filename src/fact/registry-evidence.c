/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/registry-evidence.h"

#include "fact/date.h"
#include "fact/term.h"

#define CONTEXT_MAX 40	    /* tokens behind a mention that speak of it */

const char tc_rule_other_term[] = "other-term";
const char tc_rule_printed_date[] = "printed-date";

enum tc_mention_kind tc_resolver_kind(const struct tc_number *m)
{
	if (m->issuer.n)
		return KIND_SYMBOL;
	if (!m->number.n)
		return KIND_NAMED;
	return tc_str_find(m->canonical, TC_STR(" "), 0) != SIZE_MAX
		       ? KIND_SHORT
		       : KIND_PLENUM;
}

static bool strong_date(const struct tc_number *m)
{
	return m->date.year && m->rule != tc_rule_list_date;
}

static bool ends_sentence(struct tc_str gap)
{
	for (size_t k = 0; k < gap.n; k++)
		if (gap.p[k] == '\n' || gap.p[k] == ';' ||
		    (gap.p[k] == '.' && k + 1 < gap.n && gap.p[k + 1] == ' '))
			return true;
	return false;
}

/* "21-NQ/TW (NQ21)": the next mention is another name of this one. */
static bool is_renamed(const struct tc_resolver *s, const struct tc_number *m,
		       const struct tc_number *next)
{
	const struct tc_str text = s->reader.scan->text;

	return tc_str_is(tc_str(text.p + m->end, next->start - m->end), " (") &&
	       next->end < text.n && text.p[next->end] == ')' &&
	       tc_str_eq(next->number, m->number);
}

/* The next mention that is no part of what k is about: "Chi thi 01-CT/TW ve
 * quan triet Nghi quyet Dai hoi XIII". */
static size_t next_document(const struct tc_number_list *list, size_t k)
{
	while (++k < list->n && tc_resolver_kind(&list->v[k]) == KIND_NAMED)
		;
	return k;
}

/* Where the tokens that speak of mention k begin; *limit is the next mention,
 * or as far as is looked. */
static size_t context_start(const struct tc_resolver *s, size_t k,
			    bool congresses, size_t *limit)
{
	const struct tc_number_list *list = s->numbers;

	if (k + 1 < list->n && is_renamed(s, &list->v[k], &list->v[k + 1]))
		k++;
	const struct tc_tokens *const t = &s->reader.scan->tokens;
	const size_t from = tc_scan_token_at(s->reader.scan, list->v[k].end);
	const size_t next = congresses ? next_document(list, k) : k + 1;

	*limit = t->n - from > CONTEXT_MAX ? from + CONTEXT_MAX : t->n;
	/* mostly the next mention is farther off */
	if (next < list->n &&
	    (*limit == t->n || list->v[next].start <= t->v[*limit].off))
		*limit = tc_scan_token_at(s->reader.scan, list->v[next].start);
	return from;
}

/* The end of the sentence, or the limit. */
static size_t context_end(const struct tc_resolver *s, size_t from,
			  size_t limit)
{
	size_t to = from;

	while (to < limit &&
	       ((to && tc_scan_is_blank(s->reader.scan, to)) ||
		!ends_sentence(tc_docnum_gap(&s->reader, to))))
		to++;
	return to;
}

/* The tokens that speak of mention k: [from, to), up to the next mention or
 * the end of the sentence. */
void tc_resolver_context(const struct tc_resolver *s, size_t k, size_t *from,
			 size_t *to)
{
	size_t limit;

	*from = context_start(s, k, false, &limit);
	*to = context_end(s, *from, limit);
}

void tc_resolver_subject(const struct tc_resolver *s, size_t k, size_t *from,
			 size_t *to)
{
	size_t limit;

	*from = context_start(s, k, true, &limit);
	*to = context_end(s, *from, limit);
}

/* The words of "Nghi quyet so", and as many again. */
#define LEAD_MAX 6
/* Members of a list before a mention that are looked at. */
#define LIST_BACK 8

/* "khoa XIII" that ends before token i; 0 when another word does. */
static int term_ends(const struct tc_docnum_reader *r, size_t i)
{
	return i >= 2 && tc_docnum_is(r, i - 2, TC_SAYS_KHOA) ?
		       tc_docnum_numeral(r, i - 1, false) : 0;
}

/* Of the committee that passed it: "khoa XIII, da ban hanh Nghi quyet so", "Hoi
 * nghi Trung uong 6 (khoa XII): Nghi quyet so"; 0 when nothing is said. */
static int term_before(const struct tc_resolver *s, size_t k)
{
	const struct tc_docnum_reader *const r = &s->reader;
	size_t i = tc_scan_token_at(r->scan, s->numbers->v[k].start);
	size_t n = 0;

	while (n < LEAD_MAX && i > LEAD_MAX && tc_scan_is_blank(r->scan, i) &&
	       !tc_docnum_is(r, i - 1, TC_SAYS_HANH)) {
		i--;
		n++;
	}
	if (i <= LEAD_MAX || n == LEAD_MAX)
		return 0;
	if (memchr(tc_docnum_gap(r, i).p, ':', tc_docnum_gap(r, i).n))
		return term_ends(r, i);
	if (!tc_docnum_is(r, i - 2, TC_SAYS_BAN))
		return 0;
	i -= 2;
	if (tc_docnum_is(r, i - 1, TC_SAYS_KY))
		i--;
	if (tc_docnum_spells(r, i - 1, "đã", "da") ||
	    tc_docnum_spells(r, i - 1, "vừa", "vua"))
		i--;
	return term_ends(r, i);
}

/* "(khoa XII): Nghi quyet so 18-NQ/TW va Nghi quyet so": what is said before a
 * list is said of each of it. */
static bool follows_in_list(const struct tc_resolver *s, size_t k)
{
	const struct tc_docnum_reader *const r = &s->reader;
	const struct tc_number *const v = s->numbers->v;
	const size_t from = tc_scan_token_at(r->scan, v[k - 1].end);
	const size_t i = tc_scan_token_at(r->scan, v[k].start);

	return i - from <= LEAD_MAX &&
	       tc_docnum_separator(r, from, true) != SIZE_MAX &&
	       context_end(s, from, i) == i;
}

/* "đại biểu Quốc hội khóa XVI", "HĐND khóa XX": no term of the Party's. */
static bool is_of_assembly(const struct tc_resolver *s, size_t i)
{
	const struct tc_docnum_reader *const r = &s->reader;

	return i > 1 &&
	       (tc_docnum_spells(r, i - 1, "hđnd", "hdnd") ||
		(tc_docnum_is(r, i - 1, TC_SAYS_HOI) &&
		 tc_docnum_spells(r, i - 2, "quốc", "quoc")) ||
		(tc_docnum_spells(r, i - 1, "dân", "dan") &&
		 tc_docnum_spells(r, i - 2, "nhân", "nhan")));
}

/* "18, 19-NQ/TW (khoa XII)": the last of the row that mention k, which has no
 * symbol of its own, begins or is in. */
static size_t last_of_row(const struct tc_resolver *s, size_t k)
{
	const struct tc_number_list *const list = s->numbers;
	const struct tc_str text = s->reader.scan->text;

	for (int n = 0; n < LIST_BACK && k + 1 < list->n; n++, k++) {
		const struct tc_number *const m = &list->v[k];
		const struct tc_str gap =
			tc_str(text.p + m->end, m[1].start - m->end);
		if (memchr(m->printed.p, '/', m->printed.n) ||
		    !tc_docnum_digit(*m[1].printed.p) ||
		    (!tc_str_is(gap, ", ") && !tc_str_is(gap, " và ")))
			break;
	}
	return k;
}

/* "khoa XIII" right before mention k, or before the list that it is in, or in
 * the words behind it; 0 when there is none. */
int tc_resolver_term(const struct tc_resolver *s, size_t k)
{
	const struct tc_mark *const marks = s->reader.scan->marks;
	size_t first = k;
	size_t limit, from, i;

	for (int n = 0; n < LIST_BACK && first && follows_in_list(s, first); n++)
		first--;
	const int term = term_before(s, first);

	if (term)
		return term;
	/* where the sentence ends is asked only where the word is */
	from = i = context_start(s, last_of_row(s, k), false, &limit);
	if (i < limit && tc_word_says(marks[i], TC_SAYS_OF))
		return tc_docnum_english_term(&s->reader, i);
	while (i + 1 < limit && (!tc_word_says(marks[i], TC_SAYS_KHOA) ||
				 is_of_assembly(s, i)))
		i++;
	return i + 1 < limit && i + 1 < context_end(s, from, limit) ?
		       tc_docnum_numeral(&s->reader, i + 1, false) : 0;
}

/* Settles mention m on a row.  A row nobody checked lends no certainty. */
void tc_resolver_decide(struct tc_number *m, tc_known_row row, float confidence,
			const char *rule)
{
	if (!row->confirmed && confidence > TC_UNCONFIRMED_MAX)
		confidence = TC_UNCONFIRMED_MAX;
	if (confidence < m->confidence)
		m->confidence = confidence;
	if (tc_resolver_is_lent(m) && !tc_date_agree(row->date, m->date))
		m->date = (struct tc_date){ 0 };
	m->id = row->id;
	m->plenum = row->plenum;
	m->term = (uint8_t)row->term;
	m->rule = rule;
	size_t slash = tc_str_find(row->symbol, TC_STR("/"), 0);
	m->canonical = row->symbol;
	if (slash != SIZE_MAX)
		m->issuer = tc_str_from(row->symbol, slash + 1);
}

/* The only row that agrees with the printed date. */
tc_known_row tc_resolver_row_of_date(const struct tc_candidates *c,
				     struct tc_date d)
{
	tc_known_row found = NULL;

	for (size_t i = 0; i < c->n; i++) {
		if (!tc_date_agree(c->v[i]->date, d))
			continue;
		if (found)
			return NULL;
		found = c->v[i];
	}
	return found;
}

/* The only one of that day, "ngày 16/6"; NULL where the day is open. */
static tc_known_row row_of_day(const struct tc_candidates *c, struct tc_date d)
{
	tc_known_row found = NULL;

	for (size_t i = 0; d.day && i < c->n; i++) {
		const struct tc_date its = c->v[i]->date;
		if (its.day != d.day || its.month != d.month)
			continue;
		if (found)
			return NULL;
		found = c->v[i];
	}
	return found;
}

static bool same_digits(struct tc_date a, struct tc_date b)
{
	if (!a.day || !b.day)
		return false;
	if (a.day == b.day && a.month == b.month)
		return true;
	return a.year == b.year && a.day == b.month && a.month == b.day;
}

/* An article can only cite what was issued before it. */
static bool was_issued(const struct tc_resolver *s, tc_known_row row)
{
	return !tc_date_known(s->published) ||
	       tc_date_first(row->date) <= tc_date_last(s->published);
}

static tc_known_row row_of_term(const struct tc_resolver *s,
				const struct tc_candidates *c, int term)
{
	for (size_t i = 0; term && i < c->n; i++)
		if (c->v[i]->term == term && was_issued(s, c->v[i]))
			return c->v[i];
	return NULL;
}

/*
 * The row that a printed date contradicts, where `term` is printed or 0.  The
 * right day in a wrong year, or day and month exchanged, is an error of the
 * page; and so is another date in the same term, as a number is given once in
 * one.
 */
static tc_known_row row_contradicted(const struct tc_resolver *s,
				     const struct tc_candidates *c,
				     struct tc_date d, int term)
{
	tc_known_row row = row_of_term(s, c, term);

	for (size_t i = 0; !row && i < c->n; i++)
		if (same_digits(c->v[i]->date, d) && was_issued(s, c->v[i]))
			row = c->v[i];
	return row ? row : row_of_term(s, c, tc_term_of(d));
}

/* The rows of the symbol, or of the short form. */
static const tc_known_row *rows_of(const struct tc_registry *r,
				   const struct tc_number *m, size_t *n)
{
	const enum tc_mention_kind kind = tc_resolver_kind(m);
	TC_SCOPED_BUF key = {0};

	*n = 0;
	if (kind != KIND_SYMBOL && kind != KIND_SHORT)
		return NULL;
	tc_docnum_key(m, kind == KIND_SYMBOL ? TC_KEY_CANONICAL : TC_KEY_SHORT,
		      &key);
	return tc_registry_rows(
		r, kind == KIND_SYMBOL ? TC_BY_SYMBOL : TC_BY_SHORT,
		tc_buf_str(&key), n);
}

enum tc_registry_says tc_registry_date(const struct tc_registry *r,
				       const struct tc_number *m,
				       struct tc_date d)
{
	enum tc_registry_says says = TC_REGISTRY_LACKS;
	size_t n;
	const tc_known_row *rows = rows_of(r, m, &n);

	for (size_t i = 0; i < n; i++) {
		if (tc_date_agree(rows[i]->date, d) ||
		    same_digits(rows[i]->date, d))
			return TC_REGISTRY_AGREES;
		if (rows[i]->term && rows[i]->term == tc_term_of(d))
			says = TC_REGISTRY_DENIES;
		else if (says == TC_REGISTRY_LACKS)
			says = TC_REGISTRY_OTHER_TERM;
	}
	return says;
}

/* Whether the two lie near each other within a year, whatever their years. */
static bool is_near_in_year(struct tc_date a, struct tc_date b, int days)
{
	a.year = 2001;		/* of no leap day */
	b.year = 2001;
	const int64_t apart = tc_date_days(tc_date_last_day(a)) -
			      tc_date_days(tc_date_last_day(b));
	const int64_t least = apart < 0 ? -apart : apart;
	return least <= days || 365 - least <= days;
}

struct tc_date tc_registry_day_near(const struct tc_registry *r,
				    const struct tc_number *m, struct tc_date d,
				    int days, int last_year)
{
	struct tc_date found = { 0 };
	size_t n;
	const tc_known_row *rows = rows_of(r, m, &n);

	for (size_t i = 0; i < n; i++) {
		const struct tc_date its = rows[i]->date;
		if (!its.day || its.year > last_year ||
		    !is_near_in_year(its, d, days))
			continue;
		if (found.year)
			return (struct tc_date){ 0 };
		found = its;
	}
	return found;
}

void tc_resolver_take_date(const struct tc_resolver *s, struct tc_number *m)
{
	char date[TC_DATE_MAX];

	const struct tc_str parts[] = {
		m->canonical, TC_STR("@"), tc_str0(tc_date_print(m->date, date)),
	};

	m->id = tc_arena_join(s->reader.scan->arena, parts, 3);
	if (m->confidence > .8f)
		m->confidence = .8f;
}

/* A row nobody checked and a page that prints the same day are two witnesses. */
static void decide_by_date(struct tc_number *m, tc_known_row row)
{
	const float before = m->confidence;

	tc_resolver_decide(m, row, m->date.year ? .98f : .9f, "date");
	if (!row->confirmed && m->date.year && m->date.day && row->date.day)
		m->confidence = before < .9f ? before : .9f;
}

/* The printed date or the term decides, or contradicts: true when settled. */
bool tc_resolver_by_date(const struct tc_resolver *s, struct tc_number *m,
			 struct tc_candidates *c, int term)
{
	tc_known_row row = m->date.year ? tc_resolver_row_of_date(c, m->date) :
					  row_of_day(c, m->date);

	if (row) {
		decide_by_date(m, row);
		return true;
	}
	if (!strong_date(m))
		return false;
	row = row_contradicted(s, c, m->date, term);
	if (row) {
		tc_resolver_decide(m, row, .8f, "date-conflict");
		m->conflict = true;
	} else if (tc_resolver_kind(m) == KIND_SYMBOL) {
		tc_resolver_take_date(s, m);
		m->rule = tc_rule_printed_date;
	}
	return true;
}

/* Leaves the rows of that term; true when the mention is settled, be it that
 * the registry has none. */
bool tc_resolver_by_term(struct tc_number *m, struct tc_candidates *c, int term)
{
	size_t kept = 0;

	if (!term)
		return false;
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i]->term == term)
			c->v[kept++] = c->v[i];
	c->n = kept;
	if (kept == 1)
		tc_resolver_decide(m, c->v[0], .92f, "term");
	else if (!kept)
		m->rule = tc_rule_other_term;
	return kept <= 1;
}

/* Codes of the issuer column for the names that the scanner gives. */
const char *tc_resolver_issuer(struct tc_str name)
{
	static const char *const codes[][2] = {
		{"Bộ Chính trị", "BCT"},
		{"Ban Bí thư", "BBT"},
		{"Ban Chấp hành Trung ương", "BCHTW"},
	};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (tc_str_is(name, codes[i][0]))
			return codes[i][1];
	/* "Ban Tổ chức Trung ương": as in its symbols */
	const struct tc_body *b = tc_body_named(name);
	return b && b->system == TC_SYSTEM_PARTY ? b->code : NULL;
}

/* Leaves the rows of the issuer named beside the mention, if there are any;
 * true when that left fewer. */
static bool narrow_by_issuer(const struct tc_number *m, struct tc_candidates *c)
{
	const char *code = tc_resolver_issuer(m->issuer_unit);
	tc_known_row named[CANDIDATES_MAX];
	size_t n = 0;

	for (size_t i = 0; code && i < c->n; i++)
		if (tc_str_is(c->v[i]->issuer, code))
			named[n++] = c->v[i];
	if (!n || n == c->n)
		return false;
	tc_resolver_take(c, named, n);
	return true;
}

tc_known_row tc_resolver_latest(const struct tc_candidates *c, uint32_t day)
{
	tc_known_row best = NULL;

	for (size_t i = 0; i < c->n; i++)
		if (tc_date_first(c->v[i]->date) <= day &&
		    (!best ||
		     tc_date_first(best->date) <= tc_date_first(c->v[i]->date)))
			best = c->v[i];
	return best;
}

/* The issuer, the subject, or how long it has been carried out. */
bool tc_resolver_by_words(const struct tc_resolver *s, size_t k,
			  struct tc_candidates *c)
{
	struct tc_number *m = &s->numbers->v[k];
	uint32_t day = tc_date_last(s->published);
	bool many = c->n > 1;

	if (tc_resolver_by_congress(s, k, c))
		return true;
	bool narrowed = many && narrow_by_issuer(m, c);

	if (narrowed && c->n == 1 && tc_resolver_kind(m) == KIND_SHORT &&
	    tc_resolver_is_about_other(s, k, c->v[0]))
		return true;
	if (narrowed && c->n == 1 &&
	    (!day || tc_date_first(c->v[0]->date) <= day)) {
		tc_resolver_decide(m, c->v[0], .85f, "issuer");
		return true;
	}
	if (many && tc_resolver_by_subject(s, k, c) &&
	    (!day || tc_date_first(c->v[0]->date) <= day)) {
		tc_resolver_decide(m, c->v[0], .85f, "subject");
		return true;
	}
	tc_known_row row = many ? tc_resolver_row_of_span(s, k, c) : NULL;
	if (row)
		tc_resolver_decide(m, row, .8f, "span");
	return row;
}

void tc_resolver_take(struct tc_candidates *c, const tc_known_row *rows,
		      size_t n)
{
	c->n = 0;
	/* the newest, when there are more than can be weighed */
	size_t skip = n > CANDIDATES_MAX ? n - CANDIDATES_MAX : 0;
	for (size_t i = skip; i < n; i++)
		c->v[c->n++] = rows[i];
}

void tc_resolver_rows(const struct tc_resolver *s, enum tc_known_by by,
		      struct tc_str key, struct tc_candidates *c)
{
	size_t n;
	const tc_known_row *rows = tc_registry_rows(s->registry, by, key, &n);

	tc_resolver_take(c, rows, n);
}
