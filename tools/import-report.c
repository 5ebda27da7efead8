/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-report.h"

#include "base/language.h"
#include "index/conflicts.h"
#include "index/learn.h"
#include "tools/import-print.h"
#include "tools/import-rejects.h"

static int print_conflict(void *ctx, const struct tc_article *a,
			  const struct tc_contradiction *c,
			  struct tc_error *err)
{
	const struct import_options *options = ctx;
	TC_SCOPED_BUF out = { 0 };
	const char *kind = tc_contradiction_name(c->kind);

	if (options->json) {
		struct tc_json *o = tc_json_object();
		tc_json_set_cstr(o, "id", a->id);
		tc_json_set_str(o, "source", a->capture.source);
		tc_json_set_cstr(o, "kind", kind);
		tc_json_set_str(o, "printed", c->printed);
		tc_json_set_str(o, "stated", c->stated);
		tc_json_set_str(o, "expected", c->expected);
		if (c->kind == TC_CONTRADICTION_CITED)
			tc_json_set_bool(o, "confirmed", !c->unconfirmed);
		tc_json_set_int(o, "start", c->start);
		tc_json_set_int(o, "end", c->end);
		return import_print_json(o, err);
	}
	tc_buf_printf(&out, "%s  %.*s: %s: ", a->id,
		      TC_ARG(a->capture.source), _(kind));
	for (size_t i = 0; i < c->printed.n; i++) /* on one line */
		tc_buf_addc(&out, c->printed.p[i] == '\n'
					      ? ' ' : c->printed.p[i]);
	tc_buf_printf(&out, c->unconfirmed ?
		      _(": %.*s, expected %.*s (not confirmed)\n") :
		      _(": %.*s, expected %.*s\n"),
		      TC_ARG(c->stated), TC_ARG(c->expected));
	return import_print_text(tc_buf_str(&out), err);
}

static int conflicts(const struct import_options *o,
		     struct tc_archive *archive, struct tc_error *err)
{
	return tc_conflicts_each(archive, print_conflict, (void *)o, err);
}

static int print_furniture(void *ctx, const struct tc_furniture_line *line,
			   struct tc_error *err)
{
	const struct import_options *options = ctx;
	TC_SCOPED_BUF out = { 0 };

	if (options->json) {
		struct tc_json *o = tc_json_object();
		tc_json_set_str(o, "host", line->host);
		tc_json_set_str(o, "line", line->line);
		tc_json_set_int(o, "articles", (int64_t)line->articles);
		tc_json_set_int(o, "of", (int64_t)line->of);
		tc_json_set_str(o, "why", line->why);
		return import_print_json(o, err);
	}
	tc_buf_printf(&out, _("%.*s  %llu of %llu  %s: %.*s\n"),
		      TC_ARG(line->host), (unsigned long long)line->articles,
		      (unsigned long long)line->of, _(line->why.p),
		      TC_ARG(line->line));
	return import_print_text(tc_buf_str(&out), err);
}

static int furniture(const struct import_options *o,
		     struct tc_archive *archive, struct tc_error *err)
{
	return tc_learn_each(archive, print_furniture, (void *)o, err);
}

/* ---- captures that vanished ---- */

struct marks {
	const struct import_options *o;
	struct tc_error *err;
	bool bad;
};

static bool print_mark(void *ctx, struct tc_str key, struct tc_str value)
{
	struct marks *m = ctx;
	TC_SCOPED_BUF out = { 0 };
	struct tc_json *v = tc_json_read(value, NULL);

	(void)key;
	if (m->o->json)
		tc_buf_addstr(&out, value);
	else
		tc_buf_printf(&out, _("%.*s  %.*s: not there since %.*s"),
			      TC_ARG(tc_json_get_str(v, "id")),
			      TC_ARG(tc_json_get_str(v, "source")),
			      TC_ARG(tc_json_get_str(v, "since")));
	tc_buf_addc(&out, '\n');
	tc_json_free(v);
	m->bad = import_print_text(tc_buf_str(&out), m->err) != 0;
	return !m->bad;
}

static int missing(const struct import_options *o, struct tc_archive *archive,
		   struct tc_error *err)
{
	struct marks m = { .o = o, .err = err };
	int bad = tc_xdb_metadata_each(archive->db, TC_META_MISSING,
				       print_mark, &m, err);

	return bad || m.bad ? -1 : 0;
}

const char *const import_report_names[] = {
	"conflicts", "furniture", "missing", "rejects", NULL
};
static int (*const reports[])(const struct import_options *o,
			      struct tc_archive *archive,
			      struct tc_error *err) = {
	conflicts, furniture, missing, import_report_rejects
};

static int unknown(const char *name, struct tc_error *err)
{
	TC_SCOPED_BUF names = { 0 };

	for (size_t i = 0; import_report_names[i]; i++)
		tc_buf_printf(&names, "%s%s", i ? ", " : "",
			      import_report_names[i]);
	return tc_fail(err, TC_E_USAGE, "--report=%s: choose one of %s", name,
		       tc_buf_cstr(&names));
}

int import_report(const struct import_options *o, struct tc_error *err)
{
	struct tc_archive archive = { 0 };
	size_t i = 0;

	while (import_report_names[i] &&
	       strcmp(import_report_names[i], o->argument) != 0)
		i++;
	if (!import_report_names[i])
		return unknown(o->argument, err);
	int bad = tc_archive_open(&archive, o->db, err) != 0 ||
		  reports[i](o, &archive, err) != 0;
	tc_archive_close(&archive);
	return bad ? -1 : 0;
}
