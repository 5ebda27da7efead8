/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages of headlines: lists of a section, first pages of a site. */
#ifndef TC_IMPORT_LISTING_H
#define TC_IMPORT_LISTING_H

#include "import/metadata.h"

/* So many entries, or linked headlines alone, make a list. */
#define TC_LISTING_MIN 3
#define TC_LISTING_LINKS 10
/* Shorter ones are entries of menus. */
#define TC_HEADLINE_WORDS 4

/* Marks the lines of entries of lists as teasers (teaser.c). */
void tc_teaser_mark(struct tc_tree *tree, struct tc_lines *l);

/* Linked headlines with a date or one teaser below, in [from, to). */
size_t tc_listing_entries(const struct tc_lines *l, size_t from, size_t to);
/* Linked headlines of the whole page, menus aside. */
size_t tc_listing_links(const struct tc_lines *l);
/* Whether what looks like a body is a list of teasers. */
bool tc_listing_is(const struct tc_lines *l, size_t from, size_t to);
/* Whether the page names itself the first one of its site. */
bool tc_listing_is_home(const struct tc_metadata *m, struct tc_str url);

#endif
