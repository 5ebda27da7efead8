/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/registry-issuer.h"

#include "fact/date.h"

#define CENTRE "TW"
#define CLAUSE_MAX 16	/* words of "Ban Thường vụ ... đã ban hành" */

/* "Trung uong", "TW", "Bo Chinh tri", and the Party where it is not one of its
 * organisations. */
static bool is_centre(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	if (tc_docnum_behind_words(r, i, "bo chinh tri") != i ||
	    tc_docnum_behind_words(r, i, "ban bi thu") != i)
		return true;
	if (tc_docnum_is(r, i, TC_SAYS_DANG))
		return tc_docnum_behind_words(r, i, "dang bo") == i &&
		       tc_docnum_behind_words(r, i, "dang uy") == i &&
		       tc_docnum_behind_words(r, i, "dang doan") == i;
	return tc_str_is(t->bare, "trung") || tc_str_is(t->bare, "tw");
}

/* The heads of those who issue, told by their capital where no "cua" leads to
 * them: "Nghi quyet 08 HDND tinh". */
static bool begins_issuer(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const firsts[] = {
		"hdnd",	  "ubnd", "tinh", "thanh", "huyen", "quan", "xa",
		"phuong", "chi",  "doan", "hoi",   "so",    "lien", "btv",
		"ban",
	};
	const struct tc_token *t = tc_docnum_token(r, i);

	for (size_t k = 0; k < sizeof firsts / sizeof *firsts; k++)
		if (t->flags & TC_TOKEN_UPPER && tc_str_is(t->bare, firsts[k]))
			return true;
	return false;
}

static struct tc_issuer_said of_name(struct tc_str name)
{
	const char *code = tc_resolver_issuer(name);
	const struct tc_body *b = tc_body_named(name);

	if (code)
		return (struct tc_issuer_said){ ISSUER_CENTRE,
						b ? b->code : CENTRE };
	return (struct tc_issuer_said){ ISSUER_OTHER, b ? b->code : NULL };
}

/* Token `from`, or the one behind the mention's date there: "số 22 ngày 5/6/2023
 * của UBND xã". */
static size_t behind_date(const struct tc_resolver *s,
			  const struct tc_number *m, size_t from)
{
	const struct tc_scan *const scan = s->reader.scan;
	struct tc_date_mention d;

	if (!(m->date.year || m->date.month) || !tc_date_at(scan, from, &d))
		return from;
	return tc_scan_token_at(scan, d.end);
}

/* The last of the bare numbers that mention k's type word counts: whose "12, 15
 * và 21 của Tỉnh ủy" are, is said behind it. */
static size_t last_of_list(const struct tc_resolver *s, size_t k)
{
	const struct tc_number *v = s->numbers->v;
	const struct tc_str text = s->reader.scan->text;

	while (k + 1 < s->numbers->n && tc_docnum_is_short(&v[k + 1]) &&
	       v[k + 1].printed.n && tc_docnum_digit(v[k + 1].printed.p[0])) {
		const struct tc_str gap = tc_str(text.p + v[k].end,
						 v[k + 1].start - v[k].end);
		if (!tc_str_is(gap, ", ") && !tc_str_is(gap, " và ") &&
		    !tc_str_is(gap, " va "))
			break;
		k++;
	}
	return k;
}

/* "Tỉnh ủy đã ban hành Nghị quyết 12": the committee that the clause begins
 * with. */
static struct tc_issuer_said issued_by(const struct tc_resolver *s, size_t k)
{
	const struct tc_docnum_reader *const r = &s->reader;
	const size_t lead = tc_scan_token_at(r->scan,
					     s->numbers->v[k].start);

	if (lead < 3 || tc_docnum_behind_words(r, lead - 2, "ban hanh") != lead)
		return (struct tc_issuer_said){ ISSUER_UNSAID, NULL };
	for (size_t i = lead - 2; i-- && lead - i <= CLAUSE_MAX;) {
		const char *const body = tc_docnum_committee(r, i);
		if (tc_docnum_token(r, i)->flags & TC_TOKEN_UPPER && body)
			return (struct tc_issuer_said){ ISSUER_OTHER, body };
		if (is_centre(r, i) || !tc_docnum_gap_blank(r, i))
			break;
	}
	return (struct tc_issuer_said){ ISSUER_UNSAID, NULL };
}

struct tc_issuer_said tc_resolver_issuer_said(const struct tc_resolver *s,
					      size_t k)
{
	const struct tc_number *m = &s->numbers->v[k];
	const struct tc_docnum_reader *r = &s->reader;
	size_t from, to;

	if (m->issuer_unit.n)
		return of_name(m->issuer_unit);
	tc_resolver_context(s, last_of_list(s, k), &from, &to);
	const size_t beside = from;
	from = behind_date(s, m, from);
	const bool of = from < to && tc_docnum_is(r, from, TC_SAYS_CUA);
	from = of ? from + 1 : beside;
	if (from >= to || !tc_docnum_token(r, from))
		return issued_by(s, k);
	if (of && is_centre(r, from))
		return (struct tc_issuer_said){ ISSUER_CENTRE, NULL };
	if (!of && !begins_issuer(r, from))
		return issued_by(s, k);
	return (struct tc_issuer_said){
		ISSUER_OTHER, tc_docnum_committee(r, from),
	};
}

bool tc_issuer_may_be(const struct tc_issuer_said *said, struct tc_str issuer)
{
	switch (said->kind) {
	case ISSUER_CENTRE:
		return said->body ? tc_str_is(issuer, said->body)
				  : tc_str_ends(issuer, TC_STR(CENTRE));
	case ISSUER_OTHER:
		return !said->body || tc_str_find(issuer, tc_str0(said->body),
						  0) != SIZE_MAX;
	case ISSUER_UNSAID:
		break;
	}
	return true;
}

static bool is_theirs(const struct tc_issuer_said *said, struct tc_str symbol)
{
	const size_t slash = tc_str_find(symbol, TC_STR("/"), 0);

	/* of others than the centre only what an archivist's table has */
	if (said->kind == ISSUER_OTHER && (!said->body || slash == SIZE_MAX))
		return false;
	return slash == SIZE_MAX ||
	       tc_issuer_may_be(said, tc_str_from(symbol, slash + 1));
}

void tc_issuer_keep(const struct tc_issuer_said *said, struct tc_candidates *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (is_theirs(said, c->v[i]->symbol))
			c->v[n++] = c->v[i];
	c->n = n;
}
