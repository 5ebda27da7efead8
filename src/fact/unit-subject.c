/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which mention is the article's subject: what is true of each is weighed
 * (unit-weigh.c), and the heaviest taken if it reaches what a subject must.
 */
#include "config.h"

#include "fact/unit-weigh.h"

#define NO_SUBJECT -26		/* what the heaviest must reach */
#define WEIGHED_MAX 200		/* mentions; what comes later is none */
#define CAPTIONS_ABOVE 2	/* sentences of the text among which they may stand */
#define RECEPTION_SENTENCES 3	/* of the text, that may tell who receives */
#define LIST_UNITS_MAX 4	/* "Tỉnh ủy, HĐND, UBND, MTTQ tỉnh X" */
#define LIST_TOKENS_MAX 10
#define TOPIC_TOKENS_MIN 3	/* "Than Bãi Màu" */
#define TOPIC_TOKENS_MAX 8
#define SCENE_SENTENCES 5	/* at most, above the first unit */
#define LEAD_SENTENCES 8	/* what is farther is asked if these tell none */

static void read_headline(const struct tc_unit_walk *w, size_t count,
			  struct tc_unit_headline *h)
{
	for (size_t i = 0; i < w->n && h->n < TC_UNIT_HEADLINE_UNITS &&
			   w->seen[i].first < w->title_end; i++)
		if (!tc_unit_is_issuer(w, i) && !tc_unit_is_welcomed(w, i)) {
			h->nodes[h->n++] = w->seen[i].node;
			h->visits |= tc_unit_is_visited(w, i);
		}
	h->placed = h->n ? TC_UNIT_NODE_NONE : tc_unit_placed(w, count);
	for (size_t i = 0; i < w->title_end && !h->punishes; i++)
		h->punishes = tc_unit_punishes(w->namer.scan, i) ? i + 1 : 0;
	for (size_t i = 0; i < w->title_end && !h->founds; i++)
		h->founds = tc_unit_tells_founding(w->namer.scan, i);
	for (size_t i = w->title_from + TOPIC_TOKENS_MIN;
	     i < w->title_end && i <= w->title_from + TOPIC_TOKENS_MAX && !h->topic;
	     i++)
		h->topic = tc_scan_is_sign(w->namer.scan, i, ":") ? i : 0;
}

/* The lead does, or it has a word of that, not of what for. */
static bool tells_punishment(const struct tc_unit_place *p)
{
	static const char *const why[] = { "vi phạm", "sai phạm" };
	size_t i = p->from;

	const struct tc_scan *const s = p->w->namer.scan;

	while (p->sentence && i < p->end &&
	       (!tc_unit_punishes(s, i) || TC_UNIT_ANY_AT(s, i, why)))
		i++;
	return i < p->end;
}

/* Of such a sentence the first, but for a person's seat on a committee and who
 * comes; one whose place the headline has before others. */
static size_t receiver_of(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	size_t receiver = w->n;

	if (p->sentence < 0 || p->sentence > RECEPTION_SENTENCES ||
	    !tc_unit_receives(w->namer.scan, p->from, p->end))
		return w->n;
	for (size_t i = p->first; i < w->n && w->seen[i].first < p->end; i++) {
		if (tc_unit_sends(w, i) ||
		    tc_unit_is_membership(
			    w, i, tc_unit_office_start(w, i)))
			continue;
		if (tc_unit_titled(w, i))
			return i;
		if (receiver == w->n)
			receiver = i;
	}
	return receiver;
}

/* The text goes on behind the sentence as behind another, but for one below a
 * picture, which may stand above the lead. */
static bool counts(const struct tc_unit_place *p)
{
	return p->sentence < 0 || p->sentence > CAPTIONS_ABOVE ||
	       !tc_unit_is_caption(p->w->namer.scan, p->from, p->end);
}

/* "Bí thư Huyện ủy X, lãnh đạo Sở Y tế dự lễ." */
static bool ends_with_guests(const struct tc_scan *s, size_t from, size_t end)
{
	static const char *const attending[] = {
		"dự", "dự lễ", "dự hội nghị", "dự buổi lễ", "tham dự",
		"cùng dự", "đến dự", "về dự", "dự đại hội",
	};

	return end > from + 2 && TC_UNIT_ANY_BEFORE(s, end, attending);
}

/* Mention i is the first of the text, of the headline's unit or place or of
 * somebody who is told of: what stands before it is a scene. */
static bool begins_story(const struct tc_unit_place *p, size_t i)
{
	const struct tc_unit_walk *const w = p->w;

	for (size_t k = 0; k < p->headline->n; k++)
		if (p->headline->nodes[k] == w->seen[i].node)
			return i && w->seen[i - 1].first < w->title_end &&
			       w->seen[i].first >= w->title_end;
	return w->seen[i].first >= w->title_end &&
	       (!i || w->seen[i - 1].first < w->title_end) &&
	       (tc_unit_titled(w, i) || tc_unit_behind(w, i, "đảng viên") ||
		tc_unit_office_start(w, i) != w->seen[i].first);
}

