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

static size_t char_start(const char *s, size_t at)
{
	while (at && ((unsigned char)s[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* What was typed may be long, and what is wrong with it stands behind: the
 * middle is left out. */
static void put(char message[TC_MESSAGE_MAX], const char *whole, size_t n)
{
	static const char gap[] = " ... ";

	if (n < TC_MESSAGE_MAX) {
		memcpy(message, whole, n + 1);
		return;
	}
	const size_t head = char_start(whole, TC_MESSAGE_MAX / 2);
	size_t tail = n - (TC_MESSAGE_MAX - 1 - head - (sizeof gap - 1));
	while (((unsigned char)whole[tail] & 0xC0) == 0x80)
		tail++;
	memcpy(message, whole, head);
	memcpy(message + head, gap, sizeof gap - 1);
	memcpy(message + head + sizeof gap - 1, whole + tail, n - tail + 1);
}

__attribute__((format(printf, 2, 0)))
static void print(char message[TC_MESSAGE_MAX], const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	const int n = vsnprintf(message, TC_MESSAGE_MAX, fmt, ap);
	if (n >= TC_MESSAGE_MAX) {
		char *whole = malloc((size_t)n + 1);
		if (whole) {
			vsnprintf(whole, (size_t)n + 1, fmt, again);
			put(message, whole, (size_t)n);
			free(whole);
		} else {
			message[char_start(message, TC_MESSAGE_MAX - 2)] = '\0';
		}
	}
	va_end(again);
}

int tc_fail(struct tc_error *err, enum tc_code code, const char *fmt, ...)
{
	if (!err)
		return -1;
	va_list ap;
	va_start(ap, fmt);
	err->code = code;
	print(err->message, _(fmt), ap);
	va_end(ap);
	return -1;
}

/* One behind the other, in the place of either. */
static void join(char message[TC_MESSAGE_MAX], const char *first,
		 const char *between, const char *second)
{
	char whole[2 * TC_MESSAGE_MAX + 2];

	put(message, whole, (size_t)snprintf(whole, sizeof whole, "%s%s%s",
					     first, between, second));
}

void tc_error_context(struct tc_error *err, const char *fmt, ...)
{
	if (!err)
		return;
	char context[TC_MESSAGE_MAX];
	va_list ap;
	va_start(ap, fmt);
	print(context, _(fmt), ap);
	va_end(ap);
	join(err->message, context, ": ", err->message);
}

void tc_error_add(struct tc_error *err, const char *fmt, ...)
{
	if (!err)
		return;
	char more[TC_MESSAGE_MAX];
	va_list ap;
	va_start(ap, fmt);
	print(more, _(fmt), ap);
	va_end(ap);
	join(err->message, err->message, "", more);
}

void tc_bug_at(const char *file, int line, const char *what)
{
	fprintf(stderr, "bug at %s:%d: %s\n", file, line, what);
	exit(tc_code_exit(TC_E_BUG));
}
