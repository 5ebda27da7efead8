/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-complete.h"

#include "base/crash.h"
#include "base/mem.h"
#include "fact/doctype.h"
#include "index/archive.h"
#include "index/schema.h"
#include "query/facet.h"
#include "query/names.h"
#include "query/output.h"
#include "query/query.h"
#include "query/terminal.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"
#include "tools/settings.h"

/* More than fits a screen is no help; and a key that was pressed does not
 * wait for a large archive. */
#define CANDIDATES_MAX 100
#define STEPS_MAX 50000

/* The candidates of one word. */
struct completion {
	const struct query_options *o;
	struct tc_buf *out;
	enum tc_node_kind kind;	/* of the field whose values they are */
	struct tc_str before;	/* stands before each, as "so:" */
	struct tc_str typed;	/* the start of the value, in bare form */
	struct tc_facet_list seen;
	struct tc_facet_counter *counter;
	size_t most, n, steps;
};

/* As people type when they are in a hurry: small letters without marks. */
static void fold(struct tc_str s, struct tc_buf *out)
{
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(s, &lower);
	tc_buf_clear(out);
	tc_fold_bare(tc_buf_str(&lower), out);
}

/* Units have the name of the organisation, and are found by that of its
 * committee too. */
static const struct {
	const char *organisation, *committee;
} committees[] = {
	{ "chi bo", "chi uy" },
	{ "dang bo", "dang uy" },
	{ "dang bo tinh", "tinh uy" },
	{ "dang bo thanh pho", "thanh uy" },
	{ "dang bo quan", "quan uy" },
	{ "dang bo huyen", "huyen uy" },
	{ "dang bo thi xa", "thi uy" },
};

static bool is_committee(const struct completion *c, struct tc_str unit)
{
	for (size_t i = 0; i < sizeof committees / sizeof *committees; i++) {
		const struct tc_str name = tc_str0(committees[i].organisation);
		TC_SCOPED_BUF other = { 0 };
		if (!tc_str_starts(unit, name))
			continue;
		tc_buf_puts(&other, committees[i].committee);
		tc_buf_addstr(&other, tc_str_from(unit, name.n));
		if (tc_str_starts(tc_buf_str(&other), c->typed))
			return true;
	}
	return false;
}

/* "nghi quyet" of NQ. */
static bool is_type_name(const struct completion *c, struct tc_str code)
{
	const struct tc_type_word *word = tc_type_word_of(code);

	return word && tc_str_starts(tc_str0(word->bare), c->typed);
}

static bool is_start(const struct completion *c, struct tc_str candidate)
{
	TC_SCOPED_BUF bare = { 0 };

	fold(candidate, &bare);
	return tc_str_starts(tc_buf_str(&bare), c->typed) ||
	       (c->kind == TC_NODE_UNIT &&
		is_committee(c, tc_buf_str(&bare))) ||
	       (c->kind == TC_NODE_TYPE && is_type_name(c, candidate));
}

/* A command line cannot hold what acts on a terminal (ends of line are among
 * it). */
static bool is_text(struct tc_str s)
{
	const char *p = s.p, *end = tc_str_end(s);

	if (tc_utf8_valid(s) < s.n)
		return false;
	while (p < end)
		if (tc_terminal_unsafe(tc_utf8_next(&p, end)))
			return false;
	return true;
}

/* Nor can a quoted value hold a quotation mark. */
static bool can_stand(struct tc_str s)
{
	return s.n && is_text(s) && !memchr(s.p, '"', s.n);
}

/* False when there are enough. */
static bool offer(struct completion *c, struct tc_str candidate,
		  const char *behind)
{
	const char *quote = memchr(candidate.p, ' ', candidate.n) ? "\"" : "";

	if (!can_stand(candidate) || !is_start(c, candidate))
		return true;
	tc_buf_printf(c->out, "%.*s%s%.*s%s%s\n", TC_ARG(c->before), quote,
		      TC_ARG(candidate), quote, behind);
	return ++c->n < c->most;
}

/* ---- what the tables hold ---- */

static const struct query_option *option_named(struct tc_str name)
{
	for (size_t i = 0; i < query_option_count; i++)
		if (tc_str_is(name, query_option_table[i].name))
			return &query_option_table[i];
	return NULL;
}

