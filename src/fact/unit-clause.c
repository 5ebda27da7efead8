/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the words around a mention say of it: that the unit does something,
 * issued a document, is a person's office or a place.
 */
#include "config.h"

#include "fact/unit-clause.h"

#include "fact/acting-rows.h"
#include "fact/doctype.h"

#include <endian.h>

#define CHAIN_MAX 4		/* parents between a unit and its verb */
#define ASIDES_MAX 3		/* brackets and areas there */
#define ASIDE_TOKENS_MAX 12	/* of one */
#define OFFICE_TOKENS_MAX 5	/* "Phó Bí thư Thường trực" */
#define CHAIR_TOKENS_MAX 12	/* "Lê Văn A", between office and verb */
#define PARTNER_TOKENS_MAX 14	/* "phối hợp với các ban của Huyện ủy" */
#define EVENT_TOKENS_MAX 6	/* "Kỳ họp chuyên đề thứ 9 của" */
#define ONES UINT64_C(0x0101010101010101)
#define ISSUER_WINDOW 14	/* tokens back to the document's type word */

/* "TP. Pleiku", "ThS. Lê Văn A": the stop is of the word. */
static bool is_abbreviated(const struct tc_scan *s, size_t i)
{
	static const char words[][4] = {
		"tp", "tx", "tt", "q", "p", "h", "x", "ts", "ths", "gs", "pgs",
		"bs",
	};

	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (tc_str_is(s->tokens.v[i].exact, words[k]))
			return true;
	return false;
}

