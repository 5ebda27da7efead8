/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The stage over the whole archive: after all captures are indexed, before
 * they are committed or published.  What an article becomes by what others
 * say is decided here, so that it depends neither on the order of captures
 * nor on the number of workers.
 */
#ifndef TOOLS_IMPORT_SETTLE_H
#define TOOLS_IMPORT_SETTLE_H

#include "fact/extract.h"
#include "index/archive.h"
#include "tools/import-rules.h"

/* Runs every step, in the order of the table.  Unless `whole`, the archive was
 * settled when it was opened for writing. */
int import_settle(struct tc_archive *archive, const struct tc_rules *rules,
		  bool whole, struct tc_error *err);

/* Whether that would change nothing: the archive was noted as settled by
 * these rules, and has as many articles as then. */
bool import_is_settled(struct tc_archive *archive,
		       const struct import_rules *rules);
/* With NULL for rules: articles have changed since. */
int import_note_settled(struct tc_archive *archive,
			const struct import_rules *rules,
			struct tc_error *err);

#endif
