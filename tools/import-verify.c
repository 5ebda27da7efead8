/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-verify.h"

#include "base/file.h"
#include "base/json.h"
#include "base/language.h"
#include "import/identify.h"
#include "import/source.h"
#include "index/access.h"
#include "index/blocks.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/rejects.h"
#include "index/verify.h"
#include "tools/import-check.h"
#include "tools/import-print.h"
#include "tools/import-rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Faults of one kind that are told one by one. */
#define TOLD_MAX 20
/* Articles whose terms are compared unless all are asked for. */
#define SAMPLE 1000

/* Worst first: damage, what a command mends, what one may want to know. */
enum grade { DAMAGED, STALE, NOTE, GRADES };
static const char *const grades[] = { N_("damaged"), N_("stale"), N_("note") };

/* A capture that an article came from. */
struct expected {
	struct tc_str source, id;
	uint8_t digest[32];
	bool seen, same;
};

struct check {
	const struct import_options *o;
	struct tc_archive archive;
	struct tc_json *findings;
	uint64_t found[GRADES];
	struct tc_verify_counts counts;
	struct tc_blocks_counts blocks;
	struct tc_arena arena;
	struct expected *captures;
	size_t n, cap;
	bool unread;		/* some path could not be read to its end */
	const char *reread;	/* the command that reads the articles anew */
	struct tc_error *err;
};

/* ---- findings ---- */

static const char import_again[] = "tracuu-import PATH...";
static const char put_back[] = IMPORT_PUT_BACK;
static const char make_anew[] =
	N_("tracuu-import --restore=DUMP, or --rebuild PATH...");

static bool can_roll_back(const struct check *c)
{
	TC_SCOPED_GENERATIONS g = { 0 };

	tc_generations_list(&g, c->o->db);
	return tc_generations_before(&g) > 0;
}

/* One thing that is not as it should be, and the command that mends it. */
static void find(struct check *c, enum grade grade, struct tc_str where,
		 const char *what, const char *mend)
{
	struct tc_json *o = tc_json_object();

	if (c->found[grade]++ >= TOLD_MAX) {
		tc_json_free(o);
		return;
	}
	tc_json_set_cstr(o, "grade", grades[grade]);
	tc_json_set_str(o, "where", where);
	tc_json_set_cstr(o, "what", _(what));
	if (mend == put_back && !can_roll_back(c))
		mend = make_anew;
	tc_json_set_cstr(o, "mend", *mend ? _(mend) : "");
	tc_json_push(c->findings, o);
}

/* ---- the structure ---- */

static void check_blocks(struct check *c)
{
	struct tc_error why;

	if (tc_blocks_check(&c->archive, &c->blocks, &why) == 0)
		return;
	if (why.code == TC_E_DAMAGED)
		find(c, DAMAGED, tc_buf_str(&c->archive.live), why.message,
		     put_back);
	else
		find(c, STALE, tc_buf_str(&c->archive.live), why.message,
		     "tracuu-import --compact");
}

static void check_structure(struct check *c)
{
	const char *path = c->archive.live.p;
	struct tc_error why;

	/* Xapian opens them for writing, to read them */
	if (access(path, W_OK) != 0)
		find(c, NOTE, tc_str0(path),
		     N_("tables that cannot be written cannot be checked"), "");
	else if (import_check_structure(&c->archive, &why) != 0)
		find(c, DAMAGED, tc_buf_str(&c->archive.live), why.message,
		     put_back);
}

static int each_fault(void *ctx, uint32_t docid, struct tc_str id,
		      const char *what, struct tc_error *err)
{
	struct check *c = ctx;
	TC_SCOPED_BUF where = { 0 };

	(void)err;
	tc_buf_printf(&where, _("article %u%s%.*s"), docid, id.n ? ", " : "",
		      TC_ARG(id));
	find(c, DAMAGED, tc_buf_str(&where), what,
	     id.n ? c->reread : put_back);
	return 0;
}

/* ---- the manifest ---- */

/* An archive that was made with the archivist's own tables is to be checked,
 * and read anew, with these. */
static void check_version(struct check *c, struct tc_json *manifest,
			  const char *key, struct tc_str ours, bool own)
{
	if (!tc_str_eq(tc_json_get_str(manifest, key), ours))
		find(c, STALE, tc_str0(key),
		     own ? N_("articles were read with other rules than "
			      "today's") :
			   N_("articles were read with other rules than "
			      "today's, or with a table that this command "
			      "has to name, too"),
		     c->reread);
}

