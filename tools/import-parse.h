/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A parsing child: captures in, articles and rejects out, one answer for each
 * in their order, until its socket is closed.  It holds no file but the
 * socket, opens none, and limits itself.
 */
#ifndef TOOLS_IMPORT_PARSE_H
#define TOOLS_IMPORT_PARSE_H

#include "fact/extract.h"
#include "tools/import-message.h"
#include "tools/import-options.h"

/* Memory of a child: a page of TC_CAPTURE_MAX bytes as a tree, and room. */
#define IMPORT_PARSE_MEMORY ((size_t)1 << 30)

/* Never returns.  `fd` is a socket. */
void import_parse_process(const struct import_options *o,
			  const struct tc_rules *rules, int fd)
	__attribute__((noreturn));

/* One capture: appends the answer. */
void import_parse(const struct import_options *o,
		  const struct tc_rules *rules,
		  const struct import_capture *c, struct tc_buf *out);

#endif
