/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/error.h"

#include "base/language.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

/* In glibc's words, whose own catalogue is seldom installed. */
static const struct {
	int number;
	const char *words;
} errors[] = {
	{ E2BIG, N_("Argument list too long") },
	{ EACCES, N_("Permission denied") },
	{ EADDRINUSE, N_("Address already in use") },
	{ EADDRNOTAVAIL, N_("Cannot assign requested address") },
	{ EAGAIN, N_("Resource temporarily unavailable") },
	{ EBADF, N_("Bad file descriptor") },
	{ EBUSY, N_("Device or resource busy") },
	{ ECHILD, N_("No child processes") },
	{ ECONNREFUSED, N_("Connection refused") },
	{ ECONNRESET, N_("Connection reset by peer") },
	{ EDEADLK, N_("Resource deadlock avoided") },
	{ EDQUOT, N_("Disk quota exceeded") },
	{ EEXIST, N_("File exists") },
	{ EFAULT, N_("Bad address") },
	{ EFBIG, N_("File too large") },
	{ EHOSTUNREACH, N_("No route to host") },
	{ EILSEQ, N_("Invalid or incomplete multibyte or wide character") },
	{ EINTR, N_("Interrupted system call") },
	{ EINVAL, N_("Invalid argument") },
	{ EIO, N_("Input/output error") },
	{ EISDIR, N_("Is a directory") },
	{ ELOOP, N_("Too many levels of symbolic links") },
	{ EMFILE, N_("Too many open files") },
	{ EMLINK, N_("Too many links") },
	{ ENAMETOOLONG, N_("File name too long") },
	{ ENETUNREACH, N_("Network is unreachable") },
	{ ENFILE, N_("Too many open files in system") },
	{ ENODATA, N_("No data available") },
	{ ENODEV, N_("No such device") },
	{ ENOENT, N_("No such file or directory") },
	{ ENOEXEC, N_("Exec format error") },
	{ ENOLCK, N_("No locks available") },
	{ ENOMEM, N_("Cannot allocate memory") },
	{ ENOSPC, N_("No space left on device") },
	{ ENOSYS, N_("Function not implemented") },
	{ ENOTCONN, N_("Transport endpoint is not connected") },
	{ ENOTDIR, N_("Not a directory") },
	{ ENOTEMPTY, N_("Directory not empty") },
	{ ENXIO, N_("No such device or address") },
	{ EOPNOTSUPP, N_("Operation not supported") },
	{ EOVERFLOW, N_("Value too large for defined data type") },
	{ EPERM, N_("Operation not permitted") },
	{ EPIPE, N_("Broken pipe") },
	{ EPROTO, N_("Protocol error") },
	{ ERANGE, N_("Numerical result out of range") },
	{ EREMOTEIO, N_("Remote I/O error") },
	{ EROFS, N_("Read-only file system") },
	{ ESPIPE, N_("Illegal seek") },
	{ ESRCH, N_("No such process") },
	{ ESTALE, N_("Stale file handle") },
	{ ETIMEDOUT, N_("Connection timed out") },
	{ ETXTBSY, N_("Text file busy") },
	{ EUCLEAN, N_("Structure needs cleaning") },
	{ EXDEV, N_("Invalid cross-device link") },
};

const char *tc_strerror(int number)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].number == number)
			return _(errors[i].words);
	return strerror(number);
}

static const struct {
	int number;
	const char *words;
} signals[] = {
	{ SIGABRT, N_("Aborted") },
	{ SIGALRM, N_("Alarm clock") },
	{ SIGBUS, N_("Bus error") },
	{ SIGFPE, N_("Floating point exception") },
	{ SIGHUP, N_("Hangup") },
	{ SIGILL, N_("Illegal instruction") },
	{ SIGINT, N_("Interrupt") },
	{ SIGKILL, N_("Killed") },
	{ SIGPIPE, N_("Broken pipe") },
	{ SIGQUIT, N_("Quit") },
	{ SIGSEGV, N_("Segmentation fault") },
	{ SIGSTKFLT, N_("Stack fault") },
	{ SIGSYS, N_("Bad system call") },
	{ SIGTERM, N_("Terminated") },
	{ SIGTRAP, N_("Trace/breakpoint trap") },
	{ SIGUSR1, N_("User defined signal 1") },
	{ SIGUSR2, N_("User defined signal 2") },
	{ SIGXCPU, N_("CPU time limit exceeded") },
	{ SIGXFSZ, N_("File size limit exceeded") },
};

const char *tc_strsignal(int number)
{
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (signals[i].number == number)
			return _(signals[i].words);
	return strsignal(number);
}
