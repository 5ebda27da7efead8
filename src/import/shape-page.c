/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A stream that is one page, or nothing that can be read further. */
#include "config.h"

#include "import/shape.h"

#include "base/language.h"
#include "base/mem.h"
#include "import/mirror.h"

#include <stdlib.h>

/* Where what a mirror says of a page stands in it. */
#define HEAD_PEEK ((size_t)64 * 1024)

struct page {
	struct tc_stream *s;
	bool given;
};

static bool is_page(struct tc_stream *s)
{
	(void)s;
	return true;
}

static void *open_page(struct tc_stream *s)
{
	struct page *p = tc_zalloc(sizeof *p);

	p->s = s;
	return p;
}

static void close_page(void *state)
{
	free(state);
}

/* Of what must be decompressed the whole is looked at: its size is not known
 * before, and it cannot be read twice. */
static int read_whole(struct tc_stream *s, struct tc_item *item)
{
	struct tc_str all = tc_stream_peek(s, TC_CAPTURE_MAX + 1);
	struct tc_error why;

	if (s->state == TC_STREAM_BOMB)
		return 0;
	if (all.n > TC_CAPTURE_MAX)
		return tc_item_reject(item, TC_REJECT_TOO_LARGE,
				      "more than %zu bytes", TC_CAPTURE_MAX);
	/* the reject's words are those of every language */
	const bool before = tc_language_use(false);
	const int bad = tc_stream_check(s, &why);
	tc_language_use(before);
	if (!bad)
		return 1;
	tc_stream_said(s);	/* by the reject */
	return tc_item_reject(item, TC_REJECT_UNREADABLE, "%.300s",
			      why.message);
}

static int next(void *state, struct tc_item *item, struct tc_error *err)
{
	struct page *p = state;

	(void)err;
	if (p->given)
		return 0;
	p->given = true;
	tc_item_clear(item);
	if (p->s->size > TC_CAPTURE_MAX)
		return tc_item_reject(item, TC_REJECT_TOO_LARGE, "%llu bytes",
				      (unsigned long long)p->s->size);
	tc_mirror_comment(tc_stream_peek(p->s, HEAD_PEEK), &item->url,
			  &item->fetched_ns);
	return p->s->ops->seek ? 1 : read_whole(p->s, item);
}

const struct tc_shape tc_shape_page = {
	.name = "page", .is = is_page, .open = open_page,
	.close = close_page, .next = next,
};
