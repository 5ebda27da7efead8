/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Walks over the marks of lines (line-marks.h), so that an import of a few
 * articles reads the records of those that it changes, and memory does not
 * grow with the archive:
 *
 *   1  a sketch: small counters, lines fall into them by hash; and the
 *      articles of each host
 *   2  exact counts of the lines whose counter is high enough
 *   3  which articles are cut otherwise than they should be
 *
 * Those are read, and written again.
 */
#include "config.h"

#include "index/learn.h"

#include "base/json.h"
#include "base/language.h"
#include "index/document.h"
#include "index/indexer.h"
#include "index/learn-lines.h"
#include "index/line-marks.h"
#include "index/record.h"
#include "index/rows.h"
#include "index/schema.h"

#include <stdio.h>
#include <stdlib.h>

#define SKETCH_BITS 24
#define SKETCH_SIZE ((size_t)1 << SKETCH_BITS)
#define LINES_MAX ((size_t)1 << 20)	/* counted exactly: 100 MB */

/* A line at the edge of the text is furniture sooner: subheads of minutes and
 * reports ("Ket qua", "I. Danh gia") stand in the middle, and in some
 * hundredths of a host's articles; menus, credits and calls of a site stand
 * at the edge.  Fewer than five of a kind are as likely one notice that was
 * published again and again. */
static const struct {
	uint64_t articles, percent;
	bool edge;
} thresholds[] = {
	{ 5, 2, true },
	{ 8, 10, false },
};
#define EDGE_PERCENT 90
#define ARTICLES_MIN 5

struct count {
	uint32_t hash, host;	/* of the line, of its host */
	uint32_t articles, edge;
	/* The same line is printed in small variants: the article that is
	 * first in order shows it, whenever it came. */
	uint32_t order, docid;
	uint64_t key;		/* of the line as it is shown */
	struct tc_str text, name;	/* of the line, of the host */
	bool furniture, by_rule;
};

/* What a rule says of a line of a host. */
struct ruled {
	uint32_t hash;
	bool keep;
};

struct host {
	uint32_t hash, articles;
	uint32_t docid;		/* of one of them */
};

struct learning {
	struct tc_archive *archive;
	struct tc_xdb *db;
	const struct tc_rules *facts;
	const struct tc_learn_rules *rules;
	struct tc_error *err;
	struct tc_arena arena, own;	/* of one article; of the whole */
	uint8_t *sketch;
	struct tc_rows counts, hosts, ruled;
	uint32_t *due;		/* articles to be written again */
	size_t due_n, due_cap;
	uint64_t *changed;
	void (*look)(struct learning *l, uint32_t docid,
		     const struct tc_line_marks *m);
};

/* ---- tables ---- */

static struct host *host_of(struct learning *l, uint32_t hash)
{
	return tc_rows_add(&l->hosts, hash);
}

static struct count *find_count(const struct learning *l, uint32_t hash)
{
	return tc_rows_find(&l->counts, hash);
}

static struct count *add_count(struct learning *l, uint32_t hash)
{
	return l->counts.n < LINES_MAX ? tc_rows_add(&l->counts, hash) :
					 tc_rows_find(&l->counts, hash);
}

static struct count *count_at(const struct learning *l, size_t i)
{
	return tc_rows_at(&l->counts, i);
}

/* What the rules say of a line; NULL where they say nothing. */
static const struct ruled *find_ruled(const struct learning *l, uint32_t hash)
{
	return tc_rows_find(&l->ruled, hash);
}

/* ---- walks ---- */

static int read_document(struct learning *l, uint32_t docid,
			 struct tc_record *r)
{
	tc_arena_clear(&l->arena);
	return tc_record_load(l->db, docid, &l->arena, r, l->err);
}

static bool each_value(void *ctx, uint32_t docid, struct tc_str value)
{
	struct learning *l = ctx;
	struct tc_line_marks m;

	if (tc_line_marks_get(value, &m))
		l->look(l, docid, &m);
	return true;
}

static int walk(struct learning *l,
		void (*look)(struct learning *l, uint32_t docid,
			     const struct tc_line_marks *m))
{
	l->look = look;
	return tc_xdb_values(l->db, TC_SLOT_LINES, each_value, l, l->err);
}

static void sketch_lines(struct learning *l, uint32_t docid,
			 const struct tc_line_marks *m)
{
	struct host *h = host_of(l, m->host);

	h->articles++;
	h->docid = docid;
	for (size_t i = 0; i < m->n; i++) {
		uint32_t hash = tc_line_marks_at(m, i).hash;
		uint8_t *n = &l->sketch[hash & (SKETCH_SIZE - 1)];
		if (hash && *n < UINT8_MAX)
			++*n;
	}
}

