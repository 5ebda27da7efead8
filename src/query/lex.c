/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/lex.h"

#include "base/language.h"
#include "text/fold.h"
#include "text/utf8.h"

const struct tc_query_field tc_query_fields[] = {
	{ "so", "number", TC_NODE_NUMBER, "a document's number" },
	{ "ngay", "date", TC_NODE_DATE, "publication, a day or a range" },
	{ "su-kien", "event", TC_NODE_EVENT, "a reported event's date" },
	{ "donvi", "unit", TC_NODE_UNIT, "words of a unit's name" },
	{ "loai", "type", TC_NODE_TYPE, "a document's type" },
	{ "tieude", "title", TC_NODE_TITLE, "words of the title" },
	{ "nguon", "site", TC_NODE_SITE, "the site's host" },
};
const size_t tc_query_field_count =
	sizeof tc_query_fields / sizeof *tc_query_fields;

/* What the parser is told of each operator. */
static const struct {
	const char *word;
	bool vietnamese;
	enum tc_lexeme_kind kind;
} operators[] = {
	{ "AND", false, TC_LEX_AND },  { "VÀ", true, TC_LEX_AND },
	{ "OR", false, TC_LEX_OR },    { "HOẶC", true, TC_LEX_OR },
	{ "NOT", false, TC_LEX_NOT },  { "KHÔNG", true, TC_LEX_NOT },
};

bool tc_lex_is_operator(struct tc_str word)
{
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (tc_str_is(word, operators[i].word))
			return true;
	return tc_str_is(word, "NEAR");
}

struct lexer {
	struct tc_str text;
	size_t at;
	bool headline;		/* no lower-case letter in it */
	struct tc_arena *arena;
	struct tc_lexeme *v;
	size_t n, cap;
	struct tc_error *err;
};

static uint32_t column_of(const struct lexer *l, size_t off)
{
	return 1 + tc_utf8_count(tc_str(l->text.p, off));
}

static struct tc_lexeme *push(struct lexer *l, enum tc_lexeme_kind kind,
			      size_t start, size_t end)
{
	l->v = tc_arena_grow(l->arena, l->v, l->n, &l->cap, sizeof *l->v);
	struct tc_lexeme *x = &l->v[l->n++];
	*x = (struct tc_lexeme){ .kind = kind,
				 .text = tc_str(l->text.p + start,
						end - start),
				 .column = column_of(l, start) };
	return x;
}

/* The quotation marks that keyboards, word processors and pages have: of which
 * kind each is, and of which those are that close what it opens.  An arrow of
 * a trail, "Trang chủ » Tin", opens nothing. */
enum { PLAIN = 1, ANGLE = 2, PRIME = 4 };
static const struct quote {
	const char *mark;
	unsigned kind, closed_by;
} quotes[] = {
	{ "\"", PLAIN, PLAIN },
	{ "\u201C", PLAIN, PLAIN },		/* “ */
	{ "\u201D", PLAIN, PLAIN },		/* ” */
	{ "\u201E", PLAIN, PLAIN },		/* „ */
	{ "\u201F", PLAIN, PLAIN },		/* ‟ */
	{ "\uFF02", PLAIN, PLAIN },		/* ＂ */
	{ "\u2033", PRIME, PLAIN | PRIME },	/* ″ */
	{ "\u00AB", 0, ANGLE },			/* « */
	{ "\u00BB", ANGLE, 0 },			/* » */
};

static const struct quote *quote_at(struct tc_str text, size_t at)
{
	if (text.p[at] != '"' && !(text.p[at] & 0x80))
		return NULL;
	struct tc_str rest = tc_str_from(text, at);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (tc_str_starts(rest, tc_str0(quotes[i].mark)))
			return &quotes[i];
	return NULL;
}

/* One that begins what is quoted; behind a digit a prime is inches. */
static const struct quote *opening_at(struct tc_str text, size_t at)
{
	const struct quote *q = quote_at(text, at);

	if (!q || !q->closed_by || (q->kind == PRIME && at &&
				    text.p[at - 1] >= '0' &&
				    text.p[at - 1] <= '9'))
		return NULL;
	return q;
}

bool tc_lex_has_quote(struct tc_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		const struct quote *q = quote_at(text, i);
		if (q && q->kind == PLAIN)
			return true;
	}
	return false;
}

/* Blanks in the places of marks that would end what is printed in plain ones;
 * a character each, so that columns stay. */
static struct tc_str without_quotes(struct tc_str text, struct tc_arena *arena)
{
	TC_SCOPED_BUF out = { 0 };

