/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/registry.h"

#include "base/file.h"
#include "base/language.h"
#include "base/slots.h"
#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/registry-rows.h"
#include "fact/term.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)16 * 1024 * 1024)
#define LINE_BYTES_MAX 4096

enum column {
	COL_SYMBOL, COL_DATE, COL_ISSUER, COL_TERM, COL_SUBJECT, COL_SHORT,
	COL_PLENUM, COL_SOURCE, COL_CONFIRMED, COL_COUNT
};
static const char *const column_names[COL_COUNT] = {
	"symbol", "date", "issuer", "term", "subject", "short", "plenum",
	"source", "confirmed",
};

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

struct loader {
	struct tc_registry *r;
	const char *path;
	size_t line;
	int column[COL_COUNT];		/* place in the file; -1: absent */
	tc_warn_fn *warn;
	void *ctx;
};

static void warn_row(struct loader *l, const char *what, struct tc_str value)
{
	char message[512];

	if (!l->warn)
		return;
	if (value.n > 200)
		value.n = 200;
	if (value.n)
		snprintf(message, sizeof message,
			 _("%s:%zu: %s '%.*s'; row left out"), l->path,
			 l->line, _(what), TC_ARG(value));
	else
		snprintf(message, sizeof message,
			 _("%s:%zu: %s; row left out"), l->path, l->line,
			 _(what));
	l->warn(l->ctx, message);
}

/* The line's fields in our order; absent ones are empty. */
static size_t split_fields(const struct loader *l, struct tc_str line,
			   struct tc_str fields[COL_COUNT])
{
	struct tc_str part;
	int n = 0;

	for (int c = 0; c < COL_COUNT; c++)
		fields[c] = TC_STR("");
	for (; tc_str_split(&line, '\t', &part); n++)
		for (int c = 0; c < COL_COUNT; c++)
			if (l->column[c] == n)
				fields[c] = tc_str_trim(part);
	return (size_t)n;
}

static int read_header(struct loader *l, struct tc_str line,
		       struct tc_error *err)
{
	struct tc_str part;

	for (int c = 0; c < COL_COUNT; c++)
		l->column[c] = -1;
	for (int n = 0; tc_str_split(&line, '\t', &part); n++)
		for (int c = 0; c < COL_COUNT; c++)
			if (tc_str_is(tc_str_trim(part), column_names[c]))
				l->column[c] = n;
	if (l->column[COL_SYMBOL] >= 0 && l->column[COL_DATE] >= 0)
		return 0;
	return tc_fail(err, TC_E_INPUT,
		       "line %zu: no columns 'symbol' and 'date'; the first "
		       "line names the columns, separated by tabs", l->line);
}

/* Symbol-less documents keep their id; the others get their date. */
static struct tc_str make_id(struct tc_arena *a, const struct tc_number *n,
			     struct tc_date d)
{
	char date[TC_DATE_MAX];

	if (n->id.n)
		return tc_arena_str(a, n->id);
	return tc_arena_printf(a, "%.*s@%s", TC_ARG(n->canonical),
			       tc_date_print(d, date));
}

static struct tc_str key_of(struct tc_arena *a, const struct tc_number *n,
			    enum tc_docnum_key part)
{
	TC_SCOPED_BUF key = { 0 };

	if (!tc_docnum_key(n, part, &key))
		return TC_STR("");
	return tc_arena_str(a, tc_buf_str(&key));
}

static bool read_symbol(struct loader *l, struct tc_str value,
			struct tc_number *n)
{
	struct tc_str at;

	if (tc_docnum_parse(value, false, &l->r->arena, n, &at) && !at.n &&
	    (n->issuer.n || n->id.n))
		return true;
	warn_row(l, "no document number", value);
	return false;
}

static bool read_plenum(struct loader *l, struct tc_str value,
			struct tc_str *plenum)
{
	struct tc_number n;
	struct tc_str at;

	*plenum = TC_STR("");
	if (!value.n)
		return true;
	if (!tc_docnum_parse(value, false, &l->r->arena, &n, &at)) {
		warn_row(l, "no plenum name", value);
		return false;
	}
	*plenum = n.canonical;
	return true;
}

static bool read_confirmed(struct loader *l, struct tc_str value, bool *yes)
{
	*yes = tc_str_is(value, "yes");
	if (*yes || !value.n || tc_str_is(value, "no"))
		return true;
	warn_row(l, "confirmed is neither yes nor no:", value);
	return false;
}

static bool fill_row(struct loader *l, const struct tc_str *f,
		     struct tc_known *k)
{
	struct tc_arena *a = &l->r->arena;
	struct tc_number n;

