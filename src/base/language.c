/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/language.h"

#ifdef ENABLE_NLS
#include "base/file.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static enum { UNKNOWN, ENGLISH, TRANSLATED } state;
static bool used = true;

/* What setlocale() would find for messages, by POSIX; it costs more. */
static const char *locale_name(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return value;
	}
	return "C";
}

/* The C locale is; in C.UTF-8 and in English ones LANGUAGE may say otherwise. */
static bool is_english(const char *locale)
{
	const char *language = getenv("LANGUAGE");

	if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
		return true;
	return !(language && *language) &&
	       (strncmp(locale, "C.", 2) == 0 || strncmp(locale, "en", 2) == 0);
}

/* A locale that is not installed, as in a small container, still names a
 * language: the one locale that is always there takes it from LANGUAGE, which
 * says nothing where it is empty. */
static bool set_locale(const char *locale)
{
	const char *language = getenv("LANGUAGE");

	if (setlocale(LC_MESSAGES, ""))
		return true;
	if (!(language && *language))
		setenv("LANGUAGE", locale, 1);
	return setlocale(LC_MESSAGES, "C.UTF-8");
}

static bool open_catalogue(void)
{
	const char *locale = locale_name();
	const char *dir = getenv("TRACUU_LOCALEDIR");
	TC_SCOPED_BUF beside = { 0 };

	if (is_english(locale) || !set_locale(locale))
		return false;
	if (!dir || !*dir)
		dir = tc_file_beside("po", &beside) ? tc_buf_cstr(&beside) :
						      TC_LOCALEDIR;
	bindtextdomain(PACKAGE, dir);
	/* what the programs print is UTF-8, whatever the locale says */
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	return true;
}

static bool is_translated(void)
{
	if (used && state == UNKNOWN) {
		state = ENGLISH;	/* what fails meanwhile says so in it */
		if (open_catalogue())
			state = TRANSLATED;
	}
	return used && state == TRANSLATED;
}

const char *tc_language_say(const char *message)
{
	/* the empty id is that of the catalogue's head */
	return *message && is_translated() ? dgettext(PACKAGE, message) :
					     message;
}

const char *tc_language_say_n(const char *one, const char *many,
			      unsigned long n)
{
	if (is_translated())
		return dngettext(PACKAGE, one, many, n);
	return n == 1 ? one : many;
}

bool tc_language_use(bool translated)
{
	const bool before = used;

	used = translated;
	return before;
}
#else
const char *tc_language_say(const char *message)
{
	return message;
}

const char *tc_language_say_n(const char *one, const char *many,
			      unsigned long n)
{
	return n == 1 ? one : many;
}

bool tc_language_use(bool translated)
{
	return translated;
}
#endif
