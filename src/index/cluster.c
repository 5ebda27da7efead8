/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bands: two neighbouring bins of the sketches that are equal make two
 * articles candidates.  For one band after the other
 *
 *   sketches -> (key of the band, article), sorted -> those with one key
 *            -> compared by their texts -> sets joined
 *
 * so that memory holds 28 bytes an article, not the sketches.
 */
#include "config.h"

#include "index/cluster.h"

#include "index/record.h"
#include "index/schema.h"

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>

#define BANDS (TC_SKETCH_BINS / 2)
/* Of two texts at the threshold 10 bins are equal, give or take 3; of two
 * that have nothing to do with each other, none. */
#define EQUAL_MIN 5
/* Of many with one key each is compared with so many before it: forms with
 * other names filled in would be compared each with each. */
#define COMPARED_MAX 64
/* What the clusters were made of, so that an import that brought nothing
 * ends at once. */
#define META_DONE "tracuu-clusters"

struct node {
	uint32_t docid;
	uint32_t parent;	/* in the forest of sets */
	uint64_t name;		/* of the cluster that it was put into; else 0 */
	uint32_t size;		/* of that */
};

struct entry {
	uint32_t key;		/* of the band */
	uint32_t order;		/* of the whole sketch: tells equals apart
				   in the same way whatever their docids */
	uint32_t node;
};

/* The shingles of the body that was read last. */
struct body {
	uint32_t node;
	bool read;
	uint64_t *v;
	size_t n;
	struct tc_arena arena;
};

