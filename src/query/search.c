/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/search.h"

#include "index/order.h"
#include "query/about.h"
#include "query/copies.h"
#include "query/facet.h"
#include "query/likely.h"
#include "query/look.h"
#include "query/match.h"
#include "query/pick.h"
#include "query/tally.h"

#include <stdlib.h>

/* How often a search starts again when a writer moved the archive on. */
#define RETRY_MAX 5

/* Candidates of the first reading when a phrase has to be verified. */
#define BATCH_FIRST 12

struct searcher {
	struct tc_archive *archive;
	const struct tc_node *root;
	const struct tc_search_options *o;
	struct tc_arena *arena;
	struct tc_answer *out;
	struct tc_error *err;
	uint32_t documents;
	uint32_t skip;		/* hits still to pass over (the offset) */
	uint32_t limit;		/* hits to give in all */
	struct tc_fold fold;
	struct tc_arena *tokens;	/* of one hit */
	struct tc_xcount counts[1 + TC_COUNTERS_MAX];
	size_t count_count;
	bool tally;		/* counted behind the page, not on its way */
	uint32_t expected;	/* matches, as Xapian estimates them */
	struct tc_tally_met *met;	/* on its way, or NULL */
	const struct tc_xrun *runs;	/* that a search by date leaves early */
	size_t run_count;
};

static const struct tc_rank *rank_of(const struct searcher *s)
{
	return s->o->plan.rank ? s->o->plan.rank : &tc_rank_default;
}

/* How many matches have to be met: all where each is counted, or where the
 * count is what was asked for; else as many as a total says exactly. */
static uint32_t to_be_met(const struct searcher *s)
{
	const bool each = s->count_count && !s->tally;

	if (each || !s->o->limit || s->documents < TC_EXACT_MAX)
		return s->documents;
	/* phrases are counted exactly as far as they are read; one more than a
	 * page has tells that it is not the last */
	if (s->out->plan.verify) {
		const uint32_t shown = s->o->offset + s->limit;
		return (shown > TC_VERIFY_ENOUGH ? shown : TC_VERIFY_ENOUGH) + 1;
	}
	/* those of which facets count each are not looked for once more */
	if (s->tally && tc_plan_most(&s->out->plan) <= 2 * TC_TALLY_EXACT)
		return TC_TALLY_EXACT;
	return TC_EXACT_MAX;
}

static bool by_date(const struct searcher *s)
{
	return s->o->sort == TC_SORT_DATE || s->out->plan.filters_only;
}

static struct tc_xsearch request(const struct searcher *s,
				 const struct tc_xquery *q)
{
	return (struct tc_xsearch){
		.query = q,
		.sort_slot = by_date(s) ? (uint32_t)TC_SLOT_DATE : TC_NO_SLOT,
		.collapse_slot = TC_NO_SLOT,
		.k1 = rank_of(s)->k1,
		.b = s->out->plan.b,
		.check_at_least = to_be_met(s),
	};
}

static void add_hit(struct searcher *s, const struct tc_look *look,
		    bool relaxed)
{
	const struct tc_xhit *x = &look->hit;
	struct tc_hit *hit = &s->out->hits[s->out->n++];

	*hit = (struct tc_hit){ .rank = s->o->offset + (uint32_t)s->out->n,
				.docid = x->docid,
				.score = x->weight,
				.relaxed = relaxed,
				.copies = look->copies,
				.archive = tc_archives_of(s->archive,
							  x->docid),
				.record = look->record };
	tc_snippet_make(&look->record.article, &look->outline, &s->out->plan,
			s->o->snippet_columns, s->arena, &hit->snippet);
	/* of the rest no more is asked */
	hit->record.article.text = tc_arena_str(
		s->arena, tc_article_title(&look->record.article));
	hit->reading = hit->snippet.reading;
}

/* Xapian's answer; under a deadline, what was seen up to it; in runs, without
 * what need not be seen of them. */
static int find(struct searcher *s, const struct tc_xsearch *x,
		struct tc_arena *arena, struct tc_xresult *out)
{
	struct tc_pick p = { .db = s->archive->db,
			     .deadline = s->o->deadline,
			     .runs = s->runs,
			     .run_count = s->run_count,
			     .flat = s->out->plan.filters_only };

	/* what a server counts cannot be seen as it goes by */
	if ((!p.deadline && !p.run_count) || tc_xdb_is_remote(p.db))
		return tc_likely_search(p.db, x, arena, out, s->err);
	if (tc_pick_search(&p, x, arena, out, s->err) != 0)
		return -1;
	s->out->partial |= p.stopped;
	return 0;
}

static bool time_is_up(struct searcher *s)
{
	s->out->partial |= tc_deadline_over(s->o->deadline);
	return s->out->partial;
}

