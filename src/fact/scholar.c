/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/scholar.h"

#define LINE_BYTES_MAX 96	/* "PGS, TS. NGUYỄN THỊ MINH NGUYỆT" */

/* All its words have capitals, as a name's do. */
static bool is_name(struct tc_str words)
{
	for (size_t i = 1; i < words.n; i++)
		if (words.p[i - 1] == ' ' && words.p[i] >= 'a' &&
		    words.p[i] <= 'z')
			return false;
	return true;
}

/* "ThS." before a name; 0 where none is. */
static size_t degree_length(struct tc_str line)
{
	static const struct tc_str degrees[] = {
		TC_STR("TS"), TC_STR("ThS"), TC_STR("PGS"), TC_STR("GS"),
		TC_STR("Thạc sĩ"), TC_STR("Tiến sĩ"),
	};

	for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++)
		if (line.n > degrees[i].n && tc_str_starts(line, degrees[i]) &&
		    strchr(" .,", line.p[degrees[i].n]))
			return degrees[i].n;
	return 0;
}

bool tc_scholar_begins(struct tc_str byline)
{
	return degree_length(byline) > 0;
}

/* "Phó Trưởng khoa Dân vận": what he is at his school, and no sentence. */
static bool is_chair(struct tc_str words)
{
	static const struct tc_str chairs[] = {
		TC_STR("Giảng viên"), TC_STR("Trưởng khoa"),
		TC_STR("Trưởng Khoa"), TC_STR("Phó Trưởng khoa"),
		TC_STR("Phó Trưởng Khoa"), TC_STR("Khoa "),
		TC_STR("Trường "), TC_STR("Học viện "),
	};
	bool found = false;

	for (size_t i = 0; i < sizeof chairs / sizeof *chairs; i++)
		found |= tc_str_starts(words, chairs[i]);
	return found &&
	       tc_str_find(words, TC_STR("phát biểu"), 0) == SIZE_MAX &&
	       tc_str_find(words, TC_STR("Ảnh"), 0) == SIZE_MAX;
}

bool tc_scholar_signs(struct tc_str line)
{
	static const struct tc_str dashes[] = {
		TC_STR(" - "), TC_STR(" – "), TC_STR(", "),
	};
	const struct tc_str name = tc_str_from(line, degree_length(line));

	if (name.p == line.p || line.n > LINE_BYTES_MAX)
		return false;
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		const size_t at = tc_str_find(name, dashes[i], 0);

		if (at != SIZE_MAX &&
		    is_chair(tc_str_from(name, at + dashes[i].n)))
			return true;
	}
	return is_name(name);
}
