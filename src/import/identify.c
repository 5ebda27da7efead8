/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/identify.h"

#include "import/import.h"

#include "base/mem.h"

#include <nettle/sha2.h>
#include <stdlib.h>

_Static_assert(sizeof ((struct tc_capture_info *)0)->digest ==
	       SHA256_DIGEST_SIZE, "a digest is a SHA-256");

struct tc_digest {
	struct sha256_ctx sha;
};

struct tc_digest *tc_digest_new(void)
{
	struct tc_digest *d = tc_alloc(sizeof *d);

	sha256_init(&d->sha);
	return d;
}

void tc_digest_add(struct tc_digest *d, struct tc_str bytes)
{
	sha256_update(&d->sha, bytes.n, (const uint8_t *)bytes.p);
}

void tc_digest_end(struct tc_digest *d, uint8_t digest[32])
{
	if (digest)
		sha256_digest(&d->sha, SHA256_DIGEST_SIZE, digest);
	free(d);
}

void tc_identify_digest(struct tc_str bytes, uint8_t digest[32])
{
	struct tc_digest *d = tc_digest_new();

	tc_digest_add(d, bytes);
	tc_digest_end(d, digest);
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
