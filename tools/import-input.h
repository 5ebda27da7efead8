/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is read: the paths of the command line, those of a list, or the files
 * of what was rejected.
 */
#ifndef TOOLS_IMPORT_INPUT_H
#define TOOLS_IMPORT_INPUT_H

#include "import/filelist.h"
#include "import/source.h"
#include "index/rejects.h"
#include "tools/import-options.h"

struct import_input {
	struct tc_arena arena;
	struct tc_filelist list;
	struct tc_source *source;
	char *const *paths;	/* none where rejects are read again */
	size_t path_count;
};

/* `archive` gets the directories that sources are named from; NULL for a dry
 * run.  `rejects` are those of the archive, and used until _close. */
int import_input_open(struct import_input *in, const struct import_options *o,
		      struct tc_archive *archive,
		      const struct tc_rejects *rejects, struct tc_error *err);
void import_input_close(struct import_input *in);

#endif
