/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/snippet.h"

#include "query/match.h"
#include "query/number.h"
#include "query/snippet-part.h"

#include <math.h>

#define FUNCTION_WEIGHT .1

/* A rare word says more than one that every article has. */
static double word_weight(const struct tc_plan_word *w)
{
	if (w->function)
		return FUNCTION_WEIGHT;
	return 1 + 8 / (1 + log1p(w->documents));
}

static size_t words_of(const struct tc_plan *plan)
{
	return plan->word_count < MARKS_MAX / 2 ? plan->word_count :
						  MARKS_MAX / 2;
}

static void add_codes(const struct tc_plan *plan, struct tc_codeset *out)
{
	for (size_t j = 0; j < words_of(plan); j++) {
		const struct tc_plan_word *w = &plan->words[j];
		for (size_t k = 0; k < w->form_count; k++)
			tc_codeset_add(out, w->forms[k].code.code);
	}
}

bool tc_snippet_wants(const struct tc_plan *plan, struct tc_wanted *out)
{
	*out = (struct tc_wanted){ 0 };
	add_codes(plan, &out->codes);
	for (size_t i = 0; i < plan->mark_count; i++) {
		const struct tc_node *n = plan->marks[i];
		if (n->kind == TC_NODE_NUMBER && !n->named) {
			out->every = true;	/* what stands in its place */
			continue;
		}
		/* of what stands together the text is looked at, a beginning
		 * has no code */
		if (n->kind == TC_NODE_PREFIX || n->kind == TC_NODE_NEAR ||
		    n->tokens.n > 1)
			return false;
		for (size_t j = 0; j < n->tokens.n; j++)
			tc_codeset_add(&out->codes,
				       tc_wordcode_bare(n->tokens.v[j].bare)
					       .code);
	}
	return true;
}

static void mark_words(struct tc_marking *m)
{
	const struct tc_plan *plan = m->plan;
	const size_t words = words_of(plan);
	struct tc_codeset some = { 0 };

	for (size_t j = 0; j < words; j++)
		m->weight[j] = word_weight(&plan->words[j]);
	add_codes(plan, &some);
	for (size_t i = 0; i < m->tokens.n; i++) {
		const struct tc_token *t = &m->tokens.v[i];
		m->mark[i] = NO_MARK;
		if (!t->exact.n)	/* it was not wanted */
			continue;
		/* the code of any other word costs more than it saves */
		if (t->flags & TC_TOKEN_SYLLABLE &&
		    !tc_codeset_has(&some, tc_wordcode_of_token(t)))
			continue;
		for (size_t j = 0; j < words; j++)
			if (tc_word_accepts(&plan->words[j], t)) {
				m->mark[i] = (uint8_t)j;
				break;
			}
	}
	m->count = words;
}

/* Tokens that are one place; what stands in another as well makes it longer. */
static void mark_run(struct tc_marking *m, size_t at, size_t end, uint8_t id)
{
	for (size_t i = at; i < end; i++) {
		if (m->edge[i] != NEXT)
			m->edge[i] = i == at ? FIRST : NEXT;
		m->mark[i] = id;
	}
}

#define PHRASE_WEIGHT 6

/* Among these tokens, which are the first of the article. */
static void mark_phrase(struct tc_marking *m, const struct tc_tokens *phrase,
			const struct tc_tokens *tokens, struct tc_str text)
{
	if (!phrase->n || m->count >= MARKS_MAX)
		return;
	uint8_t id = (uint8_t)m->count++;
	m->weight[id] = PHRASE_WEIGHT;
	for (size_t at = 0;
	     (at = tc_match_phrase(phrase, text, tokens, at)) < tokens->n;
	     at += phrase->n)
		mark_run(m, at, at + phrase->n, id);
}

/* Each part, where all are near each other. */
static void mark_near(struct tc_marking *m, const struct tc_node *near,
		      struct tc_str text, struct tc_arena *arena)
{
	uint16_t *parts[TC_NEAR_PARTS_MAX];

