/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a name of the headline is short for, of those that the text names.
 */
#include "config.h"

#include "fact/unit-clause.h"

#define ACRONYM_LETTERS_MIN 3
#define SHORT_LETTERS_MIN 4	/* of an abbreviation, a word each */

static struct tc_str key_of(const struct tc_unit_walk *w, size_t i)
{
	return w->nodes.v[w->seen[i].node].key;
}

/* The key is `head` and `body`. */
static bool is_behind(struct tc_str key, struct tc_str head,
		      struct tc_str body)
{
	return key.n == head.n + body.n && tc_str_ends(key, body) &&
	       tc_str_starts(key, head);
}

/* The key is `head` and `body`, or also where that is: "Đảng bộ Sở Y tế tỉnh X". */
static bool is_placed_behind(struct tc_str key, struct tc_str head,
			     struct tc_str body)
{
	static const struct tc_str places[] = {
		TC_STR(" tinh "), TC_STR(" thanh pho "), TC_STR(" huyen "),
		TC_STR(" quan "), TC_STR(" thi xa "), TC_STR(" trung uong"),
		TC_STR(" viet nam"),
	};

	if (is_behind(key, head, body))
		return true;
	if (key.n <= head.n + body.n || !tc_str_starts(key, head) ||
	    !tc_str_starts(tc_str_from(key, head.n), body))
		return false;
	const struct tc_str rest = tc_str_from(key, head.n + body.n);
	for (size_t k = 0; k < sizeof places / sizeof *places; k++)
		if (tc_str_starts(rest, places[k]))
			return true;
	return false;
}

/* "Bộ Chỉ huy Quân sự tỉnh X", whose Party organisation is "Quân sự tỉnh X"'s. */
static struct tc_str without_staff(struct tc_str key)
{
	static const struct tc_str staffs[] = {
		TC_STR("bo chi huy quan su "), TC_STR("ban chi huy quan su "),
	};

	for (size_t k = 0; k < sizeof staffs / sizeof *staffs; k++)
		if (tc_str_starts(key, staffs[k]))
			return tc_str_from(key, staffs[k].n -
						TC_STR("quan su ").n);
	return key;
}

/* It does something there, or somebody of it; not "Quy chế giữa Đảng ủy A và B". */
static bool tells_of(const struct tc_unit_walk *w, size_t i)
{
	return !tc_unit_is_issuer(w, i) &&
	       (tc_unit_acts(w, i) || tc_unit_is_event(w, i) ||
		tc_unit_office_start(w, i) != w->seen[i].first);
}

/* The body of that node holds something in the text, and not only behind its
 * Party organisation: "Đảng ủy, Bộ Chỉ huy Quân sự tỉnh X tổ chức". */
static bool holds_itself(const struct tc_unit_walk *w, uint32_t body)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->seen[i].node == body &&
		    w->seen[i].first >= w->title_end &&
		    !(i && w->seen[i - 1].end == w->seen[i].first) &&
		    tc_unit_acts(w, i) && tc_unit_holds(w, i))
			return true;
	return false;
}

/* A body in the headline stands for its Party organisation: "Trung tâm X lấy
 * ý kiến dân", and in the text "Chi bộ Trung tâm X họp". */
static size_t party_of(const struct tc_unit_walk *w, size_t body)
{
	const struct tc_str heads[] = { TC_STR("chi bo "), TC_STR("dang bo ") };
	const struct tc_unit_node *const node =
		&w->nodes.v[w->seen[body].node];

	/* "Bảo hiểm xã hội tỉnh X" is no organ of a committee */
	if (tc_unit_kind_party(node->kind) ||
	    (tc_unit_kind_is(node->kind, "organ") &&
	     !(node->head && node->head->cls == TC_UNIT_BODY)))
		return body;
	/* who issued what takes the longest to ask */
	if (holds_itself(w, w->seen[body].node))
		return body;
	const struct tc_str name = without_staff(key_of(w, body));
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
			if (is_placed_behind(key_of(w, i), heads[k], name) &&
			    tells_of(w, i))
				return i;
	return body;
}

#define SCHOOL_HEAD (sizeof "chi bo truong" - 1)

