/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "fact/docnum.h"

#include "fact/date.h"
#include "fact/doctype.h"
#include "fact/term.h"
#include "text/fold.h"
#include "text/utf8.h"

/* The document's date: what stands behind @ in its id, else as printed. */
static struct tc_date date_of(const struct tc_number *n)
{
	struct tc_date d = { 0 };
	size_t at = n->id.n ? tc_str_find(n->id, TC_STR("@"), 0) : SIZE_MAX;

	if (at != SIZE_MAX)
		tc_date_read(tc_str_from(n->id, at + 1), &d);
	else if (!n->id.n && !n->conflict)
		d = n->date;
	return d;
}

/* Only the centre's terms are the ones we know. */
static bool is_central(struct tc_str issuer)
{
	return tc_str_ends(issuer, TC_STR("TW"));
}

/* 08-QDi/TW and 08-QD/TW are one number: the keys say QD. */
struct tc_str tc_docnum_canonical_key(struct tc_str canonical,
				      struct tc_buf *room)
{
	const struct tc_str variant = TC_STR("-QĐi/");
	const size_t at = canonical.n && memchr(canonical.p, 'i', canonical.n) ?
				  tc_str_find(canonical, variant, 0) :
				  SIZE_MAX;

	if (at == SIZE_MAX)
		return canonical;
	tc_buf_clear(room);
	tc_buf_add(room, canonical.p, at);
	tc_buf_puts(room, "-QĐ/");
	tc_buf_addstr(room, tc_str_from(canonical, at + variant.n));
	return tc_buf_str(room);
}

static void put_canonical(const struct tc_number *n, struct tc_buf *out)
{
	TC_SCOPED_BUF room = { 0 };

	tc_buf_addstr(out, tc_docnum_canonical_key(n->canonical, &room));
}

static void put_at(const struct tc_number *n, struct tc_buf *out)
{
	put_canonical(n, out);
	tc_buf_addc(out, '@');
}

/* The date as far as it is asked for; false when less of it is known. */
static bool put_date(const struct tc_number *n, enum tc_docnum_key key,
		     struct tc_buf *out)
{
	struct tc_date d = date_of(n);
	char text[TC_DATE_MAX];

	if (!d.year || (key == TC_KEY_DATED && !d.day) ||
	    (key == TC_KEY_MONTH && !d.month))
		return false;
	if (key == TC_KEY_MONTH)
		d = (struct tc_date){ .year = d.year, .month = d.month };
	else if (key == TC_KEY_YEAR)
		d = (struct tc_date){ .year = d.year };
	put_at(n, out);
	tc_buf_puts(out, tc_date_print(d, text));
	return true;
}

static bool put_term(const struct tc_number *n, struct tc_buf *out)
{
	int term = !is_central(n->issuer) ? 0 :
		   n->term ? n->term : tc_term_of(date_of(n));

	if (!term)
		return false;
	put_at(n, out);
	tc_buf_printf(out, "khoa%s", tc_term_name(term));
	return true;
}

static bool put(struct tc_str part, struct tc_buf *out)
{
	tc_buf_addstr(out, part);
	return part.n > 0;
}

bool tc_docnum_is_short(const struct tc_number *n)
{
	return n->type.n && n->number.n && !n->issuer.n &&
	       memchr(n->canonical.p, ' ', n->canonical.n);
}

void tc_docnum_symbol_head(const struct tc_number *n, struct tc_buf *out)
{
	tc_buf_printf(out, "%s%.*s-%.*s/", n->number.n < 2 ? "0" : "",
		      TC_ARG(n->number), TC_ARG(n->type));
}

static bool put_short(const struct tc_number *n, struct tc_buf *out)
{
	bool has_all = n->type.n && n->number.n && n->issuer.n;

	if (!has_all && !tc_docnum_is_short(n))
		return false;
	tc_buf_addstr(out, n->type);
	tc_buf_addc(out, ' ');
	tc_buf_addstr(out, n->number);
	return true;
}

bool tc_docnum_key(const struct tc_number *n, enum tc_docnum_key key,
		   struct tc_buf *out)
{
	tc_buf_clear(out);
	switch (key) {
	case TC_KEY_CANONICAL:
		put_canonical(n, out);
		return out->n > 0;
	case TC_KEY_DATED:
	case TC_KEY_MONTH:
	case TC_KEY_YEAR:
		return put_date(n, key, out);
	case TC_KEY_TERM:
		return put_term(n, out);
	case TC_KEY_TYPE:
		return put(n->type, out);
	case TC_KEY_NUMBER:
		return put(n->number, out);
	case TC_KEY_ISSUER:
		return put(n->issuer, out);
	case TC_KEY_SHORT:
		return put_short(n, out);
	case TC_KEY_COUNT:
		break;
	}
	return false;
}

