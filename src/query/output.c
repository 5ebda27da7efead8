/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/output.h"

#include <errno.h>
#include <unistd.h>

/* Written at once: a pipe's buffer holds four of them. */
#define DRAIN_AT ((size_t)16 * 1024)

int tc_output_drain(const struct tc_output *o, bool all, struct tc_error *err)
{
	const char *p = o->out->p;
	size_t left = o->out->n;

	if (!all && left < DRAIN_AT)
		return 0;
	while (left) {
		ssize_t n = write(o->fd, p, left);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			tc_buf_clear(o->out);
			return tc_fail(err, TC_E_OUTPUT,
				       "cannot write the output: %s",
				       strerror(errno));
		}
		p += n;
		left -= (size_t)n;
	}
	tc_buf_clear(o->out);
	return 0;
}
