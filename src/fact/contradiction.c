/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/contradiction.h"

#include "base/language.h"
#include "fact/date.h"
#include "fact/docnum.h"
#include "fact/doctype.h"
#include "fact/registry.h"
#include "fact/scan.h"
#include "text/fold.h"

const char *tc_contradiction_name(enum tc_contradiction_kind kind)
{
	static const char *const names[TC_CONTRADICTION_COUNT] = {
		[TC_CONTRADICTION_CITED] = N_("cited-date"),
		[TC_CONTRADICTION_EVENT] = N_("event-date"),
		[TC_CONTRADICTION_TYPE] = N_("type-word"),
	};
	return names[kind];
}

struct finder {
	const struct tc_article *a;
	struct tc_arena *arena;
	struct tc_contradictions *out;
	struct tc_scan scan;
};

static void add(struct finder *f, enum tc_contradiction_kind kind,
		uint32_t start, uint32_t end, struct tc_str stated,
		struct tc_str expected)
{
	struct tc_contradictions *c = f->out;

	c->v = tc_arena_grow(f->arena, c->v, c->n, &c->cap, sizeof *c->v);
	c->v[c->n++] = (struct tc_contradiction){
		.kind = kind, .start = start, .end = end,
		.printed = tc_str(f->a->text.p + start, end - start),
		.stated = stated, .expected = expected,
	};
}

static struct tc_str date_text(struct finder *f, struct tc_date d)
{
	char text[TC_DATE_MAX];

	return tc_arena_printf(f->arena, "%s", tc_date_print(d, text));
}

static void cited_date(struct finder *f, const struct tc_number *n)
{
	size_t at = tc_str_find(n->id, TC_STR("@"), 0);

	if (!n->conflict || at == SIZE_MAX)
		return;
	add(f, TC_CONTRADICTION_CITED, n->start, n->end,
	    date_text(f, n->date), tc_str_from(n->id, at + 1));
	f->out->v[f->out->n - 1].unconfirmed =
		n->confidence <= TC_UNCONFIRMED_MAX;
}

static void event_date(struct finder *f, const struct tc_date_mention *d)
{
	const struct tc_published *p = &f->a->published;

	if (d->role != TC_ROLE_EVENT || p->basis == TC_BASIS_EVENT ||
	    !tc_date_known(d->from) || !tc_date_known(p->date))
		return;
	if (d->conflict)
		add(f, TC_CONTRADICTION_EVENT, d->start, d->end,
		    date_text(f, d->from), date_text(f, p->date));
}

/* Types that share a symbol, or whose symbols are used for each other. */
static const char *family(struct tc_str code)
{
	static const char *const families[][2] = {
		{ "QyĐ", "QĐ" }, { "QĐi", "QĐ" }, { "QĐNS", "QĐ" },
		{ "CTHĐ", "CTr" },
		{ "NQLT", "NQ" }, { "TTLT", "TT" }, { "DA", "ĐA" },
	};

	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (tc_str_is(code, families[i][0]))
			return families[i][1];
	return NULL;
}

static bool same_type(struct tc_str a, struct tc_str b)
{
	const char *x = family(a), *y = family(b);

	if (x)
		a = tc_str0(x);
	if (y)
		b = tc_str0(y);
	return tc_str_eq(a, b);
}

/* A bare number in a list prints no type. */
static bool has_letter(struct tc_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] & 0x80) || (s.p[i] >= 'A' && s.p[i] <= 'Z') ||
		    (s.p[i] >= 'a' && s.p[i] <= 'z'))
			return true;
	return false;
}

/* "Nghị quyết chuyên đề số": what stands between a type and "số", by the tokens
 * of each. */
static const char *const manners[][2] = {
	{ "chuyên", "đề" }, { "liên", "tịch" }, { "tạm", "thời" },
	{ "hành", "động" }, { "phối", "hợp" },
};

static size_t skip_manner(const struct finder *f, size_t i)
{
	const struct tc_token *const v = f->scan.tokens.v;

	for (size_t k = 0; i >= 2 && k < sizeof manners / sizeof *manners; k++)
		if (tc_str_is(v[i - 2].exact, manners[k][0]) &&
		    tc_str_is(v[i - 1].exact, manners[k][1]) &&
		    tc_scan_is_blank(&f->scan, i - 1) &&
		    tc_scan_is_blank(&f->scan, i))
			return i - 2;
	return i;
}

