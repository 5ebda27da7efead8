/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All that was not indexed, in memory, for those who look for something in
 * it. */
#ifndef TC_INDEX_REJECT_LIST_H
#define TC_INDEX_REJECT_LIST_H

#include "base/mem.h"
#include "index/archive.h"

struct tc_reject_line {
	struct tc_str source, line;	/* as in rejects.h */
};

/* `{0}` is a valid empty one. */
struct tc_reject_list {
	struct tc_arena arena;
	struct tc_reject_line *v;	/* sorted by source */
	size_t n, cap;
};

/* From the database, whichever way it is open. */
int tc_reject_list_load(struct tc_reject_list *list,
			struct tc_archive *archive, struct tc_error *err);
void tc_reject_list_release(struct tc_reject_list *list);

#define TC_SCOPED_REJECT_LIST \
	__attribute__((cleanup(tc_reject_list_release))) struct tc_reject_list

#endif
