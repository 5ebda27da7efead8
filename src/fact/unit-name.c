/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-name.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"

/* A word of prose stands there, or nothing that is joined: no part of a name
 * would be found behind a cell, a Party organisation, a body or a department.
 * All that they read begins with a capital, a digit or one of these. */
static bool nothing_behind(const struct tc_unit_parts *p,
			   const struct tc_unit_word *w)
{
	const bool fields = tc_unit_school(w) ||
			    tc_unit_kind_is(w->kind, "quan-doi") ||
			    tc_unit_kind_is(w->kind, "benh-vien") ||
			    tc_unit_kind_is(w->kind, "trung-tam");
	const unsigned int parts = TC_UNIT_HEADS | TC_UNIT_HOST |
		TC_UNIT_BLOCK | TC_UNIT_HOOD |
		TC_UNIT_FIELD | TC_UNIT_AREA | TC_UNIT_CITY |
		(fields ? TC_UNIT_TASK | TC_UNIT_NOUN : 0);
	const struct tc_unit_namer *n = p->n;

	if (!tc_namer_case_tells(n))
		return false;
	if (!tc_part_goes_on(p))	/* "(CDC) tỉnh" */
		return tc_scan_gap(n->scan, p->at) != TC_GAP_OPEN &&
		       !(tc_unit_kind_is(w->kind, "truong") &&
			 tc_namer_quoted_letter(n, p->at));
	const struct tc_token *const t = tc_namer_token(n, p->at);
	return !(t->flags & (TC_TOKEN_UPPER | TC_TOKEN_DIGIT)) &&
	       !(tc_scan_units(n->scan, p->at) & parts) &&
	       !(w->cls == TC_UNIT_DEPT &&
		 tc_namer_past_lower_field(n, p->at) > p->at) &&
	       !(tc_unit_kind_is(w->kind, "organ") && w->cls == TC_UNIT_BODY &&
		 tc_namer_past_works(n, p->at) > p->at) &&
	       !(w->cls == TC_UNIT_BODY &&
		 tc_namer_past_lower(p->n, p->at, w->kind) > p->at) &&
	       /* "chi bộ số 5", but not "sổ" */
	       !(n->scan->marks[p->at].row && tc_str_is(t->bare, "so"));
}

/* "Bí thư Chi bộ, Trưởng thôn X", "Bí thư Chi bộ kiêm trưởng bản Y": who leads
 * the cell heads its place as well.  Moves p to the place. */
static void skip_to_hood(struct tc_unit_parts *p)
{
	struct tc_unit_namer *n = p->n;
	size_t at = p->at, after;

	if (n->query || !tc_namer_office(n))
		return;
	/* "Bí thư chi bộ ấp - Trưởng ấp X" */
	if (tc_namer_joined(n, at) &&
	    tc_namer_word(n, at, TC_UNIT_HOOD, &after) &&
	    !tc_namer_joined(n, after))
		at = after;
	if (at < n->limit && tc_str_is(tc_namer_token(n, at)->exact, "kiêm"))
		at++;
	if (at + 1 < n->limit &&
	    tc_str_is(tc_namer_token(n, at)->exact, "trưởng") &&
	    tc_namer_joined(n, at + 1) &&
	    tc_namer_word(n, at + 1, TC_UNIT_HOOD, &after))
		p->at = at + 1;
}

static bool read_name(struct tc_unit_parts *p, const struct tc_unit_word *w)
{
	return w->cls == TC_UNIT_CELL || w->cls == TC_UNIT_PARTY ?
		       tc_unit_party_head_read(p, w) : tc_unit_head_read(p, w);
}

/* Heads that may stand alone: for what was named before, or for the list
 * whose tail names the place. */
static bool may_be_bare(const struct tc_unit_word *w)
{
	return w->cls & (TC_UNIT_CELL | TC_UNIT_PARTY | TC_UNIT_STATE) ||
	       tc_unit_word_committee(w) ||
	       (w->cls == TC_UNIT_ORGAN && (tc_unit_kind_is(w->kind, "organ") ||
					    tc_unit_kind_is(w->kind, "trung-tam")));
}

