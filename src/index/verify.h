/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whether an archive is what its articles say: every record decodes, and the
 * document of each article is the one that an import makes of its record, but
 * for what the stage over the whole adds (clusters) and the addresses of
 * duplicates.
 */
#ifndef TC_INDEX_VERIFY_H
#define TC_INDEX_VERIFY_H

#include "index/archive.h"
#include "index/record.h"

struct tc_verify_counts {
	uint64_t articles;	/* whose records decode */
	uint64_t compared;	/* whose terms and values were compared */
	uint64_t faults;
};

/* What is wrong with an article; `id` is empty where its record is broken. */
typedef int tc_fault_fn(void *ctx, uint32_t docid, struct tc_str id,
			const char *what, struct tc_error *err);
/* A capture of an article, with its size and digest. */
typedef int tc_source_fn(void *ctx, const struct tc_article *article,
			 const struct tc_capture_info *capture,
			 struct tc_error *err);

struct tc_verify {
	uint32_t compare_every;	/* 1: all, 100: each hundredth */
	tc_fault_fn *fault;
	tc_source_fn *source;	/* NULL: captures are not asked for */
	void *ctx;
};

/* The archive is open for reading. */
int tc_verify_articles(struct tc_archive *a, const struct tc_verify *how,
		       struct tc_verify_counts *counts, struct tc_error *err);

#endif
