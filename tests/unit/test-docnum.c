/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "facts.h"

#include "text/utf8.h"

#include <stdio.h>

struct row {
	const char *text;
	const char *expected;	/* canonical and date of each mention */
};

static void find(const struct row *row, struct tc_buf *line)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_scan scan;
	struct tc_number_list list = { 0 };

	scan_make(&scan, &arena, tc_str0(row->text));
	tc_docnum_scan(&scan, &list);
	numbers_line(&list, line);
}

#include "rows.h"

/* Spellings met in print, in the order in which they were collected. */
static const struct row attested[] = {
	{ "theo Kết luận số 01-KL/TW", "01-KL/TW" },
	{ "Kết luận số 127-/KL/TW của Bộ Chính trị", "127-KL/TW" },
	{ "Nghị quyết 13-NQ/TƯ của Tỉnh ủy", "13-NQ/TU" },
	{ "Nghị quyết 13-NQ/TƯ ngày 5/6/2015 của Ban Thường vụ Thành ủy",
	  "13-NQ/TU 2015-06-05" },
	{ "Nghị quyết 13-NQ/TƯ của Trung ương và của Tỉnh ủy", "13-NQ/TW" },
	{ "Nghị quyết 13-NQ/TW của Tỉnh ủy", "13-NQ/TW" },
	{ "Công văn 87/SGDĐT-GDTrH và Công văn số 9/SGDĐT-CTrTT của",
	  "87/SGDĐT-GDTrH; 09/SGDĐT-CTrTT" },
	{ "Chương trình hành động số 147-CTHĐ/TU, làm Chương trình hành động 147",
	  "147-CTHĐ/TU; CTr 147" },
	{ "Nghị quyết chuyên đề số 06 và Kế hoạch phối hợp số 31-KHPH/TU về",
	  "NQ 6; 31-KHPH/TU" },
	{ "Hướng dẫn liên ngành số 17-HDLN/BTCTW-BTGTW và Chương trình phối "
	  "hợp số 8/CTrPH-MTTQ", "17-HDLN/BTCTW-BTGTW; 08/CTrPH-MTTQ" },
	{ "Nghị quyết chuyên đề 6 tháng đầu năm và Hướng dẫn liên ngành 3 sở",
	  "" },
	{ "Nghị quyết 01-NQ/TU và Kế hoạch số 2-KH/TU cùng ngày 15/9/2022",
	  "01-NQ/TU 2022-09-15; 02-KH/TU 2022-09-15" },
	{ "Nghị quyết 01-NQ/TU; cùng ngày 15/9/2022, xã họp", "01-NQ/TU" },
	{ "Bộ luật số 45/2019/QH 14 và", "45/2019/QH14" },
	{ "Bộ luật số 45/2019/QH 140 và", "" },
	{ "Nghị quyết số 819/NQ-UVBTVQH 14 về", "819/NQ-UBTVQH14" },
	{ "Chỉ thị số 05-CT/TW của Bộ Chính trị", "05-CT/TW" },
	{ "Kết luận số 21-KL/TW của Ban Chấp hành Trung ương Đảng",
	  "21-KL/TW" },
	{ "Đề án số 02-ĐA/TU, ngày 26/4/2021 của Thành ủy Lạng Sơn",
	  "02-ĐA/TU 2021-04-26" },
	{ "Nghị quyết Trung ương 4 khóa XI, XII", "NQTW4/XI; NQTW4/XII" },
	{ "Chỉ thị 05 của Bộ Chính trị về", "CT 5" },
	{ "Nghị quyết 12-NQ/TU của BCH Đảng bộ thành phố", "12-NQ/TU" },
	{ "Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII",
	  "DH17/Đảng bộ tỉnh Lạng Sơn" },
	{ "NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẠNG SƠN LẦN THỨ XVII",
	  "DH17/Đảng bộ tỉnh Lạng Sơn" },
	{ "Nghị quyết Đại hội đại biểu Đảng bộ xã Nà Mò lần thứ I, nhiệm kỳ",
	  "DH1/Đảng bộ xã Nà Mò" },
	{ "Nghị quyết Đại hội lần thứ XXIV của Đảng bộ huyện Thanh Ba đề ra",
	  "DH24/Đảng bộ huyện Thanh Ba" },
	{ "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII",
	  "DH17/Đảng bộ tỉnh" },
	{ "Nghị quyết Đại hội Đảng bộ các cấp lần thứ nhất", "" },
	{ "Nghị quyết Đại hội chi bộ nhiệm kỳ 2022 - 2025", "" },
	{ "Nghị quyết Đại hội XII Công đoàn tỉnh", "" },
	{ "Kế hoạch số 70-KH/CB2 ngày 14/02/2023", "70-KH/CB2 2023-02-14" },
	{ "Kế hoạch số 72-KH/CB2 ngày 14/02/2023", "72-KH/CB2 2023-02-14" },
	{ "Nghị quyết số 21-NQ/TW ngày 16/6/2021 của BCH Trung ương Đảng "
	  "khóa XIII", "21-NQ/TW 2021-06-16" },
	{ "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", "DH13" },
	{ "THỰC HIỆN KẾT LUẬN SỐ 01-KL/TW Ở ĐẢNG BỘ", "01-KL/TW" },
	{ "Kết luận số 01-KL/TW ngày 18.5.2021 của Bộ Chính trị",
	  "01-KL/TW 2021-05-18" },
	{ "Số: 66-QĐ/TW          Hà Nội, ngày 06 tháng 02 năm 2017",
	  "66-QĐ/TW 2017-02-06" },
	{ "Quyết định 66-QĐ/TW", "66-QĐ/TW" },
	{ "của Bộ Chính trị số31-QĐ/TW, ngày 01-10-1997",
	  "31-QĐ/TW 1997-10-01" },
	{ "Ban Bí thư số91-QĐ/TW, ngày 16-02-2004", "91-QĐ/TW 2004-02-16" },
	{ "Số: 11-HD/VPTW", "11-HD/VPTW" },
	{ "Số: 367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP" },
	{ "Quyết định số 84 QĐ/TWĐTN ngày 22/02/2013",
	  "84-QĐ/TWĐTN 2013-02-22" },
	{ "Quyết định số 1836 QĐ/TWĐTN ngày 23/6/2006",
	  "1836-QĐ/TWĐTN 2006-06-23" },
	{ "S?: 42 -HD/TWTN-BKT", "42-HD/TWĐTN-BKT" },
	{ "Decision 66-QD/TW", "66-QĐ/TW" },
	{ "Nghi Quyet So 15- Nq/tw", "15-NQ/TW" },
	{ "Chỉ thị số 05-CT/TW ngày 15-5-2016", "05-CT/TW 2016-05-15" },
	{ "LTS: Ngày 14-11-2016, BCH Đảng bộ tỉnh đã ban hành Nghị quyết số "
	  "10-NQ/TU", "10-NQ/TU 2016-11-14" },
	{ "Resolution No. 18-NQ/TW", "18-NQ/TW" },
	{ "Chỉ thị số 10-CT/TW của Ban Bí thư", "10-CT/TW" },
	{ "Chỉ thị 10 của Ban Bí thư", "CT 10" },
	{ "Quy định số 29-QĐ/TW, ngày 25/7/2016 của Ban Chấp hành Trung ương",
	  "29-QĐ/TW 2016-07-25" },
	{ "Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2018, của Ban Tổ chức Trung "
	  "ương", "12-HD/BTCTW 2018-07-06" },
	{ "Quy định 1193-QĐ/TU ngày 05/12/2019 của Ban Thường vụ Tỉnh ủy",
	  "1193-QĐ/TU 2019-12-05" },
	{ "Đề án số 27-ĐA/QU, ngày 9-7-2024", "27-ĐA/QU 2024-07-09" },
	{ "Đề-án-số-27_ĐA/QU", "27-ĐA/QU" },
	{ "Chỉ thị số 20-CT/TW ngày 18-01-2018 của Ban Bí thư",
	  "20-CT/TW 2018-01-18" },
	{ "Chỉ thị số 23-CT/TW ngày 9-02-2018", "23-CT/TW 2018-02-09" },
	{ "Chỉ thị số 25-CT/TW ngày 8-8-2018", "25-CT/TW 2018-08-08" },
	{ "thông báo số 55 – TB/TW, ngày 20/4/2019 của Bộ chính trị",
	  "55-TB/TW 2019-04-20" },
	{ "Nghị quyết số 26 – NQ/TW ngày 30/7/2013", "26-NQ/TW 2013-07-30" },
	{ "Nghị quyết số 35 – NQ/TW ngày 22/10/2018", "35-NQ/TW 2018-10-22" },
	{ "chỉ thị 35-CT/TW ngày 30/5/2019", "35-CT/TW 2019-05-30" },
	/* no issuer behind the type */
	{ "Nghị quyết số 35-NQ của Bộ Chính trị", "NQ 35" },
	{ "Thông báo Kết luận số 27 - TB về đê điều", "TB 27" },
	{ "Đề án 12-ĐA của xã", "ĐA 12" },
	{ "các Nghị quyết số 18-NQ, 19-NQ/TW", "18-NQ/TW; 19-NQ/TW" },
	{ "Nghị quyết số 21 - NQ - TW", "21-NQ/TW" },
	{ "Kế hoạch số 55/CT", "55/CT" },
	/* a letterhead on one line */
	{ "HUYỆN ỦY * Số 15-KH/HU ĐẢNG CỘNG SẢN VIỆT NAM Kim Tân, ngày 8 "
	  "tháng 2 năm 2022 KẾ HOẠCH", "15-KH/HU 2022-02-08" },
	{ "SỞ NỘI VỤ Số: 45/SNV-TCCB CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc "
	  "lập - Tự do - Hạnh phúc Kim Tân, ngày 8 tháng 4 năm 2022",
	  "45/SNV-TCCB 2022-04-08" },
	{ "No. 12-NQ/TW | COMMUNIST PARTY OF VIETNAM Hanoi, May 4, 2022 |",
	  "12-NQ/TW 2022-05-04" },
	{ "Bản 15-KH/HU KẾ HOẠCH NĂM NAY Kim Tân, ngày 8 tháng 2 năm 2022",
	  "15-KH/HU" },
	{ "Nghị quyết TW 10 khóa XII", "NQTW10/XII" },
	{ "hội nghị lần thứ X – BCH trung ương đảng khóa XI", "" },
	{ "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Đảng bộ huyện", "" },
	{ "Nghị quyết Hội nghị lần thứ 7 BCH Đảng ủy Khối khóa III", "" },
	{ "Chỉ thị số 14-CT/TW của Ban Bí thư (khóa XI) ngày 4-6-2012",
	  "14-CT/TW 2012-06-04" },
	{ "Nghị quyết số 06/NQ-BCH của Hội", "06/NQ-BCH" },
	{ "Nghị quyết số 37 của Bộ Chính trị về công tác lý luận", "NQ 37" },
	{ "Chỉ thị số 41 của Ban bí thư", "CT 41" },
	{ "Nghị quyết Trung ương 10, khóa XI", "NQTW10/XI" },
	{ "Nghị quyết Hội nghị lần thứ 11 BCHTW Đảng khóa XIII",
	  "NQTW11/XIII" },
	{ "Resolution 6 of the 12th Central Committee", "NQTW6/XII" },
	{ "Resolution 6 of the Party Central Committee", "NQ 6" },
	{ "Resolution 26 of the 12th Central Committee", "NQ 26" },
	{ "Central Resolution 6 (term XII)", "NQTW6/XII" },
	{ "Central Resolution 6 (page XII)", "" },
	{ "a Resolution 6 (term XII)", "" },
	{ "the 12th National Party Congress's Resolution", "DH12" },
	{ "the 12th Party Congress’s Resolution", "DH12" },
	{ "the 12th Congress's Resolution; Party Congress's Resolution", "" },
	{ "ngày 07/11/2006 Bộ Chính trị ra chỉ thị số 06-ct/tw",
	  "06-CT/TW 2006-11-07" },
	{ "chỉ thị số 03-ct/tw ngày 14/5/2011", "03-CT/TW 2011-05-14" },
	{ "chỉ thị số 03ct/tw; kế hoạch 12 kh/đu; đề án số 7 da/tu",
	  "03-CT/TW; 12-KH/ĐU; 07-ĐA/TU" },
	{ "chỉ thị 05 kh/tu, 12 kh/tu, số 12kh/tu", "CT 5" },
	{ "hướng dẫn số 42-hd/twđtn-bkt, tờ trình 07/ttr-tt.hđnd-ubnd",
	  "42-HD/TWĐTN-BKT; 07/TTr-TT.HĐND-UBND" },
	{ "quyết định số 15/qđ-ubnd-huyện", "15/QĐ-UBND" },
	{ "Nghị quyết số 12-NQ/TU1, 26-NQ/TW7", "12-NQ/TU; 26-NQ/TW" },
	{ "Nghị quyết số 12-NQ&sol;TU, 14-NQ\\TU", "12-NQ/TU; 14-NQ/TU" },
	{ "Quy định số 37QĐ/TW", "37-QĐ/TW" },
	{ "Quy định số 47-QĐ/TW ngày 1.11. 2011", "47-QĐ/TW 2011-11-01" },
	{ "Quy định 37: Tấm gương", "QĐ 37" },
	{ "Quy định số 47 - QĐ/TWcủa BCH Trung ương Đảng, ngày 01/11/ 2011",
	  "47-QĐ/TW 2011-11-01" },
	{ "Quy định số 115-QĐ/TW ngày 7/12/2007 của Bộ Chính trị (khoá X)",
	  "115-QĐ/TW 2007-12-07" },
	{ "Quy định số 47-QĐ/TWngày 01-11-2011", "47-QĐ/TW 2011-11-01" },
	{ "Regulation No. 37-QD/TW", "37-QĐ/TW" },
	{ "Quy định số 101-QĐ/TW ngày 07/6/2012", "101-QĐ/TW 2012-06-07" },
	{ "(Quy định số 08-QĐi/TW)", "08-QĐi/TW" },
	{ "Quy định số 08- Qđi/TW", "08-QĐi/TW" },
	{ "Quy định 08 về trách nhiệm nêu gương", "QĐ 8" },
	{ "Quy định số 55-QĐ/TW, ngày 19/12/2016 của Bộ Chính trị",
	  "55-QĐ/TW 2016-12-19" },
	{ "Nghị quyết số 68- NQ/TW ngày 4/5/2025", "68-NQ/TW 2025-05-04" },
	{ "Nghị quyết 66 (về pháp luật), 57 (về khoa học), 68 (về kinh tế) và "
	  "59 (về hội nhập)", "NQ 66; NQ 57; NQ 68; NQ 59" },
	{ "4 Nghị quyết (66, 68, 57, 59)", "NQ 66; NQ 68; NQ 57; NQ 59" },
	{ "học quyết định 217 (giám sát), 218, quy định số 37 và kết luận 21 "
	  "của Đảng", "QĐ 217; QĐ 218; QĐ 37; KL 21" },
	{ "học Kết luận 21 và NQ21, Nghị quyết 12, số15, CT05",
	  "KL 21; NQ 21; NQ 12; NQ 15; CT 5" },
	{ "hướng dẫn 45, 15 người; ban hành quyết định 12 và 15 ngày sau", "" },
	{ "nghị quyết trung ương 4 các khóa xi và xii", "NQTW4/XI; NQTW4/XII" },
	{ "nghị quyết trung ương 6 khóa vi tính", "NQTW6" },
	{ "nghị quyết đại hội xiii của đảng", "DH13" },
	{ "nghị quyết đại hội vì dân; Nghị quyết Đại hội Vì dân", "" },
	{ "Nghi quyet Hoi nghi lan thu tu Ban Chap hanh Trung uong Dang khoa "
	  "XII", "NQTW4/XII" },
	{ "quy định số 20-qđ&#x002f;tw", "20-QĐ/TW" },
	{ "Quyết định số 217/QĐ-TW ngày 12/12/2013", "217-QĐ/TW 2013-12-12" },
	{ "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
	  "217-QĐ/TW 2013-12-12" },
	{ "Quyết định 217 và Quyết định 218 của Bộ Chính trị",
	  "QĐ 217; QĐ 218" },
	{ "Nghị quyết số 85/2014/QH13 ngày 28/11/2014",
	  "85/2014/QH13 2014-11-28" },
	{ "Nghị quyết số 18-NQ/TW, ngày 25/10/2017", "18-NQ/TW 2017-10-25" },
	{ "Quyết định số 1676-QĐ/TU, ngày 26-9-2019",
	  "1676-QĐ/TU 2019-09-26" },
	{ "Nghị quyết số 202/2025/QH15", "202/2025/QH15" },
	{ "Nghị quyết 60", "NQ 60" },
	{ "Kết luận số 61về nông dân", "KL 61" },
	{ "Kết luận số 61a về nông dân", "KL 61a" },
	{ "Nghị quyết Đại hội Đảng bộ xã Sơn Mùa, lần thứ XII",
	  "DH12/Đảng bộ xã Sơn Mùa" },
	{ "Nghị quyết Đại hội Đảng bộ xã Sơn Mùa, khóa XII", "" },
	/* the organ of a committee, and a school */
	{ "Công văn số 70/CV-DVTU", "70-CV/DVTU" },
	{ "Công văn số 12/CV-THPT", "12/CV-THPT" },
	/* the committee stands before it */
	{ "Đảng bộ tỉnh đã ban hành Chương trình số 25-CTr/TƯ", "25-CTr/TU" },
	{ "Tỉnh ủy ban hành Kế hoạch thực hiện Nghị quyết số 18-NQ/TƯ",
	  "18-NQ/TW" },
	{ "TỈNH ỦY\n*\nSố 44-KL/TƯ", "44-KL/TU" },
	{ "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 44-KL/TƯ", "44-KL/TW" },
	/* the form of a site of law */
	{ "Số hiệu 39/QĐ-UBND\nLoại văn bản Quyết định\nNgày ban hành "
	  "18/11/2022", "39/QĐ-UBND 2022-11-18" },
	{ "Số hiệu 39/QĐ-UBND\nLoại văn bản Quyết định\nNgày hết hiệu lực "
	  "18/11/2022", "39/QĐ-UBND" },
	{ "Nghị quyết của Đại hội X của Trung ương", "DH10" },
	{ "Nghị quyết Đại hội Đảng X của Trung ương", "DH10" },
	{ "Kế hoạch số 57-KH/HVCTQG ngày 05/02/2025",
	  "57-KH/HVCTQG 2025-02-05" },
	{ "Kế hoạch số 49-KH/BTGTU ngày 21/02/2025 của Ban Tuyên giáo Tỉnh "
	  "ủy", "49-KH/BTGTU 2025-02-21" },
	{ "Hướng dẫn số 96-HD/BTGTW ngày 22/02/2023",
	  "96-HD/BTGTW 2023-02-22" },
	{ "Hướng dẫn số 54-HD/BTGTU, ngày 12/02/2022",
	  "54-HD/BTGTU 2022-02-12" },
	{ "Nghị quyết số 35-NQ/TW ngày 22-10-2018 của Bộ Chính trị (sau đây "
	  "gọi tắt là Nghị quyết 35)", "35-NQ/TW 2018-10-22; NQ 35" },
	{ "Chỉ thị số 35- CT/TW, ngày 30/5/2019", "35-CT/TW 2019-05-30" },
	/* what is issued is another thing */
	{ "Ngày 4/5/2023, đảng viên ký cam kết thực hiện Chỉ thị số "
	  "05-CT/TW", "05-CT/TW" },
	{ "Ngày 4/5/2023, xã ra mắt mô hình theo Chỉ thị số 05-CT/TW",
	  "05-CT/TW" },
	{ "Ngày 4/5/2023, xã ban hành văn bản thực hiện Chỉ thị số 05-CT/TW",
	  "05-CT/TW" },
	{ "Ngày 4/5/2023, xã đã ban hành và triển khai Kế hoạch số 12-KH/ĐU",
	  "12-KH/ĐU 2023-05-04" },
	{ "Chỉ thị số 05-CT/TW được ban hành, ngày 4/5/2023 xã đã học",
	  "05-CT/TW" },
	{ "Ngày 6/6/2025, thay mặt Bộ Chính trị, đồng chí Trần Văn A, Ủy viên "
	  "Bộ Chính trị, Thường trực Ban Bí thư đã ký ban hành Kết luận số "
	  "163-KL/TW", "163-KL/TW 2025-06-06" },
	{ "Nghị quyết 12-NQ/TW được Bộ Chính trị ban hành ngày 16/3/2022",
	  "12-NQ/TW 2022-03-16" },
	{ "Quyết định số 2540/QĐ-TTg Thủ tướng Chính phủ ban hành ngày "
	  "30-12-2016", "2540/QĐ-TTg 2016-12-30" },
	{ "Quyết định số 2540/QĐ-TTg, Thủ tướng Chính phủ ban hành ngày "
	  "30-12-2016 văn bản khác", "2540/QĐ-TTg" },
	{ "Ngày 10/11/2020, tỉnh đã ký quyết định số 2804/QĐ-UBND và quyết "
	  "định số 2805/QĐ-UBND", "2804/QĐ-UBND 2020-11-10; "
	  "2805/QĐ-UBND 2020-11-10" },
	{ "Ngày 10/11/2020, tỉnh đã ký quyết định số 2804/QĐ-UBND theo quyết "
	  "định số 2805/QĐ-UBND", "2804/QĐ-UBND 2020-11-10; 2805/QĐ-UBND" },
	{ "On March 22, 2016 he signed into issuance the Politburo's "
	  "Directive No. 01-CT/TW", "01-CT/TW 2016-03-22" },
	{ "On March 22, 2016 he signed a plan on Directive No. 01-CT/TW",
	  "01-CT/TW" },
	{ "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII, XIII của Đảng",
	  "DH12; DH13" },
	{ "Nghị quyết Đại hội XIII và XVII Đảng bộ tỉnh", "DH13" },
	{ "the Resolution adopted at the 13th National Party Congress",
	  "DH13" },
	{ "Ngày 6.8.1949\n\nTrung ương Đảng đã ra Nghị quyết số 02-NQ/TW",
	  "02-NQ/TW 1949-08-06" },
	{ "Xã họp ngày 6.8.1949\nTrung ương Đảng đã ra Nghị quyết số 02-NQ/TW",
	  "02-NQ/TW" },
	{ "Ngày 6.8.1949, xã họp\nTrung ương Đảng ra Nghị quyết số 02-NQ/TW",
	  "02-NQ/TW" },
	{ "Hà Nội, ngày 29 tháng 12 năm 2006\nSố: 03-HD/BTCTW",
	  "03-HD/BTCTW 2006-12-29" },
	{ "Họp từ ngày 29 tháng 12 năm 2006\nSố: 03-HD/BTCTW",
	  "03-HD/BTCTW" },
	{ "ngày 14/6/2024 Bộ Chính trị ban hành Chỉ thị số 35-CT/ TW",
	  "35-CT/TW 2024-06-14" },
	{ "Chỉ thị số 35 năm 2019 và Chỉ thị số 35 năm 2024",
	  "CT 35 2019; CT 35 2024" },
	{ "Nghị quyết 16 của Bộ Chính trị", "NQ 16" },
	{ "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
	  "72/2025/QH15" },
	{ "Tờ trình số 279/TTr-HĐND ngày 11 tháng 9 năm 2025",
	  "279/TTr-HĐND 2025-09-11" },
	{ "Báo cáo 85/BC-HĐND ngày 14 tháng 9 năm 2025",
	  "85/BC-HĐND 2025-09-14" },
	{ "Số: 05/2025/NQ-HĐND", "05/2025/NQ-HĐND" },
	{ "Nghị quyết 753/2005/NQ-UBTVQH11 ngày 02/4/2005",
	  "753/2005/NQ-UBTVQH11 2005-04-02" },
	{ "tờ trình số 07/TTr-TT.HĐND ngày 02 tháng 12 năm 2016",
	  "07/TTr-TT.HĐND 2016-12-02" },
	{ "Số: 06/QC-TT.HĐND-UBND", "06/QC-TT.HĐND-UBND" },
	{ "Hướng dẫn số 883/HD- UBTVQH14, ngày 02/6/2021",
	  "883/HD-UBTVQH14 2021-06-02" },
	{ "Nghị quyết 10/2016/NQ-HĐND tỉnh ngày 7/12/2016",
	  "10/2016/NQ-HĐND 2016-12-07" },
	{ "Nghị Quyết 08 HĐND tỉnh", "NQ 8" },
	{ "Quy định số 20-QĐ&#x002F;TW", "20-QĐ/TW" },
	{ "Nghị quyết T.Ư 4, khóa XI", "NQTW4/XI" },
	{ "Số 06-CT/TW\nHà Nội, ngày 07 tháng 11 năm 2006",
	  "06-CT/TW 2006-11-07" },
	{ "Nghị quyết số 10-NQ/TW, ngày 2-2-1999", "10-NQ/TW 1999-02-02" },
	{ "Kế hoạch số 79-KH/ĐUK, ngày 26/11/2019", "79-KH/ĐUK 2019-11-26" },
	{ "Kế hoạch 26-KH/ĐUBVPSN ngày 11/5/2020",
	  "26-KH/ĐUBVPSN 2020-05-11" },
	{ "Công văn số 565- CV/TU, ngày 14/03/2022", "565-CV/TU 2022-03-14" },
	{ "Kế hoạch số 104- KH/HU, ngày 31/03/2022", "104-KH/HU 2022-03-31" },
	{ "Kế hoạch số 100 – KH/ĐU, ngày 06/04/2022",
	  "100-KH/ĐU 2022-04-06" },
	{ "Hướng dẫn số 31 - HD/BTCTW ngày 23/4/2025",
	  "31-HD/BTCTW 2025-04-23" },
	{ "Kế hoạch số 116-KH/ĐU ngày 22/01/2025 của Đảng ủy xã Sơn Tân",
	  "116-KH/ĐU 2025-01-22" },
	{ "Nghị quyết số 21 – NQ/TW (NQ21)", "21-NQ/TW; NQ 21" },
	{ "Quyết định số 702/UBND ngày 27/3/2008 của UBND tỉnh",
	  "702/UBND 2008-03-27" },
	{ "Quyết định số: 1206 /QĐ-HVTC ngà...", "1206/QĐ-HVTC" },
	{ "Công văn số 43-CV/BCĐ", "43-CV/BCĐ" },
	{ "Công văn số 03/CV-BCĐ", "03/CV-BCĐ" },
	{ "Chỉ thị số: 35-CT/TW ngày 30/5/2019", "35-CT/TW 2019-05-30" },
	{ "126-\nKL/TW ngày 14/02/2025", "126-KL/TW 2025-02-14" },
	{ "Nghị quyết số 18/NQ-TW ngày 25/10/2017", "18-NQ/TW 2017-10-25" },
	{ "Nghị quyết 06/2022-QH15", "06/2022/QH15" },
	{ "HD38-HD/BTCTW", "38-HD/BTCTW" },
	{ "06-Ctr/TU ngày 12/01/2026", "06-CTr/TU 2026-01-12" },
	{ "Quyết định 155/QĐ-BGDĐT; Thông tư số 01/2011/TT- BNV",
	  "155/QĐ-BGDĐT; 01/2011/TT-BNV" },
	{ "TT36/2017 thay thế TT09/2009", "TT 36/2017; TT 9/2009" },
	{ "ra Quân lệnh số 1; Lệnh số 12 gửi", "QL 1; L 12" },
	{ "theo Lời kêu gọi số 5 của", "LKG 5" },
	{ "theo 15/2020\n/NĐ-CP của", "15/2020/NĐ-CP" },
	{ "Kế hoạch số 08 (Ban Thường vụ Đảng ủy các cơ quan Đảng TW)",
	  "KH 8" },
};

