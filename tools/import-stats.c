/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-verify.h"

#include "base/directory.h"
#include "base/json.h"
#include "base/language.h"
#include "index/archive.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/record.h"
#include "index/rejects.h"
#include "index/schema.h"
#include "index/takedown.h"
#include "text/fold.h"
#include "tools/import-print.h"

struct stats {
	struct tc_archive archive;
	struct tc_arena arena;
	uint64_t text, sources, rejects, takedowns;
	struct tc_error *err;
	bool bad;
};

static bool each_article(void *ctx, uint32_t docid)
{
	struct stats *s = ctx;
	struct tc_record r;

	tc_arena_clear(&s->arena);
	s->bad = tc_record_load(s->archive.db, docid, &s->arena, &r,
				s->err) != 0;
	if (s->bad)
		return false;
	s->text += r.article.text.n;
	s->sources += r.source_count;
	return true;
}

static bool count_one(void *ctx, struct tc_str key, struct tc_str value)
{
	(void)key, (void)value;
	++*(uint64_t *)ctx;
	return true;
}

static int gather(struct stats *s)
{
	struct tc_xdb *db = s->archive.db;

	if (tc_xdb_documents(db, each_article, s, s->err) != 0 || s->bad)
		return -1;
	return tc_xdb_metadata_each(db, TC_META_REJECT, count_one,
				    &s->rejects, s->err) != 0 ||
	       tc_xdb_metadata_each(db, TC_META_TAKEDOWN, count_one,
				    &s->takedowns, s->err) != 0 ? -1 : 0;
}

/* ---- terms by field ---- */

struct tally {
	struct tc_json *object;
	size_t skip;		/* bytes of the prefix */
};

static bool each_term(void *ctx, struct tc_str term, uint32_t documents)
{
	struct tally *t = ctx;
	TC_SCOPED_BUF name = { 0 };

	tc_buf_addstr(&name, tc_str_from(term, t->skip));
	tc_json_add(t->object, tc_buf_cstr(&name), tc_json_int(documents));
	return true;
}

/* How many articles have each value of a field. */
static struct tc_json *tally(struct stats *s, enum tc_field field)
{
	struct tc_str prefix = tc_str0(tc_schema[field].prefix);
	struct tally t = { tc_json_object(), prefix.n };

	s->bad = tc_xdb_terms(s->archive.db, prefix, each_term, &t,
			      s->err) != 0;
	return t.object;
}

/* ---- printing ---- */

static struct tc_json *generations(const char *db)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	struct tc_json *array = tc_json_array();

	tc_generations_list(&g, db);
	for (size_t i = 0; i < g.n; i++) {
		TC_SCOPED_BUF path = { 0 };
		struct tc_json *o = tc_json_object();

		tc_generation_path(db, g.v[i], &path);
		tc_json_set_int(o, "number", g.v[i]);
		tc_json_set_bool(o, "live", g.v[i] == g.live);
		tc_json_set_int(o, "bytes",
				(int64_t)tc_directory_size(path.p));
		tc_json_push(array, o);
	}
	return array;
}

static int compose(struct stats *s, const char *db, struct tc_json *o)
{
	TC_SCOPED_BUF generation = { 0 };
	struct tc_json *manifest;
	uint32_t articles;

	if (tc_archive_generation(&s->archive, &generation, s->err) != 0 ||
	    tc_xdb_count(s->archive.db, &articles, s->err) != 0 ||
	    tc_manifest_read(&s->archive, &manifest, s->err) != 0)
		return -1;
	tc_json_set_str(o, "generation", tc_buf_str(&generation));
	tc_json_set_int(o, "articles", articles);
	tc_json_set_int(o, "sources", (int64_t)s->sources);
	tc_json_set_int(o, "rejects", (int64_t)s->rejects);
	tc_json_set_int(o, "takedowns", (int64_t)s->takedowns);
	tc_json_set_int(o, "text_bytes", (int64_t)s->text);
	tc_json_set_int(o, "index_bytes", (int64_t)tc_directory_size(
						  s->archive.live.p));
	tc_json_set(o, "languages", tally(s, TC_F_LANGUAGE));
	tc_json_set(o, "years", tally(s, TC_F_YEAR));
	tc_json_set(o, "sites", tally(s, TC_F_HOST));
	tc_json_set(o, "generations", generations(db));
	if (manifest)
		tc_json_set(o, "manifest", manifest);
	return s->bad ? -1 : 0;
}

static void put_label(struct tc_buf *out, const char *name)
{
	enum { COLUMNS = 13 };
	const char *label = _(name);
	int n = (int)tc_text_columns(tc_str0(label));

	tc_buf_printf(out, "%s%*s", label, n < COLUMNS ? COLUMNS - n : 1, "");
}

static void add_line(struct tc_buf *out, const struct tc_json *o,
		     const char *key, const char *name)
{
	put_label(out, name);
	tc_buf_printf(out, "%lld\n", (long long)tc_json_get_int(o, key));
}

static int print_text(const struct tc_json *o, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 };
	const struct tc_json *list = tc_json_get(o, "generations");

	put_label(&out, N_("generation"));
	tc_buf_printf(&out, "%.*s\n",
		      TC_ARG(tc_json_get_str(o, "generation")));
	add_line(&out, o, "articles", N_("articles"));
	add_line(&out, o, "sources", N_("captures"));
	add_line(&out, o, "rejects", N_("rejected"));
	add_line(&out, o, "takedowns", N_("taken down"));
	add_line(&out, o, "text_bytes", N_("text, bytes"));
	add_line(&out, o, "index_bytes", N_("index, bytes"));
	for (size_t i = 0; i < tc_json_count(list); i++) {
		const struct tc_json *g = tc_json_at(list, i);
		tc_buf_printf(&out,
			      tc_json_is_true(tc_json_get(g, "live")) ?
				      _("gen-%04lld     %lld bytes, live\n") :
				      _("gen-%04lld     %lld bytes\n"),
			      (long long)tc_json_get_int(g, "number"),
			      (long long)tc_json_get_int(g, "bytes"));
	}
	return import_print_text(tc_buf_str(&out), err);
}

int import_stats(const struct import_options *o, struct tc_error *err)
{
	struct stats s = { .err = err };
	struct tc_json *object = tc_json_object();
	int bad = tc_archive_open(&s.archive, o->db, err) != 0 ||
		  gather(&s) != 0 || compose(&s, o->db, object) != 0;

	tc_archive_close(&s.archive);
	tc_arena_release(&s.arena);
	if (bad || !o->json) {
		bad = bad || print_text(object, err) != 0;
		tc_json_free(object);
	} else {
		bad = import_print_json(object, err) != 0;
	}
	return bad ? -1 : 0;
}
