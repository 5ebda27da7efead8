/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/directory.h"
#include "base/file.h"
#include "index/generation.h"
#include "index/learn-lines.h"
#include "index/learn.h"
#include "index/line-marks.h"
#include "index/document.h"
#include "index/record-json.h"
#include "index/record.h"
#include "index/reject-list.h"
#include "index/rejects.h"
#include "index/schema.h"
#include "index/stub.h"
#include "index/terms.h"
#include "index/xap.h"

#include <stdlib.h>
#include <unistd.h>

static struct tc_error error;

/* An article with one fact of each kind. */
static struct tc_article sample(struct tc_arena *arena)
{
	struct tc_article a = { .id = "0123456789abcdef",
				.url = TC_STR("https://example.org/a"),
				.language = TC_STR("vi") };

	tc_article_set_text(&a, arena, tc_str0("Chi bộ khối 7+10"),
			    tc_str0("Kết luận số 01-KL/TW của Đảng."));
	a.published = (struct tc_published){ .date = { .year = 2021,
						       .month = 9, .day = 1 },
					     .basis = TC_BASIS_EVENT,
					     .inferred = true,
					     .rule = "lead" };
	a.numbers = tc_arena_alloc(arena, sizeof *a.numbers);
	a.numbers[0] = (struct tc_number){
		.start = 31, .end = 39, .printed = TC_STR("01-KL/TW"),
		.canonical = TC_STR("01-KL/TW"),
		.id = TC_STR("01-KL/TW@2021-05-18"), .number = TC_STR("1"),
		.type = TC_STR("KL"), .issuer = TC_STR("TW"),
		.conflict = true, .confidence = .9f, .rule = "full" };
	a.number_count = 1;
	a.dates = tc_arena_alloc(arena, sizeof *a.dates);
	a.dates[0] = (struct tc_date_mention){
		.start = 1, .end = 2, .from = { .month = 5, .day = 15 },
		.to = { .month = 5, .day = 15 }, .role = TC_ROLE_EVENT,
		.rule = "open" };
	a.date_count = 1;
	struct tc_str *parents = tc_arena_alloc(arena, 2 * sizeof *parents);
	parents[0] = tc_str0("Đảng bộ phường Đông Kinh");
	parents[1] = tc_str0("Đảng bộ thành phố Lạng Sơn");
	a.units = tc_arena_alloc(arena, sizeof *a.units);
	a.units[0] = (struct tc_unit){
		.end = 18, .canonical = tc_str0("Chi bộ khối 7+10"),
		.kind = "chi-bo", .parents = parents, .parent_count = 2,
		.role = TC_UNIT_MENTION, .rule = "head" };
	a.unit_count = 1;
	a.cuts = tc_arena_alloc(arena, 2 * sizeof *a.cuts);
	a.cuts[0] = (struct tc_cut){ 0, TC_STR("Trang tin của xã") };
	a.cuts[1] = (struct tc_cut){ 3, TC_STR("Mời bạn gọi đến") };
	a.cut_count = 2;
	a.content[31] = 7;
	return a;
}

static void record_comes_back_as_written(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF bytes = { 0 }, again = { 0 };
	struct tc_str sources[] = { TC_STR("a.txt"), TC_STR("b.txt") };
	struct tc_record r = { .article = sample(&arena), .sources = sources,
			       .source_count = 2 };
	struct tc_record back;

	tc_record_write(&r, &bytes);
	assert_int_equal(0, tc_record_read(tc_buf_str(&bytes), tc_str(NULL, 0),
					   &arena, &back, NULL));
	assert_int_equal(2, back.source_count);
	assert_string_equal(r.article.id, back.article.id);
	assert_int_equal(-0, back.article.dates[0].from.year);
	assert_int_equal(15, back.article.dates[0].from.day);
	assert_true(back.article.numbers[0].conflict);
	assert_str("Đảng bộ thành phố Lạng Sơn",
		   back.article.units[0].parents[1]);
	assert_int_equal(2, back.article.cut_count);
	assert_int_equal(3, back.article.cuts[1].line);
	assert_str("Trang tin của xã", back.article.cuts[0].text);
	tc_record_write(&back, &again);
	assert_int_equal(bytes.n, again.n);
	assert_memory_equal(bytes.p, again.p, bytes.n);
}