static void every_attested_spelling_is_read(void **state)
{
	(void)state;
	CHECK(attested);
}

static void what_looks_alike_is_left_alone(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "chi bộ khối 7+10", "" },
		{ "trường mầm non 02/9", "" },
		{ "Nghị quyết số 13&hyphen;NQ/TU, Kế hoạch 12&khac;KH", "" },
		{ "Kế hoạch 5 năm 2021-2025; chương trình 10 năm (2021 – 2030)",
		  "" },
		{ "90 năm xây dựng (15/6/1933 - 15/6/2023)", "" },
		{ "đợt 19/5, đợt 2-9, đợt 7/11, đợt 3-2", "" },
		{ "biểu dương 03 - 04 đồng chí; 02 loại hình", "" },
		{ "kết luận 07/08 chi bộ; 19/23 đồng chí", "" },
		{ "1.900 đại biểu/75 điểm cầu", "" },
		{ "461/465 ĐBQH; 99,1%; 18,4%", "" },
		{ "chi bộ 4 tốt, Chi bộ 2, Tổ dân phố 5, Đoàn số 11", "" },
		{ "Ban Chỉ đạo 35, Khoán 10, Chiến dịch 500 ngày đêm", "" },
		{ "Đại hội XIII, khóa XI, lần thứ XVII, kỳ họp thứ 24", "" },
		{ "Hội nghị TW 10; Hội nghị Trung ương 4 khóa XII", "" },
		{ "Điều 8, mục 4, khoản 2, Phụ lục III", "" },
		{ "QH14, QH15, UBTVQH14", "" },
		{ "nhiệm kỳ 2021-2026, 2025–2030, 2025 -2030", "" },
		{ "24/7, 16/9, 4.0, 5G, km 12+300, 51A-123.45", "" },
		{ "số 0912.345.678, 1.900 tỷ, 96 HA", "" },
		{ "GMT+7, 21:21, 10:11 SA", "" },
		{ "NQ 13 HDQT", "" },
		{ "số thẻ đảng 012345678901", "" },
		{ "Kế hoạch 5 năm, kế hoạch 2021-2025", "" },
		{ "ban hành nghị quyết 3 nội dung, quyết định 02 vấn đề", "" },
		{ "quy định 19 điều đảng viên không được làm", "" },
		{ "Báo cáo 10 năm thực hiện", "" },
		{ "đã thông báo 05 trường hợp", "" },
		{ "số nhà 12/3 đường 3-2, P. 12, Q. 10", "" },
		{ "Nghị quyết 1.900 tỷ; Kết luận 18,4%", "" },
		{ "15/6/2021/QĐ", "" },
		{ "COVID19-CT/TW", "" },
		{ "quyet dinh so 18 2020 qd ttg", "" },
	};
	CHECK(rows);
}

