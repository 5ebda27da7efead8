/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a name ends before a person or a verb, what a list names, and which
 * unit an article is about. */
#include "config.h"

#include "unit.h"
#include "unit-scan.h"

static const struct {
	const char *text;
	const char *units;	/* "printed=canonical", '|' between */
} names[] = {
	/* BCH of the guard is its staff */
	{ "BCH BĐBP tỉnh Hà Giang; Ban Bí thư T.Ư Đoàn TNCS Hồ Chí Minh họp",
	  "BCH BĐBP tỉnh Hà Giang=Bộ đội Biên phòng tỉnh Hà Giang|"
	  "Ban Bí thư T.Ư Đoàn TNCS Hồ Chí Minh=Trung ương Đoàn" },
	/* of a list of numbers, those of as many figures */
	{ "Các Đồn Biên phòng 815, 817, 20 hộ dân đã họp.",
	  "815=Đồn Biên phòng 815|817=Đồn Biên phòng 817" },
	/* words that mean another thing elsewhere */
	{ "CĐ Công ty Gạch Bãi Màu, CĐ Y tế Bãi Màu",
	  "CĐ Công ty Gạch Bãi Màu=Công đoàn Công ty Gạch Bãi Màu" },
	{ "Đoàn 396 và Đoàn 12 người, Đoàn 300 cán bộ",
	  "Đoàn 396=Đoàn 396" },
	{ "học sinh THPT Nam Sông thi THPT Quốc gia ở THPT Hà Nội",
	  "THPT Nam Sông=Trường THPT Nam Sông" },
	{ "Bí thư Đoàn TP Sông Công và đoàn thành phố Sông Công",
	  "Đoàn TP Sông Công=Đoàn thành phố Sông Công" },
	{ "Liên đội MN Bãi Màu, Liên đội tặng hoa",
	  "Liên đội MN Bãi Màu=Liên đội Trường Mầm non Bãi Màu" },
	{ "Viễn thông Hà Nam; ngành Viễn thông; Chi nhánh tỉnh Hà Nam, Chi "
	  "nhánh Xăng dầu Bãi Màu",
	  "Viễn thông Hà Nam=Viễn thông Hà Nam|"
	  "Chi nhánh Xăng dầu Bãi Màu=Chi nhánh Xăng dầu Bãi Màu" },
	{ "Công đoàn Ban đã họp; Đảng bộ TSVM; Bệnh xá Công an",
	  "Bệnh xá Công an=Bệnh xá Công an" },
	/* dashes and quotation marks inside a name */
	{ "Chi bộ Khoa Nội - HSCC, Khoa Y - Dược; Bệnh viện Bãi Màu - TS Lê "
	  "Văn Nam", "Chi bộ Khoa Nội - HSCC=Chi bộ Khoa Nội - HSCC|"
	  "Bệnh viện Bãi Màu=Bệnh viện Bãi Màu" },
	{ "Trường Tiểu học “A” Bãi Màu dự",
	  "Trường Tiểu học “A” Bãi Màu=Trường Tiểu học “A” Bãi Màu" },
	{ "gồm 2 trường: Trường THCS Nam Sông (Lục Nam), Lê Lợi; Nguyễn Trãi",
	  "Trường THCS Nam Sông=Trường THCS Nam Sông|"
	  "Lê Lợi=Trường THCS Lê Lợi|Nguyễn Trãi=Trường THCS Nguyễn Trãi" },
	/* a bracket or a dash before what goes on */
	{ "Ngân hàng Nông nghiệp (Agribank) chi nhánh huyện Tân Hồng, Ngân "
	  "hàng Bãi Màu (Baibank), chi nhánh Hà Nam; Công ty Nam Sông (NS), Chi "
	  "nhánh Xăng dầu Bãi Màu",
	  "Ngân hàng Nông nghiệp (Agribank) chi nhánh huyện Tân Hồng="
	  "Ngân hàng Nông nghiệp Chi nhánh huyện Tân Hồng|"
	  "Ngân hàng Bãi Màu (Baibank), chi nhánh Hà Nam="
	  "Ngân hàng Bãi Màu Chi nhánh Hà Nam|"
	  "Công ty Nam Sông=Công ty Nam Sông|"
	  "Chi nhánh Xăng dầu Bãi Màu=Chi nhánh Xăng dầu Bãi Màu" },
	{ "Bộ Tư lệnh Vùng Cảnh sát biển (BTLVCSB) 3 họp",
	  "Bộ Tư lệnh Vùng Cảnh sát biển (BTLVCSB) 3="
	  "Bộ Tư lệnh Vùng Cảnh sát biển 3" },
	{ "Đảng ủy-UBND xã Bãi Màu; Đảng Ủy-Ban Giám đốc đi thăm",
	  "Đảng ủy=Đảng bộ xã Bãi Màu|UBND xã Bãi Màu=UBND xã Bãi Màu" },
	{ "Đảng ủy - Ban Giám đốc Công an tỉnh Hà Nam họp",
	  "Đảng ủy=Đảng bộ Công an tỉnh Hà Nam|"
	  "Công an tỉnh Hà Nam=Công an tỉnh Hà Nam" },
	{ "Hội KH huyện Lục Nam; Hội KH&KT; Hội KH Kinh tế",
	  "Hội KH huyện Lục Nam=Hội Khuyến học huyện Lục Nam" },
	/* schools that share what is said once */
	{ "3 trường THPT đạt chuẩn quốc gia mức độ 1 là Lê Lợi (Lục Nam), Bãi "
	  "Màu 1; Nam Sông (Lục Yên) họp",
	  "Lê Lợi=Trường THPT Lê Lợi|Bãi Màu 1=Trường THPT Bãi Màu 1|"
	  "Nam Sông=Trường THPT Nam Sông" },
	{ "Trường Mầm non Lộc Sơn, Ngư Lộc và Văn Lộc (huyện Lục Nam) dự",
	  "Trường Mầm non Lộc Sơn=Trường Mầm non Lộc Sơn|"
	  "Ngư Lộc=Trường Mầm non Ngư Lộc|Văn Lộc=Trường Mầm non Văn Lộc" },
	{ "Trường Mầm non Lộc Sơn, Hà Nội; Trường THCS Bãi Màu, Nguyễn Văn An "
	  "và Trần Thị Sen",
	  "Trường Mầm non Lộc Sơn=Trường Mầm non Lộc Sơn|"
	  "Trường THCS Bãi Màu=Trường THCS Bãi Màu" },
	{ "Chi bộ thôn Bãi Màu và 2 chi bộ Quyết Tiến, Đại Thắng",
	  "Chi bộ thôn Bãi Màu=Chi bộ thôn Bãi Màu|"
	  "Quyết Tiến=Chi bộ Quyết Tiến|Đại Thắng=Chi bộ Đại Thắng" },
	{ "Công đoàn Cơ quan Sở Y tế; Công đoàn VNPT, Chi đoàn Cơ quan họp",
	  "Công đoàn Cơ quan Sở Y tế=Công đoàn cơ quan Sở Y tế|"
	  "Công đoàn VNPT=Công đoàn VNPT|"
	  "Chi đoàn Cơ quan=Chi đoàn Cơ quan" },
	{ "Công an Hà Nam, Nam Định và Ninh Bình; Hội Nông dân Nghệ An, Hà Nội "
	  "họp", "Công an Hà Nam=Công an Hà Nam|Nam Định=Công an Nam Định|"
	  "Ninh Bình=Công an Ninh Bình|"
	  "Hội Nông dân Nghệ An=Hội Nông dân Nghệ An" },
	{ "bộ đội biên phòng (BĐBP) tỉnh Hà Nam; bộ đội biên phòng (BĐBP) họp",
	  "bộ đội biên phòng (BĐBP) tỉnh Hà Nam="
	  "Bộ đội Biên phòng tỉnh Hà Nam" },
	/* hospitals' specialties in lower case */
	{ "Bệnh viện phụ sản khám bệnh; bệnh viện phụ sản, Bệnh viện tim mạch "
	  "Bãi Màu khám bệnh; bệnh viện dã chiến, Bệnh viện dã chiến Nam Sông",
	  "Bệnh viện phụ sản=Bệnh viện Phụ sản|"
	  "Bệnh viện tim mạch Bãi Màu=Bệnh viện Tim mạch Bãi Màu|"
	  "Bệnh viện dã chiến Nam Sông=Bệnh viện dã chiến Nam Sông" },
	/* who directs a school that is named after a person */
	{ "Hiệu trưởng Trường Tiểu học Trần Quý Cáp; Hiệu trưởng Trường THPT Lê "
	  "Lợi Phạm Thị Hoa; Hiệu trưởng trường Nguyễn Văn An",
	  "Trường Tiểu học Trần Quý Cáp=Trường Tiểu học Trần Quý Cáp|"
	  "Trường THPT Lê Lợi=Trường THPT Lê Lợi" },
	{ "Trưởng Ban Dân vận HU Lục Nam; Chủ tịch Hội NDVN tỉnh Hà Nam",
	  "Ban Dân vận HU Lục Nam=Ban Dân vận Huyện ủy Lục Nam|"
	  "Hội NDVN tỉnh Hà Nam=Hội Nông dân tỉnh Hà Nam" },
	{ "Chi đoàn trường Lý Tự Trọng; chi đoàn trường Bãi Màu; chi đoàn "
	  "trường mới; Đoàn ủy thị trấn Bãi Màu, Đoàn ủy Đoàn 338",
	  "Chi đoàn trường Lý Tự Trọng=Chi đoàn Trường Lý Tự Trọng|"
	  "chi đoàn trường Bãi Màu=Chi đoàn Trường Bãi Màu|"
	  "Đoàn ủy thị trấn Bãi Màu=Đoàn thị trấn Bãi Màu|"
	  "Đoàn 338=Đoàn 338" },
	{ "các trường: Tiểu học Bãi Màu, THCS Nam Sông; các phòng: Nội vụ, Tư "
	  "pháp, Y tế huyện Lục Nam",
	  "Tiểu học Bãi Màu=Trường Tiểu học Bãi Màu|"
	  "THCS Nam Sông=Trường THCS Nam Sông|"
	  "Nội vụ=Phòng Nội vụ huyện Lục Nam|"
	  "Tư pháp=Phòng Tư pháp huyện Lục Nam|"
	  "Y tế huyện Lục Nam=Phòng Y tế huyện Lục Nam" },
	/* short forms between the name and its province, and of known words */
	{ "Trường Đại học Nông Lâm (ĐHNL) Hà Nội họp. Đảng ủy ĐHNL giao việc",
	  "Trường Đại học Nông Lâm (ĐHNL) Hà Nội=Trường Đại học Nông Lâm Hà Nội|"
	  "Đảng ủy ĐHNL=Đảng bộ Trường Đại học Nông Lâm Hà Nội" },
	{ "Bệnh viện Đa khoa tỉnh (BVĐK) họp. Đảng ủy BVĐK, Công đoàn BVĐK dự",
	  "Bệnh viện Đa khoa tỉnh=Bệnh viện Đa khoa tỉnh|"
	  "Đảng ủy BVĐK=Đảng bộ Bệnh viện Đa khoa tỉnh|"
	  "Công đoàn BVĐK=Công đoàn Bệnh viện Đa khoa tỉnh" },
	{ "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Hà "
	  "Nam; Ban Quản lý công trình mới; Sở GT-VT họp",
	  "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Hà "
	  "Nam=Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh "
	  "Hà Nam|Sở GT-VT=Sở Giao thông vận tải" },
	/* a society's centre */
	{ "T.Ư Hội LHTN VN và Trung ương Hội Trăng rằm Việt Nam; Trung ương Hội",
	  "T.Ư Hội LHTN VN=Trung ương Hội Liên hiệp Thanh niên Việt Nam|"
	  "Trung ương Hội Trăng rằm Việt Nam="
	  "Trung ương Hội Trăng rằm Việt Nam" },
	/* what a list says once, at its end */
	{ "Đảng ủy Công an, Quân sự tỉnh Hà Nam",
	  "Đảng ủy Công an=Đảng bộ Công an tỉnh Hà Nam|"
	  "Quân sự tỉnh Hà Nam=Đảng bộ Quân sự tỉnh Hà Nam" },
	{ "Phòng Nội vụ, Y tế huyện Lục Nam",
	  "Phòng Nội vụ=Phòng Nội vụ huyện Lục Nam|"
	  "Y tế huyện Lục Nam=Phòng Y tế huyện Lục Nam" },
	{ "Trường THPT Nam Sông và THCS Bãi Màu; Đồn Biên phòng Bãi Màu, Nam "
	  "Sông báo cáo",
	  "Trường THPT Nam Sông=Trường THPT Nam Sông|"
	  "THCS Bãi Màu=Trường THCS Bãi Màu|"
	  "Đồn Biên phòng Bãi Màu=Đồn Biên phòng Bãi Màu" },
	/* a body in another's name; fields of work in lower case */
	{ "ở Bệnh viện Trường Đại học Y Nam Sông đã có",
	  "Bệnh viện Trường Đại học Y Nam Sông="
	  "Bệnh viện Trường Đại học Y Nam Sông" },
	{ "trường cao đẳng sư phạm Hà Nam và các trường cao đẳng sư phạm mới",
	  "trường cao đẳng sư phạm Hà Nam=Trường Cao đẳng sư phạm Hà Nam" },
	{ "Trung tâm dạy nghề thanh niên huyện Di Linh mở lớp, là trung tâm "
	  "kinh tế lớn",
	  "Trung tâm dạy nghề thanh niên huyện Di Linh="
	  "Trung tâm dạy nghề thanh niên huyện Di Linh" },
	{ "Công ty TNHH xây dựng Sao Mai; công ty xây dựng Nhà văn hóa",
	  "Công ty TNHH xây dựng Sao Mai=Công ty TNHH xây dựng Sao Mai" },
	{ "Bệnh viện Truyền máu - Huyết học Bãi Màu và Công đoàn Bệnh viện",
	  "Bệnh viện Truyền máu - Huyết học Bãi Màu="
	  "Bệnh viện Truyền máu - Huyết học Bãi Màu" },
	{ "Hội Nạn nhân chất độc da cam/dioxin xã Bãi Màu",
	  "Hội Nạn nhân chất độc da cam/dioxin xã Bãi Màu="
	  "Hội Nạn nhân chất độc da cam/dioxin xã Bãi Màu" },
	{ "Trung tâm Xúc tiến đầu tư, thương mại và du lịch xã Bãi Màu",
	  "Trung tâm Xúc tiến đầu tư, thương mại và du lịch xã Bãi Màu="
	  "Trung tâm Xúc tiến đầu tư, thương mại và du lịch xã Bãi Màu" },
	{ "Trường Đại học Dệt May Hà Nội", "Trường Đại học Dệt May Hà Nội="
	  "Trường Đại học Dệt May Hà Nội" },
	{ "Chi bộ Trung tâm GDQP - AN và Trung tâm GDTX - TS Lê Văn Bình, Chi bộ "
	  "Khoa Luật & QTKD", "Chi bộ Trung tâm GDQP - AN=Chi bộ Trung tâm GDQP "
	  "- AN|Chi bộ Khoa Luật & QTKD=Chi bộ Khoa Luật và QTKD" },
	{ "Đảng đoàn Hội Chữ thập đỏ Việt Nam, Đảng bộ Bộ Dân tộc-Tôn giáo, Xứ "
	  "ủy Bắc Bộ và Thường trực Ủy ban Kiểm tra Trung ương",
	  "Đảng đoàn Hội Chữ thập đỏ Việt Nam=Đảng đoàn Hội Chữ thập đỏ Việt "
	  "Nam|Đảng bộ Bộ Dân tộc-Tôn giáo=Đảng bộ Bộ Dân tộc và Tôn giáo|"
	  "Xứ ủy Bắc Bộ=Xứ ủy Bắc Bộ|Thường trực Ủy ban Kiểm tra Trung ương="
	  "Thường trực Ủy ban Kiểm tra Trung ương" },
	{ "Ủy ban T.Ư Mặt trận Tổ quốc Việt Nam, Ban Chỉ đạo T.Ư về phòng, chống "
	  "tham nhũng, tiêu cực", "Ủy ban T.Ư Mặt trận Tổ quốc Việt Nam=Ủy ban "
	  "Trung ương MTTQ Việt Nam|Ban Chỉ đạo T.Ư về phòng, chống tham nhũng, "
	  "tiêu cực=Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực" },
	{ "Đảng ủy Khối ĐH, CĐ TPHCM, Đảng bộ Dân chính đảng Bà Rịa - Vũng "
	  "Tàu và Đảng bộ Khối các trường Đại học, Cao đẳng và TCCN",
	  "Đảng ủy Khối ĐH, CĐ TPHCM=Đảng bộ Khối Đại học, Cao đẳng thành phố "
	  "Hồ Chí Minh|Đảng bộ Dân chính đảng Bà Rịa - Vũng Tàu=Đảng bộ Dân "
	  "chính đảng tỉnh Bà Rịa - Vũng Tàu|Đảng bộ Khối các trường Đại học, "
	  "Cao đẳng và TCCN=Đảng bộ Khối các trường đại học, cao đẳng và TCCN" },
	{ "Đảng bộ Trường Cao đẳng tư thục Bãi Màu, Chi bộ Trung học phổ thông Tà "
	  "Dô, Chi bộ Đội Quản lý trật tự đô thị", "Đảng bộ Trường Cao đẳng tư "
	  "thục Bãi Màu=Đảng bộ Trường Cao đẳng tư thục Bãi Màu|Chi bộ Trung học "
	  "phổ thông Tà Dô=Chi bộ Trường THPT Tà Dô|Chi bộ Đội Quản lý trật tự "
	  "đô thị=Chi bộ Đội Quản lý trật tự đô thị" },
	{ "Chi cục Hải quan cửa khẩu quốc tế Bãi Màu và Phòng lao động thương "
	  "binh xã hội huyện Lục Yên", "Chi cục Hải quan cửa khẩu quốc tế Bãi Màu"
	  "=Chi cục Hải quan cửa khẩu quốc tế Bãi Màu|Phòng lao động thương binh "
	  "xã hội huyện Lục Yên=Phòng Lao động - Thương binh và Xã hội huyện Lục "
	  "Yên" },
	{ "bà Hoa ở chi hội phụ nữ thôn Đông, chi đoàn ấp 5 và ban công tác mặt "
	  "trận xóm Đoài; mọi chi hội phụ nữ thôn",
	  "chi hội phụ nữ thôn Đông=Chi hội Phụ nữ thôn Đông|chi đoàn ấp 5=Chi "
	  "đoàn ấp 5|ban công tác mặt trận xóm Đoài=Ban Công tác Mặt trận xóm "
	  "Đoài" },
	{ "Chi bộ Khối Đảng - Chính quyền xã Bãi Màu, Chi bộ Dân - Chính - Đảng "
	  "xã Tà Dô, Chi bộ Cơ quan Mặt trận Tổ quốc và các đoàn thể xã Nà Pán",
	  "Chi bộ Khối Đảng - Chính quyền xã Bãi Màu=Chi bộ Khối Đảng - Chính "
	  "quyền xã Bãi Màu|Chi bộ Dân - Chính - Đảng xã Tà Dô=Chi bộ Dân - "
	  "Chính - Đảng xã Tà Dô|Chi bộ Cơ quan Mặt trận Tổ quốc và các đoàn thể "
	  "xã Nà Pán=Chi bộ cơ quan MTTQ và các đoàn thể xã Nà Pán" },
	{ "Chi bộ Ngoại - Sản, Chi bộ Dược - Vật tư, Chi bộ Khối Phòng chức năng, "
	  "Chi bộ Thanh tra; Chi bộ Nội - Đoàn kết là sức mạnh; Ban Dân tộc, Sở "
	  "Nội vụ và Đảng ủy Trường Đại học Y - Dược",
	  "Chi bộ Ngoại - Sản=Chi bộ Ngoại - Sản|Chi bộ Dược - Vật tư=Chi bộ "
	  "Dược - Vật tư|Chi bộ Khối Phòng chức năng=Chi bộ Khối Phòng chức năng|"
	  "Chi bộ Thanh tra=Chi bộ Thanh tra|Chi bộ Nội=Chi bộ Nội|Ban Dân tộc="
	  "Ban Dân tộc|Sở Nội vụ=Sở Nội vụ|Đảng ủy Trường Đại học Y - Dược=Đảng "
	  "bộ Trường Đại học Y - Dược" },
	{ "Chi bộ Trường THCS Tà Dô Phát huy vai trò; Đảng bộ Công ty Than Bãi Màu "
	  "Đổi mới sinh hoạt; ra quân tại Trung tâm thành phố; Công ty Cổ phần "
	  "Phát triển nhà Bãi Màu",
	  "Chi bộ Trường THCS Tà Dô=Chi bộ Trường THCS Tà Dô|Đảng bộ Công ty Than "
	  "Bãi Màu=Đảng bộ Công ty Than Bãi Màu|Công ty Cổ phần Phát triển nhà "
	  "Bãi Màu=Công ty Cổ phần Phát triển nhà Bãi Màu" },
	/* of several organs the committee alone is named */
	{ "đại diện các ban xây dựng Đảng Thị ủy Hoàng Mai; trưởng các Ban Xây "
	  "dựng Đảng Huyện ủy Lục Yên", "Thị ủy Hoàng Mai=Đảng bộ thị xã Hoàng "
	  "Mai|Huyện ủy Lục Yên=Đảng bộ huyện Lục Yên" },
	{ "Chi bộ Nhà Thiếu nhi và Đảng ủy Ngoài nước",
	  "Chi bộ Nhà Thiếu nhi=Chi bộ Nhà Thiếu nhi|Đảng ủy Ngoài nước=Đảng bộ "
	  "Ngoài nước" },
	{ "Đảng ủy Ngoại giao, Đảng ủy Viettel và chi bộ Trạm Ra đa 21",
	  "Đảng ủy Ngoại giao=Đảng bộ Ngoại giao|Đảng ủy Viettel=Đảng bộ Viettel|"
	  "chi bộ Trạm Ra đa 21=Chi bộ Trạm Ra đa 21" },
	{ "Bí thư Chi bộ thôn Đông Nguyễn Văn Bình và Bí thư Chi bộ bản Bãi "
	  "Màu Ma Văn Thắng",
	  "Chi bộ thôn Đông=Chi bộ thôn Đông|"
	  "Chi bộ bản Bãi Màu=Chi bộ bản Bãi Màu" },
	{ "Bí thư Huyện ủy Văn Quan Hoàng Văn Bảy, Bí thư Đảng ủy xã Tạ An "
	  "Khương Lê Văn Ba, Bí thư Đảng ủy xã Hương Lâm ThS Trần Văn An",
	  "Huyện ủy Văn Quan=Đảng bộ huyện Văn Quan|"
	  "Đảng ủy xã Tạ An Khương=Đảng bộ xã Tạ An Khương|"
	  "Đảng ủy xã Hương Lâm=Đảng bộ xã Hương Lâm" },
	{ "Chi bộ cơ sở cơ quan Thuế, chi bộ cơ sở bệnh viện Đa khoa tỉnh, Bí "
	  "thư Đảng ủy xã Ia Dom Siu Phương; các chi bộ cơ sở trường học",
	  "Chi bộ cơ sở cơ quan Thuế=Chi bộ cơ quan Thuế|"
	  "chi bộ cơ sở bệnh viện Đa khoa tỉnh="
	  "Chi bộ Bệnh viện Đa khoa tỉnh|"
	  "Đảng ủy xã Ia Dom=Đảng bộ xã Ia Dom" },
	{ "Huyện ủy Nam Đàn mời Phó Bí thư Huyện ủy Lê Hùng, Bí thư Huyện ủy "
	  "Trần Đề Lâm Hùng, Hội Nông dân huyện, Huyện đoàn; các huyện, thị ủy",
	  "Huyện ủy Nam Đàn=Đảng bộ huyện Nam Đàn|"
	  "Huyện ủy=Đảng bộ huyện Nam Đàn|"
	  "Huyện ủy Trần Đề=Đảng bộ huyện Trần Đề|"
	  "Hội Nông dân huyện=Hội Nông dân huyện Trần Đề|"
	  "Huyện đoàn=Huyện Đoàn Trần Đề" },
	{ "Đảng ủy xã Gia Lâm họp; Chánh Văn phòng Đảng ủy xã Nguyễn Khánh, "
	  "bệnh viện hữu nghị Việt Tiệp, Tỉnh ủy lâm thời Vĩnh Long, Đảng bộ "
	  "lâm thời xã Bãi Màu",
	  "Đảng ủy xã Gia Lâm=Đảng bộ xã Gia Lâm|"
	  "Văn phòng Đảng ủy xã=Văn phòng Đảng ủy xã Gia Lâm|"
	  "bệnh viện hữu nghị Việt Tiệp=Bệnh viện Hữu nghị Việt Tiệp|"
	  "Tỉnh ủy lâm thời Vĩnh Long=Đảng bộ tỉnh Vĩnh Long|"
	  "Đảng bộ lâm thời xã Bãi Màu=Đảng bộ xã Bãi Màu" },
	{ "Phó Chính ủy Quân khu 9 Đoàn Xuân, Bí thư Đảng ủy Sư đoàn 330 Lê Văn "
	  "Ba, Chi bộ Ban Quản lý dự án, Đảng bộ Trường Chính trị",
	  "Quân khu 9=Quân khu 9|Đảng ủy Sư đoàn 330=Đảng bộ Sư đoàn 330|"
	  "Chi bộ Ban Quản lý dự án=Chi bộ Ban Quản lý dự án|"
	  "Đảng bộ Trường Chính trị=Đảng bộ Trường Chính trị" },
	{ "Phó Bí thư Chi bộ Trường Mầm non xã Hồng Thái Bàn Thị Xuân, Phó Bí "
	  "thư Đảng ủy VRG Hà Khương, Bí thư Chi bộ Khuổi Lè Mã Văn Dũng, Bí "
	  "thư Chi bộ Thào A Lử; Thành ủy Phan Rang - Tháp Chàm",
	  "Chi bộ Trường Mầm non xã Hồng Thái="
	  "Chi bộ Trường Mầm non xã Hồng Thái|Đảng ủy VRG=Đảng bộ VRG|"
	  "Chi bộ Khuổi Lè=Chi bộ Khuổi Lè|"
	  "Chi bộ=Chi bộ Khuổi Lè|"
	  "Thành ủy Phan Rang - Tháp Chàm="
	  "Đảng bộ thành phố Phan Rang - Tháp Chàm" },
	{ "Chi bộ thôn Bản Duồng 1, Chi bộ Công ty Cổ phần Xây lắp Thành An 96",
	  "Chi bộ thôn Bản Duồng 1=Chi bộ thôn Bản Duồng 1|"
	  "Chi bộ Công ty Cổ phần Xây lắp Thành An 96="
	  "Chi bộ Công ty Cổ phần Xây lắp Thành An 96" },
	{ "Chi bộ MTTQ - Đoàn thể, Đảng bộ Cảng hàng không quốc tế Bãi Màu, tại "
	  "Cảng hàng không quốc tế Bãi Màu, Chi bộ Thi hành án dân sự",
	  "Chi bộ MTTQ - Đoàn thể=Chi bộ MTTQ - Đoàn thể|"
	  "Đảng bộ Cảng hàng không quốc tế Bãi Màu="
	  "Đảng bộ Cảng hàng không quốc tế Bãi Màu|"
	  "Chi bộ Thi hành án dân sự=Chi bộ Thi hành án dân sự" },
	{ "Thường trực Đảng ủy, HĐND, UBND xã Bãi Màu; Đảng ủy, Ban Chỉ huy Đồn "
	  "Biên phòng Nậm Cắn; Phó Bí thư Thường trực Đảng ủy, Chủ tịch UBND xã "
	  "Hòa An",
	  "Thường trực Đảng ủy=Thường trực Đảng ủy xã Bãi Màu|"
	  "HĐND=HĐND xã Bãi Màu|UBND xã Bãi Màu=UBND xã Bãi Màu|"
	  "Đảng ủy=Đảng bộ Đồn Biên phòng Nậm Cắn|"
	  "Đồn Biên phòng Nậm Cắn=Đồn Biên phòng Nậm Cắn|"
	  "Đảng ủy=Đảng bộ xã Hòa An|UBND xã Hòa An=UBND xã Hòa An" },
	{ "Hiệu trưởng Trường THPT Thái Phiên Ngô Đức, Phó Bí thư Huyện ủy Kon "
	  "Rẫy A Phương, Bí thư Huyện ủy A Lưới, Công ty Cổ phần Than - Điện "
	  "Bãi Màu",
	  "Trường THPT Thái Phiên=Trường THPT Thái Phiên|"
	  "Huyện ủy Kon Rẫy=Đảng bộ huyện Kon Rẫy|"
	  "Huyện ủy A Lưới=Đảng bộ huyện A Lưới|"
	  "Công ty Cổ phần Than - Điện Bãi Màu="
	  "Công ty Cổ phần Than - Điện Bãi Màu" },
	{ "Bí thư Huyện ủy Châu Đức Nguyễn Việt, Bí thư Huyện ủy Lê Thị Trần Vy, "
	  "Đảng ủy Khối Kinh tế ngoài Quốc doanh",
	  "Huyện ủy Châu Đức=Đảng bộ huyện Châu Đức|"
	  "Huyện ủy=Đảng bộ huyện Châu Đức|"
	  "Đảng ủy Khối Kinh tế ngoài Quốc doanh="
	  "Đảng bộ Khối Kinh tế ngoài quốc doanh" },
	{ "ĐẢNG BỘ XÃ HỘI SƠN TỔ CHỨC ĐẠI HỘI, ĐẢNG BỘ XÃ CẤP TIẾN LẦN THỨ XX",
	  "ĐẢNG BỘ XÃ HỘI SƠN=Đảng bộ xã Hội Sơn|"
	  "ĐẢNG BỘ XÃ CẤP TIẾN=Đảng bộ xã Cấp Tiến" },
	{ "Chi bộ Trạm Y tế năm 2024 kết nạp; Đảng ủy Quân sự những năm qua vững; "
	  "Chi bộ Công an các đơn vị, Đảng ủy Quân sự nhiều cấp họp; Đảng ủy xã "
	  "Tà D...", "Chi bộ Trạm Y tế=Chi bộ Trạm Y tế|"
	  "Đảng ủy Quân sự=Đảng bộ Quân sự" },
	{ "Chi bộ liên thôn Đông - Đoài, Chi bộ KP. 7, chi bộ TDP. 5 họp",
	  "Chi bộ liên thôn Đông - Đoài=Chi bộ liên thôn Đông - Đoài|"
	  "Chi bộ KP. 7=Chi bộ khu phố 7|chi bộ TDP. 5=Chi bộ tổ dân phố 5" },
	{ "TAND KHU VỰC 3 - HÀ NỘI, TRƯỜNG ĐẠI HỌC SƯ PHẠM - ĐẠI HỌC ĐÀ NẴNG VÀ "
	  "TRUNG TÂM TRUYỀN THÔNG - VĂN HÓA HUYỆN LỤC NAM KÝ QUY CHẾ",
	  "TAND KHU VỰC 3 - HÀ NỘI=Tòa án nhân dân khu vực 3 - Hà Nội|"
	  "TRƯỜNG ĐẠI HỌC SƯ PHẠM - ĐẠI HỌC ĐÀ NẴNG="
	  "Trường Đại học Sư Phạm - Đại học Đà Nẵng|"
	  "TRUNG TÂM TRUYỀN THÔNG - VĂN HÓA HUYỆN LỤC NAM="
	  "Trung tâm Truyền Thông - Văn Hóa huyện Lục Nam" },
	{ "Ban Chấp hành Đảng bộ TP. Ủy ban kiểm tra Trung ương; Trưởng Ban Dân "
	  "vận Huyện ủy Hoàng Su Phì Ly Mí Pó, Trưởng Phòng Dân tộc huyện Mèo "
	  "Vạc Và Mí Chứ, Bí thư Huyện đoàn Đồng Văn Vàng Mí Sính, Bí thư Chi "
	  "bộ ấp Cù Lao Thạch Sóc",
	  "Ban Chấp hành Đảng bộ TP=Ban Chấp hành Đảng bộ thành phố|"
	  "Ủy ban kiểm tra Trung ương=Ủy ban Kiểm tra Trung ương|"
	  "Ban Dân vận Huyện ủy Hoàng Su Phì=Ban Dân vận Huyện ủy Hoàng Su Phì|"
	  "Phòng Dân tộc huyện Mèo Vạc=Phòng Dân tộc huyện Mèo Vạc|"
	  "Huyện đoàn Đồng Văn=Huyện Đoàn Đồng Văn|"
	  "Chi bộ ấp Cù Lao=Chi bộ ấp Cù Lao" },
	{ "Hiệu trưởng Trường THPT Nam Đàn Cầm Minh Bình, Bí thư Huyện ủy Đồng "
	  "Văn Lý Hùng",
	  "Trường THPT Nam Đàn=Trường THPT Nam Đàn|"
	  "Huyện ủy Đồng Văn=Đảng bộ huyện Đồng Văn" },
	{ "Tuyên dương các chi bộ: Cựu chiến binh, Trạm Y tế, thôn 5, Khối Chính "
	  "quyền, Tư pháp",
	  "Cựu chiến binh=Chi bộ Cựu chiến binh|Trạm Y tế=Chi bộ Trạm Y tế|"
	  "thôn 5=Chi bộ thôn 5|Khối Chính quyền=Chi bộ Khối Chính quyền|"
	  "Tư pháp=Chi bộ Tư pháp" },
	{ "Các chi bộ: Nâng cao chất lượng, Công an xã phối hợp",
	  "Công an xã=Công an xã" },
	{ "Đảng ủy các phường: Thạch Hà, Bình An; các xã: Đức Long, Nghĩa Hưng",
	  "Thạch Hà=Đảng bộ phường Thạch Hà|Bình An=Đảng bộ phường Bình An|"
	  "Đức Long=Đảng bộ xã Đức Long|Nghĩa Hưng=Đảng bộ xã Nghĩa Hưng" },
	{ "Đảng bộ xã Tân Lập Trao Huy hiệu Đảng; Chi bộ thôn Bãi Màu Làm theo lời "
	  "Bác; Trường THPT Nam Đàn 2 Tổng kết năm học; Đồn Biên phòng Nậm Cắn "
	  "Kết nạp đảng viên",
	  "Đảng bộ xã Tân Lập=Đảng bộ xã Tân Lập|"
	  "Chi bộ thôn Bãi Màu=Chi bộ thôn Bãi Màu|"
	  "Trường THPT Nam Đàn 2=Trường THPT Nam Đàn 2|"
	  "Đồn Biên phòng Nậm Cắn=Đồn Biên phòng Nậm Cắn" },
	{ "Trưởng Công an thành phố Cam Ranh Thượng tá Đỗ Quý",
	  "Công an thành phố Cam Ranh=Công an thành phố Cam Ranh" },
	{ "Đảng ủy Bệnh viện Đa khoa Bãi Màu BSCKII Lê Văn An và Hiệu trưởng "
	  "Trường PTDTNT THPT Bãi Màu Cầm Thị Hương",
	  "Đảng ủy Bệnh viện Đa khoa Bãi Màu=Đảng bộ Bệnh viện Đa khoa Bãi Màu|"
	  "Trường PTDTNT THPT Bãi Màu="
	  "Trường Phổ thông Dân tộc nội trú THPT Bãi Màu" },
	{ "Giám đốc Tập đoàn TKV Trần Văn Bình phát biểu",
	  "Tập đoàn TKV=Tập đoàn TKV" },
	{ "Tiểu đoàn bộ binh Sông Bãi họp ở Quân khu 7 đào tạo 70 em",
	  "Tiểu đoàn bộ binh Sông Bãi=Tiểu đoàn bộ binh Sông Bãi|"
	  "Quân khu 7=Quân khu 7" },
	{ "Công đoàn công ty Gạch Bãi Màu, Chi đoàn cơ quan xã Bãi Màu",
	  "Công đoàn công ty Gạch Bãi Màu=Công đoàn Công ty Gạch Bãi Màu|"
	  "Chi đoàn cơ quan xã Bãi Màu=Chi đoàn cơ quan xã Bãi Màu" },
	{ "Hội Phụ nữ Công an xã Bãi Màu",
	  "Hội Phụ nữ Công an xã Bãi Màu=Hội Phụ nữ Công an xã Bãi Màu" },
	/* a hyphen without blanks joins a committee and the authority beside it */
	{ "Đảng ủy-UBND xã Bãi Màu và Văn phòng HĐND-UBND huyện Lục Yên họp",
	  "Đảng ủy=Đảng bộ xã Bãi Màu|UBND xã Bãi Màu=UBND xã Bãi Màu|"
	  "Văn phòng HĐND-UBND huyện Lục Yên="
	  "Văn phòng HĐND và UBND huyện Lục Yên" },
	{ "Huyện ủy Lục Yên họp. Huyện ủy - HĐND huyện Na Rì và Thị ủy-UBND "
	  "thị xã Bãi Màu mừng",
	  "Huyện ủy Lục Yên=Đảng bộ huyện Lục Yên|Huyện ủy=Đảng bộ huyện Na Rì|"
	  "HĐND huyện Na Rì=HĐND huyện Na Rì|Thị ủy=Đảng bộ thị xã Bãi Màu|"
	  "UBND thị xã Bãi Màu=UBND thị xã Bãi Màu" },
	/* a place of three syllables, of which the last says which part; no person */
	{ "Hội Nông dân Bãi Màu Đông tổ chức, Chủ tịch Hội Nông dân Nguyễn Văn "
	  "Nam dự",
	  "Hội Nông dân Bãi Màu Đông=Hội Nông dân Bãi Màu Đông" },
	/* cells in prisons, of the first years */
	{ "nhớ chi bộ nhà tù Bãi Màu, Chi bộ Nhà lao Nam Sông; các nhà tù",
	  "chi bộ nhà tù Bãi Màu=Chi bộ Nhà tù Bãi Màu|"
	  "Chi bộ Nhà lao Nam Sông=Chi bộ Nhà lao Nam Sông" },
	/* what a body holds, with a capital, and the country's letters */
	{ "Đoàn Công ty Gạch Bãi Màu Đại hội điểm, Công đoàn Tập đoàn Xi măng VN "
	  "tặng hoa",
	  "Đoàn Công ty Gạch Bãi Màu=Đoàn Công ty Gạch Bãi Màu|"
	  "Công đoàn Tập đoàn Xi măng VN="
	  "Công đoàn Tập đoàn Xi măng Việt Nam" },
	/* a person and places that begin as a school does */
	{ "đồng chí Trường Chinh ra Trường Sa, Trường Sơn Đông; ở Trường THPT "
	  "Trường Chinh",
	  "Trường THPT Trường Chinh=Trường THPT Trường Chinh" },
	/* a person follows an office */
	{ "Phó Bí thư Thường trực Huyện ủy Di Linh phát biểu",
	  "Huyện ủy Di Linh=Đảng bộ huyện Di Linh" },
	{ "ở xã Phước Dinh Nam, Bí thư Đảng ủy xã Phước Dinh Nam Chamalé "
	  "Hương nhận lỗi",
	  "Đảng ủy xã Phước Dinh Nam=Đảng bộ xã Phước Dinh Nam" },
	{ "Bí thư Chi bộ Thào A Lử kể", "" },
	{ "Giám đốc bệnh viện Lâm Hoàng Nhã yêu cầu", "" },
	{ "chị Sà Rươl, nguyên Trưởng phòng Kế hoạch nghiệp vụ, nay về",
	  "phòng Kế hoạch nghiệp vụ=Phòng Kế hoạch nghiệp vụ" },
	/* another office of the same person's tells the place */
	{ "Đảng bộ thành phố Vĩnh Yên họp; Phó Bí thư Thành ủy, Chủ tịch HĐND "
	  "thành phố Phúc Yên dự",
	  "Đảng bộ thành phố Vĩnh Yên=Đảng bộ thành phố Vĩnh Yên|"
	  "Thành ủy=Đảng bộ thành phố Phúc Yên|"
	  "HĐND thành phố Phúc Yên=HĐND thành phố Phúc Yên" },
	{ "từ Huyện ủy Đại Từ sang, tham gia Ban Thường vụ Huyện ủy và giữ "
	  "chức Phó Bí thư Huyện ủy Đồng Hỷ",
	  "Huyện ủy Đại Từ=Đảng bộ huyện Đại Từ|"
	  "Ban Thường vụ Huyện ủy=Ban Thường vụ Huyện ủy Đồng Hỷ|"
	  "Huyện ủy Đồng Hỷ=Đảng bộ huyện Đồng Hỷ" },
	/* the Party's name between the head and whose cell it is */
	{ "Chi bộ Đảng Trường Tiểu học Bãi Màu và Chi bộ Đảng thôn Tà Dô họp",
	  "Chi bộ Đảng Trường Tiểu học Bãi Màu=Chi bộ Trường Tiểu học Bãi Màu|"
	  "Chi bộ Đảng thôn Tà Dô=Chi bộ thôn Tà Dô" },
	{ "Chi bộ Đảng Cộng sản Nà Pán ra đời, rồi Chi bộ Đảng Nà Mèo",
	  "Chi bộ Đảng Cộng sản Nà Pán=Chi bộ Nà Pán|"
	  "Chi bộ Đảng Nà Mèo=Chi bộ Nà Mèo" },
	{ "Chi bộ Đảng Cộng sản Việt Nam, Chi bộ Đảng Lao động Việt Nam", "" },
	/* a youth body, a place and a verb */
	{ "Huyện ủy Lục Yên và dân toàn huyện đoàn kết làm đường",
	  "Huyện ủy Lục Yên=Đảng bộ huyện Lục Yên" },
	{ "Đảng ủy xã Đoàn Kết, Xã đoàn Nà Pán, Đảng ủy xã Đoàn Tùng họp",
	  "Đảng ủy xã Đoàn Kết=Đảng bộ xã Đoàn Kết|"
	  "Xã đoàn Nà Pán=Xã Đoàn Nà Pán|"
	  "Đảng ủy xã Đoàn Tùng=Đảng bộ xã Đoàn Tùng" },
	{ "Tại UBND xã Nà Pán, xã Đoàn ra quân", "UBND xã Nà Pán=UBND xã Nà "
	  "Pán|xã Đoàn=Xã Đoàn Nà Pán" },
	{ "Ban Thường vụ Phường Đoàn Nà Pán họp", "Ban Thường vụ Phường Đoàn "
	  "Nà Pán=Ban Thường vụ Phường Đoàn Nà Pán" },
	{ "BCH Đoàn Thị trấn Mây Hồng và Đoàn TT Mây Hồng họp",
	  "BCH Đoàn Thị trấn Mây Hồng=Ban Chấp hành Đoàn thị trấn Mây Hồng|"
	  "Đoàn TT Mây Hồng=Đoàn thị trấn Mây Hồng" },
	{ "các Huyện đoàn, các Xã đoàn, các tỉnh, thành Đoàn ra quân", "" },
	{ "theo Huyện Đoàn Lục Yên V/v ra quân",
	  "Huyện Đoàn Lục Yên=Huyện Đoàn Lục Yên" },
	/* a place without its word: as the text named it, or as it stands */
	{ "Hội CCB Lục Yên và Hội Nông dân Nà Pán ở huyện Lục Yên",
	  "Hội CCB Lục Yên=Hội Cựu chiến binh Lục Yên|"
	  "Hội Nông dân Nà Pán=Hội Nông dân Nà Pán" },
	{ "Ở huyện Lục Yên có Hội CCB Lục Yên; Chủ tịch Hội CCB Lê Hoa kể",
	  "Hội CCB Lục Yên=Hội Cựu chiến binh huyện Lục Yên" },
	{ "Đảng ủy phường Mây Hồng và Nà Pán họp, UBND xã Tà Dô và Lê Văn "
	  "Hoa ký", "Đảng ủy phường Mây Hồng=Đảng bộ phường Mây Hồng|"
	  "Nà Pán=Đảng bộ phường Nà Pán|UBND xã Tà Dô=UBND xã Tà Dô" },
	/* by their number, and not "chi bộ sinh viên" */
	{ "chi bộ sinh viên số 2 và Chi bộ Sinh viên số 03; các chi bộ sinh "
	  "viên", "chi bộ sinh viên số 2=Chi bộ Sinh viên 2|"
	  "Chi bộ Sinh viên số 03=Chi bộ Sinh viên 3" },
	/* commas, dashes and "và" inside a name */
	{ "Phòng Tuyên truyền, Báo chí - Xuất bản và Phòng Lý luận chính trị, "
	  "lịch sử Đảng", "Phòng Tuyên truyền, Báo chí - Xuất bản=Phòng Tuyên "
	  "truyền, Báo chí - Xuất bản|Phòng Lý luận chính trị, lịch sử Đảng="
	  "Phòng Lý luận chính trị, Lịch sử Đảng" },
	{ "Ban Quản lý Khu kinh tế Nà Pán và các khu công nghiệp tỉnh Sơn La",
	  "Ban Quản lý Khu kinh tế Nà Pán và các khu công nghiệp tỉnh Sơn La="
	  "Ban Quản lý Khu kinh tế Nà Pán và các khu công nghiệp tỉnh Sơn La" },
	{ "Liên tỉnh ủy Hà - Nam - Ninh, Khu ủy Việt Bắc; Khu ủy họp",
	  "Liên tỉnh ủy Hà - Nam - Ninh=Liên tỉnh ủy Hà - Nam - Ninh|"
	  "Khu ủy Việt Bắc=Khu ủy Việt Bắc" },
	{ "Học viện Chính trị - Hành chính khu vực I, HV Chính trị khu vực IV",
	  "Học viện Chính trị - Hành chính khu vực I=Học viện Chính trị - "
	  "Hành chính khu vực I|HV Chính trị khu vực IV=Học viện Chính trị "
	  "khu vực IV" },
	/* of these the function is a name, also where no place is told */
	{ "Công an tỉnh và Hội Nông dân huyện họp cùng UBND tỉnh; các Công an "
	  "xã, 5 Hội Nông dân xã", "Công an tỉnh=Công an tỉnh|"
	  "Hội Nông dân huyện=Hội Nông dân huyện" },
	{ "Ban Thường vụ Đảng ủy Khối, UBKT Đảng ủy Tổng công ty và Ban "
	  "Chấp hành Đảng bộ Quân khu; Ban Chấp hành Đảng bộ họp",
	  "Ban Thường vụ Đảng ủy Khối=Ban Thường vụ Đảng ủy Khối|"
	  "UBKT Đảng ủy Tổng công ty=Ủy ban Kiểm tra Đảng ủy Tổng Công ty|"
	  "Ban Chấp hành Đảng bộ Quân khu=Ban Chấp hành Đảng bộ Quân khu" },
	/* the office of an organ, and who heads the one of another */
	{ "Chánh văn phòng Ủy ban Kiểm tra Thành ủy, Trưởng phòng Lý luận "
	  "Ban Tuyên giáo Tỉnh ủy Sơn La",
	  "văn phòng Ủy ban Kiểm tra Thành ủy="
	  "Văn phòng Ủy ban Kiểm tra Thành ủy|"
	  "phòng Lý luận Ban Tuyên giáo Tỉnh ủy Sơn La="
	  "Phòng Lý luận Ban Tuyên giáo Tỉnh ủy Sơn La" },
	{ "Phó Chánh văn phòng, Ban Nội chính Tỉnh ủy",
	  "Ban Nội chính Tỉnh ủy=Ban Nội chính Tỉnh ủy" },
	{ "Đảng ủy Quân sự Trung ương, Quân khu Một điểm lại",
	  "Đảng ủy Quân sự Trung ương=Đảng bộ Quân sự Trung ương|"
	  "Quân khu Một=Quân khu Một" },
	{ "Đài Phát thanh-Truyền hình, Trung tâm VHTT và TT huyện Di Linh, Ban "
	  "Chấp hành LHPN huyện Di Linh; nghe đài phát thanh",
	  "Đài Phát thanh-Truyền hình=Đài Phát thanh - Truyền hình|"
	  "Trung tâm VHTT và TT huyện Di Linh="
	  "Trung tâm VHTT và TT huyện Di Linh|"
	  "Ban Chấp hành LHPN huyện Di Linh="
	  "Ban Chấp hành Hội Liên hiệp Phụ nữ huyện Di Linh" },
	{ "Hội NCT huyện Di Linh, TW Hội Người cao tuổi Việt Nam, Kiểm toán nhà "
	  "nước khu vực XII và Bộ Tham mưu Quân khu 2",
	  "Hội NCT huyện Di Linh=Hội Người cao tuổi huyện Di Linh|"
	  "TW Hội Người cao tuổi Việt Nam="
	  "Trung ương Hội Người cao tuổi Việt Nam|"
	  "Kiểm toán nhà nước khu vực XII=Kiểm toán Nhà nước khu vực XII|"
	  "Bộ Tham mưu Quân khu 2=Bộ Tham mưu Quân khu 2" },
	{ "Ban Công tác Mặt trận Khu phố và Nhân dân; các xã thành lập Chi bộ "
	  "Quân sự", "" },
	{ "Trưởng phòng Tổ chức cán bộ Ban Tổ chức Tỉnh ủy, Phó Chủ nhiệm Văn "
	  "phòng QH", "phòng Tổ chức cán bộ Ban Tổ chức Tỉnh ủy="
	  "Phòng Tổ chức cán bộ Ban Tổ chức Tỉnh ủy|"
	  "Văn phòng QH=Văn phòng Quốc hội" },
	/* a province of former times behind its word, and of no ward */
	{ "Tỉnh ủy Hà Nam Ninh, Ban Thường vụ Tỉnh ủy Nghệ Tĩnh, Đảng bộ tỉnh "
	  "Hà Đông và Đảng ủy phường Hà Đông",
	  "Tỉnh ủy Hà Nam Ninh=Đảng bộ tỉnh Hà Nam Ninh|"
	  "Ban Thường vụ Tỉnh ủy Nghệ Tĩnh=Ban Thường vụ Tỉnh ủy Nghệ Tĩnh|"
	  "Đảng bộ tỉnh Hà Đông=Đảng bộ tỉnh Hà Đông|"
	  "Đảng ủy phường Hà Đông=Đảng bộ phường Hà Đông" },
	{ "Tỉnh ủy Cần Thơ gặp Đảng ủy xã Long Xuyên và Tỉnh ủy Gia Lai - Kon "
	  "Tum", "Tỉnh ủy Cần Thơ=Đảng bộ tỉnh Cần Thơ|"
	  "Đảng ủy xã Long Xuyên=Đảng bộ xã Long Xuyên|"
	  "Tỉnh ủy Gia Lai - Kon Tum=Đảng bộ tỉnh Gia Lai - Kon Tum" },
	{ "Chủ tịch HĐND, Chủ tịch UBND tỉnh Sơn La dự",
	  "HĐND=HĐND tỉnh Sơn La|UBND tỉnh Sơn La=UBND tỉnh Sơn La" },
	{ "Đảng ủy Ban Quản lý các Khu Chế xuất và Công nghiệp Thành phố, Văn "
	  "phòng Nông thôn mới huyện Di Linh", "Đảng ủy Ban Quản lý các Khu "
	  "Chế xuất và Công nghiệp Thành phố=Đảng bộ Ban Quản lý các Khu Chế "
	  "xuất và Công nghiệp thành phố|Văn phòng Nông thôn mới huyện Di "
	  "Linh=Văn phòng Nông thôn mới huyện Di Linh" },
	/* a rank, a task, those of many */
	{ "Trưởng Công an huyện Di Linh Thượng tá Lê Văn Hoa; Ban Chỉ đạo "
	  "Trung ương về phòng, chống lụt; Phòng Lịch sử Đảng của 63 tỉnh",
	  "Công an huyện Di Linh=Công an huyện Di Linh" },
	/* in lower case up to the mark before the organ; a letter in quotes;
	 * how good a cell is */
	{ "nguyên trưởng phòng tổ chức cán bộ - Ban Nội chính Tỉnh ủy; ông "
	  "trưởng phòng hôm ấy, UBND xã Bãi Màu", "phòng tổ chức cán bộ="
	  "Phòng tổ chức cán bộ|Ban Nội chính Tỉnh ủy=Ban Nội chính Tỉnh ủy|"
	  "UBND xã Bãi Màu=UBND xã Bãi Màu" },
	{ "Chi bộ Trường Tiểu học “A” Bãi Màu và Trường Tiểu học \"B\" Tà Dô "
	  "xây dựng Đảng bộ TSVM", "Chi bộ Trường Tiểu học “A” Bãi Màu="
	  "Chi bộ Trường Tiểu học “A” Bãi Màu|Trường Tiểu học \"B\" Tà Dô="
	  "Trường Tiểu học \"B\" Tà Dô" },
	{ "lãnh đạo phòng Công tác Chính trị; đảng viên cơ quan thường trực Ban "
	  "Chỉ đạo Tây Nguyên; Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
	  "phòng Công tác Chính trị=Phòng Công tác chính trị|"
	  "Ban Chỉ đạo Tây Nguyên=Ban Chỉ đạo Tây Nguyên|"
	  "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam="
	  "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam" },
	{ "Đảng bộ Xí nghiệp khai thác công trình thủy lợi huyện Di Linh, Đội "
	  "Cảnh sát cơ động Công an tỉnh Sơn La",
	  "Đảng bộ Xí nghiệp khai thác công trình thủy lợi huyện Di Linh="
	  "Đảng bộ Xí nghiệp khai thác công trình thủy lợi huyện Di Linh|"
	  "Đội Cảnh sát cơ động Công an tỉnh Sơn La="
	  "Đội Cảnh sát cơ động Công an tỉnh Sơn La" },
	{ "Báo và Phát thanh, Truyền hình Sơn La hỏi về ĐH Đảng các cấp",
	  "Báo và Phát thanh, Truyền hình Sơn La="
	  "Báo và Phát thanh, Truyền hình Sơn La" },
	/* who was named before the office leads what stands behind it */
	{ "Lài Thị Miên, Bí thư Chi bộ Nà Hin; Bí thư Huyện ủy Ma Thị "
	  "Mận",
	  "Chi bộ Nà Hin=Chi bộ Nà Hin" },
	{ "Đảng ủy khối doanh nghiệp ngoài Nhà nước; Ban Chỉ huy phòng chống "
	  "thiên tai và tìm kiếm cứu nạn tỉnh Nghệ An",
	  "Đảng ủy khối doanh nghiệp ngoài Nhà nước=Đảng bộ Khối doanh nghiệp "
	  "ngoài nhà nước|Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn "
	  "tỉnh Nghệ An=Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn "
	  "tỉnh Nghệ An" },
	/* the word for the place alone, or how many cells, is no name */
	{ "Ban Thường vụ Thành ủy TP tin tưởng; Thành ủy TP Vinh; Đảng bộ "
	  "phường Hòa Minh 1 Chi bộ",
	  "Ban Thường vụ Thành ủy=Ban Thường vụ Thành ủy|Thành ủy TP Vinh=Đảng "
	  "bộ thành phố Vinh|Đảng bộ phường Hòa Minh=Đảng bộ phường Hòa Minh" },
	/* a base organisation is none of the district's; an office in lower case */
	{ "các chi bộ trực thuộc đảng bộ cơ sở huyện Núi Thành; Chánh văn phòng "
	  "UBND tỉnh; Sở Giao thông - vận tải; Thanh tra Sở Y tế Quảng Ninh",
	  "văn phòng UBND tỉnh=Văn phòng UBND tỉnh|Sở Giao thông - vận tải=Sở "
	  "Giao thông vận tải|Thanh tra Sở Y tế Quảng Ninh=Thanh tra Sở Y tế "
	  "Quảng Ninh" },
	{ "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực họp",
	  "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực=Ban Chỉ "
	  "đạo Trung ương về phòng, chống tham nhũng, tiêu cực" },
	{ "Đoàn Trường đại học công nghệ Đồng Nai; Đoàn Trường cao đẳng nghề Đồng "
	  "Nai; Chi bộ Nhà Thiếu nhi tỉnh; Ban Chấp hành lâm thời Đảng bộ tỉnh",
	  "Đoàn Trường đại học công nghệ Đồng Nai=Đoàn Trường Đại học công nghệ "
	  "Đồng Nai|Đoàn Trường cao đẳng nghề Đồng Nai=Đoàn Trường Cao đẳng nghề "
	  "Đồng Nai|Chi bộ Nhà Thiếu nhi tỉnh=Chi bộ Nhà Thiếu nhi tỉnh|Ban Chấp "
	  "hành lâm thời Đảng bộ tỉnh=Ban Chấp hành lâm thời Đảng bộ tỉnh" },
	{ "Đảng bộ Thị xã Cửa Lò Khóa V; HĐND xã Tân Lập Khóa XX",
	  "Đảng bộ Thị xã Cửa Lò=Đảng bộ thị xã Cửa Lò|HĐND xã Tân Lập=HĐND xã "
	  "Tân Lập" },
	/* who leads a cell heads its place */
	{ "Bí thư chi bộ ấp - Trưởng ấp Bãi Màu; bí thư chi bộ thôn, bản",
	  "chi bộ ấp - Trưởng ấp Bãi Màu=Chi bộ ấp Bãi Màu" },
	/* the Party's, and another's */
	{ "Hướng dẫn của Ban Chấp hành Trung ương Hội đã có; Ban Chấp hành "
	  "Trung ương họp", "Ban Chấp hành Trung ương=Ban Chấp hành Trung "
	  "ương" },
	{ "Ban Chấp hành Đoàn xã giới thiệu hai bạn; Đoàn xã vui", "Ban Chấp "
	  "hành Đoàn xã=Ban Chấp hành Đoàn xã" },
	{ "Công đoàn Ban Quản lý các Khu công nghiệp và Chi bộ Văn phòng Ban "
	  "Quản lý các khu công nghiệp tỉnh Sơn La họp",
	  "Công đoàn Ban Quản lý các Khu công nghiệp=Công đoàn Ban Quản lý "
	  "các Khu công nghiệp|Chi bộ Văn phòng Ban Quản lý các khu công "
	  "nghiệp tỉnh Sơn La=Chi bộ Văn phòng Ban Quản lý các Khu công "
	  "nghiệp tỉnh Sơn La" },
	{ "Đảng bộ Nhà xuất bản Chính trị quốc gia - Sự thật và Đảng bộ Hội "
	  "Nhà văn Việt Nam", "Đảng bộ Nhà xuất bản Chính trị quốc gia - Sự "
	  "thật=Đảng bộ Nhà xuất bản Chính trị quốc gia - Sự thật|"
	  "Đảng bộ Hội Nhà văn Việt Nam=Đảng bộ Hội Nhà văn Việt Nam" },
	{ "Văn phòng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng mở lớp; "
	  "Đảng bộ Khối DNTW họp",
	  "Văn phòng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng="
	  "Văn phòng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng|"
	  "Đảng bộ Khối DNTW=Đảng bộ Khối Doanh nghiệp Trung ương" },
	/* a person of the highlands follows an office */
	{ "Phó Bí thư Chi bộ buôn Đoài Y Mung Kđoh và Bí thư Chi bộ buôn Đoài "
	  "H’Đa Nê Byă", "Chi bộ buôn Đoài=Chi bộ buôn Đoài|"
	  "Chi bộ buôn Đoài=Chi bộ buôn Đoài" },
	/* "xã" of "thị xã" is no commune's word */
	{ "ở thị xã Mây Hồng, các Đảng bộ Nà Pán, Tà Dô, Bãi Màu đã họp",
	  "Nà Pán=Đảng bộ Nà Pán|Tà Dô=Đảng bộ Tà Dô|Bãi Màu=Đảng bộ Bãi "
	  "Màu" },
	/* whom an organ serves, behind a comma */
	{ "Ban Pháp chế, HĐND huyện Lục Yên và Ban Tuyên giáo và Công tác xã "
	  "hội, Ủy ban MTTQ tỉnh Sơn La", "Ban Pháp chế, HĐND huyện Lục Yên="
	  "Ban Pháp chế HĐND huyện Lục Yên|Ban Tuyên giáo và Công tác xã "
	  "hội, Ủy ban MTTQ tỉnh Sơn La=Ban Tuyên giáo và Công tác xã hội "
	  "MTTQ tỉnh Sơn La" },
	{ "Học viện chính trị khu vực III và Văn phòng Đoàn ĐBQH - HĐND tỉnh "
	  "Sơn La", "Học viện chính trị khu vực III=Học viện Chính trị khu "
	  "vực III|Văn phòng Đoàn ĐBQH - HĐND tỉnh Sơn La=Văn phòng Đoàn ĐBQH "
	  "và HĐND tỉnh Sơn La" },
	{ "cô làm ở phòng Kế toán - Tài chính từ lâu", "phòng Kế toán - Tài "
	  "chính=Phòng Kế toán - Tài chính" },
	/* "TT": a centre before its work, a township before a name */
	{ "TT Văn hóa, Thể thao & Truyền thông thị xã Cửa Tùng và Đảng ủy TT "
	  "Eatul", "TT Văn hóa, Thể thao & Truyền thông thị xã Cửa Tùng=Trung "
	  "tâm Văn hóa, Thể thao và Truyền thông thị xã Cửa Tùng|Đảng ủy TT "
	  "Eatul=Đảng bộ thị trấn Eatul" },
	/* an organ, and a body, of a level, of a committee, of the South */
	{ "Ban Chỉ đạo 35 huyện Lục Yên, Ban Chỉ đạo 35 Huyện ủy Lục Yên và "
	  "Công đoàn cơ sở Huyện ủy Lục Yên", "Ban Chỉ đạo 35 huyện Lục Yên="
	  "Ban Chỉ đạo 35 huyện Lục Yên|Ban Chỉ đạo 35 Huyện ủy Lục Yên=Ban "
	  "Chỉ đạo 35 Huyện ủy Lục Yên|Công đoàn cơ sở Huyện ủy Lục Yên=Công "
	  "đoàn Huyện ủy Lục Yên" },
	{ "Đoàn Thanh niên Tỉnh ủy Sơn La, Hội Phụ nữ và Huyện ủy Lục Yên",
	  "Đoàn Thanh niên Tỉnh ủy Sơn La=Đoàn Thanh niên Tỉnh ủy Sơn La|Huyện "
	  "ủy Lục Yên=Đảng bộ huyện Lục Yên" },
	{ "Ban Tổ chức Trung ương Cục miền Nam gặp Học viện chính trị Quốc gia "
	  "Hồ Chí Minh", "Ban Tổ chức Trung ương Cục miền Nam=Ban Tổ chức Trung "
	  "ương Cục miền Nam|Học viện chính trị Quốc gia Hồ Chí Minh=Học viện "
	  "Chính trị quốc gia Hồ Chí Minh" },
	/* a society's committee is its centre; verbs with a capital; rooms */
	{ "Ban Chấp hành Trung ương Hội Nông dân Việt Nam và BTV Trung ương "
	  "Hội Cựu chiến binh Việt Nam", "Ban Chấp hành Trung ương Hội Nông "
	  "dân Việt Nam=Trung ương Hội Nông dân Việt Nam|BTV Trung ương Hội "
	  "Cựu chiến binh Việt Nam=Trung ương Hội Cựu chiến binh Việt Nam" },
	{ "Đảng ủy các cơ quan Đảng phường Tổ chức họp tại Phòng Hội đồng Sư "
	  "phạm nhà trường", "Đảng ủy các cơ quan Đảng phường=Đảng bộ các cơ "
	  "quan Đảng phường" },
	{ "Trung tâm Y tế quân dân y huyện Bắc Yên và Trung tâm an sinh xã hội "
	  "phường Bãi Màu", "Trung tâm Y tế quân dân y huyện Bắc Yên=Trung tâm "
	  "Y tế quân dân y huyện Bắc Yên|Trung tâm an sinh xã hội phường Bãi "
	  "Màu=Trung tâm An sinh xã hội phường Bãi Màu" },
	{ "Kỳ bộ Trung Kỳ và Tỉnh bộ Sơn La", "Kỳ bộ Trung Kỳ=Kỳ bộ Trung "
	  "Kỳ|Tỉnh bộ Sơn La=Tỉnh bộ Sơn La" },
	/* a verb follows the name */
	{ "Chi bộ Khoa Nội bỏ bớt giấy tờ", "Chi bộ Khoa Nội=Chi bộ Khoa Nội" },
	{ "Đảng ủy Công ty Hoa tiêu kết nghĩa",
	  "Đảng ủy Công ty Hoa tiêu=Đảng bộ Công ty Hoa tiêu" },
	/* a department by its rank alone: the one named before, or none */
	{ "Đảng bộ Sở Y tế họp. Đảng ủy Sở giao việc",
	  "Đảng bộ Sở Y tế=Đảng bộ Sở Y tế|Đảng ủy Sở=Đảng bộ Sở Y tế" },
	{ "Đảng ủy Sở đã lãnh đạo", "" },
	/* a sentence ends behind the level */
	{ "họp tại xã. Chín đảng viên của Chi bộ thôn Bãi Màu dự",
	  "Chi bộ thôn Bãi Màu=Chi bộ thôn Bãi Màu" },
	/* words inside a name that look like others */
	{ "Theo Phòng Đào tạo, có 64 bài", "Phòng Đào tạo=Phòng Đào tạo" },
	{ "Trung tâm Phục vụ hành chính công xã",
	  "Trung tâm Phục vụ hành chính công xã="
	  "Trung tâm Phục vụ hành chính công xã" },
	{ "Chi bộ kênh Ba Xã họp", "Chi bộ kênh Ba Xã=Chi bộ kênh Ba Xã" },
	{ "Chi bộ khu vực Thới Hưng", "Chi bộ khu vực Thới Hưng="
	  "Chi bộ khu vực Thới Hưng" },
	{ "Đảng bộ Công ty Cà phê Cư M’gar họp",
	  "Đảng bộ Công ty Cà phê Cư M’gar="
	  "Đảng bộ Công ty Cà phê Cư M’gar" },
	{ "Tổ đảng Văn phòng giành giải", "Tổ đảng Văn phòng="
	  "Tổ đảng Văn phòng" },
	{ "do Ban Chấp hành T.Ư ban hành",
	  "Ban Chấp hành T.Ư=Ban Chấp hành Trung ương" },
	/* a number of cells, each named */
	{ "lập hai chi bộ xóm 2 và xóm 11 trong năm",
	  "xóm 2=Chi bộ xóm 2|xóm 11=Chi bộ xóm 11" },
	{ "hai chi bộ thôn được khen", "" },
	{ "ở Chi bộ số 18 họp", "Chi bộ số 18=Chi bộ 18" },
	{ "mỗi chi bộ sổ 18 trang", "" },
	{ "Sở Tư pháp Tiền Giang họp",
	  "Sở Tư pháp Tiền Giang=Sở Tư pháp Tiền Giang" },
	{ "bàn việc của Chi bộ Quân sự xã và chi bộ Công an xã",
	  "Chi bộ Quân sự xã=Chi bộ Quân sự xã|"
	  "chi bộ Công an xã=Chi bộ Công an xã" },
	{ "Năm 2021 Chi bộ Công an xã họp", "Chi bộ Công an xã="
	  "Chi bộ Công an xã" },
	/* a list of numbers ends where something is counted */
	{ "các Đồn Biên phòng 815, 817 và 821 họp",
	  "815=Đồn Biên phòng 815|817=Đồn Biên phòng 817|"
	  "821=Đồn Biên phòng 821" },
	{ "các Đồn Biên phòng 815, 817 và 250 người dân góp công",
	  "815=Đồn Biên phòng 815|817=Đồn Biên phòng 817" },
	{ "Chi bộ 1, 2, 5% đảng viên được khen", "Chi bộ 1=Chi bộ 1|2=Chi bộ 2" },
	/* a list behind a comma is none of cells */
	{ "bí thư chi bộ các trường, Phòng Nội vụ, Phòng Y tế họp",
	  "Phòng Nội vụ=Phòng Nội vụ|Phòng Y tế=Phòng Y tế" },
	{ "Đảng ủy Công an tỉnh, Quân sự tỉnh, Bộ đội Biên phòng tỉnh đã báo cáo",
	  "Đảng ủy Công an tỉnh=Đảng bộ Công an tỉnh|"
	  "Quân sự tỉnh=Đảng bộ Quân sự tỉnh|"
	  "Bộ đội Biên phòng tỉnh=Đảng bộ Bộ đội Biên phòng tỉnh" },
	/* of one area it is no list */
	{ "Đảng ủy các xã Bình An họp", "" },
	/* the short form that the text gave */
	{ "Ủy ban Kiểm tra Huyện ủy (gọi tắt là UBKT) lập tổ",
	  "Ủy ban Kiểm tra Huyện ủy=Ủy ban Kiểm tra Huyện ủy|"
	  "UBKT=Ủy ban Kiểm tra Huyện ủy" },
	{ "Trường Đại học Nông Lâm (ĐHNL) họp; Đảng ủy ĐHNL giao; Trường ĐHNL "
	  "và ĐHNL nhận; Kế hoạch 5/KH-ĐHNL",
	  "Trường Đại học Nông Lâm=Trường Đại học Nông Lâm|"
	  "Đảng ủy ĐHNL=Đảng bộ Trường Đại học Nông Lâm|"
	  "Trường ĐHNL=Trường Đại học Nông Lâm|"
	  "ĐHNL=Trường Đại học Nông Lâm" },
	{ "Đảng bộ Đại học Quốc gia Hà Nội (ĐHQGHN) họp; Giám đốc ĐHQGHN dự",
	  "Đảng bộ Đại học Quốc gia Hà Nội=Đảng bộ Đại học Quốc gia Hà Nội|"
	  "ĐHQGHN=Đại học Quốc gia Hà Nội" },
	{ "Đảng ủy Khối các cơ quan tỉnh (ĐUK) họp; BTV ĐUK giao; theo 5-KH/ĐUK",
	  "Đảng ủy Khối các cơ quan tỉnh=Đảng bộ Khối các cơ quan tỉnh|"
	  "BTV ĐUK=Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh" },
	{ "Công ty Cổ phần Môi trường Xanh (gọi tắt là MTX) họp; MTX giúp",
	  "Công ty Cổ phần Môi trường Xanh=Công ty Cổ phần Môi trường Xanh|"
	  "MTX=Công ty Cổ phần Môi trường Xanh" },
	{ "Trung tâm Kiểm soát bệnh tật (CDC) tỉnh họp; CDC xã khác họp",
	  "Trung tâm Kiểm soát bệnh tật (CDC) tỉnh="
	  "Trung tâm Kiểm soát bệnh tật tỉnh" },
	{ "Đại học Quốc gia TP. Hồ Chí Minh (ĐHQG-HCM) mời ĐHQG-HCM",
	  "Đại học Quốc gia TP. Hồ Chí Minh="
	  "Đại học Quốc gia thành phố Hồ Chí Minh|"
	  "ĐHQG-HCM=Đại học Quốc gia thành phố Hồ Chí Minh" },
	{ "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh (ĐUK CQ&DN) họp; ĐUK CQ&DN "
	  "giao", "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh="
	  "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh|"
	  "ĐUK CQ&DN=Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh" },
	/* letters that are no name's: others' of that kind, a word, too few */
	{ "Trung tâm Y tế Bình An (VTC) họp; các VTC dự; VTC mở",
	  "Trung tâm Y tế Bình An=Trung tâm Y tế Bình An|"
	  "VTC=Trung tâm Y tế Bình An" },
	{ "Trung tâm Y tế Bình An (TIM) họp; TIM mở",
	  "Trung tâm Y tế Bình An=Trung tâm Y tế Bình An" },
	{ "Trung tâm Y tế Bình An (VT) họp; VT mở",
	  "Trung tâm Y tế Bình An=Trung tâm Y tế Bình An" },
	/* in the headline it stands before it is given */
	{ "Đảng bộ XMVS 25-5\nĐảng bộ Tổng công ty Xi măng Vân Sơn (XMVS) họp; "
	  "Tổng công ty XMVS mời",
	  "Đảng bộ XMVS=Đảng bộ Tổng Công ty Xi măng Vân Sơn|"
	  "Đảng bộ Tổng công ty Xi măng Vân Sơn="
	  "Đảng bộ Tổng Công ty Xi măng Vân Sơn|"
	  "Tổng công ty XMVS=Tổng Công ty Xi măng Vân Sơn" },
	{ "Viện Lâm sàng Nội (LSN) họp; Đảng ủy Viện LSN Truyền nhiễm họp",
	  "Viện Lâm sàng Nội=Viện Lâm sàng Nội|Đảng ủy Viện LSN Truyền nhiễm="
	  "Đảng bộ Viện LSN Truyền nhiễm" },
	{ "Đảng ủy CATW giao CATP Hải Phòng",
	  "Đảng ủy CATW=Đảng bộ Công an Trung ương|"
	  "CATP Hải Phòng=Công an thành phố Hải Phòng" },
	/* but not that of a part of its name, or of a place */
	{ "Sở Khoa học và Công nghệ (KH&CN) tỉnh lo việc KH&CN",
	  "Sở Khoa học và Công nghệ (KH&CN) tỉnh="
	  "Sở Khoa học và Công nghệ tỉnh" },
	{ "Công đoàn Than - Khoáng sản Việt Nam (TKV) họp với TKV",
	  "Công đoàn Than - Khoáng sản Việt Nam="
	  "Công đoàn Than - Khoáng sản Việt Nam" },
	{ "Huyện ủy Hải Hà (QN) họp, xe biển QN chờ",
	  "Huyện ủy Hải Hà=Đảng bộ huyện Hải Hà" },
	{ "Đảng bộ Than Bãi Màu (TBM) đại hội; Đảng ủy TBM khen Bí thư Đảng ủy "
	  "TBM", "Đảng bộ Than Bãi Màu=Đảng bộ Than Bãi Màu|"
	  "Đảng ủy TBM=Đảng bộ Than Bãi Màu|Đảng ủy TBM=Đảng bộ Than Bãi Màu" },
	/* a dot behind the short form of a city's word ends the sentence */
	{ "Hội Nông dân TP. Qua đó, dân vui. Công an TP. Cùng dự, TP. Vinh",
	  "Hội Nông dân TP=Hội Nông dân thành phố|"
	  "Công an TP=Công an thành phố" },
	{ "UBND TP. Vinh, UBND TP. Bãi Màu họp",
	  "UBND TP. Vinh=UBND thành phố Vinh|"
	  "UBND TP. Bãi Màu=UBND thành phố Bãi Màu" },
	/* a firm's name goes on behind a dash, but not to its director */
	{ "Công ty Dệt - Nhuộm Nam Sông, Công ty Than Bãi Màu - Vinacomin họp; "
	  "Giám đốc Công ty Nam Sông - Trần Hùng; Công ty Nam Sông - Đơn vị "
	  "mạnh",
	  "Công ty Dệt - Nhuộm Nam Sông=Công ty Dệt - Nhuộm Nam Sông|"
	  "Công ty Than Bãi Màu - Vinacomin=Công ty Than Bãi Màu - Vinacomin|"
	  "Công ty Nam Sông=Công ty Nam Sông|Công ty Nam Sông=Công ty Nam Sông" },
	/* a larger body begins behind a smaller one */
	{ "Chi bộ Đội Vận động quần chúng Đồn Biên phòng Bãi Màu, Chi bộ Khoa "
	  "Luật Trường Đại học Vinh",
	  "Chi bộ Đội Vận động quần chúng=Chi bộ Đội Vận động quần chúng|"
	  "Đồn Biên phòng Bãi Màu=Đồn Biên phòng Bãi Màu|"
	  "Chi bộ Khoa Luật=Chi bộ Khoa Luật|"
	  "Trường Đại học Vinh=Trường Đại học Vinh" },
	{ "Phó Bí thư Thường trực Huyện ủy H’Yim Niê, Chủ nhiệm UBKT Thành ủy "
	  "Uông Bí; PBT Thường trực Huyện ủy",
	  "UBKT Thành ủy Uông Bí=Ủy ban Kiểm tra Thành ủy Uông Bí" },
	/* "đông" is no name, "Đông Hòa" is one; of "Chi ủy Chi bộ" the cell */
	{ "Chi bộ Đông Hòa khác chi bộ đông đảng viên; Chi ủy Chi bộ 2 họp",
	  "Chi bộ Đông Hòa=Chi bộ Đông Hòa|Chi bộ 2=Chi bộ 2" },
	{ "Chi bộ Khoa Luật và Quản lý xã hội; Đại đội Trinh sát và kho",
	  "Chi bộ Khoa Luật và Quản lý xã hội="
	  "Chi bộ Khoa Luật và Quản lý xã hội|"
	  "Đại đội Trinh sát=Đại đội Trinh sát" },
	/* a place's second syllable in lower case */
	{ "Huyện ủy Lục nam họp; UBND xã Xuân quang tổ chức; xã Tân Lập, Đảng bộ "
	  "xã Tân lập dự; Đảng ủy xã Hát cũ; Đảng bộ phường Láng tặng quà",
	  "Huyện ủy Lục nam=Đảng bộ huyện Lục nam|"
	  "UBND xã Xuân quang=UBND xã Xuân quang|"
	  "Đảng bộ xã Tân lập=Đảng bộ xã Tân Lập|"
	  "Đảng ủy xã Hát=Đảng bộ xã Hát|"
	  "Đảng bộ phường Láng=Đảng bộ phường Láng" },
	{ "Chi bộ, Ban Giám hiệu Trường Tiểu học Bãi Màu xác định",
	  "Chi bộ=Chi bộ Trường Tiểu học Bãi Màu|"
	  "Trường Tiểu học Bãi Màu=Trường Tiểu học Bãi Màu" },
	/* places whose syllables are words elsewhere */
	{ "Đảng ủy xã Hội Hợp lo việc xã hội; UBND xã Hội An Trần Thị Nga; "
	  "Trường Tiểu học Mường Và mở lớp; Trường THCS Kim Liên kết nạp\n"
	  "ĐẢNG BỘ XÃ CHI LĂNG ĐẠI HỘI",
	  "Đảng ủy xã Hội Hợp=Đảng bộ xã Hội Hợp|"
	  "UBND xã Hội An=UBND xã Hội An|"
	  "Trường Tiểu học Mường Và=Trường Tiểu học Mường Và|"
	  "Trường THCS Kim Liên=Trường THCS Kim Liên|"
	  "ĐẢNG BỘ XÃ CHI LĂNG=Đảng bộ xã Chi Lăng" },
	/* what they do, though fields of work are called so */
	{ "Trường THPT Bãi Màu sản xuất rau; Tổng Công ty Điện lực miền Bắc ứng "
	  "phó; Chi bộ Khoa Khám bệnh tiêu biểu; Chi bộ Trung tâm Dạy nghề "
	  "giảng dạy",
	  "Trường THPT Bãi Màu=Trường THPT Bãi Màu|"
	  "Tổng Công ty Điện lực miền Bắc=Tổng Công ty Điện lực miền Bắc|"
	  "Chi bộ Khoa Khám bệnh=Chi bộ Khoa Khám bệnh|"
	  "Chi bộ Trung tâm Dạy nghề=Chi bộ Trung tâm Dạy nghề" },
	/* districts that are verbs or persons elsewhere */
	{ "HUYỆN ỦY CHỢ MỚI TỔ CHỨC HỘI NGHỊ\nĐẢNG BỘ HUYỆN NHƯ XUÂN HỌP\n"
	  "Bí thư Huyện ủy Cù Lao Dung, Bí thư Thành ủy Thủ Dầu Một, dự",
	  "HUYỆN ỦY CHỢ MỚI=Đảng bộ huyện Chợ Mới|"
	  "ĐẢNG BỘ HUYỆN NHƯ XUÂN=Đảng bộ huyện Như Xuân|"
	  "Huyện ủy Cù Lao Dung=Đảng bộ huyện Cù Lao Dung|"
	  "Thành ủy Thủ Dầu Một=Đảng bộ thành phố Thủ Dầu Một" },
	/* where a book was printed; persons behind their offices */
	{ "Toàn tập, t.5, Nxb Nam Sông, H.2000, tr.231; Nxb Bãi Màu, Hà Nội, "
	  "2011; Nxb Tà Dô dự", "Nxb Tà Dô=Nhà xuất bản Tà Dô" },
	{ "Bí thư Đảng ủy xã Tà Dô nói. Bí thư Đảng ủy phường Tôn Nữ Mai Chi; "
	  "Phó Bí thư Đảng ủy Đoàn Thị Mai; Trưởng Ban Dân vận Huyện ủy Ea H'leo",
	  "Đảng ủy xã Tà Dô=Đảng bộ xã Tà Dô|Đảng ủy=Đảng bộ xã Tà Dô|"
	  "Ban Dân vận Huyện ủy Ea H'leo=Ban Dân vận Huyện ủy Ea H'leo" },
	/* the part that it is of may be read behind the same head */
	{ "Chi bộ Học viên sinh viên (HV-SV) họp; chi bộ HV-SV khen HV-SV",
	  "Chi bộ Học viên sinh viên=Chi bộ Học viên sinh viên|"
	  "chi bộ HV-SV=Chi bộ Học viên sinh viên" },
};

