/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Plain-text dumps of pages: no markup is left, so the order and the shape
 * of the lines decide.
 *
 *   banner, menus, section     above the title
 *   TITLE                      the last headline above the date line, or
 *                              above the first text where there is none
 *   date line, tools, lead
 *   text ...
 */
#include "config.h"

#include "import/page.h"

#include "fact/citation.h"
#include "fact/scholar.h"
#include "import/byline.h"
#include "import/letterhead.h"
#include "import/stamp.h"
#include "import/word.h"
#include "import/wrap.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdint.h>

#define TEXT_MIN 120		/* characters that make an article */
#define TITLE_WORDS_MIN 3
#define TITLE_CHARS_MAX 320
#define ENDED_TITLE_MAX 160
#define SECTION_CHARS_MAX 90
#define INSTITUTION_CHARS_MAX 80
#define HEADLINE_WORDS 6		/* that a headline above a document has */
#define SECTION_WORDS 5
#define CAPTION_BYTES_MAX 60	/* "Toàn cảnh đại hội"; longer may be titles */
#define REPEATED_WORDS 3
#define CRUMB_LINES 6		/* below the way through the site */
#define SYMBOL_BYTES 48		/* within which a title names its document */
/* A line so long below a shorter headline is the lead, not the title. */
#define LEAD_CHARS_MIN 150

static void read_lines(struct tc_str text, struct tc_lines *lines)
{
	struct tc_str line;
	bool blank = true;

	while (tc_str_split(&text, '\n', &line)) {
		struct tc_line *added = tc_lines_add(lines,
			tc_wrap_squeezed(lines->arena, line));
		if (added)
			added->blank_before = blank;
		blank = !added;
	}
}

/* "- 5 Quy dinh 37-QD/TW nam 2021 ...": one of a list. */
static bool is_item(struct tc_str s)
{
	static const char *const bullets[] = { "- ", "– ", "+ ", "* ", "• " };

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (tc_str_starts(s, tc_str0(bullets[i])))
			return true;
	return false;
}

/* "Hoc vien Chinh tri khu vuc I" below a name: where the author works.  The
 * title stands above both. */
static bool is_institution(const struct tc_lines *l, size_t i)
{
	const struct tc_line *const line = &l->v[i];

	return i >= 2 && line->kind == TC_LINE_SHORT && !line->caps &&
	       !line->blank_before && line->chars <= INSTITUTION_CHARS_MAX &&
	       tc_byline_is_name(l->v[i - 1].text) &&
	       !tc_citation_in(line->text) &&
	       tc_byline_is_institution(line->text);
}

/* Whether line i is the author's, or where he works. */
static bool is_authors(const struct tc_lines *l, size_t i)
{
	return is_institution(l, i) || tc_scholar_signs(l->v[i].text) ||
	       (i && i + 1 < l->n && is_institution(l, i + 1));
}

/* Not "(19/05/1890 - 19/05/2020)". */
static bool has_letters(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'z')
			return true;
	return false;
}

/* "Hà Nội, ngày", broken before "24 tháng 9 năm 2018". */
static bool awaits_day(struct tc_str s)
{
	return tc_str_ends(s, TC_STR(", ngày"));
}

/* "Đăng bởi Ban Biên tập" */
static bool names_poster(struct tc_str s)
{
	static const char *const labels[] = {
		"dang boi", "duoc dang boi", "gui boi", "duoc gui boi",
		"viet boi", "duoc viet boi", "posted by", "submitted by",
	};

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (tc_word_label(s, labels[i]))
			return true;
	return false;
}

/* "Quang cảnh hội nghị. Ảnh: Lý Hoa", "Toàn cảnh hội nghị" */
static bool is_caption(struct tc_str text)
{
	static const char *const openings[] = { "quang canh", "toan canh" };
	static const char *const credits[] = { "Ảnh:", "(Ảnh", "ảnh minh họa" };

	for (size_t k = 0; k < sizeof openings / sizeof *openings; k++)
		if (tc_word_label(text, openings[k]) &&
		    text.n <= CAPTION_BYTES_MAX)
			return true;
	for (size_t k = 0; k < sizeof credits / sizeof *credits; k++)
		if (tc_str_find(text, tc_str0(credits[k]), 0) != SIZE_MAX)
			return true;
	return false;
}

