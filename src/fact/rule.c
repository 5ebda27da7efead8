/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/describe.h"

#include "base/language.h"

/* The closed lists of date.h, published.h, unit.h and docnum.h, for the
 * catalogue: what is none of them is said as it is. */
static const char *const names[] = {
	/* which document a number is */
	N_("symbol"), N_("short"), N_("name"), N_("registry-id"),
	N_("plenum"), N_("charter"), N_("congress"), N_("congress-level"),
	N_("congress-local"), N_("local"), N_("date"), N_("date-conflict"),
	N_("printed-date"), N_("list-date"), N_("year"), N_("term"),
	N_("other-term"), N_("issuer"), N_("subject"), N_("latest"),
	N_("only"),
	/* what a date is of, and what its year is */
	N_("plain"), N_("opener"), N_("issued"), N_("label"), N_("line"),
	N_("dateline"), N_("clock"), N_("pair"), N_("history"), N_("past"),
	N_("later"), N_("deadline"), N_("until"), N_("two-digit-year"),
	N_("year-from-published"), N_("year-from-span"),
	N_("year-from-weekday"), N_("year-from-near"),
	N_("year-from-document"), N_("year-from-text"), N_("year-from-term"),
	/* when an article was published */
	N_("metadata"), N_("labelled-line"), N_("line-by-title"),
	N_("line-in-text"), N_("updated-line"), N_("modified-metadata"),
	N_("url-day"), N_("url-month"), N_("clock-by-event"),
	N_("clock-by-document"), N_("letterhead"), N_("event-opener"), N_("event-lead"),
	N_("event-month"), N_("event-quarter"), N_("none"),
	/* which unit is meant */
	N_("full-name"), N_("completed"), N_("bare-level"), N_("anaphora"),
	N_("short-name"), N_("elided-head"), N_("shared-tail"),
	N_("site-rule"),
};

const char *tc_rule_say(const char *rule)
{
	for (size_t i = 0; rule && i < sizeof names / sizeof *names; i++)
		if (strcmp(rule, names[i]) == 0)
			return _(names[i]);
	return rule ? rule : "";
}
