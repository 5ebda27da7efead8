/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How far an import is: one line on a terminal, which is gone at the end; a
 * line of JSON a second for programs (--progress=json); nothing when standard
 * error goes elsewhere.
 *
 *   {"captures":..,"articles":..,"rejected":..,"bytes":..,"bytes_total":..,
 *    "seconds":..,"seconds_left":..}
 *
 * Bytes are those of the input files, as they lie on the disk.
 */
#ifndef TOOLS_IMPORT_PROGRESS_H
#define TOOLS_IMPORT_PROGRESS_H

#include "base/str.h"
#include "import/source.h"
#include "tools/import-print.h"

struct import_progress {
	enum import_progress_mode mode;
	const struct import_counts *counts;
	uint64_t total;		/* bytes of all input */
	uint64_t done;		/* of files that are read to their end */
	uint64_t within;	/* of the file being read */
	struct tc_buf path;	/* that file */
	double began, shown;	/* seconds */
};

/* `paths` are summed up only where progress is shown. */
void import_progress_begin(struct import_progress *p,
			   const struct import_options *o,
			   const struct import_counts *counts,
			   char *const *paths, size_t path_count);
/* At every capture. */
void import_progress_step(struct import_progress *p,
			  const struct tc_capture *c);
/* Wipes the line. */
void import_progress_end(struct import_progress *p);

/* For tests: the line for a terminal. */
void import_progress_line(const struct import_progress *p, double seconds,
			  struct tc_buf *out);

#endif
