/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tracuu-import: captures in, an archive out.  Every capture is imported,
 * replaced, unchanged, a duplicate or rejected, and the program says how
 * many were which.
 *
 *   source -> (known? unchanged) -> read -> extract -> index
 *                                     `-> reject
 */
#include "config.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "fact/date.h"
#include "fact/describe.h"
#include "fact/extract.h"
#include "fact/json.h"
#include "import/filelist.h"
#include "import/identify.h"
#include "import/import.h"
#include "index/conflicts.h"
#include "index/indexer.h"
#include "index/rejects.h"
#include "text/charset.h"
#include "tools/table.h"

#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

/* Captures between two commits: what an interrupt can cost. */
#define BATCH 1000

struct options {
	const char *db;
	const char *registry, *gazetteer;	/* the archivist's own */
	const char *list;			/* of the paths */
	enum tc_charset charset;	/* of every page; or unknown */
	const char *report;	/* "conflicts", or NULL: import */
	bool dry_run, explain, json, quiet;
};

struct counts {
	uint64_t captures, rejected, failed;
	uint64_t outcome[TC_OUTCOME_COUNT];
};

struct importer {
	const struct options *o;
	struct tc_rules rules;
	struct tc_registry *registry;
	struct tc_gazetteer *gazetteer;
	struct tc_archive archive;
	struct tc_rejects rejects;
	struct tc_buf rejects_path;
	struct counts counts;
	uint64_t uncommitted;
	struct tc_buf out;
};

static void put_help(void)
{
	fputs("Usage: tracuu-import [OPTION]... PATH...\n"
	      "Import crawled pages (HTML, text dumps, WARC, ARC, zip, tar, "
	      "JSON Lines, feeds)\ninto an archive that tracuu searches.\n"
	      "\n"
	      "  --db=DIR           the archive (else TRACUU_DB, else "
	      "./archive); made when new\n"
	      "  --dry-run          index nothing; print each article and its "
	      "facts as JSON\n"
	      "  --files0-from=FILE read the paths from FILE (- for standard "
	      "input), each ended\n                     by a NUL byte\n"
	      "  --charset=NAME     read every page in this encoding (tcvn3, vni, "
	      "viscii, vps,\n                     windows-1258, viqr, utf-8 "
	      "...) instead of telling it by itself\n"
	      "  --explain          with --dry-run: text instead of JSON, each "
	      "fact with its\n"
	      "                     span and rule\n"
	      "  --report=conflicts print the contradictions of the archive, "
	      "import nothing\n"
	      "  --registry=FILE    more known documents (see "
	      "tracuu-import(1))\n"
	      "  --gazetteer=FILE   more places\n"
	      "  --json             print the counts as JSON\n"
	      "  --quiet            print no counts\n"
	      "  --help, --version\n"
	      "\n"
	      "What was not indexed, and why, stands in DIR/rejects.jsonl.  "
	      "Importing again\nskips what did not change.\n"
	      "\n"
	      "Exit status: 0 done, 2 bad usage, 3 a PATH could not be read, 4 no "
	      "archive,\n5 locked, 6 archive damaged, 7 of another version, 70 "
	      "bug, 71 out of\nmemory, 74 cannot write, 75 try again.\n",
	      stdout);
}

static void warn(void *ctx, const char *message)
{
	(void)ctx;
	fprintf(stderr, "tracuu-import: %s\n", message);
}

/* ---- rule tables ---- */

static int load_rules(struct importer *im, struct tc_error *err)
{
	TC_SCOPED_BUF registry = { 0 }, gazetteer = { 0 };

	im->registry = tc_registry_new();
	im->gazetteer = tc_gazetteer_new();
	im->rules = (struct tc_rules){ im->registry, im->gazetteer };
	tc_find_table("registry.tsv", &registry);
	tc_find_table("gazetteer.tsv", &gazetteer);
	if (tc_registry_load(im->registry, registry.p, warn, NULL, err) != 0 ||
	    tc_gazetteer_load(im->gazetteer, gazetteer.p, warn, NULL,
			      err) != 0)
		return -1;
	if (im->o->registry && tc_registry_load(im->registry, im->o->registry,
						warn, NULL, err) != 0)
		return -1;
	if (im->o->gazetteer &&
	    tc_gazetteer_load(im->gazetteer, im->o->gazetteer, warn, NULL,
			      err) != 0)
		return -1;
	return 0;
}

/* ---- one capture ---- */

static int put_text(struct importer *im, struct tc_error *err)
{
	if (fwrite(im->out.p, 1, im->out.n, stdout) != im->out.n)
		return tc_fail(err, TC_E_OUTPUT, "cannot write the output: %s",
			       strerror(errno));
	return 0;
}

static int put_line(struct importer *im, struct tc_json *o,
		    struct tc_error *err)
{
	tc_buf_clear(&im->out);
	tc_json_write(o, &im->out);
	tc_buf_addc(&im->out, '\n');
	tc_json_free(o);
	return put_text(im, err);
}

/* What was found in an article, for a reader. */
static int explain_article(struct importer *im, const struct tc_article *a,
			   struct tc_error *err)
{
	const struct tc_published *p = &a->published;
	char date[TC_DATE_MAX];

	tc_buf_clear(&im->out);
	tc_buf_printf(&im->out, "%.*s\n  title      %.*s\n",
		      TC_ARG(a->capture.source),
		      TC_ARG(tc_article_title(a)));
	tc_date_print(p->date, date);
	tc_buf_printf(&im->out, "  published  %s%s (%s; %s)\n",
		      *date ? date : "unknown",
		      p->inferred ? ", year inferred" : "",
		      tc_basis_name(p->basis), p->rule ? p->rule : "");
	tc_describe_facts(a, true, &im->out);
	tc_buf_addc(&im->out, '\n');
	return put_text(im, err);
}

static int print_article(struct importer *im, const struct tc_article *a,
			 struct tc_error *err)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_str(o, "source", a->capture.source);
	tc_json_set_str_or_null(o, "url", a->url);
	tc_json_set_cstr(o, "status", "article");
	tc_json_set_cstr(o, "id", a->id);
	tc_json_set_str(o, "title", tc_article_title(a));
	tc_json_set_str(o, "text", a->text);
	tc_json_set_str(o, "language", a->language);
	tc_json_set(o, "published", tc_fact_json_published(&a->published));
	tc_json_set_str_or_null(o, "site", a->site);
	tc_json_set_str_or_null(o, "section", a->section);
	tc_json_set_str_or_null(o, "byline", a->byline);
	tc_json_set_str_or_null(o, "credit", a->credit);
	tc_fact_json_add(o, a);
	return put_line(im, o, err);
}

static int reject(struct importer *im, const struct tc_capture *c,
		  const char *reason, struct tc_str detail,
		  struct tc_error *err)
{
	im->counts.rejected++;
	if (im->o->dry_run && im->o->explain) {
		tc_buf_clear(&im->out);
		tc_buf_printf(&im->out, "%.*s\n  rejected   %s: %.*s\n\n",
			      TC_ARG(c->source), reason, TC_ARG(detail));
		return put_text(im, err);
	}
	if (im->o->dry_run) {
		struct tc_json *o = tc_json_object();
		tc_json_set_str(o, "source", c->source);
		tc_json_set_cstr(o, "status", "rejected");
		tc_json_set_cstr(o, "reason", reason);
		tc_json_set_str(o, "detail", detail);
		return put_line(im, o, err);
	}
	tc_rejects_add(&im->rejects, c->source, c->url, reason, detail);
	return tc_indexer_remove_source(&im->archive, c->source, err) < 0 ?
		       -1 : 0;
}

/* 1 when the archive has the capture as it is. */
static int known(struct importer *im, const struct tc_capture_info *info,
		 bool digest_known, struct tc_error *err)
{
	/* another charset makes another text of the same bytes */
	if (im->o->dry_run || im->o->charset)
		return 0;
	int yes = tc_indexer_known(&im->archive, info, digest_known, err);
	if (yes > 0)
		im->counts.outcome[TC_UNCHANGED]++;
	return yes;
}

static int take_article(struct importer *im, struct tc_article *a,
			struct tc_arena *arena, struct tc_error *err)
{
	struct tc_tokens tokens;
	enum tc_outcome outcome;

	tc_import_identify(a);
	tc_extract(a, &im->rules, arena, &tokens);
	if (im->o->dry_run) {
		im->counts.outcome[TC_IMPORTED]++;
		return im->o->explain ? explain_article(im, a, err)
				      : print_article(im, a, err);
	}
	if (tc_indexer_put(&im->archive, a, &tokens, &outcome, err) != 0)
		return -1;
	im->counts.outcome[outcome]++;
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
	return take_article(im, &a, arena, err);
}

/* ---- the whole ---- */

static int commit(struct importer *im, struct tc_error *err)
{
	if (im->o->dry_run)
		return 0;
	if (tc_indexer_commit(&im->archive, err) != 0)
		return -1;
	im->uncommitted = 0;
	return tc_rejects_save(&im->rejects, im->rejects_path.p, err);
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
			im->counts.failed++;
			continue;
		}
		im->counts.captures++;
		if (take_capture(im, source, &c, &arena, err) != 0)
			return -1;
		tc_arena_clear(&arena);
		if (++im->uncommitted >= BATCH && commit(im, err) != 0)
			return -1;
	}
	return commit(im, err);
}

static int finish(struct importer *im, struct tc_error *err)
{
	TC_SCOPED_BUF registry = { 0 }, gazetteer = { 0 };
	uint32_t documents;

	if (im->o->dry_run)
		return 0;
	if (tc_xdb_count(tc_xwriter_db(im->archive.writer), &documents,
			 err) != 0)
		return -1;
	tc_buf_addstr(&registry, tc_registry_version(im->registry));
	tc_buf_addstr(&gazetteer, tc_gazetteer_version(im->gazetteer));
	return tc_archive_write_manifest(
		&im->archive,
		&(struct tc_manifest){ .registry = tc_buf_cstr(&registry),
				       .gazetteer = tc_buf_cstr(&gazetteer),
				       .documents = documents },
		err);
}

static int print_counts(struct importer *im, struct tc_error *err)
{
	const struct counts *n = &im->counts;
	const uint64_t *of = n->outcome;

	if (im->o->json) {
		struct tc_json *o = tc_json_object();
		tc_json_set_int(o, "captures", (int64_t)n->captures);
		tc_json_set_int(o, "imported", (int64_t)of[TC_IMPORTED]);
		tc_json_set_int(o, "unchanged", (int64_t)of[TC_UNCHANGED]);
		tc_json_set_int(o, "replaced", (int64_t)of[TC_REPLACED]);
		tc_json_set_int(o, "duplicates", (int64_t)of[TC_DUPLICATE]);
		tc_json_set_int(o, "rejected", (int64_t)n->rejected);
		tc_json_set_int(o, "unreadable_paths", (int64_t)n->failed);
		return put_line(im, o, err);
	}
	if (im->o->quiet)
		return 0;
	/* With --dry-run stdout is the articles'. */
	fprintf(im->o->dry_run ? stderr : stdout,
		"%llu capture%s: %llu imported, %llu replaced, %llu unchanged, "
		"%llu duplicates, %llu rejected\n",
		(unsigned long long)n->captures, n->captures == 1 ? "" : "s",
		(unsigned long long)of[TC_IMPORTED],
		(unsigned long long)of[TC_REPLACED],
		(unsigned long long)of[TC_UNCHANGED],
		(unsigned long long)of[TC_DUPLICATE],
		(unsigned long long)n->rejected);
	if (n->rejected && !im->o->dry_run)
		fprintf(stderr, "tracuu-import: why: %s\n",
			im->rejects_path.p);
	return 0;
}

static int open_archive(struct importer *im, struct tc_error *err)
{
	if (im->o->dry_run)
		return 0;
	tc_buf_printf(&im->rejects_path, "%s/rejects.jsonl", im->o->db);
	if (tc_archive_create(&im->archive, im->o->db, err) != 0)
		return -1;
	return tc_rejects_load(&im->rejects, im->rejects_path.p, err);
}

static int run(struct importer *im, char *const *paths, size_t count,
	       struct tc_error *err)
{
	__attribute__((cleanup(tc_filelist_release)))
	struct tc_filelist list = { 0 };

	if (im->o->list && tc_filelist_read(&list, im->o->list, err) != 0)
		return -1;
	if (load_rules(im, err) != 0 || open_archive(im, err) != 0)
		return -1;
	struct tc_source *source = im->o->list ?
		tc_source_open(list.paths, list.count) :
		tc_source_open(paths, count);
	if (im->o->list)
		tc_source_keep_paths(source);
	int bad = take_all(im, source, err);
	tc_source_close(source);
	if (bad || finish(im, err) != 0 || print_counts(im, err) != 0)
		return -1;
	return im->counts.failed ? tc_code_exit(TC_E_INPUT) : 0;
}

/* ---- the report ---- */

static int print_conflict(void *ctx, const struct tc_article *a,
			  const struct tc_contradiction *c,
			  struct tc_error *err)
{
	struct importer *im = ctx;
	const char *kind = tc_contradiction_name(c->kind);

	if (im->o->json) {
		struct tc_json *o = tc_json_object();
		tc_json_set_cstr(o, "id", a->id);
		tc_json_set_str(o, "source", a->capture.source);
		tc_json_set_cstr(o, "kind", kind);
		tc_json_set_str(o, "printed", c->printed);
		tc_json_set_str(o, "stated", c->stated);
		tc_json_set_str(o, "expected", c->expected);
		tc_json_set_int(o, "start", c->start);
		tc_json_set_int(o, "end", c->end);
		return put_line(im, o, err);
	}
	tc_buf_clear(&im->out);
	tc_buf_printf(&im->out, "%s  %.*s: %s: ", a->id,
		      TC_ARG(a->capture.source), kind);
	for (size_t i = 0; i < c->printed.n; i++) /* on one line */
		tc_buf_addc(&im->out, c->printed.p[i] == '\n'
					      ? ' ' : c->printed.p[i]);
	tc_buf_printf(&im->out, ": %.*s, expected %.*s\n",
		      TC_ARG(c->stated), TC_ARG(c->expected));
	return put_text(im, err);
}

static int report(struct importer *im, struct tc_error *err)
{
	if (tc_archive_open(&im->archive, im->o->db, err) != 0)
		return -1;
	return tc_conflicts_each(&im->archive, print_conflict, im, err);
}

static void release(struct importer *im)
{
	tc_archive_close(&im->archive);
	tc_rejects_release(&im->rejects);
	tc_registry_free(im->registry);
	tc_gazetteer_free(im->gazetteer);
	tc_buf_release(&im->rejects_path);
	tc_buf_release(&im->out);
}

enum { OPT_DB = 256, OPT_CHARSET, OPT_DRY_RUN, OPT_EXPLAIN, OPT_FILES,
       OPT_REPORT, OPT_REGISTRY, OPT_GAZETTEER, OPT_JSON, OPT_QUIET,
       OPT_HELP, OPT_VERSION };

static const struct option long_options[] = {
	{ "db", required_argument, NULL, OPT_DB },
	{ "charset", required_argument, NULL, OPT_CHARSET },
	{ "dry-run", no_argument, NULL, OPT_DRY_RUN },
	{ "explain", no_argument, NULL, OPT_EXPLAIN },
	{ "files0-from", required_argument, NULL, OPT_FILES },
	{ "report", required_argument, NULL, OPT_REPORT },
	{ "registry", required_argument, NULL, OPT_REGISTRY },
	{ "gazetteer", required_argument, NULL, OPT_GAZETTEER },
	{ "json", no_argument, NULL, OPT_JSON },
	{ "quiet", no_argument, NULL, OPT_QUIET },
	{ "help", no_argument, NULL, OPT_HELP },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ NULL, 0, NULL, 0 },
};

/* 1: done (--help); 0: go on; -1: err. */
static int read_arguments(int argc, char **argv, struct options *o,
			  struct tc_error *err)
{
	int c;

	opterr = 0;
	while ((c = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
		switch (c) {
		case OPT_DB: o->db = optarg; break;
		case OPT_CHARSET:
			o->charset = tc_charset_by_name(tc_str0(optarg));
			if (!o->charset)
				return tc_fail(err, TC_E_USAGE,
					       "--charset=%s: not known; "
					       "there are tcvn3, vni, viscii, "
					       "vps, windows-1258, viqr, "
					       "utf-8 and others of "
					       "tracuu-import(1)", optarg);
			break;
		case OPT_DRY_RUN: o->dry_run = true; break;
		case OPT_EXPLAIN: o->explain = true; break;
		case OPT_FILES: o->list = optarg; break;
		case OPT_REPORT: o->report = optarg; break;
		case OPT_REGISTRY: o->registry = optarg; break;
		case OPT_GAZETTEER: o->gazetteer = optarg; break;
		case OPT_JSON: o->json = true; break;
		case OPT_QUIET: o->quiet = true; break;
		case OPT_HELP: put_help(); return 1;
		case OPT_VERSION: puts(PACKAGE_STRING); return 1;
		default:
			return tc_fail(err, TC_E_USAGE,
				       "unknown or incomplete option '%s'; "
				       "see 'tracuu-import --help'",
				       argv[optind - 1]);
		}
	}
	if (o->report && strcmp(o->report, "conflicts") != 0)
		return tc_fail(err, TC_E_USAGE,
			       "--report=%s: the only report is conflicts",
			       o->report);
	if (o->explain && !o->dry_run)
		return tc_fail(err, TC_E_USAGE,
			       "--explain goes with --dry-run");
	if (o->report && optind < argc)
		return tc_fail(err, TC_E_USAGE,
			       "--report reads the archive and imports "
			       "nothing; leave out '%s'", argv[optind]);
	if (o->list && optind < argc)
		return tc_fail(err, TC_E_USAGE,
			       "--files0-from names all the paths; leave out "
			       "'%s'", argv[optind]);
	if (optind == argc && !o->report && !o->list)
		return tc_fail(err, TC_E_USAGE,
			       "nothing to import; name files or directories "
			       "(see 'tracuu-import --help')");
	if (!o->db || !*o->db)
		o->db = "archive";
	return 0;
}

static int flush_stdout(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fprintf(stderr, "tracuu-import: cannot write the output: %s\n",
		strerror(errno));
	return tc_code_exit(TC_E_OUTPUT);
}

int main(int argc, char **argv)
{
	struct options o = { .db = getenv("TRACUU_DB") };
	struct importer im = { .o = &o };
	struct tc_error err = { .code = TC_OK };

	setlocale(LC_CTYPE, "");
	int status = read_arguments(argc, argv, &o, &err);
	if (status > 0)
		return flush_stdout(0);
	if (status == 0)
		status = o.report ? report(&im, &err)
				  : run(&im, argv + optind,
					(size_t)(argc - optind), &err);
	release(&im);
	if (status < 0) {
		fprintf(stderr, "tracuu-import: %s\n", err.message);
		status = tc_code_exit(err.code);
	}
	return flush_stdout(status);
}
