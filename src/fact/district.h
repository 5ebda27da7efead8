/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Districts, which there were until 30 June 2025, by the hosts of their sites
 * ("duclinh.binhthuan.gov.vn"): rows of the gazetteer.
 */
#ifndef TC_FACT_DISTRICT_H
#define TC_FACT_DISTRICT_H

#include "base/mem.h"
#include "base/str.h"

#include <stdbool.h>

struct tc_district {
	struct tc_str name;	/* "Đức Linh" */
	const char *kind;	/* as tc_district_kind() gives it */
	struct tc_str province;	/* "Bình Thuận" */
	struct tc_str stem;	/* "duclinh", "quan1" */
};

struct tc_districts {
	struct tc_district *v;	/* by stem and province, once sorted */
	size_t n, cap;
	struct tc_slots *stems;	/* of each the first row, once sorted */
};

/* Whose site it is: usually one district, two where a town and the district
 * around it share a name; none elsewhere. */
struct tc_seat {
	const struct tc_district *v;
	size_t n;
};

/* "huyen", "quan", "thi-xa" or "thanh-pho-tinh", a city below a province; NULL
 * for what is none of these. */
const char *tc_district_kind(struct tc_str name);

void tc_districts_release(struct tc_districts *d);
/* The strings are kept; the stem is made in the arena. */
void tc_districts_add(struct tc_districts *d, struct tc_arena *arena,
		      struct tc_district row);
void tc_districts_sort(struct tc_districts *d);

/* One that has that name, "Đức Linh"; in that province, if it is not empty; NULL
 * when there is none. */
const struct tc_district *tc_districts_find(const struct tc_districts *d,
					    struct tc_str name,
					    struct tc_str province);

/* Whether a name is one's, by its bare words without blanks, "duclinh". */
bool tc_districts_have(const struct tc_districts *d, struct tc_str stem);

/* By a label of the host, the first one that is a district's; `province` is
 * that which the host tells.  Where it tells none, the only district of that
 * name in the country, on a host of the state, the Party, or a broadcaster. */
struct tc_seat tc_districts_site(const struct tc_districts *d,
				 struct tc_str host, struct tc_str province);

#endif
