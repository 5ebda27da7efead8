/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-understand.h"

#include "base/json.h"
#include "base/language.h"
#include "index/archives.h"
#include "index/remote.h"
#include "query/query.h"
#include "text/keystroke.h"

struct tc_str query_understand_text(const struct query_options *o)
{
	struct tc_str text = tc_buf_str(&o->query), id;

	if (strcmp(o->command->word, "explain") == 0)
		tc_str_split(&text, ' ', &id);
	return text;
}

/* Words that are looked up in another way when they find nothing. */
static const char *note_of(struct tc_str text)
{
	static const char *const notes[] = {
		[TC_KEYSTROKE_TELEX] = N_("looks like raw Telex"),
		[TC_KEYSTROKE_VNI] = N_("looks like raw VNI"),
		[TC_KEYSTROKE_VIQR] = N_("looks like raw VIQR"),
	};
	enum tc_keystroke scheme = tc_keystroke_guess(text);

	return scheme == TC_KEYSTROKE_NONE ? NULL : _(notes[scheme]);
}

static void put_json(struct tc_str text, struct tc_str understood,
		     struct tc_str tree, const char *note,
		     const struct tc_output *output)
{
	struct tc_json *top = tc_json_object(), *q = tc_json_object();
	struct tc_json *notes = tc_json_array(), *lines = tc_json_array();
	struct tc_str line;

	if (note)
		tc_json_push(notes, tc_json_string(tc_str0(note)));
	while (tc_str_split(&tree, '\n', &line))
		if (line.n)
			tc_json_push(lines, tc_json_string(line));
	tc_json_set_str(q, "text", text);
	tc_json_set_str(q, "understood", understood);
	tc_json_set(q, "notes", notes);
	tc_json_set_int(top, "format_version", TC_FORMAT_VERSION);
	tc_json_set(top, "query", q);
	tc_json_set(top, "tree", lines);
	tc_json_write(top, output->out);
	tc_buf_addc(output->out, '\n');
	tc_json_free(top);
}

/* Names of documents are looked up where there is an archive on this
 * machine. */
static int parse(const struct query_options *o, struct tc_str text,
		 struct tc_arena *arena, struct tc_node **root,
		 struct tc_error *err)
{
	struct tc_remote none = { 0 };
	struct tc_archive archive;
	struct tc_error ignored;
	const bool open = tc_archives_open(&archive, o->dbs, o->db_count,
					   &none, &ignored) == 0;
	const struct tc_query_names names = {
		o->search.names, open ? tc_archive_db(&archive) : NULL,
	};
	int bad = tc_query_parse_with(&names, text, arena, root, err);

	tc_archive_close(&archive);
	tc_remote_release(&none);
	return bad;
}

int query_understand(const struct query_options *o,
		     const struct tc_output *output, struct tc_error *err)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF understood = { 0 }, tree = { 0 };
	struct tc_str text = query_understand_text(o);
	struct tc_node *root;

	if (parse(o, text, &arena, &root, err) != 0)
		return -1;
	tc_query_as_of(root, o->search.as_of);
	if (root) {
		tc_query_print(root, &understood);
		tc_query_print_tree(root, &tree);
	}
	const char *note = note_of(text);
	if (o->format == QUERY_JSON) {
		put_json(text, tc_buf_str(&understood), tc_buf_str(&tree),
			 note, output);
		return 0;
	}
	tc_buf_printf(output->out, "%s\n%s", root ? tc_buf_cstr(&understood) :
						    _("(nothing to look up)"),
		      tc_buf_cstr(&tree));
	if (note)
		tc_buf_printf(output->out, _("note: %s\n"), note);
	return 0;
}
