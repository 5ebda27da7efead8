/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asking once more where a writer moved the archive on meanwhile. */
#ifndef TC_INDEX_AGAIN_H
#define TC_INDEX_AGAIN_H

#include "index/xap.h"

/* How often. */
#define TC_AGAIN_MAX 5

/* After a failure: whether to ask once more, of the newest revision, to which
 * the database moves on.  *tries begins with 0.  Where there is none newer, or
 * it was tried often enough, false, and the error says why. */
static inline bool tc_xdb_again(struct tc_xdb *db, int *tries,
				struct tc_error *err)
{
	return err->code == TC_E_TEMPORARY && (*tries)++ < TC_AGAIN_MAX &&
	       tc_xdb_reopen(db, err) == 0;
}

#endif
