/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bands: two neighbouring bins of the sketches that are equal make two
 * articles candidates.  For one band after the other
 *
 *   sketches -> how often a key of the band is there, in small counters
 *            -> (key, article) of those that are not alone, sorted
 *            -> those with one key are compared by their texts
 *            -> sets joined
 *
 * so that memory holds what has near-duplicates, not every article.
 */
#include "config.h"

#include "index/cluster.h"

#include "index/record.h"
#include "index/schema.h"
#include "index/sets.h"

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>

#define BANDS (TC_SKETCH_BINS / 2)
/* Of two texts at the threshold 10 bins are equal, give or take 3; of two
 * that have nothing to do with each other, none. */
#define EQUAL_MIN 5
/* Of many with one key each is compared with so many before it that are not
 * of its set by then: forms with other names filled in would be compared each
 * with each.  And for so many it is looked up whether they are. */
#define COMPARED_MAX 64
#define LOOKED_UP_MAX 4096
/* Counters of keys: of half a million articles one in ten has a stranger in
 * its counter and is sorted for nothing. */
#define COUNTER_BITS 22
/* What the clusters were made of, so that an import that brought nothing
 * ends at once. */
#define META_DONE "tracuu-clusters"

struct entry {
	uint32_t key;		/* of the band */
	uint32_t order;		/* of the whole sketch: tells equals apart
				   in the same way whatever their docids */
	uint32_t docid;
};

/* The shingles of the body that was read last. */
struct body {
	uint32_t docid;
	bool read;
	uint64_t *v;
	size_t n;
	struct tc_arena arena;
};

struct settling {
	struct tc_archive *archive;
	struct tc_xdb *db;
	struct tc_sets sets;
	struct entry *entries;
	size_t entry_count, entry_cap;
	uint64_t *once, *again;	/* a bit for each counter */
	size_t band;
	uint64_t sum;
	struct body left, right;
	struct tc_error *err;
};

/* ---- sketches ---- */

void tc_sketch_put(const struct tc_sketch *sketch, struct tc_buf *out)
{
	for (size_t i = 0; i < TC_SKETCH_BINS; i++) {
		uint16_t bin = htole16(sketch->bin[i]);
		tc_buf_add(out, &bin, sizeof bin);
	}
}

bool tc_sketch_get(struct tc_str bytes, struct tc_sketch *out)
{
	if (bytes.n != sizeof out->bin)
		return false;
	memcpy(out->bin, bytes.p, sizeof out->bin);
	for (size_t i = 0; i < TC_SKETCH_BINS; i++)
		out->bin[i] = le16toh(out->bin[i]);
	return true;
}

static uint32_t band_key(const struct tc_sketch *s, size_t band)
{
	return (uint32_t)s->bin[2 * band] << 16 | s->bin[2 * band + 1];
}

/* The first band that both have; BANDS when there is none. */
static size_t first_band(const struct tc_sketch *a, const struct tc_sketch *b)
{
	size_t i = 0;

	while (i < BANDS && band_key(a, i) != band_key(b, i))
		i++;
	return i;
}

bool tc_cluster_candidate(const struct tc_sketch *a, const struct tc_sketch *b)
{
	return first_band(a, b) < BANDS && tc_sketch_equal(a, b) >= EQUAL_MIN;
}

/* ---- what there is ---- */

