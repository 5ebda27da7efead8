/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/inflate.h"

#include "base/mem.h"

#include <limits.h>
#include <zlib.h>
#include <zstd.h>

struct tc_inflate {
	enum tc_codec codec;
	z_stream z;
	ZSTD_DCtx *zstd;
};

/* inflateInit2(): windowBits, + 16 for gzip; + 32 would guess */
static int window_of(enum tc_codec codec)
{
	return codec == TC_GZIP ? MAX_WBITS + 16 : -MAX_WBITS;
}

struct tc_inflate *tc_inflate_new(enum tc_codec codec)
{
	struct tc_inflate *d = tc_zalloc(sizeof *d);

	d->codec = codec;
	if (codec == TC_ZSTD) {
		d->zstd = ZSTD_createDCtx();
		if (!d->zstd)
			tc_out_of_memory();
	} else if (inflateInit2(&d->z, window_of(codec)) != Z_OK) {
		tc_out_of_memory();
	}
	return d;
}

void tc_inflate_free(struct tc_inflate *d)
{
	if (!d)
		return;
	if (d->codec == TC_ZSTD)
		ZSTD_freeDCtx(d->zstd);
	else
		inflateEnd(&d->z);
	tc_free_p(&d);
}

void tc_inflate_begin(struct tc_inflate *d)
{
	if (d->codec == TC_ZSTD)
		ZSTD_DCtx_reset(d->zstd, ZSTD_reset_session_only);
	else
		inflateReset(&d->z);
}

static enum tc_inflated run_zlib(struct tc_inflate *d, struct tc_str *in,
				 char *out, size_t cap, size_t *made)
{
	d->z.next_in = (Bytef *)(uintptr_t)in->p;
	d->z.avail_in = in->n > UINT_MAX ? UINT_MAX : (uInt)in->n;
	d->z.next_out = (Bytef *)out;
	d->z.avail_out = cap > UINT_MAX ? UINT_MAX : (uInt)cap;
	uInt had_in = d->z.avail_in, had_out = d->z.avail_out;
	int status = inflate(&d->z, Z_NO_FLUSH);
	*in = tc_str_from(*in, had_in - d->z.avail_in);
	*made = had_out - d->z.avail_out;
	if (status == Z_MEM_ERROR)
		tc_out_of_memory();
	if (status == Z_STREAM_END)
		return TC_INFLATED_END;
	return status == Z_OK || status == Z_BUF_ERROR ? TC_INFLATED_MORE :
							 TC_INFLATED_BAD;
}

static enum tc_inflated run_zstd(struct tc_inflate *d, struct tc_str *in,
				 char *out, size_t cap, size_t *made)
{
	ZSTD_inBuffer from = { .src = in->p, .size = in->n };
	ZSTD_outBuffer to = { .dst = out, .size = cap };
	size_t left = ZSTD_decompressStream(d->zstd, &to, &from);

	*in = tc_str_from(*in, from.pos);
	*made = to.pos;
	if (ZSTD_isError(left))
		return TC_INFLATED_BAD;
	return left ? TC_INFLATED_MORE : TC_INFLATED_END;
}

enum tc_inflated tc_inflate_run(struct tc_inflate *d, struct tc_str *in,
				char *out, size_t cap, size_t *made)
{
	return d->codec == TC_ZSTD ? run_zstd(d, in, out, cap, made) :
				     run_zlib(d, in, out, cap, made);
}

static bool load_packed(struct tc_inflate *d, struct tc_str packed)
{
	unsigned long long n = ZSTD_getFrameContentSize(packed.p, packed.n);

	if (n == ZSTD_CONTENTSIZE_UNKNOWN)
		n = TC_DICTIONARY_MAX;
	if (n == ZSTD_CONTENTSIZE_ERROR || n > TC_DICTIONARY_MAX)
		return false;
	TC_SCOPED_FREE char *plain = tc_alloc((size_t)n);
	size_t got = ZSTD_decompress(plain, (size_t)n, packed.p, packed.n);
	return !ZSTD_isError(got) &&
	       !ZSTD_isError(ZSTD_DCtx_loadDictionary(d->zstd, plain, got));
}

bool tc_inflate_dictionary(struct tc_inflate *d, struct tc_str dictionary)
{
	if (tc_str_starts(dictionary, TC_STR("\x28\xB5\x2F\xFD")))
		return load_packed(d, dictionary);
	return !ZSTD_isError(ZSTD_DCtx_loadDictionary(d->zstd, dictionary.p,
						      dictionary.n));
}

bool tc_inflate_starts(enum tc_codec codec, struct tc_str b)
{
	if (b.n < 4)
		return false;
	if (codec == TC_GZIP)	/* the upper flags are reserved */
		return tc_str_starts(b, TC_STR("\x1F\x8B\x08")) &&
		       !(b.p[3] & 0xE0);
	return tc_str_starts(b, TC_STR("\x28\xB5\x2F\xFD")) ||
	       (((unsigned char)b.p[0] & 0xF0) == 0x50 &&
		memcmp(b.p + 1, "\x2A\x4D\x18", 3) == 0);
}
