/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes the table of words (word.h) to stdout when the program is built, so
 * that nothing is made when it starts.
 */
#include "config.h"

#include "base/mem.h"
#include "fact/acting-rows.h"
#include "fact/central-rows.h"
#include "fact/date-ahead-rows.h"
#include "fact/date-cue-rows.h"
#include "fact/date-lex-rows.h"
#include "fact/doctype-rows.h"
#include "fact/gen-marks.h"
#include "fact/surname-rows.h"
#include "fact/unit-words.h"
#include "fact/word-flag-rows.h"
#include "fact/word.h"
#include "text/token.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))
#define WORDS_MAX (TC_WORD_SLOTS / 2)
#define BEGINS_UNIT (TC_UNIT_HEADS | TC_UNIT_AREA | TC_UNIT_CITY)
#define LIST_MAX 16		/* rows of one table that a word begins */

#define W TC_UNIT_ROW
static const struct tc_unit_word name_rows[] = {
#include "fact/unit-name-rows.h"
};
static const struct tc_unit_word edge_rows[] = {
#include "fact/unit-edge-rows.h"
};

static const char *const said[][2] = {
#define X(name, exact, bare) { exact, bare },
#include "fact/said-rows.h"
#undef X
};

struct list {
	unsigned v[LIST_MAX];
	size_t n;
};
struct word {
	struct tc_str key;
	uint32_t hash, unit;
	uint16_t place;
	bool syllable;
	uint64_t unit_seconds, type_seconds;
	struct list types, centrals, cues, acting;
	unsigned code, flags;
};

static struct tc_arena arena;
static struct word words[WORDS_MAX];	/* the first is no word */
static size_t word_count = 1;

static void die(const char *what, struct tc_str which)
{
	fprintf(stderr, "gen-words: %s '%.*s'\n", what, TC_ARG(which));
	exit(1);
}

/* The row of a key as the tokenizer gives it; all figures share that of "0". */
static struct word *word_of(struct tc_str text)
{
	struct tc_tokens t;

	tc_tokenize(text, &arena, &t);
	if (t.n != 1 || t.v[0].exact.n >= TC_WORD_BYTES)
		die("not one word, or too long:", text);
	if (t.v[0].place == TC_TOKEN_FIGURES)
		t.v[0].exact = TC_STR("0");
	for (size_t i = 1; i < word_count; i++)
		if (tc_str_eq(words[i].key, t.v[0].exact))
			return &words[i];
	if (word_count == WORDS_MAX)
		die("too many words at", text);
	words[word_count] = (struct word){ .key = t.v[0].exact,
					   .hash = t.v[0].hash,
					   .place = t.v[0].place,
					   .syllable = t.v[0].flags &
						       TC_TOKEN_SYLLABLE };
	return &words[word_count++];
}

static void add_row(struct list *l, unsigned row)
{
	if (l->n && l->v[l->n - 1] == row)
		return;
	if (l->n == LIST_MAX)
		die("too many rows begin so", TC_STR(""));
	l->v[l->n++] = row;
}

static struct tc_str first_of(const char *phrase)
{
	return tc_str(phrase, strcspn(phrase, " ,.-&/"));
}

/* The bit of a phrase's second word; all bits where it has one word. */
static uint64_t second_bit(const char *phrase)
{
	phrase += first_of(phrase).n;
	phrase += strspn(phrase, " ,.-&/");
	return *phrase ? UINT64_C(1) << (word_of(first_of(phrase)) - words) % 64
		       : UINT64_MAX;
}

/* Behind "nghị" may stand "quyết" and "quyet": each word is marked or not. */
static void add_type(unsigned i)
{
	const char *const forms[] = { type_words[i].bare, type_words[i].exact };
	const uint64_t seconds = second_bit(forms[0]) | second_bit(forms[1]);

	for (size_t k = 0; k < COUNT(forms); k++) {
		struct word *w = word_of(first_of(forms[k]));
		add_row(&w->types, i);
		w->type_seconds |= seconds;
	}
}

/* In capitals a code would be read there, whatever stands behind it. */
static void refuse_codes(void)
{
	for (unsigned i = 1; i < word_count; i++) {
		struct tc_tokens t;
		if (!words[i].types.n || !words[i].syllable)
			continue;
		tc_tokenize(words[i].key, &arena, &t);
		for (unsigned k = 0; k < COUNT(type_codes); k++)
			if (tc_str_is(t.v[0].bare, type_codes[k].key))
				die("a type's first word is a code:",
				    words[i].key);
	}
}

