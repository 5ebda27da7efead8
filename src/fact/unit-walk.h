/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The walk through an article that gathers the mentions of units; unit-list.c
 * reads what a list leaves out (unit-area-list.c: of areas behind a head
 * alone), unit-parent.c whose a unit is, unit-subject.c chooses the subject
 * (unit-weigh.c: by what is true of each, unit-headline.c: by what the headline
 * tells), unit-fuller.c its fullest name, unit-answer.c writes the units.
 */
#ifndef TC_FACT_UNIT_WALK_H
#define TC_FACT_UNIT_WALK_H

#include "fact/unit-node.h"

struct tc_unit_seen {
	size_t first, end;	/* tokens */
	uint32_t node;
	float confidence;
	const char *rule;	/* static */
};

/* A province that the site puts above units, once it was asked for. */
struct tc_unit_top {
	struct tc_str name;
	const struct tc_place *place;	/* that the name ends in */
};

struct tc_unit_walk {
	struct tc_unit_namer namer;
	struct tc_unit_context context;
	struct tc_unit_nodes nodes;
	struct tc_unit_seen *seen;
	size_t n, cap;
	struct tc_places caps_places;	/* of the scan's, those in capitals */
	bool caps;		/* this pass reads the lines in capitals */
	size_t roll_end;	/* the token behind the last roll (unit-roll.c) */
	/* for the subject: the headline's first token, and the one behind */
	size_t title_from, title_end;
	/* the unit whose parent may begin at token `at` */
	struct {
		uint32_t child;
		size_t at;
		bool said;	/* "truc thuoc" stands between */
		bool comma;
		bool linked;	/* the last name closed a link by a comma */
		bool chain;	/* and this child is that name */
	} open;
	uint32_t last_cell, last_group, last_party, last_dept;
	struct tc_unit_top tops[2];	/* of others; of the Party's */
};

static inline const struct tc_token *
tc_unit_walk_token(const struct tc_unit_walk *w, size_t i)
{
	return &w->namer.scan->tokens.v[i];
}

/* Token i as it is spelled, empty behind the end; what stands before it. */
static inline struct tc_str
tc_unit_exact(const struct tc_unit_walk *w, size_t i)
{
	const struct tc_tokens *t = &w->namer.scan->tokens;

	return i < t->n ? t->v[i].exact : tc_str(NULL, 0);
}

static inline enum tc_gap
tc_unit_gap(const struct tc_unit_walk *w, size_t i)
{
	return tc_scan_gap(w->namer.scan, i);
}

/* Adds a mention of tokens [first, end). */
void tc_unit_walk_add(struct tc_unit_walk *w, size_t first, size_t end,
		      uint32_t node, float confidence, const char *rule);
/* Adds a unit made of the head of `like` and the area: an elided head or
 * tail.  Its node. */
uint32_t tc_unit_walk_area(struct tc_unit_walk *w,
			   const struct tc_unit_word *head,
			   struct tc_area area);

/* The Party organisations of areas, smallest first, linked upward; the
 * smallest. */
uint32_t tc_unit_walk_chain(struct tc_unit_walk *w, const struct tc_area *up,
			    size_t count);

/* The node of a full name, with the parent that the name itself tells. */
uint32_t tc_unit_walk_node(struct tc_unit_walk *w,
			   const struct tc_unit_name *name);
/* That parent, or NONE. */
uint32_t tc_unit_walk_told_parent(struct tc_unit_walk *w,
				  const struct tc_unit_name *name);
/* Before a name: gives it as the parent to the unit whose link is open here.
 * Behind a name, at token `at`: opens its link if a parent may follow. */
void tc_unit_walk_close_link(struct tc_unit_walk *w,
			     const struct tc_unit_name *name, uint32_t parent);
void tc_unit_walk_open_link(struct tc_unit_walk *w, uint32_t child, size_t at);

/* Whether the word before token i is such a one. */
static inline bool tc_unit_follows(const struct tc_unit_walk *w, size_t i,
				   unsigned flag)
{
	return i > 0 && tc_scan_flags(w->namer.scan, i - 1) & flag &&
	       tc_unit_gap(w, i) == TC_GAP_BLANK;
}

/* "các", "hai", "5" stands before token i. */
bool tc_unit_several(const struct tc_unit_walk *w, size_t i);
/* The name is none of one unit: "các huyện, thị ủy", "chi bộ các cơ quan, đơn
 * vị". */
bool tc_unit_of_many(const struct tc_unit_walk *w,
		     const struct tc_unit_name *name, bool several);
/* "Phòng Nội vụ các huyện" */
bool tc_unit_of_each_area(const struct tc_unit_walk *w,
			  const struct tc_unit_name *name);

/* Items that share one head. */
#define TC_UNIT_LIST_MAX 32

