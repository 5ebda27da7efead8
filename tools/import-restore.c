/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-dump.h"

#include "base/json.h"
#include "base/language.h"
#include "import/identify.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/nicknames.h"
#include "index/record-json.h"
#include "index/record.h"
#include "index/rejects.h"
#include "index/shards.h"
#include "index/sources.h"
#include "index/takedown.h"
#include "tools/import-check.h"
#include "tools/import-generation.h"
#include "tools/import-reread.h"
#include "tools/import-rules.h"
#include "tools/import-settle.h"
#include "tools/tell.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct restore {
	const struct import_options *o;
	struct tc_archive *archive;
	struct tc_sink sink;
	FILE *file;
	struct tc_digest *digest;
	struct tc_takedowns takedowns;	/* of the archive that is there */
	struct tc_arena arena;
	int64_t articles, rejects, takedowns_read;
	uint64_t line;
	bool begun, ended;
	struct tc_rejects list;
	struct tc_error *err;
};

/* ---- lines ---- */

static int take_header(struct restore *r, struct tc_json *o)
{
	const struct tc_json *m = tc_json_get(o, "manifest");

	if (tc_json_get_int(o, "format") != DUMP_FORMAT)
		return tc_fail(r->err, TC_E_INPUT,
			       "a dump of format %lld; this version reads %d",
			       (long long)tc_json_get_int(o, "format"),
			       DUMP_FORMAT);
	r->begun = true;
	return m ? tc_manifest_restore(r->archive, m, r->err) : 0;
}

static int hex_digest(struct tc_str hex, uint8_t digest[32])
{
	char pair[3] = "";
	char *end;

	if (hex.n != 64)
		return -1;
	for (size_t i = 0; i < 32; i++) {
		memcpy(pair, hex.p + 2 * i, 2);
		digest[i] = (uint8_t)strtoul(pair, &end, 16);
		if (end != pair + 2)
			return -1;
	}
	return 0;
}

static int pack_states(struct restore *r, const struct tc_json *array,
		       size_t sources, struct tc_buf *out)
{
	if (tc_json_count(array) != sources)
		return tc_fail(r->err, TC_E_INPUT,
			       "as many 'states' as 'sources' are needed");
	for (size_t i = 0; i < sources; i++) {
		const struct tc_json *s = tc_json_at(array, i);
		struct tc_capture_info c = {
			.size = (uint64_t)tc_json_get_int(s, "size"),
			.mtime_ns = tc_json_get_int(s, "mtime_ns"),
		};
		if (hex_digest(tc_json_get_str(s, "sha256"), c.digest) != 0)
			return tc_fail(r->err, TC_E_INPUT,
				       "'sha256' is not 64 digits");
		tc_source_state_put(out, &c);
	}
	return 0;
}

static int read_aliases(struct restore *r, const struct tc_json *array,
			struct tc_aliases *out)
{
	for (size_t i = 0; i < tc_json_count(array); i++) {
		struct tc_str id = tc_json_as_str(tc_json_at(array, i));
		if (!tc_article_is_id(id, TC_ID_DIGITS))
			return tc_fail(r->err, TC_E_INPUT,
				       "'aliases' has what is no id");
		tc_aliases_add(out, id);
	}
	return 0;
}

static int take_article(struct restore *r, struct tc_json *o)
{
	TC_SCOPED_BUF bytes = { 0 }, states = { 0 };
	struct tc_record record;
	struct tc_tokens tokens;
	struct tc_aliases aliases = { .arena = &r->arena };

	if (tc_record_from_json(o, &bytes, r->err) != 0 ||
	    tc_record_read(tc_buf_str(&bytes), tc_str(NULL, 0), &r->arena,
			   &record, r->err) != 0 ||
	    pack_states(r, tc_json_get(o, "states"), record.source_count,
			&states) != 0 ||
	    read_aliases(r, tc_json_get(o, "aliases"), &aliases) != 0)
		return -1;
	r->articles++;
	if (tc_takedowns_find(&r->takedowns, tc_str0(record.article.id),
			      tc_str(NULL, 0)))
		return 0;
	tc_tokenize(record.article.text, &r->arena, &tokens);
	return import_put_record(&r->sink, &record, tc_buf_str(&states),
				 &aliases, &tokens, r->err);
}

