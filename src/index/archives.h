/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Several archives that are searched as one: Xapian's own database of several,
 * so that ranking, counts and facets are of all of them.  Its docids go round
 * the databases: docid d is in number (d - 1) mod n.
 */
#ifndef TC_INDEX_ARCHIVES_H
#define TC_INDEX_ARCHIVES_H

#include "index/archive.h"

#define TC_ARCHIVES_MAX 64

/* Opens for reading; one alone is tc_archive_open_remote().  Errors say
 * which. */
int tc_archives_open(struct tc_archive *a, const char *const *paths, size_t n,
		     struct tc_remote *remote, struct tc_error *err);
/* Whether it is several, so that a document has to say which it is of. */
bool tc_archives_several(const struct tc_archive *a);
/* Path of the one that a document is in, as it was given; empty when only one
 * is open.  As long as the archive. */
struct tc_str tc_archives_of(const struct tc_archive *a, uint32_t docid);
/* Appends an article's id as a name that no other one has: "ID-2" where an
 * archive before the second, which is at `path` (of tc_archives_of()), holds
 * the article, too. */
void tc_archives_put_name(const struct tc_archive *a, struct tc_str path,
			  struct tc_str id, struct tc_buf *out);

#endif
