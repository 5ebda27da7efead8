/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is wrong with an archive, and what to run. */
#include "config.h"

#include "index/archive.h"

#include "base/file.h"
#include "index/access.h"
#include "index/generation.h"

#include <string.h>

int tc_archive_missing(struct tc_archive *a, struct tc_error *err)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	unsigned other;

	tc_generations_list(&g, a->path.p);
	other = tc_generations_before(&g);
	if (other)
		return tc_fail(err, TC_E_DAMAGED,
			       "archive '%s': its live generation '%s' is "
			       "missing; 'tracuu-import --db %s --rollback=%u' "
			       "makes generation %u live", a->path.p,
			       a->live.p, a->path.p, other, other);
	return tc_fail(err, TC_E_DAMAGED,
		       "archive '%s': its live generation '%s' is missing and "
		       "there is no other; put it back, or --restore a dump "
		       "into a new archive", a->path.p, a->live.p);
}

/* Of several, one may have been moved away; else nobody knows which it is. */
static int explain_parts(struct tc_archive *a, struct tc_error *err)
{
	for (size_t i = 0; i < a->part_count; i++) {
		struct tc_archive *part = &a->parts[i];
		if (tc_access_check(part->path.p, part->live.p, err) != 0)
			return -1;
		if (!tc_file_exists(part->live.p))
			return tc_archive_explain(part, err);
	}
	tc_error_context(err, "one of %zu archives ('tracuu-import --db DIR "
			 "--verify' of each tells which)", a->part_count);
	return -1;
}

int tc_archive_explain(struct tc_archive *a, struct tc_error *err)
{
	if ((err->code == TC_E_DAMAGED || err->code == TC_E_TEMPORARY) &&
	    strstr(err->message, "tracuu-import --"))
		return -1;	/* it says what to run */
	if (a->db && a->part_count)
		return explain_parts(a, err);
	if (a->part_count)	/* the one that failed to open said it */
		return -1;
	if (err->code == TC_E_SHARD || err->code == TC_E_USAGE ||
	    err->code == TC_E_ACCESS)
		return -1;
	if ((err->code == TC_E_DAMAGED || err->code == TC_E_NO_ARCHIVE) &&
	    a->live.n && tc_access_check(a->path.p, a->live.p, err) != 0)
		return -1;
	if (a->live.n && !tc_file_exists(a->live.p))
		return tc_archive_missing(a, err);
	if (err->code == TC_E_NO_ARCHIVE)
		err->code = TC_E_DAMAGED;
	if (err->code == TC_E_LOCKED)
		return tc_fail(err, TC_E_LOCKED,
			       "archive '%s': another program is writing to "
			       "it; try again when it is done", a->path.p);
	tc_error_context(err, "archive '%s'", a->path.p);
	if (err->code == TC_E_DAMAGED)
		tc_error_add(err, "; 'tracuu-import --db %s --verify' says "
			     "more", a->path.p);
	/* what blocks of a wrong age look like, too */
	if (err->code == TC_E_TEMPORARY && !(a->remote && a->remote->lost_count))
		tc_error_add(err, "; if it stays so while nothing is imported, "
			     "'tracuu-import --db %s --verify' says why",
			     a->path.p);
	return -1;
}
