/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The day of a document in its letterhead, or in the form of a site of law. */
#include "config.h"

#include "fact/docnum-part.h"

#include "fact/date.h"

#define LETTERHEAD_MAX 20
#define ABOVE_WORDS_MAX 8	/* "ngày 29 tháng 12 năm 2006" */
#define PLACE_WORDS_MAX 5
#define SUBJECT_MAX 80		/* words of what a letter is about */
#define FORM_WORDS_MAX 16
#define MOTTO_WORDS_MAX 16	/* "CỘNG HÒA ... Hạnh phúc" */

bool tc_docnum_begins_line(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	const struct tc_str gap = tc_docnum_gap(r, i);

	return t && (t->flags & (TC_TOKEN_UPPER | TC_TOKEN_CAPS)) ==
			    TC_TOKEN_UPPER &&
	       !tc_str_is(gap, " ") && gap.n && memchr(gap.p, '\n', gap.n);
}

bool tc_docnum_gap_to_date(struct tc_str gap)
{
	int signs = 0, breaks = 0;

	if (tc_str_is(gap, " "))
		return true;
	if (gap.n > 6)
		return false;
	for (size_t k = 0; k < gap.n; k++) {
		if (gap.p[k] == ',' || gap.p[k] == '(')
			signs++;
		else if (gap.p[k] == '\n')
			breaks++;
		else if (gap.p[k] != ' ' && gap.p[k] != '\t')
			return false;
	}
	return signs <= 2 && breaks <= 1;
}

bool tc_docnum_date_at(const struct tc_docnum_reader *r, size_t i,
		       struct tc_date *d)
{
	struct tc_date_mention m;

	if (!tc_date_at(r->scan, i, &m))
		return false;
	*d = m.from;
	return true;
}

/* Behind "V/v ..." and what it cites, a line below the number; i when it is
 * not there. */
static size_t behind_subject(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *const t = tc_docnum_token(r, i + 1);

	if (!t || !tc_str_is(t->bare, "v") || !tc_str_is(t[-1].bare, "v") ||
	    !tc_str_is(tc_docnum_gap(r, i + 1), "/"))
		return i;
	for (size_t k = i + 2; k < i + SUBJECT_MAX && tc_docnum_token(r, k);
	     k++)
		if (tc_docnum_begins_line(r, k))
			return k;
	return i;
}

/* "So 66-QD/TW      Ha Noi, ngay 06 thang 02 nam 2017". */
static bool date_of_letterhead(const struct tc_docnum_reader *r, size_t i,
			       size_t limit, struct tc_date *d)
{
	const size_t k = behind_subject(r, i);
	size_t end;

	if (k != i) {
		i = k;
		limit = r->scan->tokens.n;
	}
	end = i + LETTERHEAD_MAX < limit ? i + LETTERHEAD_MAX : limit;
	for (; i < end; i++)
		if (tc_docnum_is(r, i, TC_SAYS_NGAY))
			return tc_docnum_day_at(r, i, d) &&
			       d->year && d->day;
	return false;
}

static bool names_day(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_NGAY) ||
	       tc_scan_flags(r->scan, i) & TC_WORD_MONTH_NAME;
}

/* ", Ha Noi, ngay 31 thang 3 nam 2014": the place of a letterhead. */
static bool date_behind_place(const struct tc_docnum_reader *r, size_t i,
			      size_t limit, struct tc_date *d)
{
	size_t end = i + PLACE_WORDS_MAX < limit ? i + PLACE_WORDS_MAX : limit;
	size_t k = i;

	while (k < end && tc_docnum_token(r, k)->flags & TC_TOKEN_UPPER &&
	       !names_day(r, k) && tc_docnum_gap_to_date(tc_docnum_gap(r, k)))
		k++;
	return k > i && k < limit && names_day(r, k) &&
	       tc_docnum_gap_to_date(tc_docnum_gap(r, k)) &&
	       tc_str_find(tc_docnum_gap(r, k), TC_STR(","), 0) != SIZE_MAX &&
	       tc_docnum_date_at(r, k, d) && d->year && d->day;
}

/* "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "COMMUNIST PARTY OF
 * VIETNAM" end before token i. */
static bool ends_motto(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *const t = tc_docnum_token(r, i - 1);

	if (tc_docnum_spells(r, i - 1, "phúc", "phuc"))
		return tc_docnum_spells(r, i - 2, "hạnh", "hanh");
	return t->flags & TC_TOKEN_CAPS &&
	       (tc_str_is(t->bare, "vietnam") ||
		(tc_str_is(t->bare, "nam") && tc_str_is(t[-1].bare, "viet")));
}

/* "Số 15-KH/TU ĐẢNG CỘNG SẢN VIỆT NAM Sơn Hà, ngày 8 tháng 2 năm 2022": the
 * two halves of a letterhead on one line. */
static bool date_behind_motto(const struct tc_docnum_reader *r, size_t i,
			      size_t limit, struct tc_date *d)
{
	const size_t end = i + MOTTO_WORDS_MAX < limit ? i + MOTTO_WORDS_MAX
						       : limit;

	if (i + 2 >= end || !(tc_docnum_token(r, i)->flags & TC_TOKEN_CAPS))
		return false;
	for (size_t k = i + 2; k < end; k++)
		if (ends_motto(r, k) && date_behind_place(r, k, limit, d))
			return true;
	return false;
}

/* "Số hiệu 39/QĐ-UBND", and a line below "Ngày ban hành 18/11/2022": the form
 * that sites of law fill in. */
static bool date_of_form(const struct tc_docnum_reader *r, size_t i,
			 size_t limit, struct tc_date *d)
{
	const size_t end = i + FORM_WORDS_MAX < limit ? i + FORM_WORDS_MAX
						      : limit;

	if (!tc_docnum_begins_line(r, i))
		return false;
	for (size_t k = i; k + 2 < end; k++)
		if (tc_docnum_is(r, k, TC_SAYS_NGAY) &&
		    tc_docnum_begins_line(r, k) &&
		    tc_docnum_is(r, k + 1, TC_SAYS_BAN) &&
		    tc_docnum_is(r, k + 2, TC_SAYS_HANH))
			return tc_docnum_date_at(r, k + 3, d) && d->year &&
			       d->day;
	return false;
}

/* "Hà Nội, ngày 29 tháng 12 năm 2006", and the number on the next line. */
static bool date_above(const struct tc_docnum_reader *r, size_t lead,
		       size_t floor, struct tc_date *d)
{
	const size_t first = lead > floor + ABOVE_WORDS_MAX
				     ? lead - ABOVE_WORDS_MAX : floor;

	for (size_t i = lead; i > first; i--) {
		const struct tc_str gap = tc_docnum_gap(r, i);
		if (i < lead && memchr(gap.p, '\n', gap.n))
			return false;
		if (names_day(r, i - 1))
			return i > 1 && i + 1 < lead &&
			       tc_str_is(tc_docnum_gap(r, i - 1), ", ") &&
			       tc_docnum_date_at(r, i - 1, d) && d->year &&
			       d->day;
	}
	return false;
}

bool tc_docnum_date_of_head(const struct tc_docnum_reader *r,
			    const struct tc_cite *c, size_t i, size_t floor,
			    size_t limit, struct tc_date *d)
{
	return date_behind_place(r, i, limit, d) ||
	       date_behind_motto(r, i, limit, d) ||
	       date_of_form(r, i, limit, d) ||
	       (c->letterhead && (date_of_letterhead(r, i, limit, d) ||
				  date_above(r, c->lead, floor, d)));
}
