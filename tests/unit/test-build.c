/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a build that was cut off has left is taken up, once, and no more. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "base/file.h"
#include "index/builds.h"
#include "index/document.h"

#include <unistd.h>

/* Documents of a window: two shards. */
#define WINDOW 1200

static struct tc_error error;

struct place {
	char dir[32];
	struct tc_builds builds;
};

static void open_build(struct place *p)
{
	if (tc_builds_open(&p->builds, p->dir, 1, 2, &error) != 0)
		fail_msg("%s", error.message);
}

static void make_place(struct place *p)
{
	tc_build_window = WINDOW;
	strcpy(p->dir, "/tmp/tracuu-unit-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	open_build(p);
}

static void remove_place(struct place *p)
{
	tc_builds_close(&p->builds);
	assert_int_equal(0, tc_directory_remove(p->dir, NULL));
}

/* From `first` up to `end`, of ten years; each eleventh has no date. */
static void add(struct place *p, unsigned first, unsigned end)
{
	for (unsigned i = first; i < end; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF packed = { 0 };
		struct tc_document d = {
			.source = TC_STR("a"), .content = TC_STR("b"),
			.id = tc_arena_printf(&arena, "%016x", i),
			.data = tc_arena_printf(&arena, "%u", i),
		};
		d.values[TC_SLOT_ID] = d.id;
		if (i % 11)
			d.values[TC_SLOT_DATE] = tc_arena_printf(
				&arena, "20%02u0101", i * 7 % 10);
		tc_document_write(&d, &packed);
		if (tc_builds_add(&p->builds, d.id, tc_buf_str(&packed),
				  &error) != 0)
			fail_msg("%s", error.message);
	}
}

/* Cut off, with what it has written. */
static void cut_off(struct place *p)
{
	tc_builds_close(&p->builds);
	open_build(p);
}

/* What the shards hold, a line each. */
static void contents(struct place *p, struct tc_buf *out)
{
	TC_SCOPED_SHARDS s = { 0 };

	if (tc_builds_gather(&p->builds, &error) != 0)
		fail_msg("%s", error.message);
	tc_builds_list(&p->builds, &s);
	for (size_t i = 0; i < s.n; i++) {
		struct tc_xdb *db;
		uint32_t n;
		assert_int_equal(0, tc_xdb_open(&s.paths[i], 1, &db, &error));
		assert_int_equal(0, tc_xdb_count(db, &n, &error));
		for (uint32_t id = 1; id <= n; id++) {
			tc_xdb_stored(db, id, out, TC_SLOT_DATE, out, &error);
			tc_buf_addc(out, '\n');
		}
		tc_xdb_close(db);
	}
}

static unsigned lines(const struct tc_buf *b)
{
	unsigned n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += b->p[i] == '\n';
	return n;
}

static void assert_whole(struct place *p, unsigned documents)
{
	TC_SCOPED_BUF one = { 0 }, other = { 0 };
	struct place whole;

	contents(p, &one);
	assert_int_equal(documents, lines(&one));
	make_place(&whole);
	add(&whole, 0, documents);
	contents(&whole, &other);
	assert_int_equal(other.n, one.n);
	assert_memory_equal(other.p, one.p, one.n);
	remove_place(&whole);
}

static void path_of(struct place *p, const char *name, struct tc_buf *out)
{
	tc_buf_clear(out);
	tc_buf_printf(out, "%s/%s", p->dir, name);
}

static bool is_there(struct place *p, const char *name)
{
	TC_SCOPED_BUF path = { 0 };

	path_of(p, name, &path);
	return tc_file_exists(path.p);
}

static void nothing_is_nothing(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	assert_false(tc_builds_found(&p.builds));
	cut_off(&p);
	assert_false(tc_builds_found(&p.builds));
	assert_whole(&p, 0);
	remove_place(&p);
}

static void newest_come_first(void **state)
{
	(void)state;
	TC_SCOPED_BUF all = { 0 };
	struct place p;

	make_place(&p);
	add(&p, 0, 15);
	contents(&p, &all);
	assert_string_equal("720090101\n420080101\n1420080101\n120070101\n"
			    "820060101\n520050101\n220040101\n1220040101\n"
			    "920030101\n620020101\n320010101\n1320010101\n"
			    "1020000101\n0\n11\n", all.p);
	remove_place(&p);
}

/* In the window that fills, with windows before it and without. */
static void what_waits_is_taken_up(void **state)
{
	(void)state;
	static const unsigned counts[] = { 1000, 1199, 1200, 1201, 2500 };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct place p;
		make_place(&p);
		add(&p, 0, counts[i]);
		cut_off(&p);
		assert_true(tc_builds_found(&p.builds));
		cut_off(&p);	/* and again */
		assert_whole(&p, counts[i]);
		assert_false(is_there(&p, "window-000001"));
		remove_place(&p);
	}
}

