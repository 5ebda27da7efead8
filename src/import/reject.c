/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/page.h"

#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

const char *tc_reject_name(enum tc_reject_reason reason)
{
	static const char *const names[TC_REJECT_COUNT] = {
		[TC_REJECT_NONE] = "none",
		[TC_REJECT_EMPTY] = "empty",
		[TC_REJECT_TOO_LARGE] = "too-large",
		[TC_REJECT_UNREADABLE] = "unreadable",
		[TC_REJECT_BINARY] = "binary",
		[TC_REJECT_UNSUPPORTED_TYPE] = "unsupported-type",
		[TC_REJECT_CHARSET] = "charset",
		[TC_REJECT_MALFORMED] = "malformed",
		[TC_REJECT_NO_ARTICLE] = "no-article",
		[TC_REJECT_LIST_PAGE] = "list-page",
		[TC_REJECT_HOME_PAGE] = "home-page",
		[TC_REJECT_LOOP] = "loop",
		[TC_REJECT_SPECIAL_FILE] = "special-file",
		[TC_REJECT_HTTP_STATUS] = "http-status",
		[TC_REJECT_REVISIT_UNRESOLVED] = "revisit-unresolved",
		[TC_REJECT_BROKEN_RECORD] = "broken-record",
		[TC_REJECT_ENCRYPTED] = "encrypted",
		[TC_REJECT_NESTED_TOO_DEEP] = "nested-too-deep",
		[TC_REJECT_DECOMPRESSION_BOMB] = "decompression-bomb",
		[TC_REJECT_PARSER_CRASHED] = "parser-crashed",
		[TC_REJECT_PARSER_TIMEOUT] = "parser-timeout",
		[TC_REJECT_PARSER_MEMORY] = "parser-memory",
		[TC_REJECT_TAKEN_DOWN] = "taken-down",
	};
	return names[reason];
}

bool tc_reject_is_name(struct tc_str name)
{
	for (int r = TC_REJECT_NONE + 1; r < TC_REJECT_COUNT; r++)
		if (tc_str_is(name, tc_reject_name((enum tc_reject_reason)r)))
			return true;
	return false;
}

/* Decided by something beside the bytes: who may read them, other records of
 * the input, a list that the archivist keeps. */
static const enum tc_reject_reason passing[] = {
	TC_REJECT_UNREADABLE, TC_REJECT_REVISIT_UNRESOLVED,
	TC_REJECT_TAKEN_DOWN,
	/* what stands before the bomb in its file is to be seen, too */
	TC_REJECT_DECOMPRESSION_BOMB,
};

bool tc_reject_is_lasting(const char *name)
{
	for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
		if (strcmp(name, tc_reject_name(passing[i])) == 0)
			return false;
	return true;
}

int tc_reject_set(struct tc_reject *r, struct tc_arena *arena,
		  enum tc_reject_reason reason, const char *fmt, ...)
{
	char detail[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(detail, sizeof detail, fmt, ap);
	va_end(ap);
	r->reason = reason;
	r->detail = tc_str0(detail);
	r->detail.n = tc_utf8_valid(r->detail);	/* it may have been cut */
	r->detail = tc_arena_str(arena, r->detail);
	return 0;
}
