/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The members of zip (WACZ too) and tar archives, each a stream. */
#include "config.h"

#include "import/shape.h"

#include "base/mem.h"
#include "import/unpack.h"
#include "import/walk.h"

#include <stdlib.h>

/* WACZ files list a handful of members at their end. */
#define DIRECTORY_PEEK ((size_t)256 * 1024)
#define WACZ_MARK "datapackage.json"
#define WACZ_CAPTURES "archive/"

struct archive_state {
	struct tc_unpack *u;
	uint64_t seen;
	/* A Web Archive Collection Zipped: of its members only those in
	 * archive/ are captures, the others speak of them (WACZ 1.1, 5). */
	bool wacz;
};

/* By the list at the end of the file, where that is in reach. */
static bool lists_wacz(struct tc_stream *s)
{
	uint64_t from = s->size > DIRECTORY_PEEK ? s->size - DIRECTORY_PEEK :
						   0;

	if (!tc_stream_seek(s, from))
		return false;
	struct tc_str end = tc_stream_peek(s, DIRECTORY_PEEK);
	bool yes = tc_str_find(end, TC_STR(WACZ_MARK), 0) != SIZE_MAX &&
		   tc_str_find(end, TC_STR(WACZ_CAPTURES), 0) != SIZE_MAX;
	return tc_stream_seek(s, 0) && yes;
}

static void *open_tar(struct tc_stream *s)
{
	struct archive_state *a = tc_zalloc(sizeof *a);

	a->u = tc_unpack_open(s);
	return a;
}

static void *open_zip(struct tc_stream *s)
{
	bool wacz = lists_wacz(s);
	struct archive_state *a = open_tar(s);

	a->wacz = wacz;
	return a;
}

static void close_archive(void *state)
{
	struct archive_state *a = state;

	tc_unpack_close(a->u);
	free(a);
}

static bool is_capture(struct archive_state *a, const struct tc_member *m)
{
	bool inside = tc_str_starts(tc_str0(m->name), TC_STR(WACZ_CAPTURES));

	/* in an archive inside another only the first member can tell */
	if (!a->seen++ && strcmp(m->name, WACZ_MARK) == 0)
		a->wacz = true;
	return !a->wacz || inside;
}

static int take_member(struct archive_state *a, const struct tc_member *m,
		       struct tc_item *item)
{
	tc_item_clear(item);
	tc_buf_addc(&item->name, '!');
	tc_walk_add_name(&item->name, tc_str0(m->name));
	item->size = m->size;
	switch (m->kind) {
	case TC_MEMBER_LINK:
		return tc_item_reject(item, TC_REJECT_SPECIAL_FILE,
				      "a link inside an archive");
	case TC_MEMBER_ENCRYPTED:
		return tc_item_reject(item, TC_REJECT_ENCRYPTED,
				      "a password protects it");
	case TC_MEMBER_FILE:
		break;
	}
	item->kind = TC_ITEM_STREAM;
	item->stream = tc_unpack_read(a->u);
	item->stream->size = m->size;
	return 1;
}

static int next(void *state, struct tc_item *item, struct tc_error *err)
{
	struct archive_state *a = state;
	struct tc_member m;
	int got;

	while ((got = tc_unpack_next(a->u, &m, err)) > 0)
		if (is_capture(a, &m))
			return take_member(a, &m, item);
	return got;
}

const struct tc_shape tc_shape_zip = {
	.name = "zip", .is = tc_unpack_is_zip, .open = open_zip,
	.close = close_archive, .next = next, .archive = true,
};

const struct tc_shape tc_shape_tar = {
	.name = "tar", .is = tc_unpack_is_tar, .open = open_tar,
	.close = close_archive, .next = next, .archive = true,
};
