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
	char exact[12], bare[12];
	char before[12];	/* the word that must stand before, bare; with
				 * marks where others are as bare */
	unsigned flags;
};

static const struct tc_cue cues[] = {
	{ "ngày", "ngay", "", STRONG | OPENS | PASSED },
	{ "hôm", "hom", "", STRONG | DAYPART | OPENS },
	{ "sáng", "sang", "", STRONG | DAYPART | OPENS },
	{ "trưa", "trua", "", STRONG | DAYPART | OPENS },
	{ "chiều", "chieu", "", STRONG | DAYPART | OPENS },
	{ "tối", "toi", "", STRONG | DAYPART | OPENS },
	{ "đêm", "dem", "", STRONG | DAYPART | OPENS },
	{ "on", "on", "", STRONG | OPENS },
	{ "of", "of", "morning", STRONG },
	{ "of", "of", "afternoon", STRONG },
	{ "of", "of", "evening", STRONG },
	{ "of", "of", "night", STRONG },
	{ "nay", "nay", "", LATER | OPENS },
	{ "qua", "qua", "thong", ISSUED },
	{ "qua", "qua", "", LATER },
	{ "mai", "mai", "ngay", STRONG | OPENS },
	{ "mai", "mai", "", LATER | OPENS },
	{ "sớm", "som", "", LATER | OPENS },
	{ "rạng", "rang", "", OPENS },
	{ "trong", "trong", "thanh", WEAK | FUTURE },
	{ "trong", "trong", "", WEAK | OPENS },
	{ "hai", "hai", "", OPENS },
	{ "ba", "ba", "", OPENS },
	{ "vào", "vao", "", WEAK | OPENS | PASSED },
	{ "từ", "tu", "", WEAK | OPENS | PASSED },
	{ "sau", "sau", "", WEAK },
	{ "cuối", "cuoi", "", WEAK | OPENS | PASSED },
	{ "đầu", "dau", "", WEAK | OPENS | PASSED },
	{ "giữa", "giua", "", WEAK | OPENS | PASSED },
	{ "hết", "het", "", WEAK | FUTURE },
	{ "là", "la", "", PASSED },
	{ "đến", "đến", "tính", WEAK | PASSED },
	{ "den", "den", "tinh", WEAK | PASSED },
	{ "đến", "den", "han", WEAK | FUTURE },
	{ "đến", "den", "dai", STRONG | UNTIL },
	{ "đến", "den", "nay", STRONG | UNTIL },
	{ "đến", "den", "", WEAK | UNTIL },
	{ "tới", "toi", "", WEAK | UNTIL },
	{ "trước", "truoc", "", WEAK | FUTURE },
	{ "tháng", "thang", "truoc", WEAK | FUTURE },
	{ "by", "by", "", STRONG | FUTURE },
	{ "until", "until", "", STRONG | UNTIL },
	{ "till", "till", "", STRONG | UNTIL },
	{ "from", "from", "", STRONG | OPENS },
	{ "since", "since", "", STRONG },
	{ "between", "between", "", STRONG },
	{ "hạn", "han", "", FUTURE },
	{ "chót", "chot", "han", FUTURE },
	{ "nhìn", "nhin", "tam", FUTURE },
	{ "kiến", "kien", "du", FUTURE },
	{ "nhất", "nhat", "cham", FUTURE },
	{ "nhất", "nhat", "muon", FUTURE },
	{ "đợt", "dot", "", ROUND },
	{ "dịp", "dip", "", FEAST },
	{ "nhân", "nhan", "", FEAST },
	{ "mừng", "mung", "", FEAST },
	{ "lễ", "le", "", FEAST },
	{ "khánh", "khanh", "quoc", FEAST },
	{ "niệm", "niem", "ky", FEAST | HISTORIC },
	{ "mùng", "mung", "", LUNAR },
	{ "mồng", "mong", "", LUNAR },
	{ "rằm", "ram", "", LUNAR },
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
	{ "dated", "dated", "", STRONG | ISSUED },
	{ "hành", "hanh", "ban", ISSUED | ISSUES },
	{ "ký", "ky", "", ISSUED | ISSUES },
	{ "ra", "ra", "", ISSUES },
	{ "có", "co", "", ISSUES },
	{ "quyết", "quyet", "nghi", ISSUED | DOCUMENT },
	{ "định", "dinh", "quyet", ISSUED | DOCUMENT },
	{ "định", "dinh", "quy", ISSUED | DOCUMENT },
	{ "định", "dinh", "nghi", ISSUED | DOCUMENT },
	{ "luận", "luan", "ket", ISSUED | DOCUMENT },
	{ "thị", "thi", "chi", ISSUED | DOCUMENT },
	{ "văn", "van", "cong", ISSUED | DOCUMENT },
	{ "bản", "ban", "van", DOCUMENT },
	{ "hoạch", "hoach", "ke", ISSUED | DOCUMENT },
	{ "dẫn", "dan", "huong", ISSUED | DOCUMENT },
	{ "trình", "trinh", "to", ISSUED | DOCUMENT },
	{ "án", "an", "de", DOCUMENT },
	{ "báo", "bao", "thong", DOCUMENT },
	{ "lệnh", "lenh", "phap", DOCUMENT },
	{ "trình", "trinh", "chuong", DOCUMENT },
	{ "tri", "tri", "thong", DOCUMENT },
	{ "tư", "tu", "thong", DOCUMENT },
	{ "chế", "che", "quy", DOCUMENT },
};

#endif
