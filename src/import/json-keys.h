/* SPDX-License-Identifier: GPL-2.0-or-later */
/* By which keys JSON Lines hold an article, beside those that are known. */
#ifndef TC_IMPORT_JSON_KEYS_H
#define TC_IMPORT_JSON_KEYS_H

#include "base/error.h"
#include "base/str.h"

enum tc_json_what {
	TC_JSON_URL, TC_JSON_TITLE, TC_JSON_DATE, TC_JSON_HTML, TC_JSON_TEXT,
	TC_JSON_FETCHED, TC_JSON_WHATS
};

#define TC_JSON_KEYS_MAX 32
#define TC_JSON_KEY_MAX 100

struct tc_json_key {
	char key[TC_JSON_KEY_MAX + 1];
	enum tc_json_what what;
};

/* `{0}` is none. */
struct tc_json_keys {
	struct tc_json_key v[TC_JSON_KEYS_MAX];
	size_t n;
};

/* Reads "url=link,body=noi_dung".  TC_E_USAGE. */
int tc_json_keys_read(const char *text, struct tc_json_keys *out,
		      struct tc_error *err);

#endif
