/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside docnum: what its parts share.  Nobody else includes this.
 *
 * Beside each mention of the list being filled stands where its phrase lies
 * among the tokens, so that the second pass finds dates and issuers:
 *
 *   cac Nghi quyet so  18 , 19-NQ/TW  ngay 25/10/2017
 *       ^ lead         ^ from  ^ joined  ^ to
 */
#ifndef TC_FACT_DOCNUM_PART_H
#define TC_FACT_DOCNUM_PART_H

#include "fact/docnum.h"
#include "fact/doctype.h"
#include "fact/symbol.h"

struct tc_cite {
	size_t lead;		/* token: first of type word or number */
	size_t from, to;	/* tokens of the mention itself */
	bool joined;		/* shares date and issuer with the one before */
	bool letterhead;	/* announced by "So" at the start of a line */
	bool dated_before;	/* by the sentence that tells of its issue */
};

struct tc_docnum_reader {
	const struct tc_scan *scan;
	struct tc_number_list *out;
	size_t first;		/* mentions that were in *out before */
	struct tc_cite *cites;	/* of out->v[first + i] */
	size_t cite_cap;
	bool loose;		/* a query */
};

/* One more mention with its cite; both to be filled in. */
struct tc_number *tc_docnum_add(struct tc_docnum_reader *r, size_t start,
				size_t end, struct tc_cite cite);
void tc_docnum_add_symbol(struct tc_docnum_reader *r,
			  const struct tc_symbol *s, size_t start, size_t end,
			  struct tc_cite cite);
void tc_docnum_add_short(struct tc_docnum_reader *r, const char *type,
			 const char *number, int year, size_t start,
			 size_t end, struct tc_cite cite);

/* Token i, what stands between it and the one before, and whether it is the
 * given word (bare; printed with marks it must be `exact`). */
static inline const struct tc_token *tc_docnum_token(
	const struct tc_docnum_reader *r, size_t i)
{
	return i < r->scan->tokens.n ? &r->scan->tokens.v[i] : NULL;
}
static inline struct tc_str tc_docnum_gap(const struct tc_docnum_reader *r,
					  size_t i)
{
	const struct tc_tokens *t = &r->scan->tokens;
	const size_t from = TC_LIKELY(i) ?
		tc_token_end(&t->v[i - 1]) : 0;
	const size_t to = TC_LIKELY(i < t->n) ? t->v[i].off : r->scan->text.n;

	return tc_str(r->scan->text.p + from, to - from);
}
bool tc_docnum_gap_blank(const struct tc_docnum_reader *r, size_t i);
static inline bool tc_docnum_is(const struct tc_docnum_reader *r, size_t i,
				enum tc_word_said word)
{
	return tc_scan_says(r->scan, i, word);
}
/* The same for a word that has no name. */
static inline bool tc_docnum_spells(const struct tc_docnum_reader *r, size_t i,
				    const char *exact, const char *bare)
{
	const struct tc_token *t = tc_docnum_token(r, i);

	/* each with a length that the compiler knows */
	return t && (t->flags & TC_TOKEN_MARKED ? tc_str_is(t->exact, exact)
						: tc_str_is(t->exact, bare));
}
size_t tc_docnum_end(const struct tc_docnum_reader *r, size_t i);

/* The list member behind a separator (comma, "va", "and", ";") that stands
 * before or at token i; with `brackets` these may stand about it.  SIZE_MAX
 * when there is none. */
size_t tc_docnum_separator(const struct tc_docnum_reader *r, size_t i,
			   bool brackets);
/* Decimal figures; 0 when there are others or more than 5. */
int tc_docnum_figures(struct tc_str s);

/* A number in figures, Roman or (with `words`) in words, 1 to 20; 0 when
 * token i is none. */
int tc_docnum_numeral(const struct tc_docnum_reader *r, size_t i, bool words);
void tc_docnum_roman(int n, char out[8]);
/* Of "xvii" in small letters; 0 when it is none. */
int tc_docnum_roman_value(struct tc_str s);
/* Whether token i may be one: in capitals, or in small letters where a term
 * or an ordinal is due. */
bool tc_docnum_is_roman(const struct tc_docnum_reader *r, size_t i);

/* A member of a list. */
struct tc_docnum_item {
	size_t start, end;	/* bytes */
	size_t from, next;	/* tokens */
	bool full;
	struct tc_symbol symbol;
	char number[TC_SYMBOL_NUMBER_MAX];
	size_t digits;		/* as printed, leading zeros included */
	int year;
	const char *type;	/* of "35-NQ"; else NULL */
};

