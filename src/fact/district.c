/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/district.h"

#include "base/slots.h"
#include "text/token.h"

#include <stdlib.h>

#define LABEL_MAX 63		/* RFC 1035, 2.3.4 */
#define P(word) { word, sizeof word - 1 }

const char *tc_district_kind(struct tc_str name)
{
	static const char *const kinds[] = {
		"huyen", "quan", "thi-xa", "thanh-pho-tinh",
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (tc_str_is(name, kinds[i]))
			return kinds[i];
	return NULL;
}

void tc_districts_release(struct tc_districts *d)
{
	free(d->v);
	if (d->stems)
		tc_slots_release(d->stems);
	free(d->stems);
	*d = (struct tc_districts){ 0 };
}

/* "duclinh"; of a number, which is no label, "quan1". */
static struct tc_str stem_of(struct tc_str name, struct tc_arena *arena)
{
	TC_SCOPED_ARENA scratch = { 0 };
	TC_SCOPED_BUF stem = { 0 };
	struct tc_tokens tokens;

	tc_tokenize(name, &scratch, &tokens);
	if (name.n && *name.p >= '0' && *name.p <= '9')
		tc_buf_addstr(&stem, TC_STR("quan"));
	for (size_t i = 0; i < tokens.n; i++)
		tc_buf_addstr(&stem, tokens.v[i].bare);
	return tc_arena_str(arena, tc_buf_str(&stem));
}

void tc_districts_add(struct tc_districts *d, struct tc_arena *arena,
		      struct tc_district row)
{
	row.stem = stem_of(row.name, arena);
	d->v = tc_grow(d->v, d->n, &d->cap, sizeof *d->v);
	d->v[d->n++] = row;
}

static int district_cmp(const void *a, const void *b)
{
	const struct tc_district *x = a, *y = b;
	int order = tc_str_cmp(x->stem, y->stem);

	if (!order)
		order = tc_str_cmp(x->province, y->province);
	return order ? order : strcmp(x->kind, y->kind);
}

/* Leaves one of those that several files have. */
static void drop_doubled(struct tc_districts *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		if (!n || district_cmp(&d->v[n - 1], &d->v[i]))
			d->v[n++] = d->v[i];
	d->n = n;
}

void tc_districts_sort(struct tc_districts *d)
{
	if (d->n)
		qsort(d->v, d->n, sizeof *d->v, district_cmp);
	drop_doubled(d);
	if (!d->stems)
		d->stems = tc_zalloc(sizeof *d->stems);
	tc_slots_init(d->stems, d->n);
	for (size_t i = 0; i < d->n; i++)
		if (!i || !tc_str_eq(d->v[i].stem, d->v[i - 1].stem))
			tc_slots_add(d->stems, tc_slots_hash(d->v[i].stem),
				     (uint32_t)i);
}

/* The first one of the stem; d->n when there is none. */
static size_t first_of(const struct tc_districts *d, struct tc_str stem)
{
	const uint32_t hash = tc_slots_hash(stem);
	size_t step = 0, at;

	if (!d->stems)
		return d->n;
	do
		at = tc_slots_next(d->stems, hash, &step);
	while (at != UINT32_MAX && !tc_str_eq(d->v[at].stem, stem));
	return at == UINT32_MAX ? d->n : at;
}

const struct tc_district *tc_districts_find(const struct tc_districts *d,
					    struct tc_str name,
					    struct tc_str province)
{
	TC_SCOPED_ARENA arena = { 0 };
	const struct tc_str stem = stem_of(name, &arena);

	for (size_t i = first_of(d, stem);
	     i < d->n && tc_str_eq(d->v[i].stem, stem); i++)
		if (tc_str_eq(d->v[i].name, name) &&
		    (!province.n || tc_str_eq(d->v[i].province, province)))
			return &d->v[i];
	return NULL;
}

bool tc_districts_have(const struct tc_districts *d, struct tc_str stem)
{
	return first_of(d, stem) < d->n;
}

/* Of that stem in the province; in any one, where it is empty.  Of that kind,
 * unless it is NULL. */
static struct tc_seat stem_find(const struct tc_districts *d,
				struct tc_str stem, struct tc_str province,
				const char *kind)
{
	const struct tc_seat none = { NULL, 0 };
	struct tc_seat seat = none;

	for (size_t i = first_of(d, stem);
	     i < d->n && tc_str_eq(d->v[i].stem, stem); i++) {
		if ((province.n && !tc_str_eq(d->v[i].province, province)) ||
		    (kind && kind != d->v[i].kind))
			continue;
		if (seat.n && !tc_str_eq(seat.v->province, d->v[i].province))
			return none;
		if (!seat.n++)
			seat.v = &d->v[i];
	}
	return seat;
}

/* "halongcity"; "thanhhoacity" is no site of the district Thạnh Hóa. */
static struct tc_seat city_find(const struct tc_districts *d,
				struct tc_str label, struct tc_str province)
{
	const struct tc_str suffix = TC_STR("city");

	if (!tc_str_ends(label, suffix))
		return (struct tc_seat){ NULL, 0 };
	return stem_find(d, tc_str(label.p, label.n - suffix.n), province,
			 tc_district_kind(TC_STR("thanh-pho-tinh")));
}

/* The province's own name says nothing of its city. */
static struct tc_seat unless_province(struct tc_seat seat)
{
	if (seat.n && tc_str_eq(seat.v->name, seat.v->province))
		seat.n = 0;
	return seat;
}

/* "hoianrt", "vinh24h": a broadcaster's or a paper's, on any host. */
static struct tc_seat paper_find(const struct tc_districts *d,
				 struct tc_str label, struct tc_str province)
{
	static const struct tc_str suffixes[] = {
		P("rt"), P("rtv"), P("tv"), P("24h"),
	};
	struct tc_seat seat = { NULL, 0 };

	for (size_t i = 0; !seat.n && i < sizeof suffixes / sizeof *suffixes;
	     i++) {
		const struct tc_str suffix = suffixes[i];
		if (tc_str_ends(label, suffix))
			seat = stem_find(d, tc_str(label.p,
						   label.n - suffix.n),
					 province, NULL);
	}
	return unless_province(seat);
}

/* "tpdienbienphu", "huyenuykongchro"; a label without one of these may be the
 * province's own. */
static struct tc_seat label_find(const struct tc_districts *d,
				 struct tc_str label, struct tc_str province)
{
	static const struct tc_str prefixes[] = {
		P(""), P("tp"), P("tx"), P("huyen"), P("quan"), P("thixa"),
		P("thanhpho"), P("ubnd"), P("ubndhuyen"), P("huyenuy"),
		P("thiuy"), P("thanhuy"), P("quanuy"),
	};
	struct tc_seat seat = { NULL, 0 };

	for (size_t i = 0; !seat.n && i < sizeof prefixes / sizeof *prefixes;
	     i++) {
		const struct tc_str prefix = prefixes[i];
		if (i && (*label.p != *prefix.p || !tc_str_starts(label, prefix)))
			continue;
		seat = stem_find(d, tc_str_from(label, prefix.n), province,
				 NULL);
		if (!i)
			seat = unless_province(seat);
	}
	if (!seat.n)
		seat = city_find(d, label, province);
	return seat.n ? seat : paper_find(d, label, province);
}

static bool is_official(struct tc_str host)
{
	return tc_str_ends(host, TC_STR(".gov.vn")) ||
	       tc_str_ends(host, TC_STR(".dcs.vn"));
}

struct tc_seat tc_districts_site(const struct tc_districts *d,
				 struct tc_str host, struct tc_str province)
{
	const bool paper = !province.n && !is_official(host);
	struct tc_seat seat = { NULL, 0 };
	struct tc_str label;

	while (!seat.n && tc_str_split(&host, '.', &label)) {
		char lower[LABEL_MAX];
		for (size_t i = 0; i < label.n && i < LABEL_MAX; i++)
			lower[i] = label.p[i] >= 'A' && label.p[i] <= 'Z' ?
					   (char)(label.p[i] | 0x20) :
					   label.p[i];
		if (label.n && label.n <= LABEL_MAX)
			seat = (paper ? paper_find : label_find)(
				d, tc_str(lower, label.n), province);
	}
	return seat;
}
