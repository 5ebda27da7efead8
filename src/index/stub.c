/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/stub.h"

#include "base/file.h"
#include "index/access.h"
#include "index/shards.h"
#include "text/utf8.h"

#include <errno.h>
#include <sys/stat.h>

#define STUB_MAX ((size_t)64 * 1024)

static bool safe_part(struct tc_str name)
{
	return name.n && *name.p != '.' && !memchr(name.p, '\0', name.n) &&
	       tc_utf8_valid(name) == name.n;
}

/* "gen-0002", "gen-0002/shard-01" */
static bool safe_local(struct tc_str at)
{
	struct tc_str first;

	return tc_str_split(&at, '/', &first) && safe_part(first) &&
	       (!at.p || (safe_part(at) && !memchr(at.p, '/', at.n)));
}

/* Letters, digits and some marks: nothing that ssh takes for an option, or a
 * shell for more than a word. */
static bool is_word(struct tc_str s, const char *marks)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], lower = c | 0x20;
		if (!(c >= '0' && c <= '9') && !(lower >= 'a' && lower <= 'z') &&
		    (!c || !strchr(marks, c)))
			return false;
	}
	return s.n && *s.p != '-';
}

/* "host:port" */
static bool safe_remote(struct tc_str at)
{
	size_t colon = tc_str_find(at, TC_STR(":"), 0);
	struct tc_str port;

	if (colon == SIZE_MAX || !is_word(tc_str(at.p, colon), "._-"))
		return false;
	port = tc_str_from(at, colon + 1);
	for (size_t i = 0; i < port.n; i++)
		if (port.p[i] < '0' || port.p[i] > '9')
			return false;
	return port.n > 0 && port.n <= 5;
}

/* ":ssh [USER@]HOST xapian-progsrv DIRECTORY" */
static bool safe_ssh(struct tc_str at)
{
	struct tc_str program, host, server;

	return tc_str_split(&at, ' ', &program) &&
	       tc_str_is(program, ":ssh") && tc_str_split(&at, ' ', &host) &&
	       is_word(host, "@._-") && tc_str_split(&at, ' ', &server) &&
	       tc_str_is(server, "xapian-progsrv") && is_word(at, "/._-");
}

/* One word may begin lines of several kinds. */
static const struct {
	const char *word;
	bool (*safe)(struct tc_str at);
} kinds[] = {
	[TC_STUB_LOCAL] = { "auto", safe_local },
	[TC_STUB_REMOTE] = { "remote", safe_remote },
	[TC_STUB_SSH] = { "remote", safe_ssh },
};

void tc_stub_add(struct tc_stub *s, enum tc_stub_kind kind, struct tc_str at)
{
	s->v = tc_arena_grow(&s->arena, s->v, s->n, &s->cap, sizeof *s->v);
	s->v[s->n++] = (struct tc_stub_entry){ kind,
					       tc_arena_str(&s->arena, at) };
}

/* Whether the line is one that is followed. */
static bool take_line(struct tc_stub *s, struct tc_str line)
{
	struct tc_str at = line, word;

	tc_str_split(&at, ' ', &word);
	at = tc_str_trim(at);
	for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
		if (!tc_str_is(word, kinds[kind].word) || !kinds[kind].safe(at))
			continue;
		tc_stub_add(s, (enum tc_stub_kind)kind, at);
		return true;
	}
	return false;
}

/* A path that is no archive yet, or whose stub went away. */
static int no_stub(const char *archive, struct tc_error *err)
{
	struct stat st;
	/* one look: it may go meanwhile */
	const int bad = stat(archive, &st), why = errno;

	if (!bad && !S_ISDIR(st.st_mode))
		return tc_fail(err, TC_E_USAGE,
			       "'%s' is a file; an archive is a directory",
			       archive);
	if (!*archive)
		return tc_fail(err, TC_E_USAGE,
			       "the name of the archive is empty; see --db");
	if (bad && why != ENOENT && why != ENOTDIR)
		return tc_fail(err, TC_E_NO_ARCHIVE, "cannot open '%s': %s",
			       archive, tc_strerror(why));
	return tc_fail(err, TC_E_NO_ARCHIVE,
		       "no archive at '%s'; create one with tracuu-import --db "
		       "%s PATH...", archive, archive);
}

