/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/doctype.h"
#include "fact/unit-walk.h"

#define LEAD_SENTENCES 8	/* of the lead are looked through */
#define CHAIN_MAX 4		/* parents between a unit and its verb */
#define TITLED_MAX 64		/* mentions compared with the headline */
#define TITLE_TOKENS_MAX 64
#define OFFICE_TOKENS_MAX 5	/* "Phó Bí thư Thường trực" */
#define ISSUER_WINDOW 14	/* tokens back to the document's type word */

static bool ends_sentence(const struct tc_scan *s, size_t i)
{
	const struct tc_token *t = &s->tokens.v[i - 1];

	if (tc_scan_is_blank(s, i))
		return false;
	for (uint32_t k = tc_token_end(t); k < s->tokens.v[i].off; k++)
		if (s->text.p[k] == '\n' ||
		    (s->text.p[k] == '.' && k + 1 < s->tokens.v[i].off))
			return true;
	return false;
}

/* Whether one of the words stands in tokens [from, to). */
static bool names_document(const struct tc_scan *s, size_t from, size_t to)
{
	static const struct {
		char first[12], second[12];
	} types[] = {
		{ "nghị", "quyết" }, { "chỉ", "thị" }, { "kết", "luận" },
		{ "quy", "định" }, { "quyết", "định" }, { "kế", "hoạch" },
		{ "đề", "án" }, { "hướng", "dẫn" }, { "thông", "tri" },
		{ "chương", "trình" }, { "quy", "chế" }, { "thông", "báo" },
		{ "công", "văn" }, { "phương", "án" },
	};

	for (size_t i = from; i + 1 < to; i++) {
		/* all of them are type words */
		if (TC_LIKELY(!tc_type_word_may(s, i)))
			continue;
		for (size_t k = 0; k < sizeof types / sizeof *types; k++)
			if (tc_str_is(s->tokens.v[i].exact, types[k].first) &&
			    tc_str_is(s->tokens.v[i + 1].exact,
				      types[k].second))
				return true;
	}
	return false;
}

/* A blank between any two of the words. */
static bool words_at(const struct tc_scan *s, size_t i, const char *words)
{
	for (; i < s->tokens.n; i++) {
		const struct tc_str word = s->tokens.v[i].exact;
		/* their first letter turns most away */
		if (TC_LIKELY(*words != *word.p) ||
		    strncmp(words, word.p, word.n) != 0)
			return false;
		words += word.n;
		if (!*words)
			return true;
		if (*words++ != ' ')
			return false;
	}
	return false;
}

/* "Nghị quyết Đại hội đại biểu Đảng bộ Sở Y tế" */
static bool is_congress(const struct tc_scan *s, size_t i)
{
	if (i >= 2 && words_at(s, i - 2, "đại biểu"))
		i -= 2;
	return i >= 4 && words_at(s, i - 4, "nghị quyết đại hội");
}

/* "Nghi quyet so 12 ... cua Thanh uy": the issuer of what is carried out. */
static bool is_issuer(const struct tc_scan *s, size_t i)
{
	size_t from = i > ISSUER_WINDOW ? i - ISSUER_WINDOW : 0;

	if (is_congress(s, i))
		return true;
	for (size_t k = i; k > from; k--) {
		if (ends_sentence(s, k))
			return false;
		if (tc_str_is(s->tokens.v[k - 1].exact, "của"))
			return names_document(s, from, k);
	}
	return false;
}

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

/* What stands behind a unit that does something. */
static const char *const acting_words[] = {
	"đã", "đang", "sẽ", "vừa", "cũng", "luôn", "hiện", "có", "họp",
	"tổ chức", "triển khai", "ban hành", "thực hiện", "tiến hành",
	"lãnh đạo", "chỉ đạo", "phối hợp", "tham dự", "tham gia", "tham quan",
	"quán triệt", "phát động", "kết nạp", "công bố", "khai mạc",
	"tiếp tục", "tiếp nhận", "hưởng ứng", "sinh hoạt", "ra mắt", "học tập",
	"xây dựng", "đẩy mạnh", "tăng cường", "nâng cao", "kỷ niệm",
	"khen thưởng", "trao", "đón nhận", "đổi mới", "kiểm tra", "tổng kết",
	"sơ kết", "bầu", "thăm", "tặng", "chúc", "quyết tâm", "phấn đấu",
};