	if (!tc_match_near(near, text, &m->tokens, arena, parts))
		return;
	for (size_t k = 0; k < near->kid_count && m->count < MARKS_MAX; k++) {
		uint8_t id = (uint8_t)m->count++;
		m->weight[id] = PHRASE_WEIGHT;
		for (size_t at = 0; at < m->tokens.n; at++)
			if (parts[k][at])
				mark_run(m, at, at + parts[k][at], id);
	}
}

static void mark_prefix(struct tc_marking *m, const struct tc_token *typed)
{
	if (m->count >= MARKS_MAX)
		return;
	uint8_t id = (uint8_t)m->count++;
	m->weight[id] = 3;
	for (size_t i = 0; i < m->tokens.n; i++)
		if (tc_word_begins(typed, &m->tokens.v[i]))
			m->mark[i] = id;
}

/* The number's place is its span, which may begin or end inside a token:
 * "số31-QĐ/TW".  Its first token, looked for from token `at` on: numbers stand
 * in the order of the text. */
static size_t mark_cited(struct tc_marking *m, const struct tc_number *cited,
			 uint8_t id, size_t at)
{
	const struct tc_token *t = m->tokens.v;
	size_t end;

	while (at < m->tokens.n && tc_token_end(&t[at]) <= cited->start)
		at++;
	for (end = at; end < m->tokens.n && t[end].off < cited->end; end++)
		m->cited[end] = cited;
	mark_run(m, at, end, id);
	return at;
}

static void mark_number(struct tc_marking *m, const struct tc_node *n,
			const struct tc_article *a, struct tc_arena *arena)
{
	if (m->count >= MARKS_MAX)
		return;
	uint8_t id = (uint8_t)m->count++;
	m->weight[id] = 8;
	if (!m->cited)
		m->cited = tc_arena_alloc(arena, (m->tokens.n + 1) *
							 sizeof *m->cited);
	for (size_t i = 0, at = 0; i < a->number_count; i++)
		if (tc_number_is_meant(n, &a->numbers[i]))
			at = mark_cited(m, &a->numbers[i], id, at);
}

static void mark_part(struct tc_marking *m, const struct tc_node *n,
		      const struct tc_article *a, struct tc_arena *arena)
{
	struct tc_tokens title;

	switch (n->kind) {
	case TC_NODE_NUMBER:
		mark_number(m, n, a, arena);
		/* also what was read before its name was known */
		if (n->named)
			mark_phrase(m, &n->tokens, &m->tokens, a->text);
		break;
	case TC_NODE_PREFIX:
		mark_prefix(m, &n->tokens.v[0]);
		break;
	case TC_NODE_NEAR:
		mark_near(m, n, a->text, arena);
		break;
	case TC_NODE_TITLE:
		title = tc_match_title(a, &m->tokens);
		mark_phrase(m, &n->tokens, &title, a->text);
		break;
	default:
		mark_phrase(m, &n->tokens, &m->tokens, a->text);
	}
}

static void mark_all(struct tc_marking *m, const struct tc_article *a,
		     struct tc_arena *arena)
{
	m->mark = tc_arena_alloc(arena, m->tokens.n + 1);
	m->edge = tc_arena_alloc(arena, m->tokens.n + 1);
	mark_words(m);
	for (size_t i = 0; i < m->plan->mark_count; i++)
		mark_part(m, m->plan->marks[i], a, arena);
}

/* Whether the article has each of these, and none with marks that was typed
 * without. */
static bool has_as_typed(const struct tc_marking *m, const struct tc_node *n)
{
	if (n->kind == TC_NODE_NEAR) {
		for (size_t i = 0; i < n->kid_count; i++)
			if (!has_as_typed(m, n->kids[i]))
				return false;
		return true;
	}
	for (size_t j = 0; j < n->tokens.n; j++) {
		const struct tc_token *t = &n->tokens.v[j];
		bool same = t->flags & TC_TOKEN_MARKED;
		for (size_t k = 0; k < m->tokens.n && !same; k++)
			same = m->mark[k] != NO_MARK &&
			       tc_str_eq(m->tokens.v[k].exact, t->exact);
		if (!same)
			return false;
	}
	return true;
}

