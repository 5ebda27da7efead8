/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/byline.h"

#include "import/word.h"

#define LABELLED_WORDS_MAX 10	/* behind a label; more is a sentence */
#define NAME_WORDS_MAX 10
#define NAME_BYTES_MAX 120

enum label_kind { AUTHOR, CREDIT, NOBODY };

static const struct {
	const char *words;
	enum label_kind kind;
	bool colon;		/* must be followed by one */
	bool account;		/* may be followed by a name in lower case */
} labels[] = {
	{ "duoc gui boi", AUTHOR, false, true },
	{ "duoc dang boi", AUTHOR, false, true },
	{ "duoc viet boi", AUTHOR, false, true },
	{ "gui boi", AUTHOR, false, true },
	{ "dang boi", AUTHOR, false, true },
	{ "viet boi", AUTHOR, false, true },
	{ "nguoi dang bai viet", AUTHOR, true, true },
	{ "posted by", AUTHOR, false, true },
	{ "submitted by", AUTHOR, false, true },
	{ "boi", AUTHOR, false, false },
	{ "thiet ke", NOBODY, true, false },
	{ "do hoa", NOBODY, true, false },
	{ "trinh bay", NOBODY, true, false },
	{ "tin va anh", AUTHOR, true, false },
	{ "tin bai va anh", AUTHOR, true, false },
	{ "tin bai anh", AUTHOR, true, false },
	{ "tin bai", AUTHOR, true, false },
	{ "tin anh", AUTHOR, true, false },
	{ "tin", AUTHOR, true, false },
	{ "bai va anh", AUTHOR, true, false },
	{ "bai anh", AUTHOR, true, false },
	{ "bai viet", AUTHOR, true, false },
	{ "bai", AUTHOR, true, false },
	{ "tac gia bai viet", AUTHOR, true, false },
	{ "tac gia", AUTHOR, true, false },
	{ "nguoi viet", AUTHOR, true, false },
	{ "nguoi dang", AUTHOR, true, false },
	{ "nguoi gui", AUTHOR, true, false },
	{ "phong vien", AUTHOR, true, false },
	{ "thuc hien", AUTHOR, true, false },
	{ "nguoi thuc hien", AUTHOR, true, false },
	{ "bien tap", AUTHOR, true, false },
	{ "author", AUTHOR, true, false },
	{ "written by", AUTHOR, false, false },
	{ "by", AUTHOR, false, false },
	{ "nguon tin", CREDIT, true, false },
	{ "nguon bai viet", CREDIT, true, false },
	{ "nguon", CREDIT, true, false },
	{ "source", CREDIT, true, false },
	{ "theo", CREDIT, false, false },
};

/* With these captions and headings begin, not names. */
static const char *const no_name[] = {
	"dong chi", "hinh anh", "quang canh", "toan canh", "dai bieu",
	"dang vien", "lanh dao", "bi thu", "chu tich", "pho bi thu",
	"pho chu tich", "hoi nghi", "dai hoi", "le ket nap", "mot so",
	"anh minh hoa", "tap the",
};

static size_t count_words(struct tc_str s, size_t *upper, bool *digits)
{
	struct tc_word w;
	size_t off = 0, n = 0;

	*upper = 0;
	*digits = false;
	while (tc_word_next(s, &off, &w)) {
		n++;
		*upper += w.upper;
		*digits = *digits || w.digits;
	}
	return n;
}

static struct tc_str strip_brackets(struct tc_str s)
{
	s = tc_str_trim(s);
	if (s.n > 2 && *s.p == '(' && s.p[s.n - 1] == ')')
		s = tc_str_trim(tc_str(s.p + 1, s.n - 2));
	return s;
}

/* What stands behind a label of n bytes; empty when it is no label here. */
static struct tc_str behind_label(struct tc_str line, size_t n, bool colon,
				  bool account)
{
	struct tc_str rest = tc_str_trim(tc_str_from(line, n));
	size_t upper;
	bool digits;

	if (rest.n && *rest.p == ':')
		rest = tc_str_trim(tc_str_from(rest, 1));
	else if (colon)
		return (struct tc_str){ NULL, 0 };
	size_t words = count_words(rest, &upper, &digits);
	if (!words || words > LABELLED_WORDS_MAX)
		return (struct tc_str){ NULL, 0 };
	/* "Theo bao cao cua chi bo" opens a sentence, "Theo TTXVN" does not */
	if (!colon && words > 6)
		return (struct tc_str){ NULL, 0 };
	if (!colon && !account && upper * 2 < words)
		return (struct tc_str){ NULL, 0 };
	return rest;
}

