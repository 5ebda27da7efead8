/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The archive on disk:
 *
 *   ARCHIVE/
 *     XAPIANDB        which generation is live (stub.h)
 *     gen-0001/       a generation (generation.h): one Xapian database with
 *                     manifest.json beside its tables, or several of them
 *                     in directories of their own (shards.h)
 *     lock            held by the one writer (lock.h)
 *     rejects.jsonl   what was not indexed and why
 *     build-4/        what an import of everything writes (build.h); 4 is the
 *                     schema
 *     rebuild-4/      the same of a generation beside the live one
 *
 * What an import knows stands in the database, beside the documents, so that
 * a commit is all or nothing; the files beside it repeat what is there for
 * people and other programs.
 */
#ifndef TC_INDEX_ARCHIVE_H
#define TC_INDEX_ARCHIVE_H

#include "base/error.h"
#include "index/builds.h"
#include "index/lock.h"
#include "index/remote.h"
#include "index/xap.h"

/* Documents between two writes of Xapian's buffers to its tables, where the
 * environment says no other number.  Its trees of what waits must fit the
 * processor's caches: 50 take 16 % less processor time than 500, 250 take 10 %
 * less (5,000 articles of 450 terms, a second-level cache of 1 MB). */
#define TC_FLUSH_THRESHOLD "50"

struct tc_archive {
	struct tc_buf path;	/* as given */
	struct tc_buf live;	/* path of the generation that is open */
	struct tc_buf name;	/* "0001" */
	unsigned number;	/* 1 */
	unsigned building;	/* the same, while it is not live yet */
	bool first;		/* and no other one is */
	unsigned shards;	/* databases of the generation */
	struct tc_xdb *db;	/* NULL when opened for writing */
	struct tc_xwriter *writer;
	struct tc_lock lock;
	struct tc_remote *remote;	/* how others are asked, or NULL */
	uint8_t places[TC_SHARDS_MAX];	/* in the stub, of those that answer */
	struct tc_archive *parts;	/* of several (archives.h) */
	size_t part_count;
};

/* Opens for reading.  TC_E_NO_ARCHIVE, _DAMAGED, _SCHEMA. */
int tc_archive_open(struct tc_archive *a, const char *path,
		    struct tc_error *err);
/* The same where shards may be on other machines.  Those that do not answer
 * are left out; TC_E_TEMPORARY when none does. */
int tc_archive_open_remote(struct tc_archive *a, const char *path,
			   struct tc_remote *remote, struct tc_error *err);
/* The same for a generation, whether it is live or not, of any schema. */
int tc_archive_open_generation(struct tc_archive *a, const char *path,
			       unsigned number, struct tc_error *err);
/* Whether what is open has the schema and the analysis of this program. */
int tc_archive_check_schema(struct tc_archive *a, struct tc_error *err);
/* Writes them into a new one, and commits. */
int tc_archive_set_schema(struct tc_archive *a, struct tc_error *err);

/* Opens for writing and makes the archive when there is none.  TC_E_LOCKED
 * while another writes and goes on for `seconds`. */
int tc_archive_create(struct tc_archive *a, const char *path, double seconds,
		      struct tc_error *err);
/* The same, but a new archive is only begun, to be filled by tc_archive_fill()
 * and gone otherwise, unless an import that was cut off left something of its
 * build: that is what the archive then has.  Of so many shards; 0 for as many
 * as it has, or one. */
int tc_archive_create_building(struct tc_archive *a, const char *path,
			       unsigned shards, double seconds,
			       struct tc_error *err);
/* The same for an archive that is there. */
int tc_archive_change(struct tc_archive *a, const char *path, double seconds,
		      struct tc_error *err);
/* Takes the lock of an archive that is there and opens nothing. */
int tc_archive_lock(struct tc_archive *a, const char *path, double seconds,
		    struct tc_error *err);
/* Begins the next generation, of so many shards, under the lock that *a holds,
 * and opens it for writing, empty but for the schema.  `left` as
 * tc_generation_begin(). */
int tc_archive_begin(struct tc_archive *a, unsigned shards, unsigned *left,
		     struct tc_error *err);
/* Where it is built (build.h): ARCHIVE/build-SCHEMA, or rebuild-SCHEMA beside a
 * live generation. */
void tc_archive_build_path(const struct tc_archive *a, struct tc_buf *out);
/* What is building, or the next one in place of a live generation without
 * articles, is open for writing together with what was built, not merged yet,
 * so that what is still written to documents leaves no half-empty blocks.  New
 * documents go behind all others. */
int tc_archive_join(struct tc_archive *a, struct tc_builds *b,
		    struct tc_error *err);
/* What was joined is committed, merged, and opened for writing anew.  The
 * first generation is live from here on, and the next one in place of a live
 * one.  Removes what was built. */
int tc_archive_fill(struct tc_archive *a, struct tc_builds *b,
		    struct tc_error *err);
/* Opens the live generation, or another one, for writing, under the lock. */
int tc_archive_write_generation(struct tc_archive *a, unsigned number,
				struct tc_error *err);
/* Adds a document to the shard that its id says. */
int tc_archive_add(struct tc_archive *a, struct tc_str id,
		   const struct tc_xdoc *doc, struct tc_error *err);
/* Commits where so much waits for it that memory would grow with what is
 * changed; for those who change many documents and may be cut off between any
 * two of them. */
int tc_archive_relieve(struct tc_archive *a, struct tc_error *err);
/* Whether a document with that id belongs where this one is. */
bool tc_archive_is_at(const struct tc_archive *a, uint32_t docid,
		      struct tc_str id);
/* Commits what was begun, closes the writer, and opens it for reading, to be
 * checked. */
int tc_archive_seal(struct tc_archive *a, struct tc_error *err);
/* What was sealed becomes a compact copy of another generation of as many
 * shards, and is open for reading. */
int tc_archive_compact(struct tc_archive *a, const struct tc_archive *from,
		       struct tc_error *err);
/* Makes complete what was sealed, and closes it; the lock stays. */
int tc_archive_finish(struct tc_archive *a, struct tc_error *err);
/* Closes all, drops the lock, and removes what was begun and not finished. */
void tc_archive_close(struct tc_archive *a);
/* Closes what was written to and returns `bad`; where the archive has gone
 * meanwhile, with the file system that it is on, the error says so. */
int tc_archive_leave(struct tc_archive *a, int bad, struct tc_error *err);

/* Xapian and records speak of themselves: says which archive an error is
 * about and what to run.  -1. */
int tc_archive_explain(struct tc_archive *a, struct tc_error *err);
/* The same where the generation that should be open is not there. */
int tc_archive_missing(struct tc_archive *a, struct tc_error *err);

/* "0001:42": the generation and its revision. */
int tc_archive_generation(struct tc_archive *a, struct tc_buf *out,
			  struct tc_error *err);
/* "0001:42:7d6b5c76": and what tells it from that of an archive made anew, so
 * that a result can say what it was drawn from. */
int tc_archive_state(struct tc_archive *a, struct tc_buf *out,
		     struct tc_error *err);
/* For reading, whichever way it is open. */
struct tc_xdb *tc_archive_db(struct tc_archive *a);

#endif
