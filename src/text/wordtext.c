/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/wordtext.h"

#include "base/varint.h"
#include "text/syllable-word.h"

enum letters { LOWER, CAPITAL, CAPITALS, SPELLED };

enum { ONE = 0x80, RUN_MAX = 128, GAP_BITS = 5, GAP_OTHER = 31 };

/* The first is that of a run.  Never to be changed but at the end: articles
 * are stored by it. */
#define G(s) { s, sizeof(s) - 1 }
static const struct gap {
	char p[7];
	uint8_t n;
} gaps[] = {
	G(" "), G(", "), G(". "), G("\n"), G(".\n"), G("\n\n"), G("/"),
	G("-"), G(": "), G("; "), G(" ("), G(") "), G("."), G(" - "),
	G(" – "), G(","), G(" \""), G("\" "), G(" “"), G("” "), G("), "),
	G("”, "), G("\", "), G(").\n"), G("% "), G(";\n"), G(":\n"), G("? "),
	G(")."), G("…"), G(""),
};
#undef G
_Static_assert(sizeof gaps / sizeof *gaps == GAP_OTHER, "gaps");

/* ---- letters ---- */

/* The upper-case letter has as many bytes, for every letter of a syllable;
 * returns those. */
static size_t raise_letter(char *p)
{
	unsigned char *u = (unsigned char *)p;

	if (*u < 0x80) {
		*u = (unsigned char)(*u - ('a' - 'A'));
		return 1;
	}
	if (*u == 0xC3)		/* U+00E0 to U+00FF */
		u[1] = (unsigned char)(u[1] - 0x20);
	else if (*u < 0xE0)	/* pairs: ă đ ĩ ũ ơ ư */
		u[1]--;
	else			/* pairs: U+1EA1 to U+1EF9 */
		u[2]--;
	return *u < 0xE0 ? 2 : 3;
}

static void raise_word(char *p, size_t n, enum letters letters)
{
	size_t at = raise_letter(p);

	while (letters == CAPITALS && at < n)
		at += raise_letter(p + at);
}

/* ---- writing ---- */

struct writer {
	struct tc_buf *out;
	unsigned run;		/* words in lower case that wait */
};

static void put_bytes(struct tc_buf *out, struct tc_str s)
{
	tc_varint_put(out, s.n);
	tc_buf_addstr(out, s);
}

static void end_run(struct writer *w)
{
	if (w->run)
		tc_buf_addc(w->out, (char)(w->run - 1));
	w->run = 0;
}

static unsigned gap_of(struct tc_str gap)
{
	unsigned i = 0;

	while (i < GAP_OTHER && !tc_str_eq(gap, tc_str(gaps[i].p, gaps[i].n)))
		i++;
	return i;
}

/* A code that tells a spelling tells the exact one. */
static enum letters letters_of(struct tc_str printed, struct tc_str exact,
			       uint16_t code)
{
	char raised[TC_SYLLABLE_MAX];

	if (exact.n != printed.n || !tc_wordcode_is_spelled(code))
		return SPELLED;
	if (memcmp(printed.p, exact.p, exact.n) == 0)
		return LOWER;
	memcpy(raised, exact.p, exact.n);
	raise_word(raised, exact.n, CAPITAL);
	if (memcmp(printed.p, raised, exact.n) == 0)
		return CAPITAL;
	memcpy(raised, exact.p, exact.n);
	raise_word(raised, exact.n, CAPITALS);
	return memcmp(printed.p, raised, exact.n) == 0 ? CAPITALS : SPELLED;
}

static void put_word(struct writer *w, const struct tc_token *k,
		     struct tc_str printed, uint16_t code, struct tc_str gap)
{
	const enum letters letters = letters_of(printed, k->exact, code);
	const unsigned g = gap_of(gap);

	if (letters == LOWER && !g) {
		if (++w->run == RUN_MAX)
			end_run(w);
		return;
	}
	end_run(w);
	tc_buf_addc(w->out, (char)(ONE | letters << GAP_BITS | g));
	if (letters == SPELLED)
		put_bytes(w->out, printed);
	if (g == GAP_OTHER)
		put_bytes(w->out, gap);
}

void tc_wordtext_put(struct tc_str text, const struct tc_tokens *tokens,
		     struct tc_str row, struct tc_buf *out)
{
	struct writer w = { .out = out };
	const size_t n = tc_wordrow_len(row);
	size_t words = 0, t = 0;

