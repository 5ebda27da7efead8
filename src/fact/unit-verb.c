/* SPDX-License-Identifier: GPL-2.0-or-later */
/* That a unit does something: the verb behind it, and what may stand between. */
#include "config.h"

#include "fact/unit-clause.h"

#include "fact/acting-rows.h"

#define ASIDES_MAX 3		/* brackets and areas between */
#define ASIDE_TOKENS_MAX 12	/* of one */
#define PARTNERS_TOKENS_MAX 40	/* with whom one does, up to what */
#define PLACE_TOKENS_MAX 4	/* "Hà Nội" */

/* Past those of acting-rows.h at token i that are such; 0: none is there. */
static size_t past_acting(const struct tc_scan *s, size_t i, unsigned what)
{
	if (i >= s->tokens.n ||
	    TC_LIKELY(!(tc_scan_flags(s, i) & TC_WORD_ACTING)))
		return 0;
	const struct tc_word_rows rows = tc_scan_word(s, i)->acting;
	for (size_t k = rows.from; k < rows.to; k++) {
		const size_t row = tc_word_acting[k];
		const size_t at =
			acting_rows[row].what & what ?
			tc_unit_words_past(s, i, acting_rows[row].words) : 0;
		if (at)
			return at;
	}
	return 0;
}

static size_t past_manner(const struct tc_scan *s, size_t i)
{
	const size_t at = past_acting(s, i, MANNER);

	return at ? at : i;
}

/* Past "khóa XIX", "lần thứ 5", "nhiệm kỳ 2021 - 2026"; i: none is there. */
static size_t past_one_term(const struct tc_scan *s, size_t i)
{
	size_t at = past_acting(s, i, TERM);

	if (!at)
		return i;
	if (at < s->tokens.n)
		at++;
	while (at < s->tokens.n && s->tokens.v[at].flags & TC_TOKEN_DIGIT &&
	       (tc_scan_gap(s, at) == TC_GAP_DASH ||
		tc_scan_gap(s, at) == TC_GAP_TIGHT))
		at++;
	return at;
}

/* "HĐND tỉnh khóa XIX, nhiệm kỳ 2021 - 2026 tổ chức": past its terms. */
static size_t past_terms(const struct tc_scan *s, size_t i)
{
	size_t next = past_one_term(s, i);

	while (next != i) {
		i = next;
		next = past_one_term(s, i);
	}
	return i;
}

/* A verb is at token i, or behind terms there. */
static bool verb_at(const struct tc_scan *s, size_t i)
{
	const size_t behind = past_terms(s, i);

	if (behind != i && tc_scan_gap(s, behind) != TC_GAP_BLANK &&
	    tc_scan_gap(s, behind) != TC_GAP_COMMA)
		return false;
	return past_acting(s, past_manner(s, behind), ACTS);
}

bool tc_unit_punishing(const struct tc_scan *s, size_t i)
{
	return past_acting(s, i, PUNISHES);
}

bool tc_unit_places(const struct tc_scan *s, size_t i)
{
	return past_acting(s, i, PLACES);
}

bool tc_unit_verb_behind(const struct tc_scan *s, size_t i)
{
	return tc_scan_gap(s, i) == TC_GAP_BLANK && verb_at(s, i);
}

/* Past "(TP. Hải Dương)" at token i; i: there is none, or it is long. */
static size_t past_bracket(const struct tc_scan *s, size_t i)
{
	if (tc_scan_gap(s, i) != TC_GAP_OPEN)
		return i;
	for (size_t k = i + 1; k <= i + ASIDE_TOKENS_MAX; k++)
		if (tc_scan_gap(s, k) == TC_GAP_CLOSE)
			return k;
		else if (tc_unit_ends_sentence(s, k))
			break;
	return i;
}

/* Past ", TPHCM", ", Hà Nội" at token i, if a verb stands behind; i: none. */
static size_t past_place(const struct tc_scan *s, size_t i)
{
	size_t k = i;

	if (tc_scan_gap(s, i) != TC_GAP_COMMA)
		return i;
	while (k < s->tokens.n && k <= i + PLACE_TOKENS_MAX &&
	       s->tokens.v[k].flags & TC_TOKEN_UPPER &&
	       (k == i || (tc_scan_gap(s, k) == TC_GAP_BLANK &&
			   !(s->tokens.v[k].flags & TC_TOKEN_CAPS))))
		k++;
	return tc_scan_gap(s, k) == TC_GAP_BLANK && verb_at(s, k) ? k : i;
}

