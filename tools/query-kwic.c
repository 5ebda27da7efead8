/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-kwic.h"

#include "base/language.h"
#include "query/kwic.h"
#include "tools/query-tell.h"

static int form_of(enum query_format f)
{
	switch (f) {
	case QUERY_TEXT:
		return TC_KWIC_TEXT;
	case QUERY_JSON:
		return TC_KWIC_JSON;
	case QUERY_JSONL:
		return TC_KWIC_JSONL;
	case QUERY_CSV:
		return TC_KWIC_CSV;
	case QUERY_TSV:
		return TC_KWIC_TSV;
	default:
		return -1;
	}
}

int query_kwic_check(const struct query_options *o, struct tc_error *err)
{
	if (form_of(o->format) >= 0)
		return 0;
	return tc_fail(err, TC_E_USAGE,
		       "--kwic: choose one of the formats text, json, jsonl, "
		       "csv, tsv");
}

int query_kwic_run(const struct query_options *o, struct tc_walk *w,
		   const struct tc_output *output, struct tc_error *err)
{
	struct tc_kwic k = { .o = output, .walk = w,
			     .form = (enum tc_kwic_form)form_of(o->format),
			     .sort = o->kwic_sort, .columns = o->kwic };

	w->each = tc_kwic_hit;
	w->ctx = &k;
	tc_kwic_begin(&k);
	int bad = tc_walk(w, err);
	if (!bad)
		bad = tc_kwic_end(&k, err);
	tc_kwic_release(&k);
	if (bad)
		return -1;
	query_tell_partial(o, w->answer, w->partial);
	if (w->partial)
		return tc_code_exit(TC_E_PARTIAL);
	if (w->given && !k.count && o->format == QUERY_TEXT)
		query_tell(tc_str0(_("articles were found by filters only; "
				     "--kwic shows words, phrases and "
				     "document numbers")));
	return k.count ? 0 : 1;
}
