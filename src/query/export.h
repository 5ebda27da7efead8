/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Forms in which an answer is written hit by hit, as it is read: what they
 * put before, for each and behind.  What must not be taken for more than
 * text is made harmless by the rule of each form:
 *
 *   all     but JSON, which has its own rule: what acts on a terminal appears
 *           as terminal.h says, tabs and ends of line as blanks (csv keeps
 *           line feeds)
 *   csv     quoted where RFC 4180 asks for it; a value that a spreadsheet
 *           would take for a formula (it begins with = + - @, one of their
 *           full-width forms, a tab or a return) gets an apostrophe before it
 *   tsv     the same apostrophe; tabs and ends of line become blanks
 *   bibtex  TeX's special characters escaped, without a brace of their own that
 *           is not closed: BibTeX counts braces behind backslashes too
 *   ris     one line a value
 *   csl     JSON
 */
#ifndef TC_QUERY_EXPORT_H
#define TC_QUERY_EXPORT_H

#include "query/output.h"
#include "query/walk.h"

struct tc_export {
	bool ids_only;		/* nothing of the record but its id */
	bool snippet;
	/* each may be NULL but hit */
	void (*begin)(const struct tc_output *o, const struct tc_walk *w);
	void (*hit)(const struct tc_output *o, const struct tc_hit *hit,
		    const struct tc_walk *w);
	/* `next`: the cursor of what follows; empty when nothing does */
	void (*end)(const struct tc_output *o, const struct tc_walk *w,
		    struct tc_str next);
};

extern const struct tc_export tc_export_jsonl, tc_export_csv, tc_export_tsv,
	tc_export_ids, tc_export_ids0, tc_export_bibtex, tc_export_csl,
	tc_export_ris;

/* One value, by the rules above. */
void tc_csv_put(struct tc_buf *out, struct tc_str value);
void tc_tsv_put(struct tc_buf *out, struct tc_str value);

#endif
