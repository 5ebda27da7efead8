/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-part.h"

#include "fact/unit-clause.h"

#define LOWER_RUN_MAX 3 /* "dang ky dat dai": after the first word */

void tc_part_begin(struct tc_unit_parts *p)
{
	struct tc_unit_namer *n = p->n;

	if (n->spares)
		p->text = n->spare[--n->spares];
}

void tc_part_end(struct tc_unit_parts *p)
{
	struct tc_unit_namer *n = p->n;

	if (n->spares == TC_UNIT_SPARES) {
		tc_buf_release(&p->text);
		return;
	}
	tc_buf_clear(&p->text);
	/* by its members: read as a whole, what was just written of them one
	 * by one would be waited for */
	struct tc_buf *const spare = &n->spare[n->spares++];
	spare->p = p->text.p;
	spare->cap = p->text.cap;
	spare->n = 0;
}

void tc_part_add(struct tc_unit_parts *p, struct tc_str text)
{
	struct tc_buf *const b = &p->text;

	if (TC_UNLIKELY(b->cap - b->n <= text.n + 1))
		tc_buf_reserve(b, text.n + 1);
	char *const to = b->p + b->n;
	const size_t blank = b->n > 0;
	*to = ' ';	/* of the first part it is written over */
	memcpy(to + blank, text.p, text.n);
	b->n += blank + text.n;
	b->p[b->n] = '\0';
}

void tc_part_add_area(struct tc_unit_parts *p, const struct tc_area *area)
{
	tc_part_add(p, tc_area_print(area->word));
	if (area->name.n)
		tc_part_add(p, area->name);
}

void tc_part_run(struct tc_unit_parts *p, size_t end)
{
	if (p->text.n)
		tc_buf_addc(&p->text, ' ');
	tc_unit_spell_run(p->n, p->at, end, &p->text);
	p->at = end;
}

bool tc_namer_roman(const struct tc_unit_namer *n, size_t i)
{
	const struct tc_token *t = tc_namer_token(n, i);

	if (!(t->flags & TC_TOKEN_UPPER) || t->exact.n > 4 ||
	    (t->exact.n > 1 && !(t->flags & TC_TOKEN_CAPS)))
		return false;	/* "Bí thư Chi bộ Vi Văn A" */
	for (size_t k = 0; k < t->exact.n; k++)
		if (!strchr("ivx", t->exact.p[k]))
			return false;
	return true;
}

/* "Bí thư chi bộ 8X": one born in the eighties. */
static bool is_generation(const struct tc_token *t)
{
	return t->exact.n == 2 && t->exact.p[0] >= '5' && t->exact.p[1] == 'x';
}

/* "2", "so 12", "7+10", "02/9", "1A", "II". */
bool tc_part_number(struct tc_unit_parts *p)
{
	const struct tc_unit_namer *n = p->n;
	size_t i = p->at;

	if (!tc_part_goes_on(p))
		return false;
	if (tc_str_is(tc_namer_token(n, i)->bare, "so") &&
	    (tc_str_is(tc_namer_token(n, i)->exact, "số") ||
	     !(tc_namer_token(n, i)->flags & TC_TOKEN_MARKED)) &&
	    tc_namer_joined(n, i + 1) && tc_namer_digit(n, i + 1))
		i++;
	if (!(tc_namer_digit(n, i) && tc_namer_token(n, i)->len <= 4 &&
	      !is_generation(tc_namer_token(n, i))) &&
	    !tc_namer_roman(n, i))
		return false;
	size_t end = i + 1;
	if (i == p->at && tc_namer_counts_areas(n, i, p->name->kind))
		return false;
	while (end < n->limit && end - i < 5 && tc_namer_digit(n, end) &&
	       tc_scan_gap(n->scan, end) == TC_GAP_TIGHT)
		end++;
	p->at = i;
	tc_part_run(p, end);
	p->name->proper = true;
	return true;
}

/* An area inside the name: "phuong Dong Kinh", or "tinh" as the context
 * completes it. */
