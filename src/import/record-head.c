/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/record-head.h"

#include "import/http.h"

#define ARC_TOKENS_MAX 64
#define ARC_LINE_MAX 8192

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool read_length(struct tc_str s, uint64_t *n)
{
	*n = 0;
	if (!s.n || s.n > 18)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return false;
		*n = *n * 10 + (uint64_t)(s.p[i] - '0');
	}
	return true;
}

/* ---- WARC ---- */

/* "WARC/1.0" and the end of the line */
static bool warc_starts(struct tc_str b)
{
	return b.n >= 9 && tc_str_starts(b, TC_STR("WARC/")) &&
	       is_digit(b.p[5]) && b.p[6] == '.' &&
	       (b.p[8] == '\r' || b.p[8] == '\n' || is_digit(b.p[8]));
}

static bool warc_may_start(struct tc_str b)
{
	return b.n < 9 && tc_str_starts(TC_STR("WARC/"),
					tc_str(b.p, b.n < 5 ? b.n : 5));
}

/* Behind the first blank line, or before another record. */
static size_t warc_head(struct tc_str b)
{
	size_t at = 0;

	b.n = b.n < TC_RECORD_HEAD_MAX ? b.n : TC_RECORD_HEAD_MAX;

	for (;;) {
		const char *nl = at < b.n ? memchr(b.p + at, '\n', b.n - at) :
					    NULL;
		if (!nl)
			return 0;
		size_t line = at;
		at = (size_t)(nl - b.p) + 1;
		if (nl == b.p + line ||
		    (nl == b.p + line + 1 && b.p[line] == '\r') ||
		    warc_starts(tc_str_from(b, at)))
			return at;
	}
}

static const struct {
	const char *name;
	enum tc_record_field field;
} fields[] = {
	{ "WARC-Type", TC_RECORD_TYPE },
	{ "WARC-Target-URI", TC_RECORD_URL },
	{ "WARC-Date", TC_RECORD_DATE },
	{ "Content-Type", TC_RECORD_MEDIA },
	{ "WARC-Record-ID", TC_RECORD_ID },
	{ "WARC-Payload-Digest", TC_RECORD_DIGEST },
	{ "WARC-Refers-To", TC_RECORD_REFERS_ID },
	{ "WARC-Refers-To-Target-URI", TC_RECORD_REFERS_URL },
	{ "WARC-Refers-To-Date", TC_RECORD_REFERS_DATE },
	{ "Content-Length", TC_RECORD_LENGTH },
};

/* The grammar of WARC 1.0 put URIs into <>, and some writers do. */
static struct tc_str without_brackets(struct tc_str s)
{
	if (s.n >= 2 && s.p[0] == '<' && s.p[s.n - 1] == '>')
		return tc_str(s.p + 1, s.n - 2);
	return s;
}

static bool warc_parse(struct tc_str head, struct tc_record *r)
{
	struct tc_str line, name, value;

	tc_str_split(&head, '\n', &line);
	while (tc_http_header(&head, &name, &value))
		for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
			if (tc_http_is(name, fields[i].name) &&
			    !r->field[fields[i].field].n)
				r->field[fields[i].field] =
					without_brackets(value);
	return read_length(r->field[TC_RECORD_LENGTH], &r->length);
}

const struct tc_record_format tc_record_warc = {
	.starts = warc_starts, .may_start = warc_may_start,
	.head = warc_head, .parse = warc_parse,
};

/* ---- ARC ---- */

static bool is_date(struct tc_str s)
{
	if (s.n < 12 || s.n > 14)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return true;
}

static bool is_address(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]) && !strchr(".:abcdefABCDEF-", s.p[i]))
			return false;
	return s.n > 0;
}

static size_t split_line(struct tc_str line, struct tc_str *tokens)
{
	size_t n = 0;

	while (n < ARC_TOKENS_MAX && tc_str_split(&line, ' ', &tokens[n]))
		n++;
	return line.p ? 0 : n;
}

static struct tc_str up_to_line_end(struct tc_str b)
{
	size_t n = b.n < ARC_LINE_MAX ? b.n : ARC_LINE_MAX;
	const char *nl = n ? memchr(b.p, '\n', n) : NULL;

	if (!nl)
		return (struct tc_str){ NULL, 0 };
	n = (size_t)(nl - b.p);
	if (n && b.p[n - 1] == '\r')
		n--;
	return tc_str(b.p, n);
}

/* URL IP DATE TYPE LENGTH, or URL IP DATE TYPE and five more and LENGTH.
 * Addresses with blanks happen: the date behind an IP address is the
 * anchor. */
static bool arc_parse(struct tc_str head, struct tc_record *r)
{
	struct tc_str line = up_to_line_end(head), t[ARC_TOKENS_MAX];
	size_t n = line.n ? split_line(line, t) : 0, date = 2;

	while (date + 2 < n && !(is_date(t[date]) && is_address(t[date - 1])))
		date++;
	if (date + 2 >= n || !read_length(t[n - 1], &r->length))
		return false;
	size_t url = (size_t)(t[date - 2].p + t[date - 2].n - line.p);
	r->field[TC_RECORD_URL] = tc_str(line.p, url);
	r->field[TC_RECORD_DATE] = t[date];
	r->field[TC_RECORD_MEDIA] = t[date + 1];
	r->field[TC_RECORD_LENGTH] = t[n - 1];
	r->field[TC_RECORD_TYPE] =
		tc_str_starts(line, TC_STR("filedesc:")) ?
			TC_STR("filedesc") : TC_STR("response");
	return true;
}

#define SCHEME_MAX 12

/* A scheme, before anything is split; or what may become one. */
static bool has_scheme(struct tc_str b)
{
	for (size_t i = 0; i < b.n && i < SCHEME_MAX; i++) {
		if (b.p[i] == ':')
			return i > 1;
		if (b.p[i] < 'a' || b.p[i] > 'z')
			return false;
	}
	return b.n && b.n < SCHEME_MAX;
}

static bool arc_starts(struct tc_str b)
{
	struct tc_record r = { 0 };

	return has_scheme(b) && arc_parse(b, &r);
}

static bool arc_may_start(struct tc_str b)
{
	return has_scheme(b) && b.n < ARC_LINE_MAX &&
	       !memchr(b.p, '\n', b.n);
}

static size_t arc_head(struct tc_str b)
{
	const char *nl = b.n ? memchr(b.p, '\n', b.n) : NULL;

	return nl ? (size_t)(nl - b.p) + 1 : 0;
}

const struct tc_record_format tc_record_arc = {
	.starts = arc_starts, .may_start = arc_may_start,
	.head = arc_head, .parse = arc_parse,
};
