/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-run.h"

#include "base/language.h"
#include "import/identify.h"
#include "import/import.h"
#include "index/blocks.h"
#include "index/document.h"
#include "index/manifest.h"
#include "index/missing.h"
#include "index/rejects.h"
#include "index/sink.h"
#include "index/sources.h"
#include "index/takedown.h"
#include "tools/import-input.h"
#include "tools/import-pool.h"
#include "tools/import-print.h"
#include "tools/import-progress.h"
#include "tools/import-rules.h"
#include "tools/import-settle.h"
#include "tools/tell.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* Captures between two commits: what an interrupt can cost. */
#define BATCH 1000

/* The first interrupt: what is under way is finished and committed.  The
 * second one ends the program. */
static volatile sig_atomic_t interrupted;

static void note_interrupt(int signal_number)
{
	(void)signal_number;
	interrupted = 1;
}

static void heed_interrupts(void)
{
	const struct sigaction once = { .sa_handler = note_interrupt,
					.sa_flags = (int)SA_RESETHAND |
						    SA_RESTART };

	sigaction(SIGINT, &once, NULL);
	sigaction(SIGTERM, &once, NULL);
}

/* Per cent of the captures that may vanish without a further word. */
#define MISSING_MAX 50

struct importer {
	const struct import_options *o;
	bool again;		/* what was rejected is read again */
	struct import_rules tables;
	struct tc_archive *archive;	/* NULL with --dry-run */
	struct tc_sink sink;
	struct tc_rejects rejects;
	struct import_pool *pool;
	struct import_progress progress;
	struct tc_takedowns takedowns;
	struct tc_known known;		/* sources */
	struct tc_missing missing;
	struct import_counts *counts;
	uint64_t uncommitted;
	bool settled;		/* the archive was, when it was opened */
	bool unsettled;		/* and now it is said not to be */
};

/* ---- one capture ---- */

static int reject(struct importer *im, const struct tc_capture *c,
		  const char *reason, struct tc_str detail,
		  struct tc_error *err)
{
	im->counts->rejected++;
	if (im->o->dry_run)
		return import_print_reject(im->o, c, reason, detail, err);
	const struct tc_rejected what = { .source = c->source,
					  .file = c->file,
					  .record = c->record, .url = c->url,
					  .reason = reason, .detail = detail,
					  .size = c->size,
					  .mtime_ns = c->mtime_ns,
					  .rules = tc_reject_is_lasting(reason) ?
						  im->tables.stamp : 0 };
	tc_rejects_add(&im->rejects, &what);
	return tc_sink_remove(&im->sink, c->source, err);
}

static bool rejected_before(const struct importer *im, struct tc_str source,
			    uint64_t size, int64_t mtime_ns)
{
	return !im->again && tc_rejects_known(&im->rejects, source, size,
					      mtime_ns, im->tables.stamp);
}

static bool known_by_time(void *ctx, struct tc_str source, uint64_t size,
			  int64_t mtime_ns)
{
	struct importer *im = ctx;

	return tc_known_has(&im->known, source, size, mtime_ns) ||
	       rejected_before(im, source, size, mtime_ns);
}

/* 1 when the archive has the capture as it is, by its digest. */
static int known(struct importer *im, const struct tc_capture_info *info,
		 struct tc_error *err)
{
	/* another charset makes another text of the same bytes */
	if (im->o->dry_run || im->o->charset || im->sink.fresh)
		return 0;
	return tc_indexer_known(im->archive, info, true, err);
}

static int unchanged(struct importer *im)
{
	im->counts->outcome[TC_UNCHANGED]++;
	return 0;
}

/* By size and time; what was said of a reject still stands. */
static int pass_over(struct importer *im, const struct tc_capture *c)
{
	if (!rejected_before(im, c->source, c->size, c->mtime_ns))
		return unchanged(im);
	im->counts->rejected++;
	return 0;
}

/* What a dry run prints is what would be stored. */
static int print_document(struct importer *im, struct tc_str packed,
			  struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_document d;
	struct tc_record r;

	if (tc_document_read(packed, &arena, &d, err) != 0 ||
	    tc_record_read(d.data, d.values[TC_SLOT_WORDS], &arena, &r,
			   err) != 0)
		return -1;
	im->counts->outcome[TC_IMPORTED]++;
	return import_print_article(im->o, &r.article, err);
}

/* Shards are committed one by one: before any of them has something new, the
 * first one says that the whole is to be settled. */
static int unsettle(struct importer *im, struct tc_error *err)
{
	if (im->unsettled || im->sink.fresh || im->archive->shards == 1)
		return 0;
	im->unsettled = true;
	if (import_note_settled(im->archive, NULL, err) != 0)
		return -1;
	return tc_indexer_commit(im->archive, err);
}

