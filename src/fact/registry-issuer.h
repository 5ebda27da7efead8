/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside the resolver: whom the words beside a mention name as its issuer,
 * and which symbols can be theirs.  Nobody else includes this.
 */
#ifndef TC_FACT_REGISTRY_ISSUER_H
#define TC_FACT_REGISTRY_ISSUER_H

#include "fact/registry-evidence.h"

enum tc_issuer_kind {
	ISSUER_UNSAID,
	ISSUER_CENTRE,	/* a body of the Party's centre, or the centre itself */
	ISSUER_OTHER,
};

struct tc_issuer_said {
	enum tc_issuer_kind kind;
	const char *body;	/* what their symbols have behind the type:
				 * "TW", "BTCTW", "HU"; NULL: not known */
};

struct tc_issuer_said tc_resolver_issuer_said(const struct tc_resolver *s,
					      size_t k);

/* Whether a symbol of that issuer ("TU", "UBKTHU") can be theirs. */
bool tc_issuer_may_be(const struct tc_issuer_said *said, struct tc_str issuer);

/* Leaves the rows that can be theirs: of another than the centre, none. */
void tc_issuer_keep(const struct tc_issuer_said *said,
		    struct tc_candidates *c);

/* Whether tokens [from, to) say "của" of one who is not the centre. */
bool tc_issuer_is_other(const struct tc_docnum_reader *r, size_t from,
			size_t to);

#endif
