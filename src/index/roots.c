/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/roots.h"


int tc_roots_read(struct tc_xdb *db, struct tc_arena *arena,
		  struct tc_roots *out, struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_str rest, root;

	*out = (struct tc_roots){ 0 };
	if (tc_xdb_metadata(db, TC_META_ROOTS, &value, err) != 0)
		return -1;
	rest = tc_buf_str(&value);
	while (tc_str_split(&rest, '\0', &root)) {
		if (!root.n)
			continue;
		out->v = tc_arena_grow(arena, out->v, out->n, &out->cap,
				       sizeof *out->v);
		out->v[out->n++] = (char *)tc_arena_str(arena, root).p;
	}
	return 0;
}

int tc_roots_add(struct tc_archive *a, const char *root, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF value = { 0 };
	struct tc_roots there;

	if (tc_roots_read(tc_xwriter_db(a->writer), &arena, &there, err) != 0)
		return -1;
	for (size_t i = 0; i < there.n; i++) {
		if (strcmp(there.v[i], root) == 0)
			return 0;
		tc_buf_add(&value, there.v[i], strlen(there.v[i]) + 1);
	}
	if (there.n == TC_ROOTS_MAX)
		return 0;
	tc_buf_puts(&value, root);
	return tc_xwriter_set_metadata(a->writer, TC_META_ROOTS,
				       tc_buf_str(&value), err);
}