/* Before the items are read: their names may go on to the text's end, and no
 * office counts. */
static inline void tc_unit_list_begin(struct tc_unit_walk *w)
{
	w->namer.limit = w->namer.scan->tokens.n;
	w->namer.head = 0;
}

/* Behind them, where a list has two at least: the token `end` behind the last;
 * `none`, and none of the mentions from `before` on, when there are fewer. */
static inline size_t tc_unit_list_two(struct tc_unit_walk *w, size_t before,
				      size_t end, size_t none)
{
	if (w->n >= before + 2)
		return end;
	w->n = before;
	return none;
}

/* Past ", " or " và "; 0 when neither stands at i. */
size_t tc_unit_past_and(const struct tc_unit_walk *w, size_t i);
/* ... or the dash of "Đảng ủy - Ban Giám đốc". */
size_t tc_unit_past_dash(const struct tc_unit_walk *w, size_t i);
/* The same, or past "; ". */
size_t tc_unit_past_mark(const struct tc_unit_walk *w, size_t i);
/* "Chi bộ A, Chi bộ B cử người học": the next of its kind stands right behind
 * mention i. */
bool tc_unit_begins_list(const struct tc_unit_walk *w, size_t i);
/* Past "(Đức Thọ);", "(9 đảng viên) và", a remark on an item and the mark behind
 * it; 0 when no such stands at i. */
size_t tc_unit_past_remark(const struct tc_unit_walk *w, size_t i);
/* Past the mark behind "(huyện Lục Nam)", which ends before token i and tells
 * where what is before it is; 0 when nothing of that kind does. */
size_t tc_unit_past_place(const struct tc_unit_walk *w, size_t i);
/* Where the next item of the list begins; behind "phường Ka Long (18 đảng
 * viên)" as well; 0: nowhere. */
size_t tc_unit_list_next(const struct tc_unit_walk *w, size_t i);
/* "Nguyễn Văn A" behind a list */
bool tc_unit_begins_person(const struct tc_unit_walk *w, size_t at);
/* Past "các", "hai", "2" before a word for what is counted; 0 when none of
 * them stands at i. */
size_t tc_unit_past_count(const struct tc_unit_walk *w, size_t i);
/* Past ":", "(" or "trực thuộc gồm:", with which a list begins; else 0. */
size_t tc_unit_past_colon(const struct tc_unit_walk *w, size_t i);
/* Past the colon of "cơ quan, đơn vị:" at token i; 0 when there is none. */
size_t tc_unit_past_offices(const struct tc_unit_walk *w, size_t i);
/* Past "gồm:" of "3 đảng bộ cơ quan đã tổ chức đại hội gồm:", where no other
 * unit is named before it; else 0. */
size_t tc_unit_past_clause(const struct tc_unit_walk *w, size_t i);

/* The area at the end of a list of bare heads: "Dang uy, HDND, UBND, MTTQ va
 * cac doan the xa Trung Son".  The name is the first head alone. */
bool tc_unit_list_tail(struct tc_unit_walk *w, const struct tc_unit_name *name,
		       struct tc_area *area, const char **rule);
/* "Đảng ủy, Bộ Chỉ huy Quân sự tỉnh X": the staff's Party organisation, NONE
 * when it is no such list. */
uint32_t tc_unit_list_armed(struct tc_unit_walk *w,
			    const struct tc_unit_name *name);
/* The organ of "Ban Thường vụ các Huyện ủy A, B"; NULL: the committees. */
const struct tc_unit_word *
tc_unit_list_organ_of(const struct tc_unit_walk *w,
		      const struct tc_unit_name *name);
/* "Đảng ủy Công an, Quân sự, Biên phòng tỉnh X": the area of all; the token
 * behind the last, name->link when there is no such list. */
size_t tc_unit_list_arms(struct tc_unit_walk *w,
			 const struct tc_unit_name *name);
/* "Công an Hà Nam, Nam Định và Ninh Bình": two provinces more, or one behind
 * "và", whose word is not said; the token behind them, else name->link. */
size_t tc_unit_list_provinces(struct tc_unit_walk *w,
			      const struct tc_unit_name *name);
uint32_t tc_unit_list_board(struct tc_unit_walk *w,
			    const struct tc_unit_name *name);
/* "Đoàn Thanh niên, Hội Sinh viên Đại học X": the league that the head, with
 * `after` behind it, names is that body's; NONE when no body follows. */
uint32_t tc_unit_list_league(struct tc_unit_walk *w,
			     const struct tc_unit_word *head, size_t after);
/* "Ban Tuyên giáo và Ban Dân vận Tỉnh ủy", "các Ban Tuyên giáo, Dân vận Tỉnh
 * ủy": adds them but for a last one that has its head; the token behind,
 * name->end when no list follows it. */
