/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside the resolver: the rows that a mention may mean, and the evidence
 * that chooses among them.  Nobody else includes this.
 */
#ifndef TC_FACT_REGISTRY_EVIDENCE_H
#define TC_FACT_REGISTRY_EVIDENCE_H

#include "fact/docnum-part.h"
#include "fact/registry-rows.h"

#define CANDIDATES_MAX 64 /* documents of one symbol that are weighed */

typedef const struct tc_known *tc_known_row;

struct tc_candidates {
	tc_known_row v[CANDIDATES_MAX];
	size_t n;
};

enum tc_mention_kind { KIND_SYMBOL, KIND_SHORT, KIND_PLENUM, KIND_NAMED };

#define ASKED_MAX 32 /* answers that are kept; more are not given */
/* The pairs of words of a text, made when they are first asked for, and what
 * they said of the newest of a number. */
struct tc_about {
	struct tc_places places;	/* of pairs that a subject may have;
					   tc_resolver_places() */
	uint32_t *pairs;
	size_t mask;		/* of their slots */
	struct {
		tc_known_row newest, said;
	} asked[ASKED_MAX];
	size_t n;
};

struct tc_resolver {
	const struct tc_registry *registry;
	struct tc_docnum_reader reader; /* to walk the tokens with */
	struct tc_date published;
	struct tc_number_list *numbers;
	size_t *by_symbol; /* full symbols, by canonical and place */
	size_t *by_short;  /* the same, by type, number and place */
	size_t symbols;
	struct tc_about *about;
};

/* The older row of whose subject the whole text speaks, and not of that of the
 * newest; NULL when none is. */
tc_known_row tc_resolver_row_of_text(const struct tc_resolver *s,
				     tc_known_row newest,
				     const struct tc_candidates *c,
				     uint32_t day);
/* The tokens which may stand with the next one in some row's subject; found
 * when they are first asked for. */
const struct tc_places *tc_resolver_places(const struct tc_resolver *s);
/* How many rows have two words in their subject that stand side by side, so far
 * as these may tell; the i-th word of that row's and the next one are they.
 * Asked once of the registry's own words. */
size_t tc_resolver_rows_with(const struct tc_resolver *s, tc_known_row row,
			     size_t i, const struct tc_token *pair);

/* The rule of a mention that names a term in which the registry has no such
 * document: it stays open. */
extern const char tc_rule_other_term[];
/* Of one whose date is printed, and which the registry lacks. */
extern const char tc_rule_printed_date[];

enum tc_mention_kind tc_resolver_kind(const struct tc_number *m);

/* The tokens that speak of mention k: [from, to), up to the next mention or
 * the end of the sentence. */
void tc_resolver_context(const struct tc_resolver *s, size_t k, size_t *from,
			 size_t *to);
/* The same, and the congresses that are named in them. */
void tc_resolver_subject(const struct tc_resolver *s, size_t k, size_t *from,
			 size_t *to);
/* "khoa XIII" in these, or right before it; 0 when there is none. */
int tc_resolver_term(const struct tc_resolver *s, size_t k);

/* The rows of a key, oldest first. */
void tc_resolver_rows(const struct tc_resolver *s, enum tc_known_by by,
		      struct tc_str key, struct tc_candidates *c);
void tc_resolver_take(struct tc_candidates *c, const tc_known_row *rows,
		      size_t n);

/* Settles mention m on a row.  A row nobody checked lends no certainty. */
void tc_resolver_decide(struct tc_number *m, tc_known_row row, float confidence,
			const char *rule);
void tc_resolver_take_date(const struct tc_resolver *s, struct tc_number *m);

/* The only row that agrees with a date; NULL when none or several do. */
tc_known_row tc_resolver_row_of_date(const struct tc_candidates *c,
				     struct tc_date d);
/* The newest row not later than a day; NULL when there is none. */
tc_known_row tc_resolver_latest(const struct tc_candidates *c, uint32_t day);

/* Each looks at one kind of evidence: true when it settled the mention, or
 * settled that it stays open. */
bool tc_resolver_by_date(const struct tc_resolver *s, struct tc_number *m,
			 struct tc_candidates *c, int term);
bool tc_resolver_by_term(struct tc_number *m, struct tc_candidates *c,
			 int term);
/* Leaves the one row whose subject the words speak of; false when no row or
 * more than one is nearest. */
bool tc_resolver_by_subject(const struct tc_resolver *s, size_t k,
			    struct tc_candidates *c);
/* "Chi thi 01-CT/TW ve quan triet Nghi quyet Dai hoi XII": leaves the rows that
 * are not about another congress; true when none is left, and the mention
 * stays open. */
bool tc_resolver_by_congress(const struct tc_resolver *s, size_t k,
			     struct tc_candidates *c);
/* The row whose subject stands behind mention k ("về ..."), while nothing of
 * it stands behind the other one, which has the same number; NULL when the
 * words leave a doubt. */
tc_known_row tc_resolver_row_spoken_of(const struct tc_resolver *s, size_t k,
				       size_t other,
				       const struct tc_candidates *c);
/* The only row of whose subject the title speaks, or the sentence of mention k
 * anywhere, or else those about it; NULL when there is none. */
tc_known_row tc_resolver_row_around(const struct tc_resolver *s, size_t k,
				    const struct tc_candidates *c);
/* The only row from so many years ago as mention k was carried out for, "5 năm
 * thực hiện Nghị quyết"; NULL when there is none. */
tc_known_row tc_resolver_row_of_span(const struct tc_resolver *s, size_t k,
				     const struct tc_candidates *c);
/* "Quy dinh 57 cua Bo Chinh tri", "Chi thi 07-CT/TW ve cong tac thuong binh":
 * the words say another issuer than the row's, or another subject. */
bool tc_resolver_says_other(const struct tc_resolver *s, size_t k,
			    tc_known_row row);
/* The words say its subject. */
bool tc_resolver_is_about(const struct tc_resolver *s, size_t k,
			  tc_known_row row);
/* The words say another subject. */
bool tc_resolver_is_about_other(const struct tc_resolver *s, size_t k,
				tc_known_row row);
/* The issuer, the subject, or how long it has been carried out: true when one
 * of them settled it. */
bool tc_resolver_by_words(const struct tc_resolver *s, size_t k,
			  struct tc_candidates *c);
/* These, then the calendar. */
void tc_resolver_by_context(const struct tc_resolver *s, size_t k,
			    struct tc_candidates *c);

/* The code of the issuer column for a name that the scanner gives; NULL when
 * it is none of the centre's. */
const char *tc_resolver_issuer(struct tc_str name);

/* The date beside the next number of a list, lent to this one; a year alone is
 * its own. */
static inline bool tc_resolver_is_lent(const struct tc_number *m)
{
	return m->rule == tc_rule_list_date && m->date.month;
}

#endif
