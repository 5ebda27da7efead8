/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/mirror.h"

#include <stdio.h>
#include <strings.h>
#include <time.h>

#define HOST_MAX 253
#define LABEL_MAX 63

/* Of the hosts that hold Vietnamese news: a directory "v1.backup" is none. */
static const char *const top_domains[] = {
	"vn", "com", "net", "org", "info", "edu", "gov", "biz", "asia",
	"name", "news", "online", "site", "top", "xyz", "tv", "co", "io",
	"us", "me", "cc", "eu", "uk", "de", "fr", "jp", "cn", "la", "kh",
	"ru", "au", "ca", "sg", "int", "local", "test", "example",
};

static bool is_host_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-';
}

static bool is_port(struct tc_str s)
{
	if (!s.n || s.n > 5)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

static bool is_top_domain(struct tc_str s)
{
	for (size_t i = 0; i < sizeof top_domains / sizeof *top_domains; i++)
		if (s.n == strlen(top_domains[i]) &&
		    strncasecmp(s.p, top_domains[i], s.n) == 0)
			return true;
	return false;
}

/* "a.example.vn", "example.vn:8080", "example.vn+8080" (wget on Windows): the
 * length of the name; 0 when it is none. */
static size_t host_length(struct tc_str dir)
{
	size_t n = 0, label = 0, dots = 0;

	for (; n < dir.n && (is_host_byte(dir.p[n]) || dir.p[n] == '.'); n++) {
		bool dot = dir.p[n] == '.';
		if (dot && n == label)
			return 0;
		dots += dot;
		label = dot ? n + 1 : label;
		if (n + 1 - label > LABEL_MAX + 1)
			return 0;
	}
	if (!dots || n > HOST_MAX ||
	    !is_top_domain(tc_str(dir.p + label, n - label)))
		return 0;
	if (n < dir.n && ((dir.p[n] != ':' && dir.p[n] != '+') ||
			  !is_port(tc_str_from(dir, n + 1))))
		return 0;
	return n;
}

/* wget names the page of a directory index.html, and what has a query
 * "page.php?id=5.html" when told to. */
static struct tc_str without_additions(struct tc_str path)
{
	static const struct tc_str index = { "/index.html", 11 };
	bool query = memchr(path.p, '?', path.n) != NULL;

	if (tc_str_ends(path, index))
		path.n -= index.n - 1;
	else if (query && tc_str_ends(path, TC_STR(".html")))
		path.n -= 5;
	return path;
}

static void add_escaped(struct tc_buf *url, struct tc_str path)
{
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];
		if (c <= ' ' || c >= 0x7F || strchr("\"<>\\^`{|}#", c))
			tc_buf_printf(url, "%%%02X", c);
		else
			tc_buf_addc(url, (char)c);
	}
}

static void add_url(struct tc_buf *url, bool secure, struct tc_str dir,
		    size_t host, struct tc_str path)
{
	tc_buf_puts(url, secure ? "https://" : "http://");
	tc_buf_add(url, dir.p, host);
	if (host < dir.n) {
		tc_buf_addc(url, ':');
		tc_buf_addstr(url, tc_str_from(dir, host + 1));
	}
	add_escaped(url, path);
}

void tc_mirror_url(struct tc_str path, struct tc_buf *url)
{
	struct tc_str rest = path, dir, above = { NULL, 0 };

	while (tc_str_split(&rest, '/', &dir) && rest.p) {
		size_t host = host_length(dir);
		if (host) {
			size_t at = (size_t)(rest.p - path.p) - 1;
			add_url(url, tc_str_is(above, "https"), dir, host,
				without_additions(tc_str_from(path, at)));
			return;
		}
		above = dir;
	}
}

/* "Mon, 01 Jan 2024 03:04:05 GMT" */
static int64_t read_time(struct tc_str s)
{
	char text[64];
	struct tm tm = { 0 };

	snprintf(text, sizeof text, "%.*s", TC_ARG(s));
	/* English names, whatever the locale: the program sets LC_CTYPE
	 * only */
	const char *end = strptime(text, "%a, %d %b %Y %H:%M:%S GMT", &tm);
	return end ? (int64_t)timegm(&tm) * 1000000000 : 0;
}

void tc_mirror_comment(struct tc_str page, struct tc_buf *url,
		       int64_t *fetched_ns)
{
	static const struct tc_str open = { "<!-- Mirrored from ", 19 },
				   by = { " by HTTrack Website Copier/", 27 },
				   comma = { "], ", 3 };
	size_t at = tc_str_find(page, open, 0);

	if (at == SIZE_MAX)
		return;
	size_t end = tc_str_find(page, TC_STR("-->"), at);
	if (end == SIZE_MAX)
		return;
	struct tc_str said = tc_str(page.p + at + open.n, end - at - open.n);
	size_t host_end = tc_str_find(said, by, 0);
	if (host_end == SIZE_MAX || !host_end)
		return;
	struct tc_str from = tc_str(said.p, host_end);
	if (tc_str_find(from, TC_STR("://"), 0) == SIZE_MAX)
		tc_buf_puts(url, "http://");
	add_escaped(url, from);
	size_t date = tc_str_find(said, comma, host_end);
	if (date != SIZE_MAX)
		*fetched_ns = read_time(tc_str_from(said, date + comma.n));
}
