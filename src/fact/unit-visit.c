/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom others inspect, visit or congratulate. */
#include "config.h"

#include "fact/unit-clause.h"

#define VISIT_TOKENS_MAX 16	/* from the verb to whom it brings one */

/* One does something to whom stands at token i. */
static bool is_done_to(const struct tc_scan *s, size_t i)
{
	static const char *const done[] = {
		"chúc mừng", "chúc tết", "thăm", "tặng hoa", "làm việc với",
		"kiểm tra", "giám sát",
	};
	static const char *const sent[] = { "đoàn kiểm tra", "đoàn giám sát" };

	return tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       TC_UNIT_ANY_BEFORE(s, i, done) && !TC_UNIT_ANY_BEFORE(s, i, sent);
}

/* "dự", but not "dự thảo". */
static bool attends(const struct tc_scan *s, size_t i)
{
	static const char *const others[] = {
		"thảo", "kiến", "án", "toán", "báo", "bị", "khuyết", "nguồn",
		"phòng",
	};

	return tc_unit_words_at(s, i, "dự") && !TC_UNIT_ANY_AT(s, i + 1, others);
}

/* "kiểm tra", but not "lớp tập huấn công tác kiểm tra". */
static bool inspects(const struct tc_scan *s, size_t i)
{
	static const char *const looking[] = {
		"kiểm tra", "giám sát", "khảo sát", "thăm",
	};
	static const char *const of_it[] = {
		"công tác", "ủy ban", "uỷ ban", "ban", "nghiệp vụ", "về",
		"đoàn", "tra",
	};

	return TC_UNIT_ANY_AT(s, i, looking) && !TC_UNIT_ANY_BEFORE(s, i, of_it);
}

/* The words at token k bring somebody to where the words before `first` say;
 * who attends where no Party organisation is only meets there. */
static bool brings(const struct tc_scan *s, size_t k, size_t first, bool party)
{
	if (tc_unit_words_before(s, first, "thuộc"))
		return tc_unit_words_at(s, k, "huy hiệu");
	if (attends(s, k))
		return party;
	if (tc_unit_words_before(s, first, "với") &&
	    !tc_unit_words_before(s, first, "đối với"))
		return tc_unit_words_at(s, k, "làm việc");
	return inspects(s, k);
}

/* "Đảng bộ Công an huyện X" is, whose kind is that of the police. */
static bool is_of_party(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];

	return tc_unit_kind_party(node->kind) ||
	       tc_unit_kind_is(node->kind, "organ") ||
	       tc_str_starts(node->canonical, TC_STR("Đảng bộ ")) ||
	       tc_str_starts(node->canonical, TC_STR("Chi bộ "));
}

/* "kiểm tra việc chuẩn bị đại hội tại Huyện ủy X", "dự sinh hoạt cùng Chi bộ Y",
 * "trao Huy hiệu Đảng cho đảng viên thuộc Đảng bộ Z". */
static bool is_come_to(const struct tc_unit_walk *w, size_t i)
{
	static const char *const where[] = {
		"tại", "ở", "cùng", "với", "đại hội", "đại biểu", "thành lập",
		"thuộc",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;
	const size_t from = i ? w->seen[i - 1].end : 0;
	if (!TC_UNIT_ANY_BEFORE(s, first, where))
		return false;
	const bool party = is_of_party(w, i);
	for (size_t k = first; k-- > from && first - k < VISIT_TOKENS_MAX;) {
		const enum tc_gap gap = tc_scan_gap(s, k + 1);
		if (gap != TC_GAP_BLANK && gap != TC_GAP_TIGHT)
			return false;
		if (brings(s, k, first, party))
			return true;
	}
	return false;
}

bool tc_unit_is_visited(const struct tc_unit_walk *w, size_t i)
{
	return is_done_to(w->namer.scan, w->seen[i].first) || is_come_to(w, i);
}

bool tc_unit_place_visited(const struct tc_scan *s, size_t i)
{
	static const char *const areas[] = {
		"huyện", "xã", "phường", "quận", "tỉnh", "thị", "thành phố",
		"trấn",
	};

	while (TC_UNIT_ANY_BEFORE(s, i, areas))
		i -= tc_unit_words_before(s, i, "thành phố") ? 2 : 1;
	return is_done_to(s, i - tc_unit_words_before(s, i, "tại"));
}
