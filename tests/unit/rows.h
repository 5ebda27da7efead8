/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables of texts and of what is to be found in each; included behind the
 * test's `struct row`, with `text` and `expected`, and its find(), which writes
 * what it finds in a row's text on one line.
 */
#ifndef TC_TESTS_UNIT_ROWS_H
#define TC_TESTS_UNIT_ROWS_H

static bool row_holds(const struct row *row)
{
	TC_SCOPED_BUF found = { 0 };

	find(row, &found);
	if (!strcmp(row->expected, tc_buf_cstr(&found)))
		return true;
	print_error("%s\n  expected %s\n  got      %s\n", row->text,
		    row->expected, tc_buf_cstr(&found));
	return false;
}

static void check_rows(const struct row *rows, size_t n)
{
	size_t wrong = 0;

	for (size_t i = 0; i < n; i++)
		wrong += !row_holds(&rows[i]);
	assert_int_equal(0, wrong);
}
#define CHECK(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

#endif