/* "Hoàng Ngọc - Văn Long", "Lý Thị Hoa" below another line; "Bài, ảnh: Lý
 * Hoa". */
static bool is_signature(const struct tc_lines *l, size_t i)
{
	const struct tc_str text = l->v[i].text;
	struct tc_byline b;

	if (i && is_caption(text))
		return true;
	if (memchr(text.p, ':', text.n))
		return tc_byline_read(text, &b);
	return i && tc_byline_is_person(text);
}

static bool is_headline(const struct tc_lines *l, size_t i)
{
	const struct tc_line *const line = &l->v[i];

	return line->kind == TC_LINE_SHORT &&
	       line->words >= TITLE_WORDS_MIN &&
	       line->chars <= TITLE_CHARS_MAX && has_letters(line->text) &&
	       !tc_line_is_letterhead(line->text) &&
	       !tc_line_is_attribute(line->text) &&
	       !tc_line_is_part(line->text) &&
	       !is_item(line->text) && !is_authors(l, i) &&
	       !is_signature(l, i) &&
	       !awaits_day(line->text) && !names_poster(line->text) &&
	       !tc_letterhead_is_motto(line->text) &&
	       !tc_str_ends(line->text, TC_STR(";"));
}

/* "- Can cu Quy dinh so 22-QD/TW", "Pursuant to Decree No. 79": with its
 * reasons the text of a document begins. */
static bool is_recital(struct tc_str s)
{
	static const char *const openings[] = {
		"can cu luat", "can cu bo luat", "can cu hien phap",
		"can cu phap lenh", "can cu nghi", "can cu quyet dinh",
		"can cu quy", "can cu chi thi", "can cu ket luan",
		"can cu thong", "can cu huong dan", "can cu cong van",
		"can cu dieu le", "pursuant to",
	};

	if (is_item(s))
		s = tc_str_from(s, tc_str_find(s, TC_STR(" "), 0) + 1);
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (tc_word_label(s, openings[i]))
			return true;
	return false;
}

static size_t first_text(const struct tc_lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == TC_LINE_TEXT)
			return i;
	return l->n;
}

/* The last headline in [from, to); to when there is none. */
static size_t last_headline(const struct tc_lines *l, size_t from, size_t to)
{
	for (size_t i = to; i-- > from;)
		if (is_headline(l, i))
			return i;
	return to;
}

/* The date line under the title: has a headline above; the last one that
 * is not the page's clock with a headline below it.  A page may have thousands
 * of either: the first and the last headline are looked for once. */
static size_t find_stamp(const struct tc_lines *l, size_t text)
{
	size_t top = 0, last = 0;
	bool asked = false;

	for (size_t i = 0; i < text; i++) {
		struct tc_stamp stamp;
		if (l->v[i].kind != TC_LINE_STAMP ||
		    (i && awaits_day(l->v[i - 1].text)) ||
		    !tc_stamp_read(l->v[i].text, &stamp))
			continue;
		while (top < i && !is_headline(l, top))
			top++;
		if (top == i)
			continue;
		if (stamp.clock_like && !asked)
			last = last_headline(l, i, text);
		asked = asked || stamp.clock_like;
		if (!stamp.clock_like || last < i || last == text)
			return i;
	}
	return text;
}

/* "Trang chủ  Đào tạo  HEADLINE" at line i: the line below that its last crumb
 * is; i when there is none. */
static size_t below_crumbs(const struct tc_lines *l, size_t i, size_t text)
{
	const struct tc_str crumbs = l->v[i].text;

	for (size_t k = i + 1; k < text && k <= i + CRUMB_LINES; k++)
		if (is_headline(l, k) && l->v[k].text.n < crumbs.n &&
		    tc_str_ends(crumbs, l->v[k].text))
			return k;
	return i;
}

/* "Hoạt động của lãnh đạo", its date, and the headline below both; `text` when
 * there is none. */
static size_t below_section(const struct tc_lines *l, size_t at, size_t stamp,
			    size_t text)
{
	const size_t below = stamp < text ? last_headline(l, stamp, text) : text;

	return below < text && l->v[at].words <= SECTION_WORDS &&
			       l->v[below].words >= SECTION_WORDS + 3 &&
			       !tc_line_is_ended(l->v[below].text) ? below
								   : text;
}

