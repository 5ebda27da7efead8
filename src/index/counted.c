/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/counted.h"

#include "fact/date.h"

/* Once: an article is counted once for each. */
static void put(struct tc_buf *out, size_t start, enum tc_facet facet,
		struct tc_str s)
{
	struct tc_str seen = tc_str_from(tc_buf_str(out), start), other;
	enum tc_facet f;

	if (!s.n || s.n > 255)
		return;
	while (tc_counted_next(&seen, &f, &other) > 0)
		if (f == facet && tc_str_eq(other, s))
			return;
	tc_buf_addc(out, (char)facet);
	tc_buf_addc(out, (char)s.n);
	tc_buf_addstr(out, s);
}

void tc_counted_put(const struct tc_article *a, struct tc_buf *out)
{
	const size_t start = out->n;
	char year[TC_DATE_MAX];

	for (size_t i = 0; i < a->number_count; i++) {
		put(out, start, TC_FACET_NUMBER, a->numbers[i].canonical);
		put(out, start, TC_FACET_TYPE, a->numbers[i].type);
		put(out, start, TC_FACET_ISSUER, a->numbers[i].issuer);
	}
	for (size_t i = 0; i < a->unit_count; i++)
		put(out, start, TC_FACET_UNIT, a->units[i].canonical);
	if (tc_date_known(a->published.date))
		put(out, start, TC_FACET_YEAR,
		    tc_str0(tc_date_print((struct tc_date){
			    .year = a->published.date.year }, year)));
	put(out, start, TC_FACET_SITE, a->site);
}
