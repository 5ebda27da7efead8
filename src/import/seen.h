/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The directories walked so far, by device and inode: an open hash. */
#ifndef TC_IMPORT_SEEN_H
#define TC_IMPORT_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct tc_seen_entry {
	dev_t dev;
	ino_t ino;
	bool used;
};

/* `{0}` is a valid empty one. */
struct tc_seen {
	struct tc_seen_entry *v;
	size_t n, cap;
};

void tc_seen_release(struct tc_seen *s);
/* True the first time that it is told of this directory. */
bool tc_seen_add(struct tc_seen *s, dev_t dev, ino_t ino);

#endif
