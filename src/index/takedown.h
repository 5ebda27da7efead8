/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Articles that were taken down and stay out, whatever is imported, rebuilt,
 * rolled back to or restored.  Each is metadata of the database under its id:
 *
 *   {"id":..,"url":..,"content":..,"reason":..,"date":"2026-11-21"}
 *
 * It keeps out an article with the id, and one with the same text under
 * another address.
 */
#ifndef TC_INDEX_TAKEDOWN_H
#define TC_INDEX_TAKEDOWN_H

#include "index/archive.h"

#define TC_META_TAKEDOWN "tracuu-takedown:"

struct tc_takedown {
	struct tc_str id;	/* 16 hexadecimal digits */
	struct tc_str url;	/* empty when unknown */
	struct tc_str content;	/* as TC_F_CONTENT; empty when it was not in
				   the archive */
	struct tc_str reason, date;
};

struct tc_takedowns {
	struct tc_arena arena;
	struct tc_takedown *v;		/* sorted by id */
	size_t n, cap;
	struct tc_takedown **by_content;	/* sorted */
};

int tc_takedowns_load(struct tc_takedowns *t, struct tc_archive *archive,
		      struct tc_error *err);
void tc_takedowns_release(struct tc_takedowns *t);
/* The row that keeps the article out, or NULL. */
const struct tc_takedown *tc_takedowns_find(const struct tc_takedowns *t,
					    struct tc_str id,
					    struct tc_str content);

/* Notes it and deletes the article, when it is there; before the commit. */
int tc_takedown_add(struct tc_archive *archive, const struct tc_takedown *t,
		    struct tc_error *err);
/* All of them, into another archive. */
int tc_takedowns_apply(const struct tc_takedowns *t,
		       struct tc_archive *archive, struct tc_error *err);
/* Lets it in again; 1 when it was out, else 0. */
int tc_takedown_lift(struct tc_archive *archive, struct tc_str id,
		     struct tc_error *err);
/* Deletes the articles with the term; 1 when there were some, else 0. */
int tc_delete_term(struct tc_archive *archive, struct tc_str term,
		   struct tc_error *err);

#define TC_SCOPED_TAKEDOWNS \
	__attribute__((cleanup(tc_takedowns_release))) struct tc_takedowns

#endif
