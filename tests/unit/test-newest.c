/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is picked in runs of documents that stand newest first is what is picked
 * when every match is met, in the same order, whatever else the database
 * holds; and a total that is said to be exact is. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "index/schema.h"
#include "index/xap.h"
#include "query/pick.h"

#include <stdio.h>
#include <unistd.h>

enum { DOCUMENTS = 1500, SECOND = 700 };

/*
 *   1 .. 599       newest first, many on a day, the last 40 without a date
 *   600 .. 699     in no order, the first newer than all before
 *   700 .. 1199    newest first again
 *   1200 .. 1500   the same, some without a date
 *
 * Every 37th is deleted.
 */
static const struct tc_xrun runs[] = { { 1, 600 }, { SECOND, 1200 } };
static const size_t run_count = sizeof runs / sizeof *runs;

struct place {
	char dir[64];
	struct tc_xdb *db;
};

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525 + 1013904223;
	return (random_state >> 8) % n;
}

static void print_date(uint32_t docid, char out[16])
{
	uint32_t day = random_below(400);

	if (docid < runs[0].end)
		day = 400 - docid / 5;
	else if (docid >= runs[1].first && docid < runs[1].end)
		day = 400 - (docid - runs[1].first) / 4;
	else if (docid == runs[0].end || docid == runs[1].end)
		day = 450;
	const bool none = docid < runs[0].end ? docid >= runs[0].end - 40 :
			  docid >= runs[1].end && docid % 9 == 0;
	snprintf(out, 16, "%04u%02u%02u", 2010 + day / 100, day / 10 % 10 + 1,
		 day % 10 + 1);
	if (none)
		*out = '\0';
}

static void add_document(struct tc_xwriter *w, uint32_t docid,
			 struct tc_error *err)
{
	static const struct { const char *term; uint32_t one_in; } terms[] = {
		{ "every", 1 }, { "half", 2 }, { "third", 3 }, { "some", 9 },
		{ "rare", 60 },
	};
	struct tc_xdoc *doc = tc_xdoc_new();
	char date[16];

	print_date(docid, date);
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (!random_below(terms[i].one_in))
			tc_xdoc_add(doc, tc_str0(terms[i].term),
				    1 + random_below(4), err);
	if (*date)
		tc_xdoc_set_value(doc, TC_SLOT_DATE, tc_str0(date), err);
	assert_int_equal(0, tc_xwriter_add(w, 0, doc, err));
	tc_xdoc_free(doc);
}

static int make_place(void **state)
{
	struct place *p = tc_zalloc(sizeof *p);
	const char *paths[] = { p->dir };
	struct tc_xwriter *w;
	struct tc_error err;

	*state = p;
	strcpy(p->dir, "/tmp/tracuu-newest-XXXXXX");
	if (!mkdtemp(p->dir) || tc_xwriter_open_new(p->dir, &w, &err) != 0)
		return -1;
	for (uint32_t docid = 1; docid <= DOCUMENTS; docid++)
		add_document(w, docid, &err);
	for (uint32_t docid = 37; docid <= DOCUMENTS; docid += 37)
		assert_int_equal(0, tc_xwriter_delete(w, docid, &err));
	int bad = tc_xwriter_commit(w, &err);
	tc_xwriter_close(w);
	return bad ? -1 : tc_xdb_open(paths, 1, &p->db, &err);
}

static int remove_place(void **state)
{
	struct place *p = *state;
	struct tc_error err;

	tc_xdb_close(p->db);
	tc_directory_remove(p->dir, &err);
	free(p);
	return 0;
}

static struct tc_xquery *term(const char *t)
{
	return tc_xquery_term(tc_str0(t));
}

enum { QUERIES = 12 };

static struct tc_xquery *query(unsigned i)
{
	switch (i) {
	case 0:
		return tc_xquery_all();
	case 1:
		return term("every");
	case 2:
		return term("half");
	case 3:
		return term("rare");
	case 4:
		return tc_xquery_join(TC_X_AND, term("half"), term("third"));
	case 5:
		return tc_xquery_join(TC_X_OR, term("half"), term("rare"));
	case 6:
		return tc_xquery_join(TC_X_AND_NOT, term("half"),
				      term("third"));
	case 7:
		return tc_xquery_join(TC_X_FILTER, term("some"), term("half"));
	case 8:
		return tc_xquery_scale(0, tc_xquery_join(TC_X_OR, term("some"),
							 term("third")));
	case 9:
		return tc_xquery_join(TC_X_AND_MAYBE, term("third"),
				      term("half"));
	case 10:
		return tc_xquery_join(TC_X_FILTER, tc_xquery_all(),
				      term("third"));
	default:
		return term("none");
	}
}

static void run(struct tc_pick *p, uint32_t cap, struct tc_arena *arena)
{
	struct tc_error err;

	assert_int_equal(0, tc_pick_run(p, cap, arena, &err));
	assert_false(p->stopped);
}

