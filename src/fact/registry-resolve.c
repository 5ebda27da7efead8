/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which document a mention means.  Strong evidence first, for every mention:
 * the printed date, the term beside it.  Then what the article itself says
 * elsewhere, then issuer and subject words, at last the latest document of
 * that symbol before the article's date.
 */
#include "config.h"

#include "fact/registry.h"

#include "fact/date.h"
#include "fact/docnum-part.h"
#include "fact/registry-rows.h"
#include "fact/term.h"

#include <stdlib.h>

#define CONTEXT_MAX 40		/* tokens behind a mention that speak of it */
#define CANDIDATES_MAX 64	/* documents of one symbol that are weighed */
#define UNCONFIRMED_MAX .5f	/* confidence in a row nobody has checked */

typedef const struct tc_known *known_row;

struct candidates {
	known_row v[CANDIDATES_MAX];
	size_t n;
};

/* The rule of a mention that names a term in which the registry has no such
 * document: it stays open. */
static const char rule_other_term[] = "other-term";

enum kind { KIND_SYMBOL, KIND_SHORT, KIND_PLENUM, KIND_NAMED };

struct resolver {
	const struct tc_registry *registry;
	struct tc_docnum_reader reader;		/* to walk the tokens with */
	struct tc_date published;
	struct tc_number_list *numbers;
	size_t *by_symbol;	/* full symbols, by canonical and place */
	size_t *by_short;	/* the same, by type, number and place */
	size_t symbols;
};

static enum kind kind_of(const struct tc_number *m)
{
	if (m->issuer.n)
		return KIND_SYMBOL;
	if (!m->number.n)
		return KIND_NAMED;
	return tc_str_find(m->canonical, TC_STR(" "), 0) != SIZE_MAX
	       ? KIND_SHORT : KIND_PLENUM;
}

static bool strong_date(const struct tc_number *m)
{
	return m->date.year && m->rule != tc_rule_list_date;
}

static bool dates_agree(struct tc_date a, struct tc_date b)
{
	return a.year == b.year &&
	       (!a.month || !b.month || a.month == b.month) &&
	       (!a.day || !b.day || a.day == b.day);
}

/* The tokens that speak of mention k: [from, to), up to the next mention or
 * the end of the sentence. */
static void context(const struct resolver *s, size_t k, size_t *from,
		    size_t *to)
{
	const struct tc_number_list *list = s->numbers;
	size_t limit = s->reader.scan->tokens.n;

	*from = tc_scan_token_at(s->reader.scan, list->v[k].end);
	if (k + 1 < list->n)
		limit = tc_scan_token_at(s->reader.scan, list->v[k + 1].start);
	if (limit > *from + CONTEXT_MAX)
		limit = *from + CONTEXT_MAX;
	for (*to = *from; *to < limit; (*to)++) {
		struct tc_str gap = tc_docnum_gap(&s->reader, *to);
		if (tc_str_find(gap, TC_STR(". "), 0) != SIZE_MAX ||
		    tc_str_find(gap, TC_STR("\n"), 0) != SIZE_MAX ||
		    tc_str_find(gap, TC_STR(";"), 0) != SIZE_MAX)
			return;
	}
}

/* "khoa XIII" in the words behind mention k; 0 when there is none. */
static int term_beside(const struct resolver *s, size_t k)
{
	size_t from, to;

	context(s, k, &from, &to);
	for (size_t i = from; i + 1 < to; i++)
		if (tc_docnum_is(&s->reader, i, "khóa", "khoa"))
			return tc_docnum_numeral(&s->reader, i + 1, false);
	return 0;
}

static void keep_only(struct candidates *c, size_t i)
{
	c->v[0] = c->v[i];
	c->n = 1;
}

/* Settles mention m on a row.  A row nobody checked lends no certainty. */
static void decide(struct tc_number *m, known_row row, float confidence,
		   const char *rule)
{
	bool full = kind_of(m) == KIND_SYMBOL;

	if (!row->confirmed && confidence > UNCONFIRMED_MAX)
		confidence = UNCONFIRMED_MAX;
	if (confidence < m->confidence)
		m->confidence = confidence;
	m->id = row->id;
	m->rule = rule;
	if (full)
		return;
	size_t slash = tc_str_find(row->symbol, TC_STR("/"), 0);
	m->canonical = row->symbol;
	if (slash != SIZE_MAX)
		m->issuer = tc_str_from(row->symbol, slash + 1);
}