	for (size_t i = 0; i < n; i++)
		words += tc_wordrow_at(row, i) != TC_WORD_BREAK;
	tc_varint_put(out, text.n);
	put_bytes(out, tc_str(text.p, words ? tokens->v[0].off : text.n));
	for (size_t i = 0; i < n; i++) {
		const uint16_t code = tc_wordrow_at(row, i);
		if (code == TC_WORD_BREAK)
			continue;
		const struct tc_token *const k = &tokens->v[t++];
		const size_t end = tc_token_end(k);
		const size_t next = t < words ? tokens->v[t].off : text.n;
		put_word(&w, k, tc_str(text.p + k->off, k->len), code,
			 tc_str(text.p + end, next - end));
	}
	end_run(&w);
}

/* ---- reading ---- */

struct reader {
	struct tc_str rest;
	char *start, *p, *end;
	unsigned run;
	bool bad;
	struct tc_tokens *tokens;	/* NULL: they are not wanted */
	struct tc_arena *arena;		/* of those */
	char *bare;			/* room for their bare forms */
};

static struct tc_str take_bytes(struct reader *r)
{
	struct tc_str s = { 0 };
	uint64_t n;

	if (!tc_varint_get(&r->rest, &n) || n > r->rest.n) {
		r->bad = true;
		return s;
	}
	s = tc_str(r->rest.p, (size_t)n);
	r->rest = tc_str_from(r->rest, (size_t)n);
	return s;
}

static void give(struct reader *r, struct tc_str s)
{
	if (s.n > (size_t)(r->end - r->p)) {
		r->bad = true;
		return;
	}
	if (s.n)
		memcpy(r->p, s.p, s.n);
	r->p += s.n;
}

static struct tc_str put_bare(struct reader *r, uint64_t key)
{
	const struct tc_str bare = tc_str(r->bare,
					  tc_key_spell_bare(key, r->bare));

	r->bare += bare.n;
	return bare;
}

/* What tc_tokenize() says of a syllable at `off`. */
static void note_syllable(struct reader *r, unsigned place,
			  enum letters letters, size_t off,
			  struct tc_str exact)
{
	const uint64_t key = tc_syllable_slots[place >> 3] & TC_SLOT_KEY;
	const unsigned tone = place & 7, n = tc_key_letters(key);
	const bool function = tc_syllable_function[place >> 3] >> tone & 1;
	const bool marked = n != exact.n;
	struct tc_token *const t = &r->tokens->v[r->tokens->n++];

	*t = (struct tc_token){
		.off = (uint32_t)off,
		.len = (uint32_t)exact.n,
		.flags = (uint16_t)(TC_TOKEN_SYLLABLE |
				    marked * TC_TOKEN_MARKED |
				    function * TC_TOKEN_FUNCTION |
				    (letters != LOWER) * TC_TOKEN_UPPER |
				    (letters == CAPITALS) * TC_TOKEN_CAPS),
		.place = (uint16_t)place,
		.hash = tc_word_hash(key, tone),
		.exact = exact,
	};
	t->bare = marked ? put_bare(r, key) : t->exact;
}

/* The same of any other word. */
static void note_other(struct reader *r, size_t off, struct tc_str word)
{
	struct tc_tokens one;

	tc_tokenize(word, r->arena, &one);
	if (one.n != 1 || one.v->len != word.n) {
		r->bad = true;
		return;
	}
	one.v->off = (uint32_t)off;
	r->tokens->v[r->tokens->n++] = *one.v;
}

static void give_syllable(struct reader *r, uint16_t code,
			  enum letters letters)
{
	const int place = tc_wordcode_place(code);
	const bool room = r->end - r->p >= TC_SYLLABLE_MAX;
	char last[TC_SYLLABLE_MAX], *const out = room ? r->p : last;

	if (place < 0) {
		r->bad = true;
		return;
	}
	const size_t n = tc_slot_spell((unsigned)place >> 3,
				       (unsigned)place & 7, out);
	if (r->tokens)	/* in lower case it stands in the text */
		note_syllable(r, (unsigned)place, letters,
			      (size_t)(r->p - r->start),
			      letters == LOWER ? tc_str(r->p, n) :
				      tc_arena_str(r->arena, tc_str(out, n)));
	if (letters != LOWER)
		raise_word(out, n, letters);
	if (room)
		r->p += n;
	else
		give(r, tc_str(out, n));
}

