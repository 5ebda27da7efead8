/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-run.h"

#include "base/file.h"
#include "fact/extract.h"
#include "import/filelist.h"
#include "import/identify.h"
#include "import/import.h"
#include "index/document.h"
#include "index/indexer.h"
#include "index/manifest.h"
#include "index/rejects.h"
#include "index/takedown.h"
#include "tools/import-print.h"
#include "tools/import-rules.h"
#include "tools/import-settle.h"

#include <stdio.h>

/* Captures between two commits: what an interrupt can cost. */
#define BATCH 1000

struct importer {
	const struct import_options *o;
	struct import_rules tables;
	struct tc_archive *archive;	/* NULL with --dry-run */
	struct tc_rejects rejects;
	struct tc_takedowns takedowns;
	struct import_counts *counts;
	uint64_t uncommitted;
};

/* ---- one capture ---- */

static int reject(struct importer *im, const struct tc_capture *c,
		  const char *reason, struct tc_str detail,
		  struct tc_error *err)
{
	im->counts->rejected++;
	if (im->o->dry_run)
		return import_print_reject(im->o, c, reason, detail, err);
	tc_rejects_add(&im->rejects, c->source, c->url, reason, detail);
	return tc_indexer_remove_source(im->archive, c->source, err) < 0 ?
		       -1 : 0;
}

/* 1 when the archive has the capture as it is. */
static int known(struct importer *im, const struct tc_capture_info *info,
		 bool digest_known, struct tc_error *err)
{
	/* another charset makes another text of the same bytes */
	if (im->o->dry_run || im->o->charset)
		return 0;
	int yes = tc_indexer_known(im->archive, info, digest_known, err);
	if (yes > 0)
		im->counts->outcome[TC_UNCHANGED]++;
	return yes;
}

static int take_article(struct importer *im, const struct tc_capture *c,
			struct tc_article *a, struct tc_arena *arena,
			struct tc_error *err)
{
	const struct tc_takedown *down;
	struct tc_tokens tokens;
	struct tc_document document;
	enum tc_outcome outcome;
	char hex[33];

	tc_import_identify(a);
	down = tc_takedowns_find(&im->takedowns, tc_str0(a->id),
				 tc_digest_text(a->content, hex));
	if (down)
		return reject(im, c, tc_reject_name(TC_REJECT_TAKEN_DOWN),
			      down->reason, err);
	tc_extract(a, &im->tables.rules, arena, &tokens);
	if (im->o->dry_run) {
		im->counts->outcome[TC_IMPORTED]++;
		return import_print_article(im->o, a, err);
	}
	tc_document_of_article(a, &tokens, arena, &document);
	if (tc_indexer_put(im->archive, &document, &outcome, err) != 0)
		return -1;
	im->counts->outcome[outcome]++;
	tc_rejects_forget(&im->rejects, a->capture.source);
	return 0;
}

/* Bytes in the encoding that the archivist names, behind the byte order mark
 * that outweighs all else. */
static int force_charset(const struct importer *im, struct tc_buf *bytes,
			 struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 };

	if (!im->o->charset)
		return 0;
	tc_buf_puts(&text, "\xEF\xBB\xBF");
	if (tc_charset_decode(im->o->charset, tc_buf_str(bytes), &text,
			      err) != 0)
		return -1;
	tc_buf_clear(bytes);
	tc_buf_addstr(bytes, tc_buf_str(&text));
	return 0;
}

static int take_capture(struct importer *im, struct tc_source *source,
			const struct tc_capture *c, struct tc_arena *arena,
			struct tc_error *err)
{
	struct tc_article a = { .capture = { .source = c->source,
					     .size = c->size,
					     .mtime_ns = c->mtime_ns,
					     .fetched_ns = c->fetched_ns } };
	struct tc_reject why = { 0 };
	TC_SCOPED_BUF bytes = { 0 };
	struct tc_error bad;

