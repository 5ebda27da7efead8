/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/ask.h"

#include "base/language.h"
#include "fact/docnum.h"
#include "index/again.h"
#include "query/number-dates.h"
#include "query/pick.h"
#include "query/plan-part.h"
#include "query/suggest.h"
#include "text/keystroke.h"

/* ---- keystrokes ---- */

static bool is_delimiter(char c)
{
	return strchr(" \t\n\"()", c) != NULL;
}

/* The query with each word that is raw typing decoded; what stands before a
 * colon is a field's name. */
static bool decode(struct tc_str text, enum tc_keystroke scheme,
		   struct tc_buf *out)
{
	bool decoded = false;

	for (size_t at = 0; at < text.n;) {
		size_t end = at;
		while (end < text.n && !is_delimiter(text.p[end]))
			end++;
		struct tc_str word = tc_str(text.p + at, end - at);
		size_t colon = tc_str_find(word, TC_STR(":"), 0);
		if (colon != SIZE_MAX) {
			tc_buf_add(out, word.p, colon + 1);
			word = tc_str_from(word, colon + 1);
		}
		const struct tc_str inner = tc_keystroke_word(word, scheme);
		const size_t before = (size_t)(inner.p - word.p);
		tc_buf_add(out, word.p, before);
		if (tc_keystroke_decode(inner, scheme, out))
			decoded = true;
		else
			tc_buf_addstr(out, inner);
		tc_buf_addstr(out, tc_str_from(word, before + inner.n));
		if (end < text.n)
			tc_buf_addc(out, text.p[end]);
		at = end + 1;
	}
	return decoded;
}

/* Unless it was said. */
static void add_note(struct tc_answer *a, struct tc_arena *arena,
		     struct tc_str note)
{
	struct tc_str *notes = tc_arena_alloc(
		arena, (a->plan.note_count + 1) * sizeof *notes);

	for (size_t i = 0; i < a->plan.note_count; i++)
		if (tc_str_eq(a->plan.notes[i], note))
			return;
	notes[0] = note;
	for (size_t i = 0; i < a->plan.note_count; i++)
		notes[i + 1] = a->plan.notes[i];
	a->plan.notes = notes;
	a->plan.note_count++;
}

/* Takes the decoded query's answer when it has one; *root moves to it. */
static int try_keystrokes(struct tc_archive *archive, struct tc_str text,
			  const struct tc_search_options *o,
			  struct tc_arena *arena, struct tc_node **root,
			  struct tc_answer *out, struct tc_error *err)
{
	enum tc_keystroke scheme = tc_keystroke_guess(text);
	const struct tc_query_names names = { o->names,
					      tc_archive_db(archive) };
	struct tc_search_options decoded = *o;
	TC_SCOPED_BUF meant = { 0 };
	struct tc_answer answer;
	struct tc_node *other;

	if (scheme == TC_KEYSTROKE_NONE || !decode(text, scheme, &meant))
		return 0;
	decoded.plan.keystroke = true;
	struct tc_str kept = tc_arena_str(arena, tc_buf_str(&meant));
	if (tc_query_parse_with(&names, kept, arena, &other, err) != 0 || !other)
		return 0;	/* as typed it parsed: keep to that */
	tc_query_as_of(other, o->as_of);
	tc_query_expand(other, o->expansion);
	if (tc_search(archive, other, &decoded, arena, &answer, err) != 0)
		return -1;
	if (!answer.total && (out->n || !answer.n)) {
		tc_answer_release(&answer);
		return 0;
	}
	tc_answer_release(out);
	*out = answer;
	*root = other;
	add_note(out, arena,
		 tc_arena_printf(arena, _("searched for: %.*s"), TC_ARG(kept)));
	return 0;
}

/* As typed, or as printed, so that what is printed finds the same: of "hW.0"
 * the point is no part. */
static int read_keystrokes(struct tc_archive *archive, struct tc_str text,
			   const struct tc_search_options *o,
			   struct tc_arena *arena, struct tc_node **root,
			   struct tc_answer *out, struct tc_error *err)
{
	TC_SCOPED_BUF printed = { 0 };

