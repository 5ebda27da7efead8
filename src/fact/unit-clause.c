/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the words around a mention say of it: that the unit does something,
 * issued a document, is a person's office or a place.
 */
#include "config.h"

#include "fact/unit-clause.h"

#include "fact/doctype.h"

#include <endian.h>

#define CHAIN_MAX 4		/* parents between a unit and its verb */
#define OFFICE_TOKENS_MAX 5	/* "Phó Bí thư Thường trực" */
#define CHAIR_TOKENS_MAX 12	/* "Lê Văn A", between office and verb */
#define PARTNER_TOKENS_MAX 14	/* "phối hợp với các ban của Huyện ủy" */
#define EVENT_TOKENS_MAX 6	/* "Kỳ họp chuyên đề thứ 9 của" */
#define ONES UINT64_C(0x0101010101010101)
#define ISSUER_WINDOW 14	/* tokens back to the document's type word */

bool tc_unit_is_abbreviated(const struct tc_scan *s, size_t i)
{
	static const char words[][4] = {
		"tp", "tx", "tt", "q", "p", "h", "x", "ts", "ths", "gs", "pgs",
		"bs",
	};
	const struct tc_str word = s->tokens.v[i].exact;

	if (TC_LIKELY(word.n >= sizeof *words))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(word, words[k]))
			return true;
	return false;
}

/* Whether a document's type is named in tokens [from, to). */
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

/* Full stops and the like alone stand between byte `at` and the line's end. */
static bool ends_line(struct tc_str text, uint32_t at)
{
	while (at < text.n && (text.p[at] == ' ' || text.p[at] == '.' ||
			       text.p[at] == ',' || text.p[at] == ';'))
		at++;
	return at == text.n || text.p[at] == '\n';
}

bool tc_unit_fills_line(const struct tc_scan *s, size_t first, size_t end)
{
	const uint32_t at = tc_token_end(&s->tokens.v[end - 1]);

	if (tc_scan_gap(s, first) == TC_GAP_OPEN && at < s->text.n &&
	    s->text.p[at] == ')')
		return ends_line(s->text, at + 1);
	return tc_scan_begins_line(s, first) && ends_line(s->text, at);
}

size_t tc_unit_words_past(const struct tc_scan *s, size_t i, const char *words)
{
	while (i < s->tokens.n) {
		const struct tc_str word = s->tokens.v[i++].exact;
		if (strncmp(words, word.p, word.n) != 0)
			return 0;
		words += word.n;
		if (!*words)
			return i;
		if (*words++ != ' ')
			return 0;
	}
	return 0;
}

bool tc_unit_words_end(const struct tc_scan *s, size_t i, struct tc_str rest)
{
	while (i--) {
		const struct tc_str word = s->tokens.v[i].exact;
		if (!tc_str_ends(rest, word))
			return false;
		rest.n -= word.n;
		if (!rest.n)
			return true;
		if (rest.p[--rest.n] != ' ')
			return false;
	}
	return false;
}

bool tc_unit_is_congress(const struct tc_scan *s, size_t i)
{
	if (tc_unit_words_before(s, i, "đại biểu"))
		i -= 2;
	return tc_unit_words_before(s, i, "nghị quyết đại hội");
}

size_t tc_unit_office_start(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *s = w->namer.scan;
	const size_t first = w->seen[i].first;
	size_t end = first, start = first, after;

	_Static_assert(OFFICE_TOKENS_MAX <= TC_UNIT_OFFICE_TOKENS, "near");
	if (!tc_unit_office_near(s, first))
		return first;
	if (tc_unit_words_before(s, end, "thường trực"))
		end -= 2;
	for (size_t k = first; k-- > 0 && k + OFFICE_TOKENS_MAX >= first;)
		if (tc_unit_word_at(s, k, TC_UNIT_OFFICE, false, &after) &&
		    (after == end || after == first ||
		     after == first + 1)) /* "Trưởng ban" */
			start = k;
	/* "Chỉ thị của Ban Bí thư, Huyện ủy X đã ..." is nobody's office */
	return start != first && tc_unit_words_before(s, start, "ban") ? first :
									 start;
}

bool tc_unit_is_side_office(const struct tc_unit_walk *w, size_t i,
			    size_t office)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t first;

	if (!i || office != w->seen[i - 1].end)
		return false;
	first = w->seen[i - 1].first;
	if (tc_unit_office_start(w, i - 1) == first)
		return false;
	if (tc_unit_words_before(s, first, "thường trực"))
		first -= 2;
	return tc_unit_words_before(s, first, "bí thư");
}