/* As in an archive: the text in the row of words, printed forms in the text. */
static void a_record_beside_its_row_comes_back(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF whole = { 0 }, bytes = { 0 };
	struct tc_record r = { .article = sample(&arena) }, back;
	struct tc_article *const a = &r.article;
	struct tc_tokens tokens;
	struct tc_document d;
	struct tc_error err = { 0 };

	a->numbers[0].printed = tc_str(a->text.p + a->numbers[0].start,
				       a->numbers[0].end -
					       a->numbers[0].start);
	a->dates[0].printed = TC_STR("as no text has it");
	a->units[0].printed = tc_str(a->text.p + a->units[0].start,
				     a->units[0].end - a->units[0].start);
	tc_tokenize(r.article.text, &arena, &tokens);
	tc_document_of_record(&r, tc_str(NULL, 0), &tokens, &arena, &d);
	tc_record_write(&r, &whole);
	assert_true(d.data.n < whole.n);
	assert_int_equal(0, tc_record_read(d.data, d.values[TC_SLOT_WORDS],
					   &arena, &back, &err));
	back.rest = tc_str(NULL, 0);
	tc_record_write(&back, &bytes);
	assert_int_equal(whole.n, bytes.n);
	assert_memory_equal(whole.p, bytes.p, bytes.n);
	/* the row of another article, or none */
	assert_int_equal(-1, tc_record_read(d.data, tc_str(NULL, 0), &arena,
					    &back, &err));
	assert_int_equal(TC_E_DAMAGED, err.code);
}

static void furniture_is_what_stands_in_many(void **state)
{
	static const struct {
		uint64_t articles, edge, of;
		bool furniture;
	} rows[] = {
		{ 4, 4, 4, false },	/* too few, though in all */
		{ 5, 5, 100, true },
		{ 5, 5, 300, false },
		{ 7, 0, 7, false },	/* in the middle it takes more */
		{ 8, 0, 80, true },
		{ 8, 0, 81, false },
		{ 100, 89, 2000, false },	/* now here, now there */
		{ 100, 90, 2000, true },
	};
	(void)state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(rows[i].furniture,
				 tc_learn_is_furniture(rows[i].articles,
						       rows[i].edge,
						       rows[i].of));
}

static void lines_are_told_apart_by_their_letters(void **state)
{
	const uint64_t host = tc_learn_host_key(TC_STR("a.vn"));
	const uint64_t key = tc_learn_key(host, TC_STR("Trang tin của xã"));
	(void)state;

	assert_true(key != 0);
	assert_true(key == tc_learn_key(host, TC_STR("TRANG TIN CỦA XÃ!")));
	assert_true(key != tc_learn_key(host, TC_STR("Trang tin cua xa")));
	assert_true(key != tc_learn_key(tc_learn_host_key(TC_STR("b.vn")),
					TC_STR("Trang tin của xã")));
	assert_true(0 == tc_learn_key(host, TC_STR("(A+)")));
	assert_true(0 == tc_learn_key(host, TC_STR("theo Nghị quyết "
						   "21 - NQ/TW")));
	assert_true(0 != tc_learn_key(host, TC_STR("Lượt xem: 12")));
}

static void lines_are_stored_as_marks(void **state)
{
	struct tc_learn_line v[] = {
		{ .key = 0x1234567890abcdefu, .edge = true },
		{ .key = 0 },
		{ .key = 0x1234567890abcdefu, .again = true, .edge = true },
		{ .key = 3, .cut = true },
	};
	struct tc_learn_lines lines = { .v = v, .n = 4, .host = 7 };
	TC_SCOPED_BUF value = { 0 }, uncut = { 0 };
	struct tc_line_marks m, other;
	(void)state;

	tc_line_marks_put(&lines, &value);
	assert_true(tc_line_marks_get(tc_buf_str(&value), &m));
	assert_int_equal(m.host, tc_line_host_hash(7));
	assert_int_equal(m.n, 3);
	struct tc_line_mark first = tc_line_marks_at(&m, 0);
	assert_int_equal(first.hash, tc_line_hash(0x1234567890abcdefu));
	assert_true(first.edge && !first.cut);
	/* too small a key is no mark of "never" */
	struct tc_line_mark second = tc_line_marks_at(&m, 1);
	assert_true(second.hash && second.cut && !second.edge);
	assert_int_equal(0, tc_line_marks_at(&m, 2).hash);

	v[3].cut = false;
	tc_line_marks_put(&lines, &uncut);
	assert_true(tc_line_marks_get(tc_buf_str(&uncut), &other));
	assert_int_equal(tc_line_marks_order(&m), tc_line_marks_order(&other));
	assert_false(tc_line_marks_get(TC_STR("four bytes and more"), &m));
	assert_false(tc_line_marks_get(TC_STR(""), &m));
}