static bool ends_sentence(const struct tc_scan *s, size_t i)
{
	const unsigned bits = tc_scan_gap_bits(s, i);

	return TC_UNLIKELY(bits & TC_GAP_STOP) &&
	       !(i && bits & TC_GAP_DOT && is_abbreviated(s, i - 1));
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

/* Past those of acting-rows.h at token i that are such; 0: none is there. */
static size_t past_acting(const struct tc_scan *s, size_t i, unsigned what)
{
	if (i >= s->tokens.n ||
	    TC_LIKELY(!(tc_scan_flags(s, i) & TC_WORD_ACTING)))
		return 0;
	const struct tc_word_rows rows = tc_scan_word(s, i)->acting;
	for (size_t k = rows.from; k < rows.to; k++) {
		const size_t row = tc_word_acting[k];
		const size_t at =
			acting_rows[row].what & what ?
			tc_unit_words_past(s, i, acting_rows[row].words) : 0;
		if (at)
			return at;
	}
	return 0;
}

static size_t past_manner(const struct tc_scan *s, size_t i)
{
	const size_t at = past_acting(s, i, MANNER);

	return at ? at : i;
}

/* Past "khóa XIX", "lần thứ 5", "nhiệm kỳ 2021 - 2026"; i: none is there. */
static size_t past_one_term(const struct tc_scan *s, size_t i)
{
	size_t at = past_acting(s, i, TERM);

	if (!at)
		return i;
	if (at < s->tokens.n)
		at++;
	while (at < s->tokens.n && s->tokens.v[at].flags & TC_TOKEN_DIGIT &&
	       (tc_scan_gap(s, at) == TC_GAP_DASH ||
		tc_scan_gap(s, at) == TC_GAP_TIGHT))
		at++;
	return at;
}

/* "HĐND tỉnh khóa XIX, nhiệm kỳ 2021 - 2026 tổ chức": past its terms. */
static size_t past_terms(const struct tc_scan *s, size_t i)
{
	size_t next = past_one_term(s, i);

	while (next != i) {
		i = next;
		next = past_one_term(s, i);
	}
	return i;
}

/* A verb is at token i, or behind terms there. */
static bool verb_at(const struct tc_scan *s, size_t i)
{
	const size_t behind = past_terms(s, i);

	if (behind != i && tc_scan_gap(s, behind) != TC_GAP_BLANK &&
	    tc_scan_gap(s, behind) != TC_GAP_COMMA)
		return false;
	return past_acting(s, past_manner(s, behind), ACTS);
}

bool tc_unit_punishing(const struct tc_scan *s, size_t i)
{
	return past_acting(s, i, PUNISHES);
}

bool tc_unit_verb_behind(const struct tc_scan *s, size_t i)
{
	return tc_scan_gap(s, i) == TC_GAP_BLANK && verb_at(s, i);
}

/* Past "(TP. Hải Dương)" at token i; i: there is none, or it is long. */
static size_t past_bracket(const struct tc_scan *s, size_t i)
{
	if (tc_scan_gap(s, i) != TC_GAP_OPEN)
		return i;
	for (size_t k = i + 1; k <= i + ASIDE_TOKENS_MAX; k++)
		if (tc_scan_gap(s, k) == TC_GAP_CLOSE)
			return k;
		else if (ends_sentence(s, k))
			break;
	return i;
}

/* Past ", huyện Cao Lộc" at token i; i: there is none. */
static size_t past_area(const struct tc_scan *s, size_t i)
{
	const uint32_t named = TC_TOKEN_UPPER | TC_TOKEN_DIGIT;
	const enum tc_gap gap = tc_scan_gap(s, i);
	size_t k;

	if ((gap != TC_GAP_COMMA && gap != TC_GAP_BLANK) ||
	    !tc_unit_word_at(s, i, TC_UNIT_AREA | TC_UNIT_CITY, false, &k) ||
	    k >= s->tokens.n || !(s->tokens.v[k].flags & named))
		return i;
	while (++k < s->tokens.n && k <= i + ASIDE_TOKENS_MAX &&
	       s->tokens.v[k].flags & named &&
	       (tc_scan_gap(s, k) == TC_GAP_BLANK ||
		tc_scan_gap(s, k) == TC_GAP_TIGHT))
		;
	return k;
}

/* Past where the unit is, which may stand between its name and what it does:
 * "Đảng ủy xã X (Sóc Trăng) tổ chức", "Chi bộ 5, phường X, thị xã Y họp". */
static size_t past_asides(const struct tc_scan *s, size_t i)
{
	for (int steps = 0; steps < ASIDES_MAX; steps++) {
		const size_t next = past_bracket(s, past_area(s, i));
		if (TC_LIKELY(next == i))
			break;
		i = next;
	}
	return i;
}

/* A verb is behind the unit that ends before token `end`. */
static bool does_something(const struct tc_scan *s, size_t end)
{
	const size_t i = past_asides(s, end);

	return (tc_scan_gap(s, i) == TC_GAP_BLANK ||
		(i != end && (tc_scan_gap(s, i) == TC_GAP_CLOSE ||
			      tc_scan_gap(s, i) == TC_GAP_COMMA))) &&
	       verb_at(s, i);
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
	return start;
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

/* Those whom one congratulates may be any. */
bool tc_unit_is_visited(const struct tc_unit_walk *w, size_t i)
{
	static const char *const done_to[] = {
		"làm việc với", "kiểm tra", "giám sát", "thăm",
	};
	static const char *const wished[] = {
		"chúc mừng", "chúc tết", "đến thăm", "tặng hoa",
	};
	const struct tc_scan *const s = w->namer.scan;
	const char *const kind = w->nodes.v[w->seen[i].node].kind;
	const size_t first = w->seen[i].first;

	return TC_UNIT_ANY_BEFORE(s, first, wished) ||
	       ((tc_unit_kind_party(kind) || tc_unit_kind_is(kind, "organ")) &&
		TC_UNIT_ANY_BEFORE(s, first, done_to));
}

bool tc_unit_is_new_office(const struct tc_unit_walk *w, size_t office)
{
	static const char *const taking[] = { "làm", "chức", "vụ", "danh" };

	return office &&
	       TC_AMONG(tc_unit_walk_token(w, office - 1)->exact, taking);
}

bool tc_unit_is_place(const struct tc_unit_walk *w, size_t i)
{
	static const char *const halls[] = {
		"tại", "ở", "hội trường", "trụ sở", "điểm cầu", "phòng họp",
		"khuôn viên", "nhà văn hóa", "nhà văn hoá",
	};

	return TC_UNIT_ANY_BEFORE(w->namer.scan, w->seen[i].first, halls);
}

bool tc_unit_hosts(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = w->seen[i].end;

	for (size_t k = end; k < end + CHAIR_TOKENS_MAX && k < s->tokens.n &&
			     !(k > end && ends_sentence(s, k)); k++)
		if (TC_UNLIKELY(tc_scan_says(s, k, TC_SAYS_CHU)) &&
		    tc_unit_words_at(s, k, "chủ trì"))
			return true;
	return false;
}

bool tc_unit_is_membership(const struct tc_unit_walk *w, size_t office)
{
	const struct tc_scan *const s = w->namer.scan;

	return tc_unit_words_at(s, office, "ủy viên") ||
	       tc_unit_words_at(s, office, "uỷ viên");
}

bool tc_unit_sends(const struct tc_unit_walk *w, size_t i)
{
	static const char *const sent[] = {
		"đoàn", "đoàn công tác", "đoàn kiểm tra", "đoàn giám sát",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first - tc_unit_behind(w, i, "của");

	return TC_UNIT_ANY_BEFORE(s, first, sent);
}

/* The token where the sentence of token i begins, at most so far back. */
static size_t sentence_start(const struct tc_scan *s, size_t i, size_t most)
{
	size_t from = i;

	while (from && i - from < most && !ends_sentence(s, from))
		from--;
	return from;
}

bool tc_unit_is_partner(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	for (size_t k = first; k && first - k < PARTNER_TOKENS_MAX &&
			       !ends_sentence(s, k); k--)
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

/* "Bộ Chính trị, Ban Bí thư giao": no word before the first says otherwise. */
static bool shares_verb(const struct tc_unit_walk *w, size_t first, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = w->seen[i].end;

	return w->seen[i + 1].first == end &&
	       tc_scan_gap(s, end) == TC_GAP_COMMA &&
	       tc_scan_gap(s, w->seen[first].first) != TC_GAP_BLANK;
}

/* A verb stands behind it, or behind those that it is part of. */
static bool has_verb(const struct tc_unit_walk *w, size_t i)
{
	const size_t first = i;

	for (int steps = 0; steps < CHAIN_MAX; steps++, i++) {
		const struct tc_unit_seen *here = &w->seen[i];
		if (does_something(w->namer.scan, here->end))
			return true;
		if (i + 1 == w->n || w->seen[i + 1].first > here->end + 2 ||
		    (w->nodes.v[here->node].parent != w->seen[i + 1].node &&
		     !tc_unit_behind(w, i + 1, "và") && !adjoins(w, i) &&
		     !shares_verb(w, first, i)))
			return false;
	}
	return false;
}

/* "do Tỉnh ủy tổ chức", "nghe Sở Y tế báo cáo", "Chi bộ 5 trực thuộc Đảng bộ xã X
 * tổ chức": the sentence is of another. */
static bool is_beside_subject(const struct tc_unit_walk *w, size_t i)
{
	static const char *const words[] = {
		"do", "cho", "được", "thuộc", "nghe", "giao", "đề nghị",
		"yêu cầu", "mời", "giúp",
	};

	return TC_UNIT_ANY_BEFORE(w->namer.scan, w->seen[i].first, words);
}

/* Mostly there is none, and the rest need not be asked. */
bool tc_unit_acts(const struct tc_unit_walk *w, size_t i)
{
	return has_verb(w, i) &&
	       tc_unit_office_start(w, i) == w->seen[i].first &&
	       !is_beside_subject(w, i) && !tc_unit_is_place(w, i) &&
	       !tc_unit_is_partner(w, i);
}

bool tc_unit_holds(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = past_asides(s, w->seen[i].end);
	const size_t at = past_manner(s, past_terms(s, end));

	return past_acting(s, at, HELD) || past_acting(s, at + 1, HELD);
}

bool tc_unit_is_event(const struct tc_unit_walk *w, size_t i)
{
	static const char *const events[] = {
		"đại hội", "kỳ họp", "hội nghị", "họp", "phiên họp", "hội thi",
		"thành lập", "buổi lễ", "lễ ra mắt",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;
	const size_t from = i ? w->seen[i - 1].end : 0;

	for (size_t k = first; k > from && first - k < EVENT_TOKENS_MAX; k--) {
		if (TC_UNIT_ANY_BEFORE(s, k, events))
			return !tc_unit_is_congress(s, first);
		const enum tc_gap gap = tc_scan_gap(s, k);
		if (gap != TC_GAP_BLANK && gap != TC_GAP_TIGHT)
			return false;
	}
	return false;
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

	return (tc_unit_behind(w, i, "của") &&
		TC_UNIT_ANY_BEFORE(s, m->first - 1, doing)) ||
	       (tc_unit_behind(w, i, "được") &&
		TC_UNIT_ANY_AT(s, m->end, allowing)) ||
	       (tc_unit_behind(w, i, "do") &&
		TC_UNIT_ANY_AT(s, m->end, setting));
}

bool tc_unit_is_founded(const struct tc_unit_walk *w, size_t i)
{
	static const char *const founding[] = { "thành lập", "ra mắt" };
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	return TC_UNIT_ANY_BEFORE(s, first, founding) &&
	       !tc_unit_words_before(s, first - 2, "ngày");
}

bool tc_unit_is_issuer(const struct tc_unit_walk *w, size_t mention)
{
	const struct tc_scan *const s = w->namer.scan;
	const size_t i = w->seen[mention].first;

	if (tc_unit_is_congress(s, i))
		return true;
	if (tc_unit_behind(w, mention, "do"))
		return false;
	for (size_t k = i; k && i - k < ISSUER_WINDOW && !ends_sentence(s, k);
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
	while (i < s->tokens.n && !ends_sentence(s, i));
	return i;
}

/* "Dự", "Cùng dự", "Đến tham dự"; "Cùng đi có" */
static bool begins_with_guests(const struct tc_scan *s, size_t i)
{
	if (tc_unit_words_at(s, i, "cùng đi"))
		return true;
	while (past_acting(s, i, COMES))
		i++;
	return i < s->tokens.n && tc_str_is(s->tokens.v[i].exact, "dự");
}

bool tc_unit_tells_guests(const struct tc_scan *s, size_t i, size_t end)
{
	return begins_with_guests(s, i) ||
	       (tc_unit_words_at(s, i, "đại biểu") &&
		tc_str_is(s->tokens.v[end - 1].exact, "dự"));
}