static void a_few_are_not_worth_it(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	add(&p, 0, 999);
	cut_off(&p);
	assert_false(tc_builds_found(&p.builds));
	assert_false(is_there(&p, "window-000001"));
	assert_whole(&p, 0);
	remove_place(&p);
}

/* The end of a window that fills may be missing, or other bytes. */
static void what_is_whole_of_it_is_taken_up(void **state)
{
	(void)state;
	TC_SCOPED_BUF path = { 0 };
	struct place p;

	for (int torn = 0; torn < 2; torn++) {
		make_place(&p);
		add(&p, 0, 1100);
		tc_builds_close(&p.builds);
		path_of(&p, "window-000001", &path);
		FILE *f = fopen(path.p, "r+b");
		assert_non_null(f);
		fseek(f, -1, SEEK_END);
		if (torn)
			assert_int_equal(0, ftruncate(fileno(f), ftell(f)));
		else
			putc('?', f);
		fclose(f);
		open_build(&p);
		assert_whole(&p, 1099);
		remove_place(&p);
	}
}

/* Two windows, of which the first is sealed; it comes back after all is done,
 * and a shard of it goes. */
static void take_back(struct place *p, const char *shard)
{
	TC_SCOPED_BUF window = { 0 }, kept = { 0 };

	make_place(p);
	add(p, 0, WINDOW + 1);
	path_of(p, "window-000001", &window);
	tc_buf_printf(&kept, "%s.kept", p->dir);
	assert_int_equal(0, link(window.p, kept.p));
	assert_int_equal(0, tc_builds_gather(&p->builds, &error));
	tc_builds_close(&p->builds);
	assert_int_equal(0, rename(kept.p, window.p));
	path_of(p, shard, &kept);
	assert_int_equal(0, tc_directory_remove(kept.p, &error));
}

static void a_sealed_window_makes_the_shards_that_miss(void **state)
{
	(void)state;
	static const char *const shards[] = { "shard-000001", "shard-000002" };
	struct place p;

	for (int i = 0; i < 2; i++) {
		take_back(&p, shards[i]);
		open_build(&p);
		assert_true(tc_builds_found(&p.builds));
		/* the third one stood behind a gap */
		assert_whole(&p, WINDOW);
		remove_place(&p);
	}
	take_back(&p, "shard-000004");	/* there is none */
	open_build(&p);
	assert_whole(&p, WINDOW + 1);
	remove_place(&p);
}

/* What it would make is not what was made of it. */
static void a_damaged_one_makes_nothing_twice(void **state)
{
	(void)state;
	TC_SCOPED_BUF path = { 0 }, all = { 0 };
	struct place p;

	take_back(&p, "shard-000002");
	path_of(&p, "window-000001", &path);
	assert_int_equal(0, truncate(path.p, 40000));
	open_build(&p);
	assert_true(tc_builds_found(&p.builds));
	contents(&p, &all);
	assert_int_equal(WINDOW / 2, lines(&all));
	remove_place(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_nothing),
		cmocka_unit_test(newest_come_first),
		cmocka_unit_test(what_waits_is_taken_up),
		cmocka_unit_test(a_few_are_not_worth_it),
		cmocka_unit_test(what_is_whole_of_it_is_taken_up),
		cmocka_unit_test(a_sealed_window_makes_the_shards_that_miss),
		cmocka_unit_test(a_damaged_one_makes_nothing_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
