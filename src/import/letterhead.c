/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/letterhead.h"

#include "import/word.h"

#define BROKEN_CHARS_MAX 40	/* of half a line */
#define YEAR_CHARS_MAX 10
#define ISSUER_LINES 3
#define ISSUER_CHARS_MAX 60
#define HEADING_LINES 5		/* of a document's kind and subject */

/* "năm 2022", broken off from its day. */
static bool is_year(const struct tc_lines *l, size_t i)
{
	return i < l->n && !l->v[i].blank_before &&
	       l->v[i].chars <= YEAR_CHARS_MAX &&
	       tc_word_label(l->v[i].text, "nam");
}

/* Whether lines i to i + n - 1 are one of the head. */
static bool is_broken(const struct tc_lines *l, size_t i, size_t n)
{
	TC_SCOPED_BUF all = { 0 };

	for (size_t k = i; k < i + n; k++) {
		if (l->v[k].chars > BROKEN_CHARS_MAX ||
		    (k > i && l->v[k].blank_before))
			return false;
		tc_buf_printf(&all, "%s%.*s", k > i ? " " : "",
			      TC_ARG(l->v[k].text));
	}
	return tc_line_is_letterhead(tc_buf_str(&all));
}

/* How many lines from i on are one of the head: more where it is broken, "Lai
 * Chau, ngay 25" and "thang 4 nam 2024", "Hà", "Nội, ngày 8 tháng 02" and "năm
 * 2022"; else 0. */
static size_t letterhead_at(const struct tc_lines *l, size_t i)
{
	const struct tc_line *const line = &l->v[i];

	if (line->kind != TC_LINE_SHORT)
		return 0;
	/* what a letter is about stands below its number */
	if (tc_line_is_letterhead(line->text) ||
	    (i && tc_str_starts(line->text, TC_STR("V/v")) &&
	     tc_line_is_letterhead(line[-1].text)))
		return is_year(l, i + 1) && is_broken(l, i, 2) ? 2 : 1;
	if (line->words == 1 && is_year(l, i + 2) && is_broken(l, i, 3))
		return 3;
	return i + 1 < l->n && !tc_line_is_letterhead(line[1].text) &&
			       is_broken(l, i, 2) ? 2 : 0;
}

/* What stands on all documents. */
bool tc_letterhead_is_motto(struct tc_str line)
{
	static const char *const all[] = {
		"dang cong san viet nam", "cong hoa xa hoi chu nghia viet nam",
		"doc lap tu do hanh phuc", "doan tncs ho chi minh",
		"doan thanh nien cong san ho chi minh",
	};

	for (size_t k = 0; k < sizeof all / sizeof *all; k++)
		if (tc_line_same(line, tc_str0(all[k])))
			return true;
	return false;
}

/* "ĐẢNG BỘ TỈNH", "HUYỆN ỦY" */
static bool names_committee(struct tc_str line)
{
	static const char *const heads[] = {
		"dang bo", "dang uy", "tinh uy", "thanh uy", "huyen uy",
		"quan uy", "thi uy", "chi bo", "uy ban", "ban to chuc",
		"ban tuyen giao", "ban dan van", "ban thuong vu", "van phong",
	};

	for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
		if (tc_word_label(line, heads[k]))
			return true;
	return false;
}

/* "HUYỆN ỦY QUẾ SƠN", which no blank line parts from the head below it; or one
 * does, as it does its other lines, which are `spaced`. */
static bool is_issuer(const struct tc_lines *l, size_t i, bool spaced)
{
	const struct tc_line *const line = &l->v[i];

	return line->kind == TC_LINE_SHORT && line->caps &&
	       (!line[1].blank_before ||
		(spaced && names_committee(line->text))) &&
	       line->chars <= ISSUER_CHARS_MAX &&
	       !tc_letterhead_is_motto(line->text);
}

/* "*", "-----" between the lines of the head. */
static bool is_rule(const struct tc_line *line)
{
	struct tc_word w;
	size_t off = 0;

	return !tc_word_next(line->text, &off, &w);
}

/* Its first lines stand each by itself. */
static bool is_spaced(const struct tc_lines *l, size_t from, size_t to)
{
	return from + 1 < to && l->v[from].blank_before &&
	       l->v[from + 1].blank_before;
}

