/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Digests, through nettle. */
#ifndef TC_IMPORT_IDENTIFY_H
#define TC_IMPORT_IDENTIFY_H

#include "base/str.h"

#include <stdint.h>

/* SHA-256 of bytes that come in pieces. */
struct tc_digest;
struct tc_digest *tc_digest_new(void);
void tc_digest_add(struct tc_digest *d, struct tc_str bytes);
/* Gives the digest, unless that is NULL, and ends it. */
void tc_digest_end(struct tc_digest *d, uint8_t digest[32]);

/* SHA-256 of the bytes. */
void tc_identify_digest(struct tc_str bytes, uint8_t digest[32]);

#endif
