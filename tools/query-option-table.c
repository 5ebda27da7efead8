/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every option, with what reads its value. */
#include "config.h"

#include "tools/query-options.h"

#include "base/language.h"
#include "base/mem.h"
#include "query/contract.h"
#include "query/output.h"
#include "query/terminal.h"
#include "text/utf8.h"
#include "tools/query-values.h"

#include <unistd.h>

#define SNIPPET_MAX 10000
#define KWIC_MAX 1000
#define TIMEOUT_MAX 86400000	/* ms: a day */
#define EXPANSION_MAX 10000
#define MEMORY_MAX 1000000
#define LIMIT_MAX 1000000000	/* of hits, and of hits passed over */

static const char *const format_names[QUERY_FORMAT_COUNT + 1] = {
	[QUERY_TEXT] = "text",
	[QUERY_JSON] = "json",
	[QUERY_JSONL] = "jsonl",
	[QUERY_CSV] = "csv",
	[QUERY_TSV] = "tsv",
	[QUERY_IDS] = "ids",
	[QUERY_HTML] = "html",
	[QUERY_BIBTEX] = "bibtex",
	[QUERY_CSL] = "csl",
	[QUERY_RIS] = "ris",
	[QUERY_SVG] = "svg",
	[QUERY_DOT] = "dot",
	[QUERY_GRAPHML] = "graphml",
};

const char *query_format_name(enum query_format f)
{
	return format_names[f];
}

/* Which commands an option is for. */
#define ON(name) (1u << QUERY_ON_##name)
#define ALL UINT32_MAX
#define READING \
	(ON(SEARCH) | ON(COUNT) | ON(TIMELINE) | ON(COMPARE) | ON(FACETS) | \
	 ON(EXPLAIN))
#define ASKING (READING | ON(CITES))

/* What an option may be given, in the order of its enum. */
#define CHOICES(name, ...) \
	static const char *const name[] = { __VA_ARGS__, NULL }

CHOICES(match_names, "auto", "all", "any");
CHOICES(sort_names, "relevance", "date");
CHOICES(kwic_sort_names, "doc", "left", "right");
CHOICES(period_names, "year", "quarter", "month");
CHOICES(color_names, "auto", "always", "never");
CHOICES(flag_names, "no", "yes");

/* ---- readers, one an option ---- */

#define READER(name) \
	static int name(const struct query_option *row, const char *arg, \
			struct query_options *o, struct tc_error *err)

/* Said to be so, or with "no" not to be so, against a configuration file. */
static int read_flag(const struct query_option *row, const char *arg,
		     bool *out, struct tc_error *err)
{
	int i = arg ? query_value_choose(row->name, arg, row->choices, err) : 1;

	if (i >= 0)
		*out = i;
	return i < 0 ? -1 : 0;
}

/* A number of what none of would make no sense. */
static int read_positive(const struct query_option *row, const char *arg,
			 uint32_t max, uint32_t *out, struct tc_error *err)
{
	uint32_t n;

	if (query_value_count(row->name, arg, max, &n, NULL) != 0 || !n)
		return tc_fail(err, TC_E_USAGE,
			       "--%s=%s: give a number from 1 to %u",
			       row->name, arg, max);
	*out = n;
	return 0;
}

READER(read_db)
{
	(void)row;
	if (o->db_over)
		o->db_count = 0;
	o->db_over = false;
	if (o->db_count == TC_ARCHIVES_MAX)
		return tc_fail(err, TC_E_USAGE, "--db: at most %d archives "
			       "are searched at once", TC_ARCHIVES_MAX);
	o->dbs[o->db_count++] = arg;
	return 0;
}

READER(read_from)
{
	struct tc_date last;

	return query_value_date(row->name, arg, &o->search.plan.from, &last,
				err);
}

READER(read_to)
{
	struct tc_date first;

	return query_value_date(row->name, arg, &first, &o->search.plan.to,
				err);
}

READER(read_as_of)
{
	return query_value_year(row->name, arg, &o->search.as_of, err);
}

READER(read_undated)
{
	(void)row, (void)arg, (void)err;
	o->search.plan.undated = true;
	return 0;
}

READER(read_no_collapse)
{
	return read_flag(row, arg, &o->search.no_collapse, err);
}

READER(read_match)
{
	int i = query_value_choose(row->name, arg, row->choices, err);

	o->search.match = (enum tc_match_mode)i;
	return i < 0 ? -1 : 0;
}

