/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/block-sums.h"

#include "base/file.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MAX ((size_t)1 << 30)
#define MAGIC_BEFORE "tracuu block sums 1\n"

const char *const tc_block_tables[TC_BLOCK_TABLES] = {
	"postlist.glass", "docdata.glass", "position.glass", "spelling.glass",
	"synonym.glass", "termlist.glass",
};

uint32_t tc_block_revision(const void *block)
{
	const uint8_t *p = block;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

/* Fletcher's sums, as ZFS takes them: of every fourth word, and of these sums,
 * so that order counts.  A search takes them of each block that it reads, and
 * additions that wait for nobody take a third of the time of tc_str_sum(); two
 * side by side (GCC's vectors) for each half of the block, half of that. */
typedef uint64_t words __attribute__((vector_size(2 * sizeof(uint64_t))));

struct fletcher {
	words sum, sums;
};

static inline void fletcher_add(struct fletcher *f, const char *p)
{
	uint64_t word[2];

	memcpy(word, p, sizeof word);
	f->sum += (words){ le64toh(word[0]), le64toh(word[1]) };
	f->sums += f->sum;
}

/* As if what b has seen had followed on what a has, in `steps` steps. */
static struct fletcher fletcher_join(struct fletcher a, struct fletcher b,
				     uint64_t steps)
{
	return (struct fletcher){ a.sum + b.sum,
				  a.sums + a.sum * steps + b.sums };
}

static uint64_t add_both(uint64_t sum, struct fletcher f)
{
	for (int i = 0; i < 2; i++)
		sum = tc_sum_add(tc_sum_add(sum, f.sum[i]), f.sums[i]);
	return sum;
}

uint32_t tc_block_sum(const void *block)
{
	enum { STEP = 4 * sizeof(uint64_t), HALF = TC_BLOCK_SIZE / 2 };
	struct fletcher a[2] = { 0 }, b[2] = { 0 };	/* of either half */

	for (const char *p = block, *end = p + HALF; p < end; p += STEP) {
		fletcher_add(&a[0], p);
		fletcher_add(&a[1], p + STEP / 2);
		fletcher_add(&b[0], p + HALF);
		fletcher_add(&b[1], p + HALF + STEP / 2);
	}
	uint64_t sum = 0;
	for (int i = 0; i < 2; i++)
		sum = add_both(sum, fletcher_join(a[i], b[i], HALF / STEP));
	return (uint32_t)(sum ^ sum >> 32);
}

uint32_t tc_block_sum_get(const char *p)
{
	uint32_t sum;

	memcpy(&sum, p, sizeof sum);
	return le32toh(sum);
}

void tc_block_sum_put(struct tc_buf *out, uint32_t sum)
{
	sum = htole32(sum);
	tc_buf_add(out, &sum, sizeof sum);
}

bool tc_block_line(struct tc_str *rest, struct tc_str *word, uint64_t *number)
{
	struct tc_str line;
	char digits[24];

	if (!tc_str_split(rest, '\n', &line) ||
	    !tc_str_split(&line, ' ', word) || !line.n ||
	    line.n >= sizeof digits)
		return false;
	memcpy(digits, line.p, line.n);
	digits[line.n] = '\0';
	char *end;
	*number = strtoull(digits, &end, 10);
	return !*end;
}

void tc_block_sums_release(struct tc_block_sums *s)
{
	tc_buf_release(&s->path);
	tc_buf_release(&s->text);
}

static bool parse_sums(struct tc_block_sums *s)
{
	struct tc_str rest = tc_buf_str(&s->text), word;
	uint64_t n;

	if (rest.n < TC_BLOCK_SUM_SIZE)
		return false;
	rest.n -= TC_BLOCK_SUM_SIZE;
	if (tc_block_sum_get(rest.p + rest.n) !=
		    (uint32_t)tc_str_sum(rest) ||
	    !tc_str_split(&rest, '\n', &word) ||
	    !tc_str_is(word, TC_BLOCK_SUMS_MAGIC) ||
	    !tc_block_line(&rest, &word, &s->revision))
		return false;
	while (tc_block_line(&rest, &word, &n) && n <= rest.n / TC_BLOCK_SUM_SIZE) {
		for (size_t i = 0; i < TC_BLOCK_TABLES; i++)
			if (tc_str_is(word, tc_block_tables[i]))
				s->of[i] = tc_str(rest.p, n * TC_BLOCK_SUM_SIZE);
		rest = tc_str_from(rest, n * TC_BLOCK_SUM_SIZE);
	}
	return true;
}

int tc_block_sums_read(struct tc_block_sums *s, const char *database,
		       struct tc_error *err)
{
	tc_buf_printf(&s->path, "%s/" TC_BLOCK_SUMS_FILE, database);
	if (!tc_file_exists(s->path.p))
		return 0;
	if (tc_file_read(s->path.p, FILE_MAX, &s->text, err) != 0)
		return -1;
	if (tc_str_starts(tc_buf_str(&s->text), TC_STR(MAGIC_BEFORE)))
		return 0;
	return parse_sums(s) ? 1 :
		tc_fail(err, TC_E_INPUT, "'%s' is not what was written",
			s->path.p);
}
