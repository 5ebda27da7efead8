/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an article is, or a part of it, that is about none of its units. */
#include "config.h"

#include "fact/unit-clause.h"

/* "Những bí thư chi bộ": several people, each elsewhere. */
static bool names_people(const struct tc_scan *s, size_t i)
{
	static const char *const people[] = {
		"bí thư", "người", "đảng viên", "cán bộ",
	};

	return TC_UNLIKELY(tc_unit_words_at(s, i, "những")) &&
	       TC_UNIT_ANY_AT(s, i + 1, people);
}

/* The headline, or the lead's first sentence, tells of those. */
bool tc_unit_of_people(const struct tc_unit_walk *w)
{
	return names_people(w->namer.scan, 0) ||
	       names_people(w->namer.scan, w->title_end);
}

/* "Trả lời: "; colons are few. */
static bool has_reply(struct tc_str text)
{
	const struct tc_str said = TC_STR("Trả lời");
	const char *const end = tc_str_end(text), *p = text.p;

	while (p < end && (p = memchr(p, ':', (size_t)(end - p)))) {
		const size_t at = (size_t)(p++ - text.p);
		if (p < end && *p == ' ' &&
		    tc_str_ends(tc_str(text.p, at), said))
			return true;
	}
	return false;
}

/* "Hỏi: Tôi ở Chi bộ X ... Trả lời: Theo Quy định ...": readers' questions are
 * about no unit, but those to one who is interviewed. */
bool tc_unit_answers_readers(const struct tc_scan *s)
{
	static const char *const to_persons[] = {
		"Thưa", "Xin", "Đồng chí", "Ông", "Bà",
	};

	if (!has_reply(s->text))
		return false;
	if (tc_str_find(s->text, TC_STR("\nCâu hỏi"), 0) != SIZE_MAX)
		return true;
	const struct tc_str ask = TC_STR("Hỏi: ");
	const size_t at = tc_str_find(s->text, ask, 0);
	if (at == SIZE_MAX)
		return false;
	const struct tc_str question = tc_str_from(s->text, at + ask.n);
	for (size_t i = 0; i < sizeof to_persons / sizeof *to_persons; i++)
		if (tc_str_starts(question, tc_str0(to_persons[i])))
			return false;
	return true;
}

/* "Các đại biểu dự hội nghị", a line that no full stop ends: below a picture. */
bool tc_unit_is_caption(const struct tc_scan *s, size_t from, size_t end)
{
	const struct tc_str text = s->text;
	uint32_t at = tc_token_end(&s->tokens.v[end - 1]);

	if (!tc_scan_begins_line(s, from))
		return false;
	while (at < text.n && text.p[at] != '\n' && !strchr(".!?:;", text.p[at]))
		at++;
	if (at == text.n || text.p[at] == '\n')
		return true;
	for (size_t i = from; i < end; i++)
		if (TC_UNLIKELY(tc_scan_says(s, i, TC_SAYS_ANH)) &&
		    tc_str_is(s->tokens.v[i].exact, "ảnh"))
			return true;
	return false;
}

/* "Tiêu biểu là Chi bộ X", "có mô hình hay, như: Hội Nông dân tỉnh ...": where
 * in the sentence of tokens [from, end) examples begin; `end`: nowhere. */
size_t tc_unit_examples(const struct tc_scan *s, size_t from, size_t end)
{
	static const char *const such[] = {
		"tiêu biểu", "điển hình", "đơn cử", "nổi bật", "như",
		"ví như", "ví dụ", "chẳng hạn",
	};

	if (TC_UNIT_ANY_AT(s, from, such))
		return from;
	while (from < end && !(TC_UNLIKELY(tc_scan_says(s, from, TC_SAYS_NHU)) &&
			       tc_str_is(s->tokens.v[from].exact, "như") &&
			       s->text.p[tc_token_end(&s->tokens.v[from])] ==
				       ':'))
		from++;
	return from;
}
