/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Objects of texts, whole numbers and words, as nearly all lines of JSON Lines
 * are, read without jansson: a sixth of its time, a tenth of an import's.
 * Whatever is not plainly right is left to jansson, which says what is wrong
 * with it: real numbers, arrays and objects inside, keys that come twice,
 * surrogates and NULs.
 */
#include "config.h"

#include "base/json.h"

#include "base/mem.h"

#include <stdlib.h>

/* An int64_t holds each number of so many digits. */
#define DIGITS_MAX 18

struct reader {
	const char *p, *end;
	struct tc_buf text;	/* of a string with escapes */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool skip(struct reader *r, char c)
{
	while (r->p < r->end && is_blank(*r->p))
		r->p++;
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	return true;
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Four digits, of a character that stands for itself. */
static bool add_code(struct reader *r)
{
	unsigned c = 0;

	if (r->end - r->p < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		int digit = hex_value(*r->p++);
		if (digit < 0)
			return false;
		c = c << 4 | (unsigned)digit;
	}
	if (!c || (c >= 0xD800 && c < 0xE000))
		return false;
	if (c < 0x80) {
		tc_buf_addc(&r->text, (char)c);
		return true;
	}
	if (c < 0x800) {
		tc_buf_addc(&r->text, (char)(0xC0 | c >> 6));
	} else {
		tc_buf_addc(&r->text, (char)(0xE0 | c >> 12));
		tc_buf_addc(&r->text, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	tc_buf_addc(&r->text, (char)(0x80 | (c & 0x3F)));
	return true;
}

static bool add_escape(struct reader *r)
{
	static const char names[] = "\"\\/bfnrt";
	static const char values[] = "\"\\/\b\f\n\r\t";

	if (r->p == r->end)
		return false;
	const char c = *r->p++;
	if (c == 'u')
		return add_code(r);
	const char *name = memchr(names, c, sizeof names - 1);
	if (!name)
		return false;
	tc_buf_addc(&r->text, values[name - names]);
	return true;
}

/* Behind the first quote; the text is a view of what is read, or of the
 * buffer. */
static bool read_text(struct reader *r, struct tc_str *out)
{
	const char *from = r->p;
	bool escaped = false;

	tc_buf_clear(&r->text);
	for (; r->p < r->end && (unsigned char)*r->p >= ' '; r->p++) {
		if (*r->p != '"' && *r->p != '\\')
			continue;
		const struct tc_str piece = tc_str(from,
						   (size_t)(r->p - from));
		if (*r->p++ == '"') {
			if (escaped)
				tc_buf_addstr(&r->text, piece);
			*out = escaped ? tc_buf_str(&r->text) : piece;
			return true;
		}
		escaped = true;
		tc_buf_addstr(&r->text, piece);
		if (!add_escape(r))
			return false;
		from = r->p--;
	}
	return false;
}

static struct tc_json *read_number(struct reader *r)
{
	const bool minus = *r->p == '-';
	const char *from = r->p += minus;
	int64_t n = 0;

	while (r->p < r->end && *r->p >= '0' && *r->p <= '9' &&
	       r->p - from < DIGITS_MAX)
		n = n * 10 + (*r->p++ - '0');
	if (r->p == from || (*from == '0' && r->p - from > 1) ||
	    r->p == r->end || (!is_blank(*r->p) && *r->p != ',' &&
			       *r->p != '}'))
		return NULL;
	return tc_json_int(minus ? -n : n);
}

static bool skip_word(struct reader *r, struct tc_str word)
{
	if (!tc_str_starts(tc_str(r->p, (size_t)(r->end - r->p)), word))
		return false;
	r->p += word.n;
	return true;
}

static struct tc_json *read_value(struct reader *r)
{
	struct tc_str text;

	if (skip(r, '"'))
		return read_text(r, &text) ? tc_json_text(text) : NULL;
	if (r->p == r->end)
		return NULL;
	if (skip_word(r, TC_STR("null")))
		return tc_json_null();
	if (skip_word(r, TC_STR("true")))
		return tc_json_bool(true);
	if (skip_word(r, TC_STR("false")))
		return tc_json_bool(false);
	return read_number(r);
}

static bool read_member(struct reader *r, struct tc_json *object)
{
	struct tc_str key;

	if (!skip(r, '"') || !read_text(r, &key))
		return false;
	TC_SCOPED_FREE char *name = tc_strdup(key);
	struct tc_json *value;
	if (!tc_json_is_text(key) || tc_json_get(object, name) ||
	    !skip(r, ':') || !(value = read_value(r)))
		return false;
	tc_json_add(object, name, value);
	return true;
}

struct tc_json *tc_json_read_plain(struct tc_str text)
{
	struct reader r = { .p = text.p, .end = tc_str_end(text) };
	struct tc_json *object = tc_json_object();
	bool good = skip(&r, '{');

	do
		good = good && read_member(&r, object);
	while (good && skip(&r, ','));
	good = good && skip(&r, '}');
	while (good && r.p < r.end && is_blank(*r.p))
		r.p++;
	tc_buf_release(&r.text);
	if (good && r.p == r.end)
		return object;
	tc_json_free(object);
	return NULL;
}
