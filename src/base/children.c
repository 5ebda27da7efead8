/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/children.h"

#include "base/crash.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

void tc_children_init(struct tc_children *c, unsigned most)
{
	c->n = 0;
	c->most = most < 1 ? 1 : most > TC_CHILDREN_MAX ? TC_CHILDREN_MAX
							: most;
}

static pid_t wait_for(pid_t pid, int *status)
{
	pid_t got;

	do
		got = waitpid(pid, status, 0);
	while (got < 0 && errno == EINTR);
	return got;
}

void tc_children_release(struct tc_children *c)
{
	int status;

	for (unsigned i = 0; i < c->n; i++) {
		kill(c->v[i].pid, SIGKILL);
		wait_for(c->v[i].pid, &status);
		close(c->v[i].end);
	}
	c->n = 0;
}

/* ---- the child ---- */

/* The parent's files are not ours: an inherited lock would outlive it, an
 * inherited pipe would never come to its end. */
static int keep_only(int end)
{
	int fd = dup2(end, STDERR_FILENO + 1);

	close_range((unsigned)fd + 1, ~0u, 0);
	return fd;
}

static void run(tc_child_fn *fn, const void *ctx, unsigned number, int end,
		pid_t parent) __attribute__((noreturn));
static void run(tc_child_fn *fn, const void *ctx, unsigned number, int end,
		pid_t parent)
{
	struct tc_error err = { 0 };

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)	/* it died before that */
		_exit(1);
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
	tc_crash_forget();
	end = keep_only(end);
	if (fn(ctx, number, &err) == 0)
		_exit(0);
	ssize_t told = write(end, &err, sizeof err);
	_exit(told == sizeof err ? 1 : 2);
}

/* ---- the parent ---- */

static int failed(const struct tc_child *child, int status,
		  struct tc_error *err)
{
	struct tc_error told;
	ssize_t n;

	do
		n = read(child->end, &told, sizeof told);
	while (n < 0 && errno == EINTR);
	if (n == sizeof told)
		return tc_fail(err, told.code, "%s", told.message);
	if (WIFSIGNALED(status))
		return tc_fail(err, TC_E_TEMPORARY,
			       "one of the program's processes was ended by "
			       "signal %d (%s); start it again",
			       WTERMSIG(status), tc_strsignal(WTERMSIG(status)));
	return tc_fail(err, TC_E_TEMPORARY,
		       "one of the program's processes ended with status %d; "
		       "start it again", WEXITSTATUS(status));
}

/* Which has ended: its end of the pipe is shut, or has an error in it.  The
 * number of all where none has within so many milliseconds. */
static unsigned ended(const struct tc_children *c, int milliseconds)
{
	struct pollfd fds[TC_CHILDREN_MAX];

	for (unsigned i = 0; i < c->n; i++)
		fds[i] = (struct pollfd){ .fd = c->v[i].end,
					  .events = POLLIN };
	while (poll(fds, c->n, milliseconds) < 0)
		if (errno != EINTR)
			return 0;
	for (unsigned i = 0; i < c->n; i++)
		if (fds[i].revents)
			return i;
	return c->n;
}

static int end_one(struct tc_children *c, unsigned i, struct tc_error *err)
{
	const struct tc_child child = c->v[i];
	int status = 0, bad = 0;

	if (wait_for(child.pid, &status) < 0)
		bad = tc_fail(err, TC_E_TEMPORARY,
			      "cannot wait for a process: %s",
			      tc_strerror(errno));
	else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		bad = failed(&child, status, err);
	close(child.end);
	c->v[i] = c->v[--c->n];
	return bad;
}

static int wait_one(struct tc_children *c, struct tc_error *err)
{
	return end_one(c, ended(c, -1), err);
}

int tc_children_full(struct tc_children *c, struct tc_error *err)
{
	unsigned i;

	while (c->n && (i = ended(c, 0)) < c->n)
		if (end_one(c, i, err) != 0)
			return -1;
	return c->n == c->most;
}

int tc_children_start(struct tc_children *c, tc_child_fn *fn, const void *ctx,
		      unsigned number, struct tc_error *err)
{
	pid_t parent = getpid();
	int end[2];

	if (c->n == c->most && wait_one(c, err) != 0)
		return -1;
	if (pipe2(end, O_CLOEXEC) != 0)
		return tc_fail(err, TC_E_TEMPORARY, "cannot make a pipe: %s",
			       tc_strerror(errno));
	fflush(NULL);
	pid_t pid = fork();
	if (pid == 0)
		run(fn, ctx, number, end[1], parent);
	int why = errno;
	close(end[1]);
	if (pid > 0) {
		c->v[c->n++] = (struct tc_child){ pid, end[0] };
		return 0;
	}
	close(end[0]);
	return tc_fail(err, TC_E_TEMPORARY, "cannot start a process: %s",
		       tc_strerror(why));
}

int tc_children_wait(struct tc_children *c, struct tc_error *err)
{
	int bad = 0;

	while (c->n)
		if (wait_one(c, bad ? NULL : err) != 0)
			bad = -1;
	return bad;
}