static uint64_t mix(uint64_t h, uint64_t x)
{
	h = (h ^ x) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

static bool add_to_sum(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;

	s->sum = mix(s->sum, docid);
	s->sum = mix(s->sum, tc_str_hash(value, 0));
	return true;
}

static bool note_cluster(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;
	unsigned long long name;
	unsigned size;
	char text[40];

	snprintf(text, sizeof text, "%.*s", TC_ARG(value));
	if (sscanf(text, "%16llx%u", &name, &size) == 2) {
		struct tc_set_node *node = tc_sets_node(&s->sets, docid);
		node->name = name;
		node->size = size;
	}
	return true;
}

static int by_name(const void *a, const void *b)
{
	const struct tc_set_node *x = *(struct tc_set_node *const *)a;
	const struct tc_set_node *y = *(struct tc_set_node *const *)b;

	if (x->name != y->name)
		return x->name < y->name ? -1 : 1;
	return (x->docid > y->docid) - (x->docid < y->docid);
}

/* Clusters of before that are all there are joined without another look; one
 * that lost a member may have fallen apart. */
static void join_known(struct settling *s)
{
	TC_SCOPED_FREE struct tc_set_node **v =
		tc_sets_sorted(&s->sets, by_name);

	for (size_t i = 0, end; i < s->sets.n; i = end) {
		for (end = i + 1; end < s->sets.n && v[end]->name == v[i]->name;)
			end++;
		if (!v[i]->name || v[i]->size != end - i)
			continue;
		for (size_t k = i + 1; k < end; k++)
			tc_sets_join(&s->sets, v[i]->docid, v[k]->docid);
	}
}

/* ---- comparing ---- */

static int read_body(struct settling *s, uint32_t docid, struct body *b)
{
	struct tc_tokens tokens;
	struct tc_record r;

	if (b->read && b->docid == docid)
		return 0;
	tc_arena_clear(&b->arena);
	b->read = false;
	if (tc_record_load(s->db, docid, &b->arena, &r, s->err) != 0)
		return -1;
	tc_tokenize(tc_str_from(r.article.text, r.article.title_len),
		    &b->arena, &tokens);
	b->v = tc_arena_alloc(&b->arena, tokens.n * sizeof *b->v);
	b->n = tc_shingles(tokens.v, tokens.n, b->v);
	b->docid = docid;
	b->read = true;
	return 0;
}

/* Joins two whose texts have enough in common. */
static int compare(struct settling *s, uint32_t a, uint32_t b)
{
	if (read_body(s, a, &s->left) != 0 || read_body(s, b, &s->right) != 0)
		return -1;
	size_t shared = tc_shingles_shared(s->left.v, s->left.n, s->right.v,
					   s->right.n);
	size_t all = s->left.n + s->right.n - shared;
	if ((double)shared >= TC_CLUSTER_RESEMBLANCE * (double)all)
		tc_sets_join(&s->sets, a, b);
	return 0;
}

static int sketch_of(struct settling *s, uint32_t docid, struct tc_sketch *out)
{
	TC_SCOPED_BUF value = { 0 };

	if (tc_xdb_value(s->db, docid, TC_SLOT_SKETCH, &value,
			 s->err) != 0)
		return -1;
	if (!tc_sketch_get(tc_buf_str(&value), out))
		*out = (struct tc_sketch){ 0 };
	return 0;
}

/* Two with one key: compared in the first band that they share. */
static int meet(struct settling *s, uint32_t a, const struct tc_sketch *of_a,
		uint32_t b)
{
	struct tc_sketch of_b;

	if (sketch_of(s, b, &of_b) != 0)
		return -1;
	if (first_band(of_a, &of_b) != s->band ||
	    tc_sketch_equal(of_a, &of_b) < EQUAL_MIN)
		return 0;
	return compare(s, a, b);
}

/* One with those before it. */
static int take_entry(struct settling *s, const struct entry *e, size_t i)
{
	size_t first = i > LOOKED_UP_MAX ? i - LOOKED_UP_MAX : 0;
	size_t compared = 0;
	struct tc_sketch sketch;

	if (sketch_of(s, e[i].docid, &sketch) != 0)
		return -1;
	for (size_t k = i; k-- > first && compared < COMPARED_MAX;) {
		if (tc_sets_joined(&s->sets, e[i].docid, e[k].docid))
			continue;
		if (meet(s, e[i].docid, &sketch, e[k].docid) != 0)
			return -1;
		compared++;
	}
	return 0;
}

static int take_key(struct settling *s, const struct entry *e, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (take_entry(s, e, i) != 0)
			return -1;
	return 0;
}

/* The bit of a key's counter, and the word that it is in. */
static size_t counter_of(uint32_t key, uint64_t *bit)
{
	uint32_t i = key * UINT32_C(0x9E3779B1) >> (32 - COUNTER_BITS);

	*bit = UINT64_C(1) << (i & 63);
	return i / 64;
}

static bool count_key(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;
	struct tc_sketch sketch;
	uint64_t bit;

	(void)docid;
	if (!tc_sketch_get(value, &sketch))
		return true;
	size_t at = counter_of(band_key(&sketch, s->band), &bit);
	s->again[at] |= s->once[at] & bit;
	s->once[at] |= bit;
	return true;
}

static bool note_entry(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;
	struct tc_sketch sketch;
	uint64_t bit;

	if (!tc_sketch_get(value, &sketch))
		return true;
	uint32_t key = band_key(&sketch, s->band);
	if (!(s->again[counter_of(key, &bit)] & bit))
		return true;
	s->entries = tc_grow(s->entries, s->entry_count, &s->entry_cap,
			     sizeof *s->entries);
	s->entries[s->entry_count++] = (struct entry){
		.key = key, .order = tc_str_hash(value, 1), .docid = docid };
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return (x->docid > y->docid) - (x->docid < y->docid);
}

/* The entries of those that have a key of the band together. */
static int gather(struct settling *s)
{
	const size_t size = ((size_t)1 << COUNTER_BITS) / 8;

	memset(s->once, 0, size);
	memset(s->again, 0, size);
	s->entry_count = 0;
	if (tc_xdb_values(s->db, TC_SLOT_SKETCH, count_key, s, s->err) != 0 ||
	    tc_xdb_values(s->db, TC_SLOT_SKETCH, note_entry, s, s->err) != 0)
		return -1;
	if (s->entry_count)
		qsort(s->entries, s->entry_count, sizeof *s->entries, by_key);
	return 0;
}

static int take_band(struct settling *s, size_t band)
{
	s->band = band;
	if (gather(s) != 0)
		return -1;
	for (size_t i = 0, end; i < s->entry_count; i = end) {
		for (end = i + 1; end < s->entry_count &&
				  s->entries[end].key == s->entries[i].key;)
			end++;
		if (end - i > 1 &&
		    take_key(s, s->entries + i, end - i) != 0)
			return -1;
	}
	return 0;
}

static int take_bands(struct settling *s)
{
	const size_t size = ((size_t)1 << COUNTER_BITS) / 8;
	int bad = 0;

	s->once = tc_alloc(size);
	s->again = tc_alloc(size);
	for (size_t band = 0; band < BANDS && !bad; band++)
		bad = take_band(s, band);
	free(s->once);
	free(s->again);
	return bad;
}

/* ---- writing ---- */

static int by_parent(const void *a, const void *b)
{
	const struct tc_set_node *x = *(struct tc_set_node *const *)a;
	const struct tc_set_node *y = *(struct tc_set_node *const *)b;

	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	return (x->docid > y->docid) - (x->docid < y->docid);
}

static void free_doc(struct tc_xdoc **doc)
{
	tc_xdoc_free(*doc);
}

/* Takes a document out of the cluster that it was in and, unless `name` is 0,
 * puts it into another. */
static int put_node(struct settling *s, const struct tc_set_node *node,
		    uint64_t name, size_t size)
{
	__attribute__((cleanup(free_doc))) struct tc_xdoc *doc = NULL;
	TC_SCOPED_BUF term = { 0 }, value = { 0 };
	uint32_t docid = node->docid;
	char text[TC_CLUSTER_NAME + 1];

	if (tc_xdoc_load(s->db, docid, &doc, s->err) != 0)
		return -1;
	snprintf(text, sizeof text, "%016llx", (unsigned long long)node->name);
	if (node->name &&
	    tc_xdoc_remove(doc, tc_schema_term(TC_F_CLUSTER, tc_str0(text),
					       &term), s->err) != 0)
		return -1;
	snprintf(text, sizeof text, "%016llx", (unsigned long long)name);
	if (name)
		tc_buf_printf(&value, "%s%zu", text, size);
	if (name &&
	    tc_xdoc_add(doc, tc_schema_term(TC_F_CLUSTER, tc_str0(text),
					    &term), 0, s->err) != 0)
		return -1;
	if (tc_xdoc_set_value(doc, TC_SLOT_CLUSTER, tc_buf_str(&value),
			      s->err) != 0)
		return -1;
	return tc_xwriter_put(s->archive->writer, docid, doc, s->err);
}

static int id_of(struct settling *s, const struct tc_set_node *node, uint64_t *id)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_record r;

	if (tc_record_load(s->db, node->docid, &arena, &r, s->err) != 0)
		return -1;
	*id = strtoull(r.article.id, NULL, 16);
	return 0;
}

