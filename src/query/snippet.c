/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/snippet.h"

#include "fact/docnum.h"
#include "query/match.h"
#include "query/pattern.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <math.h>

/* Which words of the query an article's tokens answer to. */
#define NO_MARK UINT8_MAX
#define MARKS_MAX 200
#define FUNCTION_WEIGHT .1

struct marking {
	const struct tc_plan *plan;
	struct tc_tokens tokens;
	uint8_t *mark;		/* per token: index of a word, or NO_MARK */
	double weight[MARKS_MAX + 1];
	size_t count;
	const struct tc_wordtext *unwritten;	/* NULL: none is */
	size_t from, to;	/* of that, what was written */
};

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

bool tc_snippet_wants(const struct tc_plan *plan, struct tc_codeset *out)
{
	add_codes(plan, out);
	for (size_t i = 0; i < plan->mark_count; i++) {
		const struct tc_tokens *t = &plan->marks[i]->tokens;
		/* a beginning has no code; a number knows its place */
		if (plan->marks[i]->kind == TC_NODE_PREFIX)
			return false;
		for (size_t j = 0; j < t->n; j++)
			tc_codeset_add(out, tc_wordcode_bare(t->v[j].bare).code);
	}
	return true;
}

static void mark_words(struct marking *m)
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

/* What stands between the words of a phrase is looked at, wherever they may be
 * its words. */
static void write_gaps(const struct marking *m, size_t n)
{
	const struct tc_token *const v = m->tokens.v;
	size_t run = 0;

	if (n < 2 || !m->unwritten || !m->unwritten->text)
		return;
	for (size_t i = 0; i < m->tokens.n; i++) {
		run = v[i].exact.n ? run + 1 : 0;
		if (run >= n)
			tc_wordtext_write(m->unwritten, v[i + 1 - n].off,
					  v[i].off);
	}
}

static void mark_phrase(struct marking *m, const struct tc_tokens *phrase,
			struct tc_str text)
{
	if (!phrase->n || m->count >= MARKS_MAX)
		return;
	uint8_t id = (uint8_t)m->count++;
	m->weight[id] = 6;
	write_gaps(m, phrase->n);
	for (size_t at = 0;
	     (at = tc_match_phrase(phrase, text, &m->tokens, at)) <
	     m->tokens.n; at += phrase->n)
		for (size_t i = 0; i < phrase->n; i++)
			m->mark[at + i] = id;
}

static void mark_prefix(struct marking *m, const struct tc_token *typed)
{
	bool marked = typed->flags & TC_TOKEN_MARKED;

	if (m->count >= MARKS_MAX)
		return;
	uint8_t id = (uint8_t)m->count++;
	m->weight[id] = 3;
	for (size_t i = 0; i < m->tokens.n; i++) {
		const struct tc_token *t = &m->tokens.v[i];
		if (marked ? tc_str_starts(t->exact, typed->exact) :
			     tc_str_starts(t->bare, typed->bare))
			m->mark[i] = id;
	}
}

static bool same_document(const struct tc_number *asked,
			  const struct tc_number *cited)
{
	TC_SCOPED_BUF a = { 0 }, b = { 0 };

	if (tc_str_eq(asked->canonical, cited->plenum))
		return true;
	if (asked->issuer.n || !asked->number.n)
		return tc_docnum_key(asked, TC_KEY_CANONICAL, &a) &&
		       tc_docnum_key(cited, TC_KEY_CANONICAL, &b) &&
		       tc_str_eq(tc_buf_str(&a), tc_buf_str(&b));
	return tc_str_eq(asked->type, cited->type) &&
	       tc_str_eq(asked->number, cited->number);
}

static void mark_number(struct marking *m, const struct tc_node *n,
			const struct tc_article *a)
{
	if (m->count >= MARKS_MAX)
		return;
	uint8_t id = (uint8_t)m->count++;
	m->weight[id] = 8;
	for (size_t i = 0; i < a->number_count; i++) {
		bool meant = false;
		if (n->expansion)
			meant = tc_pattern_fits(n->value,
						a->numbers[i].canonical);
		for (size_t j = 0; j < n->number_count; j++)
			meant |= same_document(&n->numbers[j],
					       &a->numbers[i]);
		for (size_t k = 0; meant && k < m->tokens.n; k++)
			if (m->tokens.v[k].off >= a->numbers[i].start &&
			    m->tokens.v[k].off < a->numbers[i].end)
				m->mark[k] = id;
	}
}

static void mark_all(struct marking *m, const struct tc_article *a,
		     struct tc_str text)
{
	mark_words(m);
	for (size_t i = 0; i < m->plan->mark_count; i++) {
		const struct tc_node *n = m->plan->marks[i];
		if (n->kind == TC_NODE_NUMBER && a)
			mark_number(m, n, a);
		else if (n->kind == TC_NODE_PREFIX)
			mark_prefix(m, &n->tokens.v[0]);
		else if (n->kind != TC_NODE_NUMBER)
			mark_phrase(m, &n->tokens, text);
	}
}

