/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom others inspect, visit or congratulate. */
#include "config.h"

#include "fact/unit-clause.h"

#define INTERVIEW_TOKENS_MAX 20	/* "với ông Lê Văn A, Ủy viên Ban Thường vụ" */
#define ANSWER_TOKENS_MAX 8	/* "Lê Văn A đã trả lời phỏng vấn" */
#define MEMBERS_TOKENS_MAX 12
#define HONOUR_TOKENS_MAX 16	/* "Huân chương Lao động hạng Nhì cho" */
#define VISIT_TOKENS_MAX 16	/* from the verb to whom it brings one */

/* Where "Đảng ủy các xã", "Ban Thường vụ Đảng ủy 3 phường" begins before token i,
 * at which the first name of such a list stands; i: none does. */
static size_t list_head(const struct tc_scan *s, size_t i)
{
	static const char *const areas[] = { "xã", "phường", "huyện", "quận" };
	static const char *const heads[] = {
		"đảng", "huyện", "quận", "ủy", "uỷ", "bộ", "ban", "thường",
		"vụ", "chấp", "hành",
	};
	const struct tc_token *const v = s->tokens.v;

	if (i < 2 || !TC_AMONG(v[i - 1].exact, areas) ||
	    !(tc_str_is(v[i - 2].exact, "các") ||
	      v[i - 2].flags & TC_TOKEN_DIGIT))
		return i;
	i -= 2;
	while (i && TC_AMONG(v[i - 1].exact, heads))
		i--;
	return i;
}

/* Where "tập thể", "cán bộ, giáo viên" begins before token i, who are of the one
 * that stands there; i: none does. */
static size_t members_of(const struct tc_scan *s, size_t i)
{
	static const char *const members[] = {
		"tập thể", "lãnh đạo", "cán bộ", "giáo viên", "nhân viên",
		"chiến sĩ", "chiến sỹ", "bác sĩ", "học sinh", "công nhân",
		"người lao động", "đảng viên", "thầy", "trò", "cô", "y", "và",
		"các", "thầy giáo", "cô giáo",
	};
	const size_t first = i;

	while (i && first - i < MEMBERS_TOKENS_MAX) {
		size_t k = sizeof members / sizeof *members;
		while (k && !tc_unit_words_before(s, i, members[k - 1]))
			k--;
		if (!k)
			break;
		for (const char *p = members[k - 1]; p; p = strchr(p + 1, ' '))
			i--;
	}
	return i;
}

/* One does something to whom stands at token i. */
static bool is_done_to(const struct tc_scan *s, size_t i)
{
	static const char *const done[] = {
		"chúc mừng", "chúc tết", "thăm", "tặng hoa", "làm việc với",
		"kiểm tra", "giám sát", "kinh nghiệm với",
		"kiểm tra chuyên đề", "giám sát chuyên đề",
	};
	static const char *const others[] = {
		"đoàn kiểm tra", "đoàn giám sát", "kết quả kiểm tra",
		"kết quả giám sát", "báo cáo kiểm tra", "báo cáo giám sát",
		"chủ trì buổi làm việc với", "chủ trì cuộc làm việc với",
	};

	i = list_head(s, members_of(s, i));
	return tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       TC_UNIT_ANY_BEFORE(s, i, done) && !TC_UNIT_ANY_BEFORE(s, i, others);
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

	static const char *const read[] = {
		"kết quả", "báo cáo", "kết luận", "thông báo", "kế hoạch",
	};

	return TC_UNIT_ANY_AT(s, i, looking) &&
	       (!TC_UNIT_ANY_BEFORE(s, i, of_it) ||
		tc_unit_words_before(s, i, "làm trưởng đoàn")) &&
	       !TC_UNIT_ANY_BEFORE(s, i, read);
}

/* One comes to learn. */
static bool learns(const struct tc_scan *s, size_t k)
{
	static const char *const learning[] = {
		"trao đổi kinh nghiệm", "học tập kinh nghiệm",
		"học hỏi kinh nghiệm",
	};

	return TC_UNIT_ANY_AT(s, k, learning);
}

/* The words at token k bring somebody to where the words before `first` say;
 * who attends where no Party organisation is only meets there. */
static bool brings(const struct tc_scan *s, size_t k, size_t first, bool party)
{
	static const char *const chairing[] = { "chủ trì buổi", "chủ trì cuộc" };

	if (tc_unit_words_before(s, first, "thuộc") ||
	    tc_unit_words_before(s, first, "đảng viên"))
		return tc_unit_words_at(s, k, "huy hiệu");
	if (attends(s, k))
		return party || tc_unit_words_before(s, first, "của");
	if (tc_unit_words_before(s, first, "của"))
		return false;
	if (learns(s, k))
		return true;
	if (tc_unit_words_before(s, first, "với") &&
	    !tc_unit_words_before(s, first, "đối với"))
		return tc_unit_words_at(s, k, "làm việc") &&
		       !TC_UNIT_ANY_BEFORE(s, k, chairing);
	return inspects(s, k);
}

/* "Đảng bộ Công an huyện X" is, whose kind is that of the police. */
static bool is_of_party(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];

	return tc_unit_kind_party(node->kind) ||
	       tc_unit_kind_is(node->kind, "organ") ||
	       tc_unit_names_party(node->canonical);
}

/* "kiểm tra việc chuẩn bị đại hội tại Huyện ủy X", "dự sinh hoạt cùng Chi bộ Y",
 * "trao Huy hiệu Đảng cho đảng viên thuộc Đảng bộ Z". */
