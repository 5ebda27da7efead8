/* SPDX-License-Identifier: GPL-2.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "tools/import-pool.h"

#include "base/crash.h"
#include "base/mem.h"
#include "import/import.h"
#include "tools/import-parse.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Captures before one child, the one it is at among them: enough that the
 * socket never runs dry, few enough to be asked again when it dies. */
#define QUEUE 8
/* Bytes of captures that are under way in all. */
#define BYTES_MAX ((size_t)16 << 20)
#define READ_SIZE ((size_t)256 * 1024)
#define JOBS_MAX 64
#define TASKS (JOBS_MAX * QUEUE)

struct task {
	struct tc_buf request, answer;	/* whole messages */
	bool done;
	struct task *next;	/* of the spare ones */
};

struct child {
	pid_t pid;
	int fd;
	struct task *queue[QUEUE];	/* [0] is the one it is at */
	size_t queued;
	size_t written;		/* whole requests, counted from the front */
	size_t offset;		/* bytes of the one being written */
	struct tc_buf in;
	double since;		/* when it began with the one it is at */
};

struct import_pool {
	const struct import_options *o;
	const struct tc_rules *rules;
	struct child children[JOBS_MAX];
	size_t child_count;
	/* a ring, oldest first; what is done with is used again, the last one
	 * first, so that memory is what is under way, not the ring's length */
	struct task *tasks[TASKS];
	size_t first, count;
	struct task *spare;
	size_t bytes;
	bool taken;		/* the oldest was given out, to be dropped */
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- children ---- */

static void be_child(const struct import_pool *pool, int fd)
{
	/* nothing of the archive, of the pages, of the other children */
	if (fd > 3)
		close_range(3, (unsigned)fd - 1, 0);
	close_range((unsigned)fd + 1, ~0u, 0);
	tc_crash_forget();
	import_parse_process(pool->o, pool->rules, fd);
}

static int start(struct import_pool *pool, struct child *c,
		 struct tc_error *err)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return tc_fail(err, TC_E_TEMPORARY,
			       "cannot talk to a parser: %s",
			       tc_strerror(errno));
	fflush(NULL);
	c->pid = fork();
	if (c->pid == 0)
		be_child(pool, ends[1]);
	close(ends[1]);
	if (c->pid < 0) {
		close(ends[0]);
		return tc_fail(err, TC_E_TEMPORARY,
			       "cannot start a parser: %s", tc_strerror(errno));
	}
	c->fd = ends[0];
	fcntl(c->fd, F_SETFL, O_NONBLOCK);
	c->written = c->offset = 0;
	c->since = now();
	tc_buf_clear(&c->in);
	return 0;
}

/* Ends a child; its wait status. */
static int stop(struct child *c)
{
	int status = 0;

	close(c->fd);
	kill(c->pid, SIGKILL);
	while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

static void finish_head(struct child *c)
{
	c->queue[0]->done = true;
	c->queued--;
	memmove(c->queue, c->queue + 1, c->queued * sizeof *c->queue);
	if (c->written)
		c->written--;
	else
		c->offset = 0;
	c->since = now();
}

static void reject_head(struct child *c, enum tc_reject_reason reason,
			const char *detail)
{
	tc_buf_clear(&c->queue[0]->answer);
	import_message_reject(&c->queue[0]->answer,
			      tc_str0(tc_reject_name(reason)),
			      tc_str0(detail));
	finish_head(c);
}

/* What a child died of, in a reject's words. */
static enum tc_reject_reason verdict(int status, char *detail, size_t size)
{
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
		snprintf(detail, size, "out of processor time");
		return TC_REJECT_PARSER_TIMEOUT;
	}
	if (WIFSIGNALED(status)) {
		snprintf(detail, size, "signal %d (%s)", WTERMSIG(status),
			 sigdescr_np(WTERMSIG(status)));
		return TC_REJECT_PARSER_CRASHED;
	}
	if (WEXITSTATUS(status) == tc_code_exit(TC_E_MEMORY)) {
		snprintf(detail, size, "more than %zu MB of memory",
			 IMPORT_PARSE_MEMORY >> 20);
		return TC_REJECT_PARSER_MEMORY;
	}
	snprintf(detail, size, "exit status %d", WEXITSTATUS(status));
	return TC_REJECT_PARSER_CRASHED;
}

/* The child died by itself, or said what is no message. */
static int replace_dead(struct import_pool *pool, struct child *c,
			struct tc_error *err)
{
	char detail[128];
	int status = 0;

