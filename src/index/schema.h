/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Terms and values: the one table that indexing, lookup and documentation
 * read.  Omega's prefixes where they exist; ours start with X and end in a
 * colon, so that no text runs into them.
 */
#ifndef TC_INDEX_SCHEMA_H
#define TC_INDEX_SCHEMA_H

#include "base/str.h"

#include <stdint.h>

/* Changes whenever an archive made before can no longer be read right. */
#define TC_SCHEMA_VERSION "4"

/* How text becomes terms.  Stored in the archive; a program with other
 * settings refuses it instead of finding nothing. */
#define TC_SCHEMA_ANALYSIS "syllables=canonical;pairs=none;words=row"

/* Keys of the archive's metadata. */
#define TC_META_SCHEMA "tracuu-schema"
#define TC_META_ANALYSIS "tracuu-analysis"

enum tc_field {
	TC_F_TEXT,		/* words */
	TC_F_ID,
	TC_F_TITLE,
	TC_F_ALIAS,		/* id that a duplicate of it would have */
	TC_F_HOST,
	TC_F_LANGUAGE,
	TC_F_SOURCE,		/* digest of a source's name */
	TC_F_CONTENT,		/* digest of title and body */
	TC_F_NUMBER,		/* 21-NQ/TW, 21-NQ/TW@2022-06-16, @2022, @XIII */
	TC_F_NUMBER_SHORT,	/* NQ 21 */
	TC_F_NUMBER_DIGITS,	/* 21 */
	TC_F_TYPE,		/* NQ */
	TC_F_ISSUER,		/* TW */
	TC_F_YEAR,		/* 2023, none */
	TC_F_QUARTER,		/* 2023-Q4, of dates no finer than that */
	TC_F_MONTH,		/* 2023-06 */
	TC_F_DAY,		/* 2023-06-06 */
	TC_F_EVENT_YEAR,
	TC_F_EVENT_QUARTER,
	TC_F_EVENT_MONTH,
	TC_F_EVENT_DAY,
	TC_F_UNIT,		/* words of names, pairs with a blank */
	TC_F_UNIT_KIND,
	TC_F_UNIT_TODAY,	/* as UNIT, of the province since a merger */
	TC_F_CLUSTER,		/* name of the article's cluster (cluster.h) */
	TC_FIELD_COUNT
};

struct tc_schema_row {
	const char *prefix;
	const char *what;	/* for the documentation */
};
extern const struct tc_schema_row tc_schema[TC_FIELD_COUNT];

enum tc_slot {
	TC_SLOT_DATE,		/* yyyymmdd of publication, open parts 00; a
				   quarter as its last month, and a q */
	TC_SLOT_SOURCES,	/* struct tc_source_state, packed */
	TC_SLOT_COUNTED,	/* numbers, units, ... (counted.h) */
	/* near-duplicates (cluster.h) */
	TC_SLOT_SKETCH,
	TC_SLOT_CLUSTER,
	TC_SLOT_ID,		/* the 16 digits */
	TC_SLOT_WORDS,		/* the words in a row (wordrow.h) */
	TC_SLOT_LINES,		/* hashes of its lines (line-marks.h) */
	TC_SLOT_COUNT
};

/* Writes prefix + text, at most TC_TERM_MAX bytes, cut at a character
 * boundary; returns a view of the buffer. */
struct tc_str tc_schema_term(enum tc_field field, struct tc_str text,
			     struct tc_buf *buf);

#endif