static void record_goes_to_json_and_back(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF bytes = { 0 }, again = { 0 };
	struct tc_str sources[] = { TC_STR("a.txt"), TC_STR("b.txt") };
	struct tc_record r = { .article = sample(&arena), .sources = sources,
			       .source_count = 2 };
	struct tc_hint hint = { TC_HINT_LINE, TC_STR("1/9/2021") };
	struct tc_cut cut = { 3, TC_STR("Chia sẻ") };
	struct tc_json *o = tc_json_object();

	r.article.hints = &hint;
	r.article.hint_count = 1;
	r.article.cuts = &cut;
	r.article.cut_count = 1;
	r.article.content[31] = 0xA5;
	r.article.capture.fetched_ns = 1700000000123456789;
	tc_record_write(&r, &bytes);
	assert_int_equal(0, tc_record_to_json(tc_buf_str(&bytes), o, &error));
	assert_str("--05-15", tc_json_get_str(tc_json_at(
				      tc_json_get(o, "dates"), 0), "from"));
	assert_int_equal(0, tc_record_from_json(o, &again, &error));
	assert_int_equal(bytes.n, again.n + 4);	/* the check */
	assert_memory_equal(bytes.p, again.p, again.n);
	tc_json_free(o);
	/* a byte more or less: an error, or another record, never a crash */
	for (size_t i = 0; i < bytes.n; i++) {
		bytes.p[i] ^= 1;
		o = tc_json_object();
		tc_record_to_json(tc_buf_str(&bytes), o, &error);
		tc_record_to_json(tc_str(bytes.p, i), o, &error);
		tc_json_free(o);
		bytes.p[i] ^= 1;
	}
}

static void broken_record_is_damage(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF bytes = { 0 };
	struct tc_record r = { .article = sample(&arena) }, back;
	size_t unseen = 0;

	tc_record_write(&r, &bytes);
	for (size_t i = 0; i < bytes.n; i++) {
		struct tc_error err = { 0 };
		/* cut short: an error, or fields that happen to fit */
		tc_record_read(tc_str(bytes.p, i), tc_str(NULL, 0), &arena,
			       &back, &err);
		for (int bit = 0; bit < 8; bit++) {
			bytes.p[i] ^= (char)(1 << bit);
			if (tc_record_read(tc_buf_str(&bytes), tc_str(NULL, 0),
					   &arena, &back, &err) == 0) {
				struct tc_article *a = &back.article;
				assert_true(a->title_len <= a->text.n);
				unseen++;
			} else {
				assert_int_equal(TC_E_DAMAGED, err.code);
			}
			bytes.p[i] ^= (char)(1 << bit);
		}
	}
	/* where the check is no longer one, or part of another field */
	assert_in_range(unseen, 0, 16);
}

static bool has_term(const struct tc_terms *t, const char *term)
{
	for (size_t i = 0; i < t->cap; i++)
		if (t->v[i].term.p && tc_str_is(t->v[i].term, term))
			return true;
	return false;
}

static void article_has_the_terms_of_the_schema(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_article a = sample(&arena);
	struct tc_terms t = { .arena = &arena };
	struct tc_tokens tokens;
	static const char *const there[] = {
		"bo", "khoi", "7", "10", "Sbo",
		"Q0123456789abcdef", "XN:01-KL/TW",
		"XN:01-KL/TW@2021-05-18", "XN:01-KL/TW@2021",
		"XN:01-KL/TW@2021-05",
		"XNS:KL 1", "XNT:KL", "XNB:TW",
		"XND:1", "XY:2021", "XM:2021-09", "XD:2021-09-01",
		"XU:khoi 7", "XU:dong kinh", "XU:đông", "XUK:chi-bo", "Lvi",
		"dang",
	};
	static const char *const words[] = { "bộ", "khối", "đảng" };
	static const char *const absent[] = {
		"chi bo", "Schi bo", "XQ:2021-Q3", "Sdang", "XEY:0", "XY:none", "10 ket",
	};

	tc_tokenize(a.text, &arena, &tokens);
	tc_terms_of_article(&t, &a, &tokens);
	for (size_t i = 0; i < sizeof there / sizeof *there; i++) {
		if (!has_term(&t, there[i]))
			print_message("no term '%s'\n", there[i]);
		assert_true(has_term(&t, there[i]));
	}
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		assert_false(has_term(&t, absent[i]));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		TC_SCOPED_BUF key = { 0 };
		tc_schema_term(TC_F_TEXT, tc_str0(words[i]), &key);
		assert_true(has_term(&t, tc_buf_cstr(&key)));
	}
	TC_SCOPED_BUF key = { 0 };
	tc_schema_term(TC_F_TITLE, tc_str0("bộ"), &key);
	assert_true(has_term(&t, tc_buf_cstr(&key)));
}

