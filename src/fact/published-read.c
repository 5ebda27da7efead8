/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/published-read.h"

#include "fact/date.h"
#include "fact/date-context.h"
#include "fact/date-match.h"
#include "fact/published.h"
#include "text/utf8.h"

/* A longer value is no date line. */
#define VALUE_MAX 512
/* Vietnam: UTC+7, no summer time. */
#define LOCAL_MINUTES (7 * 60)
#define DAY_MINUTES (24 * 60)
/* Years in a URL's digits; others are numbers of articles. */
#define URL_YEAR_MIN 2000
#define URL_YEAR_MAX 2049

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char char_at(struct tc_str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

/* Exactly n digits at byte i. */
static bool digits_at(struct tc_str s, size_t i, size_t n, int *value)
{
	*value = 0;
	for (size_t k = i; k < i + n; k++) {
		if (!is_digit(char_at(s, k)))
			return false;
		*value = *value * 10 + (s.p[k] - '0');
	}
	return true;
}

static size_t skip(struct tc_str s, size_t i, const char *chars)
{
	while (i < s.n && strchr(chars, s.p[i]))
		i++;
	return i;
}

/* ASCII letters without regard to case. */
static bool take_letters(struct tc_str s, size_t *i, const char *letters)
{
	const size_t n = strlen(letters);

	for (size_t k = 0; k < n; k++)
		if ((char_at(s, *i + k) & ~0x20) != letters[k])
			return false;
	*i += n;
	return true;
}

/*
 * The time behind a date, for metadata in another zone.
 */

/* "21:21", "21:21:00.123"; minutes since midnight. */
static bool take_time(struct tc_str s, size_t *i, int *minutes)
{
	int hour, minute, second;
	size_t k = *i;

	if (!digits_at(s, k, 2, &hour) || hour > 24 ||
	    char_at(s, k + 2) != ':' || !digits_at(s, k + 3, 2, &minute) ||
	    minute > 59)
		return false;
	k += 5;
	if (char_at(s, k) == ':' && digits_at(s, k + 1, 2, &second))
		k += 3;
	if (char_at(s, k) == '.')
		k = skip(s, k + 1, "0123456789");
	*minutes = hour * 60 + minute;
	*i = k;
	return true;
}

/* SA and CH are morning and afternoon: 12:05 SA is 00:05. */
static void take_half(struct tc_str s, size_t *i, int *minutes)
{
	size_t k = skip(s, *i, " ");
	const bool morning = take_letters(s, &k, "SA") ||
			     take_letters(s, &k, "AM");

	if (!morning && !take_letters(s, &k, "CH") &&
	    !take_letters(s, &k, "PM"))
		return;
	*minutes = *minutes % (DAY_MINUTES / 2) +
		   (morning ? 0 : DAY_MINUTES / 2);
	*i = k;
}

/* "Z", "+07:00", "+0000", "GMT", "[GMT+7]", "GMT +7"; minutes east of
 * Greenwich.  A bare "-12" may be a count. */
static bool take_zone(struct tc_str s, size_t i, int *offset)
{
	int hour = 0, minute = 0;
	bool minute_given = false;

	i = skip(s, i, " [(");
	const bool named = take_letters(s, &i, "GMT") ||
			   take_letters(s, &i, "UTC") ||
			   take_letters(s, &i, "Z");
	if (named && char_at(s, i) == ' ' && strchr("+-", char_at(s, i + 1)))
		i++;	/* "GMT +7" */
	const char sign = char_at(s, i);
	*offset = 0;
	if (sign != '+' && sign != '-')
		return named;
	if (digits_at(s, i + 1, 2, &hour)) {
		i = skip(s, i + 3, ":");
		minute_given = digits_at(s, i, 2, &minute);
	} else if (!named || !digits_at(s, i + 1, 1, &hour)) {
		return false;
	}
	if (hour > 14 || minute > 59 || (!named && !minute_given))
		return false;
	*offset = (hour * 60 + minute) * (sign == '-' ? -1 : 1);
	return true;
}

/* Moves *d to the local day by the time and zone from byte i on. */
static void to_local_day(struct tc_str s, size_t i, struct tc_date *d)
{
	int minutes, offset;

	i = skip(s, i, " ,-|Tt");
	if (!take_time(s, &i, &minutes))
		return;
	take_half(s, &i, &minutes);
	if (!take_zone(s, i, &offset))
		return;
	const int local = minutes - offset + LOCAL_MINUTES;
	const int64_t day = tc_date_days(*d);
	if (local < 0)
		*d = tc_date_from_days(day - 1);
	else if (local >= DAY_MINUTES)
		*d = tc_date_from_days(day + local / DAY_MINUTES);
}

/* 2023-06-06, 20230606, with a time glued to it or none. */
static bool read_iso(struct tc_str s, struct tc_date *d, size_t *end)
{
	int year, month, day;

	if (s.n >= 10 && tc_date_read(tc_str(s.p, 10), d)) {
		*end = 10;
	} else if (digits_at(s, 0, 4, &year) && digits_at(s, 4, 2, &month) &&
		   digits_at(s, 6, 2, &day)) {
		*d = (struct tc_date){ (int16_t)year, 0, (uint8_t)month,
				       (uint8_t)day };
		*end = 8;
	} else {
		return false;
	}
	return !is_digit(char_at(s, *end)) && tc_date_valid(*d) &&
	       d->year && d->month && d->day;
}

static bool is_one_full_day(const struct tc_date_match *m)
{
	return tc_date_known(m->from) && m->from.day && !m->two_digit &&
	       tc_date_first(m->from) == tc_date_first(m->to) && !m->pair_end;
}

static bool is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* "3/16/2020 3:14:56 PM": the month before the day, where it can be nothing
 * else. */
static bool read_month_first(struct tc_str s, struct tc_date *d, size_t *end)
{
	int month, day, year;
	const size_t at = char_at(s, 1) == '/' ? 1 : 2;

	if (char_at(s, at) != '/' || !digits_at(s, 0, at, &month) ||
	    !digits_at(s, at + 1, 2, &day) || char_at(s, at + 3) != '/' ||
	    !digits_at(s, at + 4, 4, &year) || day <= 12)
		return false;
	*d = (struct tc_date){ (int16_t)year, 0, (uint8_t)month, (uint8_t)day };
	*end = at + 8;
	return month && month <= 12 && !is_digit(char_at(s, *end)) &&
	       tc_date_valid(*d);
}

/* "11/01/18 03:22:47": a year of two figures, where a clock is behind it. */
static bool read_short_year(struct tc_str s, struct tc_date *d, size_t *end)
{
	int day, month, year, minutes;

	if (!digits_at(s, 0, 2, &day) || char_at(s, 2) != '/' ||
	    !digits_at(s, 3, 2, &month) || char_at(s, 5) != '/' ||
	    !digits_at(s, 6, 2, &year) || is_digit(char_at(s, 8)))
		return false;
	size_t at = skip(s, 8, " ,-|");
	*d = (struct tc_date){ (int16_t)(2000 + year), 0, (uint8_t)month,
			       (uint8_t)day };
	*end = 8;
	return at > 8 && take_time(s, &at, &minutes) && tc_date_valid(*d) &&
	       month && day;
}

/* One or two digits at *i. */
static bool take_number(struct tc_str s, size_t *i, int *value)
{
	const size_t n = digits_at(s, *i, 2, value) ? 2 : 1;

	if (!digits_at(s, *i, n, value) || is_digit(char_at(s, *i + n)))
		return false;
	*i += n;
	return true;
}

/* "Th5"; "Tháng Năm", "Tháng 5" */
static bool take_month(struct tc_str s, size_t *i, int *month)
{
	static const struct {
		struct tc_str name;
		int month;
	} names[] = {
		{ TC_STR("Giêng"), 1 }, { TC_STR("Một"), 1 },
		{ TC_STR("Hai"), 2 }, { TC_STR("Ba"), 3 },
		{ TC_STR("Tư"), 4 }, { TC_STR("Năm"), 5 },
		{ TC_STR("Sáu"), 6 }, { TC_STR("Bảy"), 7 },
		{ TC_STR("Tám"), 8 }, { TC_STR("Chín"), 9 },
		{ TC_STR("Mười Một"), 11 }, { TC_STR("Mười Hai"), 12 },
		{ TC_STR("Mười"), 10 },
	};
	const struct tc_str rest = tc_str_from(s, *i);

	if (!tc_str_starts(rest, TC_STR("Tháng ")))
		return take_letters(s, i, "TH") && take_number(s, i, month);
	*i += strlen("Tháng ");
	for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
		if (!tc_str_starts(tc_str_from(s, *i), names[k].name))
			continue;
		*month = names[k].month;
		*i += names[k].name.n;
		return true;
	}
	return take_number(s, i, month);
}

