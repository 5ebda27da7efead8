/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words that generated articles are made of, the same in each run:
 *
 *   function   those of text/stopword-list.h that are met most
 *   compounds  30,000 words of one to three syllables, the commonest ones
 *              real, the others of syllables that are; two words of three
 *              have two syllables, as in real text
 *   formulas   turns of phrase of the genre
 *   names      people's
 *
 * Frequencies fall by Zipf's law.  What decides the cost of an index and of a
 * query is how much of a text is repetition; a token of ours has
 *
 *	                        real Party news   XQuAD       ours
 *	distinct syllables      .39 (.33 - .44)   .45         .39
 *	the same without marks  .33 (.27 - .36)   .39         .34
 *	distinct pairs of them  .68 (.60 - .71)   .82         .72
 *	bytes                   6.0               6.0         6.2
 *
 * (five articles of 3.4 to 5.6 kB; 61 texts of 4.1 kB put together from
 * paragraphs of an encyclopedia, of changing subject; words drawn one by one,
 * by contrast, give .70, .59 and .90).
 */
#ifndef TC_TEST_VOCABULARY_H
#define TC_TEST_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

struct tc_buf;

/* To be called once, before the others. */
void vocabulary_init(void);

/* SplitMix64: small, seeded by any number. */
uint64_t draw(uint64_t *state);
uint32_t below(uint64_t *state, uint32_t n);

/* A compound's number, and one that often follows it. */
size_t draw_compound(uint64_t *state);
size_t draw_follower(uint64_t *state, size_t compound);
const char *compound(size_t i);

const char *draw_function_word(uint64_t *state);
const char *draw_formula(uint64_t *state);
void draw_name(uint64_t *state, struct tc_buf *out);

#endif
