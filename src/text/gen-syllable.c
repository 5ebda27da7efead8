/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes the tables of syllable-table.h to stdout.  Run by the build. */
#include "config.h"

#include "text/stopword-list.h"
#include "text/syllable-common.h"
#include "text/syllable-parts.h"
#include "text/syllable-table.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define LETTERS_MAX 16
#define BARE_MAX 8192

_Static_assert(sizeof tc_onsets / sizeof *tc_onsets == TC_ONSETS, "onsets");
_Static_assert(sizeof tc_rimes / sizeof *tc_rimes == TC_RIMES, "rimes");

enum { A = 1, C = 3, E = 5, G = 7, H = 8, I = 9, K = 11, N = 14, O = 15,
       P = 16, Q = 17, T = 20, U = 21, Y = 25 };

struct word {
	unsigned char v[LETTERS_MAX];
	unsigned n;
};

/* What there is, in an open hash at first. */
#define KNOWN 32768u
static uint64_t known[KNOWN];
static uint64_t slots[TC_SLOTS];
static uint16_t shifts[TC_BUCKETS];
static uint8_t function[TC_SLOTS];
static uint16_t places[TC_ONSETS][TC_RIMES];
static uint64_t bare[BARE_MAX];
static unsigned bare_count;
static struct forms {
	uint16_t v[64];
	unsigned n, chosen;
} forms[BARE_MAX];

static void must(bool ok, const char *what)
{
	if (!ok) {
		fprintf(stderr, "gen-syllable: %s\n", what);
		exit(1);
	}
}

static void add_letter(struct word *w, unsigned code)
{
	must(w->n < LETTERS_MAX, "a word is too long");
	w->v[w->n++] = (unsigned char)code;
}

/* Appends a spelling; *tone is the last tone in it. */
static void add_spelling(struct word *w, const char *s, unsigned *tone)
{
	const char *const end = s + strlen(s);

	while (s < end) {
		const unsigned info = tc_letter_info(tc_utf8_next(&s, end));
		must(info != 0, "not a letter");
		add_letter(w, TC_LETTER(info));
		if (TC_LETTER_TONE(info))
			*tone = TC_LETTER_TONE(info);
	}
}

static uint64_t key_of(const struct word *w)
{
	uint64_t key = 0;

	must(w->n && w->n <= TC_SLOT_LETTERS, "a syllable is too long");
	for (unsigned i = 0; i < w->n; i++)
		key = key << TC_LETTER_BITS | w->v[i];
	return key;
}

static bool is_front(unsigned letter)
{
	return letter == E || letter == TC_LETTER_E_HAT || letter == I ||
	       letter == Y;
}

static bool is_vowel(unsigned l)
{
	return l == A || l == E || l == I || l == O || l == U || l == Y ||
	       (l >= TC_LETTER_A_BREVE && l != TC_LETTER_D_BAR);
}

static bool has_own_mark(unsigned letter)
{
	return letter >= TC_LETTER_A_BREVE && is_vowel(letter);
}

/* The letter of `w`, from `first` on, that bears the tone: the last one with
 * a mark of its own; else the last vowel before a coda; else of three vowels
 * the middle one and of two the first (the old placement). */
static unsigned position_of(const struct word *w, unsigned first)
{
	unsigned vowels = 0, marked = LETTERS_MAX;

	while (first + vowels < w->n && is_vowel(w->v[first + vowels])) {
		if (has_own_mark(w->v[first + vowels]))
			marked = first + vowels;
		vowels++;
	}
	must(vowels > 0 && vowels < 4, "no vowel, or too many");
	if (marked < LETTERS_MAX)
		return marked;
	if (first + vowels < w->n)
		return first + vowels - 1;
	return vowels == 3 ? first + 1 : first;
}

static bool ends_in_stop(const struct word *w)
{
	const unsigned last = w->v[w->n - 1];

	return last == C || last == P || last == T ||
	       (last == H && w->v[w->n - 2] == C);
}

/* Puts a slot in; false when the spelling is there already. */
static bool add_slot(uint64_t slot)
{
	unsigned i = (unsigned)(tc_slot_hash(slot & TC_SLOT_KEY) >> 32) %
		     KNOWN;

	for (; known[i]; i = (i + 1) % KNOWN)
		if ((known[i] & TC_SLOT_KEY) == (slot & TC_SLOT_KEY))
			return false;
	known[i] = slot;
	return true;
}

static unsigned bucket_of(uint64_t slot)
{
	return tc_slot_bucket(tc_slot_hash(slot & TC_SLOT_KEY));
}

