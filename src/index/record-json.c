/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/record-json.h"

#include "base/mem.h"
#include "base/varint.h"
#include "fact/date.h"
#include "index/record-tag.h"
#include "text/utf8.h"

#include <stdio.h>

enum form { TEXT, UINT, BOOL, DATE, WORD, HEX, GROUP };

/* Words of a closed list; the first is zero, which no record stores. */
static const char *const systems[] = { "party", "state", "other", NULL };
static const char *const roles[] = {
	"published", "updated", "event", "cited", "historic", "future",
	"clock", NULL
};
static const char *const unit_roles[] = { "subject", "mention", NULL };
static const char *const bases[] = { "none", "page", "url", "event", NULL };
static const char *const hints[] = {
	"metadata", "modified", "labelled", "updated", "line", "clock", NULL
};

/* A field; rows stand in the order in which they are written. */
struct row {
	enum tag tag;
	const char *name;
	enum form form;
	bool many;			/* an array */
	const struct row *group;	/* ended by a row without a name */
	const char *const *words;
};

#define FIELD(t, n, f, ...) { .tag = t, .name = n, .form = f, __VA_ARGS__ }
#define END { .name = NULL }

static const struct row number_rows[] = {
	FIELD(T_START, "start", UINT),
	FIELD(T_LENGTH, "length", UINT),
	FIELD(T_PRINTED, "printed", TEXT),
	FIELD(T_CANONICAL, "canonical", TEXT),
	FIELD(T_DOC_ID, "id", TEXT),
	FIELD(T_PLENUM, "plenum", TEXT),
	FIELD(T_DIGITS, "number", TEXT),
	FIELD(T_YEAR, "year", TEXT),
	FIELD(T_TYPE, "type", TEXT),
	FIELD(T_ISSUER, "issuer", TEXT),
	FIELD(T_ISSUER_UNIT, "issuer_unit", TEXT),
	FIELD(T_SYSTEM, "system", WORD, .words = systems),
	FIELD(T_DATE, "date", DATE),
	FIELD(T_CONFLICT, "conflict", BOOL),
	FIELD(T_CONFIDENCE, "confidence", UINT),
	FIELD(T_RULE, "rule", TEXT),
	END
};

static const struct row date_rows[] = {
	FIELD(T_START, "start", UINT),
	FIELD(T_LENGTH, "length", UINT),
	FIELD(T_PRINTED, "printed", TEXT),
	FIELD(T_DATE, "from", DATE),
	FIELD(T_DATE_TO, "to", DATE),
	FIELD(T_ROLE, "role", WORD, .words = roles),
	FIELD(T_INFERRED, "inferred", BOOL),
	FIELD(T_CONFLICT, "conflict", BOOL),
	FIELD(T_CONFIDENCE, "confidence", UINT),
	FIELD(T_RULE, "rule", TEXT),
	END
};

static const struct row unit_rows[] = {
	FIELD(T_START, "start", UINT),
	FIELD(T_LENGTH, "length", UINT),
	FIELD(T_PRINTED, "printed", TEXT),
	FIELD(T_CANONICAL, "canonical", TEXT),
	FIELD(T_KIND, "kind", TEXT),
	FIELD(T_PARENT, "parents", TEXT, .many = true),
	FIELD(T_TODAY, "today", TEXT),
	FIELD(T_ROLE, "role", WORD, .words = unit_roles),
	FIELD(T_CONFIDENCE, "confidence", UINT),
	FIELD(T_RULE, "rule", TEXT),
	END
};

static const struct row published_rows[] = {
	FIELD(T_DATE, "date", DATE),
	FIELD(T_BASIS, "basis", WORD, .words = bases),
	FIELD(T_INFERRED, "inferred", BOOL),
	FIELD(T_RULE, "rule", TEXT),
	END
};

static const struct row hint_rows[] = {
	FIELD(T_ROLE, "kind", WORD, .words = hints),
	FIELD(T_PRINTED, "value", TEXT),
	END
};

static const struct row cut_rows[] = {
	FIELD(T_LINE, "line", UINT),
	FIELD(T_PRINTED, "text", TEXT),
	END
};

