/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/terminal.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <unistd.h>

bool tc_terminal_unsafe(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C ||
	       c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xFFFE || c == 0xFFFF;
}

void tc_terminal_put_char(struct tc_buf *out, uint32_t c)
{
	char bytes[4];

	if (!tc_terminal_unsafe(c))
		tc_buf_add(out, bytes, tc_utf8_put(bytes, c));
	else if (c < 0x100)
		tc_buf_printf(out, "\\x%02X", c);
	else
		tc_buf_printf(out, "\\u%04X", c);
}

/* How a character appears in a text, a value of several lines, and one of one
 * line. */
typedef void put_fn(struct tc_buf *out, uint32_t c);

static void put_in_text(struct tc_buf *out, uint32_t c)
{
	if (c == '\n')
		tc_buf_addc(out, '\n');
	else
		tc_terminal_put_char(out, c);
}

static void put_in_value(struct tc_buf *out, uint32_t c)
{
	if (c == '\t' || c == '\r' || !c || c == 0x2028 || c == 0x2029)
		tc_buf_addc(out, ' ');
	else
		put_in_text(out, c);
}

static void put_in_line(struct tc_buf *out, uint32_t c)
{
	put_in_value(out, c == '\n' ? '\t' : c);
}

static void put_valid(struct tc_buf *out, struct tc_str s, put_fn *put)
{
	const char *p = s.p, *end = tc_str_end(s);

	while (p < end)
		put(out, tc_utf8_next(&p, end));
}

static void put_any(struct tc_buf *out, struct tc_str s, put_fn *put)
{
	while (s.n) {
		size_t n = tc_utf8_valid(s);
		put_valid(out, tc_str(s.p, n), put);
		s = tc_str_from(s, n);
		if (!s.n)
			return;
		tc_buf_printf(out, "\\x%02X", (unsigned char)*s.p);
		s = tc_str_from(s, 1);
	}
}

void tc_terminal_put(struct tc_buf *out, struct tc_str s)
{
	put_any(out, s, put_in_text);
}

void tc_terminal_put_line(struct tc_buf *out, struct tc_str s)
{
	put_any(out, s, tc_terminal_put_char);
}

static bool is_safe(struct tc_str s)
{
	const char *p = s.p, *end = tc_str_end(s);

	if (tc_utf8_valid(s) < s.n)
		return false;
	while (p < end)
		if (tc_terminal_unsafe(tc_utf8_next(&p, end)))
			return false;
	return true;
}

struct tc_str tc_terminal_value(struct tc_str s, bool line,
				struct tc_buf *room)
{
	if (is_safe(s))
		return s;
	tc_buf_clear(room);
	put_any(room, s, line ? put_in_line : put_in_value);
	return tc_buf_str(room);
}

static bool is_web(struct tc_str url)
{
	return tc_str_starts(url, TC_STR("http://")) ||
	       tc_str_starts(url, TC_STR("https://"));
}

bool tc_terminal_obeys(int fd)
{
	const char *term = getenv("TERM");

	return isatty(fd) && term && *term && strcmp(term, "dumb") != 0;
}

bool tc_terminal_wants_color(int fd)
{
	const char *no_color = getenv("NO_COLOR");

	return tc_terminal_obeys(fd) && !(no_color && *no_color);
}

void tc_terminal_put_url(struct tc_buf *out, struct tc_str url,
			 const char *also)
{
	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.p[i];
		if (c > 0x20 && c < 0x7F && !strchr(also, c))
			tc_buf_addc(out, (char)c);
		else
			tc_buf_printf(out, "%%%02X", c);
	}
}

/* Nothing of the address can end the sequence. */
bool tc_terminal_link(struct tc_buf *out, struct tc_str url)
{
	if (!is_web(url))
		return false;
	tc_buf_puts(out, "\033]8;;");
	tc_terminal_put_url(out, url, "");
	tc_buf_puts(out, "\033\\");
	return true;
}

void tc_terminal_link_end(struct tc_buf *out)
{
	tc_buf_puts(out, "\033]8;;\033\\");
}
