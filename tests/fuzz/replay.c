/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Runs a fuzz target where no fuzz engine is there: over files as they are,
 * and over mutations of them that are the same in every run.
 *
 *	fuzz-TARGET [-mutations=N] FILE...
 */
#include "config.h"

#include "base/error.h"
#include "base/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)64 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t state = 88172645463325252u;	/* xorshift64 */

static uint64_t draw(uint64_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % below;
}

/* Pieces that the grammars of facts look at. */
static const char *const pieces[] = {
	"/", "-", "–", ".", ",", " ", "\n", "(", ")", "số ", "ngày ", "0", "1",
	"99", "2023", "-NQ/TW", "/NĐ-CP", "TW", "khóa XI, XII", "Chi bộ ",
	"Đảng ủy ", "xã ", "và ", "thuộc ", "trực thuộc ", "năm ", "tháng ",
	"quý ", "đến ", "Nghị quyết ", "Trung ương 4 ", "\xCC\x81", "\xF0",
	"Bí thư ", "các ", "CHI BỘ ",
};

static void mutate(struct tc_str in, struct tc_buf *out)
{
	const size_t count = sizeof pieces / sizeof *pieces;
	size_t cuts = 1 + (size_t)draw(8);
	size_t at = 0;

	tc_buf_clear(out);
	for (size_t i = 0; i < cuts && at < in.n; i++) {
		size_t n = (size_t)draw(in.n - at + 1);
		tc_buf_add(out, in.p + at, n);
		at += n;
		switch (draw(3)) {
		case 0:
			tc_buf_puts(out, pieces[draw(count)]);
			break;
		case 1: /* leave some out */
			at += (size_t)draw(16);
			break;
		default: /* repeat some */
			at -= at < 16 ? 0 : (size_t)draw(16);
		}
	}
	if (at < in.n)
		tc_buf_add(out, in.p + at, in.n - at);
}

static int run_file(const char *path, unsigned long mutations)
{
	TC_SCOPED_BUF bytes = { 0 }, other = { 0 };
	struct tc_error err;

	if (tc_file_read(path, FILE_MAX, &bytes, &err) != 0) {
		fprintf(stderr, "replay: %s\n", err.message);
		return 1;
	}
	LLVMFuzzerTestOneInput((const uint8_t *)tc_buf_cstr(&bytes), bytes.n);
	for (unsigned long i = 0; i < mutations && bytes.n; i++) {
		mutate(tc_buf_str(&bytes), &other);
		LLVMFuzzerTestOneInput((const uint8_t *)tc_buf_cstr(&other),
				       other.n);
	}
	return 0;
}

int main(int argc, char **argv)
{
	unsigned long mutations = 0;
	int bad = 0;

	for (int i = 1; i < argc; i++) {
		if (sscanf(argv[i], "-mutations=%lu", &mutations) == 1)
			continue;
		bad |= run_file(argv[i], mutations);
	}
	return bad;
}
