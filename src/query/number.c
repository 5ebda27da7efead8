/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/number.h"

#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/term.h"
#include "query/pattern.h"
#include "text/token.h"

static bool is_plenum(const struct tc_number *asked, struct tc_str name)
{
	return tc_str_eq(asked->canonical, name) ||
	       tc_docnum_is_of_plenum(asked, name);
}

bool tc_number_is_congress(const struct tc_number *n)
{
	struct tc_str name = n->canonical, head;

	tc_str_split(&name, '/', &head);
	return name.n && tc_str_starts(head, TC_STR("DH")) && head.n > 2 &&
	       head.p[2] >= '1' && head.p[2] <= '9';
}

bool tc_number_is_of_congress(const struct tc_number *congress,
			      struct tc_str symbol)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str name = congress->canonical, which, other;
	struct tc_tokens asked, cited;

	if (!tc_number_is_congress(congress))
		return false;
	tc_str_split(&name, '/', &which);
	tc_str_split(&symbol, '/', &other);
	if (!tc_str_eq(which, other))
		return false;
	tc_tokenize(name, &arena, &asked);
	tc_tokenize(symbol, &arena, &cited);
	if (asked.n != cited.n)
		return false;
	for (size_t i = 0; i < asked.n; i++) {
		const struct tc_token *const t = &asked.v[i];
		const bool marked = !tc_str_eq(t->exact, t->bare);
		if (!tc_str_eq(marked ? t->exact : t->bare,
			       marked ? cited.v[i].exact : cited.v[i].bare))
			return false;
	}
	return true;
}

static bool is_same(const struct tc_number *asked,
		    const struct tc_number *cited)
{
	return is_plenum(asked, cited->plenum) ||
	       is_plenum(asked, cited->canonical) ||
	       tc_number_is_of_congress(asked, cited->canonical) ||
	       tc_docnum_means(asked, cited);
}

bool tc_number_is_asked(const struct tc_node *number,
			const struct tc_number *cited)
{
	if (number->value.n && tc_pattern_fits(number->value, cited->canonical))
		return true;
	for (size_t i = 0; i < number->number_count; i++)
		if (is_same(&number->numbers[i], cited))
			return true;
	return false;
}

/* What stands behind "@" in such a key; empty when it has none. */
static struct tc_str time_of(const struct tc_number *n,
			     enum tc_docnum_key which, struct tc_buf *key)
{
	struct tc_str time, symbol;

	tc_docnum_key(n, which, key);
	time = tc_buf_str(key);
	tc_str_split(&time, '@', &symbol);
	return time;
}

/* "01-CT/TW@2026-01" for "khoaXIV", which began in that month: the registry
 * knew the term when the article was indexed. */
static bool may_be_of_term(const struct tc_number *cited, struct tc_str at)
{
	const struct tc_str khoa = TC_STR("khoa");
	TC_SCOPED_BUF key = { 0 };
	struct tc_date month, from, to;

	return tc_str_starts(at, khoa) &&
	       tc_date_read(time_of(cited, TC_KEY_MONTH, &key), &month) &&
	       tc_term_days((uint32_t)tc_term_read(tc_str_from(at, khoa.n)),
			    &from, &to) &&
	       tc_date_first(month) <= tc_date_first(from) &&
	       tc_date_first(from) <= tc_date_last(month);
}

bool tc_number_is_meant(const struct tc_node *number,
			const struct tc_number *cited)
{
	static const enum tc_docnum_key times[] = {
		TC_KEY_DATED, TC_KEY_MONTH, TC_KEY_YEAR, TC_KEY_TERM,
	};
	TC_SCOPED_BUF key = { 0 };

	if (!tc_number_is_asked(number, cited))
		return false;
	if (!number->at.n)
		return true;
	for (size_t i = 0; i < sizeof times / sizeof *times; i++)
		if (tc_str_eq(time_of(cited, times[i], &key), number->at))
			return true;
	return may_be_of_term(cited, number->at);
}
