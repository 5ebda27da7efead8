/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Messages in the user's language, by GNU gettext.  Message ids are English:
 * whole sentences, with what changes as conversions of printf.  Formats of
 * tc_fail() and tc_error_context() are looked up by these themselves; other
 * text for people is marked:
 *
 *   printf(_("%s: not found\n"), name);
 *   static const char *const help[] = { N_("the archive") }; puts(_(help[0]));
 *   printf(P_("%u article", "%u articles", n), n);
 *
 * Never marked: codes, names of fields and columns, values of JSON, what is
 * stored in an archive, and logs that programs read.
 *
 * The catalogue is opened by the first message that asks for it, and not at
 * all in the C locale: a program that is started for each request pays only
 * for what it says.
 */
#ifndef TC_BASE_LANGUAGE_H
#define TC_BASE_LANGUAGE_H

#include <stdbool.h>

/* The translation, or `message`; it lives as long as the program. */
const char *tc_language_say(const char *message)
	__attribute__((format_arg(1)));
const char *tc_language_say_n(const char *one, const char *many,
			      unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));

/* False: English from now on, for what programs read.  Returns what was. */
bool tc_language_use(bool translated);

#define _(message) tc_language_say(message)
#define P_(one, many, n) tc_language_say_n(one, many, n)
#define N_(message) message

#endif
