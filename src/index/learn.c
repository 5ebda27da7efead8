/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Three walks, so that memory does not grow with the archive:
 *
 *   1  a sketch: small counters, line keys fall into them by hash; and the
 *      articles of each host
 *   2  exact counts of the lines whose counter is high enough, and which
 *      articles hold one
 *   3  those articles again: what is furniture in them is cut
 */
#include "config.h"

#include "index/learn.h"

#include "base/json.h"
#include "base/language.h"
#include "index/document.h"
#include "index/indexer.h"
#include "index/learn-lines.h"
#include "index/record.h"
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
#define META_DONE "tracuu-furniture-done"

struct count {
	uint64_t key, host;
	uint64_t articles, edge;
	struct tc_str text, name;	/* of the line, of the host */
	bool furniture, by_rule;
};

/* Keys to numbers of rows, open addressing. */
struct index {
	uint32_t *slots;	/* row + 1; 0 is free */
	size_t size;		/* a power of two */
};

struct host {
	uint64_t key, articles;
};

struct learning {
	struct tc_archive *archive;
	const struct tc_rules *facts;
	const struct tc_learn_rules *rules;
	uint64_t *rule_keys;	/* of those for one host */
	struct tc_error *err;
	struct tc_arena arena, own;	/* of one article; of the whole */
	uint8_t *sketch;
	struct count *counts;
	size_t count_n, count_cap;
	struct index by_line;
	struct host *hosts;
	size_t host_n, host_cap;
	struct index by_host;
	uint32_t *candidates;
	size_t candidate_n, candidate_cap;
	uint64_t *changed;
	void (*look)(struct learning *l, uint32_t docid,
		     const struct tc_article *a, struct tc_learn_lines *lines);
	bool bad;
};

/* ---- tables ---- */

static uint32_t *slot_of(const struct index *x, uint64_t key,
			 const void *rows, size_t row_size)
{
	size_t i = (size_t)(key >> 7) & (x->size - 1);

	/* each row begins with its key */
	while (x->slots[i]) {
		const char *row = (const char *)rows +
				  (x->slots[i] - 1) * row_size;
		if (memcmp(row, &key, sizeof key) == 0)
			break;
		i = (i + 1) & (x->size - 1);
	}
	return &x->slots[i];
}

static void grow_index(struct index *x, const void *rows, size_t row_size,
		       size_t n)
{
	if (x->size > 2 * (n + 1))
		return;
	free(x->slots);
	x->size = x->size ? 2 * x->size : 1024;
	x->slots = tc_zalloc(x->size * sizeof *x->slots);
	for (size_t i = 0; i < n; i++) {
		uint64_t key;
		memcpy(&key, (const char *)rows + i * row_size, sizeof key);
		*slot_of(x, key, rows, row_size) = (uint32_t)i + 1;
	}
}

static struct host *host_of(struct learning *l, uint64_t key)
{
	grow_index(&l->by_host, l->hosts, sizeof *l->hosts, l->host_n);
	uint32_t *slot = slot_of(&l->by_host, key, l->hosts,
				 sizeof *l->hosts);
	if (!*slot) {
		l->hosts = tc_grow(l->hosts, l->host_n, &l->host_cap,
				   sizeof *l->hosts);
		l->hosts[l->host_n++] = (struct host){ .key = key };
		*slot = (uint32_t)l->host_n;
	}
	return &l->hosts[*slot - 1];
}

static struct count *find_count(struct learning *l, uint64_t key)
{
	if (!l->count_n)
		return NULL;
	uint32_t *slot = slot_of(&l->by_line, key, l->counts,
				 sizeof *l->counts);
	return *slot ? &l->counts[*slot - 1] : NULL;
}

static struct count *add_count(struct learning *l, uint64_t key)
{
	struct count *c = find_count(l, key);

