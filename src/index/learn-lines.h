/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of an article as it came, and what tells lines apart. */
#ifndef TC_INDEX_LEARN_LINES_H
#define TC_INDEX_LEARN_LINES_H

#include "fact/article.h"

struct tc_learn_line {
	struct tc_str text;
	uint64_t key;		/* of host and line; 0: never furniture */
	bool edge;		/* among the first or last of the article */
	bool again;		/* stands further up already */
	bool cut;		/* was put back: the text is without it */
};

struct tc_learn_lines {
	struct tc_learn_line *v;
	size_t n;
	uint64_t host;		/* key of the host */
};

/* In the arena; lines cut before are put back where they stood. */
void tc_learn_lines(const struct tc_article *a, struct tc_arena *arena,
		    struct tc_learn_lines *out);

/* The host by which an article is counted. */
struct tc_str tc_learn_host(const struct tc_article *a);
uint64_t tc_learn_host_key(struct tc_str host);
/* Letters and digits count, case, blanks and punctuation do not.  0 for a
 * line of fewer than four letters, and for one that cites a document: losing
 * that would cost more than a line too many. */
uint64_t tc_learn_key(uint64_t host, struct tc_str line);

#endif
