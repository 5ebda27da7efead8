/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What Xapian is asked, and a page without phrases: its answer, in blocks that
 * are looked at again. */
#include "config.h"

#include "query/search-part.h"

#include "query/likely.h"
#include "query/look.h"
#include "query/pick.h"

static const struct tc_rank *rank_of(const struct tc_searcher *s)
{
	return s->o->plan.rank ? s->o->plan.rank : &tc_rank_default;
}

/* How many matches have to be met: all where each is counted, or where the
 * count is what was asked for; else as many as a total says exactly. */
static uint32_t to_be_met(const struct tc_searcher *s)
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

bool tc_searcher_by_date(const struct tc_searcher *s)
{
	return s->o->sort == TC_SORT_DATE || s->out->plan.filters_only;
}

struct tc_xsearch tc_searcher_request(const struct tc_searcher *s,
				      const struct tc_xquery *q)
{
	return (struct tc_xsearch){
		.query = q,
		.sort_slot = tc_searcher_by_date(s) ?
				     (uint32_t)TC_SLOT_DATE : TC_NO_SLOT,
		.collapse_slot = TC_NO_SLOT,
		.k1 = rank_of(s)->k1,
		.b = s->out->plan.b,
		.check_at_least = to_be_met(s),
	};
}

int tc_searcher_find(struct tc_searcher *s, const struct tc_xsearch *x,
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

static void add_hit(struct tc_searcher *s, const struct tc_look *look,
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

/* ---- a page ---- */

struct pager {
	struct tc_looker looker;
	bool again, relaxed;
};

static int show_id(struct tc_searcher *s, const struct tc_xhit *hit)
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

static int show(struct tc_searcher *s, const struct tc_xhit *hit, bool relaxed)
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

int tc_searcher_pass(struct tc_searcher *s, const struct tc_xhit *hit,
		     bool relaxed)
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

static int page_block(struct tc_searcher *s, struct pager *p,
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
		if (tc_searcher_pass(s, &hits[i], p->relaxed) != 0)
			return -1;
	return 0;
}

/* How many hits to ask for: whole blocks where they are put in order, and
 * some that may turn out to be copies. */
static uint32_t first_reach(const struct tc_searcher *s, const struct pager *p)
{
	uint32_t want = s->limit - (uint32_t)s->out->n;
	uint32_t last = want ? s->skip + want : 0;

	if (p->again)
		return (last + TC_RERANK_BLOCK - 1) / TC_RERANK_BLOCK *
		       TC_RERANK_BLOCK;
	return s->o->no_collapse ? last : last + (last + 1) / 2;
}

/* Fills the page; asks again when copies took too many of the places. */
int tc_search_plain(struct tc_searcher *s, const struct tc_xquery *q,
		    bool relaxed, uint32_t *total, bool *exact)
{
	struct tc_xsearch x = tc_searcher_request(s, q);
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
		if (tc_searcher_find(s, &x, &places, &r) != 0)
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