static void every_field_has_its_own_prefix(void **state)
{
	(void)state;
	for (int i = 1; i < TC_FIELD_COUNT; i++) {
		assert_non_null(tc_schema[i].prefix);
		for (int j = 1; j < i; j++)
			assert_string_not_equal(tc_schema[i].prefix,
						tc_schema[j].prefix);
	}
}

/* An archive in a directory of its own. */
struct place {
	char dir[32];
	struct tc_archive archive;
};

static void place_make(struct place *p)
{
	strcpy(p->dir, "/tmp/tracuu-unit-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	assert_int_equal(0, tc_archive_create(&p->archive, p->dir, 0,
					      &error));
}

static void place_remove(struct place *p)
{
	tc_archive_close(&p->archive);
	assert_int_equal(0, tc_directory_remove(p->dir, NULL));
}

static void add_reject(struct tc_rejects *r, const char *source,
		       const char *reason, const char *detail)
{
	const struct tc_rejected what = { .source = tc_str0(source),
					  .file = tc_str0(source),
					  .reason = reason,
					  .detail = tc_str0(detail) };
	tc_rejects_add(r, &what);
}

static void rejects_are_kept_until_seen_again(void **state)
{
	(void)state;
	struct tc_rejects r;
	struct place p;

	place_make(&p);
	assert_int_equal(0, tc_rejects_load(&r, &p.archive, NULL));
	add_reject(&r, "b", "empty", "");
	add_reject(&r, "a", "binary", "x");
	assert_int_equal(0, tc_rejects_store(&r, &p.archive, NULL));
	tc_rejects_release(&r);
	assert_int_equal(0, tc_rejects_load(&r, &p.archive, NULL));
	assert_int_equal(2, r.old_count);
	/* the same again, and another reason */
	add_reject(&r, "b", "empty", "");
	assert_null(r.fresh);
	tc_rejects_forget(&r, TC_STR("a"));
	add_reject(&r, "b", "binary", "");
	assert_int_equal(0, tc_rejects_store(&r, &p.archive, NULL));
	tc_rejects_release(&r);
	assert_int_equal(0, tc_rejects_load(&r, &p.archive, NULL));
	assert_int_equal(1, r.old_count);
	assert_true(tc_rejects_had(&r, TC_STR("b")));
	assert_false(tc_rejects_had(&r, TC_STR("a")));
	tc_rejects_forget(&r, TC_STR("b"));
	add_reject(&r, "b", "binary", "");
	assert_int_equal(0, tc_rejects_store(&r, &p.archive, NULL));
	tc_rejects_release(&r);
	TC_SCOPED_REJECT_LIST list = { 0 };
	assert_int_equal(0, tc_reject_list_load(&list, &p.archive, NULL));
	assert_int_equal(1, list.n);
	assert_str("b", list.v[0].source);
	assert_non_null(strstr(list.v[0].line.p, "binary"));
	place_remove(&p);
}

/* ---- what waits for a commit ---- */

static uint64_t revision_on_disk(const struct place *p)
{
	struct tc_archive a;
	uint64_t revision;

	assert_int_equal(0, tc_archive_open(&a, p->dir, &error));
	assert_int_equal(0, tc_xdb_revision(a.db, &revision, &error));
	tc_archive_close(&a);
	return revision;
}

static void much_that_waits_is_committed(void **state)
{
	(void)state;
	struct tc_xdoc *doc = tc_xdoc_new();
	unsigned puts = 0;
	struct place p;

	place_make(&p);
	assert_int_equal(0, tc_xwriter_add(p.archive.writer, 0, doc, &error));
	assert_int_equal(0, tc_xwriter_commit(p.archive.writer, &error));
	const uint64_t before = revision_on_disk(&p);
	assert_int_equal(0, tc_archive_relieve(&p.archive, &error));
	assert_int_equal(before, revision_on_disk(&p));
	for (; tc_xwriter_waiting(p.archive.writer) == puts; puts++)
		if (tc_xwriter_put(p.archive.writer, 1, doc, &error) != 0 ||
		    tc_archive_relieve(&p.archive, &error) != 0)
			fail_msg("%s", error.message);
	assert_true(puts > 1000 && puts < 10000);
	assert_true(revision_on_disk(&p) > before);
	tc_xdoc_free(doc);
	place_remove(&p);
}

/* ---- stubs and generations ---- */

