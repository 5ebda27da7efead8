/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parsing children.  Captures go in, answers come out in the same order;
 * each child has a few captures before it, so that it never waits.
 *
 *   put ->  [5 | 4 | 3 | 2 ] -> take
 *              ^       ^
 *            child A  child B
 *
 * A child that dies, hangs or talks nonsense costs the capture that it was
 * at: that one is rejected (parser-crashed, parser-timeout, parser-memory),
 * the child is replaced, and what stood behind it goes to the new one.
 */
#ifndef TOOLS_IMPORT_POOL_H
#define TOOLS_IMPORT_POOL_H

#include "fact/extract.h"
#include "tools/import-message.h"
#include "tools/import-options.h"

struct import_pool;

/* Starts the children, `o->jobs` of them, each with the rules as they are. */
struct import_pool *import_pool_open(const struct import_options *o,
				     const struct tc_rules *rules,
				     struct tc_error *err);
void import_pool_close(struct import_pool *pool);

/* Whether there is no room for another capture before one is taken. */
bool import_pool_full(const struct import_pool *pool);
bool import_pool_empty(const struct import_pool *pool);

/* There is room. */
int import_pool_put(struct import_pool *pool, const struct import_capture *c,
		    struct tc_error *err);

struct import_answer {
	struct import_capture asked;	/* as it was put */
	enum import_message_kind kind;	/* article or reject */
	struct tc_str document;		/* packed */
	struct import_reject reject;
};
/* 1: the answer to the oldest capture, valid until the next call; 0: it is
 * not there yet, or with `wait` none is asked for; -1 on failure. */
int import_pool_take(struct import_pool *pool, bool wait,
		     struct import_answer *out, struct tc_error *err);

#endif
