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
#include "fact/registry-issuer.h"
#include "text/fold.h"

#include <stdlib.h>

/* The rows that a symbol may mean. */
struct symbol_rows {
	const tc_known_row *v;
	size_t n;
};

static struct symbol_rows rows_of_symbol(const struct tc_resolver *s,
					    struct tc_str canonical)
{
	struct symbol_rows rows;
	TC_SCOPED_BUF room = {0};

	rows.v = tc_registry_rows(s->registry, TC_BY_SYMBOL,
				  tc_docnum_canonical_key(canonical, &room),
				  &rows.n);
	return rows;
}

/* First pass over a full symbol: what stands beside it. */
static bool settle_symbol_beside(const struct tc_resolver *s, size_t k,
				 struct symbol_rows rows)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_candidates c;

	if (!rows.n) {
		if (m->date.year)
			tc_resolver_take_date(s, m);
		return true;
	}
	tc_resolver_take(&c, rows.v, rows.n);
	/* the words behind are read only where the date leaves a doubt */
	const bool dated = m->date.year && tc_resolver_row_of_date(&c, m->date);
	const int term = dated ? 0 : tc_resolver_term(s, k);
	if (tc_resolver_by_date(s, m, &c, term) ||
	    tc_resolver_by_term(m, &c, term))
		return true;
	if (m->year.n) {
		struct tc_date d = {
			.year = (int16_t)tc_docnum_figures(m->year),
		};
		tc_known_row row = tc_resolver_row_of_date(&c, d);
		if (row)
			tc_resolver_decide(m, row, .95f, "year");
	}
	return m->id.n > 0;
}

static void settle_symbol_context(const struct tc_resolver *s, size_t k,
				  struct symbol_rows rows)
{
	struct tc_candidates c;

	tc_resolver_take(&c, rows.v, rows.n);
	tc_resolver_by_context(s, k, &c);
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
	int order =
		compare_keys(&sorting->v[a], &sorting->v[b], sorting->by_short);

	return order ? order : (a > b) - (a < b);
}

#define FEW 16
/* A few are sorted by insertion. */
static void sort_places(size_t *v, size_t n, struct sorting *sorting)
{
	if (n > FEW) {
		qsort_r(v, n, sizeof *v, compare_places, sorting);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		const size_t place = v[i];
		size_t k = i;
		for (; k && compare_places(&v[k - 1], &place, sorting) > 0; k--)
			v[k] = v[k - 1];
		v[k] = place;
	}
}

static size_t *sorted_symbols(struct tc_resolver *s, bool by_short)
{
	const struct tc_number_list *list = s->numbers;
	size_t *v = tc_arena_room(s->reader.scan->arena,
				  (list->n + 1) * sizeof *v);
	struct sorting sorting = {list->v, by_short};

	s->symbols = 0;
	for (size_t i = 0; i < list->n; i++)
		if (tc_resolver_kind(&list->v[i]) == KIND_SYMBOL)
			v[s->symbols++] = i;
	sort_places(v, s->symbols, &sorting);
	return v;
}

/* Full symbols of a mention's type and number that are weighed, on either
 * side of it. */
#define FULL_FORMS 16

/* The first of the full symbols of mention k's type and number that stands
 * behind it: a place in by_short. */
static size_t first_behind(const struct tc_resolver *s, size_t k)
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
	return low;
}

/* The full symbol at that place, if mention m may repeat it. */
static const struct tc_number *full_at(const struct tc_resolver *s,
				       const struct tc_number *m,
				       const struct tc_issuer_said *said,
				       size_t place)
{
	const struct tc_number *full = place < s->symbols ?
		&s->numbers->v[s->by_short[place]] : NULL;

	if (!full || compare_keys(full, m, true) ||
	    !tc_issuer_may_be(said, full->issuer) ||
	    (m->year.n && full->year.n && !tc_str_eq(m->year, full->year)))
		return NULL;
	return full;
}

/* The full symbol that a short mention repeats: the nearest before it, else
 * the first behind.  NULL when the article has none. */
static const struct tc_number *full_form(const struct tc_resolver *s, size_t k,
					 const struct tc_issuer_said *said)
{
	const struct tc_number *m = &s->numbers->v[k], *full = NULL;
	const size_t behind = first_behind(s, k);

	for (size_t n = 1; !full && n <= FULL_FORMS && n <= behind; n++)
		full = full_at(s, m, said, behind - n);
	for (size_t n = 0; !full && n < FULL_FORMS; n++)
		full = full_at(s, m, said, behind + n);
	return full;
}

