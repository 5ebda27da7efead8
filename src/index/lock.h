/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One writer an archive.  The lock is the kernel's, on ARCHIVE/lock, a file
 * that is made once and never deleted (who locks a deleted file locks
 * nothing).  Whoever dies leaves no lock behind.  The holder writes into the
 * file who it is:
 *
 *   4711 TAB 2026-11-21T08:15:00Z TAB tracuu-import --db news crawl
 *
 * which counts only while the kernel names that process as the holder.
 * It is a POSIX lock: children do not inherit it.
 */
#ifndef TC_INDEX_LOCK_H
#define TC_INDEX_LOCK_H

#include "base/error.h"

#include <stdbool.h>

struct tc_lock {
	bool held;
	int fd;
};

/* Waits at most `seconds`; then TC_E_LOCKED with who holds it. */
int tc_lock_take(struct tc_lock *lock, const char *archive, double seconds,
		 struct tc_error *err);
void tc_lock_drop(struct tc_lock *lock);

#endif
