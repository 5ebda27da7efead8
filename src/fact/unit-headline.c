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
#define WELCOME_TOKENS_MAX 6	/* "chào mừng thành công đại hội" */

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

/* Where the first two words of the name may first stand side by side in the
 * first title_end tokens, as far as their first letters tell; title_end: they
 * do nowhere. */
static size_t titled_from(const struct tc_scan *s, struct tc_str name,
			  size_t title_end)
{
	const char *const end = tc_str_end(name);
	const char *const blank = memchr(name.p, ' ', name.n);
	size_t k = 0;

	for (const char *p = name.p; p < (blank ? blank : end); p++)
		if (!is_of_word((unsigned char)*p))
			return 0;	/* "15", "A-B", "H’leo" */
	if (!blank)
		return title_end;	/* one word alone is not looked for */
	const char first = initial_of(name.p, end);
	const char second = initial_of(blank + 1, end);
	if (!first || !second)
		return 0;
	while (k + 1 < title_end && (*s->tokens.v[k].bare.p != first ||
				     *s->tokens.v[k + 1].bare.p != second))
		k++;
	return k + 1 < title_end ? k : title_end;
}

/* From that token on, two at least, the name is printed as it is: as most are,
 * whose words need not be made then. */
static bool is_printed_at(const struct tc_scan *s, size_t from, size_t to,
			  struct tc_str name)
{
	const struct tc_token *const v = s->tokens.v;
	const size_t end = v[from].off + name.n;

	if (end > s->text.n || memcmp(s->text.p + v[from].off, name.p, name.n))
		return false;
	for (size_t k = from + 1; k < to && v[k].off < end; k++)
		if (tc_token_end(&v[k]) == end)
			return true;
	return false;
}

/* As tc_unit_titled(), from a token on. */
static size_t titled_by_words(const struct tc_scan *s, size_t from, size_t to,
			      struct tc_str own)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_tokens name;

	tc_tokenize(own, &scratch, &name);
	for (size_t k = from; name.n > 1 && k < to; k++)
		if (name_at(s, k, to, &name))
			return k + 1;
	return 0;
}

/* Its own place's, or that of whose organ it is. */
static struct tc_str place_name(const struct tc_unit_walk *w, uint32_t node)
{
	const struct tc_unit_node *const n = &w->nodes.v[node];

	return !n->own.name.n && n->parent != TC_UNIT_NODE_NONE &&
			       tc_unit_kind_is(n->kind, "organ") ?
		       w->nodes.v[n->parent].own.name : n->own.name;
}

size_t tc_unit_titled(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t title_end = w->title_end;
	const struct tc_str own = place_name(w, w->seen[i].node);

	if (!own.n || title_end > TITLE_TOKENS_MAX)
		return 0;
	const size_t from = titled_from(s, own, title_end);
	if (from >= title_end)
		return 0;
	return is_printed_at(s, from, title_end, own) ?
		       from + 1 : titled_by_words(s, from, title_end, own);
}

/* The committee that both are of, or whose organs or place's bodies they are;
 * NONE: there is none. */
static uint32_t committee_of_both(const struct tc_unit_walk *w, uint32_t a,
				  uint32_t b)
{
	const struct tc_unit_node *const v = w->nodes.v;
	const uint32_t one = tc_unit_kind_committee(v[a].kind) ? a : v[a].parent;
	const uint32_t other =
		tc_unit_kind_committee(v[b].kind) ? b : v[b].parent;

	return one == other ? one : TC_UNIT_NODE_NONE;
}

/* "công bố quyết định chỉ định đồng chí A giữ chức Bí thư Huyện ủy X" is in the
 * text's first sentence. */
