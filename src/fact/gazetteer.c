/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/gazetteer.h"

#include "base/file.h"
#include "base/language.h"
#include "base/mem.h"
#include "base/slots.h"
#include "fact/date.h"
#include "fact/unit.h"
#include "text/token.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)4 << 20)
#define PLACES_MAX 5000
#define KEYS_MAX 200000
/* of a province */
#define YEAR_FIRST 1800
#define YEAR_LAST 2100

/* A province that ended before is one behind its word alone: nobody says its
 * name for it now, and most are a town's, a river's or a commune's. */
#define FORMER_DAY "2004-01-01"

enum kind { KIND_ANY, KIND_TINH, KIND_THANH_PHO, KIND_FORMER, KIND_COUNT };

/*
 * places   [Ha Noi][Ha Giang] ...          in the order of the files
 * names    [an giang -> 51][an giang -> 80] ...   sorted, later places last
 * stems    [angiang -> 51] ...                    the same for hosts
 */
struct place_key {
	struct tc_str key;
	uint32_t place;
	/* in the last one of a key: the place that began last, of those the
	 * one loaded last, and 1; of each kind */
	uint32_t latest[KIND_COUNT];
};

struct key_list {
	struct place_key *v;
	size_t n, cap;
	struct tc_slots slots;	/* of each key the last entry */
};

#define FIRST_WORDS 1024	/* some share a number */
#define NAME_WORDS_MAX 7	/* longer names count as so long */

struct tc_gazetteer {
	struct tc_arena arena;
	uint8_t lengths[FIRST_WORDS];	/* tc_gazetteer_lengths() */
	uint32_t city_letters;		/* tc_gazetteer_city_begins() */
	struct tc_place *places;
	size_t place_count, place_cap;
	struct key_list names, stems;
	struct tc_districts districts;
	uint64_t digest;
	char version[17];
};

enum column {
	COL_NAME, COL_KIND, COL_FROM, COL_UNTIL, COL_INTO, COL_DOMAIN,
	COL_ALIASES, COL_SOURCE, COL_CONFIRMED, COL_COUNT
};

static const char *const column_names[COL_COUNT] = {
	[COL_NAME] = "name", [COL_KIND] = "kind", [COL_FROM] = "from",
	[COL_UNTIL] = "until", [COL_INTO] = "into", [COL_DOMAIN] = "domain",
	[COL_ALIASES] = "aliases", [COL_SOURCE] = "source",
	[COL_CONFIRMED] = "confirmed",
};

static const char *const place_kinds[] = { "tinh", "thanh-pho" };

/* Of NULL, one of those or TC_PLACE_FORMER, told apart by a letter. */
static inline enum kind kind_of(const char *kind)
{
	return !kind	      ? KIND_ANY :
	       kind[1] == 'i' ? KIND_TINH :
	       kind[1] == 'h' ? KIND_THANH_PHO :
				KIND_FORMER;
}

/* What a row says of the place that another is part of. */
struct into_said {
	uint32_t place;		/* or district */
	unsigned line;
	bool district;
};

/* One file being read. */
struct reading {
	struct tc_gazetteer *g;
	struct tc_tsv table;
	struct into_said *into;
	size_t into_n, into_cap;
};

struct tc_gazetteer *tc_gazetteer_new(void)
{
	return tc_zalloc(sizeof(struct tc_gazetteer));
}

void tc_gazetteer_free(struct tc_gazetteer *g)
{
	if (!g)
		return;
	free(g->places);
	free(g->names.v);
	free(g->stems.v);
	tc_districts_release(&g->districts);
	tc_slots_release(&g->names.slots);
	tc_slots_release(&g->stems.slots);
	tc_arena_release(&g->arena);
	free(g);
}

/* Lines are added up, so that the order of rows makes no difference. */
static void digest_line(struct tc_gazetteer *g, struct tc_str line)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);	/* FNV-1a */

	for (size_t i = 0; i < line.n; i++) {
		hash ^= (unsigned char)line.p[i];
		hash *= UINT64_C(0x100000001b3);
	}
	g->digest += hash;
}

