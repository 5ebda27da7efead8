/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Last words: a crash inside the engine is told, any other takes its course. */
#include "config.h"

#include "tests/unit/unit.h"

#include "base/crash.h"

#include <sys/wait.h>
#include <unistd.h>

static bool drained;

/* Dies of a signal in a child; its wait status, what it wrote to both. */
static int die(const struct tc_crash *c, bool inside, int signal_number,
	       char out[2048])
{
	int ends[2], status;
	size_t n = 0;
	ssize_t more;

	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		dup2(ends[1], STDERR_FILENO);
		tc_crash_prepare(c);
		tc_crash_inside = inside;
		raise(signal_number);
		_exit(0);
	}
	close(ends[1]);
	while ((more = read(ends[0], out + n, 2047 - n)) > 0)
		n += (size_t)more;
	out[n] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void test_inside(void **state)
{
	static const struct {
		struct tc_crash c;
		const char *said;
	} rows[] = {
		{ { .program = "tracuu", .archive = "báo cũ" },
		  "tracuu: archive 'báo cũ': Xapian crashed on its tables, "
		  "which are damaged; 'tracuu-import --db báo cũ --verify' "
		  "says more\n" },
		{ { .program = "tracuu" },
		  "tracuu: one of several archives: Xapian crashed on its "
		  "tables, which are damaged; 'tracuu-import --db DIR "
		  "--verify' of each tells which\n" },
		{ { .program = "tracuu-import", .archive = "a\033b",
		    .mend = "put it back" },
		  "tracuu-import: archive 'a?b': Xapian crashed on its "
		  "tables, which are damaged; put it back\n" },
		{ { .program = "tracuu", .archive = "a\"\\",
		    .mend = "put it back", .form = TC_CRASH_JSON },
		  "{\"error\":{\"code\":\"damaged\",\"message\":\"archive "
		  "'a\\\"\\\\': Xapian crashed on its tables, which are "
		  "damaged; put it back\"}}\n" },
		{ { .program = "tracuu", .mend = "x", .drained = &drained,
		    .form = TC_CRASH_JSON_LINE },
		  "{\"type\":\"error\",\"error\":{\"code\":\"damaged\","
		  "\"message\":\"one of several archives: Xapian crashed on "
		  "its tables, which are damaged; x\"}}\n" },
	};
	static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGABRT };
	char out[2048];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int status = die(&rows[i].c, true, signals[i % 4], out);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 6);
		assert_string_equal(out, rows[i].said);
	}
}

/* What is begun on stdout is not ended by an object of another kind. */
static void test_drained(void **state)
{
	const struct tc_crash c = { .program = "tracuu", .mend = "x",
				    .drained = &drained,
				    .form = TC_CRASH_JSON };
	char out[2048];

	(void)state;
	drained = true;
	assert_true(WIFEXITED(die(&c, true, SIGSEGV, out)));
	drained = false;
	assert_int_equal(strncmp(out, "tracuu: one", 11), 0);
}

static void test_outside(void **state)
{
	const struct tc_crash c = { .program = "tracuu" };
	char out[2048];

	(void)state;
	/* a sanitizer has its own way to end it */
	int status = die(&c, false, SIGBUS, out);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 6);
	assert_null(strstr(out, "damaged"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inside),
		cmocka_unit_test(test_drained),
		cmocka_unit_test(test_outside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
