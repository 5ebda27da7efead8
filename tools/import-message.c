/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/import-message.h"

#include "base/varint.h"

#include <endian.h>

enum { FORM = 1 };

/* ---- writing ---- */

/* Begins a message; the length is filled in by end(). */
static size_t begin(struct tc_buf *out, enum import_message_kind kind)
{
	size_t at = out->n;

	tc_buf_addc(out, FORM);
	tc_buf_addc(out, (char)kind);
	tc_buf_add(out, "\0\0\0\0", 4);
	return at;
}

static void end(struct tc_buf *out, size_t at)
{
	uint32_t n = htole32((uint32_t)(out->n - at - IMPORT_MESSAGE_HEAD));

	memcpy(out->p + at + 2, &n, sizeof n);
}

static void put(struct tc_buf *out, struct tc_str s)
{
	tc_varint_put(out, s.n);
	tc_buf_addstr(out, s);
}

void import_message_capture(struct tc_buf *out,
			    const struct import_capture *c)
{
	const struct tc_capture *k = &c->capture;
	size_t at = begin(out, IMPORT_CAPTURE);

	put(out, k->source);
	tc_varint_put(out, k->file.n);	/* it is the beginning of that */
	put(out, k->record);
	put(out, k->path);
	put(out, k->url);
	put(out, k->type);
	tc_varint_put(out, k->size);
	tc_varint_put(out, (uint64_t)k->mtime_ns);
	tc_varint_put(out, (uint64_t)k->fetched_ns);
	tc_buf_add(out, c->digest, sizeof c->digest);
	put(out, c->bytes);
	end(out, at);
}

void import_message_reject(struct tc_buf *out, struct tc_str reason,
			   struct tc_str detail)
{
	size_t at = begin(out, IMPORT_REJECT);

	put(out, reason);
	put(out, detail);
	end(out, at);
}

void import_message_article(struct tc_buf *out, struct tc_str document)
{
	size_t at = begin(out, IMPORT_ARTICLE);

	tc_buf_addstr(out, document);
	end(out, at);
}

/* ---- reading ---- */

int import_message_next(struct tc_str *in, enum import_message_kind *kind,
			struct tc_str *body)
{
	uint32_t n;

	if (in->n && *in->p != FORM)
		return -1;
	if (in->n < IMPORT_MESSAGE_HEAD)
		return 0;
	memcpy(&n, in->p + 2, sizeof n);
	n = le32toh(n);
	*kind = (enum import_message_kind)in->p[1];
	if (n > IMPORT_MESSAGE_MAX ||
	    (*kind != IMPORT_CAPTURE && *kind != IMPORT_ARTICLE &&
	     *kind != IMPORT_REJECT))
		return -1;
	if (in->n - IMPORT_MESSAGE_HEAD < n)
		return 0;
	*body = tc_str(in->p + IMPORT_MESSAGE_HEAD, n);
	*in = tc_str_from(*in, IMPORT_MESSAGE_HEAD + n);
	return 1;
}

static bool get(struct tc_str *in, struct tc_str *out)
{
	uint64_t n;

	if (!tc_varint_get(in, &n) || n > in->n)
		return false;
	*out = tc_str(in->p, (size_t)n);
	*in = tc_str_from(*in, (size_t)n);
	return true;
}

bool import_message_read_capture(struct tc_str body,
				 struct import_capture *out)
{
	struct tc_capture *k = &out->capture;
	uint64_t file, mtime, fetched;

	*out = (struct import_capture){ 0 };
	if (!get(&body, &k->source) || !tc_varint_get(&body, &file) ||
	    file > k->source.n || !get(&body, &k->record) ||
	    !get(&body, &k->path) ||
	    !get(&body, &k->url) || !get(&body, &k->type) ||
	    !tc_varint_get(&body, &k->size) ||
	    !tc_varint_get(&body, &mtime) ||
	    !tc_varint_get(&body, &fetched) || body.n < sizeof out->digest)
		return false;
	k->file = tc_str(k->source.p, (size_t)file);
	k->mtime_ns = (int64_t)mtime;
	k->fetched_ns = (int64_t)fetched;
	memcpy(out->digest, body.p, sizeof out->digest);
	body = tc_str_from(body, sizeof out->digest);
	return get(&body, &out->bytes) && !body.n;
}

bool import_message_read_reject(struct tc_str body,
				struct import_reject *out)
{
	return get(&body, &out->reason) && get(&body, &out->detail) &&
	       !body.n;
}
