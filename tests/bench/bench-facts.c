/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the extraction of facts costs:
 *
 *	bench-facts [--once] REGISTRY GAZETTEER PATH...
 *
 *   extract    numbers, dates, units and which documents are meant, in
 *              article after article, against normalising and tokenising
 *              (the tokens are made once, for both; they come folded, each
 *              with its lower-case and its bare form, while terms made of
 *              them and decoding before it are in neither).  Twice: against
 *              normalising what the import of these PATHs normalised, pieces
 *              as it cut them (of a page, its menus too; not the words of
 *              which the charset is guessed); and against the text of the
 *              articles alone, which is normalised already
 *   doubling   one article of all the others, twice, four times ... as
 *              long: the time of a byte should stay
 *
 * PATHs are imported as tracuu-import does.  Medians.  With --once each stage
 * is done once and nothing is timed: for count.py.
 */
#include "config.h"

#include "bench-text-icu.h"

#include "base/error.h"
#include "fact/extract.h"
#include "import/import.h"
#include "import/source.h"
#include "text/charset.h"
#include "text/normalize.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 21
#define LONGEST ((size_t)8 << 20)

static struct tc_rules rules;
static struct tc_article *articles;
static size_t article_count, article_cap;
static struct tc_arena kept, arena;
static struct tc_buf normal;

/* What the import normalised. */
static struct tc_str *given;
static size_t given_count, given_cap;
static bool importing, guessing;

/* The linker calls these for tc_normalize() and tc_charset_guess_bytes()
 * (--wrap), and gives the true ones the other names. */
void __real_tc_normalize(struct tc_str in, struct tc_buf *out);
void __wrap_tc_normalize(struct tc_str in, struct tc_buf *out);
struct tc_charset_guess __real_tc_charset_guess_bytes(struct tc_str bytes);
struct tc_charset_guess __wrap_tc_charset_guess_bytes(struct tc_str bytes);

void __wrap_tc_normalize(struct tc_str in, struct tc_buf *out)
{
	if (importing && !guessing) {
		given = tc_grow(given, given_count, &given_cap, sizeof *given);
		given[given_count++] = tc_arena_str(&kept, in);
	}
	__real_tc_normalize(in, out);
}

struct tc_charset_guess __wrap_tc_charset_guess_bytes(struct tc_str bytes)
{
	guessing = true;
	struct tc_charset_guess guess = __real_tc_charset_guess_bytes(bytes);
	guessing = false;
	return guess;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void must(int bad, const struct tc_error *err)
{
	if (bad) {
		fprintf(stderr, "bench-facts: %s\n", err->message);
		exit(1);
	}
}

static void import_all(char **paths, size_t count)
{
	struct tc_source *source = tc_source_open(paths, count);
	struct tc_capture c;
	struct tc_error err;
	TC_SCOPED_BUF bytes = { 0 };

	importing = true;
	while (tc_source_next(source, &c, &err) > 0) {
		struct tc_article a = { .capture = { .source = c.source } };
		struct tc_reject why = { 0 };
		const size_t before = given_count;
		tc_buf_clear(&bytes);
		if (c.problem || tc_source_read(source, &bytes, &err) != 0 ||
		    !tc_import_read(&c, tc_buf_str(&bytes), &kept, &a, &why)) {
			given_count = before;
			continue;
		}
		articles = tc_grow(articles, article_count, &article_cap,
				   sizeof *articles);
		articles[article_count++] = a;
	}
	importing = false;
	tc_source_close(source);
}

/* What count.py counts by name must not be a part of another. */
#define COUNTED __attribute__((noinline))

static COUNTED void tokenize(const struct tc_article *a)
{
	struct tc_tokens tokens;

	tc_tokenize(a->text, &arena, &tokens);
}

static void normalize(const struct tc_article *a)
{
	tc_buf_clear(&normal);
	tc_normalize(a->text, &normal);
}

/* Room for four bytes where the text has one. */
static void ask_icu(const struct tc_article *a)
{
	const size_t room = 4 * a->text.n + 16;
	char *const out = tc_arena_room(&arena, room);
	const size_t n = icu_normalize(a->text.p, a->text.n, out, room);
	char *const keys = tc_arena_room(&arena, room);

	icu_tokens(out, n);
	icu_bare(keys, icu_lower(out, n, keys, room), out, room);
}

static COUNTED void extract(const struct tc_article *a)
{
	struct tc_article copy = *a;
	struct tc_tokens tokens;

	tc_extract(&copy, &rules, &arena, &tokens);
}

static double timed(void (*work)(const struct tc_article *a))
{
	double start = now();

	for (size_t i = 0; i < article_count; i++) {
		tc_arena_clear(&arena);
		work(&articles[i]);
	}
	return now() - start;
}

static int double_cmp(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof *v, double_cmp);
	return v[n / 2];
}

