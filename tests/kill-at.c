/* SPDX-License-Identifier: GPL-2.0-or-later */
/* kill-at MICROSECONDS COMMAND...: starts the command in a process group of
 * its own and kills all of it with SIGKILL after so long.  0 when it was
 * killed, 1 when it had ended before. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	long us = argc > 2 ? atol(argv[1]) : -1;
	const struct timespec pause = { us / 1000000, us % 1000000 * 1000 };
	int status;

	if (us < 0)
		return 2;
	pid_t child = fork();
	if (child == 0) {
		setpgid(0, 0);
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	setpgid(child, child);
	nanosleep(&pause, NULL);
	kill(-child, SIGKILL);
	if (child < 0 || waitpid(child, &status, 0) != child)
		return 2;
	return WIFSIGNALED(status) ? 0 : 1;
}
