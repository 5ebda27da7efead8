/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The title: the line above the body that looks like one and that the
 * metadata name too.  Neither is trusted alone: metadata carry the site's
 * name, pages carry headings of other boxes.
 */
#include "config.h"

#include "import/content.h"

#include "import/letterhead.h"
#include "import/word.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdint.h>

#define KEY_MAX 600
#define OPENING_MAX 24		/* of a site's name (below) */
#define TITLE_CHARS_MIN 8
#define TITLE_CHARS_MAX 400
#define PART_CHARS_MIN 12	/* of a title inside a longer one */
/* How far above the body a title is looked for without metadata. */
#define NEAR_LINES 12

/* A line shares so many of its words with a title that it is the same one,
 * reworded ("Video: ...", a kicker in front). */
#define SHARED_WORDS_MIN 5
#define SHARED_PERCENT 75
/* A line that nothing but its look speaks for, to be the title at all, and
 * to stand against the names that metadata give. */
#define LOOK_MIN 1
#define LOOK_AGAINST_DOCUMENT 6
#define LOOK_AGAINST_METADATA 14

/* Titles are not that long; what they have behind it is not compared. */
#define WORDS_MAX 256

enum match { NO_MATCH, SHARED, IN_DOCUMENT_TITLE, CUT_SHORT, SAME };

struct key {
	char p[KEY_MAX];
	size_t n;
};

/* Bare, zeros behind. */
struct words {
	char v[WORDS_MAX][TC_WORD_MAX];
	size_t n;
};

/* A title that metadata give, made ready once for all lines. */
struct name {
	struct key key;
	struct words words;
	bool document;		/* what <title> has */
};

struct names {
	struct name *v;
	size_t n;
};

static void make_key(struct tc_str s, size_t limit, struct key *key)
{
	const char *p = s.p, *end = tc_str_end(s);

	key->n = 0;
	while (p < end && key->n + 4 < limit) {
		uint32_t c = tc_utf8_next(&p, end);
		if (tc_char_is_letter(c) || tc_char_is_digit(c))
			key->n += tc_utf8_put(key->p + key->n,
					      tc_char_bare(tc_char_lower(c)));
	}
}

static struct tc_str key_str(const struct key *key)
{
	return tc_str(key->p, key->n);
}

static bool is_site_name(const struct tc_metadata *m, struct tc_str title)
{
	static const char *const openings[] = {
		"congthongtin", "trangthongtin", "congtttdt", "trangtin",
		"baodientu", "websitecua",
	};
	struct key key;

	if (m->site_name.n && tc_line_same(m->site_name, title))
		return true;
	make_key(title, OPENING_MAX, &key);
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (tc_str_starts(key_str(&key), tc_str0(openings[i])))
			return true;
	return false;
}

static void read_words(struct tc_str s, struct words *out)
{
	struct tc_word w;
	size_t off = 0;

	out->n = 0;
	while (out->n < WORDS_MAX && tc_word_next(s, &off, &w))
		memcpy(out->v[out->n++], w.bare, sizeof w.bare);
}

static bool has_word(const struct words *words, const char *bare)
{
	for (size_t i = 0; i < words->n; i++)
		if (memcmp(words->v[i], bare, TC_WORD_MAX) == 0)
			return true;
	return false;
}

static bool shares_words(const struct words *line, const struct words *title)
{
	size_t shared = 0;

	for (size_t i = 0; i < line->n; i++)
		shared += has_word(title, line->v[i]);
	return line->n >= SHARED_WORDS_MIN &&
	       shared * 100 >= line->n * SHARED_PERCENT;
}

static void read_names(const struct tc_metadata *m, struct tc_arena *arena,
		       struct names *names)
{
	names->n = m->title_count + 1;
	names->v = tc_arena_room(arena, names->n * sizeof *names->v);
	for (size_t i = 0; i < names->n; i++) {
		struct name *name = &names->v[i];
		name->document = i == m->title_count;
		struct tc_str title = name->document ? m->document_title :
						       m->titles[i];
		make_key(title, KEY_MAX, &name->key);
		read_words(title, &name->words);
	}
}

