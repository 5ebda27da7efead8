/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/error.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/slots.h"
#include "base/str.h"

#include <stdint.h>

static void error_reads_from_the_file_down_to_the_byte(void **state)
{
	(void)state;
	struct tc_error err;

	assert_int_equal(-1, tc_fail(&err, TC_E_INPUT, "byte %d", 7));
	tc_error_context(&err, "record %d", 2);
	tc_error_context(&err, "a.warc");
	assert_string_equal(err.message, "a.warc: record 2: byte 7");
	assert_int_equal(3, tc_code_exit(err.code));
}

static void slots_give_the_entries_of_a_hash(void **state)
{
	struct tc_slots s = { 0 };
	size_t step = 0;

	(void)state;
	assert_int_equal(UINT32_MAX, tc_slots_next(&s, 7, &step));
	tc_slots_init(&s, 40);
	for (uint32_t i = 0; i < 40; i++)
		tc_slots_add(&s, i % 20, i);
	for (uint32_t hash = 0; hash < 20; hash++) {
		step = 0;
		assert_int_equal(hash, tc_slots_next(&s, hash, &step));
		assert_int_equal(hash + 20, tc_slots_next(&s, hash, &step));
		assert_int_equal(UINT32_MAX, tc_slots_next(&s, hash, &step));
	}
	tc_slots_release(&s);
}

static void a_long_message_loses_characters_of_its_middle(void **state)
{
	(void)state;
	struct tc_error err;
	char text[2 * TC_MESSAGE_MAX + 1];

	for (size_t shift = 0; shift < 3; shift++) {
		memset(text, 'x', shift);
		for (size_t i = shift; i + 3 <= sizeof text - 1; i += 3)
			memcpy(text + i, "\xE1\xBA\xBF", 4);
		tc_fail(&err, TC_E_INPUT, "'%s': no date", text);
		assert_true(strlen(err.message) > TC_MESSAGE_MAX - 5);
		for (int i = 0; i < 20; i++)
			tc_error_context(&err, "line %d, %.*s", i,
					 (int)(90 + shift), text);
		tc_error_add(&err, "; write 2023");
		const struct tc_str message = tc_str0(err.message);
		assert_true(message.n < TC_MESSAGE_MAX);
		for (size_t i = 0; i < message.n; i++)
			if (message.p[i] & 0x80) {
				assert_memory_equal("\xE1\xBA\xBF",
						    message.p + i, 3);
				i += 2;
			}
		assert_true(tc_str_starts(message, TC_STR("line 19, ")));
		assert_true(tc_str_ends(message, TC_STR("no date; write 2023")));
	}
}

static void every_code_has_a_name(void **state)
{
	(void)state;
	for (int code = 0; code < TC_CODE_COUNT; code++)
		assert_non_null(tc_code_name((enum tc_code)code));
}

static void split_gives_each_part_once(void **state)
{
	(void)state;
	struct tc_str rest = TC_STR("a\t\tb"), part;

	assert_true(tc_str_split(&rest, '\t', &part));
	assert_str("a", part);
	assert_true(tc_str_split(&rest, '\t', &part));
	assert_str("", part);
	assert_true(tc_str_split(&rest, '\t', &part));
	assert_str("b", part);
	assert_false(tc_str_split(&rest, '\t', &part));
}

static void find_starts_where_it_is_told(void **state)
{
	(void)state;
	struct tc_str hay = TC_STR("abcabc");

	assert_int_equal(0, tc_str_find(hay, TC_STR("abc"), 0));
	assert_int_equal(3, tc_str_find(hay, TC_STR("abc"), 1));
	assert_true(tc_str_find(hay, TC_STR("abc"), 4) == SIZE_MAX);
	assert_true(tc_str_find(hay, TC_STR("x"), 99) == SIZE_MAX);
}

static void arena_keeps_what_it_gave(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_str first = tc_arena_str(&arena, TC_STR("first"));

	for (size_t n = 0; n < 200000; n += n / 3 + 1) {
		char *p = tc_arena_alloc(&arena, n);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(0, p[i]);
		memset(p, 0xAA, n);
	}
	assert_str("first", first);
	tc_arena_clear(&arena);
	assert_str("7 x", tc_arena_printf(&arena, "%d %s", 7, "x"));
}

static void json_comes_back_as_written(void **state)
{
	(void)state;
	struct tc_json *o = tc_json_object();
	TC_SCOPED_BUF out = { 0 };

	tc_json_set_str(o, "title", tc_str0("Đảng \"bộ\"\n"));
	tc_json_set_int(o, "n", -3);
	tc_json_write(o, &out);
	tc_json_free(o);
	struct tc_json *again = tc_json_read(tc_buf_str(&out), NULL);
	assert_str("Đảng \"bộ\"\n", tc_json_get_str(again, "title"));
	assert_int_equal(-3, tc_json_get_int(again, "n"));
	tc_json_free(again);
}

