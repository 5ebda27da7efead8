/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/record-text.h"

#include "text/wordtext.h"

/* What an empty printed form stands for. */
static void fill_printed(struct tc_str text, uint32_t start, uint32_t end,
			 struct tc_str *printed)
{
	if (!printed->n)
		*printed = tc_str(text.p + start, end - start);
}

void tc_record_fill_spans(struct tc_article *a)
{
	for (size_t i = 0; i < a->number_count; i++)
		fill_printed(a->text, a->numbers[i].start, a->numbers[i].end,
			     &a->numbers[i].printed);
	for (size_t i = 0; i < a->date_count; i++)
		fill_printed(a->text, a->dates[i].start, a->dates[i].end,
			     &a->dates[i].printed);
	for (size_t i = 0; i < a->unit_count; i++)
		fill_printed(a->text, a->units[i].start, a->units[i].end,
			     &a->units[i].printed);
}

void tc_record_outline_all(const struct tc_article *a, struct tc_outline *out)
{
	const struct tc_tokens *t = &out->tokens;

	out->count = t->n;
	out->last = t->n ? t->v[t->n - 1].off : 0;
	while (out->before < t->n && t->v[out->before].off < a->title_len)
		out->before++;
}

/* The title is written at once. */
static bool give_outline(const struct tc_wordtext *t, size_t title,
			 const struct tc_record_words *w)
{
	if (!tc_wordtext_outline(t, w->wanted, title, w->arena, w->out))
		return false;
	tc_wordtext_part(t, 0, w->out->before, w->arena);
	return true;
}

static bool give_text(const struct tc_wordtext *t, size_t title,
		      const struct tc_record_words *w)
{
	if (!w)
		return tc_wordtext_read(t->row, t->rest, t->text, t->length);
	/* what has no outline is read whole */
	if (w->wanted && give_outline(t, title, w))
		return true;
	*w->out = (struct tc_outline){ .arena = w->arena };
	return tc_wordtext_tokens(t->row, t->rest, t->text, t->length,
				  w->arena, &w->out->tokens);
}

int tc_record_read_text(struct tc_str stored, struct tc_arena *arena,
			struct tc_record *r, const struct tc_record_words *w,
			struct tc_error *err)
{
	struct tc_str row;
	size_t n;

	if (!tc_wordrow_open(stored, &row))
		return tc_fail(err, TC_E_DAMAGED,
			       "the row of words of an article is damaged");
	if (!tc_wordtext_length(row, r->rest, &n))
		return tc_fail(err, TC_E_DAMAGED,
			       "a stored text has no length");
	const bool part = w && w->wanted;
	char *const text = tc_arena_room(part ? w->arena : arena, n + 1);
	const struct tc_wordtext t = {
		part ? tc_arena_str(w->arena, row) : row, r->rest, text, n
	};
	if (!give_text(&t, r->article.title_len, w))
		return tc_fail(err, TC_E_DAMAGED,
			       "a stored text and its row of words do not "
			       "belong together");
	text[n] = '\0';
	r->article.text = tc_str(text, n);
	return 0;
}

int tc_record_load_tokens(struct tc_xdb *db, uint32_t docid,
			  struct tc_arena *arena, struct tc_record *r,
			  struct tc_arena *scratch, struct tc_tokens *tokens,
			  struct tc_error *err)
{
	struct tc_outline all;

	if (tc_record_load_outline(db, docid, arena, r, scratch, NULL, &all,
				   err) != 0)
		return -1;
	*tokens = all.tokens;
	return 0;
}
