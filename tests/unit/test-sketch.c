/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/mem.h"
#include "index/cluster.h"
#include "text/sketch.h"

#include <stdio.h>

#define WORDS 400

static void sketch_of(const char *text, struct tc_arena *arena,
		      uint64_t **shingles, size_t *n, struct tc_sketch *out)
{
	struct tc_tokens t;

	tc_tokenize(tc_str0(text), arena, &t);
	*shingles = tc_arena_alloc(arena, t.n * sizeof **shingles);
	*n = tc_shingles(t.v, t.n, *shingles);
	assert_true(tc_sketch_make(*shingles, *n, out));
}

/* Words "từ0 từ1 ...", every `other`-th of them another. */
static void write_words(struct tc_buf *out, size_t from, size_t n,
			size_t other)
{
	for (size_t i = from; i < from + n; i++)
		tc_buf_printf(out, "%s%zu ", other && i % other == 0 ?
			      "khác" : "từ", i);
}

static void shingles_are_of_four_bare_words(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens a, b;
	uint64_t x[8], y[8];

	tc_tokenize(TC_STR("Chi bộ thôn Đông họp"), &arena, &a);
	tc_tokenize(TC_STR("chi bo thon dong, hop"), &arena, &b);
	assert_int_equal(2, tc_shingles(a.v, a.n, x));
	assert_int_equal(2, tc_shingles(b.v, b.n, y));
	assert_memory_equal(x, y, 2 * sizeof *x);
	/* said twice, counted once; three words are none */
	tc_tokenize(TC_STR("họp họp họp họp họp họp"), &arena, &a);
	assert_int_equal(1, tc_shingles(a.v, a.n, x));
	assert_int_equal(0, tc_shingles(a.v, 3, x));
	assert_false(tc_sketch_make(x, 1, &(struct tc_sketch){ 0 }));
}

/* Equal bins tell the share that was counted, give or take. */
static void sketch_estimates_resemblance(void **state)
{
	(void)state;

	for (size_t every = 5; every <= 80; every *= 2) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF one = { 0 }, two = { 0 };
		uint64_t *x, *y;
		size_t xn, yn;
		struct tc_sketch a, b;
		write_words(&one, 0, WORDS, 0);
		write_words(&two, 0, WORDS, every);
		sketch_of(one.p, &arena, &x, &xn, &a);
		sketch_of(two.p, &arena, &y, &yn, &b);
		size_t shared = tc_shingles_shared(x, xn, y, yn);
		double share = (double)shared / (double)(xn + yn - shared);
		double told = tc_sketch_equal(&a, &b) / (double)TC_SKETCH_BINS;
		assert_true(told > share - .3 && told < share + .3);
		if (share >= TC_CLUSTER_RESEMBLANCE)
			assert_true(tc_cluster_candidate(&a, &b));
	}
}

static void strangers_do_not_meet(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF one = { 0 }, two = { 0 };
	struct tc_sketch a, b;
	uint64_t *x, *y;
	size_t xn, yn;

	write_words(&one, 0, WORDS, 0);
	write_words(&two, WORDS, WORDS, 0);
	sketch_of(one.p, &arena, &x, &xn, &a);
	sketch_of(two.p, &arena, &y, &yn, &b);
	assert_int_equal(0, tc_shingles_shared(x, xn, y, yn));
	assert_false(tc_cluster_candidate(&a, &b));
}

static void sketch_comes_back_as_written(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 }, bytes = { 0 };
	struct tc_sketch a, b;
	uint64_t *x;
	size_t n;

	write_words(&text, 0, 60, 0);
	sketch_of(text.p, &arena, &x, &n, &a);
	tc_sketch_put(&a, &bytes);
	assert_true(tc_sketch_get(tc_buf_str(&bytes), &b));
	assert_memory_equal(&a, &b, sizeof a);
	assert_false(tc_sketch_get(tc_str(bytes.p, bytes.n - 1), &b));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shingles_are_of_four_bare_words),
		cmocka_unit_test(sketch_estimates_resemblance),
		cmocka_unit_test(strangers_do_not_meet),
		cmocka_unit_test(sketch_comes_back_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
