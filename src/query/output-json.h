/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parts that several JSON shapes share; each is the caller's to free. */
#ifndef TC_QUERY_OUTPUT_JSON_H
#define TC_QUERY_OUTPUT_JSON_H

#include "base/json.h"
#include "query/output.h"

/* An object with what every answer says: version, generation, query, total,
 * and whether it is partial. */
/* Shards that did not answer, where there are any. */
void tc_json_set_lost(struct tc_json *top, const struct tc_answer *a);
struct tc_json *tc_json_answer(const struct tc_output *o,
			       const struct tc_answer *a);
struct tc_json *tc_json_query(const struct tc_output *o, struct tc_str text,
			      const struct tc_answer *a);
struct tc_json *tc_json_total(const struct tc_answer *a);
struct tc_json *tc_json_facets(const struct tc_answer *a);
struct tc_json *tc_json_value(const struct tc_facet_value *value);
struct tc_json *tc_json_values(const struct tc_facet_list *list);
/* Which of several archives something is from; of one, nothing. */
void tc_json_set_archive(struct tc_json *o, struct tc_str path);

/* Writes a value as one line, and frees it. */
void tc_json_put(const struct tc_output *o, struct tc_json *v);

#endif