/* Past ", huyện Cao Lộc" at token i; i: there is none. */
static size_t past_area(const struct tc_scan *s, size_t i)
{
	const uint32_t named = TC_TOKEN_UPPER | TC_TOKEN_DIGIT;
	const enum tc_gap gap = tc_scan_gap(s, i);
	size_t k;

	if ((gap != TC_GAP_COMMA && gap != TC_GAP_BLANK) ||
	    !tc_unit_word_at(s, i, TC_UNIT_AREA | TC_UNIT_CITY, false, &k) ||
	    k >= s->tokens.n || !(s->tokens.v[k].flags & named))
		return past_place(s, i);
	while (++k < s->tokens.n && k <= i + ASIDE_TOKENS_MAX &&
	       s->tokens.v[k].flags & named &&
	       (tc_scan_gap(s, k) == TC_GAP_BLANK ||
		tc_scan_gap(s, k) == TC_GAP_TIGHT))
		;
	return k;
}

size_t tc_unit_past_asides(const struct tc_scan *s, size_t i)
{
	for (int steps = 0; steps < ASIDES_MAX; steps++) {
		const size_t next = past_bracket(s, past_area(s, i));
		if (TC_LIKELY(next == i))
			break;
		i = next;
	}
	return i;
}

bool tc_unit_does(const struct tc_scan *s, size_t end)
{
	const size_t i = tc_unit_past_asides(s, end);

	return (tc_scan_gap(s, i) == TC_GAP_BLANK ||
		(i != end && (tc_scan_gap(s, i) == TC_GAP_CLOSE ||
			      tc_scan_gap(s, i) == TC_GAP_COMMA))) &&
	       verb_at(s, i);
}

static bool is_held_at(const struct tc_scan *s, size_t i)
{
	return past_acting(s, i, HELD) && !past_acting(s, i, UNHELD);
}

/* "phối hợp với Trung tâm Y tổ chức" is at token i: what comes of that. */
static bool holds_with(const struct tc_scan *s, size_t i)
{
	static const char *const nouns[] = { "các", "những", "của", "tổ" };

	if (!tc_unit_words_at(s, i, "phối hợp"))
		return false;
	for (size_t k = i + 2; k < i + PARTNERS_TOKENS_MAX &&
			       !tc_unit_ends_sentence(s, k); k++)
		if (is_held_at(s, k) &&
		    !(s->tokens.v[k].flags & TC_TOKEN_UPPER) &&
		    !TC_UNIT_ANY_BEFORE(s, k, nouns))
			return true;
	return false;
}

bool tc_unit_is_held(const struct tc_scan *s, size_t end)
{
	const size_t behind = tc_unit_past_asides(s, end);
	const size_t at = past_manner(s, past_terms(s, behind));

	return is_held_at(s, at) || is_held_at(s, at + 1) ||
	       holds_with(s, at) || holds_with(s, at + 1);
}

bool tc_unit_is_described(const struct tc_unit_walk *w, size_t i)
{
	static const char *const members[] = {
		"đảng viên thuộc", "đảng viên của",
	};
	const struct tc_scan *const s = w->namer.scan;
	size_t at = tc_unit_past_asides(s, w->seen[i].end);

	if (TC_UNIT_ANY_BEFORE(s, w->seen[i].first, members))
		return true;
	at += tc_unit_words_at(s, at, "hiện nay") ? 2 :
	      tc_unit_words_at(s, at, "hiện");
	return tc_unit_words_at(s, at, "có") && at + 1 < s->tokens.n &&
	       s->tokens.v[at + 1].flags & TC_TOKEN_DIGIT &&
	       tc_unit_acts(w, i);
}

/* "Dự", "Cùng dự", "Đến tham dự"; "Cùng đi có" */
static bool begins_with_guests(const struct tc_scan *s, size_t i)
{
	if (tc_unit_words_at(s, i, "cùng đi"))
		return true;
	while (past_acting(s, i, COMES))
		i++;
	return i < s->tokens.n && tc_str_is(s->tokens.v[i].exact, "dự");
}

bool tc_unit_tells_guests(const struct tc_scan *s, size_t i, size_t end)
{
	return begins_with_guests(s, i) ||
	       (tc_unit_words_at(s, i, "đại biểu") &&
		tc_str_is(s->tokens.v[end - 1].exact, "dự"));
}
