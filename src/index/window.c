/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/window.h"

#include "base/mem.h"
#include "index/document.h"

#include <endian.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define DOCUMENT_MAX ((uint64_t)256 << 20)

struct head {
	uint64_t n;	/* 0 behind the last one */
	uint64_t sum;	/* or how many there are */
};

static int write_failed(const struct tc_window *w, struct tc_error *err)
{
	return tc_fail(err, TC_E_OUTPUT, "cannot write to '%s': %s", w->path.p,
		       tc_strerror(errno));
}

/* ---- reading ---- */

/* 1 and a document, 0 where none stands there as it was written. */
static int get(int fd, uint64_t at, struct head *head, struct tc_buf *packed)
{
	tc_buf_clear(packed);
	if (pread(fd, head, sizeof *head, (off_t)at) != sizeof *head) {
		*head = (struct head){ 0 };
		return 0;
	}
	if (!head->n || head->n > DOCUMENT_MAX)
		return 0;
	tc_buf_reserve(packed, head->n);
	if (pread(fd, packed->p, head->n, (off_t)(at + sizeof *head)) !=
	    (ssize_t)head->n)
		return 0;
	packed->n = head->n;
	return tc_str_sum(tc_buf_str(packed)) == head->sum;
}

int tc_window_read(const struct tc_window *w, int fd, size_t i,
		   struct tc_buf *packed, struct tc_error *err)
{
	struct head head;

	tc_assert(w->sealed && i < w->n);
	if (get(fd, w->v[i].at, &head, packed))
		return 0;
	return tc_fail(err, TC_E_DAMAGED, "'%s' is not what was written to it",
		       w->path.p);
}

/* ---- the table ---- */

/* A value of TC_SLOT_DATE as a number of the same order; 0 for none.  The
 * ninth byte, of a quarter, is a bit: digits leave the highest free. */
static uint64_t number_of(struct tc_str date)
{
	uint64_t n = 0;

	if (date.n)
		memcpy(&n, date.p, date.n < sizeof n ? date.n : sizeof n);
	return 2 * be64toh(n) + (date.n > sizeof n);
}

static int note(struct tc_window *w, struct tc_str packed,
		struct tc_error *err)
{
	struct tc_document d;

	if (tc_document_peek(packed, &d, err) != 0)
		return -1;
	w->v = tc_grow(w->v, w->n, &w->cap, sizeof *w->v);
	w->v[w->n++] = (struct tc_window_place){
		number_of(d.values[TC_SLOT_DATE]), w->end
	};
	w->end += sizeof(struct head) + packed.n;
	return 0;
}

static int newest_first(const void *a, const void *b)
{
	const struct tc_window_place *x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? 1 : -1;
	return (x->at > y->at) - (x->at < y->at);
}

static void sort(struct tc_window *w)
{
	if (w->n)
		qsort(w->v, w->n, sizeof *w->v, newest_first);
	w->sealed = true;
}

/* ---- writing ---- */

static int open_file(struct tc_window *w, const char *path, const char *mode,
		     struct tc_error *err)
{
	*w = (struct tc_window){ .file = fopen(path, mode) };
	tc_buf_puts(&w->path, path);
	return w->file ? 0 : write_failed(w, err);
}

int tc_window_begin(struct tc_window *w, const char *path,
		    struct tc_error *err)
{
	return open_file(w, path, "w+be", err);
}

int tc_window_add(struct tc_window *w, struct tc_str packed,
		  struct tc_error *err)
{
	const struct head head = { packed.n, tc_str_sum(packed) };

	if (packed.n > DOCUMENT_MAX)
		return tc_fail(err, TC_E_INPUT, "a document of %zu bytes",
			       packed.n);
	if (note(w, packed, err) != 0)
		return -1;
	if (fwrite(&head, sizeof head, 1, w->file) != 1 ||
	    fwrite(packed.p, 1, packed.n, w->file) != packed.n)
		return write_failed(w, err);
	return 0;
}

int tc_window_seal(struct tc_window *w, struct tc_error *err)
{
	const struct head last = { 0, w->n };

	if (fseeko(w->file, (off_t)w->end, SEEK_SET) != 0 ||
	    fwrite(&last, sizeof last, 1, w->file) != 1 ||
	    fflush(w->file) != 0)
		return write_failed(w, err);
	sort(w);
	return 0;
}

int tc_window_take_up(struct tc_window *w, const char *path,
		      struct tc_error *err)
{
	TC_SCOPED_BUF packed = { 0 };
	struct head head;

	if (open_file(w, path, "r+be", err) != 0)
		return -1;
	const int fd = fileno(w->file);
	while (get(fd, w->end, &head, &packed))
		if (note(w, tc_buf_str(&packed), err) != 0)
			return -1;
	if (w->n && !head.n && head.sum == w->n)
		sort(w);
	return 0;
}

void tc_window_release(struct tc_window *w)
{
	if (w->file)
		fclose(w->file);
	tc_buf_release(&w->path);
	free(w->v);
	*w = (struct tc_window){ 0 };
}

void tc_window_remove(struct tc_window *w)
{
	if (w->file)
		unlink(w->path.p);
	tc_window_release(w);
}
