/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of plenums, "Nghi quyet Trung uong 4 khoa XII". */
#include "config.h"

#include "fact/registry-settle.h"

#include "fact/date.h"

/* The rows of the newest plenum of that number before the article. */
static void keep_newest_plenum(const struct tc_resolver *s,
			       struct tc_candidates *c)
{
	uint32_t day = tc_date_last(s->published);
	tc_known_row latest = day ? tc_resolver_latest(c, day) : NULL;
	struct tc_candidates kept = {.n = 0};

	for (size_t i = 0; latest && i < c->n; i++)
		if (tc_str_eq(c->v[i]->plenum, latest->plenum))
			kept.v[kept.n++] = c->v[i];
	*c = kept;
}

/* The plenum that the article names elsewhere, with its term or by a document
 * of it: "NQTW4/XII" for `head` "NQTW4/".  Empty when it names none, or two. */
static struct tc_str plenum_elsewhere(const struct tc_resolver *s, size_t k,
				      struct tc_str head)
{
	const struct tc_number_list *list = s->numbers;
	size_t end;
	struct tc_str found = TC_STR("");

	for (size_t i = tc_resolver_around(s, k, &end); i < end; i++) {
		const struct tc_number *m = &list->v[i];
		const struct tc_str name = m->plenum.n ? m->plenum
						       : m->canonical;
		if (!tc_str_starts(name, head))
			continue;
		if (found.n && !tc_str_eq(found, name))
			return TC_STR("");
		found = name;
	}
	return found;
}

/* That of the meeting, where the text tells its term. */
static struct tc_str plenum_of_meeting(const struct tc_resolver *s,
				       const struct tc_number *m,
				       struct tc_str head)
{
	const int term = tc_docnum_meeting_term(&s->reader, m);
	char roman[8];

	if (!term)
		return TC_STR("");
	tc_docnum_roman(term, roman);
	return tc_arena_printf(s->reader.scan->arena, "%.*s%s", TC_ARG(head),
			       roman);
}

/* "Nghi quyet Trung uong 4", and no term beside it. */
static void open_plenum_rows(const struct tc_resolver *s, size_t k,
			     struct tc_candidates *c)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_str head = tc_arena_printf(s->reader.scan->arena, "%.*s/",
					     TC_ARG(m->canonical));
	struct tc_str same = plenum_elsewhere(s, k, head);
	size_t n;

	if (!same.n)
		same = plenum_of_meeting(s, m, head);
	if (same.n) {
		m->canonical = same;
		tc_resolver_rows(s, TC_BY_PLENUM, same, c);
		return;
	}
	const tc_known_row *rows =
		tc_registry_heads(s->registry, TC_BY_PLENUM, head, &n);
	tc_resolver_take(c, rows, n);
	keep_newest_plenum(s, c);
}

/* "Nghi quyet Trung uong 8 khoa XI ve Chien luoc bao ve To quoc", here or
 * elsewhere: of several that it passed the registry has another one. */
static bool is_of_other_subject(const struct tc_resolver *s, size_t k,
				tc_known_row row)
{
	const struct tc_number_list *list = s->numbers;
	size_t end;

	for (size_t i = tc_resolver_around(s, k, &end); i < end; i++)
		if (tc_str_eq(list->v[i].canonical, row->plenum) &&
		    tc_resolver_is_about_other(s, i, row))
			return true;
	return false;
}

/* The document that the article's mention of that plenum before k meant, where
 * its subject told and none stands behind this one; else NULL.  NULL too where
 * two of the plenum's have been named. */
static tc_known_row said_before(const struct tc_resolver *s, size_t k,
				const struct tc_candidates *c)
{
	const struct tc_number *const v = s->numbers->v;
	size_t end, i = k;

	const size_t first = tc_resolver_around(s, k, &end);
	while (i > first && (!v[i - 1].id.n ||
			     !tc_str_eq(v[i - 1].plenum, v[k].canonical)))
		i--;
	for (size_t n = first; n + 1 < i; n++)
		if (v[n].id.n && tc_str_eq(v[n].plenum, v[k].canonical) &&
		    !tc_str_eq(v[n].id, v[i - 1].id))
			return NULL;
	for (size_t n = 0; i > first && n < c->n; n++)
		if (tc_str_eq(c->v[n]->id, v[i - 1].id))
			return tc_resolver_is_about_other(s, k, c->v[n]) ?
				       NULL : c->v[n];
	return NULL;
}

/* "các Nghị quyết Trung ương 8 khóa XIII": more than one is meant. */
static bool is_plural(const struct tc_scan *scan, const struct tc_number *m)
{
	const size_t i = tc_scan_token_at(scan, m->start);

	return i && (tc_str_is(scan->tokens.v[i - 1].exact, "các") ||
		     tc_str_is(scan->tokens.v[i - 1].exact, "những"));
}

/* Of several that one plenum passed. */
static void settle_one_of(const struct tc_resolver *s, size_t k,
			  struct tc_candidates *c)
{
	struct tc_number *m = &s->numbers->v[k];

	if (is_plural(s->reader.scan, m))
		return;
	if (tc_resolver_by_subject(s, k, c)) {
		tc_resolver_decide(m, c->v[0], .8f, "subject");
		return;
	}
	tc_known_row row = said_before(s, k, c);
	if (row)
		tc_resolver_decide(m, row, .8f, "local");
}

void tc_resolver_plenum(const struct tc_resolver *s, size_t k)
{
	struct tc_number *m = &s->numbers->v[k];
	struct tc_candidates c;
	bool open = tc_str_find(m->canonical, TC_STR("/"), 0) == SIZE_MAX;

	if (open)
		open_plenum_rows(s, k, &c);
	else
		tc_resolver_rows(s, TC_BY_PLENUM, m->canonical, &c);
	if (c.n == 1 && is_of_other_subject(s, k, c.v[0]))
		return;
	if (c.n == 1)
		tc_resolver_decide(m, c.v[0], open ? .6f : .95f, "plenum");
	else if (c.n > 1)
		settle_one_of(s, k, &c);
	if (m->id.n) {
		size_t dash = tc_str_find(m->canonical, TC_STR("-"), 0);
		struct tc_str n = tc_str(m->canonical.p, dash);
		while (n.n > 1 && *n.p == '0')
			n = tc_str_from(n, 1);
		m->number = n;
	}
}