static void assert_same(const struct tc_pick *all, const struct tc_pick *p,
			uint32_t at_least)
{
	const uint64_t true_total = all->seen;

	assert_int_equal(all->n, p->n);
	for (size_t i = 0; i < all->n; i++) {
		assert_int_equal(all->v[i].docid, p->v[i].docid);
		assert_true(all->v[i].weight == p->v[i].weight);
	}
	assert_int_equal(true_total, all->lower);
	assert_int_equal(true_total, all->upper);
	assert_in_range(true_total, p->lower, p->upper);
	assert_in_range(p->estimate, p->lower, p->upper);
	assert_true(p->seen <= true_total);
	if (p->lower != p->upper)
		assert_true(p->seen >= at_least);
}

/* Pages of `cap`, one behind the other. */
static void compare(struct tc_xdb *db, const struct tc_xquery *q, bool flat,
		    uint32_t cap, uint32_t at_least)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_pick all = { .db = db, .query = q, .k1 = 1, .b = .5,
			       .order = TC_ORDER_DATE };
	struct tc_pick p = all;

	p.runs = runs;
	p.run_count = run_count;
	p.flat = flat;
	for (unsigned page = 0; page < 4; page++) {
		p.at_least = at_least;
		run(&all, cap, &arena);
		run(&p, cap, &arena);
		assert_same(&all, &p, at_least);
		if (!all.n)
			return;
		all.behind = p.behind = true;
		all.after = p.after = all.v[all.n - 1];
	}
}

static void the_same_come_in_the_same_order(void **state)
{
	static const uint32_t caps[] = { 0, 1, 2, 10, 77, 300, 1000, 5000 };
	static const uint32_t least[] = { 0, 1, 50, 400, DOCUMENTS, 9999 };
	struct place *p = *state;

	for (unsigned i = 0; i < QUERIES; i++) {
		struct tc_xquery *q = query(i);
		for (size_t k = 0; k < sizeof caps / sizeof *caps; k++)
			for (size_t l = 0; l < sizeof least / sizeof *least;
			     l++)
				compare(p->db, q, i == 0 || i == 8, caps[k],
					least[l]);
		tc_xquery_free(q);
	}
}

/* Of the matches in the runs, a page of three needs a handful; and the index
 * knows how many there are. */
static void a_run_is_left_behind_the_page(void **state)
{
	struct place *p = *state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = term("half");
	struct tc_pick pick = { .db = p->db, .query = q, .k1 = 1, .b = .5,
				.order = TC_ORDER_DATE, .runs = runs,
				.run_count = run_count };

	run(&pick, 3, &arena);
	tc_xquery_free(q);
	assert_int_equal(pick.lower, pick.upper);
	assert_true(pick.lower > 650);
	assert_in_range(pick.seen, 150, 240);	/* some 200 in no order */
}

/* How many are met for a page of two. */
static uint64_t met(struct tc_xdb *db, bool flat)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = tc_xquery_all();
	struct tc_pick pick = { .db = db, .query = q, .flat = flat,
				.order = TC_ORDER_DATE, .runs = runs,
				.run_count = run_count };

	run(&pick, 2, &arena);
	tc_xquery_free(q);
	return pick.seen;
}

/* Of those of a date the heaviest come first, which may be the last of them;
 * where none weighs anything the first are as good. */
static void a_date_is_left_where_nothing_weighs(void **state)
{
	struct place *p = *state;

	assert_true(met(p->db, true) < met(p->db, false));
}

static void note(void *ctx, struct tc_str value)
{
	(void)value;
	++*(uint32_t *)ctx;
}

static void what_is_counted_is_met(void **state)
{
	struct place *p = *state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = term("half");
	uint32_t counted = 0;
	const struct tc_xcount count = { TC_SLOT_DATE, note, &counted };
	struct tc_pick pick = { .db = p->db, .query = q, .k1 = 1, .b = .5,
				.order = TC_ORDER_DATE, .runs = runs,
				.run_count = run_count,
				.at_least = DOCUMENTS,
				.counts = &count, .count_count = 1 };

	run(&pick, 3, &arena);
	tc_xquery_free(q);
	assert_int_equal(pick.lower, counted);
	assert_int_equal(pick.upper, counted);
}

static void a_deadline_ends_it(void **state)
{
	struct place *p = *state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = tc_xquery_all();
	struct tc_pick pick = { .db = p->db, .query = q, .k1 = 1, .b = .5,
				.order = TC_ORDER_DATE, .runs = runs,
				.run_count = run_count, .deadline = 1 };
	struct tc_error err;

	pick.at_least = DOCUMENTS;
	assert_int_equal(0, tc_pick_run(&pick, 900, &arena, &err));
	tc_xquery_free(q);
	assert_true(pick.stopped);
	assert_true(pick.n && pick.n < 900);
	assert_int_equal(pick.n, pick.lower);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_come_in_the_same_order),
		cmocka_unit_test(a_run_is_left_behind_the_page),
		cmocka_unit_test(a_date_is_left_where_nothing_weighs),
		cmocka_unit_test(what_is_counted_is_met),
		cmocka_unit_test(a_deadline_ends_it),
	};
	return cmocka_run_group_tests(tests, make_place, remove_place);
}
