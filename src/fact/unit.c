/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit.h"

#include "fact/unit-name.h"
#include "text/normalize.h"
#include "text/utf8.h"

#define QUERY_MAX ((size_t)4096)	/* bytes; a name has a dozen words */

static const char *const kinds[] = {
	"trung-uong", "dang-bo-tinh", "dang-bo-huyen", "dang-bo-khoi",
	"dang-bo-xa", "dang-bo-co-so", "dang-bo-bo-phan", "chi-bo", "to-dang",
	"organ", "mat-tran", "doan-the", "hdnd", "ubnd", "so", "phong",
	"truong", "benh-vien", "quan-doi", "cong-an", "doanh-nghiep",
	"trung-tam",
};

const char *tc_unit_kind(size_t i)
{
	return i < sizeof kinds / sizeof *kinds ? kinds[i] : NULL;
}

void tc_unit_key_add(struct tc_str canonical, struct tc_arena *scratch,
		     struct tc_buf *out)
{
	struct tc_tokens tokens;

	tc_tokenize(canonical, scratch, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		if (i)
			tc_buf_addc(out, ' ');
		tc_buf_addstr(out, tokens.v[i].bare);
	}
}

void tc_unit_key(struct tc_str canonical, struct tc_buf *out)
{
	TC_SCOPED_ARENA scratch = { 0 };

	tc_unit_key_add(canonical, &scratch, out);
}

static bool typed_bare(const struct tc_tokens *tokens)
{
	for (size_t i = 0; i < tokens->n; i++)
		if (tokens->v[i].flags & TC_TOKEN_MARKED)
			return false;
	return true;
}

void tc_unit_canonical(struct tc_str name, struct tc_buf *out)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_scan scan = { .arena = &arena };
	struct tc_unit_name unit;

	if (name.n > QUERY_MAX)
		name.n = tc_utf8_floor(name, QUERY_MAX);
	tc_normalize(tc_str_trim(name), &text);
	scan.text = tc_buf_str(&text);
	tc_tokenize(scan.text, &arena, &scan.tokens);
	tc_scan_mark(&scan);
	struct tc_unit_namer n = {
		.scan = &scan, .query = true,
		.bare = typed_bare(&scan.tokens),
	};
	if (tc_unit_name_read(&n, 0, &unit) && !unit.bare) {
		tc_buf_addstr(out, unit.canonical);
		return;
	}
	tc_buf_addstr(out, scan.text);
}
