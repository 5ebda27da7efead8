/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the words around a mention say of it: that the unit does something,
 * issued a document, is a person's office or a place.
 */
#ifndef TC_FACT_UNIT_CLAUSE_H
#define TC_FACT_UNIT_CLAUSE_H

#include "fact/unit-walk.h"

/* The token behind the words, a blank between any two, that begin at token i;
 * 0 when they do not. */
size_t tc_unit_words_past(const struct tc_scan *s, size_t i, const char *words);
/* Whether they may begin with the word: two bytes turn most away without a
 * call. */
static inline bool tc_unit_words_may(struct tc_str word, const char *words)
{
	return TC_UNLIKELY(*words == *word.p) &&
	       (word.n < 2 || words[1] == word.p[1]);
}
/* Whether they begin at token i. */
static inline bool tc_unit_words_at(const struct tc_scan *s, size_t i,
				    const char *words)
{
	return TC_LIKELY(i < s->tokens.n) &&
	       tc_unit_words_may(s->tokens.v[i].exact, words) &&
	       tc_unit_words_past(s, i, words);
}
/* The words end before token i.  Their last byte turns most away without a
 * call. */
bool tc_unit_words_end(const struct tc_scan *s, size_t i, struct tc_str words);
static inline bool tc_unit_words_before(const struct tc_scan *s, size_t i,
					const char *words)
{
	const size_t n = strlen(words);

	return TC_LIKELY(i) &&
	       TC_UNLIKELY(tc_str_end(s->tokens.v[i - 1].exact)[-1] ==
			   words[n - 1]) &&
	       tc_unit_words_end(s, i, tc_str(words, n));
}

/* One of those lists of words does: an array of them. */
#define TC_UNIT_ANY_AT(s, i, lists) \
	tc_unit_any_at(s, i, lists, sizeof(lists) / sizeof *(lists))
static inline bool tc_unit_any_at(const struct tc_scan *s, size_t i,
				  const char *const *lists, size_t n)
{
	if (i >= s->tokens.n)
		return false;
	const struct tc_str word = s->tokens.v[i].exact;
	for (size_t k = 0; k < n; k++)
		if (tc_unit_words_may(word, lists[k]) &&
		    tc_unit_words_past(s, i, lists[k]))
			return true;
	return false;
}
#define TC_UNIT_ANY_BEFORE(s, i, lists) \
	tc_unit_any_before(s, i, lists, sizeof(lists) / sizeof *(lists))
static inline bool tc_unit_any_before(const struct tc_scan *s, size_t i,
				      const char *const *lists, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (tc_unit_words_before(s, i, lists[k]))
			return true;
	return false;
}

/* That word, a literal, stands before mention i. */
static inline bool tc_unit_behind(const struct tc_unit_walk *w, size_t i,
				  const char *word)
{
	const size_t first = w->seen[i].first;

	return first &&
	       tc_str_is(tc_unit_walk_token(w, first - 1)->exact, word);
}

/* Mention i does something: "Đảng ủy xã X tổ chức", not "Bí thư Đảng ủy xã X
 * tổ chức".  Behind "Chi bộ X trực thuộc Đảng bộ Y tổ chức" it is the cell
 * that does. */
bool tc_unit_acts(const struct tc_unit_walk *w, size_t i);
/* What it does is held, as a meeting is: "Đảng ủy xã X (Sóc Trăng) tổ chức", "đã
 * kết nạp". */
bool tc_unit_holds(const struct tc_unit_walk *w, size_t i);
/* The same of a unit that ends before token `end`. */
bool tc_unit_is_held(const struct tc_scan *s, size_t end);
/* "Đảng bộ X hiện có 28 chi bộ", "30 đảng viên thuộc Đảng bộ X" */
bool tc_unit_is_described(const struct tc_unit_walk *w, size_t i);
/* "Đại hội Chi bộ X", "Kỳ họp thứ 9 của HĐND xã X": that stands before it. */
bool tc_unit_is_event(const struct tc_unit_walk *w, size_t i);
/* The same, and its sentence begins with it, or it stands behind what says when:
 * "Sáng 5/4, Đại hội Chi bộ X". */
bool tc_unit_opens_with_event(const struct tc_unit_walk *w, size_t i);
/* The token where the office before mention i begins ("Phó Trưởng ban Thường
 * trực" + the unit): a person is spoken of.  The mention's first when there is
 * none. */
