/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-context.h"

#include "fact/date.h"
#include "fact/date-cue-rows.h"
#include "fact/unit-words.h"
#include "text/utf8.h"

/* Tokens looked back over for the start of a sentence. */
#define OPENER_TOKENS 8
/* A dateline is at most so long ("Kinhtedothi - ", "(Baothanhhoa.vn) - "). */
#define DATELINE_MAX 64
/* Longer gaps between two tokens belong to no phrase. */
#define GAP_MAX 8
/* How far before "là ngày" the word "hạn" may stand. */
#define DEADLINE_TOKENS 10

static const struct tc_token *token(const struct tc_scan *s, size_t i)
{
	return &s->tokens.v[i];
}

static bool is_word(const struct tc_token *t, const char *word)
{
	return tc_str_is(t->bare, word) || tc_str_is(t->exact, word);
}

/* What the token before the i-th is known for. */
static inline unsigned flags_before(const struct tc_scan *s, size_t i)
{
	if (!i || !(tc_scan_flags(s, i - 1) & TC_WORD_CUE))
		return 0;
	const struct tc_word_row *w = tc_scan_word(s, i - 1);
	for (size_t k = w->cues.from; k < w->cues.to; k++) {
		const struct tc_cue *cue = &cues[tc_word_cues[k]];
		if (!*cue->before || (i > 1 && is_word(token(s, i - 2),
						       cue->before)))
			return cue->flags;
	}
	return 0;
}

/* The bytes between the token before and the i-th. */
static inline struct tc_str gap_before(const struct tc_scan *s, size_t i)
{
	const uint32_t from = TC_LIKELY(i) ?
		tc_token_end(token(s, i - 1)) : 0;
	const uint32_t to = TC_LIKELY(i < s->tokens.n) ?
		token(s, i)->off : (uint32_t)s->text.n;

	return tc_str(s->text.p + from, to - from);
}

/* Whether the token before and the i-th belong to one phrase. */
static bool is_joined_by(const struct tc_scan *s, size_t i)
{
	const struct tc_str gap = gap_before(s, i);

	if (!i || gap.n > GAP_MAX)
		return false;
	for (size_t k = 0; k < gap.n; k++)
		if (gap.p[k] != ' ' && gap.p[k] != ',' && gap.p[k] != '(' &&
		    gap.p[k] != ':')
			return false;
	return true;
}

static inline bool is_joined(const struct tc_scan *s, size_t i)
{
	return (TC_LIKELY(i && i < s->tokens.n) && tc_scan_is_blank(s, i)) ||
	       is_joined_by(s, i);
}

unsigned tc_date_flags_before(const struct tc_scan *s, size_t i)
{
	return flags_before(s, i);
}

