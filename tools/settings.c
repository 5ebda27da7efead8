/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/settings.h"

#include "base/file.h"
#include "text/utf8.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/* Far more than anyone writes by hand. */
#define FILE_MAX ((size_t)1 << 16)

/* The options that may stand in a file: habits of a user or a site.  What
 * belongs to one question or one import may not, nor what decides the shape
 * of the output, which is an agreement between a caller and the program. */
static const struct {
	const char *name;
	unsigned programs;
} keys[] = {
	{ "as-of", SETTINGS_TRACUU },
	{ "by", SETTINGS_TRACUU },
	{ "color", SETTINGS_TRACUU },
	{ "db", SETTINGS_TRACUU | SETTINGS_IMPORT },
	{ "gazetteer", SETTINGS_IMPORT },
	{ "hyperlinks", SETTINGS_TRACUU },
	{ "jobs", SETTINGS_IMPORT },
	{ "json-keys", SETTINGS_IMPORT },
	{ "keep-generations", SETTINGS_IMPORT },
	{ "kwic-sort", SETTINGS_TRACUU },
	{ "limit", SETTINGS_TRACUU },
	{ "lock-timeout", SETTINGS_IMPORT },
	{ "match", SETTINGS_TRACUU },
	{ "max-expansion", SETTINGS_TRACUU },
	{ "max-memory", SETTINGS_TRACUU },
	{ "max-query-bytes", SETTINGS_TRACUU },
	{ "no-collapse", SETTINGS_TRACUU },
	{ "page-timeout", SETTINGS_IMPORT },
	{ "progress", SETTINGS_IMPORT },
	{ "queries", SETTINGS_TRACUU },
	{ "quiet", SETTINGS_IMPORT },
	{ "registry", SETTINGS_IMPORT },
	{ "remote", SETTINGS_TRACUU },
	{ "site-rules", SETTINGS_IMPORT },
	{ "snippet", SETTINGS_TRACUU },
	{ "sort", SETTINGS_TRACUU },
	{ "stamp", SETTINGS_TRACUU },
	{ "timeout-ms", SETTINGS_TRACUU },
	{ "tolerance", SETTINGS_IMPORT },
};
#define KEYS (sizeof keys / sizeof *keys)

static const struct {
	const char *name;
	enum settings_program program;
} sections[] = {
	{ "tracuu", SETTINGS_TRACUU },
	{ "tracuu-import", SETTINGS_IMPORT },
};
#define SECTIONS (sizeof sections / sizeof *sections)

/* A file on its way. */
struct reading {
	const struct settings_reader *r;
	const char *path;
	uint32_t line;
	const char *line_start;
	unsigned programs;	/* that the section is for */
	bool seen[KEYS];	/* in this section */
};

/* "FILE:LINE:COLUMN: " before the message; columns are characters. */
static int at(const struct reading *f, const char *place,
	      struct tc_error *err)
{
	const struct tc_str before =
		tc_str(f->line_start, (size_t)(place - f->line_start));

	tc_error_context(err, "%s:%u:%u", f->path, f->line,
			 1 + tc_utf8_count(before));
	return -1;
}

static int read_section(struct reading *f, struct tc_str line,
			struct tc_error *err)
{
	struct tc_str name = tc_str_trim(tc_str(line.p + 1, line.n - 1));

	memset(f->seen, 0, sizeof f->seen);
	if (tc_str_ends(name, TC_STR("]")))
		name = tc_str_trim(tc_str(name.p, name.n - 1));
	else
		name.n = 0;
	for (size_t i = 0; i < SECTIONS; i++)
		if (tc_str_is(name, sections[i].name)) {
			f->programs = sections[i].program;
			return 0;
		}
	tc_fail(err, TC_E_USAGE, "write [tracuu] or [tracuu-import] here");
	return at(f, line.p, err);
}

/* The index in `keys`, or -1. */
static int find_key(const struct reading *f, struct tc_str name,
		    struct tc_error *err)
{
	for (size_t i = 0; i < KEYS; i++) {
		if (!tc_str_is(name, keys[i].name))
			continue;
		if (keys[i].programs & f->programs)
			return (int)i;
		tc_fail(err, TC_E_USAGE, "'%s' goes into the other section",
			keys[i].name);
		return at(f, name.p, err);
	}
	tc_fail(err, TC_E_USAGE, "'%.*s' may not stand in a file; see "
		"tracuu.conf(5)", TC_ARG(name));
	return at(f, name.p, err);
}

