/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words before a date: included by date-context.c, which asks them, and
 * by gen-words.c, which makes the table that leads to them.
 */
#ifndef TC_FACT_DATE_CUE_ROWS_H
#define TC_FACT_DATE_CUE_ROWS_H

#include <stddef.h>

enum {
	STRONG = 1, WEAK = 2,	/* triggers */
	LATER = 4,		/* a trigger behind a part of the day */
	DAYPART = 8,
	OPENS = 16,		/* may stand before the date of an opener */
	PASSED = 32,		/* passed over when looking for a cue */
	ROUND = 64,		/* of awards: never a date */
	FEAST = 128,		/* no date with a feast's day and no year */
	LUNAR = 256,
	PERIOD = 512,
	HISTORIC = 1024, FUTURE = 2048, UNTIL = 4096, ISSUED = 8192,
	DOCUMENT = 16384,	/* the last word of a type of document */
	ISSUES = 32768,		/* a verb that has one for its object */
};

/* A word before a date, and what it tells. */
struct tc_cue {
	const char *exact, *bare;
	const char *before;	/* the word that must stand before, bare */
	unsigned flags;
};

static const struct tc_cue cues[] = {
	{ "ngày", "ngay", NULL, STRONG | OPENS | PASSED },
	{ "hôm", "hom", NULL, STRONG | DAYPART | OPENS },
	{ "sáng", "sang", NULL, STRONG | DAYPART | OPENS },
	{ "trưa", "trua", NULL, STRONG | DAYPART | OPENS },
	{ "chiều", "chieu", NULL, STRONG | DAYPART | OPENS },
	{ "tối", "toi", NULL, STRONG | DAYPART | OPENS },
	{ "đêm", "dem", NULL, STRONG | DAYPART | OPENS },
	{ "on", "on", NULL, STRONG | OPENS },
	{ "nay", "nay", NULL, LATER | OPENS },
	{ "qua", "qua", NULL, LATER },
	{ "sớm", "som", NULL, LATER | OPENS },
	{ "rạng", "rang", NULL, OPENS },
	{ "trong", "trong", NULL, WEAK | OPENS },
	{ "hai", "hai", NULL, OPENS },
	{ "ba", "ba", NULL, OPENS },
	{ "vào", "vao", NULL, WEAK | OPENS | PASSED },
	{ "từ", "tu", NULL, WEAK | OPENS | PASSED },
	{ "sau", "sau", NULL, WEAK },
	{ "cuối", "cuoi", NULL, WEAK | OPENS | PASSED },
	{ "đầu", "dau", NULL, WEAK | OPENS | PASSED },
	{ "giữa", "giua", NULL, WEAK | OPENS | PASSED },
	{ "hết", "het", NULL, WEAK | FUTURE },
	{ "là", "la", NULL, PASSED },
	{ "đến", "den", "tinh", WEAK | PASSED },
	{ "đến", "den", "han", WEAK | FUTURE },
	{ "đến", "den", NULL, WEAK | UNTIL },
	{ "tới", "toi", NULL, WEAK | UNTIL },
	{ "trước", "truoc", NULL, WEAK | FUTURE },
	{ "by", "by", NULL, FUTURE },
	{ "hạn", "han", NULL, FUTURE },
	{ "chót", "chot", "han", FUTURE },
	{ "nhìn", "nhin", "tam", FUTURE },
	{ "kiến", "kien", "du", FUTURE },
	{ "nhất", "nhat", "cham", FUTURE },
	{ "nhất", "nhat", "muon", FUTURE },
	{ "đợt", "dot", NULL, ROUND },
	{ "dịp", "dip", NULL, FEAST },
	{ "nhân", "nhan", NULL, FEAST },
	{ "mừng", "mung", NULL, FEAST },
	{ "lễ", "le", NULL, FEAST },
	{ "khánh", "khanh", "quoc", FEAST },
	{ "niệm", "niem", "ky", FEAST | HISTORIC },
	{ "mùng", "mung", NULL, LUNAR },
	{ "mồng", "mong", NULL, LUNAR },
	{ "rằm", "ram", NULL, LUNAR },
	{ "đoạn", "doan", "giai", PERIOD },
	{ "kỳ", "ky", "nhiem", PERIOD },
	{ "khóa", "khoa", "nien", PERIOD },
	{ "lập", "lap", "thanh", HISTORIC },
	{ "sinh", "sinh", "hy", HISTORIC },
	{ "sinh", "sinh", "ngay", HISTORIC },
	{ "sinh", "sinh", "ong", HISTORIC },
	{ "sinh", "sinh", "ba", HISTORIC },
	{ "sinh", "sinh", "chi", HISTORIC },
	{ "sinh", "sinh", "anh", HISTORIC },
	{ "dated", "dated", NULL, ISSUED },
	{ "hành", "hanh", "ban", ISSUED | ISSUES },
	{ "ký", "ky", NULL, ISSUED | ISSUES },
	{ "ra", "ra", NULL, ISSUES },
	{ "có", "co", NULL, ISSUES },
	{ "quyết", "quyet", "nghi", ISSUED | DOCUMENT },
	{ "định", "dinh", "quyet", ISSUED | DOCUMENT },
	{ "định", "dinh", "quy", ISSUED | DOCUMENT },
	{ "định", "dinh", "nghi", ISSUED | DOCUMENT },
	{ "luận", "luan", "ket", ISSUED | DOCUMENT },
	{ "thị", "thi", "chi", ISSUED | DOCUMENT },
	{ "văn", "van", "cong", ISSUED | DOCUMENT },
	{ "hoạch", "hoach", "ke", ISSUED | DOCUMENT },
	{ "dẫn", "dan", "huong", ISSUED | DOCUMENT },
	{ "trình", "trinh", "to", ISSUED | DOCUMENT },
	{ "án", "an", "de", DOCUMENT },
	{ "báo", "bao", "thong", DOCUMENT },
};

#endif
