/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Holds the write lock of a Xapian database (its file "flintlock") as another
 * writer would, says "held", and waits to be killed. */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
			      .l_len = 1 };
	int fd = argc == 2 ? open(argv[1], O_RDWR) : -1;

	if (fd < 0 || fcntl(fd, F_SETLK, &lock) != 0) {
		perror("hold-lock");
		return 1;
	}
	puts("held");
	fflush(stdout);
	for (;;)
		pause();
}
