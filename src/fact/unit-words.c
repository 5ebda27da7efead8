/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-words.h"

#include "text/fold.h"

#define W(words_, canonical_, kind_, class_, area_) \
	{ TC_UNIT_##class_, TC_AREA_##area_, words_, canonical_, kind_ }

/* The kernel maps sixteen pages where one is asked for: apart from the tables
 * that every query asks, these take no memory of those that name no unit. */
#define APART __attribute__((section("tc_apart")))

static const struct tc_unit_word name_rows[] APART = {
#include "fact/unit-name-rows.h"
};

static const struct tc_unit_word edge_rows[] APART = {
#include "fact/unit-edge-rows.h"
};

#define NAME_ROWS (sizeof name_rows / sizeof *name_rows)
#define EDGE_ROWS (sizeof edge_rows / sizeof *edge_rows)

static const char *const area_prints[TC_AREA_COUNT] = {
	[TC_AREA_NONE] = "", [TC_AREA_TINH] = "tỉnh",
	[TC_AREA_THANH_PHO] = "thành phố", [TC_AREA_HUYEN] = "huyện",
	[TC_AREA_QUAN] = "quận", [TC_AREA_THI_XA] = "thị xã",
	[TC_AREA_XA] = "xã", [TC_AREA_PHUONG] = "phường",
	[TC_AREA_THI_TRAN] = "thị trấn", [TC_AREA_DAC_KHU] = "đặc khu",
};

const char *tc_area_print(enum tc_area_word area)
{
	return area_prints[area];
}

const struct tc_unit_word *tc_unit_word_row(size_t i)
{
	if (i < NAME_ROWS)
		return &name_rows[i];
	i -= NAME_ROWS;
	return i < EDGE_ROWS ? &edge_rows[i] : NULL;
}

static bool is_separator(char c)
{
	return c == ' ' || c == ',' || c == '.' || c == '-' || c == '&';
}

/* Cuts the next word of a row's words and the mark before it. */
static bool next_word(const char **p, char *mark, struct tc_str *word)
{
	*mark = ' ';
	for (; is_separator(**p); (*p)++)
		if (**p != ' ')
			*mark = **p;
	if (!**p)
		return false;
	word->p = *p;
	while (**p && !is_separator(**p))
		(*p)++;
	word->n = (size_t)(*p - word->p);
	return true;
}

/* Whether the mark of a row (a blank: blanks alone) stands before token i. */
static bool gap_has_mark(const struct tc_scan *s, size_t i, char mark)
{
	if (mark == ' ')
		return tc_scan_gap(s, i) == TC_GAP_BLANK;
	const struct tc_str found = tc_scan_sign(s, i);

	return mark == '-' ? tc_scan_is_dash(found)
			   : found.n == 1 && *found.p == mark;
}

/* How many tokens of the text from i the phrase takes; 0: not there.  Its
 * first word is. */
static size_t phrase_length(const struct tc_word_phrase *phrase,
			    const struct tc_scan *s, size_t i)
{
	if (phrase->n > s->tokens.n - i)
		return 0;
	/* the words first: they part most phrases */
	for (size_t k = 1; k < phrase->n; k++)
		if (s->marks[i + k].row != phrase->words[k])
			return 0;
	for (size_t k = 1; k < phrase->n; k++)
		if (!gap_has_mark(s, i + k, phrase->marks[k]))
			return 0;
	return phrase->n;
}

#define MATCHES 128	/* of most articles */

/* Room for n more. */
static void make_room(const struct tc_scan *s, size_t n)
{
	struct tc_unit_matches *const m = s->matches;

	while (m->n + n > m->cap)
		m->v = tc_arena_grow(s->arena, m->v, m->cap, &m->cap,
				     sizeof *m->v);
}

/* There is room for it. */
static inline void try_row(const struct tc_scan *s, size_t i,
		    const struct tc_unit_word *row,
		    const struct tc_word_phrase *phrase)
{
	const size_t n = phrase_length(phrase, s, i);
	struct tc_unit_matches *const m = s->matches;

	if (!n)
		return;
	m->v[m->n++] = (struct tc_unit_match){ row, row->cls, (uint32_t)n };
}

/* One of the two tables, with what leads to its rows. */
struct table {
	const struct tc_unit_word *rows;
	const struct tc_word_phrase *phrases;
	const uint16_t *seconds;
	const struct tc_word_pair *pairs;
};
static const struct table name_table = {
	name_rows, tc_word_unit_names, tc_word_name_seconds,
	tc_word_name_pairs,
};
static const struct table edge_table = {
	edge_rows, tc_word_unit_edges, tc_word_edge_seconds,
	tc_word_edge_pairs,
};

static void search_rows(const struct tc_scan *s, size_t i,
			const struct table *t, struct tc_word_rows of_first)
{
	const uint16_t next = s->marks[i + 1].row;

	for (size_t k = of_first.from; k < of_first.to && !t->seconds[k]; k++)
		try_row(s, i, &t->rows[k], &t->phrases[k]);
	if (!next)
		return;
	const struct tc_word_rows pair =
		tc_word_pair_rows(t->pairs, s->marks[i].row, next);
	for (size_t k = pair.from; k < pair.to; k++)
		if (t->seconds[k] == next)
			try_row(s, i, &t->rows[k], &t->phrases[k]);
}

/* All rows that stand at token i. */
static const struct tc_unit_match *matches_at(const struct tc_scan *s, size_t i)
{
	struct tc_unit_matches *const m = s->matches;
	const struct tc_word_row *w = tc_scan_word(s, i);

	if (m->of[i])
		return &m->v[m->of[i] - 1];
	if (!m->cap) {
		m->cap = MATCHES;
		m->v = tc_arena_room(s->arena, m->cap * sizeof *m->v);
	}
	make_room(s, 1u + (w->unit_names.to - w->unit_names.from) +
			  (w->unit_edges.to - w->unit_edges.from));
	m->of[i] = (uint32_t)m->n + 1;
	if (w->unit_names.to > w->unit_names.from)
		search_rows(s, i, &name_table, w->unit_names);
	if (w->unit_edges.to > w->unit_edges.from)
		search_rows(s, i, &edge_table, w->unit_edges);
	m->v[m->n++] = (struct tc_unit_match){ NULL, 0, 0 };
	return &m->v[m->of[i] - 1];
}

/* ------------------------------------------------ typed without marks */

static bool bare_eq(const struct tc_token *t, struct tc_str word)
{
	TC_SCOPED_BUF folded = { 0 };

	tc_fold_bare(word, &folded);
	return tc_str_eq(t->bare, tc_buf_str(&folded));
}

static size_t bare_length(const struct tc_unit_word *row,
			  const struct tc_scan *s, size_t i)
{
	const char *p = row->words;
	struct tc_str word;
	size_t k = 0;
	char mark;

	while (next_word(&p, &mark, &word)) {
		if (i + k >= s->tokens.n ||
		    (k && !gap_has_mark(s, i + k, mark)) ||
		    !bare_eq(&s->tokens.v[i + k], word))
			return 0;
		k++;
	}
	return k;
}

/* Every row may be meant, so every row is asked: of a query's few words. */
static struct tc_unit_match search_bare(const struct tc_scan *s, size_t i,
					unsigned int mask)
{
	struct tc_unit_match best = { NULL, 0, 0 };
	const struct tc_unit_word *row;

	for (size_t k = 0; (row = tc_unit_word_row(k)); k++) {
		if (!(row->cls & mask))
			continue;
		const size_t n = bare_length(row, s, i);
		if (n > best.n)
			best = (struct tc_unit_match){ row, row->cls, (uint32_t)n };
	}
	return best;
}

const struct tc_unit_word *tc_unit_word_search(const struct tc_scan *s,
					       size_t i, unsigned int mask,
					       bool bare, size_t *after)
{
	struct tc_unit_match best = { NULL, 0, 0 };

	if (bare)
		best = search_bare(s, i, mask);
	else
		for (const struct tc_unit_match *m = matches_at(s, i); m->n;
		     m++)
			if (m->cls & mask && m->n > best.n)
				best = *m;
	*after = i + best.n;
	return best.row;
}
