/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which mention is the article's subject: what is true of each is weighed, and
 * the heaviest taken if it reaches what a subject must.
 */
#include "config.h"

#include "fact/unit-clause.h"

#define NO_SUBJECT -26		/* what the heaviest must reach */
#define OFFICE_TOKENS_MAX 4	/* from one office to the next of a person's */
#define BRACKET_TOKENS_MAX 64
#define WEIGHED_MAX 200		/* mentions; what comes later is none */
#define LEAD_SENTENCES 8	/* what is farther is asked if these tell none */
#define HEADLINE_UNITS 16	/* that are looked at */
#define BEGINNING 3		/* tokens of a headline: "Thị xã" before a place */

enum weight {
#define W(name, headline, text) WEIGHT_##name,
#include "fact/unit-weight-rows.h"
#undef W
	WEIGHT_COUNT
};

static const struct {
	signed char headline, text;
} weights[WEIGHT_COUNT] = {
#define W(name, headline, text) [WEIGHT_##name] = { headline, text },
#include "fact/unit-weight-rows.h"
#undef W
};

/* What the headline tells. */
struct headline {
	uint32_t nodes[HEADLINE_UNITS];	/* its units, but for issuers */
	size_t n;
	bool punishes;		/* "Kỷ luật ..." */
};

/* A unit among the mentions. */
struct told {
	size_t first, count;
	size_t titled;		/* where the headline has its place; 0: nowhere */
};

/* A mention and where it stands. */
struct place {
	const struct tc_unit_walk *w;
	const struct headline *headline;
	struct told *told;	/* by node */
	size_t i;		/* the mention */
	size_t from, end;	/* tokens of its sentence */
	int sentence;		/* of the lead; -1: the headline */
	bool guests, caption;	/* what that sentence is */
	int order;		/* of those of its sentence, but for issuers */
	int acting;		/* how many before it there do something */
	bool often;		/* its unit has several mentions */
	size_t titled;		/* as of its unit */
	bool named;		/* the headline has its unit */
	bool people;		/* the article tells of several people */
	size_t office;		/* of a person's, where that begins; the
				   mention's first when there is none */
	bool issuer, acts, hosts, sends, partner, in_office;
};

static int smallness(const struct tc_unit_walk *w, size_t i)
{
	const char *kind = w->nodes.v[w->seen[i].node].kind;
	int rank = tc_unit_kind_rank(kind);

	if (tc_unit_kind_is(kind, "trung-uong"))
		return 0;
	if (tc_unit_kind_is(kind, "organ"))
		return 3;	/* mostly a district's or a province's */
	return rank == 9 ? 1 : rank;	/* a body outside the Party: last */
}

/* "Quận ủy A và Đảng ủy B ký": the first of the two is spoken of first. */
static bool follows_and(const struct tc_unit_walk *w, size_t i)
{
	return i && w->seen[i - 1].end + 1 == w->seen[i].first &&
	       tc_unit_behind(w, i, "và");
}

/* "Bí thư Trung ương Đảng, Giám đốc Học viện X": one of the centre's. */
static bool is_of_leader(const struct place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const size_t i = p->i;
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];

	return node->central ||
	       (i && tc_unit_kind_is(node->kind, "truong") &&
		!smallness(w, i - 1) &&
		w->seen[i].first - w->seen[i - 1].end <= OFFICE_TOKENS_MAX);
}

/* A body outside the Party that neither does something nor is anybody's is
 * only named, but for one that is named again; the centre always. */
static bool is_named_only(const struct place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[p->i].node];
	const bool apart = smallness(w, p->i) == 1 ||
			   (tc_unit_kind_is(node->kind, "organ") &&
			    node->parent == TC_UNIT_NODE_NONE);

	return (apart || node->central) && !p->acts && !p->hosts &&
	       !p->sends && !p->in_office && (node->central || !p->often);
}

/* "Những bí thư chi bộ": several people, each elsewhere. */
static bool names_people(const struct tc_scan *s, size_t i)
{
	static const char *const people[] = {
		"bí thư", "người", "đảng viên", "cán bộ",
	};

	return TC_UNLIKELY(tc_unit_words_at(s, i, "những")) &&
	       TC_UNIT_ANY_AT(s, i + 1, people);
}

