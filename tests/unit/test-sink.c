/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Everything in one go, on any number of processes, is the same archive. */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "base/file.h"
#include "index/build.h"
#include "index/filter.h"
#include "index/order.h"
#include "index/sink.h"
#include "index/window.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Full shards, and a last one that is long enough to be parted. */
#define DOCUMENTS 4800

static struct tc_error error;

/* Most are new; some say again, change or copy what came before. */
static void make(unsigned i, struct tc_buf *packed)
{
	TC_SCOPED_ARENA arena = { 0 };
	unsigned copied = i % 97 == 5 ? i / 2 : i;
	unsigned source = i % 101 == 7 ? i - 3 : i;
	unsigned id = i % 103 == 9 ? i - 4 : copied;
	struct tc_article a = { .language = TC_STR("vi") };
	struct tc_document d;
	struct tc_tokens tokens;

	if (i % 211 == 11)	/* the very capture once more */
		copied = source = id = i - 10;
	snprintf(a.id, sizeof a.id, "%016x", id);
	tc_article_set_text(&a, &arena, TC_STR("Chi bộ họp"), tc_arena_printf(
		&arena, "Đồng chí thứ %u của thôn %u.", copied, copied % 50));
	memcpy(a.content, &copied, sizeof copied);
	if (i % 7)	/* some have no date */
		a.published.date = (struct tc_date){
			.year = (uint16_t)(2000 + i * 7919 % 24),
			.month = (uint8_t)(1 + i % 12), .day = 1 };
	a.capture.source = tc_arena_printf(&arena, "thu-muc/%u.txt", source);
	a.capture.size = 100 + source;
	a.capture.mtime_ns = 1000 + source;
	memcpy(a.capture.digest, a.content, sizeof a.content);
	tc_tokenize(a.text, &arena, &tokens);
	tc_document_of_article(&a, &tokens, &arena, &d);
	tc_document_write(&d, packed);
}

static void put(struct tc_sink *s, unsigned i)
{
	TC_SCOPED_BUF packed = { 0 };

	make(i, &packed);
	if (tc_sink_put(s, tc_buf_str(&packed), &error) != 0)
		fail_msg("%s", error.message);
	/* one that has become a reject, after its article came */
	if (i % 307 == 20)
		assert_int_equal(0, tc_sink_remove(s, TC_STR("thu-muc/17.txt"),
						   &error));
}

/* ---- dumps ---- */

static bool dump_term(void *ctx, struct tc_str term, uint32_t wdf)
{
	tc_buf_addstr(ctx, term);
	tc_buf_printf(ctx, "=%u ", wdf);
	return true;
}

static void dump(struct tc_archive *a, struct tc_buf *out)
{
	struct tc_xdb *db = tc_archive_db(a);
	uint32_t count;

	assert_int_equal(0, tc_xdb_count(db, &count, &error));
	for (uint32_t id = 1; count; id++) {
		struct tc_xdoc *doc;
		if (tc_xdoc_load(db, id, &doc, &error) != 0)
			continue;
		count--;
		tc_buf_printf(out, "\n%u ", id);
		tc_xdoc_data(doc, out, &error);
		for (uint32_t slot = 0; slot < TC_SLOT_COUNT; slot++)
			tc_xdoc_value(doc, slot, out, &error);
		tc_xdb_document_terms(db, id, dump_term, out, &error);
		tc_xdoc_free(doc);
	}
}

/* ---- archives ---- */

struct place {
	char dir[32];
	struct tc_archive archive;
	struct tc_sink sink;
};

static void open_place(struct place *p, unsigned jobs)
{
	if (tc_archive_create_building(&p->archive, p->dir, 0, 0, &error) != 0 ||
	    tc_sink_open(&p->sink, &p->archive, jobs, false, &error) != 0)
		fail_msg("%s", error.message);
}

