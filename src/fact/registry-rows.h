/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Inside the registry: its rows, for the resolver.  Nobody else includes
 * this. */
#ifndef TC_FACT_REGISTRY_ROWS_H
#define TC_FACT_REGISTRY_ROWS_H

#include "fact/registry.h"
#include "fact/tsv.h"

struct tc_known {
	struct tc_str symbol;		/* canonical; DHn, DL */
	struct tc_str symbol_key;	/* TC_KEY_CANONICAL */
	struct tc_str id;		/* SYMBOL@DATE; DHn, DL */
	struct tc_str short_key;	/* "CT 5"; empty without a number */
	struct tc_str plenum;		/* "NQTW4/XII"; empty for most */
	struct tc_str issuer;		/* code: BCT, BBT, BCHTW, VPTW ... */
	struct tc_date date;
	int term;			/* 0 when unknown */
	struct tc_tokens subject;
	uint32_t (*hashes)[2];	/* of its words, with marks and without */
	uint64_t subject_words;	/* a bit of each word's hash, with its
				   marks and without */
	/* how many rows have the word and the next one in their subject, and 1,
	 * once that was asked (tc_resolver_rows_with()); 0: never */
	uint8_t *with;
	struct tc_str names;		/* the column `short` */
	bool confirmed;
	size_t order;			/* of loading: later rows win */
	const struct tc_known *earlier;	/* that it replaces, while it is read */
	unsigned line;			/* of its file */
};

/* The rows of a file, which `registry` does not have yet.  The texts live in
 * the arena, the list is the caller's to free. */
struct tc_known_list {
	struct tc_known *v;
	size_t n, cap;
};
int tc_known_read(const struct tc_registry *registry, struct tc_arena *arena,
		  struct tc_tsv *table, struct tc_str bytes,
		  struct tc_known_list *out, struct tc_error *err);

/* The ways to look rows up: each an index sorted by its key, then date. */
enum tc_known_by { TC_BY_SYMBOL, TC_BY_SHORT, TC_BY_PLENUM, TC_BY_COUNT };

/* The rows of a key, oldest first; *n how many.  NULL when none. */
const struct tc_known *const *tc_registry_rows(const struct tc_registry *r,
					       enum tc_known_by by,
					       struct tc_str key, size_t *n);
/* The rows whose key starts so: "NQTW4/" of any term. */
const struct tc_known *const *tc_registry_heads(const struct tc_registry *r,
						enum tc_known_by by,
						struct tc_str head, size_t *n);

/* A name that is no number, sorted by its first word. */
struct tc_known_name {
	struct tc_tokens words;
	bool asked;	/* it has figures: no mention, but may be asked for */
	const struct tc_known *row;
};
/* A bit for the hash of each first word, marked or not: what is not there
 * begins no name. */
#define TC_KNOWN_BITS 1024u
const uint64_t *tc_registry_firsts(const struct tc_registry *r);
static inline uint64_t tc_known_word(uint32_t hash)
{
	return UINT64_C(1) << hash % 64;
}

/* A bit for any two words that stand side by side in a subject, each with its
 * marks or without: most pairs of a text are in none. */
#define TC_KNOWN_PAIR_BITS 17
const uint64_t *tc_registry_pairs(const struct tc_registry *r);
static inline uint32_t tc_known_pair(uint32_t first, uint32_t second)
{
	return (first * UINT32_C(0x9E3779B1) + second) *
	       UINT32_C(0x85EBCA6B) >> (32 - TC_KNOWN_PAIR_BITS);
}
static inline unsigned tc_known_may_pair(const uint64_t *pairs,
					 uint32_t first, uint32_t second)
{
	const uint32_t bit = tc_known_pair(first, second);

	return pairs[bit / 64] >> bit % 64 & 1;
}

static inline bool tc_known_may_begin(const uint64_t *firsts, uint32_t hash)
{
	return firsts[hash % TC_KNOWN_BITS / 64] >> hash % 64 & 1;
}
/* The names whose first word, bare, is that one. */
const struct tc_known_name *tc_registry_names(const struct tc_registry *r,
					      struct tc_str first, size_t *n);
size_t tc_registry_name_count(const struct tc_registry *r);
/* Whether each begins with words that a number may begin with (scan.h). */
bool tc_registry_names_typed(const struct tc_registry *r);

/* Adds the mentions by name that no mention in *numbers overlaps. */
void tc_registry_add_names(const struct tc_registry *r,
			   const struct tc_scan *scan,
			   struct tc_date published,
			   struct tc_number_list *numbers);

#endif
