/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the words behind a mention say that the document is about. */
#include "config.h"

#include "fact/registry-evidence.h"

#include "fact/date.h"
#include "fact/registry-issuer.h"

#define SUBJECT_MIN 6	/* tokens that tell what a document is about */
#define SUBJECT_NEAR 10 /* words before them, "của Bộ Chính trị về" */

/* Of a text without marks, the bare form is compared. */
static bool is_same(const struct tc_token *own, const struct tc_token *said)
{
	if (TC_UNLIKELY(own->hash == said->hash))
		return tc_str_eq(own->exact, said->exact);
	return !(said->flags & TC_TOKEN_MARKED) &&
	       tc_str_eq(own->bare, said->exact);
}

/* Few words are any of the subject's. */
static inline bool may_have_pair(tc_known_row row, const struct tc_token *t)
{
	const uint64_t both = tc_known_word(t[0].hash) |
			      tc_known_word(t[1].hash);

	return TC_UNLIKELY((row->subject_words & both) == both);
}

/* Which word of the row's subject, counted from 1, the token is, and the next
 * one that behind it; 0 where they do not stand there. */
static size_t pair_at(tc_known_row row, const struct tc_token *t)
{
	const struct tc_token *const v = row->subject.v;
	const uint32_t first = t->hash;

	for (size_t i = 0; i + 1 < row->subject.n; i++)
		if (TC_UNLIKELY((row->hashes[i][0] == first) |
				(row->hashes[i][1] == first)) &&
		    is_same(&v[i], t) && is_same(&v[i + 1], t + 1))
			return i + 1;
	return 0;
}

static inline bool has_pair(tc_known_row row, const struct tc_token *t)
{
	return may_have_pair(row, t) && pair_at(row, t);
}

/* Pairs of words that the text behind mention k shares with a subject. */
static size_t shared_pairs(const struct tc_resolver *s, size_t from, size_t to,
			   tc_known_row row)
{
	const struct tc_token *v = s->reader.scan->tokens.v;
	size_t n = 0;

	for (size_t i = from; i + 1 < to; i++)
		n += has_pair(row, &v[i]);
	return n;
}

/* "lan thu XIII", "lan thu 13", "Dai hoi XIII" in the text; 0 when none is
 * there. */
static int congress_said(const struct tc_resolver *s, size_t from, size_t to)
{
	const struct tc_docnum_reader *const r = &s->reader;

	for (size_t i = from; i + 1 < to; i++) {
		const int n = tc_docnum_is(r, i, TC_SAYS_THU) ||
			tc_docnum_is(r, i, TC_SAYS_HOI) ?
			tc_docnum_numeral(r, i + 1, false) : 0;
		if (n)
			return n;
	}
	return 0;
}

/* "Dai hoi XIII", at the end of the subject; 0 when it has none. */
static int congress_of(tc_known_row row)
{
	return row->subject.n ? tc_docnum_roman_value(
		row->subject.v[row->subject.n - 1].bare) : 0;
}

/* "noi ve", "ban ve": what people speak of is not the document's subject. */
static bool is_speech(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_NOI) ||
	       tc_docnum_spells(r, i, "bàn", "ban") ||
	       tc_docnum_is(r, i, TC_SAYS_LUAN);
}

/* "về cơ bản": no subject. */
static bool is_by_and_large(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_spells(r, i + 1, "cơ", "co") &&
	       tc_docnum_spells(r, i + 2, "bản", "ban");
}

/* Moves *from behind "ve" or to what a bracket or quotation mark opens: there
 * the subject stands.  False when nothing announces one. */
