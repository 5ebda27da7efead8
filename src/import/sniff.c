/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "import/sniff.h"

#include <stdint.h>
#include <strings.h>

#define SAMPLE ((size_t)64 * 1024)
/* Stray NULs and controls happen in pages; more than this is no text. */
#define CONTROL_PER_MILLE 20
#define NUL_PER_MILLE 1
/* So many tags make a fragment without a document element HTML. */
#define FRAGMENT_TAGS 3

static const struct {
	size_t at;
	struct tc_str magic;
	const char *type;
} signatures[] = {
	{ 0, { "%PDF-", 5 }, "PDF" },
	{ 0, { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 },
	  "Microsoft Office (Word, Excel)" },
	{ 0, { "{\\rtf", 5 }, "RTF" },
	{ 0, { "\x89PNG\r\n\x1A\n", 8 }, "PNG image" },
	{ 0, { "\xFF\xD8\xFF", 3 }, "JPEG image" },
	{ 0, { "GIF87a", 6 }, "GIF image" },
	{ 0, { "GIF89a", 6 }, "GIF image" },
	{ 8, { "WEBP", 4 }, "WebP image" },
	{ 0, { "II*\0", 4 }, "TIFF image" },
	{ 0, { "MM\0*", 4 }, "TIFF image" },
	{ 0, { "\0\0\1\0", 4 }, "icon" },
	{ 0, { "\x1F\x8B\x08", 3 }, "gzip" },
	{ 0, { "BZh", 3 }, "bzip2" },
	{ 0, { "\xFD" "7zXZ\0", 6 }, "xz" },
	{ 0, { "\x28\xB5\x2F\xFD", 4 }, "zstd" },
	{ 0, { "7z\xBC\xAF\x27\x1C", 6 }, "7z" },
	{ 0, { "Rar!\x1A\x07", 6 }, "RAR" },
	{ 257, { "ustar", 5 }, "tar" },
	{ 0, { "ID3", 3 }, "MP3 sound" },
	{ 4, { "ftyp", 4 }, "MP4 video" },
	{ 0, { "OggS", 4 }, "Ogg" },
	{ 0, { "\x1A\x45\xDF\xA3", 4 }, "Matroska or WebM video" },
	{ 0, { "FLV\1", 4 }, "Flash video" },
	{ 0, { "CWS", 3 }, "Flash" },
	{ 0, { "FWS", 3 }, "Flash" },
	{ 0, { "wOFF", 4 }, "font" },
	{ 0, { "wOF2", 4 }, "font" },
	{ 0, { "SQLite format 3\0", 16 }, "SQLite" },
	{ 0, { "\x7F" "ELF", 4 }, "program" },
	{ 0, { "WARC/1.", 7 }, "WARC" },
};

/* Zip files by a name inside that only one kind has. */
static const struct {
	struct tc_str name;
	const char *type;
} zips[] = {
	{ { "word/", 5 }, "Word (docx)" },
	{ { "xl/", 3 }, "Excel (xlsx)" },
	{ { "ppt/", 4 }, "PowerPoint (pptx)" },
	{ { "application/vnd.oasis.opendocument", 34 }, "OpenDocument" },
	{ { "application/epub+zip", 20 }, "EPUB" },
	{ { "datapackage.json", 16 }, "WACZ" },
};

/* XML by its document element. */
static const struct {
	const char *tag, *type;
} documents[] = {
	{ "<rss", "RSS feed" },
	{ "<feed", "Atom feed" },
	{ "<rdf:RDF", "RDF feed" },
	{ "<urlset", "sitemap" },
	{ "<sitemapindex", "sitemap" },
	{ "<svg", "SVG image" },
};

static const char *const html_openings[] = {
	"<!doctype html", "<html", "<head", "<body", "<title", "<meta ",
	"<frameset",
};
static const char *const html_tags[] = {
	"<p>", "<p ", "<div", "<br", "<table", "<td", "<span", "<a href",
	"<h1", "<h2", "<h3", "<li", "<article", "<img ", "<font", "<b>",
	"<strong", "</",
};

static bool starts_nocase(struct tc_str s, const char *head)
{
	size_t n = strlen(head);

	return s.n >= n && strncasecmp(s.p, head, n) == 0;
}

static const char *zip_type(struct tc_str bytes)
{
	struct tc_str sample = tc_str(bytes.p, bytes.n < SAMPLE ? bytes.n :
				      SAMPLE);

	for (size_t i = 0; i < sizeof zips / sizeof *zips; i++)
		if (tc_str_find(sample, zips[i].name, 0) != SIZE_MAX)
			return zips[i].type;
	return "zip";
}