/* The sentence of mention i. */
static void read_sentence(struct tc_unit_place *p, size_t i)
{
	const struct tc_scan *const s = p->w->namer.scan;

	if (p->w->seen[i].first < p->end)
		return;
	while (p->w->seen[i].first >= p->end) {
		p->sentence += counts(p);
		p->from = p->end;
		p->end = tc_unit_sentence_end(s, p->from);
	}
	if (p->sentence > 0 && p->sentence <= SCENE_SENTENCES &&
	    begins_story(p, i)) {
		p->scene = p->sentence;
		p->sentence = 0;
	}
	p->first = i;
	p->guests = tc_unit_tells_guests(s, p->from, p->end) ||
		    (p->sentence > 0 && ends_with_guests(s, p->from, p->end));
	p->receiver = receiver_of(p);
	p->punishes = p->headline->punishes && tells_punishment(p);
	p->examples = TC_UNIT_NOT_ASKED;
	p->grounds = tc_unit_begins_decree(s, p->end);
	p->caption = (p->sentence || tc_unit_begins_item(s, p->from)) &&
		     !p->grounds &&
		     tc_unit_is_caption(s, p->from, p->end);
}

/* Mention p->i may be the committee that others of the text are below. */
static void note_above(struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;

	if (!p->above && p->sentence >= 0 &&
	    tc_unit_kind_committee(w->nodes.v[w->seen[p->i].node].kind) &&
	    (tc_unit_titled(w, p->i) ||
	     (tc_unit_place_acts(p, p->i) && !tc_unit_is_issuer(w, p->i)))) {
		p->above = tc_unit_smallness(w, p->i);
		p->above_sentence = p->sentence;
	}
}

/* Mention p->i may be who holds what another chairs in a later sentence. */
static void note_holder(struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;

	if (!p->held && p->sentence >= 0 && tc_unit_place_acts(p, p->i) &&
	    tc_unit_holds(w, p->i) && !tc_unit_is_issuer(w, p->i))
		p->held = p->sentence + 1;
}

/* How often each unit is named, and where first. */
static struct tc_unit_told *tell_units(const struct tc_unit_walk *w)
{
	struct tc_unit_told *const told = tc_arena_alloc(w->namer.scan->arena,
						 w->nodes.n * sizeof *told);

	for (size_t i = 0; i < w->n; i++)
		if (!told[w->seen[i].node].count++)
			told[w->seen[i].node].first = i;
	return told;
}

/* Mention i is the committee of the place that mention `best` is a body of, and
 * begins a list that ends in that. */
static bool heads_list(const struct tc_unit_walk *w, size_t i, size_t best)
{
	const struct tc_unit_node *const v = w->nodes.v;
	const struct tc_scan *const s = w->namer.scan;
	const size_t end = w->seen[i].end;
	const enum tc_gap gap = tc_scan_gap(s, end);

	return (gap == TC_GAP_COMMA || gap == TC_GAP_DASH) &&
	       w->seen[best].first - end <= LIST_TOKENS_MAX &&
	       tc_unit_kind_committee(v[w->seen[i].node].kind) &&
	       tc_str_eq(v[w->seen[i].node].own.name,
			 v[w->seen[best].node].own.name) &&
	       tc_unit_sentence_end(s, end) >= w->seen[best].end &&
	       tc_unit_office_start(w, i) == w->seen[i].first;
}

/* "Tỉnh ủy, HĐND, UBND, MTTQ tỉnh X tổ chức": it is the committee's, which the
 * others stand behind; `best` where that does not begin such a list. */
static size_t committee_of_list(const struct tc_unit_walk *w, size_t best)
{
	const size_t far = LIST_UNITS_MAX < best ? best - LIST_UNITS_MAX : 0;

	if (tc_unit_smallness(w, best) == 1)
		for (size_t i = best; i-- > far;)
			if (heads_list(w, i, best))
				return i;
	return best;
}

/* Of no unit, where the headline has none. */
static bool tells_none(const struct tc_unit_walk *w)
{
	return tc_unit_has_notes(w->namer.scan->text) || tc_unit_is_round_up(w);
}

size_t tc_unit_subject(const struct tc_unit_walk *w)
{
	const size_t count = w->n < WEIGHED_MAX ? w->n : WEIGHED_MAX;
	struct tc_unit_headline headline = { 0 };
	struct tc_unit_asked asked[WEIGHED_MAX] = { 0 };
	struct tc_unit_place p = { .w = w, .headline = &headline, .asked = asked,
			   .from = w->title_from, .end = w->title_end,
			   .sentence = -1 };
	size_t best = w->n;
	int most = NO_SUBJECT - 1;

	if (!count || tc_unit_answers_readers(w) ||
	    tc_unit_is_study(w->namer.scan))
		return w->n;
	read_headline(w, count, &headline);
	if (!headline.n && tells_none(w))
		return w->n;
	p.people = tc_unit_of_people(w);
	p.told = tell_units(w);
	for (size_t i = 0; i < count; i++) {
		read_sentence(&p, i);
		if (best < w->n && p.sentence >= LEAD_SENTENCES)
			break;
		p.i = i;
		p.often = p.told[w->seen[i].node].count > 1;
		tc_unit_note_first(&p, best < w->n);
		const int weight = tc_unit_weigh(&p, most);
		if (weight > most) {
			best = i;
			most = weight;
		}
		note_above(&p);
		note_holder(&p);
	}
	return best == w->n ? best :
			      tc_unit_fuller(w, committee_of_list(w, best));
}