static bool lead_places(const struct tc_unit_walk *w)
{
	static const char *const news[] = {
		"công bố quyết định", "trao quyết định",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = w->title_end < s->tokens.n ?
				   tc_unit_sentence_end(s, w->title_end) : 0;
	size_t i = w->title_end;

	while (i < end && !TC_UNIT_ANY_AT(s, i, news))
		i++;
	for (size_t k = 0; i < end && k < w->n && w->seen[k].first < end; k++) {
		const size_t office = tc_unit_office_start(w, k);
		if (office > i && office < w->seen[k].first &&
		    tc_unit_is_new_office(w, office) &&
		    !tc_unit_kind_authority(w->nodes.v[w->seen[k].node].kind))
			return true;
	}
	return false;
}

uint32_t tc_unit_placed(const struct tc_unit_walk *w, size_t count)
{
	uint32_t placed = TC_UNIT_NODE_NONE;
	bool told = false;

	for (size_t i = 0; i < w->title_end && !told; i++)
		told = tc_unit_places(w->namer.scan, i);
	told = told || lead_places(w);
	for (size_t i = 0; told && i < count; i++) {
		const size_t office = tc_unit_office_start(w, i);
		if (office == w->seen[i].first ||
		    !tc_unit_is_new_office(w, office))
			continue;
		const uint32_t node = w->seen[i].node;
		if (placed == TC_UNIT_NODE_NONE)
			placed = node;
		else if (placed != node)
			placed = committee_of_both(w, placed, node);
		if (placed == TC_UNIT_NODE_NONE)
			break;
	}
	return placed;
}

bool tc_unit_tells_founding(const struct tc_scan *s, size_t i)
{
	static const char *const founding[] = {
		"thành lập", "hợp nhất", "sáp nhập", "ra mắt",
	};
	static const char *const others[] = { "ngày", "năm" };

	return TC_UNIT_ANY_AT(s, i, founding) &&
	       !TC_UNIT_ANY_BEFORE(s, i, others);
}

bool tc_unit_is_welcomed(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	if (tc_unit_words_before(s, first, "lịch sử"))
		return true;
	for (size_t k = first; k && first - k < WELCOME_TOKENS_MAX &&
			       tc_scan_gap(s, k) == TC_GAP_BLANK; k--)
		if (tc_unit_words_before(s, k, "chào mừng"))
			return k != w->title_from + 2;
	return false;
}

bool tc_unit_topic_place(const struct tc_unit_walk *w, size_t i)
{
	static const char *const areas[] = { "xã", "phường", "trấn" };
	const struct tc_scan *const s = w->namer.scan;

	if (!TC_UNIT_ANY_BEFORE(s, i, areas))
		return false;
	i -= tc_unit_words_before(s, i, "thị trấn") ? 2 : 1;
	return i == w->title_from || tc_scan_is_sign(s, i, ":");
}

bool tc_unit_named_topic(const struct tc_unit_walk *w, size_t mention, size_t topic)
{
	static const struct tc_str firms[] = {
		TC_STR(" cong ty "), TC_STR(" tap doan "), TC_STR(" ngan hang "),
	};
	const struct tc_unit_node *const node =
		&w->nodes.v[w->seen[mention].node];
	const struct tc_str key = node->key;
	size_t at = key.n;

	for (size_t i = topic; i-- > w->title_from;) {
		const struct tc_str word = w->namer.scan->tokens.v[i].bare;
		if (at <= word.n || key.p[at - word.n - 1] != ' ' ||
		    memcmp(key.p + at - word.n, word.p, word.n))
			return false;
		at -= word.n + 1;
	}
	bool firm = tc_unit_kind_is(node->kind, "doanh-nghiep");
	for (size_t k = 0; k < sizeof firms / sizeof *firms; k++)
		firm |= tc_str_find(key, firms[k], 0) != SIZE_MAX;
	return firm;
}

#define SECTION_TOKENS_MAX 4	/* "Thời sự - Chính trị" */
#define HEADLINE_TOKENS_MIN 5
#define HEADLINE_TOKENS_MAX 40

/* Only the name of a unit is there, as in a document's head. */
static bool is_head_of_document(const struct tc_unit_walk *w, size_t from,
				size_t end)
{
	const struct tc_scan *const s = w->namer.scan;

	for (size_t i = 0; i < w->n && w->seen[i].first < end; i++)
		if (w->seen[i].first == from)
			return tc_unit_fills_line(s, from, w->seen[i].end) ||
			       tc_unit_words_at(s, w->seen[i].end,
						"đảng cộng sản");
	return tc_unit_begins_decree(s, end) || tc_unit_begins_decree(s, from);
}

size_t tc_unit_headline_end(const struct tc_unit_walk *w, size_t title_end)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t end = title_end + 1;

	if (!title_end || title_end > SECTION_TOKENS_MAX ||
	    title_end >= s->tokens.n ||
	    (w->n && w->seen[0].first < title_end) ||
	    tc_unit_begins_item(s, title_end))
		return title_end;
	while (end < s->tokens.n && end - title_end <= HEADLINE_TOKENS_MAX &&
	       !tc_scan_begins_line(s, end))
		end++;
	if (end - title_end < HEADLINE_TOKENS_MIN ||
	    end - title_end > HEADLINE_TOKENS_MAX || end >= s->tokens.n ||
	    is_head_of_document(w, title_end, end))
		return title_end;
	const char *p = s->text.p + tc_token_end(&s->tokens.v[end - 1]);
	while (*p != '\n')
		if (strchr(".:;)", *p++))
			return title_end;
	return end;
}
