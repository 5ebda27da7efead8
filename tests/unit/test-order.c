/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where documents stand newest first is found, noted, and believed of the
 * state that it was noted of alone. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "index/order.h"
#include "index/schema.h"

#include <unistd.h>

static struct tc_error error;

struct place {
	char dir[32];
	struct tc_archive archive;
};

static void make_place(struct place *p)
{
	strcpy(p->dir, "/tmp/tracuu-unit-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	if (tc_archive_create(&p->archive, p->dir, 0, &error) != 0)
		fail_msg("%s", error.message);
}

static void remove_place(struct place *p)
{
	tc_archive_close(&p->archive);
	assert_int_equal(0, tc_directory_remove(p->dir, NULL));
}

/* "20240131", or "" for none. */
static struct tc_xdoc *dated(const char *date)
{
	struct tc_xdoc *doc = tc_xdoc_new();

	tc_xdoc_add(doc, TC_STR("họp"), 1, &error);
	tc_xdoc_set_data(doc, tc_str0(date), &error);
	if (*date)
		tc_xdoc_set_value(doc, TC_SLOT_DATE, tc_str0(date), &error);
	return doc;
}

static void add(struct place *p, const char *date)
{
	struct tc_xdoc *doc = dated(date);

	assert_int_equal(0, tc_xwriter_add(p->archive.writer, 0, doc,
					   &error));
	tc_xdoc_free(doc);
}

static void put(struct place *p, uint32_t docid, const char *date)
{
	struct tc_xdoc *doc = dated(date);

	assert_int_equal(0, tc_xwriter_put(p->archive.writer, docid, doc,
					   &error));
	tc_xdoc_free(doc);
}

/* A month backwards from the year on, a day for each `same` documents. */
static void add_falling(struct place *p, unsigned year, unsigned n,
			unsigned same)
{
	char date[16];

	for (unsigned i = 0; i < n; i++) {
		unsigned day = i / same;
		snprintf(date, sizeof date, "%04u%02u%02u",
			 year - day / 336, 12 - day / 28 % 12,
			 28 - day % 28);
		add(p, date);
	}
}

static void add_undated(struct place *p, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		add(p, "");
}

static void commit(struct place *p)
{
	if (tc_order_commit(&p->archive, &error) != 0)
		fail_msg("%s", error.message);
}

/* As a reader has it: "1-501 601-1201". */
static void assert_runs(struct place *p, const char *expected)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_archive a;
	const struct tc_xrun *runs;
	size_t n;

	assert_int_equal(0, tc_archive_open(&a, p->dir, &error));
	assert_int_equal(0, tc_order_read(a.db, &arena, &runs, &n, &error));
	for (size_t i = 0; i < n; i++)
		tc_buf_printf(&text, "%s%u-%u", i ? " " : "", runs[i].first,
			      runs[i].end);
	tc_archive_close(&a);
	assert_string_equal(expected, tc_buf_cstr(&text));
}

static void an_empty_database_has_none(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	commit(&p);
	assert_runs(&p, "");
	remove_place(&p);
}

/* More than Xapian holds back between two flushes, and not committed yet. */
static void runs_are_found(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);		/* 1 to 600 */
	add_falling(&p, 2025, 700, 30);		/* ties are in order */
	add_undated(&p, 10);			/* behind them, too */
	add_falling(&p, 2023, 499, 1);		/* too short */
	add_falling(&p, 2025, 490, 1);		/* this with what follows */
	add_undated(&p, 10);
	commit(&p);
	assert_runs(&p, "1-601 601-1311 1810-2310");
	remove_place(&p);
}

/* Behind a flush of Xapian's buffer, which is due all 50 changes, as well. */
static void what_waits_is_looked_at(void **state)
{
	(void)state;
	struct place p;
	char date[16];

	make_place(&p);
	for (unsigned i = 0; i < 550; i++) {
		snprintf(date, sizeof date, "2024%04u", i);
		add(&p, date);
	}
	commit(&p);
	assert_runs(&p, "");
	for (unsigned i = 0; i < 550; i++)
		put(&p, i + 1, "20240101");
	commit(&p);
	assert_runs(&p, "1-551");
	for (unsigned i = 0; i < 50; i++)
		tc_xwriter_delete(p.archive.writer, i + 1, &error);
	commit(&p);
	assert_runs(&p, "1-551");
	for (unsigned i = 50; i < 550; i++)
		tc_xwriter_delete(p.archive.writer, i + 1, &error);
	commit(&p);
	assert_runs(&p, "");
	remove_place(&p);
}

static void undated_ones_alone_are_a_run(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_undated(&p, 500);
	add(&p, "20240101");
	commit(&p);
	assert_runs(&p, "1-501");
	remove_place(&p);
}

static void what_is_appended_makes_it_longer_or_not(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);
	commit(&p);
	assert_runs(&p, "1-601");
	add(&p, "19990101");
	commit(&p);
	assert_runs(&p, "1-602");
	add(&p, "20240101");
	commit(&p);
	assert_runs(&p, "1-602");
	remove_place(&p);
}

