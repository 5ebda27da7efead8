/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/likely.h"

#include "query/about.h"

/* Matches for one hit that is wanted; hits up to which it is worth while. */
#define FOR_EACH 5
#define HITS_MAX 16
/* Rows that tell whether most have the words; and in the end how many. */
#define ROWS_FIRST 12
#define ROWS_LEAST 24

struct likely {
	struct tc_xdb *db;
	const struct tc_xsearch *s;
	const struct tc_xresult *all;	/* matches but for their rows */
	struct tc_xresult *out;
	uint32_t read, fit;
	struct tc_error *err;
};

static bool may_try(const struct tc_xdb *db, const struct tc_xsearch *s)
{
	return !tc_xdb_is_remote(db) && tc_xquery_rows_are_last(s->query) &&
	       !s->first && s->max && s->max <= HITS_MAX && !s->count_count &&
	       !s->match && !s->from && s->sort_slot == TC_NO_SLOT &&
	       s->collapse_slot == TC_NO_SLOT;
}

/* Whether a third of the first matches have the words: 1, 0, -1.  Without
 * weights Xapian stops behind the last that is asked for. */
static int most_fit(struct tc_xdb *db, const struct tc_xsearch *s,
		    struct tc_error *err)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xquery *q = tc_xquery_scale(0, tc_xquery_copy(s->query));
	const struct tc_xsearch few = { .query = q, .rows_later = true,
					.max = ROWS_FIRST,
					.sort_slot = TC_NO_SLOT,
					.collapse_slot = TC_NO_SLOT };
	struct tc_xresult r;
	bool doubt = false;
	size_t fit = 0;
	int yes = tc_xdb_search(db, &few, &scratch, &r, err);

	for (size_t i = 0; yes >= 0 && i < r.n; i++) {
		yes = tc_xdb_fits(db, q, r.hits[i].docid, &doubt, err);
		fit += yes > 0;
	}
	tc_xquery_free(q);
	return yes < 0 ? -1 : 3 * fit >= r.n;
}

static int read_row(struct likely *l)
{
	const struct tc_xhit *hit = &l->all->hits[l->read++];
	int yes = tc_xdb_fits(l->db, l->s->query, hit->docid, &l->out->doubt,
			      l->err);

	if (yes > 0 && l->fit++ < l->s->max)
		l->out->hits[l->out->n++] = *hit;
	return yes;
}

/* Whether the hits are there, and as many more matches as a search would
 * have counted one by one. */
static bool enough(const struct likely *l)
{
	const uint32_t sure = 2 * l->s->check_at_least;

	if (l->fit < l->s->max || l->read < ROWS_LEAST)
		return false;
	return l->fit >= l->s->check_at_least ||
	       (double)l->all->lower * l->fit / l->read >= sure;
}

static uint32_t within(uint32_t v, uint32_t least, uint32_t most)
{
	return v < least ? least : v > most ? most : v;
}

/* 1 when the result is that of a search, 0 when there must be one, -1. */
static int read_rows(struct likely *l, bool all_met)
{
	while (l->read < l->all->n && (all_met || !enough(l)))
		if (read_row(l) < 0)
			return -1;
	if (all_met) {
		l->out->lower = l->out->estimate = l->out->upper = l->fit;
		return 1;
	}
	l->out->fitting = (double)l->fit / l->read;
	l->out->lower = l->fit;
	l->out->upper = l->all->upper;
	l->out->estimate = within(tc_about_round(l->all->estimate *
					     l->out->fitting),
				  l->out->lower, l->out->upper);
	return enough(l);
}

int tc_likely_search(struct tc_xdb *db, const struct tc_xsearch *s,
		     struct tc_arena *arena, struct tc_xresult *out,
		     struct tc_error *err)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xsearch more = *s;
	struct tc_xresult all;
	struct likely l = { .db = db, .s = s, .all = &all, .out = out,
			    .err = err };

	int likely = may_try(db, s) ? most_fit(db, s, err) : 0;
	if (likely <= 0)
		return likely < 0 ? -1 : tc_xdb_search(db, s, arena, out, err);
	more.max = FOR_EACH * s->max;
	more.rows_later = true;
	if (tc_xdb_search(db, &more, &scratch, &all, err) != 0)
		return -1;
	*out = (struct tc_xresult){ .doubt = all.doubt, .fitting = 1 };
	out->hits = tc_arena_alloc(arena, s->max * sizeof *out->hits);
	int same = read_rows(&l, all.n < more.max);
	return same < 0 ? -1 :
	       same ? 0 : tc_xdb_search(db, s, arena, out, err);
}
