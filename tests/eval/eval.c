/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measures ranking: MRR@10, nDCG@10 and recall@100 of question sets, for
 * variants of the ranking side by side, with 95 % intervals by bootstrap.
 *
 *   eval ARCHIVE-DIR DOCUMENTS QUERIES JUDGEMENTS
 *
 * DOCUMENTS is a TSV of id, title, text, from which an archive is made in
 * ARCHIVE-DIR; or "-" when one is there already, whose sources are the
 * documents' names.  QUERIES: id, text.  JUDGEMENTS: query, document, grade
 * (1 when left out).  A first line that begins with "id\t" or "query\t" is
 * a header.
 *
 * TRACUU_EVAL_SHIPPED leaves the other variants out; TRACUU_EVAL_MISSES lists
 * each question whose first hit is not what was asked for.
 */
#include "config.h"

#include "base/file.h"
#include "fact/extract.h"
#include "index/indexer.h"
#include "query/ask.h"
#include "query/rank.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)1 << 30)
#ifndef DEPTH
#define DEPTH 100
#endif
#define ROUNDS 1000

struct query {
	struct tc_str id, text, kind;
	size_t first, count;	/* its judgements */
};
struct judgement {
	struct tc_str query, document;
	int grade;
};
struct set {
	struct tc_buf bytes[3];
	struct query *queries;
	size_t query_count;
	struct judgement *judgements;
	size_t judgement_count;
	int relevant;		/* grade that counts for MRR and recall */
};

struct score {
	double mrr, ndcg, recall;
};

static void die(const char *what, const struct tc_error *err)
{
	fprintf(stderr, "eval: %s: %s\n", what, err->message);
	exit(1);
}

/* ---- the three files ---- */

static struct tc_str read_file(const char *path, struct tc_buf *out)
{
	struct tc_error err;

	if (tc_file_read(path, FILE_MAX, out, &err) != 0)
		die(path, &err);
	return tc_buf_str(out);
}

static bool next_row(struct tc_str *rest, struct tc_str cells[3])
{
	struct tc_str line;

	while (tc_str_split(rest, '\n', &line)) {
		if (!line.n || tc_str_starts(line, TC_STR("id\t")) ||
		    tc_str_starts(line, TC_STR("query\t")))
			continue;
		for (int i = 0; i < 3; i++)
			if (!tc_str_split(&line, '\t', &cells[i]))
				cells[i] = TC_STR("");
		return true;
	}
	return false;
}

static int by_query(const void *a, const void *b)
{
	const struct judgement *x = a, *y = b;

	return tc_str_cmp(x->query, y->query);
}

static void read_queries(struct set *s, const char *path)
{
	struct tc_str rest = read_file(path, &s->bytes[0]), cells[3];
	size_t cap = 0;

	while (next_row(&rest, cells)) {
		s->queries = tc_grow(s->queries, s->query_count, &cap,
				     sizeof *s->queries);
		s->queries[s->query_count++] = (struct query){
			.id = cells[0], .text = cells[1], .kind = cells[2]
		};
	}
}

static void read_judgements(struct set *s, const char *path)
{
	struct tc_str rest = read_file(path, &s->bytes[1]), cells[3];
	size_t cap = 0;

	s->relevant = 1;
	while (next_row(&rest, cells)) {
		s->judgements = tc_grow(s->judgements, s->judgement_count,
					&cap, sizeof *s->judgements);
		int grade = cells[2].n ? atoi(cells[2].p) : 1;
		if (grade > 1)
			s->relevant = 2;
		s->judgements[s->judgement_count++] = (struct judgement){
			cells[0], cells[1], grade
		};
	}
	qsort(s->judgements, s->judgement_count, sizeof *s->judgements,
	      by_query);
	for (size_t i = 0; i < s->query_count; i++) {
		struct query *q = &s->queries[i];
		size_t j = 0;
		while (j < s->judgement_count &&
		       !tc_str_eq(s->judgements[j].query, q->id))
			j++;
		q->first = j;
		while (j < s->judgement_count &&
		       tc_str_eq(s->judgements[j].query, q->id))
			j++;
		q->count = j - q->first;
	}
}

