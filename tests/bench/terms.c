/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The terms that words are indexed by, for the benchmarks that tell floor.cc
 * what to look up:
 *
 *	terms WORD...
 *
 * Prints the term of each in the text, that in a title, and its code in a row
 * of words (wordrow.h), with tabs between them.
 */
#include "config.h"

#include "base/mem.h"
#include "index/schema.h"
#include "text/fold.h"
#include "text/wordrow.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	TC_SCOPED_BUF text = { 0 }, title = { 0 }, bare = { 0 };

	for (int i = 1; i < argc; i++) {
		tc_schema_term(TC_F_TEXT, tc_str0(argv[i]), &text);
		tc_schema_term(TC_F_TITLE, tc_str0(argv[i]), &title);
		tc_buf_clear(&bare);
		tc_fold_bare(tc_str0(argv[i]), &bare);
		printf("%.*s\t%.*s\t%04x\n", TC_ARG(tc_buf_str(&text)),
		       TC_ARG(tc_buf_str(&title)),
		       (unsigned)tc_wordcode_of(tc_str0(argv[i]),
						tc_buf_str(&bare)).code);
	}
	return 0;
}
