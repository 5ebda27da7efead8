/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Queries of any bytes: one parses or says where it does not; what a tree
 * prints to parses to a tree that prints the same; its tokens are those that
 * an article with these words has.  Where TRACUU_DB names an archive, the
 * query is asked of it too, every answer is within what was asked for, and
 * what the query is understood as has the same answer.
 */
#include "config.h"

#include "query/ask.h"
#include "query/query.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_do_recoverable_leak_check() 0
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LIMIT 5
/* Queries between two looks for leaks; the engine looks behind each query
 * that left Xapian's caches otherwise than it found them, and asks it twice:
 * four tenths of the time. */
#define LEAK_EVERY 500

static struct tc_archive archive;
static bool has_archive;

static void fail(const char *what, struct tc_str where)
{
	fprintf(stderr, "fuzz-query: %s: '%.*s'\n", what, TC_ARG(where));
	abort();
}

static void open_archive(void)
{
	static bool tried;
	const char *const path = getenv("TRACUU_DB");
	struct tc_error err;

	if (tried || !path)
		return;
	tried = true;
	if (tc_archive_open(&archive, path, &err) != 0)
		fail(err.message, tc_str0(path));
	has_archive = true;
}

static void check_error(const struct tc_error *err, struct tc_str query)
{
	if (!err->message[0])
		fail("an error without words", query);
	if (tc_utf8_valid(tc_str0(err->message)) != strlen(err->message))
		fail("an error that is no UTF-8", query);
}

/* Analysis of the text and of the query agree. */
static void check_tokens(const struct tc_node *n, struct tc_arena *arena)
{
	TC_SCOPED_BUF normal = { 0 };
	struct tc_tokens t;

	for (size_t i = 0; i < n->kid_count; i++)
		check_tokens(n->kids[i], arena);
	if (n->kind != TC_NODE_WORD && n->kind != TC_NODE_PHRASE)
		return;
	tc_normalize(n->text, &normal);
	tc_tokenize(tc_buf_str(&normal), arena, &t);
	if (t.n != n->tokens.n)
		fail("an article has other tokens", n->text);
	for (size_t i = 0; i < t.n; i++)
		if (!tc_str_eq(t.v[i].exact, n->tokens.v[i].exact))
			fail("an article has other keys", n->text);
}

static void check_print(const struct tc_node *root, struct tc_str query,
			struct tc_arena *arena)
{
	TC_SCOPED_BUF once = { 0 }, twice = { 0 };
	TC_SCOPED_BUF tree = { 0 }, other = { 0 };
	struct tc_node *again;
	struct tc_error err;

	tc_query_print(root, &once);
	if (tc_query_parse(tc_buf_str(&once), arena, &again, &err) != 0)
		fail(err.message, query);
	if (!again)
		fail("printed to nothing", query);
	tc_query_print(again, &twice);
	if (!tc_str_eq(tc_buf_str(&once), tc_buf_str(&twice)))
		fail(once.p, query);
	tc_query_print_tree(root, &tree);
	tc_query_print_tree(again, &other);
	if (!tc_str_eq(tc_buf_str(&tree), tc_buf_str(&other)))
		fail(tree.p, query);
}

/* What the query is understood as finds the same; but keystrokes are read off
 * what was typed, where "a1-b" is one run of keys and "a1 b" is two. */
static void ask_again(const struct tc_answer *first, struct tc_str query,
		      const struct tc_search_options *o,
		      struct tc_arena *arena)
{
	TC_SCOPED_BUF printed = { 0 };
	struct tc_answer again;
	struct tc_error err;

	if (!first->root)
		return;
	tc_query_print(first->root, &printed);
	if (tc_ask(&archive, tc_buf_str(&printed), o, arena, &again, &err))
		fail(err.message, query);
	bool same = again.n == first->n && again.total == first->total;
	bool keys = again.plan.keystroke != first->plan.keystroke;
	for (size_t i = 0; same && i < again.n; i++)
		same = again.hits[i].score == first->hits[i].score;
	tc_answer_release(&again);
	if (!same && !keys)
		fail("finds other articles when printed", query);
}

static void ask(struct tc_str query, struct tc_arena *arena)
{
	const struct tc_search_options o = { .limit = LIMIT,
					     .match = query.n % 3,
					     .snippet_columns = 60,
					     .facets = query.n % 2 };
	struct tc_answer answer;
	struct tc_error err;

	if (tc_ask(&archive, query, &o, arena, &answer, &err) != 0) {
		check_error(&err, query);
		if (err.code != TC_E_QUERY)
			fail(err.message, query);
		return;
	}
	if (answer.n > LIMIT)
		fail("more hits than asked for", query);
	for (size_t i = 0; i < answer.n; i++) {
		const struct tc_str s = answer.hits[i].snippet.text;
		if (tc_utf8_valid(s) != s.n)
			fail("a snippet is no UTF-8", query);
	}
	ask_again(&answer, query, &o, arena);
	tc_answer_release(&answer);
}

/* The query at fault is among the last: -detect_leaks=1 tells which. */
static void check_leaks(struct tc_str query)
{
	static unsigned asked;

	if (++asked % LEAK_EVERY == 0 && __lsan_do_recoverable_leak_check())
		fail("memory was left behind, here or shortly before", query);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct tc_str query = tc_str((const char *)data, size);
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_node *root = NULL;
	struct tc_error err;

	open_archive();
	if (tc_query_parse(query, &arena, &root, &err) != 0) {
		check_error(&err, query);
	} else if (root) {
		check_tokens(root, &arena);
		check_print(root, query, &arena);
	}
	if (has_archive)
		ask(query, &arena);
	check_leaks(query);
	return 0;
}
