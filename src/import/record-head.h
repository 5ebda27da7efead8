/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The headers of WARC and ARC records, for record.c. */
#ifndef TC_IMPORT_RECORD_HEAD_H
#define TC_IMPORT_RECORD_HEAD_H

#include "import/record.h"

struct tc_record_format {
	/* Whether a record begins with these bytes (which may go on). */
	bool (*starts)(struct tc_str bytes);
	/* Whether one may begin with these bytes, which are the last. */
	bool (*may_start)(struct tc_str bytes);
	/* The header's length; 0 while its end is not in sight. */
	size_t (*head)(struct tc_str bytes);
	/* Views into `head`.  False when it does not say the length. */
	bool (*parse)(struct tc_str head, struct tc_record *r);
};

extern const struct tc_record_format tc_record_warc, tc_record_arc;

#endif