size_t tc_unit_list_organ(struct tc_unit_walk *w,
			  const struct tc_unit_name *name);
/* "hai chi bo xom 2 va xom 11": a unit for each neighbourhood when several
 * are named.  Returns the token behind the last. */
size_t tc_unit_list_cells(struct tc_unit_walk *w,
			  const struct tc_unit_name *name);
/* "Ban Công tác Mặt trận khu phố 5, 6": likewise, of a body in each; the token
 * behind the last, name->link when there is none. */
size_t tc_unit_list_hoods(struct tc_unit_walk *w,
			  const struct tc_unit_name *name);
/* The name is a cell's that a number or a neighbourhood tells. */
bool tc_unit_list_is_cell(const struct tc_unit_walk *w,
			  const struct tc_unit_name *name);
/* "chi bộ các thôn A, B và C", "Chi bộ các trường A, B": likewise, behind a
 * head alone; name->end when there is no such list. */
size_t tc_unit_list_plural(struct tc_unit_walk *w,
			   const struct tc_unit_name *name);
/* ... and behind "các cơ quan, đơn vị:", which seemed to be its name; the token
 * behind the list, name->end when there is none. */
size_t tc_unit_list_offices(struct tc_unit_walk *w,
			    const struct tc_unit_name *name);
/* "các đảng bộ: Sở Nội vụ, Sở Y tế": likewise; behind the areas of such a list,
 * where those end at another token. */
size_t tc_unit_list_colon(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, size_t end);
/* The cells and bodies that follow a full name of the Party's without its
 * head: "Chi bộ 1, 2", and of several ones "các chi bộ Văn phòng, Tuyên giáo";
 * the token behind the last, name->link when there is none. */
size_t tc_unit_list_items(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, bool several);
/* A number that is an item of a list: "3", but not "20 hộ", "3/2", "5%". */
bool tc_unit_list_number(const struct tc_unit_walk *w, size_t i);
/* The larger areas at *i, behind `inner`, hold for the mentions from `from` on;
 * false when none stand there. */
bool tc_unit_list_whole(struct tc_unit_walk *w, const struct tc_area *inner,
			size_t from, size_t *i);
/* The same behind a list: the mentions from `seen` on, and that of the name
 * before. */
void tc_unit_list_up(struct tc_unit_walk *w, const struct tc_unit_name *name,
		     size_t seen, size_t *i);
/* Of several ones only the names are theirs, and not the head: the mention of
 * that name, before the one of index `seen`, begins at token `start`. */
void tc_unit_list_names(struct tc_unit_walk *w,
			const struct tc_unit_name *name, size_t seen,
			size_t start);
/* Whose areas are listed: the head's, of what begins with the stem, or of a
 * committee's organ ("Ban Thường vụ" + "Huyện ủy" + name). */
struct tc_unit_areas {
	const struct tc_unit_word *head;
	struct tc_str stem;	/* empty: the head's */
	const char *kind;
	bool organ;
	bool named;	/* by the area's name alone: "Bệnh viện Lục Nam" */
	bool mixed;	/* of districts and cities: the gazetteer tells */
};
/* The unit of that area, and its mention in tokens [first, end). */
uint32_t tc_unit_areas_node(struct tc_unit_walk *w,
			    const struct tc_unit_areas *of,
			    struct tc_area area);
void tc_unit_areas_add(struct tc_unit_walk *w, const struct tc_unit_areas *of,
		       size_t first, size_t end, struct tc_area area);
/* "và Thành ủy X" behind "Ban Dân vận các Huyện ủy A, B": the organ's as well;
 * the token behind, i when there is none. */
size_t tc_unit_areas_committees(struct tc_unit_walk *w,
				const struct tc_unit_areas *of, size_t i);
/* Those of the name's head, or of the organ before it. */
struct tc_unit_areas tc_unit_areas_of(const struct tc_unit_walk *w,
				      const struct tc_unit_name *name,
				      bool plural);
/* "Ban Thường vụ" of committees */
struct tc_unit_areas tc_unit_areas_organ(const struct tc_unit_walk *w,
					 const struct tc_unit_name *name);
/* "Đảng ủy các xã A, B", "Đảng ủy 2 phường A và B": a unit for each area;
 * the token behind the last, name->end when there is no such list. */
size_t tc_unit_list_areas(struct tc_unit_walk *w,
			  const struct tc_unit_name *name, bool several);
/* "Ban Thường vụ Đảng ủy các xã A, B", "Đảng ủy Công an các huyện A, B":
 * likewise, of what the word behind the head says. */
size_t tc_unit_list_owned(struct tc_unit_walk *w,
			  const struct tc_unit_name *name);
/* "Ban Thường vụ Huyện ủy: A, B", "Ban Thường vụ Tỉnh ủy các tỉnh A, B":
 * likewise, of organs whose committee has no place. */