static enum tc_reading phrase_reading(const struct tc_marking *m)
{
	for (size_t i = 0; i < m->plan->mark_count; i++)
		if (m->plan->marks[i]->kind != TC_NODE_NUMBER &&
		    !has_as_typed(m, m->plan->marks[i]))
			return TC_READING_BARE;
	return TC_READING_EXACT;
}

/* How the article answers to the words: by the loosest of them.  A word that
 * it has in no form was answered by a synonym. */
static enum tc_reading loosest(const struct tc_marking *m)
{
	const struct tc_plan *plan = m->plan;
	enum tc_reading r = plan->keystroke ? TC_READING_KEYSTROKE :
					      TC_READING_EXACT;
	bool some = false;

	if (!plan->word_count)
		return plan->mark_count ? phrase_reading(m) :
					  TC_READING_FILTER;
	for (size_t j = 0; j < plan->word_count && j < MARKS_MAX / 2; j++) {
		const struct tc_plan_word *w = &plan->words[j];
		enum tc_reading by = w->reading;
		bool exact = false, found = false;
		for (size_t i = 0; i < m->tokens.n && !exact; i++) {
			if (m->mark[i] == NO_MARK ||
			    !tc_word_accepts(w, &m->tokens.v[i]))
				continue;
			found = true;
			exact = tc_str_eq(m->tokens.v[i].exact,
					  w->token->exact);
		}
		some |= found;
		if (!found && w->optional)
			continue;
		if (!found)
			by = plan->synonyms && !w->function ?
				     TC_READING_SYNONYM : TC_READING_EXACT;
		if (!exact && by > r)
			r = by;
	}
	if (!some && plan->synonyms && r < TC_READING_SYNONYM)
		r = TC_READING_SYNONYM;
	return r;
}

static void put_text(struct tc_str from, struct tc_arena *arena,
		     struct tc_snippet *out)
{
	char *p = tc_arena_alloc(arena, from.n + 1);

	/* byte for byte, so that ranges keep their places */
	for (size_t i = 0; i < from.n; i++)
		p[i] = tc_is_line_blank((unsigned char)from.p[i]) ? ' ' :
								 from.p[i];
	out->text = tc_str(p, from.n);
}

/* What stands between two words: "57-NQ/TW" and "35- CT/ TW" are marked as one,
 * "chi bộ: chi bộ" is not. */
static bool is_one_place(struct tc_str between)
{
	return between.n <= 3 && !memchr(between.p, '\n', between.n) &&
	       !(between.n > 1 && strchr(".,:;!?", between.p[0]) &&
		 between.p[1] == ' ');
}

static bool is_cited(const struct tc_marking *m, size_t i)
{
	return m->cited && m->cited[i];
}

/* Whether a marked token is of one place with that before it. */
static bool goes_on(const struct tc_marking *m, size_t i, struct tc_str text)
{
	const struct tc_token *t = &m->tokens.v[i];
	const uint32_t end = tc_token_end(t - 1);

	if (m->edge[i] != NEAR)
		return m->edge[i] == NEXT;
	return m->mark[i - 1] != NO_MARK && !is_cited(m, i - 1) &&
	       tc_marking_place(m, i - 1) + 1 == tc_marking_place(m, i) &&
	       is_one_place(tc_str(text.p + end, t->off - end));
}

/* A token, as far as it is of what was asked for. */
static struct tc_range range_of(const struct tc_marking *m, size_t i)
{
	const struct tc_token *t = &m->tokens.v[i];
	struct tc_range r = { t->off, tc_token_end(t) };

	if (is_cited(m, i) && m->cited[i]->start > r.start)
		r.start = m->cited[i]->start;
	if (is_cited(m, i) && m->cited[i]->end < r.end)
		r.end = m->cited[i]->end;
	return r;
}