/* ---- without phrases: Xapian's answer, in blocks looked at again ---- */

struct pager {
	struct tc_looker looker;
	bool again, relaxed;
};

static int show_id(struct searcher *s, const struct tc_xhit *hit)
{
	struct tc_look look;

	if (tc_look_id(s->archive->db, hit, &look, s->err) != 0)
		return -1;
	struct tc_hit *shown = &s->out->hits[s->out->n++];
	*shown = (struct tc_hit){ .rank = s->o->offset +
					  (uint32_t)s->out->n,
				  .docid = hit->docid,
				  .record = look.record };
	return 0;
}

static int show(struct searcher *s, const struct tc_xhit *hit, bool relaxed)
{
	struct tc_wanted wanted = { 0 };
	struct tc_look look;

	if (s->o->ids_only)
		return show_id(s, hit);
	tc_arena_clear(s->tokens);
	const bool part = tc_snippet_wants(&s->out->plan, &wanted);
	if (tc_look(s->archive->db, hit, s->arena, s->tokens,
		    part ? &wanted : NULL, &s->fold, &look, s->err) != 0)
		return -1;
	add_hit(s, &look, relaxed);
	return 0;
}

/* One that is wanted: no copy of a story shown, not before the offset. */
static int pass(struct searcher *s, const struct tc_xhit *hit, bool relaxed)
{
	int seen = s->o->no_collapse ? 0 :
		tc_fold_seen(&s->fold, s->archive->db, hit->docid, s->err);

	if (seen)
		return seen < 0 ? -1 : 0;
	if (s->skip) {
		s->skip--;
		return 0;
	}
	return show(s, hit, relaxed);
}

static int page_block(struct searcher *s, struct pager *p,
		      struct tc_xhit *hits, size_t n)
{
	/* one that is passed over whole need not be put in order */
	bool over = s->skip >= n && p->looker.rerank.settled;

	if (p->again && !over &&
	    tc_look_again(&p->looker, hits, n, s->err) != 0)
		return -1;
	const size_t soon = s->skip + s->limit - s->out->n;
	if (!s->o->ids_only &&
	    tc_fold_read(&s->fold, s->archive->db, hits, soon < n ? soon : n,
			 s->err) != 0)
		return -1;
	for (size_t i = 0; i < n && s->out->n < s->limit; i++)
		if (pass(s, &hits[i], p->relaxed) != 0)
			return -1;
	return 0;
}

/* How many hits to ask for: whole blocks where they are put in order, and
 * some that may turn out to be copies. */
static uint32_t first_reach(const struct searcher *s, const struct pager *p)
{
	uint32_t want = s->limit - (uint32_t)s->out->n;
	uint32_t last = want ? s->skip + want : 0;

	if (p->again)
		return (last + TC_RERANK_BLOCK - 1) / TC_RERANK_BLOCK *
		       TC_RERANK_BLOCK;
	return s->o->no_collapse ? last : last + (last + 1) / 2;
}

/* Fills the page; asks again when copies took too many of the places. */
static int search_plain(struct searcher *s, const struct tc_xquery *q,
			bool relaxed, uint32_t *total, bool *exact)
{
	struct tc_xsearch x = request(s, q);
	struct tc_looker l = { .db = s->archive->db, .arena = s->arena,
			       .rerank = { .plan = &s->out->plan,
					   .rank = rank_of(s),
					   .documents = s->documents } };
	struct pager p = { .looker = l, .relaxed = relaxed,
			   .again = x.sort_slot == TC_NO_SLOT &&
				    tc_rerank_wanted(&s->out->plan) };
	const size_t stories = s->fold.n, shown = s->out->n;
	const uint32_t skip = s->skip;

	if (!relaxed && !s->tally) {
		x.counts = s->counts;
		x.count_count = s->count_count;
	}
	/* of several databases the matches come in no order */
	if (s->tally && !relaxed && tc_xdb_shards(s->archive->db) == 1) {
		s->met = tc_tally_met_new(s->arena, x.check_at_least);
		x.match = tc_tally_meet;
		x.match_ctx = s->met;
		x.match_slot = TC_NO_SLOT;
	}
	x.along = p.again ? TC_SLOT_WORDS + 1 : 0;
	x.max = first_reach(s, &p);
	for (bool first = true;; first = false, x.max *= 4) {
		TC_SCOPED_ARENA places = { 0 };
		struct tc_xresult r;
		if (find(s, &x, &places, &r) != 0)
			return -1;
		if (first) {
			*total = r.lower;
			s->expected = r.estimate;
			*exact = r.lower == r.upper;
		}
		for (size_t at = 0; at < r.n; at += TC_RERANK_BLOCK)
			if (page_block(s, &p, r.hits + at,
				       r.n - at < TC_RERANK_BLOCK ?
					       r.n - at : TC_RERANK_BLOCK) != 0)
				return -1;
		if (s->out->n == s->limit || r.n < x.max || s->out->partial)
			return 0;
		s->fold.n = stories;
		s->out->n = shown;
		s->skip = skip;
		/* they have been counted, and met */
		x.count_count = 0;
		x.match = NULL;
	}
}

