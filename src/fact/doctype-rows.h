/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The vocabulary of document numbers: included by doctype.c, which looks it
 * up, and by gen-words.c, which makes the table that leads to it.
 */
#ifndef TC_FACT_DOCTYPE_ROWS_H
#define TC_FACT_DOCTYPE_ROWS_H

#include "fact/doctype.h"

/* Where rows come from. */
enum {
	P399,	/* Quy định 399-QĐ/TW, Hướng dẫn 05-HD/VPTW */
	P36,	/* Hướng dẫn 36-HD/VPTW */
	N30,	/* Nghị định 30/2020/NĐ-CP, Phụ lục III */
	T01,	/* Thông tư 01/2011/TT-BNV */
	L80,	/* Luật 80/2015/QH13 */
	PL01,	/* Pháp lệnh 01/2012/UBTVQH13 */
	SEEN,	/* attested in news and portals */
	EN,	/* English pages of Party papers */
};

static const struct tc_type_code type_codes[] = {
	{ "ba", "BA", 0, SEEN },
	{ "bb", "BB", 0, P399 },
	{ "bc", "BC", 0, P399 },
	{ "bgn", "BGN", 0, N30 },
	{ "bs", "BS", 0, P36 },
	{ "btt", "BTT", 0, N30 },
	{ "cd", "CĐ", TC_CODE_BODY, N30 },
	{ "cl", "CL", 0, SEEN },
	{ "ct", "CT", TC_CODE_SHORT | TC_CODE_BODY, P399 },
	{ "cthd", "CTHĐ", 0, SEEN },
	{ "ctph", "CTPH", 0, SEEN },
	{ "ctr", "CTr", 0, P399 },
	{ "ctrph", "CTrPH", 0, SEEN },
	{ "cttr", "CTr", 0, SEEN },
	{ "cv", "CV", 0, P399 },
	{ "da", "DA", TC_CODE_PLAIN_D, N30 },
	{ "ggt", "GGT", 0, N30 },
	{ "gm", "GM", 0, N30 },
	{ "gn", "GN", 0, T01 },
	{ "gnp", "GNP", 0, N30 },
	{ "guq", "GUQ", 0, N30 },
	{ "hd", "HD", TC_CODE_SHORT | TC_CODE_PLAIN_D, P399 },
	{ "hdln", "HDLN", 0, SEEN },
	{ "hdlt", "HDLT", 0, SEEN },
	{ "kh", "KH", 0, P399 },
	{ "khln", "KHLN", 0, SEEN },
	{ "khlt", "KHLT", 0, SEEN },
	{ "khph", "KHPH", 0, SEEN },
	{ "kl", "KL", TC_CODE_SHORT, P399 },
	{ "l", "L", 0, L80 },
	{ "lct", "LCT", 0, SEEN },
	{ "lkg", "LKG", 0, P399 },
	{ "nd", "NĐ", TC_CODE_SHORT, L80 },
	{ "np", "NP", 0, T01 },
	{ "nq", "NQ", TC_CODE_SHORT, P399 },
	{ "nqlt", "NQLT", 0, L80 },
	{ "pa", "PA", 0, N30 },
	{ "pb", "PB", 0, N30 },
	{ "pc", "PC", 0, N30 },
	{ "pg", "PG", 0, N30 },
	{ "pl", "PL", 0, L80 },
	{ "qc", "QC", 0, P399 },
	{ "qcph", "QCPH", 0, SEEN },
	{ "qd", "QĐ", TC_CODE_SHORT, P399 },
	/* Quy dinh in some Party documents of one year only; the number is
	 * counted with the others, so type and keys say QD. */
	{ "qdi", "QĐi", 0, SEEN },
	/* quyết định of persons */
	{ "qdns", "QĐNS", 0, SEEN },
	{ "qh", "QH", 0, P399 },
	{ "ql", "QL", 0, SEEN },
	{ "qyd", "QyĐ", 0, N30 },
	{ "sl", "SL", 0, N30 },
	{ "sy", "SY", 0, N30 },
	{ "tb", "TB", 0, P399 },
	{ "tc", "TC", 0, P399 },
	{ "tl", "TL", 0, SEEN },
	{ "trs", "TrS", 0, N30 },
	{ "tt", "TT", 0, P399 },
	{ "tth", "TTh", 0, T01 },
	{ "ttlt", "TTLT", 0, L80 },
	{ "ttr", "TTr", 0, P399 },
	{ "tub", "TuB", 0, SEEN },
	{ "uq", "UQ", 0, T01 },
	{ "vbhb", "VBHN", 0, SEEN },
	{ "vbhn", "VBHN", 0, PL01 },
};