/* The only row that agrees with the printed date. */
static known_row row_of_date(const struct candidates *c, struct tc_date d)
{
	known_row found = NULL;

	for (size_t i = 0; i < c->n; i++) {
		if (!dates_agree(c->v[i]->date, d))
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

/*
 * The row that a printed date contradicts.  In one term a number is given
 * once, so another date in the same term is an error of the page; and so is
 * the right day in a wrong year, or day and month exchanged.
 */
static known_row row_contradicted(const struct candidates *c, struct tc_date d,
				  int term)
{
	if (!term)
		term = tc_term_of(d);
	for (size_t i = 0; i < c->n; i++)
		if (term && c->v[i]->term == term)
			return c->v[i];
	for (size_t i = 0; i < c->n; i++)
		if (same_digits(c->v[i]->date, d))
			return c->v[i];
	return NULL;
}

static void take_printed_date(const struct resolver *s, struct tc_number *m)
{
	char date[TC_DATE_MAX];

	m->id = tc_arena_printf(s->reader.scan->arena, "%.*s@%s",
				TC_ARG(m->canonical),
				tc_date_print(m->date, date));
	if (m->confidence > .8f)
		m->confidence = .8f;
}

/* The printed date or the term decides, or contradicts: true when settled. */
static bool settle_by_date(const struct resolver *s, struct tc_number *m,
			   struct candidates *c, int term)
{
	known_row row = m->date.year ? row_of_date(c, m->date) : NULL;

	if (row) {
		decide(m, row, .98f, "date");
		return true;
	}
	if (!strong_date(m))
		return false;
	row = row_contradicted(c, m->date, term);
	if (row) {
		decide(m, row, .8f, "date-conflict");
		m->conflict = true;
	} else if (kind_of(m) == KIND_SYMBOL) {
		take_printed_date(s, m);
		m->rule = "printed-date";
	}
	return true;
}

/* Leaves the rows of that term; true when the mention is settled, be it that
 * the registry has none. */
static bool settle_by_term(struct tc_number *m, struct candidates *c, int term)
{
	size_t kept = 0;

	if (!term)
		return false;
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i]->term == term)
			c->v[kept++] = c->v[i];
	c->n = kept;
	if (kept == 1)
		decide(m, c->v[0], .92f, "term");
	else if (!kept)
		m->rule = rule_other_term;
	return kept <= 1;
}

/* Codes of the issuer column for the names that the scanner gives. */
static const char *issuer_code(struct tc_str name)
{
	static const char *const codes[][2] = {
		{ "Bộ Chính trị", "BCT" }, { "Ban Bí thư", "BBT" },
		{ "Ban Chấp hành Trung ương", "BCHTW" },
	};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (tc_str_is(name, codes[i][0]))
			return codes[i][1];
	return NULL;
}

/* Leaves the rows of the issuer named beside the mention, if there are any;
 * true when that left fewer. */
static bool narrow_by_issuer(const struct tc_number *m, struct candidates *c)
{
	const char *code = issuer_code(m->issuer_unit);
	struct candidates kept = { .n = 0 };

	for (size_t i = 0; code && i < c->n; i++)
		if (tc_str_is(c->v[i]->issuer, code))
			kept.v[kept.n++] = c->v[i];
	if (!kept.n || kept.n == c->n)
		return false;
	*c = kept;
	return true;
}

static bool has_pair(const struct tc_tokens *t, struct tc_str a,
		     struct tc_str b)
{
	for (size_t i = 0; i + 1 < t->n; i++)
		if (tc_str_eq(t->v[i].exact, a) &&
		    tc_str_eq(t->v[i + 1].exact, b))
			return true;
	return false;
}

/* Pairs of words that the text behind mention k shares with a subject. */
static size_t shared_pairs(const struct resolver *s, size_t from, size_t to,
			   const struct tc_tokens *subject)
{
	const struct tc_token *v = s->reader.scan->tokens.v;
	size_t n = 0;

	for (size_t i = from; i + 1 < to; i++)
		n += has_pair(subject, v[i].exact, v[i + 1].exact);
	return n;
}

/* Moves *from behind "ve" or to what a bracket or quotation mark opens: there
 * the subject stands.  False when nothing announces one. */
