/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/query-limits.h"

#include "base/crash.h"
#include "base/language.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* From the deadline to the alarm: a search that looks at the clock is done
 * long before. */
#define GRACE_MS 500

/* Address sanitizers reserve terabytes. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#define TIME_IS_UP N_("the time was up before an answer was found")

#define JSON_OBJECT(code, message) \
	"{\"error\":{\"code\":\"" code "\",\"message\":\"" message "\"}}\n"
#define JSON_LINE(code, message) \
	"{\"type\":\"error\",\"error\":{\"code\":\"" code "\",\"message\":\"" \
	message "\"}}\n"

/* Set before the alarm is. */
static const char *last_words;
static char text[256];
static int last_words_fd;

static void give_up(int signal)
{
	struct pollfd out = { .fd = last_words_fd, .events = POLLOUT };

	(void)signal;
	/* a pipe that is full would hold up the end: its reader sees that the
	 * last line is missing */
	if (poll(&out, 1, 0) == 1 && out.revents & POLLOUT &&
	    write(last_words_fd, last_words, strlen(last_words)) < 0)
		_exit(tc_code_exit(TC_E_OUTPUT));
	_exit(tc_code_exit(TC_E_PARTIAL));
}

static void set_alarm(const struct query_options *o)
{
	const struct sigaction action = { .sa_handler = give_up };
	uint64_t ms = (uint64_t)o->timeout_ms + GRACE_MS;
	const struct itimerval timer = {
		.it_value = { .tv_sec = (time_t)(ms / 1000),
			      .tv_usec = (suseconds_t)(ms % 1000 * 1000) }
	};
	bool json = o->format == QUERY_JSON || o->format == QUERY_JSONL;

	snprintf(text, sizeof text, "tracuu: %s\n", _(TIME_IS_UP));
	last_words = o->format == QUERY_JSON ?
			     JSON_OBJECT("partial", TIME_IS_UP) :
		     o->format == QUERY_JSONL ?
			     JSON_LINE("partial", TIME_IS_UP) :
			     text;
	last_words_fd = json ? STDOUT_FILENO : STDERR_FILENO;
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &timer, NULL);
}

/* Never above what was set from outside. */
static void limit(int resource, rlim_t most)
{
	struct rlimit r;

	if (getrlimit(resource, &r) != 0)
		return;
	if (r.rlim_max == RLIM_INFINITY || r.rlim_max > most)
		r.rlim_max = most;
	if (r.rlim_cur == RLIM_INFINITY || r.rlim_cur > most)
		r.rlim_cur = most;
	setrlimit(resource, &r);
}

static int64_t deadline_in(uint32_t ms)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec +
	       ms * INT64_C(1000000);
}

static void set_text_words(void)
{
	static const char words[] = N_("tracuu: out of memory; --max-memory "
				       "sets how much there may be\n");

	/* there is no room for the catalogue then */
	(void)_(words);
	tc_last_words(STDERR_FILENO, words);
}

void query_limits_set(struct query_options *o)
{
	if (o->format == QUERY_JSON)
		tc_last_words(STDOUT_FILENO,
			      JSON_OBJECT("out-of-memory", "out of memory"));
	else if (o->format == QUERY_JSONL)
		tc_last_words(STDOUT_FILENO,
			      JSON_LINE("out-of-memory", "out of memory"));
	else
		set_text_words();
	if (o->memory_mb && !SANITIZED)
		limit(RLIMIT_AS, (rlim_t)o->memory_mb * 1024 * 1024);
	if (!o->timeout_ms)
		return;
	o->search.deadline = deadline_in(o->timeout_ms);
	limit(RLIMIT_CPU, o->timeout_ms / 1000 + 2);
	set_alarm(o);
}

void query_limits_crash(const struct query_options *o,
			const volatile bool *drained)
{
	const struct tc_crash c = {
		.program = "tracuu",
		.archive = o->db_count == 1 ? o->dbs[0] : NULL,
		.form = o->format == QUERY_JSON	 ? TC_CRASH_JSON :
			o->format == QUERY_JSONL ? TC_CRASH_JSON_LINE :
						   TC_CRASH_TEXT,
		.drained = drained,
	};

	tc_crash_prepare(&c);
}

void query_limits_leave(int status)
{
	if (!SANITIZED)	/* they look for what was not given back */
		_exit(status);
}

int query_limits_check(const struct query_options *o, struct tc_error *err)
{
	if (o->query.n <= o->query_bytes)
		return 0;
	return tc_fail(err, TC_E_QUERY,
		       "the query has %zu bytes; %u are allowed", o->query.n,
		       o->query_bytes);
}
