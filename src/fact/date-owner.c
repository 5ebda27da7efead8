/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-owner.h"

#include "fact/date.h"
#include "fact/date-context.h"
#include "fact/date-role.h"
#include "fact/docnum-part.h"

/* The day of news is told a few days later at most; a document that is cited
 * is mostly older. */
#define NEWS_DAYS 10
/* A month's report is of the last ones. */
#define MONTHS_DAYS 92
/* An event that has its document from so long ago is background. */
#define BEFORE_DAYS 425
/* Words of a sentence before the document, and of what may stand before the
 * word that leads ("Trong thời gian qua, thực hiện"). */
#define SENTENCE_TOKENS 60
#define ADVERB_TOKENS 6
/* Words between a type and its symbol. */
#define TYPE_TOKENS 8
/* Bytes of a document's subject before its day. */
#define SUBJECT_MAX 250

/* What a sentence begins with that tells of its document first and of the
 * event behind a comma. */
struct words {
	const char *exact, *bare;
	const char *next;	/* bare; "": any */
};
static const struct words leads[] = {
	{ "thực", "thuc", "hien" }, { "triển", "trien", "khai" },
	{ "căn", "can", "cu" }, { "theo", "theo", "" },
	{ "tiếp", "tiep", "tuc" }, { "hưởng", "huong", "ung" },
	{ "chấp", "chap", "hanh" }, { "quán", "quan", "triet" },
	{ "cụ", "cu", "the" }, { "bám", "bam", "sat" },
	{ "vận", "van", "dung" }, { "trên", "tren", "co" },
	{ "học", "hoc", "tap" }, { "làm", "lam", "theo" },
	{ "đẩy", "day", "manh" }, { "cùng", "cung", "voi" },
	{ "ngay", "ngay", "sau" }, { "sau", "sau", "" },
	{ "nhằm", "nham", "" }, { "để", "de", "" }, { "với", "voi", "" },
	{ "nhân", "nhan", "" }, { "qua", "qua", "" }, { "từ", "tu", "" },
};

/* What is said of the document itself, behind a comma as well. */
static const struct words predicates[] = {
	{ "được", "duoc", "" }, { "là", "la", "" }, { "và", "va", "" },
	{ "có", "co", "" }, { "khóa", "khoa", "" }, { "kèm", "kem", "" },
	{ "gồm", "gom", "" }, { "theo", "theo", "" }, { "yêu", "yeu", "cau" },
	{ "chỉ", "chi", "dao" }, { "đề", "de", "nghi" }, { "nêu", "neu", "" },
	{ "quy", "quy", "dinh" }, { "hướng", "huong", "dan" },
	{ "ban", "ban", "hanh" }, { "trong", "trong", "do" },
};

/* What stands behind a date. */
enum behind {
	BEHIND_OWN,	/* the document's issuer or subject, or an end */
	BEHIND_CLAUSE,	/* a comma and what happened */
	BEHIND_SUBJECT	/* who did it */
};

struct owner {
	const struct tc_scan *s;
	const struct tc_registry *registry;
	struct tc_date published;
	struct tc_date told;	/* the day that the article opens with, or 0 */
	struct tc_number_list *numbers;
};

static bool stands_at(const struct tc_scan *s, size_t k,
		      const struct words *rows, size_t n)
{
	const struct tc_token *const t = &s->tokens.v[k];

	for (; n--; rows++)
		if (tc_date_spells(t, rows->exact, rows->bare) &&
		    (!*rows->next || (k + 1 < s->tokens.n &&
				      tc_str_is(t[1].bare, rows->next))))
			return true;
	return false;
}

static bool leads_at(const struct tc_scan *s, size_t k)
{
	return stands_at(s, k, leads, sizeof leads / sizeof *leads);
}

static bool is_predicate(const struct tc_scan *s, size_t k)
{
	return stands_at(s, k, predicates,
			 sizeof predicates / sizeof *predicates);
}

/* "đồng chí", "ông", "bà": whom a decision is about. */
static bool is_person(const struct tc_scan *s, size_t k)
{
	return tc_str_is(s->tokens.v[k].exact, "ông") ||
	       tc_str_is(s->tokens.v[k].exact, "bà") ||
	       (tc_str_is(s->tokens.v[k].exact, "đồng") &&
		k + 1 < s->tokens.n &&
		tc_str_is(s->tokens.v[k + 1].exact, "chí"));
}

