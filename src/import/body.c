/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The body out of the lines behind the title:
 *
 *   title | meta: stamp, tools, lead | text ... text | name | tail
 *           `- before first text -'    `- kept ---'         `- cut
 */
#include "config.h"

#include "import/page.h"

#include "fact/citation.h"
#include "fact/scholar.h"
#include "import/byline.h"
#include "import/stamp.h"
#include "import/tag.h"
#include "import/word.h"
#include "text/utf8.h"

/* Behind a byline a last short sentence may still be of the tail. */
#define TAIL_SENTENCE_MAX 200
/* A box inside the article has at least this share of text behind it. */
#define INSET_PERCENT 40
/* Short lines of so few words by a stamp, or last of all, are tools. */
#define TOOL_WORDS 6
#define LAST_WORDS 5
#define COLUMN_WORDS 3
/* Names one below the other that are a list, not authors. */
#define LISTED_MIN 3
#define WORKPLACE_LINES 4		/* of an author, below his name */

struct stretch {
	struct tc_page *page;
	const struct tc_line *v;
	size_t from, to;
	size_t first, last;	/* lines of text; first > last without any */
};

static bool is_text(const struct stretch *s, const struct tc_line *line)
{
	return tc_line_is_body(line, s->page->verse);
}

static size_t text_chars(const struct stretch *s, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		if (is_text(s, &s->v[i]))
			n += s->v[i].chars;
	return n;
}

/* Half of a symbol, "Kế hoạch số 12/" or "KH-UBND": neither a name nor a
 * counter. */
static bool is_half_symbol(const struct stretch *s, size_t i)
{
	return (i > s->from &&
		tc_citation_broken(s->v[i - 1].text, s->v[i].text)) ||
	       (i + 1 < s->to &&
		tc_citation_broken(s->v[i].text, s->v[i + 1].text));
}

static void find_text(struct stretch *s)
{
	s->first = s->to;
	s->last = s->from;
	for (size_t i = s->from; i < s->to; i++) {
		if (!is_text(s, &s->v[i]))
			continue;
		if (s->first == s->to)
			s->first = i;
		s->last = i;
	}
}

/* Furniture that only stands behind an article, never between its
 * paragraphs, unless much text follows (a box inside). */
static bool begins_tail(const struct tc_line *line)
{
	switch (line->furniture) {
	case TC_FURNITURE_TAIL:
	case TC_FURNITURE_FORM:
	case TC_FURNITURE_FOOT:
		return true;
	default:
		return false;
	}
}

static void cut_at_furniture(struct stretch *s)
{
	size_t before = 0, all = text_chars(s, s->from, s->to);

	for (size_t i = s->first; i < s->to; i++) {
		if (is_text(s, &s->v[i]))
			before += s->v[i].chars;
		if (!begins_tail(&s->v[i]) || i < s->first)
			continue;
		if ((all - before) * 100 < before * INSET_PERCENT) {
			s->to = i;
			return;
		}
	}
}

static bool begin_alike(const struct tc_line *a, const struct tc_line *b)
{
	struct tc_word x, y;
	size_t i = 0, k = 0;

	return tc_word_next(a->text, &i, &x) && tc_word_next(b->text, &k, &y) &&
	       strcmp(x.bare, y.bare) == 0;
}

/* One of several lines with one first word: "Chi bo ...", "Chi bo ...". */
static bool is_listed(const struct stretch *s, size_t i)
{
	size_t n = 1;

	for (size_t k = i; n < LISTED_MIN && k > s->from &&
			   begin_alike(&s->v[k - 1], &s->v[i]); k--)
		n++;
	for (size_t k = i + 1; n < LISTED_MIN && k < s->to &&
			       begin_alike(&s->v[k], &s->v[i]); k++)
		n++;
	return n >= LISTED_MIN;
}

/* A name alone in its line, neither of a table nor of a list. */
static bool is_bare_name(const struct stretch *s, size_t i)
{
	return !s->v[i].row && tc_byline_is_name(s->v[i].text) &&
	       !is_listed(s, i);
}

static bool is_byline(const struct stretch *s, size_t i)
{
	const struct tc_line *line = &s->v[i];
	struct tc_byline b;

	if (is_text(s, line) || line->row || line->kind != TC_LINE_SHORT ||
	    is_half_symbol(s, i))
		return false;
	return (tc_byline_read(line->text, &b) && b.author.n) ||
	       is_bare_name(s, i);
}

/* Behind a name that follows the text nothing else belongs to the article
 * but one more name or credit. */
