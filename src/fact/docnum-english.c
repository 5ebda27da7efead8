/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Documents named by the meeting that passed them, on English pages:
 *
 *   Resolution of the 13th National Party Congress              DH13
 *   Resolution of the 11th Party Central Committee's
 *                                       fourth plenum           NQTW4/XI
 *   Resolution of the 4th plenum of the 12th Party Central
 *                                       Committee               NQTW4/XII
 *   Resolution 6 of the 12th Central Committee                  NQTW6/XII
 *   Central Resolution 6 (term XII)                             NQTW6/XII
 *   the 13th National Party Congress's Resolution               DH13
 */
#include "config.h"

#include "fact/docnum-part.h"

#define ORDINAL_MAX 20

static bool is_word(const struct tc_docnum_reader *r, size_t i,
		    const char *word)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	return t && tc_str_is(t->exact, word) && tc_docnum_gap_blank(r, i);
}

static size_t skip_word(const struct tc_docnum_reader *r, size_t i,
			const char *word)
{
	return is_word(r, i, word) ? i + 1 : i;
}

/* "13th", "fourth"; 0 when it is none. */
static int ordinal(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = {
		"first", "second", "third", "fourth", "fifth", "sixth",
		"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
		"thirteenth", "fourteenth", "fifteenth",
	};
	static const char *const ends[] = { "st", "nd", "rd", "th" };
	const struct tc_token *t = tc_docnum_token(r, i);

	if (!t || !tc_docnum_gap_blank(r, i))
		return 0;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(t->exact, words[k]))
			return (int)k + 1;
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (t->exact.n <= 4 &&
		    tc_str_ends(t->exact, tc_str0(ends[k]))) {
			const int n = tc_docnum_figures(
				tc_str(t->exact.p, t->exact.n - 2));
			return n <= ORDINAL_MAX ? n : 0;
		}
	return 0;
}

/* Behind "Party Central Committee", with its "'s"; i when it is not there. */
static size_t skip_committee(const struct tc_docnum_reader *r, size_t i)
{
	size_t k = skip_word(r, i, "party");

	if (!is_word(r, k, "central") || !is_word(r, k + 1, "committee"))
		return i;
	k += 2;
	const struct tc_token *t = tc_docnum_token(r, k);
	return t && tc_str_is(t->exact, "s") && !tc_docnum_gap_blank(r, k) ?
		       k + 1 : k;
}

static size_t skip_meeting(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = {
		"plenum", "plenary", "session", "meeting", "conference",
	};
	size_t k = i;

	for (size_t n = 0; n < sizeof words / sizeof *words; n++)
		k = skip_word(r, k, words[n]);
	return k;
}

/* "13th National Party Congress", "12th Party Congress". */
static size_t read_congress(struct tc_docnum_reader *r, size_t lead, size_t i)
{
	const int number = ordinal(r, i);
	size_t k = skip_word(r, i + 1, "national");

	k = skip_word(r, k, "party");
	k = skip_word(r, k, "national");
	if (!number || k == i + 1 || !is_word(r, k, "congress"))
		return i;
	return tc_docnum_add_congress(r, lead, i, k + 1, number) ? k + 1 : i;
}

/* "11th Party Central Committee's fourth plenum" */
static size_t read_committee_first(struct tc_docnum_reader *r, size_t lead,
				   size_t i, const char *type)
{
	const int term = ordinal(r, i);
	const size_t k = skip_committee(r, i + 1);
	const int number = ordinal(r, k);
	const size_t end = skip_meeting(r, k + 1);

	if (!term || k == i + 1 || !number || end == k + 1)
		return i;
	tc_docnum_add_meeting(r, type, number, term, lead, i, end);
	return end;
}

/* "4th plenum of the (12th) Party Central Committee" */
static size_t read_meeting_first(struct tc_docnum_reader *r, size_t lead,
				 size_t i, const char *type)
{
	const int number = ordinal(r, i);
	size_t k = skip_meeting(r, i + 1);

	if (!number || k == i + 1 || !is_word(r, k, "of"))
		return i;
	k = skip_word(r, k + 1, "the");
	const int term = ordinal(r, k);
	const size_t from = k + (term > 0);
	const size_t end = skip_committee(r, from);
	if (end == from)
		return i;
	tc_docnum_add_meeting(r, type, number, term, lead, i, end);
	return end;
}

