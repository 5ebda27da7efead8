/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/unknown.h"

#include "text/distance.h"
#include "text/utf8.h"

/* Of what was typed: "--limti" is --limit, "--foo" is not --from. */
#define FAR_LETTERS 3

static const char *nearest(struct tc_str name, const struct option *longs)
{
	double best = (double)name.n / FAR_LETTERS;
	const char *found = NULL;

	for (; longs->name; longs++) {
		const double d = tc_distance(name, tc_str0(longs->name));
		if (d > best || (found && d == best))
			continue;
		best = d;
		found = longs->name;
	}
	return found;
}

/* "--form, --format": those that begin so, when they are several. */
static size_t beginning(struct tc_str name, const struct option *longs,
			struct tc_buf *out)
{
	size_t n = 0;

	for (; name.n && longs->name; longs++)
		if (tc_str_starts(tc_str0(longs->name), name))
			tc_buf_printf(out, "%s--%s", n++ ? ", " : "",
				      longs->name);
	return n;
}

static int wrong_value(const struct option *o, bool given,
		       struct tc_error *err)
{
	return given ?
		       tc_fail(err, TC_E_USAGE, "--%s takes no value",
			       o->name) :
		       tc_fail(err, TC_E_USAGE,
			       "--%s has no value; write --%s=VALUE", o->name,
			       o->name);
}

int unknown_option(const char *program, const char *arg,
		   const struct option *longs, struct tc_error *err)
{
	TC_SCOPED_BUF several = { 0 };
	struct tc_str rest = tc_str_from(tc_str0(arg), 2), name;

	if (strncmp(arg, "--", 2) != 0)
		rest.n = 0;
	tc_str_split(&rest, '=', &name);
	for (const struct option *o = longs; name.n && o->name; o++)
		if (tc_str_is(name, o->name))
			return wrong_value(o, o->has_arg != required_argument,
					   err);
	if (beginning(name, longs, &several) > 1)
		return tc_fail(err, TC_E_USAGE,
			       "'%s' is short for several options: %s", arg,
			       tc_buf_cstr(&several));
	/* an argument may be any bytes */
	const bool text = name.n && tc_utf8_valid(name) == name.n;
	const char *meant = text ? nearest(name, longs) : NULL;
	if (meant)
		return tc_fail(err, TC_E_USAGE,
			       "there is no option '%s'; did you mean --%s? "
			       "(see '%s --help')", arg, meant, program);
	return tc_fail(err, TC_E_USAGE,
		       "there is no option '%s'; see '%s --help'", arg,
		       program);
}
