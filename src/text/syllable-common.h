/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which spellings a code of a word (wordrow.h) has room for, where more than
 * fifteen syllables are one without their marks (đang, đảng, dâng ...): these,
 * the ones that are written most.  Read by the generator of the table.
 */
#ifndef TC_TEXT_SYLLABLE_COMMON_H
#define TC_TEXT_SYLLABLE_COMMON_H

static const char tc_common_syllables[] =
	"âm ấm ám ẩm am ăm án an ấn ăn ẩn ân ần ăng ảng ang âng bấm bám "
	"băm bản ban bạn bán bàn bận bắn băn bằng bang băng bảng bàng bộ "
	"bố bỏ bo bờ bổ bồ bọ bò bó bởi bội bồi bối bơi boi bôi bời bơm "
	"bom bốn bon bón bọn cảm cấm cam cẩm cầm cặm cần cận cân can cán "
	"căn cạn cản cẩn cắn càng cảng cang căng chấm chăm chậm chạm châm "
	"cham chàm chân chặn chắn chăn chấn chan chán chẩn chẳng chặng "
	"cho chợ chỗ chờ chở chó chơi chối chòi chổi chỏm chọn chon chôn "
	"chốn có cơ cổ cố cô cỏ co cờ cọ cỗ cỡ cò coi cỏi côi cối com cơm "
	"cốm còn con cơn côn dặm đảm đàm dâm đám dám dam dậm đầm dân dẫn "
	"dần đàn đan dan dán dàn đạn dạn dặn đặn đản đẳn đảng dạng đẳng "
	"đang đăng đáng dang dâng đàng đằng đặng đãng dáng đầu dầu đấu "
	"dấu đậu dau đâu đau dậu dâu đây đẩy dạy đầy dãy đáy day dây dậy "
	"đậy đày dày đay đấy để đề đế de đe đệ đê đẻ dễ dề dê đé đếm đêm "
	"đem dem đệm đểm đến đen đền đèn den đó do độ đô đồ đổ đo đỏ đỡ "
	"dò đò dở đỗ dợ dô đoàn đoạn đoán đoan doan đối đổi đội đới đôi "
	"đời đói đòi dõi doi đợi đồi dời dôi dổi đởm đơn đôn đồn dọn đón "
	"don đốn dồn động đồng đông đóng dòng dong đọng đống dự dụ dù dữ "
	"đủ du đu dư đư đưa dựa đứa đua dừa dua đun dựn dụng dựng dung "
	"dùng đúng đứng dừng đừng đụng dũng dưới đuổi đuôi duồm đường "
	"dương đương dường dưỡng gam gầm gần gắn gán gan gắng gàng găng "
	"giám giảm giam gian giản gián giàn giãn giảng giang giàng giờ "
	"gió gio giơ giỗ giới giỏi gioi gỗ gò go gỡ gõ gó gọi gói gợi goi "
	"gối gồm gom gốm gổm gọn gon gòn hàm hầm hạn hãn hàn hán hẳn han "
	"hàng hạng hằng hang háng hăng họ hộ hỗ hồ hố hô ho hỏ hội hồi "
	"hơi hỏi hoi hợi hới hối hôm hòm hơn hôn hỗn hon khám kham khán "
	"khăn khan khẩn kháng khẳng khó kho khổ khô khố khỏi khối khơi "
	"khởi khôi khoi khói làm lam lãm lầm lâm lạm lăm lắm lần lan làn "
	"lặn lẫn lấn lân lán lẩn lằn lăng làng lang lắng lạng lãng láng "
	"lặng lảng lộ lo lò lồ lô lỗ lở ló lõ lời lợi lõi lối lỗi lồi loi "
	"lội lơm lỏm lom lớn lon lợn lôn lộn mầm mam mâm mạn màn mận man "
	"mẫn mần mặn mạng mang màng mảng măng mắng mô mở mộ mỏ mò mơ mố "
	"mo mồ mờ mõ mổ mới mỗi mọi mối môi mời mồi moi mói móm môn mòn "
	"món mon năm nam nằm nắm nậm nạn nan nàn năng nâng nặng nẵng nang "
	"nắng ngầm ngậm ngâm ngăn ngắn ngân ngàn ngan ngạn ngang ngờ ngộ "
	"ngõ ngô ngọ ngỏ ngo ngôi ngồi ngói ngơm ngôn ngọn ngốn ngon nhằm "
	"nhầm nhàm nhắm nhân nhận nhấn nhãn nhắn nhan nhẫn nhạn nhăn "
	"nhàng nhỏ nho nhớ nhờ nhổ nhở nhóm nhom nhơn nó no nỗ nổ nơ nộ "
	"nợ nọ nỡ nở nơi nổi nội nói nối noi nỗi nồi nới non ở ô o ổ ơ ố "
	"õ ỗ ộ ớ ò ó ọ ỏ ồ oi ôi ơi ỏi ời ốm om ôm ơm on ổn ôn ơn ón ồn "
	"pàn pảng phẩm phạm pham phần phân phản phận phán phấn phẫn phan "
	"phàn phẳng phăng phố phổ phó pho phô phối phổi phơi po pơ pô pom "
	"quan quân quản quận quần quán quàn quảng quang quàng quăng rậm "
	"rằm rầm ran rằng ràng răng rang rạng rõ rô rổ rơ rò rộ rời rơi "
	"roi rồi rối rỗi rộn ron rôn sắm sam sản san sân sàn săn sẵn sạn "
	"sắn sáng sang sàng số so sở sơ sổ sợ sỏ sò só sôi soi sợi sỏi "
	"sớm sơn son sờn tâm tấm tầm tám tam tạm tắm tấn tân tàn tán tan "
	"tản tận tần tăng tầng tàng tảng tạng tặng tang tham thăm thảm "
	"thẩm thám thậm thắm thấm thầm thân thần than thận thắn thán "
	"tháng thang thắng thẳng thăng thàng thổ thờ thơ thợ thô thọ tho "
	"thở thồ thời thối thôi thoi thới thói thơm thôn thon tổ tố to tô "
	"tờ tơ tò tỏ tội tôi tối tới tồi tơi toi tóm tom tôm tôn tồn tốn "
	"tổn trăm trạm trầm tram trâm trận trấn trần tran trân tràn trang "
	"trạng trắng trăng tráng trở trợ trò trớ trơ tro trọ trỏ trờ trời "
	"trồi trội trôi troi trỗi trôm trộm trộn trơn trốn tròn trọn tron "
	"vàm vấn văn vẫn vận van vắn vạn ván vân vàng văng vắng vâng vang "
	"vô vợ vỏ vở vỡ võ vo vỗ với vội voi vòm vốn von vỏn xâm xăng "
	"xáng xang xơ xổ xói xôi xóm xom xộn ";

#endif
