/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/parse-part.h"

#include "base/language.h"
#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/term.h"
#include "fact/unit.h"
#include "index/again.h"
#include "index/nicknames.h"
#include "query/number.h"
#include "query/pattern.h"
#include "text/fold.h"
#include "text/token.h"
#include "text/utf8.h"

#define BAD_AT N_("behind '@' goes a year, a date or a term (@2016, " \
		  "@2016-10-30, @khóaXII)")

#define NAMED_MAX 200	/* bytes of documents that a message names */

static int bad_value(struct tc_parser *p, const struct tc_lexeme *x,
		     const char *why)
{
	return tc_fail(p->err, TC_E_QUERY, "column %u: '%.*s': %s", x->column,
		       TC_ARG(x->text), _(why));
}

static bool has_digit(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static bool has_only_digits(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

static struct tc_str before_at(struct tc_str s)
{
	struct tc_str symbol;

	tc_str_split(&s, '@', &symbol);
	return symbol;
}

/* "CT05@2016", "NĐ30/2020": the index has no term of a part of a symbol with
 * its year. */
static bool is_partly_dated(const struct tc_node *n)
{
	for (size_t i = 0; i < n->number_count; i++)
		if (tc_docnum_is_short(&n->numbers[i]) &&
		    (n->at.n || n->numbers[i].year.n))
			return true;
	return false;
}

/* "NQTW4@khóaXII" is NQTW4/XII: the term is a part of a plenum's name. */
static void name_plenum(struct tc_parser *p, struct tc_number *n,
			struct tc_buf *at)
{
	const struct tc_str khoa = TC_STR("khoa"), term = tc_buf_str(at);

	if (!tc_docnum_is_open_plenum(n) || !tc_str_starts(term, khoa))
		return;
	n->canonical = tc_arena_printf(p->arena, "%.*s/%.*s",
				       TC_ARG(n->canonical),
				       TC_ARG(tc_str_from(term, khoa.n)));
	tc_buf_clear(at);
}

/* Without the marks of the sentence that it was copied from: "Chỉ thị 05,". */
static struct tc_str inside_marks(struct tc_str s)
{
	static const char *const marks[] = {
		".", ",", ";", ":", "!", "?", "'", "[", "]", "<", ">", "»",
		"‘", "’", "…",
	};
	size_t left;

	s = tc_str_trim(s);
	do {
		left = s.n;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			const struct tc_str mark = tc_str0(marks[i]);
			if (tc_str_ends(s, mark))
				s.n -= mark.n;
			if (tc_str_starts(s, mark))
				s = tc_str_from(s, mark.n);
		}
		s = tc_str_trim(s);
	} while (s.n < left);
	return s;
}

bool tc_query_may_be_number(struct tc_str text)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };

	if (has_digit(text))
		return true;
	tc_fold_lower(text, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	const struct tc_str s = tc_buf_str(&bare);
	return (tc_str_starts(s, TC_STR("nghi quyet ")) ||
		tc_str_starts(s, TC_STR("ket luan "))) &&
	       (tc_str_find(s, TC_STR(" hoi nghi "), 0) != SIZE_MAX ||
		tc_str_find(s, TC_STR(" dai hoi "), 0) != SIZE_MAX);
}

bool tc_query_is_number(struct tc_str text)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_number number;
	struct tc_str at;

	return tc_docnum_parse(inside_marks(text), true, &arena, &number, &at);
}

/* "... lần thứ XVII, nhiệm kỳ 2020 - 2025": without the years, which a congress
 * of that number has anyway; the text itself where none stand at its end. */
static struct tc_str before_years(struct tc_str text, struct tc_arena *arena)
{
	struct tc_tokens t;
	size_t i;

	tc_tokenize(text, arena, &t);
	for (i = t.n; i && t.v[i - 1].flags & TC_TOKEN_DIGIT;)
		i--;
	if (i == t.n || i < 2 || !tc_str_is(t.v[i - 1].bare, "ky") ||
	    !tc_str_is(t.v[i - 2].bare, "nhiem"))
		return text;
	text.n = t.v[i - 2].off;
	while (text.n && strchr(" ,(", text.p[text.n - 1]))
		text.n--;
	return text;
}

