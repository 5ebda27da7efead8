/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The hits of a phrase are the same whichever way they were found. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "index/xap.h"
#include "query/about.h"
#include "query/likely.h"
#include "text/wordrow.h"

#include <unistd.h>

enum { DOCUMENTS = 3000, SHARES = 6, COUNTED = 31 };

/* Of a hundred documents, how many have the phrase: in a slot each. */
static const unsigned shares[SHARES] = { 0, 3, 25, 40, 90, 100 };

/* Each document has "every", and may have the others. */
static const struct { const char *term; unsigned one_in; } terms[] = {
	{ "every", 1 }, { "third", 3 }, { "hundred", 30 }, { "dozens", 80 },
};
enum { TERMS = sizeof terms / sizeof *terms };

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

static struct tc_str row_of(const char *text, struct tc_buf *out)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_tokens tokens;

	tc_tokenize(tc_str0(text), &arena, &tokens);
	tc_buf_clear(out);
	tc_wordrow_put(tc_str0(text), &tokens, out);
	return tc_buf_str(out);
}

static void add_document(struct tc_xwriter *w, struct tc_error *err)
{
	struct tc_xdoc *doc = tc_xdoc_new();
	TC_SCOPED_BUF row = { 0 };

	for (size_t i = 0; i < TERMS; i++)
		if (!random_below(terms[i].one_in))
			tc_xdoc_add(doc, tc_str0(terms[i].term),
				    1 + random_below(40), err);
	for (unsigned i = 0; i < SHARES; i++) {
		bool has = random_below(100) < shares[i];
		tc_xdoc_set_value(doc, i,
				  row_of(has ? "sinh hoạt chi bộ" :
					       "bộ sinh chi hoạt", &row), err);
	}
	assert_int_equal(0, tc_xwriter_add(w, 0, doc, err));
	tc_xdoc_free(doc);
}

static int make_place(void **state)
{
	struct place *p = tc_alloc(sizeof *p);
	struct tc_xwriter *w;
	struct tc_error err;

	strcpy(p->dir, "/tmp/tracuu-likely-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	const char *path = p->dir;
	assert_int_equal(0, tc_xwriter_open(&path, 1, true, &w, &err));
	for (int i = 0; i < DOCUMENTS; i++)
		add_document(w, &err);
	assert_int_equal(0, tc_xwriter_commit(w, &err));
	tc_xwriter_close(w);
	assert_int_equal(0, tc_xdb_open(&path, 1, &p->db, &err));
	*state = p;
	return 0;
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

static struct tc_xquery *phrase(const char *term, unsigned slot)
{
	const struct tc_wordcode words[] = {
		tc_wordcode_bare(tc_str0("chi")),
		tc_wordcode_bare(tc_str0("bo")),
	};

	return tc_xquery_join(TC_X_FILTER, tc_xquery_term(tc_str0(term)),
			      tc_xquery_row(slot, words, 2, 0));
}

static uint32_t count(struct place *p, const struct tc_xquery *q)
{
	TC_SCOPED_ARENA arena = { 0 };
	const struct tc_xsearch s = { .query = q, .k1 = 1, .b = .5,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .check_at_least = DOCUMENTS };
	struct tc_xresult all;
	struct tc_error err;

	assert_int_equal(0, tc_xdb_search(p->db, &s, &arena, &all, &err));
	assert_int_equal(all.lower, all.upper);
	return all.lower;
}

static void compare(struct place *p, const struct tc_xquery *q, uint32_t max,
		    uint32_t matches)
{
	TC_SCOPED_ARENA arena = { 0 };
	const struct tc_xsearch s = { .query = q, .max = max, .k1 = 1, .b = .5,
				      .sort_slot = TC_NO_SLOT,
				      .collapse_slot = TC_NO_SLOT,
				      .check_at_least = COUNTED };
	struct tc_xresult a, b;
	struct tc_error err;

	assert_int_equal(0, tc_xdb_search(p->db, &s, &arena, &a, &err));
	assert_int_equal(0, tc_likely_search(p->db, &s, &arena, &b, &err));
	assert_int_equal(a.n, b.n);
	for (size_t i = 0; i < a.n; i++) {
		assert_int_equal(a.hits[i].docid, b.hits[i].docid);
		assert_true(a.hits[i].weight == b.hits[i].weight);
	}
	/* few are counted by either, and nothing wrong is told */
	if (matches < COUNTED)
		assert_int_equal(b.lower, b.upper);
	if (b.lower == b.upper)
		assert_int_equal(matches, b.lower);
	assert_in_range(matches, b.lower, b.upper);
	assert_in_range(b.estimate, b.lower, b.upper);
}

static void hits_are_the_same(void **state)
{
	static const uint32_t sizes[] = { 1, 5, 12, 16, 17, 100 };

	for (unsigned t = 0; t < TERMS; t++)
		for (unsigned slot = 0; slot < SHARES; slot++) {
			struct tc_xquery *q = phrase(terms[t].term, slot);
			uint32_t matches = count(*state, q);
			for (size_t i = 0; i < sizeof sizes / sizeof *sizes;
			     i++)
				compare(*state, q, sizes[i], matches);
			tc_xquery_free(q);
		}
}

/* A condition of a part alone is none of the whole. */
static void what_is_not_last_is_left_to_the_search(void **state)
{
	struct tc_xquery *q = tc_xquery_join(
		TC_X_OR, tc_xquery_term(tc_str0("dozens")),
		phrase("third", 3));

	assert_false(tc_xquery_rows_are_last(q));
	compare(*state, q, 12, count(*state, q));
	tc_xquery_free(q);
}

struct asked {
	struct tc_xdb *db;
	const struct tc_xquery *q;
};

static int has_row(void *ctx, uint32_t docid)
{
	const struct asked *a = ctx;
	struct tc_error err;
	bool doubt = false;

	return tc_xdb_fits(a->db, a->q, docid, &doubt, &err);
}

/* Of some forty: right within a fifth of all that have the word. */
static void a_count_is_about_right(void **state)
{
	struct place *p = *state;
	struct tc_error err;

	for (unsigned slot = 0; slot < SHARES; slot++)
		for (size_t t = 0; t < 2; t++) {
			struct tc_xquery *q = phrase(terms[t].term, slot);
			struct asked asked = { p->db, q };
			const struct tc_about about = {
				.db = p->db, .query = q,
				.documents = DOCUMENTS, .fits = has_row,
				.ctx = &asked,
			};
			const double all = DOCUMENTS / terms[t].one_in;
			uint32_t n = 0;
			assert_int_equal(0, tc_about_count(&about, &n, &err));
			const double off = (n - all * shares[slot] / 100) / all;
			assert_true(off > -.25 && off < .25);
			tc_xquery_free(q);
		}
}

static void it_is_rounded(void **state)
{
	(void)state;
	assert_int_equal(0, tc_about_round(0));
	assert_int_equal(99, tc_about_round(99.4));
	assert_int_equal(15000, tc_about_round(15196));
	assert_int_equal(16000, tc_about_round(15500));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hits_are_the_same),
		cmocka_unit_test(what_is_not_last_is_left_to_the_search),
		cmocka_unit_test(a_count_is_about_right),
		cmocka_unit_test(it_is_rounded),
	};

	return cmocka_run_group_tests(tests, make_place, remove_place);
}
