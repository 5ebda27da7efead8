/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/verify.h"

#include "base/language.h"
#include "index/document.h"
#include "index/schema.h"
#include "index/sources.h"

#include <inttypes.h>
#include <stdio.h>

struct verifier {
	struct tc_archive *archive;
	const struct tc_verify *how;
	struct tc_verify_counts *counts;
	struct tc_arena arena;
	struct tc_buf states, value;
	struct tc_error *err;
	bool bad;
};

static int fault(struct verifier *v, uint32_t docid, struct tc_str id,
		 const char *what)
{
	v->counts->faults++;
	return v->how->fault(v->how->ctx, docid, id, what, v->err);
}

/* ---- terms ---- */

/* The document's terms against those that it should have, both sorted. */
struct compare {
	const struct tc_document *want;
	size_t next;
	char what[128 + TC_TERM_MAX];	/* the first difference */
};

/* Terms that others than the article decide: near-duplicates, and what came
 * under another address. */
static bool of_the_whole(struct tc_str term)
{
	return tc_str_starts(term, tc_str0(tc_schema[TC_F_CLUSTER].prefix)) ||
	       tc_str_starts(term, tc_str0(tc_schema[TC_F_ALIAS].prefix));
}

static bool each_term(void *ctx, struct tc_str term, uint32_t wdf)
{
	struct compare *c = ctx;

	if (of_the_whole(term))
		return true;
	const struct tc_term *t = c->next < c->want->term_count ?
					  &c->want->terms[c->next++] : NULL;
	if (t && tc_str_eq(t->term, term) && t->wdf == wdf)
		return true;
	struct tc_str odd = t && tc_str_cmp(t->term, term) < 0 ? t->term
							       : term;
	snprintf(c->what, sizeof c->what, _("its terms are others: '%.*s'"),
		 TC_ARG(odd));
	return false;
}

static const char *compare_terms(struct verifier *v, uint32_t docid,
				 const struct tc_document *want,
				 struct compare *c, struct tc_error *err)
{
	*c = (struct compare){ .want = want };
	if (tc_xdb_document_terms(v->archive->db, docid, each_term, c,
				  err) != 0)
		return err->message;
	if (!*c->what && c->next < want->term_count)
		snprintf(c->what, sizeof c->what, _("it lacks the term '%.*s'"),
			 TC_ARG(want->terms[c->next].term));
	return *c->what ? c->what : NULL;
}

static const char *compare_values(struct verifier *v, uint32_t docid,
				  const struct tc_document *want,
				  struct tc_error *err)
{
	for (uint32_t slot = 0; slot < TC_SLOT_COUNT; slot++) {
		if (slot == TC_SLOT_CLUSTER)
			continue;
		tc_buf_clear(&v->value);
		if (tc_xdb_value(v->archive->db, docid, slot, &v->value,
				 err) != 0)
			return err->message;
		if (!tc_str_eq(tc_buf_str(&v->value), want->values[slot]))
			return N_("a value of it is another");
	}
	return NULL;
}

static int compare(struct verifier *v, uint32_t docid,
		   const struct tc_record *r)
{
	struct tc_error why;
	struct tc_tokens tokens;
	struct tc_document want;
	struct compare c;

	tc_tokenize(r->article.text, &v->arena, &tokens);
	tc_document_of_record(r, tc_buf_str(&v->states), &tokens, &v->arena,
			      &want);
	v->counts->compared++;
	const char *what = compare_terms(v, docid, &want, &c, &why);
	if (!what)
		what = compare_values(v, docid, &want, &why);
	return what ? fault(v, docid, tc_str0(r->article.id), what) : 0;
}

/* ---- articles ---- */

static int give_sources(struct verifier *v, const struct tc_record *r)
{
	struct tc_source_state s;

	for (size_t i = 0; v->how->source && i < r->source_count; i++) {
		struct tc_capture_info c = { .source = r->sources[i] };

		if (!tc_source_state_get(tc_buf_str(&v->states), i, &s))
			continue;
		c.size = s.size;
		c.mtime_ns = s.mtime_ns;
		memcpy(c.digest, s.digest, sizeof c.digest);
		if (v->how->source(v->how->ctx, &r->article, &c, v->err) != 0)
			return -1;
	}
	return 0;
}

static int verify_one(struct verifier *v, uint32_t docid)
{
	struct tc_record r;
	struct tc_error why;

	tc_buf_clear(&v->states);
	tc_arena_clear(&v->arena);
	if (tc_record_load(v->archive->db, docid, &v->arena, &r, &why) != 0 ||
	    tc_xdb_value(v->archive->db, docid, TC_SLOT_SOURCES, &v->states,
			 &why) != 0)
		return fault(v, docid, tc_str(NULL, 0), why.message);
	if (v->counts->articles++ % v->how->compare_every == 0 &&
	    compare(v, docid, &r) != 0)
		return -1;
	return give_sources(v, &r);
}

static bool each_document(void *ctx, uint32_t docid)
{
	struct verifier *v = ctx;

	v->bad = verify_one(v, docid) != 0;
	return !v->bad;
}

int tc_verify_articles(struct tc_archive *a, const struct tc_verify *how,
		       struct tc_verify_counts *counts, struct tc_error *err)
{
	struct verifier v = { .archive = a, .how = how, .counts = counts,
			      .err = err };
	int bad = tc_xdb_documents(a->db, each_document, &v, err);

	tc_arena_release(&v.arena);
	tc_buf_release(&v.states);
	tc_buf_release(&v.value);
	return bad || v.bad ? -1 : 0;
}
