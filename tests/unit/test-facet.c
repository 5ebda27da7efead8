/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What articles are counted by: its value, and the counting. */
#include "config.h"

#include "unit.h"

#include "query/facet.h"

static struct tc_number number(const char *canonical, const char *type)
{
	return (struct tc_number){ .canonical = tc_str0(canonical),
				   .type = tc_str0(type),
				   .issuer = TC_STR("TW") };
}

/* Three numbers, the first of them again; one unit; one year; no site. */
static void value_of_an_article(struct tc_buf *out)
{
	struct tc_number numbers[] = {
		number("21-NQ/TW", "NQ"), number("01-KL/TW", "KL"),
		number("21-NQ/TW", "NQ"), number("02-KL/TW", "KL")
	};
	struct tc_unit unit = { .canonical = tc_str0("Chi bộ khối 7") };
	struct tc_article a = { .numbers = numbers, .number_count = 4,
				.units = &unit, .unit_count = 1 };

	a.published.date.year = 2021;
	a.published.date.month = 9;
	tc_counted_put(&a, out);
}

static void each_string_is_there_once(void **state)
{
	static const struct {
		enum tc_facet facet;
		const char *string;
	} expected[] = {
		{ TC_FACET_NUMBER, "21-NQ/TW" }, { TC_FACET_TYPE, "NQ" },
		{ TC_FACET_ISSUER, "TW" }, { TC_FACET_NUMBER, "01-KL/TW" },
		{ TC_FACET_TYPE, "KL" }, { TC_FACET_NUMBER, "02-KL/TW" },
		{ TC_FACET_UNIT, "Chi bộ khối 7" }, { TC_FACET_YEAR, "2021" },
	};
	TC_SCOPED_BUF value = { 0 };
	struct tc_str rest, string;
	enum tc_facet facet;

	(void)state;
	value_of_an_article(&value);
	rest = tc_buf_str(&value);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		assert_int_equal(1, tc_counted_next(&rest, &facet, &string));
		assert_int_equal(expected[i].facet, facet);
		assert_str(expected[i].string, string);
	}
	assert_int_equal(0, tc_counted_next(&rest, &facet, &string));
}

/* Whatever becomes of a value, it is read or refused, never followed. */
static void broken_values_end(void **state)
{
	TC_SCOPED_BUF value = { 0 };

	(void)state;
	value_of_an_article(&value);
	for (size_t i = 0; i < value.n * 8; i++) {
		struct tc_str string;
		enum tc_facet facet;
		value.p[i / 8] ^= (char)(1 << i % 8);
		/* a copy of just these bytes, so that a step behind is seen */
		char *copy = tc_strdup(tc_buf_str(&value));
		struct tc_str rest = tc_str(copy, value.n);
		size_t sum = 0;
		while (tc_counted_next(&rest, &facet, &string) > 0) {
			assert_true(facet < TC_FACET_COUNT && string.n);
			sum += 2 + string.n;
		}
		assert_int_equal(value.n, sum + rest.n);
		free(copy);
		value.p[i / 8] ^= (char)(1 << i % 8);
	}
}

struct counted {
	struct tc_arena arena;
	struct tc_facet_list lists[TC_FACET_COUNT];
	struct tc_xcount count;
};

static void begin(struct counted *c, uint32_t asked)
{
	*c = (struct counted){ 0 };
	assert_int_equal(1, tc_facet_counts(c->lists, &c->arena, asked,
					    &c->count));
}

static void articles_are_counted(void **state)
{
	TC_SCOPED_BUF value = { 0 };
	struct tc_error err;
	struct counted c;
	char text[8];

	(void)state;
	begin(&c, 1u << TC_FACET_NUMBER | 1u << TC_FACET_YEAR);
	value_of_an_article(&value);
	c.count.each(c.count.ctx, tc_buf_str(&value));
	/* the table grows on its way */
	for (int i = 0; i < 3000; i++) {
		snprintf(text, sizeof text, "%c%c%04d", TC_FACET_YEAR, 4,
			 i % 1500);
		c.count.each(c.count.ctx, tc_str(text, 6));
	}
	c.count.each(c.count.ctx, TC_STR(""));
	c.count.each(c.count.ctx, TC_STR("\4\4" "0042"));
	for (int f = 0; f < TC_FACET_COUNT; f++)
		assert_int_equal(0, tc_facet_settle(&c.lists[f], &err));
	assert_int_equal(3, c.lists[TC_FACET_NUMBER].n);
	assert_str("01-KL/TW", c.lists[TC_FACET_NUMBER].v[0].value);
	assert_int_equal(0, c.lists[TC_FACET_TYPE].n);
	assert_int_equal(1501, c.lists[TC_FACET_YEAR].n);
	assert_str("0042", c.lists[TC_FACET_YEAR].v[0].value);
	assert_int_equal(3, c.lists[TC_FACET_YEAR].v[0].count);
	assert_str("2021", c.lists[TC_FACET_YEAR].v[1500].value);
	tc_arena_release(&c.arena);
}

static void damage_is_told(void **state)
{
	const struct tc_str damaged[] = {
		TC_STR("\3\4" "abc"), TC_STR("\3"), TC_STR("\3\0"),
		TC_STR("\100\1" "a"), TC_STR("\3\2\377\376"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
		struct counted c;
		struct tc_error err = { 0 };
		int bad = 0;
		begin(&c, 1u << TC_FACET_UNIT);
		c.count.each(c.count.ctx, TC_STR("\3\4" "abcd"));
		c.count.each(c.count.ctx, damaged[i]);
		for (int f = 0; f < TC_FACET_COUNT; f++)
			bad |= tc_facet_settle(&c.lists[f], &err);
		assert_int_equal(-1, bad);
		assert_int_equal(TC_E_DAMAGED, err.code);
		tc_arena_release(&c.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_string_is_there_once),
		cmocka_unit_test(broken_values_end),
		cmocka_unit_test(articles_are_counted),
		cmocka_unit_test(damage_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