static void lists_share_their_tail(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "các Nghị quyết số 18, 19-NQ/TW", "18-NQ/TW; 19-NQ/TW" },
		{ "NGHỊ QUYẾT SỐ 18-NQ/TW VÀ NGHỊ QUYẾT SỐ 19-NQ/TW NGÀY "
		  "25/10/2017", "18-NQ/TW 2017-10-25; 19-NQ/TW 2017-10-25" },
		{ "Kết luận số 126 và 127-KL/TW", "126-KL/TW; 127-KL/TW" },
		{ "Nghị quyết 18,19-NQ/TW", "18-NQ/TW; 19-NQ/TW" },
		{ "Quy định 22-QĐ/TW, 37-QĐ/TW", "22-QĐ/TW; 37-QĐ/TW" },
		{ "Nghị quyết 18, 19 của Trung ương", "NQ 18; NQ 19" },
		{ "Nghị quyết 18, 3 đồng chí", "NQ 18" },
		{ "Kết luận số 01-KL/TW ngày 18.5.2021 về tiếp tục thực hiện "
		  "Chỉ thị số 05-CT/TW", "01-KL/TW 2021-05-18; 05-CT/TW" },
		{ "Nghị quyết 60-NQ/TW ngày 12/4/2025 của Ban Chấp hành Trung "
		  "ương và Nghị quyết 1678/NQ-UBTVQH15",
		  "60-NQ/TW 2025-04-12; 1678/NQ-UBTVQH15" },
		{ "Nghị quyết Trung ương 4, 5, 6 khóa XII",
		  "NQTW4/XII; NQTW5/XII; NQTW6/XII" },
		{ "Nghị quyết Trung ương 3 khóa X, Trung ương 4 khóa XI",
		  "NQTW3/X; NQTW4/XI" },
		{ "Nghị quyết Trung ương 6 (lần 2) khóa VIII",
		  "NQTW6-2/VIII" },
		{ "NQTW 6 khóa XII; KLTW 4 khóa XIII",
		  "NQTW6/XII; KLTW4/XIII" },
		{ "Nghị quyết Trung ương 4 (khóa XI), (khóa XII)",
		  "NQTW4/XI; NQTW4/XII" },
		{ "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương "
		  "Đảng khóa XII", "NQTW4/XII" },
	};
	CHECK(rows);
}