/* "10 Th5, 2023", "Tháng Năm 10, 2023": as WordPress prints them. */
static bool read_blog(struct tc_str s, struct tc_date *d, size_t *end)
{
	int day, month, year;
	size_t i = 0;
	const bool day_first = take_number(s, &i, &day);

	i = skip(s, i, " -");
	if (i >= s.n || !take_month(s, &i, &month))
		return false;
	if (!day_first) {
		i = skip(s, i, " ");
		if (!take_number(s, &i, &day))
			return false;
	}
	i = skip(s, i, " ,-");
	if (!digits_at(s, i, 4, &year) || is_digit(char_at(s, i + 4)))
		return false;
	*d = (struct tc_date){ (int16_t)year, 0, (uint8_t)month, (uint8_t)day };
	*end = i + 4;
	return day && month && month <= 12 && tc_date_valid(*d);
}

/* The first full day printed in the line. */
static bool read_line(struct tc_str s, struct tc_date *d, size_t *end)
{
	struct tc_date_match m;

	for (uint32_t i = 0; i < s.n; i++) {
		const char last = i ? s.p[i - 1] : ' ';
		if (!is_digit(s.p[i]) && !is_ascii_letter(s.p[i]))
			continue;
		if (is_digit(last) || is_ascii_letter(last) ||
		    (unsigned char)last >= 0x80)
			continue;
		if (tc_date_left_ok(s, i) &&
		    tc_date_match(s, i, TC_TRIGGER_NONE, &m) &&
		    is_one_full_day(&m)) {
			*d = m.from;
			*end = m.end;
			return true;
		}
	}
	return false;
}

