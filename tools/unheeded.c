/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/unheeded.h"

#include "base/language.h"
#include "base/str.h"

int refuse_unheeded(const char *option, uint32_t is_for,
		    const struct heeders *h, size_t doing,
		    struct tc_error *err)
{
	TC_SCOPED_BUF others = { 0 };

	if (is_for >> doing & 1)
		return 0;
	for (size_t i = 0; i < h->told; i++)
		if (is_for >> i & 1)
			tc_buf_printf(&others, "%s%s", others.n ? ", " : "",
				      _(h->names[i]));
	return tc_fail(err, TC_E_USAGE, "--%s is not for %s; it goes with %s",
		       option, _(h->names[doing]), tc_buf_cstr(&others));
}
