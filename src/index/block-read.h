/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Blocks of postings are checked as Xapian reads them, which it does by
 * pread(): the program has a pread() of its own, which comes before that of
 * the C library for every library that the program loads (ELF, "symbol
 * interposition").  A block that is not what was summed (block-sums.h) cannot
 * be read, EIO, as on a file system that keeps sums.  Of the other tables
 * records and rows hold sums themselves.  Blocks that were written since the
 * sums were taken pass, and so do all where no sums are; what a server of
 * shards reads is not seen here.
 *
 * The last few blocks are kept, of any table, since Xapian often reads one
 * again at once: a piece of values or of a long list that lies across two
 * blocks is looked for in the second, and begins in the first.
 */
#ifndef TC_INDEX_BLOCK_READ_H
#define TC_INDEX_BLOCK_READ_H

#include <stddef.h>
#include <sys/types.h>

/* From now on; what is read before is not checked. */
void tc_block_read_check(void);

/* As pread(), whatever stands there. */
ssize_t tc_block_pread(int fd, void *p, size_t n, off_t at);

#endif
