/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/docnum.h"

#include "fact/date.h"
#include "fact/docnum-part.h"
#include "fact/term.h"
#include "fact/unit.h"
#include "text/fold.h"
#include "text/normalize.h"

#define QUERY_MAX 512		/* bytes of a number in a query */
#define OWNER_MAX 8	/* words of "của Đảng Cộng sản Việt Nam" */

int tc_docnum_figures(struct tc_str s)
{
	int n = 0;

	if (s.n > 5)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		n = 10 * n + (s.p[i] - '0');
	}
	return n;
}

bool tc_docnum_gap_blank(const struct tc_docnum_reader *r, size_t i)
{
	struct tc_str gap = tc_docnum_gap(r, i);

	return tc_str_is(gap, " ") || (gap.n <= 4 && !tc_str_trim(gap).n);
}

size_t tc_docnum_end(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = &r->scan->tokens.v[i];

	return tc_token_end(t);
}

static bool is_and(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_VA) ||
	       tc_docnum_is(r, i, TC_SAYS_AND) ||
	       tc_docnum_is(r, i, TC_SAYS_VOI) ||
	       tc_docnum_is(r, i, TC_SAYS_HOAC);
}

/* Blanks, at most one sign, and brackets where they are allowed. */
static bool gap_separates(struct tc_str gap, bool brackets, int *signs)
{
	*signs = 0;
	if (gap.n > 8)
		return false;
	for (size_t k = 0; k < gap.n; k++) {
		char c = gap.p[k];
		if (c == ',' || c == ';' || c == '&')
			(*signs)++;
		else if (c != ' ' && c != '\n' && c != '\t' &&
			 !(brackets && (c == '(' || c == ')')))
			return false;
	}
	return *signs <= 1;
}

size_t tc_docnum_separator(const struct tc_docnum_reader *r, size_t i,
			   bool brackets)
{
	int signs, more;

	if (i >= r->scan->tokens.n ||
	    !gap_separates(tc_docnum_gap(r, i), brackets, &signs))
		return SIZE_MAX;
	if (is_and(r, i) && i + 1 < r->scan->tokens.n &&
	    gap_separates(tc_docnum_gap(r, i + 1), brackets, &more) && !more)
		return i + 1;
	return signs ? i : SIZE_MAX;
}

struct tc_number *tc_docnum_add(struct tc_docnum_reader *r, size_t start,
				size_t end, struct tc_cite cite)
{
	struct tc_number_list *out = r->out;
	struct tc_arena *arena = r->scan->arena;
	size_t n = out->n - r->first;

	out->v = tc_arena_grow(arena, out->v, out->n, &out->cap,
			       sizeof *out->v);
	r->cites = tc_arena_grow(arena, r->cites, n, &r->cite_cap,
				 sizeof *r->cites);
	r->cites[n] = cite;
	struct tc_number *m = &out->v[out->n++];
	*m = (struct tc_number){
		.start = (uint32_t)start,
		.end = (uint32_t)end,
		.printed = tc_str(r->scan->text.p + start, end - start),
		.rule = "symbol",
	};
	return m;
}

static void add_year(struct tc_docnum_reader *r, struct tc_number *m, int year)
{
	const struct tc_date d = { .year = (int16_t)year };
	char text[TC_DATE_MAX];

	if (year)
		m->year = tc_arena_str(r->scan->arena,
				       tc_str0(tc_date_print(d, text)));
}

/* Number, type and issuer, as they stand in the canonical form:
 * [0]NUMBER...[TYPE sign]ISSUER */
static void put_parts(struct tc_number *m, const struct tc_symbol *s)
{
	const size_t number = strlen(s->number), type = strlen(s->type);
	const size_t issuer = strlen(s->issuer);
	const char *const end = tc_str_end(m->canonical);
	const bool padded = m->canonical.p[0] != s->number[0];

	m->number = tc_str(m->canonical.p + padded, number);
	m->issuer = tc_str(end - issuer, issuer);
	m->type = tc_str(type ? m->issuer.p - 1 - type : end, type);
	if (tc_str_is(m->type, "QĐi"))
		m->type = TC_STR("QĐ");
}