static const struct row record_rows[] = {
	FIELD(T_ID, "id", TEXT),
	FIELD(T_SOURCE, "sources", TEXT, .many = true),
	FIELD(T_URL, "url", TEXT),
	FIELD(T_SITE, "site", TEXT),
	FIELD(T_LANGUAGE, "language", TEXT),
	FIELD(T_SECTION, "section", TEXT),
	FIELD(T_BYLINE, "byline", TEXT),
	FIELD(T_CREDIT, "credit", TEXT),
	FIELD(T_TITLE_LEN, "title_bytes", UINT),
	FIELD(T_FETCHED, "fetched_ns", UINT),
	FIELD(T_PUBLISHED, "published", GROUP, .group = published_rows),
	FIELD(T_HINT, "hints", GROUP, .many = true, .group = hint_rows),
	FIELD(T_NUMBER, "numbers", GROUP, .many = true, .group = number_rows),
	FIELD(T_DATE_MENTION, "dates", GROUP, .many = true, .group = date_rows),
	FIELD(T_UNIT, "units", GROUP, .many = true, .group = unit_rows),
	FIELD(T_CUT, "cuts", GROUP, .many = true, .group = cut_rows),
	FIELD(T_CONTENT, "content", HEX),
	FIELD(T_TEXT, "text", TEXT),
	END
};

/* ---- to JSON ---- */

static int group_to_json(const struct row *rows, struct tc_str in,
			 struct tc_json *o, struct tc_error *err);

static struct tc_date unpack_date(uint64_t n)
{
	return (struct tc_date){ .year = (int16_t)(n >> 24),
				 .quarter = (uint8_t)(n >> 16),
				 .month = (uint8_t)(n >> 8),
				 .day = (uint8_t)n };
}

static size_t count_words(const char *const *words)
{
	size_t n = 0;

	while (words[n])
		n++;
	return n;
}

static struct tc_json *hex_to_json(struct tc_str v)
{
	TC_SCOPED_BUF text = { 0 };

	for (size_t i = 0; i < v.n; i++)
		tc_buf_printf(&text, "%02x", (unsigned char)v.p[i]);
	return tc_json_string(tc_buf_str(&text));
}

/* NULL when it breaks its form. */
static struct tc_json *value_to_json(const struct row *row, struct tc_str v,
				     struct tc_error *err)
{
	char date[TC_DATE_MAX];
	uint64_t n = 0;

	if (row->form == TEXT)
		return tc_utf8_valid(v) == v.n ? tc_json_string(v) : NULL;
	if (row->form == HEX)
		return hex_to_json(v);
	if (row->form == GROUP) {
		struct tc_json *o = tc_json_object();
		if (group_to_json(row->group, v, o, err) == 0)
			return o;
		tc_json_free(o);
		return NULL;
	}
	if (!tc_varint_get(&v, &n) || v.n)
		return NULL;
	switch (row->form) {
	case BOOL:
		return tc_json_bool(n != 0);
	case DATE:
		return tc_json_string(
			tc_str0(tc_date_print(unpack_date(n), date)));
	case WORD:
		return n < count_words(row->words) ?
			       tc_json_string(tc_str0(row->words[n])) : NULL;
	default:
		return n <= INT64_MAX ? tc_json_int((int64_t)n) : NULL;
	}
}

static void set_value(const struct row *row, struct tc_json *o,
		      struct tc_json *v)
{
	struct tc_json *array;

	if (!row->many) {
		tc_json_set(o, row->name, v);
		return;
	}
	array = (struct tc_json *)tc_json_get(o, row->name);
	if (!array) {
		array = tc_json_array();
		tc_json_set(o, row->name, array);
	}
	tc_json_push(array, v);
}

static const struct row *row_of(const struct row *rows, unsigned tag)
{
	while (rows->name && rows->tag != tag)
		rows++;
	return rows->name ? rows : NULL;
}

static int group_to_json(const struct row *rows, struct tc_str in,
			 struct tc_json *o, struct tc_error *err)
{
	while (in.n) {
		unsigned tag = (unsigned char)*in.p;
		const struct row *row = row_of(rows, tag);
		uint64_t n;

		in = tc_str_from(in, 1);
		if (!row && tag != T_CHECK)
			return tc_fail(err, TC_E_SCHEMA,
				       "a stored article has a field, %u, that "
				       "this version does not know", tag);
		tc_fail(err, TC_E_DAMAGED, "a stored article is broken in "
			"its field '%s'", row ? row->name : "check");
		if (!tc_varint_get(&in, &n) || n > in.n)
			return -1;
		if (!row) {
			in = tc_str_from(in, (size_t)n);
			continue;
		}
		struct tc_json *v = value_to_json(
			row, tc_str(in.p, (size_t)n), err);
		if (!v)
			return -1;
		set_value(row, o, v);
		in = tc_str_from(in, (size_t)n);
	}
	return 0;
}

