/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For tests of dumps: pages as text, and what is read of them. */
#ifndef TC_TEST_PAGE_H
#define TC_TEST_PAGE_H

#include "unit.h"

#include "import/import.h"
#include "import/page.h"

#define P1 "Chiều 5/8, Chi bộ thôn Bình Minh tổ chức sinh hoạt chuyên đề về " \
	   "xây dựng nông thôn mới theo Nghị quyết số 12-NQ/TU.\n"
#define P2 "Các đảng viên thống nhất giao mỗi người phụ trách ba hộ dân, " \
	   "mỗi tháng báo cáo chi ủy một lần bằng văn bản.\n"

#define TITLE "Chi bộ thôn Bình Minh họp bàn làm đường\n"

struct page {
	struct tc_arena arena;
	struct tc_article a;
	struct tc_reject r;
};

static inline int read_page(struct page *p, struct tc_str text)
{
	struct tc_capture c = { .source = TC_STR("dump/x.txt") };

	memset(p, 0, sizeof *p);
	return tc_import_read(&c, text, &p->arena, &p->a, &p->r);
}

static inline struct tc_str body_of(const struct tc_article *a)
{
	return tc_str_from(a->text, a->title_len + 2);
}

#endif
