/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "config.h"

#include "index/line-marks.h"

#include <endian.h>

#define CUT 1u
#define EDGE 2u
#define HASH_SHIFT 2

uint32_t tc_line_hash(uint64_t key)
{
	uint32_t hash = (uint32_t)key >> HASH_SHIFT;

	return hash ? hash : 1;
}

uint32_t tc_line_host_hash(uint64_t host)
{
	return (uint32_t)(host ^ host >> 32);
}

static void put_number(struct tc_buf *out, uint32_t n)
{
	n = htole32(n);
	tc_buf_add(out, &n, sizeof n);
}

static uint32_t number_at(struct tc_str packed, size_t i)
{
	uint32_t n;

	memcpy(&n, packed.p + i * sizeof n, sizeof n);
	return le32toh(n);
}

void tc_line_marks_put(const struct tc_learn_lines *lines, struct tc_buf *out)
{
	bool others = false;

	put_number(out, tc_line_host_hash(lines->host));
	for (size_t i = 0; i < lines->n; i++) {
		const struct tc_learn_line *l = &lines->v[i];
		others |= !l->key;
		if (l->key && !l->again)
			put_number(out, tc_line_hash(l->key) << HASH_SHIFT |
						(l->edge ? EDGE : 0) |
						(l->cut ? CUT : 0));
	}
	if (others)
		put_number(out, 0);
}

bool tc_line_marks_get(struct tc_str value, struct tc_line_marks *out)
{
	if (!value.n || value.n % sizeof(uint32_t))
		return false;
	*out = (struct tc_line_marks){
		.host = number_at(value, 0),
		.packed = tc_str_from(value, sizeof(uint32_t)),
		.n = value.n / sizeof(uint32_t) - 1,
	};
	return true;
}

struct tc_line_mark tc_line_marks_at(const struct tc_line_marks *m, size_t i)
{
	uint32_t mark = number_at(m->packed, i);

	return (struct tc_line_mark){ .hash = mark >> HASH_SHIFT,
				      .edge = mark & EDGE,
				      .cut = mark & CUT };
}

uint32_t tc_line_marks_order(const struct tc_line_marks *m)
{
	uint32_t h = m->host;

	for (size_t i = 0; i < m->n; i++)
		h = (h ^ (number_at(m->packed, i) & ~CUT)) * 0x9E3779B1u;
	return h ^ h >> 15;
}
