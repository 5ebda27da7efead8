/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"

#include "fact/unit-clause.h"
#include "fact/unit.h"

#define PLACE_TOKENS_MAX 4 /* a commune's name; more is a person */

/* "NK", short for "nhiệm kỳ". */
static bool is_acronym(const struct tc_unit_namer *n, size_t i)
{
	const uint32_t both = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE;

	return i < n->limit && tc_namer_token(n, i)->len > 1 &&
	       (tc_namer_token(n, i)->flags & both) == TC_TOKEN_CAPS;
}

bool tc_namer_stops(const struct tc_unit_namer *n, size_t i)
{
	size_t after;

	/* a query passes over no word; "thuộc" parts its names */
	if (n->query)
		return tc_unit_word_at(n->scan, i, TC_UNIT_LINK, n->bare,
				       &after) != NULL;
	if (tc_namer_case_tells(n) && tc_namer_upper(n, i) && !is_acronym(n, i))
		return false;
	/* past the limit as well: half of "to chuc" is no name either */
	return tc_unit_word_at(n->scan, i, TC_UNIT_STOP | TC_UNIT_LINK, n->bare,
			       &after) != NULL;
}

/* Verbs and the like that are syllables of places' names as well: "TÂN LẬP",
 * "BÌNH QUÝ"; but not where two make a verb ("LẬP KẾ HOẠCH" does not). */
static bool names_place(const struct tc_unit_namer *n, size_t i)
{
	static const char *const syllables[] = {
		"lập", "quý", "thành", "nhân", "thu", "tự", "tuyên", "toàn",
		"giao", "hiến", "mở", "sáng", "thắng", "thứ",
	};
	static const char *const weak[] = { "chi", "cách", "tuy" };
	static const char *const pairs[] = {
		"chế là", "có giáp", "cấp dẫn", "cấp tiến", "cần giuộc",
		"cần giờ", "cần kiệm", "cần thơ", "cần đăng", "cần đước",
		"hợp nhất", "năm căn", "về nai", "đến kênh",
	};
	size_t after;

	if (!n->caps || !tc_unit_word_at(n->scan, i, TC_UNIT_STOP, n->bare,
					 &after))
		return false;
	if (TC_UNIT_ANY_AT(n->scan, i, pairs))
		return true;
	if (after > i + 1)
		return false;
	/* "XÃ CHI LĂNG", but not "XÃ CHI 2 TỶ" */
	if (TC_AMONG(tc_namer_token(n, i)->exact, weak))
		return tc_namer_joined(n, i + 1) && !tc_namer_digit(n, i + 1) &&
		       !tc_namer_stops(n, i + 1);
	return TC_AMONG(tc_namer_token(n, i)->exact, syllables);
}

/* "V/v", which says what a paper is about. */
static bool regards(const struct tc_unit_namer *n, size_t i)
{
	return TC_UNLIKELY(tc_namer_token(n, i)->len == 1) &&
	       tc_namer_joined(n, i + 1) &&
	       tc_str_is(tc_namer_token(n, i)->exact, "v") &&
	       tc_str_is(tc_namer_token(n, i + 1)->exact, "v");
}

bool tc_namer_degree(const struct tc_unit_namer *n, size_t i)
{
	static const char *const degrees[] = {
		"gs", "pgs", "ts", "tskh", "ths", "bs", "bscki", "bsckii",
	};

	return TC_AMONG(tc_namer_token(n, i)->exact, degrees);
}

/* Token i may be a syllable of a proper name. */
bool tc_namer_nameable(const struct tc_unit_namer *n, size_t i)
{
	if (i >= n->limit || regards(n, i) ||
	    (tc_namer_digit(n, i) && !tc_namer_upper(n, i)))
		return false;
	return tc_namer_case_tells(n) ? tc_namer_upper(n, i) &&
						!tc_namer_degree(n, i)
				      : !tc_namer_stops(n, i) ||
						names_place(n, i);
}

/* A word that begins another part: no syllable of a place's name, but for an
 * area word with its capital at the end of one ("kênh Ba Xã"). */
static bool begins_part(const struct tc_unit_namer *n, size_t i)
{
	const unsigned int mask = TC_UNIT_AREA | TC_UNIT_CITY | TC_UNIT_CELL |
				  TC_UNIT_PARTY | TC_UNIT_LEVEL |
				  TC_UNIT_STATE | TC_UNIT_ORGAN | TC_UNIT_FIXED;
	size_t after;
	const struct tc_unit_word *w = tc_namer_word(n, i, mask, &after);

	if (!w)
		return false;
	bool last = !tc_namer_joined(n, after) ||
		    (!tc_namer_upper(n, after) && !tc_namer_digit(n, after));
	return !(w->cls == TC_UNIT_AREA && after == i + 1 && last &&
		 tc_namer_case_tells(n) && tc_namer_upper(n, i));
}