static void add_types(void)
{
	for (unsigned i = 0; i < COUNT(type_words); i++)
		add_type(i);
	for (unsigned i = 0; i < COUNT(type_codes); i++)
		word_of(tc_str0(type_codes[i].key))->code = i + 1;
	refuse_codes();
}

static void add_centrals(void)
{
	for (unsigned i = 0; i < COUNT(centrals); i++) {
		add_row(&word_of(first_of(centrals[i].bare))->centrals, i);
		add_row(&word_of(first_of(centrals[i].exact))->centrals, i);
	}
}

static void add_dates(void)
{
	for (unsigned i = 0; i < COUNT(cues); i++) {
		add_row(&word_of(tc_str0(cues[i].exact))->cues, i);
		add_row(&word_of(tc_str0(cues[i].bare))->cues, i);
	}
	for (size_t i = 0; i < COUNT(date_words); i++)
		word_of(tc_str0(date_words[i].word))->flags |=
			date_words[i].flags;
	for (size_t i = 0; i < COUNT(months); i++)
		word_of(tc_str0(months[i]))->flags |=
			TC_WORD_MONTH_NAME | TC_WORD_AFTER_DAY;
}

static void add_ahead(const struct ahead *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		word_of(tc_str0(rows[i].exact))->flags |= TC_WORD_AHEAD;
		word_of(tc_str0(rows[i].bare))->flags |= TC_WORD_AHEAD;
	}
}

/* Two rows each, the second of no word where there is but one spelling. */
static void add_said(void)
{
	for (size_t i = 0; i < COUNT(said); i++) {
		word_of(tc_str0(said[i][0]));
		if (strcmp(said[i][0], said[i][1]) == 0)
			word_count++;
		else
			word_of(tc_str0(said[i][1]));
		if (word_count != 2 * i + 3)
			die("a word is asked for twice:", tc_str0(said[i][1]));
	}
}

static void add_flags(const char *const *list, size_t n, unsigned flag)
{
	for (size_t i = 0; i < n; i++)
		word_of(tc_str0(list[i]))->flags |= flag;
}

static void add_acting(void)
{
	for (unsigned i = 0; i < COUNT(acting_rows); i++) {
		const char *const phrase = acting_rows[i].words;
		if (phrase[sizeof acting_rows[i].words - 1])
			die("a phrase is too long in", TC_STR("acting_rows"));
		add_row(&word_of(first_of(phrase))->acting, i);
	}
}

/* Moves past a phrase's next word; the last mark before it in *mark. */
static unsigned next_word(const char **p, char *mark)
{
	*mark = ' ';
	for (; **p && strchr(" ,.-&/", **p); (*p)++)
		if (**p != ' ')
			*mark = **p;
	const struct tc_str word = first_of(*p);
	*p += word.n;
	return (unsigned)(word_of(word) - words);
}

static void add_words(const char *phrase)
{
	char mark;

	while (*phrase)
		next_word(&phrase, &mark);
}

static void add_units(const struct tc_unit_word *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct word *w = word_of(first_of(rows[i].words));
		w->unit |= rows[i].cls;
		if (rows[i].cls & BEGINS_UNIT)
			w->unit_seconds |= second_bit(rows[i].words);
		add_words(rows[i].words);
	}
}

/* ------------------------------------------- the trie of the unit rows */

#define NODES_MAX 16384
#define NODE_ROWS_MAX 4

struct node {
	unsigned cls, below;
	unsigned rows[NODE_ROWS_MAX];
	size_t n;
};
static struct node nodes[NODES_MAX];	/* the first ones are the words */
static size_t node_count;
static struct tc_word_edge edges[TC_WORD_EDGE_SLOTS];
static size_t edge_count;