/* "các", "13" stands before token i. */
static bool counted(const struct tc_unit_namer *n, size_t i)
{
	return i && tc_scan_gap(n->scan, i) == TC_GAP_BLANK &&
	       (tc_scan_flags(n->scan, i - 1) & TC_WORD_SEVERAL ||
		tc_namer_token(n, i - 1)->flags & TC_TOKEN_DIGIT);
}

/* "UBND xa", "tinh doan": a level that nothing completes; but "xã Đoàn", and of
 * "Công an tỉnh", "Hội Nông dân huyện" the function is a name of one. */
static bool level_alone(const struct tc_unit_namer *n,
			const struct tc_unit_name *name, size_t after)
{
	const unsigned int cls = name->head->cls;

	if (n->query || name->proper)
		return false;
	if (cls == TC_UNIT_LEVEL)
		return !tc_namer_upper(n, name->first) &&
		       !tc_namer_upper(n, after - 1);
	return cls == TC_UNIT_STATE && !name->host.n &&
	       (tc_unit_kind_authority(name->kind) ||
		tc_unit_kind_is(name->kind, "mat-tran") ||
		counted(n, name->first));
}

/* "Công an tỉnh", whose place nothing tells */
static bool lacks_place(const struct tc_unit_name *name)
{
	return name->head->cls == TC_UNIT_STATE && !name->host.n &&
	       name->own.word != TC_AREA_NONE && !name->own.name.n;
}

/* "Đảng ủy xã", "Tỉnh ủy", "UBND tỉnh", completed by the context. */
static bool level_only(const struct tc_unit_parts *p, size_t after)
{
	const unsigned int levels =
		TC_UNIT_LEVEL | TC_UNIT_PARTY | TC_UNIT_STATE |
		(tc_unit_kind_is(p->name->kind, "doan-the") ? TC_UNIT_BODY : 0);
	size_t end = after;

	if (p->name->head->cls == TC_UNIT_ORGAN && p->name->open)
		return true;	/* "Ban Thường vụ Đảng ủy Khối" */
	if (!(p->name->completed || lacks_place(p->name)) ||
	    !(p->name->head->cls & levels))
		return false;
	if (p->closed > after)
		after = p->closed;	/* "UBND (...) tỉnh" */
	return p->at == after || (tc_unit_word_at(p->n->scan, after,
						  TC_UNIT_AREA, false, &end) &&
				  p->at == end);
}

void tc_unit_namer_release(struct tc_unit_namer *n)
{
	while (n->spares)
		tc_buf_release(&n->spare[--n->spares]);
}

void tc_unit_name_init(struct tc_unit_name *name, const struct tc_unit_word *w)
{
	const struct tc_str none = { 0 };
	const struct tc_area nowhere = { 0 };

	name->head = w;
	name->kind = w->kind;
	name->first = name->end = name->link = 0;
	/* not a = b = none: b would be read as a whole, which waits for the
	 * stores of its members, half of the time of a name's reading */
	name->canonical = none;
	name->host = none;
	name->owner = none;
	name->free_name = none;
	name->own = nowhere;
	name->owner_area = nowhere;
	name->up_count = name->free_at = name->brief = 0;
	name->host_kind = name->owner_kind = NULL;
	name->bare = name->open = name->function = name->level = false;
	name->proper = name->free = name->central = name->completed = false;
	name->caps = false;
}

bool tc_unit_name_read(struct tc_unit_namer *n, size_t i,
		       struct tc_unit_name *out)
{
	size_t after;
	const struct tc_unit_word *w = tc_unit_word_at(n->scan, i,
						       TC_UNIT_HEADS, n->bare,
						       &after);

	return w && tc_unit_name_read_behind(n, i, w, after, out);
}

static size_t limit_from(const struct tc_unit_namer *n, size_t i)
{
	const size_t all = n->scan->tokens.n;

	return all - i < TC_UNIT_TOKENS_MAX ? all : i + TC_UNIT_TOKENS_MAX;
}

/* "Chi bộ đã": of these heads nothing is read, where nothing can be. */
static bool stands_alone(const struct tc_unit_parts *p,
			 const struct tc_unit_word *w)
{
	const unsigned int wanting = TC_UNIT_CELL | TC_UNIT_PARTY |
				     TC_UNIT_BODY | TC_UNIT_DEPT;

	/* a firm's trade stands in lower case before its name */
	return w->cls & wanting && !tc_unit_kind_is(w->kind, "doanh-nghiep") &&
	       nothing_behind(p, w) && !tc_unit_head_whole(w);
}

