/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The text floor against ICU, on the same text, taking turns:
 *
 *	bench-text FILE...
 *
 *   fold     NFC and lower case, the whole text: tc_normalize() and
 *            tc_fold_lower(); normalizeUTF8() and ucasemap_utf8ToLower()
 *   tokens   NFC, lower case, the bare form and where the words are:
 *            tc_normalize() and tc_tokenize(), which also looks every
 *            syllable up; by ICU what it takes for the same keys
 *
 * The files are put together and repeated up to some megabytes, and worked
 * on in pieces of an article's size.  The answers are compared first: a fast
 * wrong one is worth nothing.
 */
#include "config.h"

#include "bench-text-icu.h"

#include "base/error.h"
#include "base/file.h"
#include "base/mem.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/token.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TEXT_WANTED ((size_t)4 << 20)
#define FILE_MAX ((size_t)64 << 20)
#define ARTICLE ((size_t)4 << 10)
#define ROUNDS 15

static struct tc_buf text, normal, lower, bare;
static struct tc_arena arena;

struct icu_buf {
	char p[8 * ARTICLE];
	size_t n;
};
static struct icu_buf icu_nfc, icu_folded, icu_unmarked;
static size_t icu_token_count;

static int read_all(char **paths)
{
	TC_SCOPED_BUF raw = { 0 }, valid = { 0 };
	struct tc_error err;

	for (; *paths; paths++)
		if (tc_file_read(*paths, FILE_MAX, &raw, &err) < 0) {
			fprintf(stderr, "bench-text: %s\n", err.message);
			return -1;
		}
	tc_utf8_scrub(tc_buf_str(&raw), &valid);
	while (valid.n && text.n < TEXT_WANTED)
		tc_normalize(tc_buf_str(&valid), &text);
	return 0;
}

static void normalize(struct tc_str piece)
{
	tc_buf_clear(&normal);
	tc_normalize(piece, &normal);
}

static void fold(struct tc_str piece)
{
	normalize(piece);
	tc_buf_clear(&lower);
	tc_fold_lower(tc_buf_str(&normal), &lower);
}

static void tokenize(struct tc_str piece)
{
	struct tc_tokens tokens;

	normalize(piece);
	tc_arena_clear(&arena);
	tc_tokenize(tc_buf_str(&normal), &arena, &tokens);
}

static void fold_by_icu(struct tc_str piece)
{
	icu_nfc.n = icu_normalize(piece.p, piece.n, icu_nfc.p,
				  sizeof icu_nfc.p);
	icu_folded.n = icu_lower(icu_nfc.p, icu_nfc.n, icu_folded.p,
				 sizeof icu_folded.p);
}

static void tokenize_by_icu(struct tc_str piece)
{
	fold_by_icu(piece);
	icu_unmarked.n = icu_bare(icu_folded.p, icu_folded.n, icu_unmarked.p,
				  sizeof icu_unmarked.p);
	icu_token_count = icu_tokens(icu_folded.p, icu_folded.n);
}

static bool same(const struct tc_buf *ours, const struct icu_buf *theirs)
{
	return tc_str_eq(tc_buf_str(ours), tc_str(theirs->p, theirs->n));
}

static void compare(struct tc_str piece)
{
	struct tc_tokens tokens;

	fold(piece);
	tc_buf_clear(&bare);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	tc_arena_clear(&arena);
	tc_tokenize(tc_buf_str(&normal), &arena, &tokens);
	tokenize_by_icu(piece);
	if (same(&normal, &icu_nfc) && same(&lower, &icu_folded) &&
	    same(&bare, &icu_unmarked) && tokens.n == icu_token_count)
		return;
	fprintf(stderr, "bench-text: the answers differ\n");
	exit(1);
}

/* Seconds of CPU time for the whole text. */
static double timed(void (*work)(struct tc_str))
{
	const struct tc_str all = tc_buf_str(&text);
	struct timespec a, b;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	for (size_t off = 0; off < all.n;) {
		const size_t end = tc_utf8_floor(all, off + ARTICLE);
		work(tc_str(all.p + off, end - off));
		off = end;
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	return (double)(b.tv_sec - a.tv_sec) +
	       (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static int double_cmp(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double median(double *v)
{
	qsort(v, ROUNDS, sizeof *v, double_cmp);
	return v[ROUNDS / 2];
}

/* Times both sides in turn and prints the medians. */
static void race(const char *what, void (*ours)(struct tc_str),
		 void (*theirs)(struct tc_str))
{
	double us[ROUNDS], icu[ROUNDS], ratio[ROUNDS];
	const double mb = (double)text.n / 1e6;

	for (int i = 0; i < ROUNDS; i++) {
		us[i] = timed(ours);
		icu[i] = timed(theirs);
		ratio[i] = icu[i] / us[i];
	}
	printf("%-8s%6.0f MB/s, ICU %4.0f MB/s, ratio %.2f\n", what,
	       mb / median(us), mb / median(icu), median(ratio));
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "usage: bench-text FILE...\n");
		return 2;
	}
	if (read_all(argv + 1) < 0 || !text.n)
		return 3;
	timed(compare);
	race("fold", fold, fold_by_icu);
	race("tokens", tokenize, tokenize_by_icu);
	tc_buf_release(&text);
	tc_buf_release(&normal);
	tc_buf_release(&lower);
	tc_buf_release(&bare);
	tc_arena_release(&arena);
	return 0;
}
