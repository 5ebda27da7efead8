/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/json.h"

#include "base/mem.h"

#include <jansson.h>

static json_t *own(struct tc_json *v)
{
	return (json_t *)v;
}

static const json_t *view(const struct tc_json *v)
{
	return (const json_t *)v;
}

/* jansson returns NULL when memory is out or a string is not UTF-8. */
static struct tc_json *made(json_t *v)
{
	if (!v)
		tc_out_of_memory();
	return (struct tc_json *)v;
}

struct tc_json *tc_json_object(void)
{
	return made(json_object());
}

struct tc_json *tc_json_array(void)
{
	return made(json_array());
}

struct tc_json *tc_json_string(struct tc_str s)
{
	json_t *v = json_stringn(s.p ? s.p : "", s.n);

	if (!v)
		tc_bug("a JSON string that is not UTF-8");
	return made(v);
}

struct tc_json *tc_json_int(int64_t n)
{
	return made(json_integer(n));
}

struct tc_json *tc_json_real(double x)
{
	return made(json_real(x));
}

struct tc_json *tc_json_bool(bool b)
{
	return made(json_boolean(b));
}

struct tc_json *tc_json_null(void)
{
	return made(json_null());
}

void tc_json_free(struct tc_json *v)
{
	json_decref(own(v));
}

void tc_json_set(struct tc_json *object, const char *key, struct tc_json *v)
{
	if (json_object_set_new_nocheck(own(object), key, own(v)) != 0)
		tc_out_of_memory();
}

void tc_json_push(struct tc_json *array, struct tc_json *v)
{
	if (json_array_append_new(own(array), own(v)) != 0)
		tc_out_of_memory();
}

void tc_json_set_str(struct tc_json *object, const char *key, struct tc_str s)
{
	tc_json_set(object, key, tc_json_string(s));
}

void tc_json_set_cstr(struct tc_json *object, const char *key, const char *s)
{
	tc_json_set_str(object, key, tc_str0(s));
}

void tc_json_set_str_or_null(struct tc_json *object, const char *key,
			     struct tc_str s)
{
	tc_json_set(object, key, s.n ? tc_json_string(s) : tc_json_null());
}

void tc_json_set_int(struct tc_json *object, const char *key, int64_t n)
{
	tc_json_set(object, key, tc_json_int(n));
}

void tc_json_set_bool(struct tc_json *object, const char *key, bool b)
{
	tc_json_set(object, key, tc_json_bool(b));
}

static int add_to_buf(const char *bytes, size_t n, void *ctx)
{
	tc_buf_add(ctx, bytes, n);
	return 0;
}

void tc_json_write(const struct tc_json *v, struct tc_buf *out)
{
	if (json_dump_callback(view(v), add_to_buf, out,
			       JSON_COMPACT | JSON_ENCODE_ANY |
			       JSON_REAL_PRECISION(6)) != 0)
		tc_out_of_memory();
}

static struct tc_json *read_value(struct tc_str text, size_t flags,
				  struct tc_error *err)
{
	json_error_t why;
	json_t *v = json_loadb(text.p ? text.p : "", text.n,
			       JSON_DECODE_ANY | JSON_ALLOW_NUL | flags, &why);

	if (!v)
		tc_fail(err, TC_E_INPUT, "line %d, column %d: %s", why.line,
			why.column, why.text);
	return (struct tc_json *)v;
}

struct tc_json *tc_json_read(struct tc_str text, struct tc_error *err)
{
	return read_value(text, 0, err);
}

struct tc_json *tc_json_read_first(struct tc_str text, struct tc_error *err)
{
	return read_value(text, JSON_DISABLE_EOF_CHECK, err);
}

bool tc_json_member_next(const struct tc_json *object, void **at,
			 const char **key, const struct tc_json **value)
{
	json_t *o = (json_t *)object;	/* jansson iterates without const */

	*at = *at ? json_object_iter_next(o, *at) : json_object_iter(o);
	if (!*at)
		return false;
	*key = json_object_iter_key(*at);
	*value = (const struct tc_json *)json_object_iter_value(*at);
	return true;
}

const struct tc_json *tc_json_get(const struct tc_json *object,
				  const char *key)
{
	return (const struct tc_json *)json_object_get(view(object), key);
}

void tc_json_remove(struct tc_json *object, const char *key)
{
	json_object_del(own(object), key);
}

bool tc_json_is_true(const struct tc_json *v)
{
	return json_is_true(view(v));
}

int64_t tc_json_as_int(const struct tc_json *v)
{
	return json_integer_value(view(v));
}

struct tc_str tc_json_as_str(const struct tc_json *v)
{
	return tc_str(json_string_value(view(v)), json_string_length(view(v)));
}

struct tc_str tc_json_get_str(const struct tc_json *object, const char *key)
{
	return tc_json_as_str(tc_json_get(object, key));
}

int64_t tc_json_get_int(const struct tc_json *object, const char *key)
{
	return json_integer_value(json_object_get(view(object), key));
}

size_t tc_json_count(const struct tc_json *array)
{
	return json_array_size(view(array));
}

const struct tc_json *tc_json_at(const struct tc_json *array, size_t i)
{
	return (const struct tc_json *)json_array_get(view(array), i);
}
