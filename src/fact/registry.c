/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/registry.h"

#include "base/file.h"
#include "base/slots.h"
#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/registry-rows.h"

#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)16 * 1024 * 1024)

struct tc_registry {
	struct tc_arena arena;
	struct tc_known *rows;
	size_t n, cap;
	size_t loaded;			/* rows ever, the replaced too */
	const struct tc_known **by[TC_BY_COUNT];
	size_t by_n[TC_BY_COUNT];
	uint32_t *run[TC_BY_COUNT];	/* of the first row of a key: its rows */
	struct tc_slots slots[TC_BY_COUNT];	/* of each index */
	struct tc_known_name *names;
	size_t name_n, name_cap;
	uint64_t firsts[TC_KNOWN_BITS / 64];	/* of the names, by hash */
	uint64_t pairs[(1 << TC_KNOWN_PAIR_BITS) / 64];	/* of the subjects */
	bool names_typed;
	uint64_t digest;
	char version[17];
};

struct tc_registry *tc_registry_new(void)
{
	struct tc_registry *r = tc_zalloc(sizeof *r);

	r->digest = 14695981039346656037u;	/* FNV-1a's offset basis */
	snprintf(r->version, sizeof r->version, "%016llx",
		 (unsigned long long)r->digest);
	return r;
}

void tc_registry_free(struct tc_registry *r)
{
	if (!r)
		return;
	for (int by = 0; by < TC_BY_COUNT; by++) {
		free(r->by[by]);
		free(r->run[by]);
		tc_slots_release(&r->slots[by]);
	}
	free(r->names);
	free(r->rows);
	tc_arena_release(&r->arena);
	free(r);
}

static struct tc_str row_key(const struct tc_known *k, enum tc_known_by by)
{
	return by == TC_BY_SYMBOL ? k->symbol_key :
	       by == TC_BY_SHORT ? k->short_key : k->plenum;
}

static int compare_dates(struct tc_date a, struct tc_date b)
{
	int64_t x = tc_date_first(a), y = tc_date_first(b);

	return (x > y) - (x < y);
}

static int compare_by(const void *pa, const void *pb, void *by)
{
	const struct tc_known *a = *(const struct tc_known *const *)pa;
	const struct tc_known *b = *(const struct tc_known *const *)pb;
	int order = tc_str_cmp(row_key(a, *(enum tc_known_by *)by),
			       row_key(b, *(enum tc_known_by *)by));

	if (!order)
		order = compare_dates(a->date, b->date);
	if (!order)
		order = tc_str_cmp(a->id, b->id);
	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_latest_of_id(const struct tc_known **v, size_t i, size_t n)
{
	return i + 1 == n || !tc_str_eq(v[i]->id, v[i + 1]->id);
}

/* Of each key the first row. */
static void build_slots(struct tc_registry *r, enum tc_known_by by)
{
	const struct tc_known **v = r->by[by];

	free(r->run[by]);
	r->run[by] = tc_zalloc((r->by_n[by] + 1) * sizeof *r->run[by]);
	tc_slots_init(&r->slots[by], r->by_n[by]);
	for (size_t i = 0, first = 0; i < r->by_n[by]; i++) {
		if (!i || !tc_str_eq(row_key(v[i - 1], by), row_key(v[i], by))) {
			tc_slots_add(&r->slots[by], tc_slots_hash(row_key(v[i], by)),
				     (uint32_t)i);
			first = i;
		}
		r->run[by][first]++;
	}
}

/* Sorts the rows that have a key; of equal ids the last loaded stays. */
static void build_index(struct tc_registry *r, enum tc_known_by by)
{
	const struct tc_known **v = tc_alloc((r->n + 1) * sizeof *v);
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < r->n; i++)
		if (row_key(&r->rows[i], by).n)
			v[n++] = &r->rows[i];
	qsort_r(v, n, sizeof *v, compare_by, &by);
	for (size_t i = 0; i < n; i++)
		if (is_latest_of_id(v, i, n))
			v[kept++] = v[i];
	free(r->by[by]);
	r->by[by] = v;
	r->by_n[by] = kept;
	build_slots(r, by);
}

/* Drops rows that a later one of the same id replaces, so that no index
 * finds the old one. */
