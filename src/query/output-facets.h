/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facets and facets inside facets, as text, tables and JSON. */
#ifndef TC_QUERY_OUTPUT_FACETS_H
#define TC_QUERY_OUTPUT_FACETS_H

#include "query/nested.h"
#include "query/output.h"

void tc_facets_text(const struct tc_output *o, const struct tc_answer *a);
void tc_nested_text(const struct tc_output *o, const struct tc_nested *v,
		    size_t n);
/* `between` the columns: a comma or a tab. */
void tc_facets_csv(const struct tc_output *o, const struct tc_answer *a,
		   const struct tc_nested *nested, size_t n, char between);
void tc_facets_json(const struct tc_output *o, const struct tc_answer *a,
		    const struct tc_nested *nested, size_t n);

/* A document number in a list for people, by its name too where that is
 * another: "DL (Điều lệ Đảng)". */
void tc_facet_put_number(const struct tc_output *o, struct tc_str canonical);

#endif
