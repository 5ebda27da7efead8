/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the headline tells of the text's units: which are of a place whose name
 * it has ("Giám sát quỹ ở Tân Bình Hưng"), which gets a person ("Điều động cán
 * bộ").
 */
#include "config.h"

#include "fact/unit-clause.h"

#include "text/fold.h"
#include "text/utf8.h"

#define TITLE_TOKENS_MAX 64

/* The tokens of [from, to) begin with the name's. */
static bool name_at(const struct tc_scan *s, size_t from, size_t to,
		    const struct tc_tokens *name)
{
	if (!name->n || to - from < name->n)
		return false;
	for (size_t k = 0; k < name->n; k++)
		if (!tc_str_eq(s->tokens.v[from + k].exact, name->v[k].exact))
			return false;
	return true;
}

/* The first letter of a word without its marks, as its token's key begins; 0
 * where that is not plain. */
static char initial_of(const char *p, const char *end)
{
	const uint32_t c = p < end ? tc_utf8_next(&p, end) : 0;
	const uint32_t bare = tc_char_bare(tc_char_lower(c));

	return bare >= 'a' && bare <= 'z' ? (char)bare : 0;
}

/* A byte of Vietnamese letters, and of no sign. */
static bool is_of_word(unsigned char c)
{
	return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
			: c < 0xE2 && c != 0xC2;
}

/* Whether the first two words of the name may stand side by side in the first
 * title_end tokens, as far as their first letters tell; false is certain. */
static bool may_be_titled(const struct tc_scan *s, struct tc_str name,
			  size_t title_end)
{
	const char *const end = tc_str_end(name);
	const char *const blank = memchr(name.p, ' ', name.n);

	for (const char *p = name.p; p < (blank ? blank : end); p++)
		if (!is_of_word((unsigned char)*p))
			return true;	/* "15", "A-B", "H’leo" */
	if (!blank)
		return false;		/* one word alone is not looked for */
	const char first = initial_of(name.p, end);
	const char second = initial_of(blank + 1, end);
	if (!first || !second)
		return true;
	for (size_t k = 0; k + 1 < title_end; k++)
		if (*s->tokens.v[k].bare.p == first &&
		    *s->tokens.v[k + 1].bare.p == second)
			return true;
	return false;
}

size_t tc_unit_titled(const struct tc_unit_walk *w, size_t i)
{
	const size_t title_end = w->title_end;
	const struct tc_unit_node *node = &w->nodes.v[w->seen[i].node];
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_tokens name;

	if (!node->own.name.n || title_end > TITLE_TOKENS_MAX ||
	    !may_be_titled(w->namer.scan, node->own.name, title_end))
		return 0;
	tc_tokenize(node->own.name, &scratch, &name);
	for (size_t k = 0; name.n > 1 && k < title_end; k++)
		if (name_at(w->namer.scan, k, title_end, &name))
			return k + 1;
	return 0;
}

uint32_t tc_unit_placed(const struct tc_unit_walk *w, size_t count)
{
	uint32_t placed = TC_UNIT_NODE_NONE;
	bool told = false;

	for (size_t i = 0; i < w->title_end && !told; i++)
		told = tc_unit_places(w->namer.scan, i);
	for (size_t i = 0; told && i < count; i++) {
		const size_t office = tc_unit_office_start(w, i);
		if (office == w->seen[i].first ||
		    !tc_unit_is_new_office(w, office))
			continue;
		if (placed != TC_UNIT_NODE_NONE && placed != w->seen[i].node)
			return TC_UNIT_NODE_NONE;
		placed = w->seen[i].node;
	}
	return placed;
}
