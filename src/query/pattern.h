/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A document's number with parts left open, a star for each: "*-NQ/TW" or
 * "21-*".  A star stands for anything, a hyphen included. */
#ifndef TC_QUERY_PATTERN_H
#define TC_QUERY_PATTERN_H

#include "base/str.h"

/* Writes the pattern as canonical numbers are spelled: plain hyphens, no
 * blanks, TW for TU with its horn, two digits at least.  False when it names
 * nothing beside its stars, or holds what no number has.  NFC. */
bool tc_pattern_read(struct tc_str typed, struct tc_buf *out);

/* Whether a canonical number fits, in any case.  A plain d in the pattern is a
 * d with stroke as well. */
bool tc_pattern_fits(struct tc_str pattern, struct tc_str canonical);

/* The digits that every number that fits begins with. */
struct tc_str tc_pattern_head(struct tc_str pattern);

#endif