	if (c || l->count_n == LINES_MAX)
		return c;
	l->counts = tc_grow(l->counts, l->count_n, &l->count_cap,
			    sizeof *l->counts);
	l->counts[l->count_n++] = (struct count){ .key = key };
	grow_index(&l->by_line, l->counts, sizeof *l->counts, l->count_n);
	*slot_of(&l->by_line, key, l->counts, sizeof *l->counts) =
		(uint32_t)l->count_n;
	return &l->counts[l->count_n - 1];
}

/* ---- walks ---- */

static int read_document(struct learning *l, uint32_t docid,
			 struct tc_record *r)
{
	tc_arena_clear(&l->arena);
	return tc_record_load(tc_xwriter_db(l->archive->writer), docid,
			      &l->arena, r, l->err);
}

static bool each_document(void *ctx, uint32_t docid)
{
	struct learning *l = ctx;
	struct tc_learn_lines lines;
	struct tc_record r;

	l->bad = read_document(l, docid, &r) != 0;
	if (l->bad)
		return false;
	tc_learn_lines(&r.article, &l->arena, &lines);
	l->look(l, docid, &r.article, &lines);
	return true;
}

static int walk(struct learning *l,
		void (*look)(struct learning *l, uint32_t docid,
			     const struct tc_article *a,
			     struct tc_learn_lines *lines))
{
	l->look = look;
	int bad = tc_xdb_documents(tc_xwriter_db(l->archive->writer),
				   each_document, l, l->err);
	return bad || l->bad ? -1 : 0;
}

static void sketch_lines(struct learning *l, uint32_t docid,
			 const struct tc_article *a,
			 struct tc_learn_lines *lines)
{
	(void)docid, (void)a;
	host_of(l, lines->host)->articles++;
	for (size_t i = 0; i < lines->n; i++) {
		uint8_t *n = &l->sketch[lines->v[i].key & (SKETCH_SIZE - 1)];
		if (lines->v[i].key && !lines->v[i].again && *n < UINT8_MAX)
			++*n;
	}
}

/* The same line is printed in small variants: the least stands for all. */
static void keep_text(struct learning *l, struct count *c, struct tc_str text,
		      struct tc_str host)
{
	if (!c->text.n || tc_str_cmp(text, c->text) < 0)
		c->text = tc_arena_str(&l->own, text);
	if (!c->name.n)
		c->name = tc_arena_str(&l->own, host);
}

static bool fits(struct tc_str rule, struct tc_str host)
{
	if (rule.n > 1 && *rule.p == '*')
		return tc_str_ends(host, tc_str_from(rule, 1));
	return tc_str_eq(rule, host);
}

/* The last rule counts. */
static bool is_ruled(const struct learning *l, struct tc_str name,
		     uint64_t host, uint64_t key,
		     const struct tc_learn_rule **rule)
{
	for (size_t i = l->rules->n; i-- > 0;) {
		*rule = &l->rules->v[i];
		if (fits((*rule)->host, name) &&
		    (*l->rules->v[i].host.p == '*' ?
		     tc_learn_key(host, (*rule)->line) :
		     l->rule_keys[i]) == key)
			return true;
	}
	return false;
}

static void count_lines(struct learning *l, uint32_t docid,
			const struct tc_article *a,
			struct tc_learn_lines *lines)
{
	const struct tc_learn_rule *rule;
	bool candidate = a->cut_count > 0;

	for (size_t i = 0; i < lines->n; i++) {
		const struct tc_learn_line *line = &lines->v[i];
		bool often = l->sketch[line->key & (SKETCH_SIZE - 1)] >=
			     ARTICLES_MIN;
		if (!line->key || line->again ||
		    (!often && !is_ruled(l, tc_learn_host(a), lines->host,
					 line->key, &rule)))
			continue;
		struct count *c = add_count(l, line->key);
		if (!c)
			continue;
		c->host = lines->host;
		c->articles++;
		c->edge += line->edge;
		keep_text(l, c, line->text, tc_learn_host(a));
		candidate = true;
	}
	if (!candidate)
		return;
	l->candidates = tc_grow(l->candidates, l->candidate_n,
				&l->candidate_cap, sizeof *l->candidates);
	l->candidates[l->candidate_n++] = docid;
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
	const struct tc_learn_rule *rule;

