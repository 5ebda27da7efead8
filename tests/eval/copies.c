/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What share of their shingles copies of a story have in common, and what
 * share different stories: the experiment behind the threshold of
 * index/cluster.h.
 *
 *	tracuu-import --dry-run --quiet PATH... >FILE; copies FILE
 *
 * Of each article copies are made as other sites make them.  A line a manner
 * of copying: how many of its pairs have at least the resemblance above the
 * column, and how many of them the sketches bring together at all.  The last
 * line is of all pairs of different articles.
 */
#include "config.h"

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "index/cluster.h"
#include "text/sketch.h"

#include <stdio.h>
#include <stdlib.h>

#define INPUT_MAX ((size_t)1 << 30)
static const double thresholds[] = { .1, .2, .3, .4, .5, .6, .7, .8 };
#define THRESHOLDS (sizeof thresholds / sizeof *thresholds)

struct text {
	struct tc_token *v;
	size_t n;
	uint64_t *shingles;
	size_t shingle_count;
	struct tc_sketch sketch;
	bool sketched;
};

static uint64_t state = 88172645463325252u;	/* xorshift64 */

static size_t draw(size_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)(state % below);
}

static void finish(struct text *t, struct tc_arena *arena)
{
	t->shingles = tc_arena_alloc(arena, t->n * sizeof *t->shingles);
	t->shingle_count = tc_shingles(t->v, t->n, t->shingles);
	t->sketched = tc_sketch_make(t->shingles, t->shingle_count,
				     &t->sketch);
}

/* ---- the copies ---- */

static void add(struct text *out, const struct text *t, size_t from,
		size_t to)
{
	for (size_t i = from; i < to && i < t->n; i++)
		out->v[out->n++] = t->v[i];
}

struct manner {
	const char *name;
	size_t edits;		/* words of a hundred */
	size_t keep_from, keep_to;	/* in hundredths of the text */
	size_t lead, tail;	/* words of another article around it */
};

static const struct manner manners[] = {
	{ "as it is", 0, 0, 100, 0, 0 },
	{ "two words of a hundred edited", 2, 0, 100, 0, 0 },
	{ "five edited", 5, 0, 100, 0, 0 },
	{ "ten edited", 10, 0, 100, 0, 0 },
	{ "another lead", 0, 12, 100, 45, 0 },
	{ "another lead, two edited", 2, 12, 100, 45, 0 },
	{ "furniture of 80 words behind it", 0, 0, 100, 0, 80 },
	{ "its last fifth cut", 0, 0, 80, 0, 0 },
	{ "its last two fifths cut", 0, 0, 60, 0, 0 },
	{ "cut to half, two edited", 2, 0, 50, 0, 0 },
	{ "cut to two fifths", 0, 0, 40, 0, 0 },
	{ "cut to a third", 0, 0, 33, 0, 0 },
};

/* Every so often an editor's other word, one more, or one less. */
static void edited(const struct text *t, const struct text *other,
		   size_t from, size_t to, size_t percent, struct text *out)
{
	for (size_t i = from; i < to; i++) {
		size_t what = draw(100) < percent ? draw(3) : 3;
		size_t at = draw(other->n);
		if (what < 2)		/* another word, or one more */
			add(out, other, at, at + 1);
		if (what == 0 || what == 3)
			add(out, t, i, i + 1);
	}
}

static struct text copy(const struct manner *m, const struct text *t,
			const struct text *other, struct tc_arena *arena)
{
	struct text out = { .v = tc_arena_alloc(
		arena, (2 * t->n + m->lead + m->tail) * sizeof *out.v) };

	add(&out, other, 0, m->lead);
	edited(t, other, t->n * m->keep_from / 100, t->n * m->keep_to / 100,
	       m->edits, &out);
	add(&out, other, other->n > m->tail ? other->n - m->tail : 0,
	    other->n);
	finish(&out, arena);
	return out;
}

/* ---- counting ---- */

struct row {
	size_t pairs, met, reach[THRESHOLDS];
	double most;
};

static bool meets(const struct text *a, const struct text *b)
{
	return a->sketched && b->sketched &&
	       tc_cluster_candidate(&a->sketch, &b->sketch);
}

static void count(struct row *r, const struct text *a, const struct text *b)
{
	size_t shared = tc_shingles_shared(a->shingles, a->shingle_count,
					   b->shingles, b->shingle_count);
	size_t all = a->shingle_count + b->shingle_count - shared;
	double share = all ? (double)shared / (double)all : 0;

	r->pairs++;
	r->met += meets(a, b);
	r->most = share > r->most ? share : r->most;
	for (size_t i = 0; i < THRESHOLDS; i++)
		r->reach[i] += share >= thresholds[i];
}

static void print_row(const char *name, const struct row *r)
{
	printf("%-34s %7zu", name, r->pairs);
	for (size_t i = 0; i < THRESHOLDS; i++)
		printf(" %5zu", r->reach[i]);
	printf(" %6zu  %.3f\n", r->met, r->most);
}

static struct text *read_texts(struct tc_str rest, size_t *count,
			       struct tc_arena *arena)
{
	struct text *v = NULL;
	struct tc_str line;
	size_t cap = 0;

	*count = 0;
	while (tc_str_split(&rest, '\n', &line)) {
		struct tc_json *o = tc_json_read(line, NULL);
		struct tc_str text = o ? tc_json_get_str(o, "text") :
					 tc_str(NULL, 0);
		size_t body = tc_str_find(text, TC_STR("\n\n"), 0);
		if (body != SIZE_MAX) {
			struct tc_tokens tokens;
			tc_tokenize(tc_arena_str(arena,
						 tc_str_from(text, body)),
				    arena, &tokens);
			v = tc_arena_grow(arena, v, *count, &cap, sizeof *v);
			v[*count] = (struct text){ .v = tokens.v,
						   .n = tokens.n };
			finish(&v[(*count)++], arena);
		}
		tc_json_free(o);
	}
	return v;
}

int main(int argc, char **argv)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF input = { 0 };
	struct tc_error err;
	size_t n;

	if (argc != 2) {
		fputs("usage: copies FILE\n", stderr);
		return 2;
	}
	if (tc_file_read(argv[1], INPUT_MAX, &input, &err) != 0) {
		fprintf(stderr, "copies: %s\n", err.message);
		return 1;
	}
	struct text *v = read_texts(tc_buf_str(&input), &n, &arena);
	printf("%-34s %7s", "", "pairs");
	for (size_t i = 0; i < THRESHOLDS; i++)
		printf("  >=%.1f", thresholds[i]);
	printf("   met    most\n");
	for (size_t m = 0; m < sizeof manners / sizeof *manners; m++) {
		struct row r = { 0 };
		for (size_t i = 0; i < n; i++) {
			struct text c = copy(&manners[m], &v[i],
					     &v[(i + 1) % n], &arena);
			count(&r, &v[i], &c);
		}
		print_row(manners[m].name, &r);
	}
	struct row r = { 0 };
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			count(&r, &v[i], &v[j]);
	print_row("another article", &r);
	return 0;
}
