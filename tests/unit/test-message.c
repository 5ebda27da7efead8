/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/mem.h"
#include "index/document.h"
#include "tools/import-message.h"

static const struct import_capture asked = {
	.capture = { .source = { "a.warc#12", 9 }, .url = { "http://a/", 9 },
		     .size = 4096, .mtime_ns = -1, .fetched_ns = 1 },
	.digest = { 1, 2, 3 },
	.bytes = { "<p>\0</p>", 8 },
};

static void capture_comes_back_as_put(void **state)
{
	(void)state;
	TC_SCOPED_BUF out = { 0 };
	enum import_message_kind kind;
	struct import_capture back;
	struct tc_str body;

	import_message_capture(&out, &asked);
	struct tc_str rest = tc_buf_str(&out);
	assert_int_equal(1, import_message_next(&rest, &kind, &body));
	assert_int_equal(IMPORT_CAPTURE, kind);
	assert_int_equal(0, rest.n);
	assert_true(import_message_read_capture(body, &back));
	assert_str("a.warc#12", back.capture.source);
	assert_str("http://a/", back.capture.url);
	assert_int_equal(4096, back.capture.size);
	assert_int_equal(-1, back.capture.mtime_ns);
	assert_memory_equal(asked.digest, back.digest, sizeof back.digest);
	assert_true(tc_str_eq(asked.bytes, back.bytes));
}

static void part_of_a_message_is_waited_for(void **state)
{
	(void)state;
	TC_SCOPED_BUF out = { 0 };
	enum import_message_kind kind;
	struct tc_str body;

	import_message_capture(&out, &asked);
	for (size_t n = 0; n < out.n; n++) {
		struct tc_str rest = tc_str(out.p, n);
		assert_int_equal(0, import_message_next(&rest, &kind, &body));
	}
}

static void cut_body_is_refused(void **state)
{
	(void)state;
	TC_SCOPED_BUF out = { 0 };
	struct import_capture back;

	import_message_capture(&out, &asked);
	struct tc_str body = tc_str_from(tc_buf_str(&out),
					 IMPORT_MESSAGE_HEAD);
	for (size_t n = 0; n < body.n; n++)
		assert_false(import_message_read_capture(tc_str(body.p, n),
							 &back));
}

static void lies_are_no_message(void **state)
{
	(void)state;
	static const char *const lies[] = {
		"\2R\0\0\0\0", "\1X\0\0\0\0", "\1R\377\377\377\377",
	};
	enum import_message_kind kind;
	struct tc_str body;

	for (size_t i = 0; i < 3; i++) {
		struct tc_str rest = tc_str(lies[i], IMPORT_MESSAGE_HEAD);
		assert_int_equal(-1, import_message_next(&rest, &kind,
							 &body));
	}
}

static void packed_document_comes_back(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF out = { 0 }, again = { 0 };
	struct tc_term terms[] = { { TC_STR("bo"), 2, 0 },
				   { TC_STR("bo chi"), 1, 0 },
				   { TC_STR("chi"), 3, 0 } };
	struct tc_document d = { .source = TC_STR("a"),
				 .id = TC_STR("0123456789abcdef"),
				 .content = TC_STR("00"),
				 .data = TC_STR("\1data"),
				 .terms = terms, .term_count = 3 }, back;

	d.values[TC_SLOT_COUNTED] = TC_STR("\4\4" "2021");
	tc_document_write(&d, &out);
	assert_int_equal(0, tc_document_read(tc_buf_str(&out), &arena, &back,
					     NULL));
	assert_int_equal(3, back.term_count);
	assert_str("bo chi", back.terms[1].term);
	assert_int_equal(3, back.terms[2].wdf);
	tc_document_write(&back, &again);
	assert_true(tc_str_eq(tc_buf_str(&out), tc_buf_str(&again)));
	/* whatever it becomes, it is read or refused, never followed */
	for (size_t i = 0; i < out.n; i++) {
		for (int bit = 0; bit < 8; bit++) {
			out.p[i] ^= (char)(1 << bit);
			tc_document_read(tc_buf_str(&out), &arena, &back,
					 NULL);
			out.p[i] ^= (char)(1 << bit);
		}
		tc_document_read(tc_str(out.p, i), &arena, &back, NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(capture_comes_back_as_put),
		cmocka_unit_test(part_of_a_message_is_waited_for),
		cmocka_unit_test(cut_body_is_refused),
		cmocka_unit_test(lies_are_no_message),
		cmocka_unit_test(packed_document_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
