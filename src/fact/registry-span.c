/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How long a document has been carried out: "sơ kết 5 năm thực hiện Nghị quyết
 * số 18-NQ/TW", told in 2022, is of the one of 2017.
 */
#include "config.h"

#include "fact/registry-evidence.h"

#include "fact/date.h"

#define SPAN_WORDS_MAX 12	/* between "5 năm" and the number */
#define SPAN_LEAST 2		/* of one year nothing is told so */
#define SPAN_MOST 40
/* Meetings that look back are held in the year that ends the span. */
#define EARLY_DAYS 200
#define LATE_DAYS 365

/* What may stand between: what is done with the document, and its type. */
static bool goes_on(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = {
		"thuc", "hien", "trien", "khai", "thi", "hanh", "viec", "so",
		"nghi", "quyet", "chi", "ket", "luan", "quy", "dinh", "cac",
		"chuong", "trinh", "hoc", "tap", "lam", "theo",
	};

	return TC_AMONG(tc_docnum_token(r, i)->bare, words) &&
	       tc_docnum_gap_blank(r, i + 1);
}

/* The years of "N năm thực hiện" before token i; 0 when it is not there. */
static int years_before(const struct tc_docnum_reader *r, size_t i)
{
	bool done = false;

	for (size_t n = 0; i > 1 && n < SPAN_WORDS_MAX; n++) {
		i--;
		if (tc_docnum_is(r, i, TC_SAYS_NAM)) {
			const int years = tc_docnum_numeral(r, i - 1, true);
			return done && tc_docnum_gap_blank(r, i) ? years : 0;
		}
		if (!goes_on(r, i))
			return 0;
		done |= tc_docnum_spells(r, i, "hiện", "hien") ||
			tc_docnum_spells(r, i, "hành", "hanh");
	}
	return 0;
}

tc_known_row tc_resolver_row_of_span(const struct tc_resolver *s, size_t k,
				     const struct tc_candidates *c)
{
	const struct tc_docnum_reader *const r = &s->reader;
	const struct tc_number *const m = &s->numbers->v[k];
	struct tc_date then = tc_date_last_day(s->published);
	tc_known_row found = NULL;

	if (!tc_date_known(then))
		return NULL;
	const int years = years_before(r, tc_scan_token_at(r->scan, m->start));
	if (years < SPAN_LEAST || years > SPAN_MOST)
		return NULL;
	then.year = (int16_t)(then.year - years);
	if (!tc_date_valid(then))	/* 29 February */
		then.day--;
	for (size_t i = 0; i < c->n; i++) {
		const int64_t late = tc_date_days(then) -
			tc_date_days(tc_date_first_day(c->v[i]->date));
		if (late < -EARLY_DAYS || late > LATE_DAYS)
			continue;
		if (found)
			return NULL;
		found = c->v[i];
	}
	return found;
}
