/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/error.h"

#include "base/language.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	int exit;
} codes[TC_CODE_COUNT] = {
	[TC_OK] = { "ok", 0 },
	[TC_E_USAGE] = { "usage", 2 },
	[TC_E_QUERY] = { "bad-query", 2 },
	[TC_E_INPUT] = { "bad-input", 3 },
	[TC_E_PARTIAL] = { "partial", 3 },
	[TC_E_NO_ARCHIVE] = { "no-archive", 4 },
	[TC_E_ACCESS] = { "no-access", 4 },
	[TC_E_LOCKED] = { "locked", 5 },
	[TC_E_DAMAGED] = { "damaged", 6 },
	[TC_E_SCHEMA] = { "other-schema", 7 },
	[TC_E_FORMAT_OLD] = { "format-too-old", 20 },
	[TC_E_FORMAT_NEW] = { "format-too-new", 21 },
	[TC_E_NOT_FOUND] = { "not-found", 1 },
	[TC_E_BUG] = { "bug", 70 },
	[TC_E_MEMORY] = { "out-of-memory", 71 },
	[TC_E_OUTPUT] = { "output", 74 },
	[TC_E_TEMPORARY] = { "temporary", 75 },
	[TC_E_SHARD] = { "shard", 75 },
};

int tc_code_exit(enum tc_code code)
{
	return codes[code].exit;
}

const char *tc_code_name(enum tc_code code)
{
	return codes[code].name;
}

/* Takes back a character that vsnprintf() cut in the middle. */
static void trim_broken_tail(char *s)
{
	size_t n = strlen(s);
	size_t back = 0;

	while (back < n && back < 4 &&
	       ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80)
		back++;
	if (back == n)
		return;
	unsigned char lead = (unsigned char)s[n - 1 - back];
	size_t need = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
	if (need > back)
		s[n - 1 - back] = '\0';
}

int tc_fail(struct tc_error *err, enum tc_code code, const char *fmt, ...)
{
	if (!err)
		return -1;
	va_list ap;
	va_start(ap, fmt);
	err->code = code;
	if (vsnprintf(err->message, sizeof err->message, _(fmt), ap) >=
	    (int)sizeof err->message)
		trim_broken_tail(err->message);
	va_end(ap);
	return -1;
}

void tc_error_context(struct tc_error *err, const char *fmt, ...)
{
	if (!err)
		return;
	char inner[TC_MESSAGE_MAX];
	memcpy(inner, err->message, sizeof inner);
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(err->message, sizeof err->message, _(fmt), ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= sizeof err->message - 3) {
		trim_broken_tail(err->message);
		return;
	}
	if (snprintf(err->message + n, sizeof err->message - (size_t)n,
		     ": %s", inner) >= (int)(sizeof err->message - (size_t)n))
		trim_broken_tail(err->message);
}

void tc_error_add(struct tc_error *err, const char *fmt, ...)
{
	if (!err)
		return;
	size_t n = strlen(err->message), room = sizeof err->message - n;
	va_list ap;
	va_start(ap, fmt);
	if (vsnprintf(err->message + n, room, _(fmt), ap) >= (int)room)
		trim_broken_tail(err->message);
	va_end(ap);
}

void tc_bug_at(const char *file, int line, const char *what)
{
	fprintf(stderr, "bug at %s:%d: %s\n", file, line, what);
	exit(tc_code_exit(TC_E_BUG));
}
