/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-role.h"

#include "fact/date.h"
#include "fact/date-context.h"
#include "fact/date-line.h"
#include "fact/doctype.h"

#define UNNUMBERED_TOKENS 10	/* "Ban Thường vụ Tỉnh ủy X" */
#define COUNT_TOKENS 12	/* of a sentence before what is counted */
/* Bytes within which a date belongs to the symbol before it, when docnum.h
 * has bound them; tokens and bytes in which "ban hành" and the symbol follow
 * the date. */
#define BOUND_MAX 256
#define ISSUE_TOKENS 40
#define ISSUE_MAX 400
/* Words of who issued a document, and of "đã ký". */
#define ISSUER_TOKENS 24
/* Words of a law's name before its day, and before its year. */
#define LAW_TOKENS 20
#define LAW_YEAR_TOKENS 18
#define LAW_YEAR_MIN 1945
#define LAW_YEAR_MAX 2040
/* "Hà Nội, " between symbol and date at the head of a document. */
#define PLACE_MAX 40

static const struct rule {
	const char *name;
	enum tc_role role;
	float confidence;
} rules[TC_RULE_COUNT] = {
	[TC_RULE_PLAIN] = { "plain", TC_ROLE_EVENT, .7f },
	[TC_RULE_OPENER] = { "opener", TC_ROLE_EVENT, .9f },
	[TC_RULE_SYMBOL] = { "symbol", TC_ROLE_CITED, .95f },
	[TC_RULE_ISSUED] = { "issued", TC_ROLE_CITED, .8f },
	[TC_RULE_LABEL] = { "label", TC_ROLE_PUBLISHED, .95f },
	[TC_RULE_UPDATED] = { "label", TC_ROLE_UPDATED, .95f },
	[TC_RULE_LINE] = { "line", TC_ROLE_PUBLISHED, .9f },
	[TC_RULE_DATELINE] = { "dateline", TC_ROLE_PUBLISHED, .9f },
	[TC_RULE_CLOCK] = { "clock", TC_ROLE_CLOCK, .8f },
	[TC_RULE_PAIR] = { "pair", TC_ROLE_HISTORIC, .95f },
	[TC_RULE_HISTORY] = { "history", TC_ROLE_HISTORIC, .8f },
	[TC_RULE_PAST] = { "past", TC_ROLE_HISTORIC, .9f },
	[TC_RULE_DEADLINE] = { "deadline", TC_ROLE_FUTURE, .8f },
	[TC_RULE_UNTIL] = { "until", TC_ROLE_EVENT, .6f },
};

void tc_date_mention_decide(struct tc_date_mention *d,
			    enum tc_date_rule rule)
{
	d->role = rules[rule].role;
	d->rule = d->inferred ? "two-digit-year" : rules[rule].name;
	d->confidence = rules[rule].confidence;
	if (d->inferred)
		d->confidence *= .5f;
	else if (!tc_date_known(d->to))
		d->confidence *= .8f;
}

bool tc_date_mention_is(const struct tc_date_mention *d,
			enum tc_date_rule rule)
{
	/* hardly two of them begin alike */
	return *d->rule == *rules[rule].name &&
	       strcmp(d->rule, rules[rule].name) == 0;
}

/* Only blanks, commas and an opening bracket; a line may break inside, but
 * "Ngày" with its capital begins the next paragraph. */
static bool is_bare_gap(const struct tc_scan *s, uint32_t from, uint32_t to)
{
	const struct tc_str gap = tc_str(s->text.p + from, to - from);
	bool broken = false;

	if (gap.n > 4)
		return false;
	for (size_t k = 0; k < gap.n; k++) {
		if (!strchr(" ,(\n", gap.p[k]))
			return false;
		broken |= gap.p[k] == '\n';
	}
	if (!broken)
		return true;
	const size_t next = tc_scan_token_at(s, to);
	return next >= s->tokens.n ||
	       !(s->tokens.v[next].flags & TC_TOKEN_UPPER);
}

/* "Số: 66-QĐ/TW, Hà Nội, ngày 06 tháng 02 năm 2017" */
static bool is_place_gap(const struct tc_scan *s, uint32_t from, uint32_t to)
{
	const struct tc_str gap = tc_str(s->text.p + from, to - from);
	const struct tc_tokens *t = &s->tokens;

	if (gap.n > PLACE_MAX || !tc_str_starts(gap, TC_STR(",")) ||
	    !tc_str_ends(gap, TC_STR(", ")) || memchr(gap.p, '\n', gap.n))
		return false;
	for (size_t k = tc_scan_token_at(s, from);
	     k < t->n && t->v[k].off < to; k++)
		if (!(t->v[k].flags & TC_TOKEN_UPPER))
			return false;
	return true;
}