/* ---- with phrases: candidates in the order of rank, each verified ---- */

struct verifier {
	uint32_t read, passed;
	bool sure;		/* what the index let pass has been verified */
	bool relaxed;
	bool all;		/* facets count every match */
};

static int count_facets(struct searcher *s, uint32_t docid)
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
static int verify(struct searcher *s, uint32_t docid)
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

static int verify_one(struct searcher *s, struct verifier *v,
		      const struct tc_xhit *x)
{
	int yes = v->sure ? 1 : verify(s, x->docid);

	v->read++;
	if (yes <= 0)
		return yes;
	v->passed++;
	if (v->all && count_facets(s, x->docid) != 0)
		return -1;
	return s->out->n == s->limit ? 0 : pass(s, x, v->relaxed);
}

/* Whether no more need be read: a full page, one more, and enough to estimate
 * the total by, or as many as are ever read for that; a page is filled however
 * many it takes.  Where the index let nothing else pass, and more than would
 * be read, its count is as good as an estimate. */
static bool enough(const struct searcher *s, const struct verifier *v,
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
	struct searcher *s;
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
static int judge_total(struct searcher *s, const struct tc_xquery *q, bool sure,
		       uint32_t *total)
{
	struct phrase_look look = { s, q, sure };
	const struct tc_about about = { .db = s->archive->db, .query = q,
					.documents = s->documents,
					.fits = has_phrase, .ctx = &look };

	return tc_about_count(&about, total, s->err);
}

static int search_verified(struct searcher *s, const struct tc_xquery *q,
			   bool relaxed, uint32_t *total, bool *exact)
{
	struct verifier v = { .relaxed = relaxed,
			      .all = s->count_count && !relaxed };
	struct tc_xsearch x = request(s, q);
	struct tc_xresult result;
	uint32_t batch = BATCH_FIRST;

	do {
		TC_SCOPED_ARENA hits = { 0 };
		x.first = v.read;
		x.max = batch;
		if (find(s, &x, &hits, &result) != 0)
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

static int search_part(struct searcher *s, const struct tc_xquery *q,
		       bool relaxed, uint32_t *total, bool *exact)
{
	return s->out->plan.verify ?
		       search_verified(s, q, relaxed, total, exact) :
		       search_plain(s, q, relaxed, total, exact);
}

/* Articles with some of the words, behind those with all. */
static int search_rest(struct searcher *s)
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
static int search_question(struct searcher *s)
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
static bool may_tally(const struct searcher *s)
{
	return s->o->facets_about && s->count_count &&
	       !s->out->plan.verify && !tc_xdb_is_remote(s->archive->db);
}

static int tally(struct searcher *s, const struct tc_xquery *q)
{
	struct tc_tally t = { .db = s->archive->db, .query = q,
			      .counts = s->counts,
			      .count_count = s->count_count,
			      .documents = s->documents,
			      .expected = s->expected, .met = s->met,
			      .deadline = s->o->deadline };

	return tc_tally_answer(&t, s->out, s->err);
}

static int read_runs(struct searcher *s)
{
	s->run_count = 0;
	return !by_date(s) ? 0 :
	       tc_order_read(s->archive->db, s->arena, &s->runs,
			     &s->run_count, s->err);
}

static int search_once(struct searcher *s)
{
	struct tc_answer *out = s->out;
	const struct tc_xquery *first;

	*out = (struct tc_answer){ 0 };
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

static void describe(struct searcher *s, struct tc_buf *generation)
{
	TC_SCOPED_BUF text = { 0 };

	if (s->root)
		tc_query_print(s->root, &text);
	s->out->understood = tc_arena_str(s->arena, tc_buf_str(&text));
	s->out->generation = tc_arena_str(s->arena, tc_buf_str(generation));
}

/* What was not asked is not in it. */
static void note_lost(struct searcher *s)
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
	struct searcher s = { .archive = archive, .root = root, .o = o,
			      .arena = arena, .tokens = &tokens, .out = out,
			      .err = err };
	TC_SCOPED_BUF generation = { 0 };

	for (int tries = 0;; tries++) {
		tc_buf_clear(&generation);
		if (search_once(&s) == 0 &&
		    tc_archive_state(archive, &generation, err) == 0)
			break;
		tc_answer_release(out);
		if (err->code != TC_E_TEMPORARY || tries == RETRY_MAX ||
		    tc_xdb_reopen(archive->db, err) != 0)
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
