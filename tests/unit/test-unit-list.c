/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which units a list names that says their head once. */
#include "config.h"

#include "unit.h"
#include "unit-scan.h"

static const struct {
	const char *text;
	const char *units;	/* "printed=canonical", '|' between */
} lists[] = {
	/* of several ones each name is a mention, and the head is none's */
	{ "Bí thư các chi bộ Văn phòng, Tuyên giáo, Dân vận cùng dự",
	  "Văn phòng=Chi bộ Văn phòng|Tuyên giáo=Chi bộ Tuyên giáo|"
	  "Dân vận=Chi bộ Dân vận" },
	{ "các chi bộ trường THCS Nga An, Tiểu học Nga Lĩnh họp",
	  "trường THCS Nga An=Chi bộ Trường THCS Nga An|"
	  "Tiểu học Nga Lĩnh=Chi bộ Trường Tiểu học Nga Lĩnh" },
	{ "hai chi bộ Điện lực huyện Nga Sơn và Hà Trung",
	  "Nga Sơn=Chi bộ Điện lực huyện Nga Sơn|"
	  "Hà Trung=Chi bộ Điện lực huyện Hà Trung" },
	{ "các đảng bộ xã Bản Bo, xã Nà Tăm và phường Tân Phong",
	  "xã Bản Bo=Đảng bộ xã Bản Bo|xã Nà Tăm=Đảng bộ xã Nà Tăm|"
	  "phường Tân Phong=Đảng bộ phường Tân Phong" },
	{ "các Huyện ủy Yên Khánh, Kim Sơn, Thành ủy Tam Điệp",
	  "Yên Khánh=Đảng bộ huyện Yên Khánh|Kim Sơn=Đảng bộ huyện Kim Sơn|"
	  "Thành ủy Tam Điệp=Đảng bộ thành phố Tam Điệp" },
	{ "các chi bộ khoa Khoa học tự nhiên, khoa Luật họp",
	  "khoa Khoa học tự nhiên=Chi bộ Khoa Khoa học tự nhiên|"
	  "khoa Luật=Chi bộ Khoa Luật" },
	{ "BCH Đảng bộ xã Nga An và Nga Bạch, BTV Đảng ủy xã Nga An và Lê Văn "
	  "Hoa", "BCH Đảng bộ xã Nga An=Ban Chấp hành Đảng bộ xã Nga An|"
	  "Nga Bạch=Ban Chấp hành Đảng bộ xã Nga Bạch|"
	  "BTV Đảng ủy xã Nga An=Ban Thường vụ Đảng ủy xã Nga An" },
	{ "Ban Công tác Mặt trận khu dân cư số 5, 6; Chi đoàn thôn 3, 5 người",
	  "Ban Công tác Mặt trận khu dân cư số 5="
	  "Ban Công tác Mặt trận khu dân cư 5|"
	  "6=Ban Công tác Mặt trận khu dân cư 6|"
	  "Chi đoàn thôn 3=Chi đoàn thôn 3" },
	{ "Công an tỉnh Sơn La, Nam Định, Ninh Bình được tặng cờ; UBND tỉnh Sơn "
	  "La, Hà Nội", "Công an tỉnh Sơn La=Công an tỉnh Sơn La|"
	  "Nam Định=Công an tỉnh Nam Định|Ninh Bình=Công an tỉnh Ninh Bình|"
	  "UBND tỉnh Sơn La=UBND tỉnh Sơn La" },
	/* a roll of all kinds, up to its sentence's end */
	{ "6 tổ chức cơ sở đảng được khen gồm Đảng bộ xã Nga An; Nga Bạch; Chi "
	  "bộ Kho bạc Nhà nước; Hạt Kiểm lâm huyện Nga Sơn. Đảng bộ xã Nga An; "
	  "Trung tâm Y tế huyện Nga Sơn",
	  "Đảng bộ xã Nga An=Đảng bộ xã Nga An|Nga Bạch=Đảng bộ xã Nga Bạch|"
	  "Chi bộ Kho bạc Nhà nước=Chi bộ Kho bạc Nhà nước|"
	  "Hạt Kiểm lâm huyện Nga Sơn=Chi bộ Hạt Kiểm lâm huyện Nga Sơn|"
	  "Đảng bộ xã Nga An=Đảng bộ xã Nga An|"
	  "Trung tâm Y tế huyện Nga Sơn=Trung tâm Y tế huyện Nga Sơn" },
	{ "lãnh đạo Đảng ủy, HĐND, UBND, cán bộ, công chức xã Giáo Hiệu",
	  "Đảng ủy=Đảng bộ xã Giáo Hiệu|HĐND=HĐND xã Giáo Hiệu|"
	  "UBND=UBND xã Giáo Hiệu" },
	{ "lực lượng công an các huyện Tây Giang, Nam Giang và Nam Trà My; công "
	  "an các huyện tăng cường",
	  "Tây Giang=Công an huyện Tây Giang|Nam Giang=Công an huyện Nam Giang|"
	  "Nam Trà My=Công an huyện Nam Trà My" },
	{ "Đảng ủy, Bộ Tư lệnh Bộ đội Biên phòng xác định",
	  "Đảng ủy=Đảng bộ Bộ đội Biên phòng|Bộ Tư lệnh Bộ đội Biên phòng=Bộ "
	  "Tư lệnh Bộ đội Biên phòng" },
	{ "sáp nhập Đảng bộ của 3 xã gồm: Quảng Thành, Bình Trung và Bình Giã với "
	  "27 tổ chức; Đảng ủy của xã; Phòng Nội vụ của 63 tỉnh",
	  "Quảng Thành=Đảng bộ xã Quảng Thành|Bình Trung=Đảng bộ xã Bình Trung|"
	  "Bình Giã=Đảng bộ xã Bình Giã" },
	{ "Ban Thường vụ các Huyện ủy Đại Từ, Phú Bình; Văn phòng các Huyện ủy: "
	  "Định Hóa, Võ Nhai; Phó Bí thư Thường trực các Huyện ủy Phú Lương và "
	  "Đồng Hỷ", "Đại Từ=Ban Thường vụ Huyện ủy Đại Từ|Phú Bình=Ban Thường "
	  "vụ Huyện ủy Phú Bình|Định Hóa=Văn phòng Huyện ủy Định Hóa|Võ Nhai="
	  "Văn phòng Huyện ủy Võ Nhai|Phú Lương=Đảng bộ huyện Phú Lương|Đồng Hỷ="
	  "Đảng bộ huyện Đồng Hỷ" },
	/* cells that no row knows, behind "gồm:" */
	{ "Đảng bộ đồn có 3 chi bộ, gồm: Tham mưu - tác chiến; Hậu cần bảo đảm "
	  "và Trạm kiểm soát Cửa Bãi",
	  "Tham mưu - tác chiến=Chi bộ Tham mưu - tác chiến|Hậu cần bảo đảm="
	  "Chi bộ Hậu cần bảo đảm|Trạm kiểm soát Cửa Bãi=Chi bộ Trạm kiểm soát "
	  "Cửa Bãi" },
	{ "có 02 chi bộ trực thuộc gồm: Kế hoạch kinh doanh, Vận hành; 12 chi bộ "
	  "xếp loại gồm: Xuất sắc 2 chi bộ",
	  "Kế hoạch kinh doanh=Chi bộ Kế hoạch kinh doanh|"
	  "Vận hành=Chi bộ Vận hành" },
	{ "Ủy ban Kiểm tra các Huyện ủy Văn Bàn, Bảo Yên",
	  "Văn Bàn=Ủy ban Kiểm tra Huyện ủy Văn Bàn|"
	  "Bảo Yên=Ủy ban Kiểm tra Huyện ủy Bảo Yên" },
	/* in brackets */
	{ "5 chi bộ (thôn Đông, Trường Tiểu học Bãi Màu), 3 đảng bộ (phường Tà "
	  "Dô, xã Nà Pán), UBND các xã (Bãi Màu, Tà Dô); Đảng ủy các xã (huyện "
	  "Lục Yên, tỉnh Yên Bái); 20 chi bộ (Hoàn thành tốt 16, Kém 4)",
	  "thôn Đông=Chi bộ thôn Đông|Trường Tiểu học Bãi Màu=Chi bộ Trường Tiểu "
	  "học Bãi Màu|phường Tà Dô=Đảng bộ phường Tà Dô|xã Nà Pán=Đảng bộ xã Nà "
	  "Pán|Bãi Màu=UBND xã Bãi Màu|Tà Dô=UBND xã Tà Dô" },
	/* bodies and areas together */
	{ "các Đảng bộ trực thuộc: Công an tỉnh, Khối Doanh nghiệp, huyện Bát "
	  "Xát và thị xã Sa Pa",
	  "Công an tỉnh=Đảng bộ Công an tỉnh|Khối Doanh nghiệp=Đảng bộ Khối "
	  "doanh nghiệp|huyện Bát Xát=Đảng bộ huyện Bát Xát|thị xã Sa Pa="
	  "Đảng bộ thị xã Sa Pa" },
	/* the place is said once for the organs of a committee */
	{ "Ban Chấp hành Đảng bộ, Ban Thường vụ Đảng ủy, Ủy ban Kiểm tra Đảng "
	  "ủy phường Tà Dô; Ban Thường vụ Đảng ủy, Ban Chấp hành Đảng bộ xã",
	  "Ban Chấp hành Đảng bộ=Ban Chấp hành Đảng bộ phường Tà Dô|Ban Thường "
	  "vụ Đảng ủy=Ban Thường vụ Đảng ủy phường Tà Dô|Ủy ban Kiểm tra Đảng "
	  "ủy phường Tà Dô=Ủy ban Kiểm tra Đảng ủy phường Tà Dô|Ban Chấp hành "
	  "Đảng bộ xã=Ban Chấp hành Đảng bộ xã" },
	/* whose they are stands before the colon */
	{ "các đảng ủy trực thuộc Tỉnh ủy: Công an, Biên phòng; các đảng bộ "
	  "trực thuộc Đảng bộ huyện gồm: Sở Y tế và Công an huyện",
	  "Công an=Đảng bộ Công an|Biên phòng=Đảng bộ Biên phòng|"
	  "Sở Y tế=Đảng bộ Sở Y tế|Công an huyện=Đảng bộ Công an huyện" },
	/* an authority, a person, another unit are no items of it */
	{ "các chi bộ thôn Đông, thôn Đoài, UBND xã Nga An và Trường THCS "
	  "Nga An",
	  "thôn Đông=Chi bộ thôn Đông|thôn Đoài=Chi bộ thôn Đoài|"
	  "UBND xã Nga An=UBND xã Nga An|"
	  "Trường THCS Nga An=Trường THCS Nga An" },
	{ "các chi bộ Công an xã, Đinh Văn A và đồng chí khác", "" },
	/* a word behind the head is said once as well */
	{ "Chi bộ các trường: Tiểu học Nga An, THCS Nga An",
	  "Tiểu học Nga An=Chi bộ Trường Tiểu học Nga An|"
	  "THCS Nga An=Chi bộ Trường THCS Nga An" },
	{ "Chi bộ các phòng Nội vụ, Tư pháp và Thanh tra huyện",
	  "Nội vụ=Chi bộ Phòng Nội vụ|Tư pháp=Chi bộ Phòng Tư pháp|"
	  "Thanh tra huyện=Chi bộ Thanh tra huyện" },
	{ "Chi bộ các trường trong huyện", "" },
	{ "BTV Đảng ủy các xã Nga An, Nga Bạch",
	  "Nga An=Ban Thường vụ Đảng ủy xã Nga An|"
	  "Nga Bạch=Ban Thường vụ Đảng ủy xã Nga Bạch" },
	{ "Đảng ủy Công an các huyện Nga Sơn, Hà Trung",
	  "Nga Sơn=Đảng bộ Công an huyện Nga Sơn|"
	  "Hà Trung=Đảng bộ Công an huyện Hà Trung" },
	/* a colon begins the list; but not orders */
	{ "các đảng bộ: huyện Nga Sơn, thị xã Bỉm Sơn, Công an tỉnh",
	  "huyện Nga Sơn=Đảng bộ huyện Nga Sơn|"
	  "thị xã Bỉm Sơn=Đảng bộ thị xã Bỉm Sơn|"
	  "Công an tỉnh=Đảng bộ Công an tỉnh" },
	{ "các chi bộ trực thuộc gồm: Văn phòng; Khoa Dược",
	  "Văn phòng=Chi bộ Văn phòng|Khoa Dược=Chi bộ Khoa Dược" },
	{ "bốn huyện ủy: Yên Khánh, Kim Sơn, Nho Quan, Gia Viễn",
	  "Yên Khánh=Đảng bộ huyện Yên Khánh|Kim Sơn=Đảng bộ huyện Kim Sơn|"
	  "Nho Quan=Đảng bộ huyện Nho Quan|Gia Viễn=Đảng bộ huyện Gia Viễn" },
	{ "yêu cầu các chi bộ: Tổ chức học tập, Rà soát sổ sách", "" },
	{ "các sở: Nội vụ, Tài chính; các sở, ngành: Y tế, Xây dựng, Công an",
	  "Nội vụ=Sở Nội vụ|Tài chính=Sở Tài chính|Y tế=Sở Y tế|"
	  "Xây dựng=Sở Xây dựng" },
	/* many a place's committee is none's, though one was named before */
	{ "Huyện ủy Nga Sơn họp; các Huyện ủy đã báo cáo",
	  "Huyện ủy Nga Sơn=Đảng bộ huyện Nga Sơn" },
	{ "đảng bộ các xã: Nga Bạch, Nga Lĩnh và thị trấn Nga An",
	  "Nga Bạch=Đảng bộ xã Nga Bạch|Nga Lĩnh=Đảng bộ xã Nga Lĩnh|"
	  "thị trấn Nga An=Đảng bộ thị trấn Nga An" },
	{ "Ban Thường vụ Huyện ủy: Yên Khánh, Kim Sơn; BTV Tỉnh ủy các tỉnh "
	  "Hà Nam, Gia Lai",
	  "Yên Khánh=Ban Thường vụ Huyện ủy Yên Khánh|"
	  "Kim Sơn=Ban Thường vụ Huyện ủy Kim Sơn|"
	  "Hà Nam=Ban Thường vụ Tỉnh ủy Hà Nam|"
	  "Gia Lai=Ban Thường vụ Tỉnh ủy Gia Lai" },
	{ "Ban Tổ chức Huyện ủy Yên Khánh, Kim Sơn và Thành ủy Tam Điệp",
	  "Ban Tổ chức Huyện ủy Yên Khánh=Ban Tổ chức Huyện ủy Yên Khánh|"
	  "Kim Sơn=Ban Tổ chức Huyện ủy Kim Sơn|"
	  "Thành ủy Tam Điệp=Đảng bộ thành phố Tam Điệp" },
	{ "thanh tra 3 ban quản lý rừng phòng hộ gồm: Sông Mã, Bản Lầu",
	  "Sông Mã=Ban Quản lý rừng phòng hộ Sông Mã|"
	  "Bản Lầu=Ban Quản lý rừng phòng hộ Bản Lầu" },
	{ "2 Chi bộ Hành chính và Chi bộ Văn thư",
	  "Chi bộ Hành chính=Chi bộ Hành chính|Chi bộ Văn thư=Chi bộ Văn thư" },
	{ "chi bộ các cơ quan, đơn vị, trường học", "" },
	{ "có 3 đảng bộ cơ quan mở đại hội gồm: Sở Y tế; Điện lực Nga Sơn",
	  "Sở Y tế=Đảng bộ Sở Y tế|"
	  "Điện lực Nga Sơn=Đảng bộ Điện lực Nga Sơn" },
	{ "các Ban Tổ chức, Tuyên giáo, Dân vận Tỉnh ủy; Ban Tổ chức, Nội "
	  "chính và Ủy ban Kiểm tra Trung ương",
	  "Ban Tổ chức=Ban Tổ chức Tỉnh ủy|Tuyên giáo=Ban Tuyên giáo Tỉnh ủy|"
	  "Dân vận Tỉnh ủy=Ban Dân vận Tỉnh ủy|"
	  "Ban Tổ chức=Ban Tổ chức Trung ương|"
	  "Nội chính=Ban Nội chính Trung ương|"
	  "Ủy ban Kiểm tra Trung ương=Ủy ban Kiểm tra Trung ương" },
	{ "các Ban xây dựng Đảng, Văn phòng Huyện ủy Nga Sơn",
	  "Văn phòng Huyện ủy Nga Sơn=Văn phòng Huyện ủy Nga Sơn" },
	{ "Phòng Nội vụ các huyện; Trạm Y tế các xã Nga An, Nga Lĩnh",
	  "Nga An=Trạm Y tế xã Nga An|Nga Lĩnh=Trạm Y tế xã Nga Lĩnh" },
	{ "Đảng bộ Quận 8 lần thứ hai; UBND Q8, Công an P12",
	  "Đảng bộ Quận 8=Đảng bộ quận 8|UBND Q8=UBND quận 8|"
	  "Công an P12=Công an phường 12" },
	/* a place's name is all that is behind the head */
	{ "các Đồn Biên phòng Pù Nhi, Gary và Yên Khương; các trường THCS Nga "
	  "An, Tiểu học Nga Lĩnh",
	  "Pù Nhi=Đồn Biên phòng Pù Nhi|Gary=Đồn Biên phòng Gary|"
	  "Yên Khương=Đồn Biên phòng Yên Khương|"
	  "THCS Nga An=Trường THCS Nga An|Tiểu học Nga Lĩnh=Trường Tiểu học Nga Lĩnh" },
	{ "thầy trò Trường THPT Ba Đình, Nga Sơn; các trường Chính trị tỉnh",
	  "Trường THPT Ba Đình=Trường THPT Ba Đình" },
	/* a number behind "số" counts none */
	{ "Cụm thi đua số 6 Huyện ủy Kim Sơn",
	  "Huyện ủy Kim Sơn=Đảng bộ huyện Kim Sơn" },
	/* numbers */
	{ "Quận ủy 1, 3, 5 và Quận ủy Gò Vấp",
	  "Quận ủy 1=Đảng bộ quận 1|3=Đảng bộ quận 3|5=Đảng bộ quận 5|"
	  "Quận ủy Gò Vấp=Đảng bộ quận Gò Vấp" },
	{ "Đảng ủy Phường 1, 2 và 3; UBND phường 6, 7 cán bộ y tế",
	  "Đảng ủy Phường 1=Đảng bộ phường 1|2=Đảng bộ phường 2|"
	  "3=Đảng bộ phường 3|UBND phường 6=UBND phường 6" },
	{ "Chi bộ số 4, 5 họp; Chi bộ 6, 12 đảng viên; Chi bộ 7, 3/2 họp",
	  "Chi bộ số 4=Chi bộ 4|5=Chi bộ 5|Chi bộ 6=Chi bộ 6|"
	  "Chi bộ 7=Chi bộ 7" },
	{ "Chi bộ thôn 1, 2 và thôn 5 họp; Chi bộ khối 7, tổ 5 họp",
	  "Chi bộ thôn 1=Chi bộ thôn 1|2=Chi bộ thôn 2|thôn 5=Chi bộ thôn 5|"
	  "Chi bộ khối 7=Chi bộ khối 7" },
	/* the word for the place left out: no person, no larger place */
	{ "Đảng ủy phường An Lạc và Bình Trị ký kết",
	  "Đảng ủy phường An Lạc=Đảng bộ phường An Lạc|"
	  "Bình Trị=Đảng bộ phường Bình Trị" },
	{ "Đảng ủy xã Nga Bạch và Lê Nam ký; Đảng ủy xã Nga An, Hà Nam",
	  "Đảng ủy xã Nga Bạch=Đảng bộ xã Nga Bạch|"
	  "Đảng ủy xã Nga An=Đảng bộ xã Nga An" },
	{ "UBND tỉnh Nam Định và Hà Nam ký",
	  "UBND tỉnh Nam Định=UBND tỉnh Nam Định|Hà Nam=UBND tỉnh Hà Nam" },
	{ "Bí thư Huyện ủy Yên Khánh, Mai Lan và hai cán bộ",
	  "Huyện ủy Yên Khánh=Đảng bộ huyện Yên Khánh" },
	/* communes, but not the district around them, and no person */
	{ "Đảng ủy xã Bãi Màu, Nà Pán lo; Đảng ủy xã Tà Dô, Lục Nam họp; Bí "
	  "thư Đảng ủy xã Sông Bãi, Trần Bình nói",
	  "Đảng ủy xã Bãi Màu=Đảng bộ xã Bãi Màu|Nà Pán=Đảng bộ xã Nà Pán|"
	  "Đảng ủy xã Tà Dô=Đảng bộ xã Tà Dô|"
	  "Đảng ủy xã Sông Bãi=Đảng bộ xã Sông Bãi" },
	{ "Huyện ủy Thanh Hà, Ninh Giang mở lớp",
	  "Huyện ủy Thanh Hà=Đảng bộ huyện Thanh Hà|"
	  "Ninh Giang=Đảng bộ huyện Ninh Giang" },
	/* districts and cities, as the gazetteer knows them */
	{ "các Huyện ủy, Thành ủy: Lục Nam, Sơn Động và Bắc Giang",
	  "Lục Nam=Đảng bộ huyện Lục Nam|Sơn Động=Đảng bộ huyện Sơn Động|"
	  "Bắc Giang=Đảng bộ thành phố Bắc Giang" },
	{ "UBND các huyện, thị xã, thành phố Lục Nam, Bắc Giang; đại diện các "
	  "huyện ủy, thành ủy dự",
	  "Lục Nam=UBND huyện Lục Nam|Bắc Giang=UBND thành phố Bắc Giang" },
	/* hamlets without their word; their school behind them */
	{ "Chi bộ thôn Bãi Màu, Nà Pán và Hòa Bình; Chi bộ bản Tà Dô, Sông Bãi, "
	  "Lục Nam; Chi bộ xóm Mít và nhân dân",
	  "Chi bộ thôn Bãi Màu=Chi bộ thôn Bãi Màu|"
	  "Nà Pán=Chi bộ thôn Nà Pán|Hòa Bình=Chi bộ thôn Hòa Bình|"
	  "Chi bộ bản Tà Dô=Chi bộ bản Tà Dô|Chi bộ xóm Mít=Chi bộ xóm Mít" },
	{ "các chi bộ thôn Bãi Màu và Nà Pán; các chi bộ thôn 2, thôn 3 và Trạm "
	  "Y tế; các chi bộ thôn Đông, thôn Đoài và Hội Phụ nữ xã",
	  "Bãi Màu=Chi bộ thôn Bãi Màu|Nà Pán=Chi bộ thôn Nà Pán|"
	  "thôn 2=Chi bộ thôn 2|thôn 3=Chi bộ thôn 3|"
	  "Trạm Y tế=Chi bộ Trạm Y tế|thôn Đông=Chi bộ thôn Đông|"
	  "thôn Đoài=Chi bộ thôn Đoài|"
	  "Hội Phụ nữ xã=Hội Liên hiệp Phụ nữ xã" },
	/* a remark on each, and where it is */
	{ "Đảng bộ phường Bãi Màu (18 đảng viên), xã Tà Dô (9 đảng viên); UBND "
	  "xã Nà Pán (huyện Lục Nam), xã Sông Bãi (huyện Yên Dũng) dự",
	  "Đảng bộ phường Bãi Màu=Đảng bộ phường Bãi Màu|"
	  "xã Tà Dô=Đảng bộ xã Tà Dô|UBND xã Nà Pán=UBND xã Nà Pán|"
	  "xã Sông Bãi=UBND xã Sông Bãi" },
	/* between two that have the head, and the area of the second */
	{ "Đảng bộ Sở Nội vụ, Sở Y tế, Đảng bộ Bệnh viện Bãi Màu; chi bộ Trường "
	  "Tiểu học Tà Dô, trường THCS Nà Pán và Chi bộ Trạm Y tế",
	  "Đảng bộ Sở Nội vụ=Đảng bộ Sở Nội vụ|Sở Y tế=Đảng bộ Sở Y tế|"
	  "Đảng bộ Bệnh viện Bãi Màu=Đảng bộ Bệnh viện Bãi Màu|"
	  "chi bộ Trường Tiểu học Tà Dô=Chi bộ Trường Tiểu học Tà Dô|"
	  "trường THCS Nà Pán=Chi bộ Trường THCS Nà Pán|"
	  "Chi bộ Trạm Y tế=Chi bộ Trạm Y tế" },
	{ "Đảng ủy Quân sự và Đảng ủy Công an tỉnh",
	  "Đảng ủy Quân sự=Đảng bộ Quân sự tỉnh|"
	  "Đảng ủy Công an tỉnh=Đảng bộ Công an tỉnh" },
	{ "ba chi bộ thôn 5, 6 và 8",
	  "thôn 5=Chi bộ thôn 5|6=Chi bộ thôn 6|8=Chi bộ thôn 8" },
	/* schools, whose word is said once; bodies of one word by numbers */
	{ "hai chi bộ trường THPT Bãi Màu và Phạm Ngũ Lão; Chi bộ Đại đội 7 và "
	  "Đại đội 11",
	  "Bãi Màu=Chi bộ Trường THPT Bãi Màu|"
	  "Phạm Ngũ Lão=Chi bộ Trường THPT Phạm Ngũ Lão|"
	  "Chi bộ Đại đội 7=Chi bộ Đại đội 7|Đại đội 11=Chi bộ Đại đội 11" },
	/* the word for the place is said once, or before each */
	{ "các đảng bộ phường Bãi Màu, Nam Sông; các đảng bộ xã Tà Dô và xã "
	  "Nà Pán", "Bãi Màu=Đảng bộ phường Bãi Màu|"
	  "Nam Sông=Đảng bộ phường Nam Sông|xã Tà Dô=Đảng bộ xã Tà Dô|"
	  "xã Nà Pán=Đảng bộ xã Nà Pán" },
	/* behind longer names, by ';', ', và', or counted */
	{ "Trạm Y tế xã Tà Dô, Nà Pán và Bãi Màu; UBND xã Sông Bãi; xã Tà Dô, và "
	  "xã Nà Pán; Trung tâm Chính trị các huyện Lục Nam, Yên Dũng",
	  "Trạm Y tế xã Tà Dô=Trạm Y tế xã Tà Dô|Nà Pán=Trạm Y tế xã Nà Pán|"
	  "Bãi Màu=Trạm Y tế xã Bãi Màu|UBND xã Sông Bãi=UBND xã Sông Bãi|"
	  "xã Tà Dô=UBND xã Tà Dô|xã Nà Pán=UBND xã Nà Pán|"
	  "Lục Nam=Trung tâm Chính trị huyện Lục Nam|"
	  "Yên Dũng=Trung tâm Chính trị huyện Yên Dũng" },
	{ "Chi cục Thuế 2 huyện Lục Nam và Yên Dũng, Thuế cơ sở 5 tỉnh Lạng Sơn, "
	  "Trường Mầm non 2 xã Tà Dô, Bệnh viện Đa khoa huyện Lục Nam, Yên Dũng và "
	  "Sơn Động", "Lục Nam=Chi cục Thuế huyện Lục Nam|"
	  "Yên Dũng=Chi cục Thuế huyện Yên Dũng|"
	  "Thuế cơ sở 5 tỉnh Lạng Sơn=Thuế cơ sở 5 tỉnh Lạng Sơn|"
	  "Trường Mầm non 2 xã Tà Dô=Trường Mầm non 2 xã Tà Dô|"
	  "Bệnh viện Đa khoa huyện Lục Nam=Bệnh viện Đa khoa Lục Nam|"
	  "Yên Dũng=Bệnh viện Đa khoa Yên Dũng|Sơn Động=Bệnh viện Đa khoa Sơn Động" },
	/* each with its larger place */
	{ "Đảng ủy các xã Tà Dô (Lục Nam), Bãi Màu (Yên Dũng); Hội Nông dân xã Nà "
	  "Pán, huyện Lục Nam và xã Sông Bãi, huyện Yên Dũng; Chi bộ thôn Đông (xã "
	  "Tà Dô), bản Pom (xã Bãi Màu)",
	  "Tà Dô=Đảng bộ xã Tà Dô|Bãi Màu=Đảng bộ xã Bãi Màu|"
	  "Hội Nông dân xã Nà Pán=Hội Nông dân xã Nà Pán|"
	  "xã Sông Bãi=Hội Nông dân xã Sông Bãi|"
	  "Chi bộ thôn Đông=Chi bộ thôn Đông|bản Pom=Chi bộ bản Pom" },
	{ "Đảng ủy xã Tà Dô, huyện Lục Nam, xã Bãi Màu đẹp; Chi bộ thôn Đông, xã "
	  "Tà Dô, thôn Đoài đẹp; Trạm Y tế xã Nà Pán (huyện Lục Nam), Tà Dô "
	  "(huyện Yên Dũng)", "Đảng ủy xã Tà Dô=Đảng bộ xã Tà Dô|"
	  "Chi bộ thôn Đông=Chi bộ thôn Đông|"
	  "Trạm Y tế xã Nà Pán=Trạm Y tế xã Nà Pán|Tà Dô=Trạm Y tế xã Tà Dô" },
	{ "Ban Dân vận các Huyện ủy Lục Nam, Yên Dũng và Thành ủy Bắc Giang",
	  "Lục Nam=Ban Dân vận Huyện ủy Lục Nam|"
	  "Yên Dũng=Ban Dân vận Huyện ủy Yên Dũng|"
	  "Thành ủy Bắc Giang=Ban Dân vận Thành ủy Bắc Giang" },
	/* the word is said once: a room, a ward, a school's grade */
	{ "các chi bộ Phòng Nội vụ, Tư pháp; các chi bộ Khoa Nội, Ngoại; Chi bộ các "
	  "Trường THCS Bãi Màu, Tà Dô; các trung đoàn 88, 102",
	  "Nội vụ=Chi bộ Phòng Nội vụ|Tư pháp=Chi bộ Phòng Tư pháp|"
	  "Nội=Chi bộ Khoa Nội|Ngoại=Chi bộ Khoa Ngoại|"
	  "THCS Bãi Màu=Chi bộ Trường THCS Bãi Màu|"
	  "Tà Dô=Chi bộ Trường THCS Tà Dô|88=Trung đoàn 88|102=Trung đoàn 102" },
	{ "ĐẢNG BỘ HAI XÃ TÀ DÔ VÀ NÀ PÁN KÝ QUY CHẾ, TRẠM Y TẾ HAI XÃ TÀ DÔ VÀ NÀ "
	  "PÁN RA MẮT", "TÀ DÔ=Đảng bộ xã Tà Dô|NÀ PÁN=Đảng bộ xã Nà Pán|"
	  "TÀ DÔ=Trạm Y tế xã Tà Dô|NÀ PÁN=Trạm Y tế xã Nà Pán" },
	{ "Chi bộ Quân sự và Chi bộ Công an xã Tà Dô; Chi bộ Quân sự, Trạm Y tế xã "
	  "Tà Dô", "Chi bộ Quân sự=Chi bộ Quân sự xã Tà Dô|"
	  "Chi bộ Công an xã Tà Dô=Chi bộ Công an xã Tà Dô|"
	  "Chi bộ Quân sự=Chi bộ Quân sự|Trạm Y tế xã Tà Dô=Trạm Y tế xã Tà Dô" },
	{ "UBKT huyện Lục Nam và Ban Tuyên giáo tỉnh Bắc Giang",
	  "UBKT huyện Lục Nam=Ủy ban Kiểm tra Huyện ủy Lục Nam|"
	  "Ban Tuyên giáo tỉnh Bắc Giang=Ban Tuyên giáo Tỉnh ủy Bắc Giang" },
	{ "Đảng ủy Công an tỉnh, Quân sự tỉnh ký",
	  "Đảng ủy Công an tỉnh=Đảng bộ Công an tỉnh|"
	  "Quân sự tỉnh=Đảng bộ Quân sự tỉnh" },
};

static void a_list_names_each(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		expect_units(lists[i].text, lists[i].units);
}

static void a_list_s_larger_place_is_all_of_it(void **state)
{
	TC_SCOPED_ARENA arena = { 0 };
	struct tc_unit_list units;

	(void)state;
	scan_text(&arena, TC_STR("Chi bộ khu phố 1, 2 và 4, phường Tân Lập "
				 "nhận cờ"), 0, "", &units);
	assert_int_equal(3, units.n);
	for (size_t i = 0; i < units.n; i++)
		assert_str("Đảng bộ phường Tân Lập", units.v[i].parents[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_names_each),
		cmocka_unit_test(a_list_s_larger_place_is_all_of_it),
	};

	return cmocka_run_group_tests(tests, load_gazetteer, free_gazetteer);
}
