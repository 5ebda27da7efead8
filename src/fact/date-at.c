/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date.h"

#include "fact/date-context.h"
#include "fact/date-match.h"

bool tc_date_at(const struct tc_scan *scan, uint32_t off,
		struct tc_date_mention *out)
{
	const size_t i = tc_scan_token_at(scan, off);
	struct tc_date_match m;

	*out = (struct tc_date_mention){ 0 };
	if (off >= scan->text.n || !tc_date_left_ok(scan->text, off) ||
	    !tc_date_match(scan->text, off, tc_date_trigger(scan, i), &m) ||
	    m.start != off || tc_date_is_name(scan, i, &m))
		return false;
	*out = (struct tc_date_mention){
		.start = m.start, .end = m.end,
		.printed = tc_str(scan->text.p + m.start, m.end - m.start),
		.from = m.from, .to = m.to,
		.role = TC_ROLE_EVENT,
		.inferred = m.two_digit,
		.confidence = m.to.year ? .9f : .6f,
		.rule = m.two_digit ? "two-digit-year" : "plain",
	};
	return true;
}