READER(read_sort)
{
	int i = query_value_choose(row->name, arg, row->choices, err);

	o->search.sort = (enum tc_sort)i;
	return i < 0 ? -1 : 0;
}

READER(read_limit)
{
	o->limited = true;
	return query_value_count(row->name, arg, LIMIT_MAX,
				 &o->search.limit, err);
}

READER(read_offset)
{
	return query_value_count(row->name, arg, LIMIT_MAX,
				 &o->search.offset, err);
}

READER(read_after)
{
	(void)row, (void)err;
	o->after = arg;
	return 0;
}

READER(read_sample)
{
	return read_positive(row, arg, LIMIT_MAX, &o->sample, err);
}

READER(read_seed)
{
	uint32_t seed;
	int bad = query_value_count(row->name, arg, UINT32_MAX, &seed, err);

	o->seed = seed;
	return bad;
}

READER(read_snippet)
{
	uint32_t columns;
	int bad = query_value_count(row->name, arg, SNIPPET_MAX, &columns, err);

	o->search.snippet_columns = columns;
	return bad;
}

READER(read_schema)
{
	(void)row, (void)err;
	o->command = &query_schema_command;
	o->schema = arg;
	return 0;
}

READER(read_timeout)
{
	return query_value_count(row->name, arg, TIMEOUT_MAX, &o->timeout_ms,
				 err);
}

READER(read_expansion)
{
	return read_positive(row, arg, EXPANSION_MAX, &o->search.expansion,
			     err);
}

READER(read_query_bytes)
{
	return query_value_count(row->name, arg, TC_QUERY_BYTES_MAX,
				 &o->query_bytes, err);
}

READER(read_memory)
{
	return query_value_count(row->name, arg, MEMORY_MAX, &o->memory_mb,
				 err);
}

READER(read_accessed)
{
	return query_value_day(row->name, arg, &o->accessed, err);
}

READER(read_hyperlinks)
{
	return read_flag(row, arg, &o->hyperlinks, err);
}

READER(read_stamp)
{
	return read_flag(row, arg, &o->stamp, err);
}

static const char *const remote_names[] = {
	[TC_REMOTE_NONE] = "no", [TC_REMOTE_TCP] = "tcp",
	[TC_REMOTE_SSH] = "ssh", NULL
};

READER(read_remote)
{
	for (size_t i = 0; remote_names[i]; i++) {
		if (strcmp(arg ? arg : "tcp", remote_names[i]) != 0)
			continue;
		o->remote = (enum tc_remote_allowed)i;
		return 0;
	}
	return tc_fail(err, TC_E_USAGE, "--%s=%s: choose one of no, tcp, ssh",
		       row->name, arg);
}

READER(read_zero)
{
	(void)row, (void)arg, (void)err;
	o->zero = true;
	o->format = QUERY_IDS;
	return 0;
}

/* As the fields of queries are called, of those that are fields. */
static const char *const facets_in_vietnamese[TC_FACET_COUNT] = {
	[TC_FACET_NUMBER] = "so", [TC_FACET_TYPE] = "loai",
	[TC_FACET_ISSUER] = "noi-ban-hanh", [TC_FACET_UNIT] = "donvi",
	[TC_FACET_YEAR] = "nam", [TC_FACET_SITE] = "nguon",
};

/* A facet by its name, or -1. */
static int facet_named(const struct query_option *row, struct tc_str name,
		       struct tc_error *err)
{
	const char *names[TC_FACET_COUNT + 1] = { NULL };
	TC_SCOPED_FREE char *word = tc_strdup(name);
	const bool utf8 = tc_utf8_valid(name) == name.n;

	for (int f = 0; f < TC_FACET_COUNT; f++) {
		if (utf8 && tc_query_is_name(name, facets_in_vietnamese[f]))
			return f;
		names[f] = tc_facet_name((enum tc_facet)f);
	}
	return query_value_choose(row->name, word, names, err);
}

/* "year/type": one inside another. */
static int read_nested(const struct query_option *row, struct tc_str outer,
		       struct tc_str inner, struct query_options *o,
		       struct tc_error *err)
{
	if (memchr(inner.p, '/', inner.n))
		return tc_fail(err, TC_E_USAGE,
			       "--facets=%.*s/%.*s: one facet inside another, "
			       "no deeper", TC_ARG(outer), TC_ARG(inner));
	int out = facet_named(row, outer, err);
	int in = out < 0 ? -1 : facet_named(row, inner, err);