	/* it may be a moment between closing its socket and its end */
	for (int i = 0; i < 100; i++) {
		if (waitpid(c->pid, &status, WNOHANG) == c->pid)
			goto gone;
		poll(NULL, 0, 1);
	}
	kill(c->pid, SIGKILL);
	waitpid(c->pid, &status, 0);
gone:
	close(c->fd);
	if (c->queued)
		reject_head(c, verdict(status, detail, sizeof detail),
			    detail);
	return start(pool, c, err);
}

static int replace_hung(struct import_pool *pool, struct child *c,
			struct tc_error *err)
{
	char detail[128];

	stop(c);
	snprintf(detail, sizeof detail, "no answer after %u seconds",
		 pool->o->page_timeout);
	reject_head(c, TC_REJECT_PARSER_TIMEOUT, detail);
	return start(pool, c, err);
}

/* ---- talking ---- */

static bool has_to_write(const struct child *c)
{
	return c->written < c->queued;
}

/* 0, also when the socket is full; -1 when the child is gone. */
static int write_some(struct child *c)
{
	while (has_to_write(c)) {
		struct tc_buf *request = &c->queue[c->written]->request;
		ssize_t n = send(c->fd, request->p + c->offset,
				 request->n - c->offset, MSG_NOSIGNAL);
		if (n < 0)
			return errno == EAGAIN || errno == EINTR ? 0 : -1;
		c->offset += (size_t)n;
		if (c->offset == request->n) {
			c->offset = 0;
			c->written++;
		}
	}
	return 0;
}

/* Takes the answers that are whole; -1 when it is nonsense. */
static int take_answers(struct child *c)
{
	struct tc_str rest = tc_buf_str(&c->in), body;
	enum import_message_kind kind;
	int more;

	for (;;) {
		struct tc_str before = rest;
		more = import_message_next(&rest, &kind, &body);
		if (more <= 0)
			break;
		if (!c->written || kind == IMPORT_CAPTURE)
			return -1;
		tc_buf_clear(&c->queue[0]->answer);
		tc_buf_add(&c->queue[0]->answer, before.p,
			   before.n - rest.n);
		finish_head(c);
	}
	memmove(c->in.p, rest.p, rest.n);
	c->in.n = rest.n;
	return more;
}

static int read_some(struct child *c)
{
	for (;;) {
		tc_buf_reserve(&c->in, READ_SIZE);
		ssize_t n = recv(c->fd, c->in.p + c->in.n, READ_SIZE, 0);
		if (n < 0)
			return errno == EAGAIN || errno == EINTR ? 0 : -1;
		if (n == 0)
			return -1;
		c->in.n += (size_t)n;
		if (take_answers(c) < 0)
			return -1;
	}
}

/* Milliseconds until the next child is late; -1 for never. */
static int patience(const struct import_pool *pool)
{
	double next = -1;

	for (size_t i = 0; i < pool->child_count; i++) {
		const struct child *c = &pool->children[i];
		double left = c->since + pool->o->page_timeout - now();
		if (c->queued && (next < 0 || left < next))
			next = left < 0 ? 0 : left;
	}
	return next < 0 ? -1 : (int)(next * 1000) + 1;
}

static int tend(struct import_pool *pool, struct child *c, short events,
		struct tc_error *err)
{
	bool gone = (events & (POLLIN | POLLHUP | POLLERR)) &&
		    read_some(c) != 0;

	if (!gone && (events & POLLOUT))
		gone = write_some(c) != 0;
	if (gone)
		return replace_dead(pool, c, err);
	if (c->queued && now() - c->since > pool->o->page_timeout)
		return replace_hung(pool, c, err);
	return 0;
}

static int pump(struct import_pool *pool, bool wait, struct tc_error *err)
{
	struct pollfd fds[JOBS_MAX];

	for (size_t i = 0; i < pool->child_count; i++) {
		const struct child *c = &pool->children[i];
		fds[i] = (struct pollfd){
			.fd = c->fd,
			.events = (short)(POLLIN |
					  (has_to_write(c) ? POLLOUT : 0)),
		};
	}
	int n = poll(fds, pool->child_count, wait ? patience(pool) : 0);
	if (n < 0 && errno != EINTR)
		return tc_fail(err, TC_E_TEMPORARY,
			       "cannot wait for the parsers: %s",
			       tc_strerror(errno));
	for (size_t i = 0; i < pool->child_count; i++)
		if (tend(pool, &pool->children[i], n > 0 ? fds[i].revents : 0,
			 err) != 0)
			return -1;
	return 0;
}

/* ---- the ring ---- */

static struct task *oldest(struct import_pool *pool)
{
	return pool->tasks[pool->first];
}

