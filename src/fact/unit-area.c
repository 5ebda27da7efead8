/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-clause.h"
#include "fact/unit-part.h"
#include "fact/unit-walk.h"
#include "fact/unit.h"

/* "Tân Bình", "Eatling": two capitals, or one word of another language. */
static bool place_name(const struct tc_unit_namer *n, size_t i)
{
	const uint32_t others = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	const uint32_t flags = tc_namer_token(n, i)->flags;

	if (flags & TC_TOKEN_CAPS && tc_namer_token(n, i)->len > 1)
		return false;
	return tc_namer_upper(n, i) &&
	       ((tc_namer_joined(n, i + 1) && tc_namer_upper(n, i + 1)) ||
		!(flags & others));
}

/* "Đảng ủy TT Tân Bình": none of its words a head. */
static bool township(const struct tc_unit_namer *n, size_t i)
{
	const unsigned int others =
		TC_UNIT_FIELD | TC_UNIT_STATE | TC_UNIT_TASK | TC_UNIT_NOUN;
	size_t after;

	return tc_str_is(tc_namer_token(n, i)->exact, "tt") &&
	       tc_namer_case_tells(n) &&
	       tc_namer_token(n, i)->flags & TC_TOKEN_CAPS &&
	       tc_namer_joined(n, i + 1) && place_name(n, i + 1) &&
	       !tc_namer_word(n, i + 1, others, &after);
}

/* "P. Dong Kinh", "Q.1", "H. Cao Loc", "X. Tan Son", "TT. Dong Dang": only
 * with the dot and before a name. */
static enum tc_area_word dotted_area(const struct tc_unit_namer *n, size_t i)
{
	static const struct {
		const char *letter;
		enum tc_area_word area;
	} rows[] = {
		{ "p", TC_AREA_PHUONG },    { "q", TC_AREA_QUAN },
		{ "h", TC_AREA_HUYEN },	    { "x", TC_AREA_XA },
		{ "tt", TC_AREA_THI_TRAN },
	};

	if (township(n, i))
		return TC_AREA_THI_TRAN;
	if (!tc_namer_upper(n, i) || i + 1 >= n->limit ||
	    tc_scan_gap(n->scan, i + 1) != TC_GAP_DOT ||
	    !(tc_namer_upper(n, i + 1) || tc_namer_digit(n, i + 1)))
		return TC_AREA_NONE;
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
		if (tc_str_is(tc_namer_token(n, i)->exact, rows[k].letter))
			return rows[k].area;
	return TC_AREA_NONE;
}

/* "xã Hội Hợp": the commune; "xã hội", "Xã Hội" is society. */
static bool names_commune(const struct tc_unit_namer *n, size_t i, size_t at)
{
	static const char *const names[] = {
		"hội an", "hội hợp", "hội nghĩa", "hội sơn", "hội thịnh",
		"hội xuân",
	};

	if (!tc_namer_case_tells(n))
		return TC_UNIT_ANY_AT(n->scan, at, names);

	const size_t run = tc_namer_proper_run(n, at, 8);
	size_t after;

	return run == 2 || (run > 2 && !tc_namer_upper(n, i) &&
			    !tc_namer_word(n, at, TC_UNIT_HEADS, &after));
}

/* The area word at i: its class in *w (NULL for a dotted letter). */
static enum tc_area_word area_word(const struct tc_unit_namer *n, size_t i,
				   const struct tc_unit_word **w, size_t *after)
{
	const unsigned int areas = TC_UNIT_AREA | TC_UNIT_CITY;

	*w = tc_namer_word(n, i, areas | TC_UNIT_LEVEL, after);
	if (*w && (*w)->cls == TC_UNIT_LEVEL) {
		if (!tc_unit_kind_is((*w)->kind, "doan-the") ||
		    tc_namer_league(n, *w, *after))
			return TC_AREA_NONE; /* "Tỉnh Đoàn" */
		*w = tc_namer_word(n, i, areas, after);
	}
	if (!*w) {
		*after = i + 1;
		return i < n->limit ? dotted_area(n, i) : TC_AREA_NONE;
	}
	if ((*w)->area == TC_AREA_XA && tc_namer_joined(n, *after) &&
	    tc_str_is(tc_namer_token(n, *after)->exact, "hội") &&
	    !names_commune(n, i, *after))
		return TC_AREA_NONE;
	return (*w)->area;
}