static void make_place(struct place *p)
{
	strcpy(p->dir, "/tmp/tracuu-unit-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
}

static void finish_place(struct place *p)
{
	if (tc_sink_join(&p->sink, &error) != 0 ||
	    tc_sink_finish(&p->sink, &error) != 0)
		fail_msg("%s", error.message);
	tc_sink_close(&p->sink);
	tc_archive_close(&p->archive);
	assert_int_equal(0, tc_archive_open(&p->archive, p->dir, &error));
}

static void remove_place(struct place *p)
{
	tc_sink_close(&p->sink);
	tc_archive_close(&p->archive);
	assert_int_equal(0, tc_directory_remove(p->dir, NULL));
}

static void fill(struct place *p, unsigned jobs)
{
	make_place(p);
	open_place(p, jobs);
	assert_non_null(p->sink.fresh);
	for (unsigned i = 0; i < DOCUMENTS; i++)
		put(&p->sink, i);
	finish_place(p);
}

static void any_number_of_jobs_makes_the_same(void **state)
{
	(void)state;
	TC_SCOPED_BUF one = { 0 };
	struct place p;
	uint64_t outcome[TC_OUTCOME_COUNT];

	fill(&p, 1);
	dump(&p.archive, &one);
	memcpy(outcome, p.sink.outcome, sizeof outcome);
	remove_place(&p);
	for (unsigned jobs = 2; jobs <= 4; jobs += 2) {
		TC_SCOPED_BUF many = { 0 };
		fill(&p, jobs);
		dump(&p.archive, &many);
		assert_int_equal(one.n, many.n);
		assert_memory_equal(one.p, many.p, one.n);
		assert_memory_equal(outcome, p.sink.outcome, sizeof outcome);
		remove_place(&p);
	}
}

static uint32_t documents(struct place *p)
{
	uint32_t n;

	assert_int_equal(0, tc_xdb_count(tc_archive_db(&p->archive), &n,
					 &error));
	return n;
}

static void outcomes_are_those_of_one_after_the_other(void **state)
{
	(void)state;
	struct place all, each;

	fill(&all, 2);
	make_place(&each);
	assert_int_equal(0, tc_archive_create(&each.archive, each.dir, 0,
					      &error));
	each.sink = (struct tc_sink){ .archive = &each.archive };
	for (unsigned i = 0; i < DOCUMENTS; i++)
		put(&each.sink, i);
	finish_place(&each);
	for (int i = 0; i < TC_OUTCOME_COUNT; i++) {
		assert_true(all.sink.outcome[i] > 0);
		assert_int_equal(each.sink.outcome[i], all.sink.outcome[i]);
	}
	assert_int_equal(documents(&each), documents(&all));
	remove_place(&all);
	remove_place(&each);
}

/* A process that puts everything, says so, and is killed. */
static void put_and_die(struct place *p)
{
	int ready[2];
	char c;

	assert_int_equal(0, pipe(ready));
	pid_t pid = fork();
	if (pid == 0) {
		open_place(p, 1);
		for (unsigned i = 0; i < DOCUMENTS; i++)
			put(&p->sink, i);
		assert_int_equal(1, write(ready[1], "x", 1));
		pause();
		_exit(0);
	}
	assert_int_equal(1, read(ready[0], &c, 1));
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(ready[0]);
	close(ready[1]);
}

/* The same documents once more, and then no fewer and no more than where
 * nothing was cut off. */
static void ends_as_the_whole(struct place *p)
{
	struct place whole;

	for (unsigned i = 0; i < DOCUMENTS; i++)
		put(&p->sink, i);
	finish_place(p);
	fill(&whole, 2);
	assert_int_equal(documents(&whole), documents(p));
	remove_place(&whole);
	remove_place(p);
}

static void what_was_cut_off_goes_on(void **state)
{
	(void)state;
	TC_SCOPED_BUF build = { 0 };
	struct place p;

	make_place(&p);
	put_and_die(&p);
	struct tc_archive none;
	assert_int_equal(-1, tc_archive_open(&none, p.dir, &error));
	assert_int_equal(TC_E_NO_ARCHIVE, error.code);
	tc_archive_close(&none);
	open_place(&p, 2);
	assert_null(p.sink.fresh);
	/* but for those set aside, and what no write had taken along */
	assert_true(documents(&p) >= 4400);
	tc_archive_build_path(&p.archive, &build);
	assert_false(tc_file_exists(build.p));
	ends_as_the_whole(&p);
}

/* ---- windows ---- */

/* Windows that are cut while others fill. */
static void several_windows_are_the_same_too(void **state)
{
	(void)state;

	tc_build_window = 1100;
	any_number_of_jobs_makes_the_same(state);
	outcomes_are_those_of_one_after_the_other(state);
	what_was_cut_off_goes_on(state);
	tc_build_window = 32000;
}

/* "1-1101 1101-2201" */
static void assert_runs(struct place *p, const char *expected)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	const struct tc_xrun *runs;
	size_t n;

	assert_int_equal(0, tc_order_read(p->archive.db, &arena, &runs, &n,
					  &error));
	for (size_t i = 0; i < n; i++)
		tc_buf_printf(&text, "%s%u-%u", i ? " " : "", runs[i].first,
			      runs[i].end);
	assert_string_equal(expected, tc_buf_cstr(&text));
}