static enum match match_one(const struct key *line, const struct words *words,
			    const struct name *name)
{
	struct tc_str key = key_str(&name->key);

	if (tc_str_eq(key_str(line), key))
		return SAME;
	if (line->n < PART_CHARS_MIN)
		return NO_MATCH;
	if (name->document && tc_str_find(key, key_str(line), 0) != SIZE_MAX)
		return IN_DOCUMENT_TITLE;
	/* "Dang bo xa Tan An hoc tap nghi..." */
	if (key.n >= PART_CHARS_MIN * 2 && tc_str_starts(key_str(line), key))
		return CUT_SHORT;
	/* "Title - Site" in og:title */
	if (line->n * 2 > key.n && tc_str_starts(key, key_str(line)))
		return IN_DOCUMENT_TITLE;
	return shares_words(words, &name->words) ? SHARED : NO_MATCH;
}

static enum match match_names(const struct tc_line *line,
			      const struct names *names)
{
	enum match best = NO_MATCH;
	struct words words;
	struct key key;

	make_key(line->text, KEY_MAX, &key);
	read_words(line->text, &words);
	for (size_t i = 0; i < names->n; i++) {
		enum match got = match_one(&key, &words, &names->v[i]);
		best = got > best ? got : best;
	}
	return best;
}

/* "Số: 12-KH/HU  Sơn Hạ, ngày ...", and who issued it, in capitals above. */
static bool is_of_letterhead(const struct tc_lines *l, size_t i)
{
	const struct tc_line *const line = &l->v[i];

	return tc_letterhead_is_motto(line->text) ||
	       tc_line_is_letterhead(line->text) ||
	       (line->caps && i + 1 < l->n &&
		tc_line_is_letterhead(line[1].text));
}

static bool may_be_title(const struct tc_lines *l, size_t i)
{
	const struct tc_line *const line = &l->v[i];

	return line->kind != TC_LINE_STAMP &&
	       line->kind != TC_LINE_FURNITURE &&
	       line->chars >= TITLE_CHARS_MIN &&
	       line->chars <= TITLE_CHARS_MAX && !is_of_letterhead(l, i) &&
	       !tc_line_is_attribute(line->text);
}

/* What stands out among its neighbours; `text_px` is the size of the body's
 * letters. */
static int rank_look(const struct tc_line *line, int text_px)
{
	int rank = 0;

	if (line->heading)
		rank += 14 - 2 * line->heading;
	if (line->hints & TC_CLASS_TITLE)
		rank += 8;
	if (line->px && line->px >= text_px + 4)
		rank += 8;
	else if (line->px && line->px >= text_px + 2)
		rank += 4;
	if (line->bold)
		rank += 4;
	if (line->caps)
		rank += 3;
	return rank;
}

/* What stands around it and in it. */
static int rank_place(const struct tc_lines *l, size_t i)
{
	const struct tc_line *line = &l->v[i];
	int rank = 0;

	if (i + 1 < l->n && line[1].kind == TC_LINE_STAMP)
		rank += 6;
	if (line->words >= 6)
		rank += 3;
	else if (line->words < 4)
		rank -= 6;
	if (line->aside || line->teaser || (line->hints & TC_CLASS_TRAIL))
		rank -= 40;
	if (tc_line_is_linked(line))
		rank -= 12;
	return rank;
}

/* What stands above the body counts more, and nearer is better. */
static int rank_distance(size_t i, size_t body)
{
	size_t distance = i < body ? body - i : i - body;

	return -(int)(distance < 30 ? distance / 3 : 10) -
	       (i <= body ? 0 : 10);
}

