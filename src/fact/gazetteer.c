/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/gazetteer.h"

#include "base/file.h"
#include "base/language.h"
#include "base/mem.h"
#include "base/slots.h"
#include "fact/unit.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/token.h"
#include "text/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)4 << 20)
#define PLACES_MAX 5000
#define KEYS_MAX 200000

enum kind { KIND_ANY, KIND_TINH, KIND_THANH_PHO, KIND_COUNT };

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

/* Of NULL or one of those, told apart by a letter. */
static inline enum kind kind_of(const char *kind)
{
	return !kind ? KIND_ANY : kind[1] == 'i' ? KIND_TINH : KIND_THANH_PHO;
}

/* One file being read. */
struct reading {
	struct tc_gazetteer *g;
	const char *path;
	unsigned line;
	int column[COL_COUNT];	/* which cell of a row; -1 when absent */
	bool has_columns;
	tc_warn_fn *warn;
	void *ctx;
};

static void warn_row(const struct reading *r, const char *what)
{
	char message[TC_MESSAGE_MAX];

	if (!r->warn)
		return;
	snprintf(message, sizeof message, _("%s:%u: %s; row left out"),
		 r->path, r->line, _(what));
	r->warn(r->ctx, message);
}

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

static bool day_valid(struct tc_str s)
{
	static const char form[] = "dddd-dd-dd";

	if (s.n != sizeof form - 1)
		return s.n == 0;
	for (size_t i = 0; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';
		if (form[i] == 'd' ? !digit : s.p[i] != form[i])
			return false;
	}
	return true;
}

static const char *kind_find(struct tc_str s)
{
	for (size_t i = 0; i < sizeof place_kinds / sizeof *place_kinds; i++)
		if (tc_str_is(s, place_kinds[i]))
			return place_kinds[i];
	return NULL;
}

static size_t same_place(const struct tc_gazetteer *g,
			 const struct tc_place *p)
{
	for (size_t i = 0; i < g->place_count; i++) {
		const struct tc_place *q = &g->places[i];
		if (tc_str_eq(p->name, q->name) && p->kind == q->kind &&
		    tc_str_eq(p->from, q->from))
			return i;
	}
	return g->place_count;
}

static void add_place(struct tc_gazetteer *g, const struct tc_str *cell,
		      const char *kind)
{
	struct tc_place p = {
		.name = tc_arena_str(&g->arena, cell[COL_NAME]),
		.kind = kind,
		.from = tc_arena_str(&g->arena, cell[COL_FROM]),
		.until = tc_arena_str(&g->arena, cell[COL_UNTIL]),
		.into = tc_arena_str(&g->arena, cell[COL_INTO].n ?
				     cell[COL_INTO] : cell[COL_NAME]),
	};
	size_t at = same_place(g, &p);

	if (at == g->place_count) {
		g->places = tc_grow(g->places, g->place_count, &g->place_cap,
				    sizeof *g->places);
		g->place_count++;
	}
	g->places[at] = p;
	add_keys(g, cell, at);
}

static void read_row(struct reading *r, const struct tc_str *cell)
{
	const char *kind = kind_find(cell[COL_KIND]);

	if (!cell[COL_NAME].n)
		warn_row(r, "no name");
	else if (!kind)
		warn_row(r, "the kind is neither tinh nor thanh-pho");
	else if (!day_valid(cell[COL_FROM]) || !day_valid(cell[COL_UNTIL]))
		warn_row(r, "a day is not written YYYY-MM-DD");
	else if (r->g->place_count >= PLACES_MAX)
		warn_row(r, "too many places");
	else
		add_place(r->g, cell, kind);
}

static int read_columns(struct reading *r, struct tc_str line,
			struct tc_error *err)
{
	struct tc_str cell;

	for (int c = 0; c < COL_COUNT; c++)
		r->column[c] = -1;
	for (int i = 0; tc_str_split(&line, '\t', &cell); i++)
		for (int c = 0; c < COL_COUNT; c++)
			if (tc_str_is(tc_str_trim(cell), column_names[c]))
				r->column[c] = i;
	r->has_columns = true;
	if (r->column[COL_NAME] < 0 || r->column[COL_KIND] < 0)
		return tc_fail(err, TC_E_INPUT,
			       "%s:%u: the first line must name the columns, "
			       "'name' and 'kind' among them",
			       r->path, r->line);
	return 0;
}

static void read_cells(const struct reading *r, struct tc_str line,
		       struct tc_str cell[COL_COUNT])
{
	struct tc_str part;

	for (int i = 0; tc_str_split(&line, '\t', &part); i++)
		for (int c = 0; c < COL_COUNT; c++)
			if (r->column[c] == i)
				cell[c] = tc_str_trim(part);
}

static int read_line(struct reading *r, struct tc_str line,
		     struct tc_error *err)
{
	TC_SCOPED_BUF normal = { 0 };
	struct tc_str cell[COL_COUNT] = { { 0 } };

	if (!tc_str_trim(line).n || line.p[0] == '#')
		return 0;
	if (tc_utf8_valid(line) != line.n) {
		warn_row(r, "not UTF-8");
		return 0;
	}
	tc_normalize(line, &normal);
	if (!r->has_columns)
		return read_columns(r, tc_buf_str(&normal), err);
	digest_line(r->g, tc_buf_str(&normal));
	read_cells(r, tc_buf_str(&normal), cell);
	read_row(r, cell);
	return 0;
}

static int key_cmp(const void *a, const void *b)
{
	const struct place_key *x = a, *y = b;
	int order = tc_str_cmp(x->key, y->key);

	return order ? order : (x->place > y->place) - (x->place < y->place);
}

