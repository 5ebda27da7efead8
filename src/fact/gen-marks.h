/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The marks of the table of words (word.h) by syllable and by form: a part of
 * gen-words, and of no program.
 */
#ifndef TC_FACT_GEN_MARKS_H
#define TC_FACT_GEN_MARKS_H

/* A syllable of that place (token.h) is a word: its row, and what begins
 * there (TC_BEGINS_). */
void tc_marks_add(unsigned place, unsigned row, unsigned begins);
/* Writes tc_word_syllables, tc_word_marks and tc_word_forms; all figures are
 * of one row. */
void tc_marks_put(unsigned figures);

#endif
