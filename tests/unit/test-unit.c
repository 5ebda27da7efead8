/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "unit.h"
#include "unit-scan.h"

#include "fact/unit.h"
#include "fact/unit-words.h"
#include "text/fold.h"

/* The attested mentions.  An empty parent: there is none. */
static const struct {
	const char *site, *text, *canonical, *kind, *parent;
} mentions[] = {
	/* a list, where a larger body stands before the smaller one */
	{ "", "gồm: Đảng ủy Sở Y tế, Đảng ủy bộ phận Trung tâm Y tế huyện Lục "
	  "Nam, Đảng ủy Bệnh viện Phổi", "Đảng bộ bộ phận Trung tâm Y tế "
	  "huyện Lục Nam", "dang-bo-bo-phan",
	  "Trung tâm Y tế huyện Lục Nam" },
	/* comma chains, and a province without its word */
	{ "", "Chi bộ làng Kép, Đảng bộ xã Ia Mơ Nông, Huyện ủy Chư Păh họp",
	  "Chi bộ làng Kép", "chi-bo", "Đảng bộ xã Ia Mơ Nông" },
	{ "", "Chi bộ làng Kép, Đảng bộ xã Ia Mơ Nông, Huyện ủy Chư Păh họp",
	  "Đảng bộ xã Ia Mơ Nông", "dang-bo-xa", "Đảng bộ huyện Chư Păh" },
	{ "", "Đảng bộ Sở Y tế, Đảng ủy Khối các cơ quan tỉnh Kon Tum tổ chức",
	  "Đảng bộ Sở Y tế", "dang-bo-co-so",
	  "Đảng bộ Khối các cơ quan tỉnh Kon Tum" },
	{ "", "Huyện ủy Vĩnh Linh (Quảng Trị) họp", "Đảng bộ huyện Vĩnh Linh",
	  "dang-bo-huyen", "Đảng bộ tỉnh Quảng Trị" },
	{ "", "Đảng ủy phường Xuân La, quận Tây Hồ, Hà Nội họp",
	  "Đảng bộ phường Xuân La", "dang-bo-xa", "Đảng bộ quận Tây Hồ" },
	/* the site's own district */
	{ "duclinh.binhthuan.gov.vn", "Thường trực HĐND huyện họp",
	  "HĐND huyện Đức Linh", "hdnd", "tỉnh Bình Thuận" },
	{ "doluong.gov.vn", "làm việc với huyện Nghi Lộc, Huyện ủy đề nghị",
	  "Đảng bộ huyện Đô Lương", "dang-bo-huyen", "Đảng bộ tỉnh Nghệ An" },
	{ "", "giao ban Thường trực Huyện ủy Tân Sơn",
	  "Thường trực Huyện ủy Tân Sơn", "organ", "Đảng bộ huyện Tân Sơn" },
	/* 1 */
	{ "langson.gov.vn", "Chi bộ Tỉnh Đoàn tổ chức Lễ chào cờ",
	  "Chi bộ Tỉnh Đoàn Lạng Sơn", "chi-bo", "Tỉnh Đoàn Lạng Sơn" },
	{ "", "tỉnh Lạng Sơn: Chi bộ Tỉnh đoàn họp",
	  "Chi bộ Tỉnh Đoàn Lạng Sơn", "chi-bo", "Tỉnh Đoàn Lạng Sơn" },
	/* 2 */
	{ "", "truyền thống Đảng bộ tỉnh Lạng Sơn 90 năm",
	  "Đảng bộ tỉnh Lạng Sơn", "dang-bo-tinh", "Trung ương" },
	/* 3: an area is no unit, but the parent of one */
	{ "langson.gov.vn", "Đảng ủy xã Thụy Hùng, huyện Cao Lộc họp",
	  "Đảng bộ xã Thụy Hùng", "dang-bo-xa", "Đảng bộ huyện Cao Lộc" },
	/* 4 */
	{ "langson.gov.vn", "của Thành ủy Lạng Sơn về việc",
	  "Đảng bộ thành phố Lạng Sơn", "dang-bo-huyen",
	  "Đảng bộ tỉnh Lạng Sơn" },
	/* 5 */
	{ "", "Đảng bộ phường Đông Kinh TP Lạng Sơn đã triển khai",
	  "Đảng bộ phường Đông Kinh", "dang-bo-xa",
	  "Đảng bộ thành phố Lạng Sơn" },
	/* 6 */
	{ "", "chi bộ trường mầm non 02/9 Đảng bộ phường Đông Kinh đã họp",
	  "Chi bộ Trường Mầm non 2/9", "chi-bo",
	  "Đảng bộ phường Đông Kinh" },
	/* 7 */
	{ "", "chi bộ khối 7+10 trực thuộc Đảng bộ phường Đông Kinh họp",
	  "Chi bộ khối 7+10", "chi-bo", "Đảng bộ phường Đông Kinh" },
	/* 8, 9, 10 */
	{ "", "Thành ủy Lạng Sơn: Ủy viên BTV Thành ủy, Chủ nhiệm UBKT "
	  "Thành ủy", "Ủy ban Kiểm tra Thành ủy Lạng Sơn", "organ",
	  "Đảng bộ thành phố Lạng Sơn" },
	{ "", "thành phố Lạng Sơn: lãnh đạo Ban Tổ chức Thành ủy dự",
	  "Ban Tổ chức Thành ủy Lạng Sơn", "organ",
	  "Đảng bộ thành phố Lạng Sơn" },
	{ "", "Thành ủy Lạng Sơn: Ủy viên BTV Thành ủy, Chủ nhiệm UBKT "
	  "Thành ủy", "Ban Thường vụ Thành ủy Lạng Sơn", "organ",
	  "Đảng bộ thành phố Lạng Sơn" },
	{ "langson.gov.vn", "thành phố Lạng Sơn; của BCH Đảng bộ thành phố",
	  "Ban Chấp hành Đảng bộ thành phố Lạng Sơn", "organ",
	  "Đảng bộ thành phố Lạng Sơn" },
	/* the committee itself behind its bureau; of many, no one's */
	{ "", "Ban Thường vụ Huyện ủy, Huyện ủy đã giao việc",
	  "Ban Thường vụ Huyện ủy", "organ", "Đảng bộ huyện" },
	/* 11, 12 */
	{ "", "Chi bộ 2 trực thuộc Đảng bộ Sở Công Thương, hiện có",
	  "Chi bộ 2", "chi-bo", "Đảng bộ Sở Công Thương" },
	{ "", "cùng Chi bộ 1 thuộc Đảng bộ Sở Công Thương và",
	  "Chi bộ 1", "chi-bo", "Đảng bộ Sở Công Thương" },
	{ "binhthuan.gov.vn", "Đảng bộ Sở Công Thương họp",
	  "Đảng bộ Sở Công Thương", "dang-bo-co-so",
	  "Đảng bộ tỉnh Bình Thuận" },
	/* 13 */
	{ "", "và Đảng bộ Công ty Cổ phần Xăng dầu và dầu khí Bình Thuận tổ "
	  "chức cuộc thi",
	  "Đảng bộ Công ty Cổ phần Xăng dầu và dầu khí Bình Thuận",
	  "dang-bo-co-so", "" },
	/* 14 */
	{ "", "căn cứ Tỉnh ủy Bình Thuận trong kháng chiến",
	  "Đảng bộ tỉnh Bình Thuận", "dang-bo-tinh", "Trung ương" },
	/* 15 */
	{ "", "Đảng bộ Sở Công Thương (Văn phòng Sở, Thanh tra Sở và Phòng "
	  "Quản lý Công nghiệp) thực hiện", "Văn phòng Sở", "phong",
	  "Sở Công Thương" },
	{ "", "Đảng bộ Sở Công Thương (Văn phòng Sở, Thanh tra Sở và Phòng "
	  "Quản lý Công nghiệp) thực hiện", "Thanh tra Sở", "phong",
	  "Sở Công Thương" },
	{ "", "Đảng bộ Sở Công Thương (Văn phòng Sở, Thanh tra Sở và Phòng "
	  "Quản lý Công nghiệp) thực hiện", "Phòng Quản lý Công nghiệp",
	  "phong", "Sở Công Thương" },
	/* 16 */
	{ "", "Chi bộ Trung tâm Phát triển quỹ đất tỉnh đã tổ chức",
	  "Chi bộ Trung tâm Phát triển quỹ đất tỉnh", "chi-bo",
	  "Trung tâm Phát triển quỹ đất tỉnh" },
	/* 17, 18 */
	{ "baobinhdinh.vn", "Đảng ủy Khối các cơ quan tỉnh tổ chức",
	  "Đảng bộ Khối các cơ quan tỉnh Bình Định", "dang-bo-khoi",
	  "Đảng bộ tỉnh Bình Định" },
	{ "", "Ở ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH:",
	  "Đảng bộ Khối các cơ quan tỉnh", "dang-bo-khoi", "" },
	{ "", "Bí thư Đảng ủy Khối các cơ quan tỉnh Võ Thị Thu Hòa nêu",
	  "Đảng bộ Khối các cơ quan tỉnh", "dang-bo-khoi", "" },
	/* 19 */
	{ "baobinhdinh.vn", "Trưởng Ban Tổ chức Tỉnh ủy; đồng chí",
	  "Ban Tổ chức Tỉnh ủy Bình Định", "organ",
	  "Đảng bộ tỉnh Bình Định" },
	{ "", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy.",
	  "Ủy ban Kiểm tra Tỉnh ủy", "organ", "" },
	/* 20, 21 */
	{ "", "Đảng ủy phường Sơn Phong (TP Hội An) họp",
	  "Đảng bộ phường Sơn Phong", "dang-bo-xa",
	  "Đảng bộ thành phố Hội An" },
	{ "", "Đảng uỷ phường Sơn Phong họp", "Đảng bộ phường Sơn Phong",
	  "dang-bo-xa", "" },
	/* 22 */
	{ "", "chi bộ khu dân cư Thành Tô, phường Thành Tô (quận Hải An) "
	  "họp", "Chi bộ khu dân cư Thành Tô", "chi-bo",
	  "Đảng bộ phường Thành Tô" },
	{ "", "chi bộ KDC Thành Tô họp", "Chi bộ khu dân cư Thành Tô",
	  "chi-bo", "" },
	/* 23, 24 */
	{ "", "chi bộ tổ dân phố 5, Đảng bộ phường Nam Hồng",
	  "Chi bộ tổ dân phố 5", "chi-bo", "Đảng bộ phường Nam Hồng" },
	{ "", "chi bộ Tổ dân phố số 05 họp", "Chi bộ tổ dân phố 5",
	  "chi-bo", "" },
	{ "", "BTV Đảng ủy phường Nam Hồng, TX Hồng Lĩnh",
	  "Ban Thường vụ Đảng ủy phường Nam Hồng", "organ",
	  "Đảng bộ phường Nam Hồng" },
	/* 25 */
	{ "", "tổ Đảng số 10, Chi bộ số 12, Đảng bộ phường Xuân La",
	  "Tổ đảng 10", "to-dang", "Chi bộ 12" },
	{ "", "tổ Đảng số 10, Chi bộ số 12, Đảng bộ phường Xuân La",
	  "Chi bộ 12", "chi-bo", "Đảng bộ phường Xuân La" },
	/* 26, 27 */
	{ "hanoi.gov.vn", "Quận ủy Tây Hồ tổ chức", "Đảng bộ quận Tây Hồ",
	  "dang-bo-huyen", "Đảng bộ thành phố Hà Nội" },
	{ "ninhbinh.gov.vn", "Đảng bộ thành phố Ninh Bình họp",
	  "Đảng bộ thành phố Ninh Bình", "dang-bo-huyen",
	  "Đảng bộ tỉnh Ninh Bình" },
	/* 28 */
	{ "baothainguyen.vn", "Huyện ủy Định Hóa họp",
	  "Đảng bộ huyện Định Hóa", "dang-bo-huyen",
	  "Đảng bộ tỉnh Thái Nguyên" },
	{ "", "HUYỆN UỶ ĐỊNH HOÁ TỔ CHỨC HỘI NGHỊ",
	  "Đảng bộ huyện Định Hóa", "dang-bo-huyen", "" },
	/* 29 */
	{ "tuyphong.binhthuan.dcs.vn", "huyện Tuy Phong: Ban Thường vụ Huyện "
	  "uỷ", "Ban Thường vụ Huyện ủy Tuy Phong", "organ",
	  "Đảng bộ huyện Tuy Phong" },
	{ "", "huyện Tuy Phong; Ban Chấp hành Đảng bộ huyện lần thứ 42",
	  "Ban Chấp hành Đảng bộ huyện Tuy Phong", "organ",
	  "Đảng bộ huyện Tuy Phong" },
	{ "", "Ban Thường vụ Huyện uỷ họp", "Ban Thường vụ Huyện ủy",
	  "organ", "Đảng bộ huyện" },
	/* 30 */
	{ "", "Đảng ủy, HĐND, UBND, MTTQ và các đoàn thể xã Trung Sơn, huyện "
	  "Đô Lương", "Đảng bộ xã Trung Sơn", "dang-bo-xa",
	  "Đảng bộ huyện Đô Lương" },
	{ "", "Đảng ủy, HĐND, UBND, MTTQ và các đoàn thể xã Trung Sơn, huyện "
	  "Đô Lương", "HĐND xã Trung Sơn", "hdnd", "huyện Đô Lương" },
	{ "", "Đảng ủy, HĐND, UBND, MTTQ và các đoàn thể xã Trung Sơn",
	  "UBND xã Trung Sơn", "ubnd", "" },
	{ "", "Đảng ủy, HĐND, UBND, MTTQ và các đoàn thể xã Trung Sơn",
	  "MTTQ xã Trung Sơn", "mat-tran", "" },
	/* 31, 32, 33 */
	{ "", "Đảng ủy xã Sơn Tân, huyện Sơn Tây, tỉnh Quảng Ngãi",
	  "Đảng bộ xã Sơn Tân", "dang-bo-xa", "Đảng bộ huyện Sơn Tây" },
	{ "", "Chi bộ thôn Bãi Màu; Chi bộ thôn Tà Dô họp",
	  "Chi bộ thôn Tà Dô", "chi-bo", "" },
	{ "", "Đảng ủy xã Sơn Tân; chi bộ Công an xã họp",
	  "Chi bộ Công an xã Sơn Tân", "chi-bo", "Đảng bộ xã Sơn Tân" },
	{ "", "huyện Sơn Tây, UVBTV Huyện uỷ, Chủ tịch Ủy ban MTTQVN huyện",
	  "MTTQ huyện Sơn Tây", "mat-tran", "" },
	/* 34, 35, 36, 37, 38 */
	{ "", "Chi bộ các cơ quan Đảng xã Quảng Chính họp",
	  "Chi bộ các cơ quan Đảng xã Quảng Chính", "chi-bo",
	  "Đảng bộ xã Quảng Chính" },
	{ "", "Đảng bộ xã Bình Giã (TP HCM)", "Đảng bộ xã Bình Giã",
	  "dang-bo-xa", "Đảng bộ thành phố Hồ Chí Minh" },
	{ "", "Đảng ủy phường Tây Thạnh và phường Phú Thọ Hòa (TPHCM)",
	  "Đảng bộ phường Tây Thạnh", "dang-bo-xa",
	  "Đảng bộ thành phố Hồ Chí Minh" },
	{ "", "Đảng ủy phường Tây Thạnh và phường Phú Thọ Hòa (TPHCM)",
	  "Đảng bộ phường Phú Thọ Hòa", "dang-bo-xa",
	  "Đảng bộ thành phố Hồ Chí Minh" },
	{ "", "Đảng bộ phường Tân Thạnh (TP.Tam Kỳ)",
	  "Đảng bộ phường Tân Thạnh", "dang-bo-xa",
	  "Đảng bộ thành phố Tam Kỳ" },
	{ "hanoi.gov.vn", "Đảng bộ quận Hà Đông", "Đảng bộ quận Hà Đông",
	  "dang-bo-huyen", "Đảng bộ thành phố Hà Nội" },
	/* 39, 40 */
	{ "", "Chi bộ khu phố 7 (Đảng bộ phường Tân Phú) họp",
	  "Chi bộ khu phố 7", "chi-bo", "Đảng bộ phường Tân Phú" },
	{ "", "3 đảng bộ Tân Dân, Dữu Lâu và Nông Trang sáp nhập",
	  "Đảng bộ Tân Dân", "dang-bo-co-so", "" },
	{ "", "các phường: 3 đảng bộ Tân Dân, Dữu Lâu và Nông Trang họp",
	  "Đảng bộ phường Nông Trang", "dang-bo-xa", "" },
	/* 41 to 45 */
	{ "", "Chi bộ 2 (khoa lâm sàng) trực thuộc Đảng bộ Bệnh viện Bệnh "
	  "Nhiệt đới", "Chi bộ 2", "chi-bo",
	  "Đảng bộ Bệnh viện Bệnh Nhiệt đới" },
	{ "", "Đảng bộ Bệnh viện Ung Bướu thuộc Đảng bộ Sở Y tế",
	  "Đảng bộ Bệnh viện Ung Bướu", "dang-bo-co-so", "" },
	{ "", "ĐẢNG BỘ BỆNH VIỆN PHỤ SẢN – NHI ĐÀ NẴNG",
	  "Đảng bộ Bệnh viện Phụ sản - Nhi Đà Nẵng", "dang-bo-co-so", "" },
	{ "danang.gov.vn", "Đảng ủy khối Các cơ quan thành phố",
	  "Đảng bộ Khối các cơ quan thành phố Đà Nẵng", "dang-bo-khoi",
	  "Đảng bộ thành phố Đà Nẵng" },
	{ "", "Đảng bộ Bệnh viện Đa khoa Thọ Xuân họp",
	  "Đảng bộ Bệnh viện Đa khoa Thọ Xuân", "dang-bo-co-so", "" },
	{ "", "Đảng ủy BVĐK huyện Thọ Xuân họp",
	  "Đảng bộ Bệnh viện Đa khoa Thọ Xuân", "dang-bo-co-so",
	  "Đảng bộ huyện Thọ Xuân" },
	/* 46 to 49 */
	{ "", "Chi bộ trường MNTH Hoa Sen",
	  "Chi bộ Trường Mầm non Thực hành Hoa Sen", "chi-bo",
	  "Trường Mầm non Thực hành Hoa Sen" },
	{ "", "Chi bộ Trường Đoàn Lý Tự Trọng",
	  "Chi bộ Trường Đoàn Lý Tự Trọng", "chi-bo",
	  "Trường Đoàn Lý Tự Trọng" },
	{ "", "Chi bộ Trường THCS Cây Trường, huyện Bàu Bàng",
	  "Chi bộ Trường THCS Cây Trường", "chi-bo",
	  "Đảng bộ huyện Bàu Bàng" },
	{ "", "Ban thường vụ Quận Đoàn 3 tổ chức",
	  "Ban Thường vụ Quận Đoàn 3", "organ", "Quận Đoàn 3" },
	/* 50 to 57 */
	{ "snnmt.daklak.gov.vn", "Đảng bộ Khối các cơ quan và doanh nghiệp "
	  "tỉnh", "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Đắk Lắk",
	  "dang-bo-khoi", "Đảng bộ tỉnh Đắk Lắk" },
	{ "baobacninh.com.vn", "Đảng ủy khối các Cơ quan và Doanh nghiệp "
	  "tỉnh", "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Bắc Ninh",
	  "dang-bo-khoi", "Đảng bộ tỉnh Bắc Ninh" },
	{ "baobacninh.com.vn", "Đảng bộ Văn phòng UBND tỉnh",
	  "Đảng bộ Văn phòng UBND tỉnh Bắc Ninh", "dang-bo-co-so",
	  "Đảng bộ tỉnh Bắc Ninh" },
	{ "laichau.gov.vn", "Đảng bộ cơ quan Đảng, đoàn thể, HĐND, tư pháp "
	  "cấp tỉnh và Đảng bộ chính quyền tỉnh",
	  "Đảng bộ cơ quan Đảng, đoàn thể, HĐND, tư pháp cấp tỉnh Lai Châu",
	  "dang-bo-khoi", "Đảng bộ tỉnh Lai Châu" },
	{ "laichau.gov.vn", "Đảng bộ cơ quan Đảng, đoàn thể, HĐND, tư pháp "
	  "cấp tỉnh và Đảng bộ chính quyền tỉnh",
	  "Đảng bộ chính quyền tỉnh Lai Châu", "dang-bo-khoi",
	  "Đảng bộ tỉnh Lai Châu" },
	{ "vienkiemsat.hungyen.gov.vn", "Đảng bộ các cơ quan Đảng tỉnh",
	  "Đảng bộ các cơ quan Đảng tỉnh Hưng Yên", "dang-bo-khoi",
	  "Đảng bộ tỉnh Hưng Yên" },
	{ "vinhphuc.gov.vn", "Bí thư Đảng ủy Ủy ban nhân dân tỉnh",
	  "Đảng bộ UBND tỉnh Vĩnh Phúc", "dang-bo-khoi",
	  "Đảng bộ tỉnh Vĩnh Phúc" },
	{ "vinhphuc.gov.vn", "Đảng bộ Sở Nội vụ thuộc Đảng bộ UBND tỉnh",
	  "Đảng bộ Sở Nội vụ", "dang-bo-co-so",
	  "Đảng bộ UBND tỉnh Vĩnh Phúc" },
	{ "syt.binhdinh.gov.vn", "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh",
	  "Ban Thường vụ Đảng ủy UBND tỉnh Bình Định", "organ",
	  "Đảng bộ UBND tỉnh Bình Định" },
	/* 58 to 62 */
	{ "lagi.binhthuan.dcs.vn", "thị xã La Gi. Ủy ban Kiểm tra Thị ủy",
	  "Ủy ban Kiểm tra Thị ủy La Gi", "organ", "Đảng bộ thị xã La Gi" },
	{ "", "Chi bộ và đồng chí Bí thư chi bộ Chi nhánh Văn phòng Đăng ký "
	  "đất đai La Gi",
	  "Chi bộ Chi nhánh Văn phòng Đăng ký đất đai La Gi", "chi-bo",
	  "Chi nhánh Văn phòng Đăng ký đất đai La Gi" },
	{ "ubkt.hungyen.dcs.vn", "Ủy ban Kiểm tra (UBKT) Tỉnh ủy xem xét",
	  "Ủy ban Kiểm tra Tỉnh ủy Hưng Yên", "organ",
	  "Đảng bộ tỉnh Hưng Yên" },
	{ "", "Trung tâm Dịch vụ việc làm, thuộc Sở Lao động, Thương binh và "
	  "Xã hội", "Trung tâm Dịch vụ việc làm", "trung-tam",
	  "Sở Lao động, Thương binh và Xã hội" },
	{ "tuyenquang.gov.vn", "Chi bộ UBND xã Bắc Quang họp",
	  "Chi bộ UBND xã Bắc Quang", "chi-bo", "Đảng bộ xã Bắc Quang" },
	/* 63 to 67 */
	{ "ninhbinh.gov.vn", "Đảng ủy các cơ quan Đảng Trung ương",
	  "Đảng bộ các cơ quan Đảng Trung ương", "dang-bo-khoi",
	  "Trung ương" },
	{ "ninhbinh.gov.vn", "Đảng bộ Bộ Tư pháp trực thuộc Đảng bộ Chính "
	  "phủ", "Đảng bộ Bộ Tư pháp", "dang-bo-co-so",
	  "Đảng bộ Chính phủ" },
	{ "ninhbinh.gov.vn", "Đảng bộ Ngân hàng Nhà nước họp",
	  "Đảng bộ Ngân hàng Nhà nước", "dang-bo-co-so", "" },
	{ "", "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh",
	  "Ban Thường vụ Thành ủy Thành phố Hồ Chí Minh", "organ",
	  "Đảng bộ thành phố Hồ Chí Minh" },
	{ "", "Thành ủy TP.HCM họp", "Đảng bộ thành phố Hồ Chí Minh",
	  "dang-bo-tinh", "Trung ương" },
	{ "", "Đảng bộ tỉnh An Giang trên cơ sở hợp nhất An Giang và Kiên "
	  "Giang", "Đảng bộ tỉnh An Giang", "dang-bo-tinh", "Trung ương" },
	{ "quangninh.gov.vn", "Quân ủy Trung ương ban hành",
	  "Quân ủy Trung ương", "quan-doi", "Trung ương" },
	{ "quangninh.gov.vn", "Đảng bộ Quân sự tỉnh",
	  "Đảng bộ Quân sự tỉnh Quảng Ninh", "quan-doi",
	  "Đảng bộ tỉnh Quảng Ninh" },
	/* 70 */
	{ "", "Chi bộ Hải Cường, Thuận Quý, Hòa Bình (thôn Phú An) sáp nhập "
	  "thành Chi bộ thôn Phú An", "Chi bộ Thuận Quý", "chi-bo", "" },
	{ "", "Chi bộ Hải Cường, Thuận Quý, Hòa Bình (thôn Phú An) sáp nhập "
	  "thành Chi bộ thôn Phú An", "Chi bộ thôn Phú An", "chi-bo", "" },
	/* what a first version got wrong */
	{ "", "Chi bộ 2 có 21 đảng viên", "Chi bộ 2", "chi-bo", "" },
	{ "", "chi bộ khối phố Tân Lập họp", "Chi bộ khối phố Tân Lập",
	  "chi-bo", "" },
	{ "", "Chi bộ Quân sự trực thuộc Đảng bộ xã Ia Pa",
	  "Chi bộ Quân sự", "chi-bo", "Đảng bộ xã Ia Pa" },
	{ "", "Chi bộ Phân xưởng Đúc họp", "Chi bộ Phân xưởng Đúc",
	  "chi-bo", "Phân xưởng Đúc" },
	{ "", "tặng Trường THPT Nguyễn Hữu Cầu 20 suất học bổng",
	  "Trường THPT Nguyễn Hữu Cầu", "truong", "" },
	{ "", "cử tri Đồn Biên phòng Cát Bà bỏ phiếu xong,",
	  "Đồn Biên phòng Cát Bà", "quan-doi", "" },
	{ "", "ngày ấy bộ chính trị ra chỉ thị", "Bộ Chính trị",
	  "trung-uong", "" },
	{ "", "được Văn phòng Trung ương Đảng giới thiệu",
	  "Văn phòng Trung ương Đảng", "organ", "" },
	/* and: a person behind the name, lists, "va" inside a name */
	{ "", "Bí thư Đảng ủy phường Đông Kinh Vi Thị Quỳnh Mai dự",
	  "Đảng bộ phường Đông Kinh", "dang-bo-xa", "" },
	{ "langson.gov.vn", "Bí thư Tỉnh ủy Nguyễn Văn An dự",
	  "Đảng bộ tỉnh Lạng Sơn", "dang-bo-tinh", "Trung ương" },
	{ "", "Sở Tài chính, Kế hoạch và Đầu tư báo cáo",
	  "Sở Kế hoạch và Đầu tư", "so", "" },
	{ "", "Sở Giáo dục và Đào tạo và Sở Y tế", "Sở Giáo dục và Đào tạo",
	  "so", "" },
	{ "", "Phường Đông Kinh TP Lạng Sơn. Đảng bộ phường Đông Kinh họp",
	  "Đảng bộ phường Đông Kinh", "dang-bo-xa",
	  "Đảng bộ thành phố Lạng Sơn" },
};

