/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/state.h"

#include "base/json.h"
#include "import/compose.h"
#include "import/content.h"

#include <libxml/tree.h>
#include <stdint.h>
#include <strings.h>
#include <time.h>

#define OBJECTS_MAX 100000
#define DEPTH_MAX 48
/* Shorter strings are teasers. */
#define CONTENT_MIN 200
#define CONTENT_MAX ((size_t)2 << 20)
#define TITLE_BYTES_MAX 600
/* How much a title that the page names outweighs length. */
#define NAMED_WEIGHT 8
/* Assignments looked at in one script. */
#define TRIES_MAX 8
#define VIETNAM_SECONDS (7 * 3600)

struct search {
	struct tc_arena *arena;
	const struct tc_metadata *meta;
	struct tc_state *best;
	uint64_t score;
	size_t objects;
};

enum role { NOTHING, TITLE, LEAD, CONTENT, PUBLISHED, CREATED, AUTHOR };

/* By the letters of the key, case aside; a '*' ends one that may go on. */
static const struct {
	const char *key;
	enum role role;
} keys[] = {
	{ "title", TITLE }, { "headline", TITLE }, { "name", TITLE },
	{ "tieude", TITLE }, { "sapo", LEAD }, { "lead", LEAD },
	{ "summary", LEAD }, { "description", LEAD }, { "intro*", LEAD },
	{ "excerpt", LEAD }, { "abstract", LEAD }, { "tomtat", LEAD },
	{ "publish*", PUBLISHED }, { "ngaydang", PUBLISHED },
	{ "created*", CREATED }, { "date", CREATED }, { "author*", AUTHOR },
	{ "byline", AUTHOR }, { "tacgia", AUTHOR }, { "butdanh", AUTHOR },
};
/* Members that hold the pieces of a content in blocks. */
static const char *const parts[] = {
	"content", "contents", "body", "blocks", "paragraphs", "text", "html",
	"children", "value", "data",
};

static bool is_key(const char *key, const char *rule)
{
	for (; *rule && *rule != '*'; key++) {
		if (*key == '_' || *key == '-')
			continue;
		if ((*key | 32) != *rule)
			return false;
		rule++;
	}
	return *rule == '*' || !*key;
}

static enum role role_of(const char *key)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (is_key(key, keys[i].key))
			return keys[i].role;
	return NOTHING;
}

static bool is_part(const char *key)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcasecmp(key, parts[i]) == 0)
			return true;
	return false;
}

/* Text has blanks; encoded things and addresses have few. */
static size_t prose_of(struct tc_str s)
{
	size_t blanks = 0;

	for (size_t i = 0; i < s.n; i++)
		blanks += s.p[i] == ' ';
	return blanks * 12 >= s.n ? s.n : 0;
}

/* Blocks below one another, a line each. */
static void gather(const struct tc_json *v, int depth, struct tc_buf *out)
{
	struct tc_str s = tc_json_as_str(v);
	const struct tc_json *value;
	const char *key;
	void *at = NULL;

	if (depth > DEPTH_MAX || out->n > CONTENT_MAX)
		return;
	if (prose_of(s)) {
		tc_buf_addstr(out, s);
		tc_buf_addc(out, '\n');
	}
	for (size_t i = 0; i < tc_json_count(v); i++)
		gather(tc_json_at(v, i), depth + 1, out);
	while (tc_json_member_next(v, &at, &key, &value))
		if (is_part(key))
			gather(value, depth + 1, out);
}

static struct tc_str date_of(struct tc_arena *arena, const struct tc_json *o,
			     const char *key)
{
	struct tc_str s = tc_json_get_str(o, key);
	int64_t n = tc_json_get_int(o, key);
	struct tm tm;

	if (s.n || n < 1000000000)
		return s;
	time_t t = (time_t)(n > 100000000000 ? n / 1000 : n) +
		   VIETNAM_SECONDS;
	if (!gmtime_r(&t, &tm))
		return s;
	return tc_arena_printf(arena, "%04d-%02d-%02d", tm.tm_year + 1900,
			       tm.tm_mon + 1, tm.tm_mday);
}

static bool is_named(const struct tc_metadata *m, struct tc_str title)
{
	struct tc_line line = { .text = title };

	return title.n && tc_headline_is_named(&line, m);
}

static void take_member(struct search *s, const struct tc_json *o,
			const char *key, const struct tc_json *value,
			struct tc_state *a)
{
	struct tc_str text = tc_json_as_str(value);

	switch (role_of(key)) {
	case TITLE:
		if (text.n <= TITLE_BYTES_MAX &&
		    (!a->title.n || is_named(s->meta, text)))
			a->title = text;
		break;
	case LEAD:
		if (!a->lead.n)
			a->lead = text;
		break;
	case PUBLISHED:
		a->date = date_of(s->arena, o, key);
		break;
	case CREATED:
		if (!a->date.n)
			a->date = date_of(s->arena, o, key);
		break;
	case AUTHOR:
		a->author = text.n ? text : tc_json_get_str(value, "name");
		break;
	default:
		break;
	}
}

