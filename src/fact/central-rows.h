/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Central bodies that issue documents, whose names need no gazetteer: included
 * by docnum-issuer.c, and by gen-words.c, which makes the table that leads to
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
	{ "van phong tw", "văn phòng tw", "Văn phòng Trung ương Đảng" },
	{ "van phong trung uong", "văn phòng trung ương",
	  "Văn phòng Trung ương Đảng" },
	{ "ban to chuc trung uong", "ban tổ chức trung ương",
	  "Ban Tổ chức Trung ương" },
	{ "ban to chuc tw", "ban tổ chức tw", "Ban Tổ chức Trung ương" },
	{ "btc trung uong", "btc trung ương", "Ban Tổ chức Trung ương" },
	{ "ban tuyen giao tw", "ban tuyên giáo tw",
	  "Ban Tuyên giáo Trung ương" },
	{ "ban tuyen giao trung uong", "ban tuyên giáo trung ương",
	  "Ban Tuyên giáo Trung ương" },
	{ "uy ban kiem tra trung uong", "ủy ban kiểm tra trung ương",
	  "Ủy ban Kiểm tra Trung ương" },
	{ "uy ban kiem tra tw", "ủy ban kiểm tra tw",
	  "Ủy ban Kiểm tra Trung ương" },
	{ "ubkt trung uong", "ubkt trung ương", "Ủy ban Kiểm tra Trung ương" },
	{ "ubkt tw", "ubkt tw", "Ủy ban Kiểm tra Trung ương" },
	{ "ban dan van trung uong", "ban dân vận trung ương",
	  "Ban Dân vận Trung ương" },
	{ "ban noi chinh trung uong", "ban nội chính trung ương",
	  "Ban Nội chính Trung ương" },
	{ "thu tuong chinh phu", "thủ tướng chính phủ",
	  "Thủ tướng Chính phủ" },
	{ "thu tuong", "thủ tướng", "Thủ tướng Chính phủ" },
	{ "chinh phu", "chính phủ", "Chính phủ" },
	{ "uy ban thuong vu quoc hoi", "ủy ban thường vụ quốc hội",
	  "Ủy ban Thường vụ Quốc hội" },
	{ "quoc hoi", "quốc hội", "Quốc hội" },
};

#endif
