/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/sink.h"

#include "base/directory.h"
#include "base/mem.h"
#include "index/builds.h"
#include "index/filter.h"
#include "index/order.h"
#include "index/sources.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct tc_fresh {
	struct tc_builds builds;	/* one a shard */
	struct tc_filter seen;	/* keys of what was put */
	FILE *aside;		/* struct aside and bytes, in order */
};

/* What waits for the merge. */
struct aside {
	uint32_t n;		/* bytes that follow */
	enum { ASIDE_PUT, ASIDE_REMOVE } what;
};

/* ---- into a database ---- */

/* 1 when the archive has the very capture. */
static int known(struct tc_sink *s, const struct tc_document *d,
		 struct tc_error *err)
{
	struct tc_source_state state;

	if (s->always ||
	    !tc_source_state_get(d->values[TC_SLOT_SOURCES], 0, &state))
		return 0;
	struct tc_capture_info info = { .source = d->source,
					.size = state.size,
					.mtime_ns = state.mtime_ns };
	memcpy(info.digest, state.digest, sizeof info.digest);
	int yes = tc_indexer_known(s->archive, &info, false, err);
	return yes ? yes : tc_indexer_known(s->archive, &info, true, err);
}

static int put(struct tc_sink *s, struct tc_str packed, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_document d;
	enum tc_outcome outcome = TC_UNCHANGED;

	if (tc_document_read(packed, &arena, &d, err) != 0)
		return -1;
	int yes = known(s, &d, err);
	if (yes < 0 ||
	    (!yes && tc_indexer_put(s->archive, &d, &outcome, err) != 0))
		return -1;
	s->outcome[outcome]++;
	s->changed |= outcome != TC_UNCHANGED;
	return 0;
}

static int remove_source(struct tc_sink *s, struct tc_str source,
			 struct tc_error *err)
{
	int gone = tc_indexer_remove_source(s->archive, source, err);

	s->changed |= gone > 0;
	return gone < 0 ? -1 : 0;
}

/* ---- set aside ---- */

static int aside_failed(const struct tc_sink *s, struct tc_error *err)
{
	return tc_fail(err, TC_E_OUTPUT, "archive '%s': cannot keep what "
		       "waits to be put: %s", s->archive->path.p,
		       tc_strerror(errno));
}

static int set_aside(struct tc_sink *s, int what, struct tc_str bytes,
		     struct tc_error *err)
{
	const struct aside head = { .n = (uint32_t)bytes.n, .what = what };
	FILE *out = s->fresh->aside;

	if (fwrite(&head, sizeof head, 1, out) != 1 ||
	    fwrite(bytes.p, 1, bytes.n, out) != bytes.n)
		return aside_failed(s, err);
	return 0;
}

static int replay_one(struct tc_sink *s, const struct aside *head, FILE *in,
		      struct tc_buf *bytes, struct tc_error *err)
{
	tc_buf_clear(bytes);
	tc_buf_reserve(bytes, head->n);
	bytes->n = fread(bytes->p, 1, head->n, in);
	if (bytes->n != head->n)
		return aside_failed(s, err);
	return head->what == ASIDE_REMOVE ?
		       remove_source(s, tc_buf_str(bytes), err) :
		       put(s, tc_buf_str(bytes), err);
}

static int replay(struct tc_sink *s, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	FILE *in = s->fresh->aside;
	struct aside head;

	if (fflush(in) != 0 || fseeko(in, 0, SEEK_SET) != 0)
		return aside_failed(s, err);
	while (fread(&head, sizeof head, 1, in) == 1)
		if (replay_one(s, &head, in, &bytes, err) != 0 ||
		    tc_archive_relieve(s->archive, err) != 0)
			return -1;
	return ferror(in) ? aside_failed(s, err) : 0;
}

/* ---- fresh ---- */

/* All three are noted, whatever the first says. */
static bool seen_before(struct tc_filter *seen, const struct tc_document *d)
{
	bool source = tc_filter_add(seen, TC_F_SOURCE, d->source);
	bool id = tc_filter_add(seen, TC_F_ID, d->id);
	bool content = tc_filter_add(seen, TC_F_CONTENT, d->content);

	return source || id || content;
}

static int put_fresh(struct tc_sink *s, struct tc_str packed,
		     struct tc_error *err)
{
	struct tc_fresh *f = s->fresh;
	struct tc_document d;

	if (tc_document_peek(packed, &d, err) != 0)
		return -1;
	if (seen_before(&f->seen, &d))
		return set_aside(s, ASIDE_PUT, packed, err);
	if (tc_builds_add(&f->builds, d.id, packed, err) != 0)
		return -1;
	s->outcome[TC_IMPORTED]++;
	return 0;
}

static void free_fresh(struct tc_fresh *f)
{
	if (!f)
		return;
	tc_builds_close(&f->builds);
	tc_filter_release(&f->seen);
	if (f->aside)
		fclose(f->aside);
	free(f);
}

/* A file without a name, which goes when it is closed. */
static FILE *open_aside(const char *dir)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/aside", dir);
	FILE *f = fopen(path.p, "w+be");
	if (f)
		unlink(path.p);
	return f;
}

static int open_fresh(struct tc_sink *s, unsigned jobs, struct tc_error *err)
{
	TC_SCOPED_BUF dir = { 0 };
	struct tc_fresh *f = s->fresh = tc_zalloc(sizeof *f);

	tc_archive_build_path(s->archive, &dir);
	if (tc_directory_remove(dir.p, err) != 0)	/* of another run */
		return -1;
	if (tc_builds_open(&f->builds, dir.p, s->archive->shards, jobs,
			   err) != 0)
		return -1;
	f->aside = open_aside(dir.p);
	return f->aside ? 0 : aside_failed(s, err);
}

/* ---- the sink ---- */

int tc_sink_open(struct tc_sink *s, struct tc_archive *archive, unsigned jobs,
		 bool always, struct tc_error *err)
{
	uint32_t documents;

	*s = (struct tc_sink){ .archive = archive, .always = always };
	if (tc_xdb_count(tc_archive_db(archive), &documents, err) != 0)
		return -1;
	return documents ? 0 : open_fresh(s, jobs, err);
}

void tc_sink_close(struct tc_sink *s)
{
	free_fresh(s->fresh);
	s->fresh = NULL;
}

int tc_sink_put(struct tc_sink *s, struct tc_str packed, struct tc_error *err)
{
	return s->fresh ? put_fresh(s, packed, err) : put(s, packed, err);
}

int tc_sink_remove(struct tc_sink *s, struct tc_str source,
		   struct tc_error *err)
{
	if (!s->fresh)
		return remove_source(s, source, err);
	return tc_filter_has(&s->fresh->seen, TC_F_SOURCE, source) ?
		       set_aside(s, ASIDE_REMOVE, source, err) : 0;
}

int tc_sink_join(struct tc_sink *s, struct tc_error *err)
{
	if (!s->fresh)
		return 0;
	tc_filter_release(&s->fresh->seen);
	if (tc_archive_join(s->archive, &s->fresh->builds, err) != 0 ||
	    replay(s, err) != 0)
		return -1;
	s->changed = true;
	return 0;
}

int tc_sink_finish(struct tc_sink *s, struct tc_error *err)
{
	if (!s->fresh)
		return tc_order_commit(s->archive, err);
	if (tc_archive_fill(s->archive, &s->fresh->builds, err) != 0)
		return -1;
	tc_sink_close(s);
	return 0;
}