/* 3,000 that do not come again. */
static void fill_with_others(struct place *p)
{
	make_place(p);
	open_place(p, 2);
	for (unsigned i = 0, n = 0; n < 3000; i++) {
		TC_SCOPED_BUF packed = { 0 };
		if (i % 97 == 5 || i % 101 == 7 || i % 103 == 9 ||
		    i % 211 == 11)
			continue;
		make(i, &packed);
		assert_int_equal(0, tc_sink_put(&p->sink, tc_buf_str(&packed),
						&error));
		n++;
	}
	finish_place(p);
}

static void each_window_is_a_run(void **state)
{
	(void)state;
	struct place p;

	fill_with_others(&p);
	assert_runs(&p, "1-3001");
	remove_place(&p);
	tc_build_window = 1100;
	fill_with_others(&p);
	assert_runs(&p, "1-1101 1101-2201 2201-3001");
	remove_place(&p);
	tc_build_window = 32000;
}

static void nothing_makes_an_empty_archive(void **state)
{
	(void)state;
	struct place p;

	make_place(&p);
	open_place(&p, 2);
	finish_place(&p);
	assert_int_equal(0, documents(&p));
	remove_place(&p);
}

static void an_empty_archive_is_filled_like_a_new_one(void **state)
{
	(void)state;
	TC_SCOPED_BUF build = { 0 }, old = { 0 };
	struct place p;

	make_place(&p);
	open_place(&p, 2);
	finish_place(&p);
	tc_archive_close(&p.archive);
	put_and_die(&p);
	struct tc_archive meanwhile;
	assert_int_equal(0, tc_archive_open(&meanwhile, p.dir, &error));
	assert_int_equal(1, meanwhile.number);
	tc_archive_close(&meanwhile);
	open_place(&p, 2);	/* and takes up what was built */
	assert_null(p.sink.fresh);
	assert_true(documents(&p) >= 4400);
	assert_int_equal(2, p.archive.number);
	tc_buf_printf(&old, "%s/gen-0001", p.dir);
	assert_false(tc_file_exists(old.p));
	tc_archive_build_path(&p.archive, &build);
	assert_false(tc_file_exists(build.p));
	ends_as_the_whole(&p);
}

/* Twice as many as the first part has room for. */
static void a_filter_forgets_nothing_and_seldom_errs(void **state)
{
	(void)state;
	const unsigned n = 600000;
	struct tc_filter f = { 0 };
	unsigned early = 0, wrong = 0;
	char text[16];

	for (unsigned i = 0; i < n; i++) {
		snprintf(text, sizeof text, "a/%u", i);
		early += tc_filter_add(&f, 1, tc_str0(text));
	}
	for (unsigned i = 0; i < n; i++) {
		snprintf(text, sizeof text, "a/%u", i);
		if (!tc_filter_has(&f, 1, tc_str0(text)))
			fail_msg("%s is forgotten", text);
		wrong += tc_filter_has(&f, 2, tc_str0(text));
	}
	assert_in_range(early, 0, n / 500);
	assert_in_range(wrong, 0, n / 500);
	tc_filter_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_number_of_jobs_makes_the_same),
		cmocka_unit_test(outcomes_are_those_of_one_after_the_other),
		cmocka_unit_test(what_was_cut_off_goes_on),
		cmocka_unit_test(an_empty_archive_is_filled_like_a_new_one),
		cmocka_unit_test(several_windows_are_the_same_too),
		cmocka_unit_test(each_window_is_a_run),
		cmocka_unit_test(nothing_makes_an_empty_archive),
		cmocka_unit_test(a_filter_forgets_nothing_and_seldom_errs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
