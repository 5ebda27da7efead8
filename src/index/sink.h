/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where an import puts its articles, in their order:
 *
 *   an archive with articles      each goes through tc_indexer_put()
 *   one that is being made, one   sorted by date in windows, and written by
 *   without articles, a           several processes (build.h); an article of
 *   generation being rebuilt      which the id, the content or the source came
 *                                 before is set aside and put when all others
 *                                 are written, in order of arrival, so that
 *                                 the outcome is the same
 *
 *   put ... -> join -> the whole is settled -> finish
 *
 * A first archive is live from tc_sink_finish() on: settled, in full blocks.
 * An import that was cut off before leaves a build, of which
 * tc_archive_create_building() makes an archive.
 */
#ifndef TC_INDEX_SINK_H
#define TC_INDEX_SINK_H

#include "index/indexer.h"

struct tc_sink {
	struct tc_archive *archive;
	bool always;		/* a known capture is put again */
	uint64_t outcome[TC_OUTCOME_COUNT];	/* up to now */
	bool changed;		/* the archive has other articles now */
	struct tc_fresh *fresh;	/* NULL: straight into the archive */
};

/* At most `jobs` processes write at once; the sink does not take over the
 * archive.  With `always` a capture is put though the archive has it as it
 * is. */
int tc_sink_open(struct tc_sink *s, struct tc_archive *archive, unsigned jobs,
		 bool always, struct tc_error *err);
void tc_sink_close(struct tc_sink *s);

/* Takes a packed document of one source (document.h). */
int tc_sink_put(struct tc_sink *s, struct tc_str packed, struct tc_error *err);
/* A source has become a reject: its article goes. */
int tc_sink_remove(struct tc_sink *s, struct tc_str source,
		   struct tc_error *err);
/* Nothing more is put: everything is in archive->writer, which is another one
 * from here on, and not yet committed. */
int tc_sink_join(struct tc_sink *s, struct tc_error *err);
/* What was put, and what was written to archive->writer since, is there after
 * a crash.  archive->writer is another one from here on. */
int tc_sink_finish(struct tc_sink *s, struct tc_error *err);

#endif