bool tc_part_area(struct tc_unit_parts *p, bool bare)
{
	struct tc_area area;

	if (!tc_part_goes_on(p) ||
	    !tc_unit_area_read(p->n, &p->at, bare, &area))
		return false;
	if (!area.name.n) {
		area.name = tc_namer_area_known(p->n, area.word);
		p->name->completed = area.name.n > 0;
	}
	tc_part_add_area(p, &area);
	p->name->own = area;
	p->name->proper |= area.name.n > 0;
	return true;
}

bool tc_part_place(struct tc_unit_parts *p)
{
	size_t end = p->at;

	if (!tc_part_goes_on(p))
		return false;
	struct tc_str name = tc_unit_place_read(p->n, &end);
	if (!name.n)
		return false;
	tc_part_add(p, name);
	p->at = end;
	p->name->proper = true;
	return true;
}

bool tc_namer_beside(const struct tc_unit_namer *n, size_t i)
{
	static const char *const committee[] = { "ủy", "uỷ", "bộ" };
	size_t after;

	if (!i || !TC_AMONG(tc_namer_token(n, i - 1)->exact, committee))
		return false;
	const struct tc_unit_word *const w =
		tc_unit_word_at(n->scan, i, TC_UNIT_STATE, n->bare, &after);
	return w && (tc_unit_kind_authority(w->kind) ||
		     tc_unit_kind_is(w->kind, "mat-tran"));
}

bool tc_namer_work(const struct tc_unit_namer *n, size_t i)
{
	size_t after;

	return tc_namer_joined(n, i) && tc_namer_upper(n, i) &&
	       tc_namer_word(n, i, TC_UNIT_NOUN | TC_UNIT_TASK, &after);
}

bool tc_namer_numbers(const struct tc_unit_namer *n, size_t i)
{
	return tc_namer_joined(n, i) && tc_namer_digit(n, i) &&
	       tc_namer_token(n, i)->len <= 2 && !tc_namer_counts(n, i);
}

bool tc_namer_says_which(const struct tc_unit_namer *n, size_t k)
{
	return tc_str_is(tc_namer_token(n, k)->exact, "số") &&
	       tc_namer_joined(n, k + 1) && tc_namer_digit(n, k + 1);
}

/* "Liên kết" of "Trường Kim Liên kết nạp": its second syllable is the verb's
 * first. */
static bool ends_in_verb(const struct tc_unit_namer *n, size_t k, size_t after)
{
	size_t end;

	return TC_UNLIKELY(after == k + 2) && k && tc_namer_upper(n, k - 1) &&
	       tc_namer_joined(n, after) && !tc_namer_upper(n, k + 1) &&
	       tc_namer_word(n, k + 1, TC_UNIT_STOP, &end) && end > k + 2;
}

/* "Dang ky", "To chuc": verbs elsewhere, but here with a capital, and so a
 * part of the name as a whole, as is "Thiết bị". */
static size_t past_noun(const struct tc_unit_namer *n, size_t k)
{
	const unsigned int mask = TC_UNIT_STOP | TC_UNIT_NOUN | TC_UNIT_TASK |
				  TC_UNIT_FIELD;
	size_t after;

	if (tc_namer_case_tells(n) && tc_namer_word(n, k, mask, &after) &&
	    /* "Bệnh viện Quốc tế Vinh dự" */
	    !tc_str_is(tc_namer_token(n, k)->exact, "vinh"))
		return ends_in_verb(n, k, after) ? k + 1 : after;
	if (n->caps && !n->query &&
	    tc_namer_word(n, k, mask & ~TC_UNIT_STOP, &after))
		return after;	/* "VIỆC LÀM" */
	return k + 1;
}

/* "Huế", "Khoa Luật": words of one syllable */
static bool is_whole(const struct tc_unit_namer *n, size_t k)
{
	static const char *const words[] = { "huế", "luật", "vinh" };

	return TC_AMONG(tc_namer_token(n, k)->exact, words);
}

