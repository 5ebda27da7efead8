/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names under which one site is served: "www.langson.gov.vn" and
 * "m.langson.gov.vn" are langson.gov.vn. */
#ifndef TC_BASE_HOST_H
#define TC_BASE_HOST_H

#include "base/str.h"

/* "www.", "m." ..., up to a NULL. */
extern const char *const tc_host_faces[];

/* The host without its face. */
struct tc_str tc_host_plain(struct tc_str host);

#endif
