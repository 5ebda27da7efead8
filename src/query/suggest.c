/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/suggest.h"

#include "index/schema.h"
#include "query/plan-part.h"
#include "text/distance.h"
#include "text/fold.h"
#include "text/syllable.h"
#include "text/wordrow.h"

#include <math.h>
#include <stdlib.h>

/* Words of one query that are looked at, and candidates for each. */
enum { WORDS_MAX = 12, CANDIDATES_MAX = 16, NEAR_MAX = 512 };

/* A candidate farther away is no misspelling: one letter and one mark. */
#define DISTANCE_MAX 1.5

/* What it costs to keep a word that no article has, to change one at all, and
 * what a pair of neighbours that articles have together is worth. */
#define COST_UNKNOWN 3.
#define COST_CHANGE .6
#define GAIN_WORD_LOG .05
#define GAIN_PAIR .8
#define GAIN_PAIR_LOG .1
#define GAIN_PAIR_MOST 1.3

struct candidate {
	struct tc_str exact, bare;
	double cost;		/* of the word itself */
	double best;		/* of the best way up to it */
	size_t from;		/* the candidate before it on that way */
	bool typed;
};

struct position {
	struct tc_str text;
	const struct tc_token *token;
	struct candidate v[CANDIDATES_MAX];
	size_t n;
	uint32_t documents;	/* that have the word as typed */
};

struct suggester {
	struct tc_xdb *db;
	struct tc_arena *arena;
	struct tc_error *err;
	struct position at[WORDS_MAX];
	size_t n;
};

static int frequency(struct suggester *s, struct tc_str word, uint32_t *out)
{
	TC_SCOPED_BUF term = { 0 };

	return tc_xdb_frequency(s->db, tc_schema_term(TC_F_TEXT, word, &term),
				out, s->err);
}

/* ---- candidates ---- */

struct near {
	struct tc_str exact, bare;
	double distance;	/* then the whole cost */
};

static int by_distance(const void *a, const void *b)
{
	const struct near *x = a, *y = b;

	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	return tc_str_cmp(x->exact, y->exact);
}

struct nearest {
	struct near v[NEAR_MAX];
	size_t n;
};

/* Keeps the nearest; sorted when it runs full. */
static void keep(struct nearest *all, struct near one)
{
	if (all->n == NEAR_MAX) {
		qsort(all->v, all->n, sizeof *all->v, by_distance);
		if (by_distance(&all->v[NEAR_MAX - 1], &one) <= 0)
			return;
		all->n--;
	}
	all->v[all->n++] = one;
}

/* Whether at most one letter is put in, left out or another, or two are
 * swapped: nothing farther is within DISTANCE_MAX. */