static void damaged_symbols_are_mended(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Kết luận O1-KL/TW, Nghị quyết l8-NQ/TW",
		  "01-KL/TW; 18-NQ/TW" },
		{ "Quy định 205B-QĐ/TW", "205B-QĐ/TW" },
		{ "Quyết định 31-QÐ/TW", "31-QĐ/TW" },
		{ "Kết luận 01 - KL / TƯ, 02-KL/T.Ư", "01-KL/TW; 02-KL/TW" },
		{ "Kết luận 01‑KL/TW, 02‐KL/TW", "01-KL/TW; 02-KL/TW" },
		{ "Nghị định 15/2020/NĐ-CP", "15/2020/NĐ-CP" },
		{ "Quyết định 01/QĐ-TTg", "01/QĐ-TTg" },
		{ "Công văn 5973/UBND-KT, 21036/CT-CBc",
		  "5973/UBND-KT; 21036/CT-CBc" },
		{ "Quyết định 8594/QĐ-EVNHANOI", "8594/QĐ-EVNHANOI" },
		{ "01-KL/TW.Nghị quyết", "01-KL/TW" },
		{ "217-QĐ/TW01ày 12/12/2013", "217-QĐ/TW 2013-12-12" },
		{ "kế hoạch số 12-kh/đu của đảng ủy xã", "12-KH/ĐU" },
		{ "S?: 42 -HD/TWTN-BKT, Hà Nội, ngày 31 tháng 3 năm 2014",
		  "42-HD/TWĐTN-BKT 2014-03-31" },
		{ "Kế hoạch số 45-KH/HU (gọi tắt là Kế hoạch 45), sau Kế "
		  "hoạch 45", "45-KH/HU; KH 45; KH 45" },
		{ "số 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN",
		  "102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN" },
	};
	CHECK(rows);
}