/* Whether article a shows a line, rather than b of the same order. */
static bool is_before(struct learning *l, uint32_t a, uint32_t b)
{
	TC_SCOPED_BUF x = { 0 }, y = { 0 };

	return tc_xdb_value(l->db, a, TC_SLOT_ID, &x, l->err) == 0 &&
	       tc_xdb_value(l->db, b, TC_SLOT_ID, &y, l->err) == 0 &&
	       tc_str_cmp(tc_buf_str(&x), tc_buf_str(&y)) < 0;
}

static void count_line(struct learning *l, struct count *c, uint32_t docid,
		       uint32_t order, bool edge)
{
	c->articles++;
	c->edge += edge;
	if (c->docid && (order > c->order ||
			 (order == c->order &&
			  !is_before(l, docid, c->docid))))
		return;
	c->order = order;
	c->docid = docid;
}

static void count_lines(struct learning *l, uint32_t docid,
			const struct tc_line_marks *m)
{
	uint32_t order = 0;

	for (size_t i = 0; i < m->n; i++) {
		struct tc_line_mark mark = tc_line_marks_at(m, i);
		bool often = l->sketch[mark.hash & (SKETCH_SIZE - 1)] >=
			     ARTICLES_MIN;
		if (!mark.hash || (!often && !find_ruled(l, mark.hash)))
			continue;
		struct count *c = add_count(l, mark.hash);
		if (!c)
			continue;
		if (!order)
			order = tc_line_marks_order(m);
		c->host = m->host;
		count_line(l, c, docid, order, mark.edge);
	}
}

/* ---- rules ---- */

static bool fits(struct tc_str rule, struct tc_str host)
{
	if (rule.n > 1 && *rule.p == '*')
		return tc_str_ends(host, tc_str_from(rule, 1));
	return tc_str_eq(rule, host);
}

static void rule_line(struct learning *l, const struct tc_learn_rule *rule,
		      struct tc_str host)
{
	uint64_t key = tc_learn_key(tc_learn_host_key(host), rule->line);

	if (key)
		((struct ruled *)tc_rows_add(&l->ruled, tc_line_hash(key)))
			->keep = rule->keep;
}

/* The names of all hosts. */
static int name_hosts(struct learning *l, struct tc_str *names)
{
	struct tc_record r;

	for (size_t i = 0; i < l->hosts.n; i++) {
		const struct host *h = tc_rows_at(&l->hosts, i);
		if (read_document(l, h->docid, &r) != 0)
			return -1;
		names[i] = tc_arena_str(&l->own, tc_learn_host(&r.article));
	}
	return 0;
}

/* The last rule counts. */
static int take_rules(struct learning *l)
{
	struct tc_str *names = tc_arena_alloc(&l->own,
					      l->hosts.n * sizeof *names);

	if (!l->rules->n)
		return 0;
	if (name_hosts(l, names) != 0)
		return -1;
	for (size_t i = 0; i < l->rules->n; i++)
		for (size_t k = 0; k < l->hosts.n; k++)
			if (fits(l->rules->v[i].host, names[k]))
				rule_line(l, &l->rules->v[i], names[k]);
	return 0;
}

/* ---- deciding ---- */

bool tc_learn_is_furniture(uint64_t articles, uint64_t edge, uint64_t of)
{
	bool at_edge = edge * 100 >= articles * EDGE_PERCENT;

	for (size_t i = 0; i < sizeof thresholds / sizeof *thresholds; i++)
		if (articles >= thresholds[i].articles &&
		    articles * 100 >= of * thresholds[i].percent &&
		    (at_edge || !thresholds[i].edge))
			return true;
	return false;
}

static void decide(struct learning *l)
{
	for (size_t i = 0; i < l->counts.n; i++) {
		struct count *c = count_at(l, i);
		const struct ruled *rule = find_ruled(l, c->hash);
		c->by_rule = rule;
		c->furniture = rule ? !rule->keep :
			tc_learn_is_furniture(c->articles, c->edge,
					      host_of(l, c->host)->articles);
	}
}

/* Reads how lines are printed in the article that shows them. */
static int show(struct learning *l, uint32_t docid)
{
	struct tc_learn_lines lines;
	struct tc_record r;

	if (read_document(l, docid, &r) != 0)
		return -1;
	tc_learn_lines(&r.article, &l->arena, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		const struct tc_learn_line *line = &lines.v[i];
		struct count *c = line->key && !line->again ?
			find_count(l, tc_line_hash(line->key)) : NULL;
		if (!c || c->docid != docid)
			continue;
		c->key = line->key;
		c->text = tc_arena_str(&l->own, line->text);
		c->name = tc_arena_str(&l->own, tc_learn_host(&r.article));
	}
	return 0;
}

static int show_furniture(struct learning *l)
{
	for (size_t i = 0; i < l->counts.n; i++)
		if (count_at(l, i)->furniture && !count_at(l, i)->key &&
		    show(l, count_at(l, i)->docid) != 0)
			return -1;
	return 0;
}