static int put_set(struct settling *s, struct tc_set_node **v, size_t n)
{
	uint64_t name = UINT64_MAX, id;
	bool same = true;

	for (size_t i = 0; i < n; i++)
		same &= v[i]->name == v[0]->name && v[i]->size == v[0]->size;
	if (same && (n == 1 ? !v[0]->name : v[0]->size == n))
		return 0;
	if (n == 1)
		return put_node(s, v[0], 0, 0);
	for (size_t i = 0; i < n; i++) {
		if (id_of(s, v[i], &id) != 0)
			return -1;
		name = id < name ? id : name;
	}
	for (size_t i = 0; i < n; i++)
		if (put_node(s, v[i], name, n) != 0)
			return -1;
	return 0;
}

static int put_sets(struct settling *s)
{
	tc_sets_flatten(&s->sets);
	TC_SCOPED_FREE struct tc_set_node **v =
		tc_sets_sorted(&s->sets, by_parent);
	for (size_t i = 0, end; i < s->sets.n; i = end) {
		for (end = i + 1;
		     end < s->sets.n && v[end]->parent == v[i]->parent;)
			end++;
		if (put_set(s, v + i, end - i) != 0)
			return -1;
	}
	return 0;
}

/* ---- the whole ---- */

/* Of all sketches and clusters. */
static int sum_up(struct settling *s)
{
	s->sum = 0;
	if (tc_xdb_values(s->db, TC_SLOT_SKETCH, add_to_sum, s, s->err) != 0)
		return -1;
	return tc_xdb_values(s->db, TC_SLOT_CLUSTER, add_to_sum, s, s->err);
}