static int write_stub(const char *dir, const char *text, struct tc_stub *s,
		      struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/" TC_STUB_FILE, dir);
	assert_int_equal(0, tc_file_replace(path.p, tc_str0(text), NULL));
	return tc_stub_read(s, dir, err);
}

static void stub_follows_only_what_is_its_own(void **state)
{
	(void)state;
	static const char *const good[] = {
		"auto gen-0002\n", "# two\nauto gen-0002/shard-01\n"
		"auto gen-0002/shard-02\nremote shard3.example:7010\n",
	};
	static const char *const bad[] = {
		"", "auto /etc\n", "auto ../gen-0001\n", "auto gen-0001/../x\n",
		"auto a/b/c\n", "auto \n", "remote :ssh host prog\n",
		"remote host\n", "remote host:port\n", "inmemory\n",
		"glass gen-0001\n",
	};
	char dir[] = "/tmp/tracuu-unit-XXXXXX";

	assert_non_null(mkdtemp(dir));
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		TC_SCOPED_STUB s = { 0 }, again = { 0 };
		assert_int_equal(0, write_stub(dir, good[i], &s, NULL));
		assert_str("gen-0002", tc_stub_generation(&s));
		assert_int_equal(0, tc_stub_write(&s, dir, NULL));
		assert_int_equal(0, tc_stub_read(&again, dir, NULL));
		assert_true(tc_stub_same(&s, &again));
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		TC_SCOPED_STUB s = { 0 };
		struct tc_error err = { 0 };
		assert_int_equal(-1, write_stub(dir, bad[i], &s, &err));
		assert_int_equal(TC_E_DAMAGED, err.code);
	}
	assert_int_equal(0, tc_directory_remove(dir, NULL));
}

/* Makes the next one live; its number. */
static unsigned next_generation(struct tc_archive *a)
{
	unsigned left;

	assert_int_equal(0, tc_archive_begin(a, 1, &left, NULL));
	assert_int_equal(0, tc_archive_seal(a, &error));
	assert_int_equal(0, tc_archive_finish(a, &error));
	assert_int_equal(0, tc_generation_publish(a->path.p, a->number, NULL));
	return a->number;
}

static void generations_come_and_go_by_number(void **state)
{
	(void)state;
	TC_SCOPED_GENERATIONS g = { 0 };
	struct tc_archive a;
	struct place p;
	unsigned left;

	place_make(&p);
	tc_archive_close(&p.archive);
	assert_int_equal(0, tc_archive_lock(&a, p.dir, 0, NULL));
	for (unsigned i = 2; i <= 4; i++)
		assert_int_equal(i, next_generation(&a));
	tc_generations_list(&g, p.dir);
	assert_int_equal(4, g.n);
	assert_int_equal(4, g.live);
	assert_int_equal(3, tc_generations_before(&g));
	/* the one that was live goes last */
	assert_int_equal(0, tc_generations_prune(p.dir, 2, 1, NULL));
	tc_generations_release(&g);
	tc_generations_list(&g, p.dir);
	assert_int_equal(2, g.n);
	assert_true(tc_generations_have(&g, 2));
	assert_true(tc_generations_have(&g, 4));
	/* half made: never a generation, and found by the next */
	assert_int_equal(0, tc_generation_begin(p.dir, &left, &left, NULL));
	tc_generations_release(&g);
	tc_generations_list(&g, p.dir);
	assert_int_equal(2, g.n);
	assert_int_equal(5, g.building);
	assert_int_equal(0, tc_archive_begin(&a, 1, &left, NULL));
	assert_int_equal(5, left);
	assert_int_equal(5, a.number);
	tc_archive_close(&a);
	tc_generations_release(&g);
	tc_generations_list(&g, p.dir);
	assert_int_equal(0, g.building);
	place_remove(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(record_comes_back_as_written),
		cmocka_unit_test(a_record_beside_its_row_comes_back),
		cmocka_unit_test(furniture_is_what_stands_in_many),
		cmocka_unit_test(lines_are_told_apart_by_their_letters),
		cmocka_unit_test(lines_are_stored_as_marks),
		cmocka_unit_test(record_goes_to_json_and_back),
		cmocka_unit_test(broken_record_is_damage),
		cmocka_unit_test(article_has_the_terms_of_the_schema),
		cmocka_unit_test(every_field_has_its_own_prefix),
		cmocka_unit_test(rejects_are_kept_until_seen_again),
		cmocka_unit_test(much_that_waits_is_committed),
		cmocka_unit_test(stub_follows_only_what_is_its_own),
		cmocka_unit_test(generations_come_and_go_by_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