bool tc_unit_verb_behind(const struct tc_scan *s, size_t i)
{
	const size_t count = sizeof acting_words / sizeof *acting_words;

	if (tc_scan_gap(s, i) != TC_GAP_BLANK)
		return false;
	for (size_t k = 0; k < count; k++)
		if (words_at(s, i, acting_words[k]))
			return true;
	return false;
}

/* "Bí thư Đảng ủy xã X đã thăm": a person does. */
static bool names_office(const struct tc_unit_walk *w, size_t i)
{
	const size_t first = w->seen[i].first;
	size_t after;

	for (size_t k = first; k-- > 0 && k + OFFICE_TOKENS_MAX >= first;)
		if (tc_unit_word_at(w->namer.scan, k, TC_UNIT_OFFICE, false,
				    &after) && after == first)
			return true;
	return false;
}

/* Mention i does something.  Behind "chi bo X truc thuoc Dang bo Y to chuc"
 * it is the cell that does. */
static bool acts(const struct tc_unit_walk *w, size_t i)
{
	const size_t first = w->seen[i].first;

	if (names_office(w, i) ||
	    (first && tc_str_is(tc_unit_walk_token(w, first - 1)->exact, "do")))
		return false;
	for (int steps = 0; steps < CHAIN_MAX; steps++, i++) {
		const struct tc_unit_seen *here = &w->seen[i];
		if (tc_unit_verb_behind(w->namer.scan, here->end))
			return true;
		if (i + 1 == w->n || w->seen[i + 1].first > here->end + 2 ||
		    w->nodes.v[here->node].parent != w->seen[i + 1].node)
			return false;
	}
	return false;
}

/* The better candidate: one that acts, then the smaller one. */
static bool better(const struct tc_unit_walk *w, size_t a, size_t b)
{
	bool x = acts(w, a), y = acts(w, b);

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
		if (!words_at(s, k, "công bố") && !words_at(s, k, "trao"))
			continue;
		for (size_t i = 0; i < w->n && w->seen[i].first < title_end; i++)
			if (w->seen[i].first > k && smallness(w, i))
				return i;
	}
	return w->n;
}

/* "Chủ tịch UBND tỉnh dự hội nghị": the person's, and only the authority. */
static bool only_in_title(const struct tc_unit_walk *w, size_t i)
{
	return smallness(w, i) == 1 && names_office(w, i);
}

/* The best candidate among the mentions in tokens [from, to). */
static size_t best_in(const struct tc_unit_walk *w, size_t from, size_t to,
		      bool strict)
{
	size_t best = w->n;

	for (size_t i = 0; i < w->n && w->seen[i].first < to; i++) {
		if (w->seen[i].first < from || !smallness(w, i) ||
		    follows_and(w, i, from) ||
		    (strict && only_in_title(w, i)) ||
		    is_issuer(w->namer.scan, w->seen[i].first))
			continue;
		if (best == w->n || better(w, i, best))
			best = i;
	}
	return best;
}

/* The token behind the sentence of token i: behind the next line break or
 * the next full stop that ends_sentence() takes for one. */
static size_t sentence_end(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i];
	const char *p = s->text.p + tc_token_end(t), *end = tc_str_end(s->text);
	const char *const line = memchr(p, '\n', (size_t)(end - p));

	if (line)
		end = line;
	while ((p = memchr(p, '.', (size_t)(end - p)))) {
		const uint32_t at = (uint32_t)(p++ - s->text.p);
		const size_t next = tc_scan_token_at(s, at);
		if (next == s->tokens.n || at + 1 < s->tokens.v[next].off)
			return next;
	}
	return tc_scan_token_at(s, (uint32_t)(end - s->text.p));
}

/* The first mention of the Party's below the centre, where nothing better is
 * there, at last one whose congress is spoken of; a body that is only named is
 * not what the article is about. */
