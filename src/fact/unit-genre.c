/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an article is, or a part of it, that is about none of its units. */
#include "config.h"

#include "fact/scholar.h"
#include "fact/unit-clause.h"

#define CELL_LINES 3
#define BRACKET_TOKENS_MAX 64

/* "Những bí thư chi bộ": several people, each elsewhere. */
static bool names_people(const struct tc_scan *s, size_t i)
{
	static const char *const people[] = {
		"bí thư", "người", "đảng viên", "cán bộ",
	};

	return TC_UNLIKELY(tc_unit_words_at(s, i, "những")) &&
	       TC_UNIT_ANY_AT(s, i + 1, people);
}

/* "Các đảng bộ trong tỉnh" begins the headline: a whole level. */
static bool names_level(const struct tc_scan *s, size_t from, size_t title_end)
{
	static const char *const many[] = { "các", "nhiều", "những" };
	static const char *const where[] = {
		"trong tỉnh", "trong toàn tỉnh", "trên địa bàn tỉnh",
		"trong cả nước", "trong huyện", "trong toàn huyện",
	};
	size_t i = from + 1;

	if (TC_LIKELY(!TC_UNIT_ANY_AT(s, from, many)))
		return false;
	while (i < title_end && !TC_UNIT_ANY_AT(s, i, where))
		i++;
	return i < title_end;
}

/* "Ba chi bộ nêu gương" is the headline, and the text goes from one to the
 * next. */
static bool counts_cells(const struct tc_unit_walk *w)
{
	static const char *const cells[] = { "chi bộ", "đảng bộ" };
	const struct tc_scan *const s = w->namer.scan;
	size_t i = w->title_from + 1;

	while (i < w->title_end && !(TC_UNIT_ANY_AT(s, i, cells) &&
				     tc_unit_several(w, i)))
		i++;
	if (i >= w->title_end || w->n < 2 || w->seen[0].first < w->title_end)
		return false;
	const struct tc_unit_node *const a = &w->nodes.v[w->seen[0].node];
	const struct tc_unit_node *const b = &w->nodes.v[w->seen[1].node];
	return a != b && a->kind == b->kind && tc_unit_kind_party(a->kind);
}

/* The first lines are each of another cell, and the headline is of none. */
static bool begins_with_cells(const struct tc_unit_walk *w)
{
	const struct tc_unit_node *const nodes = w->nodes.v;

	if (w->n < CELL_LINES || w->seen[0].first < w->title_end)
		return false;
	for (size_t i = 0; i < CELL_LINES; i++) {
		size_t k = w->seen[i].first;
		const size_t from = i ? w->seen[i - 1].end : w->title_end;
		if (!tc_unit_kind_is(nodes[w->seen[i].node].kind, "chi-bo") ||
		    (i && w->seen[i].node == w->seen[i - 1].node))
			return false;
		while (k > from && !tc_scan_begins_line(w->namer.scan, k))
			k--;
		if (i && k == from)
			return false;
	}
	return w->seen[0].node != w->seen[CELL_LINES - 1].node;
}

/* The headline, or the lead's first sentence, tells of those. */
bool tc_unit_of_people(const struct tc_unit_walk *w)
{
	return names_people(w->namer.scan, w->title_from) ||
	       names_level(w->namer.scan, w->title_from, w->title_end) ||
	       counts_cells(w) || begins_with_cells(w) ||
	       names_people(w->namer.scan, w->title_end);
}

/* "Hỏi - đáp", "Hộp thư bạn đọc" begins the headline. */
static bool is_titled_so(const struct tc_scan *s, size_t from)
{
	static const char *const columns[] = {
		"hỏi đáp", "hộp thư bạn đọc", "bạn đọc hỏi", "giải đáp thư",
	};

	return TC_UNIT_ANY_AT(s, from, columns);
}

/* "Trả lời: "; colons are few. */
static bool has_reply(struct tc_str text)
{
	const struct tc_str said = TC_STR("Trả lời");
	const char *const end = tc_str_end(text), *p = text.p;

	while (p < end && (p = memchr(p, ':', (size_t)(end - p)))) {
		const size_t at = (size_t)(p++ - text.p);
		if (p < end && *p == ' ' &&
		    tc_str_ends(tc_str(text.p, at), said))
			return true;
	}
	return false;
}

/* "Hỏi: Tôi ở Chi bộ X ... Trả lời: Theo Quy định ...": readers' questions are
 * about no unit, but those to one who is interviewed. */