/* "Xã Hương Xuân Thành lập": in a headline, the verb with a capital; but not
 * "Phường Bồ Đề ra mắt". */
static bool begins_verb(const struct tc_unit_namer *n, size_t i)
{
	size_t after, end;

	return tc_namer_case_tells(n) && tc_namer_joined(n, i + 1) &&
	       tc_namer_word(n, i, TC_UNIT_STOP, &after) && after > i + 1 &&
	       /* "Trao Huy hiệu Đảng" */
	       (!tc_namer_upper(n, i + 1) || after > i + 3) &&
	       !(tc_namer_word(n, i + 1, TC_UNIT_STOP, &end) && end > after);
}

/* "Thị xã Cửa Lò Khóa V": its term, with a capital. */
static bool begins_term(const struct tc_unit_namer *n, size_t i)
{
	const struct tc_token *t = tc_namer_token(n, i);

	if (TC_LIKELY(*t->exact.p != 'k') || !tc_str_is(t->exact, "khóa") ||
	    !tc_namer_joined(n, i + 1))
		return false;
	t = tc_namer_token(n, i + 1);
	for (size_t k = 0; k < t->exact.n; k++)
		if (!memchr("ivx", t->exact.p[k], 3))
			return tc_namer_digit(n, i + 1);
	return true;
}

size_t tc_namer_proper_run(const struct tc_unit_namer *n, size_t i, size_t max)
{
	size_t k = 1;

	if (!tc_namer_nameable(n, i))
		return 0;
	while (k < max && tc_namer_joined(n, i + k) && !begins_part(n, i + k)) {
		bool inside = tc_scan_gap(n->scan, i + k) == TC_GAP_TIGHT;
		if (!inside && !tc_namer_nameable(n, i + k))
			break; /* R'lap: lower case behind the mark */
		if (begins_verb(n, i + k) || begins_term(n, i + k))
			break;
		k++;
	}
	return k;
}

size_t tc_namer_office_at(const struct tc_unit_namer *n)
{
	const size_t i = n->head;
	size_t after;

	if (TC_LIKELY(!tc_unit_office_near(n->scan, i)))
		return i;
	for (size_t back = 1; back <= TC_UNIT_OFFICE_TOKENS && back <= i; back++)
		if (n->scan->marks[i - back].begins & TC_BEGINS_OFFICE &&
		    tc_unit_word_at(n->scan, i - back, TC_UNIT_OFFICE, false,
				    &after) &&
		    /* "Trưởng phòng", "Chánh Văn phòng" */
		    after >= i && after <= i + 2)
			return i - back;
	return i;
}

bool tc_namer_office(const struct tc_unit_namer *n)
{
	return tc_namer_office_at(n) < n->head;
}

/* Without its word a name means what bore it on the article's day: Đồng Nai
 * became a city in 2026, Cần Thơ in 2004. */
static const struct tc_place *of_the_day(const struct tc_unit_namer *n,
					 struct tc_str name)
{
	const struct tc_place *const p = tc_gazetteer_find(n->gazetteer, name);
	const struct tc_str day = n->scan->day;

	if (TC_LIKELY(!p || !p->from.n || !day.n ||
		      tc_str_cmp(p->from, day) <= 0) ||
	    !tc_gazetteer_behind(n->gazetteer, name, "tinh") ||
	    !tc_gazetteer_find_as(n->gazetteer, name, "thanh-pho"))
		return p;
	return tc_gazetteer_on(n->gazetteer, p, day);
}