static int check_manifest(struct check *c)
{
	struct import_rules tables = { 0 };
	struct tc_json *m = NULL;
	bool same = false;
	int bad = import_rules_load(&tables, c->o, c->err) != 0 ||
		  tc_manifest_read(&c->archive, &m, c->err) != 0 ||
		  tc_manifest_same(&c->archive, &same, c->err) != 0;

	if (!bad && !m)
		find(c, STALE, TC_STR("manifest"),
		     N_("an import was cut off before its end"), import_again);
	if (!bad && m) {
		check_version(c, m, "registry",
			      tc_registry_version(tables.registry),
			      c->o->registry.n);
		check_version(c, m, "gazetteer",
			      tc_gazetteer_version(tables.gazetteer),
			      c->o->gazetteer.n);
		if (tc_json_is_true(tc_json_get(m, "mixed_rules")))
			find(c, STALE, TC_STR("mixed_rules"),
			     N_("articles were read with different rules"),
			     c->reread);
		if (!same)
			find(c, STALE, TC_STR("manifest.json"),
			     N_("the file is not what the database says"),
			     import_again);
	}
	tc_json_free(m);
	import_rules_release(&tables);
	return bad ? -1 : 0;
}

static void check_generations(struct check *c)
{
	TC_SCOPED_GENERATIONS g = { 0 };

	tc_generations_list(&g, c->o->db);
	if (g.building || g.removed)
		find(c, NOTE, TC_STR("generations"),
		     N_("a run that was cut off has left one half made"),
		     "tracuu-import --rebuild ...");
}

static const char *name_reread(struct check *c)
{
	TC_SCOPED_BUF tables = { 0 };

	import_rules_name(c->o, &tables);
	return tc_arena_printf(&c->arena,
			       "tracuu-import --rebuild --from-archive%s",
			       tc_buf_cstr(&tables)).p;
}

/* ---- captures ---- */

static int each_source(void *ctx, const struct tc_article *article,
		       const struct tc_capture_info *capture,
		       struct tc_error *err)
{
	struct check *c = ctx;

	(void)err;
	c->captures = tc_arena_grow(&c->arena, c->captures, c->n, &c->cap,
				    sizeof *c->captures);
	struct expected *e = &c->captures[c->n++];
	*e = (struct expected){
		.source = tc_arena_str(&c->arena, capture->source),
		.id = tc_arena_str(&c->arena, tc_str0(article->id)),
	};
	memcpy(e->digest, capture->digest, sizeof e->digest);
	return 0;
}

static int by_source(const void *a, const void *b)
{
	const struct expected *x = a, *y = b;

	return tc_str_cmp(x->source, y->source);
}

static void look_at(struct check *c, struct tc_source *source,
		    const struct tc_capture *capture)
{
	const struct expected key = { .source = capture->source };
	struct expected *e = c->n ? bsearch(&key, c->captures, c->n,
					    sizeof key, by_source) : NULL;
	TC_SCOPED_BUF bytes = { 0 };
	uint8_t digest[32];

	if (!e)
		return;
	e->seen = true;
	if (capture->problem || tc_source_read(source, &bytes, NULL) != 0)
		return;
	tc_identify_digest(tc_buf_str(&bytes), digest);
	e->same = memcmp(digest, e->digest, sizeof digest) == 0;
}

static void compare_captures(struct check *c)
{
	bool seen = !c->n;

	for (size_t i = 0; i < c->n; i++)
		seen |= c->captures[i].seen;
	if (!seen) {
		find(c, NOTE, TC_STR("captures"),
		     N_("no article came from what is there; name the paths "
			"as they were imported"), "");
		return;
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct expected *e = &c->captures[i];
		if (!e->seen)
			find(c, NOTE, e->source, N_("its capture is not there"),
			     "");
		else if (!e->same)
			find(c, STALE, e->source, N_("its capture has changed"),
			     import_again);
	}
}

/* The captures named on the command line against those of the articles. */
static void check_captures(struct check *c)
{
	struct tc_source *source = tc_source_open(c->o->paths,
						  c->o->path_count);
	struct tc_capture capture;
	struct tc_error why;
	int more;

	if (c->n)
		qsort(c->captures, c->n, sizeof *c->captures, by_source);
	while ((more = tc_source_next(source, &capture, &why)) != 0) {
		c->unread |= more < 0;
		if (more < 0)
			find(c, NOTE, TC_STR("captures"), why.message, "");
		else
			look_at(c, source, &capture);
	}
	tc_source_close(source);
	compare_captures(c);
}