static void spans_hold_what_was_printed(void **state)
{
	(void)state;
	static const struct {
		const char *text, *printed;
	} rows[] = {
		{ "Nghị quyết số 21 - NQ/TW của", "21 - NQ/TW" },
		{ "số31-QĐ/TWngày", "31-QĐ/TW" },
		{ "theo Chỉ thị 05 của", "Chỉ thị 05" },
		{ "126-\nKL/TW", "126-\nKL/TW" },
		{ "theo Nghị quyết T.Ư 4, khóa XI thì",
		  "Nghị quyết T.Ư 4, khóa XI" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan;
		struct tc_number_list list = { 0 };

		scan_make(&scan, &arena, tc_str0(rows[i].text));
		tc_docnum_scan(&scan, &list);
		assert_int_equal(1, list.n);
		assert_str(rows[i].printed, list.v[0].printed);
		assert_str(rows[i].printed,
			   tc_str(scan.text.p + list.v[0].start,
				  list.v[0].end - list.v[0].start));
	}
}

static void issuers_beside_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *text, *unit;
	} rows[] = {
		{ "Nghị quyết số 237/NQ-UBTVQH16, 30/2026/QH16",
		  "Ủy ban Thường vụ Quốc hội" },
		{ "Kế hoạch số 12-KH/TU, 30-KH/HU của Ban Bí thư", "" },
		{ "Chỉ thị số 05-CT/TW của Bộ Chính trị", "Bộ Chính trị" },
		{ "Bộ Chính trị số31-QĐ/TW, ngày 01-10-1997", "Bộ Chính trị" },
		{ "Chỉ thị 10 của Ban Bí thư", "Ban Bí thư" },
		{ "Kết luận số 01-KL/TW ngày 18.5.2021 của Bộ Chính trị",
		  "Bộ Chính trị" },
		{ "21-NQ/TW ngày 16/6/2021 của BCH Trung ương Đảng",
		  "Ban Chấp hành Trung ương" },
		{ "Quyết định 217 và Quyết định 218 của Bộ Chính trị",
		  "Bộ Chính trị" },
		{ "Hướng dẫn 36-HD/VPTW", "Văn phòng Trung ương Đảng" },
		{ "Đề án số 02-ĐA/TU", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan;
		struct tc_number_list list = { 0 };

		scan_make(&scan, &arena, tc_str0(rows[i].text));
		tc_docnum_scan(&scan, &list);
		assert_true(list.n > 0);
		assert_str(rows[i].unit, list.v[0].issuer_unit);
	}
}