/* The option that takes the next word of the line for its value, or NULL. */
static const struct query_option *wants_word(const char *word)
{
	const struct query_option *row =
		strncmp(word, "--", 2) == 0 ?
			option_named(tc_str_from(tc_str0(word), 2)) : NULL;

	return row && row->argument && *row->argument != '[' ? row : NULL;
}

/* That of the last word. */
static const struct query_option *wants_last(const struct query_options *o)
{
	const struct query_option *row = NULL;

	for (size_t i = 0; i + 1 < o->word_count; i++) {
		if (!row && strcmp(o->words[i], "--") == 0)
			return NULL;
		row = row ? NULL : wants_word(o->words[i]);
	}
	return row;
}

/* The command of the line, as far as it goes: bits, all of them where there is
 * no word yet. */
static uint32_t commands_of(const struct query_options *o)
{
	const struct query_command *command;
	size_t i = 0;

	for (; i + 1 < o->word_count && *o->words[i] == '-' &&
	       strcmp(o->words[i], "--") != 0; i++)
		i += wants_word(o->words[i]) != NULL;
	if (i + 1 >= o->word_count)
		return UINT32_MAX;
	command = query_command_find(o->words[i]);
	return 1u << (command ? command - query_commands : QUERY_ON_SEARCH);
}

/* Those in which one of these commands prints. */
static uint32_t formats_of(uint32_t commands)
{
	uint32_t formats = 0;

	for (size_t i = 0; i < query_command_count; i++)
		if (commands & 1u << i)
			formats |= query_commands[i].formats;
	return formats;
}

static void offer_options(struct completion *c)
{
	const uint32_t commands = commands_of(c->o);
	TC_SCOPED_BUF name = { 0 };

	for (size_t i = 0; i < query_option_count; i++) {
		const struct query_option *row = &query_option_table[i];
		bool needs = row->argument && *row->argument != '[';
		if (!(row->commands & commands))
			continue;
		tc_buf_clear(&name);
		tc_buf_printf(&name, "--%s", row->name);
		offer(c, tc_buf_str(&name), needs ? "=" : "");
	}
}

static void offer_commands(struct completion *c)
{
	for (size_t i = 0; i < query_command_count; i++)
		if (query_commands[i].run != query_complete)
			offer(c, tc_str0(query_commands[i].word), "");
}

static void offer_fields(struct completion *c)
{
	for (size_t i = 0; i < tc_query_field_count; i++) {
		offer(c, tc_str0(tc_query_fields[i].name), ":");
		offer(c, tc_str0(tc_query_fields[i].english), ":");
	}
}

/* "--facets=year,t": the last of a list. */
static void offer_facets(struct completion *c)
{
	for (int f = 0; f < TC_FACET_COUNT; f++)
		offer(c, tc_str0(tc_facet_name((enum tc_facet)f)), "");
}

/* ---- what the file of named queries holds ---- */

/* What the words before say behind an option, else what is so without. */
static const char *said_before(const struct query_options *o,
			       const char *option, const char *otherwise)
{
	const size_t n = strlen(option);

	for (size_t i = 0; i + 1 < o->word_count; i++) {
		if (strncmp(o->words[i], option, n) != 0)
			continue;
		if (o->words[i][n] == '=')
			otherwise = o->words[i] + n + 1;
		else if (!o->words[i][n] && i + 2 < o->word_count)
			otherwise = o->words[i + 1];
	}
	return otherwise;
}

static bool offer_name(void *ctx, struct tc_str name)
{
	return offer(ctx, name, "");
}

/* ---- what the archive holds ---- */

/* A term of the archive behind its prefix; "21-NQ/TW@2022" only says more of
 * the same. */
static bool offer_term(void *ctx, struct tc_str term, uint32_t documents)
{
	struct completion *c = ctx;
	struct tc_str value = term;

	(void)documents;
	if (++c->steps > STEPS_MAX)
		return false;
	while (value.n && *value.p != ':')
		value = tc_str(value.p + 1, value.n - 1);
	value = value.n ? tc_str(value.p + 1, value.n - 1) :
			  tc_str(term.p + 1, term.n - 1);	/* H, Q */
	return memchr(value.p, '@', value.n) || offer(c, value, "");
}

static void offer_terms(struct completion *c, struct tc_xdb *db,
			enum tc_field field, struct tc_str start)
{
	TC_SCOPED_BUF term = { 0 };
	struct tc_error err;

