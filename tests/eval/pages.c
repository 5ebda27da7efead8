/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measures how articles come out of pages (tests/pages/README).
 *
 *   pages DIR REGISTRY GAZETTEER
 *
 * A page NAME.html stands beside NAME.expect, which says what a reader would
 * take for the article.  With TRACUU_EVAL_MISSES set each page that is not
 * right is shown with the lines that lack (-) and those too many (+).
 */
#include "config.h"

#include "base/file.h"
#include "fact/extract.h"
#include "import/import.h"
#include "import/source.h"
#include "text/normalize.h"
#include "text/token.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)16 << 20)
#define MANNERS_MAX 64

struct expected {
	struct tc_str manner, url, canonical, title, published, byline,
		      reject, body;
};

struct tally {
	struct tc_str manner;
	int pages, articles, rejects;
	double f1, worst;
	int title, date, rejected, url, byline;
};

struct eval {
	struct tc_arena arena;
	struct tc_rules rules;
	struct tally v[MANNERS_MAX];
	size_t n;
	struct tally all;
	bool misses;
};

static void must(int status, const struct tc_error *err)
{
	if (status == 0)
		return;
	fprintf(stderr, "pages: %s\n", err->message);
	exit(2);
}

static struct tc_str *field_of(struct expected *x, struct tc_str name)
{
	const struct {
		const char *name;
		struct tc_str *field;
	} fields[] = {
		{ "manner", &x->manner }, { "url", &x->url },
		{ "canonical", &x->canonical }, { "title", &x->title },
		{ "published", &x->published }, { "byline", &x->byline },
		{ "reject", &x->reject },
	};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (tc_str_is(name, fields[i].name))
			return fields[i].field;
	return NULL;
}

static void read_expected(struct eval *e, const char *path,
			  struct expected *x)
{
	TC_SCOPED_BUF file = { 0 };
	TC_SCOPED_BUF normal = { 0 };
	struct tc_error err;
	struct tc_str line;

