/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/reject-list.h"

#include "base/json.h"
#include "index/rejects.h"

#include <stdlib.h>

static bool take(void *ctx, struct tc_str key, struct tc_str line)
{
	struct tc_reject_list *list = ctx;
	struct tc_json *o = tc_json_read(line, NULL);

	(void)key;
	if (!o)
		return true;
	list->v = tc_arena_grow(&list->arena, list->v, list->n, &list->cap,
				sizeof *list->v);
	list->v[list->n++] = (struct tc_reject_line){
		.source = tc_arena_str(&list->arena,
				       tc_json_get_str(o, "source")),
		.line = tc_arena_str(&list->arena, line),
	};
	tc_json_free(o);
	return true;
}

static int by_source(const void *a, const void *b)
{
	const struct tc_reject_line *x = a, *y = b;

	return tc_str_cmp(x->source, y->source);
}

int tc_reject_list_load(struct tc_reject_list *list,
			struct tc_archive *archive, struct tc_error *err)
{
	*list = (struct tc_reject_list){ 0 };
	if (tc_xdb_metadata_each(tc_archive_db(archive), TC_META_REJECT, take,
				 list, err) != 0)
		return -1;
	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, by_source);
	return 0;
}

void tc_reject_list_release(struct tc_reject_list *list)
{
	tc_arena_release(&list->arena);
	*list = (struct tc_reject_list){ 0 };
}