/* 1 when what was summed up is what was settled last. */
static int is_done(struct settling *s)
{
	TC_SCOPED_BUF was = { 0 };
	char now[TC_CLUSTER_NAME + 1];

	if (tc_xdb_metadata(s->db, META_DONE, &was, s->err) != 0)
		return -1;
	snprintf(now, sizeof now, "%016llx", (unsigned long long)s->sum);
	return tc_str_is(tc_buf_str(&was), now);
}

static int note_done(struct settling *s)
{
	char now[TC_CLUSTER_NAME + 1];

	if (sum_up(s) != 0)
		return -1;
	snprintf(now, sizeof now, "%016llx", (unsigned long long)s->sum);
	return tc_xwriter_set_metadata(s->archive->writer, META_DONE,
				       tc_str0(now), s->err);
}

static int settle(struct settling *s)
{
	int done;

	if (sum_up(s) != 0 || (done = is_done(s)) < 0)
		return -1;
	if (done)
		return 0;
	if (tc_xdb_values(s->db, TC_SLOT_CLUSTER, note_cluster, s,
			  s->err) != 0)
		return -1;
	join_known(s);
	if (take_bands(s) != 0 || put_sets(s) != 0)
		return -1;
	return note_done(s);
}

int tc_clusters_settle(struct tc_archive *archive, struct tc_error *err)
{
	struct settling s = { .archive = archive, .err = err,
			      .db = tc_xwriter_db(archive->writer) };
	int bad = settle(&s);

	tc_arena_release(&s.left.arena);
	tc_arena_release(&s.right.arena);
	tc_sets_release(&s.sets);
	free(s.entries);
	return bad;
}

int tc_cluster_of(struct tc_xdb *db, uint32_t docid, struct tc_cluster *out,
		  struct tc_error *err)
{
	TC_SCOPED_BUF value = { 0 };

	*out = (struct tc_cluster){ .size = 1 };
	if (tc_xdb_value(db, docid, TC_SLOT_CLUSTER, &value, err) != 0)
		return -1;
	if (value.n <= TC_CLUSTER_NAME)
		return 0;
	memcpy(out->name, value.p, TC_CLUSTER_NAME);
	out->size = (uint32_t)strtoul(value.p + TC_CLUSTER_NAME, NULL, 10);
	return 0;
}
