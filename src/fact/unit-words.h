/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of unit names: the heads that begin a name, the words inside it
 * (area words, fields of work, blocks of offices), and those that end it.
 * One sorted table; a row says how the name goes on behind it.
 */
#ifndef TC_FACT_UNIT_WORDS_H
#define TC_FACT_UNIT_WORDS_H

#include "fact/scan.h"

#include <stdbool.h>

/* How the name goes on; bits, so that a caller asks for those that may
 * stand where it is. */
enum tc_unit_class {
	TC_UNIT_CELL = 1 << 0,	/* number, neighbourhood or host */
	TC_UNIT_PARTY = 1 << 1,	/* area, block or host */
	TC_UNIT_LEVEL = 1 << 2,	/* the head says the level: a place's name */
	TC_UNIT_ORGAN = 1 << 3,	/* a committee or area that it serves */
	TC_UNIT_STATE = 1 << 4,	/* an area */
	TC_UNIT_FIXED = 1 << 5,	/* nothing: the words are the whole name */
	TC_UNIT_DEPT = 1 << 6,	/* a field of work */
	TC_UNIT_BODY = 1 << 7,	/* words of its own */
	TC_UNIT_AREA = 1 << 8,	/* "phuong": a place's name */
	TC_UNIT_CITY = 1 << 9,	/* an area word and its name in one */
	TC_UNIT_HOOD = 1 << 10,	/* below the commune: a name or number */
	TC_UNIT_BLOCK = 1 << 11, /* "khoi cac co quan": perhaps an area */
	TC_UNIT_FIELD = 1 << 12, /* "Giao duc va Dao tao" */
	TC_UNIT_HOST = 1 << 13,	/* as STATE, only inside a Party name */
	TC_UNIT_STOP = 1 << 14,	/* ends a name */
	TC_UNIT_GENERIC = 1 << 15, /* behind a head: no name at all */
	TC_UNIT_LINK = 1 << 16,	/* "truc thuoc": the parent follows */
	TC_UNIT_PLURAL = 1 << 17, /* before a head: several, or none */
	TC_UNIT_COUNTED = 1 << 20, /* behind a number: no name but a count */
	TC_UNIT_NOUN = 1 << 19,	/* inside a body's name, in lower case */
	TC_UNIT_TASK = 1 << 21,	/* behind a dash, it goes on a body's name */
	TC_UNIT_OFFICE = 1 << 18, /* "Bi thu": a person may follow the name */
};

#define TC_UNIT_HEADS \
	(TC_UNIT_CELL | TC_UNIT_PARTY | TC_UNIT_LEVEL | TC_UNIT_ORGAN | \
	 TC_UNIT_STATE | TC_UNIT_FIXED | TC_UNIT_DEPT | TC_UNIT_BODY)

enum tc_area_word {
	TC_AREA_NONE, TC_AREA_TINH, TC_AREA_THANH_PHO, TC_AREA_HUYEN,
	TC_AREA_QUAN, TC_AREA_THI_XA, TC_AREA_XA, TC_AREA_PHUONG,
	TC_AREA_THI_TRAN, TC_AREA_DAC_KHU, TC_AREA_COUNT
};

/* Arrays, not pointers: those would have to be made good at each start of a
 * program, on a copy of each page of the table, a fiftieth of a short query. */
struct tc_unit_word {
	unsigned int cls;	/* one enum tc_unit_class */
	enum tc_area_word area;	/* AREA, CITY, LEVEL */
	unsigned char words_n, canonical_n;	/* bytes of these */
	char words[72];		/* exact keys; ", " " - " "." where the text
				   has such a mark between them */
	char canonical[72];	/* as a name prints it; "": the words */
	char kind[16];		/* of the unit that it heads; "" if none */
};

/* A row of the tables, by string literals. */
#define TC_UNIT_ROW(words_, canonical_, kind_, class_, area_) \
	{ TC_UNIT_##class_, TC_AREA_##area_, sizeof words_ - 1, \
	  sizeof canonical_ - 1, words_, canonical_, kind_ }