static bool subject_start(const struct resolver *s, size_t to, size_t *from)
{
	for (size_t i = *from; i < to; i++)
		if (tc_docnum_is(&s->reader, i, "về", "ve") ||
		    tc_docnum_is(&s->reader, i, "on", "on")) {
			*from = i + 1;
			return true;
		}
	struct tc_str gap = tc_docnum_gap(&s->reader, *from);
	return tc_str_find(gap, TC_STR("("), 0) != SIZE_MAX ||
	       tc_str_find(gap, TC_STR("\""), 0) != SIZE_MAX ||
	       tc_str_find(gap, TC_STR("“"), 0) != SIZE_MAX;
}

/* Leaves the one row whose subject the words speak of; false when no row or
 * more than one is nearest. */
static bool narrow_by_subject(const struct resolver *s, size_t k,
			      struct candidates *c)
{
	size_t from, to, best = 0, most = 0;
	bool tie = false;

	context(s, k, &from, &to);
	size_t least = subject_start(s, to, &from) ? 1 : 2;
	for (size_t i = 0; i < c->n; i++) {
		size_t n = shared_pairs(s, from, to, &c->v[i]->subject);
		tie = n > most ? false : tie || (n == most && n);
		if (n > most) {
			most = n;
			best = i;
		}
	}
	if (most < least || tie)
		return false;
	keep_only(c, best);
	return true;
}

static known_row latest_before(const struct candidates *c, uint32_t day)
{
	known_row best = NULL;

	for (size_t i = 0; i < c->n; i++)
		if (tc_date_first(c->v[i]->date) <= day &&
		    (!best || tc_date_first(best->date) <=
			      tc_date_first(c->v[i]->date)))
			best = c->v[i];
	return best;
}

/* Issuer, subject, then the calendar. */
static void settle_by_context(const struct resolver *s, size_t k,
			      struct candidates *c)
{
	struct tc_number *m = &s->numbers->v[k];
	uint32_t day = tc_date_last(s->published);
	bool many = c->n > 1;
	bool narrowed = many && narrow_by_issuer(m, c);

	if (narrowed && c->n == 1 &&
	    (!day || tc_date_first(c->v[0]->date) <= day)) {
		decide(m, c->v[0], .85f, "issuer");
		return;
	}
	if (many && narrow_by_subject(s, k, c) &&
	    (!day || tc_date_first(c->v[0]->date) <= day)) {
		decide(m, c->v[0], .85f, "subject");
		return;
	}
	known_row row = day ? latest_before(c, day) : NULL;
	if (row)
		decide(m, row, many ? .6f : .8f, "latest");
	else if (!day && !many && c->n == 1)
		decide(m, c->v[0], .6f, "only");
}

static void take_rows(struct candidates *c, const known_row *rows, size_t n)
{
	c->n = 0;
	/* the newest, when there are more than can be weighed */
	size_t skip = n > CANDIDATES_MAX ? n - CANDIDATES_MAX : 0;
	for (size_t i = skip; i < n; i++)
		c->v[c->n++] = rows[i];
}

static void rows_of(const struct resolver *s, enum tc_known_by by,
		    struct tc_str key, struct candidates *c)
{
	size_t n;
	const known_row *rows = tc_registry_rows(s->registry, by, key, &n);

	take_rows(c, rows, n);
}

/* First pass over a full symbol: what stands beside it. */
static bool settle_symbol_beside(const struct resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct candidates c;

	rows_of(s, TC_BY_SYMBOL, m->canonical, &c);
	if (!c.n) {
		if (m->date.year)
			take_printed_date(s, m);
		return true;
	}
	int term = term_beside(s, k);
	if (settle_by_date(s, m, &c, term) || settle_by_term(m, &c, term))
		return true;
	if (m->year.n) {
		struct tc_date d = {
			.year = (int16_t)tc_docnum_figures(m->year),
		};
		known_row row = row_of_date(&c, d);
		if (row)
			decide(m, row, .95f, "year");
	}
	return m->id.n > 0;
}

static void settle_symbol_context(const struct resolver *s, size_t k)
{
	struct candidates c;

	rows_of(s, TC_BY_SYMBOL, s->numbers->v[k].canonical, &c);
	settle_by_context(s, k, &c);
}

/* An issuer beside a short mention that is none of the central ones:
 * "Nghi quyet 08 HDND tinh", "cua Tinh uy". */
