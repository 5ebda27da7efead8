/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the whole text speaks of.  "Nghị quyết 18" alone is the newest of that
 * number, which is about land; in a text that never speaks of land, and does of
 * a leaner apparatus, it is the one before.
 */
#include "config.h"

#include "fact/registry-evidence.h"

#include "fact/date.h"

#define TOKENS_MAX 4096		/* of the text; what is behind is not asked */
#define SLOTS_MIN 64		/* of its pairs: a quarter is taken at most */
/* A pair of words weighs the more the fewer subjects have it. */
#define WEIGHT_MOST 12
#define WEIGHT_LEAST 4		/* "đất đai", in three of them */
#define NEW_DAYS 366

static uint32_t pair_of(const struct tc_token *t)
{
	return (t[0].hash * 31 + t[1].hash) | 1;
}

/* Where the pair stands, or 0 does where it would. */
static uint32_t *slot_of(const struct tc_about *about, uint32_t pair)
{
	uint32_t *const pairs = about->pairs;
	size_t i = (pair >> 1) & about->mask;

	while (pairs[i] && pairs[i] != pair)
		i = (i + 1) & about->mask;
	return &pairs[i];
}

const struct tc_places *tc_resolver_places(const struct tc_resolver *s)
{
	const struct tc_tokens *const tokens = &s->reader.scan->tokens;
	const uint64_t *const known = tc_registry_pairs(s->registry);
	struct tc_places *const p = &s->about->places;

	if (p->v)
		return p;
	p->v = tc_arena_room(s->reader.scan->arena,
			     (tokens->n + 1) * sizeof *p->v);
	for (size_t i = 0; i + 1 < tokens->n; i++) {
		p->v[p->n] = (uint32_t)i;
		p->n += tc_known_may_pair(known, tokens->v[i].hash,
					  tokens->v[i + 1].hash);
	}
	return p;
}

static void make_pairs(const struct tc_resolver *s)
{
	const struct tc_token *const v = s->reader.scan->tokens.v;
	const struct tc_places *const places = tc_resolver_places(s);
	struct tc_about *const about = s->about;
	size_t slots = SLOTS_MIN, n = 0;

	while (n < places->n && places->v[n] + 1 < TOKENS_MAX)
		n++;
	while (slots < 4 * n)
		slots *= 2;
	about->mask = slots - 1;
	about->pairs = tc_arena_alloc(s->reader.scan->arena,
				      slots * sizeof *about->pairs);
	for (size_t i = 0; i < n; i++) {
		const uint32_t pair = pair_of(&v[places->v[i]]);
		*slot_of(about, pair) = pair;
	}
}

/* What is new is on everybody's lips, be it said or not. */
static bool is_new(const struct tc_resolver *s, tc_known_row row)
{
	return tc_date_days(tc_date_last_day(s->published)) -
	       tc_date_days(tc_date_first_day(row->date)) <= NEW_DAYS;
}

/* "đại hội đảng bộ các cấp" is spoken of in half of its pairs, though many a
 * subject has them. */
static bool is_spoken_of(const struct tc_resolver *s, tc_known_row row)
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < row->subject.n; i++)
		n += *slot_of(s->about, pair_of(&row->subject.v[i])) != 0;
	return n * 2 >= row->subject.n;
}

static int weight_of(const struct tc_resolver *s, tc_known_row row)
{
	const struct tc_token *const v = row->subject.v;
	int weight = 0;

	for (size_t i = 0; i + 1 < row->subject.n; i++)
		if (*slot_of(s->about, pair_of(&v[i])))
			weight += WEIGHT_MOST / (int)tc_resolver_rows_with(
							s, row, i, &v[i]);
	return weight;
}

static tc_known_row weighed(const struct tc_resolver *s, tc_known_row newest,
			    const struct tc_candidates *c, uint32_t day)
{
	const int its = weight_of(s, newest);
	int most = its * 2 > WEIGHT_LEAST ? its * 2 : WEIGHT_LEAST - 1;
	tc_known_row best = NULL;

	for (size_t i = 0; i < c->n; i++) {
		if (c->v[i] == newest || tc_date_first(c->v[i]->date) > day)
			continue;
		const int weight = weight_of(s, c->v[i]);
		if (weight == most)
			best = NULL;
		if (weight <= most)
			continue;
		most = weight;
		best = c->v[i];
	}
	return best;
}

tc_known_row tc_resolver_row_of_text(const struct tc_resolver *s,
				     tc_known_row newest,
				     const struct tc_candidates *c,
				     uint32_t day)
{
	struct tc_about *const about = s->about;

	for (size_t i = 0; i < about->n; i++)
		if (about->asked[i].newest == newest)
			return about->asked[i].said;
	if (about->n == ASKED_MAX || !newest->subject.n || is_new(s, newest))
		return NULL;
	if (!about->pairs)
		make_pairs(s);
	about->asked[about->n].newest = newest;
	about->asked[about->n].said = is_spoken_of(s, newest) ?
		NULL : weighed(s, newest, c, day);
	return about->asked[about->n++].said;
}
