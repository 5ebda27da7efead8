/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Measures the extraction of facts against the gold set (tests/gold/README).
 *
 *   facts SENTENCES ARTICLES CORPUS REGISTRY GAZETTEER
 *
 * A mention found counts when its span is the gold one's (of a number: begins
 * there) and what it says agrees; mentions of kinds that the gold does not mark
 * (anaphora, short names, bare levels) are left out.  With TRACUU_EVAL_MISSES set
 * each miss is a line, and what the import dropped is a miss; else a mark that
 * the text lacks ends the program.
 */
#include "config.h"

#include "gold.h"

#include "base/file.h"
#include "fact/date.h"
#include "fact/extract.h"
#include "fact/unit.h"
#include "import/import.h"
#include "import/source.h"
#include "text/normalize.h"

#include <stdio.h>
#include <stdlib.h>

#define TABLE_MAX ((size_t)16 << 20)

enum measure {
	NUMBERS, IDENTITY, DATES, PUBLICATION, MAIN_UNIT, UNITS, UNIT_KIND,
	MEASURES
};
static const char *const measure_names[MEASURES] = {
	"numbers", "identity", "dates", "publication", "main-unit", "units",
	"unit-kind",
};

struct tally {
	int right, missed, wrong;
};

struct eval {
	struct tally tally[MEASURES];
	struct tc_rules rules;
	struct tc_buf registry;	/* the table, to ask what it knows */
	bool misses;
};

/* A fact found, in the form that the gold has. */
struct got {
	char kind;
	uint32_t start, end;
	struct tc_str canonical, id, extra;
	bool conflict, inferred, completed, optional, used;
};

static void put_miss(const struct eval *e, enum measure m, struct tc_str where,
		     const char *what, struct tc_str printed,
		     struct tc_str is, struct tc_str extra)
{
	if (e->misses)
		printf("%s\t%s\t%.*s\t%.*s\t%.*s\t%.*s\n", measure_names[m],
		       what, TC_ARG(where), TC_ARG(is), TC_ARG(extra),
		       TC_ARG(printed));
}

static struct tc_str date_text(const struct tc_date_mention *d,
			       struct tc_arena *arena)
{
	char from[TC_DATE_MAX], to[TC_DATE_MAX];

	tc_date_print(d->from, from);
	tc_date_print(d->to, to);
	if (strcmp(from, to) == 0)
		return tc_arena_printf(arena, "%s", from);
	return tc_arena_printf(arena, "%s/%s", from, to);
}

/* ------------------------------------------------ what was found */

static bool rule_is(const char *rule, const char *name)
{
	return rule && strcmp(rule, name) == 0;
}

static size_t collect(const struct tc_article *a, struct tc_arena *arena,
		      struct got **out)
{
	struct got *v = tc_arena_alloc(arena, sizeof *v *
		(a->number_count + a->date_count + a->unit_count + 1));
	size_t n = 0;

	for (size_t i = 0; i < a->number_count; i++) {
		const struct tc_number *x = &a->numbers[i];
		v[n++] = (struct got){ .kind = 'N', .start = x->start,
			.end = x->end, .canonical = x->canonical,
			.id = x->id, .conflict = x->conflict };
	}
	for (size_t i = 0; i < a->date_count; i++) {
		const struct tc_date_mention *x = &a->dates[i];
		v[n++] = (struct got){ .kind = 'D', .start = x->start,
			.end = x->end, .canonical = date_text(x, arena),
			.extra = tc_str0(tc_role_name(x->role)),
			.inferred = x->inferred };
	}
	for (size_t i = 0; i < a->unit_count; i++) {
		const struct tc_unit *x = &a->units[i];
		v[n++] = (struct got){ .kind = 'U', .start = x->start,
			.end = x->end, .canonical = x->canonical,
			.extra = tc_str0(x->kind),
			.completed = rule_is(x->rule, "completed") ||
				     rule_is(x->rule, "bare-level"),
			.optional = rule_is(x->rule, "anaphora") ||
				    rule_is(x->rule, "bare-level") ||
				    rule_is(x->rule, "short-name") };
	}
	*out = v;
	return n;
}