bool tc_published_read(struct tc_str value, struct tc_date *d)
{
	struct tc_str s = tc_str_trim(value);
	struct tc_date read = { 0 };
	TC_SCOPED_BUF scrubbed = { 0 };
	size_t end;

	*d = (struct tc_date){ 0 };
	if (s.n > VALUE_MAX)
		return false;
	if (tc_utf8_valid(s) != s.n) {
		tc_utf8_scrub(s, &scrubbed);
		s = tc_buf_str(&scrubbed);
	}
	if (!read_iso(s, &read, &end) && !read_blog(s, &read, &end) &&
	    !read_line(s, &read, &end) &&
	    !read_month_first(s, &read, &end) &&
	    !read_short_year(s, &read, &end))
		return false;
	to_local_day(s, end, &read);
	*d = read;
	return true;
}

/*
 * Addresses.
 */
static bool make_date(int year, int month, int day, struct tc_date *d)
{
	*d = (struct tc_date){ (int16_t)year, 0, (uint8_t)month,
			       (uint8_t)day };
	return year >= URL_YEAR_MIN && year <= URL_YEAR_MAX && month &&
	       month <= 12 && tc_date_valid(*d);
}

/* yy mm dd hh mm ss from byte i on; `century` comes before yy. */
static bool read_stamp(struct tc_str s, size_t i, int century,
		       struct tc_date *d)
{
	int part[6];