/* The node behind `from` by that mark and word; made where it is missing. */
static unsigned child_of(unsigned from, char mark, unsigned word,
			 unsigned number)
{
	const uint32_t key = TC_WORD_EDGE(from, word);
	uint32_t at = tc_word_edge_slot(key);

	while (edges[at].key &&
	       (edges[at].key != key || edges[at].mark != mark))
		at = (at + 1) % TC_WORD_EDGE_SLOTS;
	if (!edges[at].key) {
		if (node_count == NODES_MAX ||
		    ++edge_count > TC_WORD_EDGE_SLOTS / 2)
			die("too many unit rows", TC_STR(""));
		edges[at] = (struct tc_word_edge){
			.key = key, .to = (uint16_t)node_count++, .mark = mark,
			.number = (uint8_t)number,
		};
	}
	if (edges[at].number != number)
		die("two numbers behind one name, or a large one", TC_STR(""));
	return edges[at].to;
}

static void add_path(const struct tc_unit_word *row, unsigned index)
{
	const char *p = row->words;
	char mark;
	unsigned at = next_word(&p, &mark);

	while (*p) {
		nodes[at].below |= row->cls;
		const char *const printed = p + strspn(p, " ,.-&/");
		const unsigned word = next_word(&p, &mark);
		at = child_of(at, mark, word, (unsigned)atoi(printed));
	}
	if (nodes[at].n == NODE_ROWS_MAX)
		die("too many unit rows:", tc_str0(row->words));
	nodes[at].cls |= row->cls;
	nodes[at].rows[nodes[at].n++] = index;
}

/* When every word is known. */
static void add_paths(void)
{
	node_count = word_count;
	for (unsigned i = 0; i < COUNT(name_rows); i++)
		add_path(&name_rows[i], i);
	for (unsigned i = 0; i < COUNT(edge_rows); i++)
		add_path(&edge_rows[i], (unsigned)COUNT(name_rows) + i);
}

static void put_nodes(void)
{
	size_t from = 0;

	printf("\nconst struct tc_word_node tc_word_nodes[] = {\n");
	for (size_t i = 0; i < node_count; i++) {
		printf("\t{ 0x%xu, 0x%xu, { %zu, %zu } },\n", nodes[i].cls,
		       nodes[i].below, from, from + nodes[i].n);
		from += nodes[i].n;
	}
	printf("};\n\nconst uint16_t tc_word_node_rows[] = {\n");
	for (size_t i = 0; i < node_count; i++)
		for (size_t k = 0; k < nodes[i].n; k++)
			printf("\t%u,\n", nodes[i].rows[k]);
	printf("};\n\nconst struct tc_word_edge tc_word_edges[] = {\n");
	for (size_t i = 0; i < TC_WORD_EDGE_SLOTS; i++)
		printf("\t{ 0x%xu, %u, %d, %u },\n", edges[i].key,
		       edges[i].to, edges[i].mark, edges[i].number);
	printf("};\n");
}

static void put_words_of(const char *phrase, size_t *n)
{
	for (*n = 0; *phrase; (*n)++) {
		if (*n == TC_WORD_SPELLING_MAX)
			die("too many words:", tc_str0(phrase));
		printf(" %u,", (unsigned)(word_of(first_of(phrase)) - words));
		phrase += first_of(phrase).n;
		phrase += strspn(phrase, " ");
	}
}

static void put_spelling(const char *exact, const char *bare)
{
	size_t n, m;

	printf("\t{ {");
	put_words_of(exact, &n);
	printf(" }, {");
	put_words_of(bare, &m);
	printf(" }, %zu },\n", n);
	if (n != m)
		die("as many words are needed in", tc_str0(exact));
}

static void put_spellings(void)
{
	printf("\nconst struct tc_word_spelling "
	       "tc_word_type_spellings[] = {\n");
	for (size_t i = 0; i < COUNT(type_words); i++)
		put_spelling(type_words[i].exact, type_words[i].bare);
	printf("};\n\nconst struct tc_word_spelling "
	       "tc_word_central_spellings[] = {\n");
	for (size_t i = 0; i < COUNT(centrals); i++)
		put_spelling(centrals[i].exact, centrals[i].bare);
	printf("};\n");
}

/* The rows in the list at that place of each word. */
static void put_list(const char *type, const char *name, size_t place)
{
	printf("\nconst %s %s[] = {\n", type, name);
	for (size_t i = 0; i < word_count; i++) {
		const struct list *l =
			(const struct list *)((char *)&words[i] + place);
		for (size_t k = 0; k < l->n; k++)
			printf("\t%u,\n", l->v[k]);
	}
	printf("};\n");
}

