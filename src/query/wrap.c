/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/wrap.h"

#include "query/terminal.h"
#include "text/fold.h"
#include "text/utf8.h"

struct wrapper {
	const struct tc_wrap *w;
	struct tc_str text;
	const struct tc_range *ranges;
	size_t count, next;
	bool lit;
	size_t column;
	struct tc_buf *out;
};

static void switch_light(struct wrapper *x, size_t off)
{
	while (x->next < x->count && off >= x->ranges[x->next].end) {
		x->next++;
		if (x->lit) {
			tc_buf_puts(x->out, x->w->off);
			tc_buf_puts(x->out, x->w->base);
		}
		x->lit = false;
	}
	if (!x->lit && x->next < x->count &&
	    off >= x->ranges[x->next].start) {
		tc_buf_puts(x->out, x->w->on);
		x->lit = true;
	}
}

/* The bytes of one word, highlights and all. */
static void put_word(struct wrapper *x, size_t start, size_t end)
{
	const char *p = x->text.p + start, *stop = x->text.p + end;

	while (p < stop) {
		const char *here = p;
		uint32_t c = tc_utf8_next(&p, stop);
		switch_light(x, (size_t)(here - x->text.p));
		tc_terminal_put_char(x->out, c);
	}
}

static size_t word_end(struct tc_str text, size_t at)
{
	while (at < text.n && text.p[at] != ' ' && text.p[at] != '\n' &&
	       text.p[at] != '\t')
		at++;
	return at;
}

/* Brackets take columns, sequences of a terminal do not. */
static size_t mark_columns(const char *mark)
{
	return *mark == '\033' ? 0 : tc_text_columns(tc_str0(mark));
}

/* What the marks in and at a word take up; *rest is what one that goes on
 * needs where the line ends behind the word. */
static size_t marks_columns(const struct wrapper *x, size_t start, size_t end,
			    size_t *rest)
{
	const size_t on = mark_columns(x->w->on);
	const size_t off = mark_columns(x->w->off);
	size_t columns = 0;

	*rest = 0;
	for (size_t i = x->next; i < x->count; i++) {
		const struct tc_range r = x->ranges[i];
		if (r.start >= end)
			break;
		columns += r.start >= start ? on : 0;
		columns += r.end > start && r.end <= end ? off : 0;
		*rest = r.end > end ? off : 0;
	}
	return columns;
}

static void new_line(struct wrapper *x)
{
	if (x->lit)
		tc_buf_puts(x->out, x->w->off);
	tc_buf_addc(x->out, '\n');
	for (size_t i = 0; i < x->w->indent; i++)
		tc_buf_addc(x->out, ' ');
	tc_buf_puts(x->out, x->lit ? x->w->on : x->w->base);
	x->column = x->w->indent + (x->lit ? mark_columns(x->w->on) : 0);
}

void tc_wrap(const struct tc_wrap *w, struct tc_str text,
	     const struct tc_range *ranges, size_t count, struct tc_buf *out)
{
	struct wrapper x = { .w = w, .text = text, .ranges = ranges,
			     .count = count, .column = w->at, .out = out };
	bool first = true;

	tc_buf_puts(out, w->base);
	for (size_t at = 0; at < text.n;) {
		size_t end = word_end(text, at);
		if (end == at) {
			at++;
			continue;
		}
		size_t rest, columns = tc_text_columns(tc_str(text.p + at,
							      end - at));
		columns += marks_columns(&x, at, end, &rest);
		bool fits = !w->columns ||
			    x.column + !first + columns + rest <= w->columns;
		switch_light(&x, at ? at - 1 : 0);
		if (!first && !fits) {
			new_line(&x);
		} else if (!first) {
			tc_buf_addc(out, ' ');
			x.column++;
		}
		put_word(&x, at, end);
		x.column += columns;
		first = false;
		at = end;
	}
	switch_light(&x, text.n);
	if (x.lit)
		tc_buf_puts(out, w->off);
	if (*w->base)
		tc_buf_puts(out, w->off);
	tc_buf_addc(out, '\n');
}

/* ---- lines that are printed already ---- */

/* Without colours, which end in an "m". */
static size_t line_columns(struct tc_str text)
{
	size_t columns = 0;
	struct tc_str part;

	while (tc_str_split(&text, '\033', &part)) {
		columns += tc_text_columns(part);
		const char *m = text.n ? memchr(text.p, 'm', text.n) : NULL;
		if (m)
			text = tc_str_from(text, (size_t)(m + 1 - text.p));
	}
	return columns;
}

static void wrap_line(struct tc_buf *out, struct tc_str line, size_t columns,
		      size_t indent)
{
	size_t at = 0, used = 0;
	bool first = true;

	while (at < line.n) {
		size_t word = at, end;
		while (word < line.n && line.p[word] == ' ')
			word++;
		end = word_end(line, word);
		const size_t blanks = word - at;
		const size_t wide = line_columns(tc_str(line.p + word,
							end - word));
		if (!first && used + blanks + wide > columns) {
			tc_buf_printf(out, "\n%*s", (int)indent, "");
			used = indent;
		} else {
			tc_buf_add(out, line.p + at, blanks);
			used += blanks;
		}
		tc_buf_add(out, line.p + word, end - word);
		used += wide;
		first = first && word == end;
		at = end + (end == word && end < line.n);
	}
}

void tc_wrap_lines(struct tc_buf *out, size_t from, size_t columns,
		   size_t indent)
{
	TC_SCOPED_BUF lines = { 0 };
	struct tc_str rest, line;

	if (!columns)
		return;
	tc_buf_add(&lines, out->p + from, out->n - from);
	out->n = from;
	rest = tc_buf_str(&lines);
	while (rest.n && tc_str_split(&rest, '\n', &line)) {
		wrap_line(out, line, columns, indent);
		tc_buf_addc(out, '\n');
	}
}