	if (!tc_lex_has_quote(text))
		return text;
	for (size_t i = 0; i < text.n;) {
		const struct quote *q = quote_at(text, i);
		const bool plain = q && q->kind == PLAIN;
		tc_buf_addc(&out, plain ? ' ' : text.p[i]);
		i += plain ? strlen(q->mark) : 1;
	}
	return tc_arena_str(arena, tc_buf_str(&out));
}

static int lex_quoted(struct lexer *l, const struct quote *open)
{
	size_t start = l->at + strlen(open->mark), end = start;
	const struct quote *q = NULL;

	for (; end < l->text.n; end++) {
		q = quote_at(l->text, end);
		if (q && q->kind & open->closed_by)
			break;
	}
	if (end == l->text.n)
		return tc_fail(l->err, TC_E_QUERY,
			       "column %u: the quotation mark is not closed",
			       column_of(l, l->at));
	struct tc_lexeme *x = push(l, TC_LEX_QUOTED, start, end);
	x->text = without_quotes(x->text, l->arena);
	x->column = column_of(l, l->at);
	l->at = end + strlen(q->mark);
	return 0;
}

bool tc_query_is_name(struct tc_str typed, const char *name)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };

	tc_fold_lower(typed, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	const char *p = bare.p, *end = tc_str_end(tc_buf_str(&bare));
	for (;; p++, name++) {
		while (p < end && *p == '-')
			p++;
		while (*name == '-')
			name++;
		if (p == end || *p != *name)
			return p == end && !*name;
	}
}

const struct tc_query_field *tc_query_field_find(struct tc_str typed)
{
	for (size_t i = 0; i < tc_query_field_count; i++)
		if (tc_query_is_name(typed, tc_query_fields[i].name) ||
		    tc_query_is_name(typed, tc_query_fields[i].english))
			return &tc_query_fields[i];
	return NULL;
}

/* Letters and hyphens before a colon that something follows. */
static size_t field_name_length(struct tc_str rest)
{
	const char *p = rest.p, *end = tc_str_end(rest);

	while (p < end) {
		const char *here = p;
		uint32_t c = tc_utf8_next(&p, end);
		if (c == ':')
			return (size_t)(here - rest.p);
		if (!tc_char_is_letter(c) && c != '-')
			return 0;
	}
	return 0;
}

/* "đơn vị:" and "sự kiện:" as two words; the first is one already. */
static const struct tc_query_field *field_of_two(struct lexer *l,
						 struct tc_str name)
{
	const struct tc_lexeme *x = l->n ? &l->v[l->n - 1] : NULL;

	if (!x || x->kind != TC_LEX_WORD ||
	    tc_str_end(x->text) + 1 != name.p)
		return NULL;
	struct tc_str both = tc_arena_printf(l->arena, "%.*s-%.*s",
					     TC_ARG(x->text), TC_ARG(name));
	const struct tc_query_field *field = tc_query_field_find(both);
	if (field)
		l->n--;
	return field;
}

static bool is_digit_at(const struct lexer *l, size_t at)
{
	return at < l->text.n && l->text.p[at] >= '0' && l->text.p[at] <= '9';
}

static int lex_field(struct lexer *l, size_t name_n)
{
	struct tc_str name = tc_str(l->text.p + l->at, name_n);
	const struct tc_query_field *field = tc_query_field_find(name);
	size_t value = l->at + name_n + 1;

	bool empty = value >= l->text.n || tc_lex_is_blank(l->text.p[value]);
	if (!field && !empty)
		field = field_of_two(l, name);

	if (!field && empty)
		return 0;	/* "Chủ đề: ..." is words */
	if (!field) {
		TC_SCOPED_BUF known = { 0 };
		for (size_t i = 0; i < tc_query_field_count; i++)
			tc_buf_printf(&known, " %s:", tc_query_fields[i].name);
		return tc_fail(l->err, TC_E_QUERY,
			       "column %u: unknown field '%.*s'; there are%s "
			       "(put the words in quotation marks to search "
			       "for them)", column_of(l, l->at), TC_ARG(name),
			       known.p);
	}
	/* "Số: 21-NQ/TW" heads the document itself */
	if (empty && field->kind == TC_NODE_NUMBER && is_digit_at(l, value + 1))
		return 0;
	if (empty)
		return tc_fail(l->err, TC_E_QUERY,
			       "column %u: '%.*s:' has no value",
			       column_of(l, l->at), TC_ARG(name));
	push(l, TC_LEX_FIELD, l->at, value)->field = field;
	l->at = value;
	return 0;
}