/* ---- the whole ---- */

/* What cannot even be opened; a generation that is missing has its own
 * advice. */
static int check_closed(struct check *c)
{
	if (c->err->code != TC_E_DAMAGED || !c->archive.live.n ||
	    !tc_file_exists(c->archive.live.p))
		return -1;
	check_blocks(c);
	if (!c->found[DAMAGED])
		find(c, DAMAGED, tc_buf_str(&c->archive.live),
		     N_("Xapian cannot open its tables"), put_back);
	return 0;
}

static int check_all(struct check *c)
{
	uint32_t articles;
	struct tc_verify how = { .fault = each_fault, .ctx = c,
				 .compare_every = 1 };

	if (tc_archive_open(&c->archive, c->o->db, c->err) != 0 ||
	    tc_xdb_count(c->archive.db, &articles, c->err) != 0)
		return check_closed(c);
	if (tc_access_check(c->o->db, c->archive.live.p, c->err) != 0)
		return -1;
	if (!c->o->argument && articles > SAMPLE)
		how.compare_every = articles / SAMPLE;
	if (c->o->path_count)
		how.source = each_source;
	check_blocks(c);
	if (!c->found[DAMAGED])
		check_structure(c);
	if (c->found[DAMAGED])
		return 0;	/* the rest would read what is broken */
	check_generations(c);
	if (check_manifest(c) != 0 ||
	    tc_verify_articles(&c->archive, &how, &c->counts, c->err) != 0)
		return -1;
	if (c->o->path_count)
		check_captures(c);
	return 0;
}

static int print_text(struct check *c)
{
	TC_SCOPED_BUF out = { 0 };

	for (size_t i = 0; i < tc_json_count(c->findings); i++) {
		const struct tc_json *o = tc_json_at(c->findings, i);
		struct tc_str mend = tc_json_get_str(o, "mend");

		tc_buf_printf(&out, "%s: %.*s: %.*s",
			      _(tc_json_get_str(o, "grade").p),
			      TC_ARG(tc_json_get_str(o, "where")),
			      TC_ARG(tc_json_get_str(o, "what")));
		if (mend.n)
			tc_buf_printf(&out, _("; mend with: %.*s"), TC_ARG(mend));
		tc_buf_addc(&out, '\n');
	}
	tc_buf_printf(&out,
		      P_("generation %s: %llu article, %llu compared: "
			 "%llu damaged, %llu stale, %llu notes\n",
			 "generation %s: %llu articles, %llu compared: "
			 "%llu damaged, %llu stale, %llu notes\n",
			 (unsigned long)c->counts.articles),
		      tc_buf_cstr(&c->archive.name),
		      (unsigned long long)c->counts.articles,
		      (unsigned long long)c->counts.compared,
		      (unsigned long long)c->found[DAMAGED],
		      (unsigned long long)c->found[STALE],
		      (unsigned long long)c->found[NOTE]);
	return import_print_text(tc_buf_str(&out), c->err);
}

static int print_json(struct check *c)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_str(o, "generation", tc_buf_str(&c->archive.name));
	tc_json_set_int(o, "articles", (int64_t)c->counts.articles);
	tc_json_set_int(o, "compared", (int64_t)c->counts.compared);
	tc_json_set_int(o, "blocks", (int64_t)c->blocks.summed);
	tc_json_set_int(o, "blocks_newer", (int64_t)c->blocks.newer);
	for (size_t i = 0; i < GRADES; i++)
		tc_json_set_int(o, grades[i], (int64_t)c->found[i]);
	tc_json_set(o, "findings", c->findings);
	c->findings = NULL;
	return import_print_json(o, c->err);
}

int import_verify(const struct import_options *o, struct tc_error *err)
{
	struct check c = { .o = o, .findings = tc_json_array(), .err = err };
	int bad;

	if (o->argument && strcmp(o->argument, "all") != 0) {
		tc_json_free(c.findings);
		return tc_fail(err, TC_E_USAGE,
			       "--verify=%s: there is --verify and "
			       "--verify=all", o->argument);
	}
	c.reread = name_reread(&c);
	bad = check_all(&c);
	if (!bad)
		bad = o->json ? print_json(&c) : print_text(&c);
	tc_json_free(c.findings);
	tc_archive_close(&c.archive);
	tc_arena_release(&c.arena);
	if (bad)
		return -1;
	return c.found[DAMAGED] ? tc_code_exit(TC_E_DAMAGED) :
	       c.unread		? tc_code_exit(TC_E_INPUT) : 0;
}