static size_t find_title(const struct tc_lines *l, size_t text)
{
	size_t stamp = find_stamp(l, text);
	size_t at = last_headline(l, 0, stamp);

	if (at == stamp)
		return text;
	if (below_section(l, at, stamp, text) < text)
		return below_section(l, at, stamp, text);
	if (below_crumbs(l, at, text) > at)
		return below_crumbs(l, at, text);
	if (stamp < text || l->v[at].caps || l->v[at].chars < LEAD_CHARS_MIN)
		return at;
	size_t above = last_headline(l, 0, at);
	return above < at ? above : at;
}

static bool ends_with_any(struct tc_str s, const char *marks)
{
	return s.n && strchr(marks, s.p[s.n - 1]);
}

/* "... cua Nghi dinh so 40/2010/ND-CP ngay" wants more. */
static bool is_open_ended(struct tc_str s)
{
	static const char *const words[] = { " ngày", " số", " của", " và",
					     " về" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (tc_str_ends(s, tc_str0(words[i])))
			return true;
	return false;
}

/* "UBND XÃ X - CỔNG THÔNG TIN ĐIỆN TỬ": the site's name, on top of all. */
static bool is_banner(struct tc_str line)
{
	return tc_str_ends(line, TC_STR("CỔNG THÔNG TIN ĐIỆN TỬ")) ||
	       tc_str_ends(line, TC_STR("TRANG THÔNG TIN ĐIỆN TỬ"));
}

/* Whether line i is the first half of the headline on line i + 1. */
static bool goes_on(const struct tc_lines *l, size_t i)
{
	const struct tc_line *line = &l->v[i], *next = line + 1;

	if (!is_headline(l, i) || is_banner(line->text) ||
	    line->chars + next->chars > TITLE_CHARS_MAX)
		return false;
	if (tc_wrap_goes_on(next->text))
		return true;
	return !next->blank_before && (ends_with_any(line->text, ":,") ||
				       is_open_ended(line->text) ||
				       (line->caps && next->caps));
}

static size_t title_start(const struct tc_lines *l, size_t title)
{
	while (title && goes_on(l, title - 1))
		title--;
	return title;
}

static struct tc_str join(struct tc_lines *l, size_t from, size_t to)
{
	TC_SCOPED_BUF out = { 0 };

	for (size_t i = from; i <= to; i++) {
		if (i > from)
			tc_buf_addc(&out, ' ');
		tc_buf_addstr(&out, l->v[i].text);
	}
	return tc_arena_str(l->arena, tc_buf_str(&out));
}

/* Whether a date line of the article stands in [from, to). */
static bool has_stamp(const struct tc_lines *l, size_t from, size_t to)
{
	struct tc_stamp stamp;

	for (size_t i = from; i < to; i++)
		if (l->v[i].kind == TC_LINE_STAMP &&
		    tc_stamp_read(l->v[i].text, &stamp) &&
		    stamp.kind != TC_HINT_UPDATED)
			return true;
	return false;
}

/*
 * A list: headlines with a date line or one teaser each, and no run of text
 * longer than a teaser.  Headings and captions between short paragraphs look
 * alike, so that teasers which are not cut off must be more and shorter.
 */
#define ENTRIES_MIN 3
#define TEASER_MAX 400
#define PLAIN_ENTRIES_MIN 6
#define PLAIN_TEASER_MAX 200

static bool is_cut_off(struct tc_str text)
{
	return tc_furniture_glued(text) < text.n ||
	       tc_str_ends(text, TC_STR("...")) ||
	       tc_str_ends(text, TC_STR("…"));
}

static bool is_list(const struct tc_lines *l)
{
	size_t sure = 0, plain = 0, run = 0, longest = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct tc_line *line = &l->v[i];
		bool text = line->kind == TC_LINE_TEXT;
		/* "Các tin khác" below an article, and its entries */
		if (line->furniture == TC_FURNITURE_TAIL &&
		    longest > PLAIN_TEASER_MAX)
			break;
		run = text ? run + line->chars : 0;
		longest = run > longest ? run : longest;
		if (!i || !is_headline(l, i - 1))
			continue;
		sure += line->kind == TC_LINE_STAMP ||
			(text && is_cut_off(line->text));
		plain += text;
	}
	return (sure >= ENTRIES_MIN && longest <= TEASER_MAX) ||
	       (plain >= PLAIN_ENTRIES_MIN && longest <= PLAIN_TEASER_MAX);
}