/* Puts a bucket at the places that a shift gives, if all are free. */
static bool place_bucket(const uint64_t *v, unsigned n, unsigned shift)
{
	unsigned i = 0;

	for (; i < n; i++) {
		const unsigned at = tc_slot_place(
			tc_slot_hash(v[i] & TC_SLOT_KEY), shift);
		if (slots[at])
			break;
		slots[at] = v[i];
	}
	if (i == n)
		return true;
	while (i--)
		slots[tc_slot_place(tc_slot_hash(v[i] & TC_SLOT_KEY),
				    shift)] = 0;
	return false;
}

/* The perfect hash: the largest buckets first, each by the first shift that
 * finds it room (hash and displace). */
static void place_all(void)
{
	enum { MOST = 16 };
	static uint64_t buckets[TC_BUCKETS][MOST];
	static unsigned sizes[TC_BUCKETS];

	for (unsigned i = 0; i < KNOWN; i++) {
		if (!known[i])
			continue;
		const unsigned b = bucket_of(known[i]);
		must(sizes[b] < MOST, "a bucket is too full");
		buckets[b][sizes[b]++] = known[i];
	}
	for (unsigned size = MOST; size; size--)
		for (unsigned b = 0; b < TC_BUCKETS; b++) {
			if (sizes[b] != size)
				continue;
			unsigned shift = 0;
			while (!place_bucket(buckets[b], size, shift))
				must(++shift < TC_SLOTS, "no room");
			shifts[b] = (uint16_t)shift;
		}
}

static unsigned find_slot(uint64_t key)
{
	const uint64_t h = tc_slot_hash(key);
	const unsigned at = tc_slot_place(h, shifts[tc_slot_bucket(h)]);

	return (slots[at] & TC_SLOT_KEY) == key ? at : TC_SLOTS;
}

/* The same letters without their marks. */
static uint64_t bare_key(uint64_t key)
{
	uint64_t b = 0;

	for (unsigned at = 0; key >> at; at += TC_LETTER_BITS)
		b |= (uint64_t)(tc_letter_bare[key >> at & 63] - 'a' + A) << at;
	return b;
}

static void add_bare(const struct word *w)
{
	must(bare_count < BARE_MAX, "too many bare syllables");
	bare[bare_count++] = bare_key(key_of(w));
}

static void add_word(const struct word *w, unsigned onset, unsigned rime,
		     unsigned first_vowel)
{
	const uint64_t position = position_of(w, first_vowel);

	add_slot(key_of(w) | position << 42 | (uint64_t)onset << 45 |
		 (uint64_t)rime << 50 |
		 (ends_in_stop(w) ? TC_SLOT_STOP : 0));
	add_bare(w);
}

/* Whether the doublets exist after this onset. */
static bool takes_doublet(const char *onset, const char *rime)
{
	static const char *const before_y[] = {
		"", "c", "h", "l", "m", "s", "t", "v"
	};

	if (strcmp(rime, "y") != 0)
		return strcmp(onset, "c") == 0;
	for (unsigned i = 0; i < sizeof before_y / sizeof *before_y; i++)
		if (strcmp(onset, before_y[i]) == 0)
			return true;
	return false;
}

/* c as k or qu, g and ng with h, gi without its i. */
static void add_onset(struct word *w, const char *onset,
		      const struct word *rime, bool medial)
{
	unsigned tone = 0;
	const bool front = is_front(rime->v[0]);

	if (strcmp(onset, "c") == 0 && medial)
		add_letter(w, Q);
	else if (strcmp(onset, "c") == 0 && front)
		add_letter(w, K);
	else if (strcmp(onset, "gi") == 0 && rime->v[0] == I)
		add_letter(w, G);
	else
		add_spelling(w, onset, &tone);
	if (front && (strcmp(onset, "g") == 0 || strcmp(onset, "ng") == 0))
		add_letter(w, H);
}

/* gi + iu is spelled as gi + u is, which bears the tone on the u. */
static bool is_spelled_otherwise(const char *onset, const char *rime)
{
	return strcmp(onset, "gi") == 0 &&
	       (strcmp(rime, "iu") == 0 || strcmp(rime, "ia") == 0);
}

static void add_syllable(unsigned onset, unsigned rime)
{
	const struct tc_rime *const r = &tc_rimes[rime];
	const bool medial = r->kind == TC_RIME_MEDIAL ||
			    (r->kind == TC_RIME_DOUBLET &&
			     strcmp(r->spelling, "y") != 0);
	const bool is_c = strcmp(tc_onsets[onset], "c") == 0;
	struct word w = { .n = 0 }, spelled = { .n = 0 };
	unsigned tone = 0;

	if (is_spelled_otherwise(tc_onsets[onset], r->spelling) ||
	    (r->kind == TC_RIME_DOUBLET &&
	     !takes_doublet(tc_onsets[onset], r->spelling)))
		return;
	add_spelling(&spelled, r->spelling, &tone);
	if (is_c && medial)
		spelled.v[0] = U;
	if (!onset && spelled.v[0] == I && spelled.v[1] == TC_LETTER_E_HAT)
		spelled.v[0] = Y;
	add_onset(&w, tc_onsets[onset], &spelled, medial);
	const unsigned first = w.n + (is_c && medial);
	for (unsigned i = 0; i < spelled.n; i++)
		add_letter(&w, spelled.v[i]);
	add_word(&w, onset, rime, first);
}

