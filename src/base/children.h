/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Work done in processes of their own, a few at once: each runs a function
 * and ends.  They see what the parent had in memory when they began; what
 * they leave is in files.  They die with the parent, and signals from the
 * keyboard are the parent's business alone.  Other children of the program
 * are let be.
 */
#ifndef TC_BASE_CHILDREN_H
#define TC_BASE_CHILDREN_H

#include "base/error.h"

#include <sys/types.h>

#define TC_CHILDREN_MAX 64

struct tc_children {
	struct tc_child {
		pid_t pid;
		int end;	/* a pipe: its error, then the end */
	} v[TC_CHILDREN_MAX];
	unsigned n, most;
};

/* At most `most` at once, 1 to TC_CHILDREN_MAX. */
void tc_children_init(struct tc_children *c, unsigned most);
/* Ends those that still run. */
void tc_children_release(struct tc_children *c);

/* Runs fn(ctx, number) in a child, when there is room for one.  Fails also
 * with the error of one that ended meanwhile. */
typedef int tc_child_fn(const void *ctx, unsigned number,
			struct tc_error *err);
int tc_children_start(struct tc_children *c, tc_child_fn *fn, const void *ctx,
		      unsigned number, struct tc_error *err);
/* Whether there is no room for another one; -1 and the error of one that
 * ended.  Waits for none. */
int tc_children_full(struct tc_children *c, struct tc_error *err);
/* Waits for all; the first error is the one that is told. */
int tc_children_wait(struct tc_children *c, struct tc_error *err);

#endif
