/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How much each thing that is true of a mention says for the article's being
 * about its unit, in the headline and in the text: included by unit-weigh.c.
 *
 * Fitted by logistic regression, the right mentions against all others and
 * against none, to 1050 pages of the field, the rows of
 * tests/unit/test-unit-rule.c and the gold pages; in tenths.  A batch that the
 * weights had not seen came out right in 92 of 100 articles where it was of the
 * Party's pages, in 80 where it was sought among all that unions, schools and
 * papers tell; those that they are fitted to in 95.  Those of later cues were set
 * by hand: fitting all again to 300 articles more came out no better on those
 * that were left out.
 */
W(LEVEL_CENTRE, -58, -70)	/* Ban Bí thư */
W(LEVEL_BODY, 40, -7)		/* none of the Party's */
W(LEVEL_PROVINCE, 6, -19)
W(LEVEL_DISTRICT, 33, -11)	/* or a block of the province */
W(LEVEL_CELL, 85, 21)
W(LEVEL_ORGAN, 46, -15)		/* of whatever level */
/* a person's office there */
W(OFFICE_BASE, 0, -34)		/* a commune's, a company's */
W(OFFICE_OPENING, 0, 20)	/* it begins its sentence */
W(NEW_OFFICE, 65, 2)		/* "làm Bí thư Huyện ủy X" */
W(SIDE_OFFICE, -12, -44)	/* the second of a secretary */
W(MEMBERSHIP, -30, -25)		/* "Ủy viên Ban Thường vụ" */
W(LEADER, -8, -32)		/* of the centre */
/* what it does or has done to it, see unit-clause.h */
W(ACTS, 31, 25)
W(ACTS_LATER, -2, -47)		/* as another before it in the sentence */
W(PUNISHES, 11, 58)		/* it does something in a sentence that tells of a
				   punishment, as the headline does */
W(PUNISHED, -30, -40)		/* "Kỷ luật Đảng ủy xã X", of a headline */
W(HOLDS, 18, 23)
W(DESCRIBED, 0, 40)		/* "Đảng bộ X hiện có 28 chi bộ", the first sentence */
W(VISITED, 180, 95)
W(HONOURED, 120, 70)		/* "tặng bằng khen cho Chi bộ X", of the lead */
W(INTERVIEWED, 0, 80)		/* "trao đổi với ông A, Trưởng ban B" */
W(RECEIVES, 0, 120)		/* "Tiếp đoàn có Bí thư Huyện ủy X" */
W(HOSTS, 0, 27)
W(SENDS, -66, -11)
W(PARTNER, -60, -27)
W(ISSUER, 11, -16)
W(ISSUES, 0, 60)		/* "Ban Bí thư vừa ban hành Chỉ thị" */
W(ENTITLES, 70, 0)		/* "Chỉ thị 35 của Bộ Chính trị về đại hội" */
W(SUPERIOR, 0, -32)		/* "sự chỉ đạo của Tỉnh ủy" */
W(CONGRESS, -26, 33)
/* where it stands */
W(TOPIC, 40, 0)			/* "Đảng ủy xã X: Sơ kết", of a headline */
W(OPENING, 38, 5)		/* begins its sentence, or behind when */
W(EVENT, 58, -4)		/* "Đại hội Chi bộ X" */
W(WELCOMED, -150, -60)		/* "chào mừng đại hội Đảng bộ X" */
W(EVENT_FIRST, 0, 40)		/* which begins the text, or stands behind when */
W(FOUNDED, 120, 70)		/* "thành lập Chi bộ X" */
W(FOUNDED_TOLD, 0, 45)		/* and the headline tells of that */
W(AT, 65, -68)			/* "tại", "hội trường": one meets there */
W(BY, 0, 42)			/* "do" */
W(WITH, 12, -29)		/* "với" */
W(BEHIND_AND, -30, -25)
W(BEHIND_TWO, -1, -19)		/* other units of its sentence, or more */
W(LISTED, 0, -60)		/* behind another of a list that does nothing */
W(LISTED_FIRST, 0, -30)	/* the first of a list that does nothing, further down */
W(SENTENCE_SECOND, 0, -15)	/* of the text, against the first */
W(SENTENCE_FOURTH, 0, -23)	/* or third */
W(SENTENCE_EIGHTH, 0, -53)	/* or one before */
W(CENTRE_LATER, 0, -50)	/* the centre, not in the headline nor first sentence */
W(SENTENCE_FAR, 0, -66)
W(GUESTS, 0, -50)
W(CAPTION, 0, -106)
W(CAPTION_TITLED, 0, 108)	/* and the headline has its place */
W(EXAMPLE, 0, -60)		/* "Tiêu biểu như Chi bộ X" */
W(LINE, 0, -37)
W(DECREES, 0, 60)		/* a line before "Căn cứ Luật ...", "QUYẾT ĐỊNH" */
W(BRACKETS, 0, -44)
W(BELOW, 0, -30)		/* of a committee that did something before */
W(LATE, 0, -40)			/* first told of further down, behind another */
W(EACH, -120, -80)		/* "từng chi bộ X": those of a whole place */
W(OF_PEOPLE, 0, -80)		/* the article tells of several, each elsewhere */
/* of the unit */
W(HEADLINE, 0, 37)		/* the headline names it, and not only here */
W(TITLED, 10, 21)		/* a committee of the place in the headline */
W(TITLED_TOPIC, 0, 75)		/* "X: Xã Y đạt chuẩn": any of Y */
W(TITLED_NAME, 0, 100)		/* "Than Bãi Màu: Thi đua", of the firm of that name */
W(TITLED_VISITED, 0, 150)	/* "Tỉnh ủy làm việc với huyện X" */
W(TITLED_FIRST, 46, 30)		/* any of the place that the headline begins with */
W(PLACED, 0, 100)		/* the headline tells of a new office, and it is here */
W(OFTEN, 15, 18)		/* named twice at least */
W(NAMED_ONLY, -36, -25)		/* a body apart, see is_named_only() */
W(BARE_LEVEL, -8, 26)		/* "Huyện ủy", completed by the site or the text */
W(COMPLETED, 12, 35)		/* "Ban Tổ chức Huyện ủy" */
