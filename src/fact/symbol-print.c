/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/symbol.h"

#include "fact/date.h"

static char *put(char *p, const char *text)
{
	const size_t n = strlen(text);

	memcpy(p, text, n);
	return p + n;
}

static char *put_year(char *p, int year)
{
	char text[TC_DATE_MAX];

	*p++ = '/';
	return put(p, tc_date_print((struct tc_date){ .year = (int16_t)year },
				    text));
}

size_t tc_symbol_print(const struct tc_symbol *s,
		       char out[TC_SYMBOL_PRINT_MAX])
{
	const bool party = s->system == TC_SYSTEM_PARTY;
	char *p = out;

	if (!s->number[1] || (!s->number[2] && s->number[1] > '9'))
		*p++ = '0';
	p = put(p, s->number);
	if (s->year && !party)
		p = put_year(p, s->year);
	*p++ = party ? '-' : '/';
	if (s->type[0] || party) {
		p = put(p, s->type);
		*p++ = party ? '/' : '-';
	}
	return (size_t)(put(p, s->issuer) - out);
}