static size_t any_mention(const struct tc_unit_walk *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (smallness(w, i) > 1 &&
		    !is_issuer(w->namer.scan, w->seen[i].first))
			return i;
	for (size_t i = 0; i < w->n; i++)
		if (smallness(w, i) > 1 &&
		    is_congress(w->namer.scan, w->seen[i].first))
			return i;
	return w->n;
}

static struct tc_str key_of(const struct tc_unit_walk *w, size_t i)
{
	return w->nodes.v[w->seen[i].node].key;
}

/* A body in the headline stands for its Party organisation: "Trung tâm X lấy
 * ý kiến dân", and in the text "Chi bộ Trung tâm X họp". */
static size_t party_of(const struct tc_unit_walk *w, size_t body)
{
	static const char *const heads[] = { "chi bo ", "dang bo " };
	const char *kind = w->nodes.v[w->seen[body].node].kind;

	if (tc_unit_kind_party(kind) || tc_unit_kind_is(kind, "organ"))
		return body;
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
			if (tc_str_starts(key_of(w, i), tc_str0(heads[k])) &&
			    tc_str_eq(tc_str_from(key_of(w, i),
						  strlen(heads[k])),
				      key_of(w, body)))
				return i;
	return body;
}

/* "Chi bộ Trường X" of the headline is the "Chi bộ Trường Tiểu học X" that
 * the text tells. */
static size_t fuller_of(const struct tc_unit_walk *w, size_t best)
{
	const struct tc_str key = key_of(w, best), school = TC_STR(" bo truong ");
	const size_t head = strlen("chi bo truong");

	if (key.n <= head || !tc_str_starts(tc_str_from(key, 3), school))
		return best;
	const struct tc_str name = tc_str_from(key, head);
	for (size_t i = 0; i < w->n; i++) {
		const struct tc_str other = key_of(w, i);
		if (other.n > key.n && tc_str_ends(other, name) &&
		    tc_str_starts(other, tc_str(key.p, head)))
			return i;
	}
	return best;
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

/* Mention i is of a commune or district whose name the headline has: "Giám
 * sát quỹ ở Tân Bình Hưng".  Where it stands; title_end when it does not. */
static size_t titled(const struct tc_unit_walk *w, size_t i, size_t title_end)
{
	const struct tc_unit_node *node = &w->nodes.v[w->seen[i].node];
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_tokens name;

	if (!node->own.name.n || (!tc_unit_kind_is(node->kind, "dang-bo-xa") &&
				  !tc_unit_kind_is(node->kind, "dang-bo-huyen")))
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

static size_t titled_mention(const struct tc_unit_walk *w, size_t title_end)
{
	size_t best = w->n, best_at = title_end;
	size_t count = w->n < TITLED_MAX ? w->n : TITLED_MAX;

	if (title_end > TITLE_TOKENS_MAX)
		return best;
	for (size_t i = 0; i < count; i++) {
		if (mentioned_before(w, i))
			continue;
		const size_t at = titled(w, i, title_end);
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

/* In the headline, else in the lead. */
static size_t find_subject(const struct tc_unit_walk *w, size_t title_end,
			   bool strict)
{
	const size_t last = w->seen[w->n - 1].first;
	size_t at = title_end, best = best_in(w, 0, at, strict);

	if (best == w->n)
		best = titled_mention(w, at);
	if (best == w->n)
		best = announced(w, at);
	for (int i = 0; best == w->n && at <= last && i < LEAD_SENTENCES; i++) {
		const size_t end = sentence_end(w->namer.scan, at);
		best = best_in(w, at, end, strict);
		at = end;
	}
	return best;
}

size_t tc_unit_subject(const struct tc_unit_walk *w, uint32_t title_len)
{
	size_t at = tc_scan_token_at(w->namer.scan, title_len), best;

	if (!w->n)
		return 0;
	best = find_subject(w, at, true);
	if (best == w->n)
		best = find_subject(w, at, false);
	if (best == w->n)
		best = any_mention(w);
	return best == w->n ? best : fuller_of(w, party_of(w, best));
}
