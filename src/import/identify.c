/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/identify.h"

#include "import/import.h"

#include <nettle/sha2.h>

_Static_assert(sizeof ((struct tc_capture_info *)0)->digest ==
	       SHA256_DIGEST_SIZE, "a digest is a SHA-256");

void tc_identify_digest(struct tc_str bytes, uint8_t digest[32])
{
	struct sha256_ctx sha;

	sha256_init(&sha);
	sha256_update(&sha, bytes.n, (const uint8_t *)bytes.p);
	sha256_digest(&sha, SHA256_DIGEST_SIZE, digest);
}

void tc_import_identify(struct tc_article *a)
{
	static const char hex[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];

	tc_identify_digest(a->url.n ? a->url : a->capture.source, digest);
	for (size_t i = 0; i < sizeof a->id / 2; i++) {
		a->id[2 * i] = hex[digest[i] >> 4];
		a->id[2 * i + 1] = hex[digest[i] & 15];
	}
	a->id[sizeof a->id - 1] = '\0';
	tc_identify_digest(a->text, a->content);
}
