/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What syllables are made of: 23 onsets and none, 160 rimes spelled as after
 * a consonant.  Read by the generator of the table.
 */
#ifndef TC_TEXT_SYLLABLE_PARTS_H
#define TC_TEXT_SYLLABLE_PARTS_H

static const char *const tc_onsets[] = {
	"", "b", "c", "d", "đ", "g", "h", "l", "m", "n", "p", "r", "s", "t",
	"v", "x", "ch", "gi", "kh", "ng", "nh", "ph", "th", "tr",
};

struct tc_rime {
	const char *spelling;
	enum { TC_RIME_PLAIN, TC_RIME_MEDIAL, TC_RIME_DOUBLET } kind;
};

#define P(s) { s, TC_RIME_PLAIN }
#define M(s) { s, TC_RIME_MEDIAL }
static const struct tc_rime tc_rimes[] = {
	/* open or with a glide: 31 */
	P("a"), P("ai"), P("ao"), P("au"), P("ay"), P("âu"), P("ây"), P("e"),
	P("eo"), P("ê"), P("êu"), P("i"), P("ia"), P("iu"), P("iêu"), P("o"),
	P("oi"), P("ô"), P("ôi"), P("ơ"), P("ơi"), P("u"), P("ua"), P("ui"),
	P("uôi"), P("ư"), P("ưa"), P("ưi"), P("ưu"), P("ươi"), P("ươu"),
	/* with a nasal: 43 */
	P("am"), P("an"), P("ang"), P("anh"), P("ăm"), P("ăn"), P("ăng"),
	P("âm"), P("ân"), P("âng"), P("em"), P("en"), P("eng"), P("êm"),
	P("ên"), P("ênh"), P("im"), P("in"), P("inh"), P("iêm"), P("iên"),
	P("iêng"), P("om"), P("on"), P("ong"), P("oong"), P("ôm"), P("ôn"),
	P("ông"), P("ơm"), P("ơn"), P("um"), P("un"), P("ung"), P("uôm"),
	P("uôn"), P("uông"), P("ưm"), P("ưn"), P("ưng"), P("ươm"), P("ươn"),
	P("ương"),
	/* with a stop: 41 */
	P("ac"), P("ach"), P("ap"), P("at"), P("ăc"), P("ăp"), P("ăt"),
	P("âc"), P("âp"), P("ât"), P("ec"), P("ep"), P("et"), P("êch"),
	P("êp"), P("êt"), P("ich"), P("ip"), P("it"), P("iêc"), P("iêp"),
	P("iêt"), P("oc"), P("ooc"), P("op"), P("ot"), P("ôc"), P("ôp"),
	P("ôt"), P("ơp"), P("ơt"), P("uc"), P("up"), P("ut"), P("uôc"),
	P("uôt"), P("ưc"), P("ưt"), P("ươc"), P("ươp"), P("ươt"),
	/* with a medial, open: 13 */
	M("oa"), M("oai"), M("oao"), M("oay"), M("oe"), M("oeo"), M("uây"),
	M("uê"), M("uêu"), M("uơ"), M("uy"), M("uya"), M("uyu"),
	/* with a medial and a nasal: 16 */
	M("oam"), M("oan"), M("oang"), M("oanh"), M("oăm"), M("oăn"),
	M("oăng"), M("oem"), M("oen"), M("uân"), M("uâng"), M("uên"),
	M("uênh"), M("uyn"), M("uynh"), M("uyên"),
	/* with a medial and a stop: 16 */
	M("oac"), M("oach"), M("oap"), M("oat"), M("oăc"), M("oăp"),
	M("oăt"), M("oet"), M("oec"), M("uât"), M("uêch"), M("uêt"),
	M("uych"), M("uyp"), M("uyt"), M("uyêt"),
	/* beside the 160: kỷ for kỉ, qui for quy, quốc */
	{ "y", TC_RIME_DOUBLET }, { "ui", TC_RIME_DOUBLET },
	{ "uôc", TC_RIME_DOUBLET },
};
#undef P
#undef M

#endif
