/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/filelist.h"

#include "base/file.h"
#include "base/mem.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define CHUNK ((size_t)64 * 1024)

static void add_paths(struct tc_filelist *list)
{
	char *p = list->bytes.p, *end = p + list->bytes.n;

	while (p < end) {
		size_t n = strlen(p);	/* the buffer ends in a NUL */
		if (n) {
			list->paths = tc_grow(list->paths, list->count,
					      &list->cap, sizeof *list->paths);
			list->paths[list->count++] = p;
		}
		p += n + 1;
	}
}

/* Opened by a name it would not wait for a pipe. */
static int read_stdin(struct tc_buf *out, struct tc_error *err)
{
	size_t n;

	do {
		tc_buf_reserve(out, CHUNK);
		n = fread(out->p + out->n, 1, CHUNK, stdin);
		out->n += n;
		out->p[out->n] = '\0';
	} while (n && out->n <= TC_FILELIST_MAX);
	if (ferror(stdin))
		return tc_fail(err, TC_E_INPUT,
			       "cannot read standard input: %s",
			       tc_strerror(errno));
	if (out->n > TC_FILELIST_MAX)
		return tc_fail(err, TC_E_INPUT, "the list is larger than %zu "
			       "bytes", TC_FILELIST_MAX);
	return 0;
}

int tc_filelist_read(struct tc_filelist *list, const char *from,
		     struct tc_error *err)
{
	int bad = strcmp(from, "-") == 0 ?
		read_stdin(&list->bytes, err) :
		tc_file_read(from, TC_FILELIST_MAX, &list->bytes, err);

	if (bad)
		return -1;
	if (list->bytes.n)
		add_paths(list);
	return 0;
}

void tc_filelist_release(struct tc_filelist *list)
{
	tc_buf_release(&list->bytes);
	free(list->paths);
	*list = (struct tc_filelist){ 0 };
}
