/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "import/identify.h"
#include "import/import.h"
#include "import/sniff.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct tree {
	char root[64];
};

static const char *at(const struct tree *t, const char *name)
{
	static char path[256];

	snprintf(path, sizeof path, "%s/%s", t->root, name);
	return path;
}

static void put(const struct tree *t, const char *name, const char *text)
{
	FILE *f = fopen(at(t, name), "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(0, fclose(f));
}

static int make_tree(void **state)
{
	struct tree *t = tc_zalloc(sizeof *t);

	strcpy(t->root, "/tmp/tracuu-test-XXXXXX");
	if (!mkdtemp(t->root))
		return -1;
	mkdir(at(t, "crawl"), 0755);
	mkdir(at(t, "crawl/b"), 0755);
	put(t, "crawl/c.txt", "c");
	put(t, "crawl/a.txt", "aa");
	put(t, "crawl/b/x.txt", "");
	put(t, "crawl/.hidden", "h");
	put(t, "crawl/tin-\xFF.txt", "t");
	if (symlink("..", at(t, "crawl/b/up")) != 0 ||
	    symlink("nowhere", at(t, "crawl/d")) != 0 ||
	    mkfifo(at(t, "crawl/pipe"), 0600) != 0)
		return -1;
	*state = t;
	return 0;
}

static int remove_tree(void **state)
{
	static const char *const names[] = {
		"crawl/c.txt", "crawl/a.txt", "crawl/b/x.txt",
		"crawl/.hidden", "crawl/tin-\xFF.txt", "crawl/b/up",
		"crawl/d", "crawl/pipe",
	};
	struct tree *t = *state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(at(t, names[i]));
	rmdir(at(t, "crawl/b"));
	rmdir(at(t, "crawl"));
	rmdir(t->root);
	free(t);
	return 0;
}

static void expect(struct tc_source *s, const char *source,
		   const char *problem)
{
	struct tc_capture c;
	struct tc_error err;

	assert_int_equal(1, tc_source_next(s, &c, &err));
	assert_str(source, c.source);
	if (problem)
		assert_string_equal(problem, c.problem);
	else
		assert_null(c.problem);
}

static void tree_is_walked_in_byte_order(void **state)
{
	struct tree *t = *state;
	char root[80];
	snprintf(root, sizeof root, "%s/crawl", t->root);
	char *args[] = { root };
	struct tc_source *s = tc_source_open(args, 1);
	struct tc_capture c;
	TC_SCOPED_BUF bytes = { 0 };

	assert_int_equal(1, tc_source_next(s, &c, NULL));
	assert_str("crawl/a.txt", c.source);
	assert_int_equal(2, c.size);
	assert_true(c.mtime_ns > 0);
	assert_int_equal(0, tc_source_read(s, &bytes, NULL));
	assert_str("aa", tc_buf_str(&bytes));
	expect(s, "crawl/b/up", "loop");
	expect(s, "crawl/b/x.txt", NULL);
	expect(s, "crawl/c.txt", NULL);
	expect(s, "crawl/d", "unreadable");
	expect(s, "crawl/pipe", "special-file");
	expect(s, "crawl/tin-%FF.txt", NULL);
	assert_int_equal(0, tc_source_next(s, &c, NULL));
	tc_source_close(s);
}

static void missing_argument_fails_once_and_the_walk_goes_on(void **state)
{
	struct tree *t = *state;
	char file[80];
	snprintf(file, sizeof file, "%s/crawl/c.txt", t->root);
	char gone[] = "/nonexistent/x";
	char *args[] = { gone, file };
	struct tc_source *s = tc_source_open(args, 2);
	struct tc_capture c;
	struct tc_error err;

	assert_int_equal(-1, tc_source_next(s, &c, &err));
	assert_non_null(strstr(err.message, "cannot open '/nonexistent/x'"));
	expect(s, "c.txt", NULL);
	assert_int_equal(0, tc_source_next(s, &c, &err));
	tc_source_close(s);
}

static void link_upward_is_followed_once(void **state)
{
	struct tree *t = *state;
	char root[80];
	snprintf(root, sizeof root, "%s/crawl/b/", t->root);
	char *args[] = { root };
	struct tc_source *s = tc_source_open(args, 1);

	expect(s, "b/up/a.txt", NULL);
	expect(s, "b/up/b", "loop");
	tc_source_close(s);
}

static void sniffing_goes_by_content(void **state)
{
	static const struct {
		struct tc_str bytes;
		enum tc_sniff kind;
		const char *type;
	} rows[] = {
		{ { "", 0 }, TC_SNIFF_EMPTY, NULL },
		{ { " \r\n\t", 4 }, TC_SNIFF_EMPTY, NULL },
		{ { "\xEF\xBB\xBF\n", 4 }, TC_SNIFF_EMPTY, NULL },
		{ { "%PDF-1.4\n", 9 }, TC_SNIFF_FOREIGN, "PDF" },
		{ { "\r\n\r\n%PDF-1.4\n", 13 }, TC_SNIFF_FOREIGN, "PDF" },
		{ { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 }, TC_SNIFF_FOREIGN,
		  "Microsoft Office (Word, Excel)" },
		{ { "PK\3\4.......word/document.xml", 29 }, TC_SNIFF_FOREIGN,
		  "Word (docx)" },
		{ { "PK\3\4.......x", 12 }, TC_SNIFF_FOREIGN, "zip" },
		{ { "\x89PNG\r\n\x1A\n", 8 }, TC_SNIFF_FOREIGN, "PNG image" },
		{ { "\x1F\x8B\x08", 3 }, TC_SNIFF_FOREIGN, "gzip" },
		{ { "<?xml version='1.0'?><rss>", 26 }, TC_SNIFF_FOREIGN,
		  "RSS feed" },
		{ { "ab\0\1\2", 5 }, TC_SNIFF_BINARY, NULL },
		{ { "\n<!DOCTYPE HTML>", 16 }, TC_SNIFF_HTML, NULL },
		{ { "<p>a</p><br>b", 13 }, TC_SNIFF_HTML, NULL },
		{ { "1 < 2 > 0", 9 }, TC_SNIFF_TEXT, NULL },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *type = NULL;
		assert_int_equal(rows[i].kind, tc_sniff(rows[i].bytes, &type));
		if (rows[i].type)
			assert_string_equal(rows[i].type, type);
	}
}

static void id_is_the_digest_of_url_or_source(void **state)
{
	struct tc_article a = { .capture.source = TC_STR("abc") };
	(void)state;

	/* FIPS 180-2, B.1: SHA-256("abc") */
	tc_import_identify(&a);
	assert_string_equal("ba7816bf8f01cfea", a.id);
	a.url = TC_STR("abc");
	a.capture.source = TC_STR("x");
	tc_import_identify(&a);
	assert_string_equal("ba7816bf8f01cfea", a.id);
}

static void problem_of_a_capture_is_its_reject(void **state)
{
	struct tc_capture c = { .source = TC_STR("s"),
				.problem = "special-file",
				.detail = TC_STR("a pipe") };
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_article a;
	struct tc_reject r;
	(void)state;

	assert_int_equal(0, tc_import_read(&c, TC_STR(""), &arena, &a, &r));
	assert_int_equal(TC_REJECT_SPECIAL_FILE, r.reason);
	assert_str("a pipe", r.detail);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(tree_is_walked_in_byte_order,
						make_tree, remove_tree),
		cmocka_unit_test_setup_teardown(
			missing_argument_fails_once_and_the_walk_goes_on,
			make_tree, remove_tree),
		cmocka_unit_test_setup_teardown(link_upward_is_followed_once,
						make_tree, remove_tree),
		cmocka_unit_test(sniffing_goes_by_content),
		cmocka_unit_test(id_is_the_digest_of_url_or_source),
		cmocka_unit_test(problem_of_a_capture_is_its_reject),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
