/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A unit as a query types it, with whom it is below:
 *
 *   Chi ủy Chi bộ 5  xã Tân Lập ,  thuộc  Đảng bộ huyện Cao Lộc
 *   `--- a name ---' `- name -'    link   `------- name ------'
 *
 * No word is passed over: what the reader of names leaves of one stays behind
 * it, and what it makes nothing of is words.
 */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-name.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

#define QUERY_MAX ((size_t)4096)	/* bytes; a name has a dozen words */

struct reading {
	struct tc_scan scan;
	struct tc_unit_namer namer;
	bool bare;		/* no word has a mark */
	struct tc_str *names;
	size_t n;
	size_t left;		/* words that no name took */
};

static bool typed_bare(const struct tc_tokens *tokens)
{
	for (size_t i = 0; i < tokens->n; i++)
		if (tokens->v[i].flags & TC_TOKEN_MARKED)
			return false;
	return true;
}

static void begin(struct reading *r, struct tc_str text,
		  struct tc_arena *arena)
{
	*r = (struct reading){ .scan = { .text = text, .arena = arena } };
	tc_tokenize(text, arena, &r->scan.tokens);
	tc_scan_mark(&r->scan);
	r->bare = typed_bare(&r->scan.tokens);
	r->namer = (struct tc_unit_namer){ .scan = &r->scan, .query = true,
					   .bare = r->bare };
}

bool tc_unit_canonical(struct tc_str name, struct tc_buf *out)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_unit_name unit;
	struct reading r;

	if (name.n > QUERY_MAX)
		name.n = tc_utf8_floor(name, QUERY_MAX);
	tc_normalize(tc_str_trim(name), &text);
	begin(&r, tc_buf_str(&text), &arena);
	const bool named = tc_unit_name_read(&r.namer, 0, &unit) && !unit.bare;
	tc_buf_addstr(out, named ? unit.canonical : r.scan.text);
	tc_unit_namer_release(&r.namer);
	return named && unit.end == r.scan.tokens.n;
}

/* ---- with the marks that were typed ---- */

/* The typed word that a word of a name stands for; `end` when none does. */
static size_t typed_as(const struct reading *r, const struct tc_token *t,
		       size_t at, size_t end)
{
	while (at < end && !tc_str_eq(r->scan.tokens.v[at].bare, t->bare))
		at++;
	return at;
}

/* A word without a mark stands for every spelling, and the reader may have
 * taken the wrong one ("quan khu" is no quận). */
static struct tc_str as_typed(const struct reading *r, struct tc_str name,
			      size_t at, size_t end)
{
	struct tc_tokens tokens;
	TC_SCOPED_BUF text = { 0 };
	size_t done = 0;

	tc_tokenize(name, r->scan.arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		const struct tc_token *t = &tokens.v[i];
		const size_t k = typed_as(r, t, at, end);
		const bool typed = k < end;
		tc_buf_add(&text, name.p + done, t->off - done);
		done = tc_token_end(t);
		if (r->bare || (typed && !(r->scan.tokens.v[k].flags &
					   TC_TOKEN_MARKED)))
			tc_fold_bare(tc_str(name.p + t->off, t->len), &text);
		else
			tc_buf_add(&text, name.p + t->off, t->len);
		at = typed ? k + 1 : at;
	}
	tc_buf_addstr(&text, tc_str_from(name, done));
	return tc_arena_str(r->scan.arena, tc_buf_str(&text));
}

/* ---- names ---- */

static struct tc_str typed_run(const struct reading *r, size_t at, size_t end)
{
	const struct tc_token *v = r->scan.tokens.v;

	return tc_str(r->scan.text.p + v[at].off,
		      tc_token_end(&v[end - 1]) - v[at].off);
}

/* The name, or the larger area, that begins at token *at. */
static bool read_one(struct reading *r, size_t *at, struct tc_str *name)
{
	struct tc_unit_name unit;
	struct tc_area area;
	const size_t first = *at;

	if (tc_unit_name_read(&r->namer, first, &unit) && !unit.bare) {
		*at = unit.end;
		*name = as_typed(r, unit.canonical, first, *at);
		return true;
	}
	r->namer.limit = r->scan.tokens.n;
	if (!tc_unit_area_read(&r->namer, at, false, &area))
		return false;
	*name = as_typed(r, tc_area_plain(r->scan.arena, area), first, *at);
	return true;
}