/* "Q8", "P12" */
static inline bool is_glued(const struct tc_token *t)
{
	const uint32_t both = TC_TOKEN_UPPER | TC_TOKEN_DIGIT;

	return TC_UNLIKELY((t->flags & both) == both) && t->exact.n <= 3 &&
	       (*t->exact.p == 'q' || *t->exact.p == 'p') &&
	       t->exact.p[1] >= '1' && t->exact.p[1] <= '9' &&
	       t->exact.p[t->exact.n - 1] >= '0' &&
	       t->exact.p[t->exact.n - 1] <= '9';
}

static void read_glued(struct tc_unit_namer *n, size_t *i, struct tc_area *out)
{
	const struct tc_token *const t = tc_namer_token(n, (*i)++);

	out->word = *t->exact.p == 'q' ? TC_AREA_QUAN : TC_AREA_PHUONG;
	out->name = tc_str_from(t->exact, 1);
	tc_namer_remember(n, out);
}

/* Of most tokens nothing more is to be asked. */
static inline bool may_be_area(const struct tc_unit_namer *n, size_t i)
{
	const unsigned int mask = TC_UNIT_AREA | TC_UNIT_CITY | TC_UNIT_LEVEL;

	return TC_LIKELY(i < n->limit) &&
	       (TC_UNLIKELY(n->bare) ||
		tc_scan_units(n->scan, i) & mask ||
		tc_scan_is_letter(tc_namer_token(n, i)) ||
		is_glued(tc_namer_token(n, i)));
}

bool tc_namer_area(const struct tc_unit_namer *n, size_t i)
{
	if (!may_be_area(n, i))
		return false;

	const struct tc_unit_word *w;
	size_t after;

	return area_word(n, i, &w, &after) != TC_AREA_NONE;
}

bool tc_namer_names_area(struct tc_unit_namer *n, size_t i)
{
	struct tc_area area;

	return tc_namer_joined(n, i) &&
	       tc_unit_area_read(n, &i, false, &area) && area.name.n;
}

void tc_namer_remember(struct tc_unit_namer *n, const struct tc_area *area)
{
	if (n->context && area->name.n)
		n->context->last[area->word] = area->name;
}

/* Nothing is completed here. */
static struct tc_str province_at(struct tc_unit_namer *n, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	struct tc_area area;
	size_t at = i;

	n->limit = n->scan->tokens.n;
	n->caps = (tc_namer_token(n, i)->flags & both) == both;
	if (tc_unit_area_read(n, &at, false, &area))
		return area.name;
	const struct tc_unit_word *const w =
		tc_namer_word(n, i, TC_UNIT_HEADS, &at);
	return w && w->cls == TC_UNIT_LEVEL ?
		       tc_namer_level_name(n, w, at) : tc_str(NULL, 0);
}

#define PROVINCE_AFTER 3	/* "Tỉnh ủy tỉnh Lạng Sơn" */

/* A name has its capital, behind most of these words none does. */
static bool may_be_province(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i];
	unsigned flags = t->flags & TC_TOKEN_CAPS;

	for (size_t k = 1; k <= PROVINCE_AFTER && i + k < s->tokens.n; k++)
		flags |= t[k].flags & TC_TOKEN_UPPER;
	return flags;
}

/* The headline of a paper names another province, and the text no other one,
 * nor the paper's own. */
static bool told_by_headline(const struct tc_unit_namer *n, size_t at)
{
	const struct tc_unit_context *const c = n->context;

	return c->site && c->province.n && !c->provinces &&
	       n->scan->tokens.v[at].off < n->scan->title_len &&
	       !tc_str_eq(c->province, c->site->name) &&
	       tc_str_find(n->scan->text, c->site->name, 0) == SIZE_MAX;
}

/* "Lào Cai: 175 đảng viên ...", "Lào Cai tổng kết", in a paper of none or of
 * another province: whatever others the text names, it is the one spoken of. */
static bool opens_headline(struct tc_unit_namer *own,
			   struct tc_unit_context *c)
{
	const struct tc_scan *const s = own->scan;
	const struct tc_place *place = NULL;

