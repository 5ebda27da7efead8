/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words that facts are made of, and what each may begin.  One look-up
 * for each token of a text (scan.h) tells every scanner whether the token
 * concerns it; nearly all do not.
 *
 *   token "nghị"  -> hash -> slot -> row { types: "nghị định", "nghị quyết",
 *                                          unit: STOP, cues: ... }
 *   token "xanh"  -> hash -> no slot -> row 0, which begins nothing
 *
 * A row is of one spelling: "nghi" typed without marks is a row of its own.
 * The table is made from the rows of doctype-rows.h, central-rows.h,
 * unit-name-rows.h, unit-edge-rows.h, date-cue-rows.h, date-ahead-rows.h and
 * acting-rows.h when the program is built (gen-words.c).
 */
#ifndef TC_FACT_WORD_H
#define TC_FACT_WORD_H

#include "base/likely.h"
#include "text/token.h"

#include <stdint.h>

/* Rows [from, to) of a table. */
struct tc_word_rows {
	uint16_t from, to;
};

/*
 * What is asked of nearly every token stands apart from the rest, in tables
 * that the first cache holds: flags, and the classes of the unit rows that
 * begin with the word.
 */
extern const uint16_t tc_word_flags[];
extern const uint32_t tc_word_units[];

/* A bit (its row, modulo 64) for each word that may stand behind it in a unit's
 * or a type's name; all of them where it may stand alone. */
struct tc_word_seconds {
	uint64_t unit, type;
};
extern const struct tc_word_seconds tc_word_seconds[];

struct tc_word_row {
	/* ranges of tc_word_types[] and so on */
	struct tc_word_rows types;	/* type words that it begins */
	struct tc_word_rows centrals;	/* central bodies that it begins */
	struct tc_word_rows cues;	/* date-cue-rows.h that it is */
	struct tc_word_rows acting;	/* acting-rows.h that it begins */
	uint32_t code;			/* row of the type codes, and 1 */
};

/* Not behind pointers, which every start of a program would have to set. */
#define TC_WORD_BYTES 16	/* a NUL at the end included */
extern const char tc_word_texts[][TC_WORD_BYTES];

enum {
	TC_WORD_SURNAME = 1,
	TC_WORD_OF = 2,		/* whose follows: "của", "do", "of" */
	TC_WORD_DATE = 4,	/* begins a date: "ngày", "tháng" */
	TC_WORD_MONTH_NAME = 8,	/* so does this with its capital: "March" */
	TC_WORD_AFTER_DAY = 16,	/* a date may go on so behind a number */
	TC_WORD_CHARTER = 32,	/* "Điều" of "Điều lệ Đảng" */
	TC_WORD_PROVINCE = 64,	/* "tỉnh" */
	TC_WORD_SEVERAL = 256,	/* "các": what follows is no single unit */
	TC_WORD_ACTIVITY = 512,	/* "họp chi bộ" */
	TC_WORD_ABOUT = 1024,	/* the subject follows: "về" */
	TC_WORD_AFTER_TYPE = 128, /* a document's name may go on so: "số" */
	TC_WORD_DAY = 2048,	/* "ngày", "on" */
	TC_WORD_AHEAD = 4096,	/* tells of what is to come: "sẽ" */
	/* it has rows of these */
	TC_WORD_CUE = 8192, TC_WORD_CENTRAL = 16384, TC_WORD_ACTING = 32768,
};

extern const struct tc_word_row tc_word_rows[];
extern const uint8_t tc_word_types[], tc_word_centrals[], tc_word_cues[];
extern const uint16_t tc_word_acting[];

/* The words of a type or a central body by their rows here, printed with
 * marks and without. */
#define TC_WORD_SPELLING_MAX 6
struct tc_word_spelling {
	uint16_t exact[TC_WORD_SPELLING_MAX], bare[TC_WORD_SPELLING_MAX];
	uint8_t n;
};
extern const struct tc_word_spelling tc_word_type_spellings[];
extern const struct tc_word_spelling tc_word_central_spellings[];