/* How a word is printed, and what follows it. */
struct op {
	enum letters letters;
	struct tc_str printed;		/* SPELLED */
	struct tc_str gap;
};

static bool read_op(struct reader *r, struct op *o)
{
	if (!r->rest.n) {
		r->bad = true;
		return false;
	}
	const unsigned op = (unsigned char)*r->rest.p, gap = op & 31;
	r->rest = tc_str_from(r->rest, 1);
	if (!(op & ONE)) {
		r->run = op;
		return true;
	}
	o->letters = op >> GAP_BITS & 3;
	if (o->letters == SPELLED)
		o->printed = take_bytes(r);
	o->gap = gap == GAP_OTHER ? take_bytes(r) :
				    tc_str(gaps[gap].p, gaps[gap].n);
	return !r->bad;
}

static inline bool next_op(struct reader *r, struct op *o)
{
	o->letters = LOWER;
	o->gap = tc_str(gaps[0].p, 1);
	if (!r->run)
		return read_op(r, o);
	r->run--;
	return true;
}

static void read_word(struct reader *r, uint16_t code)
{
	struct op o;

	if (!next_op(r, &o))
		return;
	if (o.letters != SPELLED) {
		give_syllable(r, code, o.letters);
	} else {
		if (r->tokens)
			note_other(r, (size_t)(r->p - r->start), o.printed);
		give(r, o.printed);
	}
	give(r, o.gap);
}

bool tc_wordtext_length(struct tc_str row, struct tc_str rest, size_t *length)
{
	uint64_t n;

	if (!tc_varint_get(&rest, &n) ||
	    n > tc_wordrow_len(row) * (uint64_t)TC_SYLLABLE_MAX + rest.n)
		return false;
	*length = (size_t)n;
	return true;
}

static bool read_all(struct reader *r, struct tc_str row, size_t length)
{
	const size_t n = tc_wordrow_len(row);
	uint64_t told;

	if (!tc_varint_get(&r->rest, &told) || told != length)
		return false;
	give(r, take_bytes(r));
	for (size_t i = 0; i < n && !r->bad; i++) {
		const uint16_t code = tc_wordrow_at(row, i);
		if (code != TC_WORD_BREAK)
			read_word(r, code);
	}
	return !r->bad && !r->run && !r->rest.n && r->p == r->end;
}

bool tc_wordtext_read(struct tc_str row, struct tc_str rest, char *out,
		      size_t length)
{
	struct reader r = { .rest = rest, .start = out, .p = out,
			    .end = out + length };

	return read_all(&r, row, length);
}

bool tc_wordtext_tokens(struct tc_str row, struct tc_str rest, char *out,
			size_t length, struct tc_arena *arena,
			struct tc_tokens *tokens)
{
	const size_t n = tc_wordrow_len(row);
	struct reader r = { .rest = rest, .start = out, .p = out,
			    .end = out + length, .arena = arena,
			    .tokens = tokens };

	if (n >= TC_WORDROW_MAX) {
		if (!tc_wordtext_read(row, rest, out, length))
			return false;
		tc_tokenize(tc_str(out, length), arena, tokens);
		return true;
	}
	tokens->n = 0;
	tokens->v = tc_arena_room(arena, n * sizeof *tokens->v);
	/* no more than the text, but for a last word that does not fit it */
	r.bare = tc_arena_room(arena, length + TC_SYLLABLE_MAX);
	return read_all(&r, row, length);
}

/* ---- reading a part ---- */

/* The bytes that it takes; 0 for damage. */
static inline size_t length_of(const struct op *o, uint16_t code)
{
	if (o->letters == SPELLED)
		return o->printed.n;
	const int form = tc_code_form(code);
	return form < 0 ? 0 : tc_syllable_lengths[form];
}

/* A token that is wanted whole. */
static void note_word(struct reader *r, uint16_t code, const struct op *o,
		      size_t off)
{
	char exact[TC_SYLLABLE_MAX];

	if (o->letters == SPELLED) {
		note_other(r, off, o->printed);
		return;
	}
	const size_t n = tc_wordcode_spell(code, exact);
	r->bare = tc_arena_room(r->arena, TC_SYLLABLE_MAX);
	note_syllable(r, (unsigned)tc_wordcode_place(code), o->letters, off,
		      tc_arena_str(r->arena, tc_str(exact, n)));
}

