/* SPDX-License-Identifier: GPL-2.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "tools/import-parse.h"

#include "base/language.h"
#include "import/import.h"
#include "index/document.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

#define READ_SIZE ((size_t)64 * 1024)

/* ---- one capture ---- */

/* Bytes in the encoding that the archivist names, behind the byte order mark
 * that outweighs all else. */
static int force_charset(enum tc_charset charset, struct tc_str bytes,
			 struct tc_buf *out, struct tc_error *err)
{
	tc_buf_puts(out, "\xEF\xBB\xBF");
	return tc_charset_decode(charset, bytes, out, err);
}

static void put_reject(struct tc_buf *out, const struct import_options *o,
		       const struct tc_reject *why, struct tc_arena *arena)
{
	struct tc_str detail = why->detail;

	if (o->charset && why->reason == TC_REJECT_CHARSET)
		detail = tc_arena_printf(arena,
					 "not %s, which --charset names",
					 tc_charset_name(o->charset));
	import_message_reject(out, tc_str0(tc_reject_name(why->reason)),
			      detail);
}

static void put_article(struct tc_buf *out, const struct tc_rules *rules,
			struct tc_article *a, struct tc_arena *arena)
{
	TC_SCOPED_BUF packed = { 0 };
	struct tc_tokens tokens;
	struct tc_document document;

	tc_import_identify(a);
	tc_extract(a, rules, arena, &tokens);
	tc_document_of_article(a, &tokens, arena, &document);
	tc_document_write(&document, &packed);
	import_message_article(out, tc_buf_str(&packed));
}

void import_parse(const struct import_options *o,
		  const struct tc_rules *rules,
		  const struct import_capture *c, struct tc_buf *out)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF decoded = { 0 };
	struct tc_article a;
	struct tc_reject why = { 0 };
	struct tc_str bytes = c->bytes;
	struct tc_error err;

	if (o->charset) {
		if (force_charset(o->charset, bytes, &decoded, &err) != 0) {
			import_message_reject(
				out,
				tc_str0(tc_reject_name(TC_REJECT_CHARSET)),
				tc_str0(err.message));
			return;
		}
		bytes = tc_buf_str(&decoded);
	}
	if (!tc_import_read(&c->capture, bytes, &arena, &a, &why)) {
		put_reject(out, o, &why, &arena);
		return;
	}
	/* of the capture as it came, whatever it was decoded to */
	a.capture.size = c->capture.size;
	memcpy(a.capture.digest, c->digest, sizeof a.capture.digest);
	put_article(out, rules, &a, &arena);
}

/* ---- the process ---- */

static void set_limit(int what, rlim_t limit)
{
	const struct rlimit l = { limit, limit };

	setrlimit(what, &l);
}

static void limit_itself(void)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	signal(SIGINT, SIG_IGN);	/* the parent ends us */
	signal(SIGTERM, SIG_IGN);
	signal(SIGPIPE, SIG_DFL);
	/* what it says goes to a file perhaps, and is not what it died of */
	signal(SIGXFSZ, SIG_IGN);
	set_limit(RLIMIT_CORE, 0);
	set_limit(RLIMIT_FSIZE, 0);
	set_limit(RLIMIT_NPROC, 0);
	/* AddressSanitizer reserves terabytes */
#if !defined __SANITIZE_ADDRESS__ && !__has_feature(address_sanitizer)
	set_limit(RLIMIT_AS, IMPORT_PARSE_MEMORY);
#endif
}

/* Processor time for one more page: what runs out of it is ended by SIGXCPU,
 * also where the parent no longer looks. */
static void wind_up(unsigned seconds)
{
	struct rusage used;
	struct rlimit l;

	if (getrusage(RUSAGE_SELF, &used) != 0 ||
	    getrlimit(RLIMIT_CPU, &l) != 0)
		return;
	l.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
		     seconds + 1;
	setrlimit(RLIMIT_CPU, &l);
}

static void send_all(int fd, struct tc_str s)
{
	while (s.n) {
		ssize_t n = write(fd, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			_exit(0);	/* the parent is gone */
		s = tc_str_from(s, (size_t)n);
	}
}

/* Answers what stands whole in the buffer. */
static void answer(const struct import_options *o,
		   const struct tc_rules *rules, int fd, struct tc_buf *in)
{
	struct tc_str rest = tc_buf_str(in), body;
	enum import_message_kind kind;
	int more;

	while ((more = import_message_next(&rest, &kind, &body)) > 0) {
		TC_SCOPED_BUF out = { 0 };
		struct import_capture c;
		if (!import_message_read_capture(body, &c))
			_exit(70);
		wind_up(o->page_timeout);
		import_parse(o, rules, &c, &out);
		send_all(fd, tc_buf_str(&out));
	}
	if (more < 0)
		_exit(70);
	memmove(in->p, rest.p, rest.n);
	in->n = rest.n;
}

void import_parse_process(const struct import_options *o,
			  const struct tc_rules *rules, int fd)
{
	struct tc_buf in = { 0 };

	limit_itself();
	/* what a reject says is the same in every language */
	tc_language_use(false);
	for (;;) {
		tc_buf_reserve(&in, READ_SIZE);
		ssize_t n = read(fd, in.p + in.n, READ_SIZE);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			_exit(0);
		in.n += (size_t)n;
		answer(o, rules, fd, &in);
	}
}