/* The bytes of the file, which may be missing, or be none. */
static int read_file(const char *archive, const char *path,
		     struct tc_buf *text, struct tc_error *err)
{
	struct stat st;
	const int bad = stat(path, &st), why = errno;

	if (!bad && S_ISREG(st.st_mode) &&
	    tc_file_read(path, STUB_MAX, text, err) == 0)
		return 0;
	if (tc_access_check(archive, path, err) != 0)
		return -1;
	if (bad && (why == ENOENT || !tc_file_is_directory(archive)))
		return no_stub(archive, err);
	if (bad)
		return tc_fail(err, TC_E_DAMAGED, "cannot open '%s': %s", path,
			       tc_strerror(why));
	if (!S_ISREG(st.st_mode))
		return tc_fail(err, TC_E_DAMAGED,
			       "'%s' is no regular file; move it away, and "
			       "'tracuu-import --db %s --rollback' writes it "
			       "anew", path, archive);
	if (err && err->code != TC_E_TEMPORARY)
		err->code = TC_E_DAMAGED;
	return -1;
}

int tc_stub_read(struct tc_stub *s, const char *archive, struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };

	*s = (struct tc_stub){ 0 };
	tc_buf_printf(&path, "%s/" TC_STUB_FILE, archive);
	if (read_file(archive, path.p, &text, err) != 0)
		return -1;
	struct tc_str rest = tc_buf_str(&text), line;
	while (tc_str_split(&rest, '\n', &line)) {
		line = tc_str_trim(line);
		if (line.n && *line.p != '#' && !take_line(s, line))
			return tc_fail(err, TC_E_DAMAGED,
				       "%s: cannot follow the line '%.*s': "
				       "only generations of this archive, "
				       "remote HOST:PORT and remote :ssh HOST "
				       "xapian-progsrv DIRECTORY are opened; "
				       "'tracuu-import --db %s --rollback' "
				       "writes the file anew", path.p,
				       TC_ARG(line), archive);
	}
	if (s->n > TC_SHARDS_MAX)
		return tc_fail(err, TC_E_DAMAGED, "%s lists %zu shards; %d "
			       "are followed", path.p, s->n, TC_SHARDS_MAX);
	if (!s->n)
		return tc_fail(err, TC_E_DAMAGED,
			       "%s names no generation; 'tracuu-import --db "
			       "%s --rollback' writes it anew", path.p,
			       archive);
	return 0;
}

int tc_stub_write(const struct tc_stub *s, const char *archive,
		  struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 }, text = { 0 };

	for (size_t i = 0; i < s->n; i++)
		tc_buf_printf(&text, "%s %.*s\n", kinds[s->v[i].kind].word,
			      TC_ARG(s->v[i].at));
	tc_buf_printf(&path, "%s/" TC_STUB_FILE, archive);
	return tc_file_replace(path.p, tc_buf_str(&text), err);
}

void tc_stub_release(struct tc_stub *s)
{
	tc_arena_release(&s->arena);
	*s = (struct tc_stub){ 0 };
}

bool tc_stub_same(const struct tc_stub *a, const struct tc_stub *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].kind != b->v[i].kind ||
		    !tc_str_eq(a->v[i].at, b->v[i].at))
			return false;
	return true;
}

struct tc_str tc_stub_generation(const struct tc_stub *s)
{
	struct tc_str rest, name = { NULL, 0 };

	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].kind != TC_STUB_LOCAL)
			continue;
		rest = s->v[i].at;
		tc_str_split(&rest, '/', &name);
		break;
	}
	return name;
}
