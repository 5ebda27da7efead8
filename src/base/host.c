/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "base/host.h"

const char *const tc_host_faces[] = { "www.", "m.", "amp.", "mobile.", "wap.",
				      NULL };

struct tc_str tc_host_plain(struct tc_str host)
{
	for (size_t i = 0; tc_host_faces[i]; i++)
		if (tc_str_starts(host, tc_str0(tc_host_faces[i])))
			return tc_str_from(host, strlen(tc_host_faces[i]));
	return host;
}
