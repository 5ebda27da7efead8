/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-weigh.h"

#include <limits.h>

#define OFFICE_TOKENS_MAX 4	/* from one office to the next of a person's */
#define LATE_SENTENCE 3
#define BEGINNING 3		/* tokens of a headline: "Thị xã" before a place */

enum weight {
#define W(name, headline, text) WEIGHT_##name,
#include "fact/unit-weight-rows.h"
#undef W
	WEIGHT_COUNT
};

/* What each may add at most in the text, and all of them. */
enum {
#define W(name, headline, text) GAIN_##name = (text) > 0 ? (text) : 0,
#include "fact/unit-weight-rows.h"
#undef W
	GAIN_ALL = 0
#define W(name, headline, text) + GAIN_##name
#include "fact/unit-weight-rows.h"
#undef W
};

static const struct {
	short headline, text;
} weights[WEIGHT_COUNT] = {
#define W(name, headline, text) [WEIGHT_##name] = { headline, text },
#include "fact/unit-weight-rows.h"
#undef W
};

/* What was found out. */
enum { UNKNOWN, NO, YES };

int tc_unit_smallness(const struct tc_unit_walk *w, size_t i)
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

/* "tại Chi bộ X": what is told of is there, not only where one meets. */
static bool is_organisation(const struct tc_unit_walk *w, size_t i)
{
	return tc_unit_words_at(w->namer.scan, w->seen[i].first, "đảng bộ") ||
	       tc_unit_words_at(w->namer.scan, w->seen[i].first, "chi bộ");
}

/* "gồm Đảng bộ xã A; Chi bộ B": the latter. */
static bool is_listed(const struct tc_unit_walk *w, size_t i)
{
	return i && tc_unit_past_mark(w, w->seen[i - 1].end) ==
			    w->seen[i].first;
}

/* "Bí thư Trung ương Đảng, Giám đốc Học viện X": one of the centre's. */
static bool is_of_leader(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const size_t i = p->i;
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];

	return node->central ||
	       (i && tc_unit_kind_is(node->kind, "truong") &&
		!tc_unit_smallness(w, i - 1) &&
		w->seen[i].first - w->seen[i - 1].end <= OFFICE_TOKENS_MAX);
}

/* Of those in which the Party has organisations, which are told of first. */
static bool is_workplace(const struct tc_unit_place *p)
{
	static const char *const kinds[] = {
		"quan-doi", "cong-an", "truong", "benh-vien", "doanh-nghiep",
		"so", "phong",
	};
	const struct tc_unit_node *const node =
		&p->w->nodes.v[p->w->seen[p->i].node];

	return TC_AMONG(tc_str0(node->kind), kinds) &&
	       !tc_unit_names_party(node->canonical);
}

static bool is_before_colon(const struct tc_unit_place *p)
{
	return tc_scan_is_sign(p->w->namer.scan, p->w->seen[p->i].end, ":");
}

/* It begins its sentence, or behind what says when; "Lữ đoàn 139: " says where. */
static bool is_opening(const struct tc_unit_place *p)
{
	const size_t first = p->w->seen[p->i].first;

	return !p->in_office &&
	       (first == p->from ||
		(!p->order &&
		 tc_scan_gap(p->w->namer.scan, first) == TC_GAP_COMMA)) &&
	       !(is_before_colon(p) && is_workplace(p));
}

/* "Hội Nông dân tỉnh X: Sơ kết nửa năm" */
static bool is_topic(const struct tc_unit_place *p)
{
	return is_before_colon(p) && is_opening(p);
}

/* What takes long to find out is found out once: of mention p->i. */
static bool visited(const struct tc_unit_place *p)
{
	unsigned char *const asked = &p->asked[p->i].visited;

	if (*asked == UNKNOWN)
		*asked = tc_unit_is_visited(p->w, p->i) ? YES : NO;
	return *asked == YES;
}

/* A body outside the Party that neither does something nor is anybody's, nor
 * met, is only named, but for one that is named again; the centre always. */
