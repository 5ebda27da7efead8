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
#include "fact/registry-settle.h"

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

int tc_resolver_compare(const struct tc_number *a, const struct tc_number *b,
			bool by_short)
{
	if (!by_short)
		return tc_str_cmp(a->canonical, b->canonical);
	int order = tc_str_cmp(tc_docnum_short_type(a->type),
			       tc_docnum_short_type(b->type));
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
		tc_resolver_compare(&sorting->v[a], &sorting->v[b],
				    sorting->by_short);

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
 * its subject told so, be it of a document that the registry lacks. */
static bool settle_apart(const struct tc_resolver *s, size_t k,
			 const struct tc_number *known,
			 struct symbol_rows rows)
{
	struct tc_candidates c;

	tc_resolver_take(&c, rows.v, rows.n);
	if (tc_resolver_by_congress(s, k, &c))
		return true;
	if (rows.n < 2)
		return false;
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
		if (is_open(m) && !known)
			settle_symbol_context(s, s->by_symbol[i], rows[i]);
		else if (is_open(m) &&
			 !settle_apart(s, s->by_symbol[i], known, rows[i]))
			repeat_known(m, known);
		/* no registered one: the one whose day is printed */
		if (known && m->rule == tc_rule_other_term &&
		    known->rule == tc_rule_printed_date)
			repeat_known(m, known);
	}
}

/* "612/QĐ-UBND năm 2020" and below "Số: 612/QĐ-UBND ... ngày 05 tháng 3 năm
 * 2020": of what the registry lacks, the day that another mention prints. */
static void refine_group(const struct tc_resolver *s, size_t from, size_t to)
{
	struct tc_number *const v = s->numbers->v;
	struct tc_str finest = TC_STR("");

	for (size_t i = from; i < to; i++) {
		const struct tc_str id = v[s->by_symbol[i]].id;
		if (finest.n && !tc_str_starts(id, finest) &&
		    !tc_str_starts(finest, id))
			return;
		if (id.n > finest.n)
			finest = id;
	}
	for (size_t i = from; i < to; i++)
		if (v[s->by_symbol[i]].id.n)
			v[s->by_symbol[i]].id = finest;
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
			if (tc_resolver_compare(&v[s->by_symbol[i]],
					 &v[s->by_symbol[end]], false))
				break;
		settle_group(s, rows, i, end);
		if (end - i > 1 && !rows[i].n)
			refine_group(s, i, end);
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
			tc_resolver_short(s, k);
			break;
		case KIND_PLENUM:
			tc_resolver_plenum(s, k);
			break;
		case KIND_NAMED:
			m->id = m->canonical;
			break;
		case KIND_SYMBOL:
			break;
		}
	}
}

/* Between "hai Nghị quyết số 18-NQ/TW" and "và số 19-NQ/TW". */
#define LIST_TOKENS 4

/* "hai Nghị quyết số 04-NQ/TW": two documents by one symbol. */
static bool is_of_two(const struct tc_resolver *s, size_t k)
{
	static const char *const counts[] = { "hai", "ba", "bốn" };
	const struct tc_scan *const scan = s->reader.scan;
	const struct tc_number *const m = &s->numbers->v[k];
	size_t i = tc_scan_token_at(scan, m->start), first = 0;

	if (k + 1 < s->numbers->n &&
	    tc_scan_token_at(scan, m[1].start) <=
		    tc_scan_token_from(scan, i, m->end) + LIST_TOKENS)
		return false;
	if (i && tc_docnum_skip_number_word(&s->reader, i - 1) == i)
		i--;
	return tc_type_word_before(scan, i, &first) && first &&
	       TC_AMONG(scan->tokens.v[first - 1].exact, counts);
}

static void open_those_of_two(const struct tc_resolver *s)
{
	for (size_t k = 0; k < s->numbers->n; k++) {
		struct tc_number *const m = &s->numbers->v[k];
		if (m->id.n && !m->date.year &&
		    rows_of_symbol(s, m->canonical).n > 1 && is_of_two(s, k)) {
			m->id = TC_STR("");
			m->plenum = TC_STR("");
			m->rule = tc_rule_other_term;
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
	struct tc_about about = { 0 };
	struct tc_resolver s = {
		.registry = r,
		.reader = {.scan = scan},
		.published = published,
		.numbers = numbers,
		.about = &about,
	};

	s.by_symbol = sorted_symbols(&s, false);
	settle_symbols(&s);
	settle_others(&s);
	tc_resolver_open_shorts(&s);
	open_those_of_two(&s);
	tc_registry_add_names(r, scan, published, numbers);
	name_plenums(r, numbers);
}