static int take_article(struct importer *im, const struct import_answer *a,
			struct tc_error *err)
{
	struct tc_document d;

	if (tc_document_peek(a->document, &d, err) != 0)
		return -1;
	const struct tc_takedown *down =
		tc_takedowns_find(&im->takedowns, d.id, d.content);
	if (down)
		return reject(im, &a->asked.capture,
			      tc_reject_name(TC_REJECT_TAKEN_DOWN),
			      down->reason, err);
	if (im->o->dry_run)
		return print_document(im, a->document, err);
	if (unsettle(im, err) != 0 ||
	    tc_sink_put(&im->sink, a->document, err) != 0)
		return -1;
	tc_rejects_forget(&im->rejects, d.source);
	return 0;
}

static int take_answer(struct importer *im, const struct import_answer *a,
		       struct tc_error *err)
{
	if (a->kind == IMPORT_REJECT) {
		TC_SCOPED_BUF reason = { 0 };
		tc_buf_addstr(&reason, a->reject.reason);
		return reject(im, &a->asked.capture, tc_buf_cstr(&reason),
			      a->reject.detail, err);
	}
	return take_article(im, a, err);
}

/* The answers that are there; with `wait` at least one, where any is due. */
static int take_answers(struct importer *im, bool wait, struct tc_error *err)
{
	struct import_answer a;
	int more;

	while ((more = import_pool_take(im->pool, wait, &a, err)) > 0) {
		if (take_answer(im, &a, err) != 0)
			return -1;
		wait = false;
	}
	return more;
}

/* Rejects, passes over, or hands to a parser. */
static int take_capture(struct importer *im, struct tc_source *source,
			const struct tc_capture *c, struct tc_error *err)
{
	struct tc_capture_info info = { .source = c->source, .size = c->size,
					.mtime_ns = c->mtime_ns,
					.fetched_ns = c->fetched_ns };
	struct import_capture put = { .capture = *c };
	TC_SCOPED_BUF bytes = { 0 };
	struct tc_error bad;

	if (c->problem)
		return reject(im, c, c->problem, c->detail, err);
	if (c->known || known_by_time(im, c->source, c->size, c->mtime_ns))
		return pass_over(im, c);
	/* what a reject says is the same in every language */
	const bool before = tc_language_use(false);
	const int unread = tc_source_read(source, &bytes, &bad);
	tc_language_use(before);
	if (unread)
		return reject(im, c, tc_reject_name(TC_REJECT_UNREADABLE),
			      tc_str0(bad.message), err);
	tc_identify_digest(tc_buf_str(&bytes), info.digest);
	int yes = known(im, &info, err);
	if (yes)
		return yes < 0 ? -1 : unchanged(im);
	memcpy(put.digest, info.digest, sizeof put.digest);
	put.bytes = tc_buf_str(&bytes);
	while (import_pool_full(im->pool))
		if (take_answers(im, true, err) != 0)
			return -1;
	return import_pool_put(im->pool, &put, err);
}

/* ---- the whole ---- */

/* A commit on the way; whoever dies after it leaves things to be settled. */
static int commit_batch(struct importer *im, struct tc_error *err)
{
	im->uncommitted = 0;
	if (im->o->dry_run || im->sink.fresh)
		return 0;
	if ((im->sink.changed &&
	     import_note_settled(im->archive, NULL, err) != 0) ||
	    tc_rejects_store(&im->rejects, im->archive, err) != 0)
		return -1;
	return tc_indexer_commit(im->archive, err);
}

static int take_all(struct importer *im, struct tc_source *source,
		    struct tc_error *err)
{
	struct tc_capture c;
	struct tc_error bad;
	int more;

	while (!interrupted && (more = tc_source_next(source, &c, &bad)) != 0) {
		if (more < 0) {
			tell("tracuu-import", "%s", bad.message);
			im->counts->failed++;
			continue;
		}
		im->counts->captures++;
		import_progress_step(&im->progress, &c);
		if (im->o->missing)
			tc_missing_see(&im->missing, c.source);
		if (take_capture(im, source, &c, err) != 0 ||
		    take_answers(im, false, err) != 0)
			return -1;
		if (++im->uncommitted >= BATCH && commit_batch(im, err) != 0)
			return -1;
	}
	while (!import_pool_empty(im->pool))
		if (take_answers(im, true, err) != 0)
			return -1;
	return 0;
}

static int settle(struct importer *im, struct tc_error *err)
{
	if (!im->sink.changed && import_is_settled(im->archive, &im->tables))
		return 0;
	if (import_settle(im->archive, &im->tables.rules, !im->settled,
			  err) != 0)
		return -1;
	return import_note_settled(im->archive, &im->tables, err);
}