size_t tc_unit_office_start(const struct tc_unit_walk *w, size_t i);
/* Of an office that begins at token `office`.  "Ủy viên Ban Thường vụ Tỉnh ủy",
 * "Tỉnh ủy viên": one of many there. */
bool tc_unit_is_membership(const struct tc_unit_walk *w, size_t i,
			   size_t office);
/* "Trưởng ban A làm Bí thư Huyện ủy B": B gets a person. */
bool tc_unit_is_new_office(const struct tc_unit_walk *w, size_t office);
/* "Bí thư Tỉnh ủy, Trưởng đoàn X": the second, mention i's, which the first
 * brings. */
bool tc_unit_is_side_office(const struct tc_unit_walk *w, size_t i,
			    size_t office);
/* "Trung tâm X phối hợp với Phòng Y mở lớp": it is the former's. */
bool tc_unit_is_partner(const struct tc_unit_walk *w, size_t i);
/* "Huyện ủy X kiểm tra Đảng ủy Y": that of Y. */
bool tc_unit_is_visited(const struct tc_unit_walk *w, size_t i);
/* "phóng viên trao đổi với ông Lê Văn A, Trưởng ban B", "Phó Bí thư C trả lời phỏng
 * vấn": mention i is of a person's office, which begins at that token. */
bool tc_unit_is_interviewed(const struct tc_unit_walk *w, size_t i,
			    size_t office);
/* "tặng bằng khen cho Chi bộ X" */
bool tc_unit_is_honoured(const struct tc_unit_walk *w, size_t i);
/* "Tiếp đoàn có ..." is the sentence of tokens [from, end): of who is visited. */
bool tc_unit_receives(const struct tc_scan *s, size_t from, size_t end);
/* "Tỉnh ủy làm việc với huyện X": that of the place whose name stands at token
 * i. */
bool tc_unit_place_visited(const struct tc_scan *s, size_t i);
/* "(Đảng ủy xã X không có học viên)": the last bracket or end of a line before
 * the unit opens one, in its sentence, which begins at token `from`.  It is
 * looked for no farther back than a remark is long: there may be thousands of
 * units in a sentence. */
bool tc_unit_in_brackets(const struct tc_scan *s, size_t i, size_t from);
/* "chào mừng đại hội Đảng bộ X", unless the headline begins so; a book, "Lịch sử
 * Đảng bộ X" */
bool tc_unit_is_welcomed(const struct tc_unit_walk *w, size_t i);
/* "X: Xã Y đạt chuẩn", "Xã Y đạt chuẩn": the place whose name stands at token i of
 * the headline is spoken of. */
bool tc_unit_topic_place(const struct tc_unit_walk *w, size_t i);
/* "Than Bãi Màu: Thi đua": what stands before token `topic` is the end of the name
 * of the mention's unit, a firm or its Party organisation. */
bool tc_unit_named_topic(const struct tc_unit_walk *w, size_t mention, size_t topic);
/* "Trưởng ban A Lê Văn B chủ trì hội nghị", "do Sở C chủ trì" */
bool tc_unit_hosts(const struct tc_unit_walk *w, size_t i);
/* "kỷ luật", "sai phạm" stands at token i; few words begin such a one. */
bool tc_unit_punishing(const struct tc_scan *s, size_t i);
static inline bool tc_unit_punishes(const struct tc_scan *s, size_t i)
{
	return TC_UNLIKELY(tc_scan_flags(s, i) & TC_WORD_ACTING) &&
	       tc_unit_punishing(s, i);
}
/* "điều động", "công tác cán bộ" stands at token i. */
bool tc_unit_places(const struct tc_scan *s, size_t i);
/* "đoàn kiểm tra của Tỉnh ủy", "do Phó Bí thư Huyện ủy dẫn đầu": it comes to the
 * one spoken of. */
bool tc_unit_sends(const struct tc_unit_walk *w, size_t i);

/* "tại Đảng ủy xã X", "tại hội trường UBND xã X": it is where one meets. */
bool tc_unit_is_place(const struct tc_unit_walk *w, size_t i);
/* "được sự chỉ đạo của Tỉnh ủy", "được Tỉnh ủy đồng ý", "do Tỉnh ủy giao":
 * another does what is told. */
bool tc_unit_is_superior(const struct tc_unit_walk *w, size_t i);
/* "Quyết định thành lập Chi bộ X", but not "ngày", "80 năm thành lập Hội Y", nor
 * second to what else is made known: "và Quyết định thành lập". */