static void repeat(struct tc_number *m, const struct tc_number *full)
{
	m->canonical = full->canonical;
	m->id = full->id;
	m->plenum = full->plenum;
	m->term = full->term;
	m->issuer = full->issuer;
	m->system = full->system;
	if (!m->year.n)
		m->year = full->year;
	if (!m->issuer_unit.n)
		m->issuer_unit = full->issuer_unit;
	m->confidence = full->confidence < .9f ? full->confidence : .9f;
	m->rule = "local";
}

/* The type word of a mention: of a short one its own, else the one before.
 * NULL when it has none, or a code ("QĐ 37"). */
static const struct tc_type_word *type_word(const struct tc_resolver *s,
					    const struct tc_number *m)
{
	const struct tc_scan *scan = s->reader.scan;
	size_t i = tc_scan_token_at(scan, m->start), n;

	if (!m->issuer.n)
		return tc_type_word_at(scan, i, &n);
	if (i && tc_docnum_skip_number_word(&s->reader, i - 1) == i)
		i--;
	return tc_type_word_before(scan, i, &n);
}

/* "Quyết định số 37-QĐ/TU ... Quy định 37": two types of one code, and the
 * registry knows a document by what is said here. */
static tc_known_row row_of_word(const struct tc_resolver *s,
				const struct tc_number *m,
				const struct tc_number *full,
				const struct tc_candidates *c)
{
	const struct tc_type_word *own = type_word(s, m);
	const struct tc_type_word *its = own ? type_word(s, full) : NULL;
	tc_known_row latest =
		its && its != own ? tc_resolver_latest(
					    c, tc_date_last(s->published))
				  : NULL;
	TC_SCOPED_BUF names = { 0 }, name = { 0 };

	if (!latest || tc_str_eq(latest->symbol, full->canonical))
		return NULL;
	tc_fold_lower(latest->names, &names);
	tc_buf_printf(&name, "%s %.*s", own->exact, TC_ARG(m->number));
	return tc_str_starts(tc_buf_str(&names), tc_buf_str(&name)) ? latest
								   : NULL;
}

/* The registered document that mention k means and not the full symbol of its
 * type and number, because the words beside it say so; else NULL. */
static tc_known_row other_than(const struct tc_resolver *s, size_t k,
			       const struct tc_number *full,
			       const struct tc_candidates *c)
{
	const struct tc_number *v = s->numbers->v;
	tc_known_row row = row_of_word(s, &v[k], full, c);

	if (!row)
		row = tc_resolver_row_spoken_of(s, k, (size_t)(full - v), c);
	return row && !tc_str_eq(row->id, full->id) ? row : NULL;
}

static void settle_short(const struct tc_resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_candidates c;
	TC_SCOPED_BUF key = {0};

	tc_docnum_key(m, TC_KEY_SHORT, &key);
	tc_resolver_rows(s, TC_BY_SHORT, tc_buf_str(&key), &c);
	const struct tc_issuer_said said = tc_resolver_issuer_said(s, k);
	const struct tc_number *full = full_form(s, k, &said);
	tc_issuer_keep(&said, &c);
	if (m->system == TC_SYSTEM_STATE)
		c.n = 0;
	if (c.n && m->date.year && tc_resolver_row_of_date(&c, m->date)) {
		tc_resolver_by_date(s, m, &c, 0);
		return;
	}
	tc_known_row other = full ? other_than(s, k, full, &c) : NULL;
	if (other) {
		tc_resolver_decide(m, other, .85f, "subject");
		return;
	}
	if (full) {
		repeat(m, full);
		return;
	}
	if (!c.n)
		return;
	const int term = tc_resolver_term(s, k);
	if (tc_resolver_by_date(s, m, &c, term) ||
	    tc_resolver_by_term(m, &c, term))
		return;
	/* "Chi thi 35 nam 2020", and no such document: not another year's */
	if (m->date.year)
		return;
	tc_resolver_by_context(s, k, &c);
}

/* Mentions around an open one that are asked which document is meant. */
#define NEIGHBOURS 64

/* "Nghi quyet 26 the hien ...": the document that the article's other mentions
 * of that type and number mean, when they agree; else NULL. */
static const struct tc_number *short_elsewhere(const struct tc_resolver *s,
					       size_t k)
{
	const struct tc_number_list *list = s->numbers;
	const size_t end = k + NEIGHBOURS < list->n ? k + NEIGHBOURS : list->n;
	const struct tc_number *found = NULL;

	for (size_t i = k > NEIGHBOURS ? k - NEIGHBOURS : 0; i < end; i++) {
		const struct tc_number *m = &list->v[i];
		if (!m->id.n || m->system != TC_SYSTEM_PARTY ||
		    compare_keys(m, &list->v[k], true))
			continue;
		if (found && !tc_str_eq(found->id, m->id))
			return NULL;
		found = m;
	}
	return found;
}

