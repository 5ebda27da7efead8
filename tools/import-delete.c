/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-delete.h"

#include "base/language.h"
#include "import/import.h"
#include "import/url.h"
#include "index/document.h"
#include "index/order.h"
#include "index/schema.h"
#include "index/takedown.h"
#include "tools/import-print.h"
#include "tools/import-reread.h"
#include "tools/tell.h"

#include <stdio.h>
#include <time.h>

typedef int change_fn(const struct import_options *o, struct tc_archive *a,
		      struct tc_article *article, struct tc_error *err);

/* An id, or the address that it is made of. */
static int identify(const char *arg, struct tc_arena *arena,
		    struct tc_article *article, struct tc_error *err)
{
	struct tc_str s = tc_str0(arg);

	*article = (struct tc_article){ 0 };
	if (tc_article_is_id(s, TC_ID_DIGITS)) {
		memcpy(article->id, s.p, s.n);
		return 0;
	}
	article->url = tc_url_resolve(arena, s, tc_str(NULL, 0));
	if (!article->url.n)
		return tc_fail(err, TC_E_USAGE,
			       "'%s' is neither an id of %d digits nor an "
			       "address", arg, TC_ID_DIGITS);
	tc_import_identify(article);
	return 0;
}

static int change_all(const struct import_options *o, struct tc_archive *a,
		      change_fn *change, size_t *changed,
		      struct tc_json *unknown, struct tc_error *err)
{
	for (size_t i = 0; i < o->path_count; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_article article;
		int done = identify(o->paths[i], &arena, &article, err);

		if (done == 0)
			done = change(o, a, &article, err);
		if (done < 0)
			return -1;
		*changed += (size_t)done;
		if (!done && o->json)
			tc_json_push(unknown,
				     tc_json_string(tc_str0(o->paths[i])));
		else if (!done)
			tell("tracuu-import", _("no article %s"), o->paths[i]);
	}
	return tc_order_commit(a, err);
}

static int print_changed(const struct import_options *o, size_t changed,
			 const char *what, struct tc_json *unknown,
			 struct tc_error *err)
{
	struct tc_json *line;

	if (!o->json) {
		if (!o->quiet)
			printf("%zu %s\n", changed, _(what));
		tc_json_free(unknown);
		return 0;
	}
	line = tc_json_object();
	tc_json_set_int(line, "changed", (int64_t)changed);
	tc_json_set(line, "unknown", unknown);
	return import_print_json(line, err);
}

/* All of the ids or, on failure, none. */
static int run(const struct import_options *o, change_fn *change,
	       const char *what, struct tc_error *err)
{
	struct tc_archive a = { 0 };
	size_t changed = 0;

	if (!o->path_count)
		return tc_fail(err, TC_E_USAGE,
			       "--%s: name the ids of the articles",
			       o->mode->option);
	struct tc_json *unknown = tc_json_array();
	int bad = tc_archive_change(&a, o->db, o->lock_timeout, err) != 0 ||
		  change_all(o, &a, change, &changed, unknown, err) != 0;
	if (tc_archive_leave(&a, bad, err) != 0)
		tc_json_free(unknown);
	if (bad || print_changed(o, changed, what, unknown, err) != 0)
		return -1;
	return changed == o->path_count ? 0 : tc_code_exit(TC_E_NOT_FOUND);
}

/* ---- delete ---- */

static int delete_one(const struct import_options *o, struct tc_archive *a,
		      struct tc_article *article, struct tc_error *err)
{
	TC_SCOPED_BUF term = { 0 };

	(void)o;
	return tc_delete_term(a, tc_schema_term(TC_F_ID, tc_str0(article->id),
						&term), err);
}

int import_delete(const struct import_options *o, struct tc_error *err)
{
	return run(o, delete_one, N_("deleted"), err);
}

/* ---- take down ---- */

/* What the archive knows of it: its address and the digest of its text. */
static int look_up(struct tc_archive *a, struct tc_article *article,
		   struct tc_arena *arena, struct tc_str *content,
		   struct tc_error *err)
{
	TC_SCOPED_BUF term = { 0 };
	struct tc_record r;
	uint32_t docid;
	char hex[33];
	int found = tc_xdb_find(tc_archive_db(a),
				tc_schema_term(TC_F_ID, tc_str0(article->id),
					       &term), &docid, err);

	if (found <= 0)
		return found;
	if (tc_record_load(tc_archive_db(a), docid, arena, &r, err) != 0)
		return -1;
	article->url = r.article.url;
	import_set_content(&r.article);
	*content = tc_arena_str(arena, tc_digest_text(r.article.content, hex));
	return 0;
}

static int take_down_one(const struct import_options *o, struct tc_archive *a,
			 struct tc_article *article, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_takedown t = { .id = tc_str0(article->id),
				 .reason = tc_str0(o->reason) };
	char date[16] = "";
	time_t now = time(NULL);
	struct tm tm;

	if (gmtime_r(&now, &tm))
		strftime(date, sizeof date, "%Y-%m-%d", &tm);
	t.date = tc_str0(date);
	if (look_up(a, article, &arena, &t.content, err) != 0)
		return -1;
	t.url = article->url;
	return tc_takedown_add(a, &t, err) == 0 ? 1 : -1;
}

int import_takedown(const struct import_options *o, struct tc_error *err)
{
	if (!o->reason || !*o->reason)
		return tc_fail(err, TC_E_USAGE,
			       "--takedown: say why with --reason=TEXT");
	return run(o, take_down_one, N_("taken down"), err);
}

/* ---- lift ---- */

static int lift_one(const struct import_options *o, struct tc_archive *a,
		    struct tc_article *article, struct tc_error *err)
{
	(void)o;
	return tc_takedown_lift(a, tc_str0(article->id), err);
}

int import_lift(const struct import_options *o, struct tc_error *err)
{
	/* TRANSLATORS: as "deleted", behind a number of articles */
	return run(o, lift_one, N_("lifted; import again what they came from"),
		   err);
}
