/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/word.h"

#include "base/language.h"
#include "index/schema.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/stopword.h"
#include "text/syllable.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

const char *tc_reading_name(enum tc_reading r)
{
	static const char *const names[TC_READING_COUNT] = {
		[TC_READING_EXACT] = N_("exact"),
		[TC_READING_BARE] = N_("bare"),
		[TC_READING_SYNONYM] = N_("synonym"),
		[TC_READING_KEYSTROKE] = N_("keystroke"),
		[TC_READING_SPELLING] = N_("spelling"),
		[TC_READING_TONELESS] = N_("toneless"),
		[TC_READING_MARKLESS] = N_("markless"),
		[TC_READING_FILTER] = N_("filter"),
	};
	return names[r];
}

/* ---- ordinals ---- */

enum { ORDINAL_MAX = 50 };

static void put_roman(unsigned n, char out[16])
{
	static const struct {
		unsigned value;
		const char *letters;
	} digits[] = { { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" },
		       { 5, "v" }, { 4, "iv" }, { 1, "i" } };

	*out = '\0';
	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		for (; n >= digits[i].value; n -= digits[i].value)
			strcat(out, digits[i].letters);
}

bool tc_word_ordinal(struct tc_str word, struct tc_arena *arena,
		     struct tc_str *other)
{
	char roman[16];

	for (unsigned n = 1; n <= ORDINAL_MAX; n++) {
		char arabic[8];
		put_roman(n, roman);
		snprintf(arabic, sizeof arabic, "%u", n);
		if (tc_str_is(word, roman)) {
			*other = tc_arena_str(arena, tc_str0(arabic));
			return true;
		}
		if (tc_str_is(word, arabic)) {
			*other = tc_arena_str(arena, tc_str0(roman));
			return true;
		}
	}
	return false;
}

/* Words behind which a Roman and an Arabic number mean the same. */
static bool is_before_ordinal(const struct tc_token *t)
{
	static const char *const words[] = { "khoa", "thu", "ky", "hoi", "quy",
					     "uong", "tw", "nghi" };

	for (size_t i = 0; t && i < sizeof words / sizeof *words; i++)
		if (tc_str_is(t->bare, words[i]))
			return true;
	return false;
}

/* ---- forms ---- */

struct settler {
	struct tc_xdb *db;
	struct tc_arena *arena;
	struct tc_plan_word *w;
	struct tc_error *err;
};

static struct tc_wordcode code_of(struct tc_str key, bool is_bare)
{
	TC_SCOPED_BUF bare = { 0 };

	if (is_bare)
		return tc_wordcode_bare(key);
	tc_fold_bare(key, &bare);
	return tc_wordcode_of(key, tc_buf_str(&bare));
}

/* Adds a form that some article has; -1 on failure. */
static int add_form(struct settler *s, struct tc_str key, bool bare,
		    bool always)
{
	struct tc_plan_word *w = s->w;
	TC_SCOPED_BUF term = { 0 };
	uint32_t documents;

	if (tc_xdb_frequency(s->db, tc_schema_term(TC_F_TEXT, key, &term),
			     &documents, s->err) != 0)
		return -1;
	if ((!documents && !always) || w->form_count == TC_WORD_FORMS_MAX)
		return 0;
	if (documents > w->documents)
		w->documents = documents;
	w->forms[w->form_count++] = (struct tc_word_form){ key, bare,
							   code_of(key, bare) };
	return 0;
}

/* The syllable of a word, whose tone may be left out where it cannot be: no
 * syllable in c, ch, p or t is without one ("quyêt"). */
static bool parse_syllable(struct tc_str word, struct tc_syllable *out)
{
	const char *p = word.p, *end = tc_str_end(word);

	if (tc_syllable_parse(word, out))
		return true;
	while (p < end) {
		TC_SCOPED_BUF acute = { 0 }, normal = { 0 };
		tc_utf8_next(&p, end);
		tc_buf_add(&acute, word.p, (size_t)(p - word.p));
		tc_buf_puts(&acute, "\u0301");
		tc_buf_add(&acute, p, (size_t)(end - p));
		tc_normalize(tc_buf_str(&acute), &normal);
		if (tc_syllable_parse(tc_buf_str(&normal), out))
			return true;
	}
	return false;
}

/* The same letters in every tone. */
static int add_tones(struct settler *s, struct tc_str exact)
{
	struct tc_syllable syllable;

	if (!parse_syllable(exact, &syllable))
		return 0;
	for (int tone = TC_NGANG; tone <= TC_NANG; tone++) {
		char spelled[TC_SYLLABLE_MAX];
		TC_SCOPED_BUF bare = { 0 };
		syllable.tone = (unsigned char)tone;
		size_t n = tc_syllable_spell(syllable, spelled);
		if (!n)
			continue;
		tc_fold_bare(tc_str(spelled, n), &bare);
		/* a form without marks is indexed as the bare one only */
		if (tc_str_eq(tc_str(spelled, n), tc_buf_str(&bare)))
			continue;
		if (add_form(s, tc_arena_str(s->arena, tc_str(spelled, n)),
			     false, false) != 0)
			return -1;
	}
	return 0;
}

/* i for y or y for i. */
static int add_variant(struct settler *s, struct tc_str word, bool bare)
{
	char other[TC_SYLLABLE_MAX];
	size_t n;

	if (!tc_syllable_other(word, other, &n))
		return 0;
	return add_form(s, tc_arena_str(s->arena, tc_str(other, n)), bare,
			false);
}

/* The readings of a word that no article has as typed, until one finds
 * something. */
static int loosen(struct settler *s)
{
	struct tc_plan_word *w = s->w;
	const struct tc_token *t = w->token;
	bool marked = w->reading == TC_READING_EXACT;

	w->form_count = 0;
	w->tried |= 1u << TC_READING_SPELLING;
	if (add_variant(s, marked ? t->exact : t->bare, !marked) != 0)
		return -1;
	if (w->form_count) {
		w->reading = TC_READING_SPELLING;
		return 0;
	}
	if (!marked)
		return 0;
	w->tried |= 1u << TC_READING_TONELESS;
	if (add_tones(s, t->exact) != 0)
		return -1;
	if (w->form_count) {
		w->reading = TC_READING_TONELESS;
		return 0;
	}
	w->tried |= 1u << TC_READING_MARKLESS;
	if (add_form(s, t->bare, true, false) != 0)
		return -1;
	if (w->form_count)
		w->reading = TC_READING_MARKLESS;
	return 0;
}

int tc_word_settle(struct tc_xdb *db, const struct tc_token *token,
		   const struct tc_token *before, bool exact,
		   struct tc_arena *arena, struct tc_plan_word *out,
		   struct tc_error *err)
{
	struct settler s = { .db = db, .arena = arena, .w = out, .err = err };
	bool marked = exact && (token->flags & TC_TOKEN_MARKED);
	struct tc_str key = marked ? token->exact : token->bare, other;

	*out = (struct tc_plan_word){
		.token = token,
		.reading = marked ? TC_READING_EXACT : TC_READING_BARE,
		.function = marked ? (token->flags & TC_TOKEN_FUNCTION) != 0 :
				     tc_stopword_is_bare(token->bare),
		.forms = tc_arena_alloc(arena, TC_WORD_FORMS_MAX *
						       sizeof *out->forms),
	};
	out->tried = 1u << out->reading;
	if (add_form(&s, key, !marked, true) != 0)
		return -1;
	if (is_before_ordinal(before) &&
	    tc_word_ordinal(token->bare, arena, &other) &&
	    add_form(&s, other, true, false) != 0)
		return -1;
	if (out->documents)
		return 0;
	if (loosen(&s) != 0)
		return -1;
	/* nothing by any reading: the word as typed */
	return out->form_count ? 0 : add_form(&s, key, !marked, true);
}

bool tc_word_accepts(const struct tc_plan_word *w, const struct tc_token *t)
{
	for (size_t i = 0; i < w->form_count; i++)
		if (tc_str_eq(w->forms[i].key,
			      w->forms[i].bare ? t->bare : t->exact))
			return true;
	return false;
}

bool tc_word_starts(struct tc_str word, struct tc_str start)
{
	TC_SCOPED_BUF moved = { 0 };

	return tc_str_starts(word, start) ||
	       (tc_syllable_moved(start, &moved) &&
		tc_str_starts(word, tc_buf_str(&moved)));
}

bool tc_word_begins(const struct tc_token *typed, const struct tc_token *t)
{
	return tc_str_starts(t->bare, typed->bare) &&
	       (!(typed->flags & TC_TOKEN_MARKED) ||
		tc_word_starts(t->exact, typed->exact));
}