	must(tc_file_read(path, FILE_MAX, &file, &err), &err);
	tc_normalize(tc_buf_str(&file), &normal);
	struct tc_str rest = tc_arena_str(&e->arena, tc_buf_str(&normal));
	*x = (struct expected){ 0 };
	while (tc_str_split(&rest, '\n', &line) && line.n) {
		size_t colon = tc_str_find(line, TC_STR(": "), 0);
		struct tc_str *field = colon == SIZE_MAX ? NULL :
			field_of(x, tc_str(line.p, colon));
		if (!field) {
			fprintf(stderr, "pages: %s: cannot read '%.*s'\n",
				path, TC_ARG(line));
			exit(2);
		}
		*field = tc_str_trim(tc_str_from(line, colon + 1));
	}
	x->body = tc_str_trim(rest);
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static size_t sorted_tokens(struct tc_str text, struct tc_arena *arena,
			    uint64_t **keys)
{
	struct tc_tokens tokens;

	tc_tokenize(text, arena, &tokens);
	*keys = tc_arena_alloc(arena, (tokens.n + 1) * sizeof **keys);
	for (size_t i = 0; i < tokens.n; i++)
		(*keys)[i] = (uint64_t)tc_str_hash(tokens.v[i].exact, 1) << 32 |
			     tc_str_hash(tokens.v[i].exact, 2);
	qsort(*keys, tokens.n, sizeof **keys, by_value);
	return tokens.n;
}

/* Of the two bags of tokens. */
static double token_f1(struct tc_str want, struct tc_str got)
{
	TC_SCOPED_ARENA arena = { 0 };
	uint64_t *a, *b;
	size_t n = sorted_tokens(want, &arena, &a);
	size_t m = sorted_tokens(got, &arena, &b);
	size_t i = 0, k = 0, same = 0;

	while (i < n && k < m) {
		if (a[i] == b[k])
			same++, i++, k++;
		else if (a[i] < b[k])
			i++;
		else
			k++;
	}
	return n + m ? 2.0 * (double)same / (double)(n + m) : 1;
}

static bool has_line(struct tc_str text, struct tc_str wanted)
{
	struct tc_str line;

	while (tc_str_split(&text, '\n', &line))
		if (tc_str_eq(line, wanted))
			return true;
	return false;
}

static void put_difference(char mark, struct tc_str a, struct tc_str b)
{
	struct tc_str line;

	while (tc_str_split(&a, '\n', &line))
		if (line.n && !has_line(b, line))
			printf("#   %c %.*s\n", mark, TC_ARG(line));
}

static bool same_title(struct tc_str a, struct tc_str b)
{
	return token_f1(a, b) == 1;
}

/* An event's date stands in for none: the page's own is what counts. */
static bool same_date(const struct tc_published *p, struct tc_str want)
{
	char got[16];

	if (p->basis != TC_BASIS_PAGE && p->basis != TC_BASIS_URL)
		return tc_str_is(want, "none");
	snprintf(got, sizeof got, "%04d-%02d-%02d", p->date.year,
		 p->date.month, p->date.day);
	return tc_str_is(want, got);
}

static bool same_or_none(struct tc_str got, struct tc_str want)
{
	return got.n ? tc_str_eq(got, want) : tc_str_is(want, "none");
}

static struct tally *tally_of(struct eval *e, struct tc_str manner)
{
	for (size_t i = 0; i < e->n; i++)
		if (tc_str_eq(e->v[i].manner, manner))
			return &e->v[i];
	if (e->n == MANNERS_MAX) {
		fputs("pages: too many manners\n", stderr);
		exit(2);
	}
	e->v[e->n] = (struct tally){ .manner = manner, .worst = 1 };
	return &e->v[e->n++];
}

static void add(struct tally *t, const struct tally *one)
{
	t->pages++;
	t->articles += one->articles;
	t->rejects += one->rejects;
	t->f1 += one->f1;
	if (one->articles && one->f1 < t->worst)
		t->worst = one->f1;
	t->title += one->title;
	t->date += one->date;
	t->rejected += one->rejected;
	t->url += one->url;
	t->byline += one->byline;
}

static void judge_article(const struct eval *e, const char *name,
			  const struct expected *x, const struct tc_article *a,
			  struct tally *one)
{
	struct tc_str title = tc_article_title(a);
	struct tc_str body = a->text.n > title.n + 2 ?
		tc_str_from(a->text, title.n + 2) : TC_STR("");

	one->f1 = token_f1(x->body, body);
	one->title = same_title(x->title, title);
	one->date = same_date(&a->published, x->published);
	one->url = tc_str_eq(a->url, x->canonical);
	one->byline = same_or_none(a->byline, x->byline);
	if (!e->misses || (one->f1 == 1 && one->title && one->date &&
			   one->url && one->byline))
		return;
	printf("# %s: %.4f\n", name, one->f1);
	if (!one->title)
		printf("#   title '%.*s'\n", TC_ARG(title));
	if (!one->date)
		printf("#   date %04d-%02d-%02d by %s, not %.*s\n",
		       a->published.date.year, a->published.date.month,
		       a->published.date.day,
		       a->published.rule ? a->published.rule : "none",
		       TC_ARG(x->published));
	if (!one->url)
		printf("#   url %.*s\n", TC_ARG(a->url));
	if (!one->byline)
		printf("#   byline '%.*s', not '%.*s'\n", TC_ARG(a->byline),
		       TC_ARG(x->byline));
	put_difference('-', x->body, body);
	put_difference('+', body, x->body);
}

static void judge_reject(const struct eval *e, const char *name,
			 const struct expected *x, int got,
			 const struct tc_article *a, const struct tc_reject *r,
			 struct tally *one)
{
	const char *reason = got ? "an article" : tc_reject_name(r->reason);

