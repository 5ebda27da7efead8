/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "gold.h"

#include "text/normalize.h"

#include <stdio.h>
#include <stdlib.h>

static void die(struct tc_str where, const char *what, struct tc_str which)
{
	fprintf(stderr, "facts: %.*s: %s '%.*s'\n", TC_ARG(where), what,
		TC_ARG(which));
	exit(1);
}

bool gold_line(struct tc_str *rest, struct tc_str *line)
{
	return tc_str_split(rest, '\n', line);
}

static struct gold_mark *add_mark(struct tc_arena *arena, struct gold_text *t)
{
	t->marks = tc_arena_grow(arena, t->marks, t->n, &t->cap,
				 sizeof *t->marks);
	t->marks[t->n] = (struct gold_mark){ 0 };
	return &t->marks[t->n++];
}

static bool take_sign(struct tc_str *s, char sign)
{
	if (!s->n || *s->p != sign)
		return false;
	*s = tc_str_from(*s, 1);
	return true;
}

/* "!21-NQ/TW@2022-06-16", "~2021-05": the signs and the date come off. */
static void read_canonical(struct gold_mark *m, struct tc_str s)
{
	m->conflict = take_sign(&s, '!');
	m->inferred = take_sign(&s, '~');
	m->canonical = s;
	size_t at = tc_str_find(s, TC_STR("@"), 0);
	if (at != SIZE_MAX) {
		m->id = s;
		m->canonical = tc_str(s.p, at);
	}
}

/* ---------------------------------------------------------- sentences */

static struct tc_str normal(struct tc_arena *arena, struct tc_str s)
{
	TC_SCOPED_BUF out = { 0 };

	tc_normalize(s, &out);
	return tc_arena_str(arena, tc_buf_str(&out));
}

static void add_text(struct tc_buf *text, struct tc_str s)
{
	TC_SCOPED_BUF out = { 0 };
	size_t at;

	tc_normalize(s, &out);
	struct tc_str rest = tc_buf_str(&out);
	while ((at = tc_str_find(rest, TC_STR("\\n"), 0)) != SIZE_MAX) {
		tc_buf_add(text, rest.p, at);
		tc_buf_addc(text, '\n');
		rest = tc_str_from(rest, at + 2);
	}
	tc_buf_addstr(text, rest);
}

/* "U chi-bo Chi bo 2": the unit's kind comes first, a date's role last. */
static void read_label(struct gold_mark *m, struct tc_str label)
{
	size_t blank;

	m->kind = *label.p;
	label = tc_str_from(label, 2);
	if (m->kind == 'U') {
		blank = tc_str_find(label, TC_STR(" "), 0);
		m->extra = tc_str(label.p, blank);
		label = tc_str_from(label, blank + 1);
	} else if (m->kind == 'D') {
		blank = tc_str_find(label, TC_STR(" "), 0);
		m->extra = tc_str_from(label, blank + 1);
		label.n = blank;
	}
	read_canonical(m, label);
}

static void read_marks(struct tc_str marked, struct tc_arena *arena,
		       struct gold_text *t)
{
	TC_SCOPED_BUF text = { 0 };
	size_t open;

	while ((open = tc_str_find(marked, TC_STR("[["), 0)) != SIZE_MAX) {
		size_t bar = tc_str_find(marked, TC_STR("|"), open);
		size_t close = tc_str_find(marked, TC_STR("]]"), open);
		if (bar == SIZE_MAX || close == SIZE_MAX || bar > close ||
		    bar - open < 5)
			die(t->id, "broken mark", marked);
		add_text(&text, tc_str(marked.p, open));
		struct gold_mark *m = add_mark(arena, t);
		read_label(m, tc_str(marked.p + open + 2, bar - open - 2));
		m->start = (uint32_t)text.n;
		add_text(&text, tc_str(marked.p + bar + 1, close - bar - 1));
		m->end = (uint32_t)text.n;
		marked = tc_str_from(marked, close + 2);
	}
	add_text(&text, marked);
	t->text = tc_arena_str(arena, tc_buf_str(&text));
}

bool gold_sentence(struct tc_str line, struct tc_arena *arena,
		   struct gold_text *out)
{
	struct tc_str marked;

	*out = (struct gold_text){ 0 };
	if (!tc_str_split(&line, '\t', &out->id) ||
	    !tc_str_split(&line, '\t', &out->published) ||
	    !tc_str_split(&line, '\t', &marked) || tc_str_is(out->id, "id"))
		return false;
	if (tc_str_is(out->published, "-"))
		out->published = tc_str(NULL, 0);
	read_marks(marked, arena, out);
	return true;
}

/* ----------------------------------------------------------- articles */

struct row {
	struct tc_str file, kind, canonical, extra, printed, occurrence;
};

static bool read_row(struct tc_str line, struct row *r)
{
	struct tc_str *const cells[] = {
		&r->file, &r->kind, &r->canonical, &r->extra, &r->printed,
		&r->occurrence,
	};

	*r = (struct row){ 0 };
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		if (!tc_str_split(&line, '\t', cells[i]))
			return i >= 3;
	return true;
}

static struct tc_str flat_text(struct tc_arena *arena, struct tc_str text)
{
	char *p = tc_arena_alloc(arena, text.n + 1);

	for (size_t i = 0; i < text.n; i++)
		p[i] = text.p[i] == '\n' ? ' ' : text.p[i];
	return tc_str(p, text.n);
}

static void place(struct gold_mark *m, const struct row *r, struct tc_str flat,
		  struct tc_arena *arena)
{
	struct tc_str printed = normal(arena, r->printed);
	int count = r->occurrence.n ? atoi(tc_arena_str(arena,
							r->occurrence).p) : 0;
	size_t at = 0;

	for (int i = 1; i <= count; i++, at++) {
		at = tc_str_find(flat, printed, at);
		if (at == SIZE_MAX && !getenv("TRACUU_EVAL_MISSES"))
			die(r->file, "the text lacks", r->printed);
		if (at == SIZE_MAX) {	/* missed, where nothing is found */
			m->start = m->end = (uint32_t)flat.n;
			return;
		}
	}
	if (!count)
		die(r->file, "no occurrence is given of", r->printed);
	m->start = (uint32_t)at - 1;
	m->end = (uint32_t)(m->start + printed.n);
}

void gold_article(struct tc_str table, struct tc_str file, struct tc_str text,
		  struct tc_arena *arena, struct gold_text *out)
{
	struct tc_str line, flat = flat_text(arena, text);
	struct row r;

	*out = (struct gold_text){ .id = file, .text = text };
	while (gold_line(&table, &line)) {
		if (!read_row(line, &r) || !tc_str_eq(r.file, file))
			continue;
		struct gold_mark *m = add_mark(arena, out);
		m->kind = *r.kind.p;
		m->extra = r.extra;
		read_canonical(m, r.canonical);
		if (m->kind != 'M' && m->kind != 'P')
			place(m, &r, flat, arena);
	}
}