/* Entry i counts, and what the one before it of the same key knows. */
static void find_latest(const struct tc_gazetteer *g, struct key_list *list,
			size_t i)
{
	struct place_key *const k = &list->v[i];
	const struct tc_place *const p = &g->places[k->place];
	const enum kind kinds[] = { KIND_ANY, kind_of(p->kind) };

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
				     tc_str_hash(list->v[i].key, 0),
				     (uint32_t)i);
}

static int read_lines(struct reading *r, struct tc_str rest,
		      struct tc_error *err)
{
	struct tc_str line;

	while (tc_str_split(&rest, '\n', &line)) {
		r->line++;
		if (read_line(r, line, err) < 0)
			return -1;
	}
	if (!r->has_columns)
		return tc_fail(err, TC_E_INPUT, "%s: no line names the columns",
			       r->path);
	return 0;
}

int tc_gazetteer_load(struct tc_gazetteer *g, const char *path,
		      tc_warn_fn *warn, void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	struct reading r = {
		.g = g, .path = path, .warn = warn, .ctx = ctx,
	};

	if (tc_file_read(path, FILE_MAX, &bytes, err) < 0)
		return -1;
	int status = read_lines(&r, tc_utf8_unmarked(tc_buf_str(&bytes)),
				err);
	sort_keys(g, &g->names);
	sort_keys(g, &g->stems);
	snprintf(g->version, sizeof g->version, "%016" PRIx64, g->digest);
	return status;
}

/* The last entry of `key`, which knows its latest places; NULL: none. */
static const struct place_key *find_key(const struct key_list *list,
					struct tc_str key)
{
	const uint32_t hash = tc_str_hash(key, 0);
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

const struct tc_place *tc_gazetteer_into(const struct tc_gazetteer *g,
					 const struct tc_place *place)
{
	TC_SCOPED_BUF key = { 0 };

	if (!place->into.n)
		return NULL;
	tc_unit_key_add(place->into, &key);
	return tc_gazetteer_find(g, tc_buf_str(&key));
}

/* What stands before the stem in the hosts of newspapers, committees and
 * councils, and behind it in those of broadcasters. */
#define P(word) { word, sizeof word - 1 }
static const struct tc_str host_prefixes[] = {
	P(""), P("bao"), P("tinhuy"), P("thanhuy"), P("tinhdoan"), P("congan"),
	P("dang"), P("hdnd"), P("dbnd"),
};
#define HOST_SUFFIX "tv"

static const struct tc_place *label_find(const struct tc_gazetteer *g,
					 struct tc_str label)
{
	const size_t count = sizeof host_prefixes / sizeof *host_prefixes;

	for (size_t i = 0; i < count; i++) {
		const struct tc_str prefix = host_prefixes[i];
		if (i && (!label.n || *label.p != *prefix.p ||
			  !tc_str_starts(label, prefix)))
			continue;
		struct tc_str stem = tc_str_from(label, prefix.n);
		const struct tc_place *p = latest(g, &g->stems, stem, KIND_ANY);
		if (!p && tc_str_ends(stem, TC_STR(HOST_SUFFIX))) {
			stem.n -= strlen(HOST_SUFFIX);
			p = latest(g, &g->stems, stem, KIND_ANY);
		}
		if (p)
			return p;
	}
	return NULL;
}

static char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The label that names a place, from the last one on. */
static const struct tc_place *labels_find(const struct tc_gazetteer *g,
					  struct tc_str host)
{
	for (size_t end = host.n; end > 0;) {
		size_t start = end;
		while (start > 0 && host.p[start - 1] != '.')
			start--;
		const struct tc_place *p = label_find(g,
			tc_str(host.p + start, end - start));
		if (p)
			return p;
		end = start ? start - 1 : 0;
	}
	return NULL;
}

#define HOST_MAX 253		/* RFC 1035, 2.3.4 */

const struct tc_place *tc_gazetteer_site(const struct tc_gazetteer *g,
					 struct tc_str host)
{
	TC_SCOPED_BUF folded = { 0 };
	char lower[HOST_MAX];
	size_t n = 0;

	if (!g || !host.n || host.n > HOST_MAX)
		return NULL;
	for (; n < host.n && (unsigned char)host.p[n] < 0x80; n++)
		lower[n] = ascii_lower(host.p[n]);
	if (n == host.n)
		return labels_find(g, tc_str(lower, n));
	if (tc_utf8_valid(host) != host.n)
		return NULL;
	tc_fold_lower(host, &folded);
	return labels_find(g, tc_buf_str(&folded));
}

/* In whatever case; no letter beyond ASCII is one of these in another. */
static bool begins_committee(struct tc_str label)
{
	static const struct tc_str heads[] = { P("tinhuy"), P("thanhuy") };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t n = 0;
		while (n < label.n && n < heads[i].n &&
		       ascii_lower(label.p[n]) == heads[i].p[n])
			n++;
		if (n == heads[i].n)
			return true;
	}
	return false;
}

const struct tc_place *tc_gazetteer_path(const struct tc_gazetteer *g,
					 struct tc_str url)
{
	TC_SCOPED_BUF lower = { 0 };
	size_t at = tc_str_find(url, TC_STR("//"), 0);

	at = at == SIZE_MAX ? at : tc_str_find(url, TC_STR("/"), at + 2);
	if (!g || at == SIZE_MAX)
		return NULL;
	struct tc_str rest = tc_str_from(url, at + 1), label;
	if (!begins_committee(rest) || tc_utf8_valid(url) != url.n ||
	    !tc_str_split(&rest, '/', &label))
		return NULL;
	tc_fold_lower(label, &lower);
	return label_find(g, tc_buf_str(&lower));
}
#undef P

struct tc_str tc_gazetteer_version(const struct tc_gazetteer *g)
{
	return tc_str0(g ? g->version : "");
}