/* A horn left out of ươ before a coda: nguời, đưòng.  Nothing in the table
 * is spelled so. */
static void add_aliases(void)
{
	static const unsigned char wrong[][2] = {
		{ U, TC_LETTER_O_HORN }, { TC_LETTER_U_HORN, O }
	};

	for (unsigned i = 0; i < KNOWN; i++) {
		const uint64_t slot = known[i];
		if (!slot || slot & TC_SLOT_ALIAS)
			continue;
		for (unsigned at = 6; at <= 24; at += 6) {
			const uint64_t key = slot & TC_SLOT_KEY;
			if ((key >> at & 4095) !=
			    (TC_LETTER_U_HORN << 6 | TC_LETTER_O_HORN))
				continue;
			for (unsigned k = 0; k < 2; k++) {
				const uint64_t pair = wrong[k][0] << 6 |
						      wrong[k][1];
				must(add_slot((slot & ~(UINT64_C(4095) << at)) |
					      pair << at | TC_SLOT_ALIAS),
				     "an alias is a syllable");
			}
		}
	}
}

static void fill_places(void)
{
	for (unsigned o = 0; o < TC_ONSETS; o++)
		for (unsigned r = 0; r < TC_RIMES; r++)
			places[o][r] = TC_SLOTS;
	for (unsigned i = 0; i < TC_SLOTS; i++)
		if (slots[i] && !(slots[i] & TC_SLOT_ALIAS))
			places[tc_slot_onset(slots[i])]
			      [tc_slot_rime(slots[i])] = (uint16_t)i;
}

static void fill_function(void)
{
	const unsigned n = sizeof tc_stopwords / sizeof *tc_stopwords;

	for (unsigned i = 0; i < n; i++) {
		struct word w = { .n = 0 };
		unsigned tone = 0;
		add_spelling(&w, tc_stopwords[i].exact, &tone);
		const unsigned at = find_slot(key_of(&w));
		must(at < TC_SLOTS, tc_stopwords[i].exact);
		function[at] |= (uint8_t)(1u << tone);
	}
}