static bool is_named_only(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[p->i].node];
	const bool apart = (tc_unit_smallness(w, p->i) == 1 &&
			    !tc_unit_names_party(node->canonical)) ||
			   (tc_unit_kind_is(node->kind, "organ") &&
			    node->parent == TC_UNIT_NODE_NONE);

	return (apart || node->central) && !p->acts && !p->hosts &&
	       !(p->sentence < 0 && is_topic(p)) &&
	       !tc_unit_behind(w, p->i, "do") && !visited(p) &&
	       !p->sends && !p->in_office &&
	       (node->central || !(p->often || tc_unit_is_event(w, p->i)));
}

/* The weight of its level; of a base organisation it tells nothing. */
static enum weight level_of(const struct tc_unit_walk *w, size_t i)
{
	static const enum weight levels[] = {
		WEIGHT_LEVEL_CENTRE, WEIGHT_LEVEL_BODY, WEIGHT_LEVEL_PROVINCE,
		WEIGHT_LEVEL_DISTRICT, WEIGHT_COUNT, WEIGHT_COUNT,
		WEIGHT_LEVEL_CELL,
	};
	const struct tc_unit_node *const node = &w->nodes.v[w->seen[i].node];
	const int small = tc_unit_smallness(w, i);
	const int last = sizeof levels / sizeof *levels - 1;

