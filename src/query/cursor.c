/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/cursor.h"

#include "fact/date.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define FORM "1"

/* Everything that settles which articles there are, and their order; what is
 * rare stands only where it is given. */
static uint32_t digest(struct tc_str query, const struct tc_search_options *o)
{
	TC_SCOPED_BUF text = { 0 };
	char from[TC_DATE_MAX], to[TC_DATE_MAX];

	tc_buf_addstr(&text, query);
	tc_buf_printf(&text, "\n%d %d %d %d %s %s", o->match, o->sort,
		      o->as_of, o->plan.undated,
		      tc_date_print(o->plan.from, from),
		      tc_date_print(o->plan.to, to));
	if (o->no_collapse)
		tc_buf_puts(&text, " copies");
	if (o->expansion && o->expansion != TC_EXPANSION)
		tc_buf_printf(&text, " %u", o->expansion);
	return tc_str_hash(tc_buf_str(&text), 0);
}

void tc_cursor_print(struct tc_str query, const struct tc_search_options *o,
		     struct tc_str generation, uint32_t next,
		     struct tc_buf *out)
{
	tc_buf_printf(out, FORM "-%u-%08x-%.*s", next, digest(query, o),
		      TC_ARG(generation));
}

static bool read_hex(struct tc_str s, uint32_t *out)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *digits = "0123456789abcdef";
		const char *at = s.p[i] ? strchr(digits, s.p[i]) : NULL;
		if (!at)
			return false;
		n = n << 4 | (uint32_t)(at - digits);
	}
	*out = n;
	return s.n == 8;
}

static bool read_count(struct tc_str s, uint32_t *out)
{
	uint64_t n = 0;

	for (size_t i = 0; i < s.n && n <= UINT32_MAX; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		n = n * 10 + (uint64_t)(s.p[i] - '0');
	}
	*out = (uint32_t)n;
	return s.n && n <= UINT32_MAX;
}

int tc_cursor_read(struct tc_str text, struct tc_str query,
		   const struct tc_search_options *o, uint32_t *offset,
		   struct tc_str *generation, struct tc_error *err)
{
	struct tc_str rest = text, form, count, hex;
	uint32_t of;

	if (!tc_str_split(&rest, '-', &form) || !tc_str_is(form, FORM) ||
	    !tc_str_split(&rest, '-', &count) || !read_count(count, offset) ||
	    !tc_str_split(&rest, '-', &hex) || !read_hex(hex, &of) || !rest.n ||
	    tc_utf8_valid(rest) < rest.n)
		return tc_fail(err, TC_E_USAGE,
			       "--after=%.*s: no cursor; give what a page of "
			       "the same query has in \"next\"", TC_ARG(text));
	if (of != digest(query, o))
		return tc_fail(err, TC_E_USAGE,
			       "--after=%.*s: the cursor of another query; "
			       "give the query, --from, --to, --undated, "
			       "--match, --sort, --as-of, --max-expansion and "
			       "--no-collapse of the page before (exports have "
			       "every copy)", TC_ARG(text));
	*generation = rest;
	return 0;
}
