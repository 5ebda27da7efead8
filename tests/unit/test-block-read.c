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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_block_is_its_own),
		cmocka_unit_test(a_number_that_was_closed_is_another_file),
		cmocka_unit_test(what_is_written_is_seen_by_the_writer),
		cmocka_unit_test(what_is_cut_off_is_not_made_up),
	};

	tc_block_read_check();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