size_t tc_unit_list_committees(struct tc_unit_walk *w,
			       const struct tc_unit_name *name);
/* "các Đồn Biên phòng 815, 817 và 821": behind the plural each number is a
 * mention; the token behind the last, name->link when there is none.  The head
 * and a number have to be all of the name. */
size_t tc_unit_list_numbers(struct tc_unit_walk *w,
			    const struct tc_unit_name *name);
bool tc_unit_list_is_numbered(const struct tc_unit_walk *w,
			      const struct tc_unit_name *name);
/* "các Đồn Biên phòng Pù Nhi, Yên Khương": likewise, where a place's name is
 * all that is behind the head; not behind the plural, schools alone that say
 * their kind ("Trường THPT A và THPT B"). */
size_t tc_unit_list_placed(struct tc_unit_walk *w,
			   const struct tc_unit_name *name, bool plural);
/* "Trạm Y tế các xã A, B": a body in each area, behind its word `head`, which
 * ends before token i; the token behind the last, `i` when there is no such
 * list. */
size_t tc_unit_list_each(struct tc_unit_walk *w,
			 const struct tc_unit_word *head, size_t i);
/* "5 ban quản lý rừng gồm: A, B": names behind a body's word `head` of several,
 * which ends before token i; the token behind the last, `i` when there is no
 * such list. */
size_t tc_unit_list_bodies(struct tc_unit_walk *w,
			   const struct tc_unit_word *head, size_t i);
/* "Nội vụ, Y tế" behind "các sở:", "các sở, ngành:": departments for each, `i`
 * behind the word; the token behind the last, `i` when there is no such list. */
size_t tc_unit_list_fields(struct tc_unit_walk *w,
			   const struct tc_unit_word *dept, size_t i);
/* Whether one begins at token i. */
bool tc_unit_begins_fields(const struct tc_unit_walk *w, size_t i);
/* Such behind a full name: the token behind the last, name->link when there
 * is none. */
size_t tc_unit_list_more_fields(struct tc_unit_walk *w,
				const struct tc_unit_name *name);
/* The units that follow a full one without its head; returns the token
 * behind the last, name->link when there is none. */
size_t tc_unit_list_rest(struct tc_unit_walk *w,
			 const struct tc_unit_name *name, bool plural);

/* Behind a full name of a roll, "tổ chức cơ sở đảng gồm Đảng bộ xã A; B": the
 * token behind the last, name->link when it is in none. */
size_t tc_unit_list_roll(struct tc_unit_walk *w,
			 const struct tc_unit_name *name);

/* Remembers the short form that stands in brackets in the name or behind it. */
void tc_unit_alias_define(struct tc_unit_walk *w,
			  const struct tc_unit_name *name);
/* Adds the mentions by those forms alone. */
void tc_unit_alias_mentions(struct tc_unit_walk *w);

/* Writes the mentions, in order and without overlaps, with parents and
 * subject. */
void tc_unit_walk_put(struct tc_unit_walk *w, struct tc_unit_list *out);

/* What stands at token i says that the unit before it does something. */
bool tc_unit_verb_behind(const struct tc_scan *s, size_t i);

/* The mention that names in full what mention i is short for: "Chi bộ Trường
 * X" for the "Chi bộ Trường Tiểu học X", a body for its Party organisation;
 * itself when none does. */
size_t tc_unit_fuller(const struct tc_unit_walk *w, size_t i);
/* Which token of the headline, counted from 1, the name of the place that
 * mention i is of begins with; 0 when it is not there. */
size_t tc_unit_titled(const struct tc_unit_walk *w, size_t i);
/* Of a headline like "Điều động cán bộ", the node of the one unit whose office
 * somebody takes, among `count` mentions; TC_UNIT_NODE_NONE: none, or several. */
uint32_t tc_unit_placed(const struct tc_unit_walk *w, size_t count);
/* The token behind the headline, which ends before token `title_end`; where that is
 * only a section's name, behind the line below, which has no full stop. */
size_t tc_unit_headline_end(const struct tc_unit_walk *w, size_t title_end);
/* The mention that is the article's subject; n when there is none. */
size_t tc_unit_subject(const struct tc_unit_walk *w);

/* unit-add.c */
/* Adds the unit of a whole name and what is listed behind it; of one that is
 * not whole ("Đảng ủy", "UBKT"), what it stands for.  The token behind. */
size_t tc_unit_add_full(struct tc_unit_walk *w, struct tc_unit_name *name);
size_t tc_unit_add_bare(struct tc_unit_walk *w, struct tc_unit_name *name);
/* The same for a name that only begins one which was there before; false when
 * none was. */
bool tc_unit_add_short(struct tc_unit_walk *w, const struct tc_unit_name *name);

#endif