/* A sentence ends in it: the same day behind it is told of something else. */
static bool has_full_stop(struct tc_str gap)
{
	for (size_t k = 0; k + 1 < gap.n; k++)
		if (gap.p[k] == '.' &&
		    (gap.p[k + 1] == ' ' || gap.p[k + 1] == '\n'))
			return true;
	return false;
}

static bool is_cited(const struct tc_scan *s,
		     const struct tc_number_list *numbers, size_t number,
		     const struct tc_date_mention *d)
{
	if (number < numbers->n && numbers->v[number].start < d->end)
		return true;
	if (!number)
		return false;
	const struct tc_number *last = &numbers->v[number - 1];
	const struct tc_str gap = tc_str(s->text.p + last->end,
					 d->start - last->end);
	return is_bare_gap(s, last->end, d->start) ||
	       (tc_str_is(gap, " vào ") &&
		tc_date_issues(s, tc_scan_token_at(s, last->start))) ||
	       is_place_gap(s, last->end, d->start) ||
	       (gap.n <= BOUND_MAX && tc_date_same(last->date, d->from) &&
		!has_full_stop(gap));
}

/* "Ngày 15/5/2016, Bộ Chính trị ban hành Chỉ thị số 05-CT/TW": the day is the
 * document's, unless another is printed behind the symbol. */
static bool is_issue(const struct tc_scan *s, size_t i,
		     const struct tc_number *next,
		     const struct tc_date_mention *d)
{
	const struct tc_tokens *t = &s->tokens;
	size_t k = i + 1;
	uint32_t from = d->end;

	/* "Ngày 6.8.1949", and what was issued below it */
	while (from < next->start && s->text.p[from] == '\n')
		from++;
	if (next->start - from > ISSUE_MAX ||
	    memchr(s->text.p + from, '\n', next->start - from))
		return false;
	if (next->date.month && tc_date_known(next->date))
		return tc_date_same(next->date, d->from);
	if (from > d->end)
		return false;
	for (; k < t->n && t->v[k].off < next->start; k++)
		if (k > i + ISSUE_TOKENS || tc_str_is(t->v[k].exact, "ngày"))
			return false;
	/* the type word is a part of "Công văn số 468" */
	if (!next->issuer.n && tc_date_issues_short(s, k))
		return true;
	return tc_date_issues(s, k) || tc_date_english_issues(s, i, k);
}

bool tc_date_is_of_document(const struct tc_scan *s,
			    const struct tc_number *m,
			    const struct tc_date_mention *d)
{
	return m->end <= d->start ?
		       is_bare_gap(s, m->end, d->start) :
		       d->end <= m->start &&
			       is_issue(s, tc_scan_token_at(s, d->start), m, d);
}

/* What is done on a day besides issuing, or why. */
static bool is_other_deed(const struct tc_token *t)
{
	static const char *const words[] = {
		"việc", "để", "về", "họp", "nghị", "trình", "xem", "dự",
		"thảo", "triển", "thực", "theo", "sau", "được", "do", "khi",
		"làm", "nghe", "góp", "tới", "đến", "sẽ", "luật",
	};

	return TC_AMONG(t->exact, words);
}

/* "Kế hoạch số 70-KH/CB2": the number begins at token k or behind "số". */
static bool is_numbered(const struct tc_scan *s, size_t k,
			const struct tc_number *next)
{
	return next && k < s->tokens.n &&
	       next->start <= s->tokens.v[k].off +
				      (tc_scan_says(s, k, TC_SAYS_SO) ?
					       s->tokens.v[k].len + 2 : 0);
}

/* The token behind the first "ban hành", or "ra" and a capital, in the clause
 * behind token `from`; 0: none. */
