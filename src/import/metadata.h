/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a page says of itself: meta and link elements, JSON-LD, microdata. */
#ifndef TC_IMPORT_METADATA_H
#define TC_IMPORT_METADATA_H

#include "import/page.h"
#include "import/tree.h"

#define TC_META_TITLES_MAX 8

struct tc_metadata {
	struct tc_str titles[TC_META_TITLES_MAX]; /* most trusted first */
	size_t title_count;
	struct tc_str document_title;	/* of <title>, site's name and all */
	struct tc_str site_name, section, author;
	struct tc_str canonical, og_url, og_type, language;
	struct tc_str body, description; /* JSON-LD's; body may be HTML */
	bool is_article;	/* og:type or JSON-LD say so */
};

/* Fills *m and adds the dates that it finds as hints of the page. */
void tc_metadata_read(const struct tc_tree *tree, struct tc_page *page,
		      struct tc_metadata *m);

/* The JSON-LD part: `text` is the script's content. */
void tc_jsonld_read(struct tc_str text, struct tc_page *page,
		    struct tc_metadata *m);

/* In normal form, squeezed, at most 1000 bytes; in the arena. */
struct tc_str tc_metadata_text(struct tc_arena *arena, struct tc_str s);
/* Adds to m->titles unless it is empty or there already. */
void tc_metadata_title(struct tc_metadata *m, struct tc_str title);

#endif
