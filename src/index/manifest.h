/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What an archive was made with, as metadata of its database, and repeated
 * in manifest.json beside the tables:
 *
 *   {"tool":..,"xapian":..,"schema":..,"analysis":..,"registry":..,
 *    "gazetteer":..,"mixed_rules":false,"documents":..}
 *
 * registry and gazetteer are the versions of the rule tables of the last
 * import; mixed_rules says that older articles were read with others.
 */
#ifndef TC_INDEX_MANIFEST_H
#define TC_INDEX_MANIFEST_H

#include "base/json.h"
#include "index/archive.h"

#define TC_META_MANIFEST "tracuu-manifest"

struct tc_manifest {
	const char *registry, *gazetteer;
	bool renewed;		/* every article was read with these */
};

/* Into the database, before the last commit. */
int tc_manifest_set(struct tc_archive *a, const struct tc_manifest *m,
		    struct tc_error *err);
/* Into the file, after it. */
int tc_manifest_export(struct tc_archive *a, struct tc_error *err);
/* *out is NULL where the archive has none. */
int tc_manifest_read(struct tc_archive *a, struct tc_json **out,
		     struct tc_error *err);
/* That of a dump, for what is restored from it. */
int tc_manifest_restore(struct tc_archive *a, const struct tc_json *from,
			struct tc_error *err);
/* Whether the file says what the database says. */
int tc_manifest_same(struct tc_archive *a, bool *same, struct tc_error *err);

#endif
