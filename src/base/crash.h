/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Last words of a program that is killed by what it reads.  A database engine
 * that meets damaged tables may die of SIGSEGV, SIGBUS, SIGFPE or SIGABRT, and
 * nothing can be mended there; but where it happens is known, and so is what
 * to run.  A crash anywhere else is a bug: it takes its course.
 *
 * The words are in English: no catalogue can be opened by then.  A child has
 * none (children.h); its parent tells of its death.
 */
#ifndef TC_BASE_CRASH_H
#define TC_BASE_CRASH_H

#include <signal.h>
#include <stdbool.h>

/* Above 0 while the engine has the word. */
extern volatile sig_atomic_t tc_crash_inside;

enum tc_crash_form { TC_CRASH_TEXT, TC_CRASH_JSON, TC_CRASH_JSON_LINE };

struct tc_crash {
	const char *program;	/* that dies */
	const char *archive;	/* that is read; NULL: one of several */
	const char *mend;	/* what to do: text that needs no escape in
				   JSON; NULL: --verify of that archive */
	enum tc_crash_form form;
	const volatile bool *drained;	/* NULL, or whether stdout has part of
					   an answer: then stderr is told */
};

/* What is pointed to stays; a form other than text goes to stdout. */
void tc_crash_prepare(const struct tc_crash *c);
/* Takes it back. */
void tc_crash_forget(void);

#endif