static void canonical_parses_to_itself(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan;
		struct tc_number_list list = { 0 };
		struct tc_number again;
		struct tc_str at;

		scan_make(&scan, &arena, tc_str0(attested[i].text));
		tc_docnum_scan(&scan, &list);
		for (size_t k = 0; k < list.n; k++) {
			if (!tc_docnum_parse(list.v[k].canonical, true, &arena,
					     &again, &at))
				fail_msg("not read: %.*s",
					 TC_ARG(list.v[k].canonical));
			TC_SCOPED_BUF key = { 0 };
			tc_docnum_key(&list.v[k], TC_KEY_CANONICAL, &key);
			assert_str(tc_buf_cstr(&key), again.canonical);
		}
	}
}

/* What has no symbol is said by its name, and found by it. */
static void names_are_read_as_what_they_name(void **state)
{
	static const char *const said[][2] = {
		{ "DL", "Điều lệ Đảng" },
		{ "DH13", "Nghị quyết Đại hội XIII" },
		{ "DH17/Đảng bộ tỉnh Lạng Sơn",
		  "Nghị quyết Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVII" },
		{ "DH21/Đảng bộ xã Yên Khê",
		  "Nghị quyết Đại hội Đảng bộ xã Yên Khê lần thứ 21" },
		{ "21-NQ/TW", "21-NQ/TW" },
		{ "DH", "DH" },
		{ "12-DH/TU", "12-DH/TU" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF room = { 0 };
		struct tc_number again;
		struct tc_str at;
		const struct tc_str name =
			tc_docnum_say(tc_str0(said[i][0]), &room);
		assert_str(said[i][1], name);
		if (strcmp(said[i][0], "DH") == 0)
			continue;
		assert_true(tc_docnum_parse(name, true, &arena, &again, &at));
		assert_str(said[i][0], again.canonical);
	}
}

/* Spans in order, on character boundaries, whatever the bytes. */
static void check_any(struct tc_str bytes)
{
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF scrubbed = { 0 };
	struct tc_scan scan;
	struct tc_number_list list = { 0 };
	uint32_t end = 0;

	tc_utf8_scrub(bytes, &scrubbed);
	scan_make(&scan, &arena, tc_buf_str(&scrubbed));
	tc_docnum_scan(&scan, &list);
	for (size_t i = 0; i < list.n; i++) {
		const struct tc_number *n = &list.v[i];
		assert_true(n->start >= end && n->end > n->start);
		assert_true(tc_utf8_boundary(scan.text, n->start));
		assert_true(tc_utf8_boundary(scan.text, n->end));
		assert_true(n->canonical.n > 0);
		end = n->end;
	}
}

static void a_text_may_end_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
		struct tc_str text = tc_str0(attested[i].text);
		for (size_t n = 0; n <= text.n; n++) {
			/* no byte behind the end may be read */
			char *copy = tc_alloc(n + 1);
			memcpy(copy, text.p, n);
			check_any(tc_str(copy, n));
			free(copy);
		}
	}
}