	one->rejected = tc_str_is(x->reject, reason);
	if (!e->misses || one->rejected)
		return;
	printf("# %s: %s, not %.*s\n", name, reason,
	       x->reject.n ? (int)x->reject.n : 10,
	       x->reject.n ? x->reject.p : "an article");
	if (got)
		printf("#   + %.*s\n", TC_ARG(a->text));
	else
		printf("#   %.*s\n", TC_ARG(r->detail));
}

static void eval_page(struct eval *e, const char *dir, const char *name)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF bytes = { 0 };
	TC_SCOPED_BUF path = { 0 };
	struct tc_error err;
	struct expected x;
	struct tc_article a;
	struct tc_reject r;
	struct tc_tokens tokens;

	tc_buf_printf(&path, "%s/%s.expect", dir, name);
	read_expected(e, tc_buf_cstr(&path), &x);
	tc_buf_clear(&path);
	tc_buf_printf(&path, "%s/%s.html", dir, name);
	must(tc_file_read(tc_buf_cstr(&path), FILE_MAX, &bytes, &err), &err);
	struct tc_capture c = { .source = tc_str0(name), .url = x.url };
	int got = tc_import_read(&c, tc_buf_str(&bytes), &arena, &a, &r);
	struct tally one = { .articles = !x.reject.n,
			     .rejects = x.reject.n > 0 };
	if (got)
		tc_extract(&a, &e->rules, &arena, &tokens);
	if (got && !x.reject.n)
		judge_article(e, name, &x, &a, &one);
	else
		judge_reject(e, name, &x, got, &a, &r, &one);
	add(tally_of(e, x.manner), &one);
	add(&e->all, &one);
}

static void put_share(int n, int of)
{
	if (of)
		printf("\t%.4f", (double)n / of);
	else
		fputs("\t-", stdout);
}

static void put_tally(const struct tally *t)
{
	printf("%.*s\t%d", TC_ARG(t->manner), t->pages);
	if (t->articles)
		printf("\t%.4f\t%.4f", t->f1 / t->articles, t->worst);
	else
		fputs("\t-\t-", stdout);
	put_share(t->title, t->articles);
	put_share(t->date, t->articles);
	put_share(t->rejected, t->rejects);
	put_share(t->url, t->articles);
	put_share(t->byline, t->articles);
	putchar('\n');
}

static int is_expect(const struct dirent *d)
{
	return tc_str_ends(tc_str0(d->d_name), TC_STR(".expect"));
}

int main(int argc, char **argv)
{
	struct eval e = { .misses = getenv("TRACUU_EVAL_MISSES"),
			  .all = { .manner = TC_STR("all"), .worst = 1 } };
	struct dirent **names;
	struct tc_error err;

	if (argc != 4) {
		fputs("usage: pages DIR REGISTRY GAZETTEER\n", stderr);
		return 2;
	}
	struct tc_registry *registry = tc_registry_new();
	struct tc_gazetteer *gazetteer = tc_gazetteer_new();
	must(tc_registry_load(registry, argv[2], NULL, NULL, &err), &err);
	must(tc_gazetteer_load(gazetteer, argv[3], NULL, NULL, &err), &err);
	e.rules = (struct tc_rules){ registry, gazetteer };
	int n = scandir(argv[1], &names, is_expect, alphasort);
	if (n < 0) {
		perror(argv[1]);
		return 2;
	}
	for (int i = 0; i < n; i++) {
		names[i]->d_name[strlen(names[i]->d_name) - 7] = '\0';
		eval_page(&e, argv[1], names[i]->d_name);
		free(names[i]);
	}
	free(names);
	puts("manner\tpages\tf1\tworst\ttitle\tdate\treject\turl\tbyline");
	for (size_t i = 0; i < e.n; i++)
		put_tally(&e.v[i]);
	put_tally(&e.all);
	tc_gazetteer_free(gazetteer);
	tc_registry_free(registry);
	tc_arena_release(&e.arena);
	return 0;
}