static void each_attested_mention(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mentions / sizeof *mentions; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_unit_list units;

		scan_text(&arena, tc_str0(mentions[i].text), 0,
			  mentions[i].site, &units);
		const struct tc_unit *u =
			find_unit(&units, mentions[i].canonical);
		assert_non_null(u);
		assert_string_equal(mentions[i].kind, u->kind);
		assert_str(mentions[i].parent, u->parent_count
			   ? u->parents[0] : TC_STR(""));
	}
}

static void each_generic_phrase_is_no_unit(void **state)
{
	static const char *const phrases[] = {
		"chi bộ 4 tốt", "chi bộ tốt", "chi bộ mẫu", "chi bộ kiểu mẫu",
		"SINH HOẠT CHI BỘ MẪU", "sinh hoạt chi bộ", "đại hội chi bộ",
		"các chi bộ", "mỗi chi bộ", "từng chi bộ", "những đảng bộ",
		"cấp ủy các cấp", "tổ chức đảng", "đảng bộ các cấp",
		"UBND các cấp", "Đảng ta", "ngày thành lập Đảng",
		"12 chi bộ", "02 chi bộ còn lại", "chi bộ đã họp",
		"Chi bộ tốt là do", "chi bộ cần", "đảng bộ tổ chức",
		"chi bộ tiếp tục", "tổ Covid-19 cộng đồng",
		"Chi, đảng bộ cơ sở", "các chi, đảng bộ trực thuộc",
		"110 TCCSĐ trực thuộc (68 đảng bộ và 42 chi bộ cơ sở)",
		"loại hình chi bộ quân sự, công an, trường học",
		"các chi bộ khối phố", "Chi bộ Đảng đầu tiên",
		"HĐND tỉnh", "UBND xã", "Đảng bộ tỉnh", "các tỉnh, thành đoàn",
		"Ban Thường vụ Đảng ủy", "Ban Tổ chức", "bộ đội Trường Sơn",
		"xã hội", "phòng chống dịch", "cán bộ", "Bí thư Tỉnh ủy",
		"Huyện ủy họp", "Đảng bộ", "Chi bộ", "", "1", "-",
		"tại xã Thụy Hùng, huyện Cao Lộc",
		"Ban Thường vụ Huyện ủy, Thị ủy đều dự",
	};

	(void)state;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_unit_list units;

		scan_text(&arena, tc_str0(phrases[i]), 0, "", &units);
		if (units.n)
			print_error("'%s': '%.*s'\n", phrases[i],
				    TC_ARG(units.v[0].canonical));
		assert_int_equal(0, units.n);
	}
}