/* A headline that ends as a sentence does: a short first line of text with
 * more text behind it. */
static bool is_ended_title(const struct tc_lines *l, size_t first)
{
	return l->v[first].chars <= ENDED_TITLE_MAX && first + 1 < l->n &&
	       l->v[first + 1].kind != TC_LINE_SHORT &&
	       !is_recital(l->v[first].text);
}

static void read_page(struct tc_str text, struct tc_page *page)
{
	TC_SCOPED_BUF normal = { 0 };

	tc_normalize(text, &normal);
	struct tc_str all = tc_buf_str(&normal);
	if (tc_wrap_is(all))
		tc_wrap_read(all, &page->lines);
	else
		read_lines(all, &page->lines);
}

/* "Huong dan 30-HD/BTGTW nam 2021 ve ...": it begins with the document. */
static bool names_document(const struct tc_lines *l, size_t i, size_t most)
{
	const struct tc_str text = l->v[i].text;

	return is_headline(l, i) && !l->v[i].caps &&
	       tc_citation_in(tc_str(text.p, text.n < most ? text.n : most));
}

/* The headline that names the document, above its head or first of all on a
 * page, any above the table of its number and days; `text` when there is
 * none. */
static size_t title_above(const struct tc_lines *l,
			  const struct tc_letterhead *h, size_t text)
{
	for (size_t i = h->from; i-- > 0;)
		if (names_document(l, i, TITLE_CHARS_MAX) ||
		    (tc_line_is_attribute(l->v[h->from].text) &&
		     is_headline(l, i)))
			return i;
	return text && names_document(l, 0, SYMBOL_BYTES) ? 0 : text;
}

/* The first of a document's reasons below its head; `text` when there is
 * none. */
static size_t first_recital(const struct tc_lines *l,
			    const struct tc_letterhead *h, size_t text)
{
	for (size_t i = h->to; h->to && i < text; i++)
		if (is_recital(l->v[i].text))
			return i;
	return text;
}

/* The page's date between the headline and the end of a document's head, which
 * is not read as text. */
static void read_between(struct tc_page *page, size_t title, size_t end)
{
	const struct tc_lines *l = &page->lines;
	struct tc_stamp stamp;

	for (size_t i = title + 1; i < end; i++)
		if (l->v[i].kind == TC_LINE_STAMP &&
		    tc_stamp_read(l->v[i].text, &stamp))
			tc_page_hint(page, stamp.kind, stamp.value);
}

/* Lines from .start to .at; .at is where the text begins when there is no
 * title. */
struct title {
	size_t start, at;
	bool above;		/* stands above the head of a document */
};

/* A headline of the page and its date, in either order, above the head of a
 * document: a shorter one is the name of a section. */
static size_t dated_above(const struct tc_lines *l,
			  const struct tc_letterhead *h)
{
	const size_t stamp = find_stamp(l, h->from);
	const size_t at = stamp < h->from ? last_headline(l, 0, stamp) : stamp;
	const size_t below = at < stamp ? last_headline(l, stamp, h->from)
					: h->from;

	if (below < h->from && !l->v[below].caps &&
	    l->v[below].words > l->v[at].words)
		return below;
	return at < stamp && l->v[at].words >= HEADLINE_WORDS ? at : h->from;
}

/* Whether the headline begins with the words of the line in capitals. */
static bool is_repeated(struct tc_str headline, struct tc_str caps)
{
	struct tc_word a, b;
	size_t i = 0, k = 0, words = 0;

	for (; tc_word_next(caps, &k, &b); words++)
		if (!tc_word_next(headline, &i, &a) || strcmp(a.bare, b.bare))
			return false;
	return words >= REPEATED_WORDS;
}

/* The page's headline, where the title at lines [from, at], a document's own
 * in capitals, only says it again; else `at`. */
