/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/stamp.h"

#include "import/byline.h"
#include "import/furniture.h"
#include "import/line.h"
#include "import/word.h"

#include <stdint.h>

#define STAMP_MAX 200		/* bytes; longer lines are text */
#define YEAR_MIN 1990
#define YEAR_MAX 2100
#define PAIR_MIN 1800
#define LABELLED_TAIL_WORDS 8
#define SECTION_MAX 60		/* bytes of a section's name before a label */
#define PLACE_WORDS 6		/* of a letterhead: "Thanh pho Ho Chi Minh" */
#define ISSUER_WORDS 8		/* in capitals before it: two columns */
#define LETTERHEAD_DATE_MAX 40	/* bytes of "ngay 19 thang 12 nam 2023" */

static const struct {
	const char *words;
	enum tc_hint_kind kind;
} labels[] = {
	/* longer ones before those that they begin with */
	{ "ngay cap nhat", TC_HINT_UPDATED },
	{ "cap nhat lan cuoi", TC_HINT_UPDATED },
	{ "lan cap nhat cuoi", TC_HINT_UPDATED },
	{ "lan cap nhat gan day nhat", TC_HINT_UPDATED },
	{ "lan cap nhat gan nhat", TC_HINT_UPDATED },
	{ "cap nhat gan day nhat", TC_HINT_UPDATED },
	{ "cap nhat gan nhat", TC_HINT_UPDATED },
	{ "cap nhat moi nhat", TC_HINT_UPDATED },
	{ "cap nhat", TC_HINT_UPDATED },
	{ "ngay sua", TC_HINT_UPDATED },
	{ "sua lan cuoi", TC_HINT_UPDATED },
	{ "last updated", TC_HINT_UPDATED },
	{ "updated", TC_HINT_UPDATED },
	{ "ngay dang tin", TC_HINT_LABELLED },
	{ "ngay dang bai", TC_HINT_LABELLED },
	{ "ngay dang tai", TC_HINT_LABELLED },
	{ "ngay dang", TC_HINT_LABELLED },
	{ "ngay gio dang", TC_HINT_LABELLED },
	{ "ngay phat hanh", TC_HINT_LABELLED },
	{ "ngay cong bo", TC_HINT_LABELLED },
	{ "ngay xuat ban", TC_HINT_LABELLED },
	{ "ngay dua tin", TC_HINT_LABELLED },
	{ "ngay dua", TC_HINT_LABELLED },
	{ "ngay tao", TC_HINT_LABELLED },
	{ "ngay viet", TC_HINT_LABELLED },
	{ "ngay gui", TC_HINT_LABELLED },
	{ "ngay tra loi", TC_HINT_LABELLED },
	{ "ngay hoi", TC_HINT_UPDATED },
	{ "thoi gian dang", TC_HINT_LABELLED },
	{ "thoi gian", TC_HINT_LABELLED },
	{ "duoc dang ngay", TC_HINT_LABELLED },
	{ "duoc dang luc", TC_HINT_LABELLED },
	{ "duoc dang", TC_HINT_LABELLED },
	{ "duoc viet ngay", TC_HINT_LABELLED },
	{ "duoc viet", TC_HINT_LABELLED },
	{ "duoc tao", TC_HINT_LABELLED },
	{ "duoc cap nhat", TC_HINT_UPDATED },
	{ "chinh sua", TC_HINT_UPDATED },
	{ "tao ngay", TC_HINT_LABELLED },
	{ "dua tin", TC_HINT_LABELLED },
	{ "dang tin luc", TC_HINT_LABELLED },
	{ "dang luc", TC_HINT_LABELLED },
	{ "dang ngay", TC_HINT_LABELLED },
	{ "dang vao", TC_HINT_LABELLED },
	{ "gui vao", TC_HINT_LABELLED },
	{ "da dang", TC_HINT_LABELLED },
	{ "xuat ban", TC_HINT_LABELLED },
	{ "viet ngay", TC_HINT_LABELLED },
	{ "gui luc", TC_HINT_LABELLED },
	{ "posted on", TC_HINT_LABELLED },
	{ "posted date", TC_HINT_LABELLED },
	{ "post date", TC_HINT_LABELLED },
	{ "publish date", TC_HINT_LABELLED },
	{ "published date", TC_HINT_LABELLED },
	{ "published on", TC_HINT_LABELLED },
	{ "published", TC_HINT_LABELLED },
	{ "date", TC_HINT_LABELLED },
};

