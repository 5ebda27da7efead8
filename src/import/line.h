/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A page as its lines in reading order: what plain-text dumps and HTML
 * pages have in common.  Text is in normal form, trimmed, runs of blanks
 * are one space.
 */
#ifndef TC_IMPORT_LINE_H
#define TC_IMPORT_LINE_H

#include "base/mem.h"
#include "base/str.h"
#include "import/furniture.h"

#include <stdint.h>

enum tc_line_kind {
	TC_LINE_SHORT,		/* a headline, caption, name, menu entry */
	TC_LINE_TEXT,		/* reads as sentences */
	TC_LINE_MENU,		/* breadcrumb or a row of entries */
	TC_LINE_STAMP,		/* a date of its own (stamp.h) */
	TC_LINE_FURNITURE,	/* nothing but furniture */
};

struct tc_line {
	struct tc_str text;
	enum tc_line_kind kind;
	enum tc_furniture furniture;
	uint32_t chars, words;
	bool caps;		/* has letters, none lower-case */
	bool blank_before;	/* a blank line stands above (dumps) */

	/* what only HTML knows */
	uint32_t linked;	/* characters inside links */
	uint32_t node;		/* of the block, in document order */
	uint8_t heading;	/* 1 to 6; 0 for none */
	uint16_t hints;		/* enum tc_class_hint bits (tag.h) */
	bool aside;		/* of a menu, a comment ... */
	bool teaser;		/* of an entry of a list (listing.h) */
	bool bold;		/* all of it */
	bool row;		/* of a table of data */
	uint8_t px;		/* of most letters; 0 when not said */
};

struct tc_lines {
	struct tc_arena *arena;
	struct tc_line *v;
	size_t n, cap;
};

/* A page of more lines is cut there. */
#define TC_LINES_MAX 200000

/* Adds one line, classified; an empty one is not added (NULL). `text` is in
 * normal form, trimmed, and lives as long as the arena. */
struct tc_line *tc_lines_add(struct tc_lines *l, struct tc_str text);

/* Makes each run of blanks and line feeds one space; returns the length. */
size_t tc_lines_squeeze(char *p, size_t n);

/* Whether the line ends as a sentence does, closing quotes and brackets
 * aside. */
bool tc_line_is_ended(struct tc_str text);

/* "Số: 30-HD/BTGTW | Hà Nội, ngày ...", "Hà Nội, ngày ... tháng ...": of a
 * document that is printed in full; neither a headline nor a tool. */
bool tc_line_is_letterhead(struct tc_str line);

/* "Trích yếu: ...", "Kính gửi: ...": of what a page tells of a document. */
bool tc_line_is_attribute(struct tc_str line);

/* "I. MUC DICH, YEU CAU", "2. Noi dung": a part of the text. */
bool tc_line_is_part(struct tc_str line);

/* Running text; where the body is verse or a list, any line of some words that
 * is no name. */
bool tc_line_is_body(const struct tc_line *line, bool verse);

/* Equal but for case, diacritics, blanks and punctuation. */
bool tc_line_same(struct tc_str a, struct tc_str b);

#endif