	for (size_t k = 0; k < 6; k++)
		if (!digits_at(s, i + 2 * k, 2, &part[k]))
			return false;
	return part[2] && part[3] < 24 && part[4] < 60 && part[5] < 60 &&
	       make_date(century * 100 + part[0], part[1], part[2], d);
}

/* The digits that end the last part of the path, before ".htm". */
static struct tc_str trailing_digits(struct tc_str path)
{
	size_t end = path.n, start;

	while (end && path.p[end - 1] != '/' && path.p[end - 1] != '.')
		end--;
	end = end && path.p[end - 1] == '.' ? end - 1 : path.n;
	for (start = end; start && is_digit(path.p[start - 1]);)
		start--;
	return tc_str_from(tc_str(path.p, end), start);
}

static bool read_trailing(struct tc_str path, struct tc_date *d)
{
	const struct tc_str digits = trailing_digits(path);
	int century;

	if (digits.n != 14 && (digits.n < 17 || digits.n > 20))
		return false;
	if (digits_at(digits, 0, 2, &century) &&
	    read_stamp(digits, 2, century, d))
		return true;
	return digits.n == 18 && read_stamp(digits, 3, 20, d);
}

static bool is_digits(struct tc_str s, size_t n)
{
	for (size_t k = 0; k < s.n; k++)
		if (!is_digit(s.p[k]))
			return false;
	return s.n == n;
}

/* "201504", "20150430", "2021-04-02". */
static bool read_segment(struct tc_str s, struct tc_date *d)
{
	int year = 0, month = 0, day = 0;

	if (is_digits(s, 6) || is_digits(s, 8)) {
		digits_at(s, 0, 4, &year);
		digits_at(s, 4, 2, &month);
		if (s.n == 8 && (!digits_at(s, 6, 2, &day) || !day))
			return false;
		return make_date(year, month, day, d);
	}
	return s.n == 10 && tc_date_read(s, d) &&
	       make_date(d->year, d->month, d->day, d);
}

/* "2019", "06", "06" of three segments, or of two. */
static bool read_segments(const struct tc_str last[3], struct tc_date *d)
{
	int year, month, day;

	if (!is_digits(last[0], 4) || !digits_at(last[0], 0, 4, &year))
		return false;
	if (last[1].n > 2 || !is_digits(last[1], last[1].n) ||
	    !digits_at(last[1], 0, last[1].n, &month))
		return false;
	if (last[2].n && last[2].n <= 2 && is_digits(last[2], last[2].n) &&
	    digits_at(last[2], 0, last[2].n, &day) && day &&
	    make_date(year, month, day, d))
		return true;
	return make_date(year, month, 0, d);
}

static struct tc_str url_path(struct tc_str url)
{
	const size_t scheme = tc_str_find(url, TC_STR("://"), 0);

	if (scheme != SIZE_MAX)
		url = tc_str_from(url, scheme + 3);
	const char *slash = url.n ? memchr(url.p, '/', url.n) : NULL;
	if (!slash)
		return tc_str(url.p, 0);
	url = tc_str_from(url, (size_t)(slash - url.p));
	size_t n = 0;
	while (n < url.n && url.p[n] != '?' && url.p[n] != '#')
		n++;
	return tc_str(url.p, n);
}

bool tc_published_url(struct tc_str url, struct tc_date *d)
{
	const struct tc_str path = url_path(url);
	struct tc_str rest = path, last[3] = { { 0 } }, part;
	struct tc_date month = { 0 };

	if (read_trailing(path, d))
		return true;
	while (tc_str_split(&rest, '/', &part)) {
		last[0] = last[1];
		last[1] = last[2];
		last[2] = part;
		if (!read_segment(part, d) && !read_segments(last, d))
			continue;
		if (d->day)
			return true;
		if (!month.month)
			month = *d;
	}
	/* "/2017/12/" at the very end */
	last[0] = last[1];
	last[1] = last[2];
	last[2] = tc_str(NULL, 0);
	if (!month.month && !read_segments(last, &month))
		month = (struct tc_date){ 0 };
	*d = month;
	return month.month;
}