/* Tables, and whether older articles were read with others. */
static int note_rules(struct importer *im, struct tc_error *err)
{
	struct tc_json *m;

	if (import_rules_note(&im->tables, im->archive, false, err) != 0 ||
	    tc_manifest_read(im->archive, &m, err) != 0)
		return -1;
	im->counts->mixed = m && tc_json_is_true(tc_json_get(m, "mixed_rules"));
	tc_json_free(m);
	return 0;
}

/* The end: the stage over the whole, the manifest, the last commit. */
static int finish(struct importer *im, struct tc_error *err)
{
	if (im->o->dry_run)
		return 0;
	im->settled &= !im->sink.fresh;
	if (tc_sink_join(&im->sink, err) != 0)
		return -1;
	if (!interrupted && !im->counts->failed &&
	    tc_missing_settle(&im->missing, im->archive, im->o->missing,
			      im->o->tolerance > MISSING_MAX ?
				      im->o->tolerance : MISSING_MAX,
			      &im->counts->missing, err) != 0)
		return -1;
	for (int i = 0; i < TC_OUTCOME_COUNT; i++)
		im->counts->outcome[i] += im->sink.outcome[i];
	if (settle(im, err) != 0 ||
	    note_rules(im, err) != 0 ||
	    tc_rejects_store(&im->rejects, im->archive, err) != 0 ||
	    tc_sink_finish(&im->sink, err) != 0 ||
	    tc_rejects_export(im->archive, err) != 0)
		return -1;
	if (im->sink.changed && !im->archive->building &&
	    tc_blocks_note(im->archive, err) != 0)
		return -1;
	return tc_manifest_export(im->archive, err);
}

static int take_paths(struct importer *im, struct tc_error *err)
{
	__attribute__((cleanup(import_input_close)))
	struct import_input in = { 0 };

	if (import_input_open(&in, im->o, im->archive, &im->rejects,
			      err) != 0)
		return -1;
	tc_source_known(in.source, known_by_time, im);
	import_progress_begin(&im->progress, im->o, im->counts, in.paths,
			      in.path_count);
	int bad = take_all(im, in.source, err);
	import_progress_end(&im->progress);
	return bad;
}

int import_into(const struct import_options *o, struct tc_archive *archive,
		struct import_counts *counts, struct tc_error *err)
{
	bool again = o->charset != TC_CHARSET_UNKNOWN;
	struct importer im = { .o = o, .archive = archive, .counts = counts,
			       .again = again || o->retry,
			       .known = { .archive = again ? NULL : archive } };

	heed_interrupts();
	int bad = import_rules_load(&im.tables, o, err) != 0 ||
		  (archive && (tc_sink_open(&im.sink, archive, o->jobs, again,
					    err) != 0 ||
			       tc_rejects_load(&im.rejects, archive, err) ||
			       tc_takedowns_load(&im.takedowns, archive,
						 err)));
	im.settled = !bad && archive && import_is_settled(archive, &im.tables);
	if (!bad)
		im.pool = import_pool_open(o, &im.tables.rules, err);
	bad = bad || !im.pool || take_paths(&im, err) != 0 ||
	      finish(&im, err) != 0;
	counts->interrupted = interrupted;
	import_pool_close(im.pool);
	tc_sink_close(&im.sink);
	tc_known_release(&im.known);
	tc_rejects_release(&im.rejects);
	tc_takedowns_release(&im.takedowns);
	tc_missing_release(&im.missing);
	import_rules_release(&im.tables);
	return bad ? -1 : 0;
}

/* A path with a slip in it makes no archive of nothing. */
static int check_paths(const struct import_options *o, struct tc_error *err)
{
	for (size_t i = 0; i < o->path_count; i++)
		if (access(o->paths[i], F_OK) == 0)
			return 0;
	return o->path_count ? tc_fail(err, TC_E_INPUT, "cannot open '%s': %s",
				       o->paths[0], tc_strerror(errno)) : 0;
}

int import_run(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive archive = { 0 };
	struct import_counts counts = { 0 };
	TC_SCOPED_BUF rejects = { 0 };
	int bad;

	if (check_paths(o, err) != 0)
		return -1;
	tc_rejects_path(o->db, &rejects);
	if (o->dry_run)
		bad = import_into(o, NULL, &counts, err);
	else
		bad = tc_archive_create_building(&archive, o->db, o->shards,
						 o->lock_timeout, err) != 0 ||
		      import_into(o, &archive, &counts, err) != 0;
	if (tc_archive_leave(&archive, bad, err) != 0 || import_print_counts(o, &counts, rejects.p, err) != 0)
		return -1;
	if (counts.interrupted) {
		fputs(_("tracuu-import: interrupted; what was read is in the "
			"archive: run the same command again to go on\n"),
		      stderr);
		return tc_code_exit(TC_E_TEMPORARY);
	}
	return counts.failed ? tc_code_exit(TC_E_INPUT) : 0;
}