/* "Phat" of "Phat trien", but no proper name: two capitals in a row are one,
 * and a verb follows them. */
static bool begins_word(const struct tc_unit_namer *n, size_t first, size_t k)
{
	return tc_namer_upper(n, k) &&
	       tc_namer_token(n, k)->flags & TC_TOKEN_SYLLABLE &&
	       !is_whole(n, k) &&
	       /* "miền Bắc" */
	       !(k && tc_str_is(tc_namer_token(n, k - 1)->exact, "miền")) &&
	       (k == first || !tc_namer_upper(n, k - 1) ||
		!tc_namer_joined(n, k) ||
		(tc_namer_token(n, k - 1)->flags &
		 (TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE)) == TC_TOKEN_CAPS);
}

/* "PCCC và CNCH": not joined to a place's name, and no second of its kind, nor
 * behind "Phòng PC45". */
static bool joins_fields(const struct tc_unit_namer *n, size_t k)
{
	const uint32_t all = TC_TOKEN_CAPS | TC_TOKEN_SYLLABLE | TC_TOKEN_DIGIT;

	return tc_str_is(tc_namer_token(n, k)->exact, "và") &&
	       /* "Luật và Quản lý xã hội" */
	       ((tc_namer_token(n, k - 1)->flags & all) == TC_TOKEN_CAPS ||
		tc_str_is(tc_namer_token(n, k - 1)->exact, "luật")) &&
	       tc_namer_upper(n, k + 1);
}

/* "gar" of "Cư M'gar": in lower case behind the mark. */
static bool inside_word(const struct tc_unit_namer *n, size_t k)
{
	return tc_scan_gap(n->scan, k) == TC_GAP_TIGHT &&
	       !tc_namer_digit(n, k);
}

/* "Hành chính - Tổng hợp": a dash that joins two fields of work, and does not
 * part the name from what is said of it. */
static bool dash_goes_on(const struct tc_unit_namer *n, size_t k)
{
	const unsigned int mask = TC_UNIT_TASK | TC_UNIT_FIELD;
	size_t after;

	return k < n->limit && tc_scan_gap(n->scan, k) == TC_GAP_DASH &&
	       (!tc_namer_case_tells(n) || tc_namer_upper(n, k)) &&
	       (tc_namer_word(n, k, mask, &after) ||
		/* "TRUYỀN THÔNG - VĂN HÓA" */
		(n->caps && tc_namer_field_before(n, k) &&
		 tc_namer_word(n, k, TC_UNIT_NOUN, &after))) &&
	       tc_scan_gap(n->scan, after) != TC_GAP_TIGHT;
}

/* "Liên tỉnh ủy Thanh - Nghệ - Tĩnh" */
static bool joins_regions(const struct tc_unit_namer *n, size_t k)
{
	size_t after;

	return k < n->limit && tc_scan_gap(n->scan, k) == TC_GAP_DASH &&
	       tc_namer_case_tells(n) && tc_namer_upper(n, k) &&
	       !tc_namer_word(n, k, TC_UNIT_HEADS | TC_UNIT_OFFICE, &after);
}

/* "Trung tâm Phòng, chống HIV/AIDS" */
static bool inside_prevention(const struct tc_unit_namer *n, size_t k)
{
	return k < n->limit && tc_scan_gap(n->scan, k) == TC_GAP_COMMA &&
	       tc_str_is(tc_namer_token(n, k)->exact, "chống") &&
	       tc_str_is(tc_namer_token(n, k - 1)->exact, "phòng");
}

/* Behind the words of a name that begins at `first`: a college's are fields of
 * work, but "Trường Kim Đồng - Công nghệ" is none. */
