/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Xapian behind a C door.  Every function is noexcept and maps each
 * exception to a struct tc_error; none decides anything: prefixes, weights
 * and retries belong to the callers.  No C++ object outlives its handle.
 * Xapian 1.4 API: https://xapian.org/docs/apidoc/html/
 */
#ifndef TC_INDEX_XAP_H
#define TC_INDEX_XAP_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#define TC_NOEXCEPT noexcept
#else
#define TC_NOEXCEPT
#endif

/* Xapian's limit for a term in the glass backend, in bytes. */
#define TC_TERM_MAX 245

/* ---- reading ---- */

struct tc_xdb;

/* Opens the databases in these directories as one. */
int tc_xdb_open(const char *const *paths, size_t count, struct tc_xdb **out,
		struct tc_error *err) TC_NOEXCEPT;
/* Opens one that another machine serves; an exchange with it takes
 * `timeout_ms` at most.  TC_E_SHARD with its address, now or later. */
int tc_xdb_open_tcp(const char *host, unsigned port, uint32_t timeout_ms,
		    struct tc_xdb **out, struct tc_error *err) TC_NOEXCEPT;
/* Runs a program that speaks with the other machine; `arguments` with blanks
 * between them. */
int tc_xdb_open_program(const char *program, const char *arguments,
			uint32_t timeout_ms, struct tc_xdb **out,
			struct tc_error *err) TC_NOEXCEPT;
/* Whether some of it is on other machines. */
bool tc_xdb_is_remote(const struct tc_xdb *db) TC_NOEXCEPT;
/* The same of databases that are open. */
int tc_xdb_join(struct tc_xdb *const *dbs, size_t count, struct tc_xdb **out,
		struct tc_error *err) TC_NOEXCEPT;
/* How many databases it is made of. */
size_t tc_xdb_shards(const struct tc_xdb *db) TC_NOEXCEPT;
void tc_xdb_close(struct tc_xdb *db) TC_NOEXCEPT;
/* Moves on to the newest revision, after TC_E_TEMPORARY.  Where there is none,
 * nothing was changed, and what Xapian took for it was damage: asked again, it
 * would go on with the block that it has, perhaps for ever. */
int tc_xdb_reopen(struct tc_xdb *db, struct tc_error *err) TC_NOEXCEPT;

int tc_xdb_count(struct tc_xdb *db, uint32_t *documents,
		 struct tc_error *err) TC_NOEXCEPT;
int tc_xdb_revision(struct tc_xdb *db, uint64_t *revision,
		    struct tc_error *err) TC_NOEXCEPT;
/* A number that databases made on their own do not share, but for a chance in
 * 2^32; copies of one have the same, whatever is written to them later. */
int tc_xdb_lineage(struct tc_xdb *db, uint32_t *out,
		   struct tc_error *err) TC_NOEXCEPT;
/* Which state one that is made of one database is in: no two that differ have
 * the same.  A server does not tell. */
struct tc_xstate {
	char name[40];		/* a UUID */
	uint64_t revision;	/* grows with each commit */
};
int tc_xdb_state(struct tc_xdb *db, struct tc_xstate *out,
		 struct tc_error *err) TC_NOEXCEPT;
/* The directory of one that is made of one database on this machine; else
 * "". */
const char *tc_xdb_path(const struct tc_xdb *db) TC_NOEXCEPT;
/* Appends the value; nothing when the key is absent. */
int tc_xdb_metadata(struct tc_xdb *db, const char *key, struct tc_buf *out,
		    struct tc_error *err) TC_NOEXCEPT;
/* The same of one of the databases that it is made of, from 0 on. */
int tc_xdb_shard_metadata(struct tc_xdb *db, size_t shard, const char *key,
			  struct tc_buf *out,
			  struct tc_error *err) TC_NOEXCEPT;
/* Appends the document's data and a value of it. */
int tc_xdb_stored(struct tc_xdb *db, uint32_t docid, struct tc_buf *data,
		  uint32_t slot, struct tc_buf *value,
		  struct tc_error *err) TC_NOEXCEPT;
/* Appends a value of the document; nothing when it has none. */
int tc_xdb_value(struct tc_xdb *db, uint32_t docid, uint32_t slot,
		 struct tc_buf *out, struct tc_error *err) TC_NOEXCEPT;
/* 1 and the first document with the term, 0, or -1. */
int tc_xdb_find(struct tc_xdb *db, struct tc_str term, uint32_t *docid,
		struct tc_error *err) TC_NOEXCEPT;