	if (in < 0)
		return -1;
	if (o->nested_count == TC_NESTED_MAX)
		return tc_fail(err, TC_E_USAGE,
			       "--facets: at most %d pairs of facets",
			       TC_NESTED_MAX);
	o->nested[o->nested_count++] = (struct tc_nested){
		.outer = (enum tc_facet)out, .inner = (enum tc_facet)in
	};
	return 0;
}

READER(read_facets)
{
	struct tc_str rest = tc_str0(arg), part, outer;

	while (tc_str_split(&rest, ',', &part)) {
		struct tc_str inner = part;
		tc_str_split(&inner, '/', &outer);
		if (inner.p) {
			if (read_nested(row, outer, inner, o, err) != 0)
				return -1;
			continue;
		}
		int f = facet_named(row, part, err);
		if (f < 0)
			return -1;
		o->search.facets |= 1u << f;
	}
	return 0;
}

READER(read_kwic)
{
	return read_positive(row, arg, KWIC_MAX, &o->kwic, err);
}

READER(read_kwic_sort)
{
	int i = query_value_choose(row->name, arg, row->choices, err);

	o->kwic_sort = (enum tc_kwic_sort)i;
	return i < 0 ? -1 : 0;
}

READER(read_by)
{
	int i = query_value_choose(row->name, arg, row->choices, err);

	o->by = (enum tc_period)i;
	return i < 0 ? -1 : 0;
}

READER(read_format)
{
	int i = query_value_choose(row->name, arg, row->choices, err);

	if (i >= 0)
		o->format = (enum query_format)i;
	return i < 0 ? -1 : 0;
}

/* 20 and 21 tell a front end which of the two is too old. */
READER(read_format_version)
{
	uint32_t n;

	(void)o;
	if (query_value_count(row->name, arg, 1000000, &n, err) != 0)
		return -1;
	if (n < TC_FORMAT_VERSION)
		return tc_fail(err, TC_E_FORMAT_OLD,
			       "format version %u is no longer written; this "
			       "is version %d", n, TC_FORMAT_VERSION);
	if (n > TC_FORMAT_VERSION)
		return tc_fail(err, TC_E_FORMAT_NEW,
			       "format version %u is not known; this is "
			       "version %d", n, TC_FORMAT_VERSION);
	return 0;
}

READER(read_facts)
{
	(void)row, (void)arg, (void)err;
	o->facts = true;
	return 0;
}

READER(read_color)
{
	int i = query_value_choose(row->name, arg, row->choices, err);

	o->color = i == 1 || (!i && tc_terminal_wants_color(STDOUT_FILENO));
	return i < 0 ? -1 : 0;
}

READER(read_queries)
{
	(void)row, (void)err;
	o->search.names = arg;
	return 0;
}

READER(read_config)
{
	(void)row, (void)err;
	o->config.file = arg;
	return 0;
}

/* --queries stands, wherever it was given. */
READER(read_no_config)
{
	(void)row, (void)arg, (void)err;
	o->config.none = true;
	return 0;
}

READER(read_explain_query)
{
	(void)row, (void)arg, (void)err;
	o->explain_query = true;
	return 0;
}

