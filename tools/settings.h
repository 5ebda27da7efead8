/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The configuration files, tracuu.conf(5): options that a user or a site
 * wants always.
 *
 *   # for both programs
 *   db = /srv/archive
 *   [tracuu]
 *   color = never
 *
 * A key is the name of a long option; tools/settings.c has the table of those
 * that may stand in a file.
 */
#ifndef TOOLS_SETTINGS_H
#define TOOLS_SETTINGS_H

#include "base/error.h"
#include "base/mem.h"

#include <stdbool.h>

enum settings_program { SETTINGS_TRACUU = 1, SETTINGS_IMPORT = 2 };

struct settings_reader {
	enum settings_program program;
	/* Takes a value; `first`: the first of this key in its section, so
	 * that lists begin anew. */
	int (*set)(void *options, const char *key, const char *value,
		   bool first, struct tc_error *err);
	void *options;
	struct tc_arena *arena;		/* where the values live */
};

/* What the command line says of the files; every option of it wins over
 * them, so that it is read first. */
struct settings_choice {
	const char *file;	/* --config; or NULL */
	bool none;		/* --no-config */
};

/* The site's file, then the user's, or the one chosen; a default one may be
 * absent.  TC_E_USAGE with file, line and column. */
int settings_read(const struct settings_reader *r,
		const struct settings_choice *choice, struct tc_error *err);

/* The path, "~/" at its beginning read as shells do it. */
const char *settings_home(struct tc_arena *arena, struct tc_str path);

/* A file of the user's configuration directory (XDG Base Directory
 * Specification), or NULL where there is no such directory. */
const char *settings_path(struct tc_arena *arena, const char *name);

#endif
