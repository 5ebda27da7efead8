/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "query/synonym.h"

#include "text/fold.h"
#include "text/utf8.h"

/* Collected from the abbreviations that Party news prints.  `one_way`: the
 * first is looked up as the second too, not the reverse. */
static const struct {
	const char *a, *b;
	bool one_way;
} rows[] = {
	{ "ANCT", "an ninh chính trị", false },
	{ "ANTT", "an ninh trật tự", false },
	{ "ATGT", "an toàn giao thông", false },
	{ "BBT", "Ban Bí thư", false },
	{ "BCH", "Ban Chấp hành", false },
	{ "BCHTW", "Ban Chấp hành Trung ương", false },
	{ "BCT", "Bộ Chính trị", false },
	{ "BDV", "Ban Dân vận", false },
	{ "BTG", "Ban Tuyên giáo", false },
	{ "BTGDV", "Ban Tuyên giáo và Dân vận", false },
	{ "BTV", "Ban Thường vụ", false },
	{ "BVĐK", "bệnh viện đa khoa", false },
	{ "CAND", "công an nhân dân", false },
	{ "CBCCVC", "cán bộ công chức viên chức", false },
	{ "CBĐV", "cán bộ đảng viên", false },
	{ "CCB", "cựu chiến binh", false },
	{ "CCHC", "cải cách hành chính", false },
	{ "CĐS", "chuyển đổi số", false },
	{ "CNTT", "công nghệ thông tin", false },
	{ "CNXH", "chủ nghĩa xã hội", false },
	{ "ĐBQH", "đại biểu Quốc hội", false },
	{ "ĐCSVN", "Đảng Cộng sản Việt Nam", false },
	{ "ĐMST", "đổi mới sáng tạo", false },
	{ "GDĐT", "giáo dục và đào tạo", false },
	{ "HĐND", "Hội đồng nhân dân", false },
	{ "KDC", "khu dân cư", false },
	{ "KHCN", "khoa học công nghệ", false },
	{ "KT XH", "kinh tế xã hội", false },
	{ "LĐLĐ", "Liên đoàn Lao động", false },
	{ "LHPN", "Liên hiệp Phụ nữ", false },
	{ "LLVT", "lực lượng vũ trang", false },
	{ "MTTQ", "Mặt trận Tổ quốc", false },
	{ "NTM", "nông thôn mới", false },
	{ "PCTN", "phòng chống tham nhũng", false },
	{ "QCƯT", "quần chúng ưu tú", false },
	{ "QĐND", "quân đội nhân dân", false },
	{ "QP AN", "quốc phòng an ninh", false },
	{ "SHCB", "sinh hoạt chi bộ", false },
	{ "SHCĐ", "sinh hoạt chuyên đề", false },
	{ "TCCSĐ", "tổ chức cơ sở đảng", false },
	{ "TDP", "tổ dân phố", false },
	{ "THCS", "trung học cơ sở", false },
	{ "THPT", "trung học phổ thông", false },
	{ "TNCS", "Thanh niên Cộng sản", false },
	{ "TP", "thành phố", false },
	{ "TPHCM", "Thành phố Hồ Chí Minh", false },
	{ "TTHCM", "tư tưởng Hồ Chí Minh", false },
	{ "TTXVN", "Thông tấn xã Việt Nam", false },
	{ "TW", "Trung ương", false },
	{ "TƯ", "Trung ương", false },
	{ "T Ư", "Trung ương", false },
	{ "TX", "thị xã", false },
	{ "UBKT", "Ủy ban Kiểm tra", false },
	{ "UBKTTW", "Ủy ban Kiểm tra Trung ương", false },
	{ "UBMTTQ", "Ủy ban Mặt trận Tổ quốc", false },
	{ "UBND", "Ủy ban nhân dân", false },
	/* Bác alone is a common word; in these it is Hồ Chí Minh. */
	{ "làm theo Bác", "làm theo tư tưởng đạo đức phong cách Hồ Chí Minh",
	  true },
	{ "học Bác", "học tập và làm theo tư tưởng đạo đức phong cách "
		     "Hồ Chí Minh", true },
	{ "Bác Hồ", "Chủ tịch Hồ Chí Minh", true },
	{ "sinh nhật Bác", "19 5", true },
	{ "Quốc khánh", "2 9", true },
	{ "cuộc vận động", "phong trào", true },
};

