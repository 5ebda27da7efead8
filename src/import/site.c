/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/site.h"

#include "base/file.h"
#include "base/language.h"
#include "text/normalize.h"
#include "text/utf8.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdint.h>
#include <strings.h>

#define FILE_MAX ((size_t)4 << 20)
/* Steps of one evaluation; the longest sensible ones take thousands. */
#define OPERATIONS_MAX 2000000

static const struct tc_sites *used;

void tc_sites_use(const struct tc_sites *s)
{
	used = s;
}

const struct tc_sites *tc_sites_used(void)
{
	return used;
}

bool tc_site_fits(struct tc_str rule, struct tc_str host)
{
	if (rule.n > 1 && *rule.p == '*')
		return tc_str_ends(host, tc_str_from(rule, 1));
	return tc_str_eq(rule, host);
}

const struct tc_site *tc_site_find(struct tc_str host)
{
	const struct tc_site *found = NULL;

	for (size_t i = 0; used && host.n && i < used->n; i++)
		if (tc_site_fits(used->v[i].host, host))
			found = &used->v[i];
	return found;
}

/* ---- reading ---- */

struct reader {
	struct tc_sites *sites;
	const char *path;
	size_t line;
	struct tc_error *err;
};

typedef int read_fn(struct reader *r, struct tc_site *site,
		    struct tc_str value);

static int bad(const struct reader *r, const char *what, struct tc_str value)
{
	return tc_fail(r->err, TC_E_USAGE, "%s:%zu: %s '%.*s'", r->path,
		       r->line, _(what), TC_ARG(value));
}

static void quiet(void *ctx, xmlErrorPtr error)
{
	(void)ctx, (void)error;
}

static int compile(struct reader *r, xmlXPathCompExprPtr *out,
		   struct tc_str value)
{
	TC_SCOPED_FREE char *text = tc_strdup(value);
	xmlXPathContextPtr context = xmlXPathNewContext(NULL);

	if (!context)
		tc_out_of_memory();
	if (*out) {
		xmlXPathFreeContext(context);
		return bad(r, N_("a second expression for the same part:"), value);
	}
	context->error = quiet;
	context->opLimit = OPERATIONS_MAX;
	*out = xmlXPathCtxtCompile(context, (const xmlChar *)text);
	xmlXPathFreeContext(context);
	return *out ? 0 : bad(r, N_("not an XPath expression:"), value);
}

static int read_title(struct reader *r, struct tc_site *site,
		      struct tc_str value)
{
	return compile(r, &site->title, value);
}

static int read_body(struct reader *r, struct tc_site *site,
		     struct tc_str value)
{
	return compile(r, &site->body, value);
}

static int read_date(struct reader *r, struct tc_site *site,
		     struct tc_str value)
{
	return compile(r, &site->date, value);
}

static int read_order(struct reader *r, struct tc_site *site,
		      struct tc_str value)
{
	static const char *const orders[] = {
		[TC_ORDER_DMY] = "dmy", [TC_ORDER_MDY] = "mdy",
		[TC_ORDER_YMD] = "ymd",
	};

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
		if (tc_str_is(value, orders[i])) {
			site->order = (enum tc_date_order)i;
			return 0;
		}
	return bad(r, N_("the order of a date is dmy, mdy or ymd, not"), value);
}

static int read_unit(struct reader *r, struct tc_site *site,
		     struct tc_str value)
{
	(void)r;
	site->unit = value;
	return 0;
}

static int add_line(struct reader *r, const struct tc_site *site,
		    struct tc_str value, bool keep)
{
	struct tc_sites *s = r->sites;

	s->lines = tc_arena_grow(&s->arena, s->lines, s->line_count,
				 &s->line_cap, sizeof *s->lines);
	s->lines[s->line_count++] = (struct tc_site_line){
		.host = site->host, .line = value, .keep = keep };
	return 0;
}

static int read_keep(struct reader *r, struct tc_site *site,
		     struct tc_str value)
{
	return add_line(r, site, value, true);
}

static int read_drop(struct reader *r, struct tc_site *site,
		     struct tc_str value)
{
	return add_line(r, site, value, false);
}

static const struct {
	const char *name;
	read_fn *read;
} keys[] = {
	{ "title", read_title }, { "body", read_body }, { "date", read_date },
	{ "date-order", read_order }, { "unit", read_unit },
	{ "keep", read_keep }, { "drop", read_drop },
};

static int open_site(struct reader *r, struct tc_str line)
{
	struct tc_sites *s = r->sites;

	if (!tc_str_ends(line, TC_STR("]")) || line.n < 3)
		return bad(r, N_("a site begins with [host], not"), line);
	struct tc_str host = tc_str_trim(tc_str(line.p + 1, line.n - 2));
	for (size_t i = 0; i < host.n; i++)
		if (!((host.p[i] | 32) >= 'a' && (host.p[i] | 32) <= 'z') &&
		    !strchr("0123456789.-*", host.p[i]))
			return bad(r, N_("not the name of a host:"), host);
	s->v = tc_arena_grow(&s->arena, s->v, s->n, &s->cap, sizeof *s->v);
	s->v[s->n++] = (struct tc_site){ .host = host };
	return 0;
}