static void another_date_parts_a_run(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 1200, 1);
	commit(&p);
	assert_runs(&p, "1-1201");
	put(&p, 601, "20300101");
	commit(&p);
	assert_runs(&p, "1-601 601-1201");
	put(&p, 601, "19300101");	/* and one that is too old */
	commit(&p);
	assert_runs(&p, "1-602 602-1201");
	put(&p, 601, "");
	commit(&p);
	assert_runs(&p, "1-602 602-1201");
	assert_int_equal(0, tc_xwriter_delete(p.archive.writer, 601, &error));
	commit(&p);
	assert_runs(&p, "1-1201");
	remove_place(&p);
}

static void deleted_ones_do_not_count(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 510, 1);
	for (uint32_t id = 1; id <= 10; id++)
		tc_xwriter_delete(p.archive.writer, id * 50, &error);
	commit(&p);
	assert_runs(&p, "1-511");
	tc_xwriter_delete(p.archive.writer, 510, &error);
	commit(&p);
	assert_runs(&p, "");
	remove_place(&p);
}

static void the_longest_are_noted(void **state)
{
	(void)state;
	TC_SCOPED_BUF expected = { 0 };
	struct place p;
	unsigned at = 1;

	make_place(&p);
	/* 501 to 567 documents each: the first three are left out */
	for (unsigned i = 0; i < TC_ORDER_RUNS_MAX + 3; i++) {
		unsigned n = 501 + i;
		add_falling(&p, 2024, n, 1);
		if (i >= 3)
			tc_buf_printf(&expected, "%s%u-%u", i > 3 ? " " : "",
				      at, at + n);
		at += n;
	}
	commit(&p);
	assert_runs(&p, expected.p);
	remove_place(&p);
}

/* One who knows nothing of notes commits. */
static void an_old_note_is_not_believed(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);
	commit(&p);
	put(&p, 300, "20300101");
	assert_runs(&p, "1-601");	/* it is not committed yet */
	assert_int_equal(0, tc_xwriter_commit(p.archive.writer, &error));
	assert_runs(&p, "");
	put(&p, 300, "");
	commit(&p);
	assert_runs(&p, "");
	put(&p, 300, "20240209");
	assert_int_equal(0, tc_xwriter_commit(p.archive.writer, &error));
	assert_runs(&p, "");
	/* nothing has changed, and still it is noted */
	commit(&p);
	assert_runs(&p, "1-601");
	remove_place(&p);
}

static uint64_t revision(struct place *p)
{
	struct tc_xstate state;

	assert_int_equal(0, tc_xdb_state(tc_archive_db(&p->archive), 0,
					 &state, &error));
	return state.revision;
}

static void what_is_noted_is_not_noted_again(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);
	commit(&p);
	uint64_t before = revision(&p);
	commit(&p);
	assert_int_equal(before, revision(&p));
	remove_place(&p);
}

/* A copy has the metadata of what it was copied from, and other states. */
static void a_copy_has_a_note_of_its_own(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF copy = { 0 };
	struct place p;
	struct tc_xdb *db;
	const struct tc_xrun *runs;
	size_t n;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);
	commit(&p);
	tc_buf_printf(&copy, "%s/copy", p.dir);
	assert_int_equal(0, tc_xap_compact(p.archive.live.p, copy.p, &error));
	assert_int_equal(0, tc_xdb_open((const char *[]){ copy.p }, 1, &db,
					&error));
	assert_int_equal(0, tc_order_read(db, &arena, &runs, &n, &error));
	assert_int_equal(0, n);
	tc_xdb_close(db);
	remove_place(&p);
}

/* What others have written under the key is no list of runs. */
static void a_note_that_is_none_has_no_runs(void **state)
{
	(void)state;
	static const struct {
		const char *runs, *expected;
	} rows[] = {
		{ " 1-601", "1-601" },
		{ "", "" },
		{ " ", "" },
		{ " 601-1", "" },
		{ " 0-601", "" },
		{ " 1-1", "" },
		{ " x", "" },
		{ " 1-601 300-900", "1-601" },
		{ " 1-601 700-900", "1-601 700-900" },
		{ " 1-99999999999999999999", "" },
	};
	struct place p;

	make_place(&p);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF note = { 0 };
		struct tc_xstate s;
		tc_xdb_state(tc_archive_db(&p.archive), 0, &s, &error);
		tc_buf_printf(&note, "%s:%llu%s", s.name,
			      (unsigned long long)s.revision + 1,
			      rows[i].runs);
		tc_xwriter_set_metadata(p.archive.writer, TC_META_ORDER,
					tc_buf_str(&note), &error);
		tc_xwriter_commit(p.archive.writer, &error);
		assert_runs(&p, rows[i].expected);
	}
	remove_place(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_database_has_none),
		cmocka_unit_test(runs_are_found),
		cmocka_unit_test(what_waits_is_looked_at),
		cmocka_unit_test(undated_ones_alone_are_a_run),
		cmocka_unit_test(what_is_appended_makes_it_longer_or_not),
		cmocka_unit_test(another_date_parts_a_run),
		cmocka_unit_test(deleted_ones_do_not_count),
		cmocka_unit_test(the_longest_are_noted),
		cmocka_unit_test(an_old_note_is_not_believed),
		cmocka_unit_test(what_is_noted_is_not_noted_again),
		cmocka_unit_test(a_copy_has_a_note_of_its_own),
		cmocka_unit_test(a_note_that_is_none_has_no_runs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