	if (!read_symbol(l, f[COL_SYMBOL], &n) ||
	    !read_plenum(l, f[COL_PLENUM], &k->plenum) ||
	    !read_confirmed(l, f[COL_CONFIRMED], &k->confirmed))
		return false;
	if (!tc_date_read(f[COL_DATE], &k->date) || !k->date.year) {
		warn_row(l, "not a date:", f[COL_DATE]);
		return false;
	}
	k->term = tc_term_read(f[COL_TERM]);
	if (f[COL_TERM].n && !k->term) {
		warn_row(l, "no term", f[COL_TERM]);
		return false;
	}
	if (!k->term)
		k->term = tc_term_of(k->date);
	k->symbol = tc_arena_str(a, n.canonical);
	k->id = make_id(a, &n, k->date);
	k->symbol_key = key_of(a, &n, TC_KEY_CANONICAL);
	k->short_key = key_of(a, &n, TC_KEY_SHORT);
	k->issuer = tc_arena_str(a, f[COL_ISSUER]);
	k->names = tc_arena_str(a, f[COL_SHORT]);
	tc_tokenize(tc_arena_str(a, f[COL_SUBJECT]), a, &k->subject);
	for (size_t i = 0; i < k->subject.n; i++)
		k->subject_words |= tc_known_word(&k->subject.v[i]);
	return true;
}

static void add_row(struct loader *l, struct tc_str line)
{
	struct tc_registry *r = l->r;
	struct tc_str fields[COL_COUNT];
	struct tc_known row = { .order = r->loaded++ };

	if (line.n > LINE_BYTES_MAX) {
		warn_row(l, "line too long", TC_STR(""));
		return;
	}
	if (tc_utf8_valid(line) != line.n) {
		warn_row(l, "not UTF-8", TC_STR(""));
		return;
	}
	if (split_fields(l, line, fields) < 2) {
		warn_row(l, "one column only; columns are separated by tabs",
			 TC_STR(""));
		return;
	}
	if (!fill_row(l, fields, &row))
		return;
	r->rows = tc_grow(r->rows, r->n, &r->cap, sizeof *r->rows);
	r->rows[r->n++] = row;
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

static uint32_t hash_of(struct tc_str key)
{
	return tc_str_hash(key, 0);
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
			tc_slots_add(&r->slots[by], hash_of(row_key(v[i], by)),
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

	return tc_str_cmp(a->words.v[0].bare, b->words.v[0].bare);
}

/* Whether a number may begin where those two words stand (scan.h). */
static bool is_typed(struct tc_str first, struct tc_str second)
{
	const uint32_t info = tc_word_info(first.n, tc_token_hash(first));
	const uint32_t next = tc_word_info(second.n, tc_token_hash(second));

	return TC_WORD_BEGINS(info) & TC_BEGINS_ANY_NUMBER ||
	       tc_word_follows(tc_word_rows[TC_WORD_ROW(info)].type_seconds,
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

static void add_names(struct tc_registry *r, const struct tc_known *row)
{
	struct tc_str rest = row->names, name;

	while (tc_str_split(&rest, ';', &name)) {
		struct tc_known_name n = { .row = row };
		tc_tokenize(name, &r->arena, &n.words);
		if (n.words.n < 2 || has_figures(&n.words))
			continue;
		r->names = tc_grow(r->names, r->name_n, &r->name_cap,
				   sizeof *r->names);
		add_first(r, n.words.v);
		r->names[r->name_n++] = n;
	}
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

static void add_digest(struct tc_registry *r, struct tc_str bytes)
{
	for (size_t i = 0; i < bytes.n; i++) {
		r->digest ^= (unsigned char)bytes.p[i];
		r->digest *= 1099511628211u;	/* FNV-1a's prime */
	}
	snprintf(r->version, sizeof r->version, "%016llx",
		 (unsigned long long)r->digest);
}

static int load_lines(struct loader *l, struct tc_str rest,
		      struct tc_error *err)
{
	struct tc_str line;
	bool header = false;

	while (tc_str_split(&rest, '\n', &line)) {
		l->line++;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (!tc_str_trim(line).n || *line.p == '#')
			continue;
		if (header)
			add_row(l, line);
		else if (read_header(l, line, err) < 0)
			return -1;
		header = true;
	}
	return 0;
}

int tc_registry_load(struct tc_registry *r, const char *path,
		     tc_warn_fn *warn, void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	struct loader l = { .r = r, .path = path, .warn = warn, .ctx = ctx };

	if (tc_file_read(path, FILE_MAX, &bytes, err) < 0)
		return -1;
	struct tc_str text = tc_utf8_unmarked(tc_buf_str(&bytes));
	if (load_lines(&l, text, err) < 0) {
		tc_error_context(err, "%s", path);
		return -1;
	}
	add_digest(r, tc_buf_str(&bytes));
	drop_replaced(r);
	for (int by = 0; by < TC_BY_COUNT; by++)
		build_index(r, (enum tc_known_by)by);
	build_names(r);
	return 0;
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
	const uint32_t hash = hash_of(key);
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
