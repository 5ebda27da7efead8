/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/stopword.h"

#include "text/fold.h"
#include "text/stopword-list.h"

#include <stdlib.h>

#define COUNT (sizeof tc_stopwords / sizeof *tc_stopwords)

static int row_cmp(const void *key, const void *row)
{
	const struct tc_stopword *const r = row;

	return tc_str_cmp(*(const struct tc_str *)key, tc_str0(r->exact));
}

bool tc_stopword_is(struct tc_str exact)
{
	return bsearch(&exact, tc_stopwords, COUNT, sizeof *tc_stopwords,
		       row_cmp);
}

bool tc_stopword_is_bare(struct tc_str bare)
{
	TC_SCOPED_BUF folded = { 0 };

	for (size_t i = 0; i < COUNT; i++) {
		if (!tc_stopwords[i].bare)
			continue;
		tc_buf_clear(&folded);
		tc_fold_bare(tc_str0(tc_stopwords[i].exact), &folded);
		if (tc_str_eq(tc_buf_str(&folded), bare))
			return true;
	}
	return false;
}
