/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-clause.h"
#include "text/fold.h"
#include "text/utf8.h"

#define LEAD_SENTENCES 4	/* where any unit may be what it is about */
#define BASE_SMALLNESS 4	/* of a base organisation, see smallness() */
#define ACT_SENTENCES 8		/* where one that does something may be */
#define OFFICE_TOKENS_MAX 4	/* from one office to the next of a person's */
#define OFTEN 2			/* mentions, further down */
#define TITLED_MAX 64		/* mentions compared with the headline */
#define TITLE_TOKENS_MAX 64
#define BRACKET_TOKENS_MAX 64

static int smallness(const struct tc_unit_walk *w, size_t i)
{
	const char *kind = w->nodes.v[w->seen[i].node].kind;
	int rank = tc_unit_kind_rank(kind);

	if (tc_unit_kind_is(kind, "trung-uong"))
		return 0;
	if (tc_unit_kind_is(kind, "organ"))
		return 3;	/* mostly a district's or a province's */
	return rank == 9 ? 1 : rank;	/* a body outside the Party: last */
}

/* The better candidate: one that somebody is appointed to, one that is visited
 * or inspected, none besides the first that somebody heads, one that acts,
 * then the smaller one. */
static bool better(const struct tc_unit_walk *w, size_t a, size_t b)
{
	bool x = tc_unit_is_new_office(w, a), y = tc_unit_is_new_office(w, b);

	if (x != y)
		return x;
	x = tc_unit_is_visited(w, a);
	y = tc_unit_is_visited(w, b);
	if (x != y)
		return x;
	x = tc_unit_is_side_office(w, a);
	y = tc_unit_is_side_office(w, b);
	if (x != y)
		return y;
	x = tc_unit_acts(w, a);
	y = tc_unit_acts(w, b);

	return x != y ? x : smallness(w, a) > smallness(w, b);
}

/* "Quận ủy A và Đảng ủy B ký": the first of the two is spoken of first. */
static bool follows_and(const struct tc_unit_walk *w, size_t i, size_t from)
{
	const struct tc_unit_seen *before = i ? &w->seen[i - 1] : NULL;
	size_t first = w->seen[i].first;

	return before && before->first >= from && before->end + 1 == first &&
	       tc_str_is(tc_unit_walk_token(w, first - 1)->exact, "và");
}

/* "Công bố quyết định của Ban Thường vụ Tỉnh ủy về công tác cán bộ": whose
 * decision it is, where the headline names none besides. */
static size_t announced(const struct tc_unit_walk *w, size_t title_end)
{
	const struct tc_scan *s = w->namer.scan;
	size_t last = 0;	/* mention of the headline */

	for (size_t i = 0; i < w->n && w->seen[i].first < title_end; i++)
		last = w->seen[i].first;
	for (size_t k = 0; k < last; k++) {
		if (!tc_unit_words_at(s, k, "công bố") &&
		    !tc_unit_words_at(s, k, "trao"))
			continue;
		for (size_t i = 0; i < w->n && w->seen[i].first < title_end; i++)
			if (w->seen[i].first > k && smallness(w, i))
				return i;
	}
	return w->n;
}

/* Whether the unit of mention i is named often enough. */
static bool is_often(const struct tc_unit_walk *w, size_t i)
{
	int count = 0;

	for (size_t k = i; count < OFTEN && k < w->n; k++)
		count += w->seen[k].node == w->seen[i].node;
	return count == OFTEN;
}

/* "Kỷ luật Chủ tịch UBND tỉnh": the person's, and only the authority. */
static bool only_in_title(const struct tc_unit_walk *w, size_t i)
{
	return smallness(w, i) == 1 && tc_unit_has_office(w, i) &&
	       !tc_unit_begins_with_office(w, i) &&
	       !tc_unit_is_new_office(w, i);
}

/* "Bí thư Trung ương Đảng, Giám đốc Học viện X": one of the centre's. */
static bool is_of_leader(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];

	if (!tc_unit_has_office(w, i))
		return false;
	return node->central ||
	       (i && tc_unit_kind_is(node->kind, "truong") &&
		!smallness(w, i - 1) &&
		w->seen[i].first - w->seen[i - 1].end <= OFFICE_TOKENS_MAX);
}