static bool begins_one(struct reading *r, size_t at)
{
	struct tc_str name;

	return read_one(r, &at, &name);
}

/* A comma or a bracket parts names; other marks may be inside one. */
static bool is_parted(const struct reading *r, size_t at)
{
	const enum tc_gap gap = tc_scan_gap(&r->scan, at);

	return at >= r->scan.tokens.n || gap == TC_GAP_COMMA ||
	       gap == TC_GAP_OPEN || gap == TC_GAP_CLOSE;
}

static size_t past_link(const struct reading *r, size_t at)
{
	size_t after;

	return tc_unit_word_at(&r->scan, at, TC_UNIT_LINK, r->namer.bare,
			       &after) && after < r->scan.tokens.n ?
		       after : at;
}

/* What goes on behind a name: up to what parts it from the next. */
static size_t left_to(struct reading *r, size_t at)
{
	do
		at++;
	while (!is_parted(r, at) && past_link(r, at) == at &&
	       !begins_one(r, at));
	return at;
}

static void add_name(struct reading *r, size_t *at)
{
	struct tc_arena *arena = r->scan.arena;
	struct tc_str name = { 0 };
	size_t end = *at;
	const bool read = read_one(r, &end, &name);

	if (!read || !(is_parted(r, end) || past_link(r, end) > end ||
		       begins_one(r, end))) {
		const size_t from = end;
		end = left_to(r, from);
		r->left += end - from;
		name = read ? tc_arena_printf(arena, "%.*s %.*s", TC_ARG(name),
					      TC_ARG(typed_run(r, from, end))) :
			      typed_run(r, from, end);
	}
	r->names[r->n++] = name;
	*at = end;
}

static void read_names(struct reading *r, struct tc_str text, bool bare,
		       struct tc_arena *arena)
{
	size_t at = 0;

	begin(r, text, arena);
	r->namer.bare |= bare;
	r->names = tc_arena_alloc(arena, TC_UNIT_NAMES_MAX *
						 sizeof *r->names);
	while (at < r->scan.tokens.n && r->n + 1 < TC_UNIT_NAMES_MAX) {
		at = r->n ? past_link(r, at) : at;
		add_name(r, &at);
	}
	r->left += r->scan.tokens.n - at;
	if (at < r->scan.tokens.n)
		r->names[r->n++] = typed_run(r, at, r->scan.tokens.n);
	tc_unit_namer_release(&r->namer);
}

/* As it is typed; and where words are left so, as a half of the words may be
 * without their marks. */
static void read_best(struct reading *r, struct tc_str text,
		      struct tc_arena *arena)
{
	struct reading half;

	read_names(r, text, false, arena);
	if (!r->left || r->bare)
		return;
	read_names(&half, text, true, arena);
	if (half.left < r->left)
		*r = half;
}

static struct tc_str join(const struct reading *r)
{
	TC_SCOPED_BUF text = { 0 };

	for (size_t i = 0; i < r->n; i++)
		tc_buf_printf(&text, "%s%.*s", i ? ", " : "",
			      TC_ARG(r->names[i]));
	return tc_arena_str(r->scan.arena, tc_buf_str(&text));
}

/* Printed, they are read again as the same names. */
static bool is_settled(const struct reading *r, struct tc_arena *arena)
{
	struct reading again;

	read_best(&again, join(r), arena);
	bool same = again.n == r->n;
	for (size_t i = 0; same && i < r->n; i++)
		same = tc_str_eq(again.names[i], r->names[i]);
	return same;
}

size_t tc_unit_names(struct tc_str typed, struct tc_arena *arena,
		     struct tc_str names[TC_UNIT_NAMES_MAX])
{
	TC_SCOPED_BUF text = { 0 };
	struct reading r;

	tc_normalize(tc_str_trim(typed), &text);
	names[0] = tc_arena_str(arena, tc_buf_str(&text));
	if (text.n > QUERY_MAX)
		return 1;
	read_best(&r, names[0], arena);
	if (!r.n || !is_settled(&r, arena))
		return 1;
	memcpy(names, r.names, r.n * sizeof *names);
	return r.n;
}