static int take_reject(struct restore *r, struct tc_json *o)
{
	TC_SCOPED_BUF line = { 0 };

	r->rejects++;
	tc_json_remove(o, "type");
	tc_json_write(o, &line);
	tc_rejects_add_line(&r->list, tc_json_get_str(o, "source"),
			    tc_buf_str(&line));
	return 0;
}

static int take_takedown(struct restore *r, struct tc_json *o)
{
	r->takedowns_read++;
	return tc_takedown_add(
		r->archive,
		&(struct tc_takedown){
			.id = tc_json_get_str(o, "id"),
			.url = tc_json_get_str(o, "url"),
			.content = tc_json_get_str(o, "content"),
			.reason = tc_json_get_str(o, "reason"),
			.date = tc_json_get_str(o, "date"),
		}, r->err);
}

static int take_end(struct restore *r, struct tc_json *o)
{
	uint8_t is[32], said[32];

	tc_digest_end(r->digest, is);
	r->digest = tc_digest_new();
	r->ended = true;
	if (hex_digest(tc_json_get_str(o, "sha256"), said) != 0 ||
	    memcmp(is, said, sizeof is) != 0)
		return tc_fail(r->err, TC_E_INPUT,
			       "the lines before are not those that were "
			       "dumped (their sha256 differs)");
	if (tc_json_get_int(o, "articles") != r->articles ||
	    tc_json_get_int(o, "rejects") != r->rejects ||
	    tc_json_get_int(o, "takedowns") != r->takedowns_read)
		return tc_fail(r->err, TC_E_INPUT,
			       "there are not as many lines as were dumped");
	return 0;
}

static const struct {
	const char *type;
	int (*take)(struct restore *r, struct tc_json *o);
} lines[] = {
	{ "header", take_header },
	{ "article", take_article },
	{ "reject", take_reject },
	{ "takedown", take_takedown },
	{ "end", take_end },
};

static int take_object(struct restore *r, struct tc_json *o)
{
	struct tc_str type = tc_json_get_str(o, "type");

	if (r->ended)
		return tc_fail(r->err, TC_E_INPUT,
			       "something stands behind the end");
	if (r->begun == tc_str_is(type, "header"))
		return tc_fail(r->err, TC_E_INPUT,
			       "a dump has one header, its first line");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (tc_str_is(type, lines[i].type))
			return lines[i].take(r, o);
	return tc_fail(r->err, TC_E_INPUT, "a line of type '%.*s' is not known",
		       TC_ARG(type));
}

static int take_line(struct restore *r, struct tc_str line)
{
	struct tc_str text = line;

	if (text.n && text.p[text.n - 1] == '\n')
		text.n--;
	struct tc_json *o = tc_json_read(text, r->err);
	if (!o) {
		r->err->code = TC_E_INPUT;
		return -1;
	}
	int bad = take_object(r, o);
	tc_json_free(o);
	tc_arena_clear(&r->arena);
	if (!r->ended)
		tc_digest_add(r->digest, line);
	return bad;
}

static int take_lines(struct restore *r)
{
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;
	int bad = 0;

	while (!bad && (n = getline(&text, &cap, r->file)) > 0) {
		r->line++;
		bad = take_line(r, tc_str(text, (size_t)n));
		if (bad)
			tc_error_context(r->err, "%s:%llu", r->o->argument,
					 (unsigned long long)r->line);
	}
	free(text);
	if (bad)
		return -1;
	if (ferror(r->file))
		return tc_fail(r->err, TC_E_INPUT, "cannot read '%s': %s",
			       r->o->argument, tc_strerror(errno));
	return r->ended ? 0 :
		tc_fail(r->err, TC_E_INPUT,
			"%s:%llu: the dump ends before its end; nothing was "
			"restored", r->o->argument,
			(unsigned long long)r->line);
}

