/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/line.h"

#include "import/byline.h"
#include "import/stamp.h"
#include "import/word.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdint.h>

/* Measured on headlines of Party news: the longest are near 200 characters;
 * shorter sentences than 40 are captions and entries. */
#define SENTENCE_MIN 40
#define EXCLAIM_MIN 120
#define UNENDED_MAX 220
#define CAPS_MAX 400
#define VERSE_WORDS 3
#define CREDIT_BYTES 60

static bool is_closer(uint32_t c)
{
	return c == '"' || c == 0x201D || c == 0x2019 || c == ')' ||
	       c == ']' || c == '\'' || c == 0xBB || c == '/' || c == ' ';
}

static uint32_t last_mark(struct tc_str text)
{
	const char *p = tc_str_end(text);

	while (p > text.p) {
		uint32_t c = tc_utf8_prev(&p, text.p);
		if (!is_closer(c))
			return c;
	}
	return 0;
}

bool tc_line_is_ended(struct tc_str text)
{
	uint32_t c = last_mark(text);

	return c == '.' || c == 0x2026 || c == '!' || c == '?';
}

static void measure(struct tc_line *line)
{
	const char *p = line->text.p, *end = p + line->text.n;
	bool inside = false, lower = false, letter = false;

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		line->chars++;
		if (c == ' ') {
			inside = false;
			continue;
		}
		line->words += !inside;
		inside = true;
		if (!tc_char_is_letter(c))
			continue;
		letter = true;
		lower = lower || !tc_char_is_upper(c);
	}
	line->caps = letter && !lower;
}

/* "03-CT / TW", "19 / 02 / 2014" at byte `at` of the slash's blank: of a symbol
 * or a date. */
static bool is_of_figures(struct tc_str text, size_t at)
{
	static const char *const codes[] = { "TW", "TƯ", "TU", "HU", "ĐU",
					     "QU", "CB", "UB", "VP", "BT" };
	const struct tc_str behind = tc_str_from(text, at + 3);
	size_t from = at;

	while (from && text.p[from - 1] != ' ')
		from--;
	for (size_t i = from; i < at; i++)
		if ((text.p[i] >= '0' && text.p[i] <= '9') || text.p[i] == '-')
			return true;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (tc_str_starts(behind, tc_str0(codes[i])))
			return true;
	return false;
}

/* "Trang chủ / Tin tức" */
static bool has_slash(struct tc_str text)
{
	size_t at = 0;

	while ((at = tc_str_find(text, TC_STR(" / "), at)) != SIZE_MAX) {
		if (!is_of_figures(text, at))
			return true;
		at++;
	}
	return false;
}

/* "Trang chu > Tin tuc", "[ A ] [ B ]", "A | B | C". */
static bool is_menu(const struct tc_line *line)
{
	static const char *const separators[] = {
		" > ", " >> ", " » ", " › ", " | ", "] [", " • ",
	};

	if (line->chars > 200)
		return false;
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (tc_str_find(line->text, tc_str0(separators[i]), 0) !=
		    SIZE_MAX)
			return true;
	return has_slash(line->text);
}

/* "... phan cong. Anh: Hoang Phuc": a caption is read without its credit. */
static struct tc_str without_credit(struct tc_str text)
{
	size_t from = text.n > CREDIT_BYTES ? text.n - CREDIT_BYTES : 0;
	size_t at = tc_str_find(text, TC_STR(". "), from);

	if (at == SIZE_MAX)
		return text;
	struct tc_str tail = tc_str_trim(tc_str_from(text, at + 1));
	size_t n = tc_word_label(tail, "anh");
	return n && n < tail.n && tail.p[n] == ':' ? tc_str(text.p, at + 1) :
						     text;
}

static bool is_text(const struct tc_line *line)
{
	uint32_t mark = last_mark(without_credit(line->text));

	if (line->caps)
		return line->chars > CAPS_MAX;
	if (line->chars > UNENDED_MAX)
		return true;
	if (mark == '.' || mark == 0x2026 || mark == ';')
		return line->chars >= SENTENCE_MIN;
	return (mark == '!' || mark == '?') && line->chars >= EXCLAIM_MIN;
}

/* Behind one of the labels and its colon; 0 when none stands there. */
static size_t behind_label(struct tc_str line, const char *const *labels,
			   size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = tc_word_label(line, labels[i]);
		while (n && n < line.n && line.p[n] == ' ')
			n++;
		if (n && n < line.n && line.p[n] == ':')
			return n + 1;
	}
	return 0;
}
#define BEHIND_LABEL(line, labels) \
	behind_label((line), (labels), sizeof(labels) / sizeof *(labels))

