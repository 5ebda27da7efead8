/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef TC_FACT_SURNAME_ROWS_H
#define TC_FACT_SURNAME_ROWS_H

/* The family names of nine in ten, and those of the north-east: sorted. */
static const char *const surnames[] = {
	"bùi", "bế", "cao", "châu", "chu", "dương", "hoàng", "huỳnh", "hà",
	"hồ", "hứa", "la", "lâm", "lê", "lý", "lương", "lưu", "mai", "ngô",
	"nguyễn", "nông", "phan", "phùng", "phạm", "quách", "thái", "triệu",
	"trương", "trần", "trịnh", "tô", "tạ", "tống", "vi", "võ", "văn",
	"vũ", "đinh", "điểu", "đoàn", "đàm", "đào", "đặng", "đỗ",
};

#endif
