/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Matches counted in shares: a part of a database stands for the whole. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "index/xap.h"
#include "query/pick.h"
#include "query/tally.h"

#include <time.h>
#include <unistd.h>

enum { DOCUMENTS = 20000, SLOT = 6 };

/* Every document has "every"; each seventh "seventh", each hundredth "rare".  One
 * of four values, without a pattern, so that equal parts have each. */
struct place {
	char dir[64];
	struct tc_xdb *db;
};

static void add_documents(struct tc_xwriter *w, struct tc_error *err)
{
	for (unsigned i = 1; i <= DOCUMENTS; i++) {
		struct tc_xdoc *doc = tc_xdoc_new();
		char value = (char)('a' + (i * 2654435761u >> 30));
		assert_int_equal(0, tc_xdoc_add(doc, tc_str0("every"), 1, err));
		if (i % 7 == 0)
			tc_xdoc_add(doc, tc_str0("seventh"), 1, err);
		if (i % 100 == 0)
			tc_xdoc_add(doc, tc_str0("rare"), 1, err);
		tc_xdoc_set_value(doc, SLOT, tc_str(&value, 1), err);
		assert_int_equal(0, tc_xwriter_add(w, 0, doc, err));
		tc_xdoc_free(doc);
	}
}

static int make_place(void **state)
{
	struct place *p = tc_alloc(sizeof *p);
	struct tc_error err;
	struct tc_xwriter *w;
	const char *path = p->dir;

	p->db = NULL;
	strcpy(p->dir, "/tmp/tracuu-tally-XXXXXX");
	if (!mkdtemp(p->dir) || tc_xwriter_open_new(path, &w, &err) != 0)
		return -1;
	add_documents(w, &err);
	int bad = tc_xwriter_commit(w, &err);
	tc_xwriter_close(w);
	*state = p;
	return bad || tc_xdb_open(&path, 1, &p->db, &err);
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

struct counted {
	uint32_t all, of[4];
};

static void count(void *ctx, struct tc_str value)
{
	struct counted *c = ctx;

	c->all++;
	c->of[value.p[0] - 'a']++;
}

static struct tc_tally run_with(struct place *p, const char *term,
				uint32_t expected, bool sure, int64_t deadline,
				const struct tc_tally_met *met,
				struct counted *c)
{
	const struct tc_xcount counts = { SLOT, count, c };
	struct tc_xquery *q = tc_xquery_term(tc_str0(term));
	struct tc_tally t = { .db = p->db, .query = q, .counts = &counts,
			      .count_count = 1, .documents = DOCUMENTS,
			      .expected = expected, .sure = sure,
			      .met = met, .deadline = deadline };
	struct tc_error err;

	*c = (struct counted){ 0 };
	assert_int_equal(0, tc_tally_run(&t, &err));
	tc_xquery_free(q);
	assert_int_equal(t.matches, c->all);
	return t;
}

static struct tc_tally run(struct place *p, const char *term,
			   uint32_t expected, bool sure, int64_t deadline,
			   struct counted *c)
{
	return run_with(p, term, expected, sure, deadline, NULL, c);
}

static void few_matches_are_all_counted(void **state)
{
	struct counted c;

	for (int sure = 0; sure < 2; sure++) {
		struct tc_tally rare = run(*state, "rare", 200, sure, 0, &c);
		assert_int_equal(TC_TALLY_SHARES, rare.shares);
		assert_int_equal(200, rare.matches);
		struct tc_tally more = run(*state, "seventh", 2857, sure, 0,
					   &c);
		assert_int_equal(TC_TALLY_SHARES, more.shares);
		assert_int_equal(DOCUMENTS / 7, more.matches);
		run(*state, "absent", 0, sure, 0, &c);
		assert_int_equal(0, c.all);
	}
}

/* However wrong the guess, not all are counted, and not too few. */
static void many_are_estimated(void **state)
{
	static const uint32_t guesses[] = { 1, 3000, 20000, 4000000000 };
	struct counted c;

	for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++) {
		struct tc_tally t = run(*state, "every", guesses[i], false, 0,
					&c);
		assert_true(t.shares < TC_TALLY_SHARES);
		assert_true(t.matches >= TC_TALLY_ENOUGH);
		assert_true(t.matches < DOCUMENTS / 2);
		for (int k = 0; k < 4; k++)
			assert_in_range(tc_tally_whole(&t, c.of[k]),
					DOCUMENTS / 4 * .9,
					DOCUMENTS / 4 * 1.1);
	}
}

/* As the page of a search meets them. */
static void meet(struct place *p, const char *term, struct tc_tally_met *met)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = tc_xquery_term(tc_str0(term));
	const struct tc_xsearch s = { .query = q, .max = 10,
				      .check_at_least = TC_EXACT_MAX,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT, .k1 = 1,
				      .match = tc_tally_meet, .match_ctx = met,
				      .match_slot = TC_NO_SLOT };
	struct tc_xresult result;
	struct tc_error err;

	met->n = 0;
	met->astray = false;
	assert_int_equal(0, tc_xdb_search(p->db, &s, &arena, &result, &err));
	tc_xquery_free(q);
}