static void json_escapes_what_it_must(void **state)
{
	(void)state;
	TC_SCOPED_BUF out = { 0 };
	struct tc_json *o = tc_json_object(), *a = tc_json_array();

	tc_json_set_str(o, "tên", tc_str("\\/\x01\0\x7f\t", 6));
	tc_json_push(a, tc_json_real(7.1234567));
	tc_json_push(a, tc_json_real(2));
	tc_json_push(a, tc_json_null());
	tc_json_push(a, tc_json_bool(false));
	tc_json_set(o, "a", a);
	tc_json_set_int(o, "n", INT64_MIN);
	tc_json_set_int(o, "tên 2", 1);
	/* set again: in its place */
	tc_json_set_cstr(o, "n", "");
	tc_json_remove(o, "tên 2");
	tc_json_remove(o, "tên 3");
	tc_json_write(o, &out);
	assert_str("{\"tên\":\"\\\\/\\u0001\\u0000\\u007F\\t\","
		   "\"a\":[7.12346,2.0,null,false],\"n\":\"\"}",
		   tc_buf_str(&out));
	tc_json_free(o);
}

static void json_escapes_what_acts_on_a_terminal(void **state)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{ "\x1B", "\\u001B" }, { "\x7F", "\\u007F" },
		{ "\302\200", "\\u0080" }, { "\302\233", "\\u009B" },
		{ "\u00A0", "\u00A0" }, { "Â", "Â" },
		{ "\u061B", "\u061B" }, { "\u061C", "\\u061C" },
		{ "\u200D", "\u200D" }, { "\u200E", "\\u200E" },
		{ "\u200F", "\\u200F" }, { "“", "“" },
		{ "\u2027", "\u2027" }, { "\u2028", "\\u2028" },
		{ "\u2029", "\\u2029" },
		{ "\u202A", "\\u202A" }, { "\u202E", "\\u202E" },
		{ "\u202F", "\u202F" }, { "\u2065", "\u2065" },
		{ "\u2066", "\\u2066" }, { "\u2069", "\\u2069" },
		{ "\u206A", "\u206A" }, { "€", "€" },
	};
	(void)state;

	/* wherever it stands in the eight bytes that are looked at at once */
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int before = 0; before < 9; before++) {
			TC_SCOPED_BUF in = { 0 }, want = { 0 }, out = { 0 };
			struct tc_json *v;
			tc_buf_printf(&in, "%.*s%sệ, chi bộ", before,
				      "abcdefghi", rows[i].in);
			tc_buf_printf(&want, "\"%.*s%sệ, chi bộ\"", before,
				      "abcdefghi", rows[i].out);
			v = tc_json_string(tc_buf_str(&in));
			tc_json_write(v, &out);
			assert_str(tc_buf_cstr(&want), tc_buf_str(&out));
			tc_json_free(v);
		}
	}
}

static void json_members_come_in_order(void **state)
{
	(void)state;
	TC_SCOPED_BUF seen = { 0 };
	struct tc_json *o = tc_json_read(
		TC_STR("{\"b\":1,\"a\":[{},2.5],\"b\":3}"), NULL);
	const struct tc_json *value;
	const char *key;

	for (void *at = NULL; tc_json_member_next(o, &at, &key, &value);) {
		tc_buf_puts(&seen, key);
		tc_json_write(value, &seen);
	}
	assert_str("b3a[{},2.5]", tc_buf_str(&seen));
	assert_int_equal(2, tc_json_count(tc_json_get(o, "a")));
	assert_null(tc_json_at(tc_json_get(o, "a"), 2));
	assert_int_equal(0, tc_json_get_int(o, "a"));
	assert_int_equal(0, tc_json_get_str(o, "c").n);
	tc_json_free(o);
}

static void broken_json_says_where(void **state)
{
	(void)state;
	struct tc_error err;

	assert_null(tc_json_read(TC_STR("{\n \"a\": }"), &err));
	assert_non_null(strstr(err.message, "line 2"));
}

/* The words are those that the system's are looked up by. */
static void the_system_is_quoted(void **state)
{
	(void)state;
	for (int n = 1; n < 134; n++)
		if (strerrordesc_np(n))
			assert_string_equal(strerrordesc_np(n),
					    tc_strerror(n));
	for (int n = 1; n < 32; n++)
		assert_string_equal(sigdescr_np(n), tc_strsignal(n));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(error_reads_from_the_file_down_to_the_byte),
		cmocka_unit_test(slots_give_the_entries_of_a_hash),
		cmocka_unit_test(a_long_message_loses_characters_of_its_middle),
		cmocka_unit_test(every_code_has_a_name),
		cmocka_unit_test(split_gives_each_part_once),
		cmocka_unit_test(find_starts_where_it_is_told),
		cmocka_unit_test(arena_keeps_what_it_gave),
		cmocka_unit_test(json_comes_back_as_written),
		cmocka_unit_test(json_escapes_what_it_must),
		cmocka_unit_test(json_escapes_what_acts_on_a_terminal),
		cmocka_unit_test(json_members_come_in_order),
		cmocka_unit_test(broken_json_says_where),
		cmocka_unit_test(the_system_is_quoted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