static void drop_replaced(struct tc_registry *r)
{
	build_index(r, TC_BY_SYMBOL);
	struct tc_known *kept = tc_alloc((r->n + 1) * sizeof *kept);
	size_t n = r->by_n[TC_BY_SYMBOL];

	for (size_t i = 0; i < n; i++)
		kept[i] = *r->by[TC_BY_SYMBOL][i];
	free(r->rows);
	r->rows = kept;
	r->n = n;
	r->cap = n + 1;
}

static bool has_figures(const struct tc_tokens *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].flags & TC_TOKEN_DIGIT)
			return true;
	return false;
}

static int compare_names(const void *pa, const void *pb)
{
	const struct tc_known_name *a = pa, *b = pb;
	const int order = tc_str_cmp(a->words.v[0].bare, b->words.v[0].bare);

	return order ? order : compare_dates(a->row->date, b->row->date);
}

/* Whether a number may begin where those two words stand (scan.h). */
static bool is_typed(struct tc_str first, struct tc_str second)
{
	const uint32_t info = tc_word_info(first.n, tc_token_hash(first));
	const uint32_t next = tc_word_info(second.n, tc_token_hash(second));

	return TC_WORD_BEGINS(info) & TC_BEGINS_ANY_NUMBER ||
	       tc_word_follows(tc_word_seconds[TC_WORD_ROW(info)].type,
			       TC_WORD_ROW(next));
}

/* Each word may be printed with its marks or without. */
static void add_first(struct tc_registry *r, const struct tc_token *v)
{
	const struct tc_str words[] = { v->exact, v->bare };

	for (size_t i = 0; i < 2; i++) {
		const uint32_t hash = tc_token_hash(words[i]);
		r->firsts[hash % TC_KNOWN_BITS / 64] |=
			UINT64_C(1) << hash % 64;
		r->names_typed &= is_typed(words[i], v[1].exact) &&
				  is_typed(words[i], v[1].bare);
	}
}

const uint64_t *tc_registry_firsts(const struct tc_registry *r)
{
	return r->firsts;
}

/* "Nghị quyết 10", which the grammar reads; "Khoán 10" it does not. */
static bool is_number(struct tc_registry *r, struct tc_str name)
{
	struct tc_number number;
	struct tc_str at;

	return tc_docnum_parse(tc_str_trim(name), true, &r->arena, &number,
			       &at);
}

static void add_names(struct tc_registry *r, const struct tc_known *row)
{
	struct tc_str rest = row->names, name;

	while (tc_str_split(&rest, ';', &name)) {
		struct tc_known_name n = { .row = row };
		tc_tokenize(name, &r->arena, &n.words);
		n.asked = has_figures(&n.words);
		if (n.words.n < 2 || (n.asked && is_number(r, name)))
			continue;
		r->names = tc_grow(r->names, r->name_n, &r->name_cap,
				   sizeof *r->names);
		if (!n.asked)
			add_first(r, n.words.v);
		r->names[r->name_n++] = n;
	}
}

/* Each word may be printed with its marks or without. */
static void add_pairs(struct tc_registry *r, const struct tc_known *row)
{
	for (size_t i = 0; i + 1 < row->subject.n; i++)
		for (size_t k = 0; k < 4; k++) {
			const uint32_t bit =
				tc_known_pair(row->hashes[i][k / 2],
					      row->hashes[i + 1][k % 2]);
			r->pairs[bit / 64] |= UINT64_C(1) << bit % 64;
		}
}

const uint64_t *tc_registry_pairs(const struct tc_registry *r)
{
	return r->pairs;
}

static void build_names(struct tc_registry *r)
{
	r->name_n = 0;
	r->names_typed = true;
	for (size_t i = 0; i < r->n; i++)
		add_names(r, &r->rows[i]);
	if (r->name_n)
		qsort(r->names, r->name_n, sizeof *r->names, compare_names);
}