int tc_xdb_frequency(struct tc_xdb *db, struct tc_str term,
		     uint32_t *documents, struct tc_error *err) TC_NOEXCEPT;
/* How many have a value in the slot. */
int tc_xdb_value_frequency(struct tc_xdb *db, uint32_t slot,
			   uint32_t *documents,
			   struct tc_error *err) TC_NOEXCEPT;
/* Calls `each` for terms that start with `prefix`, in order, until it
 * returns false. */
typedef bool tc_xterm_fn(void *ctx, struct tc_str term, uint32_t documents);
int tc_xdb_terms(struct tc_xdb *db, struct tc_str prefix, tc_xterm_fn *each,
		 void *ctx, struct tc_error *err) TC_NOEXCEPT;
/* Calls `each` for every document in order of docid. */
typedef bool tc_xdoc_fn(void *ctx, uint32_t docid);
int tc_xdb_documents(struct tc_xdb *db, tc_xdoc_fn *each, void *ctx,
		     struct tc_error *err) TC_NOEXCEPT;

/* Likewise for those with the term. */
int tc_xdb_postings(struct tc_xdb *db, struct tc_str term, tc_xdoc_fn *each,
		    void *ctx, struct tc_error *err) TC_NOEXCEPT;
/* Likewise with the value, for those that have one in the slot. */
typedef bool tc_xvalue_fn(void *ctx, uint32_t docid, struct tc_str value);
int tc_xdb_values(struct tc_xdb *db, uint32_t slot, tc_xvalue_fn *each,
		  void *ctx, struct tc_error *err) TC_NOEXCEPT;

/* ---- queries: built bottom up, a part belongs to the whole it went into */

struct tc_xquery;
struct tc_wordcode;

enum tc_xop {
	TC_X_AND, TC_X_OR, TC_X_AND_NOT, TC_X_FILTER, TC_X_AND_MAYBE,
	TC_X_SYNONYM, TC_X_MAX
};

struct tc_xquery *tc_xquery_term(struct tc_str term) TC_NOEXCEPT;
struct tc_xquery *tc_xquery_all(void) TC_NOEXCEPT;
struct tc_xquery *tc_xquery_none(void) TC_NOEXCEPT;
/* Takes over a and b; NULL stands for "not there": the other is returned. */
struct tc_xquery *tc_xquery_join(enum tc_xop op, struct tc_xquery *a,
				 struct tc_xquery *b) TC_NOEXCEPT;
struct tc_xquery *tc_xquery_list(enum tc_xop op, struct tc_xquery **v,
				 size_t n) TC_NOEXCEPT;
struct tc_xquery *tc_xquery_scale(double factor,
				  struct tc_xquery *q) TC_NOEXCEPT;
struct tc_xquery *tc_xquery_copy(const struct tc_xquery *q) TC_NOEXCEPT;
/* Documents whose row of words in the slot has these side by side or, where
 * `within` is not 0, among so many words of a line (wordrow.h).  It reads a
 * value for each document that is asked about: join it by TC_X_FILTER to
 * something narrow.  Where shards are on other machines it stands for all
 * documents. */
struct tc_xquery *tc_xquery_row(uint32_t slot, const struct tc_wordcode *v,
				size_t n, size_t within) TC_NOEXCEPT;
/* Documents by their docid: of every `period` those numbered from `first` up to
 * `end`, counted from 0.  Only for what is on this machine. */
struct tc_xshare {
	uint32_t period, first, end;
};
struct tc_xquery *tc_xquery_share(const struct tc_xshare *share) TC_NOEXCEPT;
void tc_xquery_free(struct tc_xquery *q) TC_NOEXCEPT;

/* ---- searching ---- */

#define TC_NO_SLOT UINT32_MAX

/* A value slot whose values are looked at for every match. */
struct tc_xcount {
	uint32_t slot;
	void (*each)(void *ctx, struct tc_str value);
	void *ctx;
};

/* Documents that stand in order: no date (TC_SLOT_DATE) is later than one
 * before it, those without one come last (order.h).  From `first` up to
 * `end`. */
struct tc_xrun {
	uint32_t first, end;
};

