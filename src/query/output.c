/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/output.h"

#include "base/language.h"
#include "query/terminal.h"

#include <errno.h>
#include <unistd.h>

/* Written at once: a pipe's buffer holds four of them. */
#define DRAIN_AT ((size_t)16 * 1024)

void tc_xml_put(struct tc_buf *out, struct tc_str value)
{
	TC_SCOPED_BUF room = { 0 };
	const struct tc_str s = tc_terminal_value(value, true, &room);

	for (size_t i = 0; i < s.n; i++) {
		const char c = s.p[i];
		if (c == '&')
			tc_buf_puts(out, "&amp;");
		else if (c == '<')
			tc_buf_puts(out, "&lt;");
		else if (c == '>')
			tc_buf_puts(out, "&gt;");
		else if (c == '"')
			tc_buf_puts(out, "&quot;");
		else if (c == '\'')
			tc_buf_puts(out, "&#39;");
		else
			tc_buf_addc(out, c);
	}
}

int tc_output_drain(const struct tc_output *o, bool all, struct tc_error *err)
{
	const char *p = o->out->p;
	size_t left = o->out->n;

	if (!all && left < DRAIN_AT)
		return 0;
	if (left && o->drained)
		*o->drained = true;
	while (left) {
		ssize_t n = write(o->fd, p, left);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			tc_buf_clear(o->out);
			return tc_fail(err, TC_E_OUTPUT,
				       "cannot write the output: %s",
				       tc_strerror(errno));
		}
		p += n;
		left -= (size_t)n;
	}
	tc_buf_clear(o->out);
	return 0;
}

void tc_output_stamp_name(const struct tc_output *o, char between)
{
	if (o->stamp)
		tc_buf_printf(o->out, "%cgeneration", between);
}

void tc_output_stamp(const struct tc_output *o, const struct tc_answer *a,
		     char between)
{
	if (o->stamp)
		tc_buf_printf(o->out, "%c%.*s", between,
			      TC_ARG(a->generation));
}

void tc_output_articles(const struct tc_answer *a, struct tc_buf *out)
{
	const uint32_t n = a->total;

	tc_buf_printf(out, a->exact ? P_("%u article", "%u articles", n) :
			   a->at_least ? P_("at least %u article",
					    "at least %u articles", n) :
					 P_("about %u article",
					    "about %u articles", n), n);
}