/* Whether token k begins a sentence, be it behind a dateline ("(PLO) - ",
 * "TCCS – "). */
static bool begins_sentence(const struct tc_scan *s, size_t k)
{
	if (!k || tc_date_ends_before(s, k))
		return true;
	const uint32_t off = s->tokens.v[k].off;
	const struct tc_str sign = tc_scan_sign(s, k);
	return s->text.p[off - 1] == ' ' &&
	       (tc_str_ends(sign, TC_STR("-")) ||
		tc_str_ends(sign, TC_STR("–")));
}

/* The sentence that names its document at token i began with such a word. */
static bool is_led(const struct tc_scan *s, size_t i)
{
	size_t k = i;

	while (k && i - k < SENTENCE_TOKENS && !begins_sentence(s, k))
		k--;
	if (leads_at(s, k))
		return true;
	for (size_t end = k + ADVERB_TOKENS; ++k < end && k < i;)
		if (tc_scan_gap(s, k) == TC_GAP_COMMA)
			return leads_at(s, k);
	return false;
}

/* Another document follows: "..., Kế hoạch số 33-KH/HU". */
static bool is_listed(const struct owner *o, size_t next, size_t j)
{
	if (next >= o->numbers->n)
		return false;
	const size_t i = tc_scan_token_at(o->s, o->numbers->v[next].start);
	const struct tc_word_rows types = tc_scan_word(o->s, j)->types;

	return i >= j && i - j < TYPE_TOKENS && (i == j || types.to > types.from);
}

/* A committee whose "của" was left out, by the letter that its code begins
 * with: "33-KH/HU, ngày 15/5/2023 Huyện ủy", "CB" and "chi bộ". */
static bool is_issuer(const struct owner *o, const struct tc_number *m,
		      size_t j)
{
	const struct tc_str bare = o->s->tokens.v[j].bare;
	char first = m->issuer.n ? (char)(*m->issuer.p | 0x20) : '\0';

	if (tc_str_starts(m->issuer, TC_STR("Đ")))
		first = 'd';
	return tc_scan_flags(o->s, j) & TC_WORD_CENTRAL || *bare.p == first;
}

static enum behind behind(const struct owner *o, size_t number,
			  const struct tc_date_mention *d)
{
	const struct tc_scan *const s = o->s;
	const size_t j = tc_scan_token_at(s, d->end);
	const unsigned own = TC_WORD_OF | TC_WORD_ABOUT;
	const struct tc_number *const m = &o->numbers->v[number];
	struct tc_date_mention next;

	if (j >= s->tokens.n || tc_scan_flags(s, j) & own ||
	    is_listed(o, number + 1, j))
		return BEHIND_OWN;
	if (s->text.p[d->end] == ',')
		return is_predicate(s, j) || tc_date_at(s, j, &next) ||
		       (tc_str_is(m->type, "QĐ") && is_person(s, j)) ?
			       BEHIND_OWN : BEHIND_CLAUSE;
	return tc_scan_gap(s, j) == TC_GAP_BLANK && tc_date_unit_at(s, j) &&
	       !is_issuer(o, m, j) ? BEHIND_SUBJECT : BEHIND_OWN;
}

static bool comma_before(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i - 1];

	return s->text.p[tc_token_end(t)] == ',';
}

/* The document before it in the sentence has its day, and this one too:
 * "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 và Kế hoạch số 33-KH/HU, ngày". */
static bool is_parallel(const struct owner *o, size_t number, size_t i)
{
	const struct tc_number *const m = &o->numbers->v[number];
	const struct tc_scan *const s = o->s;

	if (!number || !m[-1].date.day || m[-1].rule == tc_rule_list_date ||
	    s->tokens.v[i].off > m->end + 2)
		return false;
	size_t k = tc_scan_token_at(s, m->start);
	const size_t first = tc_scan_token_at(s, m[-1].end);
	if (k > first + SENTENCE_TOKENS)
		return false;
	for (; k > first; k--)
		if (tc_date_ends_before(s, k))
			return false;
	return true;
}

/* Days from the date to the article's; false where the page has none. */
static bool days_ago(const struct owner *o, struct tc_date d, int64_t *days)
{
	if (!tc_date_known(o->published))
		return false;
	*days = tc_date_days(tc_date_last_day(o->published)) - tc_date_days(d);
	return true;
}

