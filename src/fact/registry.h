/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The registry of known documents, and which document a mention means.
 *
 * A table (tsv.h) with one document a row:
 *
 *   symbol date issuer term subject short plenum source confirmed
 *
 * The archivist's own files have the same form and their rows come after ours.
 * One of the same symbol, and of the same date as far as both tell, replaces
 * the earlier one; what its empty cells leave open it takes from there.
 */
#ifndef TC_FACT_REGISTRY_H
#define TC_FACT_REGISTRY_H

#include "base/error.h"
#include "fact/scan.h"
#include "fact/tsv.h"

/* Confidence in what a row that nobody checked decides, at most. */
#define TC_UNCONFIRMED_MAX .5f

struct tc_registry;

struct tc_registry *tc_registry_new(void);
void tc_registry_free(struct tc_registry *r);
/* Adds the rows of a file.  -1 when it cannot be read at all. */
int tc_registry_load(struct tc_registry *r, const char *path,
		     tc_warn_fn *warn, void *ctx, struct tc_error *err);

/* Fills id, plenum, conflict, confidence and, for short mentions and plenum names
 * that are decided, the canonical symbol, by the order of evidence: the
 * printed date where the registry agrees; else term, issuer or subject words
 * beside it; else the latest registered document of that symbol before
 * `published` (zero: unknown).  A symbol that the registry lacks takes its
 * printed date.  Adds the mentions by a name without figures that the column
 * `short` gives ("Nghi quyet tam nong"). */
void tc_registry_resolve(const struct tc_registry *r,
			 const struct tc_scan *scan, struct tc_date published,
			 struct tc_number_list *numbers);

/* What is known of a date that is printed beside a symbol or its short form:
 * no document of that symbol; only those of other terms; one of that date, or
 * of one that is misprinted easily (another year, day and month exchanged);
 * only one of another date in that term. */
enum tc_registry_says {
	TC_REGISTRY_LACKS, TC_REGISTRY_OTHER_TERM, TC_REGISTRY_AGREES,
	TC_REGISTRY_DENIES
};
enum tc_registry_says tc_registry_date(const struct tc_registry *r,
				       const struct tc_number *m,
				       struct tc_date d);

/* The day of the only document of that symbol or short form, up to a year,
 * which lies, within its year, at most so many days from `d`; zero when there
 * is none, or more. */
struct tc_date tc_registry_day_near(const struct tc_registry *r,
				    const struct tc_number *m, struct tc_date d,
				    int days, int last_year);

/* The plenum name of a document ("NQTW4/XII" for 04-NQ/TW@2016-10-30), so
 * that a query by that name finds it; empty when it has none. */
struct tc_str tc_registry_plenum(const struct tc_registry *r,
				 struct tc_str id);

/* The names that the column `short` gives, but for those that are numbers
 * (docnum.h), from 0 on; false when there is none at i.  Documents of one name
 * in the order of their dates. */
struct tc_registry_name {
	const struct tc_tokens *words;
	struct tc_str id;
};
bool tc_registry_name_at(const struct tc_registry *r, size_t i,
			 struct tc_registry_name *out);

/* Version of the loaded rows: a digest in hexadecimal, for the manifest. */
struct tc_str tc_registry_version(const struct tc_registry *r);

#endif
