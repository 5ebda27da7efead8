/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/json.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/*
 * The members of an object stand in the order in which they were set, and are
 * looked for from the first: objects have a dozen of them.
 */
enum kind { NOTHING, TRUTH, INTEGER, REAL, STRING, ARRAY, OBJECT };

struct member {
	const char *key;	/* NULL in an array */
	char *copy;		/* the key, where it is the member's own */
	struct tc_json *value;
};

struct tc_json {
	enum kind kind;
	union {
		int64_t n;	/* TRUTH, INTEGER */
		double real;
		struct {
			char *p;
			size_t n;
		} s;
		struct {
			struct member *v;
			size_t n, cap;
		} in;
		struct tc_json *next;	/* of those to use again */
	};
};

/* A page is some hundreds of values, made and freed hit by hit. */
#define SPARE_MAX 256
static struct tc_json *spare;
static size_t spare_count;

static struct tc_json *new_value(enum kind kind)
{
	struct tc_json *v = spare;

	if (v) {
		spare = v->next;
		spare_count--;
	} else {
		v = tc_alloc(sizeof *v);
	}
	*v = (struct tc_json){ .kind = kind };
	return v;
}

struct tc_json *tc_json_object(void)
{
	return new_value(OBJECT);
}

struct tc_json *tc_json_array(void)
{
	return new_value(ARRAY);
}

/* The bytes of the character that `p` begins with, 0 where it is none. */
static size_t character(const unsigned char *p, size_t n)
{
	/* the least lead byte of each length, and the least value */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t length = *p < 0x80 ? 1 : *p < 0xC2 ? 0 : *p < 0xE0 ? 2 :
			*p < 0xF0 ? 3 : *p < 0xF5 ? 4 : 0;

	if (length < 2 || length > n)
		return length < 2 ? length : 0;
	uint32_t c = *p & (0xFFu >> (length + 1));
	for (size_t i = 1; i < length; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3F);
	}
	bool wrong = c < least[length] || c > 0x10FFFF ||
		     (c >= 0xD800 && c < 0xE000);
	return wrong ? 0 : length;
}

static bool is_utf8(struct tc_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	for (size_t i = 0, n; i < s.n; i += n) {
		n = 1;
		if (p[i] >= 0x80 && !(n = character(p + i, s.n - i)))
			return false;
	}
	return true;
}

struct tc_json *tc_json_string(struct tc_str s)
{
	struct tc_json *v = new_value(STRING);

	if (!is_utf8(s))
		tc_bug("a JSON string that is not UTF-8");
	v->s.p = tc_strdup(s);
	v->s.n = s.n;
	return v;
}

struct tc_json *tc_json_int(int64_t n)
{
	struct tc_json *v = new_value(INTEGER);

	v->n = n;
	return v;
}

struct tc_json *tc_json_real(double x)
{
	struct tc_json *v = new_value(REAL);

	if (!isfinite(x))
		tc_bug("a JSON number that is none");
	v->real = x;
	return v;
}

struct tc_json *tc_json_bool(bool b)
{
	struct tc_json *v = new_value(TRUTH);

	v->n = b;
	return v;
}

struct tc_json *tc_json_null(void)
{
	return new_value(NOTHING);
}

static void free_value(struct tc_json *v)
{
	if (spare_count == SPARE_MAX) {
		free(v);
		return;
	}
	spare_count++;
	v->next = spare;
	spare = v;
}

void tc_json_free(struct tc_json *v)
{
	if (!v)
		return;
	if (v->kind == STRING)
		free(v->s.p);
	for (size_t i = 0; v->kind >= ARRAY && i < v->in.n; i++) {
		free(v->in.v[i].copy);
		tc_json_free(v->in.v[i].value);
	}
	if (v->kind >= ARRAY)
		free(v->in.v);
	free_value(v);
}