static size_t issued_behind(const struct tc_scan *s, size_t from)
{
	for (size_t k = from; k + 2 < s->tokens.n && k - from < ISSUER_TOKENS;
	     k++) {
		const enum tc_gap gap = tc_scan_gap(s, k);
		if (k > from && gap != TC_GAP_BLANK && gap != TC_GAP_COMMA)
			return 0;
		if (TC_UNLIKELY(tc_scan_says(s, k, TC_SAYS_BAN)) &&
		    tc_str_is(s->tokens.v[k + 1].exact, "hành"))
			return k > from ? k + 2 : 0;
		if (TC_UNLIKELY(tc_scan_says(s, k, TC_SAYS_RA)) &&
		    s->tokens.v[k + 1].flags & TC_TOKEN_UPPER)
			return k > from ? k + 1 : 0;
	}
	return 0;
}

/* "Ngày 20/9, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch ...": a document
 * without a number, and nothing but who issued it stands between.  "Văn bản"
 * may be anything. */
static bool is_issue_of_none(const struct tc_scan *s, size_t i,
			     const struct tc_number *next,
			     const struct tc_date_mention *d)
{
	const struct tc_tokens *const t = &s->tokens;
	const size_t from = tc_scan_token_from(s, i, d->end);
	size_t n;

	if (!d->to.day || from >= t->n ||
	    tc_scan_gap(s, from) != TC_GAP_COMMA ||
	    !(t->v[from].flags & TC_TOKEN_UPPER) || !tc_date_is_opener(s, i) ||
	    (i && tc_str_is(t->v[i - 1].exact, "từ")))
		return false;
	const size_t k = issued_behind(s, from);
	if (!k || !tc_type_word_at(s, k, &n) ||
	    tc_str_is(t->v[k].exact, "văn") || is_numbered(s, k + n, next))
		return false;
	for (size_t at = from; at < k; at++)
		if (is_other_deed(&t->v[at]))
			return false;
	return true;
}

/* "Luật", "Hiến pháp", "Pháp lệnh", "Cương lĩnh": what bears a name in place
 * of a symbol ends at token k; the "pháp luật" of a name is none. */
static bool is_law(const struct tc_scan *s, size_t k)
{
	const struct tc_token *t = &s->tokens.v[k];

	if (tc_scan_says(s, k, TC_SAYS_LUAT))
		return t->flags & TC_TOKEN_UPPER ||
		       (k && tc_str_is(t[-1].exact, "bộ") &&
			t[-1].flags & TC_TOKEN_UPPER);
	if (!k)
		return false;
	if (tc_scan_says(s, k, TC_SAYS_PHAP))
		return tc_str_is(t[-1].bare, "hien");
	if (tc_scan_says(s, k, TC_SAYS_LENH))
		return tc_scan_says(s, k - 1, TC_SAYS_PHAP) &&
		       t[-1].flags & TC_TOKEN_UPPER;
	return tc_scan_says(s, k, TC_SAYS_LINH) &&
	       tc_str_is(t[-1].bare, "cuong");
}

/* What a law does or what is done with it on a day, which is an event. */
static bool is_deed(const struct tc_token *t)
{
	static const char *const words[] = {
		"lực", "từ", "được", "sẽ", "đã", "trình", "trong", "vào",
		"này",
	};

	return TC_AMONG(t->exact, words);
}

/* "thay thế Luật năm 2015", not "thông qua 15 Luật năm 2020". */
static bool is_one_law(const struct tc_scan *s, size_t k)
{
	return !k || tc_scan_gap(s, k) != TC_GAP_BLANK ||
	       !(s->tokens.v[k - 1].flags & TC_TOKEN_DIGIT);
}

/* The law whose name, in at most `limit` tokens and perhaps with commas, ends
 * before token i. */
static bool is_behind_law(const struct tc_scan *s, size_t i, size_t limit,
			  bool amended)
{
	for (size_t k = i; k > 0 && i - k < limit; k--) {
		const enum tc_gap gap = tc_scan_gap(s, k);
		if (gap != TC_GAP_BLANK && gap != TC_GAP_COMMA &&
		    !(amended && k == i && gap == TC_GAP_OPEN))
			return false;
		if (is_law(s, k - 1)) {
			for (size_t n = k; n < i && !amended; n++)
				if (is_deed(&s->tokens.v[n]))
					return false;
			/* of "Luật" alone nothing is said on a day */
			return k < i || !tc_scan_says(s, k - 1, TC_SAYS_LUAT) ||
			       (limit == LAW_YEAR_TOKENS &&
				is_one_law(s, k - 1));
		}
	}
	return false;
}

/* Before "(năm 2014), sửa đổi, bổ sung", or "(bổ sung, phát triển", which
 * stands before token i. */
