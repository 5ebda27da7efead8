/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/page.h"

#include "base/language.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

const char *tc_reject_name(enum tc_reject_reason reason)
{
	static const char *const names[TC_REJECT_COUNT] = {
		[TC_REJECT_NONE] = N_("none"),
		[TC_REJECT_EMPTY] = N_("empty"),
		[TC_REJECT_TOO_LARGE] = N_("too-large"),
		[TC_REJECT_UNREADABLE] = N_("unreadable"),
		[TC_REJECT_BINARY] = N_("binary"),
		[TC_REJECT_UNSUPPORTED_TYPE] = N_("unsupported-type"),
		[TC_REJECT_CHARSET] = N_("charset"),
		[TC_REJECT_MALFORMED] = N_("malformed"),
		[TC_REJECT_NO_ARTICLE] = N_("no-article"),
		[TC_REJECT_LIST_PAGE] = N_("list-page"),
		[TC_REJECT_HOME_PAGE] = N_("home-page"),
		[TC_REJECT_LOOP] = N_("loop"),
		[TC_REJECT_SPECIAL_FILE] = N_("special-file"),
		[TC_REJECT_HTTP_STATUS] = N_("http-status"),
		[TC_REJECT_REVISIT_UNRESOLVED] = N_("revisit-unresolved"),
		[TC_REJECT_BROKEN_RECORD] = N_("broken-record"),
		[TC_REJECT_ENCRYPTED] = N_("encrypted"),
		[TC_REJECT_NESTED_TOO_DEEP] = N_("nested-too-deep"),
		[TC_REJECT_DECOMPRESSION_BOMB] = N_("decompression-bomb"),
		[TC_REJECT_PARSER_CRASHED] = N_("parser-crashed"),
		[TC_REJECT_PARSER_TIMEOUT] = N_("parser-timeout"),
		[TC_REJECT_PARSER_MEMORY] = N_("parser-memory"),
		[TC_REJECT_TAKEN_DOWN] = N_("taken-down"),
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