static struct tc_str bare_key(struct tc_str name, struct tc_arena *arena)
{
	TC_SCOPED_ARENA scratch = { 0 };
	TC_SCOPED_BUF key = { 0 };
	struct tc_tokens tokens;

	tc_tokenize(name, &scratch, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		if (i)
			tc_buf_addc(&key, ' ');
		tc_buf_addstr(&key, tokens.v[i].bare);
	}
	return tc_arena_str(arena, tc_buf_str(&key));
}

static void add_key(struct key_list *list, struct tc_str key, size_t place)
{
	if (!key.n || list->n >= KEYS_MAX)
		return;
	list->v = tc_grow(list->v, list->n, &list->cap, sizeof *list->v);
	list->v[list->n++] = (struct place_key){ key, (uint32_t)place, { 0 } };
}

static unsigned first_word(struct tc_str word)
{
	const unsigned first = (unsigned char)*word.p;
	const unsigned last = (unsigned char)word.p[word.n - 1];

	return (first * 37 + last * 5 + (unsigned)word.n) % FIRST_WORDS;
}

/* Of an ASCII letter, whatever its case; else 0. */
static inline uint32_t letter_bit(char c)
{
	const unsigned letter = ((unsigned char)c | 32u) - 'a';

	return letter < 26 ? UINT32_C(1) << letter : 0;
}

static void add_name(struct tc_gazetteer *g, struct tc_str name, size_t place)
{
	const struct tc_str key = bare_key(name, &g->arena);
	struct tc_str rest = key, first, part;
	unsigned words = 1;

	add_key(&g->names, key, place);
	if (!key.n)
		return;
	tc_str_split(&rest, ' ', &first);
	while (words < NAME_WORDS_MAX && tc_str_split(&rest, ' ', &part))
		words++;
	g->lengths[first_word(first)] |= (uint8_t)(1u << words);
	if (kind_of(g->places[place].kind) == KIND_THANH_PHO)
		g->city_letters |= letter_bit(*key.p);
}

unsigned tc_gazetteer_lengths(const struct tc_gazetteer *g,
			      struct tc_str first)
{
	return g && first.n ? g->lengths[first_word(first)] : 0;
}

bool tc_gazetteer_city_begins(const struct tc_gazetteer *g, char first)
{
	const uint32_t bit = letter_bit(first);

	return g && (!bit || g->city_letters & bit);
}

static void add_keys(struct tc_gazetteer *g, const struct tc_str *cell,
		     size_t place)
{
	struct tc_str rest = cell[COL_ALIASES], part;

	add_name(g, cell[COL_NAME], place);
	while (tc_str_split(&rest, ';', &part))
		add_name(g, part, place);
	rest = cell[COL_DOMAIN];
	while (tc_str_split(&rest, ';', &part)) {
		struct tc_str stem = tc_str_trim(part);
		add_key(&g->stems, tc_arena_str(&g->arena, stem), place);
	}
}

/* A day, or nothing: an open end. */
static bool read_day(struct tc_tsv *t, int column, struct tc_date *day)
{
	*day = (struct tc_date){ 0 };
	if (!t->cell[column].n ||
	    (tc_date_read(t->cell[column], day) && day->day &&
	     day->year >= YEAR_FIRST && day->year <= YEAR_LAST))
		return true;
	tc_tsv_bad_cell(t, column, N_("a day such as 2025-07-01, from 1800 to "
				      "2100"));
	return false;
}

static bool read_days(struct tc_tsv *t)
{
	struct tc_date from, until;

	if (!read_day(t, COL_FROM, &from) || !read_day(t, COL_UNTIL, &until))
		return false;
	if (!from.year || !until.year ||
	    tc_date_number(from) <= tc_date_number(until))
		return true;
	tc_tsv_bad_cell(t, COL_UNTIL, N_("the day in 'from' or a later one"));
	return false;
}

static const char *kind_find(struct tc_str s)
{
	for (size_t i = 0; i < sizeof place_kinds / sizeof *place_kinds; i++)
		if (tc_str_is(s, place_kinds[i]))
			return place_kinds[i];
	return NULL;
}