/* The headline, or the lead's first sentence, tells of those. */
static bool tells_of_people(const struct tc_unit_walk *w)
{
	return names_people(w->namer.scan, 0) ||
	       names_people(w->namer.scan, w->title_end);
}

/* "(Đảng ủy xã X không có học viên)": the last bracket or end of a line before
 * the unit opens one, in its sentence, which begins at token `from`.  It is
 * looked for no farther back than a remark is long: there may be thousands of
 * units in a sentence. */
static bool in_brackets(const struct tc_scan *s, size_t i, size_t from)
{
	const size_t far = i - from > BRACKET_TOKENS_MAX ?
				   i - BRACKET_TOKENS_MAX : from;

	for (size_t k = i; k && k >= far; k--) {
		if (TC_LIKELY(tc_scan_is_blank(s, k)))
			continue;
		const struct tc_str gap = tc_scan_sign(s, k);
		for (size_t at = gap.n; at-- > 0;)
			if (memchr("\n()", gap.p[at], 3))
				return gap.p[at] == '(';
	}
	return false;
}

/* "Các đại biểu dự hội nghị", a line that no full stop ends: below a picture. */
static bool is_caption(const struct tc_scan *s, size_t from, size_t end)
{
	const struct tc_str text = s->text;
	uint32_t at = tc_token_end(&s->tokens.v[end - 1]);

	if (!tc_scan_begins_line(s, from))
		return false;
	for (size_t i = from; i < end; i++)
		if (tc_str_is(s->tokens.v[i].exact, "ảnh"))
			return true;
	while (at < text.n && text.p[at] != '\n' && !strchr(".!?:;", text.p[at]))
		at++;
	return at == text.n || text.p[at] == '\n';
}

/* It begins its sentence, or behind what says when. */
static bool is_opening(const struct place *p)
{
	const size_t first = p->w->seen[p->i].first;

	return !p->in_office &&
	       (first == p->from ||
		(!p->order &&
		 tc_scan_gap(p->w->namer.scan, first) == TC_GAP_COMMA));
}

/* The weight of its level; of a base organisation it tells nothing. */
static enum weight level_of(const struct tc_unit_walk *w, size_t i)
{
	static const enum weight levels[] = {
		WEIGHT_LEVEL_CENTRE, WEIGHT_LEVEL_BODY, WEIGHT_LEVEL_PROVINCE,
		WEIGHT_LEVEL_DISTRICT, WEIGHT_COUNT, WEIGHT_COUNT,
		WEIGHT_LEVEL_CELL,
	};
	const int small = smallness(w, i);
	const int last = sizeof levels / sizeof *levels - 1;

	if (tc_unit_kind_is(w->nodes.v[w->seen[i].node].kind, "organ"))
		return WEIGHT_LEVEL_ORGAN;
	return levels[small < last ? small : last];
}

/* The weight of where it is in the text; its first sentence tells nothing. */
static enum weight sentence_of(int sentence)
{
	return sentence < 1 ? WEIGHT_COUNT :
	       sentence < 2 ? WEIGHT_SENTENCE_SECOND :
	       sentence < 4 ? WEIGHT_SENTENCE_FOURTH :
	       sentence < 8 ? WEIGHT_SENTENCE_EIGHTH : WEIGHT_SENTENCE_FAR;
}

static int weight_of(const struct place *p, enum weight what)
{
	return what == WEIGHT_COUNT ? 0 :
	       p->sentence < 0	    ? weights[what].headline :
				      weights[what].text;
}

/* What counts for nothing there is not asked. */
#define WEIGH(p, what, said) \
	(weight_of(p, what) && (said) ? weight_of(p, what) : 0)

/* What it does, or is done to it. */
static int weigh_deeds(const struct place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const size_t i = p->i;

	return WEIGH(p, WEIGHT_ACTS, p->acts) +
	       WEIGH(p, WEIGHT_ACTS_LATER,
		     p->acts && !p->issuer && p->acting > 0) +
	       WEIGH(p, WEIGHT_PUNISHES, p->acts && p->headline->punishes) +
	       WEIGH(p, WEIGHT_HOLDS, p->acts && tc_unit_holds(w, i)) +
	       WEIGH(p, WEIGHT_VISITED, tc_unit_is_visited(w, i)) +
	       WEIGH(p, WEIGHT_HOSTS, p->hosts) +
	       WEIGH(p, WEIGHT_SENDS, p->sends) +
	       WEIGH(p, WEIGHT_PARTNER, p->partner) +
	       WEIGH(p, WEIGHT_ISSUER, p->issuer) +
	       WEIGH(p, WEIGHT_SUPERIOR, tc_unit_is_superior(w, i)) +
	       WEIGH(p, WEIGHT_CONGRESS,
		     tc_unit_is_congress(w->namer.scan, w->seen[i].first));
}