/* ------------------------------------------------ whether it agrees */

/* Without regard to case, the place of a tone mark, the kind of dash. */
static void name_key(struct tc_str name, struct tc_arena *arena,
		     struct tc_buf *out)
{
	struct tc_tokens tokens;

	tc_tokenize(name, arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		tc_buf_addstr(out, tokens.v[i].exact);
		tc_buf_addc(out, ' ');
	}
}

/* "Ban Tổ chức Tỉnh ủy", "DH13/Đảng bộ tỉnh": no place is named. */
static bool ends_in_level(struct tc_str key)
{
	static const char *const levels[] = {
		" ủy ", " tỉnh ", " huyện ", " xã ", " phường ", " quận ",
		" phố ", " trấn ",
	};

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (tc_str_ends(key, tc_str0(levels[i])))
			return true;
	return false;
}

/* The gold adds no place; a completed name has one behind it. */
static bool same_unit(struct tc_str gold, struct tc_str got, bool completed)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF a = { 0 }, b = { 0 };

	name_key(gold, &arena, &a);
	name_key(got, &arena, &b);
	completed |= ends_in_level(tc_buf_str(&a));
	return completed ? tc_str_starts(tc_buf_str(&b), tc_buf_str(&a))
			 : tc_str_eq(tc_buf_str(&a), tc_buf_str(&b));
}

static bool agrees(const struct gold_mark *m, const struct got *g)
{
	if (m->kind != g->kind || g->start != m->start)
		return false;
	/* the name of a congress goes on over its organisation's */
	if (m->kind != 'N' && m->end != g->end)
		return false;
	if (m->kind == 'U')
		return same_unit(m->canonical, g->canonical, g->completed);
	if (m->kind == 'N' && tc_str_starts(m->canonical, TC_STR("DH")))
		return same_unit(m->canonical, g->canonical, false);
	if (!tc_str_eq(m->canonical, g->canonical))
		return false;
	return m->kind == 'N' || (tc_str_eq(m->extra, g->extra) &&
				  m->inferred == g->inferred);
}

/* "21-NQ/TW@2022-06-16" is a row of the registry. */
static bool registered(const struct eval *e, struct tc_str id)
{
	TC_SCOPED_BUF row = { 0 };
	size_t at = tc_str_find(id, TC_STR("@"), 0);

	tc_buf_printf(&row, "\n%.*s\t%.*s\t", (int)at, id.p,
		      TC_ARG(tc_str_from(id, at + 1)));
	return tc_str_find(tc_buf_str(&e->registry), tc_buf_str(&row), 0) !=
	       SIZE_MAX;
}

/* A number that was found: is it the right document? */
static void judge_identity(struct eval *e, const struct gold_text *t,
			   const struct gold_mark *m, const struct got *g)
{
	if (m->id.n && !registered(e, m->id))
		return;
	if (!m->id.n && (!g->id.n || !registered(e, g->id)))
		return;
	if (tc_str_eq(m->id, g->id) && m->conflict == g->conflict) {
		e->tally[IDENTITY].right++;
		return;
	}
	e->tally[IDENTITY].wrong++;
	e->tally[IDENTITY].missed++;
	put_miss(e, IDENTITY, t->id, "got", g->canonical, g->id,
		 g->conflict ? TC_STR("conflict") : tc_str(NULL, 0));
	put_miss(e, IDENTITY, t->id, "not", m->canonical, m->id,
		 m->conflict ? TC_STR("conflict") : tc_str(NULL, 0));
}

static void judge_kind(struct eval *e, const struct gold_text *t,
		       const struct gold_mark *m, const struct got *g)
{
	if (tc_str_eq(m->extra, g->extra)) {
		e->tally[UNIT_KIND].right++;
		return;
	}
	e->tally[UNIT_KIND].wrong++;
	e->tally[UNIT_KIND].missed++;
	put_miss(e, UNIT_KIND, t->id, "got", g->canonical, g->extra, m->extra);
}

static enum measure measure_of(char kind)
{
	return kind == 'N' ? NUMBERS : kind == 'D' ? DATES : UNITS;
}

