/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The article: what import and index meet in.  Everything in it lives in one
 * arena, the article's.  All text is valid UTF-8 in normal form
 * (text/normalize.h).  Spans are half-open byte ranges into `text`, which is
 * the title, a blank line, and the body.
 *
 *   text  "SINH HOAT CHI BO ...\n\nThuc hien De an so 02-DA/TU ..."
 *          `---- title_len ---'    ^ body
 */
#ifndef TC_FACT_ARTICLE_H
#define TC_FACT_ARTICLE_H

#include "base/mem.h"
#include "base/str.h"

#include <stdint.h>

/* A calendar date at its precision; a zero is open.  Precision is the finest
 * part that is given.  Written 2021-09-01, 2021-09, 2023-Q1, 2023, --05-15. */
struct tc_date {
	int16_t year;
	uint8_t quarter;	/* 1 to 4, only without month */
	uint8_t month;
	uint8_t day;
};

enum tc_precision {
	TC_PRECISION_NONE, TC_PRECISION_YEAR, TC_PRECISION_QUARTER,
	TC_PRECISION_MONTH, TC_PRECISION_DAY
};

/* Closed list; the names are "published", "updated", ... */
enum tc_role {
	TC_ROLE_PUBLISHED, TC_ROLE_UPDATED, TC_ROLE_EVENT,
	TC_ROLE_CITED,		/* a document's own date */
	TC_ROLE_HISTORIC, TC_ROLE_FUTURE,
	TC_ROLE_CLOCK,		/* when the page was rendered */
	TC_ROLE_COUNT
};

/* Which date stands as the article's own. */
enum tc_basis {
	TC_BASIS_NONE,
	TC_BASIS_PAGE,		/* printed on the page, or its metadata */
	TC_BASIS_URL,
	TC_BASIS_EVENT,		/* none given: the event's date stands in */
	TC_BASIS_COUNT
};

struct tc_published {
	struct tc_date date;	/* all zero when unknown */
	enum tc_basis basis;
	bool inferred;		/* a digit of it was guessed by a rule */
	const char *rule;	/* static: which rule gave it */
};

/* A date that the importer found beside the text: the resolver (published.h)
 * reads and weighs it. */
enum tc_hint_kind {
	TC_HINT_METADATA,	/* JSON-LD, meta, time@datetime: published */
	TC_HINT_MODIFIED,	/* the same for the last change */
	TC_HINT_LABELLED,	/* a line with a label ("Ngay dang: ...") */
	TC_HINT_UPDATED,	/* a line labelled as an update */
	TC_HINT_LINE,		/* a line of its own near the title */
	TC_HINT_CLOCK,		/* a date in the page's header or footer */
};
struct tc_hint {
	enum tc_hint_kind kind;
	struct tc_str value;	/* as printed */
};

enum tc_system { TC_SYSTEM_PARTY, TC_SYSTEM_STATE, TC_SYSTEM_OTHER };

/* A mention of a document. */
struct tc_number {
	uint32_t start, end;
	struct tc_str printed;
	struct tc_str canonical; /* "21-NQ/TW"; unresolved: "CT 5", "NQTW4/XI" */
	struct tc_str id;	/* "21-NQ/TW@2022-06-16"; empty while open */
	struct tc_str plenum;	/* "NQTW4/XII", the name that the registry
				   knows the document by; else empty */
	struct tc_str number;	/* "21", "205B"; without leading zeros */
	struct tc_str year;	/* "2020" in 15/2020/ND-CP, else empty */
	struct tc_str type;	/* "NQ"; empty when there is none */
	struct tc_str issuer;	/* "TW", "CB2"; empty for short mentions */
	struct tc_str issuer_unit; /* the unit meant, when plain; else empty */
	enum tc_system system;
	struct tc_date date;	/* printed beside it */
	uint8_t term;		/* in which the registry has the document; 0:
				   what its date tells */
	bool conflict;		/* the printed date contradicts the registry */
	float confidence;	/* 0 to 1 */
	const char *rule;	/* static */
};

struct tc_date_mention {
	uint32_t start, end;
	struct tc_str printed;
	struct tc_date from, to; /* equal unless several days are meant */
	enum tc_role role;
	bool inferred;		/* a digit was guessed (the year) */
	bool conflict;		/* contradicts another date of the article */
	float confidence;
	const char *rule;
};

enum tc_unit_role { TC_UNIT_SUBJECT, TC_UNIT_MENTION };

struct tc_unit {
	uint32_t start, end;
	struct tc_str printed;
	struct tc_str canonical;
	const char *kind;	/* static, of unit.h's closed list */
	struct tc_str *parents;	/* canonical names, nearest first */
	size_t parent_count;
	struct tc_str today;	/* the Party organisation of the province that
				   it lies in since a merger, "Đảng bộ tỉnh Lâm
				   Đồng" for one of Bình Thuận; else empty */
	enum tc_unit_role role;
	float confidence;
	const char *rule;
};

/* A line that was taken out of the body as furniture of its site: the
 * original has it before line `line` of the body as it is now, lines cut
 * earlier aside. */
struct tc_cut {
	uint32_t line;
	struct tc_str text;
};

/* Where the capture came from, as the importer saw it. */
struct tc_capture_info {
	struct tc_str source;	/* path from the argument's last component,
				   plus the record inside it */
	uint64_t size;		/* bytes of the capture */
	int64_t mtime_ns;	/* of its file; 0 when unknown */
	int64_t fetched_ns;	/* when a crawler got it; 0 when unknown */
	uint8_t digest[32];	/* SHA-256 of the capture's bytes */
};

#define TC_ID_DIGITS 16

/* Whether `s` is the start of an id: `least` hexadecimal digits or more, in
 * lower case. */
bool tc_article_is_id(struct tc_str s, size_t least);

struct tc_article {
	struct tc_capture_info capture;
	char id[TC_ID_DIGITS + 1];	/* hexadecimal digits */
	uint8_t content[32];	/* SHA-256 of the text, lines cut included */
	struct tc_str url;	/* canonical; empty when unknown */
	struct tc_str site;	/* its host; empty when unknown */
	struct tc_str language;	/* "vi", "en" */
	struct tc_str section, byline, credit;
	struct tc_str default_unit; /* subject of what names none: by a rule */
	struct tc_str text;
	uint32_t title_len;
	struct tc_hint *hints;
	size_t hint_count;
	struct tc_cut *cuts;	/* in order */
	size_t cut_count;

	/* filled by tc_extract() */
	struct tc_published published;
	struct tc_number *numbers;	/* by start, none overlapping */
	size_t number_count;
	struct tc_date_mention *dates;
	size_t date_count;
	struct tc_unit *units;
	size_t unit_count;
};

static inline struct tc_str tc_article_title(const struct tc_article *a)
{
	return tc_str(a->text.p, a->title_len);
}

/* Sets text and title_len from a title and a body in normal form. */
void tc_article_set_text(struct tc_article *a, struct tc_arena *arena,
			 struct tc_str title, struct tc_str body);

const char *tc_role_name(enum tc_role role);
const char *tc_basis_name(enum tc_basis basis);

#endif