/* ------------------------------------------------------------- queries */

static void queries_meet_under_one_name(void **state)
{
	static const struct {
		const char *typed, *canonical, *key;
	} rows[] = {
		{ "Đảng ủy phường Đông Kinh", "Đảng bộ phường Đông Kinh",
		  "dang bo phuong dong kinh" },
		{ "đảng uỷ phường đông kinh", "Đảng bộ phường đông kinh",
		  "dang bo phuong dong kinh" },
		{ "dang uy phuong dong kinh", "Đảng bộ phường dong kinh",
		  "dang bo phuong dong kinh" },
		{ "BTV Đảng ủy phường Đông Kinh",
		  "Ban Thường vụ Đảng ủy phường Đông Kinh",
		  "ban thuong vu dang uy phuong dong kinh" },
		{ "Tỉnh ủy Bình Thuận", "Đảng bộ tỉnh Bình Thuận",
		  "dang bo tinh binh thuan" },
		{ "Thành ủy Lạng Sơn", "Đảng bộ thành phố Lạng Sơn",
		  "dang bo thanh pho lang son" },
		{ "Đảng bộ TP Lạng Sơn", "Đảng bộ thành phố Lạng Sơn",
		  "dang bo thanh pho lang son" },
		{ "Chi ủy Chi bộ 2", "Chi bộ 2", "chi bo 2" },
		{ "chi bộ số 12", "Chi bộ 12", "chi bo 12" },
		{ "chi bo khoi 7+10", "Chi bộ khối 7+10",
		  "chi bo khoi 7 10" },
		{ "UBKT Thành ủy Lạng Sơn",
		  "Ủy ban Kiểm tra Thành ủy Lạng Sơn",
		  "uy ban kiem tra thanh uy lang son" },
		{ "chi bộ trường mầm non 02/9", "Chi bộ Trường Mầm non 2/9",
		  "chi bo truong mam non 2 9" },
		{ "BVĐK huyện Thọ Xuân", "Bệnh viện Đa khoa Thọ Xuân",
		  "benh vien da khoa tho xuan" },
		{ "Sở GD&ĐT", "Sở Giáo dục và Đào tạo",
		  "so giao duc va dao tao" },
		{ "Đông Kinh", "Đông Kinh", "dong kinh" },
		{ "Chi bộ", "Chi bộ", "chi bo" },
		{ "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_BUF name = { 0 };
		TC_SCOPED_BUF key = { 0 };
		TC_SCOPED_BUF again = { 0 };

		tc_unit_canonical(tc_str0(rows[i].typed), &name);
		assert_str(rows[i].canonical, tc_buf_str(&name));
		tc_unit_key_add(tc_buf_str(&name), &key);
		assert_str(rows[i].key, tc_buf_str(&key));
		tc_unit_canonical(tc_buf_str(&name), &again);
		assert_str(rows[i].canonical, tc_buf_str(&again));
	}
}

/* What the article holds is found by typing it. */
static void canonical_names_are_their_own_canonical(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mentions / sizeof *mentions; i++) {
		TC_SCOPED_BUF name = { 0 };

		tc_unit_canonical(tc_str0(mentions[i].canonical), &name);
		assert_str(mentions[i].canonical, tc_buf_str(&name));
	}
}