/* A body outside the Party that neither does something nor is anybody's is
 * only named, but for one that is named again; the centre always. */
static bool is_named_only(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];
	const bool apart = smallness(w, i) == 1 ||
			   (tc_unit_kind_is(node->kind, "organ") &&
			    node->parent == TC_UNIT_NODE_NONE);

	return (apart || node->central) && !tc_unit_acts(w, i) &&
	       !tc_unit_hosts(w, i) && !tc_unit_sends(w, i) &&
	       !tc_unit_has_office(w, i) &&
	       (node->central || !is_often(w, i));
}

/* "Những bí thư chi bộ": several people, each elsewhere. */
static bool names_people(const struct tc_scan *s, size_t i)
{
	static const char *const people[] = {
		"bí thư", "người", "đảng viên", "cán bộ",
	};

	if (TC_LIKELY(!tc_unit_words_at(s, i, "những")))
		return false;
	for (size_t k = 0; k < sizeof people / sizeof *people; k++)
		if (tc_unit_words_at(s, i + 1, people[k]))
			return true;
	return false;
}

/* The headline, or the lead's first sentence, tells of those. */
static bool tells_of_people(const struct tc_unit_walk *w)
{
	return names_people(w->namer.scan, 0) ||
	       names_people(w->namer.scan, w->title_end);
}

/* "(Đảng ủy xã X không có học viên)": the last bracket or end of a line before
 * the unit opens one.  It is looked for no farther back than a remark is long:
 * there may be thousands of units in a line. */
static bool in_brackets(const struct tc_scan *s, size_t i)
{
	const size_t far = i > BRACKET_TOKENS_MAX ? i - BRACKET_TOKENS_MAX : 0;

	for (size_t k = i; k > far; k--) {
		if (TC_LIKELY(tc_scan_is_blank(s, k)))
			continue;
		const struct tc_str gap = tc_scan_sign(s, k);
		for (size_t at = gap.n; at-- > 0;)
			if (memchr("\n()", gap.p[at], 3))
				return gap.p[at] == '(';
	}
	return false;
}

/* Below the headline, who is somebody at the centre only speaks, one meets at
 * a body, and one on a line of its own is where the author works. */
static bool is_aside(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_seen *const m = &w->seen[i];

	return tc_unit_is_venue(w, i) || is_of_leader(w, i) ||
	       is_named_only(w, i) || in_brackets(w->namer.scan, m->first) ||
	       (tells_of_people(w) && !tc_unit_acts(w, i)) ||
	       (tc_unit_fills_line(w->namer.scan, m->first, m->end) &&
		smallness(w, i) == 1);
}

/* Below the headline: who leads a committee above the base may be a guest, if
 * not in the chair. */
static bool is_above(const struct tc_unit_walk *w, size_t i)
{
	if (smallness(w, i) == 1)
		return tc_unit_is_second_office(w, i);
	return smallness(w, i) > 1 && smallness(w, i) < BASE_SMALLNESS &&
	       tc_unit_has_office(w, i) && !tc_unit_hosts(w, i);
}

/* "Trưởng Ban X làm việc với Huyện ủy Y": in the headline, with whom. */
static bool is_visitor(const struct tc_unit_walk *w, size_t i)
{
	return i + 1 < w->n &&
	       tc_unit_walk_token(w, w->seen[i + 1].first)->off <
		       w->namer.scan->title_len &&
	       tc_unit_visits(w, i);
}

/* Not to be taken while there may be a better one. */
static bool is_weak(const struct tc_unit_walk *w, size_t i, bool title)
{
	return tc_unit_sends(w, i) ||
	       (!title && tc_unit_is_membership(w, i)) ||
	       (title ? only_in_title(w, i) || is_visitor(w, i) :
			is_above(w, i));
}

