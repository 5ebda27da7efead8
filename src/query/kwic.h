/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A concordance: every place where an article has what was asked for, with
 * what stands before and behind it.
 *
 *   ... dien tu cho  [so tay]  dang vien ...
 *   left, `columns`   hit      right, `columns`: whole words, on one line
 *
 * In the order of the walk, lines go out as they are made; sorted by a
 * neighbour, they are kept, TC_KWIC_SORT_MAX of them.
 */
#ifndef TC_QUERY_KWIC_H
#define TC_QUERY_KWIC_H

#include "query/output.h"
#include "query/walk.h"

#define TC_KWIC_SORT_MAX 100000

enum tc_kwic_sort { TC_KWIC_DOC, TC_KWIC_LEFT, TC_KWIC_RIGHT };
enum tc_kwic_form {
	TC_KWIC_TEXT, TC_KWIC_JSON, TC_KWIC_JSONL, TC_KWIC_CSV, TC_KWIC_TSV
};

struct tc_kwic_line {
	char id[17];
	struct tc_date date;
	uint32_t start, end;	/* of the hit, in the article's text */
	struct tc_str left, hit, right;	/* ends of line are blanks */
	struct tc_str key;	/* to sort by */
	struct tc_str archive;	/* of several, the one it is from */
};

struct tc_kwic {
	const struct tc_output *o;
	enum tc_kwic_form form;
	enum tc_kwic_sort sort;
	size_t columns;		/* of each side */
	const struct tc_walk *walk;

	uint32_t count;		/* lines so far */
	struct tc_arena arena;	/* what is kept to be sorted */
	struct tc_kwic_line *kept;
	size_t kept_count, kept_cap;
};

void tc_kwic_begin(struct tc_kwic *k);
/* A tc_walk_fn; ctx is the struct tc_kwic. */
int tc_kwic_hit(void *kwic, const struct tc_walk_hit *hit,
		struct tc_error *err);
int tc_kwic_end(struct tc_kwic *k, struct tc_error *err);
void tc_kwic_release(struct tc_kwic *k);

/* One line, in the form asked for. */
void tc_kwic_put(const struct tc_kwic *k, const struct tc_kwic_line *line);
void tc_kwic_put_head(const struct tc_kwic *k);
void tc_kwic_put_tail(const struct tc_kwic *k);

#endif
