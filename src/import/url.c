/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/url.h"

#include "base/host.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <libxml/uri.h>
#include <stdint.h>
#include <strings.h>

#define URL_MAX_BYTES 2000	/* what browsers and sitemaps keep to */

static const char *const home_paths[] = {
	"", "index.html", "index.htm", "index.php", "index.asp", "index.aspx",
	"default.html", "default.htm", "default.asp", "default.aspx",
	"home", "home.aspx", "trang-chu", "trang-chu.html",
	"trang-chu.htm", "pages/default.aspx", "pages/home.aspx",
	"pages/trang-chu.aspx", "vi", "vn", "portal",
};

static struct tc_str behind_scheme(struct tc_str url)
{
	size_t at = tc_str_find(url, TC_STR("://"), 0);

	return at == SIZE_MAX ? (struct tc_str){ NULL, 0 } :
				tc_str_from(url, at + 3);
}

/* The bytes up to the first of the marks. */
static struct tc_str until(struct tc_str s, const char *marks)
{
	size_t n = 0;

	while (n < s.n && !strchr(marks, s.p[n]))
		n++;
	return tc_str(s.p, n);
}

/* Without port; an IPv6 address has colons between its brackets. */
static struct tc_str without_port(struct tc_str s)
{
	if (!s.n || *s.p != '[')
		return until(s, ":");
	size_t n = until(s, "]").n;
	return n < s.n ? tc_str(s.p, n + 1) : (struct tc_str){ NULL, 0 };
}

struct tc_str tc_url_host(struct tc_str url)
{
	struct tc_str rest = behind_scheme(url);

	rest = until(rest, "/?#");
	for (size_t i = 0; i < rest.n; i++)
		if (rest.p[i] == '@')
			return without_port(tc_str_from(rest, i + 1));
	return without_port(rest);
}

/* Names as resolvers know them, in Unicode too, and addresses.  What else a
 * page may say is no host, and shown or completed could only do harm. */
static bool is_host(struct tc_str host)
{
	const char *p = host.p, *end = tc_str_end(host);

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (!tc_char_is_letter(c) && !tc_char_is_digit(c) &&
		    !tc_char_is_mark(c) && c != '.' && c != '-' && c != '_' &&
		    !(*host.p == '[' && (c == '[' || c == ']' || c == ':')))
			return false;
	}
	return host.n;
}

static bool is_web(struct tc_str url)
{
	return (url.n > 7 && strncasecmp(url.p, "http://", 7) == 0) ||
	       (url.n > 8 && strncasecmp(url.p, "https://", 8) == 0);
}

static bool is_clean(struct tc_str url)
{
	for (size_t i = 0; i < url.n; i++)
		if ((unsigned char)url.p[i] <= ' ' || url.p[i] == 0x7F)
			return false;
	return tc_utf8_valid(url) == url.n;
}

static struct tc_str lower_head(struct tc_arena *arena, struct tc_str url)
{
	struct tc_str copy = tc_arena_str(arena, url);
	struct tc_str rest = behind_scheme(copy);
	size_t end = (size_t)(rest.p - copy.p) + until(rest, "/?#").n;
	char *p = (char *)copy.p;

	for (size_t i = 0; i < end; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] + 32);
	return copy;
}

struct tc_str tc_url_resolve(struct tc_arena *arena, struct tc_str value,
			     struct tc_str base)
{
	struct tc_str none = { NULL, 0 };

	value = until(tc_str_trim(value), "#");
	if (!value.n || value.n > URL_MAX_BYTES || !is_clean(value))
		return none;
	if (!is_web(value)) {
		if (!is_web(base) || base.n > URL_MAX_BYTES)
			return none;
		TC_SCOPED_FREE char *v = tc_strdup(value);
		TC_SCOPED_FREE char *b = tc_strdup(base);
		xmlChar *full = xmlBuildURI((xmlChar *)v, (xmlChar *)b);
		value = tc_arena_str(arena, tc_str0((char *)full));
		xmlFree(full);
	}
	if (!is_web(value) || !is_host(tc_url_host(value)))
		return none;
	return lower_head(arena, value);
}

bool tc_url_same_site(struct tc_str a, struct tc_str b)
{
	return tc_str_eq(tc_host_plain(tc_url_host(a)),
			 tc_host_plain(tc_url_host(b)));
}

bool tc_url_is_home(struct tc_str url)
{
	struct tc_str rest = behind_scheme(url);
	size_t slash = until(rest, "/?#").n;

	if (!rest.n || tc_str_find(rest, TC_STR("?"), 0) != SIZE_MAX)
		return false;
	struct tc_str path = tc_str_from(rest, slash);
	while (path.n && *path.p == '/')
		path = tc_str_from(path, 1);
	while (path.n && path.p[path.n - 1] == '/')
		path.n--;
	for (size_t i = 0; i < sizeof home_paths / sizeof *home_paths; i++)
		if (path.n == strlen(home_paths[i]) &&
		    strncasecmp(path.p, home_paths[i], path.n) == 0)
			return true;
	return false;
}
