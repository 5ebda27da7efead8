/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Short mentions, "Chi thi 05": the full symbol of the article that one
 * repeats, else the registered document.
 */
#include "config.h"

#include "fact/registry-settle.h"

#include "fact/date.h"
#include "fact/registry-issuer.h"
#include "text/fold.h"

/* Full symbols of a mention's type and number that are weighed, on either
 * side of it. */
#define FULL_FORMS 16

/* The first of the full symbols of mention k's type and number that stands
 * behind it: a place in by_short. */
static size_t first_behind(const struct tc_resolver *s, size_t k)
{
	const struct tc_number *v = s->numbers->v, *m = &v[k];
	size_t low = 0, high = s->symbols;

	while (low < high) {
		size_t mid = low + (high - low) / 2, at = s->by_short[mid];
		int order = tc_resolver_compare(&v[at], m, true);
		if (order < 0 || (!order && at < k))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The full symbol at that place, if mention m may repeat it. */
static const struct tc_number *full_at(const struct tc_resolver *s,
				       const struct tc_number *m,
				       const struct tc_issuer_said *said,
				       size_t place)
{
	const struct tc_number *full = place < s->symbols ?
		&s->numbers->v[s->by_short[place]] : NULL;

	if (!full || tc_resolver_compare(full, m, true) ||
	    !tc_issuer_may_be(said, full->issuer) ||
	    (m->year.n && full->year.n && !tc_str_eq(m->year, full->year)))
		return NULL;
	return full;
}

/* The full symbol that a short mention repeats: the nearest before it, else
 * the first behind.  NULL when the article has none. */
static const struct tc_number *full_form(const struct tc_resolver *s, size_t k,
					 const struct tc_issuer_said *said)
{
	const struct tc_number *m = &s->numbers->v[k], *full = NULL;
	const size_t behind = first_behind(s, k);

	for (size_t n = 1; !full && n <= FULL_FORMS && n <= behind; n++)
		full = full_at(s, m, said, behind - n);
	for (size_t n = 0; !full && n < FULL_FORMS; n++)
		full = full_at(s, m, said, behind + n);
	return full;
}

static void repeat(struct tc_number *m, const struct tc_number *full)
{
	m->canonical = full->canonical;
	m->id = full->id;
	m->plenum = full->plenum;
	m->term = full->term;
	m->issuer = full->issuer;
	m->system = full->system;
	if (!m->year.n)
		m->year = full->year;
	if (!m->issuer_unit.n)
		m->issuer_unit = full->issuer_unit;
	m->confidence = full->confidence < .9f ? full->confidence : .9f;
	m->rule = "local";
}

/* The type word of a mention: of a short one its own, else the one before.
 * NULL when it has none, or a code ("QĐ 37"). */
static const struct tc_type_word *type_word(const struct tc_resolver *s,
					    const struct tc_number *m)
{
	const struct tc_scan *scan = s->reader.scan;
	size_t i = tc_scan_token_at(scan, m->start), n;

	if (!m->issuer.n)
		return tc_type_word_at(scan, i, &n);
	if (i && tc_docnum_skip_number_word(&s->reader, i - 1) == i)
		i--;
	return tc_type_word_before(scan, i, &n);
}

/* "Quyết định số 37-QĐ/TU ... Quy định 37": two types of one code, and the
 * registry knows a document by what is said here. */
static tc_known_row row_of_word(const struct tc_resolver *s,
				const struct tc_number *m,
				const struct tc_number *full,
				const struct tc_candidates *c)
{
	const struct tc_type_word *own = type_word(s, m);
	const struct tc_type_word *its = own ? type_word(s, full) : NULL;
	tc_known_row latest =
		its && its != own ? tc_resolver_latest(
					    c, tc_date_last(s->published))
				  : NULL;
	TC_SCOPED_BUF names = { 0 }, name = { 0 };

	if (!latest || tc_str_eq(latest->symbol, full->canonical))
		return NULL;
	tc_fold_lower(latest->names, &names);
	tc_buf_printf(&name, "%s %.*s", own->exact, TC_ARG(m->number));
	return tc_str_starts(tc_buf_str(&names), tc_buf_str(&name)) ? latest
								   : NULL;
}

/* The registered document that mention k means and not the full symbol of its
 * type and number, because the words beside it say so; else NULL. */
static tc_known_row other_than(const struct tc_resolver *s, size_t k,
			       const struct tc_number *full,
			       const struct tc_candidates *c)
{
	const struct tc_number *v = s->numbers->v;
	tc_known_row row = row_of_word(s, &v[k], full, c);

	if (!row)
		row = tc_resolver_row_spoken_of(s, k, (size_t)(full - v), c);
	return row && !tc_str_eq(row->id, full->id) ? row : NULL;
}

/* "Nghị quyết 35 của HĐND tỉnh ... Nghị quyết số 35": named before by an
 * issuer that none of the registry's is of, and now by nobody. */
static bool repeats_other(const struct tc_resolver *s, size_t k,
			  const struct tc_issuer_said *said)
{
	const struct tc_number *v = s->numbers->v;
	size_t behind;
	const size_t first = tc_resolver_around(s, k, &behind);

	for (size_t i = k; said->kind == ISSUER_UNSAID && i-- > first;) {
		if (tc_resolver_compare(&v[i], &v[k], true))
			continue;
		if (v[i].id.n)
			return false;
		if (tc_resolver_issuer_said(s, i).kind == ISSUER_OTHER)
			return true;
	}
	return false;
}

/* The row that mention m has, not by the calendar alone, or that agrees with
 * its day; NULL when none does. */
static tc_known_row row_of(const struct tc_number *m,
			   const struct tc_candidates *c)
{
	if (!m->id.n)
		return m->date.year ? tc_resolver_row_of_date(c, m->date) :
				      NULL;
	for (size_t i = 0; i < c->n && strcmp(m->rule, "latest") != 0; i++)
		if (tc_str_eq(c->v[i]->id, m->id))
			return c->v[i];
	return NULL;
}

/* "Tổng kết Nghị quyết 18" in the title, "Nghị quyết số 18 ngày 25-10-2017"
 * below: the row that the others of type and number mean, when they agree. */
static tc_known_row row_elsewhere(const struct tc_resolver *s, size_t k,
				  const struct tc_candidates *c)
{
	const struct tc_number *const v = s->numbers->v;
	tc_known_row found = NULL;
	size_t end;

	for (size_t i = tc_resolver_around(s, k, &end); i < end; i++) {
		tc_known_row row = i == k ||
			tc_resolver_compare(&v[i], &v[k], true) ?
				NULL : row_of(&v[i], c);
		if (row && found && row != found)
			return NULL;
		found = row ? row : found;
	}
	return found;
}

void tc_resolver_short(const struct tc_resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_candidates c;
	TC_SCOPED_BUF key = {0};

	tc_docnum_key(m, TC_KEY_SHORT, &key);
	tc_resolver_rows(s, TC_BY_SHORT, tc_buf_str(&key), &c);
	const struct tc_issuer_said said = tc_resolver_issuer_said(s, k);
	const struct tc_number *full = full_form(s, k, &said);
	tc_issuer_keep(&said, &c);
	if (m->system == TC_SYSTEM_STATE)
		c.n = 0;
	if (c.n && m->date.year && tc_resolver_row_of_date(&c, m->date)) {
		tc_resolver_by_date(s, m, &c, 0);
		return;
	}
	tc_known_row other = full ? other_than(s, k, full, &c) : NULL;
	if (other) {
		tc_resolver_decide(m, other, .85f, "subject");
		return;
	}
	if (full) {
		repeat(m, full);
		return;
	}
	if (!c.n)
		return;
	const int term = tc_resolver_term(s, k);
	if (tc_resolver_by_date(s, m, &c, term) ||
	    tc_resolver_by_term(m, &c, term))
		return;
	/* "Chi thi 35 nam 2020", and no such document: not another year's */
	if (m->date.year && !tc_resolver_is_lent(m))
		return;
	/* "Nghị quyết chuyên đề số 12": a committee's own, mostly */
	if (tc_str_find(m->printed, TC_STR("chuyên đề"), 0) != SIZE_MAX) {
		tc_resolver_by_words(s, k, &c);
		return;
	}
	tc_known_row elsewhere = c.n > 1 && !m->date.year ?
					 row_elsewhere(s, k, &c) : NULL;
	if (repeats_other(s, k, &said) || elsewhere) {
		if (!tc_resolver_by_words(s, k, &c) && elsewhere)
			tc_resolver_decide(m, elsewhere, .8f, "local");
	} else {
		tc_resolver_by_context(s, k, &c);
	}
}

/* "Nghi quyet 26 the hien ...": the document that the article's other mentions
 * of that type and number mean, when they agree; else NULL. */
static const struct tc_number *short_elsewhere(const struct tc_resolver *s,
					       size_t k)
{
	const struct tc_number_list *list = s->numbers;
	size_t end;
	const struct tc_number *found = NULL;

	for (size_t i = tc_resolver_around(s, k, &end); i < end; i++) {
		const struct tc_number *m = &list->v[i];
		if (!m->id.n || m->system != TC_SYSTEM_PARTY ||
		    tc_resolver_compare(m, &list->v[k], true))
			continue;
		if (found && !tc_str_eq(found->id, m->id))
			return NULL;
		found = m;
	}
	return found;
}

void tc_resolver_open_shorts(const struct tc_resolver *s)
{
	for (size_t k = 0; k < s->numbers->n; k++) {
		struct tc_number *m = &s->numbers->v[k];
		if (m->id.n || m->year.n || m->date.year ||
		    m->system != TC_SYSTEM_PARTY ||
		    m->rule == tc_rule_other_term ||
		    tc_resolver_kind(m) != KIND_SHORT)
			continue;
		const struct tc_issuer_said said =
			tc_resolver_issuer_said(s, k);
		const struct tc_number *known =
			said.kind == ISSUER_OTHER ? NULL : short_elsewhere(s, k);
		if (known && tc_issuer_may_be(&said, known->issuer))
			repeat(m, known);
	}
}
