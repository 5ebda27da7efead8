/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words that tell of what is to come: included by date-ahead.c, which asks
 * them, and by gen-words.c, which marks them.
 */
#ifndef TC_FACT_DATE_AHEAD_ROWS_H
#define TC_FACT_DATE_AHEAD_ROWS_H

#include <stddef.h>

/* A plan lies nearer ahead than the same day of last year lies behind. */
#define PLAN_DAYS 183
/* "Bắt đầu", "có hiệu lực" tell of what has begun as well, "từ ngày 1/7" even
 * more. */
#define BEGIN_DAYS 92
#define FROM_DAYS 31

/* A word, the one that must stand before it (bare; "": any), how many words
 * from the date it may stand, and how many days ahead it speaks of. */
struct ahead {
	const char *exact, *bare, *before;
	size_t tokens;
	int days;
};

static const struct ahead ahead_before[] = {
	{ "sẽ", "se", "", 16, PLAN_DAYS },
	{ "kiến", "kien", "du", 16, PLAN_DAYS },
	{ "will", "will", "", 16, PLAN_DAYS },
	{ "scheduled", "scheduled", "", 16, PLAN_DAYS },
	{ "slated", "slated", "", 16, PLAN_DAYS },
	{ "hạn", "han", "thoi", 10, PLAN_DAYS },
	{ "nộp", "nop", "han", 8, PLAN_DAYS },
	{ "nhận", "nhan", "han", 8, PLAN_DAYS },
	{ "gửi", "gui", "han", 8, PLAN_DAYS },
	{ "đăng", "dang", "han", 8, PLAN_DAYS },
	{ "cuối", "cuoi", "han", 8, PLAN_DAYS },
	{ "chót", "chot", "han", 8, PLAN_DAYS },
	{ "lực", "luc", "hieu", 8, BEGIN_DAYS },
	{ "đầu", "dau", "bat", 4, BEGIN_DAYS },
	{ "tới", "toi", "tuan", 3, PLAN_DAYS },
	{ "tới", "toi", "thang", 3, PLAN_DAYS },
	{ "tới", "toi", "gian", 3, PLAN_DAYS },
	{ "tới", "toi", "sap", 3, PLAN_DAYS },
	{ "hoạch", "hoach", "ke", 1, PLAN_DAYS },
	{ "mai", "mai", "", 1, PLAN_DAYS },
	{ "nữa", "nua", "ngay", 6, PLAN_DAYS },
	{ "nữa", "nua", "hom", 6, PLAN_DAYS },
	{ "từ", "tu", "", 1, FROM_DAYS },
};

static const struct ahead ahead_behind[] = {
	{ "tới", "toi", "", 1, PLAN_DAYS },
	{ "tới", "toi", "sap", 2, PLAN_DAYS },
	{ "sẽ", "se", "", 16, PLAN_DAYS },
	{ "mời", "moi", "", 3, PLAN_DAYS },
};

#endif