/* The longest province name at i; the number of its tokens. */
size_t tc_namer_province_at(const struct tc_unit_namer *n, size_t i,
			    const char *kind, const struct tc_place **place)
{
	char key[PLACE_TOKENS_MAX * (TC_TOKEN_MAX + 1)];
	size_t best = 0, length = 0;

	if (i >= n->limit || !(n->query || tc_namer_upper(n, i)))
		return 0;
	const unsigned lengths = tc_gazetteer_lengths(n->gazetteer,
						      tc_namer_token(n, i)->bare);
	for (size_t k = 0; k < PLACE_TOKENS_MAX && i + k < n->limit &&
	     lengths >> (k + 1); k++) {
		const struct tc_str word = tc_namer_token(n, i + k)->bare;
		enum tc_gap gap = tc_scan_gap(n->scan, i + k);
		if (k && gap != TC_GAP_BLANK && gap != TC_GAP_TIGHT &&
		    gap != TC_GAP_DASH)
			break;
		if (k)
			key[length++] = ' ';
		memcpy(key + length, word.p, word.n);
		length += word.n;
		if (!(lengths >> (k + 1) & 1))
			continue;
		const struct tc_str name = tc_str(key, length);
		const struct tc_place *p =
			kind ? tc_gazetteer_find_as(n->gazetteer, name, kind)
			     : of_the_day(n, name);
		if (p) {
			best = k + 1;
			*place = p;
		}
	}
	return best;
}

bool tc_namer_inside_province(const struct tc_unit_namer *n, size_t k)
{
	const struct tc_place *province;

	if (k < 2 || k >= n->limit || tc_scan_gap(n->scan, k) != TC_GAP_DASH)
		return false;
	const size_t run = tc_namer_province_at(n, k - 2, NULL, &province);
	/* "Chi nhánh Gia Lai - Kon Tum" */
	return run > 2 || (run == 2 && !n->query &&
			   tc_namer_province_at(n, k, NULL, &province));
}

struct tc_str tc_namer_run_text(struct tc_unit_namer *n, size_t i, size_t end)
{
	struct tc_unit_parts run = { .n = n };

	tc_part_begin(&run);
	tc_unit_spell_run(n, i, end, &run.text);
	const struct tc_str text = tc_arena_str(n->scan->arena,
						tc_buf_str(&run.text));
	tc_part_end(&run);
	return text;
}

/* "Tổ chức" behind "phường": a verb with its capital; but "TP Vinh dự" is the
 * city. */
static bool verb_begins(const struct tc_unit_namer *n, size_t i)
{
	static const char *const cities[] = { "phố", "tp" };
	size_t after;

	if (i && tc_str_is(tc_namer_token(n, i)->exact, "vinh") &&
	    TC_AMONG(tc_namer_token(n, i - 1)->exact, cities))
		return false;
	return tc_namer_word(n, i, TC_UNIT_STOP, &after) && after == i + 2;
}

/* "Thượng tá" behind "Công an huyện": a rank, whose first syllable seems to
 * end the run before token i. */
static bool ends_in_rank(const struct tc_unit_namer *n, size_t i)
{
	static const char *const ranks[] = { "tá", "tướng", "úy" };

	return tc_namer_joined(n, i) && !tc_namer_upper(n, i) &&
	       TC_AMONG(tc_namer_token(n, i)->exact, ranks);
}

struct tc_str tc_unit_place_read(struct tc_unit_namer *n, size_t *i)
{
	size_t run, at = *i;

	run = tc_namer_proper_run(n, at, 8);
	if (run == 1 && tc_namer_case_tells(n) && verb_begins(n, at))
		return tc_str(NULL, 0);
	run = tc_namer_person_at(n, at, run);
	if (run > PLACE_TOKENS_MAX)
		run = PLACE_TOKENS_MAX;
	if (run && ends_in_rank(n, at + run))
		run--;
	*i = at + run;
	return run ? tc_namer_run_text(n, at, at + run) : tc_str(NULL, 0);
}

/* "Bí thư Đảng ủy xã Phước Dinh Nam Chamalé Hương": behind an office, the
 * tokens of the name that the text gave before; 0 when it is another. */
static size_t known_run(struct tc_unit_namer *n, enum tc_area_word word,
			size_t i)
{
	if (!n->context || !n->context->last[word].n || !tc_namer_office(n))
		return 0;
	size_t run = tc_namer_proper_run(n, i, 8);
	for (size_t k = 1; k <= run && k <= PLACE_TOKENS_MAX; k++)
		if (k + 1 != run &&	/* of a person there are two at least */
		    tc_str_eq(tc_namer_run_text(n, i, i + k),
			      n->context->last[word]))
			return k;
	return 0;
}

/* "Chủ tịch UBND thành phố Đồng Văn Thanh": of the cities but one has its
 * name more than two syllables, and none three with a family name first. */