	for (size_t i = 0; i < l->count_n; i++) {
		struct count *c = &l->counts[i];
		c->by_rule = is_ruled(l, c->name, c->host, c->key, &rule);
		c->furniture = c->by_rule ? !rule->keep :
			tc_learn_is_furniture(c->articles, c->edge,
					      host_of(l, c->host)->articles);
	}
}

/* ---- applying ---- */

static bool is_furniture(struct learning *l, const struct tc_learn_line *line)
{
	const struct count *c = line->key ? find_count(l, line->key) : NULL;

	return c && c->furniture;
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
	TC_SCOPED_BUF text = { 0 };

	if (l->count_n)
		qsort(l->counts, l->count_n, sizeof *l->counts, by_place);
	for (size_t i = 0; i < l->count_n; i++)
		if (l->counts[i].furniture)
			tc_json_push(all, describe(l, &l->counts[i]));
	tc_json_write(all, &text);
	tc_json_free(all);
	return tc_xwriter_set_metadata(l->archive->writer, TC_META_FURNITURE,
				       tc_buf_str(&text), l->err);
}

static bool add_state(void *ctx, uint32_t docid, struct tc_str states)
{
	uint64_t *sum = ctx;

	(void)docid;
	*sum += (uint64_t)tc_str_hash(states, 5) << 32 |
		tc_str_hash(states, 6);
	return true;
}

/* What all sources are and the rules say: the same after an import that
 * changed nothing. */
static int fingerprint(struct learning *l, struct tc_buf *out)
{
	uint64_t sum = 0;

	if (tc_xdb_values(tc_xwriter_db(l->archive->writer), TC_SLOT_SOURCES,
			  add_state, &sum, l->err) != 0)
		return -1;
	for (size_t i = 0; i < l->rules->n; i++) {
		const struct tc_learn_rule *r = &l->rules->v[i];
		sum = sum * 31 + tc_str_hash(r->host, 7) +
		      ((uint64_t)tc_str_hash(r->line, 8) << 20) + r->keep;
	}
	tc_buf_printf(out, "%016llx", (unsigned long long)sum);
	return 0;
}

static int learn(struct learning *l)
{
	TC_SCOPED_BUF now = { 0 }, was = { 0 };

	if (fingerprint(l, &now) != 0 ||
	    tc_xdb_metadata(tc_xwriter_db(l->archive->writer), META_DONE,
			    &was, l->err) != 0)
		return -1;
	if (tc_str_eq(tc_buf_str(&now), tc_buf_str(&was)))
		return 0;
	if (tc_xwriter_set_metadata(l->archive->writer, META_DONE,
				    tc_buf_str(&now), l->err) != 0)
		return -1;
	if (walk(l, sketch_lines) != 0 || walk(l, count_lines) != 0)
		return -1;
	decide(l);
	for (size_t i = 0; i < l->candidate_n; i++)
		if (apply(l, l->candidates[i]) != 0)
			return -1;
	return save(l);
}

int tc_learn(struct tc_archive *archive, const struct tc_rules *facts,
	     const struct tc_learn_rules *rules, uint64_t *changed,
	     struct tc_error *err)
{
	struct learning l = { .archive = archive, .facts = facts,
			      .rules = rules, .err = err, .changed = changed,
			      .sketch = tc_zalloc(SKETCH_SIZE) };
	l.rule_keys = tc_arena_alloc(&l.own, rules->n * sizeof *l.rule_keys);
	for (size_t i = 0; i < rules->n; i++)
		l.rule_keys[i] = tc_learn_key(
			tc_learn_host_key(rules->v[i].host), rules->v[i].line);
	int bad = learn(&l);

	free(l.sketch);
	free(l.counts);
	free(l.by_line.slots);
	free(l.hosts);
	free(l.by_host.slots);
	free(l.candidates);
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
