/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/learn-lines.h"

#include "fact/citation.h"
#include "text/fold.h"
#include "text/utf8.h"

#define LETTERS_MIN 4
#define LINES_MAX 2000	/* of an article; the rest is not learnt */
#define EDGE_FIRST 1
#define EDGE_LAST 3

static uint64_t mix(uint64_t h, uint64_t c)
{
	return (h ^ c) * 1099511628211u;	/* FNV-1a, by characters */
}

uint64_t tc_learn_host_key(struct tc_str host)
{
	return (uint64_t)tc_str_hash(host, 3) << 32 | tc_str_hash(host, 4);
}

uint64_t tc_learn_key(uint64_t host, struct tc_str line)
{
	const char *p = line.p, *end = tc_str_end(line);
	uint64_t h = mix(14695981039346656037u, host);
	size_t letters = 0, digits = 0;

	while (p < end) {
		uint32_t c = tc_utf8_next(&p, end);
		bool letter = tc_char_is_letter(c);
		bool digit = !letter && tc_char_is_digit(c);
		letters += letter;
		digits += digit;
		if (letter || digit)
			h = mix(h, tc_char_lower(c));
	}
	if (letters < LETTERS_MIN || (digits && tc_citation_in(line)))
		return 0;
	/* the low bits of FNV are the weak ones */
	h ^= h >> 32;
	return h ? h : 1;
}

struct tc_str tc_learn_host(const struct tc_article *a)
{
	struct tc_str source = a->capture.source, part;

	if (a->site.n)
		return a->site;
	return tc_str_split(&source, '/', &part) ? part : source;
}

static void add(struct tc_learn_lines *l, struct tc_str text, bool cut)
{
	uint64_t key = l->n < LINES_MAX ? tc_learn_key(l->host, text) : 0;
	bool again = false;

	for (size_t i = 0; key && i < l->n && !again; i++)
		again = l->v[i].key == key;
	l->v[l->n++] = (struct tc_learn_line){ .text = text, .key = key,
					       .again = again, .cut = cut };
}

static size_t count_lines(struct tc_str text)
{
	size_t n = 1;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '\n';
	return n;
}

void tc_learn_lines(const struct tc_article *a, struct tc_arena *arena,
		    struct tc_learn_lines *l)
{
	struct tc_str line, body = a->text.n > a->title_len + 2u ?
		tc_str_from(a->text, a->title_len + 2u) :
		(struct tc_str){ NULL, 0 };
	size_t cut = 0, kept = 0;

	*l = (struct tc_learn_lines){
		.host = tc_learn_host_key(tc_learn_host(a)),
		.v = tc_arena_alloc(arena, (count_lines(body) +
					    a->cut_count) * sizeof *l->v),
	};
	while (body.n && tc_str_split(&body, '\n', &line)) {
		while (cut < a->cut_count && a->cuts[cut].line <= kept)
			add(l, a->cuts[cut++].text, true);
		add(l, line, false);
		kept++;
	}
	while (cut < a->cut_count)
		add(l, a->cuts[cut++].text, true);
	for (size_t i = 0; i < l->n; i++)
		l->v[i].edge = i < EDGE_FIRST || i + EDGE_LAST >= l->n;
}
