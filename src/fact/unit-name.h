/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One unit name: from its head word to where it ends, and its canonical
 * spelling.
 *
 *   chi bộ khu dân cư Thành Tô, phường Thành Tô (quận Hải An) họp
 *   `----------- name --------'  `-- up[0] --'   `- up[1] -'
 *   first                      end                         link
 */
#ifndef TC_FACT_UNIT_NAME_H
#define TC_FACT_UNIT_NAME_H

#include "fact/gazetteer.h"
#include "fact/unit-words.h"

/* A longer name is cut: the longest attested has 17 tokens. */
#define TC_UNIT_TOKENS_MAX 20
#define TC_UNIT_UP_MAX 3
#define TC_UNIT_SPARES 4	/* a host in a host in a name */

struct tc_area {
	enum tc_area_word word;	/* NONE: no area */
	struct tc_str name;	/* "Dong Kinh"; empty: "phuong" alone */
};

/* A short form that the article gave in brackets. */
#define TC_UNIT_ALIASES_MAX 16
struct tc_unit_alias {
	size_t first, end;	/* the tokens of it in the brackets */
	struct tc_str canonical; /* of what it is short for */
	struct tc_str owner;	/* the same behind an organ */
	const char *kind;
	/* of what stands behind this head; NULL: of a whole unit */
	const struct tc_unit_word *head;
};

/* What an article has told so far, to complete "huyen", "Tinh uy". */
struct tc_unit_context {
	struct tc_str last[TC_AREA_COUNT]; /* the last name of each word */
	const struct tc_place *site;
	struct tc_str seat[TC_AREA_COUNT]; /* the site's district's, likewise */
	/* the only province that the text names, once it was asked for */
	struct tc_str province;
	bool provinces_read, provinces;	/* it names several */
	/* whether the headline's is that province, and not the site's */
	bool headline_read, headline;
	struct tc_unit_alias *aliases;
	size_t alias_count, alias_cap;
};

struct tc_unit_namer {
	const struct tc_scan *scan;
	const struct tc_gazetteer *gazetteer;	/* may be NULL */
	struct tc_unit_context *context;	/* NULL: completes nothing */
	bool query;	/* the text is one name: case tells nothing */
	bool bare;	/* typed without diacritics */
	/* of the name being read */
	bool caps;	/* a line in capitals: likewise */
	size_t head;	/* its first token, 0: none before it counts */
	size_t limit;	/* no token from here on */
	/* for the texts of names being put together */
	struct tc_buf spare[TC_UNIT_SPARES];
	size_t spares;
};
void tc_unit_namer_release(struct tc_unit_namer *n);

struct tc_unit_name {
	const struct tc_unit_word *head;
	const char *kind;
	size_t first, end, link;
	struct tc_str canonical; /* in the scan's arena, or a row's */
	struct tc_area own;	/* the area that is part of the name */
	struct tc_area up[TC_UNIT_UP_MAX];
	size_t up_count;
	/* host: of a cell ("Tinh Doan"); owner: whom an organ serves */
	struct tc_str host, owner;
	struct tc_area owner_area;
	const char *host_kind, *owner_kind;	/* NULL: none */
	bool bare;	/* the head alone */
	bool open;	/* ends in a word like "Trung tam": an earlier name */
	bool function;	/* open, but a name where none is earlier: "Tổ đảng
			   Văn phòng" */
	bool level;	/* completed, and no more than head and level */
	bool proper;	/* a place or number of its own */
	bool free;	/* a name straight after the head: a list may go on */
	size_t free_at;
	struct tc_str free_name;
	bool central;	/* the whole country's: below no province */
	bool completed;	/* by the context */
	size_t brief;	/* the token of a short form that stands in it, or 0 */
	bool caps;
};

/* A name of the head alone.  (As one assignment, its larger areas included,
 * it would cost more than many a reading.) */
void tc_unit_name_init(struct tc_unit_name *name, const struct tc_unit_word *w);
/* Reads the name whose head stands at token i.  False when there is none. */
bool tc_unit_name_read(struct tc_unit_namer *n, size_t i,
		       struct tc_unit_name *out);
/* The same where it is known to be `w`, up to token `after`. */
bool tc_unit_name_read_behind(struct tc_unit_namer *n, size_t i,
			      const struct tc_unit_word *w, size_t after,
			      struct tc_unit_name *out);

/* Reads an area at *i, named or (if `bare` is allowed) not; moves *i. */
bool tc_unit_area_read(struct tc_unit_namer *n, size_t *i, bool bare,
		       struct tc_area *out);
/* The larger areas that follow at *i, each larger than the one before. */
size_t tc_unit_up_read(struct tc_unit_namer *n, size_t *i,
		       const struct tc_area *inner, struct tc_area *up);
/* A name of at most four tokens at *i, empty when there is none. */
struct tc_str tc_unit_place_read(struct tc_unit_namer *n, size_t *i);

/* 2 province, 3 district, 4 commune; 9 none.  `g` tells which cities are
 * provinces. */
int tc_area_rank(const struct tc_gazetteer *g, const struct tc_area *area);
/* A district's word by its kind in the gazetteer, "thi-xa"; TC_AREA_NONE of other
 * kinds. */
enum tc_area_word tc_district_word(const char *kind);
/* A province's word, "tinh" or "thanh pho". */
static inline enum tc_area_word tc_place_word(const struct tc_place *p)
{
	return strcmp(p->kind, "tinh") == 0 ? TC_AREA_TINH : TC_AREA_THANH_PHO;
}
/* "Dang bo phuong Dong Kinh" out of the area, into the arena. */
struct tc_str tc_area_party(struct tc_arena *arena, struct tc_area area);
struct tc_str tc_area_plain(struct tc_arena *arena, struct tc_area area);
/* Both, a blank between. */
struct tc_str tc_unit_join(struct tc_arena *arena, struct tc_str head,
			   struct tc_str name);

/* Appends token i as a name spells it: canonical tone mark, no capitals of
 * a line in capitals, no leading zeros. */
void tc_unit_spell(const struct tc_unit_namer *n, size_t i,
		   struct tc_buf *out);
/* Appends tokens [first, end) so, a blank or the printed mark between. */
void tc_unit_spell_run(const struct tc_unit_namer *n, size_t first,
		       size_t end, struct tc_buf *out);

#endif
