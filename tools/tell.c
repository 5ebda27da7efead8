/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "tools/tell.h"

#include "query/terminal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void tell(const char *program, const char *format, ...)
{
	TC_SCOPED_BUF line = { 0 };
	char *message;
	va_list ap;

	va_start(ap, format);
	int n = vasprintf(&message, format, ap);
	va_end(ap);
	if (n < 0)
		return;
	tc_terminal_put_line(&line, tc_str(message, (size_t)n));
	free(message);
	fprintf(stderr, "%s: %s\n", program, tc_buf_cstr(&line));
}