static void put_words(void)
{
	size_t types = 0, central = 0, cue = 0, acting = 0;

	printf("\nconst struct tc_word_row tc_word_rows[] = {\n");
	for (size_t i = 0; i < word_count; i++) {
		const struct word *w = &words[i];
		printf("\t{ { %zu, %zu }, { %zu, %zu }, { %zu, %zu }, "
		       "{ %zu, %zu }, %u },\n",
		       types, types + w->types.n,
		       central, central + w->centrals.n,
		       cue, cue + w->cues.n, acting, acting + w->acting.n,
		       w->code);
		types += w->types.n;
		central += w->centrals.n;
		cue += w->cues.n;
		acting += w->acting.n;
	}
	printf("};\n");
}

static unsigned flags_of(const struct word *w)
{
	return w->flags | (w->cues.n ? TC_WORD_CUE : 0) |
	       (w->centrals.n ? TC_WORD_CENTRAL : 0) |
	       (w->acting.n ? TC_WORD_ACTING : 0);
}

/* What is asked of most tokens; when the trie is made. */
static void put_marks(void)
{
	printf("\nconst uint16_t tc_word_flags[] = {\n");
	for (size_t i = 0; i < word_count; i++)
		printf("\t%u,\n", flags_of(&words[i]));
	printf("};\n\nconst uint32_t tc_word_units[] = {\n");
	for (size_t i = 0; i < word_count; i++)
		printf("\t0x%xu,\n", nodes[i].cls | nodes[i].below);
	printf("};\n\nconst struct tc_word_seconds tc_word_seconds[] = {\n");
	for (size_t i = 0; i < word_count; i++)
		printf("\t{ 0x%" PRIx64 "u, 0x%" PRIx64 "u },\n",
		       words[i].unit_seconds, words[i].type_seconds);
	printf("};\n\nconst char tc_word_texts[][TC_WORD_BYTES] = {\n");
	for (size_t i = 0; i < word_count; i++)
		printf("\t\"%.*s\",\n", TC_ARG(words[i].key));
	printf("};\n");
}

static void put_lex(void)
{
	static unsigned lex[TC_WORD_LEX_SLOTS];

	for (unsigned i = 0; i < COUNT(lex_rows); i++) {
		uint32_t at = tc_str_hash(tc_str0(lex_rows[i].spelling), 0);
		while (lex[at % TC_WORD_LEX_SLOTS])
			at++;
		lex[at % TC_WORD_LEX_SLOTS] = i + 1;
	}
	printf("\nconst uint8_t tc_word_lex[TC_WORD_LEX_SLOTS] = {\n");
	for (size_t i = 0; i < TC_WORD_LEX_SLOTS; i++)
		printf("\t%u,\n", lex[i]);
	printf("};\n");
}

static int compare_bodies(const void *a, const void *b)
{
	const char *x = type_bodies[*(const unsigned *)a].key;
	const char *y = type_bodies[*(const unsigned *)b].key;

	return *x != *y ? *x - *y : (int)strlen(y) - (int)strlen(x);
}

static void put_bodies(void)
{
	unsigned order[COUNT(type_bodies)], i;

	for (i = 0; i < COUNT(order); i++)
		order[i] = i;
	qsort(order, COUNT(order), sizeof *order, compare_bodies);
	printf("\nconst struct tc_word_body tc_word_bodies[] = {\n");
	for (i = 0; i < COUNT(order); i++)
		printf("\t{ %u, %zu },\n", order[i],
		       strlen(type_bodies[order[i]].key));
	printf("};\n\nconst uint8_t tc_word_body_from[27] = {\n");
	i = 0;
	for (char c = 'a'; c <= 'z'; c++) {
		printf("\t%u,\n", i);
		while (i < COUNT(order) && *type_bodies[order[i]].key == c)
			i++;
	}
	printf("\t%u,\n};\n", i);
	if (i != COUNT(order))
		die("a body's key begins with no letter", TC_STR(""));
}