static bool names_mayor(const struct tc_unit_namer *n, size_t i)
{
	size_t run = tc_namer_proper_run(n, i, 8);

	if (run && ends_in_rank(n, i + run))
		run--;	/* "thành phố Cam Ranh Trung tá" */
	return run >= 3 && run <= 4 && tc_namer_case_tells(n) &&
	       !tc_str_is(tc_namer_token(n, i)->exact, "buôn") &&
	       /* "thành phố Vinh Nguyễn Văn A", "Cẩm Phả Phạm Hùng" */
	       !(run == 4 && tc_namer_person_at(n, i, run) % run) &&
	       !(run == 3 && tc_namer_person_at(n, i, run) == 1) &&
	       (tc_namer_office(n) ||
		(run == 3 && tc_scan_surname(n->scan, i)));
}

/* "quận 6 tháng đầu năm": how many months, not which district; but a date
 * behind it, "phường 3 ngày 12/8", counts nothing. */
static bool counts_things(const struct tc_unit_namer *n, size_t i)
{
	size_t after, end;

	return !n->query && tc_namer_joined(n, i + 1) &&
	       tc_namer_word(n, i + 1, TC_UNIT_COUNTED, &after) &&
	       !(tc_namer_joined(n, after) && tc_namer_digit(n, after)) &&
	       /* "quận 8 lần thứ hai" */
	       !(tc_namer_word(n, i + 1, TC_UNIT_STOP, &end) && end > after);
}

/* "Phan Rang - Tháp Chàm", "Văn Miếu - Quốc Tử Giám": one place. */
static size_t past_twin(const struct tc_unit_namer *n, size_t i)
{
	static const char *const twins[][2] = {
		{ "rang", "tháp chàm" }, { "miếu", "quốc tử giám" },
	};

	if (i >= n->limit || tc_scan_gap(n->scan, i) != TC_GAP_DASH)
		return i;
	for (size_t k = 0; k < sizeof twins / sizeof *twins; k++)
		if (tc_str_is(tc_namer_token(n, i - 1)->exact, twins[k][0]) &&
		    tc_unit_words_at(n->scan, i, twins[k][1]))
			return tc_unit_words_past(n->scan, i, twins[k][1]);
	return i;
}

bool tc_namer_half_in_lower(const struct tc_unit_namer *n, size_t i)
{
	static const char *const others[] = {
		"anh", "bà", "chị", "cũ", "hai", "kia", "một", "mới", "nay",
		"này", "ta", "xưa", "ông", "đó", "ấy",
	};
	const size_t next = i + 1;
	size_t after;

	return tc_namer_joined(n, next) && !tc_namer_upper(n, next) &&
	       tc_namer_case_tells(n) && tc_namer_upper(n, i) &&
	       tc_namer_token(n, i)->flags & TC_TOKEN_SYLLABLE &&
	       tc_namer_token(n, next)->flags & TC_TOKEN_SYLLABLE &&
	       !tc_namer_digit(n, next) && !tc_namer_stops(n, next) &&
	       !TC_AMONG(tc_namer_token(n, next)->exact, others) &&
	       !tc_namer_word(n, i, TC_UNIT_OFFICE | TC_UNIT_STOP, &after) &&
	       (!tc_namer_joined(n, i + 2) || tc_namer_stops(n, i + 2));
}

/* A place's name, of a commune with its number: "xã Tam Mỹ 1". */
static struct tc_str read_place(struct tc_unit_namer *n, enum tc_area_word word,
				size_t *i)
{
	const size_t first = *i;
	size_t after;

	/* "xã Ủy viên", "thành phố Ủy ban Kiểm tra" */
	if (tc_namer_word(n, first, TC_UNIT_OFFICE | TC_UNIT_ORGAN, &after) &&
	    after > first + 1)
		return tc_str(NULL, 0);
	if ((word == TC_AREA_XA || word == TC_AREA_HUYEN) &&
	    TC_UNLIKELY(tc_namer_half_in_lower(n, first))) {
		*i = first + 2;
		return tc_namer_run_text(n, first, *i);
	}
	const struct tc_str name = tc_unit_place_read(n, i);

	if (name.n && past_twin(n, *i) != *i) {
		*i = past_twin(n, *i);
		return tc_namer_run_text(n, first, *i);
	}
	if (!name.n || word < TC_AREA_XA || !tc_namer_numbers(n, *i) ||
	    tc_scan_gap(n->scan, *i + 1) == TC_GAP_TIGHT ||
	    (tc_namer_joined(n, *i + 1) && /* "xã Tam Mỹ 8 chi bộ" */
	     tc_namer_word(n, *i + 1, TC_UNIT_CELL | TC_UNIT_PARTY, &after)))
		return name;
	return tc_namer_run_text(n, first, ++*i);
}