struct tc_xsearch {
	const struct tc_xquery *query;
	uint32_t first, max;
	uint32_t check_at_least;	/* matches that are counted exactly */
	uint32_t sort_slot;		/* newest first by it; else TC_NO_SLOT */
	uint32_t collapse_slot;		/* one a value; else TC_NO_SLOT */
	/* A slot, plus 1, that will be read of each hit: servers send its
	 * value along, in place of a question each.  Which of those with the
	 * last weight are among the hits may differ where they do. */
	uint32_t along;
	double k1, b;			/* of BM25 */
	double time_limit;		/* seconds; 0 for none */
	const struct tc_xcount *counts;
	size_t count_count;
	/* Called for every match, in no order that is promised, with its value
	 * of `match_slot` (empty for TC_NO_SLOT); false ends the search there
	 * (`stopped`). */
	bool (*match)(void *ctx, uint32_t docid, double weight,
		      struct tc_str value);
	void *match_ctx;
	uint32_t match_slot;
	/* Of one database on this machine, or NULL: `match` may raise it, and
	 * what is numbered lower than it says is not met from there on.  How
	 * many match in all, the result does not know then. */
	const uint32_t *from;
	/* Rows of words that would be looked at last are not looked at: the
	 * hits may have them or not, which tc_xdb_fits() tells. */
	bool rows_later;
};

/* Tells the values of these documents, in the order of their docids, as a
 * search that met them would. */
int tc_xdb_values_of(struct tc_xdb *db, const struct tc_xcount *count,
		     const uint32_t *docids, size_t n,
		     struct tc_error *err) TC_NOEXCEPT;

struct tc_xhit {
	uint32_t docid;
	double weight;
	uint32_t collapsed;
};

struct tc_xresult {
	struct tc_xhit *hits;		/* in the arena given */
	size_t n;
	uint32_t lower, estimate, upper;	/* how many match in all */
	bool stopped;			/* by `match`: nothing else is set */
	/* Some match may lack words that have to stand side by side: its row
	 * was cut, or is on another machine.  Set when stopped, too. */
	bool doubt;
	/* Of those whose rows of words were looked at last, how many had the
	 * words; 1 when there were none. */
	double fitting;
};

int tc_xdb_search(struct tc_xdb *db, const struct tc_xsearch *s,
		  struct tc_arena *arena, struct tc_xresult *out,
		  struct tc_error *err) TC_NOEXCEPT;
/* Whether the rows of words of a query are conditions of the whole: looked at
 * last, by a search on this machine. */
bool tc_xquery_rows_are_last(const struct tc_xquery *q) TC_NOEXCEPT;
/* Whether those of a document have the words: 1, 0, -1; `doubt` as above is
 * added. */
int tc_xdb_fits(struct tc_xdb *db, const struct tc_xquery *q, uint32_t docid,
		bool *doubt, struct tc_error *err) TC_NOEXCEPT;

/* ---- writing ---- */

struct tc_xwriter;
struct tc_xdoc;

/* Opens databases for writing as one; with `create`, makes them.  All
 * changes up to a commit are one transaction of each: nothing of them is seen
 * before, and nothing is left of them when the program dies.  Metadata are
 * kept in the first one, which is committed last. */
int tc_xwriter_open(const char *const *paths, size_t count, bool create,
		    struct tc_xwriter **out, struct tc_error *err) TC_NOEXCEPT;
/* Opens others behind those that it has, which stay as they are; makes those
 * that are not there. */
int tc_xwriter_open_more(struct tc_xwriter *w, const char *const *paths,
			 size_t count, struct tc_error *err) TC_NOEXCEPT;
/* Begins a new database that nobody reads before it is merged: nothing is
 * synced, and what dies in the middle is rubbish. */
int tc_xwriter_open_new(const char *path, struct tc_xwriter **out,
			struct tc_error *err) TC_NOEXCEPT;
/* What was not committed is lost. */
void tc_xwriter_close(struct tc_xwriter *w) TC_NOEXCEPT;
int tc_xwriter_commit(struct tc_xwriter *w, struct tc_error *err) TC_NOEXCEPT;
/* One of several alone. */
int tc_xwriter_commit_shard(struct tc_xwriter *w, size_t shard,
			    struct tc_error *err) TC_NOEXCEPT;
/* The same database for reading, changes not yet committed included; owned
 * by the writer. */
struct tc_xdb *tc_xwriter_db(struct tc_xwriter *w) TC_NOEXCEPT;
int tc_xwriter_set_metadata(struct tc_xwriter *w, const char *key,
			    struct tc_str value,
			    struct tc_error *err) TC_NOEXCEPT;
int tc_xwriter_set_shard_metadata(struct tc_xwriter *w, size_t shard,
				  const char *key, struct tc_str value,
				  struct tc_error *err) TC_NOEXCEPT;