/* The phrase that announces a list. */
struct tc_docnum_lead {
	size_t from, count;	/* tokens of the type word */
	const struct tc_type_word *word;
	bool numbered;		/* "so" stands between */
	bool code;		/* "QD 217", not "Quyet dinh 217" */
};

/* The type by which a short form repeats a symbol's: "Chương trình hành động
 * 147" is 147-CTHĐ/TU, "Quyết định 412" 412-QĐNS/TU. */
static inline struct tc_str tc_docnum_short_type(struct tc_str type)
{
	if (tc_str_is(type, "QĐNS"))
		return TC_STR("QĐ");
	return tc_str_is(type, "CTHĐ") ? TC_STR("CTr") : type;
}

static inline bool tc_docnum_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Where in token i a number may start; SIZE_MAX: nowhere.  Then the full
 * symbol or the bare number there, into an item whose `from` is set. */
size_t tc_docnum_number_offset(const struct tc_docnum_reader *r, size_t i);
bool tc_docnum_item_full(const struct tc_docnum_reader *r, size_t off,
			 unsigned flags, const char *word,
			 struct tc_docnum_item *it);
bool tc_docnum_item_bare(const struct tc_docnum_reader *r, size_t off,
			 struct tc_docnum_item *it);
/* "35-NQ", the type again and no issuer behind it, where the full symbol of
 * `it` may have been read. */
bool tc_docnum_item_cut_off(const struct tc_docnum_reader *r, size_t off,
			    const struct tc_type_word *word,
			    struct tc_docnum_item *it);
/* "2021" may be a year. */
bool tc_docnum_item_like_year(const struct tc_docnum_item *it);

/* What stands at token i, behind a number: a noun that it counts; a code, as
 * in "NQ 13 HDQT". */
bool tc_docnum_counts(const struct tc_docnum_reader *r, size_t i);
bool tc_docnum_code_behind(const struct tc_docnum_reader *r, size_t i);
/* Behind "số" or "No" at token i, else i; and whether the gap before token i
 * joins a number to the word before it. */
size_t tc_docnum_skip_number_word(const struct tc_docnum_reader *r, size_t i);
bool tc_docnum_gap_joins(const struct tc_docnum_reader *r, size_t i,
			 bool numbered);

/* What follows a type word or code; lead->from when nothing does. */
size_t tc_docnum_read_led(struct tc_docnum_reader *r,
			  struct tc_docnum_lead *lead);

/* Drops those short mentions of the title that nothing below bears out. */
void tc_docnum_settle_title(struct tc_docnum_reader *r);

/* Each reads what starts at token i and returns the token behind it, or i
 * when it is not there. */
size_t tc_docnum_read_list(struct tc_docnum_reader *r, size_t i);
size_t tc_docnum_read_code(struct tc_docnum_reader *r, size_t i);
size_t tc_docnum_read_bare_symbol(struct tc_docnum_reader *r, size_t i);
size_t tc_docnum_read_plenum(struct tc_docnum_reader *r, size_t lead,
			     size_t i, const char *type);
/* The term that the text near a plenum's document without one gives to the
 * meeting itself, "Hoi nghi Trung uong 4 (khoa XI)"; 0 for none, or two. */
int tc_docnum_meeting_term(const struct tc_docnum_reader *r,
			   const struct tc_number *open);
size_t tc_docnum_read_congress(struct tc_docnum_reader *r, size_t lead,
			       size_t i);
size_t tc_docnum_read_charter(struct tc_docnum_reader *r, size_t i);
/* "6 of the 12th Central Committee", "6 (term XII" behind "Resolution"; the
 * token behind, or `lead`. */
size_t tc_docnum_read_english_plenum(struct tc_docnum_reader *r, size_t lead,
				     size_t i, const char *type);
/* 12 of "of the 12th Party Central Committee" at token i, and of other bodies
 * of a term; 0 when there is none. */
int tc_docnum_english_term(const struct tc_docnum_reader *r, size_t i);
/* "the 13th National Party Congress's" before "Resolution" at `lead`. */
size_t tc_docnum_read_english_owner(struct tc_docnum_reader *r, size_t lead);
/* "of the 13th National Party Congress" behind "Resolution". */
size_t tc_docnum_read_english(struct tc_docnum_reader *r, size_t lead,
			      size_t i, const char *type);

