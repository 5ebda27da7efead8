/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-show.h"

#include "index/again.h"

#include <stdio.h>

/* Of a line of ids; what is longer is none. */
#define LINE_MAX_BYTES 128

struct shower {
	const struct query_options *o;
	struct tc_archive *archive;
	const struct tc_output *output;
	uint32_t count;
	struct tc_error *err;
};

static int find(struct shower *s, struct tc_str id, struct tc_arena *arena,
		struct tc_record *record, struct tc_copies *copies)
{
	for (int tries = 0;;) {
		if (tc_search_id(s->archive, id, arena, record,
				 s->err) == 0 &&
		    tc_copies_of(s->archive->db, &record->article, arena,
				 copies, s->err) == 0)
			return 0;
		if (!tc_xdb_again(s->archive->db, &tries, s->err))
			return -1;
	}
}

/* Two documents behind each other are none. */
static int refuse_second_page(struct tc_error *err)
{
	return tc_fail(err, TC_E_USAGE,
		       "show: --format=html is one page, of one article");
}

static int show(struct shower *s, struct tc_str id)
{
	const struct tc_output *output = s->output;
	const bool page = s->o->format == QUERY_HTML;
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_record record;
	struct tc_copies copies;

	if (page && s->count) {
		tc_buf_clear(output->out);
		return refuse_second_page(s->err);
	}
	if (find(s, id, &arena, &record, &copies) != 0)
		return -1;
	if (s->o->format == QUERY_JSON)
		tc_output_article_json(output, &record, &copies);
	else if (s->o->format == QUERY_IDS)
		tc_buf_printf(output->out, "%s%c", record.article.id,
			      s->o->zero ? '\0' : '\n');
	else if (page)
		tc_output_article_html(output, &record);
	else if (s->count)
		tc_buf_puts(output->out, "\n--\n\n");
	if (s->o->format == QUERY_TEXT)
		tc_output_article_text(output, &record, &copies,
				       s->o->facts);
	s->count++;
	/* what stdin holds behind the id of a page is not known yet */
	return page ? 0 : tc_output_drain(output, true, s->err);
}

/* A line up to its end or to a NUL, as -0 ends ids; false behind the last. */
static bool read_line(char line[LINE_MAX_BYTES])
{
	size_t n = 0;
	int c;

	while ((c = getc(stdin)) != EOF && c && c != '\n')
		if (n < LINE_MAX_BYTES - 1)
			line[n++] = (char)c;
	line[n] = '\0';
	return n || c != EOF;
}

/* "-": ids on standard input, one a line. */
static int show_lines(struct shower *s)
{
	char line[LINE_MAX_BYTES];

	while (read_line(line)) {
		struct tc_str id = tc_str_trim(tc_str0(line));
		if (id.n && show(s, id) != 0)
			return -1;
	}
	if (ferror(stdin))
		return tc_fail(s->err, TC_E_INPUT,
			       "show: cannot read ids from standard input");
	return 0;
}

int query_show(const struct query_options *o, struct tc_archive *archive,
	       const struct tc_output *output, struct tc_error *err)
{
	struct shower s = { .o = o, .archive = archive, .output = output,
			    .err = err };

	if (!o->word_count || !*o->words[0])
		return tc_fail(err, TC_E_USAGE,
			       "show: which article? give an id, as "
			       "--format=ids prints them; '-' reads ids from "
			       "standard input");
	if (o->format == QUERY_HTML && o->word_count > 1)
		return refuse_second_page(err);
	for (size_t i = 0; i < o->word_count; i++) {
		int bad = strcmp(o->words[i], "-") == 0 ?
				  show_lines(&s) :
				  show(&s, tc_str0(o->words[i]));
		if (bad)
			return -1;
	}
	return s.count ? 0 : 1;
}