/* Its row, the next one if there is none; *last is the last of its name before
 * that, itself where there is no other. */
static size_t same_place(const struct tc_gazetteer *g,
			 const struct tc_place *p, size_t *last)
{
	*last = g->place_count;
	for (size_t i = 0; i < g->place_count; i++) {
		const struct tc_place *q = &g->places[i];
		if (!tc_str_eq(p->name, q->name))
			continue;
		if (p->kind == q->kind && tc_str_eq(p->from, q->from))
			return i;
		*last = i;
	}
	return g->place_count;
}

/* Behind the last row of its name. */
static void chain_place(struct tc_gazetteer *g, size_t at, size_t last)
{
	struct tc_place *const p = &g->places[at];

	p->first = last == at ? (uint32_t)at : g->places[last].first;
	if (last != at)
		g->places[last].next = (uint32_t)at;
}

static void note_into(struct reading *r, size_t place, bool district)
{
	r->into = tc_grow(r->into, r->into_n, &r->into_cap, sizeof *r->into);
	r->into[r->into_n++] = (struct into_said){ (uint32_t)place,
						   r->table.line, district };
}

static void add_place(struct reading *r, const char *kind)
{
	struct tc_gazetteer *const g = r->g;
	const struct tc_str *const cell = r->table.cell;
	struct tc_place p = {
		.name = tc_arena_str(&g->arena, cell[COL_NAME]),
		.kind = kind,
		.from = tc_arena_str(&g->arena, cell[COL_FROM]),
		.until = tc_arena_str(&g->arena, cell[COL_UNTIL]),
		.into = tc_arena_str(&g->arena, cell[COL_INTO].n ?
				     cell[COL_INTO] : cell[COL_NAME]),
	};
	size_t last;
	const size_t at = same_place(g, &p, &last);

	if (at == g->place_count) {
		g->places = tc_grow(g->places, g->place_count, &g->place_cap,
				    sizeof *g->places);
		g->place_count++;
		g->places[at] = p;
		chain_place(g, at, last);
	} else {
		p.first = g->places[at].first;
		p.next = g->places[at].next;
		g->places[at] = p;
	}
	add_keys(g, cell, at);
	if (cell[COL_INTO].n)
		note_into(r, at, false);
}

static void add_district(struct reading *r, const char *kind)
{
	struct tc_gazetteer *const g = r->g;
	const struct tc_str *const cell = r->table.cell;

	tc_districts_add(&g->districts, &g->arena, (struct tc_district){
		.name = tc_arena_str(&g->arena, cell[COL_NAME]),
		.kind = kind,
		.province = tc_arena_str(&g->arena, cell[COL_INTO]),
	});
	note_into(r, g->districts.n - 1, true);
}

static void read_row(struct reading *r)
{
	struct tc_tsv *const t = &r->table;
	const char *const kind = kind_find(t->cell[COL_KIND]);
	const char *const district = tc_district_kind(t->cell[COL_KIND]);
	bool confirmed;		/* for those who read the table */

	digest_line(r->g, t->row);
	if (!t->cell[COL_NAME].n)
		tc_tsv_bad_cell(t, COL_NAME, N_("the name of a place"));
	else if (!kind && !district)
		tc_tsv_bad_cell(t, COL_KIND,
				N_("tinh, thanh-pho, huyen, quan, thi-xa or "
				   "thanh-pho-tinh"));
	else if (district && !t->cell[COL_INTO].n)
		tc_tsv_bad_cell(t, COL_INTO, N_("a district's province"));
	else if (r->g->place_count + r->g->districts.n >= PLACES_MAX)
		tc_tsv_bad_row(t, N_("too many places"));
	else if (district)
		add_district(r, district);
	else if (read_days(t) && tc_tsv_yes(t, COL_CONFIRMED, &confirmed))
		add_place(r, kind);
}

static int key_cmp(const void *a, const void *b)
{
	const struct place_key *x = a, *y = b;
	int order = tc_str_cmp(x->key, y->key);

	return order ? order : (x->place > y->place) - (x->place < y->place);
}