/* Of "DH13", "DH17/UNIT", the congress's number, and the unit (empty without
 * one); 0 for any other. */
int tc_docnum_congress(struct tc_str id, struct tc_str *unit);

/* What they add: the resolution of a national congress, NULL where there was
 * none of that number; a document of a plenum, term 0 where none is said. */
struct tc_number *tc_docnum_add_congress(struct tc_docnum_reader *r,
					 size_t lead, size_t from, size_t to,
					 int number);
void tc_docnum_add_meeting(struct tc_docnum_reader *r, const char *type,
			   int number, int term, size_t lead, size_t from,
			   size_t to);

/* Second pass: dates and issuers beside the mentions, each between its
 * neighbours. */
struct tc_docnum_place {
	size_t floor, limit;	/* tokens of these */
};

#define TC_DOCNUM_ISSUER_MAX 16	/* tokens of "cua X" before its date */
#define TC_DOCNUM_BEFORE_MAX 36	/* tokens between "ngay ... ban hanh" and it */

void tc_docnum_read_beside(struct tc_docnum_reader *r);
/* Past "(khóa XII)", ", khóa XII", ", Hội nghị Trung ương 6 khóa XII" from token
 * i on; i when no term stands there. */
size_t tc_docnum_past_term(const struct tc_docnum_reader *r, size_t i);
void tc_docnum_find_issuer(const struct tc_docnum_reader *r,
			   const struct tc_cite *c, struct tc_docnum_place p,
			   struct tc_number *m);
/* A gap that ends what belongs to a number. */
bool tc_docnum_gap_stops(struct tc_str gap);
/* "issued", "signed" */
bool tc_docnum_issued_in_english(const struct tc_docnum_reader *r, size_t i);
/* The verb has the number for its object: "ra Chi thi so", "ban hanh va trien
 * khai Ke hoach so"; not "ra quan thuc hien", "ky cam ket thuc hien Chi thi
 * so". */
bool tc_docnum_issues(const struct tc_docnum_reader *r, size_t lead,
		      size_t floor);
static inline bool tc_docnum_is_flagged(const struct tc_docnum_reader *r,
					size_t i, unsigned flag)
{
	return TC_LIKELY(i < r->scan->tokens.n) &&
	       TC_UNLIKELY(tc_scan_flags(r->scan, i) & flag);
}
static inline bool tc_docnum_is_of(const struct tc_docnum_reader *r, size_t i)
{
	return tc_docnum_is_flagged(r, i, TC_WORD_OF);
}
static inline bool tc_docnum_is_about(const struct tc_docnum_reader *r,
				      size_t i)
{
	return tc_docnum_is_flagged(r, i, TC_WORD_ABOUT);
}

/* Token i begins a paragraph: "... của Ban Bí thư", and on the next line
 * "Chiều ngày 31/3 ...".  A heading in capitals goes on. */
bool tc_docnum_begins_line(const struct tc_docnum_reader *r, size_t i);
/* Up to a comma or an opening bracket, one line break allowed. */
bool tc_docnum_gap_to_date(struct tc_str gap);
/* The date that begins at token i. */
bool tc_docnum_date_at(const struct tc_docnum_reader *r, size_t i,
		       struct tc_date *d);
/* The same of "ngày" at token i, which belongs to the date or stands before
 * it. */
static inline bool tc_docnum_day_at(const struct tc_docnum_reader *r, size_t i,
				    struct tc_date *d)
{
	return tc_docnum_date_at(r, i, d) || tc_docnum_date_at(r, i + 1, d);
}
/* The day that the letterhead, or a form, gives the document of the cite;
 * behind it from token i on, and between its neighbours. */
bool tc_docnum_date_of_head(const struct tc_docnum_reader *r,
			    const struct tc_cite *c, size_t i, size_t floor,
			    size_t limit, struct tc_date *d);

/* The rule of a date that came from the last member of a list: weaker than
 * one of its own. */
extern const char tc_rule_list_date[];

/* The token behind the words, without marks and one blank apart, if they stand
 * at token i; else i. */
size_t tc_docnum_behind_words(const struct tc_docnum_reader *r, size_t i,
			      const char *words);
/* What the symbols of the committee or body named at token i have behind the
 * type: "TU" for "Ban Thuong vu Tinh uy".  NULL when none is. */
const char *tc_docnum_committee(const struct tc_docnum_reader *r, size_t i);

#endif
