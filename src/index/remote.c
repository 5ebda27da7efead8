/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/remote.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *option;
	enum tc_remote_allowed least;
} lines[] = {
	[TC_STUB_REMOTE] = { "--remote", TC_REMOTE_TCP },
	[TC_STUB_SSH] = { "--remote=ssh", TC_REMOTE_SSH },
};

/* The door says "shard ADDRESS: why"; others may have put more before it.
 * What follows, or NULL. */
static const char *find_why(struct tc_str shard, const char *message)
{
	TC_SCOPED_BUF name = { 0 };

	if (shard.n && *shard.p == ':')
		shard = tc_str_from(shard, 1);
	tc_buf_printf(&name, "shard %.*s: ", TC_ARG(shard));
	const char *at = strstr(message, name.p);
	return at ? at + name.n : NULL;
}

static void lose(struct tc_remote *r, struct tc_str shard, const char *message)
{
	const char *why = find_why(shard, message);

	r->lost = tc_arena_grow(&r->arena, r->lost, r->lost_count,
				&r->lost_cap, sizeof *r->lost);
	r->lost[r->lost_count++] = (struct tc_lost){
		tc_arena_str(&r->arena, shard),
		tc_arena_str(&r->arena, tc_str0(why ? why : message)) };
}

static bool is_lost(const struct tc_remote *r, struct tc_str shard)
{
	for (size_t i = 0; i < r->lost_count; i++)
		if (tc_str_eq(r->lost[i].shard, shard))
			return true;
	return false;
}

static void note_asked(struct tc_remote *r, struct tc_str shard, int fd)
{
	struct stat st;
	bool socket = fd >= 0 && fstat(fd, &st) == 0 && S_ISSOCK(st.st_mode);

	r->asked = tc_arena_grow(&r->arena, r->asked, r->asked_count,
				 &r->asked_cap, sizeof *r->asked);
	r->asked[r->asked_count++] = (struct tc_asked){
		tc_arena_str(&r->arena, shard), socket ? fd : -1 };
}

/* The descriptor that the next file or socket gets. */
static int next_fd(void)
{
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);

	if (fd >= 0)
		close(fd);
	return fd;
}

static int connect_to(struct tc_remote *r, const struct tc_stub_entry *e,
		      struct tc_xdb **out, struct tc_error *err)
{
	struct tc_str at = tc_arena_str(&r->arena, e->at), program;
	size_t colon;

	if (e->kind == TC_STUB_SSH) {
		at = tc_str_from(at, 1);
		tc_str_split(&at, ' ', &program);
		return tc_xdb_open_program(
			tc_arena_printf(&r->arena, "%.*s", TC_ARG(program)).p,
			at.p, r->timeout_ms, out, err);
	}
	colon = tc_str_find(at, TC_STR(":"), 0);
	return tc_xdb_open_tcp(
		tc_arena_printf(&r->arena, "%.*s", (int)colon, at.p).p,
		(unsigned)atoi(at.p + colon + 1), r->timeout_ms, out, err);
}

int tc_remote_open(struct tc_remote *r, const char *archive,
		   const struct tc_stub_entry *e, struct tc_xdb **out,
		   struct tc_error *err)
{
	struct tc_error why;
	int fd = next_fd();

	*out = NULL;
	if (!r || r->allowed < lines[e->kind].least)
		return tc_fail(err, TC_E_USAGE,
			       "archive '%s': its shard at '%.*s' is on "
			       "another machine, which is asked only with %s",
			       archive, TC_ARG(e->at), lines[e->kind].option);
	if (is_lost(r, e->at))
		return 0;
	if (connect_to(r, e, out, &why) != 0)
		lose(r, e->at, why.message);
	else
		note_asked(r, e->at, fd);
	return 0;
}

/* Xapian does not say whose connection was closed, but closes its end. */
static bool is_closed(const struct tc_asked *a)
{
	char c;

	if (a->fd < 0)
		return false;
	ssize_t n = recv(a->fd, &c, 1, MSG_PEEK | MSG_DONTWAIT);
	return n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR);
}

static bool is_named(const struct tc_asked *a, const struct tc_error *err)
{
	return find_why(a->shard, err->message);
}

bool tc_remote_blame(struct tc_remote *r, const struct tc_error *err)
{
	bool named = false, found = false;

	if (err->code != TC_E_SHARD)
		return false;
	for (size_t i = 0; i < r->asked_count; i++)
		named |= is_named(&r->asked[i], err);
	for (size_t i = 0; i < r->asked_count; i++) {
		const struct tc_asked *a = &r->asked[i];
		if ((named ? is_named(a, err) : is_closed(a)) &&
		    !is_lost(r, a->shard)) {
			lose(r, a->shard, named ? err->message :
						  "the connection was closed");
			found = true;
		}
	}
	return found;
}

void tc_remote_release(struct tc_remote *r)
{
	tc_arena_release(&r->arena);
	*r = (struct tc_remote){ 0 };
}
