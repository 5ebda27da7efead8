/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What reads like a date and is none: names, feasts, counts, and the days of
 * each year.
 */
#include "config.h"

#include "fact/date-context.h"

#include "fact/date.h"
#include "fact/date-cue.h"

/* Feasts of Party and state, day and month: without a year they name the
 * feast and no day of the news. */
static const unsigned char feasts[][2] = {
	{ 1, 1 }, { 3, 2 }, { 27, 2 }, { 8, 3 }, { 26, 3 }, { 30, 4 },
	{ 1, 5 }, { 7, 5 }, { 15, 5 }, { 19, 5 }, { 1, 6 }, { 21, 6 },
	{ 28, 6 }, { 27, 7 }, { 28, 7 }, { 1, 8 }, { 19, 8 }, { 2, 9 },
	{ 10, 10 }, { 13, 10 }, { 14, 10 }, { 15, 10 }, { 16, 10 },
	{ 18, 10 }, { 20, 10 }, { 7, 11 }, { 9, 11 }, { 18, 11 }, { 20, 11 },
	{ 22, 12 },
};

static const struct tc_token *token(const struct tc_scan *s, size_t i)
{
	return &s->tokens.v[i];
}

static bool is_feast(struct tc_date d)
{
	for (size_t k = 0; k < sizeof feasts / sizeof *feasts; k++)
		if (d.day == feasts[k][0] && d.month == feasts[k][1])
			return true;
	return false;
}

/* "trong 6 tháng 2 ...", "mỗi tháng sáu buổi", "Cách mạng Tháng 8" */
static bool follows_count(const struct tc_scan *s, size_t i)
{
	static const struct {
		const char *exact, *bare;
	} before[] = {
		{ "mạng", "mang" }, { "mỗi", "moi" }, { "hàng", "hang" },
		{ "hằng", "hang" }, { "một", "mot" }, { "từng", "tung" },
	};

	if (!i || !tc_date_is_joined(s, i))
		return false;
	for (size_t k = 0; k < sizeof before / sizeof *before; k++)
		if (tc_date_spells(token(s, i - 1), before[k].exact,
			     before[k].bare))
			return true;
	return token(s, i - 1)->flags & TC_TOKEN_DIGIT;
}

/* A month in a word and without a year: "tháng Tám" is mostly a name, "tháng
 * hai" may be "twice a month". */
static bool is_doubtful_word(const struct tc_scan *s, size_t i,
			     struct tc_date d)
{
	const unsigned flags = i + 1 < s->tokens.n ? token(s, i + 1)->flags :
						     TC_TOKEN_DIGIT;

	/* "từ tháng Tám này" */
	if (i + 2 < s->tokens.n && tc_str_is(token(s, i + 2)->exact, "này"))
		return false;
	return !(flags & TC_TOKEN_DIGIT) &&
	       (d.month <= 3 || (flags & TC_TOKEN_UPPER));
}

/* Words that may follow a day in a sentence; any other is what is counted. */
static bool may_follow_day(const struct tc_token *t)
{
	static const char words[][12] = {
		"tại", "ở", "của", "do", "trong", "với", "theo", "cho", "khi",
		"thì", "là", "được", "đã", "đang", "sẽ", "có", "để", "nhằm",
		"về", "vào", "ra", "từ", "qua", "hàng", "hằng", "năm", "này",
		"tới", "sắp", "vừa", "diễn", "cùng", "lúc", "bắt", "kết",
		"và", "đến", "âm", "dương", "giờ",
	};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(t->exact, words[k]))
			return true;
	return false;
}

/* How many words behind a number are looked at for a name. */
#define COUNTED_TOKENS 3
/* Bytes of "(91,67%)" before its sign. */
#define SHARE_BYTES 8
/* Days of a list lie no farther apart. */
#define LISTED_DAYS 31

