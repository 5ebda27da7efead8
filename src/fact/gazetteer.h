/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places: the 63 provinces before 1 July 2025 and the 34 after, those of former
 * times, their spellings and their sites' domain stems; and
 * the districts (district.h), whose province stands in `into`.  A table
 * (tsv.h) that an archivist's files extend:
 *
 *   name kind from until into domain aliases source confirmed
 */
#ifndef TC_FACT_GAZETTEER_H
#define TC_FACT_GAZETTEER_H

#include "base/error.h"
#include "base/str.h"
#include "fact/district.h"
#include "fact/tsv.h"

struct tc_gazetteer;

struct tc_place {
	struct tc_str name;	/* "Lang Son", canonical spelling */
	const char *kind;	/* "tinh" or "thanh-pho" */
	struct tc_str from, until; /* first and last day, "2025-07-01"; empty
				   where open */
	struct tc_str into;	/* the province that it is part of today */
	/* of the gazetteer's rows: that province's, and 1, if it has another
	 * name; the first of this name; the next one, 0 for none */
	uint32_t now, first, next;
};

struct tc_gazetteer *tc_gazetteer_new(void);
void tc_gazetteer_free(struct tc_gazetteer *g);
/* Adds the rows of a file; a row of the same name, kind and first day takes
 * the place of the older one.  -1 when the file cannot be read or has no
 * columns. */
int tc_gazetteer_load(struct tc_gazetteer *g, const char *path,
		      tc_warn_fn *warn, void *ctx, struct tc_error *err);

/* The places' names that begin with a bare word, by their number of words: bit
 * 1 << k where one may have k; 0 where none does.  What keeps most look-ups
 * away. */
unsigned tc_gazetteer_lengths(const struct tc_gazetteer *g,
			      struct tc_str first);

/* Whether a city under the centre may be called by a name whose first byte is
 * that; likewise. */
bool tc_gazetteer_city_begins(const struct tc_gazetteer *g, char first);

/* Kind of the provinces that ended before 2004, for tc_gazetteer_find_as():
 * nothing else finds them, as their names are of towns and rivers too. */
#define TC_PLACE_FORMER "former"

/* By name in any listed spelling, bare lower-case tokens joined by spaces
 * ("lang son", "dak lak"): the latest place of that name.  By a site's host,
 * from its right ("langson.gov.vn", "tuyphong.binhthuan.dcs.vn",
 * "baobinhdinh.vn").  NULL when absent. */
const struct tc_place *tc_gazetteer_find(const struct tc_gazetteer *g,
					 struct tc_str bare);
const struct tc_place *tc_gazetteer_site(const struct tc_gazetteer *g,
					 struct tc_str host);
/* By the committee whose own pages a URL's path tells, on a host that many
 * share ("https://dangcongsan.vn/tinhuylaichau/..."). */
const struct tc_place *tc_gazetteer_path(const struct tc_gazetteer *g,
					 struct tc_str url);
/* The latest place of a site's domain stem, "langson"; NULL when absent. */
const struct tc_place *tc_gazetteer_stem(const struct tc_gazetteer *g,
					 struct tc_str stem);
/* The district whose site it is; *site is the province that the host tells, or
 * NULL: then it becomes the district's. */
struct tc_seat tc_gazetteer_seat(const struct tc_gazetteer *g,
				 struct tc_str host,
				 const struct tc_place **site);
/* A district of that name; in that province, if it is not empty; NULL when
 * there is none. */
const struct tc_district *tc_gazetteer_district(const struct tc_gazetteer *g,
						struct tc_str name,
						struct tc_str province);
/* Whether a district has a name of those bare words, without blanks between
 * them ("duclinh"). */
bool tc_gazetteer_has_district(const struct tc_gazetteer *g,
			       struct tc_str stem);
/* The latest place of that name and kind: a city may share its name with
 * the province around it. */
const struct tc_place *tc_gazetteer_find_as(const struct tc_gazetteer *g,
					    struct tc_str bare,
					    const char *kind);
/* The same behind the kind's word, where a former province counts as well. */
const struct tc_place *tc_gazetteer_behind(const struct tc_gazetteer *g,
					   struct tc_str bare,
					   const char *kind);
/* What the place is part of today (its `into`); NULL when it goes on, or no row
 * tells. */
const struct tc_place *tc_gazetteer_into(const struct tc_gazetteer *g,
					 const struct tc_place *place);
/* The row that the place's name had on a day, "2015-05-30": a province may have
 * become a city since.  The place itself where no row is of that day. */
const struct tc_place *tc_gazetteer_on(const struct tc_gazetteer *g,
				       const struct tc_place *place,
				       struct tc_str day);
/* A digest of the loaded rows, in hexadecimal. */
struct tc_str tc_gazetteer_version(const struct tc_gazetteer *g);

#endif
