/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/coding.h"

#include "base/mem.h"
#include "import/inflate.h"
#include "import/sniff.h"

#include <brotli/decode.h>
#include <stdint.h>
#include <strings.h>

#define CHUNK ((size_t)64 * 1024)
#define CHUNK_LINE_MAX 4096

/* ---- chunks ---- */

static int hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	       c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	       c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* "1F4;name=value" up to its line feed: the size, and *rest moved behind it.
 * False when that is no such line. */
static bool read_size(struct tc_str *rest, size_t *size)
{
	size_t i = 0, n = 0;

	for (; i < rest->n && hex_value(rest->p[i]) >= 0; i++) {
		if (n > SIZE_MAX / 32)
			return false;
		n = n * 16 + (size_t)hex_value(rest->p[i]);
	}
	if (!i)
		return false;
	size_t end = i;
	while (end < rest->n && end < CHUNK_LINE_MAX && rest->p[end] != '\n')
		end++;
	if (end == rest->n || rest->p[end] != '\n' ||
	    (end > i && !strchr(" \t;\r", rest->p[i])))
		return false;
	*rest = tc_str_from(*rest, end + 1);
	*size = n;
	return true;
}

static void skip_newline(struct tc_str *rest)
{
	if (rest->n && *rest->p == '\r')
		*rest = tc_str_from(*rest, 1);
	if (rest->n && *rest->p == '\n')
		*rest = tc_str_from(*rest, 1);
}

enum tc_coded tc_coding_dechunk(struct tc_str body, struct tc_buf *out)
{
	size_t start = out->n, size;

	if (!read_size(&body, &size))
		return TC_CODED_NOT;
	while (size) {
		size_t n = size < body.n ? size : body.n;
		tc_buf_add(out, body.p, n);
		body = tc_str_from(body, n);
		skip_newline(&body);
		if (!body.n)
			return TC_CODED_OK;
		if (!read_size(&body, &size)) {
			out->n = start;
			return TC_CODED_NOT;
		}
	}
	return TC_CODED_OK;
}

/* ---- codings ---- */

struct target {
	struct tc_buf *out;
	size_t start, limit;
};

/* Room for more; 0 when the limit is reached. */
static size_t room(struct target *t)
{
	if (t->out->n - t->start > t->limit)
		return 0;
	tc_buf_reserve(t->out, CHUNK);
	return CHUNK;
}

/*
 * A stream that ends too early is believed, as browsers do, unless its bytes
 * are text: text read as brotli or bare deflate may well give some bytes
 * before it makes no sense.
 */
static bool is_believable(struct tc_str in, const struct target *t)
{
	const char *type;
	enum tc_sniff kind = tc_sniff(in, &type);

	return t->out->n > t->start && kind != TC_SNIFF_HTML &&
	       kind != TC_SNIFF_TEXT;
}

static enum tc_coded give_up(struct target *t, enum tc_coded how)
{
	t->out->n = t->start;
	return how;
}

/* Members one after the other; what is behind the last is left alone. */
static enum tc_coded run(struct tc_inflate *d, enum tc_codec codec,
			 struct tc_str in, struct target *t)
{
	enum tc_inflated how = TC_INFLATED_MORE;
	const struct tc_str all = in;

	tc_inflate_begin(d);
	for (;;) {
		size_t made = 0, cap = room(t);
		if (!cap)
			return give_up(t, TC_CODED_TOO_LARGE);
		how = tc_inflate_run(d, &in, t->out->p + t->out->n, cap,
				     &made);
		t->out->n += made;
		if (how == TC_INFLATED_BAD)
			return give_up(t, TC_CODED_NOT);
		if (how == TC_INFLATED_MORE && !in.n && !made)
			break;
		if (how == TC_INFLATED_MORE)
			continue;
		if (codec == TC_DEFLATE || !tc_inflate_starts(codec, in))
			break;
		tc_inflate_begin(d);
	}
	if (how == TC_INFLATED_MORE && !is_believable(all, t))
		return give_up(t, TC_CODED_NOT);
	return TC_CODED_OK;
}