bool tc_unit_is_new_office(const struct tc_unit_walk *w, size_t office)
{
	static const char *const taking[] = {
		"làm", "chức", "chức vụ", "nhiệm vụ", "chức danh", "chỉ định",
		"bổ nhiệm", "bầu", "tân",
	};
	const struct tc_scan *const s = w->namer.scan;

	return office && tc_scan_gap(s, office) != TC_GAP_COMMA &&
	       TC_UNIT_ANY_BEFORE(s, office, taking);
}

bool tc_unit_is_place(const struct tc_unit_walk *w, size_t i)
{
	static const char *const halls[] = {
		"tại", "ở", "hội trường", "trụ sở", "điểm cầu", "phòng họp",
		"khuôn viên", "nhà văn hóa", "nhà văn hoá",
	};

	static const char *const going_on[] = {
		"diễn ra", "đã diễn ra", "vừa diễn ra",
	};

	/* "tại Đảng ủy X đã diễn ra lễ" is of whoever it is at */
	if (TC_UNIT_ANY_AT(w->namer.scan, w->seen[i].end, going_on))
		return false;
	/* "tại Nhà văn hóa, Đảng ủy X" is not there */
	return tc_scan_gap(w->namer.scan, w->seen[i].first) == TC_GAP_BLANK &&
	       TC_UNIT_ANY_BEFORE(w->namer.scan, w->seen[i].first, halls);
}

/* Who chairs at token `at`: of a session it is the council, whoever it is; and
 * "do Sở A giao, Đảng ủy B chủ trì" is of B. */
static bool is_chaired(const struct tc_unit_walk *w, size_t i, size_t at)
{
	if (tc_unit_words_at(w->namer.scan, at + 2, "kỳ họp"))
		return tc_unit_kind_is(w->nodes.v[w->seen[i].node].kind, "hdnd");
	while (++i < w->n && w->seen[i].end <= at)
		if (w->seen[i].end == at &&
		    tc_unit_office_start(w, i) == w->seen[i].first)
			return false;
	return true;
}