static void make_archive(const char *dir, const char *path)
{
	TC_SCOPED_BUF bytes = { 0 }, title = { 0 }, body = { 0 };
	struct tc_str rest = read_file(path, &bytes), cells[3];
	struct tc_archive archive;
	struct tc_error err;
	uint64_t serial = 0;

	if (tc_archive_create(&archive, dir, 0, &err) != 0)
		die(dir, &err);
	while (next_row(&rest, cells)) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_article a = { .capture.source = cells[0] };
		struct tc_tokens tokens;
		struct tc_document document;
		enum tc_outcome outcome;

		tc_buf_clear(&title);
		tc_buf_clear(&body);
		tc_normalize(cells[1], &title);
		tc_normalize(cells[2], &body);
		tc_article_set_text(&a, &arena, tc_buf_str(&title),
				    tc_buf_str(&body));
		serial++;
		snprintf(a.id, sizeof a.id, "%016llx",
			 (unsigned long long)serial);
		memcpy(a.content, &serial, sizeof serial);
		tc_tokenize(a.text, &arena, &tokens);
		tc_document_of_article(&a, &tokens, &arena, &document);
		if (tc_indexer_put(&archive, &document, &outcome, &err) != 0)
			die(dir, &err);
	}
	if (tc_indexer_commit(&archive, &err) != 0)
		die(dir, &err);
	tc_archive_close(&archive);
}

/* ---- measures ---- */

static int grade_of(const struct set *s, const struct query *q,
		    struct tc_str document)
{
	for (size_t i = 0; i < q->count; i++)
		if (tc_str_eq(s->judgements[q->first + i].document, document))
			return s->judgements[q->first + i].grade;
	return 0;
}

static double gain(int grade, size_t rank)
{
	return (exp2(grade) - 1) / log2((double)rank + 2);
}

static double ideal(const struct set *s, const struct query *q)
{
	double sum = 0;
	size_t rank = 0;

	for (int grade = 3; grade; grade--)
		for (size_t i = 0; i < q->count && rank < 10; i++)
			if (s->judgements[q->first + i].grade == grade)
				sum += gain(grade, rank++);
	return sum;
}

/* The name a document is judged by: corpus/x is x. */
static struct tc_str name_of(const struct tc_hit *h)
{
	struct tc_str name = h->record.article.capture.source;
	struct tc_str prefix = TC_STR("corpus/");

	return tc_str_starts(name, prefix) ? tc_str_from(name, prefix.n) :
					     name;
}

static struct score measure(const struct set *s, const struct query *q,
			    const struct tc_answer *a)
{
	struct score r = { 0 };
	size_t found = 0, relevant = 0;

	for (size_t i = 0; i < q->count; i++)
		relevant += s->judgements[q->first + i].grade >= s->relevant;
	for (size_t i = 0; i < a->n; i++) {
		int grade = grade_of(s, q, name_of(&a->hits[i]));
		if (i < 10)
			r.ndcg += gain(grade, i);
		if (grade < s->relevant)
			continue;
		if (!found++ && i < 10)
			r.mrr = 1 / (double)(i + 1);
	}
	double best = ideal(s, q);
	r.ndcg = best > 0 ? r.ndcg / best : 0;
	r.recall = relevant ? (double)found / (double)relevant : 0;
	return r;
}

/* ---- variants ---- */

/* What is done to a question before it is asked. */
enum {
	STRIP = 1,	/* typed without marks */
	RAREST = 2,	/* its two rarest words left out: what is left finds
			   the article by all the others */
	BEGIN = 4,	/* only its first six tenths, four words at least */
	SLOGAN = 8,	/* behind a slogan that many articles hold */
};

#define SLOGAN_TEXT \
	"học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"

struct variant {
	const char *name;
	unsigned treat;
	bool shipped;		/* tc_rank_default; rank is not looked at */
	bool first;		/* of a group: the others are held to it */
	enum tc_match_mode match;
	struct tc_rank rank;
};

