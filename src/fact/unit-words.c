/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-words.h"

#include "text/fold.h"

#define W TC_UNIT_ROW

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

#define P(word) { word, sizeof word - 1 }
static const struct tc_str area_prints[TC_AREA_COUNT] = {
	[TC_AREA_NONE] = P(""), [TC_AREA_TINH] = P("tỉnh"),
	[TC_AREA_THANH_PHO] = P("thành phố"), [TC_AREA_HUYEN] = P("huyện"),
	[TC_AREA_QUAN] = P("quận"), [TC_AREA_THI_XA] = P("thị xã"),
	[TC_AREA_XA] = P("xã"), [TC_AREA_PHUONG] = P("phường"),
	[TC_AREA_THI_TRAN] = P("thị trấn"), [TC_AREA_DAC_KHU] = P("đặc khu"),
};
#undef P

struct tc_str tc_area_print(enum tc_area_word area)
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
	return c == ' ' || c == ',' || c == '.' || c == '-' || c == '&' ||
	       c == '/';
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

static bool gap_has_sign(const struct tc_scan *s, size_t i, char mark)
{
	const struct tc_str found = tc_scan_sign(s, i);

	return mark == '-' ? tc_scan_is_dash(found)
			   : found.n == 1 && *found.p == mark;
}

/* Whether the mark of a row (a blank: blanks alone) stands before token i. */
static inline bool gap_has_mark(const struct tc_scan *s, size_t i, char mark)
{
	return TC_LIKELY(mark == ' ') ?
		       tc_scan_gap(s, i) == TC_GAP_BLANK :
		       gap_has_sign(s, i, mark);
}

static bool says_number(const struct tc_scan *s, size_t i, unsigned number)
{
	const struct tc_str figures = s->tokens.v[i].exact;
	unsigned said = 0;

	for (size_t k = 0; k < figures.n; k++)
		said = 10 * said + (unsigned)(figures.p[k] - '0');
	return said == number && *figures.p != '0';
}

/* The node behind `node` at token i, whose word is `word`; 0: none. */
static inline unsigned next_node(const struct tc_scan *s, size_t i, unsigned node,
			  unsigned word)
{
	const uint32_t key = TC_WORD_EDGE(node, word);
	uint32_t at = tc_word_edge_slot(key);

	for (; tc_word_edges[at].key; at = (at + 1) % TC_WORD_EDGE_SLOTS)
		if (TC_LIKELY(tc_word_edges[at].key == key) &&
		    gap_has_mark(s, i, tc_word_edges[at].mark) &&
		    TC_LIKELY(!tc_word_edges[at].number ||
			      says_number(s, i, tc_word_edges[at].number)))
			return tc_word_edges[at].to;
	return 0;
}

/* The first of the node's rows that has such a class; one has. */
static const struct tc_unit_word *row_of(const struct tc_word_node *node,
					 unsigned int mask)
{
	size_t k = node->rows.from;

	/* the only one is not looked at: it is far away */
	while (k + 1 < node->rows.to &&
	       !(tc_unit_word_row(tc_word_node_rows[k])->cls & mask))
		k++;
	return tc_unit_word_row(tc_word_node_rows[k]);
}

const struct tc_unit_word *tc_unit_word_search(const struct tc_scan *s,
					       size_t i, unsigned int mask,
					       size_t *after)
{
	unsigned at = s->marks[i].row;
	const struct tc_word_node *node = &tc_word_nodes[at], *best = NULL;
	size_t end = i;

	for (;;) {
		/* as two moves: a branch here could not be foretold */
		const bool ends = node->cls & mask;
		best = ends ? node : best;
		end = ends ? i + 1 : end;
		/* behind the last token stands no word */
		const unsigned word = s->marks[++i].row;
		if (!(node->below & mask) || !word)
			break;
		at = next_node(s, i, at, word);
		if (!at)
			break;
		node = &tc_word_nodes[at];
	}
	*after = end;
	return best ? row_of(best, mask) : NULL;
}

/* ------------------------------------------------ typed without marks */

/* One that was typed nevertheless is meant. */
static bool bare_eq(const struct tc_token *t, struct tc_str word)
{
	TC_SCOPED_BUF folded = { 0 };

	if (t->flags & TC_TOKEN_MARKED)
		return tc_str_eq(t->exact, word);
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
const struct tc_unit_word *tc_unit_word_search_bare(const struct tc_scan *s,
						    size_t i,
						    unsigned int mask,
						    size_t *after)
{
	const struct tc_unit_word *row, *best = NULL;

	*after = i;
	for (size_t k = 0; (row = tc_unit_word_row(k)); k++) {
		if (!(row->cls & mask))
			continue;
		const size_t n = bare_length(row, s, i);
		if (n > *after - i) {
			best = row;
			*after = i + n;
		}
	}
	return best;
}
