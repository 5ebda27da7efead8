/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The constants of ranking.  Each is chosen by experiment over question
 * sets, not by taste; the figure that chose it stands beside it.
 */
#ifndef TC_QUERY_RANK_H
#define TC_QUERY_RANK_H

/* BM25.  1.2 and .75 beat 1 and .5 on three question sets. */
#define TC_RANK_K1 1.2
#define TC_RANK_B .75

/* Neighbouring words as one term, beside the words: half weight where they
 * were typed with marks (MRR@10 .850 .901 .850 against .819 .858 .824
 * without); full weight where they were not, for there a single word says
 * little (.828 .900 .825 against .751 .821 .719). */
#define TC_RANK_PAIR_MARKED .5
#define TC_RANK_PAIR_BARE 1.0

/* A word of the query that stands in the title. */
#define TC_RANK_TITLE .5

#endif
