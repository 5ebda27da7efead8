/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What English pages print otherwise: a bare year ("in 2019", "by 2045"), a
 * bare month ("last May"), the verb far before the day of issue ("adopted by
 * ... on June 16, 2022"), and a dateline ("HANOI, May 10 -").
 */
#include "config.h"

#include "fact/date-context.h"

#define YEAR_FIRST 1930		/* the Party's */
#define VERB_TOKENS 12
#define PLACE_MAX 40		/* bytes of "(Vietnam News Agency)" */

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

/* "The Law on Legal Documents of 2015": a law or constitution before token i,
 * "of", which the year ends. */
static bool is_of_english_law(const struct tc_scan *s, size_t i)
{
	static const struct tc_str laws[] = {
		W("law"), W("constitution"), W("ordinance"), W("code"),
	};
	const size_t behind = i + 2;

	if (!tc_str_is(s->tokens.v[i].exact, "of") ||
	    (behind < s->tokens.n && tc_scan_gap(s, behind) == TC_GAP_BLANK))
		return false;
	for (size_t n = 0; i && n < VERB_TOKENS; n++, i--) {
		const struct tc_token *const t = &s->tokens.v[i - 1];
		if (tc_scan_gap(s, i) != TC_GAP_BLANK)
			return false;
		if (t->flags & TC_TOKEN_UPPER &&
		    is_one_of(t->exact, laws, sizeof laws / sizeof *laws))
			return true;
	}
	return false;
}

/* Whether that word stands at token i. */
static bool says(const struct tc_scan *s, size_t i, const char *word)
{
	return i < s->tokens.n && tc_str_is(s->tokens.v[i].exact, word);
}

bool tc_date_english_goal(const struct tc_scan *s, size_t i)
{
	static const struct tc_str words[] = {
		W("to"), W("for"), W("towards"), W("toward"), W("through"),
		W("until"),
	};

	if (!i || !is_one_of(s->tokens.v[i - 1].exact, words,
			     sizeof words / sizeof *words))
		return false;
	if (i > 1 && says(s, i - 2, "vision"))
		return true;
	const size_t k = i + 1 + says(s, i + 1, "with");
	return tc_scan_gap(s, i + 1) == TC_GAP_COMMA &&
	       says(s, k + says(s, k, "a"), "vision");
}

/* What is of a year: "the first six months of 2023". */
static bool is_of_year(const struct tc_scan *s, size_t i)
{
	static const struct tc_str parts[] = {
		W("spring"), W("summer"), W("autumn"), W("fall"), W("winter"),
		W("months"), W("month"), W("half"), W("quarter"),
		W("quarters"), W("end"), W("beginning"), W("start"),
		W("tasks"), W("year"),
	};

	return i && tc_str_is(s->tokens.v[i].exact, "of") &&
	       tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       is_one_of(s->tokens.v[i - 1].exact, parts,
			 sizeof parts / sizeof *parts);
}

/* "in", "by"; "spring 2023", "in the autumn of 2022"; "a vision to 2045". */
static bool tells_year(const struct tc_scan *s, size_t i)
{
	static const struct tc_str words[] = {
		W("in"), W("by"), W("since"), W("until"), W("during"),
		W("spring"), W("summer"), W("autumn"), W("fall"), W("winter"),
	};

	return is_one_of(s->tokens.v[i].exact, words,
			 sizeof words / sizeof *words) ||
	       is_of_year(s, i) || is_of_english_law(s, i) ||
	       tc_date_english_goal(s, i + 1);
}

/* "during 2001 - 2010": a period begins at token i. */
static bool is_period(const struct tc_scan *s, size_t i)
{
	return tc_scan_gap(s, i + 1) == TC_GAP_DASH && i + 1 < s->tokens.n &&
	       s->tokens.v[i + 1].flags & TC_TOKEN_DIGIT &&
	       s->tokens.v[i + 1].len == 4;
}

/* "the second quarter of" before token i: the mention begins there. */
static void take_quarter(const struct tc_scan *s, size_t i,
			 struct tc_date_match *m)
{
	static const char *const nth[] = { "first", "second", "third",
					   "fourth" };

	if (i < 3 || !says(s, i - 1, "of") || !says(s, i - 2, "quarter") ||
	    tc_scan_gap(s, i - 2) != TC_GAP_BLANK)
		return;
	for (size_t k = 0; k < sizeof nth / sizeof *nth; k++)
		if (says(s, i - 3, nth[k])) {
			m->start = s->tokens.v[i - 3].off;
			m->from.quarter = (uint8_t)(k + 1);
			m->to.quarter = m->from.quarter;
		}
}

bool tc_date_english_four(const struct tc_scan *s, size_t i,
			  struct tc_date_match *m)
{
	const struct tc_token *t = &s->tokens.v[i];
	const struct tc_token *word = TC_LIKELY(i) ? plain_token(s, i - 1)
						   : NULL;
	int year = 0;

	if (!word || tc_scan_gap(s, i) != TC_GAP_BLANK ||
	    tc_scan_gap(s, i + 1) == TC_GAP_TIGHT || is_period(s, i) ||
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
	take_quarter(s, i, m);
	return true;
}

/* The month's number of a name that is written out, with its capital; 0 when
 * it is none. */
static uint8_t month_named(const struct tc_token *t)
{
	static const struct tc_str names[] = {
		W("january"), W("february"), W("march"), W("april"), W("may"),
		W("june"), W("july"), W("august"), W("september"),
		W("october"), W("november"), W("december"),
	};

	if (!(t->flags & TC_TOKEN_UPPER) || t->flags & TC_TOKEN_DIGIT)
		return 0;
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if (tc_str_eq(t->exact, names[k]))
			return (uint8_t)(k + 1);
	return 0;
}

bool tc_date_english_named(const struct tc_scan *s, size_t i,
			   struct tc_date_match *m)
{
	static const struct tc_str words[] = {
		W("in"), W("last"), W("this"), W("next"), W("early"),
		W("late"), W("since"), W("until"), W("during"), W("mid"),
	};
	const struct tc_token *const t = &s->tokens.v[i];
	const uint8_t month = month_named(t);
	const struct tc_token *const word = i ? plain_token(s, i - 1) : NULL;

	if (!month || !word ||
	    !is_one_of(word->exact, words, sizeof words / sizeof *words) ||
	    !(tc_scan_gap(s, i) == TC_GAP_BLANK ||
	      tc_scan_gap(s, i) == TC_GAP_DASH) ||
	    !english_around(s, i))
		return false;
	/* its day or year follows, or "in May Day parades" */
	const enum tc_gap gap = tc_scan_gap(s, i + 1);
	if ((gap == TC_GAP_BLANK &&
	     t[1].flags & (TC_TOKEN_DIGIT | TC_TOKEN_UPPER)) ||
	    (gap == TC_GAP_COMMA && t[1].flags & TC_TOKEN_DIGIT))
		return false;
	*m = (struct tc_date_match){
		.start = t->off, .end = tc_token_end(t),
		.from = { .month = month }, .to = { .month = month },
	};
	return true;
}

/* Words of the place in a dateline: "HO CHI MINH CITY". */
#define PLACE_WORDS 4

/* " - ", " (VNA) - " at byte `at`. */
static bool dash_follows(struct tc_str text, size_t at)
{
	static const struct tc_str dashes[] = { W(" -"), W(" –"), W(" —") };
	struct tc_str rest = tc_str_from(text, at);

	if (tc_str_starts(rest, TC_STR(" ("))) {
		const size_t close = tc_str_find(
			tc_str(rest.p, rest.n < PLACE_MAX ? rest.n : PLACE_MAX),
			TC_STR(")"), 0);
		if (close == SIZE_MAX)
			return false;
		rest = tc_str_from(rest, close + 1);
	}
	for (size_t k = 0; k < sizeof dashes / sizeof *dashes; k++)
		if (tc_str_starts(rest, dashes[k]))
			return rest.n == dashes[k].n ||
			       strchr(" \n", rest.p[dashes[k].n]);
	return false;
}

bool tc_date_english_dateline(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i];
	size_t k = i;

	if (!i || i + 1 >= s->tokens.n || tc_scan_gap(s, i) != TC_GAP_COMMA ||
	    !month_named(t) || !(t[1].flags & TC_TOKEN_DIGIT) ||
	    !dash_follows(s->text, tc_token_end(&t[1])))
		return false;
	do {
		k--;
		if (!(s->tokens.v[k].flags & TC_TOKEN_UPPER))
			return false;
	} while (k && i - k < PLACE_WORDS && tc_scan_gap(s, k) == TC_GAP_BLANK);
	const uint32_t off = s->tokens.v[k].off;
	return !off || s->text.p[off - 1] == '\n';
}

bool tc_date_english_weekday(const struct tc_scan *s, size_t i)
{
	static const struct tc_str parts[] = {
		W("morning"), W("afternoon"), W("evening"), W("night"),
	};
	static const struct tc_str days[] = {
		W("monday"), W("tuesday"), W("wednesday"), W("thursday"),
		W("friday"), W("saturday"), W("sunday"),
	};

	if (i < 2)
		return false;
	i--;
	if (is_one_of(s->tokens.v[i].exact, parts,
		      sizeof parts / sizeof *parts))
		i--;
	return is_one_of(s->tokens.v[i].exact, days,
			 sizeof days / sizeof *days);
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
		W("committee"), W("s"), W("official"), W("off"),
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

	if (i && is_of_english_law(s, i - 1))
		return true;
	/* "Regulation No. 30-QD/TW, issued in 2016" */
	if (i > 1 && says(s, i - 1, "in"))
		return says(s, i - 2, "issued") || says(s, i - 2, "adopted") ||
		       says(s, i - 2, "promulgated");
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
