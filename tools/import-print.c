/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-print.h"

#include "base/language.h"
#include "fact/date.h"
#include "fact/describe.h"
#include "fact/json.h"
#include "import/import.h"
#include "query/contract.h"
#include "query/terminal.h"
#include "text/utf8.h"
#include "tools/import-rules.h"
#include "tools/tell.h"

#include <errno.h>
#include <stdio.h>

int import_print(struct tc_str text, struct tc_error *err)
{
	if (fwrite(text.p, 1, text.n, stdout) == text.n)
		return 0;
	return tc_fail(err, TC_E_OUTPUT, "cannot write the output: %s",
		       tc_strerror(errno));
}

int import_print_text(struct tc_str text, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 };

	tc_terminal_put(&out, text);
	return import_print(tc_buf_str(&out), err);
}

int import_print_json(struct tc_json *o, struct tc_error *err)
{
	TC_SCOPED_BUF line = { 0 };

	tc_json_write(o, &line);
	tc_buf_addc(&line, '\n');
	tc_json_free(o);
	return import_print(tc_buf_str(&line), err);
}

int import_print_error(const struct tc_error *what, struct tc_error *err)
{
	struct tc_json *top = tc_json_object(), *e = tc_json_object();
	TC_SCOPED_BUF message = { 0 };

	/* names of files are any bytes */
	tc_utf8_scrub(tc_str0(what->message), &message);
	tc_json_set_cstr(e, "code", tc_code_name(what->code));
	tc_json_set_str(e, "message", tc_buf_str(&message));
	tc_json_set(top, "error", e);
	return import_print_json(top, err);
}

int import_print_schema(const struct import_options *o, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 };

	if (tc_contract_print(TC_CONTRACT_IMPORT, o->argument, &out,
			      err) != 0)
		return -1;
	return import_print(tc_buf_str(&out), err);
}

/* What was found in an article, for a reader. */
static int explain_article(const struct tc_article *a, struct tc_error *err)
{
	const struct tc_published *p = &a->published;
	char date[TC_DATE_MAX];
	TC_SCOPED_BUF out = { 0 };

	/* TRANSLATORS: these labels, as wide as each other */
	tc_buf_printf(&out, _("%.*s\n  title      %.*s\n"),
		      TC_ARG(a->capture.source),
		      TC_ARG(tc_article_title(a)));
	if (a->url.n)
		tc_buf_printf(&out, _("  address    %.*s\n"), TC_ARG(a->url));
	tc_date_print(p->date, date);
	tc_buf_printf(&out, _("  published  %s%s (%s; %s)\n"),
		      *date ? date : _("unknown"),
		      p->inferred ? _(", year inferred") : "",
		      _(tc_basis_name(p->basis)), tc_rule_say(p->rule));
	tc_describe_facts(a, true, &out);
	tc_buf_addc(&out, '\n');
	return import_print_text(tc_buf_str(&out), err);
}

static int article_json(const struct tc_article *a, struct tc_error *err)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_str(o, "source", a->capture.source);
	tc_json_set_str_or_null(o, "url", a->url);
	tc_json_set_cstr(o, "status", "article");
	tc_json_set_cstr(o, "id", a->id);
	tc_json_set_str(o, "title", tc_article_title(a));
	tc_json_set_str(o, "text", a->text);
	tc_json_set_str(o, "language", a->language);
	tc_json_set(o, "published", tc_fact_json_published(&a->published));
	tc_json_set_str_or_null(o, "site", a->site);
	tc_json_set_str_or_null(o, "section", a->section);
	tc_json_set_str_or_null(o, "byline", a->byline);
	tc_json_set_str_or_null(o, "credit", a->credit);
	tc_fact_json_add(o, a);
	return import_print_json(o, err);
}

int import_print_article(const struct import_options *o,
			 const struct tc_article *a, struct tc_error *err)
{
	return o->explain ? explain_article(a, err) : article_json(a, err);
}

