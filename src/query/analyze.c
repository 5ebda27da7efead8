/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/analyze.h"

#include "base/json.h"
#include "base/language.h"
#include "text/fold.h"
#include "text/normalize.h"

/* Why a key is not what was typed, and what else is known of a token. */
static void add_reasons(struct tc_str normal, const struct tc_token *t,
			struct tc_buf *out)
{
	struct tc_str printed = tc_str(normal.p + t->off, t->len);
	TC_SCOPED_BUF lower = { 0 };

	tc_fold_lower(printed, &lower);
	if (!tc_str_eq(tc_buf_str(&lower), t->exact))
		tc_buf_puts(out, _(", canonical spelling"));
	if (!tc_str_eq(tc_buf_str(&lower), printed))
		tc_buf_puts(out, _(", lower case"));
	if (t->flags & TC_TOKEN_MARKED)
		tc_buf_puts(out, _(", marked"));
	if (t->flags & TC_TOKEN_SYLLABLE)
		tc_buf_puts(out, _(", syllable"));
	if (t->flags & TC_TOKEN_FUNCTION)
		tc_buf_puts(out, _(", function word"));
	if (t->flags & TC_TOKEN_DIGIT)
		tc_buf_puts(out, _(", digits"));
}

static struct tc_str reasons(struct tc_buf *b)
{
	struct tc_str s = tc_buf_str(b);

	return s.n ? tc_str_from(s, sizeof ", " - 1) : TC_STR("");
}

static void put_padded(struct tc_buf *out, struct tc_str s, size_t columns)
{
	tc_text_pad(out, s, columns);
	tc_buf_addc(out, ' ');
}

static void put_row(struct tc_buf *out, struct tc_str normal, size_t i,
		    const struct tc_token *t)
{
	TC_SCOPED_BUF why = { 0 };

	add_reasons(normal, t, &why);
	tc_buf_printf(out, "%4zu %4u-%-4u ", i + 1, t->off, tc_token_end(t));
	put_padded(out, tc_str(normal.p + t->off, t->len), 12);
	put_padded(out, t->exact, 12);
	put_padded(out, t->bare, 12);
	tc_buf_addstr(out, reasons(&why));
	tc_buf_addc(out, '\n');
}

static void put_table(const struct tc_output *o, struct tc_str normal,
		      const struct tc_tokens *tokens)
{
	/* TRANSLATORS: the columns stay where they are */
	tc_buf_puts(o->out, _("   # bytes     token        exact        bare"
			      "         why\n"));
	for (size_t i = 0; i < tokens->n; i++)
		put_row(o->out, normal, i, &tokens->v[i]);
}

static void put_json(const struct tc_output *o, struct tc_str typed,
		     struct tc_str normal, const struct tc_tokens *tokens)
{
	struct tc_json *top = tc_json_object(), *list = tc_json_array();

	for (size_t i = 0; i < tokens->n; i++) {
		const struct tc_token *t = &tokens->v[i];
		struct tc_json *one = tc_json_object();
		TC_SCOPED_BUF why = { 0 };
		add_reasons(normal, t, &why);
		tc_json_set_int(one, "position", (int64_t)i + 1);
		tc_json_set_int(one, "start", t->off);
		tc_json_set_int(one, "end", tc_token_end(t));
		tc_json_set_str(one, "printed",
				tc_str(normal.p + t->off, t->len));
		tc_json_set_str(one, "exact", t->exact);
		tc_json_set_str(one, "bare", t->bare);
		tc_json_set_str(one, "why", reasons(&why));
		tc_json_push(list, one);
	}
	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set_str(top, "typed", typed);
	tc_json_set_str(top, "text", normal);
	tc_json_set(top, "tokens", list);
	tc_json_write(top, o->out);
	tc_json_free(top);
	tc_buf_addc(o->out, '\n');
}

void tc_analyze(const struct tc_output *o, struct tc_str typed, bool json)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF normal = { 0 };
	struct tc_tokens tokens;

	tc_normalize(typed, &normal);
	tc_tokenize(tc_buf_str(&normal), &arena, &tokens);
	if (json)
		put_json(o, typed, tc_buf_str(&normal), &tokens);
	else
		put_table(o, tc_buf_str(&normal), &tokens);
}
