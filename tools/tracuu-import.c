/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tracuu-import: captures in, an archive out.  Every capture is imported,
 * replaced, unchanged, a duplicate or rejected, and the program says how
 * many were which.
 */
#include "config.h"

#include "base/crash.h"
#include "base/file.h"
#include "base/language.h"
#include "base/mem.h"
#include "tools/import-absent.h"
#include "tools/import-delete.h"
#include "tools/import-dump.h"
#include "tools/import-generation.h"
#include "tools/import-options.h"
#include "tools/import-print.h"
#include "tools/import-raw.h"
#include "tools/import-report.h"
#include "tools/import-run.h"
#include "tools/import-verify.h"
#include "tools/tell.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct import_mode import_modes[] = {
	{ IMPORT_ON_NOT_INDEXED, "not-indexed", false, import_absent },
	{ IMPORT_ON_RAW, "raw", false, import_raw },
	{ IMPORT_ON_REPORT, "report", false, import_report },
	{ IMPORT_ON_REBUILD, "rebuild", true, import_rebuild },
	{ IMPORT_ON_ROLLBACK, "rollback", false, import_rollback },
	{ IMPORT_ON_COMPACT, "compact", false, import_compact },
	{ IMPORT_ON_VERIFY, "verify", true, import_verify },
	{ IMPORT_ON_STATS, "stats", false, import_stats },
	{ IMPORT_ON_DUMP, "dump", false, import_dump },
	{ IMPORT_ON_RESTORE, "restore", false, import_restore },
	{ IMPORT_ON_DELETE, "delete", true, import_delete },
	{ IMPORT_ON_TAKEDOWN, "takedown", true, import_takedown },
	{ IMPORT_ON_LIFT, "lift", true, import_lift },
	{ IMPORT_ON_PRINT_SCHEMA, "print-schema", false,
				     import_print_schema },
};
const size_t import_mode_count = sizeof import_modes / sizeof *import_modes;

/* What an archive that is damaged does to Xapian (base/crash.h). */
static void heed_crashes(const struct import_options *o)
{
	const struct tc_crash c = {
		.program = "tracuu-import", .archive = o->db,
		.mend = o->mode && o->mode->run == import_verify ?
				IMPORT_PUT_BACK : NULL,
	};

	tc_crash_prepare(&c);
}

/* In the form that was asked for; the exit status. */
static int report(const struct import_options *o, const struct tc_error *err)
{
	struct tc_error bad;

	if (!o->json || err->code == TC_E_OUTPUT ||
	    import_print_error(err, &bad) != 0)
		tell("tracuu-import", "%s", err->message);
	return tc_code_exit(err->code);
}

static int flush_stdout(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fprintf(stderr, _("tracuu-import: cannot write the output: %s\n"),
		tc_strerror(errno));
	return tc_code_exit(TC_E_OUTPUT);
}

int main(int argc, char **argv)
{
	struct import_options o;
	struct tc_error err = { .code = TC_OK };

	tc_file_hold_standard();
	setlocale(LC_CTYPE, "");
	tc_last_words(STDERR_FILENO, N_("tracuu-import: out of memory\n"));
	setenv("XAPIAN_FLUSH_THRESHOLD", TC_FLUSH_THRESHOLD, 0);
	int status = import_options_read(&o, argc, argv, &err);
	if (status > 0)
		status = 0;
	else if (status == 0) {
		heed_crashes(&o);
		status = o.mode ? o.mode->run(&o, &err) : import_run(&o, &err);
	}
	if (status < 0)
		status = report(&o, &err);
	import_options_release(&o);
	return flush_stdout(status);
}
