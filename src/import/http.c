/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/http.h"

#include "import/coding.h"

#include <strings.h>

/* Several codings on one body are seen, five never. */
#define CODINGS_MAX 4

bool tc_http_is(struct tc_str name, const char *wanted)
{
	return name.n == strlen(wanted) &&
	       strncasecmp(name.p, wanted, name.n) == 0;
}

bool tc_http_header(struct tc_str *rest, struct tc_str *name,
		    struct tc_str *value)
{
	struct tc_str line;

	/* a line without a colon (a folded one, a mistake) is passed over */
	while (rest->n && tc_str_split(rest, '\n', &line)) {
		line = tc_str_trim(line);
		if (!line.n)
			return false;
		const char *colon = memchr(line.p, ':', line.n);
		if (!colon)
			continue;
		size_t at = (size_t)(colon - line.p);
		*name = tc_str_trim(tc_str(line.p, at));
		*value = tc_str_trim(tc_str_from(line, at + 1));
		return true;
	}
	return false;
}

/* "HTTP/1.1 200 OK" */
static bool read_status(struct tc_str line, int *status)
{
	struct tc_str version;

	if (!tc_str_starts(line, TC_STR("HTTP/")) ||
	    !tc_str_split(&line, ' ', &version))
		return false;
	line = tc_str_trim(line);
	*status = 0;
	for (size_t i = 0; i < 3; i++) {
		if (i == line.n || line.p[i] < '0' || line.p[i] > '9')
			return false;
		*status = *status * 10 + (line.p[i] - '0');
	}
	return true;
}

static void take(struct tc_http *h, struct tc_str name, struct tc_str value)
{
	struct {
		const char *name;
		struct tc_str *to;
	} const fields[] = {
		{ "Content-Type", &h->type },
		{ "Location", &h->location },
		{ "Content-Encoding", &h->coding },
	};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (tc_http_is(name, fields[i].name) && !fields[i].to->n)
			*fields[i].to = value;
	if (tc_http_is(name, "Transfer-Encoding") && value.n >= 7 &&
	    strncasecmp(value.p + value.n - 7, "chunked", 7) == 0)
		h->chunked = true;
}

bool tc_http_parse(struct tc_str block, struct tc_http *h)
{
	struct tc_str line, name, value;

	*h = (struct tc_http){ 0 };
	if (!tc_str_split(&block, '\n', &line) ||
	    !read_status(line, &h->status))
		return false;
	while (tc_http_header(&block, &name, &value))
		take(h, name, value);
	h->body = block;
	return true;
}

/* The last in a list "gzip, br" is what was done last; the list without it. */
static struct tc_str last_coding(struct tc_str *list)
{
	size_t n = list->n;

	while (n && list->p[n - 1] != ',')
		n--;
	struct tc_str last = tc_str_trim(tc_str_from(*list, n));
	list->n = n ? n - 1 : 0;
	return last;
}

static void unchunk(const struct tc_http *h, struct tc_buf *out)
{
	if (!h->chunked || tc_coding_dechunk(h->body, out) != TC_CODED_OK)
		tc_buf_addstr(out, h->body);
}

static void swap(struct tc_buf *a, struct tc_buf *b)
{
	struct tc_buf was = *a;

	*a = *b;
	*b = was;
}

bool tc_http_body(const struct tc_http *h, size_t limit, struct tc_buf *out)
{
	TC_SCOPED_BUF now = { 0 }, next = { 0 };
	struct tc_str list = h->coding;

	unchunk(h, &now);
	for (int i = 0; i < CODINGS_MAX; i++) {
		struct tc_str name = last_coding(&list);
		if (!name.n && !tc_coding_is_packed(tc_buf_str(&now)))
			break;
		tc_buf_clear(&next);
		enum tc_coded how = tc_coding_decode(name, tc_buf_str(&now),
						     limit, &next);
		if (how == TC_CODED_TOO_LARGE)
			return false;
		if (how == TC_CODED_OK)
			swap(&now, &next);
	}
	if (now.n > limit)
		return false;
	tc_buf_addstr(out, tc_buf_str(&now));
	return true;
}
