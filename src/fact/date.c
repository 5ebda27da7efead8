/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date.h"

#include "base/error.h"

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int tc_date_month_days(int year, int month)
{
	static const unsigned char days[13] = {
		0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	/* an open year may be a leap year */
	return days[month] + (month == 2 && (!year || is_leap(year)));
}

bool tc_date_valid_rest(struct tc_date d)
{
	if (d.year < 0 || d.year > TC_DATE_YEAR_LAST || d.month > 12 ||
	    d.quarter > 4)
		return false;
	if (d.quarter && (d.month || d.day))
		return false;
	if (!d.month)
		return !d.day && (d.year || d.quarter);
	return d.day <= tc_date_month_days(d.year, d.month);
}

/*
 * Years are counted from March, so that the leap day is the last of a year
 * and the months before the m-th have (153 m + 2) / 5 days.
 */
static int64_t days_before_year(int64_t year)
{
	return year * 365 + year / 4 - year / 100 + year / 400;
}

#define EPOCH 719468		/* 1970-01-01, from 1 March of the year 0 */
#define JANUARY 306		/* 1 January, from 1 March of the year before */

int64_t tc_date_days(struct tc_date d)
{
	tc_assert(d.year > 0 && d.month && d.day);
	int64_t year = d.month > 2 ? d.year : d.year - 1;
	int month = d.month > 2 ? d.month - 3 : d.month + 9;

	return days_before_year(year) + (153 * month + 2) / 5 +
	       d.day - 1 - EPOCH;
}

struct tc_date tc_date_from_days(int64_t days)
{
	days += EPOCH;
	if (days < JANUARY || days >= days_before_year(TC_DATE_YEAR_LAST) + JANUARY)
		return (struct tc_date){ 0 };
	/* 400 years have 146,097 days: at most one too many */
	int64_t year = days * 400 / 146097;
	while (days_before_year(year) > days)
		year--;
	while (days_before_year(year + 1) <= days)
		year++;
	int rest = (int)(days - days_before_year(year));
	int month = (5 * rest + 2) / 153;
	return (struct tc_date){
		.year = (int16_t)(month < 10 ? year : year + 1),
		.month = (uint8_t)(month < 10 ? month + 3 : month - 9),
		.day = (uint8_t)(rest - (153 * month + 2) / 5 + 1),
	};
}

static char *put_digits(char *p, int value, int digits)
{
	for (int i = digits - 1; i >= 0; i--, value /= 10)
		p[i] = (char)('0' + value % 10);
	return p + digits;
}

const char *tc_date_print(struct tc_date d, char out[TC_DATE_MAX])
{
	char *p = out;

	if (d.year > 0) {
		p = put_digits(p, d.year, 4);
	} else if (d.month || d.quarter) {
		*p++ = '-';
	}
	if (d.month) {
		*p++ = '-';
		p = put_digits(p, d.month, 2);
	} else if (d.quarter) {
		*p++ = '-';
		*p++ = 'Q';
		p = put_digits(p, d.quarter, 1);
	}
	if (d.month && d.day) {
		*p++ = '-';
		p = put_digits(p, d.day, 2);
	}
	*p = '\0';
	return out;
}

/* Exactly `digits` digits at the start of *s, which moves behind them. */
static bool take_digits(struct tc_str *s, size_t digits, int *value)
{
	*value = 0;
	if (s->n < digits)
		return false;
	for (size_t i = 0; i < digits; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		*value = *value * 10 + (s->p[i] - '0');
	}
	*s = tc_str_from(*s, digits);
	return *value > 0;
}

static bool take_char(struct tc_str *s, char c)
{
	if (!s->n || *s->p != c)
		return false;
	*s = tc_str_from(*s, 1);
	return true;
}

bool tc_date_read(struct tc_str s, struct tc_date *d)
{
	int year = 0, quarter = 0, month = 0, day = 0;

	*d = (struct tc_date){ 0 };
	if (!take_char(&s, '-') && !take_digits(&s, 4, &year))
		return false;
	if (s.n) {
		if (!take_char(&s, '-'))
			return false;
		if (take_char(&s, 'Q') ? !take_digits(&s, 1, &quarter) :
					 !take_digits(&s, 2, &month))
			return false;
	}
	if (s.n && (!month || !take_char(&s, '-') || !take_digits(&s, 2, &day)))
		return false;
	if (s.n)
		return false;
	const struct tc_date read = {
		.year = (int16_t)year, .quarter = (uint8_t)quarter,
		.month = (uint8_t)month, .day = (uint8_t)day,
	};
	if (!tc_date_valid(read))
		return false;
	*d = read;
	return true;
}
