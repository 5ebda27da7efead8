/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-line.h"

#include "fact/date.h"
#include "fact/date-context.h"

/* A longer line is a sentence. */
#define LINE_MAX_BYTES 160
#define LINE_MAX_TOKENS 16
/* How far below the title a line of its own is the page's date. */
#define NEAR_TITLE 600
/* Tokens behind a labelled date that has no colon. */
#define TAIL_TOKENS 8
#define LABEL_WORDS 2
/* Of the place in a letterhead: "Thành phố Hồ Chí Minh". */
#define PLACE_WORDS 6
#define ISSUER_WORDS 8	/* beside it, in capitals */

static const struct label {
	const char *words[LABEL_WORDS];	/* the last one first */
	enum tc_date_rule rule;
} labels[] = {
	{ { "đăng" }, TC_RULE_LABEL },
	{ { "hành", "phát" }, TC_RULE_LABEL },
	{ { "bản", "xuất" }, TC_RULE_LABEL },
	{ { "bài", "đăng" }, TC_RULE_LABEL },
	{ { "tin", "đăng" }, TC_RULE_LABEL },
	{ { "tải", "đăng" }, TC_RULE_LABEL },
	{ { "date" }, TC_RULE_LABEL },
	{ { "published" }, TC_RULE_LABEL },
	{ { "posted" }, TC_RULE_LABEL },
	{ { "nhật", "cập" }, TC_RULE_UPDATED },
	{ { "updated" }, TC_RULE_UPDATED },
};

/* What a date line holds besides the date. */
static const char *const fillers[] = {
	"ngay", "luc", "vao", "gio", "phut", "gmt", "utc", "sa", "ch", "am",
	"pm", "thu", "hai", "ba", "tu", "nam", "sau", "bay", "chu", "nhat",
	"luot", "xem", "on", "at",
};

struct line {
	size_t first, end;	/* tokens */
	bool time;		/* 21:21 is printed in it */
};

