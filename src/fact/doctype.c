/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/doctype.h"

#include "fact/doctype-rows.h"
#include "fact/word.h"

#define TYPE_TOKENS_MAX 4	/* "chương trình hành động" */
#define COUNT(table) (sizeof(table) / sizeof(*(table)))

const struct tc_type_code *tc_type_code_of(const struct tc_word_row *word)
{
	return word->code ? &type_codes[word->code - 1] : NULL;
}

const struct tc_type_code *tc_type_code_find(struct tc_str key)
{
	return tc_type_code_of(
		&tc_word_rows[tc_word_of(key, tc_token_hash(key))]);
}

const char *tc_type_code_other(struct tc_str code)
{
	static const char *const pairs[][2] = {
		{ "DA", "ĐA" }, { "HD", "HĐ" },
	};

	for (size_t i = 0; i < COUNT(pairs); i++)
		if (tc_str_is(code, pairs[i][0]))
			return pairs[i][1];
	return NULL;
}

const struct tc_type_word *tc_type_word_search(const struct tc_scan *s,
					       size_t i, size_t *count)
{
	const struct tc_type_word *best = NULL;
	const struct tc_word_rows rows = tc_scan_word(s, i)->types;

	*count = 0;
	for (size_t r = rows.from; r < rows.to; r++) {
		const unsigned row = tc_word_types[r];
		const size_t n = tc_word_spelled(&tc_word_type_spellings[row],
						 s->marks + i);
		if (n > *count) {
			*count = n;
			best = &type_words[row];
		}
	}
	if (best && best->flags & TC_TYPE_ENGLISH &&
	    !(s->tokens.v[i].flags & TC_TOKEN_UPPER))
		return NULL;
	return best;
}

const struct tc_type_word *tc_type_word_before(const struct tc_scan *s,
					       size_t i, size_t *first)
{
	size_t count;

	for (size_t back = TYPE_TOKENS_MAX; back > 0; back--) {
		if (back > i)
			continue;
		const struct tc_type_word *w =
			tc_type_word_at(s, i - back, &count);
		if (w && count == back && *w->code) {
			*first = i - back;
			return w;
		}
	}
	return NULL;
}

const struct tc_type_word *tc_type_word_find(struct tc_str bare)
{
	for (size_t i = 0; i < COUNT(type_words); i++)
		if (tc_str_is(bare, type_words[i].bare))
			return &type_words[i];
	return NULL;
}

const struct tc_type_word *tc_type_word_of(struct tc_str code)
{
	for (size_t i = 0; i < COUNT(type_words); i++)
		if (!(type_words[i].flags & TC_TYPE_ENGLISH) &&
		    tc_str_is(code, type_words[i].code))
			return &type_words[i];
	return NULL;
}

static bool all_digits(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

static bool rest_fits(const struct tc_body *b, struct tc_str rest)
{
	if (!rest.n)
		return !(b->flags & TC_BODY_DIGITS);
	if (b->flags & (TC_BODY_DIGITS | TC_BODY_NUMBERED) &&
	    rest.n <= 3 && all_digits(rest))
		return true;
	return (b->flags & TC_BODY_STEM) != 0;
}

const struct tc_body *tc_body_find(struct tc_str key, size_t *n)
{
	*n = 0;
	if (!key.n || *key.p < 'a' || *key.p > 'z')
		return NULL;
	const unsigned letter = (unsigned)(*key.p - 'a');
	const struct tc_word_body *b =
		tc_word_bodies + tc_word_body_from[letter];
	const struct tc_word_body *end =
		tc_word_bodies + tc_word_body_from[letter + 1];
	for (; b < end; b++) {
		const struct tc_body *body = &type_bodies[b->row];
		if (!tc_str_starts(key, tc_str(body->key, b->n)) ||
		    !rest_fits(body, tc_str_from(key, b->n)))
			continue;
		*n = b->n;
		return body;
	}
	return NULL;
}

const struct tc_body *tc_body_named(struct tc_str name)
{
	for (size_t i = 0; name.n && i < COUNT(type_bodies); i++)
		if (tc_str_is(name, type_bodies[i].name))
			return &type_bodies[i];
	return NULL;
}
