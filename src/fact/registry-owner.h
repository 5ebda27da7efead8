/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose the documents of the registry are, beside whose a mention is. */
#ifndef TC_FACT_REGISTRY_OWNER_H
#define TC_FACT_REGISTRY_OWNER_H

#include "fact/gazetteer.h"
#include "fact/registry.h"

struct tc_owners {
	const struct tc_registry *registry;
	const struct tc_gazetteer *gazetteer;	/* may be NULL */
	const struct tc_place *site;	/* whose site it is; may be NULL */
	struct tc_date published;
};

/* Takes back what a row of another's document decided: the row says whose it is
 * ("Tỉnh ủy Bắc Ninh"), and issuer_unit that the mention's is of another place;
 * where it tells nothing, several places have the symbol, or the site is another
 * province's.  The own row counts instead, or the printed date, or none.  Behind
 * tc_issuers_resolve(). */
void tc_owners_check(const struct tc_owners *o, struct tc_arena *arena,
		     struct tc_number_list *numbers);

#endif
