/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/article.h"

#include "base/language.h"

void tc_article_set_text(struct tc_article *a, struct tc_arena *arena,
			 struct tc_str title, struct tc_str body)
{
	char *p = tc_arena_alloc(arena, title.n + body.n + 3);
	size_t n = 0;

	if (title.n)
		memcpy(p, title.p, title.n);
	n += title.n;
	p[n++] = '\n';
	p[n++] = '\n';
	if (body.n)
		memcpy(p + n, body.p, body.n);
	n += body.n;
	a->text = tc_str(p, n);
	a->title_len = (uint32_t)title.n;
}

bool tc_article_is_id(struct tc_str s, size_t least)
{
	for (size_t i = 0; i < s.n; i++)
		if (!memchr("0123456789abcdef", s.p[i], 16))
			return false;
	return s.n >= least && s.n <= TC_ID_DIGITS;
}

const char *tc_role_name(enum tc_role role)
{
	static const char *const names[TC_ROLE_COUNT] = {
		[TC_ROLE_PUBLISHED] = N_("published"),
		[TC_ROLE_UPDATED] = N_("updated"),
		[TC_ROLE_EVENT] = N_("event"),
		[TC_ROLE_CITED] = N_("cited"),
		[TC_ROLE_HISTORIC] = N_("historic"),
		[TC_ROLE_FUTURE] = N_("future"),
		[TC_ROLE_CLOCK] = N_("clock"),
	};
	return names[role];
}

const char *tc_basis_name(enum tc_basis basis)
{
	static const char *const names[TC_BASIS_COUNT] = {
		[TC_BASIS_NONE] = N_("none"),
		[TC_BASIS_PAGE] = N_("page"),
		[TC_BASIS_URL] = N_("url"),
		[TC_BASIS_EVENT] = N_("event"),
	};
	return names[basis];
}