static void a_name_ends_where_it_ends(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		expect_units(names[i].text, names[i].units);
}

static const struct {
	const char *title, *body;
	const char *subject;	/* "": none */
} subjects[] = {
	/* readers ask about no unit; whoever is interviewed speaks for his */
	{ "Hỏi đáp về đảng phí",
	  "Hỏi: Tôi ở Chi bộ thôn Bãi Màu, trực thuộc Đảng bộ huyện Lục Nam thì "
	  "đóng ra sao?\nTrả lời: Chi bộ thu mỗi tháng một lần.", "" },
	{ "Sinh hoạt tạm thời",
	  "Câu hỏi 1: Chi bộ thôn Bãi Màu họp vắng thì ra sao?\nTrả lời: Chi bộ "
	  "họp lại.", "" },
	{ "Bãi Màu làm theo Bác",
	  "Hỏi: Thưa đồng chí, Đảng bộ xã Bãi Màu đã làm gì?\nTrả lời: Đảng bộ "
	  "xã Bãi Màu đã học tập và làm theo.", "Đảng bộ xã Bãi Màu" },
	/* who stands above does nothing */
	{ "Hội nghị sơ kết", "Thực hiện sự chỉ đạo của Quân ủy Trung ương, "
	  "Đảng ủy Quân khu 2, Hội Nông dân huyện Mường La giám sát việc vay "
	  "vốn.", "Hội Nông dân huyện Mường La" },
	{ "Hội nghị sơ kết", "Dưới sự chỉ đạo của Huyện ủy Sốp Cộp, Ban Dân vận "
	  "Huyện ủy Mường La đã thăm hỏi gia đình chính sách.",
	  "Ban Dân vận Huyện ủy Mường La" },
	{ "Hội nghị tiếp xúc cử tri", "Sáng 5/4, tại hội trường UBND huyện "
	  "Mường La, Đảng ủy xã Mường Bú chủ trì hội nghị.",
	  "Đảng bộ xã Mường Bú" },
	/* leaders come to it */
	{ "Tin hoạt động",
	  "Sáng 5/4, đồng chí Lò Văn Hặc, Phó Bí thư Thường trực Tỉnh ủy, Chủ "
	  "tịch HĐND tỉnh Sơn La kiểm tra việc chuẩn bị đại hội tại Huyện ủy "
	  "Mường La.", "Đảng bộ huyện Mường La" },
	{ "Tin hoạt động",
	  "Sáng 5/4, đồng chí Lò Văn Hặc, Bí thư Huyện ủy Mường La dự sinh hoạt "
	  "thường kỳ cùng Đảng ủy xã Chiềng San.", "Đảng bộ xã Chiềng San" },
	{ "Tin hoạt động",
	  "Sáng 5/4, Đoàn giám sát Ban Tổ chức Tỉnh ủy Sơn La có buổi giám sát "
	  "tại Huyện ủy Mường La.", "Đảng bộ huyện Mường La" },
	{ "Tin hoạt động",
	  "Sáng 5/4, đồng chí Lò Văn Hặc, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ "
	  "nhiệm Ủy ban Kiểm tra Tỉnh ủy Sơn La chủ trì hội nghị.",
	  "Ủy ban Kiểm tra Tỉnh ủy Sơn La" },
	{ "Tuổi trẻ góp ý", "Ngày 26/5, Tỉnh Đoàn Sơn La mở hội nghị góp ý dự "
	  "thảo văn kiện Đại hội Đảng bộ tỉnh Sơn La.", "Tỉnh Đoàn Sơn La" },
	{ "Tin hoạt động", "Đại hội Đảng bộ Công an huyện Mường La lần thứ XX "
	  "diễn ra trong hai ngày.", "Đảng bộ Công an huyện Mường La" },
	{ "Tin hoạt động", "Đại hội Hội Nông dân huyện Mường La lần thứ XX diễn "
	  "ra trong hai ngày.", "Hội Nông dân huyện Mường La" },
	{ "Tin hoạt động", "Ban Bí thư vừa ban hành Chỉ thị về phòng cháy.",
	  "Ban Bí thư" },
	{ "Tin hoạt động", "Đảng bộ xã Mường Bú cùng UBND tỉnh Sơn La thăm hỏi "
	  "gia đình chính sách.", "Đảng bộ xã Mường Bú" },
	{ "Khởi công nhà đồng đội ở Mường Bú", "Hội Cựu chiến binh xã Mường Bú "
	  "(Sơn La) cùng Đảng ủy, UBND xã khởi công nhà đồng đội.",
	  "Hội Cựu chiến binh xã Mường Bú" },
	{ "Tin hoạt động", "Đảng bộ xã Mường Bú, huyện Mường La và Huyện ủy Sốp "
	  "Cộp ký kết quy chế.", "Đảng bộ xã Mường Bú" },
	/* what the centre did as well is not news; a sentence ends at its stop */
	{ "Giữ vững kỷ cương của Đảng", "Chi bộ là tế bào của Đảng. Ban Tổ chức "
	  "Trung ương đã có hướng dẫn cụ thể.", "" },
	{ "Giữ vững kỷ cương của Đảng", "Chi bộ có từ 3 đảng viên mới được thành "
	  "lập. Ban Tổ chức Trung ương đã có hướng dẫn.", "" },
	{ "Phó Chủ tịch HĐND huyện Mường La bị đình chỉ sinh hoạt Đảng",
	  "Ủy ban Kiểm tra Tỉnh ủy Sơn La đã quyết định đình chỉ sinh hoạt Đảng "
	  "đối với ông Lò Văn Hặc, Phó Chủ tịch HĐND huyện Mường La.",
	  "Ủy ban Kiểm tra Tỉnh ủy Sơn La" },
	/* headlines of several */
	{ "Tỉnh ủy Sơn La công bố quyết định thành lập Đảng bộ Khối các cơ quan "
	  "tỉnh Sơn La", "Sáng 5/4, đông đảo cán bộ có mặt.",
	  "Đảng bộ Khối các cơ quan tỉnh Sơn La" },
	{ "Đảng bộ Trường Đại học Tây Bắc và UBND tỉnh Sơn La ký kết",
	  "Sáng 5/4, đông đảo cán bộ có mặt.",
	  "Đảng bộ Trường Đại học Tây Bắc" },
	{ "Tuổi trẻ Mường La phối hợp với Hội Cựu chiến binh tỉnh tặng nhà",
	  "Huyện đoàn Mường La đã trao nhà tình nghĩa.",
	  "Huyện Đoàn Mường La" },
	{ "Kỷ niệm 90 năm thành lập Hội Nông dân Việt Nam",
	  "Hội Nông dân huyện Mường La tổ chức gặp mặt hội viên.",
	  "Hội Nông dân huyện Mường La" },
	{ "Tin hoạt động", "Sáng 5/4, Đảng bộ xã Mường Bú tập huấn công tác kiểm "
	  "tra tại Trung tâm Chính trị huyện Mường La.", "Đảng bộ xã Mường Bú" },
	{ "Tin hoạt động", "Sáng 5/4, Bí thư Tỉnh ủy Sơn La kiểm tra việc phòng "
	  "dịch tại Bệnh viện Đa khoa tỉnh Sơn La.",
	  "Bệnh viện Đa khoa tỉnh Sơn La" },
	/* whom one visits, or the place that the headline names so */
	{ "Ban Tổ chức Tỉnh ủy làm việc với huyện Mường La",
	  "Sáng 5/4, Huyện ủy Mường La đã có buổi làm việc với Ban Tổ chức Tỉnh "
	  "ủy Sơn La.", "Đảng bộ huyện Mường La" },
	{ "Tỉnh ủy Sơn La kiểm tra Liên đoàn Lao động tỉnh Sơn La",
	  "Sáng 5/4, Liên đoàn Lao động tỉnh Sơn La đã tiếp đoàn.",
	  "Liên đoàn Lao động tỉnh Sơn La" },
	{ "Tin hoạt động",
	  "Sáng 5/4, tại Nhà văn hóa, Đảng ủy xã Mường Bú kịp thời giúp dân.",
	  "Đảng bộ xã Mường Bú" },
	{ "Phát triển đảng viên trẻ",
	  "Thực hiện Chỉ thị số 28-CT/TW của Ban Bí thư, Đảng ủy xã Mường Bú "
	  "đã mở lớp cho đoàn viên.", "Đảng bộ xã Mường Bú" },
	/* of several that are founded it is not one */
	{ "Ký quyết định thành lập các đảng bộ mới",
	  "Bộ Chính trị quyết định thành lập Đảng bộ tỉnh Sơn La. Bộ Chính trị "
	  "quyết định thành lập Đảng bộ tỉnh Lào Cai.", "Bộ Chính trị" },
	{ "Hướng dẫn xét kết nạp đảng viên",
	  "ĐẢNG BỘ ĐẠI HỌC HOA LƯ\nĐẢNG ỦY TRƯỜNG ĐẠI HỌC NÔNG LÂM\n"
	  "QUYẾT ĐỊNH\nVề việc ban hành Hướng dẫn\nCăn cứ Điều lệ Đảng;",
	  "Đảng bộ Trường Đại học Nông Lâm" },
	{ "Ủy ban Kiểm tra Tỉnh ủy Sơn La giám sát Đảng ủy Sở Tư pháp",
	  "Ủy ban Kiểm tra Tỉnh ủy Sơn La đã công bố quyết định giám sát.",
	  "Đảng bộ Sở Tư pháp" },
	{ "Ban Nội chính Trung ương làm việc với Tỉnh ủy Sơn La",
	  "Ban Nội chính Trung ương vừa làm việc với Ban Thường vụ Tỉnh ủy "
	  "Sơn La.", "Đảng bộ tỉnh Sơn La" },
	/* the text may print a fuller name */
	{ "Đại hội Hội Nông dân Mường Bú lần thứ I",
	  "Hội Nông dân xã Mường Bú (Sơn La) đã tổ chức Đại hội.",
	  "Hội Nông dân xã Mường Bú" },
	{ "ĐẠI HỘI ĐẢNG BỘ BỆNH VIỆN PHỤ SẢN CẦN THƠ LẦN THỨ II",
	  "Đảng bộ Bệnh viện Phụ sản Cần Thơ đã tổ chức Đại hội.",
	  "Đảng bộ Bệnh viện Phụ sản Cần Thơ" },
	{ "Công bố quyết định về công tác cán bộ",
	  "Chiều 6/5, Tỉnh ủy Sơn La tổ chức hội nghị công bố quyết định điều "
	  "động đồng chí Lò Văn Hặc, Phó Trưởng Ban Dân vận Tỉnh ủy giữ chức "
	  "Bí thư Huyện ủy Mường La.", "Đảng bộ huyện Mường La" },
	{ "Công bố quyết định về công tác cán bộ",
	  "Chiều 6/5, Tỉnh ủy Sơn La tổ chức hội nghị công bố quyết định đồng "
	  "chí Lò Văn Hặc giữ chức Bí thư Huyện ủy Mường La, đồng chí Cầm "
	  "Thị Xuân giữ chức Bí thư Huyện ủy Sốp Cộp.", "Đảng bộ tỉnh Sơn La" },
	{ "Công bố nghị quyết sáp nhập thôn",
	  "Đảng ủy xã Đồng Thịnh tổ chức công bố nghị quyết sáp nhập thôn và "
	  "quyết định thành lập Chi bộ thôn Yên Tân.", "Đảng bộ xã Đồng Thịnh" },
	{ "Trung tâm Lưu trữ tỉnh: lấy ý kiến dân",
	  "Chi bộ Trung tâm Lưu trữ tỉnh họp kiểm điểm.",
	  "Chi bộ Trung tâm Lưu trữ tỉnh" },
	{ "Tỉnh Đoàn Vĩnh Long mở diễn đàn",
	  "Chi bộ Tỉnh Đoàn Vĩnh Long tổ chức diễn đàn.",
	  "Chi bộ Tỉnh Đoàn Vĩnh Long" },
	{ "Giám sát quỹ ở Tân Bình Hưng: sửa ngay tại ấp",
	  "Đoàn của Huyện ủy Phụng Hiệp làm việc với Đảng ủy xã Tân Bình "
	  "Hưng.", "Đảng bộ xã Tân Bình Hưng" },
	{ "Quận ủy Hải Thành và Đảng ủy Công ty Hoa tiêu kết nghĩa",
	  "Hai bên ký kết.", "Đảng bộ quận Hải Thành" },
	/* whose congress resolved is not who studies it */
	{ "Quán triệt Nghị quyết Đại hội đại biểu Đảng bộ Sở Y tế",
	  "Đảng bộ Bệnh viện Phú Hải tổ chức học tập.",
	  "Đảng bộ Bệnh viện Phú Hải" },
	/* but whose decision is announced */
	{ "Công bố quyết định của Ban Thường vụ Tỉnh ủy về công tác cán bộ",
	  "Bí thư Thành ủy Móng Cái nhận việc mới.",
	  "Ban Thường vụ Tỉnh ủy" },
	/* a person visits; the offices tell the committee */
	{ "Thăm đảng viên lão thành",
	  "Ông Lê Văn Hạ, Bí thư Đảng ủy, Chủ tịch HĐND phường Bến Gỗ đã "
	  "đến thăm.", "Đảng bộ phường Bến Gỗ" },
	{ "Chi bộ Trường Lê Đình Chinh kết nạp đảng viên",
	  "Sáng nay, Chi bộ Trường Tiểu học Lê Đình Chinh kết nạp một cô "
	  "giáo.", "Chi bộ Trường Tiểu học Lê Đình Chinh" },
	{ "Căn cứ để lập đề án",
	  "Theo Phương án số 16 của UBND tỉnh Kon Tum và Kế hoạch số 3 của "
	  "Huyện ủy Đắk Hà.", "" },
	/* the first of two places in the headline */
	{ "Phân công cán bộ tại Xuân Lũng và Trung Hà",
	  "Ông A, Phó Bí thư Đảng ủy xã Trung Hà, về Đảng ủy xã Xuân Lũng.",
	  "Đảng bộ xã Xuân Lũng" },
	/* a person's authority gives way to who acts */
	{ "Kỷ luật Chủ tịch UBND huyện Ea Súp",
	  "Ủy ban Kiểm tra Trung ương quyết định khiển trách ông A.",
	  "Ủy ban Kiểm tra Trung ương" },
	{ "Chủ tịch UBND huyện Ea Súp tiếp dân", "Buổi tiếp có 40 người.",
	  "UBND huyện Ea Súp" },
	/* who receives, not who gives */
	{ "Công ty Cổ phần Sao Việt (SVG) nhận cờ do UBND tỉnh Kon Tum trao",
	  "Lễ trao cờ mở sáng nay.", "Công ty Cổ phần Sao Việt" },
	/* its congress is all that is spoken of */
	{ "Thành phố sau năm năm",
	  "Thực hiện Nghị quyết Đại hội Đảng bộ thành phố Huế, kinh tế "
	  "tăng nhanh.", "Đảng bộ thành phố Huế" },
	/* the cell that leads a chain */
	{ "Họp kiểm điểm", "Chi bộ làng Kép, Đảng bộ xã Ia Mơ Nông, Huyện ủy "
	  "Chư Păh tổ chức họp.", "Chi bộ làng Kép" },
	{ "Họp kiểm điểm", "Đảng bộ xã Ia Mơ Nông - Huyện ủy Chư Păh tổ chức "
	  "họp.", "Đảng bộ xã Ia Mơ Nông" },
	{ "Học tập Nghị quyết của Đảng",
	  "Nghị quyết của Bộ Chính trị được phổ biến.", "" },
	/* whom a person comes to, not whence */
	{ "Ông Lò Văn Dũng, Phó Trưởng ban Thường trực Ban Tổ chức Tỉnh ủy "
	  "làm Bí thư Huyện ủy Mường Ảng", "Lễ trao mở chiều nay.",
	  "Đảng bộ huyện Mường Ảng" },
	/* a hall is where one meets */
	{ "Sắp mở đại hội", "Các đại biểu họp tại Trung tâm Hội nghị tỉnh "
	  "Kiên Giang.", "" },
	/* a speaker's words are no document */
	{ "Lo cho đại hội", "Kết luận của đồng chí Hà Văn Lợi, Phó Bí thư "
	  "Thường trực Tỉnh ủy Quảng Bình.", "Đảng bộ tỉnh Quảng Bình" },
	/* nor is what the sentence before names */
	{ "Lo cho đại hội", "Hội nghị thông qua chương trình. Nghe báo cáo "
	  "của Huyện ủy Lục Yên.", "Đảng bộ huyện Lục Yên" },
	/* a picture's line says less than the text */
	{ "Lo việc đại hội các cấp", "Đại hội được lo từ sớm.\nChi bộ thôn "
	  "Nà Pán họp trù bị\nHuyện ủy Lục Yên đã giao việc cho từng người.",
	  "Đảng bộ huyện Lục Yên" },
	/* in passing */
	{ "Nghĩ về nêu gương", "Nêu gương là việc khó. Nói phải đi đôi với "
	  "làm. Dân nhìn vào đó. Ai cũng hiểu. Ở Chi bộ thôn Nà Pán có một "
	  "người như thế.", "" },
	{ "Bốn người giữ bản", "Bản xa lắm. Đường khó đi. Mưa là lở. Dân ít. "
	  "Chi bộ thôn Nà Pán đã giao việc cho từng người.",
	  "Chi bộ thôn Nà Pán" },
	{ "Nghĩ về nêu gương", "Nêu gương là việc khó. Nói phải đi đôi với "
	  "làm. Dân nhìn vào đó. Ai cũng hiểu. Ở Chi bộ thôn Nà Pán có một "
	  "người. Người của Chi bộ thôn Nà Pán kể lại.",
	  "Chi bộ thôn Nà Pán" },
	/* one person leads the cell and its place */
	{ "Người ở bản xa", "Bí thư Chi bộ kiêm trưởng bản Huổi Cưởm là ông "
	  "Lò Văn Ánh.", "Chi bộ bản Huổi Cưởm" },
	{ "Người ở thôn xa", "Ông Ánh, Bí thư Chi bộ, Trưởng thôn Nà Pán, "
	  "đi từng nhà.", "Chi bộ thôn Nà Pán" },
	/* who carries out, not whose letter it was */
	{ "Học nghị quyết", "Theo công văn của Đảng ủy Chính phủ, Đảng ủy Bộ "
	  "Nội vụ tổ chức hội nghị.", "Đảng bộ Bộ Nội vụ" },
	/* somebody of the centre speaks, an author works somewhere */
	{ "Nói về nêu gương", "Ông A, Bí thư Trung ương Đảng, Giám đốc Học "
	  "viện Chính trị quốc gia Hồ Chí Minh, trả lời.", "" },
	{ "Nói về nêu gương", "Bà B, Trưởng Ban Dân vận Trung ương, trả lời.",
	  "" },
	{ "Nói về nêu gương", "Trường Chính trị tỉnh Quảng Nam\nNêu gương là "
	  "việc khó.", "" },
	{ "Nêu gương ở Trường Chính trị tỉnh Quảng Nam", "Việc khó.",
	  "Trường Chính trị tỉnh Quảng Nam" },
	{ "Đại hội Đảng bộ BVTEHP", "Đảng bộ Bệnh viện Trẻ em Hải Phòng họp.",
	  "Đảng bộ Bệnh viện Trẻ em Hải Phòng" },
	/* the headline has the place */
	{ "Ngày hội ở phường Văn Sơn", "Theo Kế hoạch của Ủy ban MTTQ VN "
	  "phường, các tổ mở hội.", "MTTQ phường Văn Sơn" },
	{ "Yên Bái: kỷ luật 20 đảng viên", "Trong toàn Đảng bộ tỉnh có 20 "
	  "người, ít hơn ở tỉnh Sơn La.", "Đảng bộ tỉnh Yên Bái" },
	{ "Triển lãm", "Chi bộ Cộng sản đầu tiên ra đời ở đây.", "" },
	{ "Sơn Tịnh: tổng kết phong trào", "Hội Nông dân huyện tổng kết.",
	  "Hội Nông dân huyện Sơn Tịnh" },
	/* the headline's is the only one, and its place comes later */
	{ "Ra mắt Đảng bộ Khối Doanh nghiệp", "Đảng bộ Khối Doanh nghiệp thị "
	  "xã Sơn Tây có 28 chi bộ.",
	  "Đảng bộ Khối doanh nghiệp thị xã Sơn Tây" },
	{ "Ra mắt một chi bộ", "Chi bộ cơ sở Đảng của Công ty Cổ phần Việt Á "
	  "đã ra mắt.", "Chi bộ Công ty Cổ phần Việt Á" },
	/* who comes, and who has sent him */
	{ "Triển lãm mừng xuân", "Bảo tàng mở cửa.\nDự khai mạc có ông A, Ủy "
	  "viên Ban Thường vụ Huyện ủy Lục Yên.", "" },
	{ "Tổng kết phong trào", "Đại biểu Ban Thường vụ Huyện ủy Lục Yên, các "
	  "ban về dự. Đảng bộ xã An Sơn có 20 chi bộ.", "Đảng bộ xã An Sơn" },
	{ "Tổng kết phong trào", "Ông A, Bí thư Huyện ủy Lục Yên, khen ngợi. "
	  "Đảng ủy xã An Sơn đã làm tốt.", "Đảng bộ xã An Sơn" },
	{ "Giải trình với đoàn Ủy ban Kiểm tra Trung ương",
	  "Huyện ủy Hướng Hóa vừa giải trình.", "Đảng bộ huyện Hướng Hóa" },
	/* but who is in the chair */
	{ "Họp báo cáo viên", "Ông A, Phó Trưởng Ban Tuyên giáo Tỉnh ủy Yên "
	  "Bái đã chủ trì. Đảng bộ tỉnh Yên Bái có 20 đơn vị.",
	  "Ban Tuyên giáo Tỉnh ủy Yên Bái" },
	{ "Sơ kết đề án", "Tiểu ban do Sở Tư pháp chủ trì đã sơ kết.",
	  "Sở Tư pháp" },
	/* only named */
	{ "Điểm tin tuần", "Theo Đài Tiếng nói Việt Nam, Quốc hội họp.", "" },
	{ "Chuẩn bị bầu cử", "Việc được Đảng ủy Quốc hội giao sớm.", "" },
	{ "Nghĩ về nêu gương", "Có cấp ủy tham mưu cho Ban Tổ chức Trung ương "
	  "ban hành văn bản.", "" },
	{ "Đại hội thi đua", "Sáng nay, Ủy ban nhân dân tỉnh Lạng Sơn long "
	  "trọng tổ chức đại hội.", "UBND tỉnh Lạng Sơn" },
	{ "Kết luận về nhân sự", "Ủy ban Kiểm tra Trung ương và Ban Tổ chức "
	  "Trung ương vừa kết luận về Chủ tịch UBND tỉnh Quảng Trị.",
	  "Ủy ban Kiểm tra Trung ương" },
	{ "Kiểm tra đất đai", "Chủ tịch UBND tỉnh Tây Ninh vừa ký. Ban Tổ chức "
	  "Tỉnh ủy Tây Ninh cử người.", "UBND tỉnh Tây Ninh" },
	/* of the bodies of one place, which one? */
	{ "Vạn Ninh: Đối thoại với thanh niên", "Sáng nay, UBND huyện Vạn Ninh "
	  "tổ chức đối thoại. Huyện ủy Vạn Ninh cử người dự.",
	  "UBND huyện Vạn Ninh" },
	{ "Ra mắt huyện Lục Ngạn", "Tối nay, Huyện ủy, HĐND, UBND, MTTQ huyện "
	  "Lục Ngạn tổ chức lễ.", "Đảng bộ huyện Lục Ngạn" },
	{ "Chủ tịch UBND xã Chí Minh đối thoại với thanh niên", "Đảng ủy xã "
	  "Chí Minh cử người dự.", "UBND xã Chí Minh" },
	{ "Vĩnh Thạnh: Đối thoại của Chủ tịch UBND huyện với thanh niên",
	  "Huyện ủy Vĩnh Thạnh cử người dự.", "UBND huyện Vĩnh Thạnh" },
	{ "Hớn Quản tổ chức gặp mặt", "Huyện Đoàn tổ chức gặp mặt.",
	  "Huyện Đoàn Hớn Quản" },
	{ "6 tháng đầu năm 2018, Hớn Quản thực hiện 10 tiêu chí",
	  "Huyện ủy họp sơ kết.", "Đảng bộ huyện Hớn Quản" },
	{ "Khai giảng lớp mới", "Sáng nay, Trung tâm Chính trị huyện Hớn Quản "
	  "đã phối hợp với Ban Tổ chức Huyện ủy tổ chức lớp học.",
	  "Trung tâm Chính trị huyện Hớn Quản" },
	/* each is of another cell */
	{ "Những bí thư chi bộ được dân tin", "Bà Lê Thị A, Bí thư Chi bộ "
	  "thôn Đoài, đến lễ tuyên dương.", "" },
	{ "Tin dân, dân tin", "Những bí thư chi bộ, trưởng thôn lo cho dân. "
	  "Ông Lê Văn A, Bí thư Chi bộ thôn Đoài, kể chuyện.", "" },
	{ "Chuyện của bí thư chi bộ", "Bí thư Chi bộ Vi Văn Đoài vui. Ông giữ "
	  "Chi bộ thôn Đoài đã lâu.", "Chi bộ thôn Đoài" },
	{ "Ngày ấy", "Đảng bộ cơ sở Viện kiểm sát ND tỉnh Trà Vinh đã lớn lên.",
	  "Đảng bộ Viện Kiểm sát nhân dân tỉnh Trà Vinh" },
	{ "Thi hành chỉ thị mới", "Bộ Chỉ huy BĐBP tỉnh Phú Yên vừa ban hành kế "
	  "hoạch thực hiện Nghị quyết 224 của Đảng ủy BĐBP tỉnh Phú Yên.",
	  "Bộ đội Biên phòng tỉnh Phú Yên" },
	{ "Chào cờ đầu tuần", "Sáng nay, Bệnh viện Đa khoa tỉnh Sơn La trang "
	  "nghiêm tổ chức chào cờ. Đảng bộ Bệnh viện họp sau đó.",
	  "Bệnh viện Đa khoa tỉnh Sơn La" },
	{ "Tổng kết năm", "Công đoàn viên chức tỉnh Sơn La có nhiều đoàn viên.",
	  "Công đoàn Viên chức tỉnh Sơn La" },
	{ "Cán bộ mới", "Cùng dự có bà Trưởng đoàn MTTQ thành phố Nguyễn Chí "
	  "Đoài. Ban Thường vụ Thành ủy đã trình bày báo cáo.",
	  "Ban Thường vụ Thành ủy" },
	{ "Trưởng ban Tuyên giáo Trung ương làm việc với Ban Thường vụ Tỉnh ủy "
	  "Lào Cai", "Hôm nay, đoàn đến Lào Cai.",
	  "Ban Thường vụ Tỉnh ủy Lào Cai" },
	{ "Sơ kết đề án", "Chiều nay, ông A, Bí thư Tỉnh ủy, Trưởng Đoàn ĐBQH "
	  "tỉnh Lào Cai, và bà B cùng điều hành hội nghị.",
	  "Đảng bộ tỉnh Lào Cai" },
	{ "Đại hội", "Sáng nay, Đảng bộ Đoàn đại biểu Quốc hội và HĐND tỉnh Lào "
	  "Cai họp.", "Đảng bộ Đoàn ĐBQH và HĐND tỉnh Lào Cai" },
	{ "Đảng ủy phường Đoài kiểm tra Chi bộ Trường Tiểu học Đoài", "Họp.",
	  "Chi bộ Trường Tiểu học Đoài" },
	{ "Thu ngân sách", "Lãnh đạo Đảng bộ Khối các cơ quan tỉnh tặng hoa Ban "
	  "Chấp hành Đảng bộ Cục Thuế tỉnh. Mọi người vui.",
	  "Ban Chấp hành Đảng bộ Cục Thuế tỉnh" },
	{ "Nhiều chi bộ đổi mới", "Sáng nay, trời đẹp.\n"
	  "Chi bộ thôn Đoài tổ chức đại hội\nMọi người vui.", "" },
	{ "Hạt giống ở Mù Cang Chải", "Đảng bộ huyện vùng cao Mù Cang Chải luôn "
	  "quan tâm đến dân.", "Đảng bộ huyện Mù Cang Chải" },
	{ "Bế giảng lớp huyện An Lão khóa 8", "Sáng nay, Trường Chính trị Tô "
	  "Hiệu phối hợp với Huyện ủy An Lão tổ chức bế giảng.",
	  "Trường Chính trị Tô Hiệu" },
	{ "Ông A được bầu giữ chức Chủ tịch UBND huyện Thanh Hà", "Chiều nay, "
	  "HĐND huyện Thanh Hà họp.", "UBND huyện Thanh Hà" },
	/* what brackets add is an aside */
	{ "Bế giảng lớp học", "Lớp có học viên của 12 xã (Đảng ủy xã Phước Hà "
	  "không có ai dự).", "" },
	/* one of many in a committee speaks for the office behind that */
	{ "Tập huấn về dân vận", "Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban "
	  "Dân vận Tỉnh ủy, Chủ tịch Ủy ban MTTQ tỉnh Lê Văn Bình chủ trì "
	  "hội nghị.", "Ban Dân vận Tỉnh ủy" },
	/* with whom it does */
	{ "Khai giảng lớp đảng viên mới", "Trung tâm Chính trị huyện Phú Hà "
	  "phối hợp với các ban của Huyện ủy Phú Hà tổ chức lớp học.",
	  "Trung tâm Chính trị huyện Phú Hà" },
	/* a term stands before the verb */
	{ "Thảo luận nhiều nội dung", "Theo Sở Y tế Long An, việc này mới. "
	  "HĐND huyện Phú Hà khóa XIX, nhiệm kỳ 2021 - 2026 tiếp xúc cử tri.",
	  "HĐND huyện Phú Hà" },
	{ "Nhiều việc mới", "Chi đoàn Cơ quan Tỉnh Đoàn Bình Định hoàn thành "
	  "việc học.", "Chi đoàn Cơ quan" },
	/* what opens the headline is one level's */
	{ "Phước Hà xử lý nhiều đảng viên", "Huyện ủy Phước Hà kiểm tra 5 đảng "
	  "viên, 2 chi bộ trực thuộc đảng bộ xã.", "Đảng bộ huyện Phước Hà" },
	/* a line below a picture */
	{ "Nhiều hoạt động vui", "Sáng nay, trời đẹp.\n"
	  "Hội Nông dân xã Đoài tổ chức trò chơi\nMọi người vui.", "" },
	{ "Chúc Tết ở tỉnh Lào Cai", "Ông A, Bí thư Tỉnh ủy, Chủ tịch HĐND "
	  "tỉnh Lào Cai, cùng đi.", "Đảng bộ tỉnh Lào Cai" },
	{ "Đẩy nhanh tiến độ", "Đoàn công tác của UBND tỉnh Tây Ninh làm việc "
	  "với dân.", "UBND tỉnh Tây Ninh" },
	/* the centre where it acts itself, and is not asked to */
	{ "Bộ Chính trị họp", "", "Bộ Chính trị" },
	{ "Nhiều người bị kỷ luật", "Ngày 9/4, Ban Bí thư đã xem xét kỷ luật "
	  "đảng viên của Đảng bộ tỉnh Phú Yên.", "Ban Bí thư" },
	{ "Đề nghị Bộ Chính trị, Ban Bí thư xem xét kỷ luật", "Ủy ban Kiểm tra "
	  "Tỉnh ủy Phú Yên họp.", "Ủy ban Kiểm tra Tỉnh ủy Phú Yên" },
	{ "Học tập gương sáng", "Bộ Chính trị đã ban hành Chỉ thị 05. Cả nước "
	  "làm theo.", "" },
	/* no word behind the headline */
	{ "Bộ Chính trị", "", "" },
	{ "Kinh nghiệm từ đại hội", "Lê Văn A (Ban Tổ chức Tỉnh ủy Nghệ An)\n"
	  "Có nhiều kinh nghiệm.", "" },
	/* where it is stands between its name and what it does */
	{ "Sôi nổi hội thi cấy lúa",
	  "Chiều qua, Hội Nông dân huyện Lục Yên (tỉnh Yên Bái) đã mở hội thi.",
	  "Hội Nông dân huyện Lục Yên" },
	{ "Lo việc nhà",
	  "Công đoàn Công ty Gạch Bãi Màu, phường Nam Cường, thành phố Yên Bái "
	  "tổ chức hội thi.", "Công đoàn Công ty Gạch Bãi Màu" },
	/* below a picture, but of the place that the headline begins with */
	{ "Huyện Lục Yên: Sơ kết nửa năm",
	  "Về dự có đồng chí Lê Văn B, Trưởng Ban Tổ chức Tỉnh ủy Yên Bái.\n"
	  "Đồng chí Lê Văn A, Bí thư Huyện ủy Lục Yên phát biểu\n"
	  "Nửa năm qua, mọi việc đều tốt.", "Đảng bộ huyện Lục Yên" },
	/* at whose it was, and who held it */
	{ "Kết nạp đảng viên tại Đảng bộ Bệnh viện Phú Hải",
	  "Chiều qua, Chi bộ khoa Nội, Chi bộ khoa Ngoại trực thuộc Đảng bộ "
	  "Bệnh viện Phú Hải kết nạp năm đảng viên.",
	  "Đảng bộ Bệnh viện Phú Hải" },
	{ "Trao huy hiệu Đảng",
	  "Lễ trao huy hiệu do Đảng ủy xã Bãi Màu mở. Huyện ủy Lục Yên đã tặng "
	  "hoa.", "Đảng bộ xã Bãi Màu" },
	/* the committee's, which the others of its place stand behind */
	{ "Gặp mặt báo chí",
	  "Chiều qua, Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ tỉnh Yên Bái đã tổ chức gặp "
	  "mặt.", "Đảng bộ tỉnh Yên Bái" },
	/* what it was told to do is its own */
	{ "Vì cuộc sống xanh",
	  "Được sự chỉ đạo của Ban Thường vụ Tỉnh Đoàn Yên Bái, tuổi trẻ trồng "
	  "cây. Sáng qua, Đoàn Khối các cơ quan tỉnh Yên Bái phối hợp với bà con "
	  "trồng thêm.", "Đoàn Khối các cơ quan tỉnh Yên Bái" },
	/* what else a unit does, and what several do */
	{ "Thêm một mái nhà",
	  "Chiều qua, MTTQ xã Bãi Màu khánh thành nhà mới cho ông A, nhà do MTTQ "
	  "huyện Lục Yên góp tiền.", "MTTQ xã Bãi Màu" },
	{ "Bộ Chính trị, Ban Bí thư yêu cầu làm sớm", "Việc ấy cần làm sớm.",
	  "Bộ Chính trị" },
	/* whom one congratulates, be it no Party organisation */
	{ "Mừng ngày truyền thống",
	  "Sáng qua, ông A, Phó Bí thư Tỉnh ủy Yên Bái, đến thăm, chúc mừng Hội "
	  "Nông dân tỉnh Yên Bái.", "Hội Nông dân tỉnh Yên Bái" },
	/* another does what it allows */
	{ "Sách mới", "Được Thường trực Tỉnh ủy Yên Bái đồng ý, Ban Tuyên giáo Tỉnh "
	  "ủy Yên Bái phát hành một tập sách.", "Ban Tuyên giáo Tỉnh ủy Yên Bái" },
	{ "Thi đua ở các bản", "Các bản thi đua theo phong trào do MTTQ huyện Lục "
	  "Yên phát động.", "" },
	/* nor does it what those under it do */
	{ "Đại hội làm trước", "Những nơi trực thuộc Quân ủy Trung ương đã đại hội "
	  "xong.", "" },
	/* what is founded, not who founds it */
	{ "Thêm tổ chức đảng",
	  "Chiều qua, Huyện ủy Lục Yên công bố quyết định thành lập Chi bộ Công ty "
	  "Gạch Bãi Màu.", "Chi bộ Công ty Gạch Bãi Màu" },
	/* where they meet, and who comes along */
	{ "Gặp mặt người cũ", "Tại hội trường Đảng ủy xã Bãi Màu, những người cũ đã "
	  "gặp mặt.", "" },
	{ "Kiểm tra bầu cử ở phường Đoài",
	  "Cùng đi có ông A, Phó Chủ tịch UBND phường Đoài. Bí thư Đảng ủy phường "
	  "Đoài khen các tổ bầu cử. Đảng ủy phường Đoài sẽ đi thêm.",
	  "Đảng bộ phường Đoài" },
	/* a document's issuer, above what it rests on */
	{ "Quyết định về nhà ở",
	  "Số: 12/2018/QĐ-UBND\nỦY BAN NHÂN DÂN TỈNH YÊN BÁI\nCăn cứ Luật Nhà ở;\n"
	  "Theo lời Sở Xây dựng.", "UBND tỉnh Yên Bái" },
	/* the stop of "TP." ends no sentence */
	{ "Thêm bảy đảng viên",
	  "Sáng qua, Chi bộ Trường THPT Nam Sông (TP. Yên Bái) kết nạp bốn người. "
	  "Sau đó, Chi bộ Trường THPT Bãi Màu kết nạp ba người.",
	  "Chi bộ Trường THPT Nam Sông" },
	/* the army's committee is named as the centre is */
	{ "Nhìn lại đại hội", "Các nơi làm theo Nghị quyết của Quân ủy Trung ương. "
	  "Quân ủy Trung ương rút kinh nghiệm.", "" },
	/* who is heard says less than who hears, a list less than who made it */
	{ "Họp đầu tuần", "Sau khi nghe Ban Tổ chức Tỉnh ủy Yên Bái báo cáo, Ban "
	  "Thường vụ Tỉnh ủy Yên Bái đã góp ý.", "Ban Thường vụ Tỉnh ủy Yên Bái" },
	{ "Lục Yên có nhiều nơi vững mạnh",
	  "Ban Thường vụ Huyện ủy Lục Yên đã xếp loại, khá có Đảng bộ xã Bãi Màu; "
	  "Chi bộ Tòa án nhân dân huyện; Chi bộ Hạt Kiểm lâm huyện.",
	  "Ban Thường vụ Huyện ủy Lục Yên" },
	/* a session is the council's; where a unit is stands before its deed */
	{ "Họp kỳ cuối năm",
	  "Ông A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Yên Bái, cùng Thường trực HĐND "
	  "tỉnh Yên Bái chủ tọa kỳ họp.", "HĐND tỉnh Yên Bái" },
	{ "Sửa nhà cho hộ nghèo", "Sáng qua, Ủy ban MTTQ Việt Nam phường Đoài, TPHCM "
	  "khởi công sửa hai căn nhà.", "MTTQ phường Đoài" },
	/* "UVTV" is one of many in a committee */
	{ "Sơ kết đề án",
	  "Ông A, UVTV Tỉnh ủy Yên Bái, Trưởng Ban Dân vận Tỉnh ủy Yên Bái, chủ trì "
	  "hội nghị.", "Ban Dân vận Tỉnh ủy Yên Bái" },
	/* a headline that is a document's own title */
	{ "Quy định 44-QĐ/TW của Bộ Chính trị, Ban Bí thư về nêu gương",
	  "Điều 1. Yêu nước.", "Bộ Chính trị" },
	{ "Quy định 44-QĐ/TW của Bộ Chính trị: Lục Yên làm sớm",
	  "Huyện ủy Lục Yên phổ biến quy định.", "Đảng bộ huyện Lục Yên" },
	/* what is told of is there; examples; what is under a committee does */
	{ "Đổi mới ở bản xa", "Bản nào cũng đổi mới. Chúng tôi ghi nhận tại Đảng bộ "
	  "xã Bãi Màu.", "Đảng bộ xã Bãi Màu" },
	{ "Làm theo gương sáng",
	  "Việc ấy luôn được Ban Thường vụ Huyện ủy Lục Yên quan tâm. Nhiều nơi có "
	  "cách hay, như: Hội Nông dân huyện Lục Yên mở lớp; Phòng Nội vụ huyện Lục "
	  "Yên có sổ tay.", "Ban Thường vụ Huyện ủy Lục Yên" },
	{ "Gương sáng ở bản xa",
	  "Các chi, đảng bộ trực thuộc Huyện ủy Lục Yên đã làm theo Bác. Tiêu biểu "
	  "là Chi bộ thôn Nà Pán vận động dân làm đường.",
	  "Đảng bộ huyện Lục Yên" },
	/* the headline's organ has its place in the text, a firm its form */
	{ "Ban Tổ chức Thành ủy giao ban quý I",
	  "Chiều qua, Ban Tổ chức Thành ủy Móng Cái giao ban với các đơn vị.",
	  "Ban Tổ chức Thành ủy Móng Cái" },
	{ "Ban Dân vận Tỉnh ủy giao ban", "Ban Dân vận Tỉnh ủy Sơn La, Ban Dân "
	  "vận Tỉnh ủy Yên Bái cùng giao ban.", "Ban Dân vận Tỉnh ủy" },
	{ "Đảng bộ Công ty Gạch Bãi Màu giữ nền nếp",
	  "Đảng ủy Công ty TNHH MTV Gạch Bãi Màu sơ kết nửa năm.",
	  "Đảng bộ Công ty TNHH MTV Gạch Bãi Màu" },
	/* what is made of items is of none of them, but not a list in what is told
	   of one */
	{ "Tin vắn", "* Đảng ủy xã Bãi Màu họp.\n* Chi bộ thôn Đoài kết nạp ba "
	  "người.\n* Ủy ban Kiểm tra Huyện ủy Lục Yên mở lớp.", "" },
	{ "Giao việc", "Huyện ủy Lục Yên sẽ:\n- Giúp Đảng ủy xã Bãi Màu.\n- "
	  "Giúp Chi bộ thôn Đoài.\n- Giúp Chi bộ thôn Thượng.",
	  "Đảng bộ huyện Lục Yên" },
	{ "Mô hình ở xã Bãi Màu\n* Xã Đoài kết nạp ba người",
	  "Sáng qua, Đảng ủy xã Bãi Màu sơ kết mô hình.\n* Cùng ngày, Đảng ủy xã "
	  "Đoài kết nạp ba người.", "Đảng bộ xã Bãi Màu" },
	/* a scholar's, who may tell of some in passing */
	{ "Nghĩ về nêu gương", "TS Lê Văn Đoài\nỞ Đảng bộ huyện Lục Yên, nêu gương "
	  "là việc thường ngày.", "" },
	{ "Nghĩ về nêu gương", "Nêu gương là việc khó(1). Đảng bộ huyện Lục Yên đã "
	  "làm.", "" },
	{ "Đảng bộ huyện Lục Yên nêu gương", "Nêu gương là việc khó(1).",
	  "Đảng bộ huyện Lục Yên" },
	{ "Hộp thư bạn đọc: đảng phí", "Bạn đọc ở Chi bộ thôn Đoài gửi thư.", "" },
	/* one comes to learn, and is received */
	{ "Đoàn công tác Huyện ủy Lục Yên học tập kinh nghiệm ở Sốp Cộp",
	  "Sáng qua, đoàn cán bộ Huyện ủy Lục Yên do đồng chí Bí thư Huyện ủy dẫn "
	  "đầu đến trao đổi kinh nghiệm. Tiếp đoàn có đồng chí Lò Văn Hặc, Ủy viên "
	  "Ban Thường vụ Tỉnh ủy, Bí thư Huyện ủy Sốp Cộp.",
	  "Đảng bộ huyện Sốp Cộp" },
	{ "Kiểm tra sinh hoạt chi bộ", "Đoàn kiểm tra của Ban Thường vụ Huyện ủy "
	  "Lục Yên kiểm tra Đảng ủy các xã Bãi Màu, Đoài Hạ.",
	  "Đảng bộ xã Bãi Màu" },
	/* an interview's is the body that he leads */
	{ "Gỡ khó cho cơ sở", "Phóng viên trao đổi với ông Lê Văn Đoài, Ủy viên "
	  "Ban Thường vụ Huyện ủy, Trưởng Ban Tổ chức Huyện ủy Lục Yên. Ban Thường "
	  "vụ Huyện ủy đã có đề án.", "Ban Tổ chức Huyện ủy Lục Yên" },
	/* what several are made into; of two that are founded neither */
	{ "Công bố quyết định hợp nhất hai đảng bộ", "Ban Thường vụ Tỉnh ủy Sơn La "
	  "tổ chức hội nghị. Quyết định thành lập Đảng bộ Khối các cơ quan và doanh "
	  "nghiệp tỉnh Sơn La đã được công bố.",
	  "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Sơn La" },
	{ "Công bố quyết định thành lập đảng bộ mới", "Ban Thường vụ Tỉnh ủy Sơn La "
	  "tổ chức hội nghị công bố quyết định thành lập Đảng bộ các cơ quan Đảng "
	  "tỉnh Sơn La và Đảng bộ UBND tỉnh Sơn La.",
	  "Ban Thường vụ Tỉnh ủy Sơn La" },
	/* who gets a person, be it two of one committee's */
	{ "Công bố quyết định chỉ định Bí thư Huyện ủy Lục Yên",
	  "Ban Thường vụ Tỉnh ủy Yên Bái tổ chức hội nghị công bố quyết định.",
	  "Đảng bộ huyện Lục Yên" },
	{ "Công bố quyết định về công tác cán bộ", "Ban Thường vụ Tỉnh ủy Yên Bái tổ "
	  "chức hội nghị. Ông A giữ chức Phó Bí thư Huyện ủy Lục Yên, bà B làm Phó "
	  "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy Lục Yên.", "Đảng bộ huyện Lục Yên" },
	{ "Hội Nông dân tỉnh Sơn La: Sơ kết nửa năm", "Ban Chấp hành Hội Nông dân "
	  "tỉnh Sơn La họp kỳ thứ 9.", "Hội Nông dân tỉnh Sơn La" },
	/* a document's issuer stands below whom it is under */
	{ "Kế hoạch học tập", "HUYỆN ỦY LỤC YÊN   ĐẢNG CỘNG SẢN VIỆT NAM\n"
	  "ĐẢNG ỦY XÃ BÃI MÀU\n*   Bãi Màu, ngày 5 tháng 4\nSố 5-KH/ĐU\nChi bộ thôn "
	  "Đoài học trước.", "Đảng bộ xã Bãi Màu" },
	{ "Trung đoàn vững mạnh", "Đảng bộ Trung đoàn 66, Sư đoàn 10 tổ chức đại "
	  "hội. Đảng ủy Sư đoàn 10 đã giao việc.", "Đảng bộ Trung đoàn 66" },
	{ "Xây dựng Đảng ở các địa phương", "THANH SƠN: Đảng ủy xã Bãi Màu họp.\n"
	  "YÊN LẬP: Chi bộ thôn Đoài kết nạp ba người.\nHẠ HÒA: Đảng ủy xã Đoài "
	  "họp.", "" },
	/* who punishes, not who is punished, nor who asks for something else */
	{ "Kỷ luật Đảng ủy xã Bãi Màu", "Ủy ban Kiểm tra Huyện ủy Lục Yên đã kết "
	  "luận vi phạm của Đảng ủy xã Bãi Màu. Đảng ủy xã Bãi Màu phải sửa. Huyện "
	  "ủy yêu cầu các nơi rút kinh nghiệm.",
	  "Ủy ban Kiểm tra Huyện ủy Lục Yên" },
	{ "Kỷ luật Đảng ủy xã Bãi Màu", "Đảng ủy xã Bãi Màu đã nhận lỗi.",
	  "Đảng bộ xã Bãi Màu" },
	/* of the place in the headline the one that holds it, also with others */
	{ "Lục Yên: bồi dưỡng chi ủy viên", "Sáng qua, Ban Tổ chức Huyện ủy Lục Yên "
	  "phối hợp với Trung tâm Chính trị huyện Lục Yên mở lớp. Phó Bí thư Huyện "
	  "ủy Lục Yên đến dự.", "Ban Tổ chức Huyện ủy Lục Yên" },
	/* where a cell is, before a colon */
	{ "Lữ đoàn 139: Đại hội điểm", "Chi bộ Đại đội 5, Lữ đoàn 139 tổ chức đại "
	  "hội.", "Chi bộ Đại đội 5" },
	/* who receives, where the sentence ends in that, and whose place it is */
	{ "Tỉnh ủy Sơn La trao đổi kinh nghiệm tại Yên Bái", "Đoàn công tác Tỉnh ủy "
	  "Sơn La đã đến tìm hiểu. Bí thư Tỉnh ủy Yên Bái cùng các ban tiếp và làm "
	  "việc với đoàn.", "Đảng bộ tỉnh Yên Bái" },
	{ "Tỉnh ủy kiểm tra ở xã Bãi Màu", "Tiếp và làm việc với tổ có Bí thư Huyện "
	  "ủy Lục Yên, Bí thư Đảng ủy xã Bãi Màu.", "Đảng bộ xã Bãi Màu" },
	{ "Bí thư Tỉnh ủy làm việc tại Lục Yên", "Sáng qua, Bí thư Tỉnh ủy Yên Bái "
	  "xem hồ mới. Bí thư Huyện ủy Lục Yên cùng đi.", "Đảng bộ huyện Lục Yên" },
	{ "Đại hội điểm", "Đại hội Đảng bộ xã Bãi Màu bầu trực tiếp bí thư, tổ của "
	  "Huyện ủy Lục Yên đã xem.", "Đảng bộ xã Bãi Màu" },
	/* who leads the board leads the cell */
	{ "Người của việc chung", "Ông Quế, bí thư chi bộ, trưởng ban công tác mặt "
	  "trận thôn Đoài, xã Bãi Màu dậy sớm.", "Chi bộ thôn Đoài" },
	{ "Cùng làm dân vận", "Ban Dân vận Tỉnh ủy Yên Bái vừa ký kế hoạch với Bộ "
	  "Chỉ huy Quân sự tỉnh Yên Bái. Bộ Chỉ huy Quân sự tỉnh Yên Bái góp người.",
	  "Ban Dân vận Tỉnh ủy Yên Bái" },
	{ "Đảng ủy May Bãi Màu họp", "Đảng ủy Tổng Công ty Cổ phần May Bãi Màu họp.",
	  "Đảng bộ Tổng Công ty Cổ phần May Bãi Màu" },
	{ "Đảng bộ huyện An Sơn họp", "Huyện ủy Thanh An Sơn họp.",
	  "Đảng bộ huyện An Sơn" },
	/* what is told of a unit as such weighs more than an example of it */
	{ "Bước vào đại hội", "Đảng bộ huyện Lục Yên có 160 chi bộ. Chi bộ thôn Đoài "
	  "tổ chức đại hội sớm.", "Đảng bộ huyện Lục Yên" },
	/* a place whose name begins like a verb, in capitals */
	{ "Kế hoạch học tập", "ĐẢNG BỘ HUYỆN CẦN GIUỘC\nĐẢNG ỦY XÃ BÃI MÀU\n* Bãi "
	  "Màu, ngày 5 tháng 4\nSố 5-KH/ĐU\nHuyện ủy Cần Giuộc giao.",
	  "Đảng bộ xã Bãi Màu" },
	{ "28 người bị kỷ luật", "28 đảng viên thuộc Đảng bộ huyện Lục Yên bị kỷ "
	  "luật. Ủy ban Kiểm tra Huyện ủy Lục Yên đã xem xét 31 người có dấu hiệu "
	  "vi phạm.", "Đảng bộ huyện Lục Yên" },
	/* who advises does not do it itself */
	{ "Lục Yên: Tọa đàm", "Ban Tổ chức Huyện ủy Lục Yên tham mưu Huyện ủy Lục "
	  "Yên tổ chức tọa đàm.", "Đảng bộ huyện Lục Yên" },
	{ "Mang theo kỳ vọng", "Ông Khôi, Phó Bí thư Tỉnh ủy Yên Bái đã trả lời phỏng "
	  "vấn Đài Phát thanh - Truyền hình tỉnh Yên Bái.",
	  "Đảng bộ tỉnh Yên Bái" },
	{ "Các đảng bộ trong tỉnh đại hội xong", "Đảng bộ huyện Lục Yên xong sớm. "
	  "Đảng bộ huyện Văn Yên xong sau.", "" },
	/* a body whose Party organisation only agreed on something is itself told */
	{ "Giữ biên cương ở Đồn Biên phòng Bãi Màu", "Thực hiện Quy chế giữa Đảng ủy "
	  "Đồn Biên phòng Bãi Màu với Đảng ủy xã Đoài, bản làng đổi mới.",
	  "Đồn Biên phòng Bãi Màu" },
	{ "Ban Dân vận Tỉnh ủy Sơn La trao đổi kinh nghiệm tại Yên Bái",
	  "Đoàn công tác Ban Dân vận Tỉnh ủy Sơn La đã đến thăm, trao đổi kinh "
	  "nghiệm với Ban Dân vận Tỉnh ủy Yên Bái.",
	  "Ban Dân vận Tỉnh ủy Yên Bái" },
	/* an organ below its committee, in a document's head */
	{ "Hướng dẫn đại hội", "TỈNH ỦY YÊN BÁI\nBAN TỔ CHỨC\n*\nSố 15-HD/BTCTU\nCác "
	  "Huyện ủy Lục Yên, Văn Yên làm xong trước.",
	  "Ban Tổ chức Tỉnh ủy Yên Bái" },
	{ "Hướng dẫn đại hội", "ĐẢNG ỦY XÃ BÃI MÀU\nỦY BAN KIỂM TRA\n*\nSố 5-HD/UBKT\n"
	  "Các chi bộ làm xong trước.", "Ủy ban Kiểm tra Đảng ủy xã Bãi Màu" },
	{ "Tin trong tuần", "1. Đảng ủy xã Bãi Màu họp.\n2. Chi bộ thôn Đoài kết nạp "
	  "ba người.\n3. Huyện ủy Lục Yên mở lớp.", "" },
	/* the committee heads a list also before dashes */
	{ "Họp mặt doanh nghiệp", "Chiều qua, Tỉnh ủy - HĐND - UBND - Ủy ban MTTQ "
	  "Việt Nam tỉnh Yên Bái tổ chức họp mặt.", "Đảng bộ tỉnh Yên Bái" },
	{ "Lục Yên: gỡ khó cho xã", "Bí thư Huyện ủy Lục Yên làm việc với Ban Thường "
	  "vụ Đảng ủy xã Bãi Màu. Bí thư Huyện ủy giao việc.",
	  "Ban Thường vụ Đảng ủy xã Bãi Màu" },
	/* in passing */
	{ "Vì sao ngại nói?", "Có người sợ nói sai. Ai cũng thấy. Ở Chi bộ thôn Đoài, "
	  "bí thư cho viết ra giấy.", "" },
	/* he chairs, and visits nobody; who holds it, not who made it before */
	{ "Vụ cà phê mới", "Bí thư Tỉnh ủy Yên Bái chủ trì buổi làm việc với Sở Y tế "
	  "Yên Bái.", "Đảng bộ tỉnh Yên Bái" },
	{ "Bế giảng lớp học", "Huyện ủy Lục Yên bế giảng lớp học. Lớp do Ban Tổ chức "
	  "Huyện ủy Lục Yên mở.", "Đảng bộ huyện Lục Yên" },
	{ "Trưởng Ban Tuyên giáo Trung ương thăm, làm việc tại Yên Bái",
	  "Tiếp và làm việc với đoàn có Bí thư Tỉnh ủy, lãnh đạo Báo Yên Bái.",
	  "Đảng bộ tỉnh Yên Bái" },
	{ "Chi bộ Nà Đinh làm tốt", "Chi bộ thôn Nà Đinh có 5 đảng viên trẻ.",
	  "Chi bộ thôn Nà Đinh" },
	{ "Bộ Chỉ huy Quân sự tỉnh Yên Bái gặp mặt", "Đảng ủy, Bộ Chỉ huy Quân sự "
	  "tỉnh Yên Bái tổ chức gặp mặt.", "Đảng bộ Quân sự tỉnh Yên Bái" },
	/* a place in capitals, and what the lead tells alone */
	{ "LỤC YÊN: THU NGÂN SÁCH TĂNG", "Sáng qua, Huyện ủy tổ chức hội nghị sơ kết.",
	  "Đảng bộ huyện Lục Yên" },
	{ "Tin hoạt động", "Sáng qua, Đại hội đại biểu Đảng bộ huyện Lục Yên đã bế "
	  "mạc. Dự có Tỉnh ủy viên, Bí thư Huyện ủy Văn Yên. Tỉnh ủy Yên Bái khen "
	  "ngợi.", "Đảng bộ huyện Lục Yên" },
	{ "Tin hoạt động", "Ủy ban Kiểm tra Huyện ủy Lục Yên công bố quyết định giám "
	  "sát chuyên đề Ban Thường vụ Đảng ủy xã Bãi Màu.",
	  "Ban Thường vụ Đảng ủy xã Bãi Màu" },
	{ "Tin hoạt động", "Ủy ban Kiểm tra Huyện ủy Lục Yên họp kỳ thứ 18. Kỳ họp "
	  "xem xét kết quả giám sát Đảng ủy xã Bãi Màu.",
	  "Ủy ban Kiểm tra Huyện ủy Lục Yên" },
	{ "Tin hoạt động", "Phó Bí thư Huyện ủy Lục Yên đến thăm, tặng hoa chúc mừng "
	  "tập thể giáo viên Trường THCS Bãi Màu.", "Trường THCS Bãi Màu" },
	{ "Tin hoạt động", "Thường trực Tỉnh ủy Yên Bái nghe Ban Tổ chức Tỉnh ủy Yên "
	  "Bái báo cáo.", "Thường trực Tỉnh ủy Yên Bái" },
	{ "Đảng phí", "Bạn đọc ở Chi bộ thôn Đoài gửi thư hỏi: Nộp ra sao?\nTrả lời: "
	  "Chi bộ thu mỗi tháng.", "" },
	/* of the one company that was named; the first of a list in passing */
	{ "Gạch Bãi Màu thi đua", "Thi đua lan khắp Công ty Cổ phần Gạch Bãi Màu. "
	  "Đảng ủy Công ty phát động mỗi người một việc. Chi bộ Phân xưởng 1, Chi bộ "
	  "Phân xưởng 2 góp công.", "Đảng bộ Công ty Cổ phần Gạch Bãi Màu" },
	{ "Gạch Bãi Màu thi đua", "Thi đua lan khắp nơi. Mọi người đều vui. Chi bộ "
	  "Phân xưởng 1, Chi bộ Phân xưởng 2 góp công.", "" },
	{ "Trường Đại học Bãi Màu đón nhận cờ", "Trường Đại học Bãi Màu tổ chức lễ đón "
	  "nhận. Đảng bộ Trường Đại học Bãi Màu có 41 chi bộ.",
	  "Trường Đại học Bãi Màu" },
	{ "Bảo hiểm xã hội tỉnh Yên Bái nêu gương", "Đảng ủy Bảo hiểm xã hội tỉnh Yên "
	  "Bái giao việc cho từng người.",
	  "Đảng bộ Bảo hiểm xã hội tỉnh Yên Bái" },
	/* which of two places the headline speaks of */
	{ "Lục Yên: Xã Bãi Màu đạt chuẩn", "Bí thư Huyện ủy Lục Yên dự lễ. Bí thư Đảng "
	  "ủy xã Bãi Màu kể chuyện cũ.", "Đảng bộ xã Bãi Màu" },
	{ "Họp phiên thứ 5", "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Yên "
	  "Bái họp. Bí thư Tỉnh ủy Yên Bái chủ trì.",
	  "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Yên Bái" },
	/* a section's name above the headline, and a picture above the lead */
	{ "Xây dựng Đảng", "Lục Yên: Xã Bãi Màu đạt chuẩn nâng cao\nSáng qua, Bí thư "
	  "Huyện ủy Lục Yên dự lễ. Bí thư Đảng ủy xã Bãi Màu kể chuyện.",
	  "Đảng bộ xã Bãi Màu" },
	{ "Cùng làm dân vận ở biên giới", "Quang cảnh lễ ký. Ảnh: Lê Văn Đoài\nBan Dân "
	  "vận Tỉnh ủy Yên Bái vừa ký kế hoạch với Bộ đội Biên phòng tỉnh Yên Bái. "
	  "Bộ đội Biên phòng tỉnh Yên Bái góp 20 người.",
	  "Ban Dân vận Tỉnh ủy Yên Bái" },
	{ "Xây dựng Đảng", "Những bí thư chi bộ được dân tin\nỞ xa, bà A, Bí thư Chi bộ "
	  "thôn Đoài, lo cho dân.", "" },
	{ "Lục Yên, Văn Yên, Trấn Yên trao huy hiệu", "* Huyện ủy Lục Yên trao huy "
	  "hiệu.\n* Huyện ủy Văn Yên trao huy hiệu.\n* Huyện ủy Trấn Yên trao huy "
	  "hiệu.", "Đảng bộ huyện Lục Yên" },
	/* one of those below a committee that did something before */
	{ "Giữ rừng", "Rừng đã xanh lại. Từ khi Đảng ủy xã Bãi Màu ra nghị quyết, rừng "
	  "yên. Chi bộ thôn Đoài nhận giữ 140 ha.", "Đảng bộ xã Bãi Màu" },
	{ "Ba chi bộ nêu gương", "Ở Chi bộ thôn Đoài, ai cũng nhường đất. Ở Chi bộ thôn "
	  "Thượng, bí thư quét ngõ.", "" },
	{ "Lục Yên bắn pháo hoa", "Thường trực Huyện ủy Lục Yên vừa cho ý kiến. UBND huyện "
	  "giao Công an huyện thực hiện.", "Thường trực Huyện ủy Lục Yên" },
	{ "Lục Yên: Nghị quyết vào nương chè", "Nghị quyết của Huyện ủy Lục Yên ra đời "
	  "đúng lúc. Cán bộ về ở cùng dân. Ai cũng vui. Chi bộ thôn Đoài có hộ giàu.",
	  "Đảng bộ huyện Lục Yên" },
	/* at whose it goes on, who chairs it, and who is honoured */
	{ "Tin hoạt động", "Sáng qua, tại Đảng ủy xã Bãi Màu đã diễn ra lễ trao huy "
	  "hiệu.", "Đảng bộ xã Bãi Màu" },
	{ "Tin hoạt động", "Chiều qua, dưới sự chủ trì của bà Hoa, Bí thư Đảng ủy xã Bãi "
	  "Màu, hội nghị đã mở.", "Đảng bộ xã Bãi Màu" },
	{ "Tin hoạt động", "Tỉnh ủy Yên Bái có quyết định tặng bằng khen cho Đảng ủy xã "
	  "Bãi Màu.", "Đảng bộ xã Bãi Màu" },
	/* for whom one speaks, whose members they are, who gets a person */
	{ "Tin hoạt động", "Thay mặt Ban Thường vụ Tỉnh ủy Yên Bái, Bí thư Tỉnh ủy trao "
	  "Huy hiệu Đảng cho đảng viên Đảng bộ xã Bãi Màu.", "Đảng bộ xã Bãi Màu" },
	{ "Tin hoạt động", "Tỉnh ủy Yên Bái công bố quyết định chỉ định ông A giữ chức "
	  "Bí thư Huyện ủy Lục Yên.", "Đảng bộ huyện Lục Yên" },
	{ "Tin hoạt động", "Bí thư Đảng ủy xã Bãi Màu Lê Văn Nam kể chuyện cũ.",
	  "Đảng bộ xã Bãi Màu" },
	{ "Tin hoạt động", "Ông A, Trưởng Ban Tổ chức Tỉnh ủy Yên Bái, dự lễ trao huy "
	  "hiệu của Hội Nông dân huyện Lục Yên.", "Hội Nông dân huyện Lục Yên" },
	{ "Gặp mặt đầu xuân", "Nhiều người đến gặp mặt. Bí thư Huyện ủy Lục Yên dự lễ. "
	  "Bí thư Đảng ủy xã Bãi Màu kể chuyện cũ. Đảng ủy xã Bãi Màu sẽ làm tiếp.",
	  "Đảng bộ xã Bãi Màu" },
	/* what acts for the committee of the headline's place */
	{ "Ban Tổ chức Tỉnh ủy kiểm tra tại huyện Lục Yên", "Đoàn của Ban Tổ chức "
	  "Tỉnh ủy Yên Bái kiểm tra đối với Ban Thường vụ Huyện ủy Lục Yên.",
	  "Ban Thường vụ Huyện ủy Lục Yên" },
	{ "Lục Yên hoàn thành đại hội chi bộ", "Các chi bộ đã xong. Đại hội điểm là "
	  "Chi bộ thôn Đông. Ban Thường vụ Huyện ủy Lục Yên rút kinh nghiệm.",
	  "Ban Thường vụ Huyện ủy Lục Yên" },
	{ "Ngày thứ bảy ở Lục Yên", "Cán bộ làm thêm theo sự chỉ đạo của Huyện ủy Lục "
	  "Yên. Chi bộ thôn Đông trả kết quả tại nhà.", "Đảng bộ huyện Lục Yên" },
	{ "Trao Huy hiệu 60 năm tuổi Đảng cho 74 đảng viên huyện Lục Yên", "Lãnh đạo "
	  "tỉnh trao Huy hiệu. Cụ Mùi, Đảng bộ xã Bãi Màu, xúc động. Bí thư Huyện ủy "
	  "Lục Yên chúc mừng.", "Đảng bộ huyện Lục Yên" },
	{ "Từ ruộng thí nghiệm", "Đảng bộ Trường Đại học Bãi Màu mỗi năm kết nạp 200 "
	  "người. Chi bộ Khoa Toán có 31 đảng viên.", "Đảng bộ Trường Đại học Bãi Màu" },
	{ "Bí thư chi bộ 8X", "Anh Lò Văn Quý là Bí thư Chi bộ bản Bãi Màu.",
	  "Chi bộ bản Bãi Màu" },
	{ "Đảng ủy VBM sơ kết", "Đảng ủy Tổng công ty Gạch Bãi Màu sơ kết quý I.",
	  "Đảng bộ Tổng Công ty Gạch Bãi Màu" },
	/* a firm by the end of its name; each of many; a certificate */
	{ "Xi măng Bãi Màu: Họp dưới chân lò", "Chi bộ Phân xưởng 1 họp tại chỗ. Đó là "
	  "cách của Đảng bộ Công ty Cổ phần Xi măng Bãi Màu.",
	  "Đảng bộ Công ty Cổ phần Xi măng Bãi Màu" },
	{ "Sổ tay tới từng chi bộ Lục Yên", "Huyện ủy Lục Yên đưa sổ tay tới nơi.",
	  "Đảng bộ huyện Lục Yên" },
	{ "Yên Bái đón nhận bằng", "Sáng 3-2, Ban Tổ chức Trung ương trao bằng công nhận "
	  "Đảng bộ tỉnh Yên Bái hoàn thành số hóa.", "Đảng bộ tỉnh Yên Bái" },
	{ "Sở Y tế học tập chuyên đề", "Đảng ủy Sở Y tế tỉnh Yên Bái tổ chức hội nghị.",
	  "Đảng bộ Sở Y tế tỉnh Yên Bái" },
	/* who chairs what another holds; lines each of another cell */
	{ "Hội nghị báo cáo viên", "Tỉnh ủy Yên Bái tổ chức hội nghị. Trưởng Ban Tuyên "
	  "giáo Tỉnh ủy chủ trì. Ban Tuyên giáo Tỉnh ủy định hướng.",
	  "Đảng bộ tỉnh Yên Bái" },
	{ "Gương sáng ba miền", "Ở Chi bộ bản Pa Ủ, ông Phu 20 năm không nghỉ.\nTại Chi bộ "
	  "khóm 4, bà Lan nuôi trẻ.\nCòn ở Chi bộ thôn Đông, anh Minh trồng cây.", "" },
	{ "Ban Chỉ đạo 35 tỉnh họp", "Ban Chỉ đạo 35 Tỉnh ủy Yên Bái họp.",
	  "Ban Chỉ đạo 35 Tỉnh ủy Yên Bái" },
	/* whom one visits first; what one looks at, and where; whose draft it is */
	{ "Thăm Đồn Biên phòng Bãi Màu và làm việc với lãnh đạo tỉnh Yên Bái", "Đoàn đã "
	  "thăm Đồn Biên phòng cửa khẩu Bãi Màu. Đoàn làm việc với Tỉnh ủy Yên Bái.",
	  "Đồn Biên phòng Cửa khẩu Bãi Màu" },
	{ "Bí thư Huyện ủy Lục Yên khảo sát đường ở xã Bãi Màu", "Bí thư Huyện ủy Lục "
	  "Yên vừa khảo sát 5 con đường. Bí thư Đảng ủy xã Bãi Màu kiến nghị.",
	  "Đảng bộ xã Bãi Màu" },
	{ "Phản biện đề án nhà ở", "Ủy ban MTTQ tỉnh Yên Bái phản biện đề án do Ban cán sự "
	  "đảng UBND tỉnh Yên Bái trình Tỉnh ủy.", "MTTQ tỉnh Yên Bái" },
	{ "Học nghị quyết ở Tổng công ty Gạch", "Đảng ủy Tổng công ty Gạch Việt Nam tổ chức "
	  "4 hội nghị.", "Đảng bộ Tổng Công ty Gạch Việt Nam" },
	{ "Nói cho dân hiểu", "Đó là phương châm Huyện ủy Lục Yên đặt ra. Đảng ủy xã Bãi "
	  "Màu mời người già.", "Đảng bộ huyện Lục Yên" },
	{ "Đảng ủy Agribank Yên Bái họp", "Đảng ủy Agribank Chi nhánh tỉnh Yên Bái họp.",
	  "Đảng bộ Agribank Chi nhánh tỉnh Yên Bái" },
	/* for what one runs; who gets a flag */
	{ "Giải chạy chào mừng Đại hội Đảng bộ huyện Lục Yên", "UBND huyện Lục Yên tổ chức "
	  "giải chạy chào mừng Đại hội Đảng bộ huyện.", "UBND huyện Lục Yên" },
	{ "Thi đua", "Huyện ủy Lục Yên tặng cờ cho Đảng ủy xã Bãi Màu.",
	  "Đảng bộ xã Bãi Màu" },
	/* an example that is told of again; who comes further down */
	{ "Học Bác mỗi ngày", "Ban Dân vận Tỉnh ủy Yên Bái gửi thư mời. Tiêu biểu như Chi "
	  "bộ thôn Đông. Chi bộ thôn Đông hiến đất. Chi bộ thôn Đông đã làm đường.",
	  "Ban Dân vận Tỉnh ủy Yên Bái" },
	{ "Hội thảo khoa học", "Tỉnh ủy Yên Bái tổ chức hội thảo. Tư liệu rất nhiều. Ý kiến "
	  "rất hay. Chi bộ thôn Đông có 32 đảng viên. Chi bộ thôn Đông họp bàn ngay.",
	  "Đảng bộ tỉnh Yên Bái" },
	/* members of several cells; whose cell it is; a book */
	{ "Trao Huy hiệu", "Đảng ủy Cơ quan Tỉnh ủy Yên Bái trao Huy hiệu cho 7 đảng viên "
	  "thuộc Chi bộ Ban Tổ chức, Chi bộ Ủy ban Kiểm tra.",
	  "Đảng bộ cơ quan Tỉnh ủy Yên Bái" },
	{ "Cao su Bãi Màu: Kết nạp trên lô", "Chi bộ Nông trường Ya Mô, Đảng bộ Công ty Cổ "
	  "phần Cao su Bãi Màu vừa kết nạp 4 người.", "Chi bộ Nông trường Ya Mô" },
	{ "Yên Bái: Ra mắt cuốn “Lịch sử Đảng bộ tỉnh”", "Ban Tuyên giáo Tỉnh ủy Yên Bái "
	  "ra mắt cuốn “Lịch sử Đảng bộ tỉnh Yên Bái”. Bí thư Tỉnh ủy dự.",
	  "Ban Tuyên giáo Tỉnh ủy Yên Bái" },
	/* a scene stands above the first */
	{ "Người giữ lửa ở bản", "Trời se lạnh. Con đường phẳng lì. Ai về cũng ngỡ ngàng. "
	  "Trẻ chạy ra xem. Ông Lò Văn A là Bí thư Chi bộ bản Đông. Huyện ủy Lục Yên đã "
	  "khen ông.", "Chi bộ bản Đông" },
	{ "Xuân về trên Lục Yên", "Trời se lạnh. Con đường phẳng lì. Ai về cũng ngỡ ngàng. "
	  "Huyện ủy Lục Yên ra nghị quyết. Chi bộ bản Đông tổ chức trồng rừng.",
	  "Đảng bộ huyện Lục Yên" },
	/* of a headline that tells of members of a committee */
	{ "Ủy viên Ban Thường vụ Thành ủy về phường",
	  "Thành ủy Yên Bái ra hướng dẫn. Thành ủy Yên Bái sẽ làm sớm.",
	  "Đảng bộ thành phố Yên Bái" },
};