/* What may stand between the digits of a date line. */
static const char *const date_words[] = {
	"ngay", "thang", "thg", "th", "nam", "luc", "gio", "phut", "giay", "vao", "h", "g",
	"thu", "hai", "ba", "tu", "sau", "bay", "chu", "nhat", "cn", "t",
	"sang", "trua", "chieu", "toi", "sa", "ch", "am", "pm",
	"gmt", "utc", "z",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
	"sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
};
static const char *const months[] = {
	"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december",
	"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
	"oct", "nov", "dec",
};

/* Behind "thang": "2 thang muoi mot 2018". */
static const char *const month_numbers[] = {
	"gieng", "mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin",
	"muoi",
};

static bool is_among(const char *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(word, list[i]) == 0)
			return true;
	return false;
}
#define IS_AMONG(word, list) \
	is_among((word), (list), sizeof(list) / sizeof *(list))

/* What has been read of a date so far. */
struct reading {
	int run;		/* 1 day, 2 month, then the year */
	bool month_named, weekday, year;
	bool weekday_dash;	/* "Thứ ba - " */
	bool month_said, year_said;	/* "tháng" 6, "năm" 2022 */
	bool month_next;		/* "tháng" was the last word */
	bool pair;		/* a second year: an anniversary */
	size_t first, last;	/* bytes of the value */
};

static int number_of(const struct tc_word *w)
{
	int n = 0;

	for (const char *p = w->bare; *p && n < 100000; p++)
		n = n * 10 + (*p - '0');
	return n;
}

/* "/18 03:22:47": two figures are a year where a clock is behind them. */
static bool is_short_year(struct tc_str s)
{
	static const char form[] = "/00 00:00";

	for (size_t i = 0; form[i]; i++)
		if (i == s.n || (form[i] == '0' ? s.p[i] < '0' || s.p[i] > '9'
						: s.p[i] != form[i]))
			return false;
	return true;
}

static void read_number(struct reading *r, struct tc_str line,
			const struct tc_word *w)
{
	int n = number_of(w);
	size_t digits = strlen(w->bare);

	if (r->run == 2 && !r->year && w->start &&
	    is_short_year(tc_str_from(line, w->start - 1))) {
		r->year = true;
		return;
	}
	if (digits == 4 && n >= YEAR_MIN && n <= YEAR_MAX &&
	    (r->run >= 2 || (r->run >= 1 && r->month_named)) && !r->year) {
		r->year = true;
		return;
	}
	if (digits == 4 && n >= PAIR_MIN && n <= YEAR_MAX &&
	    (r->year || n < YEAR_MIN))
		r->pair = true;
	/* yyyy-mm-dd comes the other way round */
	if (digits == 4 && n >= YEAR_MIN && n <= YEAR_MAX && r->run == 0 &&
	    w->end < line.n && strchr("-/", line.p[w->end]))
		r->year = true;
	else
		r->run++;
}

/* A word of the value, or the end of it. */
static bool takes_word(struct reading *r, struct tc_str line,
		       const struct tc_word *w)
{
	const bool month = r->month_next;

	r->month_next = strcmp(w->bare, "thang") == 0 ||
			strcmp(w->bare, "thg") == 0;
	if (w->digits) {
		read_number(r, line, w);
		return true;
	}
	if (IS_AMONG(w->bare, months) ||
	    (month && IS_AMONG(w->bare, month_numbers))) {
		r->month_named = true;
		r->month_next = strcmp(w->bare, "muoi") == 0;
		return true;
	}
	if (strcmp(w->bare, "thu") == 0 || strcmp(w->bare, "chu") == 0)
		r->weekday = true;
	r->weekday_dash |= r->weekday && !r->run &&
			   tc_str_starts(tc_str_from(line, w->end),
					 TC_STR(" - "));
	if (strcmp(w->bare, "thang") == 0)
		r->month_said = true;
	/* the "nam" of a weekday stands before the day */
	if (strcmp(w->bare, "nam") == 0 && r->run)
		r->year_said = true;
	return IS_AMONG(w->bare, date_words);
}

/* A count behind a bar is no time: "15/11/2019 | 604". */
static bool is_count_behind_bar(struct tc_str line, const struct reading *r,
				const struct tc_word *w)
{
	struct tc_str gap = tc_str(line.p + r->last, w->start - r->last);
	bool time = w->end < line.n && strchr(":/-.hg", line.p[w->end]);

	return r->year && w->digits && !time &&
	       tc_str_find(gap, TC_STR("|"), 0) != SIZE_MAX;
}