#define SHIPPED .shipped = true, .first = true
#define ANY .match = TC_MATCH_ANY
#define WORDS .k1 = 1.2, .b = .75, .exact = true, .synonym = .5
#define PAIRS .pair_marked = .5, .pair_bare = .7
#define LOOK .passage = .5, .near = .5
#define TITLE .title = .5
#define FUNCTION .function_word = .25, .slogans = true
#define ALL WORDS, PAIRS, LOOK, TITLE, FUNCTION
#define UNSET WORDS, PAIRS, LOOK, TITLE, .function_word = .25
/* The scheme of the sketch that this one was measured against. */
#define SKETCH .k1 = 1.2, .b = .75, .exact = true, .pair_marked = .5, \
	       .pair_bare = 1, .function_words = true
/* The rows of a group, each with one thing otherwise. */
#define GROUP(t) \
	{ "  no second look", t, ANY, .rank = { WORDS, PAIRS, TITLE, FUNCTION } }, \
	{ "  no function words", t, ANY, .rank = { WORDS, PAIRS, LOOK, TITLE } }, \
	{ "  no title weight", t, ANY, .rank = { WORDS, PAIRS, LOOK, FUNCTION } }, \
	{ "  no pairs", t, ANY, .rank = { WORDS, LOOK, TITLE, FUNCTION } }, \
	{ "  pairs at full weight", t, ANY, \
	  .rank = { WORDS, .pair_marked = 1, .pair_bare = 1, LOOK, TITLE, \
		    FUNCTION } }, \
	{ "  k1 1, b .5", t, ANY, \
	  .rank = { .k1 = 1, .b = .5, .exact = true, .synonym = .5, PAIRS, \
		    LOOK, TITLE, FUNCTION } }, \
	{ "  the sketch", t, ANY, .rank = { SKETCH } }

static const struct variant variants[] = {
	{ "as shipped", 0, SHIPPED },
	{ "  all words before some", 0, .rank = { ALL } },
	{ "as shipped, any words", 0, SHIPPED, ANY },
	GROUP(0),
	{ "  words without marks only", 0, ANY,
	  .rank = { .k1 = 1.2, .b = .75, .synonym = .5, PAIRS, LOOK, TITLE } },
	{ "typed without marks", STRIP, SHIPPED },
	{ "  all words before some", STRIP, .rank = { ALL } },
	{ "typed without marks, any words", STRIP, SHIPPED, ANY },
	GROUP(STRIP),
	{ "without the rarest two words", RAREST, SHIPPED, ANY },
	GROUP(RAREST),
	{ "the same without marks", RAREST | STRIP, SHIPPED, ANY },
	GROUP(RAREST | STRIP),
	{ "the beginning only", BEGIN, SHIPPED, ANY },
	{ "  no second look", BEGIN, ANY,
	  .rank = { WORDS, PAIRS, TITLE, FUNCTION } },
	{ "  the sketch", BEGIN, ANY, .rank = { SKETCH } },
	{ "the same without marks", BEGIN | STRIP, SHIPPED, ANY },
	{ "  no second look", BEGIN | STRIP, ANY,
	  .rank = { WORDS, PAIRS, TITLE, FUNCTION } },
	{ "  the sketch", BEGIN | STRIP, ANY, .rank = { SKETCH } },
	{ "behind a slogan", SLOGAN, SHIPPED },
	{ "behind a slogan, any words", SLOGAN, SHIPPED, ANY },
	{ "  its words as any others", SLOGAN, ANY, .rank = { UNSET } },
	{ "  the same, no second look", SLOGAN, ANY,
	  .rank = { WORDS, PAIRS, TITLE, .function_word = .25 } },
};

/* ---- what is done to questions ---- */

static void put_word(struct tc_str text, const struct tc_token *t,
		     struct tc_buf *out)
{
	tc_buf_printf(out, "%.*s ", TC_ARG(tc_str(text.p + t->off, t->len)));
}

/* How many articles have a word as it is typed. */
static uint32_t frequency(struct tc_archive *archive,
			  const struct tc_token *t)
{
	bool marked = t->flags & TC_TOKEN_MARKED;
	struct tc_error err;
	uint32_t n;

	if (tc_xdb_frequency(archive->db, marked ? t->exact : t->bare, &n,
			     &err) != 0)
		die("frequency", &err);
	return n;
}

