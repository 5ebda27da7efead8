/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Full symbols and bare numbers behind a type word, and lists of either.
 */
#include "config.h"

#include "fact/docnum-part.h"

#define CENTRE_WORDS_MAX 8	/* "cua Ban Chap hanh Trung uong Dang" */
#define SIGN_LIST_MAX 8
#define PLURAL_WORDS_MAX 3	/* "các thông báo" before "kết luận" */
#define LIST_MAX 32		/* members of one list */
#define TITLE_MAX 16	/* mentions that a headline has */
#define GLOSS_MAX 240		/* bytes of "(ve phap luat)" between them */
#define RECALL_MAX 64		/* mentions that a short form may repeat */

static bool read_item(const struct tc_docnum_reader *r, size_t i,
		      const struct tc_type_word *word,
		      struct tc_docnum_item *it)
{
	size_t off = tc_docnum_number_offset(r, i);

	it->from = i;
	if (off == SIZE_MAX)
		return false;
	const bool full = tc_docnum_item_full(r, off, TC_SYMBOL_WORD,
					      word ? word->code : NULL, it);
	if (word && (!full || it->symbol.letter) &&
	    tc_docnum_item_cut_off(r, off, word, it))
		return true;
	return full || tc_docnum_item_bare(r, off, it);
}

/* A word behind the number that only a document's number takes. */
static bool has_sign(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is(r, i, TC_SAYS_CUA) ||
	       tc_docnum_is(r, i, TC_SAYS_VE) ||
	       tc_docnum_is(r, i, TC_SAYS_NGAY) ||
	       tc_docnum_is(r, i, TC_SAYS_NAM) ||
	       tc_docnum_is(r, i, TC_SAYS_KHOA) ||
	       tc_docnum_is(r, i, TC_SAYS_OF) ||
	       tc_docnum_is(r, i, TC_SAYS_DO);
}

/* "so 18 2020 qd ttg": a slug, its signs lost. */
static bool digits_behind(const struct tc_docnum_reader *r, size_t i)
{
	const struct tc_token *t = tc_docnum_token(r, i);
	const struct tc_str gap = tc_docnum_gap(r, i);

	return t && t->flags & TC_TOKEN_DIGIT && tc_docnum_gap_blank(r, i) &&
	       gap.n && !memchr(gap.p, '\n', gap.n);
}

/* "(De an 25)": what was told of is called so. */
static bool fills_brackets(const struct tc_docnum_reader *r,
			   const struct tc_docnum_lead *l,
			   const struct tc_docnum_item *it)
{
	const struct tc_str text = r->scan->text;

	return tc_str_ends(tc_docnum_gap(r, l->from), TC_STR("(")) &&
	       tc_docnum_token(r, l->from)->flags & TC_TOKEN_UPPER &&
	       it->digits > 1 && it->end < text.n && text.p[it->end] == ')';
}

/* "(goi tat la Ke hoach 45)", or one of that type and number has just been
 * named. */
static bool is_defined(const struct tc_docnum_reader *r,
		       const struct tc_docnum_lead *l,
		       const struct tc_docnum_item *it)
{
	size_t n = r->out->n, first = r->first;

	if (fills_brackets(r, l, it))
		return true;
	if (l->from > 1 && tc_docnum_is(r, l->from - 1, TC_SAYS_LA) &&
	    (tc_docnum_is(r, l->from - 2, TC_SAYS_TAT) ||
	     tc_docnum_is(r, l->from - 2, TC_SAYS_GOI)))
		return true;
	if (n > first + RECALL_MAX)
		first = n - RECALL_MAX;
	while (n-- > first) {
		const struct tc_number *m = &r->out->v[n];
		if (tc_str_is(m->number, it->number) &&
		    tc_str_is(tc_docnum_short_type(m->type), l->word->code))
			return true;
	}
	return false;
}

/* Behind "(...)" when token i is the first inside; i otherwise. */
static size_t skip_gloss(const struct tc_docnum_reader *r, size_t i)
{
	struct tc_str text = r->scan->text, gap = tc_docnum_gap(r, i);
	size_t open = gap.n > 1 ? tc_str_find(gap, TC_STR("("), 0) :
				  tc_str_is(gap, "(") ? 0 : SIZE_MAX;

	if (open == SIZE_MAX || tc_str_trim(tc_str(gap.p, open)).n)
		return i;
	size_t from = (size_t)(gap.p - text.p) + open;
	size_t room = text.n - from < GLOSS_MAX ? text.n - from : GLOSS_MAX;
	const char *close = memchr(text.p + from, ')', room);
	if (!close ||
	    memchr(text.p + from, '\n', (size_t)(close - text.p) - from))
		return i;
	return tc_scan_token_at(r->scan, (uint32_t)(close - text.p));
}

