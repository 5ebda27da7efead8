/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

#include <new>

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
	} catch (const Xapian::DatabaseModifiedError &e) {
		return tc_fail(err, TC_E_TEMPORARY, "%s", e.get_msg().c_str());
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
		return tc_fail(err, TC_E_TEMPORARY, "%s", e.get_msg().c_str());
	} catch (const Xapian::DocNotFoundError &e) {
		return tc_fail(err, TC_E_NOT_FOUND, "%s", e.get_msg().c_str());
	} catch (const Xapian::WildcardError &e) {
		return tc_fail(err, TC_E_QUERY, "%s", e.get_msg().c_str());
	} catch (const Xapian::Error &e) {
		return tc_fail(err, TC_E_BUG, "%s",
			       e.get_description().c_str());
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
