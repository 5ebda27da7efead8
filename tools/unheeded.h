/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An option that would change nothing is refused: who gives it believes that
 * it does. */
#ifndef TC_TOOLS_UNHEEDED_H
#define TC_TOOLS_UNHEEDED_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

/* What a program can be asked to do, as messages name it; the first `told` are
 * told, in this order. */
struct heeders {
	const char *const *names;
	size_t told;
};

/* Fails with TC_E_USAGE when the bit of what is done, 1 << `doing`, is not
 * among those that the option is for. */
int refuse_unheeded(const char *option, uint32_t is_for,
		    const struct heeders *h, size_t doing,
		    struct tc_error *err);

#endif
