/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Digests, through nettle. */
#ifndef TC_IMPORT_IDENTIFY_H
#define TC_IMPORT_IDENTIFY_H

#include "base/str.h"

#include <stdint.h>

/* SHA-256 of the bytes. */
void tc_identify_digest(struct tc_str bytes, uint8_t digest[32]);

#endif
