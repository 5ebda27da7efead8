/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Central bodies that issue documents, whose names need no gazetteer: included
 * by docnum-beside.c, and by gen-words.c, which makes the table that leads to
 * them.
 */
#ifndef TC_FACT_CENTRAL_ROWS_H
#define TC_FACT_CENTRAL_ROWS_H

static const struct {
	const char *bare;
	const char *exact;
	const char *name;
} centrals[] = {
	{ "bo chinh tri", "bộ chính trị", "Bộ Chính trị" },
	{ "bct", "bct", "Bộ Chính trị" },
	{ "politburo", "politburo", "Bộ Chính trị" },
	{ "ban bi thu", "ban bí thư", "Ban Bí thư" },
	{ "bbt", "bbt", "Ban Bí thư" },
	{ "secretariat", "secretariat", "Ban Bí thư" },
	{ "ban chap hanh trung uong", "ban chấp hành trung ương",
	  "Ban Chấp hành Trung ương" },
	{ "bch trung uong", "bch trung ương", "Ban Chấp hành Trung ương" },
	{ "bch tw", "bch tw", "Ban Chấp hành Trung ương" },
	{ "bchtw", "bchtw", "Ban Chấp hành Trung ương" },
	{ "trung uong dang", "trung ương đảng", "Ban Chấp hành Trung ương" },
	{ "van phong trung uong", "văn phòng trung ương",
	  "Văn phòng Trung ương Đảng" },
	{ "ban to chuc trung uong", "ban tổ chức trung ương",
	  "Ban Tổ chức Trung ương" },
	{ "ban tuyen giao trung uong", "ban tuyên giáo trung ương",
	  "Ban Tuyên giáo Trung ương" },
	{ "uy ban kiem tra trung uong", "ủy ban kiểm tra trung ương",
	  "Ủy ban Kiểm tra Trung ương" },
	{ "thu tuong chinh phu", "thủ tướng chính phủ",
	  "Thủ tướng Chính phủ" },
	{ "thu tuong", "thủ tướng", "Thủ tướng Chính phủ" },
	{ "chinh phu", "chính phủ", "Chính phủ" },
	{ "uy ban thuong vu quoc hoi", "ủy ban thường vụ quốc hội",
	  "Ủy ban Thường vụ Quốc hội" },
	{ "quoc hoi", "quốc hội", "Quốc hội" },
};

#endif
