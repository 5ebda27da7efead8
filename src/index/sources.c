/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/sources.h"

#include <endian.h>

void tc_source_state_put(struct tc_buf *out, const struct tc_capture_info *c)
{
	uint64_t size = htole64(c->size);
	uint64_t mtime = htole64((uint64_t)c->mtime_ns);

	tc_buf_add(out, &size, sizeof size);
	tc_buf_add(out, &mtime, sizeof mtime);
	tc_buf_add(out, c->digest, sizeof c->digest);
}

bool tc_source_state_get(struct tc_str packed, size_t i,
			 struct tc_source_state *out)
{
	uint64_t size, mtime;

	if (i >= packed.n / TC_SOURCE_STATE_SIZE)
		return false;
	const char *p = packed.p + i * TC_SOURCE_STATE_SIZE;
	memcpy(&size, p, sizeof size);
	memcpy(&mtime, p + 8, sizeof mtime);
	memcpy(out->digest, p + 16, sizeof out->digest);
	out->size = le64toh(size);
	out->mtime_ns = (int64_t)le64toh(mtime);
	return true;
}