/* "(91,67%)" behind byte `at`. */
static bool is_share(const struct tc_scan *s, uint32_t at)
{
	const struct tc_str rest = tc_str_from(s->text, at);
	const size_t n = rest.n < SHARE_BYTES + 2 ? rest.n : SHARE_BYTES + 2;

	return tc_str_starts(rest, TC_STR(" (")) && memchr(rest.p, '%', n);
}

/* Whether the day before token i, in figures, is one of the month before d. */
static bool is_listed(const struct tc_scan *s, size_t i, struct tc_date d)
{
	struct tc_date before;
	uint32_t end;

	if (i < 2 ||
	    !tc_date_digits(s->text, token(s, i - 2)->off, &before, &end))
		return true;
	const int days = (d.month - before.month) * 30 + d.day - before.day;
	return days > 0 && days <= LISTED_DAYS;
}

/* What is counted stands at token i: "chi bộ", "đồng chí"; no subject with a
 * name ("chi bộ Thôn Hạ"), which the day is told of. */
static bool counts_at(const struct tc_scan *s, size_t i, bool listed)
{
	if (i >= s->tokens.n || tc_scan_gap(s, i) != TC_GAP_BLANK ||
	    token(s, i)->flags & TC_TOKEN_DIGIT || may_follow_day(token(s, i)))
		return false;
	if (!listed)
		return true;
	for (size_t k = i; k < i + COUNTED_TOKENS && k < s->tokens.n &&
			   tc_scan_gap(s, k) == TC_GAP_BLANK; k++)
		if (token(s, k)->flags & TC_TOKEN_UPPER)
			return false;
	return true;
}

/* "Ngày 9/6, 11/12 đồng chí", "Chiều nay, 7/8 xã", "sáng qua 5/5 thôn": so
 * many of so many.  Right behind "ngày" or "sáng" it is a day. */
static bool is_ratio(const struct tc_scan *s, size_t i,
		     const struct tc_date_match *m)
{
	const struct tc_date d = m->from;

	if (!i || !(token(s, i)->flags & TC_TOKEN_DIGIT) || d.day > d.month ||
	    !tc_date_same(d, m->to) ||
	    !memchr(s->text.p + m->start, '/', m->end - m->start))
		return false;
	const enum tc_gap gap = tc_scan_gap(s, i);
	const bool behind = token(s, i - 1)->flags & TC_TOKEN_DIGIT ||
			    tc_date_flags_before(s, i) & LATER;
	if (!behind || !(gap == TC_GAP_COMMA ||
			 (gap == TC_GAP_BLANK && d.day == d.month)))
		return false;
	return is_share(s, m->end) ||
	       counts_at(s, tc_scan_token_at(s, m->end), is_listed(s, i, d));
}

/* "Ngày 26/02 hằng năm": behind it, at token k, that it is no day of one
 * year. */
static bool is_yearly(const struct tc_scan *s, size_t k)
{
	return k + 1 < s->tokens.n && tc_str_is(token(s, k)->bare, "hang") &&
	       tc_scan_says(s, k + 1, TC_SAYS_NAM) && tc_date_is_joined(s, k);
}

#define YEARLY_TOKENS 12	/* "Hằng năm, cứ vào dịp Tết, ngày" */

/* "Hằng năm, vào ngày 27/7": the sentence opens with it. */
static bool tells_each_year(const struct tc_scan *s, size_t i)
{
	for (size_t k = i; k > 1 && i - k < YEARLY_TOKENS &&
			   !tc_date_ends_before(s, k); k--)
		if (tc_scan_says(s, k - 1, TC_SAYS_NAM) &&
		    tc_str_is(token(s, k - 2)->bare, "hang") &&
		    token(s, k - 2)->flags & TC_TOKEN_UPPER)
			return true;
	return false;
}

/* "hằng ngày, 24/7": at all hours. */
static bool is_round_the_clock(const struct tc_scan *s, size_t i,
			       struct tc_date d)
{
	return d.day == 24 && d.month == 7 && i &&
	       tc_scan_gap(s, i) == TC_GAP_COMMA &&
	       !(token(s, i - 1)->flags & TC_TOKEN_DIGIT);
}

