/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Articles in the genre with known truth, as many as wanted:
 *
 *	generate [--seed=N] [--from=N] [--format=FORMAT] [--weight=BYTES]
 *		COUNT >FILE
 *
 *   jsonl   url, title, date, body: a record a line
 *   warc    a response record with an HTML page each; filled up to --weight
 *           with style, script and lists of links, as pages are that a CMS
 *           writes
 *   tsv     number, title, text on one line: for other engines
 *   truth   number, date, unit, document numbers (joined by blanks)
 *
 * --short: articles of a paragraph, where many count and not their text.
 *
 * Article i is the same whatever COUNT, --from and the format are: a generator
 * of its own is seeded with (seed, i).  Each has a theme, words that it comes
 * back to; a tenth of what is said are turns of phrase (vocabulary.h).
 */
#include "config.h"

#include "vocabulary.h"

#include "base/mem.h"

#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define NUMBERS_MAX 5
#define THEME 26
#define PEOPLE 3

static size_t weight;	/* bytes of a page; 0 for the article alone */

static const char *const provinces[] = {
	"Lạng Sơn", "Cao Bằng", "Hà Giang", "Sơn La", "Nghệ An", "Quảng Trị",
	"Đắk Lắk", "Lâm Đồng", "Cà Mau", "Đồng Tháp", "Tây Ninh", "An Giang",
	"Thanh Hóa", "Hưng Yên", "Quảng Ninh", "Khánh Hòa",
};
static const char *const places[] = {
	"Đông Hà", "Kim Sơn", "Tân Lập", "Phú Thịnh", "Hòa Bình", "Bình Minh",
	"Thanh Xuân", "Vĩnh Lộc", "An Phú", "Mỹ Đức", "Long Hưng", "Quang Trung",
	"Nam Sơn", "Yên Khê", "Xuân Mai", "Thạch Bàn", "Ea Kao", "Trường Sa",
	"Bắc Sơn", "Tam Đường", "Cẩm Khê", "Hải Vân", "Phong Điền", "Cát Tiên",
};
static const char *const symbols[] = {
	"21-NQ/TW", "01-KL/TW", "05-CT/TW", "12-NQ/TW", "18-NQ/TW", "19-NQ/TW",
	"35-CT/TW", "37-QĐ/TW", "22-QĐ/TW", "27-NQ/TW", "04-NQ/TW", "69-QĐ/TW",
};

#define COUNT_OF(a) (sizeof(a) / sizeof *(a))

/* ---- an article ---- */

struct generated {
	uint64_t index, state;
	int year, month, day;
	const char *province, *place;
	const char *numbers[NUMBERS_MAX];
	size_t number_count;
	size_t theme[THEME];
	uint64_t people[PEOPLE];	/* what draws their names */
	struct tc_buf title, body, url;
};

static void add_capital(struct tc_buf *out, const char *word)
{
	/* ASCII alone: enough for a sentence to begin */
	tc_buf_addc(out, *word >= 'a' && *word <= 'z' ? (char)(*word - 32)
						      : *word);
	tc_buf_puts(out, word + 1);
}

/* What an article is about recurs in it, and in the same order. */
static size_t next_compound(struct generated *g, size_t *at)
{
	uint32_t choice = below(&g->state, 100);

	if (choice < 30)
		*at = (*at + 1) % THEME;
	else if (choice < 60)
		*at = below(&g->state, 1 + below(&g->state, THEME));
	else
		return choice < 85 ? draw_follower(&g->state, g->theme[*at])
				   : draw_compound(&g->state);
	return g->theme[*at];
}

static void add_words(struct generated *g, struct tc_buf *out, uint32_t n)
{
	size_t at = below(&g->state, THEME);

	add_capital(out, compound(g->theme[at]));
	while (--n) {
		uint32_t choice = below(&g->state, 100);
		tc_buf_addc(out, ' ');
		if (choice < 27) {
			tc_buf_puts(out, draw_function_word(&g->state));
		} else if (choice < 31) {
			tc_buf_puts(out, draw_formula(&g->state));
		} else if (choice < 32) {
			uint64_t person = g->people[below(&g->state, PEOPLE)];
			tc_buf_puts(out, "đồng chí ");
			draw_name(&person, out);
		} else {
			tc_buf_puts(out, compound(next_compound(g, &at)));
		}
	}
}

static void cite(struct generated *g)
{
	/* the first symbols oftener than the last */
	uint32_t i = below(&g->state, COUNT_OF(symbols));
	i = below(&g->state, i + 1);
	const char *symbol = symbols[i];

	tc_buf_printf(&g->body, ", theo văn bản số %s,", symbol);
	for (i = 0; i < g->number_count; i++)
		if (g->numbers[i] == symbol)
			return;
	g->numbers[g->number_count++] = symbol;
}

