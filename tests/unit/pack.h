/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Encoders, for tests of the decoders. */
#ifndef TC_TESTS_PACK_H
#define TC_TESTS_PACK_H

#include "unit.h"

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

/* windowBits of deflateInit2() */
enum { PACK_GZIP = 31, PACK_ZLIB = 15, PACK_BARE = -15 };

static inline void pack_zlib(struct tc_str s, int window, int level,
			     struct tc_buf *out)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)s.p,
		       .avail_in = (uInt)s.n };

	assert_int_equal(Z_OK, deflateInit2(&z, level, Z_DEFLATED, window, 8,
					    Z_DEFAULT_STRATEGY));
	size_t bound = deflateBound(&z, (uLong)s.n) + 64;
	tc_buf_reserve(out, bound);
	z.next_out = (Bytef *)out->p + out->n;
	z.avail_out = (uInt)bound;
	assert_int_equal(Z_STREAM_END, deflate(&z, Z_FINISH));
	out->n += z.total_out;
	deflateEnd(&z);
}

static inline void pack_gzip(struct tc_str s, struct tc_buf *out)
{
	pack_zlib(s, PACK_GZIP, 6, out);
}

static inline void pack_deflate(struct tc_str s, struct tc_buf *out)
{
	pack_zlib(s, PACK_ZLIB, 6, out);
}

static inline void pack_bare(struct tc_str s, struct tc_buf *out)
{
	pack_zlib(s, PACK_BARE, 6, out);
}

/* stored blocks: the text stands in it as it is */
static inline void pack_stored(struct tc_str s, struct tc_buf *out)
{
	pack_zlib(s, PACK_BARE, 0, out);
}

static inline void pack_zstd(struct tc_str s, struct tc_buf *out)
{
	size_t bound = ZSTD_compressBound(s.n);

	tc_buf_reserve(out, bound);
	size_t n = ZSTD_compress(out->p + out->n, bound, s.p, s.n, 3);
	assert_false(ZSTD_isError(n));
	out->n += n;
}

static inline void pack_brotli(struct tc_str s, struct tc_buf *out)
{
	size_t n = BrotliEncoderMaxCompressedSize(s.n) + 64;

	tc_buf_reserve(out, n);
	assert_true(BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW,
					  BROTLI_MODE_TEXT, s.n,
					  (const uint8_t *)s.p, &n,
					  (uint8_t *)out->p + out->n));
	out->n += n;
}

/* chunks of 7 bytes, then the last */
static inline void pack_chunks(struct tc_str s, struct tc_buf *out)
{
	while (s.n) {
		size_t n = s.n < 7 ? s.n : 7;
		tc_buf_printf(out, "%zx;a=b\r\n", n);
		tc_buf_add(out, s.p, n);
		tc_buf_puts(out, "\r\n");
		s = tc_str_from(s, n);
	}
	tc_buf_puts(out, "0\r\n\r\n");
}

#endif