struct settling {
	struct tc_archive *archive;
	struct tc_xdb *db;
	struct node *nodes;
	size_t n, cap;
	struct entry *entries;
	size_t at;		/* node that values are read for */
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

/* ---- sets ---- */

static uint32_t root_of(struct settling *s, uint32_t i)
{
	while (s->nodes[i].parent != i) {
		s->nodes[i].parent = s->nodes[s->nodes[i].parent].parent;
		i = s->nodes[i].parent;
	}
	return i;
}

static void join(struct settling *s, uint32_t a, uint32_t b)
{
	a = root_of(s, a);
	b = root_of(s, b);
	if (a < b)
		s->nodes[b].parent = a;
	else
		s->nodes[a].parent = b;
}

/* ---- what there is ---- */

static uint64_t mix(uint64_t h, uint64_t x)
{
	h = (h ^ x) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

static bool note_sketch(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;

	s->nodes = tc_grow(s->nodes, s->n, &s->cap, sizeof *s->nodes);
	s->nodes[s->n] = (struct node){ .docid = docid,
					.parent = (uint32_t)s->n };
	s->n++;
	s->sum = mix(s->sum, docid);
	s->sum = mix(s->sum, tc_str_hash(value, 0));
	return true;
}

/* Values come in order of docid, as the nodes stand. */
static struct node *node_at(struct settling *s, uint32_t docid)
{
	while (s->at < s->n && s->nodes[s->at].docid < docid)
		s->at++;
	return s->at < s->n && s->nodes[s->at].docid == docid ?
		       &s->nodes[s->at] : NULL;
}

static bool note_cluster(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;
	struct node *node = node_at(s, docid);
	unsigned long long name;
	unsigned size;
	char text[40];

	snprintf(text, sizeof text, "%.*s", TC_ARG(value));
	if (node && sscanf(text, "%16llx%u", &name, &size) == 2) {
		node->name = name;
		node->size = size;
	}
	s->sum = mix(s->sum, docid);
	s->sum = mix(s->sum, tc_str_hash(value, 0));
	return true;
}

static int by_name(const void *a, const void *b)
{
	const struct node *x = *(struct node *const *)a;
	const struct node *y = *(struct node *const *)b;

	if (x->name != y->name)
		return x->name < y->name ? -1 : 1;
	return (x->docid > y->docid) - (x->docid < y->docid);
}

/* Nodes in order of a key of theirs; the caller frees. */
static struct node **sorted(struct settling *s,
			    int (*compare)(const void *, const void *))
{
	struct node **v = tc_alloc(s->n * sizeof *v);

	for (size_t i = 0; i < s->n; i++)
		v[i] = &s->nodes[i];
	qsort(v, s->n, sizeof *v, compare);
	return v;
}

/* Clusters of before that are all there are joined without another look; one
 * that lost a member may have fallen apart. */
static void join_known(struct settling *s)
{
	TC_SCOPED_FREE struct node **v = sorted(s, by_name);

	for (size_t i = 0, end; i < s->n; i = end) {
		for (end = i + 1; end < s->n && v[end]->name == v[i]->name;)
			end++;
		if (!v[i]->name || v[i]->size != end - i)
			continue;
		for (size_t k = i + 1; k < end; k++)
			join(s, (uint32_t)(v[i] - s->nodes),
			     (uint32_t)(v[k] - s->nodes));
	}
}

/* ---- comparing ---- */

static int read_body(struct settling *s, uint32_t node, struct body *b)
{
	TC_SCOPED_BUF data = { 0 };
	struct tc_tokens tokens;
	struct tc_record r;

	if (b->read && b->node == node)
		return 0;
	tc_arena_clear(&b->arena);
	b->read = false;
	if (tc_xdb_data(s->db, s->nodes[node].docid, &data, s->err) != 0 ||
	    tc_record_read(tc_buf_str(&data), &b->arena, &r, s->err) != 0)
		return -1;
	tc_tokenize(tc_str_from(r.article.text, r.article.title_len),
		    &b->arena, &tokens);
	b->v = tc_arena_alloc(&b->arena, tokens.n * sizeof *b->v);
	b->n = tc_shingles(tokens.v, tokens.n, b->v);
	b->node = node;
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
		join(s, a, b);
	return 0;
}

static int sketch_of(struct settling *s, uint32_t node, struct tc_sketch *out)
{
	TC_SCOPED_BUF value = { 0 };

	if (tc_xdb_value(s->db, s->nodes[node].docid, TC_SLOT_SKETCH, &value,
			 s->err) != 0)
		return -1;
	if (!tc_sketch_get(tc_buf_str(&value), out))
		*out = (struct tc_sketch){ 0 };
	return 0;
}

/* Two with one key: compared in the first band that they share, unless they
 * are in one set by then. */
static int meet(struct settling *s, uint32_t a, const struct tc_sketch *of_a,
		uint32_t b)
{
	struct tc_sketch of_b;

	if (root_of(s, a) == root_of(s, b))
		return 0;
	if (sketch_of(s, b, &of_b) != 0)
		return -1;
	if (first_band(of_a, &of_b) != s->band ||
	    tc_sketch_equal(of_a, &of_b) < EQUAL_MIN)
		return 0;
	return compare(s, a, b);
}

static int take_key(struct settling *s, const struct entry *e, size_t n)
{
	struct tc_sketch sketch;

	for (size_t i = 1; i < n; i++) {
		size_t first = i > COMPARED_MAX ? i - COMPARED_MAX : 0;
		if (sketch_of(s, e[i].node, &sketch) != 0)
			return -1;
		for (size_t k = i; k-- > first;)
			if (meet(s, e[i].node, &sketch, e[k].node) != 0)
				return -1;
	}
	return 0;
}

static bool note_entry(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;
	struct node *node = node_at(s, docid);
	struct tc_sketch sketch;

	if (!node || !tc_sketch_get(value, &sketch))
		return true;
	s->entries[node - s->nodes] = (struct entry){
		.key = band_key(&sketch, s->band),
		.order = tc_str_hash(value, 1),
		.node = (uint32_t)(node - s->nodes),
	};
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return (x->node > y->node) - (x->node < y->node);
}

static int take_band(struct settling *s, size_t band)
{
	s->band = band;
	s->at = 0;
	if (tc_xdb_values(s->db, TC_SLOT_SKETCH, note_entry, s, s->err) != 0)
		return -1;
	qsort(s->entries, s->n, sizeof *s->entries, by_key);
	for (size_t i = 0, end; i < s->n; i = end) {
		for (end = i + 1;
		     end < s->n && s->entries[end].key == s->entries[i].key;)
			end++;
		if (end - i > 1 &&
		    take_key(s, s->entries + i, end - i) != 0)
			return -1;
	}
	return 0;
}

/* ---- writing ---- */

static int by_parent(const void *a, const void *b)
{
	const struct node *x = *(struct node *const *)a;
	const struct node *y = *(struct node *const *)b;

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
static int put_node(struct settling *s, const struct node *node,
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

static int id_of(struct settling *s, const struct node *node, uint64_t *id)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF data = { 0 };
	struct tc_record r;

	if (tc_xdb_data(s->db, node->docid, &data, s->err) != 0 ||
	    tc_record_read(tc_buf_str(&data), &arena, &r, s->err) != 0)
		return -1;
	*id = strtoull(r.article.id, NULL, 16);
	return 0;
}

static int put_set(struct settling *s, struct node **v, size_t n)
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
	for (size_t i = 0; i < s->n; i++)
		s->nodes[i].parent = root_of(s, (uint32_t)i);
	TC_SCOPED_FREE struct node **v = sorted(s, by_parent);
	for (size_t i = 0, end; i < s->n; i = end) {
		for (end = i + 1;
		     end < s->n && v[end]->parent == v[i]->parent;)
			end++;
		if (put_set(s, v + i, end - i) != 0)
			return -1;
	}
	return 0;
}

/* ---- the whole ---- */

static int look(struct settling *s)
{
	s->n = s->at = 0;
	s->sum = 0;
	if (tc_xdb_values(s->db, TC_SLOT_SKETCH, note_sketch, s, s->err) != 0)
		return -1;
	return tc_xdb_values(s->db, TC_SLOT_CLUSTER, note_cluster, s, s->err);
}

/* 1 when what was looked at is what was settled last. */
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

	if (look(s) != 0)
		return -1;
	snprintf(now, sizeof now, "%016llx", (unsigned long long)s->sum);
	return tc_xwriter_set_metadata(s->archive->writer, META_DONE,
				       tc_str0(now), s->err);
}

static int settle(struct settling *s)
{
	int done;

	if (look(s) != 0 || (done = is_done(s)) < 0)
		return -1;
	if (done)
		return 0;
	join_known(s);
	s->entries = tc_zalloc(s->n * sizeof *s->entries);
	for (size_t band = 0; band < BANDS; band++)
		if (take_band(s, band) != 0)
			return -1;
	if (put_sets(s) != 0)
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
	free(s.nodes);
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