/* The window of tokens whose marks weigh most: every mark once in full, its
 * repetitions a little; the earliest of equals. */
static size_t best_window(const struct marking *m, size_t width)
{
	uint32_t seen[MARKS_MAX + 1] = { 0 };
	double score = 0, best = -1;
	size_t best_at = 0;

	for (size_t i = 0; i < m->tokens.n; i++) {
		uint8_t in = m->mark[i];
		uint8_t out = i >= width ? m->mark[i - width] : NO_MARK;
		/* no more than the window before */
		if (i && in == NO_MARK && out == NO_MARK)
			continue;
		if (in != NO_MARK)
			score += m->weight[in] * (seen[in]++ ? .05 : 1);
		if (out != NO_MARK)
			score -= m->weight[out] * (--seen[out] ? .05 : 1);
		size_t at = i + 1 >= width ? i + 1 - width : 0;
		if (score > best + 1e-9) {
			best = score;
			best_at = at;
		}
	}
	return best_at;
}

/* Starts a little before the first mark, at the start of a sentence when one
 * is near. */
static size_t settle_start(const struct marking *m, struct tc_str text,
			   size_t at, size_t width)
{
	enum { LEAD = 6 };
	size_t first = at;

	while (first < m->tokens.n && first < at + width &&
	       m->mark[first] == NO_MARK)
		first++;
	if (first == m->tokens.n || first == at + width)
		return at;
	size_t low = first > LEAD ? first - LEAD : 0;
	for (size_t i = first; i > low; i--) {
		const struct tc_token *t = &m->tokens.v[i];
		size_t end = t[-1].off + t[-1].len;
		for (size_t k = end; k < t->off; k++)
			if (strchr(".!?\n", text.p[k]))
				return i;
	}
	return low;
}

/* A phrase typed without marks that the article has with them. */
static enum tc_reading phrase_reading(const struct marking *m)
{
	for (size_t i = 0; i < m->plan->mark_count; i++) {
		const struct tc_tokens *t = &m->plan->marks[i]->tokens;
		if (m->plan->marks[i]->kind == TC_NODE_NUMBER)
			continue;
		for (size_t j = 0; j < t->n; j++) {
			bool same = t->v[j].flags & TC_TOKEN_MARKED;
			for (size_t k = 0; k < m->tokens.n && !same; k++)
				same = m->mark[k] != NO_MARK &&
				       tc_str_eq(m->tokens.v[k].exact,
						 t->v[j].exact);
			if (!same)
				return TC_READING_BARE;
		}
	}
	return TC_READING_EXACT;
}

/* How the article answers to the words: by the loosest of them.  A word that
 * it has in no form was answered by a synonym. */
static enum tc_reading loosest(const struct marking *m)
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

/* Makes sure of the bytes from `from` up to `to`; more are written at once. */
static void write_text(struct marking *m, size_t from, size_t to)
{
	enum { AHEAD = 64 };

	if (!m->unwritten || !m->unwritten->text ||
	    (from >= m->from && to <= m->to))
		return;
	m->from = from < m->from ? from : m->from;
	m->to = (to > m->to ? to : m->to) + AHEAD;
	tc_wordtext_write(m->unwritten, m->from, m->to);
}

/* What a passage that begins near token `at` is likely to take. */
static void write_passage(struct marking *m, size_t at, size_t width,
			  size_t columns)
{
	enum { BEFORE = 8 };
	const struct tc_tokens *t = &m->tokens;
	const size_t first = at > BEFORE ? at - BEFORE : 0;
	size_t last = at;

	while (last + 1 < t->n && last < at + width && m->mark[last] == NO_MARK)
		last++;
	write_text(m, t->v[first].off, t->v[last].off + columns * 3 / 2);
}

static bool is_line_blank(uint32_t c)
{
	return c == '\n' || c == '\t' || c == ' ';
}

/* Where the text ends that fits the columns, at the end of a token; at least
 * one token. */
static uint32_t fit_end(struct marking *m, struct tc_str text,
			size_t first, uint32_t start, size_t columns)
{
	uint32_t end = start;
	size_t width = 0;

	for (size_t i = first; i < m->tokens.n; i++) {
		const struct tc_token *t = &m->tokens.v[i];
		uint32_t next = t->off + t->len;
		write_text(m, start, next);
		width += tc_text_columns(tc_str(text.p + end, next - end));
		if (width > columns && i > first)
			return end;
		end = next;
	}
	/* what stands behind the last word: a full stop, a bracket */
	write_text(m, start, text.n);
	while (end < text.n && text.p[end] != '\n' && width++ < columns)
		end++;
	return (uint32_t)tc_utf8_floor(text, end);
}

static void put_text(struct tc_str from, struct tc_arena *arena,
		     struct tc_snippet *out)
{
	char *p = tc_arena_alloc(arena, from.n + 1);