/* "ý nghĩa của ngày 15/10, Ngày truyền thống", "ngày 14/10 ngày thành lập":
 * of each year, by its name. */
static bool is_named_day(const struct tc_scan *s, size_t k)
{
	return k + 1 < s->tokens.n &&
	       (tc_scan_gap(s, k) == TC_GAP_COMMA ||
		tc_scan_gap(s, k) == TC_GAP_BLANK) &&
	       tc_date_spells(token(s, k), "ngày", "ngay") &&
	       tc_scan_gap(s, k + 1) == TC_GAP_BLANK &&
	       (tc_str_is(token(s, k + 1)->exact, "truyền") ||
		tc_str_is(token(s, k + 1)->exact, "thành") ||
		tc_str_is(token(s, k + 1)->exact, "sinh") ||
		tc_str_is(token(s, k + 1)->exact, "hội"));
}

/* "ngày 14/10 ngành Tổ chức xây dựng Đảng", "ngày 14/10 thành lập Hội Nông
 * dân": their feast. */
static bool is_of_branch(const struct tc_scan *s, size_t k, struct tc_date d)
{
	return k + 1 < s->tokens.n && tc_scan_gap(s, k) == TC_GAP_BLANK &&
	       is_feast(d) &&
	       (tc_str_is(token(s, k)->exact, "ngành") ||
		(tc_str_is(token(s, k)->exact, "thành") &&
		 tc_str_is(token(s, k + 1)->exact, "lập") &&
		 k + 2 < s->tokens.n &&
		 token(s, k + 2)->flags & TC_TOKEN_UPPER));
}

/* "75 năm Ngày 11/3 (11/3/1948 - 11/3/2023)": of each year. */
static bool has_anniversary(const struct tc_scan *s, uint32_t at,
			    struct tc_date d)
{
	struct tc_date first;
	uint32_t end;

	return tc_str_starts(tc_str_from(s->text, at), TC_STR(" (")) &&
	       tc_date_digits(s->text, at + 2, &first, &end) &&
	       first.year && first.day == d.day && first.month == d.month &&
	       end < s->text.n && s->text.p[end] != ')';
}

/* "mỗi quý 1 lần", "quý 1 buổi": so many times. */
static bool counts_times(const struct tc_scan *s, size_t i, size_t k)
{
	static const char *const times[] = { "lần", "buổi", "kỳ", "cuộc",
					     "đợt" };

	return follows_count(s, i) ||
	       (k < s->tokens.n && tc_scan_gap(s, k) == TC_GAP_BLANK &&
		TC_AMONG(token(s, k)->exact, times));
}

/* "Ngày 19/8 của 77 năm về trước": not of the article's year. */
static bool is_years_ago(const struct tc_scan *s, size_t k)
{
	if (k + 3 >= s->tokens.n || !tc_date_is_joined(s, k) ||
	    !(tc_scan_flags(s, k) & TC_WORD_OF) ||
	    !(token(s, k + 1)->flags & TC_TOKEN_DIGIT) ||
	    !tc_scan_says(s, k + 2, TC_SAYS_NAM))
		return false;
	return tc_scan_says(s, k + 3, TC_SAYS_TRUOC) ||
	       (tc_scan_says(s, k + 3, TC_SAYS_VE) &&
		k + 4 < s->tokens.n &&
		tc_scan_says(s, k + 4, TC_SAYS_TRUOC));
}

/* "lấy ngày 6/6 là Ngày truyền thống": the day of each year. */
static bool is_taken_yearly(const struct tc_scan *s, size_t i, size_t k)
{
	if (i && token(s, i)->flags & TC_TOKEN_DIGIT &&
	    tc_str_is(token(s, i - 1)->bare, "ngay"))
		i--;
	return i && tc_str_is(token(s, i - 1)->exact, "lấy") &&
	       k + 1 < s->tokens.n && tc_date_is_joined(s, k) &&
	       (tc_str_is(token(s, k)->exact, "là") ||
		tc_str_is(token(s, k)->exact, "làm")) &&
	       tc_str_is(token(s, k + 1)->bare, "ngay");
}

