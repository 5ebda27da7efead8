/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-values.h"

#include "base/language.h"
#include "text/utf8.h"

#include <errno.h>
#include <stdlib.h>

int query_value_choose(const char *option, const char *word,
		       const char *const *list, struct tc_error *err)
{
	TC_SCOPED_BUF known = { 0 };

	for (int i = 0; list[i]; i++) {
		if (strcmp(word, list[i]) == 0)
			return i;
		tc_buf_printf(&known, "%s%s", i ? ", " : "", list[i]);
	}
	return tc_fail(err, TC_E_USAGE, "--%s=%s: choose one of %s", option,
		       word, known.p);
}

int query_value_count(const char *option, const char *text, uint32_t max,
		      uint32_t *out, struct tc_error *err)
{
	char *end;

	errno = 0;
	unsigned long n = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || n > max)
		return tc_fail(err, TC_E_USAGE,
			       "--%s=%s: give a number from 0 to %u", option,
			       text, max);
	*out = (uint32_t)n;
	return 0;
}

/* A date or a range, from its first part to its last; `*why` when it is
 * none. */
static bool read_dates(const char *text, struct tc_date *first,
		       struct tc_date *last, const char **why)
{
	struct tc_str s = tc_str0(text);

	*why = NULL;
	if (tc_utf8_valid(s) != s.n || strstr(text, "..") ||
	    !tc_date_range(s, first, last, why))
		return false;
	if (first->year && last->year)
		return true;
	*why = N_("it has no end, or no beginning");
	return false;
}

int query_value_date(const char *option, const char *text,
		     struct tc_date *first, struct tc_date *last,
		     struct tc_error *err)
{
	const char *why;

	if (read_dates(text, first, last, &why))
		return 0;
	return tc_fail(err, TC_E_USAGE, "--%s=%s: %s", option, text,
		       why ? _(why) : _("not understood as a date; write "
					"2023, 6/2023 or 2023-06-15"));
}

int query_value_day(const char *option, const char *text, struct tc_date *out,
		    struct tc_error *err)
{
	struct tc_date last;
	const char *why;

	if (read_dates(text, out, &last, &why) && out->day &&
	    tc_date_same(*out, last))
		return 0;
	return tc_fail(err, TC_E_USAGE, "--%s=%s: %s", option, text,
		       why ? _(why) : _("give one day, as 15/6/2023 or "
					"2023-06-15"));
}

int query_value_year(const char *option, const char *text, int *out,
		     struct tc_error *err)
{
	uint32_t n;

	if (strlen(text) != 4 ||
	    query_value_count(option, text, 9999, &n, NULL) != 0 || n < 1000)
		return tc_fail(err, TC_E_USAGE,
			       "--%s=%s: give a year of four digits", option,
			       text);
	*out = (int)n;
	return 0;
}
