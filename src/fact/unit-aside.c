/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a name is printed with: a short form in brackets, a line of its own. */
#include "config.h"

#include "fact/unit-part.h"

#define SHORT_TOKENS_MAX 3	/* "LĐ-TB&XH" */
#define LINE_TOKENS_MAX 12	/* of a name that fills its line */

/* Or the text ends there. */
static bool on_new_line(const struct tc_scan *s, size_t i)
{
	return i == s->tokens.n || tc_scan_begins_line(s, i);
}

/* The whole line is the name, whose head stands behind the line's number:
 * "3. Viện Kiểm định quốc gia vắc xin và sinh phẩm y tế". */
void tc_part_line(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *const n = p->n;
	const struct tc_scan *const s = n->scan;
	const size_t head = n->head;
	size_t k = p->at;

	if (!tc_namer_joined(n, k) || tc_namer_upper(n, k) ||
	    !tc_namer_case_tells(n) ||
	    !(head && tc_namer_digit(n, head - 1) && on_new_line(s, head - 1)))
		return;
	while (k < p->at + LINE_TOKENS_MAX && !on_new_line(s, k)) {
		const enum tc_gap gap = tc_scan_gap(s, k);
		if ((gap != TC_GAP_BLANK && gap != TC_GAP_COMMA) ||
		    (tc_namer_verb(n, k) &&
		     !tc_str_is(tc_namer_token(n, k)->exact, "và")))
			return;
		k++;
	}
	if (k < p->at + LINE_TOKENS_MAX)
		tc_part_run(p, k);
}

/* "Việt Nam" of "Hội Cựu chiến binh (CCB) Việt Nam huyện X": as without the
 * bracket no part of the name. */
static void skip_country(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *n = p->n;
	const size_t i = p->at;

	if (i < n->limit && tc_namer_country(n, i) &&
	    tc_namer_joined(n, i + 2) && tc_namer_area(n, i + 2))
		p->at = p->closed = i + 2;
}

void tc_part_skip_short_form(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *n = p->n;
	const size_t i = p->at;

	if (tc_scan_gap(n->scan, i) != TC_GAP_OPEN)
		return;
	for (size_t k = i; k < i + SHORT_TOKENS_MAX && k + 1 < n->limit; k++) {
		if (k > i && !(tc_namer_token(n, k)->flags & TC_TOKEN_CAPS))
			return;
		if (tc_scan_gap(n->scan, k + 1) == TC_GAP_CLOSE) {
			p->at = p->closed = k + 1;
			p->name->brief = i;
			skip_country(p);
			return;
		}
	}
}
