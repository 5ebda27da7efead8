/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Units: the Party's organisations and those around it, found by their head
 * words (chi bo, dang bo, dang uy, tinh uy, ban to chuc ...), with where the
 * name ends and which unit it belongs to.  A committee and its organisation
 * are one unit under the organisation's name.  A committee's organs (bureau,
 * commissions, office) are units of their own, of kind "organ", and have
 * that organisation as their first parent.
 *
 * Canonical names
 *   - "Đảng bộ phường Đông Kinh", "Đảng bộ tỉnh Lạng Sơn", "Chi bộ khối
 *     7+10", "Tổ đảng 10": head words with their capital, area words and
 *     neighbourhoods in lower case, tone marks in the old placement, no
 *     "số" and no leading zeros in a number
 *   - written out: UBKT, TP, TX, KDC, TDP, BVĐK, LHPN, CCB, LĐLĐ, VN; kept as
 *     names print them: UBND, HĐND, MTTQ, THCS, THPT, TNHH
 *   - a line in capitals: as the body prints the same words; where it does
 *     not, every syllable of the name with a capital
 *   - "tỉnh", "huyện" at the end, and "Tỉnh ủy" behind an organ, are
 *     completed by the site's province or the place that the article named
 *     last; where nothing is known they stay ("Ban Tổ chức Tỉnh ủy").  A
 *     bare level that nothing completes ("Tỉnh ủy", "UBND xã") is no unit, but
 *     of the police, a court, a society the function is ("Công an tỉnh")
 *
 * Parents, nearest first: what the text joins by "trực thuộc", "thuộc", by a
 * comma or by standing beside it; the areas behind the name; the body that a
 * cell is in; the society whose committee it is; the organisation of the level
 * alone above "Ban Thường vụ Tỉnh ủy" of no known place; the province of the
 * site; "Trung ương" above a province.  A
 * Party unit has Party organisations as parents, other bodies have areas
 * ("huyện Cao Lộc").
 */
#ifndef TC_FACT_UNIT_H
#define TC_FACT_UNIT_H

#include "fact/gazetteer.h"
#include "fact/scan.h"

#define TC_UNIT_PARENTS_MAX 6
/* Later mentions of a longer article are left out. */
#define TC_UNIT_MENTIONS_MAX 20000

/* Fills the empty list with every unit named in the text, in order, none
 * overlapping.  `site` is the place whose site it is, or NULL; so may g be.
 * `seat` is the district whose site it is.  At most one mention is the subject:
 * each of the headline and of the first sentences is weighed by where it stands,
 * what it does or has done to it, whose office it is and its level, and the
 * heaviest is taken if it weighs enough.
 *
 * Rules: full-name; completed (by the site or the article); bare-level (no
 * more than "Đảng ủy xã", completed); anaphora ("Chi bộ"), short-name ("Chi
 * bộ Trung tâm") for what was named before; elided-head, shared-tail in
 * lists. */
void tc_unit_scan(const struct tc_scan *scan, const struct tc_gazetteer *g,
		  const struct tc_place *site, struct tc_seat seat,
		  struct tc_unit_list *out);

/* That kind ("chi-bo", "dang-bo-xa", ...) of the closed list; NULL when it
 * is none of it. */
const char *tc_unit_kind_find(struct tc_str name);

/* The canonical form of a unit's name as a query types it ("Dang uy phuong
 * Dong Kinh" -> "Dang bo phuong Dong Kinh", both with marks): appends it.  Of
 * a longer text, that of the name which it begins with; false then. */
bool tc_unit_canonical(struct tc_str name, struct tc_buf *out);

/* The names in what a query types for a unit, the unit's first, then of units
 * and areas that it is below ("Chi bo 5 xa Tan Lap, huyen Cao Loc" has three),
 * each as a canonical name spells it, but for the marks, which are left as
 * they were typed: a word without one may be any.  No word of the text is left
 * out: what is no name is a name of its words, or ends the name before it.  At
 * least one, in the arena; joined by ", ", they are read as the same again. */
#define TC_UNIT_NAMES_MAX 8
size_t tc_unit_names(struct tc_str typed, struct tc_arena *arena,
		     struct tc_str names[TC_UNIT_NAMES_MAX]);

/* Appends the key by which spellings of one canonical name meet: its bare
 * lower-case tokens joined by spaces ("dang bo phuong dong kinh"). */
void tc_unit_key_add(struct tc_str canonical, struct tc_buf *out);

#endif
