/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two commands against each other, taking turns, from exec to exit:
 *
 *	pair [-n RUNS] [-l LABEL] A ... -- B ...
 *
 * The last "--" parts them, so that A may have one of its own.
 *
 * One line: the label, the medians of A and B in milliseconds of wall time,
 * the median and the 95th percentile of the ratios A/B pair by pair; the same
 * medians for CPU time, which other load disturbs less; and the peak memory
 * of each in megabytes.  Output is thrown away; whoever calls compares the
 * answers.
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS_MAX 1000

struct run {
	double wall, cpu;	/* milliseconds */
	long memory;		/* kilobytes */
};

static double milliseconds(const struct timeval *t)
{
	return (double)t->tv_sec * 1e3 + (double)t->tv_usec / 1e3;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static struct run run(char **argv)
{
	struct rusage used;
	int status;
	double begin = now();
	pid_t child = vfork();

	if (child == 0) {
		int null = open("/dev/null", O_RDWR);
		dup2(null, 0);
		dup2(null, 1);
		dup2(null, 2);
		execvp(*argv, argv);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0 ||
	    !WIFEXITED(status) || WEXITSTATUS(status) > 3) {
		fprintf(stderr, "pair: '%s' failed\n", *argv);
		exit(1);
	}
	return (struct run){
		.wall = now() - begin,
		.cpu = milliseconds(&used.ru_utime) +
		       milliseconds(&used.ru_stime),
		.memory = used.ru_maxrss,
	};
}

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double percentile(double *v, int n, double share)
{
	qsort(v, (size_t)n, sizeof *v, by_size);
	return v[(int)((n - 1) * share + .5)];
}

int main(int argc, char **argv)
{
	static double a[RUNS_MAX], b[RUNS_MAX], wall[RUNS_MAX];
	static double cpu_a[RUNS_MAX], cpu_b[RUNS_MAX], cpu[RUNS_MAX];
	const char *label = "";
	int n = 11, c;
	long memory_a = 0, memory_b = 0;

	while ((c = getopt(argc, argv, "+n:l:")) != -1) {
		if (c == 'n')
			n = atoi(optarg);
		else if (c == 'l')
			label = optarg;
	}
	char **first = argv + optind, **second = first;
	for (char **word = first; *word; word++)
		if (strcmp(*word, "--") == 0)
			second = word;
	if (n < 1 || n > RUNS_MAX || !*first || !*second || !second[1]) {
		fputs("usage: pair [-n RUNS] [-l LABEL] A ... -- B ...\n",
		      stderr);
		return 2;
	}
	*second++ = NULL;
	(void)argc;
	run(first);		/* warm */
	run(second);
	for (int i = 0; i < n; i++) {
		struct run x = run(first), y = run(second);
		a[i] = x.wall;
		b[i] = y.wall;
		wall[i] = x.wall / y.wall;
		cpu_a[i] = x.cpu;
		cpu_b[i] = y.cpu;
		cpu[i] = x.cpu / y.cpu;
		memory_a = x.memory > memory_a ? x.memory : memory_a;
		memory_b = y.memory > memory_b ? y.memory : memory_b;
	}
	double p95 = percentile(wall, n, .95);
	printf("%-22s %8.2f %8.2f %6.2f %6.2f %8.2f %8.2f %6.2f %5.1f %5.1f\n",
	       label, percentile(a, n, .5), percentile(b, n, .5),
	       percentile(wall, n, .5), p95, percentile(cpu_a, n, .5),
	       percentile(cpu_b, n, .5), percentile(cpu, n, .5),
	       (double)memory_a / 1024, (double)memory_b / 1024);
	return 0;
}