static size_t read_value(struct tc_str line, size_t off, struct reading *r)
{
	struct tc_word w;
	size_t next = off;

	r->first = SIZE_MAX;
	r->last = off;
	while (tc_word_next(line, &next, &w)) {
		if (is_count_behind_bar(line, r, &w) ||
		    !takes_word(r, line, &w))
			break;
		if (r->first == SIZE_MAX && strcmp(w.bare, "luc") != 0 &&
		    strcmp(w.bare, "vao") != 0)
			r->first = w.start;
		r->last = w.end;
	}
	return r->last;
}

static size_t read_label(struct tc_str line, struct tc_stamp *stamp)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		size_t n = tc_word_label(line, labels[i].words);
		if (!n)
			continue;
		stamp->kind = labels[i].kind;
		return n;
	}
	stamp->kind = TC_HINT_LINE;
	return 0;
}

static struct tc_str without_marks(struct tc_str s)
{
	while (s.n && strchr(" |-,.;:)]([", *s.p))
		s = tc_str_from(s, 1);
	return s;
}

/* Marks and joining words at the end of what stands before a date. */
static struct tc_str without_joint(struct tc_str s)
{
	static const char *const joints[] = {
		" ", "|", "-", ",", "(", "[", "·", "•", "–", "/",
		" vào", " lúc", " on", " at", " ngày",
	};

	for (bool again = true; again && s.n;) {
		again = false;
		for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
			if (tc_str_ends(s, tc_str0(joints[i]))) {
				s.n -= strlen(joints[i]);
				again = true;
			}
	}
	return s;
}

static bool begins_year(struct tc_str s)
{
	return (tc_str_starts(s, TC_STR("20")) ||
		tc_str_starts(s, TC_STR("19"))) &&
	       strchr("0123456789", s.p[2]) && strchr("0123456789", s.p[3]);
}

static bool has_year(struct tc_str s)
{
	for (size_t i = 0; i + 4 <= s.n; i++)
		if (begins_year(tc_str_from(s, i)) ||
		    is_short_year(tc_str_from(s, i)))
			return true;
	return false;
}

/* "Dang ngay 01/01/2025 trong Tin tuc, 987 luot doc": behind a label few
 * words are no sentence either. */
static bool is_short(struct tc_str tail)
{
	struct tc_word w;
	size_t off = 0, n = 0;

	while (tc_word_next(tail, &off, &w))
		n++;
	return n <= LABELLED_TAIL_WORDS && tail.p[tail.n - 1] != '.';
}

static bool part_is_clear(struct tc_str part)
{
	struct tc_byline byline;

	return !part.n || tc_furniture_whole(part) ||
	       tc_byline_read(part, &byline) || tc_byline_is_name(part);
}

static bool tail_is_clear(struct tc_str tail, bool labelled)
{
	struct tc_str part;

	tail = without_marks(tail);
	if ((labelled && tail.n && is_short(tail)) || part_is_clear(tail))
		return true;
	/* "| Huyện ủy Sơn Hạ | 155 lượt xem" */
	while (tc_str_split(&tail, '|', &part))
		if (!part_is_clear(tc_str_trim(part)))
			return false;
	return true;
}

static bool has_time(struct tc_str value)
{
	return tc_str_find(value, TC_STR(":"), 0) != SIZE_MAX;
}

bool tc_stamp_is_clock(const struct tc_stamp *stamp, size_t above)
{
	return (stamp->clock_like &&
		!(above == 1 && has_time(stamp->value))) ||
	       (above > TC_STAMP_LINES &&
		tc_furniture_whole(stamp->tail) != TC_FURNITURE_COUNTER);
}

bool tc_stamp_is_signed(const struct tc_stamp *stamp)
{
	struct tc_byline b;

	return !stamp->clock_like && !stamp->tail.n && stamp->head.n &&
	       (tc_byline_is_name(stamp->head) ||
		tc_byline_read(stamp->head, &b));
}

/* "Ngày 12/8/2024, Ban Chấp hành": a sentence begins, and its line was
 * broken. */
static bool begins_sentence(struct tc_str part, size_t end)
{
	struct tc_word w;
	size_t off = 0;

	return end < part.n && part.p[end] == ',' &&
	       without_marks(tc_str_from(part, end)).n &&
	       tc_word_next(part, &off, &w) && strcmp(w.bare, "ngay") == 0;
}

