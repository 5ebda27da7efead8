/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where documents stand newest first is found, noted, and believed of the
 * state that it was noted of alone. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "base/file.h"
#include "index/order.h"
#include "index/schema.h"

#include <sys/stat.h>
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

static bool count_value(void *ctx, uint32_t docid, struct tc_str value)
{
	unsigned *n = ctx;

	(void)docid;
	*n += tc_str_is(value, "20240101");
	return true;
}

static void assert_values(struct place *p, unsigned expected)
{
	unsigned n = 0;

	assert_int_equal(0, tc_xdb_values(tc_archive_db(&p->archive),
					  TC_SLOT_DATE, count_value, &n,
					  &error));
	assert_int_equal(expected, n);
}

/* Behind a flush of Xapian's buffer, which is due each 50 changes, as well. */
static void values_that_wait_are_listed(void **state)
{
	(void)state;
	struct place p;

	for (unsigned changes = 49; changes <= 51; changes++) {
		make_place(&p);
		for (unsigned i = 0; i < changes; i++)
			add(&p, "20240101");
		assert_values(&p, changes);
		for (unsigned i = 0; i < changes; i++)
			put(&p, i + 1, "20240102");
		assert_values(&p, 0);
		for (unsigned i = 0; i < changes; i++)
			put(&p, i + 1, "20240101");
		commit(&p);
		for (unsigned i = 1; i < changes; i++)
			tc_xwriter_delete(p.archive.writer, i, &error);
		assert_values(&p, 1);
		tc_xwriter_delete(p.archive.writer, changes, &error);
		assert_values(&p, 0);
		remove_place(&p);
	}
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

static void note_path(struct place *p, struct tc_buf *out)
{
	tc_buf_printf(out, "%s/" TC_ORDER_FILE, p->archive.live.p);
}

static void what_is_noted_is_not_noted_again(void **state)
{
	(void)state;
	TC_SCOPED_BUF path = { 0 };
	struct stat before, after;
	struct place p;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);
	commit(&p);
	note_path(&p, &path);
	assert_int_equal(0, stat(path.p, &before));
	commit(&p);
	assert_int_equal(0, stat(path.p, &after));
	assert_int_equal(before.st_ino, after.st_ino);
	remove_place(&p);
}

/* Another database of the same revision is another one. */
static void a_note_is_of_its_database(void **state)
{
	(void)state;
	TC_SCOPED_BUF from = { 0 }, to = { 0 }, note = { 0 };
	struct place p, q;

	make_place(&p);
	add_falling(&p, 2024, 600, 1);
	commit(&p);
	make_place(&q);
	add_falling(&q, 2024, 600, 1);
	tc_xwriter_commit(q.archive.writer, &error);
	note_path(&p, &from);
	note_path(&q, &to);
	assert_int_equal(0, tc_file_read(from.p, 9999, &note, &error));
	assert_int_equal(0, tc_file_replace(to.p, tc_buf_str(&note), &error));
	assert_runs(&q, "");
	remove_place(&p);
	remove_place(&q);
}

static void a_note_that_is_none_has_no_runs(void **state)
{
	(void)state;
	static const struct {
		const char *runs, *expected;
	} rows[] = {
		{ "\n1-601\n", "1-601" },
		{ "\n1-601", "1-601" },
		{ "\n", "" },
		{ "", "" },
		{ "\n\n", "" },
		{ "0\n1-601\n", "" },
		{ "\n601-1\n", "" },
		{ "\n0-601\n", "" },
		{ "\n1-1\n", "" },
		{ "\nx\n", "" },
		{ "\n1-601\n300-900\n", "1-601" },
		{ "\n1-601\n700-900\n", "1-601 700-900" },
		{ "\n1-99999999999999999999\n", "" },
	};
	TC_SCOPED_BUF path = { 0 }, good = { 0 };
	struct tc_str rest, line;
	struct place p;

	make_place(&p);
	note_path(&p, &path);
	commit(&p);
	assert_int_equal(0, tc_file_read(path.p, 9999, &good, &error));
	rest = tc_buf_str(&good);
	assert_true(tc_str_split(&rest, '\n', &line));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF note = { 0 };
		tc_buf_addstr(&note, line);
		tc_buf_puts(&note, rows[i].runs);
		assert_int_equal(0, tc_file_replace(path.p, tc_buf_str(&note),
						    &error));
		assert_runs(&p, rows[i].expected);
	}
	unlink(path.p);
	assert_runs(&p, "");
	remove_place(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_database_has_none),
		cmocka_unit_test(runs_are_found),
		cmocka_unit_test(values_that_wait_are_listed),
		cmocka_unit_test(undated_ones_alone_are_a_run),
		cmocka_unit_test(what_is_appended_makes_it_longer_or_not),
		cmocka_unit_test(another_date_parts_a_run),
		cmocka_unit_test(deleted_ones_do_not_count),
		cmocka_unit_test(the_longest_are_noted),
		cmocka_unit_test(an_old_note_is_not_believed),
		cmocka_unit_test(what_is_noted_is_not_noted_again),
		cmocka_unit_test(a_note_is_of_its_database),
		cmocka_unit_test(a_note_that_is_none_has_no_runs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