/* The words with their marks (0), without (1), every other one without. */
static void type_words(struct tc_str name, int how, struct tc_buf *out)
{
	struct tc_str word;

	for (int i = how; tc_str_split(&name, ' ', &word); i++) {
		if (out->n)
			tc_buf_addc(out, ' ');
		if (how == 1 || (how > 1 && i % 2))
			tc_fold_bare(word, out);
		else
			tc_buf_addstr(out, word);
	}
}

static void names_are_met_however_they_are_typed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mentions / sizeof *mentions; i++)
		for (int how = 0; how < 4; how++) {
			const struct tc_str name =
				tc_str0(mentions[i].canonical);
			struct tc_str names[TC_UNIT_NAMES_MAX];
			TC_SCOPED_ARENA arena = { 0 };
			TC_SCOPED_BUF typed = { 0 }, whole = { 0 };

			type_words(name, how, &typed);
			tc_unit_key_add(name, &whole);
			size_t n = tc_unit_names(tc_buf_str(&typed), &arena,
						 names);
			while (n--) {
				TC_SCOPED_BUF key = { 0 };
				tc_unit_key_add(names[n], &key);
				if (!strstr(whole.p, key.p))
					print_error("'%s'\n", typed.p);
				assert_non_null(strstr(whole.p, key.p));
			}
		}
}

