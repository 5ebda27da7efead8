/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/json.h"

#include "fact/date.h"

#include <math.h>

const char *tc_precision_name(struct tc_date d)
{
	switch (tc_date_precision(d)) {
	case TC_PRECISION_DAY: return "day";
	case TC_PRECISION_MONTH: return "month";
	case TC_PRECISION_QUARTER: return "quarter";
	case TC_PRECISION_YEAR: return "year";
	case TC_PRECISION_NONE: break;
	}
	return "none";
}

static bool is_zero(struct tc_date d)
{
	return !d.year && !d.quarter && !d.month && !d.day;
}

struct tc_json *tc_fact_json_published(const struct tc_published *p)
{
	char text[TC_DATE_MAX];

	if (is_zero(p->date))
		return tc_json_null();
	struct tc_json *o = tc_json_object();
	tc_json_set_cstr(o, "date", tc_date_print(p->date, text));
	tc_json_set_cstr(o, "precision", tc_precision_name(p->date));
	tc_json_set_bool(o, "inferred", p->inferred);
	tc_json_set_cstr(o, "basis", tc_basis_name(p->basis));
	tc_json_set_cstr(o, "rule", p->rule ? p->rule : "");
	return o;
}

/* What every fact has. */
static struct tc_json *fact(uint32_t start, uint32_t end,
			    struct tc_str printed, float confidence,
			    const char *rule)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_str(o, "printed", printed);
	tc_json_set_int(o, "start", start);
	tc_json_set_int(o, "end", end);
	tc_json_set(o, "confidence",
		    tc_json_real(round((double)confidence * 1000) / 1000));
	tc_json_set_cstr(o, "rule", rule ? rule : "");
	return o;
}

static const char *system_name(enum tc_system system)
{
	static const char *const names[] = {
		[TC_SYSTEM_PARTY] = "party",
		[TC_SYSTEM_STATE] = "state",
		[TC_SYSTEM_OTHER] = "other",
	};
	return names[system];
}

static struct tc_json *number_json(const struct tc_number *n)
{
	struct tc_json *o = fact(n->start, n->end, n->printed, n->confidence,
				 n->rule);
	char text[TC_DATE_MAX];

	tc_json_set_str(o, "canonical", n->canonical);
	tc_json_set_str_or_null(o, "id", n->id);
	tc_json_set_str_or_null(o, "type", n->type);
	tc_json_set_str_or_null(o, "number", n->number);
	tc_json_set_str_or_null(o, "issuer", n->issuer);
	tc_json_set_str_or_null(o, "issuer_unit", n->issuer_unit);
	tc_json_set_cstr(o, "system", system_name(n->system));
	tc_json_set_str_or_null(o, "date",
				is_zero(n->date) ? tc_str(NULL, 0) :
				tc_str0(tc_date_print(n->date, text)));
	tc_json_set_bool(o, "conflict", n->conflict);
	return o;
}

static struct tc_json *date_json(const struct tc_date_mention *d)
{
	struct tc_json *o = fact(d->start, d->end, d->printed, d->confidence,
				 d->rule);
	char from[TC_DATE_MAX], to[TC_DATE_MAX];
	char range[2 * TC_DATE_MAX];

	tc_date_print(d->from, from);
	tc_date_print(d->to, to);
	strcpy(range, from);
	if (strcmp(from, to) != 0) {
		strcat(range, "/");
		strcat(range, to);
	}
	tc_json_set_cstr(o, "date", range);
	tc_json_set_cstr(o, "precision", tc_precision_name(d->from));
	tc_json_set_cstr(o, "role", tc_role_name(d->role));
	tc_json_set_bool(o, "inferred", d->inferred);
	tc_json_set_bool(o, "conflict", d->conflict);
	return o;
}

static struct tc_json *unit_json(const struct tc_unit *u)
{
	struct tc_json *o = fact(u->start, u->end, u->printed, u->confidence,
				 u->rule);
	struct tc_json *parents = tc_json_array();

	tc_json_set_str(o, "canonical", u->canonical);
	tc_json_set_cstr(o, "kind", u->kind);
	for (size_t i = 0; i < u->parent_count; i++)
		tc_json_push(parents, tc_json_string(u->parents[i]));
	tc_json_set(o, "parents", parents);
	if (u->today.n)
		tc_json_set_str(o, "today", u->today);
	tc_json_set_cstr(o, "role", u->role == TC_UNIT_SUBJECT ? "subject" :
								 "mention");
	return o;
}

void tc_fact_json_add(struct tc_json *object, const struct tc_article *a)
{
	struct tc_json *numbers = tc_json_array(), *dates = tc_json_array();
	struct tc_json *units = tc_json_array();

	for (size_t i = 0; i < a->number_count; i++)
		tc_json_push(numbers, number_json(&a->numbers[i]));
	for (size_t i = 0; i < a->date_count; i++)
		tc_json_push(dates, date_json(&a->dates[i]));
	for (size_t i = 0; i < a->unit_count; i++)
		tc_json_push(units, unit_json(&a->units[i]));
	tc_json_set(object, "numbers", numbers);
	tc_json_set(object, "dates", dates);
	tc_json_set(object, "units", units);
}