/* A row without a reader ends the program well: the help, the version. */
const struct query_option query_option_table[] = {
	{ "db", N_("DIR"), read_db,
	  N_("the archive (else TRACUU_DB, else ./archive);\nrepeated: several, searched as one"), NULL, ALL },
	{ "from", N_("DATE"), read_from,
	  N_("published on or after (2023, 6/2023, 2023-06-15)"), NULL, ASKING },
	{ "to", N_("DATE"), read_to,
	  N_("published on or before"), NULL, ASKING },
	{ "as-of", N_("YEAR"), read_as_of,
	  N_("units as of that year: since 2025 also those of the\n"
	     "provinces merged into one"), NULL, READING },
	{ "undated", NULL, read_undated,
	  N_("only articles without a date"), NULL, ASKING },
	{ "no-collapse", "[no]", read_no_collapse,
	  N_("show every copy of a story, not one"), flag_names, ON(SEARCH) },
	{ "match", N_("MODE"), read_match,
	  N_("auto (all words, then some), all, any"), match_names, READING },
	{ "sort", N_("ORDER"), read_sort,
	  N_("relevance, date (newest first)"), sort_names, ON(SEARCH) },
	{ "limit", N_("N"), read_limit,
	  N_("hits to show (10; all of them where they are\nwritten as they are "
	     "read: jsonl, csv, tsv, ids, ...)"), NULL, ON(SEARCH) | ON(COMPLETE) },
	{ "offset", N_("N"), read_offset,
	  N_("hits to pass over (0)"), NULL, ON(SEARCH) },
	{ "after", N_("CURSOR"), read_after,
	  N_("the page behind the one whose \"next\" this is"), NULL, ON(SEARCH) },
	{ "sample", N_("N"), read_sample,
	  N_("N of all, chosen by chance (not in text and json)"), NULL, ON(SEARCH) },
	{ "seed", N_("N"), read_seed,
	  N_("another choice (0)"), NULL, ON(SEARCH) },
	{ "snippet", N_("N"), read_snippet,
	  N_("columns of the passage shown (220)"), NULL, ON(SEARCH) },
	{ "facets", N_("LIST"), read_facets,
	  N_("count number,type,issuer,unit,year,site; facets: one\n"
	     "inside another too, year/type"), NULL, ON(SEARCH) | ON(FACETS) },
	{ "kwic", N_("N"), read_kwic,
	  N_("every place that answers, N columns on each side"), NULL, ON(SEARCH) },
	{ "kwic-sort", N_("ORDER"), read_kwic_sort,
	  N_("doc (as the articles), left, right (by neighbours)"), kwic_sort_names, ON(SEARCH) },
	{ "by", N_("PERIOD"), read_by,
	  N_("timeline, compare: year, quarter, month (month)"), period_names, ON(TIMELINE) | ON(COMPARE) },
	{ "format", N_("FORMAT"), read_format,
	  N_("text, json, jsonl, csv, tsv, ids, bibtex, csl, ris;\n"
	     "show: html; timeline, compare: svg; cites: dot, graphml"), format_names, ALL },
	{ "null", NULL, read_zero,
	  N_("ids that end in NUL; also -0"), NULL, ON(SEARCH) | ON(SHOW) },
	{ "format-version", N_("N"), read_format_version,
	  N_("of the JSON (1)"), NULL, ALL },
	{ "timeout-ms", N_("N"), read_timeout,
	  N_("end after so long with what was found (0: never)"), NULL, ALL },
	{ "max-expansion", N_("N"), read_expansion,
	  N_("words that one * may stand for (200)"), NULL, ALL },
	{ "max-query-bytes", N_("N"), read_query_bytes,
	  N_("refuse a longer query (16384)"), NULL, ALL },
	{ "max-memory", N_("N"), read_memory,
	  N_("megabytes of address space (1024; 0: no limit)"), NULL, ALL },
	{ "facts", NULL, read_facts,
	  N_("show: print the facts of the article"), NULL, ON(SHOW) },
	{ "accessed", N_("DAY"), read_accessed,
	  N_("for citations: when the pages were read, where the\ncrawl did not "
	     "say"), NULL, ON(SEARCH) },
	{ "color", N_("WHEN"), read_color,
	  N_("auto, always, never"), color_names, ALL },
	{ "hyperlinks", "[no]", read_hyperlinks,
	  N_("titles lead to their pages, in terminals that can"), flag_names, ON(SEARCH) },
	{ "stamp", "[no]", read_stamp,
	  N_("say which state of the archive answered what"), flag_names, ASKING & ~ON(EXPLAIN) },
	{ "remote", N_("[HOW]"), read_remote,
	  N_("ask shards on other machines: tcp, or ssh, too"), remote_names, ALL },
	{ "print-schema", N_("[NAME]"), read_schema,
	  N_("print the JSON schema, of one output or of all"),
	  tc_contract_of_tracuu, ALL },
	{ "queries", N_("FILE"), read_queries,
	  N_("named queries, for @name (else tracuu/queries in the\n"
	     "configuration directory)"), NULL, READING },
	{ "config", N_("FILE"), read_config,
	  N_("options from FILE, not from the configuration\ndirectories; see "
	     "tracuu.conf(5)"), NULL, ALL },
	{ "no-config", NULL, read_no_config,
	  N_("no configuration file is read"), NULL, ALL },
	{ "explain-query", NULL, read_explain_query,
	  N_("print how the query is understood, and stop"), NULL, ASKING },
	{ "help", NULL, NULL, NULL, NULL, ALL },
	{ "version", NULL, NULL, NULL, NULL, ALL },
};
const size_t query_option_count =
	sizeof query_option_table / sizeof *query_option_table;