	/* byte for byte, so that ranges keep their places */
	for (size_t i = 0; i < from.n; i++)
		p[i] = is_line_blank((unsigned char)from.p[i]) ? ' ' :
								 from.p[i];
	out->text = tc_str(p, from.n);
}

/* Neighbouring marked tokens make one range. */
static void put_ranges(const struct marking *m, size_t first,
		       struct tc_str text, uint32_t start, uint32_t end,
		       struct tc_arena *arena, struct tc_range **ranges,
		       size_t *count)
{
	size_t cap = 0;

	*ranges = NULL;
	*count = 0;
	for (size_t i = first;
	     i < m->tokens.n && m->tokens.v[i].off + m->tokens.v[i].len <= end;
	     i++) {
		const struct tc_token *t = &m->tokens.v[i];
		if (m->mark[i] == NO_MARK)
			continue;
		uint32_t from = t->off - start, to = from + t->len;
		if (*count && m->mark[i - 1] != NO_MARK) {
			struct tc_range *last = &(*ranges)[*count - 1];
			uint32_t gap = from - last->end;
			if (gap <= 3 && !memchr(text.p + start + last->end,
						'\n', gap)) {
				last->end = to;
				continue;
			}
		}
		*ranges = tc_arena_grow(arena, *ranges, *count, &cap,
					sizeof **ranges);
		(*ranges)[(*count)++] = (struct tc_range){ from, to };
	}
}

/* The body; the title is shown beside it. */
static size_t first_of_body(const struct tc_article *a,
			    const struct tc_tokens *tokens)
{
	size_t i = 0;

	while (i < tokens->n && tokens->v[i].off < a->title_len)
		i++;
	return i;
}

static bool has_numbers(const struct tc_plan *plan)
{
	for (size_t i = 0; i < plan->mark_count; i++)
		if (plan->marks[i]->kind == TC_NODE_NUMBER)
			return true;
	return false;
}

void tc_snippet_make(const struct tc_article *a,
		     const struct tc_tokens *tokens,
		     const struct tc_wordtext *unwritten,
		     const struct tc_plan *plan, size_t columns,
		     struct tc_arena *arena, struct tc_snippet *out)
{
	enum { COLUMNS_A_TOKEN = 5 };
	struct marking m = { .plan = plan, .tokens = *tokens,
			     .unwritten = unwritten, .from = SIZE_MAX };

	*out = (struct tc_snippet){ 0 };
	m.mark = tc_arena_alloc(arena, tokens->n + 1);
	mark_all(&m, a, a->text);
	out->reading = loosest(&m);
	out->title_known = !has_numbers(plan);
	if (out->title_known)
		put_ranges(&m, 0, a->text, 0, a->title_len, arena,
			   &out->title, &out->title_count);
	size_t skip = first_of_body(a, tokens);
	m.tokens.v += skip;
	m.tokens.n -= skip;
	m.mark += skip;
	if (!m.tokens.n || !columns)
		return;
	size_t width = columns / COLUMNS_A_TOKEN;
	size_t first = best_window(&m, width);
	write_passage(&m, first, width, columns);
	first = settle_start(&m, a->text, first, width);
	out->start = m.tokens.v[first].off;
	/* an opening quote or bracket belongs to its word */
	while (out->start > a->title_len + 2 &&
	       !is_line_blank((unsigned char)a->text.p[out->start - 1]) &&
	       (!first || out->start > m.tokens.v[first - 1].off +
					       m.tokens.v[first - 1].len))
		out->start--;
	uint32_t end = fit_end(&m, a->text, first, out->start, columns);
	put_text(tc_str(a->text.p + out->start, end - out->start), arena, out);
	put_ranges(&m, first, a->text, out->start, end, arena,
		   &out->highlights, &out->highlight_count);
	out->cut_before = first > 0;
	out->cut_after = m.tokens.v[m.tokens.n - 1].off >= end ||
			 tc_str_trim(tc_str_from(a->text, end)).n > 0;
}

void tc_snippet_title(const struct tc_snippet *s, struct tc_str title,
		      const struct tc_plan *plan, struct tc_arena *arena,
		      struct tc_range **ranges, size_t *count)
{
	struct marking m = { .plan = plan };

	*ranges = s->title;
	*count = s->title_count;
	if (s->title_known)
		return;
	tc_tokenize(title, arena, &m.tokens);
	m.mark = tc_arena_alloc(arena, m.tokens.n + 1);
	mark_all(&m, NULL, title);
	put_ranges(&m, 0, title, 0, (uint32_t)title.n, arena, ranges, count);
}

/* Function words that stand alone are no place of their own, where the query
 * has others. */
static void drop_function_words(struct marking *m)
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
	struct marking m = { .plan = plan, .tokens = *tokens };

	m.mark = tc_arena_alloc(arena, tokens->n + 1);
	mark_all(&m, a, a->text);
	drop_function_words(&m);
	put_ranges(&m, 0, a->text, 0, (uint32_t)a->text.n, arena, ranges,
		   count);
}