static size_t before_amended(const struct tc_scan *s, size_t i)
{
	static const char *const words[] = {
		"triển", "phát", "sung", "bổ", "đổi", "sửa",
	};
	size_t k = i;

	for (size_t n = 0; n < sizeof words / sizeof *words; n++)
		if (k && tc_str_is(s->tokens.v[k - 1].exact, words[n]))
			k--;
	if (k == i || k < 2)
		return i;
	if (s->tokens.v[k - 1].flags & TC_TOKEN_DIGIT &&
	    tc_scan_says(s, k - 2, TC_SAYS_NAM))
		k -= 2;
	return k;
}

#define YEARS_MAX 4

/* The first "năm" of "năm 2018, năm 2020" that token i ends. */
static size_t first_of_years(const struct tc_scan *s, size_t i)
{
	for (int n = 0; n < YEARS_MAX && i >= 2; n++) {
		const enum tc_gap gap = tc_scan_gap(s, i);
		const size_t and = tc_date_spells(&s->tokens.v[i - 1], "và",
						  "va");
		if (i < 2 + and || !tc_scan_says(s, i - 2 - and, TC_SAYS_NAM) ||
		    s->tokens.v[i - 1 - and].len != 4 ||
		    gap != (and ? TC_GAP_BLANK : TC_GAP_COMMA))
			break;
		i -= 2 + and;
	}
	return i;
}

/* "đã được ban hành trước ngày 1/7/2016": what was done, and no deadline. */
static bool is_done_before(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = s->tokens.v;

	if (i && tc_scan_says(s, i - 1, TC_SAYS_NGAY))
		i--;
	if (i < 4 || !tc_date_spells(&t[i - 1], "trước", "truoc"))
		return false;
	for (size_t k = i - 2; k + 4 > i && k; k--)
		if (tc_str_is(t[k - 1].exact, "được") ||
		    tc_str_is(t[k - 1].exact, "đã"))
			return !(k > 1 && (tc_str_is(t[k - 2].exact, "phải") ||
					   tc_str_is(t[k - 2].exact, "cần") ||
					   tc_str_is(t[k - 2].exact, "sẽ")));
	return false;
}

/* "Tổng số đảng viên đến cuối năm 2017 là 29", and no goal. */
static bool is_count(const struct tc_scan *s, size_t i,
		     const struct tc_date_mention *d)
{
	static const char *const aims[] = { "sẽ", "phấn", "tiêu", "kiến",
					    "hoạch" };
	const struct tc_token *const t = s->tokens.v;
	const size_t from = tc_scan_token_from(s, i, d->end);

	if (from + 1 >= s->tokens.n || !tc_str_is(t[from].exact, "là") ||
	    !(t[from + 1].flags & TC_TOKEN_DIGIT))
		return false;
	for (size_t k = i; k && i - k < COUNT_TOKENS &&
			   !tc_date_ends_before(s, k); k--)
		if (TC_AMONG(t[k - 1].exact, aims))
			return false;
	return true;
}

/* Words behind "đến hết tháng 6" in which its sentence tells what there is. */
#define BALANCE_TOKENS 12

/* "Đến hết tháng 6/2023, toàn huyện có 12 chi bộ": what is reached, and no
 * deadline. */
static bool is_balance(const struct tc_scan *s, size_t i,
		       const struct tc_date_mention *d)
{
	static const char *const aims[] = { "sẽ", "phấn", "phải", "cần",
					    "hoàn" };
	static const char *const facts[] = { "có", "đạt", "đã", "còn" };
	const struct tc_token *const t = s->tokens.v;
	const size_t from = tc_scan_token_from(s, i, d->end);

	if (i < 2 || !tc_str_is(t[i - 1].exact, "hết") ||
	    !tc_str_is(t[i - 2].exact, "đến") || !tc_date_is_opener(s, i - 2) ||
	    tc_scan_gap(s, from) != TC_GAP_COMMA)
		return false;
	for (size_t k = from; k < s->tokens.n && k - from < BALANCE_TOKENS &&
			      !tc_date_ends_before(s, k); k++)
		if (TC_AMONG(t[k].exact, aims))
			return false;
		else if (TC_AMONG(t[k].exact, facts))
			return true;
	return false;
}

/* "Thực hiện Luật Đất đai, ngày 4/5/2023, xã ...": the unit's day. */
static bool is_told_of(const struct tc_scan *s, size_t i,
		       const struct tc_date_mention *d)
{
	return tc_scan_gap(s, i) == TC_GAP_COMMA &&
	       tc_date_unit_at(s, tc_scan_token_from(s, i, d->end));
}