static struct member *find(const struct tc_json *object, const char *key)
{
	if (object && object->kind == OBJECT)
		for (size_t i = 0; i < object->in.n; i++)
			if (strcmp(object->in.v[i].key, key) == 0)
				return &object->in.v[i];
	return NULL;
}

static void append(struct tc_json *to, const char *key, char *copy,
		   struct tc_json *v)
{
	to->in.v = tc_grow(to->in.v, to->in.n, &to->in.cap, sizeof *to->in.v);
	to->in.v[to->in.n++] = (struct member){ key, copy, v };
}

void tc_json_set(struct tc_json *object, const char *key, struct tc_json *v)
{
	struct member *was = find(object, key);

	if (!was) {
		append(object, key, NULL, v);
		return;
	}
	tc_json_free(was->value);
	was->value = v;
}

void tc_json_add(struct tc_json *object, const char *key, struct tc_json *v)
{
	char *const copy = tc_strdup(tc_str0(key));

	append(object, copy, copy, v);
}

void tc_json_push(struct tc_json *array, struct tc_json *v)
{
	append(array, NULL, NULL, v);
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

void tc_json_remove(struct tc_json *object, const char *key)
{
	struct member *m = find(object, key);

	if (!m)
		return;
	struct member gone = *m;
	size_t at = (size_t)(m - object->in.v);
	memmove(m, m + 1, (--object->in.n - at) * sizeof *m);
	free(gone.copy);
	tc_json_free(gone.value);
}

/* ---- writing ---- */

static void put_escape(uint32_t c, struct tc_buf *out)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	const char *known = c && c < 0x80 ? strchr(from, (int)c) : NULL;

	if (known)
		tc_buf_printf(out, "\\%c", to[known - from]);
	else
		tc_buf_printf(out, "\\u%04X", c);
}

static const uint64_t ones = UINT64_MAX / 0xFF;	/* 1 in each byte */

/* Whether one of eight bytes is below `least`, which is below 0x80. */
static bool has_below(uint64_t eight, unsigned least)
{
	return (eight - ones * least) & ~eight & ones << 7;
}

/* Of eight bytes, whether one is to be escaped. */
static bool needs_escape(const char *p)
{
	uint64_t eight;

	memcpy(&eight, p, sizeof eight);
	return has_below(eight, 0x20) || has_below(eight ^ ones * '"', 1) ||
	       has_below(eight ^ ones * '\\', 1) ||
	       has_below(eight ^ ones * 0x7F, 1) ||
	       has_below(eight ^ ones * 0xD8, 1) ||
	       /* 0xC2 and 0xE2 */
	       has_below((eight & ones * 0xDF) ^ ones * 0xC2, 1);
}

/* The bytes of a character that is escaped, and which it is; 0 when it is
 * none.  JSON asks for C0, the quotation mark and the backslash; DEL, C1 and
 * the marks of direction (terminal.h) are escaped because people look at JSON
 * on terminals, U+2028 and U+2029 because some programs split lines there. */
static size_t to_escape(const char *at, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)at;

	*c = *p;
	if (*p < 0x80)
		return *p < 0x20 || *p == '"' || *p == '\\' || *p == 0x7F;
	if (*p == 0xC2) {
		*c = p[1];
		return p[1] < 0xA0 ? 2 : 0;
	}
	if (*p == 0xD8) {
		*c = 0x600u | (p[1] & 0x3F);
		return *c == 0x61C ? 2 : 0;
	}
	if (*p != 0xE2 || (p[1] != 0x80 && p[1] != 0x81))
		return 0;
	*c = 0x2000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3F);
	return *c == 0x200E || *c == 0x200F ||
	       (*c >= 0x2028 && *c <= 0x202E) ||
	       (*c >= 0x2066 && *c <= 0x2069) ? 3 : 0;
}

