/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/term.h"

#include "fact/date.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* The day after each congress closed, yyyymmdd. */
static const struct {
	int term;
	uint32_t from;
} terms[] = {
	{ 1, 19350401 }, { 2, 19510220 }, { 3, 19600911 }, { 4, 19761221 },
	{ 5, 19820401 }, { 6, 19861219 }, { 7, 19910628 }, { 8, 19960702 },
	{ 9, 20010423 }, { 10, 20060426 }, { 11, 20110120 },
	{ 12, 20160129 }, { 13, 20210202 }, { 14, 20260124 },
	{ 15, 20310101 },
};
/* Each stands at its number; the row behind the last one only ends it. */
#define TERM_LAST ((int)COUNT(terms) - 1)

static const char *const names[] = {
	"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
	"XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
};

static int term_on(uint32_t day)
{
	int term = 0;

	for (size_t i = 0; i < COUNT(terms); i++)
		if (terms[i].from <= day)
			term = terms[i].term;
	return term <= TERM_LAST ? term : 0;
}

int tc_term_of(struct tc_date d)
{
	uint32_t year = (uint32_t)d.year * 10000;

	if (d.year <= 0)
		return 0;
	uint32_t month = d.month ? d.month : 1;
	uint32_t last = d.month ? d.month : 12;
	int first = term_on(year + month * 100 + (d.day ? d.day : 1));
	int end = term_on(year + last * 100 + (d.day ? d.day : 31));
	return first == end ? first : 0;
}

static struct tc_date day_of(uint32_t day)
{
	return (struct tc_date){ .year = (int16_t)(day / 10000),
				 .month = (uint8_t)(day / 100 % 100),
				 .day = (uint8_t)(day % 100) };
}

bool tc_term_days(uint32_t term, struct tc_date *from, struct tc_date *to)
{
	if (!term || term > TERM_LAST)
		return false;
	*from = day_of(terms[term - 1].from);
	*to = (struct tc_date){ 0 };
	if (term < TERM_LAST)
		*to = tc_date_from_days(tc_date_days(day_of(terms[term].from)) -
					1);
	return true;
}

static bool same_fold(struct tc_str s, const char *name)
{
	size_t n = strlen(name);

	if (s.n != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if ((s.p[i] & ~0x20) != name[i])
			return false;
	return true;
}

int tc_term_read(struct tc_str s)
{
	int n = 0;

	for (size_t i = 1; i < COUNT(names); i++)
		if (same_fold(s, names[i]))
			return (int)i;
	if (!s.n || s.n > 2)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		n = 10 * n + (s.p[i] - '0');
	}
	return n < (int)COUNT(names) ? n : 0;
}

const char *tc_term_name(int term)
{
	return term > 0 && term < (int)COUNT(names) ? names[term] : "";
}