/* Reads from byte `off`, where a label or the date itself stands. */
static bool read_from(struct tc_str line, size_t off, struct tc_stamp *stamp)
{
	struct tc_str part = tc_str_from(line, off);
	struct reading r = { 0 };
	size_t label = read_label(part, stamp);
	size_t end = read_value(part, label, &r);

	if (!r.year || r.pair || r.run + r.month_named < 2 ||
	    !tail_is_clear(tc_str_from(part, end), label) ||
	    (!label && begins_sentence(part, end)))
		return false;
	while (end < part.n && strchr(")]", part.p[end]))
		end++;
	stamp->value = tc_str(part.p + r.first, end - r.first);
	stamp->tail = without_marks(tc_str_from(part, end));
	/* "Thứ năm, 04 Tháng 11 2021 17:08", "Thứ Ba, 4 tháng 10, 2016":
	 * Joomla's, Drupal's and Blogger's articles; "Thứ ba - 19/07/2011
	 * 07:46": NukeViet's */
	const bool of_cms = (r.month_said && !r.year_said) ||
			    (r.weekday_dash && has_time(stamp->value));
	stamp->clock_like = r.weekday && !label && !of_cms;
	return true;
}

/* What may stand before a bar and a date: tools or a byline. */
static bool head_is_clear(struct tc_str head)
{
	struct tc_byline byline;
	struct tc_word w;
	size_t off = 0;

	if (!tc_word_next(head, &off, &w) || w.digits)
		return false;
	if (tc_furniture_whole(head) || tc_byline_read(head, &byline))
		return true;
	/* one word may be half of a label */
	return tc_word_next(head, &off, &w) && tc_byline_is_name(head);
}