static bool parse_number(struct tc_str text, struct tc_arena *arena,
			 struct tc_number *out, struct tc_str *at)
{
	if (tc_docnum_parse(text, true, arena, out, at))
		return true;
	const struct tc_str rest = before_years(text, arena);
	return rest.n < text.n && tc_docnum_parse(rest, true, arena, out, at) &&
	       tc_str_starts(out->canonical, TC_STR("DH"));
}

/* A number and, where a plain D was typed, what it may stand for. */
static struct tc_node *number_of(struct tc_parser *p, const struct tc_lexeme *x,
				 struct tc_str typed)
{
	const struct tc_str text = inside_marks(typed);
	struct tc_number *readings =
		tc_arena_alloc(p->arena, 2 * sizeof *readings);
	TC_SCOPED_BUF at = { 0 };
	struct tc_str typed_at, again_at;

	/* what cannot be printed to be read again is none ("Luật : TW 6") */
	if (!parse_number(text, p->arena, &readings[0], &typed_at) ||
	    !tc_docnum_parse(readings[0].canonical, true, p->arena,
			     &readings[1], &again_at) ||
	    !tc_str_eq(readings[0].canonical, readings[1].canonical))
		return NULL;
	if (typed_at.n && !tc_docnum_at(typed_at, &at)) {
		bad_value(p, x, BAD_AT);
		return NULL;
	}
	name_plenum(p, &readings[0], &at);
	struct tc_node *n = tc_parse_node(p, TC_NODE_NUMBER, x);
	n->text = text;
	n->numbers = readings;
	n->number_count = 1 + tc_docnum_alternative(&readings[0], p->arena,
						    &readings[1]);
	/* what the symbol says itself needs no saying: 30/2020/NĐ-CP@2020 */
	if (!tc_docnum_says_time(&readings[0], tc_buf_str(&at)))
		n->at = tc_arena_str(p->arena, tc_buf_str(&at));
	n->short_form = !readings[0].issuer.n;
	if (is_partly_dated(n) || tc_docnum_may_have_stroke(&readings[0]) ||
	    tc_number_is_congress(&readings[0]) ||
	    (!n->at.n && tc_docnum_is_open_plenum(&readings[0])))
		n->expansion = tc_arena_alloc(p->arena, sizeof *n->expansion);
	return n;
}

/* The text of n lexemes from x on. */
static struct tc_str span_of(const struct tc_lexeme *x, size_t n)
{
	return tc_str(x->text.p,
		      (size_t)(tc_str_end(x[n - 1].text) - x->text.p));
}

static size_t count_words(const struct tc_parser *p, size_t at)
{
	size_t n = 0;

	while (n < TC_NUMBER_WORDS_MAX && p->v[at + n].kind == TC_LEX_WORD)
		n++;
	return n;
}

/* "(khóa XII)" as printed behind a number: its lexemes; 0 when it is not
 * there. */
static size_t term_in_brackets(const struct tc_parser *p, size_t at)
{
	const struct tc_lexeme *open = &p->v[at];
	TC_SCOPED_BUF term = { 0 };

	if (open->kind != TC_LEX_OPEN)
		return 0;
	const size_t n = count_words(p, at + 1);
	if (!n || open[1 + n].kind != TC_LEX_CLOSE ||
	    !tc_docnum_at(span_of(open + 1, n), &term) ||
	    !tc_str_starts(tc_buf_str(&term), TC_STR("khoa")))
		return 0;
	return n + 2;
}

/* "(lần 2)" behind the number of a plenum, likewise. */
static size_t sitting_in_brackets(const struct tc_parser *p, size_t at)
{
	const struct tc_lexeme *open = &p->v[at];
	TC_SCOPED_BUF word = { 0 };

	if (open->kind != TC_LEX_OPEN || count_words(p, at + 1) != 2 ||
	    open[3].kind != TC_LEX_CLOSE)
		return 0;
	tc_fold_bare(open[1].text, &word);
	return tc_str_is(tc_buf_str(&word), "lan") ? 4 : 0;
}

/* A document number that begins at this lexeme and takes as many as it
 * can. */