/* "Huyện ủy, HĐND, UBND huyện X tổ chức": the first of those. */
static size_t first_of_list(const struct tc_unit_walk *w, size_t i)
{
	while (i && w->seen[i - 1].end == w->seen[i].first &&
	       tc_scan_gap(w->namer.scan, w->seen[i].first) == TC_GAP_COMMA)
		i--;
	return i;
}

/* "Ban Bí thư ban hành Chỉ thị": others carry it out. */
static bool is_issuing(const struct tc_unit_walk *w, size_t i)
{
	static const char *const issuing[] = {
		"ban hành", "đã ban hành", "vừa ban hành", "có",
	};

	for (size_t k = 0; k < sizeof issuing / sizeof *issuing; k++)
		if (tc_unit_words_at(w->namer.scan, w->seen[i].end,
				     issuing[k]))
			return true;
	return false;
}

/* "Ban Bí thư quyết định khai trừ": the centre itself is what the headline or
 * the lead's first sentence tells of where it acts, and is not asked to. */
static bool is_of_centre(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;

	return w->seen[i].first < w->lead_end && tc_unit_acts(w, i) &&
	       !is_issuing(w, i) &&
	       !tc_unit_words_before(s, w->seen[first_of_list(w, i)].first,
				     "đề nghị");
}

/* The best candidate among the mentions in tokens [from, to). */
static size_t best_in(const struct tc_unit_walk *w, size_t from, size_t to,
		      bool strict)
{
	size_t best = w->n;

	for (size_t i = 0; i < w->n && w->seen[i].first < to; i++) {
		if (w->seen[i].first < from ||
		    !(smallness(w, i) || is_of_centre(w, i)) ||
		    follows_and(w, i, from) ||
		    (strict && is_weak(w, i, !from)) ||
		    (from && is_aside(w, i)) || tc_unit_is_issuer(w, i))
			continue;
		if (best == w->n || better(w, i, best))
			best = i;
	}
	return best;
}

/* The first of the Party's below the centre that is spoken of again, where
 * nothing better is there, at last one whose congress is spoken of; a body
 * that is only named is not what the article is about. */
static size_t any_mention(const struct tc_unit_walk *w)
{
	if (tells_of_people(w))
		return w->n;
	for (size_t i = 0; i < w->n; i++)
		if (smallness(w, i) > 1 &&
		    !w->nodes.v[w->seen[i].node].central && is_often(w, i) &&
		    !tc_unit_is_issuer(w, i))
			return i;
	for (size_t i = 0; i < w->n; i++)
		if (smallness(w, i) > 1 &&
		    tc_unit_is_congress(w->namer.scan, w->seen[i].first))
			return i;
	return w->n;
}

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