	if (try_keystrokes(archive, text, o, arena, root, out, err) != 0)
		return -1;
	if (out->plan.keystroke)
		return 0;
	tc_query_print(*root, &printed);
	return try_keystrokes(archive, tc_buf_str(&printed), o, arena, root,
			      out, err);
}

/* ---- prefixes that stand for more than they may ---- */

struct expansion {
	uint32_t words, most;
};

static bool count_word(void *ctx, struct tc_str term, uint32_t documents)
{
	struct expansion *e = ctx;

	(void)term;
	(void)documents;
	return ++e->words <= e->most;
}

static int note_expansions(struct tc_archive *archive,
			   const struct tc_node *n, struct tc_arena *arena,
			   struct tc_answer *out, struct tc_error *err)
{
	struct expansion e = { .most = n->prefix_max ? n->prefix_max :
						       TC_EXPANSION };

	for (size_t i = 0; i < n->kid_count; i++)
		if (note_expansions(archive, n->kids[i], arena, out, err) != 0)
			return -1;
	if (n->kind != TC_NODE_PREFIX)
		return 0;
	if (tc_plan_each_word(archive->db, &n->tokens.v[0], count_word, &e,
			      err) != 0)
		return -1;
	if (e.words > e.most)
		add_note(out, arena,
			 tc_arena_printf(arena,
					 _("'%.*s*' stands for more than %u "
					   "words; the most frequent were taken"),
					 TC_ARG(n->text), e.most));
	return 0;
}

/* ---- short forms with an issuer ---- */

static bool says_owner(struct tc_str text)
{
	struct tc_str rest = text, word;

	while (tc_str_split(&rest, ' ', &word))
		if (tc_str_is(word, "của") || tc_str_is(word, "cua"))
			return true;
	return false;
}

/* "Chỉ thị 05 của Bộ Chính trị": articles say "Chỉ thị 05", and a province's
 * 05-CT/TU goes by that name as well. */
static void note_owners(const struct tc_node *n, struct tc_arena *arena,
			struct tc_answer *out)
{
	for (size_t i = 0; i < n->kid_count; i++)
		note_owners(n->kids[i], arena, out);
	if (n->kind != TC_NODE_NUMBER || !n->number_count ||
	    !tc_docnum_is_short(&n->numbers[0]) || !says_owner(n->text))
		return;
	TC_SCOPED_BUF head = { 0 };

	tc_docnum_symbol_head(&n->numbers[0], &head);
	add_note(out, arena, tc_arena_printf(arena, _(
		"looked for %.*s, whoever issued it; "
		"so:%sTW finds what is known to be the centre's"),
		TC_ARG(n->numbers[0].canonical), tc_buf_cstr(&head)));
}

/* ---- why nothing was found ---- */

/* What a query is asked about once more. */
struct asker {
	struct tc_archive *archive;
	const struct tc_search_options *o;
	struct tc_arena *arena;
	struct tc_error *err;
};

/* How many articles match, and in which readings the words were looked up,
 * where `tried` is not NULL. */
static int count(const struct asker *a, const struct tc_node *root,
		 const struct tc_plan_options *plan, struct tc_matching *out,
		 uint32_t *tried)
{
	const struct tc_search_options o = { .plan = *plan,
					     .match = TC_MATCH_ALL,
					     .deadline = a->o->deadline };
	struct tc_answer answer;

	if (tc_search(a->archive, root, &o, a->arena, &answer, a->err) != 0)
		return -1;
	*out = (struct tc_matching){ answer.total, answer.exact };
	for (size_t i = 0; tried && i < answer.plan.word_count; i++)
		*tried |= answer.plan.words[i].tried;
	if (tried && answer.plan.synonyms)
		*tried |= 1u << TC_READING_SYNONYM;
	tc_answer_release(&answer);
	return 0;
}