int tc_docnum_english_term(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const bodies[] = { "politburo", "secretariat" };
	size_t k = i;

	if (!is_word(r, k, "of"))
		return 0;
	k = skip_word(r, k + 1, "the");
	const int term = ordinal(r, k++);
	const struct tc_token *t = tc_docnum_token(r, k);
	/* "13th-tenure" */
	if (term && t && (tc_str_is(t->exact, "tenure") ||
			  tc_str_is(t->exact, "term")))
		t = tc_docnum_token(r, ++k);
	if (!term || !t)
		return 0;
	return TC_AMONG(t->exact, bodies) || skip_committee(r, k) > k ? term : 0;
}

/* "(term XII": the term, and where its token stands; 0 when there is none. */
static int term_in_bracket(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const words[] = { "term", "tenure", "session" };
	const struct tc_token *const t = tc_docnum_token(r, i);

	if (!t || !tc_str_is(tc_docnum_gap(r, i), " (") ||
	    !tc_docnum_gap_blank(r, i + 1))
		return 0;
	return TC_AMONG(t->exact, words) ?
		       tc_docnum_numeral(r, i + 1, false) : 0;
}

size_t tc_docnum_read_english_plenum(struct tc_docnum_reader *r, size_t lead,
				     size_t i, const char *type)
{
	const struct tc_token *const t = tc_docnum_token(r, i);
	const int number = t ? tc_docnum_figures(t->exact) : 0;
	int term;
	size_t end;

	if (!number || number > ORDINAL_MAX ||
	    !tc_str_is(tc_docnum_token(r, lead)->exact, "resolution"))
		return lead;
	if (is_word(r, i + 1, "of")) {
		const size_t from = skip_word(r, i + 2, "the");
		term = ordinal(r, from);
		end = skip_committee(r, from + 1);
		if (!term || end == from + 1)
			return lead;
	} else {
		term = term_in_bracket(r, i + 1);
		end = i + 3;
		if (!term || !lead ||
		    !tc_str_is(tc_docnum_token(r, lead - 1)->exact, "central"))
			return lead;
		lead--;
	}
	tc_docnum_add_meeting(r, type, number, term, lead, i, end);
	return end;
}

/* Where the name that ends with token i begins: "13th National Party"; i + 1
 * when it is none. */
static size_t congress_before(const struct tc_docnum_reader *r, size_t i)
{
	size_t k = i;

	while (k && i - k < 2 && tc_docnum_gap_blank(r, k) &&
	       (tc_str_is(tc_docnum_token(r, k - 1)->exact, "party") ||
		tc_str_is(tc_docnum_token(r, k - 1)->exact, "national")))
		k--;
	return k < i && k && tc_docnum_gap_blank(r, k) && ordinal(r, k - 1) ?
		       k - 1 : i + 1;
}

size_t tc_docnum_read_english_owner(struct tc_docnum_reader *r, size_t lead)
{
	if (lead < 4 || !tc_str_is(tc_docnum_token(r, lead - 1)->exact, "s") ||
	    !tc_str_is(tc_docnum_token(r, lead)->exact, "resolution") ||
	    !tc_str_is(tc_docnum_token(r, lead - 2)->exact, "congress") ||
	    !tc_docnum_gap_blank(r, lead) || tc_docnum_gap_blank(r, lead - 1))
		return lead;
	const size_t from = congress_before(r, lead - 2);
	if (from > lead - 2)
		return lead;
	return tc_docnum_add_congress(r, from, from, lead + 1,
				      ordinal(r, from)) ? lead + 1 : lead;
}

/* "adopted at", before the congress: its last word. */
static size_t skip_adopted(const struct tc_docnum_reader *r, size_t i)
{
	static const char *const verbs[] = { "adopted", "passed", "approved" };
	const struct tc_token *const t = tc_docnum_token(r, i);
	const struct tc_token *const at = tc_docnum_token(r, i + 1);

	return t && at && TC_AMONG(t->exact, verbs) &&
			       (tc_str_is(at->exact, "at") ||
				tc_str_is(at->exact, "by")) ? i + 1 : i;
}

size_t tc_docnum_read_english(struct tc_docnum_reader *r, size_t lead,
			      size_t i, const char *type)
{
	const size_t behind = skip_adopted(r, i);
	const size_t from = skip_word(r, behind + 1, "the");
	size_t end;

	if (!type[0] || (behind == i && !tc_docnum_is(r, i, TC_SAYS_OF)))
		return i;
	end = strcmp(type, "NQ") == 0 ? read_congress(r, lead, from) : from;
	if (end == from)
		end = read_committee_first(r, lead, from, type);
	if (end == from)
		end = read_meeting_first(r, lead, from, type);
	return end == from ? i : end;
}
