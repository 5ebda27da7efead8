/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/unpack.h"

#include "base/mem.h"
#include "import/import.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

#define BLOCK ((size_t)64 * 1024)
#define TAR_BLOCK 512

struct tc_unpack {
	struct archive *a;
	struct tc_stream *from;
	size_t lent;		/* of from's lookahead, to libarchive */
	uint64_t members;
	uint64_t made;		/* bytes of all members so far */
	bool bomb;
};

/* ---- the archive's bytes ---- */

static void take_back(struct tc_unpack *u)
{
	tc_stream_skip(u->from, u->lent);
	u->lent = 0;
}

static la_ssize_t on_read(struct archive *a, void *ctx, const void **bytes)
{
	struct tc_unpack *u = ctx;

	take_back(u);
	struct tc_str view = tc_stream_peek(u->from, BLOCK);
	if (!view.n && u->from->state == TC_STREAM_BROKEN) {
		archive_set_error(a, EIO, "%s", u->from->why);
		return ARCHIVE_FATAL;
	}
	*bytes = view.p;
	u->lent = view.n;
	return (la_ssize_t)view.n;
}

static la_int64_t on_seek(struct archive *a, void *ctx, la_int64_t to,
			  int whence)
{
	struct tc_unpack *u = ctx;
	int64_t base = whence == SEEK_SET ? 0 :
		       whence == SEEK_CUR ? (int64_t)u->from->taken +
					    (int64_t)u->lent :
					    (int64_t)u->from->size;

	(void)a;
	u->lent = 0;
	if (to < -base || !tc_stream_seek(u->from, (uint64_t)(base + to)))
		return ARCHIVE_FATAL;
	return base + to;
}

static struct archive *open_reader(struct tc_unpack *u)
{
	struct archive *a = archive_read_new();

	if (!a)
		tc_out_of_memory();
	archive_read_set_callback_data(a, u);
	archive_read_set_read_callback(a, on_read);
	if (u->from->ops->seek)
		archive_read_set_seek_callback(a, on_seek);
	return a;
}

/* ---- zip and tar ---- */

/* A local header that makes sense: the rest would be libarchive's guess.
 * APPNOTE.TXT 4.3.7: version needed, at most 6.3 so far. */
static bool is_local_header(struct tc_str b)
{
	return b.n >= 30 && tc_str_starts(b, TC_STR("PK\3\4")) &&
	       (unsigned char)b.p[4] <= 63 && (b.p[26] || b.p[27]);
}

/* Office files and books are zips too, but no archives of pages: the name of
 * their first member tells. */
static bool is_office(struct tc_str b)
{
	static const char *const names[] = {
		"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/",
		"ppt/", "mimetype", "META-INF/", "customXml/",
	};
	struct tc_str name = tc_str_from(b, 30);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (tc_str_starts(name, tc_str0(names[i])))
			return true;
	return false;
}

bool tc_unpack_is_zip(struct tc_stream *s)
{
	struct tc_str b = tc_stream_peek(s, TAR_BLOCK);

	if (b.n == 22 && tc_str_starts(b, TC_STR("PK\5\6")))
		return true;		/* empty */
	return is_local_header(b) && !is_office(b);
}

/* The header's sum, its own field counted as blanks; POSIX.1 pax, "ustar
 * interchange format".  Old tars have no magic. */
bool tc_unpack_is_tar(struct tc_stream *s)
{
	struct tc_str b = tc_stream_peek(s, TAR_BLOCK);
	unsigned long sum = 0;
	char said[9] = "";

	if (b.n < TAR_BLOCK || !b.p[0])
		return false;
	for (size_t i = 0; i < TAR_BLOCK; i++)
		sum += i >= 148 && i < 156 ? ' ' : (unsigned char)b.p[i];
	memcpy(said, b.p + 148, 8);
	char *end;
	unsigned long stated = strtoul(said, &end, 8);
	return end > said && stated == sum;
}

struct tc_unpack *tc_unpack_open(struct tc_stream *s)
{
	struct tc_unpack *u = tc_zalloc(sizeof *u);

	u->from = s;
	u->a = open_reader(u);
	archive_read_support_format_zip(u->a);
	archive_read_support_format_tar(u->a);
	/* what fails here fails again with the first header */
	archive_read_open1(u->a);
	return u;
}

void tc_unpack_close(struct tc_unpack *u)
{
	if (!u)
		return;
	archive_read_free(u->a);
	free(u);
}

static int fail(const struct tc_unpack *u, struct tc_error *err)
{
	const char *why = archive_error_string(u->a);
	TC_SCOPED_BUF said = { 0 };

	if (u->from->state == TC_STREAM_BOMB)
		return tc_stream_check(u->from, err);
	tc_reject_say(tc_str0(why ? why : "its bytes are damaged"), &said);
	return tc_fail(err, TC_E_INPUT, "%s", tc_buf_cstr(&said));
}