/* Up from its number: who issued it stands there in capitals. */
static size_t issuers_above(const struct tc_lines *l, size_t from, size_t to)
{
	const bool spaced = is_spaced(l, from, to);
	size_t at = from;

	for (int n = 0; n < ISSUER_LINES && from; from--) {
		const struct tc_line *const above = &l->v[from - 1];
		if (!is_rule(above) && !tc_letterhead_is_motto(above->text)) {
			if (!is_issuer(l, from - 1, spaced))
				break;
			n++;
		}
		at = from - 1;
	}
	return at;
}

struct tc_letterhead tc_letterhead_find(const struct tc_lines *l, size_t text)
{
	struct tc_letterhead h = { text, text };

	for (size_t i = 0; i < text; i++) {
		const size_t n = letterhead_at(l, i);
		if (!n)
			continue;
		if (h.from == text)
			h.from = i;
		i += n - 1;
		h.to = i + 1;
	}
	if (h.from == text)
		h.from = h.to = 0;
	h.from = issuers_above(l, h.from, h.to);
	return h;
}

/* "KẾ HOẠCH", "KẾ HOẠCH HỌC TẬP NĂM 2023" */
static bool is_kind(const struct tc_line *line)
{
	static const char *const kinds[] = {
		"ke hoach", "bao cao", "chuong trinh", "huong dan",
		"thong bao", "nghi quyet", "chi thi", "ket luan", "quy dinh",
		"quy che", "quyet dinh", "to trinh", "de an", "thong tri",
		"de cuong", "quy trinh", "phuong an", "the le", "thong tu",
		"nghi dinh", "cong dien", "du an", "chien luoc",
	};

	if (line->kind != TC_LINE_SHORT || !line->caps)
		return false;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (tc_word_label(line->text, kinds[k]))
			return true;
	return false;
}

/* "học tập chuyên đề năm 2023", not "... như sau:", nor "I. MỤC ĐÍCH" */
static bool is_subject(const struct tc_lines *l, size_t i, size_t text)
{
	const struct tc_line *const line = &l->v[i];

	return i < text && line->kind == TC_LINE_SHORT &&
	       !tc_str_ends(line->text, TC_STR(":")) &&
	       !tc_str_ends(line->text, TC_STR(",")) &&
	       !tc_line_is_attribute(line->text) &&
	       !tc_line_is_part(line->text) && line->text.p[0] != '-';
}

struct tc_letterhead tc_letterhead_heading(const struct tc_lines *l,
					   const struct tc_letterhead *h,
					   size_t text)
{
	struct tc_letterhead at = { text, text };

	for (size_t i = h->to; h->to && i < text; i++) {
		if (!is_kind(&l->v[i]))
			continue;
		at.from = i++;
		while (is_subject(l, i, text) && i - at.from < HEADING_LINES &&
		       (i == at.from + 1 || !l->v[i].blank_before))
			i++;
		at.to = i;
		break;
	}
	return at;
}

/* "HUYỆN ỦY SƠN HẠ ĐẢNG CỘNG SẢN VIỆT NAM": two columns in a line. */
static struct tc_str without_motto(struct tc_str line)
{
	static const struct tc_str motto = TC_STR("ĐẢNG CỘNG SẢN VIỆT NAM");

	if (tc_str_ends(line, motto) && line.n > motto.n)
		line.n -= motto.n;
	return tc_str_trim(line);
}

void tc_letterhead_write(const struct tc_lines *l,
			 const struct tc_letterhead *h, size_t end,
			 struct tc_buf *body)
{
	const bool spaced = is_spaced(l, h->from, h->to);

	for (size_t i = h->from; i < h->to && i < end; i++) {
		const size_t n = letterhead_at(l, i);
		if (!n && !is_issuer(l, i, spaced) &&
		    !tc_line_is_attribute(l->v[i].text))
			continue;
		tc_buf_addstr(body, without_motto(l->v[i].text));
		for (size_t k = 1; k < n; k++) {
			tc_buf_addc(body, ' ');
			tc_buf_addstr(body, l->v[++i].text);
		}
		tc_buf_addc(body, '\n');
	}
	if (body->n)
		body->n--;
}
