/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"

#include "base/file.h"
#include "fact/gazetteer.h"
#include "fact/unit.h"

#include <stdio.h>
#include <unistd.h>

static char warned[4096];

static void remember(void *ctx, const char *message)
{
	size_t n = strlen(warned);

	(void)ctx;
	snprintf(warned + n, sizeof warned - n, "%s\n", message);
}

static int load_shipped(void **state)
{
	char path[1024];
	const char *dir = getenv("TRACUU_DATADIR");
	struct tc_gazetteer *g = tc_gazetteer_new();

	warned[0] = '\0';
	snprintf(path, sizeof path, "%s/gazetteer.tsv",
		 dir ? dir : "src/fact");
	*state = g;
	return tc_gazetteer_load(g, path, remember, NULL, NULL);
}

static int unload(void **state)
{
	tc_gazetteer_free(*state);
	return 0;
}

enum { NAME, KIND, FROM, UNTIL, INTO, CELLS };

/* The next place in our table, its first cells; false at the end. */
static bool next_row(struct tc_str *rest, struct tc_str cell[CELLS])
{
	struct tc_str line;

	while (tc_str_split(rest, '\n', &line)) {
		if (!line.n || *line.p == '#' ||
		    tc_str_starts(line, TC_STR("name\t")))
			continue;
		for (int i = 0; i < CELLS; i++)
			assert_true(tc_str_split(&line, '\t', &cell[i]));
		if (!tc_district_kind(cell[KIND]))
			return true;
	}
	return false;
}

static const struct tc_place *find(void **state, struct tc_str name)
{
	TC_SCOPED_BUF key = { 0 };

	tc_unit_key_add(name, &key);
	const struct tc_place *p = tc_gazetteer_find(*state, tc_buf_str(&key));
	return p ? p : tc_gazetteer_behind(*state, tc_buf_str(&key), "tinh");
}

static void read_table(struct tc_buf *out)
{
	const char *dir = getenv("TRACUU_DATADIR");
	TC_SCOPED_BUF path = { 0 };
	struct tc_error err;

	tc_buf_printf(&path, "%s/gazetteer.tsv", dir ? dir : "src/fact");
	assert_int_equal(0, tc_file_read(path.p, 1 << 20, out, &err));
}

static void every_row_of_ours_loads(void **state)
{
	TC_SCOPED_BUF table = { 0 };
	struct tc_str rest, cell[CELLS];
	int older = 0, old = 0, today = 0, cities = 0;

	read_table(&table);
	rest = tc_buf_str(&table);
	while (next_row(&rest, cell)) {
		bool ended = cell[UNTIL].n > 0;
		old += tc_str_cmp(cell[FROM], TC_STR("2025-07-01")) < 0 &&
		       (!ended || tc_str_cmp(cell[UNTIL],
					     TC_STR("2025-01-01")) > 0);
		older += ended && tc_str_cmp(cell[UNTIL],
					     TC_STR("2009-01-01")) < 0;
		today += !ended;
		cities += !ended && tc_str_is(cell[KIND], "thanh-pho");
		assert_non_null(find(state, cell[NAME]));
	}
	assert_string_equal("", warned);
	assert_int_equal(58, older);
	assert_int_equal(63, old);
	assert_int_equal(34, today);
	assert_int_equal(7, cities);
}

static void merged_into_one_of_today(void **state)
{
	TC_SCOPED_BUF table = { 0 };
	struct tc_str rest, cell[CELLS];

	read_table(&table);
	rest = tc_buf_str(&table);
	while (next_row(&rest, cell)) {
		const struct tc_place *p =
			find(state, cell[INTO].n ? cell[INTO] : cell[NAME]);
		assert_non_null(p);
		/* but for those of old that lie in several */
		assert_true(!p->until.n ||
			    (!cell[INTO].n && tc_str_cmp(cell[UNTIL],
						TC_STR("2004-01-01")) < 0));
	}
}