static bool is_of_area(const struct tc_unit_node *node)
{
	return tc_unit_kind_is(node->kind, "dang-bo-xa") ||
	       tc_unit_kind_is(node->kind, "dang-bo-huyen");
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

/* Mention i is of a commune or district (`any`: or of a body there) whose name
 * the headline has: "Giám sát quỹ ở Tân Bình Hưng".  Where it stands;
 * title_end when it does not. */
static size_t titled(const struct tc_unit_walk *w, size_t i, size_t title_end,
		     bool any)
{
	const struct tc_unit_node *node = &w->nodes.v[w->seen[i].node];
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_tokens name;

	if (!node->own.name.n || !(any || is_of_area(node)) ||
	    !may_be_titled(w->namer.scan, node->own.name, title_end))
		return title_end;
	tc_tokenize(node->own.name, &scratch, &name);
	for (size_t k = 0; name.n > 1 && k < title_end; k++)
		if (name_at(w->namer.scan, k, title_end, &name))
			return k;
	return title_end;
}

/* What is true of a node was asked at its first mention. */
static bool mentioned_before(const struct tc_unit_walk *w, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (w->seen[k].node == w->seen[i].node)
			return true;
	return false;
}

static size_t titled_mention(const struct tc_unit_walk *w, size_t title_end,
			     bool any)
{
	size_t best = w->n, best_at = title_end;
	size_t count = w->n < TITLED_MAX ? w->n : TITLED_MAX;

	if (title_end > TITLE_TOKENS_MAX)
		return best;
	for (size_t i = 0; i < count; i++) {
		if (mentioned_before(w, i) || tc_unit_is_partner(w, i))
			continue;
		const size_t at = titled(w, i, title_end, any);
		if (at == title_end)
			continue;
		const int more = best == w->n ? 1 : smallness(w, i) -
						    smallness(w, best);
		if (more > 0 || (!more && at < best_at)) {
			best = i;
			best_at = at;
		}
	}
	return best;
}

/* "Vạn Ninh: Đối thoại với thanh niên": the body there that the lead's first
 * sentence says does it. */
static size_t titled_actor(const struct tc_unit_walk *w, size_t title_end)
{
	for (size_t i = 0; i < w->n && w->seen[i].first < w->lead_end; i++)
		if (w->seen[i].first >= title_end && tc_unit_acts(w, i) &&
		    titled(w, i, title_end, true) < title_end)
			return first_of_list(w, i);
	return w->n;
}

/* "Đối thoại của Chủ tịch UBND huyện X": of the bodies of one place, that
 * which the headline has. */
static size_t said_of_area(const struct tc_unit_walk *w, size_t best,
			   size_t title_end)
{
	const size_t said = best_in(w, 0, title_end, false);

	return best < w->n && said < w->n &&
	       tc_str_eq(w->nodes.v[w->seen[said].node].own.name,
			 w->nodes.v[w->seen[best].node].own.name) ?
		       said : best;
}

/* "Các đại biểu dự hội nghị", a line that no full stop ends: below a picture. */
static bool is_caption(const struct tc_scan *s, size_t from, size_t end)
{
	const struct tc_str text = s->text;
	uint32_t at = tc_token_end(&s->tokens.v[end - 1]);

	if (!memchr(text.p + tc_token_end(&s->tokens.v[from - 1]), '\n',
		    s->tokens.v[from].off -
			    tc_token_end(&s->tokens.v[from - 1])))
		return false;
	for (size_t i = from; i < end; i++)
		if (tc_str_is(s->tokens.v[i].exact, "ảnh"))
			return true;
	while (at < text.n && text.p[at] != '\n' && !strchr(".!?:;", text.p[at]))
		at++;
	return at == text.n || text.p[at] == '\n';
}

/* In the lead's sentence number i: tokens [at, end).  Who comes to a meeting
 * is at most its small host. */
static size_t best_in_sentence(const struct tc_unit_walk *w, int i, size_t at,
			       size_t end, bool strict)
{
	const bool guests = tc_unit_tells_guests(w->namer.scan, at, end);

	if ((strict && guests) || (i && is_caption(w->namer.scan, at, end)))
		return w->n;
	const size_t best = best_in(w, at, end, strict);
	if (best == w->n || (guests && smallness(w, best) < BASE_SMALLNESS) ||
	    (i >= LEAD_SENTENCES && !tc_unit_acts(w, best)))
		return w->n;
	return best;
}

/* In the headline, else in the lead. */
static size_t find_subject(const struct tc_unit_walk *w, size_t title_end,
			   bool strict)
{
	const size_t last = w->seen[w->n - 1].first;
	size_t at = title_end, best = best_in(w, 0, at, strict);

	if (best == w->n)
		best = titled_actor(w, at);
	if (best == w->n)
		best = said_of_area(w, titled_mention(w, at, false), at);
	if (best == w->n)
		best = announced(w, at);
	for (int i = 0; best == w->n && at <= last && i < ACT_SENTENCES; i++) {
		const size_t end = tc_unit_sentence_end(w->namer.scan, at);
		best = best_in_sentence(w, i, at, end, strict);
		at = end;
	}
	return best;
}

size_t tc_unit_subject(const struct tc_unit_walk *w)
{
	const size_t at = w->title_end;
	size_t best;

	if (!w->n)
		return 0;
	best = find_subject(w, at, true);
	if (best == w->n)
		best = find_subject(w, at, false);
	if (best == w->n)
		best = titled_mention(w, at, true);
	if (best == w->n)
		best = any_mention(w);
	return best == w->n ? best : tc_unit_fuller(w, best);
}
