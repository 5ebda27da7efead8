/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/lock.h"

#include "base/file.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PAUSE_NS (50 * 1000 * 1000)
#define COMMAND_MAX 200		/* bytes of a command line that are told */
#define NOTE_MAX 1024

static struct flock whole_file(void)
{
	return (struct flock){ .l_type = F_WRLCK, .l_whence = SEEK_SET };
}

/* ---- who ---- */

/* The command line, blanks for its NUL bytes. */
static void add_command(struct tc_buf *out)
{
	TC_SCOPED_BUF line = { 0 };

	if (tc_file_read("/proc/self/cmdline", 1 << 20, &line, NULL) != 0 ||
	    !line.n)
		tc_buf_puts(&line, "tracuu-import");
	for (size_t i = 0; i < line.n && i < COMMAND_MAX; i++) {
		unsigned char c = (unsigned char)line.p[i];
		if (c || i + 1 < line.n)
			tc_buf_addc(out, c < ' ' ? ' ' : (char)c);
	}
}

/* Who holds it, for those who wait.  It is a courtesy: a full disk must not
 * stop an import that only deletes. */
static void sign(int fd)
{
	TC_SCOPED_BUF note = { 0 };
	char since[32] = "";
	time_t now = time(NULL);
	struct tm tm;

	if (gmtime_r(&now, &tm))
		strftime(since, sizeof since, "%Y-%m-%dT%H:%M:%SZ", &tm);
	tc_buf_printf(&note, "%ld\t%s\t", (long)getpid(), since);
	add_command(&note);
	tc_buf_addc(&note, '\n');
	if (ftruncate(fd, 0) == 0 && pwrite(fd, note.p, note.n, 0) < 0)
		note.n = 0;
}

static int held(int fd, const char *archive, double waited,
		struct tc_error *err)
{
	struct flock by = whole_file();
	char note[NOTE_MAX + 1] = "";
	ssize_t n = pread(fd, note, NOTE_MAX, 0);
	struct tc_str rest = tc_str(note, n > 0 ? (size_t)n : 0);
	struct tc_str line = { NULL, 0 }, pid = { NULL, 0 },
		      since = { NULL, 0 };

	if (fcntl(fd, F_GETLK, &by) != 0 || by.l_type == F_UNLCK)
		by.l_pid = 0;
	tc_str_split(&rest, '\n', &line);
	tc_str_split(&line, '\t', &pid);
	tc_str_split(&line, '\t', &since);
	if (!pid.n || strtol(pid.p, NULL, 10) != by.l_pid)
		return tc_fail(err, TC_E_LOCKED,
			       "archive '%s': process %ld is writing to it "
			       "(waited %.0f s); try again later, or wait "
			       "longer with --lock-timeout=SECONDS", archive,
			       (long)by.l_pid, waited);
	return tc_fail(err, TC_E_LOCKED,
		       "archive '%s': process %ld is writing to it since %.*s "
		       "(%.*s); waited %.0f s; try again later, or wait longer "
		       "with --lock-timeout=SECONDS", archive,
		       (long)by.l_pid, TC_ARG(since), TC_ARG(line), waited);
}

/* ---- the lock ---- */

static double seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool busy(int why)
{
	return why == EAGAIN || why == EACCES || why == EINTR;
}

static int wait_for(int fd, const char *archive, double seconds,
		    struct tc_error *err)
{
	const struct timespec pause = { .tv_nsec = PAUSE_NS };
	double start = seconds_now();

	for (;;) {
		struct flock lock = whole_file();
		if (fcntl(fd, F_SETLK, &lock) == 0)
			return 0;
		if (!busy(errno))
			return tc_fail(err, TC_E_OUTPUT,
				       "cannot lock the archive '%s': %s",
				       archive, tc_strerror(errno));
		double waited = seconds_now() - start;
		if (waited >= seconds)
			return held(fd, archive, waited, err);
		nanosleep(&pause, NULL);
	}
}

int tc_lock_take(struct tc_lock *lock, const char *archive, double seconds,
		 struct tc_error *err)
{
	TC_SCOPED_BUF path = { 0 };

	tc_buf_printf(&path, "%s/lock", archive);
	/* what holds it is written there: through no link of a stranger's */
	int fd = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0)
		return tc_fail(err, TC_E_OUTPUT,
			       "cannot write to the archive '%s': %s: %s",
			       archive, path.p, tc_strerror(errno));
	if (wait_for(fd, archive, seconds, err) != 0) {
		close(fd);
		return -1;
	}
	sign(fd);
	*lock = (struct tc_lock){ .held = true, .fd = fd };
	return 0;
}

void tc_lock_drop(struct tc_lock *lock)
{
	if (lock->held)
		close(lock->fd);
	lock->held = false;
}
