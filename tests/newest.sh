#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A page of the newest is what a list of all matches has in its place, though
# it looks at a part of them: whatever came later, was deleted, has no date or
# shares one.
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
db=$scratch/archive

# pages FROM TO STEP: five a day, the higher the older; from 1300 on without a
# date.  STEP mixes them.  One in forty is the story of the one before.
pages() {
	awk -v from="$1" -v to="$2" -v step="$3" 'BEGIN {
		split("làm đường,trồng rừng,nuôi tôm,xây cầu,dạy nghề,giữ đê,bán chè", work, ",")
		n = to - from + 1
		for (k = 0; k < n; k++) {
			i = from + k * step % n
			story = i % 40 == 1 ? i - 1 : i
			day = 2000 - 5 * int(i / 5)
			printf "{\"url\":\"http://bao.vn/%d\",\"title\":\"Thôn số %d họp\",", i, i
			if (i < 1300 || i >= 1340)
				printf "\"date\":\"%04d-%02d-%02d\",", 2015 + int(day / 336), int(day / 28) % 12 + 1, day % 28 + 1
			printf "\"body\":\""
			if (story != i)
				printf "Tin từ cơ sở gửi về tòa soạn số %d hôm qua.\\n", i
			for (p = 1; p <= 3; p++)
				printf "Hộ %dx%d của thôn %d góp %d công %s, đoạn %d dài %d mét, còn tổ %d hẹn sau vụ gặt thứ %d sẽ xong.\\n", story, p, story, story * p % 89, work[story * p % 7 + 1], story * 7 + p, story * 13 % 97 + p, story * p % 31, story % 11
			if (story % 2)
				printf "Thôn %d học Nghị quyết số 21-NQ/TW lần thứ %d", story, story % 9
			if (story % 7 == 0)
				printf " và Chỉ thị số 05-CT/TW cùng hộ %d", story
			print ".\"}"
		}
	}'
}

quiet_import() {
	"$import" --quiet --db "$db" "$@" >"$scratch/out" 2>&1 ||
		comment "$scratch/out"
}

ids() {
	"$tracuu" --no-config --db "$db" --format=ids "$@"
}

page() {
	"$tracuu" --no-config --db "$db" --format=json "$@" |
		jq -r '.hits[].id'
}

in_time() {
	page --timeout-ms=60000 "$@"
}

# Pages of several sizes and places are those of the whole list: of all
# articles, and of stories.
# is_cut QUERY... (with its options)
is_cut() {
	for list in ids page in_time; do
		$list --limit=10000 "$@" >"$scratch/all"
		[ -s "$scratch/all" ] || echo nothing >"$scratch/cut"
		for cut in 10,0 3,7 25,333 50,900; do
			limit=${cut%,*} offset=${cut#*,}
			$list --limit="$limit" --offset="$offset" "$@" \
				>>"$scratch/cut"
			tail -n +"$((offset + 1))" "$scratch/all" |
				head -n "$limit" >>"$scratch/wanted"
		done
	done
	if cmp -s "$scratch/cut" "$scratch/wanted"; then
		pass "$state: $*"
	else
		fail "$state: $*"
		diff "$scratch/cut" "$scratch/wanted" | head | comment
	fi
	rm "$scratch/cut" "$scratch/wanted"
}

all_are_cut() {
	is_cut so:21-NQ/TW --sort=date
	is_cut 'so:05-CT/TW OR so:21-NQ/TW' --sort=date --no-collapse
	is_cut 'họp thôn' --sort=date --to=2019-06
	is_cut '"trồng rừng" ngay:2017..' --sort=date
	is_cut 'nuôi tôm dạy nghề' --sort=date --match=any
	is_cut nguon:bao.vn
	is_cut --undated
}

# Facets of what every article has, of a page that looks at few.
all_are_counted() {
	is "$state: facets" "$("$tracuu" --no-config --db "$db" --limit=1 \
		--sort=date --format=json --facets=type "$@" họp |
		jq '.total.value')" "$(ids họp | wc -l)"
}

total() {
	"$tracuu" --no-config --db "$db" --format=json "$@" |
		jq -c '[.total.value, .total.exact]'
}

state='in order'
pages 1 1339 1 >"$scratch/first.jsonl"
quiet_import "$scratch/first.jsonl"
all_are_cut
all_are_counted
most='làm OR trồng OR nuôi'
is 'behind a page no more are counted than for any' \
	"$(total --sort=date "$most")" '[1000,false]'
is 'though there are more' "$(ids "$most" | wc -l)" 1148
is 'what the index knows is exact' "$(total nguon:bao.vn)" '[1339,true]'

state='others behind them, some deleted'
pages 1340 1500 37 >"$scratch/more.jsonl"
quiet_import "$scratch/more.jsonl"
# shellcheck disable=SC2046
quiet_import --delete $(ids --limit=10000 so:05-CT/TW | awk 'NR % 5 == 1')
all_are_cut
all_are_counted
all_are_counted --timeout-ms=60000

done_testing