static void put_string(const char *p, size_t n, struct tc_buf *out)
{
	size_t from = 0;

	tc_buf_reserve(out, n + 2);
	tc_buf_addc(out, '"');
	for (size_t i = 0; i < n;) {
		uint32_t c;
		if (n - i >= 8 && !needs_escape(p + i)) {
			i += 8;
			continue;
		}
		size_t length = to_escape(p + i, &c);
		if (!length) {
			i++;
			continue;
		}
		tc_buf_add(out, p + from, i - from);
		put_escape(c, out);
		from = i += length;
	}
	tc_buf_add(out, p + from, n - from);
	tc_buf_addc(out, '"');
}

/* With a point or an exponent, so that it is read as a real again. */
static void put_real(double x, struct tc_buf *out)
{
	char digits[32];

	snprintf(digits, sizeof digits, "%.6g", x);
	tc_buf_puts(out, digits);
	if (!strpbrk(digits, ".e"))
		tc_buf_puts(out, ".0");
}

static void put_int(int64_t n, struct tc_buf *out)
{
	char digits[24], *p = digits + sizeof digits;
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;

	do
		*--p = (char)('0' + rest % 10);
	while (rest /= 10);
	if (n < 0)
		*--p = '-';
	tc_buf_add(out, p, (size_t)(digits + sizeof digits - p));
}

void tc_json_write_open(const struct tc_json *v, struct tc_buf *out)
{
	tc_buf_addc(out, v->kind == OBJECT ? '{' : '[');
	for (size_t i = 0; i < v->in.n; i++) {
		const struct member *m = &v->in.v[i];
		if (i)
			tc_buf_addc(out, ',');
		if (m->key) {
			put_string(m->key, strlen(m->key), out);
			tc_buf_addc(out, ':');
		}
		tc_json_write(m->value, out);
	}
}

static void put_inside(const struct tc_json *v, struct tc_buf *out)
{
	tc_json_write_open(v, out);
	tc_buf_addc(out, v->kind == OBJECT ? '}' : ']');
}

void tc_json_write(const struct tc_json *v, struct tc_buf *out)
{
	switch (v->kind) {
	case NOTHING: tc_buf_puts(out, "null"); break;
	case TRUTH: tc_buf_puts(out, v->n ? "true" : "false"); break;
	case INTEGER: put_int(v->n, out); break;
	case REAL: put_real(v->real, out); break;
	case STRING: put_string(v->s.p, v->s.n, out); break;
	case ARRAY:
	case OBJECT: put_inside(v, out); break;
	}
}

/* ---- asking ---- */

bool tc_json_member_next(const struct tc_json *object, void **at,
			 const char **key, const struct tc_json **value)
{
	const struct member *m = *at;

	if (object->kind != OBJECT || !object->in.n)
		return false;
	m = m ? m + 1 : object->in.v;
	if (m == object->in.v + object->in.n)
		return false;
	*at = (void *)m;
	*key = m->key;
	*value = m->value;
	return true;
}

const struct tc_json *tc_json_get(const struct tc_json *object,
				  const char *key)
{
	const struct member *m = find(object, key);

	return m ? m->value : NULL;
}

bool tc_json_is_true(const struct tc_json *v)
{
	return v && v->kind == TRUTH && v->n;
}

int64_t tc_json_as_int(const struct tc_json *v)
{
	return v && v->kind == INTEGER ? v->n : 0;
}

struct tc_str tc_json_as_str(const struct tc_json *v)
{
	return v && v->kind == STRING ? tc_str(v->s.p, v->s.n) :
					tc_str(NULL, 0);
}

struct tc_str tc_json_get_str(const struct tc_json *object, const char *key)
{
	return tc_json_as_str(tc_json_get(object, key));
}

int64_t tc_json_get_int(const struct tc_json *object, const char *key)
{
	return tc_json_as_int(tc_json_get(object, key));
}

size_t tc_json_count(const struct tc_json *array)
{
	return array && array->kind == ARRAY ? array->in.n : 0;
}

const struct tc_json *tc_json_at(const struct tc_json *array, size_t i)
{
	return i < tc_json_count(array) ? array->in.v[i].value : NULL;
}