struct tc_node *tc_parse_number(struct tc_parser *p)
{
	const size_t words = count_words(p, p->at);
	const size_t sitting = sitting_in_brackets(p, p->at + words);
	const size_t least = words + sitting;
	const size_t most = sitting ? least + count_words(p, p->at + least) :
				      words;
	const size_t term = term_in_brackets(p, p->at + most);

	for (size_t n = most + term; n;
	     n = n > most ? most : n > least || n <= words ? n - 1 : words) {
		const struct tc_lexeme *first = &p->v[p->at];
		struct tc_str span = span_of(first, n);
		if (!tc_query_may_be_number(span))
			continue;
		struct tc_node *number = number_of(p, first, span);
		if (!number)
			continue;
		if (number->short_form && !number->at.n)
			tc_tokenize(span, p->arena, &number->tokens);
		p->at += n;
		return number;
	}
	return NULL;
}

/* A document by what is one's id: its symbol, or that and a date. */
static struct tc_node *document_of(struct tc_parser *p,
				   const struct tc_lexeme *x,
				   const struct tc_str *ids, size_t n)
{
	struct tc_node *first = number_of(p, x, ids[0]);

	if (!first || n == 1)
		return first;
	struct tc_number *readings =
		tc_arena_alloc(p->arena, n * sizeof *readings);
	for (size_t i = 0; i < n; i++) {
		const struct tc_node *one = number_of(p, x, ids[i]);
		if (!one)
			return NULL;
		readings[i] = one->numbers[0];
		readings[i].id = ids[i];
	}
	first->numbers = readings;
	first->number_count = n;
	first->at = (struct tc_str){ NULL, 0 };
	first->expansion = NULL;
	return first;
}

/* "26-NQ/TW@2008-08-05" for 2008, 2008-08, khoaX. */
static bool is_of_time(struct tc_str id, struct tc_str time)
{
	const struct tc_str khoa = TC_STR("khoa");
	struct tc_str symbol;
	struct tc_date day;

	tc_str_split(&id, '@', &symbol);
	if (!id.p || !tc_str_starts(time, khoa))
		return id.p && tc_str_starts(id, time);
	return tc_date_read(id, &day) &&
	       tc_str_is(tc_str_from(time, khoa.n),
			 tc_term_name(tc_term_of(day)));
}

/* Leaves those of the time behind "@"; 0, or -1 when it is none, or that of
 * none of them. */
static int keep_of_time(struct tc_parser *p, const struct tc_lexeme *x,
			struct tc_str time, struct tc_str *ids, size_t *n)
{
	TC_SCOPED_BUF at = { 0 }, others = { 0 };
	size_t kept = 0;

	if (!tc_docnum_at(time, &at))
		return bad_value(p, x, BAD_AT);
	for (size_t i = 0; i < *n; i++) {
		if (is_of_time(ids[i], tc_buf_str(&at)))
			ids[kept++] = ids[i];
		else if (others.n < NAMED_MAX)
			tc_buf_printf(&others, " %.*s", TC_ARG(ids[i]));
	}
	*n = kept;
	return kept ? 0 :
	       tc_fail(p->err, TC_E_QUERY,
		       "column %u: '%.*s': no document of that name is of "
		       "that time; there is%s", x->column, TC_ARG(x->text),
		       tc_buf_cstr(&others));
}

/* The documents of a name, whatever a writer does meanwhile. */
static int find_documents(struct tc_parser *p, const struct tc_tokens *name,
			  struct tc_str **ids, size_t *n)
{
	for (int tries = 0; tc_nicknames_find(p->names->db, name, p->arena,
					      ids, n, p->err) != 0;)
		if (!tc_xdb_again(p->names->db, &tries, p->err))
			return -1;
	p->err->code = TC_OK;
	return 0;
}

struct tc_node *tc_parse_nickname(struct tc_parser *p,
				  const struct tc_lexeme *x,
				  struct tc_str typed)
{
	struct tc_str time = typed, name, *ids;
	struct tc_tokens tokens;
	size_t n;