/* The next member behind a separator, glosses and "so" skipped; SIZE_MAX
 * when there is none. */
static size_t next_member(const struct tc_docnum_reader *r, size_t i)
{
	size_t k = skip_gloss(r, i);
	size_t next = tc_docnum_separator(r, k, k != i);

	return next == SIZE_MAX ? next : tc_docnum_skip_number_word(r, next);
}

/* "quy định 37, 08 và kết luận 21 của": whose they are, said once. */
static bool has_common_sign(const struct tc_docnum_reader *r, size_t i)
{
	size_t words;

	for (int n = 0; n < SIGN_LIST_MAX; n++) {
		i = next_member(r, i);
		if (i == SIZE_MAX)
			return false;
		if (tc_type_word_at(r->scan, i, &words))
			i = tc_docnum_skip_number_word(r, i + words);
		const struct tc_token *const t = tc_docnum_token(r, i);
		if (!t || tc_docnum_figures(t->bare) < 10)
			return false;
		if (tc_docnum_is(r, skip_gloss(r, ++i), TC_SAYS_CUA))
			return true;
	}
	return false;
}

/* Whether a bare number is a document's. */
static bool short_ok(const struct tc_docnum_reader *r,
		     const struct tc_docnum_lead *l,
		     const struct tc_docnum_item *it, bool first)
{
	unsigned flags = l->word->flags;
	const struct tc_token *t = tc_docnum_token(r, l->from);

	if (!l->word->code[0])
		return false;
	if (r->loose)
		return true;
	if (it->type)
		return true;
	if (digits_behind(r, it->next))
		return false;
	if (first && (l->numbered || is_defined(r, l, it)))
		return true;
	if (tc_docnum_counts(r, it->next) ||
	    (!it->year && tc_docnum_item_like_year(it)))
		return false;
	if (l->code && tc_docnum_code_behind(r, it->next))
		return false;
	bool sign = has_sign(r, it->next) ||
		    (it->digits > 1 && has_common_sign(r, it->next));
	if (it->year)
		return it->digits > 1 || sign;
	if (it->digits < 2 || it->digits > 4)
		return sign && it->digits <= 4;
	if (flags & TC_TYPE_SIGN)
		return sign || l->numbered || (t->flags & TC_TOKEN_UPPER &&
		       r->scan->text.p[it->start] == '0');
	if (flags & TC_TYPE_VERB && !(t->flags & TC_TOKEN_UPPER))
		return sign || l->numbered;
	return true;
}

/* "Kết luận 21 và NQ21": a code of its own is glued to the number. */
static bool has_code(const struct tc_docnum_reader *r,
		     const struct tc_docnum_item *it)
{
	const struct tc_token *t = tc_docnum_token(r, it->from);

	return !it->full && it->start > t->off &&
	       !tc_str_starts(t->bare, TC_STR("so")) &&
	       !tc_str_starts(t->bare, TC_STR("no"));
}

/* "từ số 1795 đến số 1801-QĐ/TU": the last of a row, which has the symbol;
 * SIZE_MAX when it is none. */
static size_t end_of_row(const struct tc_docnum_reader *r, size_t i,
			 const struct tc_type_word *word)
{
	struct tc_docnum_item it;

	if (!tc_docnum_spells(r, i, "đến", "den") ||
	    !tc_docnum_gap_blank(r, i) || !tc_docnum_gap_blank(r, i + 1))
		return SIZE_MAX;
	const size_t last = tc_docnum_skip_number_word(r, i + 1);
	return read_item(r, last, word, &it) && it.full ? last : SIZE_MAX;
}

static size_t collect(const struct tc_docnum_reader *r, size_t i,
		      const struct tc_type_word *word,
		      struct tc_docnum_item *items)
{
	size_t n = 0;