static bool is_filler(const struct tc_token *t)
{
	return t->flags & TC_TOKEN_DIGIT || TC_AMONG(t->bare, fillers);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool has_time(struct tc_str line)
{
	for (size_t k = 1; k + 1 < line.n; k++)
		if (line.p[k] == ':' && is_digit(line.p[k - 1]) &&
		    is_digit(line.p[k + 1]))
			return true;
	return false;
}

/* Where the line begins and ends that holds bytes [*start, *end); false when
 * it is too long on one side. */
static bool find_ends(struct tc_str text, uint32_t *start, uint32_t *end)
{
	const size_t reach = LINE_MAX_BYTES + 1;
	const size_t before = *start < reach ? *start : reach;
	const size_t after = text.n - *end < reach ? text.n - *end : reach;
	const char *const first = memrchr(text.p + *start - before, '\n',
					  before);
	const char *const last = memchr(text.p + *end, '\n', after);

	if ((!first && before == reach) || (!last && after == reach))
		return false;
	*start = first ? (uint32_t)(first + 1 - text.p) : 0;
	*end = (uint32_t)(last ? (size_t)(last - text.p) : text.n);
	return true;
}

/* The line around the mention, when it is short. */
static bool find_line(const struct tc_scan *s, size_t i,
		      const struct tc_date_mention *d, struct line *line)
{
	const struct tc_tokens *t = &s->tokens;
	uint32_t start = d->start, end = d->end;

	if (!find_ends(s->text, &start, &end))
		return false;
	*line = (struct line){ .first = i, .end = i };
	while (line->first && t->v[line->first - 1].off >= start)
		line->first--;
	while (line->end < t->n && t->v[line->end].off < end)
		line->end++;
	line->time = has_time(tc_str(s->text.p + start, end - start));
	return line->end - line->first <= 2 * LINE_MAX_TOKENS;
}

/* Whether the label's words end at token k of the line. */
static bool is_label_at(const struct tc_scan *s, const struct line *line,
			size_t k, const struct label *label)
{
	for (size_t w = 0; w < LABEL_WORDS && label->words[w]; w++)
		if (k < line->first + w ||
		    !tc_str_is(s->tokens.v[k - w].exact, label->words[w]))
			return false;
	return true;
}

static bool colon_follows(const struct tc_scan *s, size_t k)
{
	const struct tc_token *t = &s->tokens.v[k];
	size_t at = tc_token_end(t);

	while (at < s->text.n && s->text.p[at] == ' ')
		at++;
	return at < s->text.n && s->text.p[at] == ':';
}

/* "Cập nhật : 16:23 - 30/12/2021": going back over time and weekday to the
 * label; without a colon the label begins the line, and little follows. */
static enum tc_date_rule by_label(const struct tc_scan *s, size_t i,
				  const struct line *line, size_t after)
{
	const bool tail = line->end - after > TAIL_TOKENS;
	bool colon = false;

	for (size_t k = i; k-- > line->first;) {
		const struct tc_token *t = &s->tokens.v[k];
		colon |= !(t->flags & TC_TOKEN_DIGIT) && colon_follows(s, k);
		for (size_t n = 0; n < sizeof labels / sizeof *labels; n++)
			if (is_label_at(s, line, k, &labels[n]) &&
			    (colon ||
			     (k < line->first + LABEL_WORDS && !tail)))
				return labels[n].rule;
		if (!is_filler(t))
			break;
	}
	return TC_RULE_PLAIN;
}

static bool is_all_fillers(const struct tc_scan *s, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (!is_filler(&s->tokens.v[k]))
			return false;
	return true;
}

/* "08/08/2022 10:11 SA In trang": fillers, then no comma, and a word that
 * begins with a capital. */
static bool runs_on(const struct tc_scan *s, size_t after,
		    const struct line *line)
{
	const struct tc_token *t = s->tokens.v;
	size_t k = after;

	while (k < line->end && is_filler(&t[k]) &&
	       !(t[k].flags & TC_TOKEN_MARKED))
		k++;
	if (k == line->end || !(t[k].flags & TC_TOKEN_UPPER))
		return false;
	for (uint32_t off = t[k].off; off > tc_token_end(&t[k - 1]); off--)
		if (strchr(",;:", s->text.p[off - 1]))
			return false;
	return true;
}

/* Inside the brackets of a dateline: "(BVBNĐ-22/6/2017)" at the start of a
 * line, which may be a whole paragraph. */
static bool is_in_dateline(const struct tc_scan *s, size_t i,
			   const struct tc_date_mention *d)
{
	if (d->end >= s->text.n || s->text.p[d->end] != ')')
		return false;
	for (size_t k = i; k && i - k < PLACE_WORDS; k--) {
		const struct tc_token *const t = &s->tokens.v[k - 1];
		if (!(t->flags & TC_TOKEN_UPPER))
			return false;
		if (t->off && s->text.p[t->off - 1] == '(')
			return t->off == 1 || s->text.p[t->off - 2] == '\n';
	}
	return false;
}

/* How long an hour and its blanks beside the day may be. */
#define HOUR_BYTES 16

/* "(18:13 14/11/2017)" behind a title: the day and the hour in brackets. */
static bool is_in_stamp(const struct tc_scan *s,
			const struct tc_date_mention *d)
{
	const char *const text = s->text.p;
	uint32_t from = d->start, to = d->end;
	bool hour = false;

	if (d->end > s->title_len)
		return false;
	for (; from && text[from - 1] != '('; from--) {
		if (d->start - from > HOUR_BYTES ||
		    !strchr("0123456789: -", text[from - 1]))
			return false;
		hour |= text[from - 1] == ':';
	}
	for (; to < s->text.n && text[to] != ')'; to++) {
		if (to - d->end > HOUR_BYTES ||
		    !strchr("0123456789: -", text[to]))
			return false;
		hour |= text[to] == ':';
	}
	return hour && from && to < s->text.n;
}

/* "Hà Nội, ngày 19 tháng 12 năm 2023", "Hanoi, April 29th 2011", and no more
 * on the line: of the document that follows. */
static bool is_letterhead(const struct tc_scan *s, size_t i,
			  const struct line *line, size_t after)
{
	const struct tc_token *t = s->tokens.v;

	if (after != line->end || i == line->first || i + 2 >= s->tokens.n ||
	    i - line->first > PLACE_WORDS + ISSUER_WORDS ||
	    !(tc_scan_flags(s, i) & TC_WORD_MONTH_NAME ||
	      (tc_scan_says(s, i, TC_SAYS_NGAY) &&
	       tc_scan_says(s, i + 2, TC_SAYS_THANG))) ||
	    tc_scan_gap(s, i) != TC_GAP_COMMA ||
	    tc_date_weekday_before(s, i) >= 0)
		return false;
	/* "ĐẢNG ỦY XÃ A Sơn La, ngày ...": two columns */
	const bool two = i - line->first > PLACE_WORDS;
	for (size_t k = line->first + 1; k < i; k++)
		if (tc_scan_gap(s, k) == TC_GAP_COMMA ||
		    (two && !(t[k].flags & TC_TOKEN_UPPER)))
			return false;
	/* "Thành phố Sơn La" */
	return t[line->first].flags & t[i - 1].flags & TC_TOKEN_UPPER;
}

bool tc_date_is_letterhead(const struct tc_scan *s,
			   const struct tc_date_mention *d)
{
	const size_t i = tc_scan_token_at(s, d->start);
	struct line line;

	return d->from.day && tc_date_known(d->from) &&
	       find_line(s, i, d, &line) &&
	       is_letterhead(s, i, &line, tc_scan_token_at(s, d->end));
}

/* A list of what is done on the day, in the line below it. */
static bool heads_list(const struct tc_scan *s, const struct line *line)
{
	static const char *const marks[] = { "-", "+", "*", "•", "–" };
	struct tc_str below;

	if (line->end == s->tokens.n)
		return false;
	const char *const p = memchr(s->text.p + s->tokens.v[line->end - 1].off,
				     '\n', s->tokens.v[line->end].off -
				     s->tokens.v[line->end - 1].off);
	if (!p)
		return false;
	below = tc_str_from(s->text, (size_t)(p - s->text.p));
	while (below.n && (*below.p == '\n' || *below.p == ' '))
		below = tc_str_from(below, 1);
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
		if (tc_str_starts(below, tc_str0(marks[k])))
			return true;
	return false;
}

enum tc_date_rule tc_date_line_rule(const struct tc_scan *s, size_t i,
				    const struct tc_date_mention *d)
{
	struct line line;

	/* several days are an event's, and no page's */
	if (!tc_date_known(d->from) || !d->from.day ||
	    !tc_date_same(d->from, d->to))
		return TC_RULE_PLAIN;
	if (is_in_dateline(s, i, d))
		return TC_RULE_DATELINE;
	if (is_in_stamp(s, d))
		return TC_RULE_LINE;
	if (!find_line(s, i, d, &line))
		return TC_RULE_PLAIN;
	const size_t after = tc_scan_token_at(s, d->end);
	const enum tc_date_rule label = by_label(s, i, &line, after);
	if (label != TC_RULE_PLAIN)
		return label;
	if (is_letterhead(s, i, &line, after))
		return TC_RULE_ISSUED;
	const bool weekday = tc_date_weekday_before(s, i) >= 0;
	/* one before the web is the heading of a history */
	if (d->start > s->title_len + NEAR_TITLE ||
	    d->from.year < TC_PRESS_YEAR ||
	    !is_all_fillers(s, line.first, i))
		return TC_RULE_PLAIN;
	if (!is_all_fillers(s, after, line.end) &&
	    !((weekday || line.time) && runs_on(s, after, &line)))
		return TC_RULE_PLAIN;
	/* "Thứ Bảy, ngày 23 tháng 11 năm 2024": every one that was met told
	 * when the page was rendered */
	if (weekday && !line.time && tc_str_is(s->tokens.v[i].bare, "ngay"))
		return heads_list(s, &line) ? TC_RULE_PLAIN : TC_RULE_CLOCK;
	return TC_RULE_LINE;
}
