/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Documents by the names that people gave them ("Nghi quyet tam nong"): what
 * the registry's column `short` holds without a figure in it.  Names with
 * figures are the grammar's (docnum.h), or queries alone have them.
 */
#include "config.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/registry-rows.h"

/* How many tokens from i on spell the name; 0 when they do not. */
static size_t name_matches(const struct tc_tokens *name,
			   const struct tc_tokens *text, size_t i)
{
	for (size_t k = 0; k < name->n; k++) {
		if (i + k >= text->n)
			return 0;
		const struct tc_token *t = &text->v[i + k];
		bool marked = t->flags & TC_TOKEN_MARKED;
		if (!tc_str_eq(marked ? t->exact : t->bare,
			       marked ? name->v[k].exact : name->v[k].bare))
			return 0;
	}
	return name->n;
}

/* The newest document of that name before the article; the only one, where
 * its date is unknown. */
static bool is_better(const struct tc_known *k, const struct tc_known *best,
		      struct tc_date published)
{
	uint32_t day = tc_date_last(published);

	if (day && tc_date_first(k->date) > day)
		return false;
	return !best || tc_date_first(best->date) <= tc_date_first(k->date);
}

static const struct tc_known *named_at(const struct tc_registry *r,
				       const struct tc_scan *scan, size_t i,
				       struct tc_date published, size_t *count)
{
	const struct tc_known *best = NULL;
	size_t n;
	const struct tc_known_name *names =
		tc_registry_names(r, scan->tokens.v[i].bare, &n);

	*count = 0;
	for (size_t k = 0; k < n; k++) {
		size_t m = names[k].asked ? 0 :
			name_matches(&names[k].words, &scan->tokens, i);
		if (!m || m < *count)
			continue;
		if (m > *count)
			best = NULL;
		*count = m;
		if (is_better(names[k].row, best, published))
			best = names[k].row;
	}
	return best;
}

static struct tc_number mention_of(const struct tc_scan *scan,
				   const struct tc_known *row, size_t start,
				   size_t end)
{
	struct tc_number n = { 0 };
	struct tc_str at;

	tc_docnum_parse(row->symbol, false, scan->arena, &n, &at);
	n.start = (uint32_t)start;
	n.end = (uint32_t)end;
	n.printed = tc_str(scan->text.p + start, end - start);
	n.canonical = row->symbol;
	n.id = row->id;
	n.plenum = row->plenum;
	n.term = (uint8_t)row->term;
	n.confidence = row->confirmed ? .8f : .5f;
	n.rule = "name";
	return n;
}

/* The mentions so far, with those by name among them. */
struct merged {
	struct tc_number_list list;
	struct tc_arena *arena;
	const struct tc_number_list *old;
	size_t next;		/* of the old ones */
	bool any;		/* by name */
};

static void push(struct merged *m, struct tc_number n)
{
	m->list.v = tc_arena_grow(m->arena, m->list.v, m->list.n, &m->list.cap,
				  sizeof *m->list.v);
	m->list.v[m->list.n++] = n;
}

/* Those that start up to byte `off`. */
static void push_old(struct merged *m, uint32_t off)
{
	while (m->next < m->old->n && m->old->v[m->next].start <= off)
		push(m, m->old->v[m->next++]);
}

/* Whether a mention among them overlaps, or the next of the old ones. */
static bool overlaps(const struct merged *m, uint32_t start, uint32_t end)
{
	return (m->list.n && m->list.v[m->list.n - 1].end > start) ||
	       (m->next < m->old->n && m->old->v[m->next].start < end);
}

static void add_name(const struct tc_registry *r, const struct tc_scan *scan,
		     size_t i, struct tc_date published, struct merged *m)
{
	size_t count;
	const struct tc_token *t = &scan->tokens.v[i];
	const struct tc_known *row = named_at(r, scan, i, published, &count);

	if (!row)
		return;
	const struct tc_token *last = &scan->tokens.v[i + count - 1];
	const uint32_t end = tc_token_end(last);
	push_old(m, t->off);
	if (overlaps(m, t->off, end))
		return;
	push(m, mention_of(scan, row, t->off, end));
	m->any = true;
}

/* Few tokens begin a name.  "Nghi quyet ...": where all of them begin with
 * the type of a document, only where a number may begin need be looked. */
static void find_names(const struct tc_registry *r, const struct tc_scan *scan,
		       struct tc_date published, struct merged *m)
{
	const uint64_t *const firsts = tc_registry_firsts(r);
	const struct tc_token *const v = scan->tokens.v;

	if (!tc_registry_names_typed(r)) {
		for (size_t i = 0; i < scan->tokens.n; i++)
			if (tc_known_may_begin(firsts, v[i].hash))
				add_name(r, scan, i, published, m);
		return;
	}
	for (size_t k = 0; k < scan->numbers.n; k++)
		if (tc_known_may_begin(firsts, v[scan->numbers.v[k]].hash))
			add_name(r, scan, scan->numbers.v[k], published, m);
}

void tc_registry_add_names(const struct tc_registry *r,
			   const struct tc_scan *scan,
			   struct tc_date published,
			   struct tc_number_list *numbers)
{
	struct merged merged = { .arena = scan->arena, .old = numbers };

	if (!tc_registry_name_count(r))
		return;
	find_names(r, scan, published, &merged);
	if (!merged.any)
		return;
	push_old(&merged, UINT32_MAX);
	*numbers = merged.list;
}
