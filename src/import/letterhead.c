/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/letterhead.h"

#define BROKEN_CHARS_MAX 40	/* of half a line */
#define ISSUER_LINES 3
#define ISSUER_CHARS_MAX 60

/* How many lines from i on are one of the head: two where it is broken,
 * "Lai Chau, ngay 25" and "thang 4 nam 2024"; else 0. */
static size_t letterhead_at(const struct tc_lines *l, size_t i)
{
	const struct tc_line *const line = &l->v[i];
	TC_SCOPED_BUF both = { 0 };

	if (line->kind != TC_LINE_SHORT)
		return 0;
	/* what a letter is about stands below its number */
	if (tc_line_is_letterhead(line->text) ||
	    (i && tc_str_starts(line->text, TC_STR("V/v")) &&
	     tc_line_is_letterhead(line[-1].text)))
		return 1;
	if (i + 1 >= l->n || line->chars > BROKEN_CHARS_MAX ||
	    line[1].chars > BROKEN_CHARS_MAX || line[1].blank_before)
		return 0;
	tc_buf_printf(&both, "%.*s %.*s", TC_ARG(line->text),
		      TC_ARG(line[1].text));
	return tc_line_is_letterhead(tc_buf_str(&both)) ? 2 : 0;
}

/* "HUYỆN ỦY QUẾ SƠN", which no blank line parts from the head below it, nor
 * "ĐẢNG CỘNG SẢN VIỆT NAM", which stands on all. */
static bool is_issuer(const struct tc_lines *l, size_t i)
{
	static const char *const all[] = {
		"dang cong san viet nam", "cong hoa xa hoi chu nghia viet nam",
		"doc lap tu do hanh phuc",
	};
	const struct tc_line *const line = &l->v[i];

	if (line->kind != TC_LINE_SHORT || !line->caps || line[1].blank_before ||
	    line->chars > ISSUER_CHARS_MAX)
		return false;
	for (size_t k = 0; k < sizeof all / sizeof *all; k++)
		if (tc_line_same(line->text, tc_str0(all[k])))
			return false;
	return true;
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
	/* who issued it stands in capitals above its number */
	for (int n = 0; n < ISSUER_LINES && h.from && is_issuer(l, h.from - 1);
	     n++)
		h.from--;
	return h;
}

void tc_letterhead_write(const struct tc_lines *l,
			 const struct tc_letterhead *h, size_t end,
			 struct tc_buf *body)
{
	for (size_t i = h->from; i < h->to && i < end; i++) {
		const size_t n = letterhead_at(l, i);
		if (!n && !is_issuer(l, i) &&
		    !tc_line_is_attribute(l->v[i].text))
			continue;
		tc_buf_addstr(body, l->v[i].text);
		if (n > 1) {
			tc_buf_addc(body, ' ');
			tc_buf_addstr(body, l->v[++i].text);
		}
		tc_buf_addc(body, '\n');
	}
	if (body->n)
		body->n--;
}