/* ---- what is due ---- */

static bool is_hash_of_furniture(struct learning *l, uint32_t hash)
{
	const struct count *c = hash ? find_count(l, hash) : NULL;

	return c && c->furniture;
}

/* An article of nothing but furniture keeps all of it. */
static bool is_due(struct learning *l, const struct tc_line_marks *m)
{
	bool all = true, some_cut = false, some_not = false;

	for (size_t i = 0; i < m->n; i++) {
		struct tc_line_mark mark = tc_line_marks_at(m, i);
		bool furniture = is_hash_of_furniture(l, mark.hash);
		all &= furniture;
		some_cut |= mark.cut;
		some_not |= mark.cut != furniture;
	}
	return all ? some_cut : some_not;
}

static void note_due(struct learning *l, uint32_t docid,
		     const struct tc_line_marks *m)
{
	if (!is_due(l, m))
		return;
	l->due = tc_grow(l->due, l->due_n, &l->due_cap, sizeof *l->due);
	l->due[l->due_n++] = docid;
}

/* ---- applying ---- */

static bool is_furniture(struct learning *l, const struct tc_learn_line *line)
{
	const struct count *c = line->key ?
		find_count(l, tc_line_hash(line->key)) : NULL;

	return c && c->furniture && c->key == line->key;
}

static bool leaves_nothing(struct learning *l,
			   const struct tc_learn_lines *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		if (!is_furniture(l, &lines->v[i]))
			return false;
	return true;
}

/* The page's own date is not printed in the text: what it was decided by
 * before goes in as a hint, and its name stays. */
static void extract_again(struct learning *l, struct tc_article *a,
			  struct tc_tokens *tokens)
{
	struct tc_published was = a->published;
	char date[16];
	struct tc_hint hint = { .kind = TC_HINT_METADATA };

	for (size_t i = 0; i < a->unit_count; i++)
		if (strcmp(a->units[i].rule, TC_RULE_SITE) == 0)
			a->default_unit = a->units[i].canonical;
	bool day = was.basis == TC_BASIS_PAGE && was.date.day;

	snprintf(date, sizeof date, "%04d-%02d-%02d", was.date.year,
		 was.date.month, was.date.day);
	hint.value = tc_str0(date);
	a->hints = &hint;
	a->hint_count = day;
	tc_extract(a, l->facts, &l->arena, tokens);
	if (day)
		a->published = was;
	a->hints = NULL;
	a->hint_count = 0;
}

