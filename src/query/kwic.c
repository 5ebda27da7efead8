/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/kwic.h"

#include "query/snippet-part.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Neighbours that a sort looks at. */
#define KEY_TOKENS 5

/* An article and the part of it, title or body, that a hit stands in. */
struct place {
	const struct tc_article *a;
	const struct tc_tokens *tokens;
	struct tc_arena *arena;
	uint32_t from, to;	/* the part, bytes */
	size_t first, end;	/* tokens of the hit; one that it begins inside
				   is before them, one that it ends inside
				   behind */
};

/* Whether another token, from `off` to `stop`, still fits. */
static bool fits(const struct place *p, uint32_t off, uint32_t stop,
		 size_t *left)
{
	size_t columns = tc_text_columns(tc_str(p->a->text.p + off,
						stop - off));

	if (columns > *left)
		return false;
	*left -= columns;
	return true;
}

/* Where the words before the hit begin that fit, each as a whole: no part of
 * "12-NQ/TW". */
static uint32_t left_start(const struct place *p, uint32_t start,
			   size_t columns)
{
	uint32_t least = start;

	for (size_t i = p->first; i > 0; i--) {
		const struct tc_token *t = &p->tokens->v[i - 1];
		if (t->off < p->from || !fits(p, t->off, start, &columns))
			break;
		start = t->off;
		if (i == 1 || tc_token_end(t - 1) <= p->from ||
		    tc_token_stands_apart(p->a->text, t))
			least = start;
	}
	return least;
}

static uint32_t right_end(const struct place *p, uint32_t end, size_t columns)
{
	uint32_t most = end;

	for (size_t i = p->end; i < p->tokens->n; i++) {
		const struct tc_token *t = &p->tokens->v[i];
		if (tc_token_end(t) > p->to)
			break;
		if (i > p->end && tc_token_stands_apart(p->a->text, t))
			most = end;
		const uint32_t limit = i + 1 < p->tokens->n && t[1].off < p->to ?
					       t[1].off : p->to;
		const uint32_t stop = tc_passage_past_word(
			p->a->text, tc_token_end(t), limit);
		if (!fits(p, end, stop, &columns))
			return most;
		end = stop;
	}
	/* a full stop behind the last word */
	while (end < p->to && columns && p->a->text.p[end] != '\n') {
		const char *at = p->a->text.p + end, *next = at;
		tc_utf8_next(&next, tc_str_end(p->a->text));
		if (!fits(p, end, end + (uint32_t)(next - at), &columns))
			break;
		end += (uint32_t)(next - at);
	}
	return end;
}

/* On one line, with single blanks for ends of line. */
static struct tc_str one_line(const struct place *p, uint32_t start,
			      uint32_t end)
{
	char *out = tc_arena_alloc(p->arena, end - start + 1);
	size_t n = 0;

	for (uint32_t i = start; i < end; i++) {
		char c = p->a->text.p[i];
		bool blank = c == ' ' || c == '\n' || c == '\t';
		if (!blank || (n && out[n - 1] != ' '))
			out[n++] = blank ? ' ' : c;
	}
	return tc_str_trim(tc_str(out, n));
}

/* Neighbours outward: bare forms first, exact ones where these are equal. */
static struct tc_str key_of(const struct place *p, bool left)
{
	TC_SCOPED_BUF key = { 0 };

	for (int exact = 0; exact < 2; exact++) {
		for (size_t k = 1; k <= KEY_TOKENS; k++) {
			size_t i = left ? p->first - k : p->end + k - 1;
			if ((left && k > p->first) || i >= p->tokens->n ||
			    p->tokens->v[i].off < p->from ||
			    p->tokens->v[i].off >= p->to)
				break;
			const struct tc_token *t = &p->tokens->v[i];
			tc_buf_addstr(&key, exact ? t->exact : t->bare);
			tc_buf_addc(&key, '\x02');
		}
		tc_buf_addc(&key, '\x01');
	}
	return tc_arena_str(p->arena, tc_buf_str(&key));
}

