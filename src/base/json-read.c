/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/json.h"

#include "base/language.h"

#include <jansson.h>

static struct tc_json *value_of(json_t *v);

static struct tc_json *array_of(json_t *from)
{
	struct tc_json *to = tc_json_array();
	size_t i;
	json_t *v;

	json_array_foreach(from, i, v)
		tc_json_push(to, value_of(v));
	return to;
}

/* jansson has kept the last of members with one key. */
static struct tc_json *object_of(json_t *from)
{
	struct tc_json *to = tc_json_object();
	const char *key;
	json_t *v;

	json_object_foreach(from, key, v)
		tc_json_add(to, key, value_of(v));
	return to;
}

static struct tc_json *value_of(json_t *v)
{
	switch (json_typeof(v)) {
	case JSON_OBJECT:
		return object_of(v);
	case JSON_ARRAY:
		return array_of(v);
	case JSON_STRING:
		return tc_json_string(tc_str(json_string_value(v),
					     json_string_length(v)));
	case JSON_INTEGER:
		return tc_json_int(json_integer_value(v));
	case JSON_REAL:
		return tc_json_real(json_real_value(v));
	case JSON_TRUE:
	case JSON_FALSE:
		return tc_json_bool(json_is_true(v));
	case JSON_NULL:
		break;
	}
	return tc_json_null();
}

/* jansson's words are English alone; its codes are kept for years. */
static const char *reason(const json_error_t *why)
{
	switch (json_error_code(why)) {
	case json_error_invalid_utf8:
		return N_("not UTF-8");
	case json_error_premature_end_of_input:
		return N_("it ends too early");
	case json_error_end_of_input_expected:
		return N_("something follows the value");
	case json_error_numeric_overflow:
		return N_("the number is too large");
	case json_error_null_byte_in_key:
		return N_("a key holds a NUL");
	case json_error_stack_overflow:
		return N_("nested too deeply");
	default:
		return N_("not JSON");
	}
}

static void fail(const json_error_t *why, struct tc_error *err)
{
	static const char near[] = " near '";
	const char *token = strstr(why->text, near);

	tc_fail(err, TC_E_INPUT, "column %d: %s%s%s", why->column,
		_(reason(why)), token ? ": " : "",
		token ? token + sizeof near - 2 : "");
	if (why->line > 1)
		tc_error_context(err, "line %d", why->line);
}

static struct tc_json *read_value(struct tc_str text, size_t flags,
				  struct tc_error *err)
{
	json_error_t why;
	json_t *v = json_loadb(text.p ? text.p : "", text.n,
			       JSON_DECODE_ANY | JSON_ALLOW_NUL | flags, &why);

	if (!v) {
		fail(&why, err);
		return NULL;
	}
	struct tc_json *mine = value_of(v);
	json_decref(v);
	return mine;
}

struct tc_json *tc_json_read(struct tc_str text, struct tc_error *err)
{
	return read_value(text, 0, err);
}

struct tc_json *tc_json_read_first(struct tc_str text, struct tc_error *err)
{
	return read_value(text, JSON_DISABLE_EOF_CHECK, err);
}
