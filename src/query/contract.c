/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/contract.h"

/* Other definitions are parts of these. */
const char *const tc_contract_of_tracuu[] = {
	"search", "jsonl", "kwic", "kwic-jsonl", "count", "timeline",
	"compare", "facets", "cites", "show", "explain", "analyze",
	"explain-query", "csl", "error", NULL
};
const char *const tc_contract_of_import[] = {
	"counts", "dry-run", "progress", "live", "changed", "verify", "stats",
	"conflicts", "furniture", "missing", "rejects", "not-indexed",
	"reject", "manifest", "dump", "error", NULL
};
static const char *const *const names[] = {
	[TC_CONTRACT_TRACUU] = tc_contract_of_tracuu,
	[TC_CONTRACT_IMPORT] = tc_contract_of_import
};

static bool is_known(const char *const *list, const char *name)
{
	while (*list && strcmp(name, *list) != 0)
		list++;
	return *list;
}

static int refuse(const char *const *list, const char *name,
		  struct tc_error *err)
{
	TC_SCOPED_BUF known = { 0 };

	for (; *list; list++)
		tc_buf_printf(&known, "%s%s", known.n ? ", " : "", *list);
	return tc_fail(err, TC_E_USAGE, "--print-schema=%s: choose one of %s",
		       name, known.p);
}

int tc_contract_print(enum tc_contract of, const char *name,
		      struct tc_buf *out, struct tc_error *err)
{
	if (!name) {
		tc_buf_puts(out, tc_contract_text);
		return 0;
	}
	if (!is_known(names[of], name))
		return refuse(names[of], name, err);
	/* one more member in front of the others */
	tc_assert(*tc_contract_text == '{');
	tc_buf_printf(out, "{\n  \"$ref\": \"#/$defs/%s\",%s", name,
		      tc_contract_text + 1);
	return 0;
}