	while (n < LIST_MAX && i != SIZE_MAX &&
	       read_item(r, i, word, &items[n]) &&
	       !(n && has_code(r, &items[n]))) {
		i = next_member(r, items[n].next);
		if (i == SIZE_MAX)
			i = end_of_row(r, items[n].next, word);
		n++;
	}
	return n;
}

static struct tc_cite cite_of(const struct tc_docnum_lead *l,
			      const struct tc_docnum_item *it,
			      bool first)
{
	return (struct tc_cite){
		.lead = first ? l->from : it->from,
		.from = it->from,
		.to = it->next,
		.joined = !first,
	};
}

/* 18 in "18, 19-NQ/TW" borrows what it lacks. */
static void emit_borrowed(struct tc_docnum_reader *r,
			  const struct tc_docnum_item *it,
			  const struct tc_symbol *from, struct tc_cite cite)
{
	struct tc_symbol s = *from;

	memcpy(s.number, it->number, sizeof s.number);
	s.year = it->year ? it->year : from->year;
	s.confidence = .9f;
	tc_docnum_add_symbol(r, &s, it->start, it->end, cite);
}

/* "HƯỚNG DẪN" and below it "Số: 11-HD/UBKTTW". */
static bool number_begins_line(const struct tc_docnum_reader *r,
			       const struct tc_docnum_lead *l)
{
	const struct tc_str gap = tc_docnum_gap(r, l->from + l->count);

	return l->numbered && !tc_str_is(gap, " ") && gap.n &&
	       memchr(gap.p, '\n', gap.n);
}

/* "các thông báo kết luận số", "3 Quyết định số" */
static bool is_plural(const struct tc_docnum_reader *r,
		      const struct tc_docnum_lead *l)
{
	static const char *const words[] = { "các", "những", "hai", "ba" };

	for (size_t i = l->from; i && l->from - i < PLURAL_WORDS_MAX &&
				 tc_docnum_gap_blank(r, i); i--)
		if (TC_AMONG(tc_docnum_token(r, i - 1)->exact, words) ||
		    tc_docnum_token(r, i - 1)->flags & TC_TOKEN_DIGIT)
			return true;
	return false;
}

/* "các thông báo số 31-TB/HU, số 32 và số 33": behind the symbol, each with
 * "số" of its own; how many were taken. */
static size_t emit_behind(struct tc_docnum_reader *r,
			  const struct tc_docnum_lead *l,
			  const struct tc_docnum_item *items, size_t i, size_t n)
{
	const struct tc_symbol *const full = &items[i - 1].symbol;

	for (; is_plural(r, l) && i < n; i++) {
		const struct tc_docnum_item *const it = &items[i];
		if (!tc_docnum_is(r, it->from - 1, TC_SAYS_SO) || it->year ||
		    it->type || tc_docnum_counts(r, it->next))
			break;
		emit_borrowed(r, it, full, cite_of(l, it, false));
	}
	return i;
}

/* Members up to the last full symbol, and behind it; how many were taken. */
static size_t emit_full(struct tc_docnum_reader *r,
			const struct tc_docnum_lead *l,
			const struct tc_docnum_item *items, size_t n)
{
	size_t last = n;

	while (last && !items[last - 1].full)
		last--;
	for (size_t i = 0; i < last; i++) {
		struct tc_cite cite = cite_of(l, &items[i], i == 0);
		cite.letterhead = i == 0 && number_begins_line(r, l);
		size_t full = i;
		while (!items[full].full)
			full++;
		if (full == i)
			tc_docnum_add_symbol(r, &items[i].symbol, items[i].start,
					     items[i].end, cite);
		else
			emit_borrowed(r, &items[i], &items[full].symbol, cite);
		/* "Nghị quyết số 54/2017/QH14": its symbol has none */
		struct tc_number *const m = &r->out->v[r->out->n - 1];
		if (!m->type.n)
			m->type = tc_str0(l->word->code);
	}
	return last ? emit_behind(r, l, items, last, n) : 0;
}

/* The rule of a mention that needs the symbol behind it. */
static const char in_title[] = "in-title";