static void repeated(struct tc_buf *out, const char *unit, size_t bytes)
{
	tc_buf_clear(out);
	while (out->n < bytes)
		tc_buf_puts(out, unit);
}

static void long_texts_are_read_in_one_go(void **state)
{
	(void)state;
	static const char *const units[] = {
		"1/", "1-", "12345", "1 ", "nghị quyết 1, ", "(1", "1, ",
		"nghị quyết (", "Nghị quyết Trung ương 4, ", "QĐ-", "CT/",
		"nghị quyết ", "Nghị quyết Đại hội ", "1-KL/", "TW-",
		"Nghị quyết Đại hội Đảng bộ ", "Đảng bộ lần thứ ",
	};
	TC_SCOPED_BUF text = { 0 };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		repeated(&text, units[i], 1 << 20);
		check_any(tc_buf_str(&text));
	}
}

static void ten_thousand_citations_are_found(void **state)
{
	(void)state;
	TC_SCOPED_ARENA arena = { 0 };
	TC_SCOPED_BUF text = { 0 };
	struct tc_scan scan;
	struct tc_number_list list = { 0 };

	for (int i = 1; i <= 10000; i++)
		tc_buf_printf(&text, "Kết luận số %d-KL/TW, ngày 18/5/2021. ",
			      i);
	scan_make(&scan, &arena, tc_buf_str(&text));
	tc_docnum_scan(&scan, &list);
	assert_int_equal(10000, list.n);
	assert_str("10000-KL/TW", list.v[9999].canonical);
	assert_int_equal(2021, list.v[0].date.year);
}

