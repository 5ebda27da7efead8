/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef TC_FACT_SURNAME_ROWS_H
#define TC_FACT_SURNAME_ROWS_H

/* The family names of nine in ten, and those of the north-east: sorted. */
static const char *const surnames[] = {
	"bùi", "bế", "cao", "chu", "châu", "chử", "cù", "doãn", "dương",
	"giàng", "hoàng", "huỳnh", "hà", "hồ", "hứa", "khuất", "khổng", "la",
	"lâm", "lèo", "lê", "lò", "lý", "lưu", "lương", "lường", "mai",
	"nghiêm", "nguyễn", "ngô", "nông", "phan", "phùng", "phạm", "quàng",
	"quách", "sùng", "thiều", "thào", "thái", "triệu", "trương", "trần",
	"trịnh", "tòng", "tô", "tạ", "tống", "uông", "vi", "võ", "văn", "vũ",
	"vừ", "đinh", "điểu", "đoàn", "đàm", "đào", "đặng", "đỗ",
};

#endif