/* "Theo kế hoạch ngày 20/5 xã ...": as was planned; not with "của" behind. */
static bool is_as_planned(const struct tc_scan *s, size_t i,
			  const struct tc_date_mention *d)
{
	const size_t after = tc_scan_token_from(s, i, d->end);

	return i > 2 && tc_str_is(s->tokens.v[i - 1].bare, "hoach") &&
	       tc_str_is(s->tokens.v[i - 3].bare, "theo") &&
	       !(after < s->tokens.n &&
		 tc_scan_flags(s, after) & TC_WORD_OF);
}

/* "Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001", "Cương lĩnh năm 1991":
 * the document's own. */
static bool is_of_law(const struct tc_scan *s, size_t i,
		      const struct tc_date_mention *d)
{
	if (d->to.day)
		return !is_told_of(s, i, d) &&
		       is_behind_law(s, i, LAW_TOKENS, false);
	if (tc_date_precision(d->to) != TC_PRECISION_YEAR)
		return false;
	const size_t first = first_of_years(s, i);
	/* "vi phạm Luật ... giảm so với cùng kỳ năm 2007" */
	if (first && tc_date_spells(&s->tokens.v[first - 1], "kỳ", "ky"))
		return false;
	const size_t name = before_amended(s, first);
	/* only what was amended is so several times */
	if (tc_scan_gap(s, first) == TC_GAP_COMMA ||
	    (first < i && name == first))
		return false;
	return is_behind_law(s, name, LAW_YEAR_TOKENS, name < first);
}

/* What is counted in thousands rather than told of the law. */
static bool is_counted(const struct tc_scan *s, size_t i)
{
	static const char *const nouns[] = {
		"người", "lượt", "đảng", "cán", "hội", "đoàn", "hộ", "học",
		"cuốn", "bản", "tờ", "câu", "bài", "vụ", "trường", "đại",
		"đồng", "triệu", "tỷ", "cử", "công", "tài",
	};

	return i < s->tokens.n && tc_scan_gap(s, i) == TC_GAP_BLANK &&
	       TC_AMONG(s->tokens.v[i].exact, nouns);
}

bool tc_date_law_year(const struct tc_scan *s, size_t i,
		      struct tc_date_match *m)
{
	const struct tc_token *const t = &s->tokens.v[i];
	int year = 0;

	if (i < 2 || t->len != 4 || t->place != TC_TOKEN_FIGURES ||
	    !tc_scan_is_blank(s, i) || tc_scan_gap(s, i + 1) == TC_GAP_TIGHT ||
	    tc_scan_gap(s, i + 1) == TC_GAP_DASH || is_counted(s, i + 1) ||
	    (tc_scan_says(s, i - 1, TC_SAYS_LUAT) &&
	     s->tokens.v[i - 1].flags & TC_TOKEN_UPPER) ||
	    !is_behind_law(s, i, LAW_YEAR_TOKENS, false))
		return false;
	for (size_t k = 0; k < 4; k++)
		year = year * 10 + (t->bare.p[k] - '0');
	*m = (struct tc_date_match){
		.start = t->off, .end = tc_token_end(t),
		.from = { .year = (int16_t)year },
		.to = { .year = (int16_t)year },
	};
	return year >= LAW_YEAR_MIN && year <= LAW_YEAR_MAX;
}

/* "Theo hướng dẫn của X", "Thực hiện Kế hoạch của X": what is followed. */
static bool is_followed(const struct tc_scan *s, size_t type)
{
	return type &&
	       (tc_str_is(s->tokens.v[type - 1].bare, "theo") ||
		(type > 1 && tc_str_is(s->tokens.v[type - 1].exact, "hiện") &&
		 tc_str_is(s->tokens.v[type - 2].bare, "thuc")));
}

/* "kết luận của Ban Bí thư ngày 10/6/2021 về", "theo hướng dẫn của Ban Tổ chức
 * tháng 3/2017,": a document's day that has no number, between who issued it
 * and its subject, or what was done by it. */
