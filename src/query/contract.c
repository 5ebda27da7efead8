/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/contract.h"

#include "base/json.h"

#include <stdio.h>

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
	char ref[64];

	if (!name) {
		tc_buf_puts(out, tc_contract_text);
		return 0;
	}
	if (!is_known(name))
		return refuse(name, err);
	struct tc_json *schema = tc_json_read(tc_str0(tc_contract_text), err);
	tc_assert(schema);
	snprintf(ref, sizeof ref, "#/$defs/%s", name);
	tc_json_set_cstr(schema, "$ref", ref);
	tc_json_write(schema, out);
	tc_buf_addc(out, '\n');
	tc_json_free(schema);
	return 0;
}