	if (!s->title_len || !s->tokens.n)
		return false;
	own->limit = s->tokens.n;
	const size_t run = tc_namer_province_at(own, 0, "tinh", &place);
	if (!run ||
	    (s->text.p[tc_token_end(&s->tokens.v[run - 1])] != ':' &&
	     !tc_unit_verb_behind(s, run)) ||
	    (c->site && tc_str_eq(c->site->name, place->name)))
		return false;
	c->province = place->name;
	return true;
}

/* "thăm, làm việc tại Tuyên Quang": the headline's, where no word for a province
 * stands before any; empty when there is none. */
static struct tc_str place_of_headline(struct tc_unit_namer *own)
{
	static const char *const at[] = { "tại", "ở" };
	const struct tc_scan *const s = own->scan;
	const struct tc_place *place = NULL;

	own->limit = s->tokens.n;
	for (size_t i = 1; i < s->tokens.n && s->tokens.v[i].off < s->title_len;
	     i++)
		if (TC_AMONG(s->tokens.v[i - 1].exact, at) &&
		    tc_namer_province_at(own, i, "tinh", &place))
			return place->name;
	return tc_str(NULL, 0);
}

/* Which provinces does the text name? */
static void read_provinces(const struct tc_unit_namer *n)
{
	const struct tc_scan *s = n->scan;
	struct tc_unit_context *const c = n->context;
	struct tc_unit_namer own = { .scan = s, .gazetteer = n->gazetteer };
	const bool opens = opens_headline(&own, c);
	size_t at = 0;

	for (size_t k = 0; !opens && k < s->units.n && !c->provinces; k++) {
		const uint32_t i = s->units.v[k];
		if (TC_LIKELY(!(tc_scan_flags(s, i) & TC_WORD_PROVINCE)) ||
		    !may_be_province(s, i))
			continue;
		const struct tc_str name = province_at(&own, i);
		if (!c->province.n) {
			c->province = name;
			at = i;
		} else if (name.n && !tc_str_eq(c->province, name))
			c->provinces = true;
	}
	if (!c->site && !c->province.n)
		c->province = place_of_headline(&own);
	c->provinces_read = true;
	c->headline = told_by_headline(n, at);
	tc_unit_namer_release(&own);
}

static bool in_headline(const struct tc_scan *s)
{
	for (size_t k = 0; k < s->units.n; k++) {
		const uint32_t i = s->units.v[k];
		if (s->tokens.v[i].off >= s->title_len)
			break;
		if (tc_scan_flags(s, i) & TC_WORD_PROVINCE)
			return true;
	}
	return false;
}

static bool is_opened(const struct tc_unit_namer *n)
{
	struct tc_unit_namer own = {
		.scan = n->scan, .gazetteer = n->gazetteer,
	};
	const bool opens = opens_headline(&own, n->context);

	tc_unit_namer_release(&own);
	return opens;
}

/* The site's, or the headline's in a paper of another. */
static struct tc_str site_province(const struct tc_unit_namer *n)
{
	struct tc_unit_context *const c = n->context;

	if (!c->headline_read && !c->provinces_read &&
	    (in_headline(n->scan) || is_opened(n)))
		read_provinces(n);
	c->headline_read = true;
	return c->headline ? c->province : c->site->name;
}

#define OPENING_TOKENS_MAX 3

/* Behind "6 tháng đầu năm 2018," where the headline begins with a time. */
static size_t past_time(const struct tc_scan *s)
{
	size_t i = 0;

	if (!s->tokens.n || !(s->tokens.v[0].flags & TC_TOKEN_DIGIT))
		return 0;
	do
		i++;
	while (i < s->tokens.n && s->tokens.v[i].off < s->title_len &&
	       tc_scan_gap(s, i) == TC_GAP_BLANK);
	return i < s->tokens.n && tc_scan_gap(s, i) == TC_GAP_COMMA ? i : 0;
}

/* "Tuy Phong: Tổng kết phong trào", "Tuy Phong tổ chức": the place that opens
 * the headline of a paper of its province; of what level, the text says. */
static struct tc_str opening_place(const struct tc_unit_namer *n)
{
	const struct tc_scan *const s = n->scan;
	const size_t from = past_time(s);
	const struct tc_place *place = NULL;
	size_t i = from;