static int weigh_office(const struct place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const int small = smallness(w, p->i);

	if (!p->in_office)
		return 0;
	return WEIGH(p, WEIGHT_OFFICE_BASE, small == 4 || small == 5) +
	       WEIGH(p, WEIGHT_NEW_OFFICE, tc_unit_is_new_office(w, p->office)) +
	       WEIGH(p, WEIGHT_SIDE_OFFICE,
		     tc_unit_is_side_office(w, p->i, p->office)) +
	       WEIGH(p, WEIGHT_MEMBERSHIP,
		     tc_unit_is_membership(w, p->office)) +
	       WEIGH(p, WEIGHT_LEADER, is_of_leader(p));
}

/* Where in the text it stands. */
static int weigh_sentence(const struct place *p)
{
	const struct tc_scan *const s = p->w->namer.scan;
	const struct tc_unit_seen *const m = &p->w->seen[p->i];

	if (p->sentence < 0)
		return 0;
	return weight_of(p, sentence_of(p->sentence)) +
	       WEIGH(p, WEIGHT_GUESTS, p->guests) +
	       WEIGH(p, WEIGHT_CAPTION, p->caption) +
	       WEIGH(p, WEIGHT_CAPTION_TITLED, p->caption && p->titled) +
	       WEIGH(p, WEIGHT_LINE, tc_unit_fills_line(s, m->first, m->end)) +
	       WEIGH(p, WEIGHT_BRACKETS, in_brackets(s, m->first, p->from)) +
	       WEIGH(p, WEIGHT_OF_PEOPLE, p->people);
}

static int weigh_place(const struct place *p)
{
	return weigh_sentence(p) + WEIGH(p, WEIGHT_OPENING, is_opening(p)) +
	       WEIGH(p, WEIGHT_EVENT, tc_unit_is_event(p->w, p->i)) +
	       WEIGH(p, WEIGHT_AT, tc_unit_behind(p->w, p->i, "tại")) +
	       WEIGH(p, WEIGHT_BY, tc_unit_behind(p->w, p->i, "do")) +
	       WEIGH(p, WEIGHT_WITH, tc_unit_behind(p->w, p->i, "với")) +
	       WEIGH(p, WEIGHT_BEHIND_AND, follows_and(p->w, p->i)) +
	       WEIGH(p, WEIGHT_BEHIND_TWO, !p->issuer && p->order > 1);
}

/* What is known of its unit. */
static int weigh_unit(const struct place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const char *const kind = w->nodes.v[w->seen[p->i].node].kind;
	const struct tc_str rule = tc_str0(w->seen[p->i].rule);
	const bool area = tc_unit_kind_is(kind, "dang-bo-xa") ||
			  tc_unit_kind_is(kind, "dang-bo-huyen");

	return weight_of(p, level_of(w, p->i)) +
	       WEIGH(p, WEIGHT_HEADLINE, p->named) +
	       WEIGH(p, WEIGHT_TITLED, p->titled && area) +
	       WEIGH(p, WEIGHT_TITLED_FIRST,
		     p->titled && p->titled <= BEGINNING) +
	       WEIGH(p, WEIGHT_OFTEN, p->often) +
	       WEIGH(p, WEIGHT_NAMED_ONLY, is_named_only(p)) +
	       WEIGH(p, WEIGHT_BARE_LEVEL, tc_str_is(rule, "bare-level")) +
	       WEIGH(p, WEIGHT_COMPLETED, tc_str_is(rule, "completed"));
}

static int weigh_all(const struct place *p)
{
	return weigh_office(p) + weigh_deeds(p) + weigh_place(p) +
	       weigh_unit(p);
}