static void cut_behind_byline(struct stretch *s)
{
	struct tc_byline b;
	size_t behind = text_chars(s, s->first + 1, s->to);

	for (size_t i = s->first + 1; i < s->to; i++) {
		behind -= text_chars(s, i, i + 1);
		if (!is_byline(s, i) || behind > TAIL_SENTENCE_MAX)
			continue;
		while (i + 1 < s->to &&
		       (tc_byline_read(s->v[i + 1].text, &b) ||
			s->v[i + 1].kind == TC_LINE_STAMP))
			i++;
		s->to = i + 1;
		return;
	}
}

static bool is_leftover(const struct stretch *s, size_t i)
{
	const struct tc_line *line = &s->v[i];
	struct tc_byline b;

	if (is_half_symbol(s, i))
		return false;
	if (line->kind == TC_LINE_FURNITURE || line->kind == TC_LINE_MENU)
		return true;
	return line->kind == TC_LINE_SHORT && line->words <= LAST_WORDS &&
	       !line->row && *line->text.p != '(' &&
	       !tc_line_is_ended(line->text) &&
	       !tc_citation_in(line->text) &&
	       !tc_byline_read(line->text, &b) &&
	       !tc_byline_is_name(line->text);
}

static void cut_leftovers(struct stretch *s)
{
	while (s->to > s->last + 1 && is_leftover(s, s->to - 1))
		s->to--;
}

/* Takes a labelled or bare byline; true when the line is used up. */
static bool take_byline(const struct stretch *s, size_t i)
{
	struct tc_page *page = s->page;
	struct tc_byline b;

	if (is_text(s, &s->v[i]))
		return false;
	if (tc_byline_read(s->v[i].text, &b)) {
		tc_page_credit(page, s->v[i].text, false);
		return true;
	}
	bool outside = i < s->first || i > s->last;
	if (!outside || !is_bare_name(s, i) || page->byline.n ||
	    s->first > s->last)
		return false;
	/* a name behind the text is its author; above, by a stamp, or a
	 * person's under the title */
	bool by_stamp = i > s->from && s->v[i - 1].kind == TC_LINE_STAMP;
	if (i < s->first && !by_stamp &&
	    !(i == s->from && tc_byline_is_person(s->v[i].text)))
		return false;
	tc_page_credit(page, s->v[i].text, false);
	return true;
}

/* "ThS LÊ VĂN AN" under the title, and below him the school where he works. */
static bool take_scholar(const struct stretch *s, size_t i)
{
	const struct tc_str text = s->v[i].text;
	size_t at = i;

	if (i >= s->first || s->v[i].kind == TC_LINE_TEXT)
		return false;
	if (tc_scholar_signs(text)) {
		tc_page_credit(s->page, text, false);
		return true;
	}
	while (at > s->from && i - at < WORKPLACE_LINES &&
	       tc_byline_is_institution(s->v[at].text) &&
	       !tc_citation_in(s->v[at].text))
		at--;
	if (at == i || !tc_scholar_signs(s->v[at].text))
		return false;
	tc_page_affiliate(s->page, text);
	return true;
}

/* Behind the text a date without a label is the article's when it stands with
 * the credits. */
static bool is_among_credits(const struct stretch *s, size_t i)
{
	struct tc_byline b;

	if (i <= s->last || i == s->from)
		return false;
	return (s->v[i].hints & (TC_CLASS_CREDIT | TC_CLASS_AUTHOR |
				 TC_CLASS_RIGHT)) ||
	       tc_byline_read(s->v[i - 1].text, &b) ||
	       (i == s->last + 2 && is_bare_name(s, i - 1));
}

/* "Thứ sáu, ngày 1/3/2024", and the article's own line below it. */
static bool is_clock(const struct stretch *s, size_t i,
		     const struct tc_stamp *stamp)
{
	struct tc_stamp own;

	if (!stamp->clock_like || stamp->kind != TC_HINT_LINE)
		return false;
	for (size_t k = i + 1; k < s->first; k++)
		if (s->v[k].kind == TC_LINE_STAMP &&
		    tc_stamp_read(s->v[k].text, &own) &&
		    own.kind != TC_HINT_UPDATED)
			return true;
	return false;
}

/* "Hồng Vân - 10/05/2023" right below the text, or a day and its time that
 * nothing follows. */
static bool is_signed(const struct stretch *s, size_t i,
		      const struct tc_stamp *stamp)
{
	if (i != s->last + 1)
		return false;
	return tc_stamp_is_signed(stamp) ||
	       (i + 1 == s->to && !stamp->clock_like && !stamp->tail.n &&
		!stamp->head.n &&
		memchr(stamp->value.p, ':', stamp->value.n));
}