/* The registry, or the year in the symbol: "178/2024/NĐ-CP". */
static enum tc_registry_says known_of(const struct owner *o,
				      const struct tc_number *m,
				      struct tc_date d)
{
	if (m->year.n)
		return tc_docnum_figures(m->year) == d.year ?
			       TC_REGISTRY_LACKS : TC_REGISTRY_DENIES;
	return o->registry ? tc_registry_date(o->registry, m, d) :
			     TC_REGISTRY_LACKS;
}

/* A day with its year, that the words let be the event's. */
static bool is_day_of_event(const struct owner *o, size_t number,
			    struct tc_date d, enum behind shape,
			    enum tc_registry_says says)
{
	const struct tc_number *const m = &o->numbers->v[number];
	const bool denied = says == TC_REGISTRY_DENIES;
	int64_t days = 0;
	const bool dated = days_ago(o, d, &days);

	/* of two days the event's is the one that the article opens with */
	if (!denied && o->told.day &&
	    (o->told.day != d.day || o->told.month != d.month))
		return false;
	/* a document is no younger than the article */
	if (dated && days > (denied ? BEFORE_DAYS : NEWS_DAYS))
		return false;
	if (denied && dated && days >= -1 && days <= NEWS_DAYS &&
	    shape == BEHIND_CLAUSE)
		return true;
	return is_led(o->s, tc_scan_token_at(o->s, m->start));
}

/* A month of late is a document's own where the registry has it, or knows
 * none of that symbol and no comma divides them. */
static bool is_month_of_event(const struct owner *o, size_t number,
			      struct tc_date d, enum behind shape, bool comma,
			      enum tc_registry_says says)
{
	int64_t days;

	if (comma && shape != BEHIND_OWN)
		return true;
	if (says == TC_REGISTRY_LACKS ||
	    (says == TC_REGISTRY_OTHER_TERM &&
	     (!days_ago(o, tc_date_last_day(d), &days) || days > MONTHS_DAYS)))
		return false;
	return shape != BEHIND_OWN || !o->numbers->v[number].issuer_unit.n;
}

/* No day, month or year of a document. */
static bool is_period(const struct tc_scan *s, size_t i,
		      const struct tc_date_mention *d)
{
	return d->from.quarter || !tc_date_same(d->from, d->to) ||
	       (!d->from.day && !tc_date_known(d->from)) ||
	       tc_date_is_in_day(s, i);
}

/* "Chuyên đề Chỉ thị 05-CT/TW năm 2020": the registry has the document of
 * another year, and this one is the article's. */
static bool is_year_of_topic(const struct owner *o, size_t number,
			     const struct tc_date_mention *d)
{
	const struct tc_number *const m = &o->numbers->v[number];
	const size_t j = tc_scan_token_at(o->s, d->end);
	const enum tc_registry_says says = known_of(o, m, d->from);

	if ((says != TC_REGISTRY_DENIES && says != TC_REGISTRY_OTHER_TERM) ||
	    m->year.n || !m->issuer.n)
		return false;
	return (!tc_date_known(o->published) ||
		d->from.year >= o->published.year - 1) &&
	       (j >= o->s->tokens.n ||
		!(tc_scan_flags(o->s, j) &
		  (TC_WORD_OF | TC_WORD_ABOUT)));
}

static bool is_of_event(const struct owner *o, size_t number,
			const struct tc_date_mention *d)
{
	const struct tc_scan *const s = o->s;
	const struct tc_number *const m = &o->numbers->v[number];
	const size_t i = tc_scan_token_at(s, d->start);
	const bool month = d->from.month && !d->from.day;

	if (is_period(s, i, d))
		return true;
	const bool comma = comma_before(s, i);
	if (!d->from.month && !comma && is_year_of_topic(o, number, d))
		return true;
	if (!month && (!comma || is_parallel(o, number, i)))
		return false;
	const enum behind shape = behind(o, number, d);
	if (!month && shape == BEHIND_OWN)
		return false;
	if (!tc_date_known(d->from))
		return is_led(s, tc_scan_token_at(s, m->start)) ||
		       tc_date_unit_at(s, tc_scan_token_at(s, d->end));
	const enum tc_registry_says says = known_of(o, m, d->from);
	if (says == TC_REGISTRY_AGREES || !d->from.month)
		return says != TC_REGISTRY_AGREES;
	return month ? is_month_of_event(o, number, d->from, shape, comma,
					 says) :
		       is_day_of_event(o, number, d->from, shape, says);
}

