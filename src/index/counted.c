/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/counted.h"

#include "base/slots.h"
#include "fact/date.h"

struct counted {
	struct tc_buf *out;
	size_t start;
	struct tc_slots seen;	/* bytes behind `start` */
};

static bool is_new(struct counted *c, uint32_t hash, enum tc_facet facet,
		   struct tc_str s)
{
	const struct tc_str all = tc_str_from(tc_buf_str(c->out), c->start);
	size_t step = 0;

	for (uint32_t at; (at = tc_slots_next(&c->seen, hash, &step)) !=
			  UINT32_MAX;) {
		struct tc_str rest = tc_str_from(all, at), other;
		enum tc_facet f;
		if (tc_counted_next(&rest, &f, &other) > 0 && f == facet &&
		    tc_str_eq(other, s))
			return false;
	}
	return true;
}

/* Once: an article is counted once for each. */
static void put(struct counted *c, enum tc_facet facet, struct tc_str s)
{
	const uint32_t hash = tc_str_hash(s, (uint32_t)facet);

	if (!s.n || s.n > 255 || !is_new(c, hash, facet, s))
		return;
	tc_slots_add(&c->seen, hash, (uint32_t)(c->out->n - c->start));
	tc_buf_addc(c->out, (char)facet);
	tc_buf_addc(c->out, (char)s.n);
	tc_buf_addstr(c->out, s);
}

void tc_counted_put(const struct tc_article *a, struct tc_buf *out)
{
	struct counted c = { .out = out, .start = out->n };
	char year[TC_DATE_MAX];

	tc_slots_init(&c.seen, 3 * a->number_count + a->unit_count + 2);
	for (size_t i = 0; i < a->number_count; i++) {
		put(&c, TC_FACET_NUMBER, a->numbers[i].canonical);
		put(&c, TC_FACET_TYPE, a->numbers[i].type);
		put(&c, TC_FACET_ISSUER, a->numbers[i].issuer);
	}
	for (size_t i = 0; i < a->unit_count; i++)
		put(&c, TC_FACET_UNIT, a->units[i].canonical);
	if (tc_date_known(a->published.date))
		put(&c, TC_FACET_YEAR,
		    tc_str0(tc_date_print((struct tc_date){
			    .year = a->published.date.year }, year)));
	put(&c, TC_FACET_SITE, a->site);
	tc_slots_release(&c.seen);
}