	tc_str_split(&time, '@', &name);
	if (!p->names->db)
		return NULL;
	tc_tokenize(name, p->arena, &tokens);
	if (find_documents(p, &tokens, &ids, &n) != 0 || !n ||
	    (time.p && keep_of_time(p, x, time, ids, &n) != 0))
		return NULL;
	struct tc_node *number = document_of(p, x, ids, n);
	if (!number)
		return NULL;
	number->named = number->short_form = true;
	number->text = typed;
	/* with a time the words alone would not do */
	if (!time.p)
		number->tokens = tokens;
	return number;
}

struct tc_node *tc_parse_whole(struct tc_parser *p)
{
	const size_t words = count_words(p, 0);
	TC_SCOPED_BUF type = { 0 };

	/* what people call a document begins with its type, mostly: few
	 * queries have to be looked up */
	if (!p->names->db || words < 3 || p->v[words].kind != TC_LEX_END)
		return NULL;
	const struct tc_str name = span_of(p->v, words);
	if (has_digit(name))
		return NULL;
	tc_fold_lower(span_of(p->v, 2), &type);
	if (!tc_docnum_type(tc_buf_str(&type)) || memchr(name.p, '*', name.n))
		return NULL;
	return tc_parse_nickname(p, p->v, name);
}

uint32_t tc_parse_column(const struct tc_lexeme *x, struct tc_str part)
{
	const size_t before = (size_t)(part.p - x->text.p);

	if (!before)
		return x->column;
	return x->column + (x->kind == TC_LEX_QUOTED) +
	       tc_utf8_count(tc_str(x->text.p, before));
}

/* One, or any of a list. */
static struct tc_node *date_of(struct tc_parser *p, enum tc_node_kind kind,
			       const struct tc_lexeme *x)
{
	struct tc_node *either = tc_parse_node(p, TC_NODE_OR, x);
	struct tc_span spans[TC_SPANS_MAX];
	struct tc_lexeme wrong = *x;
	const char *why;
	const size_t n = tc_date_spans(x->text, spans, &wrong.text, &why);

	for (size_t i = 0; i < n; i++) {
		struct tc_node *date = tc_parse_node(p, kind, x);
		date->from = spans[i].from;
		date->to = spans[i].to;
		tc_parse_add_kid(p, either, date);
	}
	if (n)
		return n == 1 ? either->kids[0] : either;
	wrong.column = tc_parse_column(x, wrong.text);
	bad_value(p, &wrong, why);
	return NULL;
}

static struct tc_node *type_of(struct tc_parser *p, const struct tc_lexeme *x)
{
	TC_SCOPED_BUF lower = { 0 };
	struct tc_node *n = tc_parse_node(p, TC_NODE_TYPE, x);

	tc_fold_lower(x->text, &lower);
	const char *type = tc_docnum_type(tc_buf_str(&lower));
	if (!type) {
		bad_value(p, x, "no such type of document; NQ, CT, KL, QĐ, "
				"HD, KH ... or the word in quotation marks");
		return NULL;
	}
	n->value = tc_str0(type);
	return n;
}

/* A name by its words. */
static struct tc_node *name_of(struct tc_parser *p, const struct tc_lexeme *x,
			       struct tc_str name)
{
	struct tc_node *n = tc_parse_node(p, TC_NODE_UNIT, x);

	n->text = name;
	n->has_phrase = true;
	tc_tokenize(name, p->arena, &n->tokens);
	return n;
}

static struct tc_node *unit_of(struct tc_parser *p, const struct tc_lexeme *x)
{
	struct tc_str names[TC_UNIT_NAMES_MAX];
	const size_t count = tc_unit_names(x->text, p->arena, names);
	struct tc_node *n = name_of(p, x, names[0]);

	if (!n->tokens.n) {
		bad_value(p, x, "holds no word");
		return NULL;
	}
	if (tc_parse_stars(p, x, &n->tokens, NULL) != 0)
		return NULL;
	if (count == 1)
		return n;
	n = name_of(p, x, tc_str(NULL, 0));
	for (size_t i = 0; i < count; i++)
		tc_parse_add_kid(p, n, name_of(p, x, names[i]));
	return n;
}

/* Of a name or an address with a port; or of a letter that ASCII lacks. */
static bool is_host_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (c && strchr(".-_:", c)) || (unsigned char)c >= 0x80;
}

