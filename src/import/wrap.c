/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/wrap.h"

#include "import/furniture.h"
#include "import/stamp.h"
#include "text/fold.h"
#include "text/utf8.h"

struct tc_str tc_wrap_squeezed(struct tc_arena *arena, struct tc_str s)
{
	struct tc_str copy = tc_arena_str(arena, tc_str_trim(s));

	copy.n = tc_lines_squeeze((char *)copy.p, copy.n);
	return copy;
}

bool tc_wrap_goes_on(struct tc_str s)
{
	const char *p = s.p;

	if (!s.n)
		return false;
	uint32_t c = tc_utf8_next(&p, tc_str_end(s));
	return tc_char_is_letter(c) && !tc_char_is_upper(c);
}

/*
 * Hard-wrapped text: most lines end near the same column in the middle of
 * a sentence, and go on in lower case.  Where a program broke them, each ends
 * because the first word of the next had no room, and one that had room ends
 * its paragraph.
 */
#define WRAP_COLUMN_MAX 110
#define WRAP_LINES_MIN 8
#define FULL_COLUMN_MIN 40
#define FULL_LINES_MIN 3
#define NEAR_CHARS 3		/* by which a line broken by hand differs */

struct wrap {
	size_t inner, open, lower, longest;
	size_t full, near, astray;
};

static size_t chars_of(struct tc_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += tc_utf8_boundary(s, i) != 0;
	return n;
}

static struct tc_str first_word(struct tc_str line)
{
	const char *const blank = line.n ? memchr(line.p, ' ', line.n) : NULL;

	return blank ? tc_str(line.p, (size_t)(blank - line.p)) : line;
}

/* Characters of the line and the word that would have stood on it. */
static size_t with_next(struct tc_str line, struct tc_str next)
{
	return chars_of(line) + 1 + chars_of(first_word(next));
}

static size_t longest_line(struct tc_str text)
{
	struct tc_str line;
	size_t longest = 0;

	while (longest <= WRAP_COLUMN_MAX && tc_str_split(&text, '\n', &line)) {
		const size_t chars = chars_of(tc_str_trim(line));
		longest = chars > longest ? chars : longest;
	}
	return longest;
}

static void measure_pair(struct tc_str above, struct tc_str line,
			 struct wrap *w)
{
	const size_t wanted = with_next(above, line);
	const bool goes_on = tc_wrap_goes_on(line);

	w->inner++;
	w->open += !tc_line_is_ended(above);
	w->lower += goes_on;
	if (wanted > w->longest)
		w->full++;
	else if (wanted + NEAR_CHARS > w->longest)
		w->near += !tc_line_is_ended(above);
	else
		w->astray += goes_on;
}

static void measure_wrap(struct tc_str text, struct wrap *w)
{
	struct tc_str line, above = { NULL, 0 };

	*w = (struct wrap){ .longest = longest_line(text) };
	if (w->longest > WRAP_COLUMN_MAX)
		return;
	while (tc_str_split(&text, '\n', &line)) {
		line = tc_str_trim(line);
		if (line.n && above.n)
			measure_pair(above, line, w);
		above = line;
	}
}

/* Broken by a program. */
static bool is_filled(const struct wrap *w)
{
	return w->longest >= FULL_COLUMN_MIN &&
	       w->longest <= WRAP_COLUMN_MAX && w->full >= FULL_LINES_MIN &&
	       w->full * 5 >= w->inner * 2 && w->near * 20 <= w->full &&
	       w->astray * 10 <= w->full;
}

bool tc_wrap_is(struct tc_str text)
{
	struct wrap w;

	measure_wrap(text, &w);
	return is_filled(&w) ||
	       (w.longest <= WRAP_COLUMN_MAX && w.inner >= WRAP_LINES_MIN &&
		w.open * 10 >= w.inner * 7 && w.lower * 3 >= w.inner);
}

static void add_joined(struct tc_lines *lines, struct tc_buf *paragraph,
		       bool blank_before)
{
	struct tc_line *line = tc_lines_add(lines,
		tc_wrap_squeezed(lines->arena, tc_buf_str(paragraph)));

	if (line)
		line->blank_before = blank_before;
	tc_buf_clear(paragraph);
}

#define HEAD_LINES 6	/* where the page's date line stands, if it has one */

/* A date line, a counter: text goes on neither before nor behind it. */
static bool stands_alone(struct tc_str line)
{
	struct tc_stamp stamp;

	/* figures alone may end "(20/10/1930 -" above them */
	if (line.n && (unsigned char)*line.p >= 'A' &&
	    tc_furniture_whole(line) != TC_FURNITURE_NONE)
		return true;
	return tc_stamp_read(line, &stamp) && !stamp.head.n && !stamp.tail.n;
}

/* Whether a paragraph ends between the two lines. */
static bool ends_between(const struct wrap *w, bool filled, struct tc_str above,
			 struct tc_str line, struct tc_str paragraph)
{
	if (filled)
		return above.n && with_next(above, line) <= w->longest;
	return !tc_wrap_goes_on(line) && tc_line_is_ended(paragraph);
}

/* A blank line, or a line that ends a sentence well before the margin,
 * ends the paragraph. */
void tc_wrap_read(struct tc_str text, struct tc_lines *lines)
{
	TC_SCOPED_BUF paragraph = { 0 };
	struct tc_str line, above = { NULL, 0 };
	struct wrap w;
	size_t n = 0;

	measure_wrap(text, &w);
	const bool filled = is_filled(&w);
	while (tc_str_split(&text, '\n', &line)) {
		line = tc_str_trim(line);
		n += line.n > 0;
		const bool alone = n <= HEAD_LINES && stands_alone(line);
		if (!line.n || alone ||
		    (paragraph.n && ends_between(&w, filled, above, line,
						 tc_buf_str(&paragraph))))
			add_joined(lines, &paragraph, !filled || !above.n);
		if (line.n && paragraph.n)
			tc_buf_addc(&paragraph, ' ');
		tc_buf_addstr(&paragraph, line);
		if (alone)
			add_joined(lines, &paragraph, true);
		above = line;
	}
	add_joined(lines, &paragraph, true);
}
