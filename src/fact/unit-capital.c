/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Heads in lines of capitals. */
#include "config.h"

#include "fact/unit-part.h"

static bool caps_syllable(const struct tc_unit_namer *n, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return i < n->scan->tokens.n &&
	       (tc_namer_token(n, i)->flags & both) == both;
}

bool tc_namer_in_caps(const struct tc_unit_namer *n, size_t i, size_t after)
{
	if (TC_LIKELY(!(tc_namer_token(n, i)->flags & TC_TOKEN_CAPS)))
		return false;
	if (after - i > 1)
		return caps_syllable(n, i) || caps_syllable(n, i + 1);
	return caps_syllable(n, after) || (i > 0 && caps_syllable(n, i - 1));
}

bool tc_namer_stands_in_caps(const struct tc_unit_namer *n, size_t i,
			     size_t after, const struct tc_unit_word *w)
{
	size_t end;

	if (w->cls == TC_UNIT_DEPT)
		return (tc_unit_kind_is(w->kind, "so") ||
			tc_unit_kind_is(w->kind, "phong")) &&
		       tc_namer_joined(n, after) &&
		       tc_namer_word(n, after, TC_UNIT_FIELD, &end);
	return tc_unit_kind_is(w->kind, "doanh-nghiep") &&
	       !(tc_namer_token(n, i)->flags & TC_TOKEN_SYLLABLE);
}