static struct tc_node *site_of(struct tc_parser *p, const struct tc_lexeme *x)
{
	TC_SCOPED_BUF lower = { 0 };
	struct tc_node *n = tc_parse_node(p, TC_NODE_SITE, x);

	tc_fold_lower(x->text, &lower);
	for (size_t i = 0; i < lower.n || !i; i++)
		if (!lower.n || !is_host_byte(lower.p[i])) {
			bad_value(p, x, "not the name of a host; write "
					"langson.gov.vn");
			return NULL;
		}
	n->value = tc_arena_str(p->arena, tc_buf_str(&lower));
	return n;
}

/* so:*-NQ/TW, so:21-* */
static struct tc_node *pattern_of(struct tc_parser *p,
				  const struct tc_lexeme *x)
{
	struct tc_node *n = tc_parse_node(p, TC_NODE_NUMBER, x);
	struct tc_str rest = x->text, pattern;
	TC_SCOPED_BUF key = { 0 }, at = { 0 };

	tc_str_split(&rest, '@', &pattern);
	if (rest.p && !tc_docnum_at(rest, &at)) {
		bad_value(p, x, BAD_AT);
		return NULL;
	}
	if (!tc_pattern_read(pattern, &key)) {
		bad_value(p, x, "beside '*' name a part of the number: "
				"*-NQ/TW, 21-*, 21-*/TW");
		return NULL;
	}
	n->value = tc_arena_str(p->arena, tc_buf_str(&key));
	n->at = tc_arena_str(p->arena, tc_buf_str(&at));
	n->expansion = tc_arena_alloc(p->arena, sizeof *n->expansion);
	return n;
}

static const char *bad_number(struct tc_str value)
{
	if (!has_digit(value))
		return N_("no document goes by that name here, and it is no "
			  "number; write 01-KL/TW or 15/2020/NĐ-CP");
	if (has_only_digits(value))
		return N_("a number alone is no document; write 21-*, NQ21 or "
			  "21-NQ/TW, in quotation marks where blanks are in it");
	return N_("not understood as a document number; write 01-KL/TW or "
		  "15/2020/NĐ-CP");
}

static struct tc_node *field_value(struct tc_parser *p, enum tc_node_kind kind,
				   const struct tc_lexeme *x)
{
	struct tc_node *n = NULL;

	switch (kind) {
	case TC_NODE_NUMBER:
		if (tc_str_ends(x->text, TC_STR("@"))) {
			bad_value(p, x, BAD_AT);
			return NULL;
		}
		if (memchr(x->text.p, '*', x->text.n))
			return pattern_of(p, x);
		n = number_of(p, x, x->text);
		if (!n && p->err->code == TC_OK)
			n = tc_parse_nickname(p, x, x->text);
		if (!n && p->err->code == TC_OK)
			bad_value(p, x, bad_number(before_at(x->text)));
		break;
	case TC_NODE_DATE:
	case TC_NODE_EVENT:
		return date_of(p, kind, x);
	case TC_NODE_TYPE:
		return type_of(p, x);
	case TC_NODE_UNIT:
		return unit_of(p, x);
	case TC_NODE_SITE:
		return site_of(p, x);
	default:
		n = tc_parse_phrase(p, x, TC_NODE_TITLE);
		if (!n && p->err->code == TC_OK)
			bad_value(p, x, "holds no word");
	}
	return n;
}

/* so:01-KL/TW,21-NQ/TW asks for either. */
struct tc_node *tc_parse_field(struct tc_parser *p)
{
	const struct tc_lexeme *name = &p->v[p->at++];
	struct tc_node *either = tc_parse_node(p, TC_NODE_OR, name);

	for (;;) {
		const struct tc_lexeme *x = &p->v[p->at++];
		struct tc_node *kid = field_value(p, name->field->kind, x);
		if (!kid)
			return NULL;
		const bool list = kid->kind == TC_NODE_OR;
		if (!list)
			tc_parse_add_kid(p, either, kid);
		for (size_t i = 0; list && i < kid->kid_count; i++)
			tc_parse_add_kid(p, either, kid->kids[i]);
		if (p->v[p->at].kind != TC_LEX_COMMA)
			break;
		p->at++;
	}
	return either->kid_count == 1 ? either->kids[0] : either;
}
