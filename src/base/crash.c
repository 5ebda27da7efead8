/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/crash.h"

#include "base/error.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

volatile sig_atomic_t tc_crash_inside;

static struct tc_crash last;

static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGABRT };
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction before[SIGNALS];	/* a sanitizer's */
static bool prepared;

/* Where a stack that ran over is not. */
static char stack[16 * 1024] __attribute__((aligned(16)));

/* Only what a handler of signals may call from here on. */

struct words {
	char p[2048];
	size_t n;
	bool json;
};

static void add(struct words *w, const char *s)
{
	for (; *s && w->n < sizeof w->p; s++)
		w->p[w->n++] = *s;
}

/* A path may hold anything. */
static void add_path(struct words *w, const char *s)
{
	for (; *s && w->n < sizeof w->p - 1; s++) {
		bool plain = (unsigned char)*s >= 0x20 && *s != 0x7F;
		if (w->json && (*s == '"' || *s == '\\'))
			w->p[w->n++] = '\\';
		w->p[w->n++] = plain ? *s : '?';
	}
}

static void add_message(struct words *w)
{
	if (last.archive) {
		add(w, "archive '");
		add_path(w, last.archive);
		add(w, "': ");
	} else {
		add(w, "one of several archives: ");
	}
	add(w, "Xapian crashed on its tables, which are damaged; ");
	if (last.mend) {
		add(w, last.mend);
		return;
	}
	add(w, "'tracuu-import --db ");
	add_path(w, last.archive ? last.archive : "DIR");
	add(w, last.archive ? " --verify' says more" :
			      " --verify' of each tells which");
}

static void compose(struct words *w, enum tc_crash_form form)
{
	w->json = form != TC_CRASH_TEXT;
	if (!w->json) {
		add(w, last.program);
		add(w, ": ");
	}
	add(w, form == TC_CRASH_JSON_LINE ? "{\"type\":\"error\",\"error\":" :
	       form == TC_CRASH_JSON	  ? "{\"error\":" : "");
	add(w, w->json ? "{\"code\":\"damaged\",\"message\":\"" : "");
	add_message(w);
	add(w, w->json ? "\"}}\n" : "\n");
}

static void crashed(int signal_number)
{
	static struct words w;
	bool late = last.drained && *last.drained;
	enum tc_crash_form form = late ? TC_CRASH_TEXT : last.form;
	enum tc_code code = TC_E_DAMAGED;

	if (!tc_crash_inside) {
		tc_crash_forget();
		raise(signal_number);	/* as it would have been */
		return;
	}
	compose(&w, form);
	if (write(form == TC_CRASH_TEXT ? STDERR_FILENO : STDOUT_FILENO, w.p,
		  w.n) < 0)
		code = TC_E_OUTPUT;
	_exit(tc_code_exit(code));
}

/* ---- before and after ---- */

void tc_crash_prepare(const struct tc_crash *c)
{
	const struct sigaction action = { .sa_handler = crashed,
					  .sa_flags = SA_ONSTACK };
	const stack_t beside = { .ss_sp = stack, .ss_size = sizeof stack };

	last = *c;
	if (prepared)
		return;
	prepared = sigaltstack(&beside, NULL) == 0;
	for (size_t i = 0; prepared && i < SIGNALS; i++)
		sigaction(signals[i], &action, &before[i]);
}

void tc_crash_forget(void)
{
	for (size_t i = 0; prepared && i < SIGNALS; i++)
		sigaction(signals[i], &before[i], NULL);
	prepared = false;
}