/* What is known of a token. */
struct tc_mark {
	uint16_t row;		/* of its word; 0: it is none of these */
	uint8_t begins;		/* TC_BEGINS_ bits of the word */
	uint8_t what;		/* the same, but for those of words alone, and
				   those of its form (tc_word_forms) */
};

/* Words asked for by name: TC_SAYS_NGAY is "ngày" or "ngay".  Their rows
 * stand at 2 says + 1 and 2 says + 2, so that to ask is to compare one
 * number. */
enum tc_word_said {
#define X(name, exact, bare) TC_SAYS_##name,
#include "fact/said-rows.h"
#undef X
};
static inline bool tc_word_says(struct tc_mark m, enum tc_word_said word)
{
	return (m.row - 1u) >> 1 == (unsigned)word;
}

/* How many tokens spell it, by their marks and one of no word at the end; 0:
 * they do not. */
static inline size_t tc_word_spelled(const struct tc_word_spelling *s,
				     const struct tc_mark *marks)
{
	for (size_t k = 0; k < s->n; k++)
		if (TC_LIKELY(marks[k].row != s->exact[k]) &&
		    marks[k].row != s->bare[k])
			return 0;
	return s->n;
}

/*
 * A word stands in one of the two slots that its hash names (cuckoo hashing:
 * Pagh and Rodler, 2001), so that the answer needs no branch.
 */
struct tc_word_slot {
	uint32_t hash;
	uint32_t info;	/* TC_WORD_INFO() */
};
/* A row, the bytes of its word, and what may begin there. */
#define TC_WORD_INFO(row, n, begins) \
	((row) | (uint32_t)(n) << 16 | (uint32_t)(begins) << 24)
#define TC_WORD_ROW(info) ((uint16_t)((info) & 0xFFFF))
#define TC_WORD_BEGINS(info) ((info) >> 24)
#define TC_WORD_SLOTS 4096
extern const struct tc_word_slot tc_word_slots[TC_WORD_SLOTS];

/* What may begin at a word (`begins`). */
enum {
	TC_BEGINS_MONTH = 1,	/* a date, with its capital */
	TC_BEGINS_OFFICE = 2,
	TC_BEGINS_ANY = 4,	/* from here on something begins */
	TC_BEGINS_NUMBER = 4, TC_BEGINS_DATE = 8, TC_BEGINS_UNIT = 16,
	/* the number, and the unit, whatever word stands behind it */
	TC_BEGINS_ANY_NUMBER = 32, TC_BEGINS_ANY_UNIT = 64,
	TC_BEGINS_UNKNOWN = 128, /* no syllable: still to be looked up */
	/* of words alone: a central body, and the day before an event ("ngày",
	 * "on") */
	TC_BEGINS_CENTRAL = 128, TC_BEGINS_DAY = 64,
	TC_BEGINS_WORD = TC_BEGINS_CENTRAL | TC_BEGINS_DAY,
};

/*
 * What a token begins whatever word it is, by its flags (token.h): digits a
 * number or a date, "CV" a number (a code is no syllable), a capital a
 * month's name, a short one a unit ("P. Dong Kinh").
 */
#define TC_WORD_FORMS 64
extern const uint8_t tc_word_forms[TC_WORD_FORMS];
#define TC_WORD_FORM_UPPER 4	/* stands for the bit of the capital */
static inline unsigned tc_word_form(unsigned flags)
{
	_Static_assert(TC_TOKEN_UPPER >> 13 == TC_WORD_FORM_UPPER, "moved");
	return tc_word_forms[(flags | flags >> 13) % TC_WORD_FORMS];
}
enum {
	TC_FORM_BEGINS = TC_BEGINS_NUMBER | TC_BEGINS_ANY_NUMBER |
			 TC_BEGINS_DATE,
	/* TC_BEGINS_MONTH: if the word is one */
};

static inline unsigned tc_word_slot_one(uint32_t hash)
{
	return hash % TC_WORD_SLOTS;
}

static inline unsigned tc_word_slot_two(uint32_t hash)
{
	return (hash >> 16 ^ hash >> 4) % TC_WORD_SLOTS;
}

