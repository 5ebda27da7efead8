/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The place whose site a host or a folder of a site is, by its name. */
#include "config.h"

#include "fact/gazetteer.h"

#include "base/mem.h"
#include "text/fold.h"
#include "text/utf8.h"

/* What stands before the stem in the hosts of newspapers, committees and
 * councils, and behind it in those of broadcasters and others. */
#define P(word) { word, sizeof word - 1 }
static const struct tc_str host_prefixes[] = {
	P(""), P("bao"), P("tinhuy"), P("thanhuy"), P("tinhdoan"), P("congan"),
	P("dang"), P("hdnd"), P("dbnd"),
};
static const struct tc_str host_suffixes[] = {
	P("tv"), P("24h"), P("portal"),
};
#define LONG_STEM 6	/* letters: "hanoi" ends "sohanoi" as well */

static const struct tc_place *stem_find(const struct tc_gazetteer *g,
					struct tc_str stem)
{
	const size_t count = sizeof host_suffixes / sizeof *host_suffixes;
	const struct tc_place *p = tc_gazetteer_stem(g, stem);

	for (size_t i = 0; !p && i < count; i++)
		if (tc_str_ends(stem, host_suffixes[i]))
			p = tc_gazetteer_stem(g, tc_str(stem.p,
					stem.n - host_suffixes[i].n));
	return p;
}

static const struct tc_place *label_find(const struct tc_gazetteer *g,
					 struct tc_str label)
{
	const size_t count = sizeof host_prefixes / sizeof *host_prefixes;

	for (size_t i = 0; i < count; i++) {
		const struct tc_str prefix = host_prefixes[i];
		if (i && (!label.n || *label.p != *prefix.p ||
			  !tc_str_starts(label, prefix)))
			continue;
		const struct tc_place *const p =
			stem_find(g, tc_str_from(label, prefix.n));
		if (p)
			return p;
	}
	return NULL;
}

/* "tuyengiaotiengiang": whatever office stands before a stem that is too long
 * to end a word by chance. */
static const struct tc_place *label_ends(const struct tc_gazetteer *g,
					 struct tc_str label)
{
	for (size_t i = 1; i + LONG_STEM <= label.n; i++) {
		const struct tc_place *const p =
			tc_gazetteer_stem(g, tc_str_from(label, i));
		if (p)
			return p;
	}
	return NULL;
}

static char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The label that names a place, from the last one on. */
static const struct tc_place *labels_find(const struct tc_gazetteer *g,
					  struct tc_str host)
{
	for (size_t end = host.n; end > 0;) {
		size_t start = end;
		while (start > 0 && host.p[start - 1] != '.')
			start--;
		const struct tc_str label = tc_str(host.p + start,
						   end - start);
		const struct tc_place *p = label_find(g, label);
		if (!p)
			p = label_ends(g, label);
		if (p)
			return p;
		end = start ? start - 1 : 0;
	}
	return NULL;
}

#define HOST_MAX 253		/* RFC 1035, 2.3.4 */

const struct tc_place *tc_gazetteer_site(const struct tc_gazetteer *g,
					 struct tc_str host)
{
	TC_SCOPED_BUF folded = { 0 };
	char lower[HOST_MAX];
	size_t n = 0;

	if (!g || !host.n || host.n > HOST_MAX)
		return NULL;
	for (; n < host.n && (unsigned char)host.p[n] < 0x80; n++)
		lower[n] = ascii_lower(host.p[n]);
	if (n == host.n)
		return labels_find(g, tc_str(lower, n));
	if (tc_utf8_valid(host) != host.n)
		return NULL;
	tc_fold_lower(host, &folded);
	return labels_find(g, tc_buf_str(&folded));
}

/* In whatever case; no letter beyond ASCII is one of these in another. */
static bool begins_committee(struct tc_str label)
{
	static const struct tc_str heads[] = { P("tinhuy"), P("thanhuy") };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t n = 0;
		while (n < label.n && n < heads[i].n &&
		       ascii_lower(label.p[n]) == heads[i].p[n])
			n++;
		if (n == heads[i].n)
			return true;
	}
	return false;
}

const struct tc_place *tc_gazetteer_path(const struct tc_gazetteer *g,
					 struct tc_str url)
{
	TC_SCOPED_BUF lower = { 0 };
	size_t at = tc_str_find(url, TC_STR("//"), 0);

	at = at == SIZE_MAX ? at : tc_str_find(url, TC_STR("/"), at + 2);
	if (!g || at == SIZE_MAX)
		return NULL;
	struct tc_str rest = tc_str_from(url, at + 1), label;
	if (!begins_committee(rest) || tc_utf8_valid(url) != url.n ||
	    !tc_str_split(&rest, '/', &label))
		return NULL;
	tc_fold_lower(label, &lower);
	return label_find(g, tc_buf_str(&lower));
}
#undef P