static struct task *take_spare(struct import_pool *pool)
{
	struct task *task = pool->spare;

	if (!task)
		return tc_zalloc(sizeof *task);
	pool->spare = task->next;
	tc_buf_clear(&task->request);
	tc_buf_clear(&task->answer);
	task->done = false;
	return task;
}

static void free_task(struct task *task)
{
	tc_buf_release(&task->request);
	tc_buf_release(&task->answer);
	free(task);
}

static void drop_taken(struct import_pool *pool)
{
	struct task *task = oldest(pool);

	if (!pool->taken)
		return;
	pool->taken = false;
	pool->bytes -= task->request.n;
	pool->first = (pool->first + 1) % TASKS;
	pool->count--;
	/* what was large is not kept */
	if (task->request.cap > READ_SIZE || task->answer.cap > READ_SIZE) {
		free_task(task);
		return;
	}
	task->next = pool->spare;
	pool->spare = task;
}

static struct child *idlest(struct import_pool *pool)
{
	struct child *best = &pool->children[0];

	for (size_t i = 1; i < pool->child_count; i++)
		if (pool->children[i].queued < best->queued)
			best = &pool->children[i];
	return best;
}

bool import_pool_full(const struct import_pool *pool)
{
	size_t queued = QUEUE;

	for (size_t i = 0; i < pool->child_count; i++)
		if (pool->children[i].queued < queued)
			queued = pool->children[i].queued;
	return queued == QUEUE || pool->count == TASKS ||
	       pool->bytes > BYTES_MAX;
}

bool import_pool_empty(const struct import_pool *pool)
{
	return pool->count == (pool->taken ? 1 : 0);
}

int import_pool_put(struct import_pool *pool, const struct import_capture *c,
		    struct tc_error *err)
{
	struct task *task = take_spare(pool);
	struct child *child = idlest(pool);

	pool->tasks[(pool->first + pool->count) % TASKS] = task;
	import_message_capture(&task->request, c);
	pool->bytes += task->request.n;
	pool->count++;
	if (!child->queued)
		child->since = now();
	child->queue[child->queued++] = task;
	return pump(pool, false, err);
}

static void read_answer(const struct task *task, struct import_answer *out)
{
	struct tc_str rest = tc_buf_str(&task->answer), body;
	enum import_message_kind kind;

	*out = (struct import_answer){ 0 };
	tc_assert(import_message_next(&rest, &out->kind, &body) > 0);
	if (out->kind == IMPORT_ARTICLE)
		out->document = body;
	else if (!import_message_read_reject(body, &out->reject) ||
		 !tc_reject_is_name(out->reject.reason))
		/* whatever a child says that has gone mad */
		out->reject.reason = tc_str0(
			tc_reject_name(TC_REJECT_PARSER_CRASHED));
	rest = tc_buf_str(&task->request);
	tc_assert(import_message_next(&rest, &kind, &body) > 0 &&
		  import_message_read_capture(body, &out->asked));
}

int import_pool_take(struct import_pool *pool, bool wait,
		     struct import_answer *out, struct tc_error *err)
{
	drop_taken(pool);
	if (!pool->count)
		return 0;
	if (!oldest(pool)->done && pump(pool, false, err) != 0)
		return -1;
	while (!oldest(pool)->done) {
		if (!wait)
			return 0;
		if (pump(pool, true, err) != 0)
			return -1;
	}
	read_answer(oldest(pool), out);
	pool->taken = true;
	return 1;
}

/* ---- the whole ---- */

struct import_pool *import_pool_open(const struct import_options *o,
				     const struct tc_rules *rules,
				     struct tc_error *err)
{
	struct import_pool *pool = tc_zalloc(sizeof *pool);
	size_t jobs = o->jobs < JOBS_MAX ? o->jobs : JOBS_MAX;

	pool->o = o;
	pool->rules = rules;
	while (pool->child_count < jobs) {
		if (start(pool, &pool->children[pool->child_count],
			  err) != 0) {
			import_pool_close(pool);
			return NULL;
		}
		pool->child_count++;
	}
	return pool;
}

void import_pool_close(struct import_pool *pool)
{
	if (!pool)
		return;
	for (size_t i = 0; i < pool->child_count; i++) {
		stop(&pool->children[i]);
		tc_buf_release(&pool->children[i].in);
	}
	for (size_t i = 0; i < pool->count; i++)
		free_task(pool->tasks[(pool->first + i) % TASKS]);
	while (pool->spare) {
		struct task *task = pool->spare;
		pool->spare = task->next;
		free_task(task);
	}
	free(pool);
}