	if (c->problem)
		return reject(im, c, c->problem, c->detail, err);
	int yes = known(im, &a.capture, false, err);
	if (yes)
		return yes < 0 ? -1 : 0;
	if (tc_source_read(source, &bytes, &bad) != 0)
		return reject(im, c, tc_reject_name(TC_REJECT_UNREADABLE),
			      tc_str0(bad.message), err);
	tc_identify_digest(tc_buf_str(&bytes), a.capture.digest);
	yes = known(im, &a.capture, true, err);
	if (yes)
		return yes < 0 ? -1 : 0;
	if (force_charset(im, &bytes, err) != 0)
		return -1;
	struct tc_capture_info info = a.capture;
	if (!tc_import_read(c, tc_buf_str(&bytes), arena, &a, &why)) {
		if (im->o->charset && why.reason == TC_REJECT_CHARSET)
			why.detail = tc_arena_printf(
				arena, "not %s, which --charset names",
				tc_charset_name(im->o->charset));
		return reject(im, c, tc_reject_name(why.reason), why.detail,
			      err);
	}
	a.capture = info;
	return take_article(im, c, &a, arena, err);
}

/* ---- the whole ---- */

static int commit(struct importer *im, struct tc_error *err)
{
	if (im->o->dry_run)
		return 0;
	if (tc_rejects_store(&im->rejects, im->archive, err) != 0 ||
	    tc_indexer_commit(im->archive, err) != 0)
		return -1;
	im->uncommitted = 0;
	return tc_rejects_export(&im->rejects, im->archive, err);
}

static int take_all(struct importer *im, struct tc_source *source,
		    struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_capture c;
	struct tc_error bad;
	int more;

	while ((more = tc_source_next(source, &c, &bad)) != 0) {
		if (more < 0) {
			fprintf(stderr, "tracuu-import: %s\n", bad.message);
			im->counts->failed++;
			continue;
		}
		im->counts->captures++;
		if (take_capture(im, source, &c, &arena, err) != 0)
			return -1;
		tc_arena_clear(&arena);
		if (++im->uncommitted >= BATCH && commit(im, err) != 0)
			return -1;
	}
	return 0;
}

/* The end: the stage over the whole, the manifest, the last commit. */
static int finish(struct importer *im, struct tc_error *err)
{
	if (im->o->dry_run)
		return 0;
	if (import_settle(im->archive, &im->tables.rules, err) != 0 ||
	    import_rules_note(&im->tables, im->archive, false, err) != 0 ||
	    commit(im, err) != 0)
		return -1;
	return tc_manifest_export(im->archive, err);
}

static int take_paths(struct importer *im, struct tc_error *err)
{
	__attribute__((cleanup(tc_filelist_release)))
	struct tc_filelist list = { 0 };
	const struct import_options *o = im->o;

	if (o->list && tc_filelist_read(&list, o->list, err) != 0)
		return -1;
	struct tc_source *source = o->list ?
		tc_source_open(list.paths, list.count) :
		tc_source_open(o->paths, o->path_count);
	if (o->list)
		tc_source_keep_paths(source);
	int bad = take_all(im, source, err);
	tc_source_close(source);
	return bad;
}

int import_into(const struct import_options *o, struct tc_archive *archive,
		struct import_counts *counts, struct tc_error *err)
{
	struct importer im = { .o = o, .archive = archive, .counts = counts };
	int bad = import_rules_load(&im.tables, o, err) != 0 ||
		  (archive && (tc_rejects_load(&im.rejects, archive, err) ||
			       tc_takedowns_load(&im.takedowns, archive,
						 err))) ||
		  take_paths(&im, err) != 0 || finish(&im, err) != 0;

	tc_rejects_release(&im.rejects);
	tc_takedowns_release(&im.takedowns);
	import_rules_release(&im.tables);
	return bad ? -1 : 0;
}

int import_run(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive archive = { 0 };
	struct import_counts counts = { 0 };
	TC_SCOPED_BUF rejects = { 0 };
	int bad;

	tc_rejects_path(o->db, &rejects);
	if (o->dry_run)
		bad = import_into(o, NULL, &counts, err);
	else
		bad = tc_archive_create(&archive, o->db, o->lock_timeout,
					err) != 0 ||
		      import_into(o, &archive, &counts, err) != 0;
	tc_archive_close(&archive);
	if (bad || import_print_counts(o, &counts, rejects.p, err) != 0)
		return -1;
	return counts.failed ? tc_code_exit(TC_E_INPUT) : 0;
}
