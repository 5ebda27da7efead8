/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/json-keys.h"

#include <stdio.h>

static const struct {
	const char *name;
	enum tc_json_what what;
} names[] = {
	{ "url", TC_JSON_URL },
	{ "title", TC_JSON_TITLE },
	{ "date", TC_JSON_DATE },
	{ "html", TC_JSON_HTML },
	{ "body", TC_JSON_TEXT },
	{ "fetched", TC_JSON_FETCHED },
};

static int read_pair(struct tc_str pair, struct tc_json_keys *out,
		     struct tc_error *err)
{
	struct tc_str key = pair, name;

	tc_str_split(&key, '=', &name);
	if (!key.n || key.n > TC_JSON_KEY_MAX || out->n == TC_JSON_KEYS_MAX)
		return tc_fail(err, TC_E_USAGE,
			       "--json-keys: '%.*s' is no WHAT=KEY, or one too "
			       "many", TC_ARG(pair));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!tc_str_is(name, names[i].name))
			continue;
		struct tc_json_key *k = &out->v[out->n++];
		snprintf(k->key, sizeof k->key, "%.*s", TC_ARG(key));
		k->what = names[i].what;
		return 0;
	}
	return tc_fail(err, TC_E_USAGE,
		       "--json-keys: '%.*s': there are url, title, date, body, "
		       "html and fetched", TC_ARG(name));
}

int tc_json_keys_read(const char *text, struct tc_json_keys *out,
		      struct tc_error *err)
{
	struct tc_str rest = tc_str0(text), pair;

	*out = (struct tc_json_keys){ 0 };
	while (tc_str_split(&rest, ',', &pair))
		if (read_pair(pair, out, err) != 0)
			return -1;
	return 0;
}
