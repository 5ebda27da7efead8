/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Text that is shown on a terminal and must not act on it.  Control
 * characters (C0 but line feed, DEL, C1) and those that turn the direction of
 * writing or hide it (Unicode Annex 9: U+061C, U+200E, U+200F, U+202A to
 * U+202E, U+2066 to U+2069) appear as \x1B and \u202E.  So do U+2028 and
 * U+2029, which some programs take for the end of a line, and U+FFFE and
 * U+FFFF, which XML does not have.  The other formats have the same rule,
 * since what is printed to be kept is looked at in terminals too; JSON escapes
 * the same characters, but for the last two, in its own way (json.c).
 */
#ifndef TC_QUERY_TERMINAL_H
#define TC_QUERY_TERMINAL_H

#include "base/str.h"

#include <stdint.h>

/* Whether the character is one of them; line feed is. */
bool tc_terminal_unsafe(uint32_t c);

/* Append a character, a text (any bytes; what is no UTF-8 appears as \xFF), a
 * text of one line, where a line feed is \x0A. */
void tc_terminal_put_char(struct tc_buf *out, uint32_t c);
void tc_terminal_put(struct tc_buf *out, struct tc_str s);
void tc_terminal_put_line(struct tc_buf *out, struct tc_str s);

/* The text as a value of a table, a reference, a graph or a page: as above,
 * but blanks in place of tabs, returns, U+2028, U+2029, NUL bytes and, when
 * `line`, line feeds.  `s` itself when nothing is to change, else made in `room`. */
struct tc_str tc_terminal_value(struct tc_str s, bool line,
				struct tc_buf *room);

/* Whether what is written there reaches a terminal that knows its sequences:
 * TERM is set, and not to "dumb". */
bool tc_terminal_obeys(int fd);
/* The same where NO_COLOR does not forbid it. */
bool tc_terminal_wants_color(int fd);

/* An address in printable ASCII: other bytes, and those of `also`, as RFC 3986
 * escapes them. */
void tc_terminal_put_url(struct tc_buf *out, struct tc_str url,
			 const char *also);

/* The start of a hyperlink (OSC 8), or nothing when `url` is not an address
 * of the web; true when tc_terminal_link_end() is due. */
bool tc_terminal_link(struct tc_buf *out, struct tc_str url);
void tc_terminal_link_end(struct tc_buf *out);

#endif