static bool foreign_issuer(const struct resolver *s, size_t k)
{
	static const char *const heads[] = {
		"hdnd", "ubnd", "tinh", "thanh", "huyen", "quan", "xa",
		"phuong", "chi", "doan", "hoi", "so", "lien", "btv",
	};
	const struct tc_number *m = &s->numbers->v[k];
	size_t from, to;

	if (m->issuer_unit.n)
		return !issuer_code(m->issuer_unit);
	context(s, k, &from, &to);
	const struct tc_docnum_reader *r = &s->reader;
	bool of = from < to && tc_docnum_is(r, from, "của", "cua");
	const struct tc_token *t = tc_docnum_token(r, from + of);
	if (from + of >= to || !t)
		return false;
	if (of)
		return !tc_str_is(t->bare, "dang") &&
		       !tc_str_is(t->bare, "trung") &&
		       !tc_str_is(t->bare, "tw");
	if (tc_docnum_is(r, from, "ban", "ban") &&
	    t->flags & TC_TOKEN_UPPER)
		return true;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (tc_str_is(t->bare, heads[i]) && t->flags & TC_TOKEN_UPPER)
			return true;
	return false;
}

static int compare_keys(const struct tc_number *a, const struct tc_number *b,
			bool by_short)
{
	if (!by_short)
		return tc_str_cmp(a->canonical, b->canonical);
	int order = tc_str_cmp(a->type, b->type);
	return order ? order : tc_str_cmp(a->number, b->number);
}

struct sorting {
	const struct tc_number *v;
	bool by_short;
};

static int compare_places(const void *pa, const void *pb, void *ctx)
{
	const struct sorting *sorting = ctx;
	size_t a = *(const size_t *)pa, b = *(const size_t *)pb;
	int order = compare_keys(&sorting->v[a], &sorting->v[b],
				 sorting->by_short);

	return order ? order : (a > b) - (a < b);
}

static size_t *sorted_symbols(struct resolver *s, bool by_short)
{
	const struct tc_number_list *list = s->numbers;
	size_t *v = tc_alloc((list->n + 1) * sizeof *v);
	struct sorting sorting = { list->v, by_short };

	s->symbols = 0;
	for (size_t i = 0; i < list->n; i++)
		if (kind_of(&list->v[i]) == KIND_SYMBOL)
			v[s->symbols++] = i;
	qsort_r(v, s->symbols, sizeof *v, compare_places, &sorting);
	return v;
}

/* The full symbol that a short mention repeats: the nearest before it, else
 * the first behind.  NULL when the article has none. */
static const struct tc_number *full_form(const struct resolver *s, size_t k)
{
	const struct tc_number *v = s->numbers->v, *m = &v[k];
	size_t low = 0, high = s->symbols;

	while (low < high) {
		size_t mid = low + (high - low) / 2, at = s->by_short[mid];
		int order = compare_keys(&v[at], m, true);
		if (order < 0 || (!order && at < k))
			low = mid + 1;
		else
			high = mid;
	}
	if (low && !compare_keys(&v[s->by_short[low - 1]], m, true))
		return &v[s->by_short[low - 1]];
	if (low < s->symbols && !compare_keys(&v[s->by_short[low]], m, true))
		return &v[s->by_short[low]];
	return NULL;
}

static void repeat(struct tc_number *m, const struct tc_number *full)
{
	m->canonical = full->canonical;
	m->id = full->id;
	m->issuer = full->issuer;
	m->system = full->system;
	if (!m->year.n)
		m->year = full->year;
	if (!m->issuer_unit.n)
		m->issuer_unit = full->issuer_unit;
	m->confidence = full->confidence < .9f ? full->confidence : .9f;
	m->rule = "local";
}

static void settle_short(const struct resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct candidates c;
	TC_SCOPED_BUF key = { 0 };

	tc_docnum_key(m, TC_KEY_SHORT, &key);
	rows_of(s, TC_BY_SHORT, tc_buf_str(&key), &c);
	const struct tc_number *full = full_form(s, k);
	if (m->system == TC_SYSTEM_STATE || foreign_issuer(s, k))
		c.n = 0;
	int term = term_beside(s, k);
	if (c.n && m->date.year && row_of_date(&c, m->date)) {
		settle_by_date(s, m, &c, term);
		return;
	}
	if (full && !(m->year.n && full->year.n &&
		      !tc_str_eq(m->year, full->year))) {
		repeat(m, full);
		return;
	}
	if (!c.n || settle_by_date(s, m, &c, term) ||
	    settle_by_term(m, &c, term))
		return;
	/* "Chi thi 35 nam 2020", and no such document: not another year's */
	if (m->date.year)
		return;
	settle_by_context(s, k, &c);
}