static bool is_school(struct tc_str key)
{
	return key.n > SCHOOL_HEAD &&
	       tc_str_starts(tc_str_from(key, 3), TC_STR(" bo truong "));
}

/* "Chi bộ Trường X" of the headline is the "Chi bộ Trường Tiểu học X" that
 * the text tells. */
static bool is_school_of(struct tc_str key, struct tc_str other)
{
	return other.n > key.n &&
	       tc_str_ends(other, tc_str_from(key, SCHOOL_HEAD)) &&
	       tc_str_starts(other, tc_str(key.p, SCHOOL_HEAD));
}

/* Where the last word of the key begins, which may be short for several; 0:
 * it is none. */
static size_t abbreviation_of(struct tc_str key)
{
	size_t at = key.n;

	while (at && key.p[at - 1] != ' ')
		at--;
	return key.n - at < SHORT_LETTERS_MIN ? 0 : at;
}

/* "Đảng bộ BVTEHP" of the headline is the "Đảng bộ Bệnh viện Trẻ em Hải
 * Phòng" that the text tells. */
static bool is_short_for(struct tc_str key, size_t at, struct tc_str other)
{
	size_t k;

	if (!tc_str_starts(other, tc_str(key.p, at)))
		return false;
	for (k = at; k < other.n && at < key.n; at++) {
		if (other.p[k] != key.p[at])
			return false;
		while (k < other.n && other.p[k++] != ' ')
			continue;
	}
	return k == other.n && at == key.n;
}

/* "Đảng bộ Khối doanh nghiệp" of the headline is the only one of these, and
 * its place is told further down. */
static bool is_cut(const struct tc_unit_walk *w, size_t best, size_t i)
{
	const struct tc_unit_node *const a = &w->nodes.v[w->seen[best].node];
	const struct tc_unit_node *const b = &w->nodes.v[w->seen[i].node];

	return a->kind == b->kind && !a->own.name.n && b->own.name.n &&
	       b->key.n > a->key.n && tc_str_starts(b->key, a->key) &&
	       b->key.p[a->key.n] == ' ';
}

/* "Ban Tổ chức Thành ủy" of the headline is the one whose place the text tells;
 * of two places it is neither's, but for one that comes to the other. */
static size_t placed_organ(const struct tc_unit_walk *w, size_t best)
{
	const struct tc_unit_node *const nodes = w->nodes.v;
	const struct tc_unit_node *const organ = &nodes[w->seen[best].node];
	size_t found = best;

	if (!tc_unit_kind_is(organ->kind, "organ") ||
	    organ->parent != TC_UNIT_NODE_NONE)
		return best;
	for (size_t i = 0; i < w->n; i++) {
		const struct tc_unit_node *const other = &nodes[w->seen[i].node];
		if (other->kind != organ->kind ||
		    other->parent == TC_UNIT_NODE_NONE ||
		    !tc_str_starts(other->key, organ->key) ||
		    tc_unit_sends(w, i))
			continue;
		if (found != best && w->seen[found].node != w->seen[i].node)
			return best;
		found = i;
	}
	return found;
}

/* A word for an area, or a part of one; what a border post stands at. */
static bool is_area_word(struct tc_str words)
{
	static const char *const areas[] = {
		"xa", "phuong", "thi tran", "huyen", "quan", "thi xa",
		"thanh pho", "tinh", "thon", "xom", "ban", "ap", "buon",
		"lang", "khu", "khom", "khoi", "khu pho", "to dan pho",
		"cua khau", "cua khau quoc te", "chi nhanh",
		"chi nhanh tinh", "chi nhanh huyen", "chi nhanh thanh pho",
	};

	return TC_AMONG(words, areas);
}

/* "tong cong ty co phan", "tnhh mot thanh vien" */
static bool is_form_of_firm(struct tc_str words)
{
	static const char *const first[] = { "cong", "tong", "tap", "co", "tnhh" };
	static const char *const others[] = {
		"cong", "ty", "co", "phan", "doan", "tnhh", "mtv", "mot",
		"thanh", "vien",
	};
	struct tc_str word;

	if (!tc_str_split(&words, ' ', &word) || !TC_AMONG(word, first))
		return false;
	while (tc_str_split(&words, ' ', &word))
		if (!TC_AMONG(word, others))
			return false;
	return true;
}