static int key_cmp(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static void sort_bare(void)
{
	unsigned n = 0;

	qsort(bare, bare_count, sizeof *bare, key_cmp);
	for (unsigned i = 0; i < bare_count; i++)
		if (!i || bare[i] != bare[i - 1])
			bare[n++] = bare[i];
	bare_count = n;
}

static unsigned bare_number(uint64_t key)
{
	const uint64_t *const at = bsearch(&key, bare, bare_count,
					   sizeof *bare, key_cmp);

	must(at != NULL, "a syllable has no bare form");
	return (unsigned)(at - bare);
}

static void choose(struct forms *f, unsigned form)
{
	unsigned i = f->chosen;

	while (i < f->n && f->v[i] != form)
		i++;
	if (i == f->n)
		return;
	f->v[i] = f->v[f->chosen];
	f->v[f->chosen++] = (uint16_t)form;
}

/* What there is of each bare form, the words that are written most first. */
static void fill_forms(void)
{
	for (unsigned i = 0; i < TC_SLOTS; i++) {
		if (!slots[i] || slots[i] & TC_SLOT_ALIAS)
			continue;
		struct forms *const f = &forms[bare_number(
			bare_key(slots[i] & TC_SLOT_KEY))];
		for (unsigned tone = 0; tone < 6; tone++)
			if (tc_slot_takes(slots[i], tone))
				f->v[f->n++] = (uint16_t)(i << 3 | tone);
		must(f->n < 60, "too many forms");
	}
	for (const char *p = tc_common_syllables; *p;) {
		struct word w = { .n = 0 };
		unsigned tone = 0;
		char one[32];
		const size_t n = strcspn(p, " ");
		must(n < sizeof one, p);
		memcpy(one, p, n);
		one[n] = '\0';
		add_spelling(&w, one, &tone);
		const unsigned at = find_slot(key_of(&w));
		must(at < TC_SLOTS, one);
		choose(&forms[bare_number(bare_key(key_of(&w)))],
		       at << 3 | tone);
		p += n + 1;
	}
}

static void print_bare(void)
{
	printf("const uint64_t tc_syllable_bare[] = {\n");
	for (unsigned i = 0; i < bare_count; i++)
		printf("\t%lluu,\n", (unsigned long long)bare[i]);
	printf("};\nconst unsigned tc_syllable_bare_count = %u;\n\n",
	       bare_count);
}

static unsigned form_of(unsigned slot, unsigned tone)
{
	unsigned i = 0;

	if (!slots[slot])
		return TC_FORMS;
	const struct forms *const f = &forms[bare_number(
		bare_key(slots[slot] & TC_SLOT_KEY))];
	while (i < f->n && f->v[i] != (slot << 3 | tone))
		i++;
	return i < f->n && i < TC_FORMS ? i : TC_FORMS;
}

static unsigned length_of(uint64_t slot, unsigned tone)
{
	const uint64_t key = slot & TC_SLOT_KEY;
	const unsigned letters = tc_key_letters(key);
	/* counted from the last letter */
	const unsigned toned = letters - 1 - tc_slot_position(slot);
	unsigned n = 0;

	for (unsigned i = 0; i < letters; i++)
		n += tc_letter_bytes[key >> i * TC_LETTER_BITS & 63]
				    [i == toned ? tone : 0].n;
	return n;
}

static void print_lengths(void)
{
	unsigned n = 0;

	printf("const uint8_t tc_syllable_lengths[] = {");
	for (unsigned i = 0; i < bare_count; i++)
		for (unsigned k = 0; k < forms[i].n && k < TC_FORMS; k++)
			printf("%s%u,", n++ % 32 ? "" : "\n\t",
			       length_of(slots[forms[i].v[k] >> 3],
					 forms[i].v[k] & 7));
	printf("\n};\n\n");
}

static void print_forms(void)
{
	unsigned n = 0;

	printf("const uint16_t tc_syllable_forms[] = {");
	for (unsigned i = 0; i < bare_count; i++)
		for (unsigned k = 0; k < forms[i].n && k < TC_FORMS; k++)
			printf("%s%u,", n++ % 16 ? "" : "\n\t",
			       forms[i].v[k]);
	printf("\n};\n\nconst uint16_t tc_syllable_first[] = {");
	n = 0;
	for (unsigned i = 0; i <= bare_count; i++) {
		printf("%s%u,", i % 16 ? "" : "\n\t", n);
		n += forms[i].n < TC_FORMS ? forms[i].n : TC_FORMS;
	}
	printf("\n};\n\nconst uint8_t tc_syllable_form[TC_SLOTS][8] = {");
	for (unsigned i = 0; i < TC_SLOTS; i++) {
		printf("%s{", i % 4 ? "" : "\n\t");
		for (unsigned tone = 0; tone < 8; tone++)
			printf("%u,", form_of(i, tone));
		printf("},");
	}
	printf("\n};\n\nconst uint16_t tc_syllable_numbers[TC_SLOTS] = {");
	for (unsigned i = 0; i < TC_SLOTS; i++)
		printf("%s%u,", i % 16 ? "" : "\n\t",
		       slots[i] ? bare_number(bare_key(slots[i] & TC_SLOT_KEY)) :
				  0);
	printf("\n};\n\n");
}

static void print_places(void)
{
	printf("const uint16_t tc_syllable_places[TC_ONSETS][TC_RIMES] = {\n");
	for (unsigned o = 0; o < TC_ONSETS; o++) {
		printf("\t{");
		for (unsigned r = 0; r < TC_RIMES; r++)
			printf("%u,", places[o][r]);
		printf("},\n");
	}
	printf("};\n");
}

int main(void)
{
	for (unsigned o = 0; o < TC_ONSETS; o++)
		for (unsigned r = 0; r < TC_RIMES; r++)
			add_syllable(o, r);
	add_aliases();
	place_all();
	fill_places();
	fill_function();
	sort_bare();
	fill_forms();
	printf("/* Made by gen-syllable.c. */\n#include \"config.h\"\n"
	       "#include \"text/syllable-table.h\"\n\n"
	       "const uint64_t tc_syllable_slots[TC_SLOTS] = {\n");
	for (unsigned i = 0; i < TC_SLOTS; i++)
		printf("\t%lluu,\n", (unsigned long long)slots[i]);
	printf("};\n\nconst uint16_t tc_syllable_shifts[TC_BUCKETS] = {");
	for (unsigned i = 0; i < TC_BUCKETS; i++)
		printf("%s%u,", i % 16 ? "" : "\n\t", shifts[i]);
	printf("};\n\nconst uint8_t tc_syllable_function[TC_SLOTS] = {");
	for (unsigned i = 0; i < TC_SLOTS; i++)
		printf("%s%u,", i % 24 ? "" : "\n\t", function[i]);
	printf("\n};\n\n");
	print_bare();
	print_lengths();
	print_forms();
	print_places();
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