void tc_docnum_add_symbol(struct tc_docnum_reader *r,
			  const struct tc_symbol *s, size_t start, size_t end,
			  struct tc_cite cite)
{
	struct tc_number *m = tc_docnum_add(r, start, end, cite);
	char canonical[TC_SYMBOL_PRINT_MAX];

	m->canonical = tc_arena_str(
		r->scan->arena,
		tc_str(canonical, tc_symbol_print(s, canonical)));
	put_parts(m, s);
	m->issuer_unit = tc_str0(s->issuer_name);
	m->system = s->system;
	m->confidence = s->confidence;
	add_year(r, m, s->year);
}

static bool state_type(const char *type)
{
	return !strcmp(type, "NĐ") || !strcmp(type, "TTLT") ||
	       !strcmp(type, "Luật");
}

void tc_docnum_add_short(struct tc_docnum_reader *r, const char *type,
			 const char *number, int year, size_t start,
			 size_t end, struct tc_cite cite)
{
	struct tc_arena *arena = r->scan->arena;
	struct tc_number *m = tc_docnum_add(r, start, end, cite);

	const struct tc_str parts[] = { tc_str0(type), TC_STR(" "),
					tc_str0(number) };

	m->canonical = year ? tc_arena_printf(arena, "%s %s/%d", type, number,
					      year)
			    : tc_arena_join(arena, parts, 3);
	m->type = tc_arena_str(arena, parts[0]);
	m->number = tc_arena_str(arena, parts[2]);
	m->system = year || state_type(type) ? TC_SYSTEM_STATE
					     : TC_SYSTEM_PARTY;
	m->confidence = .7f;
	m->rule = "short";
	add_year(r, m, year);
}

/* What starts at token i; the token behind it, or the next one. */
static size_t step(struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	size_t end = tc_type_word_may(r->scan, i) ? tc_docnum_read_list(r, i)
						  : i;

	if (end == i && (r->loose || t->flags & TC_TOKEN_UPPER ||
			 tc_str_starts(t->bare, TC_STR("nq"))))
		end = tc_docnum_read_code(r, i);
	if (end == i && t->flags & TC_TOKEN_DIGIT)
		end = tc_docnum_read_bare_symbol(r, i);
	if (end == i && tc_docnum_is(r, i, TC_SAYS_DIEU))
		end = tc_docnum_read_charter(r, i);
	return end > i ? end : i + 1;
}

static size_t digits_from(struct tc_str s, size_t at)
{
	size_t n = at;

	while (n < s.n && tc_docnum_digit(s.p[n]))
		n++;
	return n - at;
}

/* No symbol goes on with it. */
static bool joins_nothing(char c)
{
	switch (c) {
	case ',':
	case '.':
	case ';':
	case ':':
	case '(':
	case ')':
	case '%':
		return true;
	default:
		return false;
	}
}

/* "9" of "6/9", "30" of "1.930": digits that a number cannot begin with. */
static bool is_joined(struct tc_str text, size_t at)
{
	return at > 1 && (text.p[at - 1] == '/' || text.p[at - 1] == '.' ||
			  text.p[at - 1] == '+') &&
	       tc_docnum_digit(text.p[at - 2]);
}

/* Behind number and year, "9/2025 bằng": the end of a sentence or paragraph, or
 * a word in lower case that is not the "qh13" of a law. */
static bool ends_with_year(struct tc_str text, size_t at)
{
	if (at + 1 >= text.n || joins_nothing(text.p[at]))
		return true;
	const char next = text.p[at + 1];
	if (text.p[at] == '\n')
		return next == '\n';
	return text.p[at] == ' ' && ((next >= 'a' && next <= 'z' &&
				      next != 'q' && next != 'u') ||
				     tc_docnum_digit(next));
}

/* What most figures of a text are turned away by: digits alone with blanks
 * and no capital behind them, with a sign that joins nothing, with the end of
 * a paragraph, or with more digits that are no year ("15/6", "2020-21") or the
 * last of it ("2020 - 2025."). */