static bool is_former(const struct tc_place *p)
{
	return kind_of(p->kind) == KIND_TINH && p->until.n &&
	       tc_str_cmp(p->until, TC_STR(FORMER_DAY)) < 0;
}

/* Entry i counts, and what the one before it of the same key knows. */
static void find_latest(const struct tc_gazetteer *g, struct key_list *list,
			size_t i)
{
	struct place_key *const k = &list->v[i];
	const struct tc_place *const p = &g->places[k->place];
	const bool former = list == &g->names && is_former(p);
	const enum kind kinds[] = { former ? KIND_FORMER : KIND_ANY,
				    former ? KIND_FORMER : kind_of(p->kind) };

	memset(k->latest, 0, sizeof k->latest);
	if (i && tc_str_eq(k[-1].key, k->key))
		memcpy(k->latest, k[-1].latest, sizeof k->latest);
	for (size_t j = 0; j < sizeof kinds / sizeof *kinds; j++) {
		uint32_t *const best = &k->latest[kinds[j]];
		if (!*best ||
		    tc_str_cmp(p->from, g->places[*best - 1].from) >= 0)
			*best = k->place + 1;
	}
}

static void sort_keys(const struct tc_gazetteer *g, struct key_list *list)
{
	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, key_cmp);
	for (size_t i = 0; i < list->n; i++)
		find_latest(g, list, i);
	tc_slots_init(&list->slots, list->n);
	for (size_t i = 0; i < list->n; i++)
		if (i + 1 == list->n ||
		    !tc_str_eq(list->v[i].key, list->v[i + 1].key))
			tc_slots_add(&list->slots,
				     tc_slots_hash(list->v[i].key),
				     (uint32_t)i);
}

/* The last entry of `key`, which knows its latest places; NULL: none. */
static const struct place_key *find_key(const struct key_list *list,
					struct tc_str key)
{
	const uint32_t hash = tc_slots_hash(key);
	size_t step = 0, at;

	do
		at = tc_slots_next(&list->slots, hash, &step);
	while (at != UINT32_MAX && !tc_str_eq(list->v[at].key, key));
	return at == UINT32_MAX ? NULL : &list->v[at];
}

static const struct tc_place *latest(const struct tc_gazetteer *g,
				     const struct key_list *list,
				     struct tc_str key, enum kind kind)
{
	const struct place_key *const k = find_key(list, key);

	return k && k->latest[kind] ? &g->places[k->latest[kind] - 1] : NULL;
}

const struct tc_place *tc_gazetteer_find(const struct tc_gazetteer *g,
					 struct tc_str bare)
{
	return g ? latest(g, &g->names, bare, KIND_ANY) : NULL;
}

const struct tc_place *tc_gazetteer_find_as(const struct tc_gazetteer *g,
					    struct tc_str bare,
					    const char *kind)
{
	return g ? latest(g, &g->names, bare, kind_of(kind)) : NULL;
}

const struct tc_place *tc_gazetteer_behind(const struct tc_gazetteer *g,
					   struct tc_str bare,
					   const char *kind)
{
	const struct tc_place *const p = tc_gazetteer_find_as(g, bare, kind);

	return p || kind_of(kind) != KIND_TINH ? p :
		tc_gazetteer_find_as(g, bare, TC_PLACE_FORMER);
}

static const struct tc_place *named(const struct tc_gazetteer *g,
				    struct tc_str name)
{
	TC_SCOPED_BUF key = { 0 };

	tc_unit_key_add(name, &key);
	const struct tc_place *const p = tc_gazetteer_find(g, tc_buf_str(&key));
	return p ? p : tc_gazetteer_behind(g, tc_buf_str(&key), "tinh");
}

const struct tc_place *tc_gazetteer_into(const struct tc_gazetteer *g,
					 const struct tc_place *place)
{
	if (place->now)
		return &g->places[place->now - 1];
	return place->into.n ? named(g, place->into) : NULL;
}

