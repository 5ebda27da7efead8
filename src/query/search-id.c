/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One article, by its id or the start of one. */
#include "config.h"

#include "query/search.h"

struct id_search {
	uint32_t docid_terms;
	struct tc_buf term;
};

static bool note_id(void *ctx, struct tc_str term, uint32_t documents)
{
	struct id_search *found = ctx;

	(void)documents;
	if (!found->docid_terms++)
		tc_buf_addstr(&found->term, term);
	return found->docid_terms < 2;
}

int tc_search_id(struct tc_archive *archive, struct tc_str id,
		 struct tc_arena *arena, struct tc_record *out,
		 struct tc_error *err)
{
	enum { SHORTEST = 8 };
	struct id_search found = { 0 };
	TC_SCOPED_BUF prefix = { 0 };
	uint32_t docid = 0;

	if (!tc_article_is_id(id, SHORTEST))
		return tc_fail(err, TC_E_USAGE,
			       "'%.*s' is no id; an id has 16 hexadecimal "
			       "digits (its first 8 will do), as "
			       "--format=ids prints them", TC_ARG(id));
	tc_schema_term(TC_F_ID, id, &prefix);
	int bad = tc_xdb_terms(archive->db, tc_buf_str(&prefix), note_id,
			       &found, err);
	if (!bad && found.docid_terms == 1)
		bad = tc_xdb_find(archive->db, tc_buf_str(&found.term),
				  &docid, err) < 0;
	tc_buf_release(&found.term);
	if (bad)
		return -1;
	if (found.docid_terms > 1)
		return tc_fail(err, TC_E_NOT_FOUND,
			       "several articles have an id that starts with "
			       "'%.*s'; give more digits", TC_ARG(id));
	if (!docid)
		return tc_fail(err, TC_E_NOT_FOUND, "no article '%.*s'",
			       TC_ARG(id));
	return tc_record_load(archive->db, docid, arena, out, err);
}
