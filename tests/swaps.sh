#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Readers see no gap: questions without a pause while imports commit and
# generations are swapped, and every one is answered.
#
# SWAPS_ROUNDS: swaps, each after ten commits (make proofs: 50)
# SWAPS_QUERIES: questions at least (make proofs: 100000)
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
db=$scratch/archive
pages=$scratch/pages
rounds=${SWAPS_ROUNDS:-3}
queries=${SWAPS_QUERIES:-300}
mkdir "$pages"

page() {
	cat >"$pages/$1.txt" <<END
Chi bộ thôn số $1 họp thường kỳ lần $2

Ngày 15/5/2024, Chi bộ thôn số $1 tổ chức sinh hoạt lần $2 về nạo vét kênh
mương thôn $1, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.
Dự buổi sinh hoạt của thôn số $1 có đồng chí bí thư đảng ủy xã cùng toàn thể
đảng viên trong chi bộ thôn $1.

Sau khi nghe báo cáo, đảng viên thôn $1 đã thảo luận và thống nhất nhiều việc
phải làm ngay trong quý tới, trong đó thôn $1 đắp bờ vùng cánh đồng.
END
}

# Ends when the writer is done and enough was asked.
ask() {
	asked=0
	while [ "$asked" -lt "$queries" ] || [ ! -e "$scratch/written" ]; do
		asked=$((asked + 1))
		echo "$asked" >"$scratch/asked"
		"$tracuu" --db "$db" --format=ids 'nạo vét' \
			>"$scratch/ids" 2>"$scratch/said" &&
			found=$(wc -l <"$scratch/ids") &&
			[ "$found" -eq 4 ] && continue
		cat "$scratch/ids" "$scratch/said" >>"$scratch/unanswered"
		echo x >>"$scratch/failed"
	done
}

# Waits until this round's share of the questions was asked, so that they are
# spread over all commits and swaps.  The file is empty as it is written.
wait_for_questions() {
	while so_far=$(cat "$scratch/asked")
	      [ "${so_far:-0}" -lt $((queries * $1 / rounds)) ]; do
		kill -0 "$asking" || return 0
		sleep 0.05
	done
}

write() {
	round=0 commits=0
	while [ "$round" -lt "$rounds" ]; do
		round=$((round + 1))
		i=0
		while [ $((i += 1)) -le 10 ]; do
			page $((i % 4 + 1)) "$round.$i"
			"$import" --quiet --db "$db" "$pages" &&
				commits=$((commits + 1))
		done
		"$import" --quiet --db "$db" --rebuild --from-archive &&
			swaps=$((swaps + 1))
		wait_for_questions "$round"
	done 2>>"$scratch/wrong"
}

for i in 1 2 3 4; do
	page $i 0
done
"$import" --quiet --db "$db" "$pages"
touch "$scratch/failed"
ask &
asking=$!
swaps=0
write
touch "$scratch/written"
wait "$asking"
asked=$(cat "$scratch/asked")
is "$asked questions meanwhile: none failed" "$(wc -l <"$scratch/failed")" 0
[ ! -s "$scratch/failed" ] || sort "$scratch/unanswered" | uniq -c | comment
is 'every import went through, and every rebuild' "$commits $swaps" \
	"$((10 * rounds)) $rounds"
[ ! -s "$scratch/wrong" ] || comment "$scratch/wrong"
is 'the commits are the last ones' \
	"$("$tracuu" --db "$db" --format=ids "\"lần $rounds.10\"" | wc -l)" 1
is 'the generation is that of the last swap' \
	"$(cat "$db/XAPIANDB")" "auto gen-$(printf %04d $((rounds + 1)))"
done_testing