static void names_in_any_spelling(void **state)
{
	static const struct {
		const char *bare, *name, *kind, *into;
	} rows[] = {
		{ "lang son", "Lạng Sơn", "tinh", "Lạng Sơn" },
		{ "hoa binh", "Hòa Bình", "tinh", "Phú Thọ" },
		{ "dak lak", "Đắk Lắk", "tinh", "Đắk Lắk" },
		{ "dac lac", "Đắk Lắk", "tinh", "Đắk Lắk" },
		{ "daklak", "Đắk Lắk", "tinh", "Đắk Lắk" },
		{ "dak nong", "Đắk Nông", "tinh", "Lâm Đồng" },
		{ "kontum", "Kon Tum", "tinh", "Quảng Ngãi" },
		{ "cong tum", "Kon Tum", "tinh", "Quảng Ngãi" },
		{ "bac can", "Bắc Kạn", "tinh", "Thái Nguyên" },
		{ "ba ria vung tau", "Bà Rịa - Vũng Tàu", "tinh",
		  "Hồ Chí Minh" },
		{ "br vt", "Bà Rịa - Vũng Tàu", "tinh", "Hồ Chí Minh" },
		{ "brvt", "Bà Rịa - Vũng Tàu", "tinh", "Hồ Chí Minh" },
		{ "hcm", "Hồ Chí Minh", "thanh-pho", "Hồ Chí Minh" },
		{ "tphcm", "Hồ Chí Minh", "thanh-pho", "Hồ Chí Minh" },
		{ "thua thien hue", "Thừa Thiên Huế", "tinh", "Huế" },
		{ "tt hue", "Thừa Thiên Huế", "tinh", "Huế" },
		{ "hue", "Huế", "thanh-pho", "Huế" },
		{ "dong nai", "Đồng Nai", "thanh-pho", "Đồng Nai" },
		{ "binh phuoc", "Bình Phước", "tinh", "Đồng Nai" },
		{ "ha tay", "Hà Tây", "tinh", "Hà Nội" },
		{ "ha giang", "Hà Giang", "tinh", "Tuyên Quang" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_place *p =
			tc_gazetteer_find(*state, tc_str0(rows[i].bare));
		assert_non_null(p);
		assert_str(rows[i].name, p->name);
		assert_string_equal(rows[i].kind, p->kind);
		assert_str(rows[i].into, p->into);
	}
	assert_null(tc_gazetteer_find(*state, TC_STR("")));
	assert_null(tc_gazetteer_find(*state, TC_STR("lang")));
	assert_null(tc_gazetteer_find(*state, TC_STR("cao loc")));
}

/* What is asked before a name is looked for may not turn one away. */
static void lengths_by_the_first_word(void **state)
{
	static const struct {
		const char *first;
		unsigned words;
	} rows[] = {
		{ "lang", 2 }, { "dak", 2 }, { "hue", 1 }, { "thua", 3 },
		{ "ba", 4 }, { "tp", 2 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const unsigned lengths =
			tc_gazetteer_lengths(*state, tc_str0(rows[i].first));
		if (!(lengths >> rows[i].words & 1))
			print_error("'%s' has %x\n", rows[i].first, lengths);
		assert_true(lengths >> rows[i].words & 1);
	}
	assert_int_equal(0, tc_gazetteer_lengths(*state, TC_STR("")));
	assert_int_equal(0, tc_gazetteer_lengths(NULL, TC_STR("lang")));
}

/* Likewise. */
static void first_letters_of_cities(void **state)
{
	static const char *const cities[] = {
		"Hà Nội", "Huế", "Hồ Chí Minh", "Đà Nẵng", "đà nẵng",
		"Đồng Nai", "Cần Thơ", "cần thơ", "DA NANG",
	};

	for (size_t i = 0; i < sizeof cities / sizeof *cities; i++)
		assert_true(tc_gazetteer_city_begins(*state, *cities[i]));
	assert_false(tc_gazetteer_city_begins(*state, 'L'));
	assert_false(tc_gazetteer_city_begins(*state, 'v'));
	assert_false(tc_gazetteer_city_begins(NULL, 'H'));
}

static void a_city_and_its_province(void **state)
{
	struct tc_str name = TC_STR("dong nai");
	const struct tc_place *p = tc_gazetteer_find_as(*state, name, "tinh");

	assert_str("2025-07-01", p->from);
	assert_str("2026-04-29", p->until);
	p = tc_gazetteer_find_as(*state, name, "thanh-pho");
	assert_str("2026-04-30", p->from);
	assert_null(tc_gazetteer_find_as(*state, TC_STR("ninh binh"),
					 "thanh-pho"));
}

/* Most of their names are a town's today. */
static void a_former_province_stands_behind_its_word(void **state)
{
	static const struct {
		const char *bare, *name, *into;
	} rows[] = {
		{ "ha dong", "Hà Đông", "Hà Nội" },
		{ "ha nam ninh", "Hà Nam Ninh", "Ninh Bình" },
		{ "nghe tinh", "Nghệ Tĩnh", "Nghệ Tĩnh" },
		{ "gia lai kon tum", "Gia Lai - Kon Tum",
		  "Gia Lai - Kon Tum" },
		{ "quang nam da nang", "Quảng Nam - Đà Nẵng", "Đà Nẵng" },
		{ "can tho", "Cần Thơ", "Cần Thơ" },
		{ "ha tay", "Hà Tây", "Hà Nội" },
		{ "lang son", "Lạng Sơn", "Lạng Sơn" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_place *p = tc_gazetteer_behind(
			*state, tc_str0(rows[i].bare), "tinh");
		assert_non_null(p);
		assert_str(rows[i].name, p->name);
		assert_str(rows[i].into, p->into);
		assert_string_equal("tinh", p->kind);
	}
	assert_null(tc_gazetteer_find(*state, TC_STR("ha dong")));
	assert_null(tc_gazetteer_find_as(*state, TC_STR("ha dong"), "tinh"));
	assert_null(tc_gazetteer_behind(*state, TC_STR("ha dong"),
					"thanh-pho"));
	assert_string_equal("thanh-pho", tc_gazetteer_find(
		*state, TC_STR("can tho"))->kind);
}

static void sites(void **state)
{
	static const struct {
		const char *host, *name;
	} rows[] = {
		{ "langson.gov.vn", "Lạng Sơn" },
		{ "www.langson.gov.vn", "Lạng Sơn" },
		{ "LangSon.gov.vn", "Lạng Sơn" },
		{ "tuyphong.binhthuan.dcs.vn", "Bình Thuận" },
		{ "baobinhdinh.vn", "Bình Định" },
		{ "baobariavungtau.com.vn", "Bà Rịa - Vũng Tàu" },
		{ "baria-vungtau.gov.vn", "Bà Rịa - Vũng Tàu" },
		{ "hochiminhcity.gov.vn", "Hồ Chí Minh" },
		{ "thuathienhue.gov.vn", "Thừa Thiên Huế" },
		{ "tinhuybacgiang.vn", "Bắc Giang" },
		{ "hcmcpv.org.vn", "Hồ Chí Minh" },
		{ "hdndtuyenquang.gov.vn", "Tuyên Quang" },
		{ "dbndhanoi.gov.vn", "Hà Nội" },
		{ "thainguyentv.vn", "Thái Nguyên" },
		{ "nghean24h.vn", "Nghệ An" },
		{ "kiengiangportal.gov.vn", "Kiên Giang" },
		{ "tuyengiaotiengiang.vn", "Tiền Giang" },
		{ "vksdanang.gov.vn", "Đà Nẵng" },
		{ "baoapbac.vn", "Tiền Giang" },
		{ "m.btv.org.vn", "Bình Dương" },
		{ "sohanoi.vn", NULL },
		{ "vtv.vn", NULL },
		{ "tv.vn", NULL },
		{ "kimbang.ninhbinh.gov.vn", "Ninh Bình" },
		{ "nhandan.vn", NULL },
		{ "dangcongsan.vn", NULL },
		{ "", NULL },
		{ ".", NULL },
		{ "..vn", NULL },
		{ "\xFF.langson", NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_place *p =
			tc_gazetteer_site(*state, tc_str0(rows[i].host));
		if (rows[i].name)
			assert_str(rows[i].name, p->name);
		else
			assert_null(p);
	}
}

static void districts_have_sites(void **state)
{
	static const struct {
		const char *host, *name, *kind, *place;
		size_t count;
	} rows[] = {
		{ "duclinh.binhthuan.gov.vn", "Đức Linh", "huyen", "Bình Thuận",
		  1 },
		{ "TPDienBienPhu.DienBien.gov.vn", "Điện Biên Phủ",
		  "thanh-pho-tinh", "Điện Biên", 1 },
		{ "quan1.hochiminhcity.gov.vn", "1", "quan", "Hồ Chí Minh", 1 },
		{ "vinhnguon.chaudoc.angiang.gov.vn", "Châu Đốc",
		  "thanh-pho-tinh", "An Giang", 1 },
		/* a town and the district around it */
		{ "kyanh.hatinh.gov.vn", "Kỳ Anh", NULL, "Hà Tĩnh", 2 },
		/* the only one of that name in the country */
		{ "doluong.gov.vn", "Đô Lương", "huyen", "Nghệ An", 1 },
		{ "halongcity.gov.vn", "Hạ Long", "thanh-pho-tinh", "Quảng Ninh",
		  1 },
		/* its namesake is no city */
		{ "thanhhoacity.gov.vn", "Thanh Hóa", "thanh-pho-tinh",
		  "Thanh Hóa", 1 },
		/* broadcasters and papers */
		{ "hoianrt.vn", "Hội An", "thanh-pho-tinh", "Quảng Nam", 1 },
		{ "www.Vinh24h.vn", "Vinh", "thanh-pho-tinh", "Nghệ An", 1 },
		{ "chauthanhtv.vn", NULL, NULL, NULL, 0 },
		{ "backantv.vn", NULL, NULL, "Bắc Kạn", 0 },
		{ "chauthanh.gov.vn", NULL, NULL, NULL, 0 },
		{ "doluong.com", NULL, NULL, NULL, 0 },
		{ "duclinh.langson.gov.vn", NULL, NULL, "Lạng Sơn", 0 },
		/* the province's own, and its city's */
		{ "hagiang.gov.vn", NULL, NULL, "Hà Giang", 0 },
		{ "tphagiang.hagiang.gov.vn", "Hà Giang", "thanh-pho-tinh",
		  "Hà Giang", 1 },
		{ "", NULL, NULL, NULL, 0 },
		{ "..gov.vn", NULL, NULL, NULL, 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_str host = tc_str0(rows[i].host);
		const struct tc_place *p = tc_gazetteer_site(*state, host);
		const struct tc_seat seat =
			tc_gazetteer_seat(*state, host, &p);
		assert_int_equal(rows[i].count, seat.n);
		if (rows[i].name)
			assert_str(rows[i].name, seat.v->name);
		if (rows[i].kind)
			assert_string_equal(rows[i].kind, seat.v->kind);
		if (rows[i].place)
			assert_str(rows[i].place, p->name);
		else
			assert_null(p);
	}
}

static void committees_have_places_on_a_shared_host(void **state)
{
	static const struct {
		const char *url, *name;
	} rows[] = {
		{ "https://dangcongsan.vn/tinhuylaichau/tin.aspx", "Lai Châu" },
		{ "https://dangcongsan.vn/ThanhUyHaNoi/tin.aspx", "Hà Nội" },
		{ "https://dangcongsan.vn/langson/tin.html", NULL },
		{ "https://dangcongsan.vn/tinhuy/tin.html", NULL },
		{ "https://dangcongsan.vn/", NULL },
		{ "https://dangcongsan.vn", NULL },
		{ "tinhuylaichau", NULL },
		{ "https://a.vn/tinhuy\xFF/", NULL },
		{ "", NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct tc_place *p =
			tc_gazetteer_path(*state, tc_str0(rows[i].url));
		if (rows[i].name)
			assert_str(rows[i].name, p->name);
		else
			assert_null(p);
	}
}

static void write_temporary(char path[64], const char *text)
{
	snprintf(path, 64, "gazetteer-test-%ld.tsv", (long)getpid());
	assert_int_equal(0, tc_file_replace(path, tc_str0(text), NULL));
}

static void bad_rows_are_named_and_the_rest_loads(void **state)
{
	char path[64];
	struct tc_gazetteer *g = *state;
	struct tc_str before = tc_gazetteer_version(g);
	TC_SCOPED_ARENA arena = { 0 };

	before = tc_arena_str(&arena, before);
	write_temporary(path,
			"# ours\nkind\tname\tdomain\tfrom\tinto\n"
			"tinh\tSông Bé\tsongbe\t\tHồ Chí Minh\n"
			"county\tKent\t\t\t\n"
			"tinh\t\t\t\t\n"
			"tinh\tX\t\t1/7/2025\t\n"
			"tinh\t\xC3\x28\t\t\t\n"
			"tinh\tHà Tây\thatay\t\tHà Nội\r\n");
	warned[0] = '\0';
	assert_int_equal(0, tc_gazetteer_load(g, path, remember, NULL, NULL));
	remove(path);
	assert_non_null(strstr(warned, ":4: column 'kind': 'county' is not "));
	assert_non_null(strstr(warned, ":5: column 'name': '' is not "));
	assert_non_null(strstr(warned, ":6: column 'from': '1/7/2025' is not "));
	assert_non_null(strstr(warned, ":7: not UTF-8 text; row left out"));
	assert_str("Sông Bé", tc_gazetteer_find(g, TC_STR("song be"))->name);
	assert_str("Hà Nội",
		   tc_gazetteer_site(g, TC_STR("hatay.gov.vn"))->into);
	assert_false(tc_str_eq(before, tc_gazetteer_version(g)));
}

#define COLUMNS "name\tkind\tfrom\tuntil\tinto\tconfirmed\n"

static void bad_cells_are_named_by_column(void **state)
{
	static const char *const rows[][2] = {
		{ "Sông A\ttinh\t2020-13-01\t\t\t",
		  ":2: column 'from': '2020-13-01' is not a day such as "
		  "2025-07-01, from 1800 to 2100; row left out" },
		{ "Sông A\ttinh\t\t2020-02\t\t",
		  ":2: column 'until': '2020-02' is not a day" },
		{ "Sông A\ttinh\t0003-01-01\t\t\t",
		  ":2: column 'from': '0003-01-01' is not a day" },
		{ "Sông A\ttinh\t2020-01-02\t2020-01-01\t\t",
		  ":2: column 'until': '2020-01-01' is not the day in 'from' "
		  "or a later one; row left out" },
		{ "Sông A\ttinh\t\t\t\tperhaps",
		  ":2: column 'confirmed': 'perhaps' is not yes, no or nothing; "
		  "row left out" },
		{ "Sông A\ttinh\t\t\t\t\tmore",
		  ":2: 7 cells, and not one for each of the 6 columns; "
		  "row left out" },
		{ "Sông A\ttinh\t\t\t",
		  ":2: 5 cells, and not one for each of the 6 columns; "
		  "row left out" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char path[64];
		TC_SCOPED_BUF text = { 0 };
		tc_buf_printf(&text, COLUMNS "%s\nSông B\ttinh\t\t\t\t\n",
			      rows[i][0]);
		write_temporary(path, tc_buf_cstr(&text));
		warned[0] = '\0';
		assert_int_equal(0, tc_gazetteer_load(*state, path, remember,
						      NULL, NULL));
		remove(path);
		if (!strstr(warned, rows[i][1]))
			fail_msg("%s\n  expected %s\n  got %s", rows[i][0],
				 rows[i][1], warned);
		assert_null(tc_gazetteer_find(*state, TC_STR("song a")));
		assert_non_null(tc_gazetteer_find(*state, TC_STR("song b")));
	}
}

static void part_of_an_unknown_place_is_left_out(void **state)
{
	char path[64];

	write_temporary(path, COLUMNS
			"Sông A\ttinh\t\t2025-06-30\tSông C\t\n"
			"Sông B\ttinh\t\t2025-06-30\tSông D\t\n"
			"Sông C\ttinh\t\t\t\t\n");
	warned[0] = '\0';
	assert_int_equal(0, tc_gazetteer_load(*state, path, remember, NULL,
					      NULL));
	remove(path);
	assert_non_null(strstr(warned, ":3: column 'into': 'Sông D' is not a "
			       "name in any row; cell left out\n"));
	assert_null(strstr(warned, ":2: "));
	assert_str("Sông C",
		   tc_gazetteer_find(*state, TC_STR("song a"))->into);
	assert_str("Sông B",
		   tc_gazetteer_find(*state, TC_STR("song b"))->into);
}

static void district_is_of_a_known_province(void **state)
{
	const struct tc_place *site;
	char path[64];

	write_temporary(path, COLUMNS
			"Đức Linh\thuyen\t\t\tBình Thuận\t\n"
			"Đồi Mây\thuyen\t\t\tThanh Hoá\t\n"
			"Đồi Gió\thuyen\t\t\tThanh Hải\t\n");
	warned[0] = '\0';
	assert_int_equal(0, tc_gazetteer_load(*state, path, remember, NULL,
					      NULL));
	remove(path);
	assert_null(strstr(warned, ":3: "));
	assert_non_null(strstr(warned, ":4: column 'into': 'Thanh Hải' is not "
			       "a name in any row; cell left out\n"));
	site = tc_gazetteer_find(*state, TC_STR("binh thuan"));
	assert_int_equal(1, tc_gazetteer_seat(*state,
		TC_STR("duclinh.binhthuan.gov.vn"), &site).n);
	site = tc_gazetteer_find(*state, TC_STR("thanh hoa"));
	assert_int_equal(1, tc_gazetteer_seat(*state,
		TC_STR("doimay.thanhhoa.gov.vn"), &site).n);
	assert_int_equal(0, tc_gazetteer_seat(*state,
		TC_STR("doigio.thanhhoa.gov.vn"), &site).n);
}

static void former_provinces_of_theirs(void **state)
{
	const struct tc_place *p;
	char path[64];

	write_temporary(path, "name\tkind\tuntil\tinto\tdomain\n"
			"Đồi Mây\thuyen\t\tSông A\t\n"
			"Sông A\ttinh\t1976-02-24\tSông B\tsonga\n"
			"Sông B\ttinh\t1991-12-26\tCao Bằng\t\n"
			"Sông C\ttinh\t2004-01-01\tCao Bằng\t\n");
	warned[0] = '\0';
	assert_int_equal(0, tc_gazetteer_load(*state, path, remember, NULL,
					      NULL));
	remove(path);
	assert_string_equal("", warned);
	assert_null(tc_gazetteer_find(*state, TC_STR("song a")));
	p = tc_gazetteer_behind(*state, TC_STR("song a"), "tinh");
	assert_str("Sông B", tc_gazetteer_into(*state, p)->name);
	assert_non_null(tc_gazetteer_find(*state, TC_STR("song c")));
	/* a host may keep its name */
	assert_str("Sông A", tc_gazetteer_site(*state,
					       TC_STR("songa.gov.vn"))->name);
}

static void long_name_is_left_out(void **state)
{
	char path[64];
	TC_SCOPED_BUF text = { 0 };

	tc_buf_puts(&text, "name\tkind\n");
	for (int i = 0; i < 100000; i++)
		tc_buf_puts(&text, "Sông Dài ");
	tc_buf_puts(&text, "\ttinh\nSông B\ttinh\n");
	write_temporary(path, tc_buf_cstr(&text));
	warned[0] = '\0';
	assert_int_equal(0, tc_gazetteer_load(*state, path, remember, NULL,
					      NULL));
	remove(path);
	assert_non_null(strstr(warned, ":2: a line of more than 4096 bytes; "
			       "row left out\n"));
	assert_non_null(tc_gazetteer_find(*state, TC_STR("song b")));
}

static void a_row_of_theirs_replaces_ours(void **state)
{
	char path[64];

	write_temporary(path, "name\tkind\tinto\n"
			      "Cao Bằng\ttinh\tLạng Sơn\n");
	assert_int_equal(0, tc_gazetteer_load(*state, path, remember, NULL,
					      NULL));
	remove(path);
	assert_str("Lạng Sơn",
		   tc_gazetteer_find(*state, TC_STR("cao bang"))->into);
}

static void no_file_and_no_columns_are_errors(void **state)
{
	char path[64];
	struct tc_error err;

	assert_int_equal(-1, tc_gazetteer_load(*state, "no-such-file.tsv",
					       NULL, NULL, &err));
	assert_non_null(strstr(err.message, "no-such-file.tsv"));
	write_temporary(path, "Hà Nội\tthanh-pho\n");
	assert_int_equal(-1,
			 tc_gazetteer_load(*state, path, NULL, NULL, &err));
	assert_non_null(strstr(err.message, ":1: "));
	write_temporary(path, "# only remarks\n");
	assert_int_equal(-1,
			 tc_gazetteer_load(*state, path, NULL, NULL, &err));
	remove(path);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, load_shipped, unload)
	const struct CMUnitTest tests[] = {
		TEST(every_row_of_ours_loads),
		TEST(merged_into_one_of_today),
		TEST(names_in_any_spelling),
		TEST(lengths_by_the_first_word),
		TEST(first_letters_of_cities),
		TEST(a_city_and_its_province),
		TEST(a_former_province_stands_behind_its_word),
		TEST(sites),
		TEST(districts_have_sites),
		TEST(committees_have_places_on_a_shared_host),
		TEST(bad_rows_are_named_and_the_rest_loads),
		TEST(bad_cells_are_named_by_column),
		TEST(part_of_an_unknown_place_is_left_out),
		TEST(district_is_of_a_known_province),
		TEST(former_provinces_of_theirs),
		TEST(long_name_is_left_out),
		TEST(a_row_of_theirs_replaces_ours),
		TEST(no_file_and_no_columns_are_errors),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
