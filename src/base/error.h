/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One way to fail.  A function that can fail returns 0 or -1 with a struct
 * tc_error last; iterators return 1, 0 or -1.  The error is a code that says
 * what the caller can do and a message in a fixed array, so that there is
 * nothing to allocate or to free.  Context is added outward with
 * tc_error_context(), so that the line a user reads goes from the file down
 * to the byte.
 */
#ifndef TC_BASE_ERROR_H
#define TC_BASE_ERROR_H

#include <stddef.h>

#define TC_MESSAGE_MAX 1024

/* Stable: the exit statuses and the "code" of JSON error objects. */
enum tc_code {
	TC_OK,
	TC_E_USAGE,		/* mend the command line */
	TC_E_QUERY,		/* mend the query */
	TC_E_INPUT,		/* mend or leave out this input */
	TC_E_PARTIAL,		/* an answer was given, but not the whole */
	TC_E_NO_ARCHIVE,	/* name another archive, or make one */
	TC_E_ACCESS,		/* let the user read it */
	TC_E_LOCKED,		/* wait for the other writer */
	TC_E_DAMAGED,		/* verify, restore or rebuild */
	TC_E_SCHEMA,		/* rebuild with this version */
	TC_E_FORMAT_OLD,	/* ask for a newer --format-version */
	TC_E_FORMAT_NEW,	/* ask for an older --format-version */
	TC_E_NOT_FOUND,		/* no such article */
	TC_E_BUG,		/* report it */
	TC_E_MEMORY,		/* ask for less */
	TC_E_OUTPUT,		/* stdout could not be written */
	TC_E_TEMPORARY,		/* try again */
	TC_E_SHARD,		/* ask the others without this one */
	TC_CODE_COUNT
};

struct tc_error {
	enum tc_code code;
	char message[TC_MESSAGE_MAX];
};

/* Sets *err and returns -1, so that `return tc_fail(err, ...)` reads well.
 * The format is given in English and looked up in the user's language, as those
 * of tc_error_context() and tc_error_add() are (base/language.h).
 * err may be NULL.  Of a message that is longer than the array the middle is
 * left out, between characters. */
int tc_fail(struct tc_error *err, enum tc_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts "CONTEXT: " before the message. */
void tc_error_context(struct tc_error *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Puts more behind the message: what to do. */
void tc_error_add(struct tc_error *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* strerror() and strsignal(), in the user's language. */
const char *tc_strerror(int number);
const char *tc_strsignal(int number);

/* The exit status, and the stable name ("no-archive"), of a code. */
int tc_code_exit(enum tc_code code);
const char *tc_code_name(enum tc_code code);

/* A bug: says where, and ends the program with 70. */
void tc_bug_at(const char *file, int line, const char *what)
	__attribute__((noreturn));
#define tc_bug(what) tc_bug_at(__FILE__, __LINE__, (what))
#define tc_assert(cond) ((cond) ? (void)0 : tc_bug(#cond))

#endif