/* The info of a word by hash and length; 0 for one that is not there, but for
 * a chance in 2^32. */
static inline uint32_t tc_word_info(size_t n, uint32_t hash)
{
	const struct tc_word_slot *a = &tc_word_slots[tc_word_slot_one(hash)];
	const struct tc_word_slot *b = &tc_word_slots[tc_word_slot_two(hash)];
	const uint32_t info = (a->info & -(uint32_t)(a->hash == hash)) |
			      (b->info & -(uint32_t)(b->hash == hash));

	return info & -(uint32_t)((info >> 16 & 0xFF) == n);
}

/*
 * The same for a syllable, which is most tokens, by its place (token.h) and
 * without a hash: sixteen marks, by tone, for each syllable that is a word of
 * the table with any of them or has two bytes at most (with a capital it
 * begins a unit, like "P. Dong Kinh"), each with and without a capital; all
 * others share the first sixteen, of no word.  The last four, of no tone, are
 * those of figures, and of all that is to be looked up.
 */
extern const uint16_t tc_word_syllables[TC_TOKEN_SYLLABLES];
extern const struct tc_mark tc_word_marks[];

static inline const struct tc_mark *tc_word_mark(const struct tc_token *t)
{
	const uint32_t both = (uint32_t)t->place << 16 | t->flags;

	return &tc_word_marks[tc_word_syllables[both >> 19] + (both >> 15 & 15)];
}

static inline bool tc_word_follows(uint64_t seconds, uint16_t row)
{
	return seconds >> row % 64 & 1;
}

/* The row of a word; 0, which begins nothing, for any other. */
static inline uint16_t tc_word_of(struct tc_str word, uint32_t hash)
{
	const uint16_t row = TC_WORD_ROW(tc_word_info(word.n, hash));

	return row && memcmp(tc_word_texts[row], word.p, word.n) == 0 ?
		       row : 0;
}

/* The words of date-lex-rows.h, and 1, by tc_str_hash(spelling); 0: none. */
#define TC_WORD_LEX_SLOTS 512
extern const uint8_t tc_word_lex[TC_WORD_LEX_SLOTS];

/* Bodies that issue documents, by the first letter of their key: rows of
 * doctype-rows.h, the longest key first. */
struct tc_word_body {
	uint8_t row, n;
};
extern const struct tc_word_body tc_word_bodies[];
extern const uint8_t tc_word_body_from[27];

/*
 * The unit rows (unit-words.h) as a trie of words: a name is walked by
 * numbers.  The first words are nodes by their rows here; the others come
 * behind them.
 *
 *   node of "ban" -' ' "thường"-> node -' ' "vụ"-> node { "ban thường vụ" }
 */
struct tc_word_node {
	uint32_t cls;		/* classes of the rows that end here */
	uint32_t below;		/* of those that go on */
	struct tc_word_rows rows; /* of tc_word_node_rows[]: which end here */
};
extern const struct tc_word_node tc_word_nodes[];
/* Rows of unit-name-rows.h, then those of unit-edge-rows.h. */
extern const uint16_t tc_word_node_rows[];

/* Found by node and word; by both there is one for each mark between. */
struct tc_word_edge {
	uint32_t key;		/* TC_WORD_EDGE(); 0: empty slot */
	uint16_t to;
	char mark;		/* before the word; a blank: blanks alone */
	uint8_t number;		/* what figures must say; 0: no figures */
};
#define TC_WORD_EDGE(node, word) ((uint32_t)(node) << 16 | (word))
/* Twice as many as there are edges at least (gen-words.c): of a fuller table
 * a search that finds nothing goes through dozens. */
#define TC_WORD_EDGE_BITS 14
#define TC_WORD_EDGE_SLOTS (1u << TC_WORD_EDGE_BITS)
extern const struct tc_word_edge tc_word_edges[TC_WORD_EDGE_SLOTS];

static inline uint32_t tc_word_edge_slot(uint32_t key)
{
	return (key * UINT32_C(0x9E3779B1)) >> (32 - TC_WORD_EDGE_BITS);
}

#endif
