/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit-words.h"

#include "fact/wordset.h"
#include "text/fold.h"

#define W(words_, canonical_, kind_, class_, area_) \
	{ words_, canonical_, kind_, TC_UNIT_##class_, TC_AREA_##area_ }

static const struct tc_unit_word name_rows[] = {
#include "fact/unit-name-rows.h"
};

static const struct tc_unit_word edge_rows[] = {
#include "fact/unit-edge-rows.h"
};

#define NAME_ROWS (sizeof name_rows / sizeof *name_rows)
#define EDGE_ROWS (sizeof edge_rows / sizeof *edge_rows)

static const char *const area_prints[TC_AREA_COUNT] = {
	[TC_AREA_NONE] = "", [TC_AREA_TINH] = "tỉnh",
	[TC_AREA_THANH_PHO] = "thành phố", [TC_AREA_HUYEN] = "huyện",
	[TC_AREA_QUAN] = "quận", [TC_AREA_THI_XA] = "thị xã",
	[TC_AREA_XA] = "xã", [TC_AREA_PHUONG] = "phường",
	[TC_AREA_THI_TRAN] = "thị trấn", [TC_AREA_DAC_KHU] = "đặc khu",
};

/* The family names of nine in ten, and those of the north-east: sorted. */
static const char *const surnames[] = {
	"bùi", "bế", "cao", "châu", "chu", "dương", "hoàng", "huỳnh", "hà",
	"hồ", "hứa", "la", "lâm", "lê", "lý", "lương", "lưu", "mai", "ngô",
	"nguyễn", "nông", "phan", "phùng", "phạm", "quách", "thái", "triệu",
	"trương", "trần", "trịnh", "tô", "tạ", "tống", "vi", "võ", "văn",
	"vũ", "đinh", "điểu", "đoàn", "đàm", "đào", "đặng", "đỗ",
};

const char *tc_area_print(enum tc_area_word area)
{
	return area_prints[area];
}

const struct tc_unit_word *tc_unit_word_row(size_t i)
{
	if (i < NAME_ROWS)
		return &name_rows[i];
	i -= NAME_ROWS;
	return i < EDGE_ROWS ? &edge_rows[i] : NULL;
}

bool tc_unit_surname(struct tc_str exact)
{
	for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++)
		if (tc_str_is(exact, surnames[i]))
			return true;
	return false;
}

/* The text between token i - 1 and token i. */
static struct tc_str gap_text(const struct tc_scan *s, size_t i)
{
	if (i == 0 || i >= s->tokens.n)
		return tc_str(NULL, 0);
	const struct tc_token *t = &s->tokens.v[i - 1];
	uint32_t start = t->off + t->len;

	return tc_str(s->text.p + start, s->tokens.v[i].off - start);
}

static struct tc_str without_blanks(struct tc_str s)
{
	while (s.n && (*s.p == ' ' || *s.p == '\t')) {
		s.p++;
		s.n--;
	}
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s;
}

static bool mark_is_dash(struct tc_str mark)
{
	return tc_str_is(mark, "-") || tc_str_is(mark, "–") ||
	       tc_str_is(mark, "—") || tc_str_is(mark, "‑");
}

enum tc_gap tc_unit_gap(const struct tc_scan *s, size_t i)
{
	struct tc_str all = gap_text(s, i), mark = without_blanks(all);

	if (i == 0 || i >= s->tokens.n)
		return TC_GAP_HARD;
	if (!all.n)
		return TC_GAP_NONE;
	if (!mark.n)
		return TC_GAP_BLANK;
	if (tc_str_is(mark, ","))
		return TC_GAP_COMMA;
	if (tc_str_is(mark, "."))
		return all.p == mark.p ? TC_GAP_DOT : TC_GAP_HARD;
	if (tc_str_is(mark, "("))
		return TC_GAP_OPEN;
	if (tc_str_is(mark, ")"))
		return TC_GAP_CLOSE;
	if (mark_is_dash(mark))
		return all.n == mark.n ? TC_GAP_TIGHT : TC_GAP_DASH;
	if (tc_str_is(mark, "/") || tc_str_is(mark, "+") ||
	    tc_str_is(mark, "'") || tc_str_is(mark, "’"))
		return all.n == mark.n ? TC_GAP_TIGHT : TC_GAP_HARD;
	return TC_GAP_HARD;
}

static bool is_separator(char c)
{
	return c == ' ' || c == ',' || c == '.' || c == '-' || c == '&';
}

/* Cuts the next word of a row's words and the mark before it ('\0': blanks
 * alone). */
static bool next_word(const char **p, char *mark, struct tc_str *word)
{
	*mark = '\0';
	for (; is_separator(**p); (*p)++)
		if (**p != ' ')
			*mark = **p;
	if (!**p)
		return false;
	word->p = *p;
	while (**p && !is_separator(**p))
		(*p)++;
	word->n = (size_t)(*p - word->p);
	return true;
}

static bool gap_has_mark(const struct tc_scan *s, size_t i, char mark)
{
	struct tc_str all = gap_text(s, i), found = without_blanks(all);

	if (mark == '\0')
		return all.n && !found.n;
	if (mark == '-')
		return mark_is_dash(found);
	return found.n == 1 && *found.p == mark;
}

