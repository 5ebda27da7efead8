/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which body's symbols the words behind "cua" speak of. */
#include "config.h"

#include "fact/docnum-part.h"

/* Committees and bodies by the words that begin them, without marks, and what
 * is in their symbols. */
static const struct {
	const char *words, *body;
} heads[] = {
	{ "chi bo", "CB" },
	{ "chinh phu", "CP" },
	{ "dang bo cap huyen", "HU" },
	{ "dang bo huyen", "HU" },
	{ "dang bo phuong", "ĐU" },
	{ "dang bo tinh", "TU" },
	{ "dang bo xa", "ĐU" },
	{ "dang uy", "ĐU" },
	{ "hdnd", "HĐND" },
	{ "hoi dong nhan dan", "HĐND" },
	{ "huyen uy", "HU" },
	{ "thanh uy", "TU" },
	{ "thu tuong", "TTg" },
	{ "tinh uy", "TU" },
	{ "ubnd", "UBND" },
	{ "uy ban nhan dan", "UBND" },
};

/* Of a committee, before its name. */
static const char *const organs[] = {
	"ban thuong vu", "ban chap hanh", "thuong truc", "btv", "bch",
};

size_t tc_docnum_behind_words(const struct tc_docnum_reader *r, size_t i,
			   const char *words)
{
	struct tc_str rest = tc_str0(words), word;
	size_t k = i;

	for (; tc_str_split(&rest, ' ', &word); k++) {
		const struct tc_token *t = tc_docnum_token(r, k);
		if (!t || !tc_str_eq(t->bare, word) ||
		    (k > i && !tc_docnum_gap_blank(r, k)))
			return i;
	}
	return k;
}

const char *tc_docnum_committee(const struct tc_docnum_reader *r, size_t i)
{
	for (size_t k = 0; k < sizeof organs / sizeof *organs; k++) {
		const size_t behind = tc_docnum_behind_words(r, i, organs[k]);
		if (behind == i)
			continue;
		i = behind;
		break;
	}
	for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
		if (tc_docnum_behind_words(r, i, heads[k].words) != i)
			return heads[k].body;
	return NULL;
}
