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

bool tc_scholar_signs(struct tc_str line)
{
	const size_t degree = degree_length(line);

	return degree && line.n <= LINE_BYTES_MAX &&
	       is_name(tc_str_from(line, degree));
}
