/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "text/distance.h"

#include "text/fold.h"
#include "text/utf8.h"

/* Every vowel in its six tones, in the order of enum tc_tone. */
static const char *const vowels[] = {
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
};

/* A letter as its base, its vowel mark and its tone. */
struct letter {
	uint32_t base, toneless;
	int tone;
};

static struct letter letter_of(uint32_t c)
{
	struct letter l = { tc_char_bare(c), c, 0 };

	if (c < 0x80)
		return l;
	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++) {
		const char *p = vowels[i], *end = p + strlen(p);
		uint32_t plain = tc_utf8_next(&p, end);
		for (int tone = 1; p < end; tone++)
			if (tc_utf8_next(&p, end) == c)
				return (struct letter){ l.base, plain, tone };
	}
	return l;
}

static size_t letters_of(struct tc_str s,
			 struct letter out[TC_DISTANCE_LETTERS_MAX])
{
	const char *p = s.p, *end = tc_str_end(s);
	size_t n = 0;

	while (p < end) {
		if (n == TC_DISTANCE_LETTERS_MAX)
			return SIZE_MAX;
		out[n++] = letter_of(tc_utf8_next(&p, end));
	}
	return n;
}

static double exchange(struct letter a, struct letter b)
{
	if (a.base != b.base)
		return TC_DISTANCE_LETTER;
	return (a.toneless != b.toneless ? TC_DISTANCE_MARK : 0) +
	       (a.tone != b.tone ? TC_DISTANCE_TONE : 0);
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

double tc_distance(struct tc_str a, struct tc_str b)
{
	struct letter x[TC_DISTANCE_LETTERS_MAX], y[TC_DISTANCE_LETTERS_MAX];
	double row[3][TC_DISTANCE_LETTERS_MAX + 1];
	size_t n = letters_of(a, x), m = letters_of(b, y);

	if (n == SIZE_MAX || m == SIZE_MAX)
		return TC_DISTANCE_FAR;
	for (size_t j = 0; j <= m; j++)
		row[0][j] = (double)j * TC_DISTANCE_LETTER;
	for (size_t i = 1; i <= n; i++) {
		double *now = row[i % 3], *last = row[(i + 2) % 3];
		const double *before = row[(i + 1) % 3];
		now[0] = (double)i * TC_DISTANCE_LETTER;
		for (size_t j = 1; j <= m; j++) {
			double d = last[j - 1] + exchange(x[i - 1], y[j - 1]);
			d = least(d, last[j] + TC_DISTANCE_LETTER);
			d = least(d, now[j - 1] + TC_DISTANCE_LETTER);
			if (i > 1 && j > 1 &&
			    x[i - 1].base == y[j - 2].base &&
			    x[i - 2].base == y[j - 1].base)
				d = least(d, before[j - 2] +
						     TC_DISTANCE_LETTER);
			now[j] = d;
		}
	}
	return row[n % 3][m];
}