static bool subject_start(const struct tc_resolver *s, size_t to, size_t *from)
{
	for (size_t i = *from; i < to; i++)
		if ((tc_docnum_is(&s->reader, i, TC_SAYS_VE) &&
		     !is_by_and_large(&s->reader, i)) ||
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
	const int said = congress_said(s, from, to);
	tc_known_row best = NULL;

	*most = 0;
	for (size_t i = 0; i < c->n; i++) {
		size_t n = shared_pairs(s, from, to, c->v[i]) +
			   (said && congress_of(c->v[i]) == said);
		if (n > *most)
			best = c->v[i];
		else if (n == *most)
			best = NULL;
		if (n > *most)
			*most = n;
	}
	return best;
}

/* Hardly any document is about a congress. */
static bool any_of_congress(const struct tc_candidates *c)
{
	size_t i = 0;

	while (i < c->n && !congress_of(c->v[i]))
		i++;
	return i < c->n;
}

bool tc_resolver_by_congress(const struct tc_resolver *s, size_t k,
			     struct tc_candidates *c)
{
	size_t from, to, kept = 0;

	if (!any_of_congress(c))
		return false;
	tc_resolver_subject(s, k, &from, &to);
	const int said = subject_start(s, to, &from) ?
				 congress_said(s, from, to) : 0;
	if (!said)
		return false;
	for (size_t i = 0; i < c->n; i++) {
		const int its = congress_of(c->v[i]);
		if (!its || its == said)
			c->v[kept++] = c->v[i];
	}
	c->n = kept;
	if (!kept)
		s->numbers->v[k].rule = tc_rule_other_term;
	return !kept;
}

/* Leaves the one row whose subject the words speak of; false when no row or
 * more than one is nearest. */
bool tc_resolver_by_subject(const struct tc_resolver *s, size_t k,
			    struct tc_candidates *c)
{
	size_t from, to, most;

	tc_resolver_subject(s, k, &from, &to);
	size_t least = subject_start(s, to, &from) ? 1 : 2;
	tc_known_row best = nearest(s, from, to, c, &most);
	if (!best || most < least)
		return false;
	tc_resolver_take(c, &best, 1);
	return true;
}

/* Pairs that tell one subject from another: "cong tac" alone is in many. */
#define TELLING_PAIRS 2
/* Known subjects that may have a pair which tells by itself, "dat dai", and
 * one which tells beside such a pair, "bo may". */
#define RARE_ROWS 4
#define TELLING_ROWS 12

size_t tc_resolver_rows_with(const struct tc_resolver *s, tc_known_row row,
			     size_t i, const struct tc_token *pair)
{
	const struct tc_token *const own = &row->subject.v[i];
	const bool is_own = own[0].hash == pair[0].hash &&
			    own[1].hash == pair[1].hash;
	size_t n, found = 0;

	if (is_own && row->with[i])
		return row->with[i] - 1u;
	const tc_known_row *rows = tc_registry_heads(
		s->registry, TC_BY_SYMBOL, TC_STR(""), &n);
	for (size_t k = 0; k < n && found <= TELLING_ROWS; k++)
		found += has_pair(rows[k], pair);
	if (is_own)
		row->with[i] = (uint8_t)(found + 1);
	return found;
}

/* "ve dat dai": the first words of the subject are the last two of the row's,
 * a pair that hardly another one has. */
static bool begins_with_rare(const struct tc_resolver *s, size_t from,
			     size_t to, tc_known_row row)
{
	const struct tc_tokens *const its = &row->subject;
	const struct tc_token *t = &s->reader.scan->tokens.v[from];

	return from + 2 <= to && its->n >= 2 &&
	       is_same(&its->v[its->n - 2], t) &&
	       is_same(&its->v[its->n - 1], t + 1) &&
	       tc_resolver_rows_with(s, row, its->n - 2, t) <= RARE_ROWS;
}

/* Words of a sentence before the mention in it. */
#define BEFORE_MAX 80
/* Words before and behind it, in other sentences. */
#define AROUND_MAX 120
/* Words of a title that tell what the article is about. */
#define TITLE_MAX 64

static size_t sentence_start(const struct tc_resolver *s, size_t k)
{
	const struct tc_scan *const scan = s->reader.scan;
	const size_t at = tc_scan_token_at(scan, s->numbers->v[k].start);
	size_t i = at;

	while (i && at - i < BEFORE_MAX && tc_scan_gap(scan, i) != TC_GAP_HARD)
		i--;
	return i;
}

/* The first of the places that is not before token i. */
static size_t place_from(const struct tc_places *p, size_t i)
{
	size_t low = 0, high = p->n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;
		if (p->v[mid] < i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Of which rows tokens [from, to) have two of the subject's telling pairs, one
 * of them rare; the others stay as they are. */
static void tell_rows(const struct tc_resolver *s, size_t from, size_t to,
		      const struct tc_candidates *c, bool told[CANDIDATES_MAX])
{
	const struct tc_places *const places = tc_resolver_places(s);
	unsigned char n[CANDIDATES_MAX], rare[CANDIDATES_MAX];

	memset(n, 0, c->n);
	memset(rare, 0, c->n);
	for (size_t p = place_from(places, from);
	     p < places->n && places->v[p] + 1 < to; p++) {
		const struct tc_token *const t =
			&s->reader.scan->tokens.v[places->v[p]];
		for (size_t k = 0; k < c->n; k++) {
			const size_t at = may_have_pair(c->v[k], t) ?
						  pair_at(c->v[k], t) : 0;
			if (!at)
				continue;
			const size_t rows = tc_resolver_rows_with(s, c->v[k],
								  at - 1, t);
			n[k] += rows <= TELLING_ROWS && n[k] < TELLING_PAIRS;
			rare[k] |= rows <= RARE_ROWS;
			told[k] |= rare[k] && n[k] == TELLING_PAIRS;
		}
	}
}

/* The only row that the tokens [from, to), or those before `title`, tell;
 * *n: how many rows they do. */
static tc_known_row row_told(const struct tc_resolver *s, size_t title,
			     size_t from, size_t to,
			     const struct tc_candidates *c, size_t *n)
{
	bool told[CANDIDATES_MAX] = { 0 };
	tc_known_row found = NULL;

	tell_rows(s, 0, title, c, told);
	tell_rows(s, from, to, c, told);
	*n = 0;
	for (size_t i = 0; i < c->n; i++) {
		found = told[i] ? c->v[i] : found;
		*n += told[i];
	}
	return *n == 1 ? found : NULL;
}

tc_known_row tc_resolver_row_around(const struct tc_resolver *s, size_t k,
				    const struct tc_candidates *c)
{
	const struct tc_scan *const scan = s->reader.scan;
	const size_t behind = tc_scan_token_at(scan, scan->title_len);
	const size_t title = behind < TITLE_MAX ? behind : TITLE_MAX;
	size_t from, to, told;

	tc_resolver_context(s, k, &from, &to);
	from = sentence_start(s, k);
	const tc_known_row row = row_told(s, title, from, to, c, &told);
	if (told)
		return row;
	/* in the sentences about it */
	const size_t at = tc_scan_token_at(scan, s->numbers->v[k].start);
	from = at > AROUND_MAX ? at - AROUND_MAX : 0;
	to = at + AROUND_MAX < scan->tokens.n ? at + AROUND_MAX
					      : scan->tokens.n;
	return row_told(s, 0, from, to, c, &told);
}

tc_known_row tc_resolver_row_spoken_of(const struct tc_resolver *s, size_t k,
				       size_t other,
				       const struct tc_candidates *c)
{
	const uint32_t day = tc_date_last(s->published);
	size_t from, to, most;

	tc_resolver_subject(s, k, &from, &to);
	if (c->n == 0 || !subject_start(s, to, &from))
		return NULL;
	tc_known_row best = nearest(s, from, to, c, &most);
	if (!best || (day && tc_date_first(best->date) > day) ||
	    (most < TELLING_PAIRS && !begins_with_rare(s, from, to, best)))
		return NULL;
	tc_resolver_context(s, other, &from, &to);
	return shared_pairs(s, from, to, best) ? NULL : best;
}

bool tc_resolver_is_about_other(const struct tc_resolver *s, size_t k,
				tc_known_row row)
{
	size_t from, to;

	tc_resolver_context(s, k, &from, &to);
	const size_t near = from + SUBJECT_NEAR;
	/* the subjects that are known are Vietnamese */
	return row->subject.n && subject_start(s, to, &from) && from <= near &&
	       !tc_docnum_is(&s->reader, from - 1, TC_SAYS_ON) &&
	       (to >= from + SUBJECT_MIN ||
		tc_issuer_is_other(&s->reader, from, to)) &&
	       !shared_pairs(s, from, to, row);
}

bool tc_resolver_is_about(const struct tc_resolver *s, size_t k,
			  tc_known_row row)
{
	size_t from, to;

	tc_resolver_subject(s, k, &from, &to);
	return subject_start(s, to, &from) && shared_pairs(s, from, to, row);
}

bool tc_resolver_says_other(const struct tc_resolver *s, size_t k,
			      tc_known_row row)
{
	const char *issuer = tc_resolver_issuer(s->numbers->v[k].issuer_unit);

	return (issuer && row->issuer.n && !tc_str_is(row->issuer, issuer)) ||
	       tc_resolver_is_about_other(s, k, row);
}