/* "dưới sự chủ trì của đồng chí Lê Văn A, Bí thư Huyện ủy X" */
static bool is_host_before(const struct tc_unit_walk *w, size_t i)
{
	static const char *const chairing[] = {
		"chủ trì của", "chủ tọa của", "chủ toạ của",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t office = tc_unit_office_start(w, i);
	const size_t from = i ? w->seen[i - 1].end : 0;

	if (office == w->seen[i].first)
		return false;
	for (size_t k = office; k > from && office - k < CHAIR_TOKENS_MAX &&
				!tc_unit_ends_sentence(s, k); k--)
		if (TC_UNIT_ANY_BEFORE(s, k, chairing))
			return true;
	return false;
}

bool tc_unit_hosts(const struct tc_unit_walk *w, size_t i)
{
	static const char *const chairing[] = {
		"chủ trì", "chủ tọa", "chủ toạ",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = w->seen[i].end;

	for (size_t k = end; k < end + CHAIR_TOKENS_MAX && k < s->tokens.n &&
			     !(k > end && tc_unit_ends_sentence(s, k)); k++)
		if (TC_UNLIKELY(tc_scan_says(s, k, TC_SAYS_CHU)) &&
		    TC_UNIT_ANY_AT(s, k, chairing))
			return is_chaired(w, i, k) &&
			       !tc_unit_is_membership(
				       w, i, tc_unit_office_start(w, i));
	return is_host_before(w, i);
}

bool tc_unit_is_membership(const struct tc_unit_walk *w, size_t i,
			   size_t office)
{
	const struct tc_scan *const s = w->namer.scan;

	static const char *const one_of[] = {
		"ủy viên", "uỷ viên", "uvbtv", "uvtv", "uvbch",
	};

	return TC_UNIT_ANY_AT(s, office, one_of) ||
	       tc_unit_words_at(s, w->seen[i].end, "viên");
}

bool tc_unit_sends(const struct tc_unit_walk *w, size_t i)
{
	static const char *const sent[] = {
		"đoàn", "đoàn công tác", "đoàn kiểm tra", "đoàn giám sát",
		"đoàn cán bộ", "đoàn khảo sát",
	};
	static const char *const leading[] = {
		"dẫn đầu", "làm trưởng đoàn", "trao đổi kinh nghiệm",
		"học tập kinh nghiệm",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first - tc_unit_behind(w, i, "của");

	return TC_UNIT_ANY_BEFORE(s, first, sent) ||
	       TC_UNIT_ANY_AT(s, w->seen[i].end, leading);
}

/* The token where the sentence of token i begins, at most so far back. */
static size_t sentence_start(const struct tc_scan *s, size_t i, size_t most)
{
	size_t from = i;

	while (from && i - from < most && !tc_unit_ends_sentence(s, from))
		from--;
	return from;
}

bool tc_unit_is_partner(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	if (i && tc_unit_behind(w, i, "cùng") &&
	    tc_scan_gap(s, first - 1) != TC_GAP_COMMA &&
	    tc_unit_past_asides(s, w->seen[i - 1].end) + 1 == first)
		return true;
	for (size_t k = first; k && first - k < PARTNER_TOKENS_MAX &&
			       !tc_unit_ends_sentence(s, k); k--)
		if (TC_UNLIKELY(tc_scan_says(s, k - 1, TC_SAYS_PHOI)) &&
		    (tc_unit_words_at(s, k - 1, "phối hợp với") ||
		     tc_unit_words_at(s, k - 1, "phối hợp cùng")))
			return true;
	return false;
}

/* "Chi đoàn Cơ quan Tỉnh Đoàn": the next one is where the unit is. */
static bool adjoins(const struct tc_unit_walk *w, size_t i)
{
	const size_t end = w->seen[i].end;

	return w->seen[i + 1].first == end &&
	       tc_scan_gap(w->namer.scan, end) == TC_GAP_BLANK;
}

/* "Bộ Chính trị, Ban Bí thư giao", "Đảng ủy, chỉ huy Trung đoàn 19 giao": no word
 * before the first says otherwise. */
static bool shares_verb(const struct tc_unit_walk *w, size_t first, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = w->seen[i].end;
	const size_t led = tc_unit_words_at(s, end, "chỉ huy") ? 2 : 0;

	return w->seen[i + 1].first == end + led &&
	       tc_scan_gap(s, end) == TC_GAP_COMMA &&
	       tc_scan_gap(s, w->seen[first].first) != TC_GAP_BLANK;
}

/* The mention that its verb stands behind: itself, or one that it is part of;
 * w->n when there is no verb. */
static size_t before_verb(const struct tc_unit_walk *w, size_t i)
{
	const size_t first = i;

	for (int steps = 0; steps < CHAIN_MAX; steps++, i++) {
		const struct tc_unit_seen *here = &w->seen[i];
		if (tc_unit_does(w->namer.scan, here->end))
			return i;
		if (i + 1 == w->n ||
		    w->seen[i + 1].first >
			    tc_unit_past_asides(w->namer.scan, here->end) + 2 ||
		    (w->nodes.v[here->node].parent != w->seen[i + 1].node &&
		     !tc_unit_behind(w, i + 1, "và") &&
		     !tc_unit_behind(w, i + 1, "cùng") && !adjoins(w, i) &&
		     !shares_verb(w, first, i)))
			break;
	}
	return w->n;
}

/* "do Tỉnh ủy tổ chức", "nghe Sở Y tế báo cáo", "Chi bộ 5 trực thuộc Đảng bộ xã X
 * tổ chức": the sentence is of another. */
static bool is_beside_subject(const struct tc_unit_walk *w, size_t i)
{
	static const char *const words[] = {
		"do", "cho", "được", "nghe", "giao", "đề nghị", "yêu cầu",
		"mời", "giúp",
	};
	const size_t first = w->seen[i].first;

	return TC_UNIT_ANY_BEFORE(w->namer.scan, first, words) ||
	       (i && first - w->seen[i - 1].end <= 2 &&
		tc_unit_behind(w, i, "thuộc"));
}

/* "dưới sự chỉ đạo của Tỉnh ủy, Huyện ủy X, Đảng ủy Y tổ chức": the one above
 * does nothing, nor who stands between. */
static bool is_above(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	return tc_unit_is_superior(w, i) ||
	       (i && w->seen[i - 1].end == first &&
		tc_scan_gap(s, first) == TC_GAP_COMMA &&
		!tc_unit_does(s, w->seen[i].end) &&
		tc_unit_is_superior(w, i - 1));
}

/* "Đảng bộ Trung đoàn 66, Sư đoàn 10 tổ chức"; of "A và B tổ chức" it is B who is
 * sure to. */
bool tc_unit_holds(const struct tc_unit_walk *w, size_t i)
{
	const size_t at = before_verb(w, i);

	if (at == w->n)
		return false;
	while (i < at && w->seen[i + 1].first == w->seen[i].end)
		i++;
	return i == at && (tc_unit_is_held(w->namer.scan, w->seen[at].end) ||
			   tc_unit_has_issued(w->namer.scan, w->seen[at].end));
}

/* "Ban Tổ chức Huyện ủy tham mưu Huyện ủy tổ chức": the next one does. */
static bool advises(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	size_t at = w->seen[i].end;

	at += tc_unit_words_at(s, at, "đã");
	return tc_unit_words_at(s, at, "tham mưu") && i + 1 < w->n &&
	       w->seen[i + 1].first <= at + 3;
}

/* Mostly there is none, and the rest need not be asked. */
bool tc_unit_acts(const struct tc_unit_walk *w, size_t i)
{
	return before_verb(w, i) < w->n && !advises(w, i) &&
	       tc_unit_office_start(w, i) == w->seen[i].first &&
	       !is_beside_subject(w, i) && !tc_unit_is_place(w, i) &&
	       !tc_unit_is_partner(w, i) && !is_above(w, i);
}

#define NO_EVENT SIZE_MAX

/* Where the words that end before token i begin. */
static size_t words_start(size_t i, const char *words)
{
	while (words) {
		i--;
		words = strchr(words + 1, ' ');
	}
	return i;
}

/* The token at which the event before mention i begins, or NO_EVENT. */
static size_t event_of(const struct tc_unit_walk *w, size_t i)
{
	static const char *const events[] = {
		"đại hội", "kỳ họp", "hội nghị", "họp", "phiên họp", "hội thi",
		"thành lập", "buổi lễ", "lễ ra mắt",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;
	const size_t from = i ? w->seen[i - 1].end : 0;

	for (size_t k = first; k > from && first - k < EVENT_TOKENS_MAX; k--) {
		const enum tc_gap gap = tc_scan_gap(s, k);
		if ((gap != TC_GAP_BLANK && gap != TC_GAP_TIGHT) ||
		    tc_unit_words_before(s, k, "là"))
			return NO_EVENT;
		for (size_t e = 0; e < sizeof events / sizeof *events; e++)
			if (tc_unit_words_before(s, k, events[e]))
				return tc_unit_is_congress(s, first) ? NO_EVENT :
					       words_start(k, events[e]);
	}
	return NO_EVENT;
}

bool tc_unit_is_event(const struct tc_unit_walk *w, size_t i)
{
	return event_of(w, i) != NO_EVENT;
}

bool tc_unit_opens_with_event(const struct tc_unit_walk *w, size_t i)
{
	const size_t at = event_of(w, i);

	return at != NO_EVENT &&
	       (!at || tc_unit_ends_sentence(w->namer.scan, at) ||
		tc_scan_gap(w->namer.scan, at) == TC_GAP_COMMA);
}

/* "Được Huyện ủy quan tâm, Chi bộ X ...", but not "việc ấy được Huyện ủy quan
 * tâm". */
static bool begins_clause(const struct tc_scan *s, size_t i)
{
	return !i || tc_scan_gap(s, i) != TC_GAP_BLANK ||
	       s->tokens.v[i].flags & TC_TOKEN_UPPER;
}

bool tc_unit_is_superior(const struct tc_unit_walk *w, size_t i)
{
	static const char *const doing[] = {
		"chỉ đạo", "lãnh đạo", "nhất trí", "quan tâm", "đồng ý",
		"hướng dẫn", "giúp đỡ", "phân công", "ủy quyền", "uỷ quyền",
		"cho phép", "phát động", "yêu cầu", "đề nghị", "hỗ trợ",
		"phối hợp",
	};

	static const char *const allowing[] = {
		"đồng ý", "nhất trí", "cho phép", "quan tâm", "chỉ đạo",
		"lãnh đạo", "giúp đỡ", "phân công", "giao", "tạo điều kiện",
		"ủy quyền", "uỷ quyền", "công nhận", "tặng",
	};
	static const char *const setting[] = {
		"phát động", "giao", "đề ra", "yêu cầu", "quy định",
	};
	const struct tc_scan *const s = w->namer.scan;
	const struct tc_unit_seen *const m = &w->seen[i];

	return tc_unit_words_before(s, m->first, "thay mặt") ||
	       (tc_unit_behind(w, i, "của") &&
		TC_UNIT_ANY_BEFORE(s, m->first - 1, doing)) ||
	       (tc_unit_behind(w, i, "được") && begins_clause(s, m->first - 1) &&
		TC_UNIT_ANY_AT(s, m->end, allowing)) ||
	       (tc_unit_behind(w, i, "do") &&
		TC_UNIT_ANY_AT(s, m->end, setting));
}

static bool is_founding(const struct tc_unit_walk *w, size_t i)
{
	static const char *const founding[] = { "thành lập", "ra mắt" };
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	return tc_scan_gap(s, first) == TC_GAP_BLANK &&
	       TC_UNIT_ANY_BEFORE(s, first, founding) &&
	       !tc_unit_words_before(s, first - 2, "ngày") &&
	       !tc_unit_words_before(s, first - 2, "năm") &&
	       !tc_unit_words_before(s, first - 2, "và quyết định");
}

/* "thành lập Đảng bộ A và Đảng bộ B" */
static bool is_first_of_several(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_node *const node = w->nodes.v;

	return i + 1 < w->n &&
	       tc_unit_past_mark(w, w->seen[i].end) == w->seen[i + 1].first &&
	       (tc_unit_behind(w, i + 1, "và") ||
		node[w->seen[i].node].kind == node[w->seen[i + 1].node].kind);
}

/* Of several of a kind each stands in a list of what was decided. */
bool tc_unit_is_founded(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_node *const node = w->nodes.v;
	const uint32_t own = w->seen[i].node;

	if (!is_founding(w, i) || is_first_of_several(w, i))
		return false;
	for (size_t k = 0; k < w->n; k++)
		if (w->seen[k].node != own &&
		    node[w->seen[k].node].kind == node[own].kind &&
		    is_founding(w, k))
			return false;
	return true;
}

bool tc_unit_is_issuer(const struct tc_unit_walk *w, size_t mention)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t i = w->seen[mention].first;

	if (tc_unit_is_congress(s, i))
		return true;
	if (tc_unit_behind(w, mention, "do"))
		return false;
	for (size_t k = i; k && i - k < ISSUER_WINDOW && !tc_unit_ends_sentence(s, k);
	     k--)
		if (TC_UNLIKELY(tc_scan_says(s, k - 1, TC_SAYS_CUA)) &&
		    tc_str_is(s->tokens.v[k - 1].exact, "của"))
			return names_document(
				       s, sentence_start(s, i, ISSUER_WINDOW),
				       k) &&
			       !tc_unit_words_at(s, k, "đồng chí") &&
			       !(tc_scan_gap(s, i) == TC_GAP_COMMA &&
				 tc_unit_acts(w, mention));
	return false;
}

bool tc_unit_has_issued(const struct tc_scan *s, size_t end)
{
	static const char *const news[] = {
		"vừa ban hành", "vừa ký ban hành", "vừa có", "vừa ra",
		"mới ban hành", "vừa chính thức ban hành",
	};

	return TC_UNIT_ANY_AT(s, end, news);
}

bool tc_unit_entitles(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t whole = tc_unit_words_past(s, w->title_from, "toàn văn");
	const size_t from = whole ? whole : w->title_from;

	if (!names_document(s, from, from + 2))
		return false;
	while (i + 1 < w->n && w->seen[i + 1].first < w->title_end &&
	       tc_unit_past_mark(w, w->seen[i].end) == w->seen[i + 1].first)
		i++;
	return tc_unit_words_at(s, w->seen[i].end, "về");
}

/* The first token from the i-th on that a full stop or a line's end stands
 * before, or their number. */
static size_t next_stop(const struct tc_scan *s, size_t i)
{
	const size_t n = s->tokens.n;
	uint64_t gaps;

	for (; i + sizeof gaps <= n; i += sizeof gaps) {
		memcpy(&gaps, &s->gaps[i], sizeof gaps);
		gaps = le64toh(gaps) & ONES * TC_GAP_STOP;
		if (gaps)
			return i + (size_t)__builtin_ctzll(gaps) / 8;
	}
	while (i < n && !(s->gaps[i] & TC_GAP_STOP))
		i++;
	return i < n ? i : n;
}

size_t tc_unit_sentence_end(const struct tc_scan *s, size_t i)
{
	do
		i = next_stop(s, i + 1);
	while (i < s->tokens.n && !tc_unit_ends_sentence(s, i));
	return i;
}