/* "Tỉnh ủy Hà Nam Ninh": a province of former times whose name goes beyond the
 * `run` of one that is, or stands for none. */
static size_t former_province(const struct tc_unit_namer *n, size_t i,
			      size_t run, const struct tc_place **place)
{
	const struct tc_place *old = NULL;
	size_t former = 0;

	if (i < n->limit &&
	    tc_gazetteer_lengths(n->gazetteer, tc_namer_token(n, i)->bare) >>
			    (run + 1))
		former = tc_namer_province_at(n, i, TC_PLACE_FORMER, &old);
	if (former <= run)
		return run;
	*place = old;
	return former;
}

/* "xã Tân lập": the tokens of the name that the text gave before as Tân Lập; 0
 * when it is another. */
static size_t known_in_lower(const struct tc_unit_namer *n,
			     enum tc_area_word word, size_t i)
{
	if (TC_LIKELY(!tc_namer_upper(n, i) || !tc_namer_joined(n, i + 1) ||
		      tc_namer_upper(n, i + 1)) ||
	    !n->context || !n->context->last[word].n ||
	    !tc_namer_case_tells(n))
		return 0;
	TC_SCOPED_BUF key = { 0 };
	tc_unit_key_add(n->context->last[word], &key);
	struct tc_str rest = tc_buf_str(&key), syllable;
	size_t k = i;
	while (k < n->limit && tc_str_split(&rest, ' ', &syllable) &&
	       tc_str_eq(tc_namer_token(n, k)->bare, syllable)) {
		k++;
		if (!rest.n)
			return k > i + 1 ? k - i : 0;
	}
	return 0;
}

/* "CHỢ MỚI", "TỪ SƠN" in capitals, where they are verbs and the like as well;
 * "Thủ Dầu Một" behind an office, where it could be a person: the tokens of a
 * district's name as the gazetteer has it; 0 when it is another. */
static size_t district_run(const struct tc_unit_namer *n,
			   enum tc_area_word word, size_t i)
{
	char stem[PLACE_TOKENS_MAX * TC_TOKEN_MAX];
	size_t length = 0, best = 0;

	if (word < TC_AREA_THANH_PHO || word > TC_AREA_THI_XA || n->query ||
	    !(n->caps || tc_namer_office(n)))
		return 0;
	for (size_t k = 0; k < PLACE_TOKENS_MAX && tc_namer_upper(n, i + k) &&
			   (!k || tc_namer_joined(n, i + k)); k++) {
		const struct tc_str bare = tc_namer_token(n, i + k)->bare;
		memcpy(stem + length, bare.p, bare.n);
		length += bare.n;
		if (k && tc_gazetteer_has_district(n->gazetteer,
						   tc_str(stem, length)))
			best = k + 1;
	}
	return best;
}

/* A name for the area word: a province by the gazetteer, a number ("phuong
 * 5"), or a place. */
struct tc_str tc_namer_area_name(struct tc_unit_namer *n,
				 enum tc_area_word word, size_t *i)
{
	const struct tc_place *p = NULL;
	const char *kind = word == TC_AREA_TINH	       ? "tinh"
			   : word == TC_AREA_THANH_PHO ? "thanh-pho"
						       : NULL;
	size_t run = kind ? tc_namer_province_at(n, *i, kind, &p) : 0;

	if (word == TC_AREA_TINH)
		run = former_province(n, *i, run, &p);
	if (run) {
		*i += run;
		return tc_arena_str(n->scan->arena, p->name);
	}
	if (word == TC_AREA_TINH && n->gazetteer && !n->query)
		return tc_str(NULL, 0);
	if (tc_namer_digit(n, *i) && tc_namer_token(n, *i)->len <= 2 &&
	    (word == TC_AREA_QUAN || word == TC_AREA_PHUONG) &&
	    !counts_things(n, *i)) {
		(*i)++;
		return tc_namer_run_text(n, *i - 1, *i);
	}
	run = district_run(n, word, *i);
	if (run) {
		*i += run;
		return tc_namer_run_text(n, *i - run, *i);
	}
	run = known_run(n, word, *i);
	if (!run)
		run = known_in_lower(n, word, *i);
	*i += run;
	if (run)
		return n->context->last[word];
	/* several communes do, but mostly one named before has the person */
	if ((word == TC_AREA_THANH_PHO && names_mayor(n, *i)) ||
	    ((word < TC_AREA_XA || (n->context && n->context->last[word].n)) &&
	     tc_namer_names_head(n, *i)))
		return tc_str(NULL, 0);
	return read_place(n, word, i);
}
