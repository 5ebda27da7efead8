/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Blocks that are kept for a moment are those of the file that is open. */
#include "config.h"

#include "unit.h"

#include "index/block-read.h"
#include "index/block-sums.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define BLOCKS 9

static void fill(int fd, int block, int with)
{
	char bytes[TC_BLOCK_SIZE];

	memset(bytes, with, sizeof bytes);
	assert_int_equal(sizeof bytes,
			 pwrite(fd, bytes, sizeof bytes,
				block * (off_t)sizeof bytes));
}

/* A file without a name, each block filled with its number and `plus`. */
static int make_file(int plus, int *writer)
{
	char path[] = "/tmp/tracuu-blocks-XXXXXX";

	*writer = mkstemp(path);
	assert_true(*writer >= 0);
	const int fd = open(path, O_RDONLY);
	assert_true(fd >= 0);
	unlink(path);
	for (int i = 0; i < BLOCKS; i++)
		fill(*writer, i, plus + i);
	return fd;
}

static char first_of(int fd, int block)
{
	char bytes[TC_BLOCK_SIZE];

	assert_int_equal(sizeof bytes,
			 pread(fd, bytes, sizeof bytes,
			       block * (off_t)sizeof bytes));
	assert_memory_equal(bytes, bytes + 1, sizeof bytes - 1);
	return bytes[0];
}

static void each_block_is_its_own(void **state)
{
	int wa, wb;
	const int a = make_file(0, &wa), b = make_file(100, &wb);

	(void)state;
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < BLOCKS; i++)
			for (int back = i; back >= 0 && back > i - 3; back--) {
				assert_int_equal(back, first_of(a, back));
				assert_int_equal(100 + back,
						 first_of(b, back));
			}
	close(a);
	close(b);
	close(wa);
	close(wb);
}

static void a_number_that_was_closed_is_another_file(void **state)
{
	int wa, wb;
	const int a = make_file(0, &wa);

	(void)state;
	assert_int_equal(3, first_of(a, 3));
	close(wa);
	close(a);
	const int b = make_file(50, &wb);
	assert_true(b == a || wb == a);
	assert_int_equal(53, first_of(b, 3));
	assert_int_equal(53, first_of(wb, 3));
	close(b);
	close(wb);
}

/* One state of the file is read, but for who writes it. */
static void what_is_written_is_seen_by_the_writer(void **state)
{
	int writer;
	const int fd = make_file(0, &writer);

	(void)state;
	assert_int_equal(2, first_of(fd, 2));
	assert_int_equal(2, first_of(writer, 2));
	fill(writer, 2, 77);
	assert_int_equal(2, first_of(fd, 2));
	assert_int_equal(77, first_of(writer, 2));
	close(fd);
	close(writer);
}

static void what_is_cut_off_is_not_made_up(void **state)
{
	char bytes[TC_BLOCK_SIZE];
	int writer;
	const int fd = make_file(0, &writer);

	(void)state;
	assert_int_equal(0, ftruncate(writer, TC_BLOCK_SIZE + 10));
	for (int i = 0; i < 2; i++)
		assert_int_equal(10, pread(fd, bytes, sizeof bytes,
					   TC_BLOCK_SIZE));
	assert_int_equal(0, first_of(fd, 0));
	close(fd);
	close(writer);
	assert_int_equal(-1, pread(fd, bytes, sizeof bytes, 0));
}

/* The sums of four lanes, a word after another, as archives hold them. */
static uint32_t slow_sum(const unsigned char *block)
{
	uint64_t sum = 0;

	for (int lane = 0; lane < 4; lane++) {
		uint64_t words = 0, sums = 0, word;
		for (size_t at = 8 * lane; at < TC_BLOCK_SIZE; at += 32) {
			word = 0;
			for (int i = 7; i >= 0; i--)
				word = word << 8 | block[at + i];
			words += word;
			sums += words;
		}
		sum = tc_sum_add(tc_sum_add(sum, words), sums);
	}
	return (uint32_t)(sum ^ sum >> 32);
}

static void a_sum_is_what_it_always_was(void **state)
{
	unsigned char block[TC_BLOCK_SIZE];
	uint32_t random = 1;

	(void)state;
	for (int round = 0; round < 20; round++) {
		for (size_t i = 0; i < sizeof block; i++) {
			random = random * 1664525 + 1013904223;
			block[i] = (unsigned char)(random >> 24);
		}
		uint32_t sum = tc_block_sum(block);
		assert_int_equal(slow_sum(block), sum);
		block[random % sizeof block] ^= 1;
		assert_int_not_equal(sum, tc_block_sum(block));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_block_is_its_own),
		cmocka_unit_test(a_number_that_was_closed_is_another_file),
		cmocka_unit_test(what_is_written_is_seen_by_the_writer),
		cmocka_unit_test(a_sum_is_what_it_always_was),
		cmocka_unit_test(what_is_cut_off_is_not_made_up),
	};

	tc_block_read_check();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