/* The longest string, or the blocks, that are no lead. */
static void take_content(const struct tc_json *o, struct tc_buf *content)
{
	TC_SCOPED_BUF blocks = { 0 };
	const struct tc_json *value;
	struct tc_str longest = { NULL, 0 };
	const char *key;
	void *at = NULL;

	while (tc_json_member_next(o, &at, &key, &value)) {
		struct tc_str text = tc_json_as_str(value);
		if (role_of(key) == NOTHING && text.n > longest.n &&
		    prose_of(text))
			longest = text;
		if (!text.n && is_part(key))
			gather(value, 0, &blocks);
	}
	tc_buf_addstr(content, blocks.n > longest.n ? tc_buf_str(&blocks) :
						      longest);
}

static void look_at(struct search *s, const struct tc_json *o)
{
	TC_SCOPED_BUF content = { 0 };
	struct tc_state a = { 0 };
	const struct tc_json *value;
	const char *key;
	void *at = NULL;

	take_content(o, &content);
	if (content.n < CONTENT_MIN || content.n > CONTENT_MAX)
		return;
	while (tc_json_member_next(o, &at, &key, &value))
		take_member(s, o, key, value, &a);
	uint64_t score = content.n *
		(is_named(s->meta, a.title) ? NAMED_WEIGHT : 1);
	if (!a.title.n || score <= s->score)
		return;
	s->score = score;
	*s->best = (struct tc_state){
		.title = tc_metadata_text(s->arena, a.title),
		.lead = tc_arena_str(s->arena, a.lead),
		.date = tc_arena_str(s->arena, a.date),
		.author = tc_metadata_text(s->arena, a.author),
		.content = tc_arena_str(s->arena, tc_buf_str(&content)),
	};
}

static void walk(struct search *s, const struct tc_json *v, int depth)
{
	const struct tc_json *value;
	const char *key;
	void *at = NULL;

	if (depth > DEPTH_MAX || s->objects++ > OBJECTS_MAX)
		return;
	for (size_t i = 0; i < tc_json_count(v); i++)
		walk(s, tc_json_at(v, i), depth + 1);
	bool object = false;
	while (tc_json_member_next(v, &at, &key, &value)) {
		object = true;
		walk(s, value, depth + 1);
	}
	if (object)
		look_at(s, v);
}

static void read_json(struct search *s, struct tc_str text)
{
	struct tc_json *v = tc_json_read_first(text, NULL);

	if (!v)
		return;
	walk(s, v, 0);
	tc_json_free(v);
}

/* Behind "=" an object may begin. */
static void read_code(struct search *s, struct tc_str code)
{
	int tries = 0;

	for (size_t i = 0; i < code.n && tries < TRIES_MAX; i++) {
		if (code.p[i] != '=')
			continue;
		struct tc_str value = tc_str_trim(tc_str_from(code, i + 1));
		if (value.n < CONTENT_MIN || *value.p != '{')
			continue;
		tries++;
		read_json(s, value);
	}
}

static void read_script(struct search *s, const xmlNode *node)
{
	struct tc_str type = tc_tree_attr(node, "type");
	TC_SCOPED_BUF text = { 0 };

	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->content && text.n <= TC_STATE_MAX)
			tc_buf_puts(&text, (const char *)c->content);
	if (text.n < CONTENT_MIN || text.n > TC_STATE_MAX)
		return;
	if (tc_str_find(type, TC_STR("ld+json"), 0) != SIZE_MAX)
		return;
	if (tc_str_find(type, TC_STR("json"), 0) != SIZE_MAX)
		read_json(s, tc_str_trim(tc_buf_str(&text)));
	else
		read_code(s, tc_buf_str(&text));
}

bool tc_state_find(const struct tc_tree *t, const struct tc_metadata *m,
		   struct tc_state *state)
{
	struct search s = { .arena = t->arena, .meta = m, .best = state };

	*state = (struct tc_state){ 0 };
	if (m->body.n >= CONTENT_MIN && m->title_count) {
		state->title = m->titles[0];
		state->lead = m->description;
		state->content = m->body;
		return true;
	}
	for (size_t i = 0; i < t->n; i++)
		if (tc_tree_is(&t->v[i], "script"))
			read_script(&s, t->v[i].node);
	return state->content.n;
}

/* A lead that opens the content too, or was cut short, is not repeated. */
static bool is_lead(const struct tc_state *s)
{
	struct tc_str head = s->lead;

	if (tc_str_ends(head, TC_STR("...")) || tc_str_ends(head, TC_STR("…")))
		return false;
	return head.n && tc_str_find(s->content, head, 0) == SIZE_MAX;
}

void tc_state_page(const struct tc_state *s, struct tc_buf *out)
{
	TC_SCOPED_BUF html = { 0 };
	struct tc_str line, rest = s->content;
	bool marked = tc_str_find(rest, TC_STR("</"), 0) != SIZE_MAX ||
		      tc_str_find(rest, TC_STR("<br"), 0) != SIZE_MAX;

	if (is_lead(s)) {
		tc_buf_puts(&html, "<p>");
		tc_buf_addstr(&html, s->lead);
		tc_buf_puts(&html, "</p>\n");
	}
	while (!marked && tc_str_split(&rest, '\n', &line)) {
		tc_buf_puts(&html, "<p>");
		tc_compose_escape(line, &html);
		tc_buf_puts(&html, "</p>\n");
	}
	if (marked)
		tc_buf_addstr(&html, s->content);
	tc_compose_page(&(struct tc_parts){ .title = s->title,
					    .html = tc_buf_str(&html) }, out);
}
