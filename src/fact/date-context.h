/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words before a date: whether they let digits be a date at all, what
 * they say about it, and which weekday they name.  Everything here looks
 * back over a few tokens at most.
 */
#ifndef TC_FACT_DATE_CONTEXT_H
#define TC_FACT_DATE_CONTEXT_H

#include "fact/date-match.h"
#include "fact/scan.h"

/* The token is that word, with its marks or typed without any. */
static inline bool tc_date_spells(const struct tc_token *t, const char *exact,
				  const char *bare)
{
	return tc_str_is(t->exact, exact) ||
	       (!(t->flags & TC_TOKEN_MARKED) && tc_str_is(t->bare, bare));
}

/* `i` is in all of these the token where the date starts. */

/* Whether what touches byte `at` on its left lets a date start there:
 * `461/465`, `16:23`, `1.15/3` do not. */
bool tc_date_left_ok(struct tc_str text, uint32_t at);

enum tc_trigger tc_date_trigger(const struct tc_scan *s, size_t i);

/* A name or a round of awards ("đợt 2/9/2023", "Quốc khánh 2/9"), a lunar
 * day ("mùng 3 tháng 2"), a count ("6 tháng 2 ..."), a period ("giai đoạn từ
 * năm 2016"): reads like `m` and is no date. */
bool tc_date_is_name(const struct tc_scan *s, size_t i,
		     const struct tc_date_match *m);

/* The date that starts with token i as tc_date_match() would find it or not,
 * if that can be told at once; else it is for tc_date_match() to say. */
enum tc_date_said { TC_DATE_IN_DOUBT, TC_DATE_NONE, TC_DATE_THERE };
enum tc_date_said tc_date_plain(const struct tc_scan *s, size_t i,
				enum tc_trigger trigger,
				struct tc_date_match *m);

/* Whether figures or a month in a word stand behind token i, "tháng". */
bool tc_date_month_follows(const struct tc_scan *s, size_t i);

/* The date at byte `off`, in its surroundings; `trigger` is the least that
 * they are worth.  When false, m->end is where
 * to go on if m->refused. */
bool tc_date_look(const struct tc_scan *s, size_t i, uint32_t off,
		  enum tc_trigger trigger, struct tc_date_match *m);

/* English: "in 2019", and "adopted by ... on" before token i. */
bool tc_date_english_four(const struct tc_scan *s, size_t i,
			  struct tc_date_match *m);
static inline bool tc_date_english_year(const struct tc_scan *s, size_t i,
					struct tc_date_match *m)
{
	/* what most numbers of a text are turned away by */
	return TC_UNLIKELY(s->tokens.v[i].len == 4) &&
	       tc_date_english_four(s, i, m);
}
/* "last May", and no day or year with it. */
bool tc_date_english_named(const struct tc_scan *s, size_t i,
			   struct tc_date_match *m);
static inline bool tc_date_english_month(const struct tc_scan *s, size_t i,
					 struct tc_date_match *m)
{
	return TC_UNLIKELY(tc_scan_flags(s, i) & TC_WORD_MONTH_NAME) &&
	       tc_date_english_named(s, i, m);
}
/* "HANOI, May 10 -", "Hanoi, June 3 (VNA) –" at the start of a line; i is
 * the month. */
bool tc_date_english_dateline(const struct tc_scan *s, size_t i);
/* "Sunday, May 18", "Sunday morning (May 18)": the month at token i. */
bool tc_date_english_weekday(const struct tc_scan *s, size_t i);
/* "with a vision to 2045", "to 2030, with a vision": what is aimed at. */
bool tc_date_english_goal(const struct tc_scan *s, size_t i);
bool tc_date_english_issued(const struct tc_scan *s, size_t i);
/* "on March 22 signed into issuance the Politburo's Directive No." before the
 * number at that token. */
bool tc_date_english_issues(const struct tc_scan *s, size_t i, size_t number);

/* "thang" and "nam" typed without marks, where the words beside them have
 * theirs: a ladder and the south, no month and no year. */
bool tc_date_is_other_word(const struct tc_scan *s, size_t i);

/* The weekday printed before it, Monday 0; -1 when there is none. */
int tc_date_weekday_before(const struct tc_scan *s, size_t i);
int tc_date_weekday(struct tc_date d);

enum tc_date_cue {
	TC_CUE_NONE,
	TC_CUE_HISTORIC,	/* thành lập, sinh, kỷ niệm */
	TC_CUE_FUTURE,		/* trước, hạn, tầm nhìn, dự kiến */
	TC_CUE_UNTIL,		/* đến: either */
	TC_CUE_ISSUED,		/* ký, ban hành, Quyết định: a document's */
};
enum tc_date_cue tc_date_cue(const struct tc_scan *s, size_t i);

/* Whether "ban hành Nghị quyết số", "ra Chỉ thị" stands before token i. */
bool tc_date_issues(const struct tc_scan *s, size_t i);
/* "ban hành" before a short mention, which begins at token i. */
bool tc_date_issues_short(const struct tc_scan *s, size_t i);

/* A verb stands before it, not a document's type: "ban hành cuối tháng 10",
 * "ký ngày". */
bool tc_date_is_issued(const struct tc_scan *s, size_t i);

/* How many years "năm sau", "năm nay", "năm ngoái" behind token i are from
 * the year of the text; false when nothing of that kind stands there. */
bool tc_date_year_said(const struct tc_scan *s, size_t i, int *years);

/* A sentence or a clause of its own ends before token i; the full stop of
 * "20.6" ends none. */
bool tc_date_ends_before(const struct tc_scan *s, size_t i);

/* Whoever acts or is told of stands at token k: a unit, an area, a hamlet. */
bool tc_date_unit_at(const struct tc_scan *s, size_t k);

/* A part of the day stands before it: "sáng", "chiều ngày". */
bool tc_date_is_in_day(const struct tc_scan *s, size_t i);

/* "đã" behind it: the sentence tells of what is done. */
bool tc_date_is_done(const struct tc_scan *s, const struct tc_date_mention *d);

/* How many days ahead of the text the words around it may speak ("sẽ", "dự
 * kiến", "tới đây", "đến ngày", "từ ngày"); 0: none say that it is to come. */
int tc_date_days_ahead(const struct tc_scan *s,
		       const struct tc_date_mention *d);

/* "tầm nhìn 2045", "tầm nhìn đến 2045", "đến 2030, ": a goal's year without its
 * word, at token i; "2020 đến 2025" is a period. */
bool tc_date_goal_year(const struct tc_scan *s, size_t i,
		       struct tc_date_match *m);

/* "(SN 1986)" */
bool tc_date_birth_year(const struct tc_scan *s, size_t i,
			struct tc_date_match *m);
/* "Luật Đất đai 2013": a law's year without its word, at token i. */
bool tc_date_law_year(const struct tc_scan *s, size_t i,
		      struct tc_date_match *m);

/* The words say plainly that it is to come, be the text's day known or not. */
bool tc_date_is_plan(const struct tc_scan *s, const struct tc_date_mention *d);
/* They do before it or behind, "sẽ" perhaps of another thing than the day's. */
bool tc_date_is_promised(const struct tc_scan *s,
			 const struct tc_date_mention *d);

/* It opens a sentence or paragraph, but for "Sáng", "Trong hai", a dateline
 * ("(BĐ) -") before it. */
bool tc_date_is_opener(const struct tc_scan *s, size_t i);

#endif