	if (tc_unit_kind_is(node->kind, "organ"))
		return WEIGHT_LEVEL_ORGAN;
	if (tc_str_is(node->canonical, "Quân ủy Trung ương"))
		return WEIGHT_LEVEL_CENTRE;	/* named as Bộ Chính trị is */
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

static int weight_of(const struct tc_unit_place *p, enum weight what)
{
	return what == WEIGHT_COUNT ? 0 :
	       p->sentence < 0	    ? weights[what].headline :
				      weights[what].text;
}

/* What counts for nothing there is not asked. */
#define WEIGH(p, what, said) \
	(weight_of(p, what) && (said) ? weight_of(p, what) : 0)

/* What takes long to find out is found out once. */
bool tc_unit_place_acts(const struct tc_unit_place *p, size_t i)
{
	unsigned char *const acts = &p->asked[i].acts;

	if (*acts == UNKNOWN)
		*acts = tc_unit_acts(p->w, i) ? YES : NO;
	return *acts == YES;
}

static bool issued(const struct tc_unit_place *p, size_t i)
{
	unsigned char *const issuer = &p->asked[i].issuer;

	if (*issuer == UNKNOWN)
		*issuer = tc_unit_is_issuer(p->w, i) ? YES : NO;
	return *issuer == YES;
}

static size_t titled_of(const struct tc_unit_place *p)
{
	struct tc_unit_told *const told = &p->told[p->w->seen[p->i].node];

	if (!told->asked)
		told->titled = tc_unit_titled(p->w, told->first);
	told->asked = true;
	return told->titled;
}

/* The headline names its unit, and not only by this mention. */
static bool is_in_headline(const struct tc_unit_place *p)
{
	const struct tc_unit_headline *const h = p->headline;
	size_t count = 0;

	for (size_t k = 0; k < h->n; k++)
		count += h->nodes[k] == p->w->seen[p->i].node;
	return count > (p->sentence < 0 && !issued(p, p->i));
}

/* What the last step asks of mention p->i. */
static void read_rest(struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const size_t i = p->i;

	p->issuer = issued(p, i);
	p->sends = tc_unit_sends(w, i);
	p->office = tc_unit_office_start(w, i);
	p->in_office = p->office != w->seen[i].first;
	p->order = -p->issuer;
	p->later = false;
	for (size_t k = p->first; k < i; k++) {
		const bool issuer = issued(p, k);
		p->order += !issuer;
		p->later |= p->acts && !issuer && tc_unit_place_acts(p, k);
	}
}

/* "Kỷ luật Đảng ủy xã X": that of X. */
static bool is_punished(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;

	for (size_t i = 0; p->headline->punishes && i < w->n &&
			   w->seen[i].first < w->title_end; i++)
		if (w->seen[i].node == w->seen[p->i].node)
			return w->seen[i].first >= p->headline->punishes &&
			       !tc_unit_acts(w, i);
	return false;
}

/* "Đảng ủy X ra nghị quyết. Chi bộ Y nhận bảo vệ rừng": one of X's, that is named
 * just there. */
static bool is_below(const struct tc_unit_place *p)
{
	return p->above && !p->often && p->sentence > p->above_sentence &&
	       tc_unit_smallness(p->w, p->i) > p->above &&
	       !is_in_headline(p) && !titled_of(p);
}

static bool is_each(const struct tc_unit_place *p)
{
	static const char *const each[] = { "từng", "mỗi", "mọi" };
	const size_t first = p->w->seen[p->i].first;

	return TC_UNIT_ANY_BEFORE(p->w->namer.scan, first, each);
}

/* What is known at once: where it stands, and of its unit. */
static int weigh_known(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const struct tc_str rule = tc_str0(w->seen[p->i].rule);
	const int unit =
		weight_of(p, level_of(w, p->i)) +
		WEIGH(p, WEIGHT_HEADLINE, is_in_headline(p)) +
		WEIGH(p, WEIGHT_PLACED,
		      w->seen[p->i].node == p->headline->placed) +
		WEIGH(p, WEIGHT_PUNISHED, is_punished(p)) +
		WEIGH(p, WEIGHT_OFTEN, p->often) +
		WEIGH(p, WEIGHT_EACH, is_each(p)) +
		WEIGH(p, WEIGHT_BARE_LEVEL, tc_str_is(rule, "bare-level")) +
		WEIGH(p, WEIGHT_COMPLETED, tc_str_is(rule, "completed"));

	if (p->sentence < 0)
		return unit;
	return unit + weight_of(p, sentence_of(p->sentence)) +
	       WEIGH(p, WEIGHT_CENTRE_LATER,
		     p->sentence && w->nodes.v[w->seen[p->i].node].central &&
			     !is_in_headline(p)) +
	       WEIGH(p, WEIGHT_GUESTS, p->guests) +
	       WEIGH(p, WEIGHT_CAPTION, p->caption) +
	       WEIGH(p, WEIGHT_BELOW, is_below(p)) +
	       WEIGH(p, WEIGHT_LATE,
		     p->told[w->seen[p->i].node].late && !titled_of(p)) +
	       WEIGH(p, WEIGHT_OF_PEOPLE, p->people);
}

/* The words right before it that may say much. */
static int weigh_before(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const bool founded = tc_unit_is_founded(w, p->i);

	return WEIGH(p, WEIGHT_VISITED, visited(p)) +
	       WEIGH(p, WEIGHT_RECEIVES, p->i == p->receiver) +
	       WEIGH(p, WEIGHT_HONOURED,
		     p->sentence < 1 && tc_unit_is_honoured(w, p->i)) +
	       WEIGH(p, WEIGHT_FOUNDED, founded) +
	       WEIGH(p, WEIGHT_FOUNDED_TOLD, p->headline->founds && founded) +
	       WEIGH(p, WEIGHT_BY, !p->sentence &&
				   tc_unit_behind(w, p->i, "do") &&
				   !tc_unit_words_at(w->namer.scan,
						     w->seen[p->i].end, "trình") &&
				   !tc_unit_is_superior(w, p->i)) +
	       WEIGH(p, WEIGHT_CONGRESS,
		     tc_unit_is_congress(w->namer.scan, w->seen[p->i].first));
}

/* Of those whose place a headline may name: a committee's. */
static bool is_of_area(const char *kind)
{
	return tc_unit_kind_is(kind, "dang-bo-xa") ||
	       tc_unit_kind_is(kind, "dang-bo-huyen") ||
	       tc_unit_kind_is(kind, "dang-bo-tinh");
}

/* Its token `titled`, counted from 1, does. */
static bool begins_headline(const struct tc_unit_walk *w, size_t titled)
{
	return titled > w->title_from &&
	       titled - w->title_from <= BEGINNING;
}

/* Its kind; of "Ban Thường vụ Huyện ủy X", which stands for it, the committee's. */
static const char *kind_told(const struct tc_unit_place *p)
{
	const struct tc_unit_node *const nodes = p->w->nodes.v;
	const struct tc_unit_node *const node = &nodes[p->w->seen[p->i].node];
	const bool stands_for = tc_unit_kind_is(node->kind, "organ") &&
				node->parent != TC_UNIT_NODE_NONE &&
				tc_unit_past_acting(node->canonical);

	return stands_for ? nodes[node->parent].kind : node->kind;
}

/* "Chi bộ Phân xưởng 1, Đảng bộ Công ty X kết nạp": the latter only says of whom. */
static bool is_behind_smaller(const struct tc_unit_place *p)
{
	const struct tc_unit_seen *const m = &p->w->seen[p->i];

	return p->i && m[-1].end == m->first &&
	       tc_unit_smallness(p->w, p->i - 1) > tc_unit_smallness(p->w, p->i);
}

/* The headline tells of a visit to the place at its token `titled`, counted from
 * 1, and to no unit by name. */
static bool place_visited(const struct tc_unit_place *p, size_t titled)
{
	return !p->headline->visits &&
	       tc_unit_place_visited(p->w->namer.scan, titled - 1);
}

static int weigh_titled(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const struct tc_str canonical =
		w->nodes.v[w->seen[p->i].node].canonical;
	const char *const kind = kind_told(p);
	const size_t titled = titled_of(p);
	const bool area = is_of_area(kind) &&
			  (begins_headline(w, titled) ||
			   !tc_unit_kind_is(kind, "dang-bo-tinh"));

	if (p->sentence >= 0 && p->headline->topic && !is_behind_smaller(p) &&
	    tc_unit_named_topic(w, p->i, p->headline->topic))
		return WEIGH(p, WEIGHT_TITLED_NAME, true);
	if (!titled)
		return 0;
	if (tc_unit_kind_is(kind, "organ"))
		return WEIGH(p, WEIGHT_TITLED_FIRST,
			     p->sentence < 2 && begins_headline(w, titled) &&
				     tc_unit_place_acts(p, p->i)) +
		       WEIGH(p, WEIGHT_TITLED_VISITED,
			     place_visited(p, titled) &&
				     (p->i == p->receiver ||
				      visited(p)));
	return WEIGH(p, WEIGHT_TITLED, area) +
	       WEIGH(p, WEIGHT_TITLED_TOPIC, tc_unit_topic_place(w, titled - 1)) +
	       WEIGH(p, WEIGHT_TITLED_VISITED,
		     is_of_area(kind) &&
		     place_visited(p, titled)) +
	       WEIGH(p, WEIGHT_TITLED_FIRST,
		     begins_headline(w, titled) &&
			     (p->sentence < 1 ||
			      tc_unit_smallness(w, p->i) != 1 ||
			      tc_unit_names_party(canonical))) +
	       WEIGH(p, WEIGHT_CAPTION_TITLED, p->caption);
}

/* What it does. */
static int weigh_deeds(struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;

	p->acts = tc_unit_place_acts(p, p->i);
	p->hosts = tc_unit_hosts(w, p->i);
	return WEIGH(p, WEIGHT_HOSTS,
		     p->hosts && !(p->held && p->sentence >= p->held)) +
	       WEIGH(p, WEIGHT_ISSUES,
		     p->acts && !tc_unit_smallness(w, p->i) &&
			     tc_unit_has_issued(w->namer.scan,
						w->seen[p->i].end)) +
	       WEIGH(p, WEIGHT_ACTS, p->acts) +
	       WEIGH(p, WEIGHT_PUNISHES, p->acts && p->punishes) +
	       WEIGH(p, WEIGHT_HOLDS, p->acts && tc_unit_holds(w, p->i)) +
	       WEIGH(p, WEIGHT_DESCRIBED,
		     !p->sentence && p->i == p->first &&
			     tc_unit_is_described(w, p->i));
}

static int weigh_office(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;
	const int small = tc_unit_smallness(w, p->i);

	if (!p->in_office)
		return 0;
	return WEIGH(p, WEIGHT_OFFICE_BASE, small == 4 || small == 5) +
	       WEIGH(p, WEIGHT_OFFICE_OPENING,
		     !p->sentence && p->office == p->from &&
			     (small == 4 || small == 5)) +
	       WEIGH(p, WEIGHT_NEW_OFFICE, tc_unit_is_new_office(w, p->office)) +
	       WEIGH(p, WEIGHT_INTERVIEWED,
		     tc_unit_is_interviewed(w, p->i, p->office)) +
	       WEIGH(p, WEIGHT_SIDE_OFFICE,
		     tc_unit_is_side_office(w, p->i, p->office)) +
	       WEIGH(p, WEIGHT_MEMBERSHIP,
		     tc_unit_is_membership(w, p->i, p->office)) +
	       WEIGH(p, WEIGHT_LEADER, is_of_leader(p));
}

/* What others do, and it for them. */
static int weigh_others(const struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;

	return WEIGH(p, WEIGHT_ACTS_LATER,
		     p->acts && !p->issuer && p->later) +
	       WEIGH(p, WEIGHT_SENDS, p->sends) +
	       WEIGH(p, WEIGHT_PARTNER, tc_unit_is_partner(w, p->i)) +
	       WEIGH(p, WEIGHT_ISSUER, p->issuer) +
	       WEIGH(p, WEIGHT_ENTITLES,
		     p->issuer && tc_unit_entitles(w, p->i)) +
	       WEIGH(p, WEIGHT_SUPERIOR,
		     tc_unit_is_superior(w, p->i) &&
			     !(is_of_area(kind_told(p)) && titled_of(p))) +
	       WEIGH(p, WEIGHT_NAMED_ONLY, is_named_only(p));
}

/* "Ở Chi bộ X có người ...", further down and never again. */
static bool is_in_passing(const struct tc_unit_place *p)
{
	return p->sentence > 1 && !p->often && !is_in_headline(p);
}

/* Of few sentences it is asked. */
static bool is_example(struct tc_unit_place *p)
{
	const struct tc_unit_walk *const w = p->w;

	if (p->examples == TC_UNIT_NOT_ASKED)
		p->examples = tc_unit_examples(w->namer.scan, p->from, p->end);
	return w->seen[p->i].first > p->examples;
}

void tc_unit_note_first(struct tc_unit_place *p, bool other)
{
	const uint32_t node = p->w->seen[p->i].node;
	struct tc_unit_told *const told = &p->told[node];
	const bool cell = tc_unit_kind_is(p->w->nodes.v[node].kind, "chi-bo");

	if (p->sentence < 0 || p->i != told->first || told->count == 1)
		return;
	told->example = is_example(p);
	told->late = other && p->sentence + p->scene >= LATE_SENTENCE - cell;
}

static int weigh_place(struct tc_unit_place *p)
{
	const struct tc_scan *const s = p->w->namer.scan;
	const struct tc_unit_seen *const m = &p->w->seen[p->i];
	const bool alone = tc_unit_fills_line(s, m->first, m->end);
	const int line =
		p->sentence < 0 ? 0 :
		WEIGH(p, WEIGHT_EXAMPLE,
		      p->told[m->node].example || is_example(p)) +
		WEIGH(p, WEIGHT_LINE, alone && !p->grounds) +
		WEIGH(p, WEIGHT_DECREES, alone && p->grounds) +
		WEIGH(p, WEIGHT_BRACKETS, tc_unit_in_brackets(s, m->first, p->from));

	return line + WEIGH(p, WEIGHT_OPENING, is_opening(p)) +
	       WEIGH(p, WEIGHT_TOPIC, is_topic(p)) +
	       WEIGH(p, WEIGHT_EVENT, tc_unit_is_event(p->w, p->i)) +
	       WEIGH(p, WEIGHT_WELCOMED,
		     p->sentence < 1 && tc_unit_is_welcomed(p->w, p->i)) +
	       WEIGH(p, WEIGHT_EVENT_FIRST,
		     p->sentence < 2 && !p->order &&
			     tc_unit_opens_with_event(p->w, p->i)) +
	       WEIGH(p, WEIGHT_AT, tc_unit_is_place(p->w, p->i) &&
				   (p->sentence < 0 || is_in_passing(p) ||
				    !(is_organisation(p->w, p->i) ||
				      visited(p)))) +
	       WEIGH(p, WEIGHT_WITH,
		     tc_unit_behind(p->w, p->i, "với") &&
			     !tc_unit_words_before(s, m->first, "đối với") &&
			     !visited(p)) +
	       WEIGH(p, WEIGHT_BEHIND_AND, follows_and(p->w, p->i)) +
	       WEIGH(p, WEIGHT_BEHIND_TWO, !p->issuer && p->order > 1) +
	       WEIGH(p, WEIGHT_LISTED, !p->acts && is_listed(p->w, p->i)) +
	       WEIGH(p, WEIGHT_LISTED_FIRST,
		     !p->acts && is_in_passing(p) &&
			     tc_unit_begins_list(p->w, p->i));
}

/* What speaks mostly against it. */
static int weigh_rest(struct tc_unit_place *p)
{
	read_rest(p);
	return weigh_office(p) + weigh_others(p) + weigh_place(p);
}

/* What each step below may add; the last one what no other does. */
enum {
	GAIN_BEFORE = GAIN_VISITED + GAIN_RECEIVES + GAIN_HONOURED +
		      GAIN_FOUNDED + GAIN_FOUNDED_TOLD + GAIN_BY +
		      GAIN_CONGRESS,
	GAIN_TITLE = GAIN_TITLED + GAIN_TITLED_TOPIC + GAIN_TITLED_NAME +
		     GAIN_TITLED_VISITED + GAIN_TITLED_FIRST +
		     GAIN_CAPTION_TITLED,
	GAIN_DEEDS = GAIN_HOSTS + GAIN_ISSUES + GAIN_ACTS + GAIN_PUNISHES +
		     GAIN_HOLDS + GAIN_DESCRIBED,
	GAIN_UNIT = GAIN_LEVEL_CENTRE + GAIN_LEVEL_BODY + GAIN_LEVEL_PROVINCE +
		    GAIN_LEVEL_DISTRICT + GAIN_LEVEL_CELL + GAIN_LEVEL_ORGAN +
		    GAIN_HEADLINE + GAIN_PLACED + GAIN_OFTEN + GAIN_BARE_LEVEL +
		    GAIN_COMPLETED,
	GAIN_REST = GAIN_ALL - GAIN_BEFORE - GAIN_TITLE - GAIN_DEEDS - GAIN_UNIT,
};

int tc_unit_weigh(struct tc_unit_place *p, int most)
{
	const struct tc_unit_walk *const w = p->w;
	const char *const kind = kind_told(p);
	const int enough =
		p->sentence < 0 ? INT_MIN :
		most - GAIN_REST + (p->grounds ? 0 : GAIN_DECREES);
	const int deeds = GAIN_DEEDS - (p->sentence ? GAIN_DESCRIBED : 0) -
			  (p->headline->punishes ? 0 : GAIN_PUNISHES) -
			  (tc_unit_smallness(w, p->i) ? GAIN_ISSUES : 0);
	const int title = GAIN_TITLE - (p->caption ? 0 : GAIN_CAPTION_TITLED) -
			  (is_of_area(kind) ? 0 : GAIN_TITLED) -
			  (is_of_area(kind) || tc_unit_kind_is(kind, "organ") ?
				   0 : GAIN_TITLED_VISITED);
	int sum = weigh_known(p) + weigh_before(p);

	if (sum + title + deeds <= enough)
		return most;
	sum += weigh_titled(p);
	if (sum + deeds <= enough)
		return most;
	sum += weigh_deeds(p);
	return sum <= enough ? most : sum + weigh_rest(p);
}
