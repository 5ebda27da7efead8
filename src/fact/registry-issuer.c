/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/registry-issuer.h"

#include "fact/date.h"

#define LIST_MAX 32	/* numbers of one list, each of which is asked for its end */
#define CENTRE "TW"
#define CLAUSE_MAX 16	/* words of "Ban Thường vụ ... đã ban hành" */

/* "TW", "TƯ", "T.Ư" */
static bool is_centre_code(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *const t = tc_docnum_token(r, i);
	const struct tc_token *const next = tc_docnum_token(r, i + 1);

	if (!t || !(t->flags & TC_TOKEN_UPPER))
		return false;
	return tc_str_is(t->bare, "tw") ||
	       (t->flags & TC_TOKEN_CAPS && tc_str_is(t->exact, "tư")) ||
	       (tc_str_is(t->exact, "t") && next &&
		(tc_str_is(next->exact, "ư") || tc_str_is(next->exact, "w")) &&
		tc_str_is(tc_docnum_gap(r, i + 1), "."));
}

/* "Trung uong", "TW", its bodies, and the Party where it is not one of its
 * organisations. */
static bool is_centre(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const bodies[] = {
		"bo chinh tri", "ban bi thu", "ban chap hanh trung uong",
		"bch trung uong",
	};
	const struct tc_token *t = tc_docnum_token(r, i);

	for (size_t k = 0; k < sizeof bodies / sizeof *bodies; k++)
		if (tc_docnum_behind_words(r, i, bodies[k]) != i)
			return true;
	if (tc_docnum_is(r, i, TC_SAYS_DANG))
		return tc_docnum_behind_words(r, i, "dang bo") == i &&
		       tc_docnum_behind_words(r, i, "dang uy") == i &&
		       tc_docnum_behind_words(r, i, "dang doan") == i;
	size_t head = tc_docnum_behind_words(r, i, "bch");
	if (head == i)
		head = tc_docnum_behind_words(r, i, "ban chap hanh");
	return tc_str_is(t->bare, "trung") || is_centre_code(r, head);
}

/* The heads of those who issue, told by their capital where no "cua" leads to
 * them: "Nghi quyet 08 HDND tinh". */
static bool begins_issuer(const struct tc_docnum_reader *r, size_t i)
{
	static const struct {
		const char *exact, *bare;
	} firsts[] = {
		{ "hđnd", "hdnd" }, { "ubnd", "ubnd" }, { "tỉnh", "tinh" },
		{ "thành", "thanh" }, { "huyện", "huyen" },
		{ "quận", "quan" }, { "xã", "xa" }, { "phường", "phuong" },
		{ "chi", "chi" }, { "đoàn", "doan" }, { "hội", "hoi" },
		{ "sở", "so" }, { "liên", "lien" }, { "btv", "btv" },
		{ "ban", "ban" }, { "bộ", "bo" },
	};
	static const char *const pairs[] = {
		"uy ban", "dang uy", "dang bo", "chinh phu", "thu tuong",
		"quoc hoi", "chu tich", "cong an", "quan uy", "tong lien",
	};

	if (!(tc_docnum_token(r, i)->flags & TC_TOKEN_UPPER))
		return false;
	for (size_t k = 0; k < sizeof firsts / sizeof *firsts; k++)
		if (tc_docnum_spells(r, i, firsts[k].exact, firsts[k].bare))
			return true;
	for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
		if (tc_docnum_behind_words(r, i, pairs[k]) != i)
			return true;
	return false;
}

/* "12 HĐND tỉnh", "12 (HĐND tỉnh)"; behind a comma or a dash a clause of its own
 * begins. */
static bool stands_beside(const struct tc_docnum_reader *r, size_t i)
{
	const enum tc_gap gap = tc_scan_gap(r->scan, i);

	return gap == TC_GAP_BLANK || gap == TC_GAP_OPEN;
}

bool tc_issuer_is_other(const struct tc_docnum_reader *r, size_t from,
			size_t to)
{
	for (size_t i = from; i + 1 < to; i++)
		if (tc_docnum_is(r, i, TC_SAYS_CUA) &&
		    begins_issuer(r, i + 1) && !is_centre(r, i + 1))
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

/* The last of the numbers that mention k's type word counts, or is said of once
 * more: whose "12, 15 và 21 của Tỉnh ủy" are, is said behind it. */
static size_t last_of_list(const struct tc_resolver *s, size_t k)
{
	const struct tc_number *v = s->numbers->v;
	const struct tc_str text = s->reader.scan->text;
	const size_t end = s->numbers->n - k > LIST_MAX ? k + LIST_MAX
							: s->numbers->n;

	while (k + 1 < end && tc_docnum_is_short(&v[k + 1]) &&
	       tc_str_eq(v[k].type, v[k + 1].type)) {
		const struct tc_str gap = tc_str(text.p + v[k].end,
						 v[k + 1].start - v[k].end);
		const bool bare = tc_docnum_digit(v[k + 1].printed.p[0]);
		if (!tc_str_is(gap, " và ") && !tc_str_is(gap, " va ") &&
		    !(bare && tc_str_is(gap, ", ")))
			break;
		k++;
	}
	return k;
}

/* Behind the verb that ends before token i, "ban hành"; i where there is
 * none. */
static size_t before_verb(const struct tc_resolver *s, size_t i,
			  const struct tc_number *m)
{
	const struct tc_docnum_reader *const r = &s->reader;
	const size_t lead = tc_scan_token_at(r->scan, m->start);

	if (i > 1 && tc_docnum_behind_words(r, i - 2, "ban hanh") == i)
		return i - 2;
	if (i && (tc_docnum_spells(r, i - 1, "ra", "ra") ||
		  (tc_docnum_spells(r, i - 1, "có", "co") &&
		   tc_docnum_skip_number_word(r, lead + 2) != lead + 2)))
		return i - 1;
	return i;
}

/* "Tỉnh ủy đã ban hành Nghị quyết 12", "UBND tỉnh có Quyết định số 22": whom the
 * clause begins with. */
static struct tc_issuer_said issued_by(const struct tc_resolver *s, size_t k)
{
	const struct tc_docnum_reader *const r = &s->reader;
	const struct tc_number *const m = &s->numbers->v[k];
	const size_t lead = tc_scan_token_at(r->scan, m->start);
	const size_t verb = before_verb(s, lead, m);

	for (size_t i = verb; verb < lead && i-- && verb - i <= CLAUSE_MAX;) {
		if (is_centre(r, i))
			break;
		if (begins_issuer(r, i))
			return (struct tc_issuer_said){
				ISSUER_OTHER, tc_docnum_committee(r, i),
			};
		if (!tc_docnum_gap_blank(r, i))
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
	const bool of = from < to && (tc_docnum_is(r, from, TC_SAYS_CUA) ||
				      tc_docnum_is(r, from, TC_SAYS_DO));
	from = of ? from + 1 : beside;
	if (from >= to || !tc_docnum_token(r, from))
		return issued_by(s, k);
	if (!of && !(stands_beside(r, from) && begins_issuer(r, from)))
		return issued_by(s, k);
	if (is_centre(r, from))
		return (struct tc_issuer_said){ ISSUER_CENTRE, NULL };
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