	while (i - from < OPENING_TOKENS_MAX && i < s->tokens.n &&
	       tc_token_end(&s->tokens.v[i]) < s->title_len &&
	       tc_namer_upper(n, i) &&
	       !(s->tokens.v[i].flags & (TC_TOKEN_CAPS | TC_TOKEN_DIGIT)) &&
	       (i == from || tc_scan_gap(s, i) == TC_GAP_BLANK))
		i++;
	if (i < from + 2 ||
	    tc_scan_units(s, from) & (TC_UNIT_AREA | TC_UNIT_HEADS) ||
	    (s->text.p[tc_token_end(&s->tokens.v[i - 1])] != ':' &&
	     !tc_unit_verb_behind(s, i)) ||
	    (i == from + OPENING_TOKENS_MAX && tc_scan_surname(s, from)) ||
	    tc_namer_province_at(n, from, "tinh", &place) == i)
		return tc_str(NULL, 0);
	const uint32_t at = s->tokens.v[from].off;
	return tc_str(s->text.p + at, tc_token_end(&s->tokens.v[i - 1]) - at);
}

/* "TUY PHONG: TỔNG KẾT PHONG TRÀO", as it would be spelled in a sentence. */
static struct tc_str opening_capitals(const struct tc_unit_namer *n)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;
	const struct tc_scan *const s = n->scan;
	const struct tc_place *place = NULL;
	struct tc_unit_namer own = {
		.scan = s, .gazetteer = n->gazetteer, .caps = true,
	};
	TC_SCOPED_BUF name = { 0 };
	size_t i = 0;

	if (!s->tokens.n ||
	    tc_scan_units(s, 0) & (TC_UNIT_AREA | TC_UNIT_HEADS))
		return tc_str(NULL, 0);
	while (i < OPENING_TOKENS_MAX && i < s->tokens.n &&
	       tc_token_end(&s->tokens.v[i]) < s->title_len &&
	       (s->tokens.v[i].flags & both) == both &&
	       !(i > 1 && tc_unit_verb_behind(s, i)))
		if (s->text.p[tc_token_end(&s->tokens.v[i++])] == ':')
			break;
	if (i < 2 || (s->text.p[tc_token_end(&s->tokens.v[i - 1])] != ':' &&
		      !tc_unit_verb_behind(s, i)) ||
	    tc_namer_province_at(n, 0, "tinh", &place) == i)
		return tc_str(NULL, 0);
	tc_unit_spell_run(&own, 0, i, &name);
	return tc_arena_str(s->arena, tc_buf_str(&name));
}

/* The same as that of a level: not when the text knows it as another's. */
static struct tc_str opening_as(const struct tc_unit_namer *n,
				enum tc_area_word word)
{
	struct tc_str name = opening_place(n);

	if (!name.n)
		name = opening_capitals(n);

	for (int i = 0; name.n && i < TC_AREA_COUNT; i++)
		if (i != (int)word && tc_str_eq(n->context->last[i], name))
			return tc_str(NULL, 0);
	return name;
}

/* The site's city was a province of that name once. */
static bool was_province(const struct tc_unit_namer *n)
{
	TC_SCOPED_BUF key = { 0 };

	tc_unit_key_add(n->context->site->name, &key);
	return tc_gazetteer_find_as(n->gazetteer, tc_buf_str(&key), "tinh");
}

/* "tinh" alone: the site's province, or the only one that the text names;
 * "huyen" alone: the site's district, or the last one named. */
struct tc_str tc_namer_area_known(const struct tc_unit_namer *n,
				  enum tc_area_word word)
{
	const struct tc_unit_context *c = n->context;

	if (!c)
		return tc_str(NULL, 0);
	if (word == TC_AREA_TINH) {
		if (c->site && strcmp(c->site->kind, "tinh") == 0)
			return site_province(n);
		if (c->site && was_province(n))
			return c->site->name;
		if (!c->provinces_read)
			read_provinces(n);
		return c->provinces ? tc_str(NULL, 0) : c->province;
	}
	if (c->seat[word].n)
		return c->seat[word];
	if (word == TC_AREA_THANH_PHO && !c->last[word].n && c->site &&
	    strcmp(c->site->kind, "thanh-pho") == 0)
		return c->site->name;
	return c->last[word].n ? c->last[word] : opening_as(n, word);
}

/* "Qua đó" behind "UBND TP.": the dot ends a sentence.  No city has a name of
 * one syllable but Vinh and Huế. */
static bool begins_sentence(const struct tc_unit_namer *n,
			    enum tc_area_word area, size_t i)
{
	static const char *const cities[] = { "vinh", "huế" };