static bool take_alone(struct tc_unit_namer *n, const struct tc_unit_word *w,
		       size_t after, struct tc_unit_name *out)
{
	out->bare = true;
	out->end = out->link = after;
	out->canonical = tc_unit_word_print(w);
	n->limit = limit_from(n, after);
	return may_be_bare(w);
}

/* "Bộ Chính trị": of real texts' names the half, and no part of them is to be
 * read. */
static bool take_fixed(struct tc_unit_namer *n, const struct tc_unit_word *w,
		       size_t after, struct tc_unit_name *out)
{
	out->central = !tc_unit_kind_is(w->kind, "phong");
	out->canonical = tc_unit_word_print(w);
	/* a longer name than a row holds */
	if (TC_UNLIKELY(tc_str_ends(out->canonical, TC_STR("tham nhũng"))) &&
	    tc_scan_gap(n->scan, after) == TC_GAP_COMMA &&
	    tc_unit_words_at(n->scan, after, "tiêu cực")) {
		out->canonical = TC_STR("Ban Chỉ đạo Trung ương về phòng, "
					"chống tham nhũng, tiêu cực");
		after += 2;
	}
	out->end = out->link = after;
	n->limit = limit_from(n, after);
	out->up_count = tc_unit_up_read(n, &out->link, &out->own, out->up);
	return true;
}

/* "Ban Chấp hành Trung ương Hội Nông dân Việt Nam": the society's own, as its
 * centre is; else w. */
static const struct tc_unit_word *
central_society(const struct tc_unit_namer *n, size_t i,
		const struct tc_unit_word *w, size_t *after)
{
	const bool committee = w->cls & (TC_UNIT_ORGAN | TC_UNIT_FIXED) &&
		(tc_str_starts(tc_unit_word_print(w), TC_STR("Ban Chấp hành")) ||
		 tc_str_is(tc_unit_word_print(w), "Ban Thường vụ"));
	size_t end;

	if (TC_LIKELY(!committee))
		return w;
	const bool brief = tc_namer_token(n, i)->flags & TC_TOKEN_CAPS &&
			   tc_namer_token(n, i)->bare.n == 3;
	const struct tc_unit_word *const s =
		tc_unit_word_at(n->scan, i + (brief ? 1 : 3), TC_UNIT_FIXED,
				false, &end);

	if (!s || !tc_unit_kind_is(s->kind, "doan-the"))
		return w;
	*after = end;
	return s;
}

bool tc_unit_name_read_behind(struct tc_unit_namer *n, size_t i,
			      const struct tc_unit_word *w, size_t after,
			      struct tc_unit_name *out)
{
	w = central_society(n, i, w, &after);

	struct tc_unit_parts p = { .n = n, .name = out, .at = after };

	n->limit = limit_from(n, i);
	if (after > n->limit)
		return false;
	n->caps = TC_LIKELY(!n->query) && tc_namer_in_caps(n, i, after);
	if (!tc_namer_head_stands(n, i, after, w))
		return false;
	tc_unit_name_init(out, w);
	out->first = i;
	out->caps = n->caps;
	if (w->cls == TC_UNIT_CELL) {
		/* of "Chi ủy Chi bộ 2" the cell is the name */
		if (!n->query && tc_unit_word_is(w, "chi ủy chi bộ"))
			out->first = i + 2;
		skip_to_hood(&p);
	}
	if (stands_alone(&p, w))
		return take_alone(n, w, after, out);
	if (w->cls == TC_UNIT_FIXED && TC_LIKELY(!tc_unit_head_society(w)))
		return take_fixed(n, w, after, out);
	tc_part_begin(&p);
	bool named = read_name(&p, w);
	if (named && level_alone(n, out, after))
		named = false;
	out->bare = !named;
	out->level = named && level_only(&p, after);
	out->end = named ? p.at : after;
	out->canonical = tc_arena_str(n->scan->arena, tc_buf_str(&p.text));
	tc_part_end(&p);
	if (out->bare)
		out->own.name = tc_str(NULL, 0);
	out->link = out->end;
	n->limit = limit_from(n, out->end);
	if (named)
		out->up_count =
			tc_unit_up_read(n, &out->link, &out->own, out->up);
	return named || may_be_bare(w);
}
