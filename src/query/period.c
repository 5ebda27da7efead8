/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/period.h"

static const struct {
	const char *name;
	int a_year;
} periods[] = {
	[TC_PERIOD_YEAR] = { "year", 1 },
	[TC_PERIOD_QUARTER] = { "quarter", 4 },
	[TC_PERIOD_MONTH] = { "month", 12 },
};

const char *tc_period_name(enum tc_period by)
{
	return periods[by].name;
}

static int digits(struct tc_str s, size_t at, size_t n)
{
	int value = 0;

	for (size_t i = at; i < at + n; i++) {
		if (i >= s.n || s.p[i] < '0' || s.p[i] > '9')
			return 0;
		value = value * 10 + (s.p[i] - '0');
	}
	return value;
}

struct tc_date tc_period_date(struct tc_str slot)
{
	struct tc_date d = { .year = (int16_t)digits(slot, 0, 4),
			     .month = (uint8_t)digits(slot, 4, 2),
			     .day = (uint8_t)digits(slot, 6, 2) };

	if (slot.n > 8) {
		d.quarter = (uint8_t)((d.month + 2) / 3);
		d.month = 0;
	}
	return d;
}

int32_t tc_period_of(struct tc_date d, enum tc_period by)
{
	int part = by == TC_PERIOD_MONTH ? d.month :
		   by == TC_PERIOD_YEAR	 ? 1 :
		   d.quarter		 ? d.quarter :
					   (d.month + 2) / 3;

	if (!d.year || !part)
		return -1;
	return d.year * periods[by].a_year + part - 1;
}

struct tc_date tc_period_from(int32_t number, enum tc_period by)
{
	int a_year = periods[by].a_year;
	int part = number % a_year + 1;

	return (struct tc_date){
		.year = (int16_t)(number / a_year),
		.quarter = by == TC_PERIOD_QUARTER ? (uint8_t)part : 0,
		.month = by == TC_PERIOD_MONTH ? (uint8_t)part : 0
	};
}