static COUNTED double timed_given(void)
{
	double start = now();

	for (size_t i = 0; i < given_count; i++) {
		tc_buf_clear(&normal);
		tc_normalize(given[i], &normal);
	}
	return now() - start;
}

enum { GIVEN, OWN, TOKENS, ALL, ICU, TIMES };

static void measure(double best[TIMES])
{
	double v[TIMES][ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		v[GIVEN][i] = timed_given();
		v[OWN][i] = timed(normalize);
		v[TOKENS][i] = timed(tokenize);
		v[ALL][i] = timed(extract);
	}
	/* apart from the others, which would find the caches full of its data */
	for (int i = 0; i < ROUNDS; i++)
		v[ICU][i] = timed(ask_icu);
	for (int k = 0; k < TIMES; k++)
		best[k] = median(v[k], ROUNDS);
}

static size_t text_bytes(void)
{
	size_t bytes = 0;

	for (size_t i = 0; i < article_count; i++)
		bytes += articles[i].text.n;
	return bytes;
}

static void once(void)
{
	timed_given();
	timed(tokenize);
	timed(extract);
	printf("%zu articles, %zu bytes\n", article_count, text_bytes());
}

static void compare(void)
{
	const size_t bytes = text_bytes();
	double t[TIMES];
	size_t raw = 0;

	for (size_t i = 0; i < given_count; i++)
		raw += given[i].n;
	measure(t);
	const double ns = 1e9 / (double)bytes, facts = t[ALL] - t[TOKENS];
	printf("%zu articles, %zu bytes; ns a byte\n", article_count, bytes);
	printf("normalize\t%.1f (%zu bytes in %zu pieces; its own text %.1f)\n",
	       t[GIVEN] * ns, raw, given_count, t[OWN] * ns);
	printf("tokenize\t%.1f\n", t[TOKENS] * ns);
	printf("extract\t%.2f\n", facts * ns);
	printf("ratio\t%.2f of the import's, %.2f of its own text's\n",
	       facts / (t[GIVEN] + t[TOKENS]), facts / (t[OWN] + t[TOKENS]));
	printf("icu\t%.1f; extraction %.2f of it\n", t[ICU] * ns,
	       facts / t[ICU]);
}

static void put_all(struct tc_buf *out)
{
	for (size_t i = 0; i < article_count; i++) {
		tc_buf_addstr(out, articles[i].text);
		tc_buf_addc(out, '\n');
	}
}

/* Five of each length are enough: an answer of another order would show. */
static void doubling(void)
{
	TC_SCOPED_BUF text = { 0 };
	double first = 0;

	put_all(&text);
	while (text.n && text.n < LONGEST) {
		const struct tc_article a = { .text = tc_buf_str(&text) };
		double times[5];
		for (int i = 0; i < 5; i++) {
			tc_arena_clear(&arena);
			double start = now();
			extract(&a);
			times[i] = now() - start;
		}
		double ns = median(times, 5) / (double)text.n * 1e9;
		if (first == 0)
			first = ns;
		printf("doubling\t%zu bytes\t%.1f ns/byte\t%.2f\n", text.n,
		       ns, ns / first);
		TC_SCOPED_BUF more = { 0 };
		tc_buf_addstr(&more, tc_buf_str(&text));
		tc_buf_addstr(&text, tc_buf_str(&more));
	}
}

int main(int argc, char **argv)
{
	struct tc_error err = { 0 };
	const bool counting = argc > 1 && strcmp(argv[1], "--once") == 0;

	argv += counting;
	argc -= counting;
	if (argc < 4) {
		fputs("usage: bench-facts [--once] REGISTRY GAZETTEER PATH..."
		      "\n", stderr);
		return 2;
	}
	struct tc_registry *registry = tc_registry_new();
	struct tc_gazetteer *gazetteer = tc_gazetteer_new();
	must(tc_registry_load(registry, argv[1], NULL, NULL, &err), &err);
	must(tc_gazetteer_load(gazetteer, argv[2], NULL, NULL, &err), &err);
	rules = (struct tc_rules){ registry, gazetteer };
	import_all(argv + 3, (size_t)argc - 3);
	if (article_count && counting) {
		once();
	} else if (article_count) {
		compare();
		doubling();
	}
	free(articles);
	free(given);
	tc_arena_release(&kept);
	tc_arena_release(&arena);
	tc_buf_release(&normal);
	tc_gazetteer_free(gazetteer);
	tc_registry_free(registry);
	return article_count ? 0 : 1;
}
