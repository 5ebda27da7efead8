/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/shape.h"

#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

/* The web's first pages; before it nothing was fetched. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2200

void tc_item_clear(struct tc_item *item)
{
	item->kind = TC_ITEM_PAGE;
	item->held = false;
	item->size = 0;
	item->fetched_ns = 0;
	item->reason = TC_REJECT_NONE;
	item->stream = NULL;
	tc_buf_clear(&item->name);
	tc_buf_clear(&item->url);
	tc_buf_clear(&item->type);
	tc_buf_clear(&item->record);
	tc_buf_clear(&item->bytes);
	tc_buf_clear(&item->detail);
	for (size_t i = 0; i < TC_ITEM_KEYS; i++)
		tc_buf_clear(&item->keys[i]);
}

void tc_item_release(struct tc_item *item)
{
	tc_buf_release(&item->name);
	tc_buf_release(&item->url);
	tc_buf_release(&item->type);
	tc_buf_release(&item->record);
	tc_buf_release(&item->bytes);
	tc_buf_release(&item->detail);
	for (size_t i = 0; i < TC_ITEM_KEYS; i++)
		tc_buf_release(&item->keys[i]);
}

int tc_item_reject(struct tc_item *item, enum tc_reject_reason reason,
		   const char *fmt, ...)
{
	char detail[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(detail, sizeof detail, fmt, ap);
	va_end(ap);
	item->kind = TC_ITEM_REJECT;
	item->reason = reason;
	tc_buf_clear(&item->detail);
	/* what was cut off, or came from the file, may be no UTF-8 */
	tc_utf8_scrub(tc_str0(detail), &item->detail);
	return 1;
}

/* The digits of date and time, whatever stands between them. */
static size_t read_digits(struct tc_str s, char out[14])
{
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < 14 && s.p[i] != '.'; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			out[n++] = s.p[i];
	return n;
}

static int number(const char *p, size_t n)
{
	int value = 0;

	while (n--)
		value = value * 10 + (*p++ - '0');
	return value;
}

int64_t tc_fetch_time(struct tc_str s)
{
	char d[14];
	size_t n = read_digits(s, d);

	if (n < 8)
		return 0;
	memset(d + n, '0', sizeof d - n);
	struct tm tm = {
		.tm_year = number(d, 4) - 1900, .tm_mon = number(d + 4, 2) - 1,
		.tm_mday = number(d + 6, 2), .tm_hour = number(d + 8, 2),
		.tm_min = number(d + 10, 2), .tm_sec = number(d + 12, 2),
	};
	if (tm.tm_year + 1900 < FIRST_YEAR || tm.tm_year + 1900 > LAST_YEAR ||
	    tm.tm_mon < 0 || tm.tm_mon > 11 || tm.tm_mday < 1 ||
	    tm.tm_mday > 31 || tm.tm_hour > 23 || tm.tm_min > 59)
		return 0;
	return (int64_t)timegm(&tm) * 1000000000;
}