static void describe(struct archive_entry *e, struct tc_member *m)
{
	/* _pathname() needs the locale to know the characters */
	const char *name = archive_entry_pathname_utf8(e);

	if (!name)
		name = archive_entry_pathname(e);
	m->name = name ? name : "";
	m->size = archive_entry_size_is_set(e) && archive_entry_size(e) > 0 ?
		  (uint64_t)archive_entry_size(e) : 0;
	m->kind = archive_entry_filetype(e) != AE_IFREG ||
		  archive_entry_hardlink(e) ? TC_MEMBER_LINK :
		  archive_entry_is_data_encrypted(e) ? TC_MEMBER_ENCRYPTED :
						       TC_MEMBER_FILE;
}

int tc_unpack_next(struct tc_unpack *u, struct tc_member *m,
		   struct tc_error *err)
{
	struct archive_entry *e;

	for (;;) {
		if (u->bomb)
			return tc_fail(err, TC_E_INPUT, "decompresses to "
				       "more than %d times its size",
				       TC_STREAM_RATIO);
		if (u->members == TC_MEMBERS_MAX)
			return tc_fail(err, TC_E_INPUT, "more than %d members",
				       TC_MEMBERS_MAX);
		int status = archive_read_next_header(u->a, &e);
		if (status == ARCHIVE_EOF)
			return 0;
		if (status == ARCHIVE_RETRY)
			continue;
		if (status < ARCHIVE_WARN)
			return fail(u, err);
		u->members++;
		if (archive_entry_filetype(e) == AE_IFDIR)
			continue;
		describe(e, m);
		return 1;
	}
}

/* ---- a member's bytes ---- */

static bool is_bomb(const struct tc_unpack *u)
{
	return u->made > TC_STREAM_MAX ||
	       (u->made > TC_STREAM_RATIO_FROM &&
		u->made / TC_STREAM_RATIO > u->from->read_bytes);
}

static size_t member_read(struct tc_stream *s, char *buf, size_t n)
{
	struct tc_unpack *u = s->ctx;
	la_ssize_t got = archive_read_data(u->a, buf, n);

	if (got == ARCHIVE_RETRY || got == ARCHIVE_WARN)
		got = archive_read_data(u->a, buf, n);
	if (got < 0) {
		const char *why = archive_error_string(u->a);
		tc_stream_break(s, "%s", why ? why : "its bytes are damaged");
		return 0;
	}
	u->made += (uint64_t)got;
	if (is_bomb(u)) {
		u->bomb = true;
		s->state = TC_STREAM_BOMB;
	}
	return (size_t)got;
}

static void member_close(struct tc_stream *s)
{
	(void)s;
}

struct tc_stream *tc_unpack_read(struct tc_unpack *u)
{
	static const struct tc_stream_ops ops = {
		.read = member_read, .close = member_close,
	};

	return tc_stream_new(&ops, u, NULL);
}

/* ---- single streams ---- */

bool tc_unpack_is_filter(struct tc_str b)
{
	return (tc_str_starts(b, TC_STR("BZh")) && b.n >= 10 &&
		memcmp(b.p + 4, "\x31\x41\x59\x26\x53\x59", 6) == 0) ||
	       tc_str_starts(b, TC_STR("\xFD" "7zXZ\0"));
}

static void filter_close(struct tc_stream *s)
{
	tc_unpack_close(s->ctx);
}

static size_t filter_read(struct tc_stream *s, char *buf, size_t n)
{
	struct tc_unpack *u = s->ctx;
	struct archive_entry *e;

	if (!u->members++ &&
	    archive_read_next_header(u->a, &e) < ARCHIVE_WARN) {
		tc_stream_break(s, "%s", archive_error_string(u->a));
		return 0;
	}
	size_t got = member_read(s, buf, n);
	/* libarchive says of a cut stream what it says of a broken one */
	if (s->state == TC_STREAM_BROKEN && u->from->state == TC_STREAM_END)
		s->state = TC_STREAM_CUT;
	return got;
}

struct tc_stream *tc_unpack_filter(struct tc_stream *below)
{
	static const struct tc_stream_ops ops = {
		.read = filter_read, .close = filter_close,
	};
	struct tc_unpack *u = tc_zalloc(sizeof *u);

	u->from = below;
	u->a = open_reader(u);
	archive_read_support_filter_bzip2(u->a);
	archive_read_support_filter_xz(u->a);
	archive_read_support_format_raw(u->a);
	archive_read_open1(u->a);
	return tc_stream_new(&ops, u, below);
}
