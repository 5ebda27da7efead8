/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines that carry a date and little else: the page's own dates. */
#ifndef TC_FACT_DATE_LINE_H
#define TC_FACT_DATE_LINE_H

#include "fact/date-role.h"

/* Before it there was no Party press on the web: a date is history. */
#define TC_PRESS_YEAR 1995

/* LABEL or UPDATED behind "Ngày đăng:", "Cập nhật lúc"; LINE for a line of
 * its own near the title, or one with weekday or time that begins a line
 * into which what follows has run; CLOCK for those with weekday, "ngày" and
 * no time; DATELINE inside "(BVBNĐ-22/6/2017)"; else PLAIN. */
enum tc_date_rule tc_date_line_rule(const struct tc_scan *s, size_t i,
				    const struct tc_date_mention *d);

/* "Hà Nội, ngày 9 tháng 1 năm 2026", a line of its own: of the document that
 * is printed in full. */
bool tc_date_is_letterhead(const struct tc_scan *s,
			   const struct tc_date_mention *d);

#endif
