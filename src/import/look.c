/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How large and how bold letters are: where a page has no headings, headlines
 * are what stands out.  Only attributes are read, no style sheets.
 */
#include "config.h"

#include "import/tree.h"

#include <libxml/tree.h>
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#define PX_MAX 200

/* <font size=1> to 7, as browsers draw them. */
static const uint8_t font_px[] = { 16, 10, 13, 16, 18, 24, 32, 48 };

static const struct {
	const char *name;
	double px, of_above;	/* a length, or a share of the size above */
} units[] = {
	{ "px", 1, 0 }, { "pt", 1.333, 0 }, { "em", 0, 1 },
	{ "rem", 16, 0 }, { "%", 0, .01 },
};
static const struct {
	const char *name;
	uint8_t px;
} names[] = {
	{ "xx-large", 32 }, { "x-large", 24 }, { "large", 18 },
	{ "medium", 16 }, { "x-small", 10 }, { "small", 13 },
};

static uint8_t clamp(double px)
{
	return px < 1 ? 0 : px > PX_MAX ? PX_MAX : (uint8_t)(px + .5);
}

static struct tc_str behind(struct tc_str style, struct tc_str name)
{
	size_t at = tc_str_find(style, name, 0);

	if (at == SIZE_MAX)
		return (struct tc_str){ NULL, 0 };
	style = tc_str_from(style, at + name.n);
	while (style.n && (*style.p == ':' || *style.p == ' '))
		style = tc_str_from(style, 1);
	return style;
}

static uint8_t style_px(struct tc_str value, uint8_t above)
{
	char *unit;
	double n;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (tc_str_starts(value, tc_str0(names[i].name)))
			return names[i].px;
	if (!value.n || *value.p < '0' || *value.p > '9')
		return above;
	n = strtod(value.p, &unit);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strncasecmp(unit, units[i].name,
				strlen(units[i].name)) == 0)
			return clamp(n * units[i].px + n * units[i].of_above *
				     (above ? above : 16));
	return above;
}

/* "3", "+1", "-1" against the default of 3. */
static uint8_t tag_px(const struct _xmlNode *node)
{
	struct tc_str size = tc_str_trim(tc_tree_attr(node, "size"));

	if (!size.n)
		return 0;
	long n = strtol(size.p, NULL, 10);
	if (*size.p == '+' || *size.p == '-')
		n += 3;
	return font_px[n < 1 ? 1 : n > 7 ? 7 : n];
}

uint8_t tc_look_px(const struct _xmlNode *node, uint8_t above)
{
	struct tc_str style = behind(tc_tree_attr(node, "style"),
				     TC_STR("font-size"));

	if (style.n)
		return style_px(style, above);
	uint8_t px = strcmp((const char *)node->name, "font") == 0 ?
		     tag_px(node) : 0;
	return px ? px : above;
}

bool tc_look_bold(const struct _xmlNode *node)
{
	const char *name = (const char *)node->name;
	struct tc_str weight;

	if (strcmp(name, "b") == 0 || strcmp(name, "strong") == 0)
		return true;
	weight = behind(tc_tree_attr(node, "style"), TC_STR("font-weight"));
	return tc_str_starts(weight, TC_STR("bold")) ||
	       tc_str_starts(weight, TC_STR("7"));
}