static const char *foreign_type(struct tc_str bytes)
{
	for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
		size_t at = signatures[i].at;
		if (bytes.n >= at && tc_str_starts(tc_str_from(bytes, at),
						   signatures[i].magic))
			return signatures[i].type;
	}
	if (tc_str_starts(bytes, TC_STR("PK\3\4")) ||
	    tc_str_starts(bytes, TC_STR("PK\5\6")))
		return zip_type(bytes);
	/* readers accept a PDF header within the first 1024 bytes */
	size_t pdf = tc_str_find(tc_str(bytes.p, bytes.n < 1024 ? bytes.n :
					1024), TC_STR("%PDF-1."), 0);
	return pdf == SIZE_MAX ? NULL : "PDF";
}

static bool is_wide(struct tc_str bytes)
{
	return tc_str_starts(bytes, TC_STR("\xFF\xFE")) ||
	       tc_str_starts(bytes, TC_STR("\xFE\xFF"));
}

static bool is_binary(struct tc_str bytes)
{
	size_t n = bytes.n < SAMPLE ? bytes.n : SAMPLE, nul = 0, control = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		if (c >= ' ')
			continue;
		nul += c == 0;
		control += !strchr("\t\n\r\f\v\x1B", c);
	}
	return nul * 1000 > n * NUL_PER_MILLE ||
	       control * 1000 > n * CONTROL_PER_MILLE;
}

static bool is_blank(struct tc_str bytes)
{
	static const char marks[] = "\xEF\xBB\xBF";

	if (tc_str_starts(bytes, TC_STR("\xEF\xBB\xBF")))
		bytes = tc_str_from(bytes, sizeof marks - 1);
	else if (is_wide(bytes))
		bytes = tc_str_from(bytes, 2);
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		if (c > ' ' && c != 0x7F)
			return false;
	}
	return true;
}

static bool is_html(struct tc_str bytes)
{
	struct tc_str sample = tc_str(bytes.p, bytes.n < SAMPLE ? bytes.n :
				      SAMPLE);
	size_t tags = 0;

	for (size_t i = 0; i < sample.n; i++) {
		if (sample.p[i] != '<')
			continue;
		struct tc_str at = tc_str_from(sample, i);
		for (size_t t = 0; t < sizeof html_openings /
		     sizeof *html_openings; t++)
			if (starts_nocase(at, html_openings[t]))
				return true;
		for (size_t t = 0; t < sizeof html_tags /
		     sizeof *html_tags; t++)
			tags += starts_nocase(at, html_tags[t]);
		if (tags >= FRAGMENT_TAGS)
			return true;
	}
	return false;
}

/* Behind the XML declaration and comments. */
static const char *document_type(struct tc_str bytes)
{
	size_t limit = bytes.n < 4096 ? bytes.n : 4096;

	if (tc_str_starts(bytes, TC_STR("\xEF\xBB\xBF")))
		bytes = tc_str_from(bytes, 3);
	bytes = tc_str_trim(tc_str(bytes.p, limit < bytes.n ? limit :
				   bytes.n));
	if (!bytes.n || (*bytes.p != '<' && *bytes.p != '{'))
		return NULL;
	if (*bytes.p == '{')
		return "JSON";
	for (size_t i = 0; i < bytes.n; i++) {
		struct tc_str at = tc_str_from(bytes, i);
		if (*at.p != '<' || at.n < 2 || at.p[1] == '?' ||
		    at.p[1] == '!')
			continue;
		for (size_t d = 0; d < sizeof documents /
		     sizeof *documents; d++)
			if (starts_nocase(at, documents[d].tag))
				return documents[d].type;
		return NULL;
	}
	return NULL;
}

/* Tab-separated rows of one width: data, not prose. */
static bool is_table(struct tc_str bytes)
{
	enum { ROWS = 5, TABS = 2 };
	struct tc_str rest = tc_str(bytes.p, bytes.n < SAMPLE ? bytes.n :
				    SAMPLE), line;
	size_t width = 0, rows = 0, lines = 0;

	if (!memchr(rest.p, '\t', rest.n))
		return false;
	while (tc_str_split(&rest, '\n', &line)) {
		size_t tabs = 0;
		for (size_t i = 0; i < line.n; i++)
			tabs += line.p[i] == '\t';
		if (!width)
			width = tabs;
		rows += tabs == width && tabs >= TABS;
		lines += line.n > 0;
	}
	/* the sample may cut the last row */
	return rows >= ROWS && rows + 1 >= lines;
}

enum tc_sniff tc_sniff(struct tc_str bytes, const char **type)
{
	if (is_blank(bytes))
		return TC_SNIFF_EMPTY;
	*type = foreign_type(bytes);
	if (*type)
		return TC_SNIFF_FOREIGN;
	if (is_wide(bytes))	/* decoded before it can be told */
		return TC_SNIFF_TEXT;
	if (is_binary(bytes))
		return TC_SNIFF_BINARY;
	*type = document_type(bytes);
	if (!*type && is_table(bytes))
		*type = "tab-separated table";
	if (*type)
		return TC_SNIFF_FOREIGN;
	return is_html(bytes) ? TC_SNIFF_HTML : TC_SNIFF_TEXT;
}
