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

/* The title is written at once. */
static bool give_outline(struct tc_str row, struct tc_str rest, char *text,
			 size_t n, size_t title,
			 const struct tc_record_words *w)
{
	const struct tc_wordtext t = { tc_arena_str(w->arena, row), rest,
				       text, n };

	if (!tc_wordtext_outline(&t, w->wanted, w->arena, w->tokens))
		return false;
	tc_wordtext_write(&t, 0, title);
	*w->unwritten = t;
	return true;
}

static bool give_text(struct tc_str row, struct tc_str rest, char *text,
		      size_t n, size_t title, const struct tc_record_words *w)
{
	/* what has no outline is read whole */
	if (w && w->wanted && give_outline(row, rest, text, n, title, w))
		return true;
	return w ? tc_wordtext_tokens(row, rest, text, n, w->arena,
				      w->tokens) :
		   tc_wordtext_read(row, rest, text, n);
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
	char *const text = tc_arena_room(w && w->wanted ? w->arena : arena,
					 n + 1);
	if (!give_text(row, r->rest, text, n, r->article.title_len, w))
		return tc_fail(err, TC_E_DAMAGED,
			       "a stored text and its row of words do not "
			       "belong together");
	text[n] = '\0';
	r->article.text = tc_str(text, n);
	return 0;
}
