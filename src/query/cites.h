/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who cites a document: over time, by unit, and what is cited together with
 * it; and the graph of these citations, an edge from each article to each
 * document that it cites.
 */
#ifndef TC_QUERY_CITES_H
#define TC_QUERY_CITES_H

#include "query/output.h"
#include "query/walk.h"

/* A time was asked for, or a short form, which has no dates of its own but those
 * of what it stands for. */
#define TC_CITES_UNTOLD (-1)

struct tc_cites {
	struct tc_archive *archive;
	struct tc_search_options o;
	struct tc_str query;	/* so:"...", with the conditions */
	struct tc_answer answer;
	struct tc_str number;	/* canonical, with "@2022" where that was
				   asked for */
	const struct tc_node *asked;	/* what was understood; or NULL */
	struct tc_facet_list documents;	/* "18-NQ/TW@2017-10-25": those with
					   the number, most frequent first;
					   mentions without a date are of
					   none */
	int64_t undecided;	/* articles of none, or TC_CITES_UNTOLD */
	struct tc_date first;	/* the earliest article; zero: none has one */
	uint32_t undated;	/* articles without a date */
	struct tc_facet_value peak;	/* the year with most; empty: none */
	struct tc_facet_list by_year;	/* in order of time */
	struct tc_facet_list by_unit;	/* most frequent first */
	struct tc_facet_list with;	/* other documents, likewise */
};

/* A number as it may stand behind so:, and conditions behind it, of which the
 * first begins with a field: "18 nq/tw ngay:2018".  TC_E_QUERY when it is none.
 * Everything lives in the arena but the plan: release it. */
int tc_cites_make(struct tc_archive *archive, struct tc_str text,
		  const struct tc_search_options *o, struct tc_arena *arena,
		  struct tc_cites *out, struct tc_error *err);
void tc_cites_release(struct tc_cites *c);

/* Whether a mention is of what was asked for. */
bool tc_cites_asks(const struct tc_cites *c, const struct tc_number *mention);

void tc_cites_text(const struct tc_output *o, const struct tc_cites *c);
void tc_cites_json(const struct tc_output *o, const struct tc_cites *c);

/* The graph, article by article as they are read; TC_E_OUTPUT.  When the time
 * is up on the way, the answer becomes partial. */
enum tc_graph { TC_GRAPH_DOT, TC_GRAPH_GRAPHML, TC_GRAPH_CSV, TC_GRAPH_TSV };
int tc_cites_graph(const struct tc_output *o, struct tc_cites *c,
		   enum tc_graph form, struct tc_error *err);

#endif
