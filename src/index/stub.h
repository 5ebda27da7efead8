/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ARCHIVE/XAPIANDB: which databases are live, in Xapian's own form of a stub
 * database, a line each:
 *
 *   auto gen-0002                  a generation that is one database
 *   auto gen-0002/shard-01         one of its shards
 *   remote shard3.example:7010     a shard that another machine serves
 *   remote :ssh user@host xapian-progsrv /srv/shard-03
 *                                  one that is reached over ssh
 *
 * It is read here before Xapian sees it, so that a stub from elsewhere opens
 * nothing outside the archive: local names are relative, at most one
 * directory deep, none begins with a dot.  A remote line is an address and a
 * port, or Xapian's other form, a program to be started, with ssh, a host,
 * xapian-progsrv and a directory as its only words, so that no option and no
 * command of another kind can stand in it.  Whether remote lines are followed
 * is the reader's choice (remote.h).
 */
#ifndef TC_INDEX_STUB_H
#define TC_INDEX_STUB_H

#include "base/error.h"
#include "base/mem.h"

#define TC_STUB_FILE "XAPIANDB"

enum tc_stub_kind { TC_STUB_LOCAL, TC_STUB_REMOTE, TC_STUB_SSH };

struct tc_stub_entry {
	enum tc_stub_kind kind;
	struct tc_str at;	/* "gen-0002/shard-01", "host:port", ":ssh ..." */
};

struct tc_stub {
	struct tc_arena arena;
	struct tc_stub_entry *v;
	size_t n, cap;
};

/* TC_E_NO_ARCHIVE when there is none, TC_E_DAMAGED when it cannot be
 * followed. */
int tc_stub_read(struct tc_stub *s, const char *archive,
		 struct tc_error *err);
void tc_stub_add(struct tc_stub *s, enum tc_stub_kind kind,
		 struct tc_str at);
/* Puts it in the place of the one before, by one rename. */
int tc_stub_write(const struct tc_stub *s, const char *archive,
		  struct tc_error *err);
void tc_stub_release(struct tc_stub *s);
bool tc_stub_same(const struct tc_stub *a, const struct tc_stub *b);

/* The directory that the first local line stands in ("gen-0002"); empty when
 * all shards are elsewhere. */
struct tc_str tc_stub_generation(const struct tc_stub *s);

#define TC_SCOPED_STUB __attribute__((cleanup(tc_stub_release))) struct tc_stub

#endif
