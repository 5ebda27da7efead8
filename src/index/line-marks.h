/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The lines of an article as the value slot TC_SLOT_LINES holds them, so that
 * furniture is counted without a look into records:
 *
 *   host(4) mark(4)*	little-endian
 *   mark := hash of host and line(30 bits) edge(1) cut(1)
 *
 * One mark a line that is counted; one of hash 0 stands for all the lines
 * that are never furniture.
 */
#ifndef TC_INDEX_LINE_MARKS_H
#define TC_INDEX_LINE_MARKS_H

#include "base/str.h"
#include "index/learn-lines.h"

struct tc_line_marks {
	uint32_t host;		/* hash of it */
	struct tc_str packed;
	size_t n;
};

struct tc_line_mark {
	uint32_t hash;		/* 0: never furniture */
	bool edge, cut;
};

uint32_t tc_line_hash(uint64_t key);	/* never 0 */
uint32_t tc_line_host_hash(uint64_t host);

void tc_line_marks_put(const struct tc_learn_lines *lines,
		       struct tc_buf *out);
/* A view of a value; false when it is none. */
bool tc_line_marks_get(struct tc_str value, struct tc_line_marks *out);
struct tc_line_mark tc_line_marks_at(const struct tc_line_marks *m, size_t i);
/* Of the lines alone, whatever is cut: in an order by it articles stand the
 * same whenever they came. */
uint32_t tc_line_marks_order(const struct tc_line_marks *m);

#endif