/* Adds a new document to one of the databases, from 0 on. */
int tc_xwriter_add(struct tc_xwriter *w, size_t shard,
		   const struct tc_xdoc *doc, struct tc_error *err) TC_NOEXCEPT;
/* Puts it in the place of another. */
int tc_xwriter_put(struct tc_xwriter *w, uint32_t docid,
		   const struct tc_xdoc *doc, struct tc_error *err) TC_NOEXCEPT;
int tc_xwriter_delete(struct tc_xwriter *w, uint32_t docid,
		      struct tc_error *err) TC_NOEXCEPT;
/* The documents that were added or put since it was opened, in that order,
 * some more than once, some deleted since; how many. */
size_t tc_xwriter_written(const struct tc_xwriter *w,
			  const uint32_t **docids) TC_NOEXCEPT;

/* How many were put in the place of others since the last commit: Xapian
 * holds their values, some 2 kB each, in memory until then. */
size_t tc_xwriter_waiting(const struct tc_xwriter *w) TC_NOEXCEPT;

/* Merges databases, in order, into one at `dest`: documents are numbered
 * anew, blocks are full. */
int tc_xdb_compact(const char *const *paths, size_t count, const char *dest,
		   struct tc_error *err) TC_NOEXCEPT;

struct tc_xdoc *tc_xdoc_new(void) TC_NOEXCEPT;
/* A stored document, to be changed and put back. */
int tc_xdoc_load(struct tc_xdb *db, uint32_t docid, struct tc_xdoc **out,
		 struct tc_error *err) TC_NOEXCEPT;
void tc_xdoc_free(struct tc_xdoc *doc) TC_NOEXCEPT;
/* A term of a document and how often it stands there. */
struct tc_term {
	struct tc_str term;
	uint32_t wdf;	/* 0: it filters and adds nothing to the length */
	uint32_t hash;	/* of a table that it stands in (terms.h) */
};
/* Fastest when they are sorted by bytes. */
int tc_xdoc_add_all(struct tc_xdoc *doc, const struct tc_term *terms,
		    size_t count, struct tc_error *err) TC_NOEXCEPT;
/* wdf as above. */
int tc_xdoc_add(struct tc_xdoc *doc, struct tc_str term, uint32_t wdf,
		struct tc_error *err) TC_NOEXCEPT;
int tc_xdoc_remove(struct tc_xdoc *doc, struct tc_str term,
		   struct tc_error *err) TC_NOEXCEPT;
/* Append the value, the data. */
int tc_xdoc_value(struct tc_xdoc *doc, uint32_t slot, struct tc_buf *out,
		  struct tc_error *err) TC_NOEXCEPT;
int tc_xdoc_data(struct tc_xdoc *doc, struct tc_buf *out,
		 struct tc_error *err) TC_NOEXCEPT;
int tc_xdoc_set_value(struct tc_xdoc *doc, uint32_t slot, struct tc_str value,
		      struct tc_error *err) TC_NOEXCEPT;
int tc_xdoc_set_data(struct tc_xdoc *doc, struct tc_str data,
		     struct tc_error *err) TC_NOEXCEPT;

/* ---- care ---- */

/* Calls `each` for the metadata whose keys start with `prefix`, in order,
 * until it returns false. */
typedef bool tc_xmeta_fn(void *ctx, struct tc_str key, struct tc_str value);
int tc_xdb_metadata_each(struct tc_xdb *db, const char *prefix,
			 tc_xmeta_fn *each, void *ctx,
			 struct tc_error *err) TC_NOEXCEPT;
/* Calls `each` for the terms of a document, in order. */
typedef bool tc_xwdf_fn(void *ctx, struct tc_str term, uint32_t wdf);
int tc_xdb_document_terms(struct tc_xdb *db, uint32_t docid, tc_xwdf_fn *each,
			  void *ctx, struct tc_error *err) TC_NOEXCEPT;
/* Xapian's check of the tables in a directory: how many faults it found, and
 * what it said of them.  Some damage ends it with an error instead. */
int tc_xap_check(const char *path, size_t *faults, struct tc_buf *said,
		 struct tc_error *err) TC_NOEXCEPT;
/* Copies what is committed in a database into another directory, compactly;
 * docids stay. */
int tc_xap_compact(const char *from, const char *to,
		   struct tc_error *err) TC_NOEXCEPT;

/* The version of Xapian at run time ("1.4.22"). */
const char *tc_xap_version(void) TC_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