static size_t said_before(const struct tc_lines *l, size_t from, size_t at)
{
	size_t caps = from;	/* the first line in capitals so far */

	for (size_t i = from; l->v[from].caps && i-- > 0;) {
		if (is_headline(l, i) && !l->v[i].caps)
			return is_repeated(l->v[i].text, l->v[caps].text) ? i
									  : at;
		if (l->v[i].caps)
			caps = i;
	}
	return at;
}

static struct title choose_title(const struct tc_lines *l,
				 const struct tc_letterhead *h, size_t text)
{
	size_t at = title_above(l, h, text);

	if (at == text && h->to && dated_above(l, h) < h->from)
		at = dated_above(l, h);
	if (at < text)
		return (struct title){ title_start(l, at), at, true };
	const struct tc_letterhead own = tc_letterhead_heading(l, h, text);
	if (own.to > own.from + 1 ||
	    (own.to > own.from && is_headline(l, own.from)))
		return (struct title){ own.from, own.to - 1, false };
	at = find_title(l, text);
	if (at == text && own.to > own.from)
		return (struct title){ own.from, own.from, false };
	if (at == text)
		return (struct title){ at, at, false };
	const size_t start = title_start(l, at);
	const size_t said = said_before(l, start, at);
	return (struct title){ said < at ? title_start(l, said) : start, said,
			       false };
}

/* What the page says above the title, or above the head of a document that
 * stands there: section, the page's clock, and the date where none stands
 * between title and text. */
static void read_above(struct tc_page *page, const struct title *title,
		       const struct tc_letterhead *h, size_t text)
{
	const struct tc_lines *l = &page->lines;
	const bool dated = has_stamp(l, title->start, text);
	const size_t end = h->to && h->from < title->start ? h->from :
							     title->start;
	struct tc_stamp stamp;

	for (size_t i = 0; i < end; i++) {
		if (l->v[i].kind != TC_LINE_STAMP ||
		    !tc_stamp_read(l->v[i].text, &stamp))
			continue;
		/* at the very top a weekday is a clock's, with a time too */
		const bool clock = stamp.kind == TC_HINT_LINE &&
			(dated || (!i && stamp.clock_like) ||
			 tc_stamp_is_clock(&stamp, end - i));
		tc_page_hint(page, clock ? TC_HINT_CLOCK : stamp.kind,
			     stamp.value);
	}
	if (end && l->v[end - 1].kind == TC_LINE_SHORT &&
	    l->v[end - 1].chars <= SECTION_CHARS_MAX)
		page->section = l->v[end - 1].text;
}

int tc_dump_read(struct tc_str text, struct tc_arena *arena,
		 struct tc_article *a, struct tc_reject *r)
{
	struct tc_page page = { .lines.arena = arena };
	const struct tc_lines *l = &page.lines;
	TC_SCOPED_BUF body = { 0 };

	read_page(text, &page);
	if (!l->n)
		return tc_reject_set(r, arena, TC_REJECT_EMPTY, "no text");
	if (is_list(l))
		return tc_reject_set(r, arena, TC_REJECT_LIST_PAGE,
				     "headlines and teasers");
	size_t first = first_text(l);
	if (first == l->n)
		return tc_reject_set(r, arena, TC_REJECT_NO_ARTICLE,
				     "no running text");
	const struct tc_letterhead head = tc_letterhead_find(l, first);
	first = first_recital(l, &head, first);
	const struct title title = choose_title(l, &head, first);
	size_t from = title.at == first ? first : title.at + 1;
	if (title.above && from < head.to) {
		read_between(&page, title.at, head.to);
		from = head.to;
	}
	tc_letterhead_write(l, &head, title.above ? from : title.at, &body);
	read_above(&page, &title, &head, first);
	if (title.at < first) {
		page.title = join(&page.lines, title.start, title.at);
	} else if (is_ended_title(l, first)) {
		page.title = l->v[first].text;
		from = first + 1;
	}
	if (tc_body_write(&page, from, l->n, &body) < TEXT_MIN)
		return tc_reject_set(r, arena, TC_REJECT_NO_ARTICLE,
				     "too little running text");
	tc_page_to_article(&page, tc_buf_str(&body), a);
	return 1;
}