/* ---- the whole ---- */

/* What was taken down in the archive that is there stays out. */
static int keep_takedowns(struct restore *r, unsigned live)
{
	struct tc_archive was = { 0 };
	struct tc_error why;
	int bad = 0;

	if (!live)
		return 0;
	if (tc_archive_open_generation(&was, r->o->db, live, &why) != 0 ||
	    tc_takedowns_load(&r->takedowns, &was, &why) != 0)
		tell("tracuu-import", _("what was taken down here cannot be "
		     "read: %s"), why.message);
	else
		bad = tc_takedowns_apply(&r->takedowns, r->archive, r->err);
	tc_archive_close(&was);
	return bad;
}

/* Those of the dump are noted before its articles are there. */
static int take_down(struct restore *r)
{
	TC_SCOPED_TAKEDOWNS all = { 0 };

	if (tc_takedowns_load(&all, r->archive, r->err) != 0)
		return -1;
	return tc_takedowns_apply(&all, r->archive, r->err);
}

static int settle(struct restore *r)
{
	struct import_rules tables = { 0 };
	int bad = tc_sink_join(&r->sink, r->err) != 0 ||
		  take_down(r) != 0 ||
		  tc_rejects_store(&r->list, r->archive, r->err) != 0 ||
		  import_rules_load(&tables, r->o, r->err) != 0 ||
		  tc_nicknames_set(r->archive, tables.registry,
				   r->err) != 0 ||
		  import_settle(r->archive, &tables.rules, true,
				r->err) != 0 ||
		  tc_sink_finish(&r->sink, r->err) != 0;

	import_rules_release(&tables);
	return bad ? -1 : 0;
}

/* Of as many shards as the archive has, unless told. */
static int begin(struct restore *r, unsigned live)
{
	TC_SCOPED_BUF path = { 0 };

	tc_generation_path(r->o->db, live, &path);
	return import_begin(r->archive, r->o->shards ? r->o->shards :
						       tc_shards_count(path.p),
			    r->err);
}

static int restore(struct restore *r)
{
	TC_SCOPED_GENERATIONS g = { 0 };
	struct tc_archive *a = r->archive;
	const char *db = r->o->db;
	uint32_t documents;

	if (mkdir(db, 0777) != 0 && errno != EEXIST)
		return tc_fail(r->err, TC_E_OUTPUT, "cannot make '%s': %s", db,
			       tc_strerror(errno));
	if (tc_archive_lock(a, db, r->o->lock_timeout, r->err) != 0)
		return -1;
	tc_generations_list(&g, db);
	if (begin(r, g.live) != 0 || keep_takedowns(r, g.live) != 0 ||
	    tc_sink_open(&r->sink, a, r->o->jobs, true, r->err) != 0 ||
	    take_lines(r) != 0 || settle(r) != 0 ||
	    tc_archive_seal(a, r->err) != 0 ||
	    import_check_structure(a, r->err) != 0 ||
	    import_check_golden(a, r->err) != 0 ||
	    tc_xdb_count(a->db, &documents, r->err) != 0 ||
	    import_publish(r->o, a, g.live, r->err) != 0)
		return -1;
	return import_say_live(r->o, a->number, documents, r->err);
}

int import_restore(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive archive = { 0 };
	bool from_stdin = strcmp(o->argument, "-") == 0;
	struct restore r = { .o = o, .archive = &archive, .err = err,
			     .file = from_stdin ? stdin :
						  fopen(o->argument, "re") };

	if (!r.file)
		return tc_fail(err, TC_E_INPUT, "cannot open '%s': %s",
			       o->argument, tc_strerror(errno));
	r.digest = tc_digest_new();
	int bad = restore(&r);
	tc_digest_end(r.digest, NULL);
	if (!from_stdin)
		fclose(r.file);
	tc_sink_close(&r.sink);
	tc_rejects_release(&r.list);
	tc_takedowns_release(&r.takedowns);
	tc_arena_release(&r.arena);
	return tc_archive_leave(&archive, bad, err);
}
