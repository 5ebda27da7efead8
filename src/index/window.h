/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Packed documents (document.h) that wait in a file, to be read newest first:
 *
 *   bytes(8) sum(8) the document     each, in the order in which they came
 *   0        count                   sealed: no more come
 *
 * Where each stands, and its date, is kept in memory, 16 bytes a document, and
 * sorted when it is sealed: undated ones last, those of a day as they came.
 * Numbers are the machine's own: nobody else reads the file but the next run,
 * when this one is cut off.
 */
#ifndef TC_INDEX_WINDOW_H
#define TC_INDEX_WINDOW_H

#include "base/error.h"
#include "base/str.h"

#include <stdint.h>
#include <stdio.h>

/* `{0}` is none. */
struct tc_window {
	struct tc_buf path;
	FILE *file;		/* NULL: none */
	struct tc_window_place {
		uint64_t date, at;
	} *v;
	size_t n, cap;
	uint64_t end;		/* of the last document in the file */
	bool sealed;
};

/* A new one. */
int tc_window_begin(struct tc_window *w, const char *path,
		    struct tc_error *err);
/* One that another run left, sealed or to be sealed: the documents up to the
 * first one that is not whole. */
int tc_window_take_up(struct tc_window *w, const char *path,
		      struct tc_error *err);
void tc_window_release(struct tc_window *w);
/* The same; the file goes, too. */
void tc_window_remove(struct tc_window *w);

int tc_window_add(struct tc_window *w, struct tc_str packed,
		  struct tc_error *err);
int tc_window_seal(struct tc_window *w, struct tc_error *err);
/* A sealed one's number `i`, from 0 on; `fd` is the file. */
int tc_window_read(const struct tc_window *w, int fd, size_t i,
		   struct tc_buf *packed, struct tc_error *err);

#endif