/* The rows of the newest plenum of that number before the article. */
static void keep_newest_plenum(const struct resolver *s, struct candidates *c)
{
	uint32_t day = tc_date_last(s->published);
	known_row latest = day ? latest_before(c, day) : NULL;
	struct candidates kept = { .n = 0 };

	for (size_t i = 0; latest && i < c->n; i++)
		if (tc_str_eq(c->v[i]->plenum, latest->plenum))
			kept.v[kept.n++] = c->v[i];
	*c = kept;
}

static void settle_plenum(const struct resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct candidates c;
	bool open = tc_str_find(m->canonical, TC_STR("/"), 0) == SIZE_MAX;

	if (open) {
		size_t n;
		struct tc_str head = tc_arena_printf(
			s->reader.scan->arena, "%.*s/", TC_ARG(m->canonical));
		const known_row *rows = tc_registry_heads(
			s->registry, TC_BY_PLENUM, head, &n);
		take_rows(&c, rows, n);
		keep_newest_plenum(s, &c);
	} else {
		rows_of(s, TC_BY_PLENUM, m->canonical, &c);
	}
	if (c.n == 1)
		decide(m, c.v[0], open ? .6f : .95f, "plenum");
	else if (c.n > 1 && narrow_by_subject(s, k, &c))
		decide(m, c.v[0], .8f, "subject");
	if (m->id.n) {
		size_t dash = tc_str_find(m->canonical, TC_STR("-"), 0);
		struct tc_str n = tc_str(m->canonical.p, dash);
		while (n.n > 1 && *n.p == '0')
			n = tc_str_from(n, 1);
		m->number = n;
	}
}

static bool decided_beside(const struct tc_number *m)
{
	return m->id.n && m->rule[0] && strcmp(m->rule, "latest");
}

/* Mentions of one symbol that say nothing of their own mean the document
 * that the others are known to mean, when these agree. */
static void settle_group(const struct resolver *s, size_t from, size_t to)
{
	struct tc_number *v = s->numbers->v;
	const struct tc_number *known = NULL;

	for (size_t i = from; i < to; i++) {
		const struct tc_number *m = &v[s->by_symbol[i]];
		if (!decided_beside(m))
			continue;
		if (known && !tc_str_eq(known->id, m->id)) {
			known = NULL;
			break;
		}
		known = m;
	}
	for (size_t i = from; i < to; i++) {
		struct tc_number *m = &v[s->by_symbol[i]];
		if (m->id.n || m->rule == rule_other_term)
			continue;
		if (known) {
			m->id = known->id;
			m->rule = "local";
			if (m->confidence > .9f)
				m->confidence = .9f;
			if (m->confidence > known->confidence)
				m->confidence = known->confidence;
		} else {
			settle_symbol_context(s, s->by_symbol[i]);
		}
	}
}

static void settle_symbols(const struct resolver *s)
{
	const struct tc_number *v = s->numbers->v;

	for (size_t i = 0; i < s->symbols; i++)
		settle_symbol_beside(s, s->by_symbol[i]);
	for (size_t i = 0, end; i < s->symbols; i = end) {
		for (end = i + 1; end < s->symbols; end++)
			if (compare_keys(&v[s->by_symbol[i]],
					 &v[s->by_symbol[end]], false))
				break;
		settle_group(s, i, end);
	}
}

static void settle_others(const struct resolver *s)
{
	for (size_t k = 0; k < s->numbers->n; k++) {
		struct tc_number *m = &s->numbers->v[k];
		switch (kind_of(m)) {
		case KIND_SHORT:
			settle_short(s, k);
			break;
		case KIND_PLENUM:
			settle_plenum(s, k);
			break;
		case KIND_NAMED:
			m->id = m->canonical;
			break;
		case KIND_SYMBOL:
			break;
		}
	}
}

void tc_registry_resolve(const struct tc_registry *r,
			 const struct tc_scan *scan, struct tc_date published,
			 struct tc_number_list *numbers)
{
	struct resolver s = {
		.registry = r, .reader = { .scan = scan },
		.published = published, .numbers = numbers,
	};

	s.by_symbol = sorted_symbols(&s, false);
	s.by_short = sorted_symbols(&s, true);
	settle_symbols(&s);
	settle_others(&s);
	free(s.by_symbol);
	free(s.by_short);
	tc_registry_add_names(r, scan, published, numbers);
}