static bool mark_goes_on(const struct tc_unit_namer *n, size_t first, size_t k,
			 const char *kind)
{
	size_t after;

	if (k < n->limit && tc_scan_is_sign(n->scan, k, "&"))
		return true;	/* "XD&TM" */
	if (k == first + 1 && inside_prevention(n, k))
		return true;
	if (tc_namer_two_countries(n, k) || tc_namer_inside_province(n, k) ||
	    tc_namer_dash_inside(n, k, kind))
		return true;
	if (!tc_unit_kind_is(kind, "truong") && tc_namer_dash_joins(n, k))
		return true;	/* "Truyền máu - Huyết học" */
	if (tc_unit_kind_named(kind) &&
	    !(tc_unit_kind_is(kind, "truong") &&
	      (tc_namer_word(n, first, TC_UNIT_TASK | TC_UNIT_FIELD, &after) ||
	       tc_namer_college(n, first))))
		return false;
	return dash_goes_on(n, k) || tc_namer_dash_joins(n, k) ||
	       ((tc_unit_kind_is(kind, "trung-tam") ||
		 tc_unit_kind_is(kind, "truong") ||
		 tc_unit_kind_is(kind, "chi-bo")) &&
		tc_namer_comma_joins(n, k)) ||
	       (tc_unit_kind_committee(kind) && joins_regions(n, k));
}

/* Past "các khu công nghiệp", or fields of work behind "và"; `k` when neither
 * stands there. */
static size_t past_whole(const struct tc_unit_namer *n, size_t k,
			 const char *kind)
{
	const size_t zones = tc_namer_past_zones(n, k, kind);

	return zones > k ? zones : tc_namer_past_and_fields(n, k, kind);
}

/* Where the words of a body's name end.  Capitals carry it; the second
 * syllable of a word follows its first ("Phat trien"); a few more in lower
 * case when a capital, an area or a mark comes behind them ("quy dat tinh"),
 * or behind the first word, where none but it has its capital, a verb
 * ("Thong tin lien lac to chuc"). */
static size_t words_end(const struct tc_unit_namer *n, size_t begin,
			const char *kind)
{
	const size_t first = tc_namer_past_trade(n, begin, kind);
	size_t k, good = first, lower = 0, after;
	bool common = false;

	for (k = first; k < n->limit; k++) {
		if (k > first && !tc_namer_joined(n, k) &&
		    !mark_goes_on(n, first, k, kind)) {
			if (common || lower < 2)
				good = k;
			break;
		}
		if (common && k == first + 2 && tc_namer_past_fields(n, k) > k) {
			good = tc_namer_past_fields(n, k);
			break;
		}
		const size_t whole = k > first ? past_whole(n, k, kind) : k;
		if (whole > k) {
			good = whole;
			k = whole - 1;
			continue;
		}
		if (tc_namer_ends_words(n, first, k, kind)) {
			if ((common && lower > 1) || tc_namer_area(n, k))
				good = k;
			break;
		}
		if (tc_namer_digit(n, k)) {
			if (tc_unit_kind_is(kind, "quan-doi") ?
				    tc_namer_gives_sum(n, k) : tc_namer_counts(n, k))
				break;
			if (tc_namer_counts_areas(n, k, kind))
				break;
			good = k + 1;
			lower = 0;
		} else if (!tc_namer_case_tells(n) || tc_namer_upper(n, k)) {
			size_t end = past_noun(n, k);
			common = k == first && end == k + 2;
			lower = end > k + 1; /* its second syllable is read */
			good = end;
			k = end - 1;
		} else if (k > first && inside_word(n, k)) {
			good = k + 1;
		} else if (k > first && tc_namer_field_goes_on(n, k, &after)) {
			k = after - 1;
			good = after;
			common = false;
		} else if (k > first && tc_namer_past_region(n, k) > k) {
			good = tc_namer_past_region(n, k);
			break;
		} else if (k > first && (joins_fields(n, k) ||
					 tc_namer_says_which(n, k))) {
			continue;
		} else if (k == first || ++lower > LOWER_RUN_MAX + 1) {
			break;
		} else if (lower == 1) {
			const bool word = begins_word(n, first, k - 1);
			/* "Benh Nhiet doi" at the end of its clause */
			if (!word && tc_namer_joined(n, k + 1))
				break;
			common = word && k == first + 1;
			good = k + 1;
		}
	}
	if (k == n->limit && n->limit == n->scan->tokens.n && lower)
		good = k;
	/* "Khoa Nhi và 03 cá nhân", but "Trường Mường Và" */
	while (good > first && !tc_namer_upper(n, good - 1) &&
	       tc_str_is(tc_namer_token(n, good - 1)->exact, "và"))
		good--;
	return good == first && !(first > begin && tc_namer_area(n, first)) ?
		       begin : good;
}