static unsigned begins_of(const struct word *w)
{
	unsigned begins = 0;

	if (w->types.n || w->flags & TC_WORD_CHARTER)
		begins |= TC_BEGINS_NUMBER;
	if (w->flags & TC_WORD_CHARTER)
		begins |= TC_BEGINS_ANY_NUMBER;
	if (w->flags & TC_WORD_DATE)
		begins |= TC_BEGINS_DATE;
	if (w->flags & TC_WORD_MONTH_NAME)
		begins |= TC_BEGINS_MONTH;
	if (w->unit & BEGINS_UNIT)
		begins |= TC_BEGINS_UNIT;
	if (w->unit & TC_UNIT_OFFICE)
		begins |= TC_BEGINS_OFFICE;
	if (w->centrals.n)
		begins |= TC_BEGINS_CENTRAL;
	if (w->flags & TC_WORD_DAY)
		begins |= TC_BEGINS_DAY;
	return begins;
}

static void put_syllables(void)
{
	for (unsigned i = 1; i < word_count; i++)
		if (words[i].syllable)
			tc_marks_add(words[i].place, i, begins_of(&words[i]));
	tc_marks_put((unsigned)(word_of(TC_STR("0")) - words));
}

static unsigned slots[TC_WORD_SLOTS];	/* rows; 0: empty */

/* Puts a row into one of its slots; the one that it drives out goes to its
 * other slot, and so on. */
static void place(unsigned row)
{
	unsigned at = tc_word_slot_one(words[row].hash);

	for (int moves = 0; moves < 1000; moves++) {
		const unsigned out = slots[at];
		slots[at] = row;
		if (!out)
			return;
		const unsigned one = tc_word_slot_one(words[out].hash);
		const unsigned two = tc_word_slot_two(words[out].hash);
		at = at == one ? two : one;
		row = out;
	}
	die("no slot for", words[row].key);
}

static void put_slots(void)
{
	for (unsigned i = 1; i < word_count; i++)
		if (words[i].key.n)
			place(i);
	printf("\nconst struct tc_word_slot tc_word_slots[] = {\n");
	for (size_t i = 0; i < TC_WORD_SLOTS; i++) {
		const struct word *w = &words[slots[i]];
		printf("\t{ 0x%08xu, 0x%08xu },\n", w->hash,
		       TC_WORD_INFO(slots[i], w->key.n, begins_of(w)));
	}
	printf("};\n");
}

int main(void)
{
	add_said();
	add_types();
	add_centrals();
	add_dates();
	add_ahead(ahead_before, COUNT(ahead_before));
	add_ahead(ahead_behind, COUNT(ahead_behind));
	add_flags(surnames, COUNT(surnames), TC_WORD_SURNAME);
	add_flags(after_types, COUNT(after_types), TC_WORD_AFTER_TYPE);
	add_flags(ofs, COUNT(ofs), TC_WORD_OF);
	add_flags(abouts, COUNT(abouts), TC_WORD_ABOUT);
	add_flags(several, COUNT(several), TC_WORD_SEVERAL);
	add_flags(activities, COUNT(activities), TC_WORD_ACTIVITY);
	add_acting();
	word_of(TC_STR("ngày"))->flags |= TC_WORD_DAY;
	word_of(TC_STR("ngay"))->flags |= TC_WORD_DAY;
	word_of(TC_STR("on"))->flags |= TC_WORD_DAY;
	word_of(TC_STR("điều"))->flags |= TC_WORD_CHARTER;
	word_of(TC_STR("dieu"))->flags |= TC_WORD_CHARTER;
	word_of(TC_STR("0"));	/* put_syllables() wants it */
	word_of(TC_STR("tỉnh"))->flags |= TC_WORD_PROVINCE;
	add_units(name_rows, COUNT(name_rows));
	add_units(edge_rows, COUNT(edge_rows));
	printf("/* Made by src/fact/gen-words.c. */\n"
	       "#include \"config.h\"\n\n#include \"fact/word.h\"\n");
	put_spellings();
	add_paths();
	put_nodes();
	put_list("uint8_t", "tc_word_types", offsetof(struct word, types));
	put_list("uint8_t", "tc_word_centrals",
		 offsetof(struct word, centrals));
	put_list("uint8_t", "tc_word_cues", offsetof(struct word, cues));
	put_list("uint16_t", "tc_word_acting",
		 offsetof(struct word, acting));
	put_lex();
	put_bodies();
	put_words();
	put_marks();
	put_slots();
	put_syllables();
	tc_arena_release(&arena);
	return fflush(stdout) || ferror(stdout);
}
