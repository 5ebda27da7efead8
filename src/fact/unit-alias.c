/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Short forms that an article gives a unit, "Trường Đại học Nông Lâm (ĐHNL)",
 * and the mentions by them: alone, and as a part of other names ("Đảng ủy
 * ĐHNL").
 */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"

#define TOKENS_MAX 3	/* "VHTT&TT" */
#define LETTERS_MAX 48	/* bytes */
#define LETTERS_MIN 3	/* where they are not the name's initials */

static bool is_letters(const struct tc_scan *s, size_t i)
{
	return i < s->tokens.n && s->tokens.v[i].flags & TC_TOKEN_CAPS;
}

/* A word in a line of capitals, or which may be one: "ĐUK". */
static bool is_caps_syllable(const struct tc_scan *s, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return i < s->tokens.n && (s->tokens.v[i].flags & both) == both;
}

/* Token i and the one before it are one word: "GD&ĐT", "HV-SV". */
static bool is_inside(const struct tc_scan *s, size_t i)
{
	return tc_scan_gap(s, i) == TC_GAP_TIGHT || tc_scan_is_sign(s, i, "&");
}

/* Past the letters at token i, in brackets "ĐUK CQ&DN" as well; i when none
 * stand there. */
static size_t past_letters(const struct tc_scan *s, size_t i, bool bracket)
{
	size_t end = i;

	while (end < i + TOKENS_MAX && is_letters(s, end) &&
	       (end == i || is_inside(s, end) ||
		(bracket && tc_scan_gap(s, end) == TC_GAP_BLANK)))
		end++;
	return end;
}

/* "(ĐHNL)", "(sau đây gọi tắt là ĐHNL)": fills the tokens of the letters. */
static bool bracket_at(const struct tc_scan *s, size_t at, size_t *first,
		       size_t *end)
{
	static const char *const calling[] = {
		"sau đây", "gọi tắt là", "viết tắt là", "gọi là", "tên tắt là",
	};

	if (TC_LIKELY(tc_scan_gap(s, at) != TC_GAP_OPEN))
		return false;
	*first = at;
	for (size_t k = 0; k < sizeof calling / sizeof *calling; k++) {
		const size_t after = tc_unit_words_past(s, *first, calling[k]);
		if (after)
			*first = after;
	}
	*end = past_letters(s, *first, true);
	if (*end == *first)
		return false;
	const uint32_t close = tc_token_end(&s->tokens.v[*end - 1]);
	return close < s->text.n && s->text.p[close] == ')';
}

/* A word that short forms leave out. */
static bool is_left_out(struct tc_str word)
{
	static const char *const words[] = { "các", "của", "về", "và", "cho" };

	return TC_AMONG(word, words);
}

/* "Bệnh viện Bệnh Nhiệt đới (HIV)": what it deals with. */
static bool names_thing(struct tc_str letters)
{
	static const char *const things[] = {
		"hiv", "aids", "sars", "iso", "oda", "fdi", "gdp", "bot", "ppp",
		"wto", "asean", "usd", "ocop", "vietgap",
	};

	return TC_AMONG(letters, things);
}

/* Whether the tokens begin with the letters, one each; if not `all`, others
 * may stand between and behind them. */
static bool are_initials(const struct tc_scan *s, size_t from, size_t to,
			 struct tc_str letters, bool all)
{
	for (size_t i = from; i < to; i++) {
		const struct tc_token *const t = &s->tokens.v[i];
		if (letters.n && *letters.p == *t->bare.p)
			letters = tc_str_from(letters, 1);
		else if (i == from || (all && !is_left_out(t->exact)))
			return false;
	}
	return !letters.n;
}

/* "Công ty Cổ phần" and "Trường" are often no part of the short form. */
static bool leaves_out(const struct tc_unit_walk *w,
		       const struct tc_unit_name *name, size_t from)
{
	if (name->head->cls != TC_UNIT_BODY)
		return false;
	return (tc_unit_kind_is(name->kind, "doanh-nghiep") && !name->brief) ||
	       (from == name->first + 1 &&
		tc_str_is(tc_unit_exact(w, name->first), "trường"));
}

/* "PC67", "PA03": as the police call their departments. */
static bool is_code(struct tc_str letters)
{
	return letters.n >= 4 && letters.n <= 5 && *letters.p == 'p' &&
	       letters.p[letters.n - 1] <= '9' &&
	       letters.p[letters.n - 2] <= '9' && letters.p[1] > '9';
}

/* The token of the name where what the letters are short for begins, in
 * [first, end); `end` when they are not. */
static size_t meant_from(const struct tc_unit_walk *w,
			 const struct tc_unit_name *name, size_t end,
			 struct tc_str letters, bool foreign)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t behind = name->first;

	for (size_t i = name->first; i < end; i++)
		if (are_initials(s, i, end, letters, true))
			return i;
	if (name->host.n)
		tc_unit_word_at(s, name->first, name->head->cls, false, &behind);
	for (size_t i = name->first; i < end; i++)
		if (are_initials(s, i, end, letters, false))
			return i == name->first || i == behind ||
					       leaves_out(w, name, i) ?
				       i : end;
	if (name->head->cls == TC_UNIT_DEPT && is_code(letters))
		return name->first;
	/* "Trung tâm Kiểm soát bệnh tật (CDC)", "Đảng bộ Tập đoàn Điện lực Việt
	 * Nam (EVN)": in another language */
	if (letters.n < LETTERS_MIN || !foreign || names_thing(letters))
		return end;
	if (name->head->cls == TC_UNIT_BODY)
		return name->first;
	return name->host.n && behind < end &&
	       tc_unit_kind_is(name->host_kind, "doanh-nghiep") ? behind : end;
}