static void an_article_is_about_its_party_unit(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF text = { 0 };
		struct tc_unit_list units;
		struct tc_str subject = { 0 };
		tc_buf_printf(&text, "%s\n\n%s", subjects[i].title,
			      subjects[i].body);
		scan_text(&arena, tc_buf_str(&text),
			  (uint32_t)strlen(subjects[i].title), "", &units);
		for (size_t k = 0; k < units.n; k++)
			if (units.v[k].role == TC_UNIT_SUBJECT)
				subject = units.v[k].canonical;
		assert_str(subjects[i].subject, subject);
	}
}

static void a_paper_writes_of_another_province(void **state)
{
	static const struct {
		const char *title, *canonical;
	} rows[] = {
		{ "Gia Lai: Bí thư mới", "Đảng bộ tỉnh Gia Lai" },
		{ "Gia Lai tổng kết năm", "Đảng bộ tỉnh Gia Lai" },
		{ "Tỉnh ủy Gia Lai có Bí thư mới", "Đảng bộ tỉnh Gia Lai" },
		/* its own is named too: spoken of from here */
		{ "Tỉnh ủy Gia Lai thăm Nghệ An", "Đảng bộ tỉnh Nghệ An" },
		{ "Bí thư mới", "Đảng bộ tỉnh Nghệ An" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		TC_SCOPED_ARENA arena = { 0 };
		TC_SCOPED_BUF text = { 0 };
		struct tc_unit_list units;
		tc_buf_printf(&text, "%s\n\nBí thư Tỉnh ủy phát biểu.",
			      rows[i].title);
		scan_text(&arena, tc_buf_str(&text),
			  (uint32_t)strlen(rows[i].title), "baonghean.vn",
			  &units);
		assert_true(units.n > 0);
		assert_str(rows[i].canonical, units.v[units.n - 1].canonical);
	}
}

static void a_city_was_a_province(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;

	(void)state;
	scan_text(&arena, TC_STR("HĐND tỉnh họp."), 0, "dongnai.gov.vn",
		  &units);
	assert_int_equal(1, units.n);
	assert_str("HĐND tỉnh Đồng Nai", units.v[0].canonical);
}

static void a_bare_level_says_so(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;

	(void)state;
	scan_text(&arena, TC_STR("Đảng ủy xã Sơn Tân họp. Đảng ủy xã giao "
				 "việc; Ban Tổ chức Tỉnh ủy dự."), 0,
		  "quangngai.gov.vn", &units);
	assert_int_equal(3, units.n);
	assert_string_equal("full-name", units.v[0].rule);
	assert_string_equal("bare-level", units.v[1].rule);
	assert_str("Đảng bộ xã Sơn Tân", units.v[1].canonical);
	assert_string_equal("completed", units.v[2].rule);
	assert_str("Ban Tổ chức Tỉnh ủy Quảng Ngãi", units.v[2].canonical);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_ends_where_it_ends),
		cmocka_unit_test(an_article_is_about_its_party_unit),
		cmocka_unit_test(a_paper_writes_of_another_province),
		cmocka_unit_test(a_city_was_a_province),
		cmocka_unit_test(a_bare_level_says_so),
	};

	return cmocka_run_group_tests(tests, load_gazetteer, free_gazetteer);
}