static void settle_open_shorts(const struct tc_resolver *s)
{
	for (size_t k = 0; k < s->numbers->n; k++) {
		struct tc_number *m = &s->numbers->v[k];
		if (m->id.n || m->year.n || m->date.year ||
		    m->system != TC_SYSTEM_PARTY ||
		    m->rule == tc_rule_other_term ||
		    tc_resolver_kind(m) != KIND_SHORT)
			continue;
		const struct tc_issuer_said said =
			tc_resolver_issuer_said(s, k);
		const struct tc_number *known =
			said.kind == ISSUER_OTHER ? NULL : short_elsewhere(s, k);
		if (known && tc_issuer_may_be(&said, known->issuer))
			repeat(m, known);
	}
}

/* The rows of the newest plenum of that number before the article. */
static void keep_newest_plenum(const struct tc_resolver *s,
			       struct tc_candidates *c)
{
	uint32_t day = tc_date_last(s->published);
	tc_known_row latest = day ? tc_resolver_latest(c, day) : NULL;
	struct tc_candidates kept = {.n = 0};

	for (size_t i = 0; latest && i < c->n; i++)
		if (tc_str_eq(c->v[i]->plenum, latest->plenum))
			kept.v[kept.n++] = c->v[i];
	*c = kept;
}

/* The plenum that the article names elsewhere, with its term or by a document
 * of it: "NQTW4/XII" for `head` "NQTW4/".  Empty when it names none, or two. */
static struct tc_str plenum_elsewhere(const struct tc_resolver *s, size_t k,
				      struct tc_str head)
{
	const struct tc_number_list *list = s->numbers;
	const size_t end = k + NEIGHBOURS < list->n ? k + NEIGHBOURS : list->n;
	struct tc_str found = TC_STR("");

	for (size_t i = k > NEIGHBOURS ? k - NEIGHBOURS : 0; i < end; i++) {
		const struct tc_number *m = &list->v[i];
		const struct tc_str name = m->plenum.n ? m->plenum
						       : m->canonical;
		if (!tc_str_starts(name, head))
			continue;
		if (found.n && !tc_str_eq(found, name))
			return TC_STR("");
		found = name;
	}
	return found;
}

/* "Nghi quyet Trung uong 4", and no term beside it. */
static void open_plenum_rows(const struct tc_resolver *s, size_t k,
			     struct tc_candidates *c)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_str head = tc_arena_printf(s->reader.scan->arena, "%.*s/",
					     TC_ARG(m->canonical));
	struct tc_str same = plenum_elsewhere(s, k, head);
	size_t n;

	if (same.n) {
		m->canonical = same;
		tc_resolver_rows(s, TC_BY_PLENUM, same, c);
		return;
	}
	const tc_known_row *rows =
		tc_registry_heads(s->registry, TC_BY_PLENUM, head, &n);
	tc_resolver_take(c, rows, n);
	keep_newest_plenum(s, c);
}