static void add_alias(struct tc_unit_walk *w, const struct tc_unit_alias *alias)
{
	struct tc_unit_context *const c = &w->context;

	c->aliases = tc_arena_grow(w->namer.scan->arena, c->aliases,
				   c->alias_count, &c->alias_cap,
				   sizeof *c->aliases);
	c->aliases[c->alias_count++] = *alias;
}

/* As the owner of an organ has it: "Đảng ủy Khối ..." under the word that is
 * printed. */
static struct tc_str owner_form(const struct tc_unit_walk *w,
				const struct tc_unit_name *name,
				struct tc_str canonical)
{
	const struct tc_str org = TC_STR("Đảng bộ");
	const struct tc_str parts[] = {
		TC_STR("Đảng ủy"), tc_str_from(canonical, org.n),
	};

	return tc_unit_word_dang_uy(name->head) &&
			       tc_str_starts(canonical, org) ?
		       tc_arena_join(w->namer.scan->arena, parts, 2) :
		       canonical;
}

/* One that is known as a word is not looked for, but "BVĐK", "TTYT", "TCT",
 * which stand for nothing else. */
static bool is_known(const struct tc_scan *s, size_t first, size_t end)
{
	const unsigned int known = TC_UNIT_HEADS | TC_UNIT_AREA | TC_UNIT_CITY;
	size_t after;
	const struct tc_unit_word *const w =
		tc_unit_word_at(s, first, known, false, &after);

	return w && !(w->cls == TC_UNIT_BODY && after == end &&
		      (tc_unit_kind_is(w->kind, "benh-vien") ||
		       tc_unit_kind_is(w->kind, "trung-tam") ||
		       tc_unit_word_is(w, "tct")));
}

/* What the letters stand for, which are those of the tokens from `from` on; a
 * field of work or a place is nothing. */
static bool meaning(const struct tc_unit_walk *w,
		    const struct tc_unit_name *name, size_t from,
		    struct tc_unit_alias *alias)
{
	const unsigned int heads = TC_UNIT_BODY | TC_UNIT_CELL | TC_UNIT_PARTY;
	const struct tc_str head = tc_unit_word_print(name->head);
	size_t behind = from;

	alias->canonical = name->canonical;
	alias->kind = name->kind;
	alias->head = NULL;
	if (from == name->first || leaves_out(w, name, from)) {
		alias->owner = owner_form(w, name, name->canonical);
		return true;
	}
	alias->owner = alias->canonical = name->host;
	alias->kind = name->host_kind;
	if (name->host.n)
		return true;
	tc_unit_word_at(w->namer.scan, name->first, name->head->cls, false,
			&behind);
	if (from != behind || !(name->head->cls & heads) ||
	    !tc_str_starts(name->canonical, head) ||
	    name->canonical.n <= head.n)
		return false;
	alias->owner = alias->canonical = tc_str_from(name->canonical,
						      head.n + 1);
	alias->kind = "";
	alias->head = name->head;
	return true;
}

