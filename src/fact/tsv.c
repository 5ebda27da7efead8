/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/tsv.h"

#include "base/language.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LINE_BYTES_MAX 4096
#define LINE_TOO_LONG N_("a line of more than 4096 bytes")
_Static_assert(LINE_BYTES_MAX == 4096, "as the message says");
#define NOT_TEXT N_("not UTF-8 text")
#define FAULTS_MAX 20		/* that are said of one file */
#define VALUE_BYTES_MAX 60	/* of a cell in a message */

static void say(struct tc_tsv *t, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
static void say(struct tc_tsv *t, const char *format, ...)
{
	char message[TC_MESSAGE_MAX];
	va_list ap;

	if (t->faults++ >= FAULTS_MAX || !t->warn)
		return;
	va_start(ap, format);
	vsnprintf(message, sizeof message, format, ap);
	va_end(ap);
	t->warn(t->ctx, message);
}

void tc_tsv_bad_row(struct tc_tsv *t, const char *fault)
{
	say(t, _("%s:%u: %s; row left out"), t->path, t->line, _(fault));
}

/* What fits into a message. */
static struct tc_str shown(struct tc_str value)
{
	return value.n <= VALUE_BYTES_MAX ? value :
		tc_str(value.p, tc_utf8_floor(value, VALUE_BYTES_MAX));
}

void tc_tsv_bad_cell(struct tc_tsv *t, int column, const char *wanted)
{
	const struct tc_str value = shown(t->cell[column]);

	say(t, _("%s:%u: column '%s': '%.*s' is not %s; row left out"),
	    t->path, t->line, t->columns[column], TC_ARG(value), _(wanted));
}

void tc_tsv_bad_value(struct tc_tsv *t, unsigned line, int column,
		      struct tc_str value, const char *wanted)
{
	value = shown(value);
	say(t, _("%s:%u: column '%s': '%.*s' is not %s; cell left out"),
	    t->path, line, t->columns[column], TC_ARG(value), _(wanted));
}

void tc_tsv_doubled(struct tc_tsv *t, unsigned line, unsigned earlier)
{
	say(t, _("%s:%u: the same as line %u, which is left out"), t->path,
	    line, earlier);
}

bool tc_tsv_yes(struct tc_tsv *t, int column, bool *yes)
{
	const struct tc_str cell = t->cell[column];

	*yes = tc_str_is(cell, "yes");
	if (*yes || !cell.n || tc_str_is(cell, "no"))
		return true;
	tc_tsv_bad_cell(t, column, N_("yes, no or nothing"));
	return false;
}

/* A picture or a spreadsheet has control characters. */
static bool is_text(struct tc_str line)
{
	for (size_t i = 0; i < line.n; i++) {
		const unsigned char c = (unsigned char)line.p[i];
		if (c == 0x7f || (c < ' ' && c != '\t' && c != '\r'))
			return false;
	}
	return tc_utf8_valid(line) == line.n;
}

/* The next line that is no comment. */
static bool next_line(struct tc_tsv *t, struct tc_str *line)
{
	while (tc_str_split(&t->rest, '\n', line)) {
		t->line++;
		if (tc_str_trim(*line).n && *line->p != '#')
			return true;
	}
	return false;
}

static void normalize(struct tc_tsv *t, struct tc_str line)
{
	tc_buf_clear(&t->normal);
	/* CR before the line feed is no end of a row */
	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	tc_normalize(line, &t->normal);
	t->row = tc_buf_str(&t->normal);
}

static void read_column(struct tc_tsv *t, struct tc_str name)
{
	size_t c = 0;

	while (c < t->count && !tc_str_is(name, t->columns[c]))
		c++;
	if (c < t->count && t->place[c] < 0)
		t->place[c] = (int)t->width;
	else if (c < t->count)
		say(t, _("%s:%u: column %zu: '%s' once more; the first one "
			 "is read"), t->path, t->line, t->width + 1,
		    t->columns[c]);
	else
		say(t, _("%s:%u: column %zu: '%.*s' is no known column; it is "
			 "not read"), t->path, t->line, t->width + 1,
		    TC_ARG(shown(name)));
	t->width++;
}

/* Whether the first line names one of our columns. */
static bool has_column(struct tc_str line, const char *column)
{
	struct tc_str name;

	while (tc_str_split(&line, '\t', &name))
		if (tc_str_is(tc_str_trim(name), column))
			return true;
	return false;
}

int tc_tsv_open(struct tc_tsv *t, struct tc_str bytes, struct tc_error *err)
{
	struct tc_str line, name;

	tc_assert(t->count >= 2 && t->count <= TC_TSV_COLUMNS_MAX);
	t->rest = tc_utf8_unmarked(bytes);
	for (size_t c = 0; c < t->count; c++)
		t->place[c] = -1;
	if (!bytes.n)
		return 0;
	if (!next_line(t, &line))
		return tc_fail(err, TC_E_INPUT, "%s: no line names the columns",
			       t->path);
	if (!is_text(line))
		return tc_fail(err, TC_E_INPUT, "%s:%u: not UTF-8 text; save "
			       "the table as UTF-8 text, its columns separated "
			       "by tabs", t->path, t->line);
	normalize(t, line);
	if (!has_column(t->row, t->columns[0]) ||
	    !has_column(t->row, t->columns[1]))
		return tc_fail(err, TC_E_INPUT,
			       "%s:%u: the first line must name the columns, "
			       "separated by tabs, '%s' and '%s' among them",
			       t->path, t->line, t->columns[0], t->columns[1]);
	for (line = t->row; tc_str_split(&line, '\t', &name);)
		read_column(t, tc_str_trim(name));
	return 0;
}

/* How many the row has; blank ones behind the last column do not count. */
static size_t split_cells(struct tc_tsv *t)
{
	struct tc_str rest = t->row, part;
	size_t n = 0, last = 0;

	for (size_t c = 0; c < t->count; c++)
		t->cell[c] = TC_STR("");
	for (; tc_str_split(&rest, '\t', &part); n++) {
		part = tc_str_trim(part);
		for (size_t c = 0; c < t->count; c++)
			if (t->place[c] == (int)n)
				t->cell[c] = part;
		if (part.n || n < t->width)
			last = n + 1;
	}
	return last;
}

static bool read_row(struct tc_tsv *t, struct tc_str line)
{
	if (line.n > LINE_BYTES_MAX) {
		tc_tsv_bad_row(t, LINE_TOO_LONG);
		return false;
	}
	if (!is_text(line)) {
		tc_tsv_bad_row(t, NOT_TEXT);
		return false;
	}
	normalize(t, line);
	const size_t cells = split_cells(t);
	if (cells == t->width)
		return true;
	say(t, P_("%s:%u: %zu cell, and not one for each of the %zu columns; "
		  "row left out",
		  "%s:%u: %zu cells, and not one for each of the %zu columns; "
		  "row left out", cells), t->path, t->line, cells, t->width);
	return false;
}

bool tc_tsv_next(struct tc_tsv *t)
{
	struct tc_str line;

	while (next_line(t, &line))
		if (read_row(t, line))
			return true;
	return false;
}

void tc_tsv_close(struct tc_tsv *t)
{
	char message[TC_MESSAGE_MAX];
	const unsigned more = t->faults - FAULTS_MAX;

	if (t->faults > FAULTS_MAX && t->warn) {
		snprintf(message, sizeof message,
			 P_("%s: and %u more fault", "%s: and %u more faults",
			    more), t->path, more);
		t->warn(t->ctx, message);
	}
	tc_buf_release(&t->normal);
}