static void judge_mark(struct eval *e, const struct gold_text *t,
		       struct gold_mark *m, struct got *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!v[i].used && agrees(m, &v[i])) {
			v[i].used = true;
			e->tally[measure_of(m->kind)].right++;
			if (m->kind == 'N')
				judge_identity(e, t, m, &v[i]);
			if (m->kind == 'U')
				judge_kind(e, t, m, &v[i]);
			return;
		}
	e->tally[measure_of(m->kind)].missed++;
	put_miss(e, measure_of(m->kind), t->id, "missed",
		 tc_str(t->text.p + m->start, m->end - m->start),
		 m->canonical, m->extra);
}

static void judge_marks(struct eval *e, struct gold_text *t,
			const struct tc_article *a, struct tc_arena *arena)
{
	struct got *v;
	size_t n = collect(a, arena, &v);

	for (size_t i = 0; i < t->n; i++)
		if (t->marks[i].kind != 'M' && t->marks[i].kind != 'P')
			judge_mark(e, t, &t->marks[i], v, n);
	for (size_t i = 0; i < n; i++) {
		if (v[i].used || v[i].optional)
			continue;
		e->tally[measure_of(v[i].kind)].wrong++;
		put_miss(e, measure_of(v[i].kind), t->id, "wrong",
			 tc_str(a->text.p + v[i].start,
				v[i].end - v[i].start),
			 v[i].canonical, v[i].extra);
	}
}

/* ------------------------------------------------ the article as a whole */

static void judge_whole(struct eval *e, enum measure measure, bool right,
			const struct gold_text *t, const struct gold_mark *m,
			struct tc_str got)
{
	struct tally *tally = &e->tally[measure];

	if (right) {
		tally->right++;
		return;
	}
	tally->missed++;
	tally->wrong++;
	put_miss(e, measure, t->id, "got", got, m->canonical, m->extra);
}

static void judge_published(struct eval *e, const struct gold_text *t,
			    const struct gold_mark *m,
			    const struct tc_article *a)
{
	char text[TC_DATE_MAX];
	struct tc_str got = tc_str0(tc_date_print(a->published.date, text));
	bool none = tc_str_is(m->canonical, "-");

	judge_whole(e, PUBLICATION,
		    none ? !got.n : tc_str_eq(got, m->canonical) &&
			    tc_str_is(m->extra,
				      tc_basis_name(a->published.basis)),
		    t, m, got);
}

/* "Ban Thường vụ Huyện ủy X" is its organisation; another organ is not. */
static bool acts_for_committee(struct tc_str organ)
{
	return tc_str_starts(organ, TC_STR("Ban Thường vụ ")) ||
	       tc_str_starts(organ, TC_STR("Ban Chấp hành ")) ||
	       tc_str_starts(organ, TC_STR("Thường trực "));
}

static void judge_main(struct eval *e, const struct gold_text *t,
		       const struct gold_mark *m, const struct tc_article *a)
{
	const struct tc_unit *u = NULL;

	for (size_t i = 0; i < a->unit_count; i++)
		if (a->units[i].role == TC_UNIT_SUBJECT)
			u = &a->units[i];
	if (tc_str_is(m->canonical, "-")) {
		judge_whole(e, MAIN_UNIT, !u, t, m,
			    u ? u->canonical : tc_str(NULL, 0));
		return;
	}
	bool right = u && (same_unit(m->canonical, u->canonical,
				     rule_is(u->rule, "completed")) ||
			   (acts_for_committee(u->canonical) &&
			    u->parent_count &&
			    same_unit(m->canonical, u->parents[0], false)));
	judge_whole(e, MAIN_UNIT, right, t, m,
		    u ? u->canonical : tc_str(NULL, 0));
}

/* ------------------------------------------------ the two gold files */

static void eval_sentences(struct eval *e, struct tc_str table)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str line;
	struct gold_text t;
	struct tc_tokens tokens;

	while (gold_line(&table, &line)) {
		tc_arena_clear(&arena);
		if (!gold_sentence(line, &arena, &t))
			continue;
		struct tc_hint hint = { TC_HINT_METADATA, t.published };
		struct tc_article a = { .text = t.text, .hints = &hint,
					.hint_count = t.published.n ? 1 : 0 };
		tc_extract(&a, &e->rules, &arena, &tokens);
		judge_marks(e, &t, &a, &arena);
	}
}

