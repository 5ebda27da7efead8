/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Furniture that no table knows, learnt for each site: a line that stands in
 * many articles of one host is none of any of them.
 *
 *   all articles -> how often each line, of which host -> furniture
 *   each article -> its lines (those cut before put back) -> without furniture
 *
 * Only the lines that articles came with decide, so that the result depends
 * neither on the order of captures nor on what was learnt before.  An
 * article whose lines change is written again, its facts extracted anew; what
 * was cut stays in its record.  Articles without a host are counted by the
 * first part of their source's path.
 */
#ifndef TC_INDEX_LEARN_H
#define TC_INDEX_LEARN_H

#include "fact/extract.h"
#include "index/archive.h"

/* Key of the metadata that holds what was learnt. */
#define TC_META_FURNITURE "tracuu-furniture"

/* What an archivist says of a line, against what is learnt; "*.gov.vn" stands
 * for every host below. */
struct tc_learn_rule {
	struct tc_str host, line;
	bool keep;		/* else drop */
};

struct tc_learn_rules {
	const struct tc_learn_rule *v;
	size_t n;
};

/* Learns and applies, in an archive open for writing.  *changed counts the
 * articles written again. */
int tc_learn(struct tc_archive *archive, const struct tc_rules *facts,
	     const struct tc_learn_rules *rules, uint64_t *changed,
	     struct tc_error *err);

/* One line of what an archive has learnt; `why` is "learnt" or "rule". */
struct tc_furniture_line {
	struct tc_str host, line;
	uint64_t articles, of;	/* that have it, of so many of the host */
	struct tc_str why;
};

/* Sorted by host, then by number of articles. */
int tc_learn_each(struct tc_archive *archive,
		  int (*each)(void *ctx, const struct tc_furniture_line *line,
			      struct tc_error *err),
		  void *ctx, struct tc_error *err);

/* Whether a line stands in so many of so many articles, on the edge of the
 * text in `edge` of them, that it is furniture. */
bool tc_learn_is_furniture(uint64_t articles, uint64_t edge, uint64_t of);

#endif