static enum tc_coded decode_with(enum tc_codec codec, struct tc_str in,
				 struct target *t)
{
	struct tc_inflate *d = tc_inflate_new(codec);
	enum tc_coded how = run(d, codec, in, t);

	tc_inflate_free(d);
	return how;
}

static enum tc_coded decode_gzip(struct tc_str in, struct target *t)
{
	return decode_with(TC_GZIP, in, t);
}

static enum tc_coded decode_zstd(struct tc_str in, struct target *t)
{
	return decode_with(TC_ZSTD, in, t);
}

/* "deflate" means zlib's format; servers that send the bare stream were many.
 * RFC 1950, 2.2: the header is a multiple of 31. */
static enum tc_coded decode_deflate(struct tc_str in, struct target *t)
{
	enum tc_coded how = TC_CODED_NOT;
	const unsigned char *p = (const unsigned char *)in.p;

	if (in.n > 2 && (p[0] & 15) == 8 && !(p[1] & 0x20) &&
	    (p[0] * 256 + p[1]) % 31 == 0)
		how = decode_with(TC_DEFLATE, tc_str_from(in, 2), t);
	return how == TC_CODED_NOT ? decode_with(TC_DEFLATE, in, t) : how;
}

static enum tc_coded run_brotli(BrotliDecoderState *d, struct tc_str in,
				struct target *t)
{
	const uint8_t *next_in = (const uint8_t *)in.p;
	size_t left = in.n;

	for (;;) {
		size_t cap = room(t), free_now = cap;
		if (!cap)
			return give_up(t, TC_CODED_TOO_LARGE);
		uint8_t *next_out = (uint8_t *)t->out->p + t->out->n;
		BrotliDecoderResult how = BrotliDecoderDecompressStream(
			d, &left, &next_in, &free_now, &next_out, NULL);
		t->out->n += cap - free_now;
		if (how == BROTLI_DECODER_RESULT_ERROR)
			return give_up(t, TC_CODED_NOT);
		if (how == BROTLI_DECODER_RESULT_SUCCESS)
			/* Almost any bytes are a short brotli stream: only
			 * one that takes them all is believed. */
			return left ? give_up(t, TC_CODED_NOT) : TC_CODED_OK;
		if (how == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
			return is_believable(in, t) ? TC_CODED_OK :
				       give_up(t, TC_CODED_NOT);
	}
}

static enum tc_coded decode_brotli(struct tc_str in, struct target *t)
{
	BrotliDecoderState *d = BrotliDecoderCreateInstance(NULL, NULL, NULL);

	if (!d)
		tc_out_of_memory();
	enum tc_coded how = run_brotli(d, in, t);
	BrotliDecoderDestroyInstance(d);
	return how;
}

static const struct coding {
	const char *name;
	enum tc_coded (*decode)(struct tc_str in, struct target *t);
} codings[] = {
	{ "gzip", decode_gzip },
	{ "x-gzip", decode_gzip },
	{ "deflate", decode_deflate },
	{ "br", decode_brotli },
	{ "zstd", decode_zstd },
};

bool tc_coding_is_packed(struct tc_str body)
{
	return tc_inflate_starts(TC_GZIP, body) ||
	       tc_str_starts(body, TC_STR("\x28\xB5\x2F\xFD"));
}

static const struct coding *find_coding(struct tc_str name)
{
	for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
		if (name.n == strlen(codings[i].name) &&
		    strncasecmp(name.p, codings[i].name, name.n) == 0)
			return &codings[i];
	return NULL;
}

enum tc_coded tc_coding_decode(struct tc_str name, struct tc_str body,
			       size_t limit, struct tc_buf *out)
{
	struct target t = { .out = out, .start = out->n, .limit = limit };

	if (tc_inflate_starts(TC_GZIP, body))
		return decode_gzip(body, &t);
	if (tc_coding_is_packed(body))
		return decode_zstd(body, &t);
	const struct coding *coding = find_coding(name);
	return coding && body.n ? coding->decode(body, &t) : TC_CODED_NOT;
}