#define SHORT TC_TYPE_SHORT
#define SIGN TC_TYPE_SIGN
#define VERB TC_TYPE_VERB
#define ENG TC_TYPE_ENGLISH

/* Sorted by `bare`: tc_type_word_at() searches by the first syllable. */
static const struct tc_type_word type_words[] = {
	{ "announcement", "announcement", "TB", SIGN | ENG, EN },
	{ "bao cao", "báo cáo", "BC", SIGN | VERB, P399 },
	{ "bien ban", "biên bản", "BB", SIGN, P399 },
	{ "bo luat", "bộ luật", "Luật", SIGN, L80 },
	{ "chi thi", "chỉ thị", "CT", SHORT, P399 },
	{ "chien luoc", "chiến lược", "CL", SIGN, P399 },
	{ "chuong trinh", "chương trình", "CTr", SIGN, P399 },
	{ "chuong trinh hanh dong", "chương trình hành động", "CTr", SIGN,
	  P399 },
	{ "circular", "circular", "TT", SHORT | ENG, EN },
	{ "conclusion", "conclusion", "KL", SHORT | ENG, EN },
	{ "conclusions", "conclusions", "KL", SHORT | ENG, EN },
	{ "cong dien", "công điện", "CĐ", SIGN, N30 },
	{ "cong van", "công văn", "CV", SHORT, P399 },
	{ "de an", "đề án", "ĐA", SIGN, P399 },
	{ "decision", "decision", "QĐ", SHORT | ENG, EN },
	{ "decisions", "decisions", "QĐ", SHORT | ENG, EN },
	{ "decree", "decree", "NĐ", SHORT | ENG, EN },
	{ "directive", "directive", "CT", SHORT | ENG, EN },
	{ "directives", "directives", "CT", SHORT | ENG, EN },
	{ "du an", "dự án", "DA", SIGN, P399 },
	{ "giay moi", "giấy mời", "GM", SIGN, P399 },
	{ "guidance", "guidance", "HD", SHORT | ENG, EN },
	{ "guideline", "guideline", "HD", SHORT | ENG, EN },
	{ "guidelines", "guidelines", "HD", SHORT | ENG, EN },
	{ "huong dan", "hướng dẫn", "HD", SHORT | VERB, P399 },
	{ "instruction", "instruction", "HD", SHORT | ENG, EN },
	{ "ke hoach", "kế hoạch", "KH", SIGN, P399 },
	{ "ket luan", "kết luận", "KL", SHORT | VERB, P399 },
	{ "law", "law", "Luật", SIGN | ENG, EN },
	{ "lenh", "lệnh", "L", SIGN, L80 },
	{ "loi keu goi", "lời kêu gọi", "LKG", SIGN, P399 },
	{ "luat", "luật", "Luật", SIGN, L80 },
	{ "nghi dinh", "nghị định", "NĐ", SHORT | TC_TYPE_ALONE, L80 },
	{ "nghi quyet", "nghị quyết", "NQ", SHORT, P399 },
	{ "nghi quyet lien tich", "nghị quyết liên tịch", "NQLT", SHORT,
	  L80 },
	{ "notice", "notice", "TB", SIGN | ENG, EN },
	{ "phap lenh", "pháp lệnh", "PL", SIGN, L80 },
	{ "phuong an", "phương án", "PA", SIGN, P399 },
	{ "plan", "plan", "KH", SIGN | ENG, EN },
	{ "program", "program", "CTr", SIGN | ENG, EN },
	{ "project", "project", "ĐA", SIGN | ENG, EN },
	{ "quan lenh", "quân lệnh", "QL", SIGN, SEEN },
	{ "qui che", "qui chế", "QC", SIGN, SEEN },
	{ "qui dinh", "qui định", "QĐ", SHORT | VERB, SEEN },
	{ "quy che", "quy chế", "QC", SIGN, P399 },
	{ "quy dinh", "quy định", "QĐ", SHORT | VERB, P399 },
	{ "quy hoach", "quy hoạch", "QH", SIGN, P399 },
	{ "quyet dinh", "quyết định", "QĐ", SHORT | VERB, P399 },
	{ "regulation", "regulation", "QĐ", SHORT | ENG, EN },
	{ "regulations", "regulations", "QĐ", SHORT | ENG, EN },
	{ "report", "report", "BC", SIGN | ENG, EN },
	{ "resolution", "resolution", "NQ", SHORT | ENG, EN },
	{ "resolutions", "resolutions", "NQ", SHORT | ENG, EN },
	{ "sac lenh", "sắc lệnh", "SL", SIGN | TC_TYPE_ALONE, SEEN },
	{ "thong bao", "thông báo", "TB", SIGN | VERB, P399 },
	{ "thong cao", "thông cáo", "TC", SIGN, P399 },
	{ "thong tri", "thông tri", "TT", SHORT, P399 },
	{ "thong tu", "thông tư", "TT", SHORT, L80 },
	{ "thong tu lien tich", "thông tư liên tịch", "TTLT", SHORT, L80 },
	{ "to trinh", "tờ trình", "TTr", SIGN, P399 },
	{ "tuyen bo", "tuyên bố", "TuB", SIGN | VERB, P399 },
	{ "van ban", "văn bản", "", SIGN, SEEN },
	{ "van ban hop nhat", "văn bản hợp nhất", "VBHN", SIGN, PL01 },
};

