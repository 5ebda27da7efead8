/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/number.h"

#include "fact/docnum.h"
#include "query/pattern.h"

static bool is_plenum(const struct tc_number *asked, struct tc_str name)
{
	return tc_str_eq(asked->canonical, name) ||
	       tc_docnum_is_of_plenum(asked, name);
}

static bool is_same(const struct tc_number *asked,
		    const struct tc_number *cited)
{
	return is_plenum(asked, cited->plenum) ||
	       is_plenum(asked, cited->canonical) ||
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