/* "Ngày ban hành: 06/02/2017", in the table above a document. */
static bool is_day_of_document(struct tc_str line)
{
	static const char *const days[] = {
		"ngay ban hanh", "ngay ky", "ngay hieu luc",
		"ngay co hieu luc",
	};
	size_t n = BEHIND_LABEL(line, days);

	while (n && n < line.n && line.p[n] == ' ')
		n++;
	return n && n < line.n && line.p[n] >= '0' && line.p[n] <= '9';
}

bool tc_line_is_attribute(struct tc_str line)
{
	static const char *const labels[] = {
		"trich yeu", "trich yeu noi dung", "kinh gui", "nguoi ky",
		"noi ban hanh", "co quan ban hanh", "don vi ban hanh",
		"loai van ban", "the loai", "hinh thuc van ban", "linh vuc",
		"so cong bao", "ngay cong bao", "tinh trang", "hieu luc",
		"ngay hieu luc", "ngay ban hanh", "so hieu", "so ky hieu",
		"tep dinh kem", "file dinh kem",
	};

	return BEHIND_LABEL(line, labels) > 0;
}

bool tc_line_is_letterhead(struct tc_str line)
{
	static const char *const numbers[] = {
		"so hieu", "so ky hieu", "so van ban",
	};
	size_t n = BEHIND_LABEL(line, numbers);

	if (!n)
		n = tc_word_label(line, "so");
	/* "No. 56/2011/TT-BTC" */
	if (!n && tc_str_starts(line, TC_STR("No.")))
		n = sizeof "No." - 1;
	if (!n)
		return is_day_of_document(line) || tc_stamp_is_letterhead(line);
	while (n && n < line.n && strchr(": ", line.p[n]))
		n++;
	return n && n < line.n && line.p[n] >= '0' && line.p[n] <= '9' &&
	       memchr(line.p + n, '/', line.n - n);
}

#define PART_MARK_MAX 4		/* bytes of such a number; more are a title's */

bool tc_line_is_part(struct tc_str s)
{
	size_t n = 0;

	while (n < s.n && strchr("IVX", s.p[n]))
		n++;
	if (!n)
		while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
			n++;
	return n && n <= PART_MARK_MAX && n + 1 < s.n &&
	       strchr(".-)/", s.p[n]) && s.p[n + 1] == ' ';
}

static enum tc_line_kind classify(struct tc_line *line)
{
	struct tc_stamp stamp;

	if (is_day_of_document(line->text))
		return TC_LINE_SHORT;
	if (tc_stamp_read(line->text, &stamp))
		return TC_LINE_STAMP;
	line->furniture = tc_furniture_whole(line->text);
	if (line->furniture)
		return TC_LINE_FURNITURE;
	if (is_text(line))
		return TC_LINE_TEXT;
	return is_menu(line) && !tc_line_is_letterhead(line->text) ?
		       TC_LINE_MENU : TC_LINE_SHORT;
}

bool tc_line_is_body(const struct tc_line *line, bool verse)
{
	return line->kind == TC_LINE_TEXT ||
	       (verse && line->kind == TC_LINE_SHORT &&
		line->words >= VERSE_WORDS && !tc_byline_is_name(line->text));
}

struct tc_line *tc_lines_add(struct tc_lines *l, struct tc_str text)
{
	if (!text.n || l->n == TC_LINES_MAX)
		return NULL;
	l->v = tc_arena_grow(l->arena, l->v, l->n, &l->cap, sizeof *l->v);
	struct tc_line *line = &l->v[l->n++];
	*line = (struct tc_line){ .text = text };
	measure(line);
	line->kind = classify(line);
	return line;
}

size_t tc_lines_squeeze(char *p, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		bool blank = p[i] == ' ' || p[i] == '\n' || p[i] == '\t';
		if (!blank)
			p[kept++] = p[i];
		else if (kept && p[kept - 1] != ' ')
			p[kept++] = ' ';
	}
	return kept;
}

/* The next letter or digit without case and diacritics; 0 at the end. */
static uint32_t next_key(const char **p, const char *end)
{
	while (*p < end) {
		uint32_t c = tc_utf8_next(p, end);
		if (tc_char_is_letter(c) || tc_char_is_digit(c))
			return tc_char_bare(tc_char_lower(c));
	}
	return 0;
}

bool tc_line_same(struct tc_str a, struct tc_str b)
{
	const char *p = a.p, *q = b.p;

	if (!a.n || !b.n)
		return a.n == b.n;
	for (;;) {
		uint32_t c = next_key(&p, tc_str_end(a));
		if (c != next_key(&q, tc_str_end(b)))
			return false;
		if (!c)
			return true;
	}
}