int tc_record_to_json(struct tc_str bytes, struct tc_json *o,
		      struct tc_error *err)
{
	if (!bytes.n || *bytes.p != TC_RECORD_FORM)
		return tc_fail(err, TC_E_DAMAGED,
			       "a stored article has an unknown form");
	return group_to_json(record_rows, tc_str_from(bytes, 1), o, err);
}

/* ---- from JSON ---- */

static int group_from_json(const struct row *rows, const struct tc_json *o,
			   struct tc_buf *out, struct tc_error *err);

static int digit(char c)
{
	const char *at = c ? strchr("0123456789abcdef", c) : NULL;

	return at ? (int)(at - "0123456789abcdef") : -1;
}

static int put_hex(struct tc_str s, struct tc_buf *out)
{
	for (size_t i = 0; i + 1 < s.n; i += 2) {
		int high = digit(s.p[i]), low = digit(s.p[i + 1]);
		if (high < 0 || low < 0)
			return -1;
		tc_buf_addc(out, (char)(high << 4 | low));
	}
	return s.n % 2 ? -1 : 0;
}

static int read_word(const struct row *row, struct tc_str s, uint64_t *n)
{
	for (*n = 0; row->words[*n]; ++*n)
		if (tc_str_is(s, row->words[*n]))
			return 0;
	return -1;
}

static int read_date(struct tc_str s, uint64_t *n)
{
	struct tc_date d;

	if (!tc_date_read(s, &d))
		return -1;
	*n = (uint64_t)(uint16_t)d.year << 24 | (uint64_t)d.quarter << 16 |
	     (uint64_t)d.month << 8 | d.day;
	return 0;
}

static int read_uint(const struct tc_json *v, uint64_t *n)
{
	int64_t i = tc_json_as_int(v);

	*n = (uint64_t)i;
	return i < 0 ? -1 : 0;
}

/* What the row's field holds. */
static int value_from_json(const struct row *row, const struct tc_json *v,
			   struct tc_buf *out, struct tc_error *err)
{
	struct tc_str s = tc_json_as_str(v);
	uint64_t n = 0;
	int bad = 0;

	switch (row->form) {
	case TEXT:
		tc_buf_addstr(out, s);
		return s.p ? 0 : -1;
	case HEX:
		return put_hex(s, out);
	case GROUP:
		return group_from_json(row->group, v, out, err);
	case BOOL:
		n = tc_json_is_true(v);
		break;
	case DATE:
		bad = read_date(s, &n);
		break;
	case WORD:
		bad = read_word(row, s, &n);
		break;
	case UINT:
		bad = read_uint(v, &n);
		break;
	}
	tc_varint_put(out, n);
	return bad;
}

static int put_field(const struct row *row, const struct tc_json *v,
		     struct tc_buf *out, struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };

	tc_fail(err, TC_E_INPUT, "'%s' is not as tracuu-archive(5) has it",
		row->name);
	if (value_from_json(row, v, &value, err) != 0)
		return -1;
	if (!value.n && !row->many && row->form != GROUP)
		return 0;
	tc_buf_addc(out, (char)row->tag);
	tc_varint_put(out, value.n);
	tc_buf_addstr(out, tc_buf_str(&value));
	return 0;
}

static int group_from_json(const struct row *rows, const struct tc_json *o,
			   struct tc_buf *out, struct tc_error *err)
{
	for (const struct row *row = rows; row->name; row++) {
		const struct tc_json *v = tc_json_get(o, row->name);
		size_t n = row->many ? tc_json_count(v) : 0;

		if (v && !row->many && put_field(row, v, out, err) != 0)
			return -1;
		for (size_t i = 0; i < n; i++)
			if (put_field(row, tc_json_at(v, i), out, err) != 0)
				return -1;
	}
	return 0;
}

int tc_record_from_json(const struct tc_json *o, struct tc_buf *bytes,
			struct tc_error *err)
{
	tc_buf_addc(bytes, TC_RECORD_FORM);
	return group_from_json(record_rows, o, bytes, err);
}
