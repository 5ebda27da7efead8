/* SPDX-License-Identifier: GPL-2.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "tools/import-progress.h"

#include "base/json.h"
#include "base/language.h"
#include "query/terminal.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Seconds between two lines. */
#define STEP_TERMINAL .2
#define STEP_JSON 1.

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- how much there is ---- */

static uint64_t sum;	/* of nftw(), which has no place for it */

static int add_size(const char *path, const struct stat *st, int type,
		    struct FTW *ftw)
{
	(void)path, (void)ftw;
	if (type == FTW_F)
		sum += (uint64_t)st->st_size;
	return 0;
}

static uint64_t size_of(char *const *paths, size_t count)
{
	enum { OPEN_DIRECTORIES = 32 };

	sum = 0;
	for (size_t i = 0; i < count; i++)
		nftw(paths[i], add_size, OPEN_DIRECTORIES, 0);
	return sum;
}

/* ---- how far it is ---- */

/* The byte in the file at which the record of a capture begins: what stands
 * behind the last '#' of its source. */
static uint64_t offset_of(struct tc_str source)
{
	size_t at = source.n;

	while (at && source.p[at - 1] >= '0' && source.p[at - 1] <= '9')
		at--;
	if (!at || source.p[at - 1] != '#')
		return 0;
	uint64_t offset = 0;
	for (; at < source.n; at++)
		offset = offset * 10 + (uint64_t)(source.p[at] - '0');
	return offset;
}

static void move_to(struct import_progress *p, const struct tc_capture *c)
{
	struct stat st;

	if (!tc_str_eq(tc_buf_str(&p->path), c->path)) {
		if (p->path.n && stat(p->path.p, &st) == 0)
			p->done += (uint64_t)st.st_size;
		tc_buf_clear(&p->path);
		tc_buf_addstr(&p->path, c->path);
	}
	p->within = offset_of(c->source);
}

static uint64_t position(const struct import_progress *p)
{
	uint64_t at = p->done + p->within;

	return at < p->total ? at : p->total;
}

/* Seconds left; negative while that cannot be told. */
static double left(const struct import_progress *p, double seconds)
{
	uint64_t at = position(p);

	if (!at || seconds < 1)
		return -1;
	return seconds * (double)(p->total - at) / (double)at;
}

static uint64_t articles(const struct import_counts *n)
{
	return n->captures - n->rejected;
}

/* ---- showing ---- */

void import_progress_line(const struct import_progress *p, double seconds,
			  struct tc_buf *out)
{
	double rest = left(p, seconds);

	tc_buf_printf(out, _("%llu captures, %llu articles, %llu rejected, "
				     "%.1f MB/s"),
		      (unsigned long long)p->counts->captures,
		      (unsigned long long)articles(p->counts),
		      (unsigned long long)p->counts->rejected,
		      seconds > 0 ? (double)position(p) / seconds / 1e6 : 0);
	if (rest >= 0)
		tc_buf_printf(out, _(", %u:%02u:%02u left"),
			      (unsigned)rest / 3600, (unsigned)rest / 60 % 60,
			      (unsigned)rest % 60);
}

static void put_json(const struct import_progress *p, double seconds)
{
	TC_SCOPED_BUF line = { 0 };
	struct tc_json *o = tc_json_object();
	double rest = left(p, seconds);

	tc_json_set_int(o, "captures", (int64_t)p->counts->captures);
	tc_json_set_int(o, "articles", (int64_t)articles(p->counts));
	tc_json_set_int(o, "rejected", (int64_t)p->counts->rejected);
	tc_json_set_int(o, "bytes", (int64_t)position(p));
	tc_json_set_int(o, "bytes_total", (int64_t)p->total);
	tc_json_set_int(o, "seconds", (int64_t)seconds);
	if (rest >= 0)
		tc_json_set_int(o, "seconds_left", (int64_t)rest);
	tc_json_write(o, &line);
	tc_json_free(o);
	fprintf(stderr, "%s\n", tc_buf_cstr(&line));
}

static void show(struct import_progress *p)
{
	TC_SCOPED_BUF line = { 0 };
	double seconds = now() - p->began;

	if (p->mode == IMPORT_PROGRESS_JSON) {
		put_json(p, seconds);
		return;
	}
	import_progress_line(p, seconds, &line);
	fprintf(stderr, "\r%s\033[K", tc_buf_cstr(&line));
	fflush(stderr);
}

void import_progress_begin(struct import_progress *p,
			   const struct import_options *o,
			   const struct import_counts *counts,
			   char *const *paths, size_t path_count)
{
	*p = (struct import_progress){ .mode = o->progress,
				       .counts = counts };
	if (p->mode == IMPORT_PROGRESS_AUTO &&
	    (!tc_terminal_obeys(STDERR_FILENO) || o->quiet || o->dry_run))
		p->mode = IMPORT_PROGRESS_NONE;
	if (p->mode == IMPORT_PROGRESS_NONE)
		return;
	p->total = size_of(paths, path_count);
	p->began = p->shown = now();
}

void import_progress_step(struct import_progress *p,
			  const struct tc_capture *c)
{
	if (p->mode == IMPORT_PROGRESS_NONE)
		return;
	move_to(p, c);
	double step = p->mode == IMPORT_PROGRESS_JSON ? STEP_JSON :
							STEP_TERMINAL;
	if (now() - p->shown < step)
		return;
	p->shown = now();
	show(p);
}

void import_progress_end(struct import_progress *p)
{
	if (p->mode == IMPORT_PROGRESS_JSON) {
		p->done = p->total;
		show(p);
	} else if (p->mode == IMPORT_PROGRESS_AUTO) {
		fputs("\r\033[K", stderr);
	}
	tc_buf_release(&p->path);
	p->mode = IMPORT_PROGRESS_NONE;
}