static void add_body(struct generated *g, bool brief)
{
	uint32_t cites = below(&g->state, NUMBERS_MAX + 1);
	uint32_t paragraphs = brief ? 1 : 4 + below(&g->state, 9);

	tc_buf_printf(&g->body, "Ngày %d/%d/%d, Đảng bộ xã %s (%s) tổ chức hội "
		      "nghị. ", g->day, g->month, g->year, g->place,
		      g->province);
	for (uint32_t p = 0; p < paragraphs; p++) {
		uint32_t sentences = 2 + below(&g->state, 4);
		for (uint32_t s = 0; s < sentences; s++) {
			add_words(g, &g->body, 5 + below(&g->state, 11));
			if (cites && below(&g->state, 3) == 0) {
				cite(g);
				cites--;
				tc_buf_addc(&g->body, ' ');
				add_words(g, &g->body, 4);
			}
			tc_buf_puts(&g->body, s + 1 < sentences ? ". " : ".");
		}
		tc_buf_puts(&g->body, p + 1 < paragraphs ? "\n" : "");
	}
}

#define YEAR_FIRST 2005
#define YEARS 21
#define DAYS 28		/* that every month has */

static void draw_date(struct generated *g)
{
	g->year = YEAR_FIRST + (int)below(&g->state, YEARS);
	g->month = 1 + (int)below(&g->state, 12);
	g->day = 1 + (int)below(&g->state, DAYS);
}

static void make(struct generated *g, uint64_t seed, uint64_t index, bool brief)
{
	tc_buf_clear(&g->title);
	tc_buf_clear(&g->body);
	tc_buf_clear(&g->url);
	g->index = index;
	g->state = seed * UINT64_C(1000003) + index;
	g->number_count = 0;
	draw_date(g);
	uint32_t where = below(&g->state, COUNT_OF(provinces));
	g->province = provinces[where];
	g->place = places[below(&g->state, COUNT_OF(places))];
	for (size_t i = 0; i < THEME; i++)
		g->theme[i] = draw_compound(&g->state);
	for (size_t i = 0; i < PEOPLE; i++)
		g->people[i] = draw(&g->state);
	tc_buf_printf(&g->url, "http://site%02u.example/%04d/%02d/bai-%llu.html",
		      where, g->year, g->month, (unsigned long long)index);
	add_words(g, &g->title, 6 + below(&g->state, 6));
	add_body(g, brief);
}

/* ---- formats ---- */

static void put_jsonl(struct generated *g)
{
	printf("{\"url\":\"%s\",\"title\":\"%s\",\"date\":\"%04d-%02d-%02d\","
	       "\"body\":\"", g->url.p, g->title.p, g->year, g->month, g->day);
	for (size_t i = 0; i < g->body.n; i++)
		if (g->body.p[i] == '\n')
			fputs("\\n", stdout);
		else
			putchar(g->body.p[i]);
	puts("\"}");
}

/* What is in a page beside the article: style and script make up a third of
 * the rest, links to other articles two. */
static void fill_head(struct tc_buf *page, size_t room)
{
	size_t end = page->n + room / 3;

	if (room)
		tc_buf_puts(page, "<style>\n");
	for (unsigned i = 0; page->n < end; i++)
		tc_buf_printf(page, ".box-%u .item:hover{margin:0 %upx 4px;"
			      "color:#%06x;display:block}\n", i, i % 40,
			      i * 2654435u & 0xFFFFFF);
	if (room)
		tc_buf_puts(page, "</style>\n");
}

static void fill_foot(struct generated *g, struct tc_buf *page, size_t room)
{
	size_t end = page->n + room / 3 * 2;

	if (room)
		tc_buf_puts(page, "<div class=\"related\"><ul>\n");
	while (page->n < end) {
		tc_buf_printf(page, "<li class=\"item\"><a href=\"/%04d/%02d/"
			      "bai-%u.html\" title=\"Xem tiếp\"><img src=\""
			      "/anh/%u.jpg\" alt=\"\">", g->year, g->month,
			      below(&g->state, 1000000),
			      below(&g->state, 1000000));
		for (int i = 0; i < 6; i++)
			tc_buf_printf(page, "%s%s", i ? " " : "",
				      compound(draw_compound(&g->state)));
		tc_buf_puts(page, "</a></li>\n");
	}
	if (room)
		tc_buf_puts(page, "</ul></div>");
}

