/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A stored record as JSON and back, field by field, for dumps: everything
 * that is stored, and nothing of how.  write(read(bytes)) = bytes.
 * tracuu-archive(5) lists the names.
 */
#ifndef TC_INDEX_RECORD_JSON_H
#define TC_INDEX_RECORD_JSON_H

#include "base/json.h"

/* The members of a record are set in `o`.  TC_E_DAMAGED when the record breaks
 * its form, TC_E_SCHEMA when it has a field that is not known here. */
int tc_record_to_json(struct tc_str bytes, struct tc_json *o,
		      struct tc_error *err);
/* TC_E_INPUT names the member that is wrong. */
int tc_record_from_json(const struct tc_json *o, struct tc_buf *bytes,
			struct tc_error *err);

#endif