static bool a_letter_apart(struct tc_str a, struct tc_str b)
{
	size_t most = a.n > b.n ? a.n : b.n, least = a.n + b.n - most;
	size_t head = 0, tail = 0;

	if (most - least > 1)
		return false;
	while (head < least && a.p[head] == b.p[head])
		head++;
	while (tail < least - head &&
	       a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
		tail++;
	size_t rest = most - head - tail;
	return rest <= 1 || (rest == 2 && a.n == b.n &&
			     a.p[head] == b.p[head + 1] &&
			     a.p[head + 1] == b.p[head]);
}

/* A syllable in each of its tones, bare the same; one typed without marks is
 * compared without them. */
static void near_tones(struct suggester *s, const struct tc_token *t,
		       struct tc_syllable y, struct nearest *out)
{
	bool marked = t->flags & TC_TOKEN_MARKED;
	TC_SCOPED_BUF bare = { 0 };

	for (unsigned tone = 0; tone <= TC_NANG; tone++) {
		char spelled[TC_SYLLABLE_MAX];
		y.tone = (unsigned char)tone;
		size_t n = tc_syllable_spell(y, spelled);
		if (!n)
			continue;
		struct tc_str exact = tc_str(spelled, n);
		if (!bare.n)
			tc_fold_bare(exact, &bare);
		if (!a_letter_apart(t->bare, tc_buf_str(&bare)))
			return;
		double d = marked ? tc_distance(t->exact, exact) :
				    tc_distance(t->bare, tc_buf_str(&bare));
		if (d > DISTANCE_MAX || d <= 0)
			continue;
		keep(out, (struct near){
				  tc_arena_str(s->arena, exact),
				  tc_arena_str(s->arena, tc_buf_str(&bare)),
				  d });
	}
}

/* Every syllable that is near the word. */
static void near_syllables(struct suggester *s, const struct tc_token *t,
			   struct nearest *out)
{
	/* the table's bounds; tc_syllable_spell() knows what is in it */
	enum { ONSETS = 32, RIMES = 256 };

	for (unsigned i = 0; i < ONSETS * RIMES; i++)
		near_tones(s, t, (struct tc_syllable){
					 .onset = (unsigned char)(i / RIMES),
					 .rime = (unsigned char)(i % RIMES) },
			   out);
}

static void add(struct position *p, struct tc_str exact, struct tc_str bare,
		double cost, bool typed)
{
	if (p->n < CANDIDATES_MAX)
		p->v[p->n++] = (struct candidate){ .exact = exact,
						   .bare = bare,
						   .cost = cost,
						   .typed = typed };
}

/* What each near syllable costs, by how many articles have it; those that
 * none has go. */
static int weigh(struct suggester *s, struct nearest *near, bool marked)
{
	size_t n = 0;

	for (size_t i = 0; i < near->n; i++) {
		struct near one = near->v[i];
		uint32_t documents;
		/* how many have a word without marks is not known: its term
		 * stands for every spelling */
		if (marked && tc_str_eq(one.exact, one.bare))
			continue;
		if (frequency(s, one.exact, &documents) != 0)
			return -1;
		if (!documents)
			continue;
		one.distance += COST_CHANGE - GAIN_WORD_LOG * log(documents);
		near->v[n++] = one;
	}
	near->n = n;
	qsort(near->v, n, sizeof *near->v, by_distance);
	return 0;
}

/* The word itself, and what articles have instead. */
static int find_candidates(struct suggester *s, struct position *p)
{
	const struct tc_token *t = p->token;
	bool marked = t->flags & TC_TOKEN_MARKED;
	struct nearest *near = tc_arena_alloc(s->arena, sizeof *near);

	if (frequency(s, marked ? t->exact : t->bare, &p->documents) != 0)
		return -1;
	add(p, p->text, t->bare, p->documents ? 0 : COST_UNKNOWN, true);
	if (t->flags & TC_TOKEN_DIGIT)
		return 0;
	near_syllables(s, t, near);
	if (weigh(s, near, marked) != 0)
		return -1;
	for (size_t i = 0; i < near->n; i++)
		add(p, near->v[i].exact, near->v[i].bare,
		    near->v[i].distance, false);
	return 0;
}

/* ---- the best way through ---- */

/* Of the articles that have both words, those that are looked at. */
#define TOGETHER_MAX 64u

struct together {
	struct tc_wordcode row[2];
	uint32_t seen, found;
};

static bool note_row(void *ctx, uint32_t docid, double weight,
		     struct tc_str stored)
{
	struct together *t = ctx;
	struct tc_str row;

	(void)docid;
	(void)weight;
	t->found += tc_wordrow_open(stored, &row) &&
		    tc_wordrow_has(row, t->row, 2);
	return ++t->seen < TOGETHER_MAX;
}

/* In how many of them the two stand side by side. */
static int together(struct suggester *s, const struct candidate *a,
		    const struct candidate *b, uint32_t *found)
{
	struct together t = { .row = { tc_wordcode_bare(a->bare),
				       tc_wordcode_bare(b->bare) } };
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_xquery *both = tc_xquery_join(
		TC_X_AND, tc_plan_term(TC_F_TEXT, a->bare),
		tc_plan_term(TC_F_TEXT, b->bare));
	const struct tc_xsearch ask = { .query = both,
					.check_at_least = TOGETHER_MAX,
					.sort_slot = TC_NO_SLOT,
					.collapse_slot = TC_NO_SLOT,
					.k1 = 1, .b = 0,
					.match = note_row, .match_ctx = &t,
					.match_slot = TC_SLOT_WORDS };
	struct tc_xresult result;
	int bad = tc_xdb_search(s->db, &ask, &scratch, &result, s->err);

	tc_xquery_free(both);
	*found = t.found;
	return bad;
}

static int gain(struct suggester *s, const struct candidate *a,
		const struct candidate *b, double *out)
{
	uint32_t documents;

	if (together(s, a, b, &documents) != 0)
		return -1;
	*out = documents ? GAIN_PAIR + GAIN_PAIR_LOG * log(documents) : 0;
	return 0;
}

static int best_way(struct suggester *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; j < s->at[i].n; j++) {
			struct candidate *c = &s->at[i].v[j];
			c->best = i ? INFINITY : c->cost;
			for (size_t k = 0; i && k < s->at[i - 1].n; k++) {
				const struct candidate *b =
					&s->at[i - 1].v[k];
				double cost = b->best + c->cost, less;
				/* no gain would make it the best */
				if (cost - GAIN_PAIR_MOST >= c->best)
					continue;
				if (gain(s, b, c, &less) != 0)
					return -1;
				cost -= less;
				if (cost < c->best) {
					c->best = cost;
					c->from = k;
				}
			}
		}
	return 0;
}