/* Takes the date from the document, and from those that share it. */
static void release(struct tc_number_list *numbers, size_t number,
		    struct tc_date d)
{
	struct tc_number *m = &numbers->v[number];

	for (; m >= numbers->v && tc_date_same(m->date, d); m--) {
		if (m < numbers->v + number && m->rule != tc_rule_list_date)
			break;
		m->date = (struct tc_date){ 0 };
		if (m->rule == tc_rule_list_date)
			m->rule = m->issuer.n ? "symbol" : "short";
	}
}

/* An event; or the day on which the sentence says that the next document was
 * issued. */
static void settle_alone(const struct owner *o, size_t next,
			 struct tc_date_mention *d)
{
	struct tc_number *const m = &o->numbers->v[next];
	const enum tc_date_rule rule = tc_date_role_alone(
		o->s, tc_scan_token_at(o->s, d->start), o->numbers, next, d);

	tc_date_mention_decide(d, rule);
	if (rule == TC_RULE_ISSUED && next < o->numbers->n && !m->date.year &&
	    d->from.day && tc_date_known(d->from))
		m->date = d->from;
}

static bool is_one_clause(struct tc_str gap)
{
	return gap.n <= SUBJECT_MAX && !memchr(gap.p, ';', gap.n) &&
	       !memchr(gap.p, '\n', gap.n) &&
	       tc_str_find(gap, TC_STR(". "), 0) == SIZE_MAX;
}

/* "Luật số 21/2012/QH12 sửa đổi ... ngày 20/11/2012;": the day stands behind
 * the subject, in the symbol's year. */
static void lend_date(const struct owner *o, size_t number,
		      const struct tc_date_mention *d)
{
	struct tc_number *const m = &o->numbers->v[number];

	if (m->date.year || !m->year.n || !d->from.day ||
	    tc_docnum_figures(m->year) != d->from.year ||
	    !tc_date_same(d->from, d->to) ||
	    !tc_date_mention_is(d, TC_RULE_ISSUED) ||
	    !is_one_clause(tc_str(o->s->text.p + m->end, d->start - m->end)))
		return;
	m->date = d->from;
}

#define LEAD_MAX 1200	/* bytes of the text in which its event is told */

/* "Sáng 6/12, Đảng ủy ...": the first event that is told with its part of the
 * day or opens a sentence. */
static struct tc_date told_day(const struct tc_scan *s,
			       const struct tc_date_list *dates)
{
	for (size_t n = 0; n < dates->n; n++) {
		const struct tc_date_mention *const d = &dates->v[n];
		if (d->start > s->title_len + LEAD_MAX)
			break;
		const size_t i = tc_scan_token_at(s, d->start);
		if (d->role == TC_ROLE_EVENT && d->from.day &&
		    !tc_date_mention_is(d, TC_RULE_SYMBOL) &&
		    (tc_date_is_in_day(s, i) || tc_date_is_opener(s, i)))
			return d->from;
	}
	return (struct tc_date){ 0 };
}

void tc_date_owners_settle(const struct tc_scan *s,
			   const struct tc_registry *registry,
			   struct tc_date published,
			   struct tc_number_list *numbers,
			   struct tc_date_list *dates)
{
	const struct owner o = { .s = s, .registry = registry,
				 .published = published,
				 .told = told_day(s, dates),
				 .numbers = numbers };
	size_t behind = 0;	/* numbers that end before the date */

	for (size_t n = 0; n < dates->n; n++) {
		struct tc_date_mention *d = &dates->v[n];
		while (behind < numbers->n &&
		       numbers->v[behind].end <= d->start)
			behind++;
		if (!tc_date_mention_is(d, TC_RULE_SYMBOL)) {
			if (behind)
				lend_date(&o, behind - 1, d);
			continue;
		}
		if (!behind || (behind < numbers->n &&
				numbers->v[behind].start < d->end) ||
		    !is_of_event(&o, behind - 1, d))
			continue;
		release(numbers, behind - 1, d->from);
		settle_alone(&o, behind, d);
	}
}