static bool same_cuts(const struct tc_article *a, const struct tc_cut *cuts,
		      size_t n)
{
	if (a->cut_count != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (a->cuts[i].line != cuts[i].line ||
		    !tc_str_eq(a->cuts[i].text, cuts[i].text))
			return false;
	return true;
}

/* The body without furniture, and what was cut.  Returns the cuts. */
static size_t cut_lines(struct learning *l, const struct tc_learn_lines *lines,
			struct tc_cut *cuts, struct tc_buf *body)
{
	bool nothing = leaves_nothing(l, lines);
	size_t n = 0;
	uint32_t kept = 0;

	for (size_t i = 0; i < lines->n; i++) {
		struct tc_str text = lines->v[i].text;
		if (!nothing && is_furniture(l, &lines->v[i])) {
			cuts[n++] = (struct tc_cut){ kept, text };
			continue;
		}
		if (kept++)
			tc_buf_addc(body, '\n');
		tc_buf_addstr(body, text);
	}
	return n;
}

/* Sources, and what is known of them, stay. */
static int rewrite(struct learning *l, uint32_t docid,
		   const struct tc_record *r, const struct tc_tokens *tokens)
{
	struct tc_xwriter *writer = l->archive->writer;
	TC_SCOPED_BUF states = { 0 };
	struct tc_xdoc *doc = NULL;
	int bad = tc_xdb_value(tc_xwriter_db(writer), docid,
			       TC_SLOT_SOURCES, &states, l->err) != 0 ||
		  tc_document_make(r, tc_buf_str(&states), tokens, &doc,
				   l->err) != 0 ||
		  tc_indexer_copy_aliases(tc_xwriter_db(writer), docid, doc,
					  l->err) != 0 ||
		  tc_xwriter_put(writer, docid, doc, l->err) != 0;

	tc_xdoc_free(doc);
	return bad ? -1 : 0;
}

static int apply(struct learning *l, uint32_t docid)
{
	TC_SCOPED_BUF body = { 0 };
	struct tc_learn_lines lines;
	struct tc_tokens tokens;
	struct tc_record r;

	if (read_document(l, docid, &r) != 0)
		return -1;
	struct tc_article *a = &r.article;
	tc_learn_lines(a, &l->arena, &lines);
	struct tc_cut *cuts = tc_arena_alloc(&l->arena,
					     lines.n * sizeof *cuts);
	size_t n = cut_lines(l, &lines, cuts, &body);
	if (same_cuts(a, cuts, n))
		return 0;
	a->cuts = cuts;
	a->cut_count = n;
	tc_article_set_text(a, &l->arena, tc_article_title(a),
			    tc_buf_str(&body));
	extract_again(l, a, &tokens);
	++*l->changed;
	return rewrite(l, docid, &r, &tokens);
}

/* ---- what was learnt ---- */

static int by_place(const void *x, const void *y)
{
	const struct count *a = x, *b = y;
	int order = tc_str_cmp(a->name, b->name);

	if (!order && a->articles != b->articles)
		order = a->articles > b->articles ? -1 : 1;
	return order ? order : tc_str_cmp(a->text, b->text);
}

static struct tc_json *describe(struct learning *l, const struct count *c)
{
	struct tc_json *o = tc_json_object();

	tc_json_set_str(o, "host", c->name);
	tc_json_set_str(o, "line", c->text);
	tc_json_set_int(o, "articles", (int64_t)c->articles);
	tc_json_set_int(o, "of", (int64_t)host_of(l, c->host)->articles);
	tc_json_set_cstr(o, "why", c->by_rule ? N_("rule") : N_("learnt"));
	return o;
}

static int save(struct learning *l)
{
	struct tc_json *all = tc_json_array();
	TC_SCOPED_BUF text = { 0 }, was = { 0 };

	/* nothing is looked up from here on */
	if (l->counts.n)
		qsort(l->counts.v, l->counts.n, sizeof(struct count), by_place);
	for (size_t i = 0; i < l->counts.n; i++)
		if (count_at(l, i)->furniture)
			tc_json_push(all, describe(l, count_at(l, i)));
	tc_json_write(all, &text);
	tc_json_free(all);
	if (tc_xdb_metadata(l->db, TC_META_FURNITURE, &was, l->err) != 0)
		return -1;
	if (tc_str_eq(tc_buf_str(&text), tc_buf_str(&was)))
		return 0;
	return tc_xwriter_set_metadata(l->archive->writer, TC_META_FURNITURE,
				       tc_buf_str(&text), l->err);
}

static int learn(struct learning *l)
{
	if (walk(l, sketch_lines) != 0 || take_rules(l) != 0 ||
	    walk(l, count_lines) != 0)
		return -1;
	decide(l);
	if (show_furniture(l) != 0 || walk(l, note_due) != 0)
		return -1;
	for (size_t i = 0; i < l->due_n; i++)
		if (apply(l, l->due[i]) != 0 ||
		    tc_archive_relieve(l->archive, l->err) != 0)
			return -1;
	return save(l);
}

int tc_learn(struct tc_archive *archive, const struct tc_rules *facts,
	     const struct tc_learn_rules *rules, uint64_t *changed,
	     struct tc_error *err)
{
	struct learning l = { .archive = archive, .facts = facts,
			      .db = tc_xwriter_db(archive->writer),
			      .rules = rules, .err = err, .changed = changed,
			      .sketch = tc_zalloc(SKETCH_SIZE),
			      .counts.size = sizeof(struct count),
			      .hosts.size = sizeof(struct host),
			      .ruled.size = sizeof(struct ruled) };
	int bad = learn(&l);

	free(l.sketch);
	tc_rows_release(&l.counts);
	tc_rows_release(&l.hosts);
	tc_rows_release(&l.ruled);
	free(l.due);
	tc_arena_release(&l.arena);
	tc_arena_release(&l.own);
	return bad;
}

int tc_learn_each(struct tc_archive *archive,
		  int (*each)(void *ctx, const struct tc_furniture_line *line,
			      struct tc_error *err),
		  void *ctx, struct tc_error *err)
{
	TC_SCOPED_BUF text = { 0 };
	int bad = 0;

	if (tc_xdb_metadata(archive->db, TC_META_FURNITURE, &text, err) != 0)
		return -1;
	if (!text.n)
		return 0;
	struct tc_json *all = tc_json_read(tc_buf_str(&text), NULL);
	if (!all)
		return tc_fail(err, TC_E_DAMAGED,
			       "the list of furniture in the archive is "
			       "broken; import again");
	for (size_t i = 0; i < tc_json_count(all) && !bad; i++) {
		const struct tc_json *o = tc_json_at(all, i);
		bad = each(ctx, &(struct tc_furniture_line){
			.host = tc_json_get_str(o, "host"),
			.line = tc_json_get_str(o, "line"),
			.articles = (uint64_t)tc_json_get_int(o, "articles"),
			.of = (uint64_t)tc_json_get_int(o, "of"),
			.why = tc_json_get_str(o, "why"),
		}, err);
	}
	tc_json_free(all);
	return bad;
}