/* Each match once, whatever was met of them. */
static void those_met_count_as_well(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tally_met *met = tc_tally_met_new(&arena, TC_EXACT_MAX);
	struct counted all, c;

	meet(*state, "seventh", met);
	assert_int_equal(TC_EXACT_MAX, met->n);
	assert_false(met->astray);
	run(*state, "seventh", 2857, true, 0, &all);
	struct tc_tally t = run_with(*state, "seventh", 0, false, 0, met, &c);
	assert_int_equal(TC_TALLY_SHARES, t.shares);
	assert_int_equal(DOCUMENTS / 7, t.matches);
	assert_memory_equal(&all, &c, sizeof c);
	/* a side column of a page of none meets all, and keeps as many */
	assert_int_equal(TC_TALLY_EXACT,
			 tc_tally_met_new(&arena, 1000000)->cap);
	/* those that came in another order say nothing */
	met->n = 0;
	tc_tally_meet(met, 7, 0, tc_str0(""));
	tc_tally_meet(met, 14, 0, tc_str0(""));
	tc_tally_meet(met, 14, 0, tc_str0(""));
	assert_true(met->astray);
	run_with(*state, "seventh", 2857, true, 0, met, &c);
	assert_memory_equal(&all, &c, sizeof c);

	meet(*state, "rare", met);
	assert_int_equal(200, met->n);
	for (int sure = 0; sure < 2; sure++) {
		t = run_with(*state, "rare", 200, sure, 0, met, &c);
		assert_int_equal(200, t.matches);
	}
	meet(*state, "every", met);
	t = run_with(*state, "every", 1, false, 0, met, &c);
	assert_in_range(t.shares, 1, TC_TALLY_SHARES / 4);
	assert_true(t.matches >= TC_TALLY_ENOUGH);
}

struct seen {
	unsigned times[DOCUMENTS + 1];
};

static bool see(void *ctx, uint32_t docid, double weight, struct tc_str value)
{
	struct seen *s = ctx;

	(void)weight, (void)value;
	s->times[docid]++;
	return true;
}

static void each_document_is_in_one_share(void **state)
{
	struct place *p = *state;
	struct tc_xshare share = { .period = 225 };
	struct seen *s = tc_alloc(sizeof *s);

	memset(s, 0, sizeof *s);
	for (; share.first < share.period; share.first = share.end) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_xresult result;
		struct tc_error err;
		share.end = share.first + 1 + share.first % 96;
		if (share.end > share.period)
			share.end = share.period;
		struct tc_xquery *q = tc_xquery_join(
			TC_X_FILTER, tc_xquery_term(tc_str0("every")),
			tc_xquery_share(&share));
		const struct tc_xsearch ask = {
			.query = q, .check_at_least = DOCUMENTS,
			.sort_slot = TC_NO_SLOT, .collapse_slot = TC_NO_SLOT,
			.match = see, .match_ctx = s, .match_slot = TC_NO_SLOT
		};
		assert_int_equal(0, tc_xdb_search(p->db, &ask, &arena,
						  &result, &err));
		tc_xquery_free(q);
	}
	for (unsigned i = 1; i <= DOCUMENTS; i++)
		assert_int_equal(1, s->times[i]);
	free(s);
}

static void the_clock_ends_it(void **state)
{
	struct counted c;
	struct tc_tally t = run(*state, "every", DOCUMENTS, true, 1, &c);

	assert_true(t.stopped);
	assert_true(t.matches < DOCUMENTS / 10);
}

/* Of two databases nothing is told before all was met; the clock ends that,
 * too. */
static void the_clock_ends_it_in_several(void **state)
{
	struct place *p = *state;
	const char *paths[] = { p->dir, p->dir };
	struct tc_error err;
	struct counted c = { 0 };
	const struct tc_xcount counts = { SLOT, count, &c };

	for (int64_t deadline = 0; deadline < 2; deadline++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_pick pick = { .k1 = 1, .b = .5, .counts = &counts,
					.count_count = 1,
					.deadline = deadline };
		struct tc_xquery *q = tc_xquery_term(tc_str0("every"));
		pick.query = q;
		c.all = 0;
		assert_int_equal(0, tc_xdb_open(paths, 2, &pick.db, &err));
		assert_int_equal(0, tc_pick_run(&pick, 10, &arena, &err));
		assert_int_equal(deadline, pick.stopped);
		if (deadline)
			assert_true(c.all < DOCUMENTS / 10);
		else
			assert_int_equal(2 * DOCUMENTS, c.all);
		tc_xquery_free(q);
		tc_xdb_close(pick.db);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_matches_are_all_counted),
		cmocka_unit_test(many_are_estimated),
		cmocka_unit_test(those_met_count_as_well),
		cmocka_unit_test(each_document_is_in_one_share),
		cmocka_unit_test(the_clock_ends_it),
		cmocka_unit_test(the_clock_ends_it_in_several),
	};

	return cmocka_run_group_tests(tests, make_place, remove_place);
}
