/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which passage of an article is shown: where most of what was asked for
 * stands together, from the start of a sentence or a little before the first
 * mark, to the end of a word. */
#include "config.h"

#include "query/snippet-part.h"

#include "text/fold.h"
#include "text/utf8.h"

static double leaves(const struct tc_marking *m, size_t i, uint32_t *seen)
{
	const uint8_t out = m->mark[i];

	return out == NO_MARK ? 0 : m->weight[out] * (--seen[out] ? .05 : 1);
}

/* The window of tokens whose marks weigh most: every mark once in full, its
 * repetitions a little; the earliest of equals.  A window that ends where no
 * mark is has no more than one before. */
static size_t best_window(const struct tc_marking *m, size_t width)
{
	uint32_t seen[MARKS_MAX + 1] = { 0 };
	double score = 0, best = 0;
	size_t best_at = 0, gone = 0;

	for (size_t i = 0; i < m->tokens.n; i++) {
		const uint8_t in = m->mark[i];
		const size_t at = tc_marking_place(m, i);
		if (in == NO_MARK)
			continue;
		for (; tc_marking_place(m, gone) + width < at; gone++)
			score -= leaves(m, gone, seen);
		score += m->weight[in] * (seen[in]++ ? .05 : 1);
		for (; tc_marking_place(m, gone) + width <= at; gone++)
			score -= leaves(m, gone, seen);
		if (score > best + 1e-9) {
			best = score;
			best_at = at + 1 >= width ? at + 1 - width : 0;
		}
	}
	return best_at;
}

/* The first mark in the window; its end where there is none. */
static size_t first_mark(const struct tc_marking *m, size_t window,
			 size_t width)
{
	for (size_t i = 0; i < m->tokens.n; i++) {
		const size_t at = tc_marking_place(m, i);
		if (at >= window + width)
			break;
		if (at >= window && m->mark[i] != NO_MARK)
			return at;
	}
	return window + width;
}

/* Some tokens of the body, all that stand there, and the text of them. */
struct slice {
	struct tc_tokens tokens;
	size_t from;		/* which of the body's the first one is */
};

static const struct tc_token *token_at(const struct slice *s, size_t i)
{
	return &s->tokens.v[i - s->from];
}

static struct slice cut_slice(const struct tc_marking *m,
			      const struct tc_outline *o, size_t from,
			      size_t count)
{
	struct slice s = { .from = from };

	if (o->unwritten.text) {
		s.tokens = tc_wordtext_part(&o->unwritten, o->before + from,
					    count, o->arena);
		return s;
	}
	s.tokens.v = m->tokens.v + from;
	s.tokens.n = count < m->tokens.n - from ? count : m->tokens.n - from;
	return s;
}

/* How far before its first mark a passage starts. */
#define LEAD 6

static size_t lead_of(size_t mark)
{
	return mark > LEAD ? mark - LEAD : 0;
}

/* Starts a little before the first mark, at the start of a sentence when one
 * is near. */
static size_t settle_start(const struct slice *s, struct tc_str text,
			   size_t mark)
{
	const size_t low = lead_of(mark);

	for (size_t i = mark; i > low; i--) {
		const struct tc_token *t = token_at(s, i);
		size_t end = tc_token_end(t - 1);
		if (!tc_token_stands_apart(text, t))
			continue;
		for (size_t k = end; k < t->off; k++)
			if (strchr(".!?\n", text.p[k]))
				return i;
	}
	for (size_t i = low; i <= mark && i > s->from; i++)
		if (tc_token_stands_apart(text, token_at(s, i)))
			return i;
	return low;
}

/* What parts a word from the next, and what opens: no part of the word before
 * it. */
static bool parts_words(uint32_t c)
{
	switch (c) {
	case '.': case ',': case ';': case ':': case '!': case '?': case '-':
	case '/': case '(': case '[': case '{': case '<':
	case 0x2013: case 0x2014: case 0x2026: case 0x2022:	/* – — … • */
	case 0x201C: case 0x2018: case 0x00AB: case 0x2039:	/* “ ‘ « ‹ */
		return true;
	default:
		return false;
	}
}

uint32_t tc_passage_past_word(struct tc_str text, uint32_t end, uint32_t limit)
{
	const char *p = text.p + end;
	uint32_t out = end;

	while (p < text.p + limit && !tc_is_line_blank((uint8_t)*p))
		if (!parts_words(tc_utf8_next(&p, text.p + limit)))
			out = (uint32_t)(p - text.p);
	return out;
}

/* The end of a token and of what belongs to it; behind the slice the text
 * may not be written. */
static uint32_t end_of(const struct slice *s, struct tc_str text, size_t i,
		       bool last)
{
	const uint32_t end = tc_token_end(token_at(s, i));
	const bool more = i + 1 < s->from + s->tokens.n;
	const uint32_t limit = more ? token_at(s, i + 1)->off :
			       last ? (uint32_t)text.n : end;

	return tc_passage_past_word(text, end, limit);
}

/* Where the text ends that fits the columns, at the end of a token that a
 * blank follows; at least one token.  False when the slice ends before that. */
static bool fit_end(const struct slice *s, struct tc_str text, size_t first,
		    uint32_t start, size_t columns, bool last, uint32_t *out)
{
	uint32_t end = start;
	size_t width = 0;

	for (size_t i = first; i < s->from + s->tokens.n; i++) {
		const struct tc_token *t = token_at(s, i);
		uint32_t next = end_of(s, text, i, last);
		if (i == first && tc_text_columns(tc_str(
				text.p + end, next - end)) > columns)
			next = tc_token_end(t);
		width += tc_text_columns(tc_str(text.p + end, next - end));
		if (i <= first + 1 || tc_token_stands_apart(text, t))
			*out = end;
		if (width > columns && i > first)
			return true;
		end = next;
	}
	if (!last)
		return false;
	/* what stands behind the last word: a full stop, a bracket */
	while (end < text.n && text.p[end] != '\n' && width++ < columns)
		end++;
	*out = (uint32_t)tc_utf8_floor(text, end);
	return true;
}

/* The passage that begins at the first mark of the window. */
size_t tc_passage_choose(const struct tc_marking *m,
			 const struct tc_article *a,
			 const struct tc_outline *o, size_t columns,
			 uint32_t *start, uint32_t *end)
{
	enum { COLUMNS_A_TOKEN = 5 };
	const size_t width = columns < COLUMNS_A_TOKEN ? 1 :
			     columns / COLUMNS_A_TOKEN;
	const size_t window = best_window(m, width);
	const size_t mark = first_mark(m, window, width);
	const bool marked = mark < window + width;
	const size_t low = marked ? lead_of(mark) : window;
	const size_t from = low ? low - 1 : 0, all = o->count - o->before;
	size_t count = width + width / 4 + 2 * LEAD, first;
	struct slice s;

	do {
		s = cut_slice(m, o, from, count);
		first = marked ? settle_start(&s, a->text, mark) : window;
		*start = token_at(&s, first)->off;
		/* an opening quote or bracket belongs to its word */
		while (*start > a->title_len + 2 &&
		       !tc_is_line_blank((uint8_t)a->text.p[*start - 1]) &&
		       (!first ||
			*start > tc_token_end(token_at(&s, first - 1))))
			(*start)--;
		count *= 4;
	} while (!fit_end(&s, a->text, first, *start, columns,
			  s.from + s.tokens.n >= all, end));
	return first;
}