/* Slogans of the genre, in articles about anything. */
static const char *const slogans[] = {
	"học tập và làm theo tư tưởng đạo đức phong cách Hồ Chí Minh",
	"học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
	"học tập làm theo tư tưởng đạo đức phong cách Hồ Chí Minh",
	"làm theo tư tưởng đạo đức phong cách Hồ Chí Minh",
	"tư tưởng đạo đức phong cách Hồ Chí Minh",
	"xây dựng Đảng và hệ thống chính trị trong sạch vững mạnh",
	"xây dựng chỉnh đốn Đảng và hệ thống chính trị",
	"suy thoái về tư tưởng chính trị đạo đức lối sống",
	"dân giàu nước mạnh dân chủ công bằng văn minh",
};

/* A typed word against a word of the table, by the rule of the language: a
 * marked one means its marks.  And a short one with marks is only itself: tu
 * is not TƯ. */
static bool is_word(const struct tc_token *typed, const struct tc_token *row)
{
	enum { SHORT = 2 };
	bool itself = row->bare.n <= SHORT && (row->flags & TC_TOKEN_MARKED);

	if (itself || (typed->flags & TC_TOKEN_MARKED))
		return tc_str_eq(typed->exact, row->exact);
	return tc_str_eq(typed->bare, row->bare);
}

static bool starts_with(const struct tc_token *const *words, size_t count,
			const struct tc_tokens *row)
{
	if (row->n > count)
		return false;
	for (size_t i = 0; i < row->n; i++)
		if (!is_word(words[i], &row->v[i]))
			return false;
	return true;
}

/* Nearly every row is passed over by its first letter, before it is made into
 * tokens. */
static bool may_start(const struct tc_token *word, const char *row)
{
	const char *p = row;
	uint32_t c = tc_utf8_next(&p, row + strlen(row));

	return (uint32_t)(unsigned char)*word->bare.p ==
	       tc_char_bare(tc_char_lower(c));
}

/* Takes one side of a row when the words begin with the other. */
static void take(const struct tc_token *const *words, size_t count,
		 const char *from, const char *to, struct tc_arena *arena,
		 struct tc_tokens *out, size_t max, size_t *n, size_t *taken)
{
	struct tc_tokens key;

	if (!may_start(words[0], from))
		return;
	tc_tokenize(tc_str0(from), arena, &key);
	if (key.n < *taken || !starts_with(words, count, &key))
		return;
	if (key.n > *taken)
		*n = 0;
	*taken = key.n;
	if (*n < max)
		tc_tokenize(tc_str0(to), arena, &out[(*n)++]);
}

size_t tc_synonym_find(const struct tc_token *const *words, size_t count,
		       size_t at, struct tc_arena *arena,
		       struct tc_tokens *out, size_t max, size_t *taken)
{
	size_t n = 0;

	*taken = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		take(words + at, count - at, rows[i].a, rows[i].b, arena, out,
		     max, &n, taken);
		if (!rows[i].one_way)
			take(words + at, count - at, rows[i].b, rows[i].a,
			     arena, out, max, &n, taken);
	}
	return n;
}

size_t tc_slogan_find(const struct tc_token *const *words, size_t count,
		      size_t at, struct tc_arena *arena)
{
	size_t longest = 0;

	for (size_t i = 0; i < sizeof slogans / sizeof *slogans; i++) {
		struct tc_tokens row;
		if (!may_start(words[at], slogans[i]))
			continue;
		tc_tokenize(tc_str0(slogans[i]), arena, &row);
		if (row.n > longest &&
		    starts_with(words + at, count - at, &row))
			longest = row.n;
	}
	return longest;
}