static size_t word_end(const struct lexer *l, size_t at, bool value)
{
	while (at < l->text.n && !tc_lex_is_blank(l->text.p[at]) &&
	       l->text.p[at] != '(' && l->text.p[at] != ')' &&
	       !(value && l->text.p[at] == ',') && !opening_at(l->text, at))
		at++;
	return at;
}

/* "NEAR" or "NEAR/5": 1 when it is, 0 when not. */
static int lex_near(struct lexer *l, struct tc_str word)
{
	const struct tc_str near = TC_STR("NEAR");
	unsigned n = 0;

	if (!tc_str_starts(word, near) ||
	    (word.n > near.n && word.p[near.n] != '/'))
		return 0;
	for (size_t i = near.n + 1; i < word.n; i++) {
		bool digit = word.p[i] >= '0' && word.p[i] <= '9';
		n = digit && n <= TC_NEAR_MAX ?
			    n * 10 + (unsigned)(word.p[i] - '0') :
			    TC_NEAR_MAX + 1;
	}
	if (word.n > near.n && (!n || n > TC_NEAR_MAX))
		return tc_fail(l->err, TC_E_QUERY,
			       "column %u: '%.*s': behind NEAR/ goes a "
			       "number of words from 1 to %d",
			       column_of(l, l->at), TC_ARG(word),
			       TC_NEAR_MAX);
	push(l, TC_LEX_NEAR, l->at, l->at + word.n)->near =
		n ? n : TC_NEAR_DEFAULT;
	return 1;
}

bool tc_lex_is_name(struct tc_str name)
{
	const char *p = name.p, *end = tc_str_end(name);

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (!tc_char_is_letter(c) && !(c >= '0' && c <= '9') &&
		    c != '-' && c != '_')
			return false;
	}
	return name.n;
}

static int lex_word(struct lexer *l)
{
	size_t end = word_end(l, l->at, false);
	struct tc_str word = tc_str(l->text.p + l->at, end - l->at);
	enum tc_lexeme_kind kind = TC_LEX_WORD;
	int near = lex_near(l, word);

	if (near < 0)
		return -1;
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (tc_str_is(word, operators[i].word) &&
		    !(operators[i].vietnamese && l->headline))
			kind = operators[i].kind;
	if (!near && word.n && word.p[0] == '@' &&
	    tc_lex_is_name(tc_str_from(word, 1)))
		push(l, TC_LEX_NAME, l->at + 1, end)->column--;
	else if (!near)
		push(l, kind, l->at, end);
	l->at = end;
	return 0;
}

static bool is_number_value(const struct lexer *l)
{
	size_t i = l->n - 1;

	while (l->v[i].kind != TC_LEX_FIELD)
		i--;
	return l->v[i].field->kind == TC_NODE_NUMBER;
}

static void lengthen(struct lexer *l, struct tc_str more)
{
	struct tc_lexeme *x = &l->v[l->n - 1];

	x->text = tc_arena_printf(l->arena, "%.*s%.*s", TC_ARG(x->text),
				  TC_ARG(more));
}

/* so:18-NQ/TW@"khóa XIII": a time of several words. */
static int lex_quoted_time(struct lexer *l)
{
	const struct quote *quote = l->at < l->text.n ?
				    opening_at(l->text, l->at) : NULL;

	if (!quote || !tc_str_ends(l->v[l->n - 1].text, TC_STR("@")) ||
	    !is_number_value(l))
		return 0;
	if (lex_quoted(l, quote) != 0)
		return -1;
	l->n--;
	lengthen(l, l->v[l->n].text);
	return 0;
}

/* so:"chỉ thị 05"@2016: the year belongs to the number. */
static int lex_at(struct lexer *l)
{
	const size_t start = l->at;

	if (l->at == l->text.n || l->text.p[l->at] != '@' ||
	    !is_number_value(l))
		return 0;
	l->at = word_end(l, start, true);
	lengthen(l, tc_str(l->text.p + start, l->at - start));
	return lex_quoted_time(l);
}

/* Where a value should begin. */
static const char *what_is_missing(const struct lexer *l)
{
	const char next = l->at < l->text.n ? l->text.p[l->at] : '\0';
	const bool list = l->v[l->n - 1].kind == TC_LEX_COMMA;

	if (list && tc_lex_is_blank(next))
		return N_("a value is missing in the list; no blank goes "
			  "behind its commas");
	return list || next == ',' ? N_("a value is missing in the list") :
				     N_("a value is missing");
}