const char *settings_home(struct tc_arena *arena, struct tc_str path)
{
	const char *home = getenv("HOME");

	if (home && tc_str_starts(path, TC_STR("~/")))
		return tc_arena_printf(arena, "%s%.*s", home,
				       TC_ARG(tc_str_from(path, 1))).p;
	return tc_arena_str(arena, path).p;
}

static int read_setting(struct reading *f, struct tc_str line,
			struct tc_error *err)
{
	struct tc_str value = line, name;

	tc_str_split(&value, '=', &name);
	name = tc_str_trim(name);
	int key = find_key(f, name, err);
	if (key < 0)
		return -1;
	value = tc_str_trim(value);
	if (!value.n) {
		tc_fail(err, TC_E_USAGE, "'%s' has no value; write %s = VALUE",
			keys[key].name, keys[key].name);
		return at(f, line.p + line.n, err);
	}
	if (!(keys[key].programs & f->programs & f->r->program))
		return 0;
	bool first = !f->seen[key];
	f->seen[key] = true;
	if (f->r->set(f->r->options, keys[key].name,
		      settings_home(f->r->arena, value), first, err) == 0)
		return 0;
	return at(f, value.p, err);
}

/* Lines of text: what follows takes them for C strings. */
static int check_bytes(const struct reading *f, struct tc_str line,
		       struct tc_error *err)
{
	size_t bad = tc_utf8_valid(line);
	const char *nul = line.n ? memchr(line.p, '\0', line.n) : NULL;

	if (bad == line.n && !nul)
		return 0;
	tc_fail(err, TC_E_USAGE, "not UTF-8 text; save the file as UTF-8");
	return at(f, nul ? nul : line.p + bad, err);
}

static int read_lines(struct reading *f, struct tc_str bytes,
		      struct tc_error *err)
{
	struct tc_str rest = bytes, line;

	while (tc_str_split(&rest, '\n', &line)) {
		f->line++;
		f->line_start = line.p;
		if (check_bytes(f, line, err) != 0)
			return -1;
		line = tc_str_trim(line);
		if (!line.n || *line.p == '#')
			continue;
		if ((*line.p == '[' ? read_section(f, line, err) :
				      read_setting(f, line, err)) != 0)
			return -1;
	}
	return 0;
}

static int read_file(const struct settings_reader *r, const char *path,
		     struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 };
	struct reading f = { .r = r, .path = path,
			     .programs = SETTINGS_TRACUU | SETTINGS_IMPORT };

	if (tc_file_read(path, FILE_MAX, &bytes, err) == 0)
		return read_lines(&f, tc_utf8_unmarked(tc_buf_str(&bytes)),
				  err);
	if (err)
		err->code = TC_E_USAGE;
	return -1;
}

/* A file that need not be there.  HOME may be that of another user, who lets
 * nobody look into it; a file that is seen and may not be read is an error. */
static bool is_there(const char *path)
{
	return path && (access(path, F_OK) == 0 ||
			(errno != ENOENT && errno != ENOTDIR &&
			 errno != EACCES));
}

/* The first of the site's files, by order of importance. */
static const char *site_file(struct tc_arena *arena)
{
	const char *set = getenv("XDG_CONFIG_DIRS");
	struct tc_str rest = tc_str0(set && *set ? set : TC_SYSCONFDIR "/xdg");
	struct tc_str dir;

	while (tc_str_split(&rest, ':', &dir)) {
		const char *path =
			tc_arena_printf(arena, "%.*s/tracuu/tracuu.conf",
					TC_ARG(dir)).p;
		if (dir.n && *dir.p == '/' && is_there(path))
			return path;
	}
	return NULL;
}

const char *settings_path(struct tc_arena *arena, const char *name)
{
	const char *config = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (config && *config == '/')
		return tc_arena_printf(arena, "%s/tracuu/%s", config, name).p;
	if (home && *home)
		return tc_arena_printf(arena, "%s/.config/tracuu/%s", home,
				       name).p;
	return NULL;
}

int settings_read(const struct settings_reader *r,
		const struct settings_choice *choice, struct tc_error *err)
{
	if (choice->none)
		return 0;
	if (choice->file)
		return read_file(r, choice->file, err);
	const char *files[] = { site_file(r->arena),
				settings_path(r->arena, "tracuu.conf") };
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (is_there(files[i]) && read_file(r, files[i], err) != 0)
			return -1;
	return 0;
}