/* The query without one of its parts. */
static struct tc_node without(const struct tc_node *list, size_t part,
			      struct tc_arena *arena)
{
	struct tc_node rest = *list;
	struct tc_node **kids = tc_arena_alloc(
		arena, list->kid_count * sizeof(struct tc_node *));
	size_t n = 0;

	rest.has_phrase = false;
	for (size_t i = 0; i < list->kid_count; i++) {
		if (i == part)
			continue;
		kids[n++] = list->kids[i];
		rest.has_phrase |= list->kids[i]->has_phrase;
	}
	rest.kids = kids;
	rest.kid_count = n;
	return rest;
}

/* "so:21-NQ/TW@2021-06-16", as some article misprints it: the archive has the
 * number, of other times. */
static int note_dates(const struct asker *a, const struct tc_node *n,
		      struct tc_answer *out)
{
	TC_SCOPED_BUF dates = { 0 };

	if (tc_number_dates_list(tc_archive_db(a->archive), n, &dates,
				 a->err) != 0)
		return -1;
	if (dates.n)
		add_note(out, a->arena, tc_arena_printf(a->arena, _(
			"the archive has %.*s of these dates: %.*s"),
			TC_ARG(n->numbers[0].canonical),
			TC_ARG(tc_buf_str(&dates))));
	return 0;
}

static int explain_part(const struct asker *a, const struct tc_node *list,
			size_t i, struct tc_clause *out)
{
	const struct tc_plan_options none = { .rank = a->o->plan.rank };
	struct tc_node rest = without(list, i, a->arena);
	TC_SCOPED_BUF text = { 0 };

	tc_query_print(list->kids[i], &text);
	out->text = tc_arena_str(a->arena, tc_buf_str(&text));
	out->filter = tc_plan_is_filter(list->kids[i]);
	out->without.exact = true;
	if (count(a, list->kids[i], &none, &out->alone, &out->tried) != 0)
		return -1;
	return rest.kid_count ?
		       count(a, &rest, &a->o->plan, &out->without, NULL) : 0;
}

/* The dates of --from and --to, as one more part. */
static int explain_dates(const struct asker *a, const struct tc_node *root,
			 struct tc_clause *out)
{
	const struct tc_plan_options none = { .rank = a->o->plan.rank };

	out->text = a->o->plan.undated ? TC_STR("--undated") :
					 TC_STR("--from, --to");
	out->filter = true;
	if (count(a, NULL, &a->o->plan, &out->alone, &out->tried) != 0)
		return -1;
	return count(a, root, &none, &out->without, NULL);
}

static bool filters(const struct tc_plan_options *o)
{
	return o->from.year || o->to.year || o->undated;
}

static int explain(const struct asker *a, const struct tc_node *root,
		   struct tc_answer *out)
{
	struct tc_node *one[] = { (struct tc_node *)root };
	const struct tc_node alone = { .kind = TC_NODE_AND, .list = true,
				       .has_phrase = root && root->has_phrase,
				       .kids = one, .kid_count = 1 };
	const struct tc_node *list =
		root && (root->kind == TC_NODE_AND ||
			 root->kind == TC_NODE_OR) ? root : &alone;
	const size_t parts = root ? list->kid_count : 0;
	const size_t all = parts + (root && filters(&a->o->plan));

	if (parts > TC_CLAUSES_MAX)
		return 0;
	out->clauses = tc_arena_alloc(a->arena, all * sizeof *out->clauses);
	for (size_t i = 0; i < all; i++) {
		struct tc_clause *clause = &out->clauses[i];
		if (tc_deadline_over(a->o->deadline)) {
			out->partial = true;
			return 0;
		}
		int bad = i < parts ? explain_part(a, list, i, clause) :
				      explain_dates(a, root, clause);
		if (!bad && i < parts && !clause->alone.total &&
		    list->kids[i]->kind == TC_NODE_NUMBER &&
		    list->kids[i]->at.n)
			bad = note_dates(a, list->kids[i], out);
		if (bad)
			return -1;
		out->clause_count++;
	}
	return 0;
}

/* Of an archive without articles, that it has none is all there is to say.
 * Front ends show notes to visitors: nothing about where the archive is. */
