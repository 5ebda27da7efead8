/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Generations by number:
 *
 *   gen-0007/            complete: live, or kept for a rollback
 *   gen-0008.building/   under way; nobody reads it
 *   gen-0001.removed/    on its way out; nobody reads it
 *
 *   begin ->  gen-0008.building  -> finish -> gen-0008 -> publish -> live
 *             (written, checked)    synced,               one rename of
 *                                   renamed               the stub
 *
 * Whoever calls what changes something holds the archive's lock (lock.h); so
 * a generation that is building is the caller's own, or was left behind by a
 * program that died.
 */
#ifndef TC_INDEX_GENERATION_H
#define TC_INDEX_GENERATION_H

#include "base/error.h"
#include "base/str.h"

#define TC_GENERATION_MAX 9999u

/* "gen-0007" */
void tc_generation_name(unsigned number, struct tc_buf *out);
/* ARCHIVE/gen-0007, ARCHIVE/gen-0007.building */
void tc_generation_path(const char *archive, unsigned number,
			struct tc_buf *out);
void tc_generation_building_path(const char *archive, unsigned number,
				 struct tc_buf *out);
/* The number in "gen-0007"; 0 for any other name. */
unsigned tc_generation_number(struct tc_str name);

struct tc_generations {
	unsigned *v;		/* complete ones, ascending; tc_free */
	size_t n;
	unsigned live;		/* as the stub says; 0: none */
	unsigned building;	/* the newest half-made one; 0: none */
	unsigned removed;	/* the newest half-removed one; 0: none */
};
/* An archive that is not there has none. */
void tc_generations_list(struct tc_generations *g, const char *archive);
void tc_generations_release(struct tc_generations *g);
bool tc_generations_have(const struct tc_generations *g, unsigned number);
/* What --rollback goes to: the newest below the live one, else the newest
 * that is not live; 0 when there is none. */
unsigned tc_generations_before(const struct tc_generations *g);

/* Removes every half-made generation and makes the next one's directory.
 * *left is the number of one that was found half made, or 0. */
int tc_generation_begin(const char *archive, unsigned *number,
			unsigned *left, struct tc_error *err);
int tc_generation_finish(const char *archive, unsigned number,
			 struct tc_error *err);
/* Live from here on. */
int tc_generation_publish(const char *archive, unsigned number,
			  struct tc_error *err);
/* Removes the half-made one. */
int tc_generation_abandon(const char *archive, unsigned number,
			  struct tc_error *err);
/* Removes a complete one that is not live. */
int tc_generation_remove(const char *archive, unsigned number,
			 struct tc_error *err);
/* Removes the oldest complete ones that are not live, until `keep` of them
 * are left; `before`, the one that was live, goes last. */
int tc_generations_prune(const char *archive, unsigned before, unsigned keep,
			 struct tc_error *err);

#define TC_SCOPED_GENERATIONS \
	__attribute__((cleanup(tc_generations_release))) struct tc_generations

#endif