/* Neighbouring marked tokens make one range. */
static void put_ranges(const struct tc_marking *m, size_t first,
		       struct tc_str text, uint32_t start, uint32_t end,
		       struct tc_arena *arena, struct tc_range **ranges,
		       size_t *count)
{
	size_t cap = 0;

	*ranges = NULL;
	*count = 0;
	for (size_t i = first;
	     i < m->tokens.n && tc_token_end(&m->tokens.v[i]) <= end; i++) {
		if (m->mark[i] == NO_MARK)
			continue;
		const struct tc_range r = range_of(m, i);
		if (*count && goes_on(m, i, text)) {
			(*ranges)[*count - 1].end = r.end - start;
			continue;
		}
		*ranges = tc_arena_grow(arena, *ranges, *count, &cap,
					sizeof **ranges);
		(*ranges)[(*count)++] =
			(struct tc_range){ r.start - start, r.end - start };
	}
}

/* The body; the title is shown beside it. */
static void pass_title(struct tc_marking *m, const struct tc_outline *o,
		       uint32_t title_len)
{
	size_t i = 0;

	while (i < m->tokens.n && m->tokens.v[i].off < title_len)
		i++;
	m->tokens.v += i;
	m->tokens.n -= i;
	m->mark += i;
	m->edge += i;
	if (m->cited)
		m->cited += i;
	if (m->at)
		m->at += i;
	m->base = (uint32_t)o->before;
}

void tc_snippet_make(const struct tc_article *a,
		     const struct tc_outline *outline,
		     const struct tc_plan *plan, size_t columns,
		     struct tc_arena *arena, struct tc_snippet *out)
{
	struct tc_marking m = { .plan = plan, .tokens = outline->tokens,
			     .at = outline->at };
	uint32_t end = 0;
	size_t i = 0;

	*out = (struct tc_snippet){ 0 };
	mark_all(&m, a, outline->arena);
	out->reading = loosest(&m);
	put_ranges(&m, 0, a->text, 0, a->title_len, arena, &out->title,
		   &out->title_count);
	pass_title(&m, outline, a->title_len);
	if (outline->count == outline->before || !columns)
		return;
	const size_t first = tc_passage_choose(&m, a, outline, columns,
					       &out->start, &end);
	put_text(tc_str(a->text.p + out->start, end - out->start), arena, out);
	while (i < m.tokens.n && tc_marking_place(&m, i) < first)
		i++;
	put_ranges(&m, i, a->text, out->start, end, arena, &out->highlights,
		   &out->highlight_count);
	out->cut_before = first > 0;
	out->cut_after = outline->last >= end ||
			 tc_str_trim(tc_str_from(a->text, end)).n > 0;
}

/* Function words that stand alone are no place of their own, where the query
 * has others. */
static void drop_function_words(struct tc_marking *m)
{
	bool others = m->plan->mark_count > 0;

	for (size_t j = 0; j < m->plan->word_count; j++)
		others |= !m->plan->words[j].function;
	for (size_t i = 0, end; others && i < m->tokens.n; i = end) {
		bool any = false;
		for (end = i; end < m->tokens.n && m->mark[end] != NO_MARK;
		     end++)
			any |= m->weight[m->mark[end]] > FUNCTION_WEIGHT;
		if (!any)
			memset(m->mark + i, NO_MARK, end - i);
		end += end == i;
	}
}

void tc_snippet_marks(const struct tc_article *a,
		      const struct tc_tokens *tokens,
		      const struct tc_plan *plan, struct tc_arena *arena,
		      struct tc_range **ranges, size_t *count)
{
	struct tc_marking m = { .plan = plan, .tokens = *tokens };

	mark_all(&m, a, arena);
	drop_function_words(&m);
	put_ranges(&m, 0, a->text, 0, (uint32_t)a->text.n, arena, ranges,
		   count);
}