static bool word_eq(const struct tc_token *t, struct tc_str word, bool bare)
{
	if (!bare)
		return tc_str_eq(t->exact, word);
	TC_SCOPED_BUF folded = { 0 };
	tc_fold_bare(word, &folded);
	return tc_str_eq(t->bare, tc_buf_str(&folded));
}

/* How many tokens of the text from i the row's words take; 0: not there. */
static size_t row_length(const struct tc_unit_word *row,
			 const struct tc_scan *s, size_t i, bool bare)
{
	const char *p = row->words;
	struct tc_str word;
	size_t k = 0;
	char mark;

	while (next_word(&p, &mark, &word)) {
		if (i + k >= s->tokens.n ||
		    (k && !gap_has_mark(s, i + k, mark)) ||
		    !word_eq(&s->tokens.v[i + k], word, bare))
			return 0;
		k++;
	}
	return k;
}

/*
 * Nearly every token of a text begins no row.  The rows are sorted, so those
 * of one first word stand together; a hash table made once leads to them, and
 * a few bits in front of it turn most words away.
 *
 *   word -> maybe (a bit) -> slot -> name rows [from, to), edge rows [from, to)
 */
#define SLOTS 2048	/* a power of two, twice the distinct first words */

struct range {
	uint16_t from, to;
};
struct first_word {
	struct tc_str word;
	struct range names, edges;
	unsigned int mask;	/* of all its rows */
};

static struct first_word slots[SLOTS];
static struct tc_wordset maybe;
static struct tc_once index_once = TC_ONCE_INIT;

_Static_assert(NAME_ROWS + EDGE_ROWS < SLOTS, "the table has room");

static struct tc_str first_of(const struct tc_unit_word *row)
{
	const char *p = row->words;

	while (*p && !is_separator(*p))
		p++;
	return tc_str(row->words, (size_t)(p - row->words));
}

static struct first_word *slot_of(struct tc_str word)
{
	uint32_t hash = tc_str_hash(word, 0);

	hash ^= hash >> 15;
	while (slots[hash % SLOTS].word.n &&
	       !tc_str_eq(slots[hash % SLOTS].word, word))
		hash++;
	return &slots[hash % SLOTS];
}

static void index_rows(const struct tc_unit_word *rows, size_t count,
		       bool names)
{
	for (size_t i = 0; i < count; i++) {
		struct tc_str word = first_of(&rows[i]);
		struct first_word *f = slot_of(word);
		struct range *r = names ? &f->names : &f->edges;
		if (r->to == r->from)
			r->from = (uint16_t)i;
		r->to = (uint16_t)(i + 1);
		f->word = word;
		f->mask |= rows[i].cls;
		tc_wordset_add(&maybe, word);
	}
}

static void make_index(void)
{
	index_rows(name_rows, NAME_ROWS, true);
	index_rows(edge_rows, EDGE_ROWS, false);
}

/* The rows that begin with the word; NULL when none of the classes does. */
static const struct first_word *first_find(struct tc_str word,
					   unsigned int mask)
{
	tc_once(&index_once, make_index);
	if (!tc_wordset_may(&maybe, word))
		return NULL;
	const struct first_word *f = slot_of(word);
	return f->mask & mask ? f : NULL;
}

struct search {
	const struct tc_scan *scan;
	size_t at;
	unsigned int mask;
	bool bare;
	const struct tc_unit_word *best;
	size_t best_length;
};

/* The first byte of the row's second word is that of the next token, or the
 * row has one word: what most rows of a common first word fail at. */
static bool may_follow(const struct search *q, const struct tc_unit_word *row)
{
	const struct tc_tokens *t = &q->scan->tokens;
	const char *p = row->words;

	if (q->bare)
		return true;
	p += t->v[q->at].exact.n;
	while (is_separator(*p))
		p++;
	return !*p || (q->at + 1 < t->n && t->v[q->at + 1].exact.n &&
		       *p == *t->v[q->at + 1].exact.p);
}

static void search_rows(struct search *q, const struct tc_unit_word *rows,
			struct range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (!(rows[i].cls & q->mask) || !may_follow(q, &rows[i]))
			continue;
		size_t n = row_length(&rows[i], q->scan, q->at, q->bare);
		if (n > q->best_length) {
			q->best = &rows[i];
			q->best_length = n;
		}
	}
}

/* Without diacritics every row may be meant. */
static void search_all(struct search *q)
{
	search_rows(q, name_rows, (struct range){ 0, NAME_ROWS });
	search_rows(q, edge_rows, (struct range){ 0, EDGE_ROWS });
}

const struct tc_unit_word *tc_unit_word_at(const struct tc_scan *s, size_t i,
					   unsigned int mask, bool bare,
					   size_t *after)
{
	struct search q = {
		.scan = s, .at = i, .mask = mask, .bare = bare,
	};

	if (i >= s->tokens.n)
		return NULL;
	if (bare) {
		search_all(&q);
	} else {
		const struct first_word *f =
			first_find(s->tokens.v[i].exact, mask);
		if (!f)
			return NULL;
		search_rows(&q, name_rows, f->names);
		search_rows(&q, edge_rows, f->edges);
	}
	*after = i + q.best_length;
	return q.best;
}
