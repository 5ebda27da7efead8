/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text dumps whose paragraphs are broken at a column. */
#ifndef TC_IMPORT_WRAP_H
#define TC_IMPORT_WRAP_H

#include "import/line.h"

/* Whether the lines of the text are parts of paragraphs. */
bool tc_wrap_is(struct tc_str text);

/* Adds its paragraphs as lines. */
void tc_wrap_read(struct tc_str text, struct tc_lines *lines);

/* "bộ xã họp bàn": it goes on with what the line above began. */
bool tc_wrap_goes_on(struct tc_str line);

/* A copy without blanks about it, and with single ones inside. */
struct tc_str tc_wrap_squeezed(struct tc_arena *arena, struct tc_str s);

#endif
