/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "facts.h"

#include "fact/unit-words.h"

/* The text is one word. */
static struct tc_mark mark_of(struct tc_arena *arena, struct tc_str text)
{
	struct tc_scan scan;

	scan_make(&scan, arena, text);
	assert_int_equal(1, scan.tokens.n);
	assert_int_equal(0, scan.marks[1].row);
	return scan.marks[0];
}

/* The table is asked by place or by hash; the answer is the row itself. */
static void each_word_is_found_by_its_token(void **state)
{
	size_t words = 0;

	(void)state;
	for (size_t i = 0; i < TC_WORD_SLOTS; i++) {
		const uint32_t info = tc_word_slots[i].info;
		const char *const word = tc_word_texts[TC_WORD_ROW(info)];
		TC_SCOPED_ARENA arena = { 0 };
		if (!TC_WORD_ROW(info))
			continue;
		const struct tc_mark m =
			mark_of(&arena, tc_str0(word));
		if (m.row != TC_WORD_ROW(info))
			print_error("word '%s'\n", word);
		assert_int_equal(TC_WORD_ROW(info), m.row);
		assert_int_equal(TC_WORD_BEGINS(info), m.begins);
		words++;
	}
	assert_true(words > 500);
}

static void what_begins_depends_on_the_form(void **state)
{
	static const struct {
		const char *word;
		unsigned what;	/* of number, date and unit */
	} rows[] = {
		{ "xanh", 0 }, { "Xanh", 0 },
		{ "nghị", TC_BEGINS_NUMBER }, { "ngày", TC_BEGINS_DATE },
		{ "Ngày", TC_BEGINS_DATE }, { "xã", TC_BEGINS_UNIT },
		{ "march", 0 }, { "March", TC_BEGINS_DATE },
		{ "may", 0 }, { "May", TC_BEGINS_DATE },
		{ "15", TC_BEGINS_NUMBER | TC_BEGINS_DATE },
		{ "P.", TC_BEGINS_UNIT }, { "P", 0 }, { "p.", 0 },
		{ "TWngày", TC_BEGINS_NUMBER | TC_BEGINS_DATE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		const struct tc_mark m =
			mark_of(&arena, tc_str0(rows[i].word));
		const unsigned what = m.what & (TC_BEGINS_NUMBER |
						TC_BEGINS_DATE |
						TC_BEGINS_UNIT);
		if (what != rows[i].what)
			print_error("'%s' begins %u\n", rows[i].word, what);
		assert_int_equal(rows[i].what, what);
	}
}

/* The tokens, each followed by a blank. */
static void assert_places(const char *expected, const struct tc_places *places)
{
	TC_SCOPED_BUF found = { 0 };

	for (size_t k = 0; k < places->n; k++)
		tc_buf_printf(&found, "%u ", places->v[k]);
	assert_string_equal(expected, tc_buf_cstr(&found));
}

static void second_word_decides_what_begins(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_scan scan;

	(void)state;
	scan_make(&scan, &arena,
		  TC_STR("Nghị quyết nghị lực chi bộ chi tiêu P. Năm xã 12"));
	assert_places("0 11 ", &scan.numbers);
	assert_places("9 11 ", &scan.dates);
	assert_places("4 5 8 10 ", &scan.units);
}

static void figures_of_a_name_are_its_own(void **state)
{
	static const struct {
		const char *text;
		size_t after;	/* the head */
	} rows[] = {
		{ "Ban Chỉ đạo 35", 4 }, { "Ban Chỉ đạo 36", 3 },
		{ "Ban Chỉ đạo 035", 3 }, { "Ban Chỉ đạo 3500000035", 3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan;
		size_t after = 0;
		scan_make(&scan, &arena, tc_str0(rows[i].text));
		const struct tc_unit_word *w = tc_unit_word_at(
			&scan, 0, TC_UNIT_HEADS, false, &after);
		assert_int_equal(rows[i].after, w ? after : 0);
	}
}

/* Before the second of two words; a full stop ends a sentence but for one that
 * the next word stands right behind. */
static void what_stands_between_is_told_once(void **state)
{
	const unsigned plain = TC_GAP_PLAIN, stop = TC_GAP_STOP;
	const struct {
		const char *text;
		unsigned bits;
	} rows[] = {
		{ "xã Bình", TC_GAP_BLANK | plain },
		{ "xã  Bình", TC_GAP_BLANK }, { "xã\tBình", TC_GAP_BLANK },
		{ "xã, Bình", TC_GAP_COMMA }, { "xã,Bình", TC_GAP_COMMA },
		{ "xã. Bình", TC_GAP_DOT | stop }, { "P.Bình", TC_GAP_DOT },
		{ "xã .Bình", TC_GAP_HARD }, { "xã . Bình", TC_GAP_HARD | stop },
		{ "xã.\nBình", TC_GAP_HARD | stop },
		{ "xã\nBình", TC_GAP_HARD | stop },
		{ "xã - Bình", TC_GAP_DASH }, { "xã-Bình", TC_GAP_TIGHT },
		{ "xã – Bình", TC_GAP_DASH }, { "xã (Bình", TC_GAP_OPEN },
		{ "xã) Bình", TC_GAP_CLOSE }, { "xã; Bình", TC_GAP_HARD },
		{ "M’Bình", TC_GAP_TIGHT }, { "7漢", TC_GAP_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan;
		scan_make(&scan, &arena, tc_str0(rows[i].text));
		assert_int_equal(2, scan.tokens.n);
		assert_int_equal(TC_GAP_HARD, tc_scan_gap_bits(&scan, 0));
		assert_int_equal(TC_GAP_HARD, tc_scan_gap_bits(&scan, 2));
		if (tc_scan_gap_bits(&scan, 1) != rows[i].bits)
			print_error("'%s'\n", rows[i].text);
		assert_int_equal(rows[i].bits, tc_scan_gap_bits(&scan, 1));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_word_is_found_by_its_token),
		cmocka_unit_test(what_begins_depends_on_the_form),
		cmocka_unit_test(second_word_decides_what_begins),
		cmocka_unit_test(figures_of_a_name_are_its_own),
		cmocka_unit_test(what_stands_between_is_told_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
