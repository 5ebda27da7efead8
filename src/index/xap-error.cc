/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

#include <new>
#include <stdexcept>

/* "remote:tcp(shard3.example:7010)" */
static int lost_shard(const Xapian::Error &e, struct tc_error *err)
{
	std::string at = e.get_context();
	size_t open = at.find('('), close = at.rfind(')');
	const char *os = e.get_error_string();

	if (open != at.npos && close != at.npos && close > open)
		at = at.substr(open + 1, close - open - 1);
	if (at.empty())
		return tc_fail(err, TC_E_SHARD,
			       "a shard on another machine: %s%s%s",
			       e.get_msg().c_str(), os ? ": " : "",
			       os ? os : "");
	return tc_fail(err, TC_E_SHARD, "shard %s: %s%s%s", at.c_str(),
		       e.get_msg().c_str(), os ? ": " : "", os ? os : "");
}

/* Each class of exception as what the caller can do about it.  The most
 * derived classes first. */
int tc_xap_caught(struct tc_error *err) noexcept
{
	try {
		throw;
	} catch (const std::bad_alloc &) {
		tc_out_of_memory();
	} catch (const Xapian::DatabaseLockError &e) {
		return tc_fail(err, TC_E_LOCKED, "%s", e.get_msg().c_str());
	} catch (const Xapian::DatabaseModifiedError &) {
		return tc_fail(err, TC_E_TEMPORARY,
			       "it was changed while it was read; try again");
	} catch (const Xapian::DatabaseVersionError &e) {
		return tc_fail(err, TC_E_SCHEMA, "%s", e.get_msg().c_str());
	} catch (const Xapian::DatabaseCorruptError &e) {
		return tc_fail(err, TC_E_DAMAGED, "%s", e.get_msg().c_str());
	} catch (const Xapian::DatabaseNotFoundError &e) {
		return tc_fail(err, TC_E_NO_ARCHIVE, "%s", e.get_msg().c_str());
	} catch (const Xapian::DatabaseOpeningError &e) {
		return tc_fail(err, TC_E_DAMAGED, "%s", e.get_msg().c_str());
	} catch (const Xapian::DatabaseError &e) {
		const char *os = e.get_error_string();
		return tc_fail(err, TC_E_DAMAGED, "%s%s%s", e.get_msg().c_str(),
			       os ? ": " : "", os ? os : "");
	} catch (const Xapian::NetworkError &e) {
		return lost_shard(e, err);
	} catch (const Xapian::DocNotFoundError &e) {
		/* numbers of documents come out of the database itself */
		return tc_fail(err, TC_E_DAMAGED, "%s", e.get_msg().c_str());
	} catch (const Xapian::WildcardError &e) {
		return tc_fail(err, TC_E_QUERY, "%s", e.get_msg().c_str());
	} catch (const Xapian::Error &e) {
		return tc_fail(err, TC_E_BUG, "%s",
			       e.get_description().c_str());
	} catch (const std::length_error &) {
		/* lengths come out of the tables */
		return tc_fail(err, TC_E_DAMAGED, "a length that cannot be");
	} catch (const std::exception &e) {
		return tc_fail(err, TC_E_BUG, "%s", e.what());
	} catch (...) {
		return tc_fail(err, TC_E_BUG, "unknown exception");
	}
}

const char *tc_xap_version(void) noexcept
{
	return Xapian::version_string();
}
