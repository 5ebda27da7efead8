/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the importer prints: articles and rejects of a dry run, the counts.
 */
#ifndef TOOLS_IMPORT_PRINT_H
#define TOOLS_IMPORT_PRINT_H

#include "base/json.h"
#include "fact/article.h"
#include "import/source.h"
#include "index/indexer.h"
#include "tools/import-options.h"

struct import_counts {
	bool interrupted;	/* not all captures were read */
	bool mixed;		/* some articles by other tables than today's */
	uint64_t missing;	/* captures that vanished */
	uint64_t captures, rejected;
	uint64_t failed;	/* paths that could not be read to their end */
	uint64_t outcome[TC_OUTCOME_COUNT];
};

/* Bytes to standard output; TC_E_OUTPUT. */
int import_print(struct tc_str text, struct tc_error *err);
/* The same for people: what could act on a terminal is escaped. */
int import_print_text(struct tc_str text, struct tc_error *err);
/* The same for an object, as a line; takes it over. */
int import_print_json(struct tc_json *o, struct tc_error *err);
/* The schema of that, whole or of one output. */
int import_print_schema(const struct import_options *o, struct tc_error *err);
/* What programs read instead of the counts: {"error":{...}}, a line. */
int import_print_error(const struct tc_error *what, struct tc_error *err);

/* An article as JSON, or with --explain for a reader. */
int import_print_article(const struct import_options *o,
			 const struct tc_article *a, struct tc_error *err);
int import_print_reject(const struct import_options *o,
			const struct tc_capture *c, const char *reason,
			struct tc_str detail, struct tc_error *err);

/* The last line, for people or as JSON.  `rejects` is where it stands why. */
int import_print_counts(const struct import_options *o,
			const struct import_counts *n, const char *rejects,
			struct tc_error *err);

#endif