static void judge_article(struct eval *e, struct tc_str table,
			  struct tc_str file, struct tc_article *a,
			  struct tc_arena *arena)
{
	struct tc_tokens tokens;
	struct gold_text t;

	gold_article(table, file, a->text, arena, &t);
	if (!t.n)
		return;
	tc_extract(a, &e->rules, arena, &tokens);
	judge_marks(e, &t, a, arena);
	for (size_t i = 0; i < t.n; i++) {
		if (t.marks[i].kind == 'P')
			judge_published(e, &t, &t.marks[i], a);
		else if (t.marks[i].kind == 'M')
			judge_main(e, &t, &t.marks[i], a);
	}
}

static void eval_articles(struct eval *e, struct tc_str table, char *corpus)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF bytes = { 0 };
	struct tc_source *source = tc_source_open(&corpus, 1);
	struct tc_capture c;
	struct tc_error err;

	while (tc_source_next(source, &c, &err) > 0) {
		struct tc_article a = { .capture = { .source = c.source } };
		struct tc_reject why = { 0 };
		tc_buf_clear(&bytes);
		tc_arena_clear(&arena);
		if (c.problem || tc_source_read(source, &bytes, &err) != 0 ||
		    !tc_import_read(&c, tc_buf_str(&bytes), &arena, &a, &why))
			continue;
		size_t slash = tc_str_find(c.source, TC_STR("/"), 0);
		judge_article(e, table, tc_str_from(c.source, slash + 1), &a,
			      &arena);
	}
	tc_source_close(source);
}

/* ------------------------------------------------ the table */

static double ratio(int part, int whole)
{
	return whole ? (double)part / whole : 1;
}

static void put_table(const struct eval *e)
{
	puts("kind\tprecision\trecall\tF1\tright\twrong\tmissed");
	for (int i = 0; i < MEASURES; i++) {
		const struct tally *t = &e->tally[i];
		double p = ratio(t->right, t->right + t->wrong);
		double r = ratio(t->right, t->right + t->missed);
		double f = p + r > 0 ? 2 * p * r / (p + r) : 0;
		printf("%s\t%.4f\t%.4f\t%.4f\t%d\t%d\t%d\n", measure_names[i],
		       p, r, f, t->right, t->wrong, t->missed);
	}
}

static void must(int bad, const struct tc_error *err)
{
	if (bad) {
		fprintf(stderr, "facts: %s\n", err->message);
		exit(1);
	}
}

int main(int argc, char **argv)
{
	struct eval e = { .misses = getenv("TRACUU_EVAL_MISSES") != NULL };
	TC_SCOPED_BUF sentences = { 0 }, articles = { 0 };
	struct tc_error err = { 0 };

	if (argc != 6) {
		fputs("usage: facts SENTENCES ARTICLES CORPUS REGISTRY "
		      "GAZETTEER\n", stderr);
		return 2;
	}
	struct tc_registry *registry = tc_registry_new();
	struct tc_gazetteer *gazetteer = tc_gazetteer_new();
	must(tc_file_read(argv[1], TABLE_MAX, &sentences, &err), &err);
	must(tc_file_read(argv[2], TABLE_MAX, &articles, &err), &err);
	must(tc_file_read(argv[4], TABLE_MAX, &e.registry, &err), &err);
	must(tc_registry_load(registry, argv[4], NULL, NULL, &err), &err);
	must(tc_gazetteer_load(gazetteer, argv[5], NULL, NULL, &err), &err);
	e.rules = (struct tc_rules){ registry, gazetteer };
	eval_sentences(&e, tc_buf_str(&sentences));
	eval_articles(&e, tc_buf_str(&articles), argv[3]);
	put_table(&e);
	tc_buf_release(&e.registry);
	tc_gazetteer_free(gazetteer);
	tc_registry_free(registry);
	return 0;
}
