/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who issued a document: the central body named behind its number, "cua X",
 * with or without its date between, or right before its type word.
 */
#include "config.h"

#include "fact/docnum-part.h"

#include "fact/central-rows.h"

#define TERM_WORDS_MAX 12	/* "Hội nghị lần thứ 6 Ban Chấp hành ... khóa" */
#define ISSUER_BEFORE_MAX 7	/* tokens of an issuer before its number */
#define ENGLISH_WORDS_MAX 8
#define ISSUED_WORDS_MAX 3	/* tokens between "ban hanh" and the number */

/* How many tokens from i on spell the row's words; 0 when they do not. */
static size_t match_words(const struct tc_docnum_reader *r, size_t i,
			  const struct tc_word_spelling *row)
{
	const size_t n = tc_word_spelled(row, r->scan->marks + i);

	for (size_t k = 1; k < n; k++)
		if (!tc_docnum_gap_blank(r, i + k))
			return 0;
	return n;
}

/* The longest central body named at token i, and its tokens. */
static const char *longest_issuer(const struct tc_docnum_reader *r, size_t i,
				  size_t *count)
{
	const char *best = NULL;

	*count = 0;
	const struct tc_word_rows rows = tc_scan_word(r->scan, i)->centrals;
	for (size_t k = rows.from; k < rows.to; k++) {
		const unsigned row = tc_word_centrals[k];
		const size_t n =
			match_words(r, i, &tc_word_central_spellings[row]);
		if (n > *count) {
			*count = n;
			best = centrals[row].name;
		}
	}
	return best;
}

static inline const char *issuer_at(const struct tc_docnum_reader *r,
				    size_t i, size_t *count)
{
	/* what nearly every token is turned away by */
	if (TC_LIKELY(i >= r->scan->tokens.n ||
		      !(tc_scan_flags(r->scan, i) & TC_WORD_CENTRAL)))
		return NULL;
	return longest_issuer(r, i, count);
}

/* The same before token i, but for the full stops of 18.5.2021. */
static bool stops_at(const struct tc_docnum_reader *r, size_t i)
{
	if (TC_LIKELY(i && i < r->scan->tokens.n &&
		      tc_scan_is_blank(r->scan, i)))
		return false;
	const struct tc_token *t = tc_docnum_token(r, i);
	const struct tc_str gap = tc_docnum_gap(r, i);
	if (i && t && tc_str_is(gap, ".") &&
	    t[-1].flags & t->flags & TC_TOKEN_DIGIT)
		return false;
	return tc_docnum_gap_stops(gap);
}

/* "Ket luan 205 neu ro, xet bao cao cua Ban To chuc": a verb whose subject is
 * the document; what follows "cua" is not its issuer. */
static bool is_verb(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = { "nêu", "xác", "yêu", "xét",
					     "khẳng" };

	return TC_AMONG(tc_docnum_token(r, i)->exact, words);
}

/* The token behind "cua", whatever date stands between; 0 when there is none
 * before the subject or the sentence's end. */
static size_t behind_of(const struct tc_docnum_reader *r, size_t i,
			size_t limit)
{
	const size_t end = i + TC_DOCNUM_ISSUER_MAX < limit ?
				   i + TC_DOCNUM_ISSUER_MAX : limit;

	for (; i < end; i++) {
		if (stops_at(r, i) || tc_docnum_is_about(r, i) || is_verb(r, i))
			return 0;
		if (tc_docnum_is_of(r, i))
			return i + 1;
	}
	return 0;
}

/* The issuer behind: "cua X". */
static const char *issuer_behind(const struct tc_docnum_reader *r, size_t i,
				 size_t limit)
{
	size_t n;
	const bool near = i < limit &&
			  tc_docnum_gap_to_date(tc_docnum_gap(r, i));
	const char *name = near ? issuer_at(r, i, &n) : NULL;

	if (name)
		return name;
	size_t k = behind_of(r, i, limit);
	if (k && tc_docnum_is(r, k, TC_SAYS_THE))
		k++;
	return k ? issuer_at(r, k, &n) : NULL;
}

bool tc_docnum_issued_in_english(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const verbs[] = {
		"issued", "signed", "promulgated", "adopted", "approved",
	};

	return TC_AMONG(tc_docnum_token(r, i)->exact, verbs);
}

/* "ban hanh", "ky", "ra", "da co": not the "hanh" of a committee. */
static bool says_issued(const struct tc_docnum_reader *r, size_t i)
{
	if (tc_docnum_issued_in_english(r, i) ||
	    tc_str_is(tc_docnum_token(r, i)->exact, "có"))
		return true;
	if (tc_docnum_is(r, i, TC_SAYS_HANH))
		return i && tc_docnum_is(r, i - 1, TC_SAYS_BAN);
	return tc_docnum_is(r, i, TC_SAYS_KY) || tc_docnum_is(r, i, TC_SAYS_RA);
}

/* "signed into issuance the Politburo's Directive": what may stand between the
 * verb and the document. */
static bool issues_in_english(const struct tc_docnum_reader *r, size_t lead,
			      size_t floor)
{
	static const char *const between[] = {
		"into", "off", "issuance", "the", "its", "a", "politburo",
		"politburo's", "politburo’s", "s", "party", "central",
		"committee", "secretariat", "bureau", "political",
	};

	for (size_t i = lead; i > floor && lead - i < ENGLISH_WORDS_MAX; i--) {
		if (tc_docnum_issued_in_english(r, i - 1))
			return true;
		if (!TC_AMONG(tc_docnum_token(r, i - 1)->exact, between))
			return false;
	}
	return false;
}

