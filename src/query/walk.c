/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/walk.h"

#include "index/order.h"
#include "query/match.h"

/* Places picked at a time: 24 bytes each, and the postings are read once for
 * so many hits. */
#define BATCH_MAX 65536

struct walker {
	struct tc_walk *w;
	struct tc_looker looker;
	struct tc_pick pick;
	struct tc_arena arena;	/* of one hit */
	struct tc_arena kept;	/* what the second look learnt */
	bool verify, again, bare;
	bool relaxed;		/* the part looks for some of the words */
	bool question;		/* it has those with all of them, too */
	uint32_t skip, left;
	uint32_t passed;	/* of this part */
	bool done;
	struct tc_error *err;
};

static int look_at(struct walker *x, const struct tc_xhit *hit,
		   struct tc_look *out)
{
	return x->bare ? tc_look_id(x->looker.db, hit, out, x->err) :
			 tc_look(x->looker.db, hit, &x->arena, &x->arena,
				 NULL, NULL, out, x->err);
}

/* 1 when it answers, 0, -1. */
static int verify(struct walker *x, const struct tc_look *look)
{
	const struct tc_candidate c = { .db = x->looker.db,
					.plan = &x->w->answer->plan,
					.docid = look->hit.docid,
					.record = &look->record,
					.tokens = look->outline.tokens,
					.arena = &x->arena };

	return x->verify ? tc_match(x->w->answer->root, &c, x->err) : 1;
}

static int give(struct walker *x, const struct tc_look *look)
{
	struct tc_walk *w = x->w;
	struct tc_walk_hit hit = { .look = look, .arena = &x->arena,
				   .rank = w->o->offset + w->given + 1,
				   .relaxed = x->relaxed };

	x->passed++;
	if (x->skip) {
		x->skip--;
		return 0;
	}
	if (!x->left)
		return 0;
	if (x->question) {
		int all = tc_match_query(x->looker.db,
					 w->answer->plan.strict,
					 tc_str0(look->record.article.id),
					 look->hit.docid, x->err);
		if (all < 0)
			return -1;
		hit.relaxed = !all;
	}
	int stop = w->each(w->ctx, &hit, x->err);
	w->given++;
	w->relaxed |= hit.relaxed;
	x->done = stop > 0 || --x->left == 0;
	return stop < 0 ? -1 : 0;
}

static int walk_hit(struct walker *x, const struct tc_xhit *hit)
{
	struct tc_look look;

	if (!x->verify && x->skip) {
		x->skip--;
		x->passed++;
		return 0;
	}
	tc_arena_clear(&x->arena);
	if (look_at(x, hit, &look) != 0)
		return -1;
	int yes = verify(x, &look);
	return yes > 0 ? give(x, &look) : yes;
}

static int walk_block(struct walker *x, const struct tc_place *v, size_t n)
{
	struct tc_xhit hits[TC_RERANK_BLOCK];
	/* one that is passed over whole need not be put in order */
	bool over = !x->verify && x->skip >= n && x->looker.rerank.settled;

	for (size_t i = 0; i < n; i++)
		hits[i] = (struct tc_xhit){ .docid = v[i].docid,
					    .weight = v[i].weight };
	if (x->again && !over &&
	    tc_look_again(&x->looker, hits, n, x->err) != 0)
		return -1;
	for (size_t i = 0; i < n && !x->done; i++)
		if (walk_hit(x, &hits[i]) != 0)
			return -1;
	return 0;
}

static int walk_batch(struct walker *x)
{
	const struct tc_pick *p = &x->pick;

	for (size_t at = 0; at < p->n && !x->done; at += TC_RERANK_BLOCK) {
		size_t n = p->n - at < TC_RERANK_BLOCK ? p->n - at :
							  TC_RERANK_BLOCK;
		if (walk_block(x, p->v + at, n) != 0)
			return -1;
		if (tc_deadline_over(x->w->o->deadline))
			x->w->partial = x->done = true;
	}
	return 0;
}

/* Whole blocks, so that the second look sees the same ones as a page. */
static uint32_t batch_size(const struct walker *x)
{
	uint64_t want = (uint64_t)x->skip + x->left;

	if (x->verify || want >= BATCH_MAX - TC_RERANK_BLOCK)
		return BATCH_MAX / TC_RERANK_BLOCK * TC_RERANK_BLOCK;
	return (uint32_t)(want + TC_RERANK_BLOCK - 1) / TC_RERANK_BLOCK *
	       TC_RERANK_BLOCK;
}

static int walk_part(struct walker *x, const struct tc_xquery *query)
{
	struct tc_pick *p = &x->pick;

	p->query = query;
	p->behind = false;
	x->looker.rerank.settled = false;
	x->passed = 0;
	for (uint32_t cap = batch_size(x); !x->done;) {
		TC_SCOPED_ARENA places = { 0 };
		if (tc_pick_run(p, cap, &places, x->err) != 0)
			return -1;
		x->w->partial |= p->stopped;
		if (walk_batch(x) != 0)
			return -1;
		if (p->n < cap || p->stopped)
			return 0;
		p->behind = true;
		p->after = p->v[p->n - 1];
	}
	return 0;
}

