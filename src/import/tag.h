/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What elements and the words of class and id attributes mean for reading
 * a page. */
#ifndef TC_IMPORT_TAG_H
#define TC_IMPORT_TAG_H

#include "base/str.h"

#include <stdint.h>

enum tc_tag_flag {
	TC_TAG_BLOCK = 1,	/* begins and ends lines */
	TC_TAG_SKIP = 2,	/* never text */
	TC_TAG_ASIDE = 4,	/* not the article, unless it holds most */
	TC_TAG_CELL = 8,	/* of a table */
	TC_TAG_ROW = 16,
	TC_TAG_LINK = 32,
	TC_TAG_BREAK = 64,	/* ends a line */
};

enum tc_class_hint {
	TC_CLASS_BODY = 1,	/* article, content, detail ... */
	TC_CLASS_ASIDE = 2,	/* menu, comment, related ... */
	TC_CLASS_TITLE = 4,
	TC_CLASS_AUTHOR = 8,
	TC_CLASS_CREDIT = 16,
	TC_CLASS_TRAIL = 32,	/* breadcrumb */
	TC_CLASS_CLOCK = 64,
	TC_CLASS_META = 256,	/* date, author and counter of the article */
	TC_CLASS_DATE = 512,
	TC_CLASS_RIGHT = 128,	/* set at the right margin */
	TC_CLASS_TALK = 1024,	/* comments, forms for them (always aside) */
	TC_CLASS_HIDDEN = 2048,	/* not shown, or to screen readers only */
	TC_CLASS_PRINT = 4096,	/* a tool, or part of a page to be printed */
};

/* tc_tag_flag bits of an element; 0 for inline and unknown ones.  Elements
 * that a site defines ("article-body") are blocks. */
uint32_t tc_tag_flags(const char *name);
/* tc_class_hint bits of the name of such an element. */
uint32_t tc_tag_hints(const char *name);
/* 1 to 6 for h1 to h6, else 0. */
uint8_t tc_tag_heading(const char *name);

/* tc_class_hint bits of a class or id attribute. */
uint32_t tc_class_hints(struct tc_str attribute);

#endif