/* "Hội Nông dân X" of the headline is the "Hội Nông dân xã X", "Công ty Y" the
 * "Công ty Cổ phần Y" that the text tells. */
static bool lacks_word(struct tc_str key, struct tc_str other)
{
	size_t same = 0;

	if (other.n <= key.n || *key.p != *other.p)
		return false;
	for (size_t k = 0; k < key.n && key.p[k] == other.p[k]; k++)
		if (key.p[k] == ' ')
			same = k + 1;
	const struct tc_str tail = tc_str_from(key, same);
	if (!same || other.n < same + tail.n || !tc_str_ends(other, tail))
		return false;
	const struct tc_str more = tc_str_trim(
		tc_str(other.p + same, other.n - tail.n - same));
	/* "Ban Chỉ đạo 35 tỉnh X" is that of "Tỉnh ủy X" */
	return is_area_word(more) || is_form_of_firm(more) ||
	       tc_str_is(more, "uy");
}

/* What the longer name has more stands behind this mention, where it was not
 * read: "BỆNH VIỆN PHỤ SẢN CẦN THƠ". */
static bool goes_on(const struct tc_unit_walk *w, size_t best,
		    struct tc_str other)
{
	const struct tc_scan *const s = w->namer.scan;
	const struct tc_str key = key_of(w, best);
	size_t k = key.n;

	if (other.n <= key.n || !tc_str_starts(other, key))
		return false;
	for (size_t i = w->seen[best].end; k < other.n; i++) {
		if (other.p[k++] != ' ' || i >= s->tokens.n ||
		    !tc_str_starts(tc_str_from(other, k), s->tokens.v[i].bare))
			return false;
		k += s->tokens.v[i].bare.n;
	}
	return true;
}

/* "VIMC": letters alone, capitals all. */
static bool is_acronym(struct tc_str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] < 'A' || word.p[i] > 'Z')
			return false;
	return word.n >= ACRONYM_LETTERS_MIN;
}

static const struct tc_str party_heads[] = {
	TC_STR("Đảng bộ "), TC_STR("Chi bộ "),
};

/* "Đảng ủy VIMC" of the headline is the "Đảng ủy Tổng công ty X" of which the text
 * begins to tell; `best` where it does not, or no name is so short. */
static size_t spelled_out(const struct tc_unit_walk *w, size_t best)
{
	static const struct tc_str named[] = {
		TC_STR("Tổng Công ty "), TC_STR("Tổng công ty "),
		TC_STR("Công ty "), TC_STR("Tập đoàn "), TC_STR("Ngân hàng "),
		TC_STR("Bệnh viện "), TC_STR("Trường "), TC_STR("Học viện "),
	};
	const struct tc_unit_node *const nodes = w->nodes.v;
	const struct tc_str name = nodes[w->seen[best].node].canonical;
	size_t i = best;

	while (i < w->n && w->seen[i].first < w->title_end)
		i++;
	if (i == best || i == w->n || !tells_of(w, i))
		return best;
	const struct tc_str other = nodes[w->seen[i].node].canonical;
	for (size_t k = 0; k < sizeof party_heads / sizeof *party_heads; k++) {
		const struct tc_str head = party_heads[k];
		if (!tc_str_starts(name, head) || !tc_str_starts(other, head) ||
		    !is_acronym(tc_str_from(name, head.n)))
			continue;
		for (size_t m = 0; m < sizeof named / sizeof *named; m++)
			if (tc_str_starts(tc_str_from(other, head.n), named[m]))
				return i;
	}
	return best;
}

size_t tc_unit_fuller(const struct tc_unit_walk *w, size_t best)
{
	best = placed_organ(w, party_of(w, best));
	const struct tc_str key = key_of(w, best);
	const bool school = is_school(key);
	const size_t at = abbreviation_of(key);

	for (size_t i = 0; i < w->n; i++)
		if ((school && is_school_of(key, key_of(w, i))) ||
		    (at && is_short_for(key, at, key_of(w, i))) ||
		    lacks_word(key, key_of(w, i)) ||
		    goes_on(w, best, key_of(w, i)) || is_cut(w, best, i))
			return i;
	return spelled_out(w, best);
}
