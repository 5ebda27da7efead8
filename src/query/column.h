/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where in a query something stands, for the messages that name a column:
 * characters from 1, of the text as it is read (text/normalize.h), in which a
 * letter and its marks are one.  What has no place in a query is one, too: a
 * control character, and a byte that is not UTF-8.
 */
#ifndef TC_QUERY_COLUMN_H
#define TC_QUERY_COLUMN_H

#include "base/str.h"

bool tc_column_is_control(uint32_t c);

/* Of a byte of the text as it was typed. */
uint32_t tc_column_of(struct tc_str typed, size_t at);

/* Some of the text around a column, in one line, and a caret under it on the
 * next.  What would act on a terminal is shown as \x1B. */
void tc_column_point(struct tc_str typed, uint32_t column, struct tc_buf *out);

#endif
