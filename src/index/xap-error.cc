/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/xap-guard.hh"

extern "C" {
#include "base/language.h"
}

#include <cerrno>
#include <cstring>
#include <new>
#include <stdexcept>

/* Of the system, in the user's language; NULL where it said nothing. */
static const char *system_words(const Xapian::Error &e)
{
	const char *os = e.get_error_string();

	return os ? _(os) : NULL;
}

/* The system had no more files to open tables with. */
static bool is_passing(const Xapian::Error &e)
{
	const char *os = e.get_error_string();

	return os && (strcmp(os, strerror(EMFILE)) == 0 ||
		      strcmp(os, strerror(ENFILE)) == 0);
}

/* Xapian has no class for what it could not write, only words: nothing is
 * wrong with what was there. */
static bool is_unwritten(const Xapian::Error &e)
{
	static const char *const words[] = { "rror writing", "Commit failed",
					     "Failed to create",
					     "mkdir failed" };

	for (const char *said : words)
		if (e.get_msg().find(said) != std::string::npos)
			return true;
	return false;
}

/* What is wrong in our words, and in brackets in Xapian's, which has no other
 * language. */
static int said(const Xapian::Error &e, enum tc_code code, const char *what,
		struct tc_error *err)
{
	const char *os = system_words(e);

	if (is_unwritten(e)) {
		code = TC_E_OUTPUT;
		what = N_("its tables cannot be written");
	}
	return tc_fail(err, code, "%s (Xapian: %s%s%s)", _(what),
		       e.get_msg().c_str(), os ? ": " : "", os ? os : "");
}

/* "remote:tcp(shard3.example:7010)" */
static int lost_shard(const Xapian::Error &e, struct tc_error *err)
{
	std::string at = e.get_context();
	size_t open = at.find('('), close = at.rfind(')');
	const char *os = system_words(e);

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
		return said(e, TC_E_LOCKED, N_("its tables are locked"), err);
	} catch (const Xapian::DatabaseModifiedError &) {
		return tc_fail(err, TC_E_TEMPORARY,
			       "it was changed while it was read; try again");
	} catch (const Xapian::DatabaseVersionError &e) {
		return said(e, TC_E_SCHEMA,
			    N_("its tables are of another version of Xapian"),
			    err);
	} catch (const Xapian::DatabaseCorruptError &e) {
		return said(e, TC_E_DAMAGED, N_("its tables are damaged"), err);
	} catch (const Xapian::DatabaseNotFoundError &e) {
		return said(e, TC_E_NO_ARCHIVE, N_("its tables are not there"),
			    err);
	} catch (const Xapian::DatabaseOpeningError &e) {
		return said(e, is_passing(e) ? TC_E_TEMPORARY : TC_E_DAMAGED,
			    N_("its tables cannot be opened"), err);
	} catch (const Xapian::DatabaseError &e) {
		return said(e, TC_E_DAMAGED, N_("its tables cannot be read"),
			    err);
	} catch (const Xapian::NetworkError &e) {
		return lost_shard(e, err);
	} catch (const Xapian::DocNotFoundError &e) {
		/* numbers of documents come out of the database itself */
		return said(e, TC_E_DAMAGED, N_("its tables are damaged"), err);
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