static bool is_of_unnumbered(const struct tc_scan *s, size_t i,
			     const struct tc_date_mention *d)
{
	const size_t behind = tc_scan_token_from(s, i, d->end);
	size_t n;

	if (behind >= s->tokens.n || !d->from.month)
		return false;
	/* "Thông báo ngày 12/3/2021 của Ban Tổ chức" */
	if (d->from.day && tc_scan_says(s, behind, TC_SAYS_CUA) &&
	    tc_scan_gap(s, behind) == TC_GAP_BLANK && i &&
	    tc_scan_gap(s, i) == TC_GAP_BLANK && tc_type_word_before(s, i, &n))
		return s->tokens.v[n].flags & TC_TOKEN_UPPER ||
		       is_followed(s, n);
	const bool subject = d->from.day && tc_scan_says(s, behind, TC_SAYS_VE) &&
			     tc_scan_gap(s, behind) == TC_GAP_BLANK;
	if (!subject && s->text.p[d->end] != ',')
		return false;
	for (size_t k = i; k && i - k < UNNUMBERED_TOKENS &&
			   tc_scan_gap(s, k) == TC_GAP_BLANK; k--)
		if (tc_scan_says(s, k - 1, TC_SAYS_CUA))
			return s->tokens.v[k].flags & TC_TOKEN_UPPER &&
			       tc_type_word_before(s, k - 1, &n) &&
			       (subject || is_followed(s, n));
	return false;
}

static enum tc_date_rule by_cue(const struct tc_scan *s, size_t i,
				const struct tc_date_mention *d)
{
	switch (tc_date_cue(s, i)) {
	case TC_CUE_HISTORIC:
		return TC_RULE_HISTORY;
	case TC_CUE_FUTURE:
		return is_done_before(s, i) || is_balance(s, i, d) ?
			       TC_RULE_PLAIN : TC_RULE_DEADLINE;
	case TC_CUE_UNTIL:
		if (is_count(s, i, d))
			return TC_RULE_PLAIN;
		return tc_date_precision(d->to) == TC_PRECISION_YEAR ?
			       TC_RULE_DEADLINE : TC_RULE_UNTIL;
	case TC_CUE_ISSUED:
		/* "theo quyết định, từ ngày 12 - 14/9" */
		if (is_as_planned(s, i, d) || !tc_date_same(d->from, d->to))
			return TC_RULE_PLAIN;
		return d->to.day || tc_date_is_issued(s, i) ? TC_RULE_ISSUED
							    : TC_RULE_PLAIN;
	default:
		if (tc_date_english_goal(s, i))
			return TC_RULE_DEADLINE;
		return tc_date_english_issued(s, i) || is_of_law(s, i, d) ||
				       is_of_unnumbered(s, i, d) ?
			       TC_RULE_ISSUED : TC_RULE_PLAIN;
	}
}

enum tc_date_rule tc_date_role(const struct tc_scan *s, size_t i,
			       const struct tc_number_list *numbers,
			       size_t number,
			       const struct tc_date_mention *d)
{
	return is_cited(s, numbers, number, d) ?
		       TC_RULE_SYMBOL :
		       tc_date_role_alone(s, i, numbers, number, d);
}

enum tc_date_rule tc_date_role_alone(const struct tc_scan *s, size_t i,
				     const struct tc_number_list *numbers,
				     size_t number,
				     const struct tc_date_mention *d)
{
	const enum tc_date_rule line = tc_date_line_rule(s, i, d);
	if (line != TC_RULE_PLAIN)
		return line;
	if (tc_scan_flags(s, i) & TC_WORD_MONTH_NAME &&
	    tc_date_english_dateline(s, i))
		return TC_RULE_DATELINE;
	const bool issue = number < numbers->n && d->to.month &&
			   tc_date_same(d->from, d->to);
	if (tc_date_known(d->to) && d->to.year < TC_PRESS_YEAR)
		return is_of_law(s, i, d) ||
			(issue && is_issue(s, i, &numbers->v[number], d)) ?
			TC_RULE_ISSUED : TC_RULE_PAST;
	const enum tc_date_rule cue = by_cue(s, i, d);
	/* "Đến ngày 17/6/2018, Đảng ủy xã ra Quyết định số 21" */
	if (cue != TC_RULE_PLAIN &&
	    !(cue == TC_RULE_UNTIL && issue &&
	      is_issue(s, i, &numbers->v[number], d)))
		return cue;
	if ((issue && is_issue(s, i, &numbers->v[number], d)) ||
	    is_issue_of_none(s, i, number < numbers->n ? &numbers->v[number]
						       : NULL, d))
		return TC_RULE_ISSUED;
	return tc_date_is_opener(s, i) ? TC_RULE_OPENER : TC_RULE_PLAIN;
}