/* For one token more. */
static void make_room(struct tc_outline *o, size_t *cap)
{
	size_t places = *cap;

	o->tokens.v = tc_arena_grow(o->arena, o->tokens.v, o->tokens.n, cap,
				    sizeof *o->tokens.v);
	o->at = tc_arena_grow(o->arena, o->at, o->tokens.n, &places,
			      sizeof *o->at);
}

bool tc_wordtext_outline(const struct tc_wordtext *t,
			 const struct tc_wanted *wanted, size_t place,
			 struct tc_arena *arena, struct tc_outline *out)
{
	const size_t n = tc_wordrow_len(t->row);
	struct reader r = { .rest = t->rest, .arena = arena,
			    .tokens = &out->tokens };
	uint64_t told;

	if (n >= TC_WORDROW_MAX || !tc_varint_get(&r.rest, &told) ||
	    told != t->length)
		return false;
	size_t off = take_bytes(&r).n, cap = 0;
	*out = (struct tc_outline){ .unwritten = *t, .arena = arena };
	make_room(out, &cap);
	for (size_t i = 0; i < n; i++) {
		const uint16_t code = tc_wordrow_at(t->row, i);
		struct op o;
		if (code == TC_WORD_BREAK)
			continue;
		if (!next_op(&r, &o))
			return false;
		const size_t length = length_of(&o, code);
		const bool whole = tc_codeset_has(&wanted->codes, code);
		if (!length)
			return false;
		if (whole || wanted->every) {
			if (out->tokens.n == cap)
				make_room(out, &cap);
			out->at[out->tokens.n] = (uint32_t)out->count;
		}
		if (whole)
			note_word(&r, code, &o, off);
		else if (wanted->every)
			out->tokens.v[out->tokens.n++] = (struct tc_token){
				.off = (uint32_t)off, .len = (uint32_t)length
			};
		out->count++;
		out->before += off < place;
		out->last = (uint32_t)off;
		off += length + o.gap.n;
		if (off > t->length)
			return false;
	}
	return !r.bad && !r.run && !r.rest.n && off == t->length;
}

/* A piece at `off`, as far as there is room: a text whose outline was made has
 * it. */
static void put_piece(const struct tc_wordtext *t, size_t off,
		      struct tc_str piece)
{
	if (piece.n && off + piece.n <= t->length)
		memcpy(t->text + off, piece.p, piece.n);
}

static void write_word(const struct tc_wordtext *t, size_t off, uint16_t code,
		       const struct op *o, size_t length)
{
	char word[TC_SYLLABLE_MAX];

	if (o->letters == SPELLED) {
		put_piece(t, off, o->printed);
	} else {
		tc_wordcode_spell(code, word);
		if (o->letters != LOWER)
			raise_word(word, length, o->letters);
		put_piece(t, off, tc_str(word, length));
	}
	put_piece(t, off + length, o->gap);
}

struct tc_tokens tc_wordtext_part(const struct tc_wordtext *t, size_t first,
				  size_t count, struct tc_arena *arena)
{
	const size_t n = tc_wordrow_len(t->row);
	struct tc_tokens out = { tc_arena_room(arena,
					       (count < n ? count : n) *
						       sizeof *out.v), 0 };
	struct reader r = { .rest = t->rest };
	uint64_t told;

	if (!tc_varint_get(&r.rest, &told))
		return out;
	const struct tc_str lead = take_bytes(&r);
	size_t off = lead.n;
	put_piece(t, 0, lead);
	for (size_t i = 0, k = 0; i < n && out.n < count; i++) {
		const uint16_t code = tc_wordrow_at(t->row, i);
		struct op o;
		if (code == TC_WORD_BREAK)
			continue;
		if (!next_op(&r, &o))
			break;
		const size_t length = length_of(&o, code);
		if (k++ >= first) {
			write_word(t, off, code, &o, length);
			out.v[out.n++] = (struct tc_token){
				.off = (uint32_t)off, .len = (uint32_t)length
			};
		}
		off += length + o.gap.n;
	}
	return out;
}