static const int worth[] = {
	[NO_MATCH] = 0, [SHARED] = 25, [IN_DOCUMENT_TITLE] = 40,
	[CUT_SHORT] = 55, [SAME] = 60,
};

/* Longer is better between parts of one title; nearer between equals.  What
 * could not reach `most` is not compared with the names. */
static int rank_line(const struct tc_lines *l, size_t i,
		     const struct names *names, size_t body, int most)
{
	const struct tc_line *line = &l->v[i];
	size_t distance = i < body ? body - i : i - body;
	int text_px = body < l->n && l->v[body].px ? l->v[body].px : 15;
	int look = rank_look(line, text_px);
	int rank = look + rank_place(l, i) + rank_distance(i, body);

	if (rank + worth[SAME] <= most)
		return -1;
	enum match match = match_names(line, names);
	if (match == IN_DOCUMENT_TITLE)
		rank += (int)(line->chars < 100 ? line->chars / 10 : 10);
	if (match == NO_MATCH && (distance > NEAR_LINES || i > body))
		return -1;
	if (match == NO_MATCH && line->kind != TC_LINE_SHORT && look < 8)
		return -1;
	return rank + worth[match];
}

/* <title> up to the site's name, which stands behind the last mark. */
static struct tc_str main_part(struct tc_str title)
{
	static const char *const marks[] = {
		" | ", " - ", " – ", " — ", " :: ", " » ",
	};
	struct tc_str part = title;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct tc_str mark = tc_str0(marks[i]);
		for (size_t at = tc_str_find(title, mark, 0); at != SIZE_MAX;
		     at = tc_str_find(title, mark, at + 1))
			if (at * 2 > title.n && at < part.n)
				part = tc_str(title.p, at);
	}
	return part;
}

static struct tc_str title_of_metadata(const struct tc_metadata *m)
{
	for (size_t i = 0; i < m->title_count; i++)
		if (!is_site_name(m, m->titles[i]))
			return m->titles[i];
	struct tc_str part = main_part(m->document_title);
	return is_site_name(m, part) ? (struct tc_str){ NULL, 0 } : part;
}

static size_t best_line(const struct tc_lines *l, const struct tc_metadata *m,
			size_t body, size_t end, int *most)
{
	size_t best = l->n;
	struct names names;

	*most = 0;
	read_names(m, l->arena, &names);
	for (size_t i = 0; i < end; i++) {
		if (!may_be_title(l, i))
			continue;
		int rank = rank_line(l, i, &names, body, *most);
		if (rank > *most && !is_site_name(m, l->v[i].text)) {
			*most = rank;
			best = i;
		}
	}
	return best;
}

/* "THUC HIEN KET LUAN ...:" in a line of its own above the title. */
static struct tc_str with_kicker(const struct tc_lines *l, size_t at)
{
	const struct tc_line *line = &l->v[at], *above = line - 1;

	if (!at || above->kind != TC_LINE_SHORT || above->aside ||
	    above->words < 4 || above->text.p[above->text.n - 1] != ':')
		return line->text;
	return tc_arena_printf(l->arena, "%.*s %.*s", TC_ARG(above->text),
			       TC_ARG(line->text));
}

bool tc_headline_is_named(const struct tc_line *line,
			  const struct tc_metadata *m)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct names names;

	read_names(m, &arena, &names);
	return match_names(line, &names) >= IN_DOCUMENT_TITLE;
}

struct tc_str tc_headline_find(const struct tc_lines *l,
			       const struct tc_metadata *m, size_t body,
			       size_t end, size_t *at)
{
	int rank, needed = LOOK_MIN;
	struct tc_str named = title_of_metadata(m);

	*at = best_line(l, m, body, end, &rank);
	if (named.n)
		needed = m->title_count ? LOOK_AGAINST_METADATA :
					  LOOK_AGAINST_DOCUMENT;
	if (*at < l->n && rank >= needed)
		return with_kicker(l, *at);
	*at = l->n;
	return named;
}
