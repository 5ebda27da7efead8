/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Addresses of pages. */
#ifndef TC_IMPORT_URL_H
#define TC_IMPORT_URL_H

#include "base/mem.h"
#include "base/str.h"

/* `value` made absolute by `base` (may be empty), without fragment, scheme
 * and host in lower case.  Empty when it is no http or https address, or its
 * host has other than letters, digits, ".", "-" and "_" (an IPv6 address:
 * brackets and colons). */
struct tc_str tc_url_resolve(struct tc_arena *arena, struct tc_str value,
			     struct tc_str base);
/* The host of a resolved address, without port. */
struct tc_str tc_url_host(struct tc_str url);
/* Whether two are of one site: m.bao.vn and bao.vn, www and amp. */
bool tc_url_same_site(struct tc_str a, struct tc_str b);
/* Whether the path is that of a site's first page. */
bool tc_url_is_home(struct tc_str url);

#endif