	tc_schema_term(field, start, &term);
	tc_xdb_terms(db, tc_buf_str(&term), offer_term, c, &err);
}

static bool offer_units_of(void *ctx, uint32_t docid, struct tc_str value)
{
	struct completion *c = ctx;
	struct tc_str unit;

	(void)docid;
	while (tc_facet_next(c->counter, TC_FACET_UNIT, &value, &unit)) {
		size_t before = c->seen.n;
		if (!is_start(c, unit))
			continue;
		tc_facet_count_one(c->counter, unit);
		if (c->seen.n > before && !offer(c, unit, ""))
			return false;
	}
	return ++c->steps < STEPS_MAX;
}

static void offer_units(struct completion *c, struct tc_xdb *db)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_error err;

	c->counter = tc_facet_counter(&c->seen, &arena);
	tc_xdb_values(db, TC_SLOT_COUNTED, offer_units_of, c, &err);
}

/* All numbers that begin with the digits typed. */
static struct tc_str digits(struct tc_str typed)
{
	size_t n = 0;

	while (n < typed.n && typed.p[n] >= '0' && typed.p[n] <= '9')
		n++;
	return tc_str(typed.p, n);
}

static void offer_known(struct completion *c, struct tc_xdb *db,
			enum tc_node_kind kind)
{
	if (kind == TC_NODE_NUMBER)
		offer_terms(c, db, TC_F_NUMBER, digits(c->typed));
	else if (kind == TC_NODE_TYPE)
		offer_terms(c, db, TC_F_TYPE, TC_STR(""));
	else if (kind == TC_NODE_SITE)
		offer_terms(c, db, TC_F_HOST, TC_STR(""));
	else if (kind == TC_NODE_UNIT)
		offer_units(c, db);
}

static void offer_values(struct completion *c, enum tc_node_kind kind)
{
	TC_SCOPED_ARENA arena = { 0 };
	/* the shell has not read the line yet */
	const char *path = settings_home(
		&arena, tc_str0(said_before(c->o, "--db", c->o->dbs[0])));
	const struct tc_crash crash = { .program = "tracuu", .archive = path };
	struct tc_archive archive;
	struct tc_error err;

	c->kind = kind;
	tc_crash_prepare(&crash);
	if (tc_archive_open(&archive, path, &err) == 0)
		offer_known(c, tc_archive_db(&archive), kind);
	tc_archive_close(&archive);
}

/* ---- which of them ---- */

/* From the cut on, the word is a value. */
static void cut(struct completion *c, struct tc_str word, size_t at,
		struct tc_buf *bare)
{
	struct tc_str value = tc_str(word.p + at, word.n - at);

	if (value.n && *value.p == '"')
		value = tc_str(value.p + 1, value.n - 1);
	c->before = tc_str(word.p, at);
	fold(value, bare);
	c->typed = tc_buf_str(bare);
}

/* Where the last value of a list begins: so:21-NQ/TW,05-; a comma between
 * quotation marks is part of a value. */
static size_t last_value(struct tc_str word, size_t at)
{
	bool quoted = false;

	for (size_t i = at; i < word.n; i++) {
		if (word.p[i] == '"')
			quoted = !quoted;
		else if (word.p[i] == ',' && !quoted)
			at = i + 1;
	}
	return at;
}

static size_t behind_last(struct tc_str s, const char *marks)
{
	while (s.n && !strchr(marks, s.p[s.n - 1]))
		s.n--;
	return s.n;
}

/* What the option may be given, which begins there. */
static void complete_value(struct completion *c, const struct query_option *row,
			   struct tc_str word, size_t at, struct tc_buf *bare)
{
	if (strcmp(row->name, "facets") == 0) {
		cut(c, word, behind_last(word, "=,/"), bare);
		offer_facets(c);
		return;
	}
	cut(c, word, at, bare);
	const uint32_t wanted = strcmp(row->name, "format") == 0 ?
				formats_of(commands_of(c->o)) : UINT32_MAX;
	for (size_t i = 0; row->choices && row->choices[i]; i++)
		if (wanted & 1u << i)
			offer(c, tc_str0(row->choices[i]), "");
}

static void complete_option(struct completion *c, struct tc_str word,
			    struct tc_buf *bare)
{
	struct tc_str value = word, name;