bool tc_unit_answers_readers(const struct tc_unit_walk *w)
{
	const struct tc_scan *const s = w->namer.scan;

	static const char *const to_persons[] = {
		"Thưa", "Xin", "Đồng chí", "Ông", "Bà",
	};

	if (is_titled_so(s, w->title_from))
		return true;
	if (!has_reply(s->text))
		return false;
	if (tc_str_find(s->text, TC_STR("\nCâu hỏi"), 0) != SIZE_MAX)
		return true;
	const struct tc_str ask = TC_STR("Hỏi: "), asks = TC_STR("hỏi: ");
	size_t at = tc_str_find(s->text, ask, 0);
	if (at == SIZE_MAX)
		at = tc_str_find(s->text, asks, 0);
	if (at == SIZE_MAX)
		return false;
	const struct tc_str question = tc_str_from(s->text, at + ask.n);
	for (size_t i = 0; i < sizeof to_persons / sizeof *to_persons; i++)
		if (tc_str_starts(question, tc_str0(to_persons[i])))
			return false;
	return true;
}

/* A note's mark stands behind a word there: "khâu mở đầu(1)". */
bool tc_unit_has_notes(struct tc_str text)
{
	const char *const end = tc_str_end(text), *p = text.p;

	while (p < end && (p = memchr(p, '(', (size_t)(end - p)))) {
		if (end - p > 2 && p[1] == '1' && p[2] == ')' && p > text.p &&
		    !strchr(" \n(", p[-1]))
			return true;
		p++;
	}
	return false;
}

#define AUTHOR_LINES 3		/* of the text, where he may stand */

/* A scholar signs above the text. */
bool tc_unit_is_study(const struct tc_scan *s)
{
	struct tc_str rest = s->text, line;

	if (tc_scholar_begins(s->byline))
		return true;
	for (int i = 0; i <= AUTHOR_LINES && tc_str_split(&rest, '\n', &line);
	     i += line.n != 0)
		if (tc_scholar_signs(line))
			return true;
	return false;
}

#define CAPTION_BYTES_MAX 240	/* of a line with "Ảnh: Lê Văn A" */

/* "Quang cảnh hội nghị. Ảnh: Lê Văn A" is the line of the sentence that ends
 * before token `end`, which begins it. */
static bool has_picture(const struct tc_scan *s, size_t from, size_t end)
{
	const uint32_t start = s->tokens.v[from].off;

	for (size_t i = from; i < s->tokens.n &&
			      s->tokens.v[i].off - start < CAPTION_BYTES_MAX &&
			      !(i > from && i >= end && tc_scan_begins_line(s, i));
	     i++)
		if (TC_UNLIKELY(tc_scan_says(s, i, TC_SAYS_ANH)) &&
		    tc_str_is(s->tokens.v[i].exact, "ảnh"))
			return true;
	return false;
}

static bool ends_clause(char c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';';
}

/* "Các đại biểu dự hội nghị", a line that no full stop ends: below a picture. */
bool tc_unit_is_caption(const struct tc_scan *s, size_t from, size_t end)
{
	const struct tc_str text = s->text;
	uint32_t at = tc_token_end(&s->tokens.v[end - 1]);

	if (!tc_scan_begins_line(s, from))
		return tc_unit_words_at(s, from, "ảnh");
	while (at < text.n && text.p[at] != '\n' && !ends_clause(text.p[at]))
		at++;
	return at == text.n || text.p[at] == '\n' || has_picture(s, from, end);
}

/* "Tiêu biểu là Chi bộ X", "có mô hình hay, như: Hội Nông dân tỉnh ...": where
 * in the sentence of tokens [from, end) examples begin; `end`: nowhere. */
size_t tc_unit_examples(const struct tc_scan *s, size_t from, size_t end)
{
	static const char *const such[] = {
		"tiêu biểu", "điển hình", "đơn cử", "nổi bật", "như",
		"ví như", "ví dụ", "chẳng hạn",
	};

	if (TC_UNIT_ANY_AT(s, from, such))
		return from;
	while (from < end && !(TC_UNLIKELY(tc_scan_says(s, from, TC_SAYS_NHU)) &&
			       tc_str_is(s->tokens.v[from].exact, "như") &&
			       s->text.p[tc_token_end(&s->tokens.v[from])] ==
				       ':'))
		from++;
	return from;
}

#define ROUND_UP_UNITS 3	/* that the items are of, at least */
#define HEADLINE_BEGINNING 3	/* tokens: "Thị xã" before a place */
#define MARK_BYTES_MAX 4	/* before an item */

#define PLACE_BYTES_MIN 5	/* "YÊN LẬP: " before what is told of there */
#define PLACE_BYTES_MAX 40

/* Capitals alone stand before the line's first colon, which is near. */
static bool begins_with_place(struct tc_str line)
{
	size_t at = 0, capitals = 0;

	while (at < line.n && at < PLACE_BYTES_MAX && line.p[at] != ':') {
		const char c = line.p[at++];
		if ((c >= 'a' && c <= 'z') || c == '\n')
			return false;
		capitals += c >= 'A' && c <= 'Z';
	}
	return capitals > 1 && at >= PLACE_BYTES_MIN && at < line.n &&
	       line.p[at] == ':';
}

