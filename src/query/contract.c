/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/contract.h"

/* Outputs that a caller may ask the schema of; other definitions are parts. */
static const char *const names[] = {
	"search", "jsonl", "kwic", "kwic-jsonl", "count", "timeline",
	"compare", "facets", "cites", "show", "explain", "analyze", "csl",
	"error",
};

enum { NAME_COUNT = sizeof names / sizeof *names };

static bool is_known(const char *name)
{
	for (int i = 0; i < NAME_COUNT; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static int refuse(const char *name, struct tc_error *err)
{
	TC_SCOPED_BUF known = { 0 };

	for (int i = 0; i < NAME_COUNT; i++)
		tc_buf_printf(&known, "%s%s", i ? ", " : "", names[i]);
	return tc_fail(err, TC_E_USAGE, "--print-schema=%s: choose one of %s",
		       name, known.p);
}

int tc_contract_print(const char *name, struct tc_buf *out,
		      struct tc_error *err)
{
	if (!name) {
		tc_buf_puts(out, tc_contract_text);
		return 0;
	}
	if (!is_known(name))
		return refuse(name, err);
	/* one more member in front of the others */
	tc_assert(*tc_contract_text == '{');
	tc_buf_printf(out, "{\n  \"$ref\": \"#/$defs/%s\",%s", name,
		      tc_contract_text + 1);
	return 0;
}
