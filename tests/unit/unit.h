/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every unit test includes first after config.h. */
#ifndef TC_TESTS_UNIT_H
#define TC_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/str.h"

/* A view holds just these bytes. */
static inline void assert_str_at(const char *expected, struct tc_str actual,
				 const char *file, int line)
{
	char *copy = tc_strdup(actual);

	_assert_string_equal(expected, copy, file, line);
	free(copy);
}
#define assert_str(expected, actual) \
	assert_str_at((expected), (actual), __FILE__, __LINE__)

#endif