static void kinds_are_a_closed_list(void **state)
{
	(void)state;
	assert_null(tc_unit_kind_find(TC_STR("chi bo")));
	assert_null(tc_unit_kind_find(TC_STR("")));
	for (size_t i = 0; i < sizeof mentions / sizeof *mentions; i++)
		assert_string_equal(
			mentions[i].kind,
			tc_unit_kind_find(tc_str0(mentions[i].kind)));
}

/* A few letters of each are compared. */
static void kinds_are_told_apart(void **state)
{
	static const char *const kinds[] = {
		"trung-uong", "dang-bo-tinh", "dang-bo-huyen", "dang-bo-khoi",
		"dang-bo-xa", "dang-bo-co-so", "dang-bo-bo-phan", "chi-bo",
		"to-dang", "organ", "mat-tran", "doan-the", "hdnd", "ubnd",
		"so", "phong", "truong", "benh-vien", "quan-doi", "cong-an",
		"doanh-nghiep", "trung-tam", "",
	};
	const size_t count = sizeof kinds / sizeof *kinds;
	const struct tc_unit_word *w;

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k + 1 < count; k++)
			assert_int_equal(i == k,
					 tc_unit_kind_is(kinds[i], kinds[k]));
	for (size_t i = 0; (w = tc_unit_word_row(i)); i++) {
		size_t k = 0;
		while (k < count && strcmp(w->kind, kinds[k]) != 0)
			k++;
		assert_true(k < count);
	}
}

