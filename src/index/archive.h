/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The archive on disk:
 *
 *   ARCHIVE/
 *     XAPIANDB        Xapian stub database: which generation is live
 *     gen-0001/       one Xapian database with manifest.json beside its
 *                     tables
 *     rejects.jsonl   what was not indexed and why
 *
 * The stub is Xapian's own form ("auto gen-0001"), read here first, so that
 * a stub from elsewhere opens nothing outside the archive: only relative
 * names of generations without a slash are followed.
 */
#ifndef TC_INDEX_ARCHIVE_H
#define TC_INDEX_ARCHIVE_H

#include "base/error.h"
#include "index/xap.h"

struct tc_archive {
	struct tc_buf path;	/* as given */
	struct tc_buf live;	/* path of the live generation */
	struct tc_buf name;	/* "0001" */
	struct tc_xdb *db;	/* NULL when opened for writing */
	struct tc_xwriter *writer;
};

/* Opens for reading.  TC_E_NO_ARCHIVE, _DAMAGED, _SCHEMA. */
int tc_archive_open(struct tc_archive *a, const char *path,
		    struct tc_error *err);
/* Opens for writing and makes the archive when there is none.  TC_E_LOCKED
 * while another writes. */
int tc_archive_create(struct tc_archive *a, const char *path,
		      struct tc_error *err);
void tc_archive_close(struct tc_archive *a);

/* "0001:42": the generation and its revision, so that a result can say what
 * it was drawn from. */
int tc_archive_generation(struct tc_archive *a, struct tc_buf *out,
			  struct tc_error *err);

/* What the archive was made with, beside its tables. */
struct tc_manifest {
	const char *registry, *gazetteer;	/* versions of the rules */
	uint32_t documents;
};
int tc_archive_write_manifest(struct tc_archive *a,
			      const struct tc_manifest *m,
			      struct tc_error *err);

#endif
