/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one guard through which every call into Xapian goes. */
#ifndef TC_INDEX_XAP_GUARD_HH
#define TC_INDEX_XAP_GUARD_HH

#include <xapian.h>

#include <string>
#include <vector>

extern "C" {
#include "index/xap.h"
}

struct tc_xdb {
	Xapian::Database db;
	std::vector<Xapian::Database> shards;	/* when there are several */
	bool remote = false;			/* some are elsewhere */
};

struct tc_xquery {
	Xapian::Query query;
	Xapian::Query far;	/* for servers: what they do not know left out */
};

struct tc_xdoc {
	Xapian::Document doc;
};

struct tc_xwriter {
	std::vector<Xapian::WritableDatabase> dbs;
	tc_xdb view;
};

/* Sets err from the exception being handled; returns -1. */
int tc_xap_caught(struct tc_error *err) noexcept;

template <typename Body> int guarded(struct tc_error *err, Body body) noexcept
{
	try {
		return body();
	} catch (...) {
		return tc_xap_caught(err);
	}
}

static inline std::string to_string(struct tc_str s)
{
	return std::string(s.p ? s.p : "", s.n);
}

#endif