static void leave_out_rarest(struct tc_archive *archive, struct tc_str text,
			     const struct tc_tokens *tokens,
			     struct tc_buf *out)
{
	size_t gone[2] = { SIZE_MAX, SIZE_MAX };

	for (int k = 0; k < 2 && tokens->n >= 5; k++) {
		uint32_t least = UINT32_MAX;
		for (size_t i = 0; i < tokens->n; i++) {
			uint32_t n = frequency(archive, &tokens->v[i]);
			if (n < least && i != gone[0]) {
				least = n;
				gone[k] = i;
			}
		}
	}
	for (size_t i = 0; i < tokens->n; i++)
		if (i != gone[0] && i != gone[1])
			put_word(text, &tokens->v[i], out);
}

static void leave_out_end(struct tc_str text, const struct tc_tokens *tokens,
			  struct tc_buf *out)
{
	size_t n = tokens->n * 6 / 10;

	for (size_t i = 0; i < tokens->n && i < (n < 4 ? 4 : n); i++)
		put_word(text, &tokens->v[i], out);
}

static struct tc_str treated(struct tc_archive *archive, struct tc_str text,
			     unsigned treat, struct tc_arena *arena)
{
	TC_SCOPED_BUF normal = { 0 }, cut = { 0 }, bare = { 0 };
	struct tc_tokens tokens;

	if (!treat)
		return text;
	tc_normalize(text, &normal);
	tc_tokenize(tc_buf_str(&normal), arena, &tokens);
	if (treat & RAREST)
		leave_out_rarest(archive, tc_buf_str(&normal), &tokens, &cut);
	else if (treat & BEGIN)
		leave_out_end(tc_buf_str(&normal), &tokens, &cut);
	else
		tc_buf_printf(&cut, "%s%s", treat & SLOGAN ?
						    SLOGAN_TEXT " " : "",
			      tc_buf_cstr(&normal));
	if (treat & STRIP)
		tc_fold_bare(tc_buf_str(&cut), &bare);
	return tc_arena_str(arena, tc_buf_str(treat & STRIP ? &bare : &cut));
}

/* A question with a bracket or quotation mark out of place is searched for
 * by its words. */
static struct tc_str words_of(struct tc_str text, struct tc_arena *arena)
{
	struct tc_tokens tokens;
	TC_SCOPED_BUF words = { 0 };

	tc_tokenize(text, arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++)
		tc_buf_printf(&words, "%.*s ",
			      TC_ARG(tc_str(text.p + tokens.v[i].off,
					    tokens.v[i].len)));
	return tc_arena_str(arena, tc_buf_str(&words));
}

static void run_query(struct tc_archive *archive, const struct set *s,
		      const struct query *q, const struct variant *v,
		      struct score *out)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_search_options o = { .limit = DEPTH, .match = v->match };
	struct tc_answer answer;
	struct tc_error err;
	struct tc_str text = treated(archive, q->text, v->treat, &arena);

	o.plan.rank = v->shipped ? NULL : &v->rank;
	*out = (struct score){ 0 };
	if (tc_ask(archive, text, &o, &arena, &answer, &err) != 0 &&
	    (err.code != TC_E_QUERY ||
	     tc_ask(archive, words_of(text, &arena), &o, &arena, &answer,
		    &err) != 0))
		die("search", &err);
	*out = measure(s, q, &answer);
	tc_answer_release(&answer);
}

/* ---- the table ---- */

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Half the width of the 95 % interval of the mean. */
static double interval(const double *v, size_t n)
{
	static double means[ROUNDS];
	uint64_t state = 88172645463325252u;

	for (int r = 0; r < ROUNDS; r++) {
		double sum = 0;
		for (size_t i = 0; i < n; i++)
			sum += v[next_random(&state) % n];
		means[r] = sum / (double)n;
	}
	qsort(means, ROUNDS, sizeof *means, by_value);
	return (means[ROUNDS * 39 / 40] - means[ROUNDS / 40]) / 2;
}

static double mean(const double *v, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += v[i];
	return n ? sum / (double)n : 0;
}

