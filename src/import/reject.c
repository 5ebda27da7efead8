/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/import.h"

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
	};
	return names[reason];
}