/* Asked once, when all rows are there. */
static void find_now(struct tc_gazetteer *g)
{
	for (size_t i = 0; i < g->place_count; i++) {
		struct tc_place *const p = &g->places[i];
		const struct tc_place *const into =
			tc_str_eq(p->into, p->name) ? NULL : named(g, p->into);
		p->now = into ? (uint32_t)(into - g->places) + 1 : 0;
	}
}

static bool was_on(const struct tc_place *p, struct tc_str day)
{
	return (!p->from.n || tc_str_cmp(p->from, day) <= 0) &&
	       (!p->until.n || tc_str_cmp(day, p->until) <= 0);
}

const struct tc_place *tc_gazetteer_on(const struct tc_gazetteer *g,
				       const struct tc_place *place,
				       struct tc_str day)
{
	const struct tc_place *p = &g->places[place->first];

	if (was_on(place, day))
		return place;
	while (!was_on(p, day)) {
		if (!p->next)
			return place;
		p = &g->places[p->next];
	}
	return p;
}

static void bad_into(struct reading *r, const struct into_said *said,
		     struct tc_str name)
{
	tc_tsv_bad_value(&r->table, said->line, COL_INTO, name,
			 N_("a name in any row"));
}

/* A district's province, as its own row spells it. */
static void check_district(struct reading *r, const struct into_said *said)
{
	struct tc_str *const name = &r->g->districts.v[said->place].province;
	const struct tc_place *const p = named(r->g, *name);

	if (!p)
		bad_into(r, said, *name);
	*name = p ? p->name : TC_STR("");
}

/* Rows may name what stands further down, so they are asked at the end. */
static void check_into(struct reading *r)
{
	struct tc_gazetteer *const g = r->g;

	for (size_t i = 0; i < r->into_n; i++) {
		const struct into_said *const said = &r->into[i];
		if (said->district) {
			check_district(r, said);
			continue;
		}
		struct tc_place *const p = &g->places[said->place];
		if (tc_gazetteer_into(g, p))
			continue;
		bad_into(r, said, p->into);
		p->into = p->name;
	}
}

int tc_gazetteer_load(struct tc_gazetteer *g, const char *path,
		      tc_warn_fn *warn, void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	struct reading r = {
		.g = g,
		.table = { .path = path, .columns = column_names,
			   .count = COL_COUNT, .warn = warn, .ctx = ctx },
	};

	if (tc_file_read(path, FILE_MAX, &bytes, err) < 0)
		return -1;
	int status = tc_tsv_open(&r.table, tc_buf_str(&bytes), err);
	while (!status && tc_tsv_next(&r.table))
		read_row(&r);
	sort_keys(g, &g->names);
	sort_keys(g, &g->stems);
	find_now(g);
	check_into(&r);
	tc_districts_sort(&g->districts);
	tc_tsv_close(&r.table);
	free(r.into);
	snprintf(g->version, sizeof g->version, "%016" PRIx64, g->digest);
	return status;
}

const struct tc_place *tc_gazetteer_stem(const struct tc_gazetteer *g,
					 struct tc_str stem)
{
	return latest(g, &g->stems, stem, KIND_ANY);
}

struct tc_seat tc_gazetteer_seat(const struct tc_gazetteer *g,
				 struct tc_str host,
				 const struct tc_place **site)
{
	struct tc_seat seat = { NULL, 0 };

	if (!g)
		return seat;
	seat = tc_districts_site(&g->districts, host,
				 *site ? (*site)->name : tc_str(NULL, 0));
	if (!*site && seat.n)
		*site = named(g, seat.v->province);
	return seat;
}

const struct tc_district *tc_gazetteer_district(const struct tc_gazetteer *g,
						struct tc_str name,
						struct tc_str province)
{
	return g ? tc_districts_find(&g->districts, name, province) : NULL;
}

bool tc_gazetteer_has_district(const struct tc_gazetteer *g,
			       struct tc_str stem)
{
	return g && tc_districts_have(&g->districts, stem);
}

struct tc_str tc_gazetteer_version(const struct tc_gazetteer *g)
{
	return tc_str0(g ? g->version : "");
}