bool tc_date_is_joined(const struct tc_scan *s, size_t i)
{
	return is_joined(s, i);
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool tc_date_left_ok(struct tc_str text, uint32_t at)
{
	const char *p = text.p + at;

	if (p == text.p || p[-1] == ' ')
		return true;
	const uint32_t last = tc_utf8_prev(&p, text.p);
	if (last == '/' || last == '+')
		return false;
	if (p == text.p)
		return true;
	const bool joint = last == '.' || last == ',' || last == ':' ||
			   last == '-' || (last >= 0x2010 && last <= 0x2015);
	return !joint || !is_digit(tc_utf8_prev(&p, text.p));
}

/*
 * Weekdays.
 */
static const struct weekday {
	const char *exact, *bare;
	int weekday;
} weekdays[] = {
	{ "hai", "hai", 0 }, { "ba", "ba", 1 }, { "tư", "tu", 2 },
	{ "năm", "nam", 3 }, { "sáu", "sau", 4 }, { "bảy", "bay", 5 },
	{ "bẩy", "bay", 5 }, { "2", "2", 0 }, { "3", "3", 1 },
	{ "4", "4", 2 }, { "5", "5", 3 }, { "6", "6", 4 }, { "7", "7", 5 },
};

static bool starts_sentence(const struct tc_scan *s, size_t i);

/* "thứ năm" is Thursday after "Sáng" or at the start of a line; after "kỳ
 * họp" it is the fifth. */
static bool weekday_stands(const struct tc_scan *s, size_t i)
{
	return starts_sentence(s, i) || memchr(gap_before(s, i).p, '(',
					       gap_before(s, i).n) ||
	       (flags_before(s, i) & (DAYPART | OPENS));
}

/* "thứ Hai - 15/8" */
static bool is_dashed(const struct tc_scan *s, size_t i)
{
	return i && i < s->tokens.n && (tc_str_is(gap_before(s, i), " - ") ||
					tc_str_is(gap_before(s, i), " – "));
}

int tc_date_weekday_before(const struct tc_scan *s, size_t i)
{
	if (i < 2 || !(tc_scan_says(s, i - 2, TC_SAYS_CHU) ||
		       tc_scan_says(s, i - 2, TC_SAYS_THU)) ||
	    !(is_joined(s, i) || is_dashed(s, i)))
		return -1;
	if (tc_scan_says(s, i - 2, TC_SAYS_CHU) &&
	    tc_scan_says(s, i - 1, TC_SAYS_NHAT))
		return 6;
	if (!tc_scan_says(s, i - 2, TC_SAYS_THU) || !weekday_stands(s, i - 2))
		return -1;
	for (size_t k = 0; k < sizeof weekdays / sizeof *weekdays; k++)
		if (tc_date_spells(token(s, i - 1), weekdays[k].exact,
				   weekdays[k].bare))
			return weekdays[k].weekday;
	return -1;
}

int tc_date_weekday(struct tc_date d)
{
	/* 1970-01-01 was a Thursday */
	const int64_t n = (tc_date_days(d) + 3) % 7;

	return (int)(n < 0 ? n + 7 : n);
}

/*
 * Triggers and names.
 */

static bool line_starts_near(const struct tc_scan *s, uint32_t off)
{
	for (uint32_t i = off; i && s->text.p[i - 1] != '\n'; i--)
		if (off - i >= DATELINE_MAX)
			return false;
	return true;
}

/* "(BĐ) - ", "KTĐT - ", "(QLNN) – " before byte `off`, and nothing else in
 * its line. */
static bool dateline_before(const struct tc_scan *s, uint32_t off)
{
	const char *p = s->text.p + off;

	while (p > s->text.p && p[-1] == ' ')
		p--;
	if (p == s->text.p)
		return false;
	const uint32_t c = tc_utf8_prev(&p, s->text.p);
	return (c == '-' || (c >= 0x2010 && c <= 0x2015)) &&
	       line_starts_near(s, off);
}

/* "đến nay (12/2022)": figures of a month and a year, and no more. */
static bool is_month_in_brackets(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = token(s, i);

	return i + 1 < s->tokens.n && t->off && t->len <= 2 &&
	       s->text.p[t->off - 1] == '(' &&
	       s->text.p[tc_token_end(t)] == '/' && t[1].len == 4 &&
	       tc_token_end(&t[1]) < s->text.n &&
	       s->text.p[tc_token_end(&t[1])] == ')';
}

/* "(19 - 23/01/2026)": days in brackets, and nothing else there. */
static bool is_days_in_brackets(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = token(s, i);

	if (i + 3 >= s->tokens.n || !t->off || s->text.p[t->off - 1] != '(' ||
	    tc_scan_gap(s, i + 1) != TC_GAP_DASH ||
	    t->len > 2 || t[1].len > 2 || t[2].len > 2 || t[3].len != 4)
		return false;
	for (size_t k = 1; k < 3; k++)
		if (!strchr("/-.", s->text.p[tc_token_end(&t[k])]) ||
		    tc_token_end(&t[k]) + 1 != t[k + 1].off)
			return false;
	return t->flags & t[1].flags & t[2].flags & t[3].flags &
		       TC_TOKEN_DIGIT &&
	       tc_token_end(&t[3]) < s->text.n &&
	       s->text.p[tc_token_end(&t[3])] == ')';
}

#define BRACKET_DAYS_MAX 24	/* bytes of "(28, 29 và 30-7)" */
#define COUNT_TOKENS 4		/* "hai ngày làm việc" */

/* "hai ngày làm việc" before token i. */
static bool counts_days(const struct tc_scan *s, size_t i)
{
	for (size_t k = i; k > 1 && i - k < COUNT_TOKENS; k--)
		if (tc_scan_says(s, k - 1, TC_SAYS_NGAY))
			return token(s, k - 2)->flags & TC_TOKEN_DIGIT ||
			       tc_str_is(token(s, k - 2)->exact, "hai") ||
			       tc_str_is(token(s, k - 2)->exact, "ba");
	return false;
}

/* "Sau hai ngày làm việc (28 và 29-7)", "(từ 28 đến 29-7)": which days were
 * counted, and nothing else in the brackets. */
static bool is_counted_days(const struct tc_scan *s, size_t i)
{
	const size_t open = i && tc_str_is(token(s, i - 1)->exact, "từ") ?
				    i - 1 : i;
	const char *const p = s->text.p + token(s, i)->off;
	const size_t left = s->text.n - token(s, i)->off;
	const char *const close = memchr(p, ')', left < BRACKET_DAYS_MAX ?
						 left : BRACKET_DAYS_MAX);

	if (tc_scan_gap(s, open) != TC_GAP_OPEN || token(s, i)->len > 2 ||
	    !close || close[-1] < '0' || close[-1] > '9')
		return false;
	/* of words only "và" and "đến" */
	for (const char *c = p; c < close; c++)
		if (!strchr("0123456789/-., vn\xC3\xA0\xC4\x91\xE1\xBA\xBF",
			    *c))
			return false;
	return counts_days(s, open);
}

/* "vào 20/6", "trước 30-9", "chậm nhất 15/6", and no "vào 1/3", which may be a share, but where
 * nothing stands behind it that is shared: "từ 1/7, ". */
static bool is_told_day(const struct tc_scan *s, size_t i)
{
	static const char *const words[] = { "vào", "trước", "từ", "hết",
					     "đến", "chót", "nhất" };
	const struct tc_str before = token(s, i - 1)->exact;
	const uint32_t off = token(s, i)->off;
	struct tc_date d;
	uint32_t behind;

	if (!TC_AMONG(before, words) ||
	    !tc_date_digits(s->text, off, &d, &behind) || d.year)
		return false;
	if (!memchr(s->text.p + off, '/', behind - off))
		return tc_str_is(before, "trước") && d.day > d.month &&
		       memchr(s->text.p + off, '-', behind - off);
	return d.day > d.month ||
	       (!tc_str_is(before, "vào") && !tc_str_is(before, "đến") &&
		behind < s->text.n &&
		strchr(",;).", s->text.p[behind]) &&
		(behind + 1 == s->text.n || s->text.p[behind + 1] == ' ' ||
		 s->text.p[behind + 1] == '\n'));
}

enum tc_trigger tc_date_trigger(const struct tc_scan *s, size_t i)
{
	const bool blank = TC_LIKELY(i && i < s->tokens.n) &&
			   tc_scan_is_blank(s, i);

	if (!blank && i < s->tokens.n &&
	    memchr(gap_before(s, i).p, ')', gap_before(s, i).n) &&
	    dateline_before(s, token(s, i)->off))
		return TC_TRIGGER_STRONG;
	if (!blank && i < s->tokens.n &&
	    TC_UNLIKELY(tc_scan_flags(s, i) & TC_WORD_MONTH_NAME) &&
	    (tc_date_english_dateline(s, i) || tc_date_english_weekday(s, i)))
		return TC_TRIGGER_STRONG;
	if (TC_UNLIKELY(is_month_in_brackets(s, i)))
		return TC_TRIGGER_WEAK;
	if (!blank && i < s->tokens.n &&
	    TC_UNLIKELY(is_days_in_brackets(s, i) || is_counted_days(s, i)))
		return TC_TRIGGER_STRONG;
	if (!blank && !is_joined_by(s, i))
		return is_dashed(s, i) && tc_date_weekday_before(s, i) >= 0 ?
			TC_TRIGGER_STRONG : TC_TRIGGER_NONE;
	const unsigned flags = flags_before(s, i);
	/* a lunar day is read whole, to be refused whole */
	if (flags & (STRONG | LUNAR))
		return TC_TRIGGER_STRONG;
	/* "Hôm nay: 1/12 bài" counts */
	if ((flags & LATER) && i > 1 && (flags_before(s, i - 1) & DAYPART) &&
	    !memchr(gap_before(s, i).p, ':', gap_before(s, i).n))
		return TC_TRIGGER_STRONG;
	if (tc_date_weekday_before(s, i) >= 0)
		return TC_TRIGGER_STRONG;
	if (flags & WEAK)
		return i < s->tokens.n &&
			       (is_told_day(s, i) || is_counted_days(s, i)) ?
			       TC_TRIGGER_STRONG : TC_TRIGGER_WEAK;
	return TC_TRIGGER_NONE;
}

/* "7h00", "17h"; "giờ" and "phút" behind a number. */
static bool is_hour(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = token(s, i);

	if (t->flags & TC_TOKEN_DIGIT)
		return memchr(t->exact.p, 'h', t->exact.n) ||
		       tc_str_is(token(s, i + 1)->exact, "giờ");
	return i && token(s, i - 1)->flags & TC_TOKEN_DIGIT &&
	       (tc_str_is(t->exact, "giờ") || tc_str_is(t->exact, "phút"));
}

/* The token before the i-th tells the hour: "trước 7h00 sáng ngày". */
static bool is_clock_before(const struct tc_scan *s, size_t i)
{
	return i && (is_hour(s, i - 1) ||
		     (i > 1 && flags_before(s, i) & DAYPART &&
		      is_hour(s, i - 2)));
}

unsigned tc_date_head_flags(const struct tc_scan *s, size_t i)
{
	unsigned flags = 0;

	for (int k = 0; k < 4 && is_joined(s, i); k++, i--) {
		flags = flags_before(s, i);
		if (!(flags & PASSED) && !is_clock_before(s, i))
			return flags;
	}
	return flags;
}

static bool is_marked(const struct tc_scan *s, size_t i)
{
	return i < s->tokens.n && token(s, i)->flags & TC_TOKEN_MARKED;
}

bool tc_date_is_other_word(const struct tc_scan *s, size_t i)
{
	const uint32_t plain = TC_TOKEN_SYLLABLE, any = plain | TC_TOKEN_MARKED;

	if ((token(s, i)->flags & any) != plain)
		return false;
	for (size_t k = i < 2 ? 0 : i - 2; k <= i + 2; k++)
		if (is_marked(s, k))
			return true;
	return false;
}

/* "Tuần thứ 02 tháng 3/2024", "số 2 tháng 3": of the month, and no day. */
static bool is_ordinal(const struct tc_scan *s, size_t i)
{
	static const char *const words[] = { "thứ", "tuần", "số", "kỳ" };

	if (!i || !(token(s, i)->flags & TC_TOKEN_DIGIT) ||
	    i + 1 >= s->tokens.n || !tc_scan_is_blank(s, i) ||
	    !tc_str_is(token(s, i + 1)->bare, "thang"))
		return false;
	return TC_AMONG(token(s, i - 1)->exact, words);
}

bool tc_date_look(const struct tc_scan *s, size_t i, uint32_t off,
		  enum tc_trigger trigger, struct tc_date_match *m)
{
	*m = (struct tc_date_match){ 0 };
	if (!tc_date_left_ok(s->text, off))
		return false;
	const enum tc_trigger found = tc_date_trigger(s, i);
	if (found > trigger)
		trigger = found;
	const enum tc_date_said said =
		TC_LIKELY(i < s->tokens.n && token(s, i)->off == off) ?
			tc_date_plain(s, i, trigger, m) : TC_DATE_IN_DOUBT;
	if (said == TC_DATE_NONE ||
	    (said == TC_DATE_IN_DOUBT &&
	     !tc_date_match(s->text, off, trigger, m)))
		return false;
	if (TC_UNLIKELY(is_ordinal(s, i))) {
		*m = (struct tc_date_match){ 0 };
		return false;
	}
	m->refused = TC_UNLIKELY(m->start != off) || tc_date_is_name(s, i, m);
	return !m->refused;
}

/*
 * Cues.
 */

/* "Thời hạn nộp báo cáo được ấn định là ngày ..." */
static bool is_set_as_deadline(const struct tc_scan *s, size_t i)
{
	if (!i || !tc_scan_says(s, i - 1, TC_SAYS_LA))
		return false;
	for (int k = 0; k < DEADLINE_TOKENS && i > 1; k++, i--) {
		if (memchr(gap_before(s, i).p, '.', gap_before(s, i).n))
			return false;
		if (tc_scan_says(s, i - 1, TC_SAYS_HAN))
			return true;
	}
	return false;
}

enum tc_date_cue tc_date_cue(const struct tc_scan *s, size_t i)
{
	const unsigned flags = is_joined(s, i) ? tc_date_head_flags(s, i) : 0;

	if (flags & HISTORIC)
		return TC_CUE_HISTORIC;
	if (flags & FUTURE)
		return TC_CUE_FUTURE;
	if (flags & UNTIL)
		return TC_CUE_UNTIL;
	/* "được ban hành, ngày 4/5 xã đã học": no comma divides them */
	if (flags & ISSUED && tc_scan_gap(s, i) != TC_GAP_COMMA)
		return TC_CUE_ISSUED;
	return is_set_as_deadline(s, i) ? TC_CUE_FUTURE : TC_CUE_NONE;
}

bool tc_date_is_issued(const struct tc_scan *s, size_t i)
{
	return is_joined(s, i) && tc_date_head_flags(s, i) & ISSUES;
}

bool tc_date_unit_at(const struct tc_scan *s, size_t k)
{
	const unsigned mask = TC_UNIT_HEADS | TC_UNIT_AREA | TC_UNIT_HOOD;
	size_t after;

	return tc_unit_word_at(s, k, mask, false, &after);
}

bool tc_date_is_in_day(const struct tc_scan *s, size_t i)
{
	return is_joined(s, i) && flags_before(s, i) & DAYPART;
}

bool tc_date_year_said(const struct tc_scan *s, size_t i, int *years)
{
	static const struct {
		const char *exact, *bare;
		int years;
	} rows[] = {
		{ "sau", "sau", 1 }, { "tới", "toi", 1 }, { "nay", "nay", 0 },
		{ "trước", "truoc", -1 }, { "ngoái", "ngoai", -1 },
		{ "qua", "qua", -1 },
	};

	if (i + 1 >= s->tokens.n || !is_joined(s, i) ||
	    !is_joined(s, i + 1) || !tc_scan_says(s, i, TC_SAYS_NAM))
		return false;
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
		if (tc_date_spells(token(s, i + 1), rows[k].exact,
				   rows[k].bare)) {
			*years = rows[k].years;
			return true;
		}
	return false;
}

bool tc_date_issues(const struct tc_scan *s, size_t i)
{
	if (i && tc_scan_says(s, i - 1, TC_SAYS_SO))
		i--;
	if (i < 3 || !(flags_before(s, i) & DOCUMENT))
		return false;
	return flags_before(s, i - 2) & ISSUES;
}

bool tc_date_issues_short(const struct tc_scan *s, size_t i)
{
	return i && flags_before(s, i) & ISSUES;
}

static bool ends_sentence(char c)
{
	return c == '\n' || c == '.' || c == '!' || c == '?' || c == ';';
}

/* "(BTNO) Chiều 18-6": behind whose news it is, which begins its line. */
static bool agency_before(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = i ? token(s, i - 1) : NULL;

	if (!t || tc_scan_gap(s, i) != TC_GAP_CLOSE ||
	    !(t->flags & TC_TOKEN_CAPS) || !t->off ||
	    s->text.p[t->off - 1] != '(')
		return false;
	return t->off == 1 || s->text.p[t->off - 2] == '\n';
}

static bool starts_sentence(const struct tc_scan *s, size_t i)
{
	const struct tc_str gap = gap_before(s, i);

	if (!i)
		return true;
	for (size_t k = 0; k < gap.n; k++)
		if (ends_sentence(gap.p[k]))
			return true;
	return i < s->tokens.n && (agency_before(s, i) ||
				   dateline_before(s, token(s, i)->off));
}

bool tc_date_is_opener(const struct tc_scan *s, size_t i)
{
	for (int k = 0; k < OPENER_TOKENS; k++) {
		if (starts_sentence(s, i))
			return true;
		if (tc_date_weekday_before(s, i) >= 0) {
			i -= 2;
			continue;
		}
		if (!is_joined(s, i) || !(flags_before(s, i) & OPENS ||
					  token(s, i - 1)->flags &
						  TC_TOKEN_DIGIT))
			return false;
		i--;
	}
	return false;
}
