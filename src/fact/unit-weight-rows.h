/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How much each thing that is true of a mention says for the article's being
 * about its unit, in the headline and in the text: included by unit-subject.c.
 *
 * Fitted by logistic regression, the right mentions against all others and
 * against none, to 780 pages of the field in sixteen batches, the rows of
 * tests/unit/test-unit-rule.c and the gold pages; in tenths.  A batch that the
 * weights had not seen came out right in 91 of 100 articles, those that they
 * are fitted to in 95.
 */
W(LEVEL_CENTRE, -55, -69)	/* Ban Bí thư */
W(LEVEL_BODY, 35, -5)		/* none of the Party's */
W(LEVEL_PROVINCE, 16, -39)
W(LEVEL_DISTRICT, 37, -17)	/* or a block of the province */
W(LEVEL_BASE, 21, -5)
W(LEVEL_CELL, 80, 8)
W(LEVEL_ORGAN, 36, -11)		/* of whatever level */
/* a person's office there */
W(OFFICE_CENTRE, 0, -6)
W(OFFICE_BODY, -18, 3)
W(OFFICE_PROVINCE, 13, 21)
W(OFFICE_DISTRICT, 0, 6)
W(OFFICE_BASE, 0, -30)
W(OFFICE_CELL, 0, 2)
W(OFFICE_ORGAN, -4, -4)
W(NEW_OFFICE, 52, -9)
W(FIRST_OFFICE, 18, 0)		/* it opens the headline */
W(SIDE_OFFICE, 0, -45)
W(MEMBERSHIP, 0, -29)
W(LEADER, -14, -30)
/* what the words around it say, see unit-clause.h */
W(ACTS, 26, 5)
W(ACTS_PARTY, 16, 26)		/* a body of the Party's does */
W(ACTS_LATER, -9, -41)		/* as another before it in the sentence */
W(ACTS_CENTRE, 28, 21)
W(VISITED, 63, 61)
W(HOSTS, 0, 23)
W(SENDS, -46, -4)
W(PARTNER, -1, -30)
W(ISSUER, -22, -25)
W(CONGRESS, -20, 43)
/* where it stands */
W(COLON, 32, 0)			/* before one */
W(BEHIND_AND, 6, -19)
W(BEHIND_ONE, -25, 0)		/* the second mention of its sentence */
W(BEHIND_TWO, 0, -39)
W(GUESTS, 0, -31)
W(CAPTION, 0, -63)
W(LINE, 0, -28)
W(BRACKETS, 0, -34)
W(SENTENCE_FIRST, 0, -3)		/* sentence of the lead */
W(SENTENCE_SECOND, 0, -14)
W(SENTENCE_FOURTH, 0, -13)		/* or third */
W(SENTENCE_EIGHTH, 0, -47)		/* or one before */
W(SENTENCE_FAR, 0, -64)
/* of the unit */
W(TITLED, 26, 31)		/* a committee of the place in the headline */
W(TITLED_BODY, 11, 26)		/* another of that place */
W(AGAIN, 0, 18)			/* named before */
W(OFTEN, 21, 0)			/* named twice at least */
W(NAMED_ONLY, 5, -37)
W(BARE_LEVEL, 3, 19)
W(COMPLETED, 14, 23)
W(SHORT, 0, -6)
W(ANAPHORA, 0, 9)
/* of the article: it tells of several people, each elsewhere */
W(OF_PEOPLE, 0, -40)
W(OF_PEOPLE_STILL, 0, -40)	/* and it does nothing */