static void make_line(const struct tc_kwic *k, const struct place *p,
		      const struct tc_range *r, struct tc_kwic_line *line)
{
	*line = (struct tc_kwic_line){ .start = r->start, .end = r->end,
				       .date = p->a->published.date };
	memcpy(line->id, p->a->id, sizeof line->id);
	line->left = one_line(p, left_start(p, r->start, k->columns),
			      r->start);
	line->hit = one_line(p, r->start, r->end);
	line->right = one_line(p, r->end, right_end(p, r->end, k->columns));
	if (k->sort != TC_KWIC_DOC)
		line->key = key_of(p, k->sort == TC_KWIC_LEFT);
}

static int keep(struct tc_kwic *k, const struct tc_kwic_line *line,
		struct tc_error *err)
{
	struct tc_kwic_line *kept;

	if (k->kept_count == TC_KWIC_SORT_MAX)
		return tc_fail(err, TC_E_USAGE,
			       "--kwic-sort: more than %d lines; ask for less, "
			       "draw a --sample, or sort the lines of "
			       "--format=tsv", TC_KWIC_SORT_MAX);
	k->kept = tc_arena_grow(&k->arena, k->kept, k->kept_count,
				&k->kept_cap, sizeof *k->kept);
	kept = &k->kept[k->kept_count++];
	*kept = *line;
	kept->left = tc_arena_str(&k->arena, line->left);
	kept->hit = tc_arena_str(&k->arena, line->hit);
	kept->right = tc_arena_str(&k->arena, line->right);
	kept->key = tc_arena_str(&k->arena, line->key);
	return 0;
}

int tc_kwic_hit(void *kwic, const struct tc_walk_hit *hit,
		struct tc_error *err)
{
	struct tc_kwic *k = kwic;
	const struct tc_article *a = &hit->look->record.article;
	struct place p = { .a = a, .tokens = &hit->look->outline.tokens,
			   .arena = hit->arena };
	struct tc_range *ranges;
	struct tc_kwic_line line;
	size_t n;

	tc_snippet_marks(a, p.tokens, &k->walk->answer->plan, hit->arena,
			 &ranges, &n);
	for (size_t i = 0; i < n; i++) {
		bool title = ranges[i].start < a->title_len;
		p.from = title ? 0 : a->title_len;
		p.to = title ? a->title_len : (uint32_t)a->text.n;
		while (p.first < p.tokens->n &&
		       p.tokens->v[p.first].off < ranges[i].start)
			p.first++;
		for (p.end = p.first; p.end < p.tokens->n &&
		     tc_token_end(&p.tokens->v[p.end]) <= ranges[i].end;)
			p.end++;
		make_line(k, &p, &ranges[i], &line);
		line.archive = tc_archives_of(k->walk->archive,
					      hit->look->hit.docid);
		k->count++;
		if (k->sort == TC_KWIC_DOC)
			tc_kwic_put(k, &line);
		else if (keep(k, &line, err) != 0)
			return -1;
	}
	/* one JSON object stays whole until it is known to be one */
	return k->form == TC_KWIC_JSON ? 0 : tc_output_drain(k->o, false, err);
}

static int by_key(const void *a, const void *b)
{
	const struct tc_kwic_line *x = a, *y = b;
	int order = tc_str_cmp(x->key, y->key);

	if (!order)
		order = strcmp(x->id, y->id);
	return order ? order : (x->start > y->start) - (x->start < y->start);
}

void tc_kwic_begin(struct tc_kwic *k)
{
	tc_kwic_put_head(k);
}

int tc_kwic_end(struct tc_kwic *k, struct tc_error *err)
{
	uint32_t count = k->count;

	if (k->kept_count)
		qsort(k->kept, k->kept_count, sizeof *k->kept, by_key);
	k->count = k->sort == TC_KWIC_DOC ? count : 0;
	for (size_t i = 0; i < k->kept_count; i++) {
		k->count++;
		tc_kwic_put(k, &k->kept[i]);
		if (k->form != TC_KWIC_JSON &&
		    tc_output_drain(k->o, false, err) != 0)
			return -1;
	}
	tc_kwic_put_tail(k);
	return 0;
}

void tc_kwic_release(struct tc_kwic *k)
{
	tc_arena_release(&k->arena);
}
