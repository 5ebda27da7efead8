/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Matches of several databases are told as they are met, each with its number
 * in all of them; a search whose time is up keeps what it has seen. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "index/schema.h"
#include "index/xap.h"
#include "query/pick.h"

#include <stdio.h>
#include <unistd.h>

enum { DATABASES = 4, DOCUMENTS = 700 };

/* Of database d every document has "every"; those of 1 and 3 "odd", those of 2
 * "two", the last of each "last". */
struct place {
	char dir[DATABASES][64];
	struct tc_xdb *db;
};

static void add_documents(struct tc_xwriter *w, unsigned d,
			  struct tc_error *err)
{
	for (unsigned i = 1; i <= DOCUMENTS; i++) {
		struct tc_xdoc *doc = tc_xdoc_new();
		char id[16];
		snprintf(id, sizeof id, "Q%u-%u", d, i);
		tc_xdoc_add(doc, tc_str0("every"), 1 + i % 7, err);
		tc_xdoc_add(doc, tc_str0(id), 1, err);
		if (d % 2)
			tc_xdoc_add(doc, tc_str0("odd"), 1, err);
		if (d == 2)
			tc_xdoc_add(doc, tc_str0("two"), 1, err);
		if (i == DOCUMENTS)
			tc_xdoc_add(doc, tc_str0("last"), 1, err);
		tc_xdoc_set_value(doc, TC_SLOT_ID, tc_str0(id), err);
		assert_int_equal(0, tc_xwriter_add(w, 0, doc, err));
		tc_xdoc_free(doc);
	}
}

static int make_place(void **state)
{
	struct place *p = tc_zalloc(sizeof *p);
	const char *paths[DATABASES];
	struct tc_error err;

	*state = p;
	for (unsigned d = 0; d < DATABASES; d++) {
		struct tc_xwriter *w;
		paths[d] = p->dir[d];
		strcpy(p->dir[d], "/tmp/tracuu-pick-XXXXXX");
		if (!mkdtemp(p->dir[d]) ||
		    tc_xwriter_open_new(paths[d], &w, &err) != 0)
			return -1;
		add_documents(w, d, &err);
		int bad = tc_xwriter_commit(w, &err);
		tc_xwriter_close(w);
		if (bad)
			return -1;
	}
	return tc_xdb_open(paths, DATABASES, &p->db, &err);
}

static int remove_place(void **state)
{
	struct place *p = *state;
	struct tc_error err;

	tc_xdb_close(p->db);
	for (unsigned d = 0; d < DATABASES; d++)
		tc_directory_remove(p->dir[d], &err);
	free(p);
	return 0;
}

struct told {
	struct tc_xdb *db;
	unsigned n;
};

static bool is_right(void *ctx, uint32_t docid, double weight,
		     struct tc_str id)
{
	struct told *t = ctx;
	struct tc_error err;
	uint32_t found;

	(void)weight;
	t->n++;
	assert_int_equal(1, tc_xdb_find(t->db, id, &found, &err));
	assert_int_equal(found, docid);
	return true;
}

static void each_match_has_its_number(void **state)
{
	static const struct { const char *term; unsigned n; } rows[] = {
		{ "every", DATABASES * DOCUMENTS },
		{ "odd", 2 * DOCUMENTS }, { "two", DOCUMENTS },
		{ "last", DATABASES }, { "Q3-1", 1 }, { "none", 0 },
	};
	struct place *p = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_xquery *q = tc_xquery_term(tc_str0(rows[i].term));
		struct told t = { .db = p->db };
		const struct tc_xsearch s = {
			.query = q, .check_at_least = UINT32_MAX / 2,
			.sort_slot = TC_NO_SLOT, .collapse_slot = TC_NO_SLOT,
			.k1 = 1, .b = .5, .match = is_right, .match_ctx = &t,
			.match_slot = TC_SLOT_ID
		};
		struct tc_xresult r;
		struct tc_error err;
		assert_int_equal(0, tc_xdb_search(p->db, &s, &arena, &r,
						  &err));
		tc_xquery_free(q);
		assert_false(r.stopped);
		assert_int_equal(rows[i].n, t.n);
	}
}

static void what_was_seen_in_time_is_kept(void **state)
{
	struct place *p = *state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = tc_xquery_term(tc_str0("every"));
	struct tc_pick pick = { .db = p->db, .query = q, .k1 = 1, .b = .5,
				.deadline = 1 };
	struct tc_error err;

	assert_int_equal(0, tc_pick_run(&pick, 10, &arena, &err));
	tc_xquery_free(q);
	assert_true(pick.stopped);
	assert_int_equal(10, pick.n);
	assert_true(pick.seen < DOCUMENTS);
	for (size_t i = 1; i < pick.n; i++)
		assert_true(pick.v[i - 1].weight >= pick.v[i].weight);
}

/* The order of the best is Xapian's own, and goes on behind any of them. */
static void all_come_in_xapians_order(void **state)
{
	struct place *p = *state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_xquery *q = tc_xquery_term(tc_str0("every"));
	const struct tc_xsearch s = {
		.query = q, .max = DATABASES * DOCUMENTS,
		.sort_slot = TC_NO_SLOT, .collapse_slot = TC_NO_SLOT,
		.k1 = 1, .b = .5
	};
	struct tc_pick pick = { .db = p->db, .query = q, .k1 = 1, .b = .5 };
	struct tc_xresult r;
	struct tc_error err;

	assert_int_equal(0, tc_xdb_search(p->db, &s, &arena, &r, &err));
	assert_int_equal(DATABASES * DOCUMENTS, r.n);
	for (size_t at = 0; at < r.n; at += pick.n) {
		assert_int_equal(0, tc_pick_run(&pick, 999, &arena, &err));
		assert_true(pick.n);
		for (size_t i = 0; i < pick.n; i++)
			assert_int_equal(r.hits[at + i].docid,
					 pick.v[i].docid);
		pick.behind = true;
		pick.after = pick.v[pick.n - 1];
	}
	tc_xquery_free(q);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_match_has_its_number),
		cmocka_unit_test(what_was_seen_in_time_is_kept),
		cmocka_unit_test(all_come_in_xapians_order),
	};
	return cmocka_run_group_tests(tests, make_place, remove_place);
}
