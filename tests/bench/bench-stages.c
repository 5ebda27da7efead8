/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where the time of an import goes, in one process, on captures of any kind:
 *
 *	bench-stages REGISTRY GAZETTEER PATH...
 *
 *   decode    records out of files: WARC, HTTP, compression
 *   parse     charset, HTML or dump, the article out of the page
 *   tokens    words, with their lower-case and bare forms
 *   facts     document numbers, dates, units
 *   terms     the packed document: record, values, sorted terms
 *   index     Xapian, a commit at the end included
 *
 * Processor time of each, per article, its share, and megabytes of pages a
 * second on one core.
 */
#include "config.h"

#include "base/directory.h"
#include "fact/extract.h"
#include "import/import.h"
#include "index/indexer.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum stage { DECODE, PARSE, TOKENS, FACTS, TERMS, INDEX, STAGES };

static const char *const names[STAGES] = {
	"decode", "parse", "tokens", "facts", "terms", "index",
};
static double spent[STAGES];
static double mark;

static double cpu(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What passed since the last one belongs to this stage. */
static void charge(enum stage stage)
{
	double now = cpu();

	spent[stage] += now - mark;
	mark = now;
}

static void die(const struct tc_error *err)
{
	fprintf(stderr, "bench-stages: %s\n", err->message);
	exit(1);
}

/* The tokens are made within: what they alone cost is known from making them
 * once more before. */
static void extract(struct tc_article *a, const struct tc_rules *rules,
		    struct tc_arena *arena, struct tc_tokens *tokens)
{
	const double before = spent[TOKENS];

	tc_tokenize(a->text, arena, tokens);
	charge(TOKENS);
	const double alone = spent[TOKENS] - before;
	tc_extract(a, rules, arena, tokens);
	charge(FACTS);
	spent[FACTS] -= alone;
}

/* 1 when the capture is an article. */
static int take(struct tc_archive *archive, const struct tc_rules *rules,
		const struct tc_capture *c, struct tc_str bytes,
		struct tc_arena *arena)
{
	struct tc_article a;
	struct tc_reject why;
	struct tc_tokens tokens;
	struct tc_document d;
	enum tc_outcome outcome;
	struct tc_error err;

	int yes = tc_import_read(c, bytes, arena, &a, &why);
	charge(PARSE);
	if (!yes)
		return 0;
	tc_import_identify(&a);
	extract(&a, rules, arena, &tokens);
	tc_document_of_article(&a, &tokens, arena, &d);
	charge(TERMS);
	if (tc_indexer_put(archive, &d, &outcome, &err) != 0)
		die(&err);
	charge(INDEX);
	return 1;
}

static void report(size_t articles, double bytes)
{
	double all = 0;

	for (int s = 0; s < STAGES; s++)
		all += spent[s];
	printf("%zu articles, %.1f MB of pages\n", articles, bytes / 1e6);
	printf("stage      us/article   share    MB/s\n");
	for (int s = 0; s < STAGES; s++)
		printf("%-9s  %10.1f  %5.1f%%  %6.1f\n", names[s],
		       spent[s] * 1e6 / (double)articles,
		       100 * spent[s] / all, bytes / 1e6 / spent[s]);
	printf("%-9s  %10.1f  %5.1f%%  %6.2f\n", "all",
	       all * 1e6 / (double)articles, 100., bytes / 1e6 / all);
}

static void run(struct tc_archive *archive, const struct tc_rules *rules,
		char **paths, size_t count)
{
	struct tc_source *source = tc_source_open(paths, count);
	struct tc_capture c;
	struct tc_error err;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF bytes = { 0 };
	size_t articles = 0;
	double size = 0;

	mark = cpu();
	for (int more; (more = tc_source_next(source, &c, &err)) != 0;) {
		tc_buf_clear(&bytes);
		if (more < 0 || c.problem ||
		    tc_source_read(source, &bytes, &err) != 0)
			continue;
		charge(DECODE);
		size += (double)bytes.n;
		articles += (size_t)take(archive, rules, &c,
					 tc_buf_str(&bytes), &arena);
		tc_arena_clear(&arena);
	}
	if (tc_indexer_commit(archive, &err) != 0)
		die(&err);
	charge(INDEX);
	tc_source_close(source);
	if (articles)
		report(articles, size);
}

int main(int argc, char **argv)
{
	struct tc_registry *registry = tc_registry_new();
	struct tc_gazetteer *gazetteer = tc_gazetteer_new();
	const struct tc_rules rules = { registry, gazetteer };
	struct tc_archive archive;
	struct tc_error err;
	char dir[] = "/tmp/tracuu-stages-XXXXXX";

	if (argc < 4) {
		fputs("usage: bench-stages REGISTRY GAZETTEER PATH...\n",
		      stderr);
		return 2;
	}
	if (tc_registry_load(registry, argv[1], NULL, NULL, &err) != 0 ||
	    tc_gazetteer_load(gazetteer, argv[2], NULL, NULL, &err) != 0 ||
	    !mkdtemp(dir) || tc_archive_create(&archive, dir, 0, &err) != 0)
		die(&err);
	run(&archive, &rules, argv + 3, (size_t)argc - 3);
	tc_archive_close(&archive);
	tc_directory_remove(dir, NULL);
	tc_registry_free(registry);
	tc_gazetteer_free(gazetteer);
	return 0;
}
