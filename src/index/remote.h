/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Shards on other machines: which kinds of line in a stub are followed, how
 * long an answer may take, and which shards gave none.  One that is lost is
 * left out from then on: what is asked again is asked of the others.
 */
#ifndef TC_INDEX_REMOTE_H
#define TC_INDEX_REMOTE_H

#include "index/stub.h"
#include "index/xap.h"

enum tc_remote_allowed {
	TC_REMOTE_NONE,
	TC_REMOTE_TCP,		/* remote HOST:PORT */
	TC_REMOTE_SSH,		/* remote :ssh ..., too: runs ssh */
};

struct tc_lost {
	struct tc_str shard;	/* "127.0.0.1:7010", as in the stub */
	struct tc_str why;
};

struct tc_asked {
	struct tc_str shard;
	int fd;			/* of the connection; -1: not known */
};

struct tc_remote {
	enum tc_remote_allowed allowed;
	uint32_t timeout_ms;	/* of one exchange */
	struct tc_arena arena;
	struct tc_asked *asked;	/* those that are open */
	size_t asked_count, asked_cap;
	struct tc_lost *lost;
	size_t lost_count, lost_cap;
};

/* Opens a shard of an archive.  *out is NULL, and the shard lost, when it
 * does not answer; -1 when such a line is not allowed. */
int tc_remote_open(struct tc_remote *r, const char *archive,
		   const struct tc_stub_entry *e, struct tc_xdb **out,
		   struct tc_error *err);
/* Whether an error is of a shard that is open: that one is lost.  To be asked
 * before the archive is closed. */
bool tc_remote_blame(struct tc_remote *r, const struct tc_error *err);
void tc_remote_release(struct tc_remote *r);

#endif