/* "2. " */
static bool is_numbered(struct tc_str line)
{
	return line.n > 2 && line.p[0] >= '1' && line.p[0] <= '9' &&
	       line.p[1] == '.' && line.p[2] == ' ';
}

/* A line of the text at p is an item of a list: "* ", "2. ", "YÊN LẬP: ". */
static bool begins_item(const char *p, const char *end)
{
	static const struct tc_str marks[] = {
		TC_STR("*"), TC_STR("-"), TC_STR("+"), TC_STR("–"),
		TC_STR("•"), TC_STR("●"),
	};
	const struct tc_str line = tc_str(p, (size_t)(end - p));

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (tc_str_starts(line, marks[i]))
			return true;
	return is_numbered(line) || begins_with_place(line);
}

bool tc_unit_begins_item(const struct tc_scan *s, size_t i)
{
	const char *p = s->text.p + s->tokens.v[i].off;

	while (p > s->text.p && p[-1] == ' ')
		p--;
	const char *const behind = p;
	while (p > s->text.p && behind - p < MARK_BYTES_MAX && p[-1] != '\n' &&
	       p[-1] != ' ')
		p--;
	return p < behind && (p == s->text.p || p[-1] == '\n') &&
	       begins_item(p, behind);
}

/* A star stands before token i, and capitals before that: a letter's head. */
static bool begins_behind_star(const struct tc_scan *s, size_t i)
{
	const uint32_t from = tc_token_end(&s->tokens.v[i - 1]);

	return s->tokens.v[i - 1].flags & TC_TOKEN_CAPS &&
	       memchr(s->text.p + from, '*', s->tokens.v[i].off - from);
}

bool tc_unit_begins_decree(const struct tc_scan *s, size_t i)
{
	if (!i || i >= s->tokens.n || !tc_scan_begins_line(s, i))
		return false;
	return tc_unit_words_at(s, i, "căn cứ") ||
	       tc_unit_words_at(s, i, "số") ||
	       (tc_unit_words_at(s, i, "quyết định") &&
		s->tokens.v[i].flags & TC_TOKEN_CAPS) ||
	       begins_behind_star(s, i);
}

/* Where the next item of the list begins, from byte `at` on; SIZE_MAX: there is
 * none. */
static size_t next_item(struct tc_str text, size_t at)
{
	const char *const end = tc_str_end(text);
	const char *p = text.p + at;

	while (p < end && (p = memchr(p, '\n', (size_t)(end - p))))
		if (begins_item(++p, end))
			return (size_t)(p - text.p);
	return SIZE_MAX;
}

static bool begins_headline(const struct tc_unit_walk *w, size_t titled)
{
	return titled > w->title_from &&
	       titled - w->title_from <= HEADLINE_BEGINNING;
}

/* Each is the first of an item, and nothing of the text before them is of any. */
bool tc_unit_is_round_up(const struct tc_unit_walk *w)
{
	const struct tc_scan *const s = w->namer.scan;
	uint32_t nodes[ROUND_UP_UNITS];
	size_t n = 0, i = 0;

	while (i < w->n && w->seen[i].first < w->title_end)
		i++;
	size_t item = i ? SIZE_MAX : next_item(s->text, s->title_len);
	if (i < w->n && begins_headline(w, tc_unit_titled(w, i)))
		return false;	/* "Lục Yên, Văn Yên trao huy hiệu": of the first */
	while (i < w->n && n < ROUND_UP_UNITS) {
		const size_t at = s->tokens.v[w->seen[i].first].off;
		if (at < item && !n)
			return false;	/* it is told before any, or in the headline */
		size_t known = 0;
		while (known < n && nodes[known] != w->seen[i].node)
			known++;
		if (known == n)
			nodes[n++] = w->seen[i].node;
		while (item <= at)
			item = next_item(s->text, item);
		while (i < w->n && s->tokens.v[w->seen[i].first].off < item)
			i++;
	}
	return n == ROUND_UP_UNITS;
}

bool tc_unit_in_brackets(const struct tc_scan *s, size_t i, size_t from)
{
	const size_t far = i - from > BRACKET_TOKENS_MAX ?
				   i - BRACKET_TOKENS_MAX : from;

	for (size_t k = i; k && k >= far; k--) {
		if (TC_LIKELY(tc_scan_is_blank(s, k)))
			continue;
		const struct tc_str gap = tc_scan_sign(s, k);
		for (size_t at = gap.n; at-- > 0;)
			if (memchr("\n()", gap.p[at], 3))
				return gap.p[at] == '(';
	}
	return false;
}
