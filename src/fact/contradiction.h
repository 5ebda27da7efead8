/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where an article says what cannot be: for archivists to look at.  Nothing
 * is corrected.
 *
 *   cited-date   a document's printed date is not the registry's
 *   event-date   an event after the publication, or at odds with it
 *   type-word    "Nghị quyết số 05-CT/TW": word and symbol disagree
 */
#ifndef TC_FACT_CONTRADICTION_H
#define TC_FACT_CONTRADICTION_H

#include "fact/article.h"

enum tc_contradiction_kind {
	TC_CONTRADICTION_CITED, TC_CONTRADICTION_EVENT, TC_CONTRADICTION_TYPE,
	TC_CONTRADICTION_COUNT
};

struct tc_contradiction {
	enum tc_contradiction_kind kind;
	uint32_t start, end;		/* of what is printed */
	struct tc_str printed;		/* view of the text */
	struct tc_str stated, expected;	/* "2021-06-16", "2022-06-16" */
	bool unconfirmed;	/* a cited date: nobody checked the expected */
};

struct tc_contradictions {
	struct tc_contradiction *v;
	size_t n, cap;
};

const char *tc_contradiction_name(enum tc_contradiction_kind kind);

/* All of an article with its facts, in the order of kinds and text; in the
 * arena. */
void tc_contradictions_find(const struct tc_article *a,
			    struct tc_arena *arena,
			    struct tc_contradictions *out);

#endif
