/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/cluster.h"

#include "index/cluster-find.h"
#include "index/schema.h"

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>

/* Of more than so many that were written all are looked at. */
#define NEAR_MAX 4096

struct settling {
	struct tc_archive *archive;
	struct tc_finding found;
	/* those whose near-duplicates are not known */
	uint32_t *fresh;
	size_t fresh_n, fresh_cap;
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

/* ---- what there is ---- */

static bool note_cluster(void *ctx, uint32_t docid, struct tc_str value)
{
	struct settling *s = ctx;
	unsigned long long name;
	unsigned size;
	char text[40];

	snprintf(text, sizeof text, "%.*s", TC_ARG(value));
	if (sscanf(text, "%16llx%u", &name, &size) == 2) {
		struct tc_set_node *node = tc_sets_node(&s->found.sets, docid);
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

static void note_fresh(struct settling *s, uint32_t docid)
{
	s->fresh = tc_grow(s->fresh, s->fresh_n, &s->fresh_cap,
			   sizeof *s->fresh);
	s->fresh[s->fresh_n++] = docid;
}

/* Clusters of before that are all there are joined without another look; one
 * that lost a member may have fallen apart. */
static void join_known(struct settling *s)
{
	struct tc_sets *sets = &s->found.sets;
	TC_SCOPED_FREE struct tc_set_node **v = tc_sets_sorted(sets, by_name);

	for (size_t i = 0, end; i < sets->n; i = end) {
		for (end = i + 1; end < sets->n && v[end]->name == v[i]->name;)
			end++;
		bool whole = v[i]->name && v[i]->size == end - i;
		for (size_t k = i; k < end; k++)
			if (whole)
				tc_sets_join(sets, v[i]->docid, v[k]->docid);
			else
				note_fresh(s, v[k]->docid);
	}
}

static int by_docid(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* What the writer wrote joins them, sorted, each once. */
static void note_written(struct settling *s)
{
	const uint32_t *v;
	size_t n = tc_xwriter_written(s->archive->writer, &v), kept = 0;

	for (size_t i = 0; i < n; i++)
		note_fresh(s, v[i]);
	if (s->fresh_n)
		qsort(s->fresh, s->fresh_n, sizeof *s->fresh, by_docid);
	for (size_t i = 0; i < s->fresh_n; i++)
		if (!kept || s->fresh[kept - 1] != s->fresh[i])
			s->fresh[kept++] = s->fresh[i];
	s->fresh_n = kept;
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

	if (tc_xdoc_load(s->found.db, docid, &doc, s->err) != 0)
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
	TC_SCOPED_BUF digits = { 0 };

	if (tc_xdb_value(s->found.db, node->docid, TC_SLOT_ID, &digits,
			 s->err) != 0)
		return -1;
	*id = strtoull(tc_buf_cstr(&digits), NULL, 16);
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
	struct tc_sets *sets = &s->found.sets;

	tc_sets_flatten(sets);
	TC_SCOPED_FREE struct tc_set_node **v =
		tc_sets_sorted(sets, by_parent);
	for (size_t i = 0, end; i < sets->n; i = end) {
		for (end = i + 1;
		     end < sets->n && v[end]->parent == v[i]->parent;)
			end++;
		if (put_set(s, v + i, end - i) != 0 ||
		    tc_archive_relieve(s->archive, s->err) != 0)
			return -1;
	}
	return 0;
}

/* ---- the whole ---- */

static int settle(struct settling *s, bool whole)
{
	if (tc_xdb_values(s->found.db, TC_SLOT_CLUSTER, note_cluster, s,
			  s->err) != 0)
		return -1;
	join_known(s);
	note_written(s);
	int bad = whole || s->fresh_n > NEAR_MAX ?
			  tc_finding_all(&s->found) :
			  tc_finding_near(&s->found, s->fresh, s->fresh_n);
	return bad ? -1 : put_sets(s);
}

int tc_clusters_settle(struct tc_archive *archive, bool whole,
		       struct tc_error *err)
{
	struct settling s = { .archive = archive, .err = err, .found = {
		.db = tc_xwriter_db(archive->writer), .err = err } };
	int bad = settle(&s, whole);

	tc_finding_release(&s.found);
	free(s.fresh);
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