const struct tc_known_name *tc_registry_names(const struct tc_registry *r,
					      struct tc_str first, size_t *n)
{
	size_t low = 0, high = r->name_n, end;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (tc_str_cmp(r->names[mid].words.v[0].bare, first) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (end = low; end < r->name_n; end++)
		if (!tc_str_eq(r->names[end].words.v[0].bare, first))
			break;
	*n = end - low;
	return *n ? r->names + low : NULL;
}

size_t tc_registry_name_count(const struct tc_registry *r)
{
	return r->name_n;
}

bool tc_registry_names_typed(const struct tc_registry *r)
{
	return r->names_typed;
}

bool tc_registry_name_at(const struct tc_registry *r, size_t i,
			 struct tc_registry_name *out)
{
	if (i >= r->name_n)
		return false;
	*out = (struct tc_registry_name){ &r->names[i].words,
					  r->names[i].row->id };
	return true;
}

static void add_digest(struct tc_registry *r, struct tc_str bytes)
{
	for (size_t i = 0; i < bytes.n; i++) {
		r->digest ^= (unsigned char)bytes.p[i];
		r->digest *= 1099511628211u;	/* FNV-1a's prime */
	}
	snprintf(r->version, sizeof r->version, "%016llx",
		 (unsigned long long)r->digest);
}

/* Behind those of earlier files, some of which they replace. */
static void add_rows(struct tc_registry *r, const struct tc_known_list *theirs)
{
	for (size_t i = 0; i < theirs->n; i++)
		if (theirs->v[i].earlier)
			r->rows[theirs->v[i].earlier - r->rows].symbol_key =
				TC_STR("");
	for (size_t i = 0; i < theirs->n; i++) {
		r->rows = tc_grow(r->rows, r->n, &r->cap, sizeof *r->rows);
		r->rows[r->n] = theirs->v[i];
		r->rows[r->n].earlier = NULL;
		r->rows[r->n++].order = r->loaded++;
	}
}

int tc_registry_load(struct tc_registry *r, const char *path,
		     tc_warn_fn *warn, void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	struct tc_known_list theirs = { 0 };
	struct tc_tsv table = { .path = path, .warn = warn, .ctx = ctx };

	if (tc_file_read(path, FILE_MAX, &bytes, err) < 0)
		return -1;
	int status = tc_known_read(r, &r->arena, &table, tc_buf_str(&bytes),
				   &theirs, err);
	if (!status) {
		add_digest(r, tc_buf_str(&bytes));
		add_rows(r, &theirs);
		drop_replaced(r);
		for (int by = 0; by < TC_BY_COUNT; by++)
			build_index(r, (enum tc_known_by)by);
		build_names(r);
		for (size_t i = 0; i < r->n; i++) {
			memset(r->rows[i].with, 0, r->rows[i].subject.n);
			add_pairs(r, &r->rows[i]);
		}
	}
	free(theirs.v);
	return status;
}

/* The first row of the index that is not below `key`. */
static size_t lower_bound(const struct tc_registry *r, enum tc_known_by by,
			  struct tc_str key)
{
	size_t low = 0, high = r->by_n[by];

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (tc_str_cmp(row_key(r->by[by][mid], by), key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct tc_known *const *tc_registry_rows(const struct tc_registry *r,
					       enum tc_known_by by,
					       struct tc_str key, size_t *n)
{
	const struct tc_known *const *v = r->by[by];
	const uint32_t hash = tc_slots_hash(key);
	size_t step = 0, i = tc_slots_next(&r->slots[by], hash, &step);

	while (i != UINT32_MAX && !tc_str_eq(row_key(v[i], by), key))
		i = tc_slots_next(&r->slots[by], hash, &step);
	*n = 0;
	if (i == UINT32_MAX)
		return NULL;
	*n = r->run[by][i];
	return v + i;
}

const struct tc_known *const *tc_registry_heads(const struct tc_registry *r,
						enum tc_known_by by,
						struct tc_str head, size_t *n)
{
	size_t i = lower_bound(r, by, head), end = i;

	if (!head.n)
		end = r->by_n[by];
	while (end < r->by_n[by] &&
	       tc_str_starts(row_key(r->by[by][end], by), head))
		end++;
	*n = end - i;
	return *n ? r->by[by] + i : NULL;
}

struct tc_str tc_registry_plenum(const struct tc_registry *r, struct tc_str id)
{
	size_t at = tc_str_find(id, TC_STR("@"), 0), n;
	const struct tc_str canonical =
		tc_str(id.p, at == SIZE_MAX ? id.n : at);
	TC_SCOPED_BUF room = { 0 };
	const struct tc_known *const *v = tc_registry_rows(r, TC_BY_SYMBOL,
		tc_docnum_canonical_key(canonical, &room), &n);

	for (size_t i = 0; i < n; i++)
		if (tc_str_eq(v[i]->id, id))
			return v[i]->plenum;
	return TC_STR("");
}

struct tc_str tc_registry_version(const struct tc_registry *r)
{
	return tc_str0(r->version);
}
