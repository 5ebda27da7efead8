/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands between a user and an archive that is there: rights that are
 * missing, and other things in the places of its files. */
#ifndef TC_INDEX_ACCESS_H
#define TC_INDEX_ACCESS_H

#include "base/error.h"

/* Fails with TC_E_ACCESS where `path`, or anything in that directory, may not
 * be read; what is not there is no reason to.  For when something else has
 * failed: it opens every file. */
int tc_access_check(const char *archive, const char *path,
		    struct tc_error *err);

/* Fails with TC_E_DAMAGED where what Xapian would open in the directory of a
 * database is no regular file: it would wait for the other end of a pipe. */
int tc_access_check_tables(const char *database, struct tc_error *err);

#endif