/* Rows are found by binary search on the first word, and compared with keys
 * of tokens. */
static void the_table_is_sorted_and_in_keys(void **state)
{
	const struct tc_unit_word *w;

	(void)state;
	for (size_t i = 0; (w = tc_unit_word_row(i)); i++) {
		TC_SCOPED_ARENA arena = { 0 };
		struct tc_scan scan = { .arena = &arena };
		size_t after;

		scan.text = tc_str0(w->words);
		tc_tokenize(scan.text, &arena, &scan.tokens);
		tc_scan_mark(&scan);
		const struct tc_unit_word *found =
			tc_unit_word_at(&scan, 0, w->cls, false, &after);
		if (!found)
			print_error("row '%s'\n", w->words);
		assert_non_null(found);
		assert_string_equal(w->words, found->words);
		assert_int_equal(scan.tokens.n, after);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_attested_mention),
		cmocka_unit_test(each_generic_phrase_is_no_unit),
		cmocka_unit_test(queries_meet_under_one_name),
		cmocka_unit_test(canonical_names_are_their_own_canonical),
		cmocka_unit_test(names_are_met_however_they_are_typed),
		cmocka_unit_test(kinds_are_a_closed_list),
		cmocka_unit_test(kinds_are_told_apart),
		cmocka_unit_test(the_table_is_sorted_and_in_keys),
	};
	return cmocka_run_group_tests(tests, load_gazetteer, free_gazetteer);
}