/* "Chính trị 03-02-2023": a column of the paper and its day. */
static bool is_section(struct tc_str head)
{
	static const char *const names[] = {
		"chinh tri", "thoi su", "xa hoi", "kinh te", "tin tuc",
		"van hoa", "giao duc", "phap luat", "xay dung dang",
		"tin trong tinh", "trong tinh", "su kien", "admin",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (tc_line_same(head, tc_str0(names[i])))
			return true;
	return false;
}

/* "Tin hoạt động | 03/10/2025 | 604": a bar parts what a page says of its
 * article. */
static bool is_barred(struct tc_str line, struct tc_str head, size_t date)
{
	const struct tc_str gap = tc_str(line.p + head.n, date - head.n);

	return head.n <= SECTION_MAX &&
	       tc_str_find(gap, TC_STR("|"), 0) != SIZE_MAX;
}

/* "LAN ANH (thực hiện) 10/10/2018 03:09": when a page says the time, and no
 * more, it is its own. */
static bool ends_in_time(const struct tc_stamp *stamp)
{
	return !stamp->tail.n && has_time(stamp->value);
}

static bool begins_date(const struct tc_word *w)
{
	static const char *const openings[] = {
		"thu", "chu", "ngay", "dang", "cap", "posted", "published",
		"updated", "thang", "th",
	};

	return w->digits || IS_AMONG(w->bare, openings) ||
	       IS_AMONG(w->bare, months);
}

/* Whether the line's last word is a year. */
static bool ends_in_year(struct tc_str line, size_t off)
{
	struct tc_word w;
	bool year = false;

	while (tc_word_next(line, &off, &w))
		year = w.digits && w.end - w.start == 4;
	return year;
}

/* "Trang tin | Thứ ba," */
static bool ends_in_weekday(struct tc_str head)
{
	static const char *const days[] = {
		"hai,", "ba,", "tư,", "năm,", "sáu,", "bảy,", "nhật,",
		"Hai,", "Ba,", "Tư,", "Năm,", "Sáu,", "Bảy,", "Nhật,",
	};

	if (tc_str_find(head, TC_STR("Thứ "), 0) == SIZE_MAX &&
	    tc_str_find(head, TC_STR("Chủ "), 0) == SIZE_MAX)
		return false;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (tc_str_ends(tc_str_trim(head), tc_str0(days[i])))
			return true;
	return false;
}

/* "Ha Noi, ngay 10 thang 10 nam 2008", "Hanoi, April 29th 2011": a document's
 * own date, under its number.  `w` is the word that begins the date. */
static bool is_letterhead(struct tc_str line, const struct tc_word *w)
{
	struct tc_word day, month;
	size_t off = w->end;

	if (!tc_str_ends(tc_str(line.p, w->start), TC_STR(", ")) ||
	    ends_in_weekday(tc_str(line.p, w->start)) ||
	    !tc_word_next(line, &off, &day) || !day.digits)
		return false;
	if (IS_AMONG(w->bare, months))
		return ends_in_year(line, off);
	return strcmp(w->bare, "ngay") == 0 &&
	       tc_word_next(line, &off, &month) &&
	       strcmp(month.bare, "thang") == 0;
}

bool tc_stamp_is_letterhead(struct tc_str line)
{
	struct tc_word w;
	size_t off = 0;
	bool upper = true;	/* of all words before this one */

	for (size_t n = 0; n <= PLACE_WORDS + ISSUER_WORDS; n++) {
		/* "Quế Xuân 1, ngày 14 tháng 3" */
		if (!tc_word_next(line, &off, &w) ||
		    (w.digits && (!n || w.end - w.start > 2)))
			return false;
		if (is_letterhead(line, &w))
			return (n <= PLACE_WORDS || upper) &&
			       line.n - w.start <= LETTERHEAD_DATE_MAX;
		upper = upper && (w.upper || w.digits);
	}
	return false;
}

/* "Ngày đăng : 18:12, 22/12/2023": its label says what it is. */
static bool has_label(struct tc_str line, size_t at)
{
	struct tc_stamp stamp;
	struct tc_str part = tc_str_from(line, at);
	size_t n = read_label(part, &stamp);

	while (n && n < part.n && part.p[n] == ' ')
		n++;
	return n && n < part.n && part.p[n] == ':';
}

/* "Thoi su tuan thu 02 thang 3/2024": the week's number. */
static bool counts(const struct tc_word *before)
{
	static const char *const words[] = { "tuan", "ky", "so" };

	return IS_AMONG(before->bare, words);
}

/* "Tac gia: X | Ngay dang: ...", "X - 14/08/2023 06:30", "Chuyen muc - Ngay
 * dang: ...". */
static bool read_behind_head(struct tc_str line, struct tc_stamp *stamp)
{
	struct tc_word w, before = { 0 };
	size_t off = 0;
	bool numbered = false;	/* "Mã tin: 1234 - Ngày đăng: ..." */

	for (; tc_word_next(line, &off, &w); before = w) {
		if (!w.start || !begins_date(&w) ||
		    (numbered && !has_label(line, w.start)))
			continue;
		struct tc_str head = without_joint(tc_str(line.p, w.start));
		const bool barred = is_barred(line, head, w.start);
		if (!barred && counts(&before))
			return false;
		if (is_letterhead(line, &w))
			return false;
		const bool clear = barred || head_is_clear(head) ||
			is_section(head) ||
			(head.n <= SECTION_MAX && has_label(line, w.start));
		if ((clear || head.n <= SECTION_MAX) &&
		    read_from(line, w.start, stamp) &&
		    (clear || ends_in_time(stamp))) {
			stamp->head = head;
			/* no clock bears the name of a column */
			if (is_section(head))
				stamp->clock_like = false;
			return true;
		}
		/* "Lượt xem: 2016 | Đăng ngày 02/12/2016": a counter */
		numbered |= w.digits && !tc_furniture_whole(head);
	}
	return false;
}

bool tc_stamp_read(struct tc_str line, struct tc_stamp *stamp)
{
	*stamp = (struct tc_stamp){ 0 };
	/* "Căn cứ Luật Tổ chức ngày 26 tháng 11 năm 2003;" */
	if (line.n > STAMP_MAX || !has_year(line) ||
	    tc_str_ends(line, TC_STR(";")) || tc_word_label(line, "can cu"))
		return false;
	return read_from(line, 0, stamp) ||
	       (!tc_stamp_is_letterhead(line) && read_behind_head(line, stamp));
}

size_t tc_stamp_glued(struct tc_str line, struct tc_stamp *stamp)
{
	struct tc_word w;
	size_t off = 0;

	while (has_year(line) && tc_word_next(line, &off, &w)) {
		*stamp = (struct tc_stamp){ 0 };
		if (w.start && !w.digits && begins_date(&w) &&
		    read_from(line, w.start, stamp) &&
		    stamp->kind != TC_HINT_LINE)
			return w.start;
	}
	return line.n;
}
