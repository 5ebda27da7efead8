/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The weights of ranking.  Each is chosen by experiment over question sets
 * (tests/eval), not by taste; the figure that chose it stands beside it.
 */
#ifndef TC_QUERY_RANK_H
#define TC_QUERY_RANK_H

#include <stdbool.h>

struct tc_rank {
	/* BM25.  1.2 and .75 beat 1 and .5 on three question sets. */
	double k1, b;
	/* Neighbouring words as one term, beside the words.  Typed with
	 * marks: MRR@10 .850 .901 .850 at half weight against .819 .858 .824
	 * without pairs.  Typed without, where a single word says little:
	 * .828 .900 .825 at full weight against .751 .821 .719; with function
	 * words left out of the query .7 is as good (.956) or better (.857
	 * against .853 with the rarest words of each question taken out). */
	double pair_marked, pair_bare;
	/* A word of the query that stands in the title as well: .963 against
	 * .955 on the set of corpus/. */
	double title;
	/* The long form of an abbreviation, or the reverse: several terms
	 * for what was typed as one. */
	double synonym;
	/* The second look (rerank.h): words of the query in one passage, and
	 * neighbours of the query near each other.  .5 each: .873 against
	 * .867 with marks, .853 against .850 without, where the rarest words
	 * of each question were taken out; no loss on the whole questions. */
	double passage, near;
	/* Function words are looked up only where there are no others: .819
	 * .858 .824 against .813 .850 .827 with them. */
	bool function_words;
	/* ... then they rank, those that fewer than half of the articles have:
	 * half way between the two. */
	double function_word;
	/* Words of a slogan beside others are set back as function words are:
	 * the questions of corpus/ behind one, .912 against .452. */
	bool slogans;
	/* A query of more words than this that may be relaxed is a question:
	 * who asks one does not mean every word.  0: none is.  MRR@10 over
	 * long articles, the rarest words of each question taken out: 5 .868,
	 * 8 .848, none .841, some words from the start .876; without marks
	 * .843, .811, .766, .853. */
	unsigned question;
	/* Words typed with marks are looked up in their exact form; off, all
	 * are looked up bare. */
	bool exact;
};

extern const struct tc_rank tc_rank_default;

#endif