bool tc_unit_is_founded(const struct tc_unit_walk *w, size_t i);

/* Nothing else stands on its line, or it ends the line in brackets: "Học viện
 * Chính trị" below an author, "Lê Văn A (Ban Tổ chức Tỉnh ủy)". */
bool tc_unit_fills_line(const struct tc_scan *s, size_t first, size_t end);

/* The unit of mention i issued what is carried out: "Nghị quyết số 12 ... của
 * Thành ủy", or its congress did.  Not the next one, which carries it out:
 * "theo Kế hoạch của Tỉnh ủy, Huyện ủy X tổ chức". */
bool tc_unit_is_issuer(const struct tc_unit_walk *w, size_t i);
/* "vừa ban hành Chỉ thị" stands behind the unit that ends before token `end`:
 * the news is of it. */
bool tc_unit_has_issued(const struct tc_scan *s, size_t end);
/* "Chỉ thị số 35 của Bộ Chính trị về đại hội" is the headline, which mention i of
 * it issued. */
bool tc_unit_entitles(const struct tc_unit_walk *w, size_t i);
/* "Nghị quyết Đại hội đại biểu Đảng bộ Sở Y tế" */
bool tc_unit_is_congress(const struct tc_scan *s, size_t i);

/* The sentence of tokens [i, end) tells who came: "Đến dự có ...", "... về
 * dự". */
bool tc_unit_tells_guests(const struct tc_scan *s, size_t i, size_t end);

/* "TP. Pleiku", "ThS. Lê Văn A": a stop behind token i is of the word. */
bool tc_unit_is_abbreviated(const struct tc_scan *s, size_t i);
/* A full stop or a line break ends one before token i; "TP. Pleiku" does not. */
static inline bool tc_unit_ends_sentence(const struct tc_scan *s, size_t i)
{
	const unsigned bits = tc_scan_gap_bits(s, i);

	return TC_UNLIKELY(bits & TC_GAP_STOP) &&
	       !(i && bits & TC_GAP_DOT && tc_unit_is_abbreviated(s, i - 1));
}
/* Past where the unit is, at token i, which may stand between its name and what
 * it does: "Đảng ủy xã X (Sóc Trăng) tổ chức", "Chi bộ 5, phường X, thị xã Y
 * họp"; i: nothing is there. */
size_t tc_unit_past_asides(const struct tc_scan *s, size_t i);
/* A verb is behind the unit that ends before token `end`, or behind where it is:
 * "Đảng ủy xã X (Sóc Trăng) tổ chức". */
bool tc_unit_does(const struct tc_scan *s, size_t end);
/* The token behind the sentence of token i: behind the next line break or
 * the next full stop that ends one; tokens.n when there is no token i. */
size_t tc_unit_sentence_end(const struct tc_scan *s, size_t i);

/* "thành lập", "hợp nhất" stands at token i of the headline. */
bool tc_unit_tells_founding(const struct tc_scan *s, size_t i);

/* unit-genre.c */

/* "Những bí thư chi bộ": the article is of several people, each elsewhere. */
bool tc_unit_of_people(const struct tc_unit_walk *w);
/* "Hỏi: ... Trả lời: ...": it answers what readers ask. */
bool tc_unit_answers_readers(const struct tc_unit_walk *w);
/* "PGS, TS Lê Văn A" above it, or notes: a scholar's, who tells nobody's news. */
bool tc_unit_is_study(const struct tc_scan *s);
bool tc_unit_has_notes(struct tc_str text);
/* "* Đảng ủy xã A tổ chức ... * Chi bộ B kết nạp ...": the items of which it is
 * made are each of another unit. */
bool tc_unit_is_round_up(const struct tc_unit_walk *w);
/* The sentence of tokens [from, end) stands below a picture. */
bool tc_unit_is_caption(const struct tc_scan *s, size_t from, size_t end);
/* "* " stands before token i, or another such sign that begins an item. */
bool tc_unit_begins_item(const struct tc_scan *s, size_t i);
/* What stands below whose decree it is begins at token i: "Căn cứ Luật ...",
 * "QUYẾT ĐỊNH", "Số 5-KH/ĐU", a star. */
bool tc_unit_begins_decree(const struct tc_scan *s, size_t i);
/* Where in it examples begin, "Tiêu biểu là ..."; `end`: nowhere. */
size_t tc_unit_examples(const struct tc_scan *s, size_t from, size_t end);

#endif