static bool begins_none(const struct tc_scan *s, size_t i)
{
	const struct tc_token *const t = &s->tokens.v[i], *const next = t + 1;
	const size_t end = tc_token_end(t);

	if (t->place != TC_TOKEN_FIGURES &&
	    digits_from(s->text, t->off) < t->len)
		return false;
	if (i + 1 == s->tokens.n || joins_nothing(s->text.p[end]) ||
	    is_joined(s->text, t->off))
		return true;
	const enum tc_gap gap = tc_scan_gap(s, i + 1);
	if (gap == TC_GAP_BLANK)
		return !(next->flags & TC_TOKEN_UPPER);
	if (gap == TC_GAP_TIGHT || gap == TC_GAP_DASH) {
		const size_t more = digits_from(s->text, next->off);
		return more && (more != 4 ||
				ends_with_year(s->text, next->off + more));
	}
	return s->text.p[end] == '\n' && s->text.p[end + 1] == '\n';
}

void tc_docnum_scan(const struct tc_scan *scan, struct tc_number_list *out)
{
	struct tc_docnum_reader r = {
		.scan = scan, .out = out, .first = out->n,
	};

	for (size_t k = 0, i = 0; k < scan->numbers.n; k++) {
		const size_t at = scan->numbers.v[k];
		if (at >= i && !(scan->tokens.v[at].flags & TC_TOKEN_DIGIT &&
				 begins_none(scan, at)))
			i = step(&r, at);
	}
	if (scan->title_len)
		tc_docnum_settle_title(&r);
	tc_docnum_read_beside(&r);
}

/* "Đảng bộ tỉnh Lạng Sơn" behind "DH17/", as a query may type it; what is no
 * name from end to end stays as it is. */
static struct tc_str congress_of(struct tc_str unit, int n,
				 struct tc_arena *arena)
{
	TC_SCOPED_BUF name = { 0 };

	if (!unit.n)
		return tc_arena_printf(arena, "DH%d", n);
	if (tc_unit_canonical(unit, &name))
		unit = tc_buf_str(&name);
	unit = tc_str_trim(unit);
	return tc_arena_printf(arena, "DH%d/%.*s", n, TC_ARG(unit));
}

/* DH13, DH17/UNIT and DL, which no grammar of numbers makes. */
static bool parse_registry_id(struct tc_str text, struct tc_arena *arena,
			      struct tc_number *out)
{
	struct tc_str unit;
	const int n = tc_docnum_congress(text, &unit);

	if (!tc_str_is(text, "DL") && (n < 1 || n > (unit.n ? 99 : 20)))
		return false;
	*out = (struct tc_number){ .printed = text, .rule = "registry-id",
				   .confidence = 1 };
	out->canonical = n ? congress_of(unit, n, arena) : TC_STR("DL");
	out->id = out->canonical;
	out->type = n ? TC_STR("NQ") : TC_STR("");
	return true;
}

/* "nam 2019", "khoa XII", "(khoa XII)", "ngay 18/5/2021" behind a number, in
 * place of "@2019". */
static bool parse_tail(const struct tc_docnum_reader *r, size_t i,
		       struct tc_str *at)
{
	const struct tc_token *t = tc_docnum_token(r, i + 1);
	TC_SCOPED_BUF spelled = { 0 };

	if (!t)
		return false;
	bool date = tc_docnum_is(r, i, TC_SAYS_NAM) ||
		    tc_docnum_is(r, i, TC_SAYS_NGAY);
	if (!date && !tc_docnum_is(r, i, TC_SAYS_KHOA))
		return false;
	size_t from = date ? t->off : r->scan->tokens.v[i].off;
	*at = tc_str_from(r->scan->text, from);
	if (tc_str_ends(*at, TC_STR(")")) &&
	    tc_str_ends(tc_docnum_gap(r, i), TC_STR("(")))
		at->n--;
	return tc_docnum_at(*at, &spelled);
}

