/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What English pages print otherwise: a bare year ("in 2019", "by 2045"), and
 * the verb far before the day of issue ("adopted by ... on June 16, 2022").
 */
#include "config.h"

#include "fact/date-context.h"

#define YEAR_FIRST 1930		/* the Party's */
#define VERB_TOKENS 12

static const struct tc_token *plain_token(const struct tc_scan *s, size_t i)
{
	const struct tc_token *t = i < s->tokens.n ? &s->tokens.v[i] : NULL;

	return t && !(t->flags & TC_TOKEN_MARKED) ? t : NULL;
}

#define W(word) { word, sizeof word - 1 }

static bool is_one_of(struct tc_str word, const struct tc_str *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (tc_str_eq(word, list[i]))
			return true;
	return false;
}

/* "in" is a Vietnamese word as well: to print. */
static bool english_around(const struct tc_scan *s, size_t i)
{
	const bool behind = tc_scan_gap(s, i + 1) != TC_GAP_BLANK ||
			    plain_token(s, i + 1);

	return behind && (i < 2 || plain_token(s, i - 2));
}

/* "in", "by"; "spring 2023", "in the autumn of 2022". */
static bool tells_year(const struct tc_scan *s, size_t i)
{
	static const struct tc_str words[] = {
		W("in"), W("by"), W("since"), W("until"), W("during"),
	};
	static const struct tc_str seasons[] = {
		W("spring"), W("summer"), W("autumn"), W("fall"), W("winter"),
	};
	struct tc_str word = s->tokens.v[i].exact;

	if (is_one_of(word, words, sizeof words / sizeof *words))
		return true;
	if (i && tc_str_is(word, "of") && tc_scan_gap(s, i) == TC_GAP_BLANK)
		word = s->tokens.v[i - 1].exact;
	return is_one_of(word, seasons, sizeof seasons / sizeof *seasons);
}

bool tc_date_english_four(const struct tc_scan *s, size_t i,
			  struct tc_date_match *m)
{
	const struct tc_token *t = &s->tokens.v[i];
	const struct tc_token *word = TC_LIKELY(i) ? plain_token(s, i - 1)
						   : NULL;
	int year = 0;

	if (!word || tc_scan_gap(s, i) != TC_GAP_BLANK ||
	    tc_scan_gap(s, i + 1) == TC_GAP_TIGHT ||
	    !tells_year(s, i - 1) ||
	    !english_around(s, i))
		return false;
	for (size_t k = 0; k < t->exact.n; k++) {
		if (t->exact.p[k] < '0' || t->exact.p[k] > '9')
			return false;
		year = year * 10 + (t->exact.p[k] - '0');
	}
	if (year < YEAR_FIRST || year > TC_DATE_YEAR_MAX)
		return false;
	*m = (struct tc_date_match){
		.start = t->off, .end = tc_token_end(t),
		.from = { .year = (int16_t)year },
		.to = { .year = (int16_t)year },
	};
	return true;
}

static const struct tc_str verbs[] = {
	W("adopted"), W("issued"), W("signed"), W("promulgated"),
	W("approved"),
};

bool tc_date_english_issues(const struct tc_scan *s, size_t i, size_t number)
{
	static const struct tc_str between[] = {
		W("into"), W("issuance"), W("the"), W("a"), W("its"),
		W("politburo"), W("secretariat"), W("party"), W("central"),
		W("committee"), W("s"), W("official"),
	};
	size_t k = number;

	if (!i || !tc_str_is(s->tokens.v[i - 1].exact, "on"))
		return false;
	if (k && tc_str_is(s->tokens.v[k - 1].exact, "no"))
		k--;
	/* "Directive" */
	for (k -= k > 0; k > i; k--) {
		const struct tc_str word = s->tokens.v[k - 1].exact;
		if (is_one_of(word, verbs, sizeof verbs / sizeof *verbs))
			return true;
		if (!is_one_of(word, between, sizeof between / sizeof *between))
			return false;
	}
	return false;
}

bool tc_date_english_issued(const struct tc_scan *s, size_t i)
{
	size_t n = 0;

	if (!i || !tc_str_is(s->tokens.v[i - 1].exact, "on"))
		return false;
	for (size_t k = i; k-- > 0 && n < VERB_TOKENS; n++) {
		if (is_one_of(s->tokens.v[k].exact, verbs,
			      sizeof verbs / sizeof *verbs))
			return true;
		if (tc_scan_gap(s, k) != TC_GAP_BLANK)
			return false;
	}
	return false;
}