/* One value of a field, and the comma behind it when another follows. */
static int lex_value(struct lexer *l)
{
	const size_t start = l->at;
	const struct quote *quote = start < l->text.n ?
				    opening_at(l->text, start) : NULL;

	if (quote) {
		if (lex_quoted(l, quote) != 0 || lex_at(l) != 0)
			return -1;
	} else {
		l->at = word_end(l, start, true);
		if (l->at == start)
			return tc_fail(l->err, TC_E_QUERY, "column %u: %s",
				       column_of(l, start),
				       _(what_is_missing(l)));
		push(l, TC_LEX_WORD, start, l->at);
		if (lex_quoted_time(l) != 0)
			return -1;
	}
	if (l->at < l->text.n && l->text.p[l->at] == ',') {
		push(l, TC_LEX_COMMA, l->at, l->at + 1);
		l->at++;
	}
	return 0;
}

/* Behind a blank or bracket. */
static bool begins(const struct lexer *l)
{
	return !l->at || tc_lex_is_blank(l->text.p[l->at - 1]) ||
	       l->text.p[l->at - 1] == '(';
}

/* A sign is an operator only right before what it belongs to. */
static bool is_sign(const struct lexer *l, char sign)
{
	if (l->text.p[l->at] != sign || l->at + 1 >= l->text.n || !begins(l))
		return false;
	char next = l->text.p[l->at + 1];
	return !tc_lex_is_blank(next) && next != ')' && next != '-' &&
	       next != '+';
}

/* "-+x": which was meant? */
static int check_signs(const struct lexer *l)
{
	const struct tc_str rest = tc_str_from(l->text, l->at);

	if ((!tc_str_starts(rest, TC_STR("-+")) &&
	     !tc_str_starts(rest, TC_STR("+-"))) || !begins(l) ||
	    rest.n == 2 || tc_lex_is_blank(rest.p[2]) || rest.p[2] == ')')
		return 0;
	return tc_fail(l->err, TC_E_QUERY,
		       "column %u: two signs before a word; write -x, which "
		       "must not be there, or +x, which must",
		       column_of(l, l->at));
}

static int lex_one(struct lexer *l)
{
	char c = l->text.p[l->at];
	const struct quote *quote = opening_at(l->text, l->at);
	const size_t start = l->at;

	if (quote)
		return lex_quoted(l, quote);
	if (check_signs(l) != 0)
		return -1;
	if (is_sign(l, '-')) {
		push(l, TC_LEX_NOT, l->at, l->at + 1)->minus = true;
		l->at++;
		return 0;
	}
	if (is_sign(l, '+')) {
		push(l, TC_LEX_PLUS, l->at, l->at + 1);
		l->at++;
		return 0;
	}
	if (c == '(' || c == ')') {
		push(l, c == '(' ? TC_LEX_OPEN : TC_LEX_CLOSE, l->at,
		     l->at + 1);
		l->at++;
		return 0;
	}
	size_t name = field_name_length(tc_str_from(l->text, l->at));
	if (name && lex_field(l, name) != 0)
		return -1;
	return l->at > start ? 0 : lex_word(l);
}

static bool wants_value(const struct lexer *l)
{
	return l->n && (l->v[l->n - 1].kind == TC_LEX_FIELD ||
			l->v[l->n - 1].kind == TC_LEX_COMMA);
}

static bool has_lower_case(struct tc_str s)
{
	const char *p = s.p, *end = tc_str_end(s);

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		if (tc_char_is_letter(c) && !tc_char_is_upper(c))
			return true;
	}
	return false;
}

int tc_lex(struct tc_str text, struct tc_arena *arena,
	   struct tc_lexeme **out, size_t *count, struct tc_error *err)
{
	struct lexer l = { .text = text, .arena = arena, .err = err,
			   .headline = !has_lower_case(text) };

	while (l.at < text.n || wants_value(&l)) {
		bool value = wants_value(&l);
		if (!value && tc_lex_is_blank(text.p[l.at])) {
			l.at++;
			continue;
		}
		if ((value ? lex_value(&l) : lex_one(&l)) != 0)
			return -1;
		if (l.n > TC_QUERY_NODES_MAX)
			return tc_fail(err, TC_E_QUERY,
				       "column %u: more than %d words and "
				       "operators; ask for fewer",
				       column_of(&l, l.at),
				       TC_QUERY_NODES_MAX);
	}
	push(&l, TC_LEX_END, text.n, text.n);
	*out = l.v;
	*count = l.n;
	return 0;
}