int import_print_reject(const struct import_options *o,
			const struct tc_capture *c, const char *reason,
			struct tc_str detail, struct tc_error *err)
{
	TC_SCOPED_BUF out = { 0 }, said = { 0 };

	if (!o->explain) {
		struct tc_json *line = tc_json_object();
		tc_json_set_str(line, "source", c->source);
		tc_json_set_cstr(line, "status", "rejected");
		tc_json_set_cstr(line, "reason", reason);
		tc_json_set_str(line, "detail", detail);
		return import_print_json(line, err);
	}
	tc_reject_say(detail, &said);
	tc_buf_printf(&out, _("%.*s\n  rejected   %s: %.*s\n\n"),
		      TC_ARG(c->source), _(reason), TC_ARG(tc_buf_str(&said)));
	return import_print_text(tc_buf_str(&out), err);
}

/* Nothing was lost on the way. */
static int check_sum(const struct import_counts *n, struct tc_error *err)
{
	uint64_t sum = n->rejected;

	for (int i = 0; i < TC_OUTCOME_COUNT; i++)
		sum += n->outcome[i];
	if (sum == n->captures)
		return 0;
	return tc_fail(err, TC_E_BUG,
		       "%llu captures were read, but %llu are accounted for; "
		       "please report it", (unsigned long long)n->captures,
		       (unsigned long long)sum);
}

static void tell_mixed(const struct import_options *o)
{
	TC_SCOPED_BUF tables = { 0 };

	import_rules_name(o, &tables);
	tell("tracuu-import",
	     _("some articles were read with other tables; read them anew "
	       "with: tracuu-import --db %s --rebuild --from-archive%s"),
	     o->db, tc_buf_cstr(&tables));
}

int import_print_counts(const struct import_options *o,
			const struct import_counts *n, const char *rejects,
			struct tc_error *err)
{
	const uint64_t *of = n->outcome;

	if (check_sum(n, err) != 0)
		return -1;
	if (o->json) {
		struct tc_json *line = tc_json_object();
		tc_json_set_int(line, "captures", (int64_t)n->captures);
		tc_json_set_int(line, "imported", (int64_t)of[TC_IMPORTED]);
		tc_json_set_int(line, "unchanged", (int64_t)of[TC_UNCHANGED]);
		tc_json_set_int(line, "replaced", (int64_t)of[TC_REPLACED]);
		tc_json_set_int(line, "duplicates", (int64_t)of[TC_DUPLICATE]);
		tc_json_set_int(line, "rejected", (int64_t)n->rejected);
		tc_json_set_int(line, "unreadable_paths", (int64_t)n->failed);
		tc_json_set_int(line, "missing", (int64_t)n->missing);
		return import_print_json(line, err);
	}
	if (o->quiet)
		return 0;
	/* With --dry-run stdout is the articles'. */
	fprintf(o->dry_run ? stderr : stdout,
		P_("%llu capture: %llu imported, %llu replaced, %llu "
		   "unchanged, %llu duplicates, %llu rejected\n",
		   "%llu captures: %llu imported, %llu replaced, %llu "
		   "unchanged, %llu duplicates, %llu rejected\n",
		   (unsigned long)n->captures),
		(unsigned long long)n->captures,
		(unsigned long long)of[TC_IMPORTED],
		(unsigned long long)of[TC_REPLACED],
		(unsigned long long)of[TC_UNCHANGED],
		(unsigned long long)of[TC_DUPLICATE],
		(unsigned long long)n->rejected);
	if (n->missing)
		printf(o->missing == TC_MISSING_MARK ?
			       _("%llu vanished: marked\n") :
			       _("%llu vanished: deleted\n"),
		       (unsigned long long)n->missing);
	if (n->rejected && !o->dry_run)
		tell("tracuu-import", _("why: %s"), rejects);
	if (n->mixed)
		tell_mixed(o);
	return 0;
}
