/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Years that are printed without the word "năm". */
#include "config.h"

#include "fact/date-context.h"
#include "fact/date-cue.h"

#define BORN_MIN 1850
#define BORN_MAX 2030

static bool is_four_figures(const struct tc_token *t)
{
	return t->len == 4 && t->place == TC_TOKEN_FIGURES;
}

/* Of four figures. */
static int take_year(const struct tc_token *t, struct tc_date_match *m)
{
	int year = 0;

	for (size_t k = 0; k < 4; k++)
		year = year * 10 + (t->bare.p[k] - '0');
	*m = (struct tc_date_match){
		.start = t->off, .end = tc_token_end(t),
		.from = { .year = (int16_t)year },
		.to = { .year = (int16_t)year },
	};
	return year;
}

/* "định hướng", "có tính" before token i. */
static bool is_direction(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i];

	return i > 1 && ((tc_str_is(t[-2].exact, "định") &&
			  tc_str_is(t[-1].exact, "hướng")) ||
			 (tc_str_is(t[-2].exact, "có") &&
			  tc_str_is(t[-1].exact, "tính")));
}

bool tc_date_goal_year(const struct tc_scan *s, size_t i,
		       struct tc_date_match *m)
{
	const struct tc_token *const t = &s->tokens.v[i];

	if (i < 2 || !is_four_figures(t) || !tc_scan_is_blank(s, i))
		return false;
	const bool until = tc_str_is(t[-1].exact, "đến") ||
			   tc_str_is(t[-1].exact, "tới");
	const bool aimed = is_direction(s, i - until);
	if (!aimed && !(tc_date_flags_before(s, i) & (UNTIL | FUTURE)))
		return false;
	const int year = take_year(t, m);
	const bool far = aimed || tc_str_is(t[-1].bare, "nhin") ||
			 tc_str_is(t[-2].bare, "nhin");
	const enum tc_gap behind = tc_scan_gap(s, i + 1);
	const bool ends = behind == TC_GAP_COMMA || behind == TC_GAP_CLOSE ||
			  behind == TC_GAP_HARD || behind == TC_GAP_DOT;
	return year > 2000 && year < 2100 &&
	       (far || (ends && until && !(t[-2].flags & TC_TOKEN_DIGIT)));
}

bool tc_date_birth_year(const struct tc_scan *s, size_t i,
			struct tc_date_match *m)
{
	const struct tc_token *const t = &s->tokens.v[i];

	if (!i || !is_four_figures(t) || !tc_scan_is_blank(s, i) ||
	    !(t[-1].flags & TC_TOKEN_CAPS) || !tc_str_is(t[-1].exact, "sn"))
		return false;
	const int year = take_year(t, m);
	return year >= BORN_MIN && year <= BORN_MAX;
}
