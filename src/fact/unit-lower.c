/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of bodies whose words are all in lower case, up to the area: "Chi cục
 * thủy lợi tỉnh X", "trung tâm dạy nghề huyện Y". */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

#define FIELDS (TC_UNIT_TASK | TC_UNIT_FIELD | TC_UNIT_NOUN)
#define WORDS_MAX 10 /* "phát triển doanh nghiệp và hỗ trợ đầu tư" */

/* The head, which ends before token i, has its capital. */
static bool has_capital(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_upper(n, i - 1) || (i > 1 && tc_namer_upper(n, i - 2));
}

/* A field of work; behind a head with its capital of these another word, too.
 * "Trung tâm kinh tế tỉnh X" is no body. */
static bool begins(const struct tc_unit_namer *n, size_t i)
{
	static const char *const heads[] = { "cục", "tâm", "viện" };
	static const char *const ranks[] = {
		"trưởng", "phó", "tuyến", "cấp", "hội",
	};
	static const char *const seats[] = {
		"kinh tế", "hành chính", "thương mại", "công nghiệp", "du lịch",
	};
	const unsigned int others = TC_UNIT_STOP | TC_UNIT_GENERIC |
		TC_UNIT_PLURAL | TC_UNIT_LINK | TC_UNIT_OFFICE | TC_UNIT_COUNTED;
	size_t after;

	if (!has_capital(n, i) && TC_UNIT_ANY_AT(n->scan, i, seats))
		return false;
	if (tc_namer_word(n, i, FIELDS, &after) && after > i + 1)
		return true;
	return has_capital(n, i) &&
	       TC_AMONG(tc_namer_token(n, i - 1)->exact, heads) &&
	       !TC_AMONG(tc_namer_token(n, i)->exact, ranks) &&
	       !tc_namer_word(n, i, others, &after);
}

size_t tc_namer_past_lower(struct tc_unit_namer *n, size_t i, const char *kind)
{
	size_t after;

	if (!(tc_unit_kind_is(kind, "trung-tam") ||
	      tc_unit_kind_is(kind, "organ") ||
	      tc_unit_kind_is(kind, "benh-vien")) ||
	    !i || !tc_namer_case_tells(n) || !tc_namer_joined(n, i) ||
	    tc_namer_upper(n, i) || !begins(n, i))
		return i;
	for (size_t k = i; k < i + WORDS_MAX && k < n->limit;) {
		if (k > i && tc_namer_names_area(n, k))
			return k;
		const bool field =
			tc_namer_word(n, k, FIELDS, &after) && after > k + 1;
		const enum tc_gap gap = tc_scan_gap(n->scan, k);
		if (!tc_namer_joined(n, k) &&
		    !(field && (gap == TC_GAP_COMMA || gap == TC_GAP_DASH)))
			break;
		if (tc_namer_upper(n, k) || tc_namer_digit(n, k) ||
		    (!field && tc_namer_stops(n, k)))
			break;
		k = field ? after : k + 1;
	}
	return i;
}
