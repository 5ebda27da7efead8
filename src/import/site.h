/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rules for single sites, in a file that an archivist keeps
 * (tracuu-import(1), Site rules):
 *
 *   # what the site calls a headline
 *   [baodang.example.vn]
 *   title       //div[@class="tt"]
 *   body        //div[@id="noidung"]/p
 *   date        //span[@class="ngay"]
 *   date-order  mdy
 *   unit        Đảng bộ huyện Tân Hà
 *   keep        Thông tin chi tiết xin liên hệ văn phòng
 *   drop        Hãy là người đầu tiên đọc bài này
 *
 * XPath 1.0 by libxml2: bounded in operations, no function but those of the
 * language, nothing outside the page.
 */
#ifndef TC_IMPORT_SITE_H
#define TC_IMPORT_SITE_H

#include "base/error.h"
#include "import/tree.h"

enum tc_date_order { TC_ORDER_DMY, TC_ORDER_MDY, TC_ORDER_YMD };

struct _xmlXPathCompExpr;

struct tc_site {
	struct tc_str host;	/* "*.gov.vn" stands for all below */
	struct _xmlXPathCompExpr *title, *body, *date;	/* NULL: none */
	enum tc_date_order order;
	struct tc_str unit;
};

/* A line that is kept or dropped on a host, whatever is learnt. */
struct tc_site_line {
	struct tc_str host, line;
	bool keep;
};

struct tc_sites {
	struct tc_arena arena;
	struct tc_site *v;
	size_t n, cap;
	struct tc_site_line *lines;
	size_t line_count, line_cap;
	uint64_t hash;		/* of the file; 0 of none */
};

/* Reads the file; the error names file and line. */
int tc_sites_load(struct tc_sites *s, const char *path, struct tc_error *err);
void tc_sites_release(struct tc_sites *s);

/* The rules that pages are read with from now on; NULL for none.  Set before
 * the first page is read: it is what parsing children inherit. */
void tc_sites_use(const struct tc_sites *s);
const struct tc_sites *tc_sites_used(void);

/* The last whose host fits; NULL when none does. */
const struct tc_site *tc_site_find(struct tc_str host);
bool tc_site_fits(struct tc_str rule, struct tc_str host);

/* Elements that an expression finds, by index, in document order; none when
 * it finds none, or too much work. */
size_t tc_site_elements(const struct tc_tree *tree,
			struct _xmlXPathCompExpr *expr, uint32_t *out,
			size_t max);
/* Its value as text: of a node set the first node's. */
struct tc_str tc_site_text(const struct tc_tree *tree,
			   struct _xmlXPathCompExpr *expr);
/* A date of digits in this order as ISO 8601; others as they are. */
struct tc_str tc_site_date(struct tc_str printed, enum tc_date_order order,
			   struct tc_arena *arena);

#endif
