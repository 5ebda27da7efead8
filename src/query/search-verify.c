/* SPDX-License-Identifier: GPL-2.0-or-later */
/* With phrases: candidates in the order of rank, each verified. */
#include "config.h"

#include "query/search-part.h"

#include "query/about.h"
#include "query/match.h"
#include "query/pick.h"

/* Candidates of the first reading when a phrase has to be verified. */
#define BATCH_FIRST 12

static bool time_is_up(struct tc_searcher *s)
{
	s->out->partial |= tc_deadline_over(s->o->deadline);
	return s->out->partial;
}

struct verifier {
	uint32_t read, passed;
	bool sure;		/* what the index let pass has been verified */
	bool relaxed;
	bool all;		/* facets count every match */
};

static int count_facets(struct tc_searcher *s, uint32_t docid)
{
	TC_SCOPED_BUF value = { 0 };

	for (size_t i = 0; i < s->count_count; i++) {
		tc_buf_clear(&value);
		if (tc_xdb_value(s->archive->db, docid, s->counts[i].slot,
				 &value, s->err) != 0)
			return -1;
		s->counts[i].each(s->counts[i].ctx, tc_buf_str(&value));
	}
	return 0;
}

/* 1 when the article has what was asked for, 0, -1. */
static int verify(struct tc_searcher *s, uint32_t docid)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_record r;
	struct tc_candidate c = { .db = s->archive->db,
				  .plan = &s->out->plan, .docid = docid,
				  .record = &r, .arena = &scratch };

	if (tc_record_load_tokens(s->archive->db, docid, &scratch, &r,
				  &scratch, &c.tokens, s->err) != 0)
		return -1;
	return tc_match(s->root, &c, s->err);
}

static int verify_one(struct tc_searcher *s, struct verifier *v,
		      const struct tc_xhit *x)
{
	int yes = v->sure ? 1 : verify(s, x->docid);

	v->read++;
	if (yes <= 0)
		return yes;
	v->passed++;
	if (v->all && count_facets(s, x->docid) != 0)
		return -1;
	return s->out->n == s->limit ? 0 : tc_searcher_pass(s, x, v->relaxed);
}

/* Whether no more need be read: a full page, one more, and enough to estimate
 * the total by, or as many as are ever read for that; a page is filled however
 * many it takes.  Where the index let nothing else pass, and more than would
 * be read, its count is as good as an estimate. */
static bool enough(const struct tc_searcher *s, const struct verifier *v,
		   const struct tc_xresult *found)
{
	const bool full = s->out->n == s->limit;

	if (v->all || !full)
		return false;
	if (v->sure || v->read >= TC_VERIFY_MAX)
		return true;
	if (!s->limit || v->passed <= s->o->offset + s->limit)
		return false;
	return v->read >= TC_VERIFY_ENOUGH ||
	       (v->passed == v->read && found->lower > TC_VERIFY_ENOUGH);
}

struct phrase_look {
	struct tc_searcher *s;
	const struct tc_xquery *q;
	bool sure;
};

static int has_phrase(void *ctx, uint32_t docid)
{
	const struct phrase_look *l = ctx;
	bool doubt = false;
	const int fits = tc_xdb_fits(l->s->archive->db, l->q, docid, &doubt,
				     l->s->err);

	return fits > 0 && !l->sure ? verify(l->s, docid) : fits;
}

/* How many there are, where they are not counted: those that were read are the
 * first by rank, which have the phrase more often than others. */
static int judge_total(struct tc_searcher *s, const struct tc_xquery *q, bool sure,
		       uint32_t *total)
{
	struct phrase_look look = { s, q, sure };
	const struct tc_about about = { .db = s->archive->db, .query = q,
					.documents = s->documents,
					.fits = has_phrase, .ctx = &look };

	return tc_about_count(&about, total, s->err);
}

int tc_search_verified(struct tc_searcher *s, const struct tc_xquery *q,
		       bool relaxed, uint32_t *total, bool *exact)
{
	struct verifier v = { .relaxed = relaxed,
			      .all = s->count_count && !relaxed };
	struct tc_xsearch x = tc_searcher_request(s, q);
	struct tc_xresult result;
	uint32_t batch = BATCH_FIRST;

	do {
		TC_SCOPED_ARENA hits = { 0 };
		x.first = v.read;
		x.max = batch;
		if (tc_searcher_find(s, &x, &hits, &result) != 0)
			return -1;
		v.sure = s->out->plan.sure && !result.doubt;
		for (size_t i = 0; i < result.n && !enough(s, &v, &result) &&
		     !time_is_up(s); i++)
			if (verify_one(s, &v, &result.hits[i]) != 0)
				return -1;
		batch *= 4;
	} while (result.n == x.max && !s->out->partial && !enough(s, &v, &result));
	/* all were read: the last batch was not full, and read to its end */
	*exact = result.n < x.max && v.read == x.first + result.n;
	*total = v.sure && result.lower > v.passed ? result.lower : v.passed;
	if (v.sure && !*exact && result.lower == result.upper) {
		*exact = true;
		*total = result.lower;
	} else if (!*exact && v.read) {
		const uint32_t least = *total;
		*total = (uint32_t)(result.estimate *
				    ((double)v.passed / v.read));
		if (tc_xquery_rows_are_last(q) && !s->out->partial &&
		    !tc_xdb_is_remote(s->archive->db) &&
		    judge_total(s, q, v.sure, total) != 0)
			return -1;
		*total = *total > least ? *total : least;
	}
	return 0;
}
