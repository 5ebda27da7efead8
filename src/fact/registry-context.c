/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What else there is to choose by: the words, then the calendar. */
#include "config.h"

#include "fact/registry-evidence.h"

#include "fact/date.h"
#include "fact/registry-issuer.h"
#include "fact/term.h"

/* "Chi thi 05" is the centre's, whatever a province has by that number. */
static tc_known_row latest_of_centre(const struct tc_candidates *c,
				     uint32_t day)
{
	struct tc_candidates centre = { .n = 0 };

	for (size_t i = 0; i < c->n; i++)
		if (tc_str_ends(c->v[i]->symbol, TC_STR("TW")))
			centre.v[centre.n++] = c->v[i];
	return tc_resolver_latest(&centre, day);
}

/* A short form that nobody is known to use of that document of the centre, and
 * neither issuer nor subject beside it: so many bodies number theirs. */
static bool is_doubtful(const struct tc_resolver *s, size_t k, tc_known_row row)
{
	return !row->names.n && tc_str_ends(row->symbol, TC_STR("/TW")) &&
	       !s->numbers->v[k].issuer_unit.n &&
	       tc_resolver_issuer_said(s, k).kind != ISSUER_CENTRE &&
	       !tc_resolver_is_about(s, k, row);
}

/* The newest that is not so: "Chỉ thị 06" is still that of 2006. */
static tc_known_row latest_called_so(const struct tc_resolver *s, size_t k,
				     const struct tc_candidates *c,
				     uint32_t day)
{
	struct tc_candidates known = { .n = 0 };

	for (size_t i = 0; i < c->n; i++)
		if (!is_doubtful(s, k, c->v[i]))
			known.v[known.n++] = c->v[i];
	return latest_of_centre(&known, day);
}

/* The only one that the registry has, in a text of no day. */
static bool may_be_only(const struct tc_resolver *s, size_t k, tc_known_row row)
{
	if (tc_resolver_is_about(s, k, row))
		return true;
	return row->confirmed &&
	       (tc_resolver_kind(&s->numbers->v[k]) != KIND_SHORT ||
		!is_doubtful(s, k, row));
}

/* Numbers begin anew in each term: the article's own may have one that the
 * registry lacks. */
static bool is_of_past_term(const struct tc_resolver *s, tc_known_row row)
{
	return row->term && tc_date_known(s->published) &&
	       row->term < tc_term_of(s->published);
}

/* Issuer, subject, then the calendar. */
void tc_resolver_by_context(const struct tc_resolver *s, size_t k,
			    struct tc_candidates *c)
{
	struct tc_number *m = &s->numbers->v[k];
	uint32_t day = tc_date_last(s->published);
	bool many = c->n > 1;

	if (tc_resolver_by_words(s, k, c))
		return;
	tc_known_row row = many && (day ||
				    tc_resolver_kind(m) == KIND_SYMBOL) ?
			   tc_resolver_row_around(s, k, c) : NULL;
	if (row && (!day || tc_date_first(row->date) <= day)) {
		tc_resolver_decide(m, row, .7f, "subject");
		return;
	}
	row = day ? latest_of_centre(c, day) : NULL;
	if (day && !row)
		row = tc_resolver_latest(c, day);
	tc_known_row told = row && many ?
		tc_resolver_row_of_text(s, row, c, day) : NULL;
	if (told && !tc_resolver_is_about_other(s, k, told)) {
		tc_resolver_decide(m, told, .7f, "subject");
		return;
	}
	if (row &&
	    (tc_resolver_kind(m) == KIND_SHORT || is_of_past_term(s, row)) &&
	    tc_resolver_is_about_other(s, k, row))
		return;
	if (row && tc_resolver_kind(m) == KIND_SHORT && is_doubtful(s, k, row)) {
		row = latest_called_so(s, k, c, day);
		if (!row || tc_resolver_is_about_other(s, k, row))
			return;
	}
	if (row)
		tc_resolver_decide(m, row, many ? .6f : .8f, "latest");
	else if (!day && !many && c->n == 1 && may_be_only(s, k, c->v[0]) &&
		 !tc_resolver_says_other(s, k, c->v[0]))
		tc_resolver_decide(m, c->v[0], .6f, "only");
}
