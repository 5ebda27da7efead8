/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/search.h"

#include "index/again.h"
#include "index/order.h"
#include "query/facet.h"
#include "query/match.h"
#include "query/search-part.h"

static int search_part(struct tc_searcher *s, const struct tc_xquery *q,
		       bool relaxed, uint32_t *total, bool *exact)
{
	return s->out->plan.verify ?
		       tc_search_verified(s, q, relaxed, total, exact) :
		       tc_search_plain(s, q, relaxed, total, exact);
}

/* Articles with some of the words, behind those with all. */
static int search_rest(struct tc_searcher *s)
{
	struct tc_plan *plan = &s->out->plan;
	size_t before = s->out->n;
	uint32_t more;
	bool exact;

	if (!plan->relaxed || s->out->n == s->limit || s->out->partial)
		return 0;
	struct tc_xquery *rest =
		tc_xquery_join(TC_X_AND_NOT, tc_xquery_copy(plan->relaxed),
			       tc_xquery_copy(plan->strict));
	int bad = search_part(s, rest, true, &more, &exact);
	tc_xquery_free(rest);
	s->out->relaxed = s->out->n > before;
	return bad;
}

bool tc_answer_is_question(const struct tc_answer *a,
			   const struct tc_search_options *o)
{
	return a->plan.question && o->match == TC_MATCH_AUTO &&
	       o->sort == TC_SORT_RELEVANCE && a->total < TC_LIMIT_DEFAULT;
}

/* A question: all that have some of the words, by rank; those with all of
 * them were counted. */
static int search_question(struct tc_searcher *s)
{
	const struct tc_plan *plan = &s->out->plan;
	uint32_t more;
	bool exact;

	if (s->out->partial)
		return 0;
	s->out->n = 0;
	s->skip = s->o->offset;
	s->fold.n = 0;
	if (search_part(s, plan->relaxed, true, &more, &exact) != 0)
		return -1;
	for (size_t i = 0; i < s->out->n; i++) {
		struct tc_hit *h = &s->out->hits[i];
		int all = tc_match_query(s->archive->db, plan->strict,
					 tc_str0(h->record.article.id),
					 h->docid, s->err);
		if (all < 0)
			return -1;
		h->relaxed = !all;
		s->out->relaxed |= h->relaxed;
	}
	return 0;
}

/* Facets behind a page.  A phrase has to be verified before it counts, and a
 * server takes no shares. */
static bool may_tally(const struct tc_searcher *s)
{
	return s->o->facets_about && s->count_count &&
	       !s->out->plan.verify && !tc_xdb_is_remote(s->archive->db);
}

static int tally(struct tc_searcher *s, const struct tc_xquery *q)
{
	struct tc_tally t = { .db = s->archive->db, .query = q,
			      .counts = s->counts,
			      .count_count = s->count_count,
			      .documents = s->documents,
			      .expected = s->expected, .met = s->met,
			      .deadline = s->o->deadline };

	return tc_tally_answer(&t, s->out, s->err);
}

static int read_runs(struct tc_searcher *s)
{
	s->run_count = 0;
	return !tc_searcher_by_date(s) ? 0 :
	       tc_order_read(s->archive->db, s->arena, &s->runs,
			     &s->run_count, s->err);
}

static int search_once(struct tc_searcher *s)
{
	struct tc_answer *out = s->out;
	const struct tc_xquery *first;

	*out = (struct tc_answer){ .facets_asked = s->o->facets };
	if (tc_xdb_count(s->archive->db, &s->documents, s->err) != 0 ||
	    tc_plan_make(s->root, &s->o->plan, s->archive->db, s->arena,
			 &out->plan, s->err) != 0 ||
	    read_runs(s) != 0)
		return -1;
	s->count_count = tc_facet_counts(out->facets, s->arena, s->o->facets,
					 s->counts);
	for (size_t i = 0; i < s->o->count_count; i++)
		s->counts[s->count_count++] = s->o->counts[i];
	if (s->o->recount)
		s->o->recount(s->o->recount_ctx);
	s->skip = s->o->offset;
	s->fold = (struct tc_fold){ .arena = s->arena };
	s->limit = s->o->limit < s->documents ? s->o->limit : s->documents;
	out->hits = tc_arena_alloc(s->arena, s->limit * sizeof *out->hits);
	first = s->o->match == TC_MATCH_ANY && out->plan.relaxed ?
			out->plan.relaxed : out->plan.strict;
	s->tally = may_tally(s);
	if (search_part(s, first, false, &out->total, &out->exact) != 0 ||
	    (s->tally && tally(s, first) != 0))
		return -1;
	out->exact &= !out->partial;
	out->at_least = !out->exact && !out->plan.verify;
	out->more = !out->exact && s->limit && out->n == s->limit;
	out->root = s->root;
	bool page_full = out->total >= s->o->offset + s->o->limit;
	const bool asked = tc_answer_is_question(out, s->o);
	if (s->limit && asked && search_question(s) != 0)
		return -1;
	if (!asked && s->o->match == TC_MATCH_AUTO && !page_full &&
	    search_rest(s) != 0)
		return -1;
	for (int f = 0; f < TC_FACET_COUNT; f++)
		if (tc_facet_settle(&out->facets[f], s->err) != 0)
			return -1;
	return 0;
}

static void describe(struct tc_searcher *s, struct tc_buf *generation)
{
	TC_SCOPED_BUF text = { 0 };

	if (s->root)
		tc_query_print(s->root, &text);
	s->out->understood = tc_arena_str(s->arena, tc_buf_str(&text));
	s->out->generation = tc_arena_str(s->arena, tc_buf_str(generation));
}

/* What was not asked is not in it. */
static void note_lost(struct tc_searcher *s)
{
	const struct tc_remote *r = s->archive->remote;

	if (!r || !r->lost_count)
		return;
	s->out->lost = r->lost;
	s->out->lost_count = r->lost_count;
	s->out->partial = true;
	s->out->exact = false;
}

int tc_search(struct tc_archive *archive, const struct tc_node *root,
	      const struct tc_search_options *o, struct tc_arena *arena,
	      struct tc_answer *out, struct tc_error *err)
{
	TC_SCOPED_ARENA tokens = { 0 };
	struct tc_searcher s = { .archive = archive, .root = root, .o = o,
			      .arena = arena, .tokens = &tokens, .out = out,
			      .err = err };
	TC_SCOPED_BUF generation = { 0 };

	for (int tries = 0;;) {
		tc_buf_clear(&generation);
		if (search_once(&s) == 0 &&
		    tc_archive_state(archive, &generation, err) == 0)
			break;
		tc_answer_release(out);
		if (!tc_xdb_again(archive->db, &tries, err))
			return -1;
	}
	describe(&s, &generation);
	note_lost(&s);
	return 0;
}

void tc_answer_release(struct tc_answer *a)
{
	tc_plan_release(&a->plan);
}
