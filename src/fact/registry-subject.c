/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the words behind a mention say that the document is about. */
#include "config.h"

#include "fact/registry-evidence.h"

#include "fact/date.h"

#define SUBJECT_MIN 6	/* tokens that tell what a document is about */

static bool is_same(const struct tc_token *a, const struct tc_token *b)
{
	return TC_UNLIKELY(a->hash == b->hash) && tc_str_eq(a->exact, b->exact);
}

/* Whether the token and the next one stand in the subject. */
static bool has_pair(const struct tc_tokens *subject, const struct tc_token *t)
{
	for (size_t i = 0; i + 1 < subject->n; i++)
		if (is_same(&subject->v[i], t) &&
		    is_same(&subject->v[i + 1], t + 1))
			return true;
	return false;
}

/* Pairs of words that the text behind mention k shares with a subject. */
static size_t shared_pairs(const struct tc_resolver *s, size_t from, size_t to,
			   tc_known_row row)
{
	const struct tc_token *v = s->reader.scan->tokens.v;
	size_t n = 0;

	for (size_t i = from; i + 1 < to; i++) {
		const uint64_t both = tc_known_word(&v[i]) |
				      tc_known_word(&v[i + 1]);
		/* few words are any of the subject's */
		if (TC_UNLIKELY((row->subject_words & both) == both))
			n += has_pair(&row->subject, &v[i]);
	}
	return n;
}

/* "lan thu XIII", "lan thu 13" in the text, "Dai hoi XIII" in the subject. */
static bool shares_ordinal(const struct tc_resolver *s, size_t from, size_t to,
			   const struct tc_tokens *subject)
{
	const struct tc_docnum_reader *const r = &s->reader;

	if (!subject->n)
		return false;
	const int last = tc_docnum_roman_value(
		subject->v[subject->n - 1].bare);
	for (size_t i = from; last && i + 1 < to; i++)
		if (tc_docnum_is(r, i, TC_SAYS_THU) &&
		    tc_docnum_numeral(r, i + 1, false) == last)
			return true;
	return false;
}

/* "noi ve", "ban ve": what people speak of is not the document's subject. */
static bool is_speech(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_NOI) ||
	       tc_docnum_spells(r, i, "bàn", "ban") ||
	       tc_docnum_is(r, i, TC_SAYS_LUAN);
}

/* Moves *from behind "ve" or to what a bracket or quotation mark opens: there
 * the subject stands.  False when nothing announces one. */
static bool subject_start(const struct tc_resolver *s, size_t to, size_t *from)
{
	for (size_t i = *from; i < to; i++)
		if (tc_docnum_is(&s->reader, i, TC_SAYS_VE) ||
		    tc_docnum_is(&s->reader, i, TC_SAYS_ON)) {
			bool own = !i || !is_speech(&s->reader, i - 1);
			*from = own ? i + 1 : to;
			return own;
		}
	struct tc_str gap = tc_docnum_gap(&s->reader, *from);
	return tc_str_find(gap, TC_STR("("), 0) != SIZE_MAX ||
	       tc_str_find(gap, TC_STR("\""), 0) != SIZE_MAX ||
	       tc_str_find(gap, TC_STR("“"), 0) != SIZE_MAX;
}

/* The row whose subject shares most pairs with the words, and how many; NULL
 * when none shares any, or two as many. */
static tc_known_row nearest(const struct tc_resolver *s, size_t from,
			    size_t to, const struct tc_candidates *c,
			    size_t *most)
{
	tc_known_row best = NULL;

	*most = 0;
	for (size_t i = 0; i < c->n; i++) {
		size_t n = shared_pairs(s, from, to, c->v[i]) +
			   shares_ordinal(s, from, to, &c->v[i]->subject);
		if (n > *most)
			best = c->v[i];
		else if (n == *most)
			best = NULL;
		if (n > *most)
			*most = n;
	}
	return best;
}

/* Leaves the one row whose subject the words speak of; false when no row or
 * more than one is nearest. */
bool tc_resolver_by_subject(const struct tc_resolver *s, size_t k,
			    struct tc_candidates *c)
{
	size_t from, to, most;

	tc_resolver_context(s, k, &from, &to);
	size_t least = subject_start(s, to, &from) ? 1 : 2;
	tc_known_row best = nearest(s, from, to, c, &most);
	if (!best || most < least)
		return false;
	tc_resolver_take(c, &best, 1);
	return true;
}

/* Pairs that tell one subject from another: "cong tac" alone is in many. */
#define TELLING_PAIRS 2

tc_known_row tc_resolver_row_spoken_of(const struct tc_resolver *s, size_t k,
				       size_t other,
				       const struct tc_candidates *c)
{
	const uint32_t day = tc_date_last(s->published);
	size_t from, to, most;

	tc_resolver_context(s, k, &from, &to);
	if (c->n == 0 || !subject_start(s, to, &from))
		return NULL;
	tc_known_row best = nearest(s, from, to, c, &most);
	if (!best || most < TELLING_PAIRS ||
	    (day && tc_date_first(best->date) > day))
		return NULL;
	tc_resolver_context(s, other, &from, &to);
	return shared_pairs(s, from, to, best) ? NULL : best;
}

bool tc_resolver_says_other(const struct tc_resolver *s, size_t k,
			      tc_known_row row)
{
	const char *issuer = tc_resolver_issuer(s->numbers->v[k].issuer_unit);
	size_t from, to;

	if (issuer && row->issuer.n && !tc_str_is(row->issuer, issuer))
		return true;
	tc_resolver_context(s, k, &from, &to);
	return row->subject.n && subject_start(s, to, &from) &&
	       to >= from + SUBJECT_MIN && !shared_pairs(s, from, to, row);
}