/* `held`: the scores that these are held to, or NULL. */
static void put_row(const char *name, const struct score *scores,
		    const struct score *held, size_t n)
{
	TC_SCOPED_FREE double *v = tc_alloc(n * sizeof *v);
	const size_t at[] = { offsetof(struct score, mrr),
			      offsetof(struct score, ndcg),
			      offsetof(struct score, recall) };

	printf("%-36s", name);
	for (int k = 0; k < 3; k++) {
		for (size_t i = 0; i < n; i++)
			memcpy(&v[i], (const char *)&scores[i] + at[k],
			       sizeof v[i]);
		printf("  %.3f +-%.3f", mean(v, n), interval(v, n));
	}
	for (size_t i = 0; held && i < n; i++)
		v[i] = scores[i].mrr - held[i].mrr;
	if (held)
		printf("  %+.4f +-%.4f", mean(v, n), interval(v, n));
	putchar('\n');
	fflush(stdout);
}

/* The shipped ranking by kind of query, where the set names kinds; the
 * queries that found nothing in the first ten, when asked for. */
static void put_kinds(const struct set *s, const struct score *scores,
		      bool misses)
{
	TC_SCOPED_FREE struct score *some =
		tc_alloc(s->query_count * sizeof *some);

	for (size_t i = 0; i < s->query_count; i++) {
		struct tc_str kind = s->queries[i].kind;
		size_t n = 0;
		bool seen = !kind.n;
		for (size_t j = 0; j < i && !seen; j++)
			seen = tc_str_eq(s->queries[j].kind, kind);
		for (size_t j = i; j < s->query_count && !seen; j++)
			if (tc_str_eq(s->queries[j].kind, kind))
				some[n++] = scores[j];
		char name[64];
		snprintf(name, sizeof name, "  %.*s (%zu)", TC_ARG(kind), n);
		if (!seen)
			put_row(name, some, NULL, n);
	}
	for (size_t i = 0; misses && i < s->query_count; i++)
		if (scores[i].mrr < 1)
			printf("# %.2f %.*s\t%.*s\n", scores[i].mrr,
			       TC_ARG(s->queries[i].id),
			       TC_ARG(s->queries[i].text));
}

int main(int argc, char **argv)
{
	struct set s = { 0 };
	struct tc_archive archive;
	struct tc_error err;

	if (argc != 5) {
		fputs("usage: eval ARCHIVE-DIR DOCUMENTS|- QUERIES "
		      "JUDGEMENTS\n", stderr);
		return 2;
	}
	if (strcmp(argv[2], "-") != 0)
		make_archive(argv[1], argv[2]);
	read_queries(&s, argv[3]);
	read_judgements(&s, argv[4]);
	if (tc_archive_open(&archive, argv[1], &err) != 0)
		die(argv[1], &err);
	TC_SCOPED_FREE struct score *scores =
		tc_alloc(s.query_count * sizeof *scores);
	TC_SCOPED_FREE struct score *held =
		tc_alloc(s.query_count * sizeof *held);
	printf("%-36s  %-13s  %-13s  %-13s  %s\n", "", "MRR@10", "nDCG@10",
	       "recall@100", "MRR against the first");
	for (size_t v = 0; v < sizeof variants / sizeof *variants; v++) {
		if (getenv("TRACUU_EVAL_SHIPPED") && !variants[v].shipped)
			continue;
		/* only these articles hold the slogan */
		if (variants[v].treat & SLOGAN && strcmp(argv[2], "-") != 0)
			continue;
		for (size_t i = 0; i < s.query_count; i++)
			run_query(&archive, &s, &s.queries[i], &variants[v],
				  &scores[i]);
		put_row(variants[v].name, scores,
			variants[v].first ? NULL : held, s.query_count);
		if (variants[v].first)
			memcpy(held, scores, s.query_count * sizeof *held);
		if (v == 0)
			put_kinds(&s, scores, getenv("TRACUU_EVAL_MISSES"));
	}
	tc_archive_close(&archive);
	free(s.queries);
	free(s.judgements);
	for (int i = 0; i < 3; i++)
		tc_buf_release(&s.bytes[i]);
	return 0;
}