bool tc_byline_read(struct tc_str line, struct tc_byline *out)
{
	*out = (struct tc_byline){ 0 };
	line = strip_brackets(line);
	if (line.n > NAME_BYTES_MAX + 40)
		return false;
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		size_t n = tc_word_label(line, labels[i].words);
		if (!n)
			continue;
		struct tc_str rest = behind_label(line, n, labels[i].colon,
						  labels[i].account);
		if (!rest.n)
			continue;
		if (labels[i].kind == AUTHOR)
			out->author = rest;
		else if (labels[i].kind == CREDIT)
			out->credit = rest;
		return true;
	}
	return false;
}

struct tc_str tc_byline_unlabelled(struct tc_str line)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		size_t n = labels[i].kind == AUTHOR ?
			   tc_word_label(line, labels[i].words) : 0;
		struct tc_str rest = tc_str_trim(tc_str_from(line, n));
		if (n && rest.n && *rest.p == ':')
			rest = tc_str_trim(tc_str_from(rest, 1));
		if (n && n < line.n && rest.n)
			return rest;
	}
	return line;
}

static bool has_any(struct tc_str s, const char *marks)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] && strchr(marks, s.p[i]))
			return true;
	return false;
}

static bool has_lower(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'a' && s.p[i] <= 'z')
			return true;
	return false;
}

static bool begins_like_a_caption(struct tc_str line)
{
	for (size_t i = 0; i < sizeof no_name / sizeof *no_name; i++)
		if (tc_word_label(line, no_name[i]))
			return true;
	return false;
}

/* "III. TỔ CHỨC THỰC HIỆN": a heading; but "V. Hùng" */
static bool is_numbered_heading(struct tc_str line)
{
	size_t n = 0;

	while (n < line.n && strchr("IVX", line.p[n]))
		n++;
	return n > 1 && tc_str_starts(tc_str_from(line, n), TC_STR(". "));
}

/* "- Lưu VP.", of those who get a document. */
static bool is_recipient(struct tc_str line)
{
	static const char *const kept[] = { "luu", "nhu" };

	if (!tc_str_starts(line, TC_STR("-")) &&
	    !tc_str_starts(line, TC_STR("–")) &&
	    !tc_str_starts(line, TC_STR("+")))
		return false;
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (tc_word_label(line, kept[i]))
			return true;
	return false;
}

bool tc_byline_is_signature(struct tc_str line)
{
	static const char *const signs[] = {
		"T/M ", "TM. ", "TM ", "K/T ", "KT. ", "KT ", "T/L ", "TL. ",
		"TL ",
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (tc_str_starts(line, tc_str0(signs[i])))
			return !has_lower(line);
	return false;
}

/* "Lý Thị Hoa - Trần Văn An" */
static bool is_pair(struct tc_str line)
{
	static const struct tc_str dash = TC_STR(" - ");
	const size_t at = line.n <= NAME_BYTES_MAX ?
				  tc_str_find(line, dash, 0) : SIZE_MAX;

	return at != SIZE_MAX &&
	       tc_str_find(line, dash, at + dash.n) == SIZE_MAX &&
	       tc_byline_is_person(tc_str(line.p, at)) &&
	       tc_byline_is_person(tc_str_from(line, at + dash.n));
}

bool tc_byline_is_name(struct tc_str line)
{
	size_t upper;
	bool digits;

	line = strip_brackets(line);
	if (is_pair(line))
		return true;
	if (!line.n || line.n > NAME_BYTES_MAX || is_numbered_heading(line) ||
	    is_recipient(line) || has_any(line, ":!?;\"") || tc_str_ends(line, TC_STR(",")) ||
	    begins_like_a_caption(line))
		return false;
	size_t words = count_words(line, &upper, &digits);
	return words && words <= NAME_WORDS_MAX && !digits &&
	       upper * 10 >= words * 6;
}

bool tc_byline_is_person(struct tc_str line)
{
	size_t upper, words;
	bool digits;

	if (!tc_byline_is_name(line))
		return false;
	if (is_pair(line))
		return true;
	words = count_words(line, &upper, &digits);
	return has_lower(line) && words >= 2 && words <= 5 && upper == words;
}

bool tc_byline_is_institution(struct tc_str line)
{
	static const char *const words[] = {
		"hoc vien", "truong", "dai hoc", "vien", "khoa", "trung tam",
		"giang vien", "pho", "giam doc", "nguyen", "ban", "so",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (tc_word_label(line, words[i]))
			return true;
	return false;
}