static void define(struct tc_unit_walk *w, const struct tc_unit_name *name,
		   size_t meant, size_t first, size_t end)
{
	const struct tc_scan *const s = w->namer.scan;
	struct tc_unit_alias alias = { .first = first, .end = end };
	char letters[LETTERS_MAX];
	size_t n = 0;

	if (is_known(s, first, end))
		return;
	for (size_t i = first; i < end; i++) {
		const struct tc_str part = s->tokens.v[i].bare;
		if (n + part.n > sizeof letters)
			return;
		memcpy(letters + n, part.p, part.n);
		n += part.n;
	}
	const size_t from = meant_from(w, name, meant, tc_str(letters, n),
				       !is_caps_syllable(s, first));
	if (from < meant && meaning(w, name, from, &alias))
		add_alias(w, &alias);
}

void tc_unit_alias_define(struct tc_unit_walk *w,
			  const struct tc_unit_name *name)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t first, end;

	if (w->context.alias_count == TC_UNIT_ALIASES_MAX)
		return;
	if (TC_UNLIKELY(name->brief)) {
		end = past_letters(s, name->brief, false);
		if (end != name->brief)
			define(w, name, name->brief, name->brief, end);
	}
	if (TC_UNLIKELY(bracket_at(s, name->end, &first, &end)))
		define(w, name, name->end, first, end);
}

static bool same_letters(const struct tc_scan *s, size_t i,
			 const struct tc_unit_alias *a)
{
	const struct tc_token *const v = s->tokens.v;

	for (size_t k = a->first; k < a->end; k++, i++)
		if (i >= s->tokens.n || v[i].hash != v[k].hash ||
		    !tc_str_eq(v[i].exact, v[k].exact) ||
		    !(v[i].flags & TC_TOKEN_CAPS) ||
		    (k > a->first && !is_inside(s, i) &&
		     tc_scan_gap(s, i) != tc_scan_gap(s, k)))
			return false;
	return true;
}

/* "Viện LSCB Truyền nhiễm": a longer name, which begins so. */
static bool begins_longer(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_case_tells(n) && tc_namer_joined(n, i) &&
	       tc_namer_upper(n, i) && !tc_namer_area(n, i) &&
	       !tc_scan_surname(n->scan, i);
}

/* The short form where the name is read, *after behind it; NULL: none. */
static const struct tc_unit_alias *alias_at(const struct tc_unit_parts *p,
					    size_t *after)
{
	const struct tc_unit_context *const c = p->n->context;

	if (TC_LIKELY(!c || !c->alias_count) || !tc_part_goes_on(p))
		return NULL;
	for (size_t k = c->alias_count; k-- > 0;) {
		const struct tc_unit_alias *const a = &c->aliases[k];
		*after = p->at + (a->end - a->first);
		if (*after <= p->n->limit &&
		    same_letters(p->n->scan, p->at, a))
			return begins_longer(p->n, *after) ? NULL : a;
	}
	return NULL;
}

static bool take(struct tc_unit_parts *p, struct tc_str name, size_t after)
{
	tc_part_add(p, name);
	p->at = after;
	return p->name->proper = true;
}

/* "Đảng ủy" where "Đảng bộ" stood before what the form is short for. */
static bool same_head(const struct tc_unit_word *a,
		      const struct tc_unit_word *b)
{
	return a == b || (a->cls == TC_UNIT_PARTY && b->cls == TC_UNIT_PARTY &&
			  strcmp(a->kind, b->kind) == 0);
}

bool tc_part_alias_host(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_alias *const a = alias_at(p, &after);

	if (!a || tc_unit_kind_committee(a->kind) ||
	    (a->head && !same_head(a->head, p->name->head)))
		return false;
	if (!a->head) {
		p->name->host = a->canonical;
		p->name->host_kind = a->kind;
	}
	return take(p, a->canonical, after);
}

bool tc_part_alias_owner(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_alias *const a = alias_at(p, &after);

	if (!a || a->head)
		return false;
	p->name->owner = a->canonical;
	p->name->owner_kind = a->kind;
	return take(p, a->owner, after);
}

