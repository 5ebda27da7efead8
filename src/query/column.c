/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/column.h"

#include "query/terminal.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

/* What of a long query is shown before and behind the place. */
enum { BEFORE = 50, BEHIND = 25 };

/* For what has no place in a query, which normalising would drop: it stays,
 * and nothing is composed over it. */
#define STAND_IN 0xFFFDu

bool tc_column_is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	       (c >= 0x7F && c < 0xA0);
}

/* Takes a character, or a byte that is none, off the text. */
static bool next_of(struct tc_str *s, uint32_t *c)
{
	const char *p = s->p;
	const size_t n = s->n < 4 ? s->n : 4;

	for (size_t i = 1; i <= n; i++)
		if (tc_utf8_valid(tc_str(s->p, i)) == i) {
			*c = tc_utf8_next(&p, s->p + i);
			*s = tc_str_from(*s, i);
			return true;
		}
	*c = (unsigned char)*s->p;
	*s = tc_str_from(*s, 1);
	return false;
}

/* The text as it is read, stand-ins in it; and how each of them is shown, a
 * line for each. */
static void read_text(struct tc_str typed, struct tc_buf *out,
		      struct tc_buf *shown)
{
	TC_SCOPED_BUF text = { 0 };
	char bytes[4];
	uint32_t c;

	while (typed.n) {
		const bool valid = next_of(&typed, &c);
		const bool odd = !valid || tc_column_is_control(c);
		if (odd && shown)
			tc_buf_printf(shown, "\\x%02X\n", c);
		else if (c == STAND_IN && shown)
			tc_buf_puts(shown, "\uFFFD\n");
		tc_buf_add(&text, bytes, tc_utf8_put(bytes, odd ? STAND_IN : c));
	}
	tc_normalize(tc_buf_str(&text), out);
}

uint32_t tc_column_of(struct tc_str typed, size_t at)
{
	TC_SCOPED_BUF before = { 0 };

	read_text(tc_str(typed.p, at), &before, NULL);
	return 1 + tc_utf8_count(tc_buf_str(&before));
}

/* One character; the next of `shown` for a stand-in. */
static void put_char(uint32_t c, struct tc_str *shown, struct tc_buf *out)
{
	struct tc_str as;

	if (c == STAND_IN && tc_str_split(shown, '\n', &as))
		tc_buf_addstr(out, as);
	else if (c == '\t' || c == '\n')
		tc_buf_addc(out, ' ');
	else
		tc_terminal_put_char(out, c);
}

void tc_column_point(struct tc_str typed, uint32_t column, struct tc_buf *out)
{
	TC_SCOPED_BUF text = { 0 }, list = { 0 }, one = { 0 };
	size_t indent = 0;
	uint32_t at = 0;

	read_text(typed, &text, &list);
	struct tc_str shown = tc_buf_str(&list);
	const char *p = text.p, *end = tc_str_end(tc_buf_str(&text));
	while (p < end) {
		tc_buf_clear(&one);
		put_char(tc_utf8_next(&p, end), &shown, &one);
		at++;
		if (at + BEFORE < column || at > column + BEHIND)
			continue;
		tc_buf_addstr(out, tc_buf_str(&one));
		if (at < column)
			indent += tc_text_columns(tc_buf_str(&one));
	}
	tc_buf_printf(out, "\n%*s^\n", (int)indent, "");
}