/* How many there are: the search said, but where phrases had to be verified
 * reading them all says better. */
static void settle_total(struct walker *x)
{
	struct tc_walk *w = x->w;

	w->total = w->answer->total;
	w->exact = w->answer->exact;
	if (x->verify && !x->done && !w->partial) {
		w->total = x->passed;
		w->exact = true;
	}
	if (w->partial)
		w->exact = false;
}

/* Where a page ends; where all is asked for, the first. */
static uint64_t page_end(const struct tc_search_options *o)
{
	return (uint64_t)o->offset +
	       (o->limit == TC_LIMIT_NONE ? TC_LIMIT_DEFAULT : o->limit);
}

/* The page that articles with some of the words may fill where `total` have
 * all; 0: none. */
static uint32_t page_to_fill(const struct walker *x, uint32_t total)
{
	const struct tc_search_options *o = x->w->o;
	uint64_t page = page_end(o);

	if (o->match != TC_MATCH_AUTO || x->w->sample ||
	    !x->w->answer->plan.relaxed || total >= page)
		return 0;
	return (uint32_t)page;
}

/* Articles with some of the words fill the page that those with all do not
 * fill. */
static int walk_rest(struct walker *x)
{
	const struct tc_plan *plan = &x->w->answer->plan;
	uint32_t page = page_to_fill(x, x->w->total);

	if (!page)
		return 0;
	struct tc_xquery *rest =
		tc_xquery_join(TC_X_AND_NOT, tc_xquery_copy(plan->relaxed),
			       tc_xquery_copy(plan->strict));
	x->relaxed = true;
	x->left = page - x->w->o->offset - x->w->given;
	x->done = !x->left || x->w->partial;
	int bad = walk_part(x, rest);
	tc_xquery_free(rest);
	return bad;
}

static int walk_question(struct walker *x)
{
	struct tc_walk *w = x->w;

	x->question = true;
	x->left = (uint32_t)(page_end(w->o) - w->o->offset);
	if (walk_part(x, w->answer->plan.relaxed) != 0)
		return -1;
	w->total = w->answer->total;
	w->exact = w->answer->exact && !w->partial;
	return 0;
}

static int walk_all(struct walker *x)
{
	const struct tc_plan *plan = &x->w->answer->plan;
	bool any = x->w->o->match == TC_MATCH_ANY && plan->relaxed;

	if (!x->w->sample && tc_answer_is_question(x->w->answer, x->w->o))
		return walk_question(x);
	if (walk_part(x, any ? plan->relaxed : plan->strict) != 0)
		return -1;
	settle_total(x);
	return walk_rest(x);
}

static void prepare(struct walker *x)
{
	struct tc_walk *w = x->w;
	const struct tc_plan *plan = &w->answer->plan;
	const struct tc_rank *rank = w->o->plan.rank ? w->o->plan.rank :
						       &tc_rank_default;

	x->looker = (struct tc_looker){ .db = w->archive->db,
					.arena = &x->kept };
	x->looker.rerank = (struct tc_rerank){ .plan = plan, .rank = rank };
	x->pick = (struct tc_pick){
		.flat = plan->filters_only,
		.db = w->archive->db, .k1 = rank->k1, .b = plan->b,
		.order = w->sample ? TC_ORDER_SAMPLE :
			 w->o->sort == TC_SORT_DATE || plan->filters_only ?
				     TC_ORDER_DATE : TC_ORDER_RANK,
		.seed = w->seed, .deadline = w->o->deadline
	};
	x->verify = plan->verify;
	x->again = !plan->verify && x->pick.order == TC_ORDER_RANK &&
		   tc_rerank_wanted(plan);
	x->bare = w->ids_only && !x->verify;
	x->skip = w->o->offset;
	x->left = w->o->limit;
	x->done = !x->left;
	w->given = w->total = 0;
	w->partial = w->relaxed = false;
}

int tc_walk(struct tc_walk *w, struct tc_error *err)
{
	struct walker x = { .w = w, .err = err };

	prepare(&x);
	int bad = tc_xdb_count(w->archive->db, &x.looker.rerank.documents,
			       err) != 0 ||
		  (x.pick.order == TC_ORDER_DATE &&
		   tc_order_read(w->archive->db, &x.kept, &x.pick.runs,
				 &x.pick.run_count, err) != 0) ||
		  walk_all(&x) != 0;
	tc_arena_release(&x.arena);
	tc_arena_release(&x.kept);
	w->partial |= w->answer->partial;
	w->exact &= !w->answer->lost_count;
	return bad ? -1 : 0;
}

void tc_walk_hit(const struct tc_walk *w, const struct tc_walk_hit *from,
		 size_t columns, struct tc_hit *out)
{
	const struct tc_look *look = from->look;

	*out = (struct tc_hit){ .rank = from->rank,
				.score = look->hit.weight,
				.relaxed = from->relaxed,
				.copies = look->copies,
				.archive = tc_archives_of(w->archive,
							  look->hit.docid),
				.record = look->record };
	tc_snippet_make(&look->record.article, &look->outline,
			&w->answer->plan, columns, from->arena, &out->snippet);
	out->reading = out->snippet.reading;
}
