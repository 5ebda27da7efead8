/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-reread.h"

#include "fact/date.h"
#include "import/identify.h"
#include "index/document.h"
#include "index/manifest.h"
#include "index/rejects.h"
#include "index/schema.h"
#include "index/sources.h"
#include "index/takedown.h"
#include "tools/import-rules.h"
#include "tools/import-settle.h"

struct rereader {
	struct tc_archive *from, *to;
	struct tc_sink sink;
	struct import_rules tables;
	struct tc_takedowns takedowns;
	struct tc_arena arena;
	struct tc_buf states;
	struct tc_error *err;
	bool bad;
};

/* ---- one article ---- */

void import_set_content(struct tc_article *a)
{
	static const uint8_t none[sizeof a->content];

	if (memcmp(a->content, none, sizeof none) == 0)
		tc_identify_digest(a->text, a->content);
}

int import_put_record(struct tc_sink *to, struct tc_record *r,
		      struct tc_str states, const struct tc_aliases *aliases,
		      const struct tc_tokens *tokens, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF packed = { 0 };
	struct tc_document d;

	import_set_content(&r->article);
	tc_document_of_record(r, states, tokens, &arena, &d);
	tc_aliases_put(aliases, &d);
	tc_document_write(&d, &packed);
	return tc_sink_put(to, tc_buf_str(&packed), err);
}

/* What the page said beside its text, as far as the record tells. */
static void set_capture(struct tc_article *a, struct tc_str states)
{
	struct tc_source_state s;

	if (!tc_source_state_get(states, 0, &s))
		return;
	a->capture.size = s.size;
	a->capture.mtime_ns = s.mtime_ns;
	memcpy(a->capture.digest, s.digest, sizeof s.digest);
}

/* Whether the stored date came from beside the text, and what it was read
 * from was not stored: the first schema. */
static bool lost_hint(const struct tc_article *a)
{
	static const char *const rules[] = {
		"metadata", "labelled-line", "line-by-title", "updated-line",
		"modified-metadata",
	};

	if (a->hint_count || !a->published.rule)
		return false;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (strcmp(a->published.rule, rules[i]) == 0)
			return true;
	return false;
}

/* Finds the facts anew.  A date whose origin is lost stands in for it. */
static void extract(struct rereader *rr, struct tc_article *a,
		    struct tc_tokens *tokens)
{
	struct tc_published was = a->published;
	bool lost = lost_hint(a);
	struct tc_hint hint = { .kind = TC_HINT_METADATA };
	char text[TC_DATE_MAX];

	if (lost) {
		tc_date_print(was.date, text);
		hint.value = tc_str0(text);
		a->hints = &hint;
		a->hint_count = 1;
	}
	a->published = (struct tc_published){ .rule = "" };
	tc_extract(a, &rr->tables.rules, &rr->arena, tokens);
	if (!lost)
		return;
	a->hints = NULL;
	a->hint_count = 0;
	a->published = was;
}

static int reread(struct rereader *rr, uint32_t docid)
{
	struct tc_record r;
	struct tc_tokens tokens;
	struct tc_aliases aliases = { .arena = &rr->arena };
	char hex[33];

	tc_arena_clear(&rr->arena);
	tc_buf_clear(&rr->states);
	if (tc_record_load(rr->from->db, docid, &rr->arena, &r,
			   rr->err) != 0 ||
	    tc_aliases_of(&aliases, rr->from->db, docid, rr->err) != 0 ||
	    tc_xdb_value(rr->from->db, docid, TC_SLOT_SOURCES, &rr->states,
			 rr->err) != 0) {
		tc_error_context(rr->err, "article %u", docid);
		return -1;
	}
	import_set_content(&r.article);
	if (tc_takedowns_find(&rr->takedowns, tc_str0(r.article.id),
			      tc_digest_text(r.article.content, hex)))
		return 0;
	set_capture(&r.article, tc_buf_str(&rr->states));
	extract(rr, &r.article, &tokens);
	return import_put_record(&rr->sink, &r, tc_buf_str(&rr->states),
				 &aliases, &tokens, rr->err);
}

static bool each_document(void *ctx, uint32_t docid)
{
	struct rereader *rr = ctx;

	rr->bad = reread(rr, docid) != 0;
	return !rr->bad;
}

/* ---- the whole ---- */

/* An archive of the first schema has its rejects in the file alone. */
static int carry_rejects(struct rereader *rr)
{
	TC_SCOPED_BUF path = { 0 };
	struct tc_rejects r = { 0 };
	int some = tc_rejects_add_all(&r, rr->from, rr->err), bad = some < 0;

	tc_rejects_path(tc_buf_cstr(&rr->from->path), &path);
	if (!some && tc_archive_check_schema(rr->from, NULL) != 0)
		bad = tc_rejects_add_file(&r, path.p, rr->err) != 0;
	bad = bad || tc_rejects_store(&r, rr->to, rr->err) != 0;
	tc_rejects_release(&r);
	return bad ? -1 : 0;
}

static int run(struct rereader *rr, const struct import_options *o)
{
	struct tc_error *err = rr->err;

	if (import_rules_load(&rr->tables, o, err) != 0 ||
	    tc_takedowns_load(&rr->takedowns, rr->to, err) != 0 ||
	    tc_sink_open(&rr->sink, rr->to, o->jobs, true, err) != 0 ||
	    tc_xdb_documents(rr->from->db, each_document, rr, err) != 0 ||
	    rr->bad || tc_sink_join(&rr->sink, err) != 0 ||
	    carry_rejects(rr) != 0 ||
	    import_settle(rr->to, &rr->tables.rules, true, err) != 0 ||
	    import_rules_note(&rr->tables, rr->to, true, err) != 0)
		return -1;
	return tc_sink_finish(&rr->sink, err);
}

int import_reread(const struct import_options *o, struct tc_archive *from,
		  struct tc_archive *to, struct tc_error *err)
{
	struct rereader rr = { .from = from, .to = to, .err = err };
	int bad = run(&rr, o);

	tc_sink_close(&rr.sink);
	import_rules_release(&rr.tables);
	tc_takedowns_release(&rr.takedowns);
	tc_arena_release(&rr.arena);
	tc_buf_release(&rr.states);
	return bad;
}
