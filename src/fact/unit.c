/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/unit.h"

#include "base/language.h"
#include "text/fold.h"
#include "text/token.h"

static const char *const kinds[] = {
	N_("trung-uong"), N_("dang-bo-tinh"), N_("dang-bo-huyen"), N_("dang-bo-khoi"),
	N_("dang-bo-xa"), N_("dang-bo-co-so"), N_("dang-bo-bo-phan"), N_("chi-bo"), N_("to-dang"),
	N_("organ"), N_("mat-tran"), N_("doan-the"), N_("hdnd"), N_("ubnd"), N_("so"), N_("phong"),
	N_("truong"), N_("benh-vien"), N_("quan-doi"), N_("cong-an"), N_("doanh-nghiep"),
	N_("trung-tam"),
};

const char *tc_unit_kind_find(struct tc_str name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (tc_str_is(name, kinds[i]))
			return kinds[i];
	return NULL;
}

static void key_of_tokens(struct tc_str name, struct tc_buf *out)
{
	TC_SCOPED_ARENA scratch = { 0 };
	struct tc_tokens tokens;

	tc_tokenize(name, &scratch, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		if (i)
			tc_buf_addc(out, ' ');
		tc_buf_addstr(out, tokens.v[i].bare);
	}
}

void tc_unit_key_add(struct tc_str canonical, struct tc_buf *out)
{
	tc_buf_reserve(out, canonical.n);
	const size_t n = tc_fold_bare_words(canonical, out->p + out->n);

	if (n == SIZE_MAX) {
		key_of_tokens(canonical, out);
		return;
	}
	out->n += n;
	out->p[out->n] = '\0';
}