	return (area == TC_AREA_THANH_PHO || area == TC_AREA_THI_XA) &&
	       tc_scan_gap_bits(n->scan, i) & TC_GAP_STOP &&
	       tc_namer_case_tells(n) &&
	       tc_namer_token(n, i)->flags & TC_TOKEN_SYLLABLE &&
	       tc_scan_gap(n->scan, i + 1) != TC_GAP_TIGHT &&
	       tc_namer_proper_run(n, i, 2) == 1 &&
	       !TC_AMONG(tc_namer_token(n, i)->exact, cities);
}

bool tc_unit_area_read(struct tc_unit_namer *n, size_t *i, bool bare,
		       struct tc_area *out)
{
	const struct tc_unit_word *w;
	size_t at = *i, after;

	*out = (struct tc_area){ 0 };
	if (!may_be_area(n, at))
		return false;
	if (is_glued(tc_namer_token(n, at))) {
		read_glued(n, i, out);
		return true;
	}
	enum tc_area_word area = area_word(n, at, &w, &after);
	if (area == TC_AREA_NONE)
		return false;
	out->word = area;
	if (w && w->cls == TC_UNIT_CITY) {
		out->name = tc_str_from(tc_unit_word_print(w),
					sizeof "thành phố");
	} else if (tc_namer_joined(n, after) ||
		   (after < n->limit && (!w || *w->canonical) &&
		    tc_scan_gap(n->scan, after) == TC_GAP_DOT &&
		    !begins_sentence(n, area, after))) {
		/* "TP. Vinh"; but "... họp ở xã. Chín đảng viên" */
		size_t end = after;
		out->name = tc_namer_area_name(n, area, &end);
		if (out->name.n)
			after = end;
	}
	if (!out->name.n && !bare)
		return false;
	tc_namer_remember(n, out);
	*i = after;
	return true;
}

/* Past what may stand between an area and the larger one; 0 when nothing
 * of that kind does. */
static size_t past_up_mark(const struct tc_unit_namer *n, size_t i)
{
	size_t after;

	if (!may_be_area(n, i) &&
	    !(i < n->limit &&
	      (n->bare || tc_scan_units(n->scan, i) & TC_UNIT_LINK)))
		return 0;
	switch (tc_scan_gap(n->scan, i)) {
	case TC_GAP_BLANK:
	case TC_GAP_COMMA:
	case TC_GAP_OPEN:
	case TC_GAP_DASH:
		break;
	default:
		return 0;
	}
	return tc_namer_word(n, i, TC_UNIT_LINK, &after) &&
			       tc_namer_joined(n, after)
		       ? after
		       : i;
}

/* "huyện Vĩnh Linh, Quảng Trị", "(Quảng Trị)": a province without its word,
 * *end behind it. */
static bool bare_province(struct tc_unit_namer *n, size_t *end, size_t i,
			  const struct tc_area *before, struct tc_area *area)
{
	const struct tc_place *place = NULL;

	if (n->query || !before->name.n || !tc_namer_upper(n, i))
		return false;
	const enum tc_gap gap = tc_scan_gap(n->scan, i);
	if (gap != TC_GAP_COMMA && gap != TC_GAP_OPEN)
		return false;
	const int rank = tc_area_rank(n->gazetteer, before);
	if (rank < 3 || rank > 4)
		return false;
	const size_t run = tc_namer_province_at(n, i, NULL, &place);
	if (!run || run != tc_namer_proper_run(n, i, 8))
		return false;
	area->word = tc_place_word(place);
	area->name = tc_arena_str(n->scan->arena, place->name);
	tc_namer_remember(n, area);
	*end = i + run;
	return true;
}

size_t tc_unit_up_read(struct tc_unit_namer *n, size_t *i,
		       const struct tc_area *inner, struct tc_area *up)
{
	size_t count = 0;

	while (count < TC_UNIT_UP_MAX) {
		const struct tc_area *const before = count ? up - 1 : inner;
		size_t at = past_up_mark(n, *i);
		const bool said = at && tc_unit_area_read(n, &at, false, up);
		if (!said && !bare_province(n, &at, *i, before, up))
			break;
		if (tc_area_rank(n->gazetteer, up) >=
		    tc_area_rank(n->gazetteer, before))
			break;
		up++;
		count++;
		*i = at;
	}
	return count;
}
