/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/schema.h"

#include "index/xap.h"
#include "text/utf8.h"
#include "text/wordrow.h"

const struct tc_schema_row tc_schema[TC_FIELD_COUNT] = {
	[TC_F_TEXT] = { "", "a word in bare form, and where it has marks its "
			    "spelling, as a capital behind that (dangB)" },
	[TC_F_ID] = { "Q", "the article's id" },
	[TC_F_TITLE] = { "S", "the same for words of the title" },
	[TC_F_ALIAS] = { "XA:", "id that a duplicate of it would have" },
	[TC_F_HOST] = { "H", "the site" },
	[TC_F_LANGUAGE] = { "L", "language of the text" },
	[TC_F_SOURCE] = { "XF:", "digest of a source's name" },
	[TC_F_CONTENT] = { "XC:", "digest of the text" },
	[TC_F_NUMBER] = { "XN:", "a document cited, also with @date, @year "
				 "and @term" },
	[TC_F_NUMBER_SHORT] = { "XNS:", "type and number of a document" },
	[TC_F_NUMBER_DIGITS] = { "XND:", "number of a document" },
	[TC_F_TYPE] = { "XNT:", "type of a document" },
	[TC_F_ISSUER] = { "XNB:", "issuer of a document" },
	[TC_F_YEAR] = { "XY:", "year of publication, or none" },
	[TC_F_QUARTER] = { "XQ:", "quarter, where no month is known" },
	[TC_F_MONTH] = { "XM:", "month of publication" },
	[TC_F_DAY] = { "XD:", "day of publication" },
	[TC_F_EVENT_YEAR] = { "XEY:", "year of an event" },
	[TC_F_EVENT_QUARTER] = { "XEQ:", "quarter of an event" },
	[TC_F_EVENT_MONTH] = { "XEM:", "month of an event" },
	[TC_F_EVENT_DAY] = { "XED:", "day of an event" },
	[TC_F_UNIT] = { "XU:", "a word of a unit's name, and two neighbours" },
	[TC_F_UNIT_KIND] = { "XUK:", "kind of a unit" },
	[TC_F_UNIT_TODAY] = { "XUT:", "a word of the province's name that a "
				      "unit lies in since a merger, and two "
				      "neighbours" },
	[TC_F_CLUSTER] = { "XK:", "least id of the articles of one story" },
};

struct tc_str tc_schema_term(enum tc_field field, struct tc_str text,
			     struct tc_buf *buf)
{
	const bool word = field == TC_F_TEXT || field == TC_F_TITLE;
	char key[TC_SYLLABLE_MAX];

	tc_buf_clear(buf);
	tc_buf_puts(buf, tc_schema[field].prefix);
	if (word && tc_wordcode_key(text, key, &text.n))
		text.p = key;
	tc_buf_addstr(buf, text);
	if (buf->n > TC_TERM_MAX)
		buf->n = tc_utf8_floor(tc_buf_str(buf), TC_TERM_MAX);
	return tc_buf_str(buf);
}