static bool is_come_to(const struct tc_unit_walk *w, size_t i)
{
	static const char *const where[] = {
		"tại", "ở", "cùng", "với", "đại hội", "đại biểu", "thành lập",
		"thuộc", "của", "đảng viên",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;
	const size_t from = i ? w->seen[i - 1].end : 0;

	/* but not "thuộc Chi bộ A, Chi bộ B" */
	if (!TC_UNIT_ANY_BEFORE(s, first, where) ||
	    (tc_unit_words_before(s, first, "thuộc") &&
	     tc_unit_begins_list(w, i)))
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

bool tc_unit_is_interviewed(const struct tc_unit_walk *w, size_t i,
			    size_t office)
{
	static const char *const speaking[] = {
		"trao đổi với", "phỏng vấn", "trò chuyện với",
		"trò chuyện cùng",
	};
	static const char *const answering[] = {
		"trả lời phỏng vấn", "trả lời báo chí", "trả lời phóng viên",
	};
	const struct tc_scan *const s = w->namer.scan;
	size_t k;

	if (tc_unit_is_membership(w, i, office))
		return false;
	for (k = office; k && office - k < INTERVIEW_TOKENS_MAX &&
			 !tc_unit_ends_sentence(s, k); k--)
		if (TC_UNIT_ANY_BEFORE(s, k, speaking))
			return true;
	for (k = w->seen[i].end; k < w->seen[i].end + ANSWER_TOKENS_MAX &&
				 !tc_unit_ends_sentence(s, k); k++)
		if (TC_UNIT_ANY_AT(s, k, answering))
			return true;
	return false;
}

bool tc_unit_receives(const struct tc_scan *s, size_t from, size_t end)
{
	static const char *const first[] = {
		"tiếp và làm việc", "tiếp đón", "đón tiếp", "đón đoàn",
		"đón và làm việc", "làm việc với đoàn",
	};
	static const char *const receiving[] = {
		"tiếp đoàn", "tiếp và làm việc với", "tiếp làm việc với",
		"tiếp đón đoàn",
	};

	if (TC_UNIT_ANY_AT(s, from, first))
		return true;
	/* all of these begin so */
	while (from < end && !(tc_str_is(s->tokens.v[from].exact, "tiếp") &&
			       TC_UNIT_ANY_AT(s, from, receiving)))
		from++;
	return from < end && !tc_unit_words_before(s, from, "được");
}

bool tc_unit_is_visited(const struct tc_unit_walk *w, size_t i)
{
	return is_done_to(w->namer.scan, w->seen[i].first) || is_come_to(w, i);
}

bool tc_unit_is_honoured(const struct tc_unit_walk *w, size_t i)
{
	static const char *const honours[] = {
		"bằng khen", "giấy khen", "huân chương", "cờ thi đua",
		"tặng cờ", "trao cờ",
		"bức trướng", "danh hiệu", "kỷ niệm chương", "khen thưởng",
	};
	const struct tc_scan *const s = w->namer.scan;
	const size_t first = w->seen[i].first;

	if (tc_unit_words_before(s, first, "bằng công nhận"))
		return true;
	if (!tc_unit_behind(w, i, "cho") &&
	    !tc_unit_words_before(s, first, "đối với"))
		return false;
	for (size_t k = first; k && first - k < HONOUR_TOKENS_MAX &&
			       !tc_unit_ends_sentence(s, k); k--)
		if (TC_UNIT_ANY_BEFORE(s, k, honours))
			return true;
	return false;
}

/* "Trao Huy hiệu Đảng cho 74 đảng viên" ends before token i. */
static bool honours_members(const struct tc_scan *s, size_t i)
{
	const size_t far = i > HONOUR_TOKENS_MAX ? i - HONOUR_TOKENS_MAX : 0;

	if (!tc_unit_words_before(s, i, "đảng viên"))
		return false;
	while (i > far && !tc_unit_words_before(s, i, "huy hiệu"))
		i--;
	return i > far;
}

/* "khảo sát đường giao thông ở" ends before token i of the headline. */
static bool looks_there(const struct tc_scan *s, size_t i)
{
	static const char *const where[] = { "tại", "ở" };
	size_t k = i;

	if (!TC_UNIT_ANY_BEFORE(s, i, where))
		return false;
	while (k && i - k < VISIT_TOKENS_MAX && tc_scan_gap(s, k) != TC_GAP_STOP) {
		const enum tc_gap gap = tc_scan_gap(s, k--);
		if (gap != TC_GAP_BLANK && gap != TC_GAP_TIGHT)
			return false;
		if (inspects(s, k))
			return true;
	}
	return false;
}

bool tc_unit_place_visited(const struct tc_scan *s, size_t i)
{
	static const char *const areas[] = {
		"huyện", "xã", "phường", "quận", "tỉnh", "thị", "thành phố",
		"trấn",
	};

	static const char *const coming[] = {
		"làm việc tại", "kinh nghiệm tại", "kinh nghiệm ở",
	};

	while (TC_UNIT_ANY_BEFORE(s, i, areas))
		i -= tc_unit_words_before(s, i, "thành phố") ? 2 : 1;
	return TC_UNIT_ANY_BEFORE(s, i, coming) || looks_there(s, i) ||
	       honours_members(s, i) ||
	       is_done_to(s, i - tc_unit_words_before(s, i, "tại"));
}
