/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A table that people write: UTF-8, one row a line, columns separated by one
 * tab.  A line that begins with '#' is a comment; the first other line names
 * the columns, in any order.  What is wrong with a row is said with its file,
 * line and column, and the rest is read.
 *
 *   while (tc_tsv_next(&t))
 *           ... t.cell[COLUMN] ...
 */
#ifndef TC_FACT_TSV_H
#define TC_FACT_TSV_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdbool.h>

/* Called for each fault; `message` names file and line. */
typedef void tc_warn_fn(void *ctx, const char *message);

#define TC_TSV_COLUMNS_MAX 16

struct tc_tsv {
	/* given */
	const char *path;		/* for the messages */
	const char *const *columns;	/* the names; the first two must be
					   there */
	size_t count;			/* of them; at most
					   TC_TSV_COLUMNS_MAX */
	tc_warn_fn *warn;		/* may be NULL */
	void *ctx;
	/* the row, its cells as `columns` names them; views until the next */
	unsigned line;
	struct tc_str row;		/* in normal form (text/normalize.h) */
	struct tc_str cell[TC_TSV_COLUMNS_MAX];
	/* its own */
	int place[TC_TSV_COLUMNS_MAX];	/* of a column in the file; or -1 */
	size_t width;			/* columns of the file */
	unsigned faults;
	struct tc_str rest;
	struct tc_buf normal;
};

/* Reads up to the line that names the columns, of bytes that outlive the
 * table; no bytes are a table without rows.  -1 when there is no such line;
 * tc_tsv_close() all the same. */
int tc_tsv_open(struct tc_tsv *t, struct tc_str bytes, struct tc_error *err);
/* The next row that has a cell for each column. */
bool tc_tsv_next(struct tc_tsv *t);
/* Says how many faults were not said. */
void tc_tsv_close(struct tc_tsv *t);

/* The row is left out: it has a fault, or a cell is not what its column wants.
 * Both texts are looked up in the user's language. */
void tc_tsv_bad_row(struct tc_tsv *t, const char *fault);
void tc_tsv_bad_cell(struct tc_tsv *t, int column, const char *wanted);
/* Only that cell of an earlier row is. */
void tc_tsv_bad_value(struct tc_tsv *t, unsigned line, int column,
		      struct tc_str value, const char *wanted);

/* Both rows speak of the same: the later one is read. */
void tc_tsv_doubled(struct tc_tsv *t, unsigned line, unsigned earlier);

/* "yes", or "no" and nothing; false and a bad cell for all else. */
bool tc_tsv_yes(struct tc_tsv *t, int column, bool *yes);

#endif
