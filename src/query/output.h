/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Answers for people and for programs.  Article text is hostile: JSON is
 * escaped by jansson, and text for a terminal loses every control character
 * (the normal form in which it is stored has none, but an archive may be
 * damaged or made by others).
 */
#ifndef TC_QUERY_OUTPUT_H
#define TC_QUERY_OUTPUT_H

#include "query/copies.h"
#include "query/search.h"

#define TC_FORMAT_VERSION 1

struct tc_output {
	struct tc_buf *out;
	int fd;			/* where `out` is drained to */
	bool *drained;		/* set when something was; may be NULL */
	struct tc_str query;	/* as typed */
	struct tc_str options;	/* beside it, that choose articles; "--from=2023
				   --as-of=2025", or empty */
	bool color, hyperlinks;
	bool stamp;		/* tables of counts have the generation too */
	size_t columns;
	struct tc_date accessed; /* for citations: when no page says */
	struct tc_str after;	/* generation of --after, when another */
};

/* Writes what has gathered in `out`, when it is much or `all` is asked for.
 * TC_E_OUTPUT. */
int tc_output_drain(const struct tc_output *o, bool all,
		    struct tc_error *err);

/* The last cell of a line of counts, where the answer is to be stamped: its
 * name in the head, its value (a generation is plain in every form). */
void tc_output_stamp_name(const struct tc_output *o, char between);
void tc_output_stamp(const struct tc_output *o, const struct tc_answer *a,
		     char between);

/* Appends a text for HTML, SVG and GraphML, in values and in attributes. */
void tc_xml_put(struct tc_buf *out, struct tc_str value);

void tc_output_text(const struct tc_output *o, const struct tc_answer *a);
/* Its first line. */
/* "3 articles", "about 1200 articles". */
void tc_output_articles(const struct tc_answer *a, struct tc_buf *out);
void tc_output_total(const struct tc_output *o, const struct tc_answer *a);
/* `next`: the cursor of the next page; empty when there is none. */
void tc_output_json(const struct tc_output *o, const struct tc_answer *a,
		    struct tc_str next);
/* "5/10/2023", "5/4/2019 (date of the event)", "no date". */
void tc_output_published(const struct tc_published *p, struct tc_buf *out);
/* One article. */
void tc_output_article_text(const struct tc_output *o,
			    const struct tc_record *r,
			    const struct tc_copies *c, bool facts);
/* A page of its own, with the facts as <mark>. */
void tc_output_article_html(const struct tc_output *o,
			    const struct tc_record *r);
void tc_output_article_json(const struct tc_output *o,
			    const struct tc_record *r,
			    const struct tc_copies *c);

/* {"error":{"code":...,"message":...}}; in JSON Lines, with its type. */
void tc_output_error_json(struct tc_buf *out, const struct tc_error *err,
			  bool line);

#endif