/* The chosen candidate of each position. */
static bool choose(const struct suggester *s, size_t chosen[WORDS_MAX])
{
	const struct position *last = &s->at[s->n - 1];
	bool changed = false;
	size_t at = 0;

	for (size_t j = 1; j < last->n; j++)
		if (last->v[j].best < last->v[at].best)
			at = j;
	for (size_t i = s->n; i-- > 0;) {
		chosen[i] = at;
		changed |= !s->at[i].v[at].typed;
		at = s->at[i].v[at].from;
	}
	return changed;
}

/* ---- the tree with other words ---- */

/* What is not to be there, and names of units, keep their words. */
static bool has_words(const struct tc_node *n)
{
	return n->kind == TC_NODE_WORD || n->kind == TC_NODE_PHRASE ||
	       n->kind == TC_NODE_TITLE;
}

/* The offsets of a word's token are those in what it was cut from. */
static struct tc_str word_text(const struct tc_node *n, size_t i)
{
	const struct tc_token *t = &n->tokens.v[i];

	return n->kind == TC_NODE_WORD ? n->text :
					 tc_str(n->text.p + t->off, t->len);
}

static void collect(struct suggester *s, const struct tc_node *n)
{
	if (n->kind == TC_NODE_NOT)
		return;
	for (size_t i = 0; has_words(n) && i < n->tokens.n; i++) {
		if (s->n < WORDS_MAX)
			s->at[s->n++] = (struct position){
				.text = word_text(n, i),
				.token = &n->tokens.v[i]
			};
	}
	for (size_t i = 0; i < n->kid_count; i++)
		collect(s, n->kids[i]);
}

/* A copy with the words chosen; *at counts the positions up to it. */
static struct tc_node *rewrite(const struct suggester *s,
			       const struct tc_node *n,
			       const size_t chosen[WORDS_MAX], size_t *at)
{
	struct tc_node *copy = tc_arena_alloc(s->arena, sizeof *copy);
	TC_SCOPED_BUF text = { 0 };

	*copy = *n;
	if (n->kind == TC_NODE_NOT)
		return copy;
	for (size_t i = 0; has_words(n) && i < n->tokens.n; i++) {
		bool known = *at < s->n &&
			     s->at[*at].token == &n->tokens.v[i];
		struct tc_str word = known ?
			s->at[*at].v[chosen[*at]].exact : word_text(n, i);
		*at += known;
		tc_buf_printf(&text, "%s%.*s", i ? " " : "", TC_ARG(word));
	}
	if (has_words(n)) {
		copy->text = tc_arena_str(s->arena, tc_buf_str(&text));
		tc_tokenize(copy->text, s->arena, &copy->tokens);
	}
	copy->kids = tc_arena_alloc(s->arena,
				    n->kid_count * sizeof(struct tc_node *));
	for (size_t i = 0; i < n->kid_count; i++)
		copy->kids[i] = rewrite(s, n->kids[i], chosen, at);
	return copy;
}

int tc_suggest(struct tc_xdb *db, const struct tc_node *root,
	       struct tc_arena *arena, struct tc_node **out,
	       struct tc_error *err)
{
	struct suggester *s = tc_arena_alloc(arena, sizeof *s);
	size_t chosen[WORDS_MAX], at = 0;

	*s = (struct suggester){ .db = db, .arena = arena, .err = err };
	*out = NULL;
	collect(s, root);
	if (!s->n)
		return 0;
	for (size_t i = 0; i < s->n; i++)
		if (find_candidates(s, &s->at[i]) != 0)
			return -1;
	if (best_way(s) != 0)
		return -1;
	if (choose(s, chosen))
		*out = rewrite(s, root, chosen, &at);
	return 0;
}
