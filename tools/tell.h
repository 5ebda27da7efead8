/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A line on standard error.  It may quote what was typed, the name of a file
 * or an article: what could act on a terminal is escaped. */
#ifndef TC_TOOLS_TELL_H
#define TC_TOOLS_TELL_H

void tell(const char *program, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