/* A headline's "Kế hoạch 45" is one where the text has its symbol. */
static void titles_name_what_the_text_has(void **state)
{
	static const struct {
		const char *title, *body, *expected;
	} rows[] = {
		{ "Sơ kết Kế hoạch 45", "Huyện làm Kế hoạch số 45-KH/HU tốt",
		  "KH 45; 45-KH/HU" },
		{ "Hiệu quả từ Chương trình hành động 27",
		  "Theo Chương trình hành động số 27-CTHĐ/TU",
		  "CTr 27; 27-CTHĐ/TU" },
		{ "Thêm Đề án 938", "Huyện làm Đề án số 12-ĐA/HU",
		  "12-ĐA/HU" },
		{ "Nhà theo kế hoạch 45", "Kế hoạch số 45-KH/HU", "45-KH/HU" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF text = { 0 }, line = { 0 };
		struct tc_scan scan;
		struct tc_number_list list = { 0 };

		tc_buf_printf(&text, "%s\n\n%s", rows[i].title, rows[i].body);
		scan_make(&scan, &arena, tc_buf_str(&text));
		scan.title_len = (uint32_t)strlen(rows[i].title);
		tc_docnum_scan(&scan, &list);
		numbers_line(&list, &line);
		assert_string_equal(tc_buf_cstr(&line), rows[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_name_what_the_text_has),
		cmocka_unit_test(every_attested_spelling_is_read),
		cmocka_unit_test(what_looks_alike_is_left_alone),
		cmocka_unit_test(lists_share_their_tail),
		cmocka_unit_test(damaged_symbols_are_mended),
		cmocka_unit_test(spans_hold_what_was_printed),
		cmocka_unit_test(issuers_beside_are_named),
		cmocka_unit_test(canonical_parses_to_itself),
		cmocka_unit_test(names_are_read_as_what_they_name),
		cmocka_unit_test(a_text_may_end_anywhere),
		cmocka_unit_test(long_texts_are_read_in_one_go),
		cmocka_unit_test(ten_thousand_citations_are_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