static int read_rule(struct reader *r, struct tc_str line)
{
	struct tc_sites *s = r->sites;
	size_t n = 0;

	if (*line.p == '[')
		return open_site(r, line);
	if (!s->n)
		return bad(r, N_("a rule before the first [host]:"), line);
	while (n < line.n && line.p[n] != ' ' && line.p[n] != '\t')
		n++;
	struct tc_str key = tc_str(line.p, n);
	struct tc_str value = tc_str_trim(tc_str_from(line, n));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (tc_str_is(key, keys[i].name))
			return value.n ?
				keys[i].read(r, &s->v[s->n - 1], value) :
				bad(r, N_("nothing behind"), key);
	return bad(r, N_("there is title, body, date, date-order, unit, keep, "
		   "drop; not"), key);
}

int tc_sites_load(struct tc_sites *s, const char *path, struct tc_error *err)
{
	TC_SCOPED_BUF bytes = { 0 }, text = { 0 };
	struct reader r = { .sites = s, .path = path, .err = err };
	struct tc_str line;

	if (tc_file_read(path, FILE_MAX, &bytes, err) != 0)
		return -1;
	size_t good = tc_utf8_valid(tc_buf_str(&bytes));
	if (good != bytes.n)
		return tc_fail(err, TC_E_USAGE, "%s: not UTF-8 at byte %zu",
			       path, good);
	tc_normalize(tc_utf8_unmarked(tc_buf_str(&bytes)), &text);
	struct tc_str rest = tc_arena_str(&s->arena, tc_buf_str(&text));
	s->hash = (uint64_t)tc_str_hash(rest, 0) << 32 | tc_str_hash(rest, 1);
	while (tc_str_split(&rest, '\n', &line)) {
		r.line++;
		line = tc_str_trim(line);
		if (line.n && *line.p != '#' && read_rule(&r, line) != 0)
			return -1;
	}
	return 0;
}

void tc_sites_release(struct tc_sites *s)
{
	for (size_t i = 0; i < s->n; i++) {
		xmlXPathFreeCompExpr(s->v[i].title);
		xmlXPathFreeCompExpr(s->v[i].body);
		xmlXPathFreeCompExpr(s->v[i].date);
	}
	if (used == s)
		used = NULL;
	tc_arena_release(&s->arena);
	*s = (struct tc_sites){ 0 };
}

/* ---- applying ---- */

static xmlXPathObjectPtr evaluate(const struct tc_tree *t,
				  xmlXPathCompExprPtr expr)
{
	xmlXPathContextPtr context = xmlXPathNewContext(t->doc);

	if (!context)
		tc_out_of_memory();
	context->error = quiet;
	context->opLimit = OPERATIONS_MAX;
	xmlXPathObjectPtr found = xmlXPathCompiledEval(expr, context);
	xmlXPathFreeContext(context);
	return found;
}

size_t tc_site_elements(const struct tc_tree *t,
			struct _xmlXPathCompExpr *expr, uint32_t *out,
			size_t max)
{
	xmlXPathObjectPtr found = evaluate(t, expr);
	size_t n = 0;

	if (found && found->type == XPATH_NODESET && found->nodesetval) {
		xmlXPathNodeSetSort(found->nodesetval);
		for (int i = 0; i < found->nodesetval->nodeNr && n < max;
		     i++) {
			xmlNode *node = found->nodesetval->nodeTab[i];
			if (node->type == XML_TEXT_NODE)
				node = node->parent;
			if (node->type == XML_ELEMENT_NODE)
				out[n++] = tc_node_index(node);
		}
	}
	xmlXPathFreeObject(found);
	return n;
}

struct tc_str tc_site_text(const struct tc_tree *t,
			   struct _xmlXPathCompExpr *expr)
{
	xmlXPathObjectPtr found = evaluate(t, expr);
	TC_SCOPED_BUF normal = { 0 };

	if (!found)
		return (struct tc_str){ NULL, 0 };
	xmlChar *text = xmlXPathCastToString(found);
	tc_normalize(tc_str0((const char *)text), &normal);
	normal.n = tc_lines_squeeze(normal.p, normal.n);
	xmlFree(text);
	xmlXPathFreeObject(found);
	return tc_arena_str(t->arena, tc_str_trim(tc_buf_str(&normal)));
}

struct tc_str tc_site_date(struct tc_str printed, enum tc_date_order order,
			   struct tc_arena *arena)
{
	static const int places[][3] = {	/* of day, month, year */
		[TC_ORDER_DMY] = { 0, 1, 2 }, [TC_ORDER_MDY] = { 1, 0, 2 },
		[TC_ORDER_YMD] = { 2, 1, 0 },
	};
	unsigned v[3] = { 0 };
	size_t at = 0, n = 0;

	while (at < printed.n && n < 3) {
		bool digit = false;
		for (; at < printed.n && printed.p[at] >= '0' &&
		       printed.p[at] <= '9'; at++, digit = true)
			v[n] = v[n] < 100000 ? v[n] * 10 +
			       (unsigned)(printed.p[at] - '0') : v[n];
		n += digit;
		if (at < printed.n && n < 3 && !digit)
			at++;
	}
	const int *p = places[order];
	if (order == TC_ORDER_DMY || n < 3 || v[p[0]] > 31 || v[p[1]] > 12 ||
	    v[p[2]] < 1000 || v[p[2]] > 9999)
		return printed;
	return tc_arena_printf(arena, "%04u-%02u-%02u", v[p[2]], v[p[1]],
			       v[p[0]]);
}