/* "Sơ kết Kế hoạch 45", a headline above "Kế hoạch số 45-KH/HU". */
static bool may_be_named_below(const struct tc_docnum_reader *r,
			       const struct tc_docnum_lead *l,
			       const struct tc_docnum_item *it)
{
	return it->end <= r->scan->title_len && !r->loose &&
	       r->out->n < r->first + TITLE_MAX &&
	       l->word->flags & TC_TYPE_SIGN && !it->full && !it->year &&
	       it->digits > 1 && it->digits <= 4 &&
	       !digits_behind(r, it->next) &&
	       tc_docnum_token(r, l->from)->flags & TC_TOKEN_UPPER;
}

/* Whether the text has the full symbol of mention k, or calls it by name. */
static bool is_named_below(const struct tc_docnum_reader *r, size_t k)
{
	const struct tc_number *const v = r->out->v, *const m = &v[k];

	for (size_t i = k + 1; i < r->out->n; i++)
		if (v[i].rule != in_title && tc_str_eq(v[i].number, m->number) &&
		    tc_str_eq(tc_docnum_short_type(v[i].type), m->type))
			return true;
	return false;
}

void tc_docnum_settle_title(struct tc_docnum_reader *r)
{
	struct tc_number *const v = r->out->v;
	size_t kept = r->first;

	for (size_t i = r->first; i < r->out->n; i++) {
		if (v[i].rule == in_title) {
			if (!is_named_below(r, i))
				continue;
			v[i].rule = "short";
		}
		if (kept < i) {
			v[kept] = v[i];
			r->cites[kept - r->first] = r->cites[i - r->first];
		}
		kept++;
	}
	r->out->n = kept;
}

static size_t emit_short(struct tc_docnum_reader *r,
			 const struct tc_docnum_lead *l,
			 const struct tc_docnum_item *items, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct tc_docnum_item *it = &items[i];
		const struct tc_token *t = tc_docnum_token(r, l->from);
		const bool ok = short_ok(r, l, it, i == 0);
		if (!ok && (i || !may_be_named_below(r, l, it)))
			break;
		tc_docnum_add_short(r, it->type ? it->type : l->word->code,
				    it->number, it->year,
				    i || it->type ? it->start : t->off, it->end,
				    cite_of(l, it, i == 0));
		if (!ok)
			r->out->v[r->out->n - 1].rule = in_title;
	}
	return i;
}

/* Over "cua Bo Chinh tri", where a bracket follows it. */
static size_t skip_centre(const struct tc_docnum_reader *r, size_t i)
{
	size_t k = i + 1;

	if (!tc_docnum_is(r, i, TC_SAYS_CUA) ||
	    !(tc_docnum_is(r, k, TC_SAYS_BO) ||
	      tc_docnum_is(r, k, TC_SAYS_BAN) ||
	      tc_docnum_is(r, k, TC_SAYS_TRUNG) ||
	      (tc_docnum_is(r, k, TC_SAYS_DANG) &&
	       !tc_docnum_is(r, k + 1, TC_SAYS_BO))))
		return i;
	while (++k <= i + CENTRE_WORDS_MAX)
		if (tc_scan_gap(r->scan, k) == TC_GAP_OPEN)
			return k;
		else if (tc_scan_gap(r->scan, k) != TC_GAP_BLANK)
			return i;
	return i;
}

/* "4 Nghi quyet (66, 68, 57, 59)", "bo tu nghi quyet cua Bo Chinh tri (57,
 * 59, 66, 68)". */
static size_t read_bracketed(struct tc_docnum_reader *r,
			     const struct tc_docnum_lead *l)
{
	struct tc_docnum_item items[LIST_MAX];
	size_t i = skip_centre(r, l->from + l->count);
	struct tc_str gap = tc_docnum_gap(r, i);

	if (!tc_str_is(tc_str_trim(gap), "("))
		return l->from;
	size_t n = collect(r, i, l->word, items);
	if (n < 2 || !(l->word->flags & TC_TYPE_SHORT))
		return l->from;
	for (size_t k = 0; k < n; k++)
		if (items[k].full || items[k].digits < 2 || items[k].year)
			return l->from;
	size_t end = items[n - 1].end;
	if (end >= r->scan->text.n || r->scan->text.p[end] != ')')
		return l->from;
	for (size_t k = 0; k < n; k++)
		tc_docnum_add_short(r, l->word->code, items[k].number, 0,
				    items[k].start, items[k].end,
				    cite_of(l, &items[k], k == 0));
	return items[n - 1].next;
}