bool tc_docnum_may_have_stroke(const struct tc_number *n)
{
	TC_SCOPED_BUF lower = { 0 }, bare = { 0 };
	struct tc_str rest, part;
	size_t own;

	tc_fold_lower(n->issuer, &lower);
	rest = tc_buf_str(&lower);
	while (tc_str_split(&rest, '-', &part)) {
		tc_buf_clear(&bare);
		tc_fold_bare(part, &bare);
		tc_body_find(tc_buf_str(&bare), &own);
		const char *p = part.p, *end = tc_str_end(part);
		for (size_t i = 0; p < end; i++)
			if (tc_utf8_next(&p, end) == 'd' && i >= own)
				return true;
	}
	return false;
}

/* The same; of an issuer, which is at the end, a plain D is one with stroke as
 * well. */
static bool same_key(struct tc_str asked, struct tc_str cited, size_t issuer)
{
	const struct tc_str stroke = TC_STR("\u0110");
	const char *from = tc_str_end(asked) - issuer;

	while (asked.n && cited.n) {
		size_t n = 1;
		if (asked.p[0] == 'D' && asked.p >= from &&
		    tc_str_starts(cited, stroke))
			n = stroke.n;
		else if (asked.p[0] != cited.p[0])
			return false;
		asked = tc_str_from(asked, 1);
		cited = tc_str_from(cited, n);
	}
	return !asked.n && !cited.n;
}

bool tc_docnum_means(const struct tc_number *asked,
		     const struct tc_number *cited)
{
	TC_SCOPED_BUF a = { 0 }, b = { 0 };

	if (!tc_docnum_is_short(asked))
		return tc_docnum_key(asked, TC_KEY_CANONICAL, &a) &&
		       tc_docnum_key(cited, TC_KEY_CANONICAL, &b) &&
		       same_key(tc_buf_str(&a), tc_buf_str(&b),
				asked->issuer.n);
	return tc_str_eq(asked->type, cited->type) &&
	       tc_str_eq(asked->number, cited->number) &&
	       (!asked->year.n || !cited->year.n ||
		tc_str_eq(asked->year, cited->year));
}

bool tc_docnum_is_open_plenum(const struct tc_number *n)
{
	return !n->issuer.n && n->number.n &&
	       !memchr(n->canonical.p, ' ', n->canonical.n) &&
	       !memchr(n->canonical.p, '/', n->canonical.n);
}

bool tc_docnum_is_of_plenum(const struct tc_number *open, struct tc_str name)
{
	const size_t n = open->canonical.n;

	return tc_docnum_is_open_plenum(open) &&
	       tc_str_starts(name, open->canonical) &&
	       (name.n == n || name.p[n] == '/');
}

/* Behind "khoa" in any spelling; empty when it does not start so. */
static struct tc_str behind_khoa(struct tc_str at)
{
	static const char *const heads[] = {
		"khoa", "khóa", "khoá", "Khoa", "Khóa", "Khoá", "KHÓA", "KHOÁ",
		"KHOA",
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (tc_str_starts(at, tc_str0(heads[i])))
			return tc_str_trim(tc_str_from(at, strlen(heads[i])));
	return (struct tc_str){ NULL, 0 };
}

/* 30/10/2016, 30-10-2016, 30.10.2016; 10/2016. */
static bool read_day_first(struct tc_str at, struct tc_date *d)
{
	int part[3] = { 0 }, n = 0;

	if (at.n > 10)
		return false;
	for (size_t i = 0; i < at.n; i++) {
		if (at.p[i] >= '0' && at.p[i] <= '9')
			part[n] = 10 * part[n] + (at.p[i] - '0');
		else if (!strchr("/-.", at.p[i]) || ++n > 2)
			return false;
	}
	if (!n || part[0] > 31 || part[n - 1] > 12 || part[n] > 9999)
		return false;
	*d = (struct tc_date){ .year = (int16_t)part[n],
			       .month = (uint8_t)part[n - 1],
			       .day = (uint8_t)(n == 2 ? part[0] : 0) };
	return (d->day || n == 1) && d->month && d->year > 999 &&
	       tc_date_valid(*d);
}

bool tc_docnum_at(struct tc_str at, struct tc_buf *out)
{
	struct tc_str term = behind_khoa(at);
	struct tc_date d, last;
	char text[TC_DATE_MAX];

	tc_buf_clear(out);
	if (term.n) {
		tc_buf_printf(out, "khoa%s", tc_term_name(tc_term_read(term)));
		return tc_term_days((uint32_t)tc_term_read(term), &d, &last);
	}
	if (!tc_date_read(at, &d) && !read_day_first(at, &d))
		return false;
	if (!d.year)
		return false;
	tc_buf_puts(out, tc_date_print(d, text));
	return true;
}
