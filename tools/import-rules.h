/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rule tables: those of the installation, then the archivist's own. */
#ifndef TOOLS_IMPORT_RULES_H
#define TOOLS_IMPORT_RULES_H

#include "fact/extract.h"
#include "import/site.h"
#include "index/archive.h"
#include "tools/import-options.h"

struct import_rules {
	struct tc_rules rules;
	struct tc_registry *registry;
	struct tc_gazetteer *gazetteer;
	struct tc_sites sites;
	uint64_t stamp;		/* stands for all that decides whether the same
				   bytes become an article; never 0 */
};

/* Rows that cannot be read are reported on standard error and left out. */
int import_rules_load(struct import_rules *r, const struct import_options *o,
		      struct tc_error *err);
/* The manifest of an archive that was written with them; `renewed` when all
 * of its articles were read with them. */
int import_rules_note(struct import_rules *r, struct tc_archive *archive,
		      bool renewed, struct tc_error *err);
void import_rules_release(struct import_rules *r);
/* Appends " --registry=FILE" and the like of the archivist's own tables, for a
 * command that is to read with them. */
void import_rules_name(const struct import_options *o, struct tc_buf *out);

#endif