/* "số", "No." before token i. */
static bool is_number_word(const struct finder *f, size_t i)
{
	static const char *const words[] = { "so", "no", "nos", "number" };

	for (size_t k = 0; i && k < sizeof words / sizeof *words; k++)
		if (tc_str_is(f->scan.tokens.v[i - 1].bare, words[k]))
			return true;
	return false;
}

/* The token behind the type word that speaks of a number at token i: before it
 * "số" may stand, and before that how the document was passed.  0 when
 * punctuation parts them: "theo kế hoạch, 12-HD/HU". */
static size_t behind_type_word(const struct finder *f, size_t i)
{
	if (is_number_word(f, i))
		i = skip_manner(f, i - 1);
	return i && tc_scan_is_blank(&f->scan, i) ? i : 0;
}

/* English has one word for two types, or two for one. */
static bool may_mean(const struct tc_type_word *w, struct tc_str type)
{
	static const char *const also[][2] = {
		{ "instruction", "CT" }, { "instructions", "CT" },
		{ "regulation", "QC" }, { "regulations", "QC" },
		{ "program", "CTHĐ" }, { "announcement", "KL" },
		{ "notice", "KL" },
	};

	if (same_type(tc_str0(w->code), type))
		return true;
	for (size_t k = 0; k < sizeof also / sizeof *also; k++)
		if (!strcmp(w->exact, also[k][0]) && tc_str_is(type, also[k][1]))
			return true;
	return false;
}

/* "335-QĐNS/TW": what an unknown code stands for contradicts no word. */
static bool is_known(struct tc_str type)
{
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(type, &lower);
	return tc_docnum_type(tc_buf_str(&lower)) != NULL;
}

/* As the article would say it; a code that no word has stays. */
static struct tc_str in_words(struct tc_str type)
{
	static const char *const several[][2] = {
		{ "QĐ", "quyết định, quy định" },
		{ "TT", "thông tư, thông tri" },
	};
	const struct tc_type_word *const w = tc_type_word_of(type);

	for (size_t k = 0; k < sizeof several / sizeof *several; k++)
		if (tc_str_is(type, several[k][0]))
			return tc_str0(several[k][1]);
	return w ? tc_str0(w->exact) : type;
}

/* "Thông báo kết luận số 21-TB/HU": one of the words before is enough. */
static void type_word(struct finder *f, const struct tc_number *n)
{
	const struct tc_tokens *t = &f->scan.tokens;
	size_t i = tc_scan_token_at(&f->scan, n->start);
	struct tc_str said = { 0 };

	if (!n->type.n || !n->issuer.n || i >= t->n || !has_letter(n->printed))
		return;
	i = behind_type_word(f, i);
	for (;;) {
		const struct tc_type_word *w =
			tc_type_word_before(&f->scan, i, &i);
		if (!w)
			break;
		if (may_mean(w, n->type))
			return;
		if (!said.n)
			said = tc_str0(w->exact);
	}
	if (said.n && is_known(n->type))
		add(f, TC_CONTRADICTION_TYPE, n->start, n->end, said,
		    in_words(n->type));
}

void tc_contradictions_find(const struct tc_article *a,
			    struct tc_arena *arena,
			    struct tc_contradictions *out)
{
	struct finder f = { .a = a, .arena = arena, .out = out,
			    .scan = { .text = a->text, .arena = arena } };

	*out = (struct tc_contradictions){ 0 };
	for (size_t i = 0; i < a->number_count; i++)
		cited_date(&f, &a->numbers[i]);
	for (size_t i = 0; i < a->date_count; i++)
		event_date(&f, &a->dates[i]);
	if (a->number_count) {
		tc_tokenize(a->text, arena, &f.scan.tokens);
		tc_scan_mark(&f.scan);
	}
	for (size_t i = 0; i < a->number_count; i++)
		type_word(&f, &a->numbers[i]);
}
