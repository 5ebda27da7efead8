/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What kind of thing a capture is, by its bytes: names and declared types
 * are wrong too often. */
#ifndef TC_IMPORT_SNIFF_H
#define TC_IMPORT_SNIFF_H

#include "base/str.h"

enum tc_sniff {
	TC_SNIFF_TEXT,
	TC_SNIFF_HTML,
	TC_SNIFF_EMPTY,		/* nothing, or only blanks */
	TC_SNIFF_BINARY,
	TC_SNIFF_FOREIGN,	/* a type that is known and not read */
};

/* *type (static) names a foreign type ("PDF"). */
enum tc_sniff tc_sniff(struct tc_str bytes, const char **type);

#endif