/* The head may be a part of what the form is short for. */
bool tc_part_alias_body(struct tc_unit_parts *p)
{
	size_t after;
	const struct tc_unit_alias *const a = alias_at(p, &after);
	const struct tc_str head = tc_buf_str(&p->text);

	if (!a)
		return false;
	const bool begins = !a->head && tc_str_starts(a->canonical, head);
	if (a->head ? !tc_str_eq(tc_unit_word_print(a->head), head) :
		      !begins && !tc_unit_kind_is(a->kind, "truong"))
		return false;
	if (begins)
		p->text.n = 0;
	return take(p, a->canonical, after);
}

/* "EVN Hà Nội", "TCT Sao Mai": another's name, which begins so. */
static bool goes_on(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_place *place;

	return tc_unit_gap(w, i) == TC_GAP_TIGHT ||
	       begins_longer(&w->namer, i) ||
	       (tc_unit_gap(w, i) == TC_GAP_BLANK &&
		(tc_namer_area(&w->namer, i) ||
		 tc_namer_province_at(&w->namer, i, NULL, &place)));
}

/* "trường ĐHNL", "phòng PC67": the word is a part of the mention. */
static bool word_before(const struct tc_unit_walk *w,
			const struct tc_unit_alias *a, size_t i)
{
	if (!i || tc_unit_gap(w, i) != TC_GAP_BLANK)
		return false;
	const struct tc_str word = tc_unit_exact(w, i - 1);
	return (tc_unit_kind_is(a->kind, "truong") &&
		tc_str_is(word, "trường")) ||
	       (tc_unit_kind_is(a->kind, "phong") && tc_str_is(word, "phòng"));
}

/* Names that end in the letters and were read before they were given, "Đảng bộ
 * TKV" in a headline: those that they are short for. */
static void spell_out(struct tc_unit_walk *w, const struct tc_unit_alias *a)
{
	struct tc_arena *const arena = w->namer.scan->arena;
	const size_t len = a->end - a->first;

	for (size_t k = 0; k < w->n; k++) {
		struct tc_unit_seen *const seen = &w->seen[k];
		if (seen->end > a->first || seen->end - seen->first <= len ||
		    !same_letters(w->namer.scan, seen->end - len, a))
			continue;
		const struct tc_unit_node *const node =
			&w->nodes.v[seen->node];
		const struct tc_str letters = tc_namer_run_text(
			&w->namer, seen->end - len, seen->end);
		if (!tc_str_ends(node->canonical, letters))
			continue;
		const struct tc_str parts[] = {
			tc_str(node->canonical.p,
			       node->canonical.n - letters.n), a->canonical,
		};
		seen->node = tc_unit_node_get(&w->nodes,
			tc_arena_join(arena, parts, 2), node->kind);
	}
}

static void add_mentions(struct tc_unit_walk *w, const struct tc_unit_alias *a)
{
	const struct tc_scan *const s = w->namer.scan;
	const uint32_t hash = s->tokens.v[a->first].hash;

	/* mentions inside of such names are dropped with all that overlap */
	spell_out(w, a);
	for (size_t i = 0; i < s->tokens.n; i++) {
		if (TC_LIKELY(s->tokens.v[i].hash != hash) || i == a->first ||
		    !same_letters(s, i, a))
			continue;
		const size_t end = i + (a->end - a->first);
		const size_t first = i - word_before(w, a, i);
		if (is_caps_syllable(s, i) && (is_caps_syllable(s, i - 1) ||
					       is_caps_syllable(s, i + 1)))
			continue;
		if (tc_unit_gap(w, i) != TC_GAP_TIGHT && !goes_on(w, end) &&
		    !(i && tc_scan_flags(s, i - 1) & TC_WORD_SEVERAL))
			tc_unit_walk_add(w, first, end,
				tc_unit_node_get(&w->nodes, a->canonical,
						 a->kind),
				0.7f, "short-name");
	}
}

void tc_unit_alias_mentions(struct tc_unit_walk *w)
{
	w->namer.limit = w->namer.scan->tokens.n;
	w->namer.caps = false;
	for (size_t k = 0; k < w->context.alias_count; k++)
		if (!w->context.aliases[k].head)
			add_mentions(w, &w->context.aliases[k]);
}