bool tc_docnum_issues(const struct tc_docnum_reader *r, size_t lead,
		      size_t floor)
{
	if (lead > floor && tc_docnum_is(r, lead - 1, TC_SAYS_THE))
		lead--;
	if (lead > floor && says_issued(r, lead - 1))
		return true;
	if (issues_in_english(r, lead, floor))
		return true;
	for (size_t i = lead; i > floor && lead - i <= ISSUED_WORDS_MAX; i--)
		if (tc_docnum_is(r, i - 1, TC_SAYS_HANH) &&
		    says_issued(r, i - 1))
			return !tc_docnum_spells(r, lead - 1, "hiện", "hien") &&
			       !tc_docnum_spells(r, lead - 1, "theo", "theo");
	return false;
}

/* The committee that issued the document, named before it: "Tỉnh ủy ban hành
 * Kế hoạch số", "TỈNH ỦY ... Số"; NULL when none is. */
static const char *committee_before(const struct tc_docnum_reader *r,
				    const struct tc_cite *c, size_t floor)
{
	if (!c->letterhead && !tc_docnum_issues(r, c->lead, floor))
		return NULL;
	for (size_t i = c->lead;
	     i > floor && c->lead - i < TC_DOCNUM_BEFORE_MAX; i--) {
		const char *const body = tc_docnum_committee(r, i - 1);
		if (body)
			return body;
		if (!c->letterhead && stops_at(r, i))
			return NULL;
	}
	return NULL;
}

/* "13-NQ/TƯ của Tỉnh ủy": the letter is that of the word, and the committee
 * the province's. */
static void mend_horn(const struct tc_docnum_reader *r,
		      const struct tc_cite *c, struct tc_docnum_place p,
		      struct tc_number *m)
{
	if (!tc_str_is(m->issuer, "TW") ||
	    !tc_str_ends(m->printed, TC_STR("Ư")))
		return;
	const size_t k = behind_of(r, c->to, p.limit);
	const char *body = k ? tc_docnum_committee(r, k) :
			       committee_before(r, c, p.floor);
	if (!body || strcmp(body, "TU"))
		return;
	const struct tc_str head = tc_str(m->canonical.p, m->canonical.n - 1);
	m->canonical = tc_arena_printf(r->scan->arena, "%.*sU", TC_ARG(head));
	m->issuer = tc_str_from(m->canonical, m->canonical.n - 2);
	m->issuer_unit = TC_STR("");
}

/* "... cua Bo Chinh tri so 31-QD/TW": right before it. */
static const char *issuer_before(const struct tc_docnum_reader *r, size_t lead,
				 size_t floor)
{
	const struct tc_mark *const m = &r->scan->marks[lead];

	_Static_assert(ISSUER_BEFORE_MAX == 7, "as many are asked at once");
	if (TC_LIKELY(lead >= ISSUER_BEFORE_MAX &&
		      !((m[-1].begins | m[-2].begins | m[-3].begins |
			 m[-4].begins | m[-5].begins | m[-6].begins |
			 m[-7].begins) & TC_BEGINS_CENTRAL)))
		return NULL;
	for (size_t back = 1; back <= ISSUER_BEFORE_MAX && back + floor <= lead;
	     back++) {
		size_t n;
		const char *name = issuer_at(r, lead - back, &n);
		if (name && n == back && tc_docnum_gap_blank(r, lead))
			return name;
	}
	return NULL;
}

void tc_docnum_find_issuer(const struct tc_docnum_reader *r,
			   const struct tc_cite *c, struct tc_docnum_place p,
			   struct tc_number *m)
{
	const char *name = issuer_behind(r, c->to, p.limit);

	if (!name && !c->joined)
		name = issuer_before(r, c->lead, p.floor);
	if (name)
		m->issuer_unit = tc_str0(name);
	mend_horn(r, c, p, m);
}

/* Past "của Đảng" at token i. */
static size_t past_of_party(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_CUA) &&
			       tc_docnum_spells(r, i + 1, "đảng", "dang") ?
		       i + 2 : i;
}

size_t tc_docnum_past_term(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = {
		"hoi", "nghi", "lan", "thu", "trung", "uong", "tw", "bch",
		"ban", "chap", "hanh", "dang",
	};

	for (size_t k = i; k < i + TERM_WORDS_MAX; k++) {
		const enum tc_gap gap = tc_scan_gap(r->scan, k);
		if (!tc_docnum_token(r, k) ||
		    (gap != TC_GAP_BLANK && gap != TC_GAP_COMMA &&
		     gap != TC_GAP_OPEN))
			return i;
		if (tc_docnum_is(r, k, TC_SAYS_KHOA))
			return tc_docnum_gap_blank(r, k + 1) &&
				       tc_docnum_numeral(r, k + 1, true) ?
			       past_of_party(r, k + 2) : i;
		if (!TC_AMONG(tc_docnum_token(r, k)->bare, words) &&
		    !tc_docnum_numeral(r, k, true))
			return i;
	}
	return i;
}