static int explain_nothing(const struct asker *a, const struct tc_node *root,
			   struct tc_answer *out)
{
	uint32_t articles;

	if (tc_xdb_count(tc_archive_db(a->archive), &articles, a->err) != 0)
		return -1;
	if (articles)
		return explain(a, root, out);
	add_note(out, a->arena, tc_str0(_("the archive has no articles; import "
					  "some with tracuu-import")));
	return 0;
}

/* Whether some word is not known as it was typed, or was only found by what
 * may be a misspelling. */
static bool wants_suggestion(const struct tc_answer *a)
{
	const struct tc_plan *plan = &a->plan;

	if (a->total > TC_SUGGEST_HITS || plan->keystroke)
		return false;
	for (size_t i = 0; i < plan->word_count; i++) {
		const struct tc_plan_word *w = &plan->words[i];
		if (w->reading == TC_READING_TONELESS ||
		    w->reading == TC_READING_MARKLESS ||
		    (!w->documents && !plan->synonyms))
			return true;
	}
	return !a->total;
}

/* A better query, if it finds more. */
static int suggest(const struct asker *a, const struct tc_node *root,
		   struct tc_answer *out)
{
	TC_SCOPED_BUF text = { 0 };
	struct tc_node *better;

	if (tc_suggest(a->archive->db, root, a->arena, &better, a->err) != 0)
		return -1;
	if (!better)
		return 0;
	/* words may be relaxed, what is strict is there or not */
	if (better->kind != TC_NODE_AND || better->has_phrase) {
		struct tc_matching c;
		if (count(a, better, &a->o->plan, &c, NULL) != 0)
			return -1;
		if (c.total <= out->total)
			return 0;
	}
	tc_query_print(better, &text);
	out->suggestion = tc_arena_str(a->arena, tc_buf_str(&text));
	return 0;
}

static int ask(struct tc_archive *archive, struct tc_str text,
	       const struct tc_search_options *o, struct tc_arena *arena,
	       struct tc_answer *out, struct tc_error *err)
{
	const struct asker a = { archive, o, arena, err };
	const struct tc_query_names names = { o->names,
					      tc_archive_db(archive) };
	struct tc_node *root;

	if (tc_query_parse_with(&names, text, arena, &root, err) != 0)
		return -1;
	tc_query_as_of(root, o->as_of);
	tc_query_expand(root, o->expansion);
	/* no query may mean all; one of marks alone is a slip */
	if (!root && !filters(&o->plan) &&
	    !(o->everything && !tc_str_trim(text).n))
		return tc_fail(err, TC_E_QUERY,
			       "the query holds nothing to search for; see "
			       "'tracuu --help'");
	if (tc_search(archive, root, o, arena, out, err) != 0)
		return -1;
	int bad = 0;
	bool keys = root && tc_keystroke_guess(text) != TC_KEYSTROKE_NONE;
	if (!out->total && root)
		bad = read_keystrokes(archive, text, o, arena, &root, out,
				      err);
	if (!bad && root)
		bad = note_expansions(archive, root, arena, out, err);
	if (!bad && root)
		note_owners(root, arena, out);
	if (!bad && root && wants_suggestion(out))
		bad = suggest(&a, root, out);
	if (!bad && !out->total)
		bad = explain_nothing(&a, root, out);
	for (size_t i = 0; keys && i < out->clause_count; i++)
		if (out->clauses[i].tried)
			out->clauses[i].tried |= 1u << TC_READING_KEYSTROKE;
	if (bad)
		tc_answer_release(out);
	return bad;
}

int tc_ask(struct tc_archive *archive, struct tc_str text,
	   const struct tc_search_options *o, struct tc_arena *arena,
	   struct tc_answer *out, struct tc_error *err)
{
	/* a search begins again by itself; what is asked around it does here */
	for (int tries = 0;;) {
		if (ask(archive, text, o, arena, out, err) == 0)
			return 0;
		if (!tc_xdb_again(tc_archive_db(archive), &tries, err))
			return -1;
	}
}
