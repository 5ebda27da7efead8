/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/date-cursor.h"

#include "fact/date-match.h"

static bool is_word(struct tc_lex lex, enum tc_lex_word word)
{
	return lex.kind == TC_LEX_WORD && lex.word == word;
}

bool tc_cursor_take(struct tc_cursor *c, enum tc_lex_kind kind)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (lex.kind != kind)
		return false;
	c->at = lex.end;
	return true;
}

bool tc_cursor_take_word(struct tc_cursor *c, enum tc_lex_word word)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (!is_word(lex, word))
		return false;
	c->at = lex.end;
	return true;
}

bool tc_cursor_take_small(struct tc_cursor *c, uint32_t max, uint8_t *value)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (lex.kind != TC_LEX_NUMBER || lex.digits > 2 || !lex.value ||
	    lex.value > max)
		return false;
	*value = (uint8_t)lex.value;
	c->at = lex.end;
	return true;
}

bool tc_cursor_take_year(struct tc_cursor *c, int16_t *year)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (lex.kind != TC_LEX_NUMBER || lex.digits != 4 ||
	    lex.value < TC_DATE_YEAR_MIN || lex.value > TC_DATE_YEAR_MAX)
		return false;
	*year = (int16_t)lex.value;
	c->at = lex.end;
	return true;
}

bool tc_cursor_take_separator(struct tc_cursor *c, enum tc_lex_kind *kind)
{
	const struct tc_lex lex = tc_cursor_peek(c);

	if (lex.line || (lex.kind != TC_LEX_SLASH && lex.kind != TC_LEX_DASH &&
			 lex.kind != TC_LEX_DOT))
		return false;
	if (tc_cursor_piece(c, lex.end).line)
		return false;
	*kind = lex.kind;
	c->at = lex.end;
	return true;
}

bool tc_cursor_take_broken(struct tc_cursor *c)
{
	const struct tc_lex sign = tc_cursor_peek(c);

	if (sign.kind != TC_LEX_SLASH || sign.apart)
		return false;
	const struct tc_lex next = tc_cursor_piece(c, sign.end);
	if (!next.line || next.kind != TC_LEX_NUMBER)
		return false;
	c->at = sign.end;
	return true;
}

bool tc_cursor_take_year_words(struct tc_cursor *c, int16_t *year)
{
	struct tc_cursor try = *c;

	tc_cursor_take(&try, TC_LEX_COMMA);
	if (!tc_cursor_take_word(&try, TC_WORD_NAM) ||
	    !tc_cursor_take_year(&try, year))
		return false;
	*c = try;
	return true;
}

bool tc_cursor_take_year_tail(struct tc_cursor *c, int16_t *year)
{
	struct tc_cursor try = *c;
	enum tc_lex_kind separator;

	if (tc_cursor_take_year_words(c, year))
		return true;
	if (tc_cursor_peek(&try).line)
		return false;
	if (!tc_cursor_take_separator(&try, &separator) &&
	    !tc_cursor_take_broken(&try))
		tc_cursor_take(&try, TC_LEX_COMMA);
	if (!tc_cursor_take_year(&try, year))
		return false;
	*c = try;
	return true;
}

bool tc_cursor_take_month_name(struct tc_cursor *c, uint8_t *month)
{
	const struct tc_lex lex = tc_cursor_peek(c);
	struct tc_cursor try = { c->pieces, lex.end };

	if (is_word(lex, TC_WORD_NAM)) {
		if (!is_word(tc_cursor_peek(&try), TC_WORD_NAM))
			return false;
	} else if (!is_word(lex, TC_WORD_MONTH) &&
		   !is_word(lex, TC_WORD_TEN)) {
		return false;
	}
	*month = (uint8_t)lex.value;
	const struct tc_lex unit = tc_cursor_peek(&try);
	if (lex.word == TC_WORD_TEN && is_word(unit, TC_WORD_MONTH) &&
	    unit.value <= 2) {
		*month += (uint8_t)unit.value;
		try.at = unit.end;
	}
	*c = try;
	return true;
}

bool tc_cursor_take_link(struct tc_cursor *c, struct tc_date_link *link)
{
	const struct tc_lex lex = tc_cursor_peek(c);
	struct tc_cursor try = { c->pieces, lex.end };

	*link = (struct tc_date_link){ .dash = lex.kind == TC_LEX_DASH };
	link->range = link->dash || is_word(lex, TC_WORD_TO);
	if (link->dash && (lex.line || tc_cursor_peek(&try).line))
		return false;
	if (!link->range && lex.kind != TC_LEX_COMMA &&
	    !is_word(lex, TC_WORD_AND))
		return false;
	if (link->range)
		tc_cursor_take_word(&try, TC_WORD_UNTIL);
	tc_cursor_take_word(&try, TC_WORD_DAYPART);
	link->spoken = tc_cursor_take_word(&try, TC_WORD_NGAY);
	*c = try;
	return true;
}