	tc_str_split(&value, '=', &name);
	if (!value.p) {
		offer_options(c);
		return;
	}
	const struct query_option *row =
		option_named(tc_str(name.p + 2, name.n - 2));
	if (row)
		complete_value(c, row, word, name.n + 1, bare);
}

/* A field named before a colon, by one word or two; NULL when it is none. */
static const struct tc_query_field *field_of(struct tc_str first,
					     struct tc_str name)
{
	TC_SCOPED_BUF both = { 0 };

	if (first.n)
		tc_buf_printf(&both, "%.*s-", TC_ARG(first));
	tc_buf_addstr(&both, name);
	for (size_t i = 0; i < both.n; i++)
		if (both.p[i] == ' ')
			both.p[i] = '-';
	return tc_query_field_find(tc_buf_str(&both));
}

/* What is being typed: a query may be one word, in the shell's quotation
 * marks. */
struct place {
	size_t at;		/* the last word of it, its sign passed over */
	const struct tc_query_field *field;
	size_t value;		/* that of the field */
};

/* The field that begins there. */
static void look_for_field(struct tc_str word, struct tc_str before,
			   struct place *p)
{
	struct tc_str rest = tc_str_from(word, p->at), name;

	tc_str_split(&rest, ':', &name);
	if (!rest.p || memchr(name.p, '"', name.n))
		return;
	const struct tc_query_field *field = field_of(TC_STR(""), name);
	if (!field && !p->at)
		field = field_of(before, name);
	if (!field)
		return;
	p->field = field;
	p->value = p->at + name.n + 1;
}

/* Blanks may be in a value that has no quotation marks. */
static struct place find_place(struct tc_str word, struct tc_str before)
{
	struct place p = { 0 };
	bool quoted = false;

	for (size_t i = 0; i <= word.n; i++) {
		const char last = i ? word.p[i - 1] : ' ';
		quoted ^= last == '"';
		if (quoted || (last != ' ' && last != '('))
			continue;
		if (i > 1 && word.p[i - 2] == '"')
			p.field = NULL;
		p.at = i + (i < word.n && strchr("+-", word.p[i]));
		look_for_field(word, before, &p);
	}
	return p;
}

static void complete_word(struct completion *c, struct tc_str word,
			  struct tc_buf *bare)
{
	const size_t words = c->o->word_count;
	const uint32_t commands = commands_of(c->o);
	const struct place p = find_place(
		word, words > 1 ? tc_str0(c->o->words[words - 2]) :
				  TC_STR(""));

	if (p.field) {
		cut(c, word, last_value(word, p.value), bare);
		offer_values(c, p.field->kind);
		return;
	}
	if (p.at < word.n && word.p[p.at] == '@') {
		cut(c, word, p.at + 1, bare);
		tc_names_each(said_before(c->o, "--queries",
					  c->o->search.names), offer_name, c);
		return;
	}
	cut(c, word, p.at, bare);
	if (!p.at && commands == UINT32_MAX)
		offer_commands(c);
	if (commands != 1u << QUERY_ON_SHOW && commands != 1u << QUERY_ON_ANALYZE)
		offer_fields(c);
	if (word.n && commands == 1u << QUERY_ON_CITES)
		offer_values(c, TC_NODE_NUMBER);
}

int query_complete(const struct query_options *o, struct tc_archive *archive,
		   const struct tc_output *output, struct tc_error *err)
{
	struct completion c = { .o = o, .out = output->out,
				.most = o->limited ? o->search.limit :
						     CANDIDATES_MAX };
	TC_SCOPED_BUF normal = { 0 }, bare = { 0 };

	(void)archive, (void)err;
	if (!o->word_count || !c.most)
		return 0;
	struct tc_str word = tc_str0(o->words[o->word_count - 1]);
	if (!is_text(word))
		return 0;
	tc_normalize(word, &normal);
	word = tc_buf_str(&normal);
	cut(&c, word, 0, &bare);
	c.before = TC_STR("");
	const struct query_option *row = wants_last(o);
	if (row)
		complete_value(&c, row, word, 0, &bare);
	else if (tc_str_starts(word, TC_STR("--")))
		complete_option(&c, word, &bare);
	else
		complete_word(&c, word, &bare);
	return 0;
}