/* `words` is a literal. */
static inline bool tc_unit_word_is(const struct tc_unit_word *w,
				   const char *words)
{
	return tc_str_is(tc_str(w->words, w->words_n), words);
}

/* Of kinds of the closed list (unit.c) a letter or three tell all: those that
 * begin alike differ at one place.  `name` is a literal, and so that place is
 * known when this is compiled. */
static inline bool tc_unit_kind_is(const char *kind, const char *name)
{
	const unsigned at = name[1] == 'a' && name[0] == 'd' ? 8 : /* dang-bo- */
			    name[1] == 'r' && name[0] == 't' ? 6 : /* trung-, truong */
			    name[1] == 'o' && name[0] == 'd' ? 4 : /* doan- */
			    1;

	return kind[0] == name[0] && kind[1] == name[1] &&
	       kind[at] == name[at];
}

/* "dang-bo-..." */
static inline bool tc_unit_kind_committee(const char *kind)
{
	return kind[0] == 'd' && kind[1] == 'a';
}

/* "hdnd", "ubnd": an authority beside a committee. */
static inline bool tc_unit_kind_authority(const char *kind)
{
	return tc_unit_kind_is(kind, "hdnd") || tc_unit_kind_is(kind, "ubnd");
}

/* The police and the army. */
static inline bool tc_unit_kind_armed(const char *kind)
{
	return tc_unit_kind_is(kind, "cong-an") ||
	       tc_unit_kind_is(kind, "quan-doi");
}

/* The longest row of the classes `mask` that stands at token i; *after is
 * the token behind it.  NULL when there is none.  `bare` compares without
 * diacritics (a query typed without them). */
const struct tc_unit_word *tc_unit_word_search(const struct tc_scan *s,
					       size_t i, unsigned int mask,
					       size_t *after);
const struct tc_unit_word *tc_unit_word_search_bare(const struct tc_scan *s,
						    size_t i,
						    unsigned int mask,
						    size_t *after);
static inline const struct tc_unit_word *
tc_unit_word_at(const struct tc_scan *s, size_t i, unsigned int mask,
		bool bare, size_t *after)
{
	if (i >= s->tokens.n)
		return NULL;
	if (bare)
		return tc_unit_word_search_bare(s, i, mask, after);
	/* what nearly every token is turned away by */
	return tc_scan_units(s, i) & mask ?
		       tc_unit_word_search(s, i, mask, after) : NULL;
}
/* Whether an office ("Phó Bí thư Thường trực") may begin among the tokens
 * before the i-th; false is certain. */
#define TC_UNIT_OFFICE_TOKENS 6
static inline bool tc_unit_office_near(const struct tc_scan *s, size_t i)
{
	const struct tc_mark *const m = &s->marks[i];

	_Static_assert(TC_UNIT_OFFICE_TOKENS == 6, "as many are asked at once");
	return i < TC_UNIT_OFFICE_TOKENS ||
	       (m[-1].begins | m[-2].begins | m[-3].begins | m[-4].begins |
		m[-5].begins | m[-6].begins) & TC_BEGINS_OFFICE;
}

/* The i-th row, NULL past the end: for tests. */
const struct tc_unit_word *tc_unit_word_row(size_t i);

/* "Đảng ủy ...", whose form in a name is that of the organisation. */
static inline bool tc_unit_word_dang_uy(const struct tc_unit_word *w)
{
	const struct tc_str words = tc_str(w->words, w->words_n);

	return tc_str_starts(words, TC_STR("đảng ủy")) ||
	       tc_str_is(words, "đu");
}

/* The form of a row's words in a name. */
static inline struct tc_str tc_unit_word_print(const struct tc_unit_word *w)
{
	return w->canonical_n ? tc_str(w->canonical, w->canonical_n)
			      : tc_str(w->words, w->words_n);
}

/* "tinh", "thanh pho" ... as printed, with marks. */
struct tc_str tc_area_print(enum tc_area_word area);

#endif
