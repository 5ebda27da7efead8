/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-settle.h"

typedef int settle_fn(struct tc_archive *archive,
		      const struct tc_rules *rules, struct tc_error *err);

static settle_fn *const steps[] = {
	NULL,
};

int import_settle(struct tc_archive *archive, const struct tc_rules *rules,
		  struct tc_error *err)
{
	for (size_t i = 0; steps[i]; i++)
		if (steps[i](archive, rules, err) != 0)
			return -1;
	return 0;
}