static void read_headline(const struct tc_unit_walk *w, struct headline *h)
{
	static const char *const punishing[] = {
		"kỷ luật", "khai trừ", "cách chức", "cảnh cáo", "khiển trách",
		"vi phạm", "sai phạm", "bị bắt",
	};

	for (size_t i = 0; i < w->n && h->n < HEADLINE_UNITS &&
			   w->seen[i].first < w->title_end; i++)
		if (!tc_unit_is_issuer(w, i))
			h->nodes[h->n++] = w->seen[i].node;
	for (size_t i = 0; i < w->title_end && !h->punishes; i++)
		h->punishes = TC_UNIT_ANY_AT(w->namer.scan, i, punishing);
}

/* The headline names its unit, and not only by this mention. */
static bool is_in_headline(const struct place *p)
{
	const struct headline *const h = p->headline;
	size_t count = 0;

	for (size_t k = 0; k < h->n; k++)
		count += h->nodes[k] == p->w->seen[p->i].node;
	return count > (p->sentence < 0 && !p->issuer);
}

/* The sentence of mention i. */
static void read_sentence(struct place *p, size_t i)
{
	const struct tc_scan *const s = p->w->namer.scan;

	if (p->w->seen[i].first < p->end)
		return;
	while (p->w->seen[i].first >= p->end) {
		p->from = p->end;
		p->end = tc_unit_sentence_end(s, p->from);
		p->sentence++;
	}
	p->order = -1;
	p->acting = 0;
	p->guests = tc_unit_tells_guests(s, p->from, p->end);
	p->caption = p->sentence && is_caption(s, p->from, p->end);
}

/* Mention i, in its sentence. */
static void read_mention(struct place *p, size_t i)
{
	const struct tc_unit_walk *const w = p->w;
	struct told *const told = &p->told[w->seen[i].node];

	p->i = i;
	p->issuer = tc_unit_is_issuer(w, i);
	p->acts = tc_unit_acts(w, i);
	p->hosts = tc_unit_hosts(w, i);
	p->sends = tc_unit_sends(w, i);
	p->partner = tc_unit_is_partner(w, i);
	p->office = tc_unit_office_start(w, i);
	p->in_office = p->office != w->seen[i].first;
	p->order += !p->issuer;
	p->named = is_in_headline(p);
	p->often = told->count > 1;
	if (told->first == i)
		told->titled = tc_unit_titled(w, i);
	p->titled = told->titled;
}

/* How often each unit is named, and where first. */
static struct told *tell_units(const struct tc_unit_walk *w)
{
	struct told *const told = tc_arena_alloc(w->namer.scan->arena,
						 w->nodes.n * sizeof *told);

	for (size_t i = 0; i < w->n; i++)
		if (!told[w->seen[i].node].count++)
			told[w->seen[i].node].first = i;
	return told;
}

/* "Tỉnh ủy, HĐND, UBND, MTTQ tỉnh X tổ chức": it is the committee's, which the
 * others stand behind; `best` where that does not begin such a list. */
static size_t committee_of_list(const struct tc_unit_walk *w, size_t best)
{
	size_t i = best;

	while (i && w->seen[i - 1].end == w->seen[i].first &&
	       smallness(w, i) == 1 &&
	       tc_unit_past_mark(w, w->seen[i - 1].end) &&
	       (tc_str_is(tc_str0(w->seen[i - 1].rule), "shared-tail") ||
		tc_str_is(tc_str0(w->seen[i - 1].rule), "bare-level")))
		i--;
	return tc_unit_kind_committee(w->nodes.v[w->seen[i].node].kind) ? i
									: best;
}

size_t tc_unit_subject(const struct tc_unit_walk *w)
{
	const size_t count = w->n < WEIGHED_MAX ? w->n : WEIGHED_MAX;
	struct headline headline = { 0 };
	struct place p = { .w = w, .headline = &headline, .end = w->title_end,
			   .sentence = -1, .order = -1 };
	size_t best = w->n;
	int most = NO_SUBJECT - 1;

	p.people = count && tells_of_people(w);
	p.told = tell_units(w);
	read_headline(w, &headline);
	for (size_t i = 0; i < count; i++) {
		read_sentence(&p, i);
		if (best < w->n && p.sentence >= LEAD_SENTENCES)
			break;
		read_mention(&p, i);
		const int weight = weigh_all(&p);
		p.acting += p.acts && !p.issuer;
		if (weight > most) {
			best = i;
			most = weight;
		}
	}
	return best == w->n ? best :
			      tc_unit_fuller(w, committee_of_list(w, best));
}