static void settle_plenum(const struct tc_resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_candidates c;
	bool open = tc_str_find(m->canonical, TC_STR("/"), 0) == SIZE_MAX;

	if (open)
		open_plenum_rows(s, k, &c);
	else
		tc_resolver_rows(s, TC_BY_PLENUM, m->canonical, &c);
	if (c.n == 1)
		tc_resolver_decide(m, c.v[0], open ? .6f : .95f, "plenum");
	else if (c.n > 1 && tc_resolver_by_subject(s, k, &c))
		tc_resolver_decide(m, c.v[0], .8f, "subject");
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

/* A mention of a group that is known by what stands beside it, when all such
 * mean one document; else NULL. */
static const struct tc_number *known_of(const struct tc_resolver *s,
					size_t from, size_t to)
{
	const struct tc_number *known = NULL;

	for (size_t i = from; i < to; i++) {
		const struct tc_number *m = &s->numbers->v[s->by_symbol[i]];
		if (!decided_beside(m))
			continue;
		if (known && !tc_str_eq(known->id, m->id))
			return NULL;
		known = m;
	}
	return known;
}

static bool is_open(const struct tc_number *m)
{
	return !m->id.n && m->rule != tc_rule_other_term;
}

/* Those that name their issuer or their subject. */
static void settle_by_words(const struct tc_resolver *s,
			    const struct symbol_rows *rows, size_t from,
			    size_t to)
{
	struct tc_candidates c;

	for (size_t i = from; i < to; i++) {
		const size_t k = s->by_symbol[i];
		if (!is_open(&s->numbers->v[k]))
			continue;
		tc_resolver_take(&c, rows[i].v, rows[i].n);
		tc_resolver_by_words(s, k, &c);
	}
}

static void repeat_known(struct tc_number *m, const struct tc_number *known)
{
	m->id = known->id;
	m->plenum = known->plenum;
	m->term = known->term;
	m->rule = "local";
	if (m->confidence > .9f)
		m->confidence = .9f;
	if (m->confidence > known->confidence)
		m->confidence = known->confidence;
}

/* "18-NQ/TW về đất đai", where the others mean that of another term: true when
 * its subject told so. */
static bool settle_apart(const struct tc_resolver *s, size_t k,
			 const struct tc_number *known,
			 struct symbol_rows rows)
{
	struct tc_candidates c;

	if (rows.n < 2)
		return false;
	tc_resolver_take(&c, rows.v, rows.n);
	tc_known_row row = tc_resolver_row_spoken_of(
		s, k, (size_t)(known - s->numbers->v), &c);
	if (!row || tc_str_eq(row->id, known->id))
		return false;
	tc_resolver_decide(&s->numbers->v[k], row, .85f, "subject");
	return true;
}

/* Mentions of one symbol that say nothing of their own mean the document
 * that the others are known to mean, when these agree. */
static void settle_group(const struct tc_resolver *s,
			 const struct symbol_rows *rows, size_t from,
			 size_t to)
{
	const struct tc_number *known = known_of(s, from, to);

	if (!known && to - from > 1) {
		settle_by_words(s, rows, from, to);
		known = known_of(s, from, to);
	}
	for (size_t i = from; i < to; i++) {
		struct tc_number *m = &s->numbers->v[s->by_symbol[i]];
		if (!is_open(m))
			continue;
		if (known && !settle_apart(s, s->by_symbol[i], known, rows[i]))
			repeat_known(m, known);
		else if (!known)
			settle_symbol_context(s, s->by_symbol[i], rows[i]);
	}
}

static void settle_symbols(const struct tc_resolver *s)
{
	const struct tc_number *v = s->numbers->v;
	struct symbol_rows *const rows = tc_arena_room(
		s->reader.scan->arena, (s->symbols + 1) * sizeof *rows);
	struct tc_str last = { NULL, 0 };

	for (size_t i = 0; i < s->symbols; i++) {
		const struct tc_str canonical = v[s->by_symbol[i]].canonical;
		rows[i] = i && tc_str_eq(canonical, last) ?
				  rows[i - 1] : rows_of_symbol(s, canonical);
		last = canonical;
		settle_symbol_beside(s, s->by_symbol[i], rows[i]);
	}
	for (size_t i = 0, end; i < s->symbols; i = end) {
		for (end = i + 1; end < s->symbols; end++)
			if (compare_keys(&v[s->by_symbol[i]],
					 &v[s->by_symbol[end]], false))
				break;
		settle_group(s, rows, i, end);
	}
}

static void settle_others(struct tc_resolver *s)
{
	for (size_t k = 0; k < s->numbers->n; k++) {
		struct tc_number *m = &s->numbers->v[k];
		switch (tc_resolver_kind(m)) {
		case KIND_SHORT:
			if (!s->by_short)
				s->by_short = sorted_symbols(s, true);
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

/* The names that queries use for what the text prints as a symbol; a row that
 * was decided for has given it. */
static void name_plenums(const struct tc_registry *r,
			 struct tc_number_list *numbers)
{
	for (size_t i = 0; i < numbers->n; i++) {
		struct tc_number *m = &numbers->v[i];
		if (m->id.n && !m->plenum.p)
			m->plenum = tc_registry_plenum(r, m->id);
	}
}

void tc_registry_resolve(const struct tc_registry *r,
			 const struct tc_scan *scan, struct tc_date published,
			 struct tc_number_list *numbers)
{
	struct tc_resolver s = {
		.registry = r,
		.reader = {.scan = scan},
		.published = published,
		.numbers = numbers,
	};

	s.by_symbol = sorted_symbols(&s, false);
	settle_symbols(&s);
	settle_others(&s);
	settle_open_shorts(&s);
	tc_registry_add_names(r, scan, published, numbers);
	name_plenums(r, numbers);
}