static void put_page(struct generated *g, struct tc_buf *page)
{
	struct tc_str rest = tc_buf_str(&g->body), line;
	size_t room = weight > rest.n ? weight - rest.n : 0;

	tc_buf_clear(page);
	tc_buf_printf(page, "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta "
		"charset=\"utf-8\"><title>%s</title>\n<meta property=\""
		"article:published_time\" content=\"%04d-%02d-%02dT08:00:00"
		"+07:00\">\n", g->title.p, g->year, g->month, g->day);
	fill_head(page, room);
	tc_buf_printf(page, "</head>\n<body><div class=\"menu\"><ul><li><a href=\"/\">"
		"Trang chủ</a></li><li><a href=\"/tin\">Tin tức</a></li><li><a "
		"href=\"/van-ban\">Văn bản</a></li></ul></div>\n<div class=\""
		"content\"><h1>%s</h1>\n", g->title.p);
	while (tc_str_split(&rest, '\n', &line))
		tc_buf_printf(page, "<p>%.*s</p>\n", TC_ARG(line));
	tc_buf_puts(page, "</div>");
	fill_foot(g, page, room);
	tc_buf_puts(page, "<div class=\"footer\"><p>Bản quyền thuộc về "
		    "cổng thông tin</p></div></body></html>\n");
}

static void put_warc(struct generated *g)
{
	static struct tc_buf page, http;

	put_page(g, &page);
	tc_buf_clear(&http);
	tc_buf_printf(&http, "HTTP/1.1 200 OK\r\nContent-Type: text/html; "
		      "charset=utf-8\r\nContent-Length: %zu\r\n\r\n", page.n);
	printf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: "
	       "<urn:uuid:00000000-0000-4000-8000-%012llx>\r\nWARC-Target-URI: "
	       "%s\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: "
	       "application/http; msgtype=response\r\nContent-Length: %zu\r\n"
	       "\r\n", (unsigned long long)g->index, g->url.p,
	       http.n + page.n);
	fwrite(http.p, 1, http.n, stdout);
	fwrite(page.p, 1, page.n, stdout);
	fputs("\r\n\r\n", stdout);
}

static void put_tsv(struct generated *g)
{
	printf("%llu\t%s\t", (unsigned long long)g->index, g->title.p);
	for (size_t i = 0; i < g->body.n; i++)
		putchar(g->body.p[i] == '\n' ? ' ' : g->body.p[i]);
	putchar('\n');
}

static void put_truth(struct generated *g)
{
	printf("%llu\t%04d-%02d-%02d\tĐảng bộ xã %s\t",
	       (unsigned long long)g->index, g->year, g->month, g->day,
	       g->place);
	for (size_t i = 0; i < g->number_count; i++)
		printf("%s%s", i ? " " : "", g->numbers[i]);
	putchar('\n');
}

static const struct format {
	const char *name;
	void (*put)(struct generated *g);
} formats[] = {
	{ "jsonl", put_jsonl },
	{ "warc", put_warc },
	{ "tsv", put_tsv },
	{ "truth", put_truth },
};

static int usage(void)
{
	fputs("usage: generate [--seed=N] [--from=N] "
	      "[--format=jsonl|warc|tsv|truth] "
	      "[--weight=BYTES] COUNT\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "seed", required_argument, NULL, 's' },
		{ "from", required_argument, NULL, 'n' },
		{ "format", required_argument, NULL, 'f' },
		{ "short", no_argument, NULL, 'b' },
		{ "weight", required_argument, NULL, 'w' },
		{ NULL, 0, NULL, 0 },
	};
	const struct format *format = formats;
	uint64_t seed = 1, from = 0;
	struct generated g = { 0 };
	bool brief = false;
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 's') {
			seed = strtoull(optarg, NULL, 10);
		} else if (c == 'n') {
			from = strtoull(optarg, NULL, 10);
		} else if (c == 'b') {
			brief = true;
		} else if (c == 'w') {
			weight = strtoull(optarg, NULL, 10);
		} else if (c == 'f') {
			for (format = formats;
			     format < formats + COUNT_OF(formats) &&
			     strcmp(format->name, optarg) != 0;)
				format++;
			if (format == formats + COUNT_OF(formats))
				return usage();
		} else {
			return usage();
		}
	}
	if (optind + 1 != argc)
		return usage();
	uint64_t count = strtoull(argv[optind], NULL, 10);
	vocabulary_init();
	for (uint64_t i = from; i < from + count; i++) {
		make(&g, seed, i, brief);
		format->put(&g);
	}
	return fflush(stdout) || ferror(stdout) ? 1 : 0;
}