/* A query means the number, whichever way its type was written. */
static void fold_variant(struct tc_number *n, struct tc_arena *arena)
{
	TC_SCOPED_BUF key = { 0 };

	if (tc_docnum_key(n, TC_KEY_CANONICAL, &key) &&
	    !tc_str_eq(n->canonical, tc_buf_str(&key)))
		n->canonical = tc_arena_str(arena, tc_buf_str(&key));
}

/* "... của Bộ Chính trị" at the end of a query: what it asks for is the
 * centre's anyway.  The token that it begins at, or their number. */
static size_t owner_at_end(const struct tc_docnum_reader *r)
{
	static const char *const owners[] = {
		"bo chinh tri", "ban bi thu", "ban chap hanh trung uong",
		"ban chap hanh trung uong dang", "bch trung uong",
		"bch trung uong dang", "trung uong", "trung uong dang", "dang",
		"dang cong san viet nam",
	};
	const size_t n = r->scan->tokens.n;

	for (size_t i = n > OWNER_MAX ? n - OWNER_MAX : 1; i + 1 < n; i++)
		for (size_t k = 0; k < sizeof owners / sizeof *owners; k++)
			if (tc_docnum_is(r, i, TC_SAYS_CUA) &&
			    tc_docnum_behind_words(r, i + 1, owners[k]) == n)
				return i;
	return n;
}

static bool parse_whole(struct tc_str text, bool loose,
			struct tc_arena *arena, struct tc_number *out,
			struct tc_str *at)
{
	struct tc_number_list list = { 0 };
	struct tc_scan scan = { .text = text, .arena = arena };
	struct tc_docnum_reader r = {
		.scan = &scan, .out = &list, .loose = loose,
	};

	tc_tokenize(text, arena, &scan.tokens);
	tc_scan_mark(&scan);
	if (!scan.tokens.n || scan.tokens.v[0].off)
		return false;
	const size_t owner = loose ? owner_at_end(&r) : scan.tokens.n;
	if (owner < scan.tokens.n) {
		scan.tokens.n = owner;
		text.n = tc_token_end(&scan.tokens.v[owner - 1]);
		scan.text = text;
		tc_scan_mark(&scan);
	}
	bool numbered = scan.tokens.n > 1 && tc_docnum_is(&r, 0, TC_SAYS_SO);
	step(&r, numbered);
	if (list.n != 1 || r.cites[0].lead)
		return false;
	size_t to = r.cites[0].to;
	struct tc_str tail = tc_str_from(text, list.v[0].end);
	bool whole = to == scan.tokens.n && (!tail.n || tc_str_is(tail, ")"));
	if (!whole && !(to < scan.tokens.n && parse_tail(&r, to, at)))
		return false;
	*out = list.v[0];
	if (loose)
		fold_variant(out, arena);
	return true;
}

/* "21/GP-TTĐT": a type that no table has is believed behind "số". */
static bool parse_numbered(struct tc_str text, struct tc_arena *arena,
			   struct tc_number *out, struct tc_str *at)
{
	struct tc_str numbered =
		tc_arena_printf(arena, "số %.*s", TC_ARG(text));

	if (text.p[0] < '0' || text.p[0] > '9')
		return false;
	return parse_whole(numbered, false, arena, out, at);
}

/* The type of a code in lower case; NULL when it is none. */
static const char *type_of_code(struct tc_str lower)
{
	TC_SCOPED_BUF bare = { 0 }, with_stroke = { 0 };

	tc_fold_bare(lower, &bare);
	const struct tc_type_code *c = tc_type_code_find(tc_buf_str(&bare));
	if (!c)
		return NULL;
	const char *other = tc_type_code_other(tc_str0(c->code));
	if (other)
		tc_fold_lower(tc_str0(other), &with_stroke);
	return other && tc_str_eq(lower, tc_buf_str(&with_stroke)) ? other :
								     c->code;
}

/* "21-NQ", "30/2020/ND": it breaks off before its issuer, as far as a type and
 * a number tell. */