/* "ngày 22/4 năm Quý Mão": of the lunar calendar. */
static bool is_of_lunar_year(const struct tc_scan *s, size_t k)
{
	static const char stems[][8] = {
		"giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân",
		"nhâm", "quý",
	};

	if (k + 1 >= s->tokens.n || !tc_scan_says(s, k, TC_SAYS_NAM) ||
	    !(token(s, k + 1)->flags & TC_TOKEN_UPPER))
		return false;
	for (size_t n = 0; n < sizeof stems / sizeof *stems; n++)
		if (tc_str_is(token(s, k + 1)->exact, stems[n]))
			return true;
	return false;
}

/* "National Day on September 2", "National Day (September 2)". */
static bool is_english_feast(const struct tc_scan *s, size_t i)
{
	if (i && tc_str_is(token(s, i - 1)->exact, "on"))
		i--;
	return i && tc_str_is(token(s, i - 1)->exact, "day") &&
	       token(s, i - 1)->flags & TC_TOKEN_UPPER;
}

#define FEASTS_MAX 4

/* "Dịp 3/2 và ngày 19/5", "đợt 3/2 và 19/5/2023": the word before the first is
 * said for all. */
static bool is_listed_feast(const struct tc_scan *s, size_t i, unsigned word)
{
	for (int n = 0; n < FEASTS_MAX; n++) {
		if (i && tc_scan_says(s, i - 1, TC_SAYS_NGAY))
			i--;
		if (tc_date_flags_before(s, i) & word)
			return n > 0;
		/* "dịp Tết, ngày 27/7" */
		if (word & FEAST && i > 1 &&
		    tc_str_is(token(s, i - 1)->exact, "tết") &&
		    tc_date_flags_before(s, i - 1) & word)
			return true;
		if (i && tc_date_spells(token(s, i - 1), "và", "va"))
			i--;
		else if (!i || tc_scan_gap(s, i) != TC_GAP_COMMA)
			return false;
		if (i < 2 || !(token(s, i - 1)->flags &
			       token(s, i - 2)->flags & TC_TOKEN_DIGIT))
			return false;
		i -= i > 2 && token(s, i - 1)->len == 4 ? 3 : 2;
	}
	return false;
}

bool tc_date_is_name(const struct tc_scan *s, size_t i,
		     const struct tc_date_match *m)
{
	const unsigned flags =
		tc_date_is_joined(s, i) ? tc_date_head_flags(s, i) : 0;
	const struct tc_date d = m->from;
	const bool open = !m->to.year;

	if (flags & (ROUND | LUNAR))
		return d.month;
	if (flags & FEAST)
		return open && is_feast(d);
	/* but "giữa nhiệm kỳ năm 2015", "tổng kết nhiệm kỳ vào năm 2015" */
	if (flags & PERIOD)
		return !d.month && !d.quarter &&
		       !(tc_scan_says(s, i, TC_SAYS_NAM) &&
			 d.year == m->to.year) &&
		       !(i && tc_date_spells(token(s, i - 1), "vào", "vao"));
	if (is_feast(d) && is_listed_feast(s, i, ROUND))
		return true;
	if (open && d.day) {
		if (is_feast(d) && (is_english_feast(s, i) ||
				    is_listed_feast(s, i, FEAST)))
			return true;
		const size_t k = tc_scan_token_from(s, i, m->end);
		return is_yearly(s, k) || is_named_day(s, k) ||
		       tells_each_year(s, i) || is_of_branch(s, k, d) ||
		       is_round_the_clock(s, i, d) ||
		       has_anniversary(s, m->end, d) ||
		       is_years_ago(s, k) ||
		       is_taken_yearly(s, i, k) ||
		       is_of_lunar_year(s, k) ||
		       is_ratio(s, i, m);
	}
	if (open && d.quarter)
		return counts_times(s, i, tc_scan_token_from(s, i, m->end));
	return open && d.month &&
	       (follows_count(s, i) || is_doubtful_word(s, i, d));
}