static bool take_stamp(const struct stretch *s, size_t i)
{
	struct tc_stamp stamp;

	if (s->v[i].kind != TC_LINE_STAMP)
		return false;
	if (i > s->first && i < s->last)
		return false;
	if (!tc_stamp_read(s->v[i].text, &stamp))
		return false;
	if (is_clock(s, i, &stamp))
		stamp.kind = TC_HINT_CLOCK;
	if (i < s->first || stamp.kind != TC_HINT_LINE ||
	    is_among_credits(s, i) || is_signed(s, i, &stamp))
		tc_page_hint(s->page, stamp.kind, stamp.value);
	if (i < s->first || is_among_credits(s, i))
		tc_page_credit_stamp(s->page, &stamp);
	return true;
}

/* "trong Chuyen muc tin 2345 luot doc". */
static bool ends_in_counter(const struct tc_line *line)
{
	size_t at = line->text.n;

	if (line->kind != TC_LINE_SHORT)
		return false;
	while (at && (line->text.p[at - 1] < '0' || line->text.p[at - 1] > '9'))
		at--;
	struct tc_str tail = tc_str_trim(tc_str_from(line->text, at));
	/* "(19/05/1890 - 19/05/2020)" */
	if (tc_str_starts(line->text, TC_STR("(")) && tc_str_is(tail, ")"))
		return false;
	/* "... so 15/" goes on below; "ngay 17/6/2009;" ends an item */
	return at && tail.n && !strchr("/-;", *tail.p) &&
	       tc_furniture_whole(tail) == TC_FURNITURE_COUNTER;
}

static bool names_author(const struct tc_line *line)
{
	struct tc_byline b;

	return tc_byline_read(line->text, &b) ||
	       tc_byline_is_person(line->text);
}

/* Between the title and the text: tools that no table knows. */
static bool is_tool(const struct stretch *s, size_t i)
{
	const struct tc_line *line = &s->v[i];

	if (i >= s->first || s->first > s->last)
		return false;
	if (line->kind == TC_LINE_MENU || ends_in_counter(line))
		return true;
	const struct tc_line *above = i > s->from ? line - 1 : NULL;
	/* "Kinh thua cac dong chi," */
	if (tc_str_ends(line->text, TC_STR(",")))
		return false;
	/* "Tin tức" above the date */
	if (line->kind == TC_LINE_SHORT && line->words <= COLUMN_WORDS &&
	    i + 1 < s->first && line[1].kind == TC_LINE_STAMP &&
	    !tc_line_is_ended(line->text) && !tc_citation_in(line->text))
		return true;
	return line->kind == TC_LINE_SHORT && line->words <= TOOL_WORDS &&
	       above && (above->kind == TC_LINE_STAMP ||
			 above->kind == TC_LINE_FURNITURE) &&
	       !tc_line_is_ended(line->text) && !tc_citation_in(line->text);
}

static bool is_letterhead(const struct stretch *s, size_t i)
{
	return i < s->first && s->v[i].kind == TC_LINE_SHORT &&
	       tc_line_is_letterhead(s->v[i].text);
}

/* Whether the line was of the page, not of the text. */
static bool is_used_up(const struct stretch *s, size_t i)
{
	return s->v[i].kind == TC_LINE_FURNITURE || take_stamp(s, i) ||
	       take_scholar(s, i) ||
	       (names_author(&s->v[i]) && take_byline(s, i)) ||
	       is_tool(s, i) || take_byline(s, i);
}

/* A box of related headlines inside: the line where the text goes on. */
static size_t skip_inset(const struct stretch *s, size_t i)
{
	if (s->v[i].furniture != TC_FURNITURE_TAIL || i <= s->first)
		return i;
	do
		i++;
	while (i < s->to && !is_text(s, &s->v[i]));
	return i;
}

static void write_line(const struct tc_line *line, struct tc_buf *out)
{
	size_t n = tc_furniture_glued(line->text);
	struct tc_str text = tc_str_trim(tc_str(line->text.p, n));

	if (!text.n)
		return;
	if (out->n)
		tc_buf_addc(out, '\n');
	tc_buf_addstr(out, text);
}

size_t tc_body_write(struct tc_page *page, size_t from, size_t to,
		     struct tc_buf *out)
{
	struct stretch s = { .page = page, .v = page->lines.v,
			     .from = from, .to = to };

	find_text(&s);
	cut_at_furniture(&s);
	cut_behind_byline(&s);
	find_text(&s);
	cut_leftovers(&s);
	for (size_t i = s.from; i < s.to; i++) {
		size_t behind = skip_inset(&s, i);
		if (behind != i) {
			i = behind - 1;
			continue;
		}
		if (!is_letterhead(&s, i) && !is_half_symbol(&s, i) &&
		    is_used_up(&s, i))
			continue;
		if (i < s.first && tc_line_same(s.v[i].text, page->title))
			continue;
		write_line(&s.v[i], out);
	}
	return text_chars(&s, s.from, s.to);
}