static bool parse_cut_off(struct tc_str text, struct tc_arena *arena,
			  struct tc_number *out)
{
	struct tc_number_list list = { 0 };
	struct tc_scan scan = { .text = text, .arena = arena };
	struct tc_docnum_reader r = { .scan = &scan, .out = &list };
	TC_SCOPED_BUF lower = { 0 };
	char number[TC_SYMBOL_NUMBER_MAX];
	const size_t n = tc_symbol_number(text, 0, number);
	struct tc_str rest = tc_str_from(text, n), figures;
	int year = 0;

	/* one letter after a hyphen is rather a house or a flat */
	if (!n || rest.n < 3 || (*rest.p != '-' && *rest.p != '/'))
		return false;
	rest = tc_str_from(rest, 1);
	if (rest.n && tc_docnum_digit(*rest.p)) {
		if (!tc_str_split(&rest, '/', &figures) || figures.n != 4)
			return false;
		year = tc_docnum_figures(figures);
	}
	tc_fold_lower(tc_str_trim(rest), &lower);
	const char *type = type_of_code(tc_buf_str(&lower));
	if (!type)
		return false;
	tc_docnum_add_short(&r, type, number, year, 0, text.n,
			    (struct tc_cite){ 0 });
	*out = list.v[0];
	return true;
}

bool tc_docnum_parse(struct tc_str text, bool loose, struct tc_arena *arena,
		     struct tc_number *out, struct tc_str *at)
{
	TC_SCOPED_BUF normal = { 0 };
	size_t cut = 0;

	*at = (struct tc_str){ NULL, 0 };
	if (text.n > QUERY_MAX)
		return false;
	tc_normalize(text, &normal);
	text = tc_str_trim(tc_arena_str(arena, tc_buf_str(&normal)));
	while (cut < text.n && text.p[cut] != '@')
		cut++;
	if (cut < text.n)
		*at = tc_str_trim(tc_str_from(text, cut + 1));
	text = tc_str_trim(tc_str(text.p, cut));
	return text.n && (parse_registry_id(text, arena, out) ||
			  parse_whole(text, loose, arena, out, at) ||
			  (loose && (parse_numbered(text, arena, out, at) ||
				     parse_cut_off(text, arena, out))));
}

/* "05-CT" breaks off before its issuer: as it stands, CT would be one. */
static bool cut_off(const struct tc_number *n, struct tc_arena *arena,
		    struct tc_number *out)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };

	if (n->type.n || n->year.n)
		return false;
	tc_fold_lower(n->issuer, &lower);
	tc_fold_bare(tc_buf_str(&lower), &bare);
	const struct tc_type_code *code = tc_type_code_find(tc_buf_str(&bare));
	if (!code)
		return false;
	*out = (struct tc_number){
		.printed = n->printed,
		.canonical = tc_arena_printf(arena, "%s %.*s", code->code,
					     TC_ARG(n->number)),
		.number = n->number,
		.type = tc_str0(code->code),
		.system = n->system,
	};
	return true;
}

bool tc_docnum_alternative(const struct tc_number *n, struct tc_arena *arena,
			   struct tc_number *out)
{
	const char *other = tc_type_code_other(n->type);

	if (cut_off(n, arena, out))
		return true;
	size_t at = tc_str_find(n->canonical, n->type, 0);

	if (!other || at == SIZE_MAX)
		return false;
	*out = *n;
	out->type = tc_str0(other);
	out->id = TC_STR("");
	out->canonical = tc_arena_printf(
		arena, "%.*s%s%.*s", (int)at, n->canonical.p, other,
		TC_ARG(tc_str_from(n->canonical, at + n->type.n)));
	return true;
}

const char *tc_docnum_type(struct tc_str lower)
{
	TC_SCOPED_BUF bare = { 0 };

	tc_fold_bare(lower, &bare);
	const struct tc_type_word *w = tc_type_word_find(tc_buf_str(&bare));
	if (w)
		return w->code[0] ? w->code : NULL;
	/* of two words there is no code: the table of words is left alone */
	return memchr(lower.p, ' ', lower.n) ? NULL : type_of_code(lower);
}