#undef SHORT
#undef SIGN
#undef VERB
#undef ENG

#define PARTY TC_SYSTEM_PARTY
#define STATE TC_SYSTEM_STATE
#define OTHER TC_SYSTEM_OTHER
#define STEM TC_BODY_STEM
#define DIGITS TC_BODY_DIGITS
#define NUMBERED TC_BODY_NUMBERED
#define PROSE TC_BODY_PROSE
#define TERM TC_BODY_TERM
#define ALONE TC_BODY_ALONE
#define PRINT TC_BODY_PRINT

#define VPTWD "Văn phòng Trung ương Đảng"
#define BTCTW_NAME "Ban Tổ chức Trung ương"

static const struct tc_body type_bodies[] = {
	/* The Party.  TW does not tell whose it is: the text must. */
	{ "tw", "TW", PARTY, PROSE | ALONE, "", P399 },
	{ "tu", "TU", PARTY, PROSE | ALONE, "", P36 },
	{ "hu", "HU", PARTY, PROSE | ALONE, "", SEEN },
	{ "qu", "QU", PARTY, PROSE | ALONE, "", SEEN },
	{ "thu", "ThU", PARTY, 0, "", SEEN },
	{ "txu", "TXU", PARTY, 0, "", SEEN },
	{ "du", "ĐU", PARTY, STEM, "", SEEN },
	{ "duk", "ĐUK", PARTY, STEM, "", SEEN },
	{ "cb", "CB", PARTY, NUMBERED, "", SEEN },
	{ "bcsd", "BCSĐ", PARTY, STEM, "", SEEN },
	{ "dd", "ĐĐ", PARTY, 0, "", SEEN },
	{ "bcd", "BCĐ", PARTY, STEM | PRINT, "", SEEN },
	{ "bcdtw", "BCĐTW", PARTY, 0, "", SEEN },
	{ "bch", "BCH", PARTY, STEM | PRINT, "", SEEN },
	{ "vptw", "VPTW", PARTY, 0, VPTWD, P36 },
	{ "vvptw", "VPTW", PARTY, 0, VPTWD, SEEN },
	{ "vptu", "VPTU", PARTY, 0, "", SEEN },
	{ "vpdu", "VPĐU", PARTY, 0, "", SEEN },
	{ "vpduk", "VPĐUK", PARTY, 0, "", SEEN },
	{ "vpqu", "VPQU", PARTY, 0, "", SEEN },
	{ "vphu", "VPHU", PARTY, 0, "", SEEN },
	{ "btctw", "BTCTW", PARTY, 0, BTCTW_NAME, SEEN },
	{ "btctu", "BTCTU", PARTY, 0, "", SEEN },
	{ "btchu", "BTCHU", PARTY, 0, "", SEEN },
	{ "btgtw", "BTGTW", PARTY, 0, "Ban Tuyên giáo Trung ương", SEEN },
	{ "btgtu", "BTGTU", PARTY, 0, "", SEEN },
	{ "btghu", "BTGHU", PARTY, 0, "", SEEN },
	{ "btgdvtw", "BTGDVTW", PARTY, 0,
	  "Ban Tuyên giáo và Dân vận Trung ương", SEEN },
	{ "btgdvtu", "BTGDVTU", PARTY, 0, "", SEEN },
	{ "bdvtw", "BDVTW", PARTY, 0, "Ban Dân vận Trung ương", SEEN },
	{ "bdvtu", "BDVTU", PARTY, 0, "", SEEN },
	{ "bnctw", "BNCTW", PARTY, 0, "Ban Nội chính Trung ương", SEEN },
	{ "bnctu", "BNCTU", PARTY, 0, "", SEEN },
	{ "bkttw", "BKTTW", PARTY, 0, "Ban Kinh tế Trung ương", SEEN },
	{ "bdntw", "BĐNTW", PARTY, 0, "Ban Đối ngoại Trung ương", SEEN },
	{ "hdlltw", "HĐLLTW", PARTY, 0, "Hội đồng Lý luận Trung ương", SEEN },
	{ "ubkttw", "UBKTTW", PARTY, 0, "Ủy ban Kiểm tra Trung ương", P36 },
	{ "ubkttu", "UBKTTU", PARTY, 0, "", P36 },
	{ "ubkthu", "UBKTHU", PARTY, 0, "", SEEN },
	{ "ubktdu", "UBKTĐU", PARTY, STEM, "", SEEN },
	{ "ubkt", "UBKT", PARTY, STEM, "", SEEN },
	{ "qutw", "QUTW", PARTY, 0, "Quân ủy Trung ương", SEEN },
	{ "duca", "ĐUCA", PARTY, STEM, "", SEEN },
	{ "ducatw", "ĐUCATW", PARTY, 0, "Đảng ủy Công an Trung ương", SEEN },
	{ "hvctqg", "HVCTQG", PARTY, STEM,
	  "Học viện Chính trị quốc gia Hồ Chí Minh", SEEN },
	{ "bxdd", "BXDĐ", PARTY, STEM, "", SEEN },
	{ "ttct", "TTCT", PARTY, 0, "", SEEN },
	/* Mass organisations write their symbols as the Party does, and where
	 * PRINT says so mostly as the state. */
	{ "twdtn", "TWĐTN", PARTY, STEM, "Trung ương Đoàn", SEEN },
	{ "twtn", "TWĐTN", PARTY, 0, "Trung ương Đoàn", SEEN },
	{ "twd", "TWĐ", PARTY, STEM, "Trung ương Đoàn", SEEN },
	{ "dtn", "ĐTN", PARTY, STEM, "", SEEN },
	{ "tdtn", "TĐTN", PARTY, STEM, "", SEEN },
	{ "ldld", "LĐLĐ", PARTY, STEM | PRINT, "", SEEN },
	{ "tld", "TLĐ", PARTY, STEM | PRINT, "", SEEN },
	{ "hnd", "HND", PARTY, STEM, "", SEEN },
	{ "hndtw", "HNDTW", PARTY, 0, "", SEEN },
	{ "pn", "PN", PARTY, PRINT, "", SEEN },
	{ "hlhpn", "HLHPN", PARTY, STEM | PRINT, "", SEEN },
	{ "dct", "ĐCT", PARTY, STEM | PRINT, "", SEEN },
	{ "ccb", "CCB", PARTY, STEM | PRINT, "", SEEN },
	{ "mttq", "MTTQ", PARTY, STEM | PRINT, "", SEEN },
	{ "mttw", "MTTW", PARTY, STEM | PRINT, "", SEEN },
	/* The state. */
	{ "qh", "QH", STATE, DIGITS | TERM | PROSE, "Quốc hội", L80 },
	{ "ubtvqh", "UBTVQH", STATE, NUMBERED | TERM | PROSE,
	  "Ủy ban Thường vụ Quốc hội", L80 },
	/* so misprinted */
	{ "uvbtvqh", "UBTVQH", STATE, NUMBERED | TERM,
	  "Ủy ban Thường vụ Quốc hội", SEEN },
	{ "ctn", "CTN", STATE, 0, "Chủ tịch nước", L80 },
	{ "cp", "CP", STATE, PROSE, "Chính phủ", L80 },
	{ "ttg", "TTg", STATE, PROSE, "Thủ tướng Chính phủ", L80 },
	{ "hdnd", "HĐND", STATE, STEM | PROSE, "", N30 },
	{ "ubnd", "UBND", STATE, STEM | PROSE, "", N30 },
	{ "ub", "UB", STATE, 0, "", SEEN },
	{ "vpcp", "VPCP", STATE, 0, "Văn phòng Chính phủ", N30 },
	{ "vpqh", "VPQH", STATE, 0, "Văn phòng Quốc hội", SEEN },
	{ "vpctn", "VPCTN", STATE, 0, "Văn phòng Chủ tịch nước", SEEN },
	{ "hdbc", "HĐBC", STATE, 0, "Hội đồng Bộ trưởng", SEEN },
	{ "hdbt", "HĐBT", STATE, 0, "Hội đồng Bộ trưởng", SEEN },
	{ "hdbcqg", "HĐBCQG", STATE, 0, "Hội đồng Bầu cử quốc gia", SEEN },
	{ "bca", "BCA", STATE, PROSE, "Bộ Công an", N30 },
	{ "bct", "BCT", STATE, PROSE, "Bộ Công Thương", N30 },
	{ "bgddt", "BGDĐT", STATE, PROSE, "Bộ Giáo dục và Đào tạo", N30 },
	{ "bgtvt", "BGTVT", STATE, PROSE, "Bộ Giao thông vận tải", N30 },
	{ "bkhcn", "BKHCN", STATE, PROSE, "Bộ Khoa học và Công nghệ", N30 },
	{ "bkhdt", "BKHĐT", STATE, PROSE, "Bộ Kế hoạch và Đầu tư", N30 },
	{ "bldtbxh", "BLĐTBXH", STATE, PROSE,
	  "Bộ Lao động - Thương binh và Xã hội", N30 },
	{ "bng", "BNG", STATE, 0, "Bộ Ngoại giao", N30 },
	{ "bnnptnt", "BNNPTNT", STATE, PROSE,
	  "Bộ Nông nghiệp và Phát triển nông thôn", N30 },
	{ "bnnmt", "BNNMT", STATE, PROSE, "Bộ Nông nghiệp và Môi trường",
	  N30 },
	{ "bnv", "BNV", STATE, PROSE, "Bộ Nội vụ", N30 },
	{ "bqp", "BQP", STATE, PROSE, "Bộ Quốc phòng", N30 },
	{ "btc", "BTC", STATE, PROSE, "Bộ Tài chính", N30 },
	{ "btnmt", "BTNMT", STATE, PROSE, "Bộ Tài nguyên và Môi trường",
	  N30 },
	{ "btp", "BTP", STATE, PROSE, "Bộ Tư pháp", N30 },
	{ "btttt", "BTTTT", STATE, PROSE, "Bộ Thông tin và Truyền thông",
	  N30 },
	{ "bvhttdl", "BVHTTDL", STATE, PROSE,
	  "Bộ Văn hóa, Thể thao và Du lịch", N30 },
	{ "bxd", "BXD", STATE, PROSE, "Bộ Xây dựng", N30 },
	{ "byt", "BYT", STATE, PROSE, "Bộ Y tế", N30 },
	{ "nhnn", "NHNN", STATE, PROSE, "Ngân hàng Nhà nước", N30 },
	{ "ttcp", "TTCP", STATE, 0, "Thanh tra Chính phủ", N30 },
	{ "ktnn", "KTNN", STATE, 0, "Kiểm toán nhà nước", N30 },
	{ "tandtc", "TANDTC", STATE, 0, "Tòa án nhân dân tối cao", L80 },
	{ "vksndtc", "VKSNDTC", STATE, 0, "Viện kiểm sát nhân dân tối cao",
	  L80 },
	{ "vksnd", "VKSND", STATE, STEM, "", SEEN },
	{ "tand", "TAND", STATE, STEM, "", SEEN },
	{ "bhxh", "BHXH", STATE, STEM, "", SEEN },
	{ "tct", "TCT", STATE, 0, "", SEEN },
	{ "tchq", "TCHQ", STATE, 0, "", SEEN },
	{ "tccb", "TCCB", STATE, 0, "", SEEN },
	{ "ttr", "TTr", STATE, 0, "", SEEN },
	{ "vp", "VP", STATE, STEM, "", SEEN },
	{ "sct", "SCT", STATE, 0, "", N30 },
	{ "sgddt", "SGDĐT", STATE, 0, "", N30 },
	{ "sgtvt", "SGTVT", STATE, 0, "", N30 },
	{ "skhcn", "SKHCN", STATE, 0, "", N30 },
	{ "skhdt", "SKHĐT", STATE, 0, "", N30 },
	{ "sldtbxh", "SLĐTBXH", STATE, 0, "", N30 },
	{ "snnmt", "SNNMT", STATE, 0, "", N30 },
	{ "snnptnt", "SNNPTNT", STATE, 0, "", N30 },
	{ "snv", "SNV", STATE, 0, "", N30 },
	{ "stc", "STC", STATE, 0, "", N30 },
	{ "stnmt", "STNMT", STATE, 0, "", N30 },
	{ "stp", "STP", STATE, 0, "", N30 },
	{ "stttt", "STTTT", STATE, 0, "", N30 },
	{ "svhttdl", "SVHTTDL", STATE, 0, "", N30 },
	{ "sxd", "SXD", STATE, 0, "", N30 },
	{ "syt", "SYT", STATE, 0, "", N30 },
	{ "cat", "CAT", STATE, STEM, "", SEEN },
	{ "hvtc", "HVTC", STATE, 0, "Học viện Tài chính", SEEN },
	{ "dh", "ĐH", STATE, STEM, "", SEEN },
	/* The army writes state forms. */
	{ "btl", "BTL", STATE, STEM, "", SEEN },
	{ "btm", "BTM", STATE, 0, "", SEEN },
	{ "tcct", "TCCT", STATE, 0, "", SEEN },
	{ "ct", "CT", STATE, 0, "", SEEN },
	{ "ld", "LĐ", STATE, 0, "", SEEN },
	/* Companies: state form, neither the state's nor the Party's. */
	{ "evn", "EVN", OTHER, STEM, "", SEEN },
	{ "hdqt", "HĐQT", OTHER, STEM, "", SEEN },
	{ "hdtv", "HĐTV", OTHER, STEM, "", SEEN },
	{ "tgd", "TGĐ", OTHER, STEM, "", SEEN },
	{ "vnpt", "VNPT", OTHER, STEM, "", SEEN },
};

#undef PARTY
#undef STATE
#undef OTHER
#undef STEM
#undef DIGITS
#undef NUMBERED
#undef PROSE
#undef TERM
#undef ALONE
#undef PRINT

#endif