bool tc_part_dash(struct tc_unit_parts *p)
{
	if (!dash_goes_on(p->n, p->at))
		return false;
	tc_part_add(p, TC_STR("-"));
	tc_part_run(p, words_end(p->n, p->at, "organ"));
	p->name->proper = true;
	return true;
}

bool tc_part_branches(struct tc_unit_parts *p)
{
	const size_t at = p->at;

	while (tc_namer_dash_inside(p->n, p->at, "chi-bo")) {
		tc_part_add(p, TC_STR("-"));
		tc_part_run(p, p->at + 1);
	}
	return tc_part_dash(p) || p->at != at;
}

/* "phục hồi chức năng trẻ em" of "Trung tâm phục hồi chức năng trẻ em huyện X",
 * "sư phạm Huế" of "trường cao đẳng sư phạm Huế": fields of work in lower
 * case, up to an area or a name; `i` when there are none. */
static size_t lower_end(struct tc_unit_namer *n, size_t i, const char *kind)
{
	const bool centre = tc_unit_kind_is(kind, "trung-tam") && i >= 2 &&
			    tc_namer_upper(n, i - 2);
	const bool arms = tc_unit_kind_is(kind, "quan-doi") && i &&
			  !tc_namer_digit(n, i - 1);

	if (!(centre || arms ||
	      (tc_unit_kind_is(kind, "truong") && tc_namer_college(n, i))) ||
	    !tc_namer_case_tells(n) || tc_namer_upper(n, i) ||
	    tc_namer_verb(n, i))
		return i;
	const size_t fields = tc_namer_fields_end(n, i);
	if (fields == i)
		return i;
	for (size_t k = fields; k < fields + LOWER_RUN_MAX + 2; k++) {
		if (tc_namer_names_area(n, k))
			return k;
		if (!tc_namer_joined(n, k) || tc_namer_stops(n, k))
			return i;
		if (tc_namer_digit(n, k) && arms)
			return words_end(n, k, kind);
		if (tc_namer_upper(n, k))
			return k > fields || (tc_scan_surname(n->scan, k) &&
					      tc_namer_proper_run(n, k, 3) == 3)
				       ? i : words_end(n, k, kind);
		if (!centre)
			return i;
	}
	return i;
}

/* "Nghị quyết Hội nghị" behind "cho cán bộ Bệnh viện" */
static bool names_document(const struct tc_unit_namer *n, size_t i)
{
	return tc_unit_words_at(n->scan, i, "nghị quyết") ||
	       tc_unit_words_at(n->scan, i, "chỉ thị");
}

bool tc_part_words(struct tc_unit_parts *p, const char *kind)
{
	if (!tc_part_goes_on(p) || names_document(p->n, p->at) ||
	    tc_namer_several_areas(p->n, p->at) ||
	    (tc_unit_kind_is(kind, "quan-doi") &&
	     tc_namer_begins_larger(p->n, p->at, kind)))
		return false;
	size_t end = words_end(p->n, p->at, kind);
	if (end == p->at)
		end = tc_namer_past_lower(p->n, p->at, kind);
	if (end == p->at)
		end = lower_end(p->n, p->at, kind);
	else if (end == p->at + 2)
		end = tc_namer_past_lower_to_area(p->n, end, kind);
	if (end == p->at)
		return false;
	tc_part_run(p, end);
	p->name->proper = true;
	return true;
}
