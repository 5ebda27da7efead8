/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Articles out of their stored form: what a rebuild without captures does
 * when only the rules changed, or the schema.
 */
#ifndef TOOLS_IMPORT_REREAD_H
#define TOOLS_IMPORT_REREAD_H

#include "fact/extract.h"
#include "index/archive.h"
#include "index/aliases.h"
#include "index/record.h"
#include "index/sink.h"
#include "tools/import-options.h"

/* Puts every article of `from`, of any schema, into `to` with its sources,
 * its facts found anew by today's rules; then what an import does at its
 * end, up to the last commit. */
int import_reread(const struct import_options *o, struct tc_archive *from,
		  struct tc_archive *to, struct tc_error *err);

/* The digest of the text, where the record keeps none. */
void import_set_content(struct tc_article *a);

/* Puts a record as it is, and what duplicates would be called.  `states` as
 * TC_SLOT_SOURCES has them; tokens are those of its text. */
int import_put_record(struct tc_sink *to, struct tc_record *r,
		      struct tc_str states, const struct tc_aliases *aliases,
		      const struct tc_tokens *tokens, struct tc_error *err);

#endif