static size_t read_members(struct tc_docnum_reader *r,
			   const struct tc_docnum_lead *l, size_t i)
{
	struct tc_docnum_item items[LIST_MAX];
	size_t n = collect(r, i, l->word, items);
	size_t taken = emit_full(r, l, items, n);

	if (!taken)
		taken = emit_short(r, l, items, n);
	return taken ? items[taken - 1].next : l->from;
}

/* " so 21", " 21": no meeting follows, and no bracket. */
static bool is_numbered(const struct tc_docnum_reader *r, size_t i)
{
	return tc_scan_is_blank(r->scan, i) &&
	       (tc_docnum_is(r, i, TC_SAYS_SO) ||
		tc_docnum_digit(r->scan->tokens.v[i].exact.p[0]));
}

/* The meeting that passed it, or several numbers in brackets; l->from when it
 * is neither. */
static size_t read_unnumbered(struct tc_docnum_reader *r,
			      const struct tc_docnum_lead *l, size_t i)
{
	/* "Nghi quyet cua Hoi nghi lan thu tu", "cua Dai hoi XIII" */
	const size_t of = tc_docnum_is(r, i, TC_SAYS_CUA) ? i + 1 : i;
	size_t end = of;

	if (of == i || tc_docnum_is(r, of, TC_SAYS_HOI))
		end = tc_docnum_read_plenum(r, l->from, of, l->word->code);
	if (end == of && !strcmp(l->word->code, "NQ"))
		end = tc_docnum_read_congress(r, l->from, of);
	if (end == of && of == i)
		end = tc_docnum_read_english(r, l->from, i, l->word->code);
	return end == of ? read_bracketed(r, l) : end;
}

/* Words of "chuyên đề", "liên tịch" between type and "số": two, or none. */
static size_t kind_words(const struct tc_docnum_reader *r, size_t i)
{
	static const struct {
		const char *first, *second;
	} kinds[] = {
		{ "chuyên", "đề" }, { "liên", "tịch" }, { "liên", "ngành" },
		{ "phối", "hợp" },
	};
	const struct tc_token *const t = tc_docnum_token(r, i);

	if (i + 2 >= r->scan->tokens.n || !tc_docnum_is(r, i + 2, TC_SAYS_SO))
		return 0;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (tc_str_is(t->exact, kinds[k].first) &&
		    tc_str_is(t[1].exact, kinds[k].second))
			return 2;
	return 0;
}

/* "Quyết định từ số 1795": how many words stand before "số". */
static size_t from_words(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_spells(r, i, "từ", "tu") &&
	       tc_docnum_is(r, i + 1, TC_SAYS_SO);
}

/* What follows a type word or code at l->from. */
size_t tc_docnum_read_led(struct tc_docnum_reader *r, struct tc_docnum_lead *l)
{
	size_t i = l->from + l->count, end;

	end = tc_docnum_read_english_owner(r, l->from);
	if (end != l->from)
		return end;
	/* what nearly every type word of a text is turned away by */
	if (i >= r->scan->tokens.n ||
	    !(r->scan->tokens.v[i].flags & TC_TOKEN_DIGIT ||
	      tc_scan_flags(r->scan, i) & TC_WORD_AFTER_TYPE ||
	      from_words(r, i)))
		return l->from;
	l->count += kind_words(r, i) + from_words(r, i);
	i = l->from + l->count;
	end = is_numbered(r, i) ?
		      tc_docnum_read_english_plenum(r, l->from, i,
						    l->word->code) :
		      read_unnumbered(r, l, i);
	if (end != l->from)
		return end;
	size_t k = tc_docnum_skip_number_word(r, i);
	l->numbered = k != i;
	if ((k != i && !tc_docnum_gap_joins(r, i, false)) ||
	    !tc_docnum_gap_joins(r, k, l->numbered))
		return l->from;
	const struct tc_token *t = tc_docnum_token(r, k);
	if (t && t->bare.n > 2 && (tc_str_starts(t->bare, TC_STR("so")) ||
				   tc_str_starts(t->bare, TC_STR("no"))))
		l->numbered = true;
	return read_members(r, l, k);
}

size_t tc_docnum_read_list(struct tc_docnum_reader *r, size_t i)
{
	struct tc_docnum_lead l = { .from = i };

	l.word = tc_type_word_at(r->scan, i, &l.count);
	return l.word ? tc_docnum_read_led(r, &l) : i;
}

