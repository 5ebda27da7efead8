/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How much is said for a mention's being the article's subject: what is true of
 * it, each weighed as unit-weight-rows.h has it.
 */
#ifndef TC_FACT_UNIT_WEIGH_H
#define TC_FACT_UNIT_WEIGH_H

#include "fact/unit-clause.h"

#define TC_UNIT_HEADLINE_UNITS 16	/* that are looked at */
#define TC_UNIT_NOT_ASKED SIZE_MAX

/* What the headline tells. */
struct tc_unit_headline {
	uint32_t nodes[TC_UNIT_HEADLINE_UNITS];	/* its units, but for issuers */
	size_t n;
	uint32_t placed;	/* the node that gets a person, if
				   it has none */
	size_t punishes;	/* "Kỷ luật ...": the token behind; 0: no */
	bool founds;		/* "Hợp nhất ..." */
	bool visits;		/* "Thăm Đồn Biên phòng X ..." */
	size_t topic;		/* "Than Bãi Màu: Thi đua": the token behind the
				   colon; 0: there is none */
};

/* A unit among the mentions. */
struct tc_unit_told {
	size_t first, count;
	size_t titled;		/* where the headline has its place; 0: nowhere */
	bool asked;		/* `titled` is known */
	bool example;		/* the first mention is one */
	bool late;		/* or it stands further down, behind what may
				   be the subject */
};

/* What was found out of a mention; 0: nothing yet. */
struct tc_unit_asked {
	unsigned char acts, issuer, visited;
};

/* A mention and where it stands. */
struct tc_unit_place {
	const struct tc_unit_walk *w;
	const struct tc_unit_headline *headline;
	struct tc_unit_told *told;	/* by node */
	struct tc_unit_asked *asked;	/* by mention */
	size_t i;		/* the mention */
	size_t from, end;	/* tokens of its sentence */
	size_t first;		/* mention there */
	size_t receiver;	/* the one that "Tiếp đoàn có" is of; w->n */
	int sentence;		/* of the lead; -1: the headline */
	int scene;		/* sentences before the first of the lead */
	bool guests, caption;	/* what that sentence is */
	bool punishes;		/* so does the headline, of which it tells */
	bool grounds;		/* "Căn cứ Luật ...", "QUYẾT ĐỊNH" stands
				   behind it */
	size_t examples;	/* the token that they begin at; `end`: none;
				   TC_UNIT_NOT_ASKED */
	int order;		/* of those of its sentence, but for issuers */
	bool later;		/* one before it there does something */
	bool often;		/* its unit has several mentions */
	int above;		/* the smallness of a committee that does something
				   in a sentence before; 0: none does */
	int above_sentence;
	int held;		/* the sentence behind the one in which the
				   first holds something; 0: none does */
	bool people;		/* the article tells of several people */
	size_t office;		/* of a person's, where that begins; the
				   mention's first when there is none */
	bool issuer, acts, hosts, sends, in_office;
};

/* 0 the centre, 1 a body outside the Party, 2 a province's organisation and so on
 * by kind: the smaller the unit, the larger. */
int tc_unit_smallness(const struct tc_unit_walk *w, size_t i);
/* Mention i does something. */
bool tc_unit_place_acts(const struct tc_unit_place *p, size_t i);
/* Notes of mention p->i, the first of its unit, whether it is an example, or stands
 * further down, when another may be the subject. */
void tc_unit_note_first(struct tc_unit_place *p, bool other);
/* The weight of what the steps say; of a mention of the text that comes to no
 * more than `most`, whatever else is true of it, no more is asked. */
int tc_unit_weigh(struct tc_unit_place *p, int most);

#endif
