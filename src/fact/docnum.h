/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Document numbers (so va ky hieu): the grammar of a mention, and its
 * canonical form.
 *
 *   Party   NUM-TYPE/BODY          01-KL/TW      (Quy dinh 66-QD/TW, 399-QD/TW)
 *   State   NUM[/YEAR]/TYPE-BODY   15/2020/ND-CP (Nghi dinh 30/2020)
 *           NUM/YEAR/QHn           45/2019/QH14
 *           NUM/BODY[-UNIT]        5973/UBND-KT  (a letter: no type code)
 *   Short   TYPE NUM[/YEAR]        CT 5, TT 36/2017
 *   Plenum  TYPEtwNUM[-SITTING][/TERM]   NQTW4/XII, NQTW6-2/VIII
 *   Without a symbol               DHn, the resolution of the n-th national
 *                                  congress; DHn/UNIT, of the n-th one of a
 *                                  lower organisation (DH17/Đảng bộ tỉnh
 *                                  Lạng Sơn); DL, the Charter
 *
 * Canonical: two digits at least, D with stroke as U+0110, TW for TU-horn
 * and T.U-horn, the system decided by the body and not by the separators.
 * A canonical form parses to itself.  QDi for quy dinh (08-QDi/TW) stays in
 * the canonical form and is QD in type, in keys and in a loose reading.
 *
 * The span of a full symbol is the symbol, without type word and "so"; that
 * of a short mention and a plenum name begins with the type word, further
 * members of a list are the bare number or term.
 */
#ifndef TC_FACT_DOCNUM_H
#define TC_FACT_DOCNUM_H

#include "fact/scan.h"

/* Adds every mention, short ones and lists included, with the date printed
 * beside it and the central body that the text names as issuer.  Short
 * mentions and plenum names are left unresolved ("CT 5", "NQTW4/XI") for
 * registry.h to resolve. */
void tc_docnum_scan(const struct tc_scan *scan, struct tc_number_list *out);

/* The rules of a lower congress: whose organisation is named, and whose is
 * its level alone ("Đảng bộ tỉnh"), for what the article completes. */
extern const char tc_rule_congress_local[], tc_rule_congress_level[];

/* Reads the whole of `text` (a query, valid UTF-8) as one document number,
 * in any spelling; "@2016", "@2016-10-30" or "@khoaXII" may follow and is
 * left in *at, as is what "nam 2016" or "khoa XII" says behind it.  False
 * when it is none.  `loose` also takes lower-case and space-only forms
 * ("1-kl/tw", "01 KL/TW", "chi thi 05"). */
bool tc_docnum_parse(struct tc_str text, bool loose, struct tc_arena *arena,
		     struct tc_number *out, struct tc_str *at);

/* The other reading of a number typed with a plain D: DA is du an and, for
 * who cannot type the stroke, de an; HD likewise.  And 05/CT, which has an
 * issuer like a type, may be 05-CT/TW cut off: CT 5.  False when there is
 * only one.  A query tries both. */
bool tc_docnum_alternative(const struct tc_number *n, struct tc_arena *arena,
			   struct tc_number *out);

/* The parts of a number that an index keeps apart.  The same text finds a
 * document from an article and from a query. */
enum tc_docnum_key {
	TC_KEY_CANONICAL,	/* "18-NQ/TW" */
	TC_KEY_DATED,		/* "18-NQ/TW@2017-10-25", the whole date */
	TC_KEY_MONTH,		/* "18-NQ/TW@2017-10" */
	TC_KEY_YEAR,		/* "18-NQ/TW@2017" */
	TC_KEY_TERM,		/* "18-NQ/TW@khoaXII", central bodies only */
	TC_KEY_TYPE,		/* "NQ" */
	TC_KEY_NUMBER,		/* "18" */
	TC_KEY_ISSUER,		/* "TW" */
	TC_KEY_SHORT,		/* "NQ 18", of every symbol with a type */
	TC_KEY_COUNT
};
/* Clears `out` and writes the part; false when the number has none.  The
 * date is the document's (its id), else the printed one. */
bool tc_docnum_key(const struct tc_number *n, enum tc_docnum_key key,
		   struct tc_buf *out);
/* TC_KEY_CANONICAL of a canonical form: mostly the same bytes, else in
 * *room. */
struct tc_str tc_docnum_canonical_key(struct tc_str canonical,
				      struct tc_buf *room);

/* Type and number alone, with a year at most: "CT 5", "ND 30/2020".  Plenum
 * names count meetings, not documents. */
bool tc_docnum_is_short(const struct tc_number *n);
/* What the symbols of a short form begin with, whoever issued them, "05-CT/":
 * appends it. */
void tc_docnum_symbol_head(const struct tc_number *n, struct tc_buf *out);

/* A plenum that lacks its term, "NQTW4": that of any term is meant. */
bool tc_docnum_is_open_plenum(const struct tc_number *n);
/* Whether `name` is that plenum's ("NQTW4", "NQTW4/XII"). */
bool tc_docnum_is_of_plenum(const struct tc_number *open, struct tc_str name);
/* Whether who asks for one document means the one that is cited: the symbol
 * is the same, a plain D of the issuer being one with stroke as well, or,
 * where only a type and a number were asked for, these are; no other year
 * stands in both. */
bool tc_docnum_means(const struct tc_number *asked,
		     const struct tc_number *cited);

/* Whether its issuer has a plain D among letters of its own, which no table
 * spells: typed without marks it may be one with stroke, "dubvdk". */
bool tc_docnum_may_have_stroke(const struct tc_number *n);

/* What tc_docnum_parse() left in `at`, in the spelling of the keys: "2016",
 * "2016-10-30" (also from 30/10/2016), "2016-10" (also from 10/2016),
 * "khoaXII" (also from "khoa 12").  False when it is none of these. */
bool tc_docnum_at(struct tc_str at, struct tc_buf *out);

/* Whether such a time is what the number says itself: the year in the symbol,
 * the day on which a national congress closed, its term ("DH13@2021"). */
bool tc_docnum_says_time(const struct tc_number *n, struct tc_str at);

/* A canonical form as people read it: what has no symbol by its name, which a
 * query may type as well ("Nghị quyết Đại hội XIII" for DH13); any other as it
 * is.  In *room, or the very same bytes. */
struct tc_str tc_docnum_say(struct tc_str canonical, struct tc_buf *room);

/* The canonical type of a type word or code in lower case, with or without
 * its marks ("nghi quyet", "nq"); NULL when it is none.  Only "ĐA" and "HĐ" are
 * told from another code by their stroke. */
const char *tc_docnum_type(struct tc_str lower);

#endif
