#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Batches that come one after the other, are changed and taken away again,
# make the archive that one import of the same makes: furniture and
# near-duplicates depend on what is there, never on the way to it.
. "${srcdir:-.}/tests/lib.sh"

# pages FROM TO [OTHER]: articles of three sites.  One in ten is the story of
# the article five before, with another lead; each site has its own call, the
# second one in few articles, the third one's in small variants.  OTHER makes
# another text of it.
pages() {
	awk -v from="$1" -v to="$2" -v other="${3-}" 'BEGIN {
		split("làm đường,trồng rừng,nuôi tôm,xây cầu,dạy nghề,giữ đê,bán chè", work, ",")
		for (i = from; i <= to; i++) {
			story = i % 10 == 5 ? i - 5 : i
			s = i % 3
			printf "{\"url\":\"http://bao-%d.vn/%d\",\"title\":\"Thôn số %d họp%s\",\"date\":\"2024-03-05\",\"body\":\"", s, i, i, other
			if (story != i)
				printf "Tin từ cơ sở gửi về tòa soạn số %d hôm qua.\\n", i
			for (p = 1; p <= 4; p++)
				printf "Hộ %dx%d%s của thôn %d góp %d công %s, đoạn %d dài %d mét, còn tổ %d hẹn sau vụ gặt thứ %d sẽ xong.\\n", story, p, other, story, story * p % 89, work[story * p % 7 + 1], story * 7 + p, story * 13 % 97 + p, story * p % 31, story % 11
			if (s == 0 || (s == 1 && i % 4 == 0))
				printf "Mời bạn đọc gửi tin về tòa soạn báo số %d", s
			if (s == 2)
				printf "Bà con có chuyện hay xin kể với tổ tin số 2%s", i % 2 ? "." : " !"
			print "\"}"
		}
	}'
}

quiet_import() {
	"$import" --quiet "$@" >"$scratch/out" 2>&1 || comment "$scratch/out"
}

# state DB: articles with what was cut, their copies, and what was learnt
state() {
	"$import" --db "$1" --dump | jq -cS 'select(.id) | del(.sources, .states)' |
		sort
	for id in $("$tracuu" --db "$1" --format=ids --limit=1000 họp | sort)
	do
		"$tracuu" show --db "$1" --format=json "$id" |
			jq -c '[.id, ([.copies[].id] | sort)]'
	done
	"$import" --db "$1" --report=furniture --json
}

mkdir "$scratch/in"
cd "$scratch/in" || exit 1
pages 1 60 >all.jsonl
quiet_import --db ../one all.jsonl
state ../one >../one.state

same_state() {
	state "$2" >../other.state
	if cmp -s ../one.state ../other.state; then
		pass "$1"
	else
		fail "$1"
		diff ../one.state ../other.state | head -n 20 |
			cut -c 1-300 | comment
	fi
}

expect_output 'there are furniture and near-duplicates to speak of' sh -c \
	'grep -c "\"why\"" ../one.state; grep -c "\",\[\"" ../one.state' <<'END'
3
10
END

# The last ones first, by five.
for i in 56 51 46 41 36 31 26 21 16 11 6 1; do
	pages $i $((i + 4)) >"part-$i.jsonl"
	quiet_import --db ../batches "part-$i.jsonl"
done
same_state 'twelve batches, the last first' ../batches

for i in 1 31; do
	pages $i $((i + 29)) >"half-$i.jsonl"
	quiet_import --db ../shards --shards=3 "half-$i.jsonl"
done
same_state 'two batches into three shards' ../shards

# What comes again with its own text after it had another.
pages 1 20 >first.jsonl
pages 21 40 ' khác' >second.jsonl
pages 41 60 >third.jsonl
quiet_import --db ../changed first.jsonl second.jsonl
quiet_import --db ../changed third.jsonl
pages 21 40 >second.jsonl
quiet_import --db ../changed second.jsonl
same_state 'a third of it changed meanwhile' ../changed

# What was there for a time.
pages 1 75 >more.jsonl
quiet_import --db ../gone --missing=delete more.jsonl
pages 1 60 >more.jsonl
quiet_import --db ../gone --missing=delete more.jsonl
same_state 'a fifth of it deleted meanwhile' ../gone

# ---- full blocks ----

# tables DB: bytes of those of the live generation
tables() {
	find "$1/$(sed -n '1s/^auto \(gen-[0-9]*\).*/\1/p' "$1/XAPIANDB")" \
		-name '*.glass' -printf '%s\n' |
		awk '{ sum += $1 } END { print sum }'
}

# full_blocks DB: what is settled before it is merged leaves none half empty;
# each table of each shard may have one more
full_blocks() {
	was=$(tables "../$1")
	quiet_import --db "../$1" --compact
	now=$(tables "../$1")
	if [ "$now" -gt 0 ] &&
	   [ "$was" -le $((now + 3 * ${3-1} * 8192)) ]; then
		pass "$2"
	else
		fail "$2: $was bytes, compacted $now"
	fi
}
: >none.jsonl
quiet_import --db ../empty none.jsonl
quiet_import --db ../empty all.jsonl
cp -r ../one ../rebuilt
cp -r ../one ../reread
"$import" --db ../one --dump >../one.dump
full_blocks one 'a first import is as small as it can be'
full_blocks empty 'so is one into an archive that was empty'
quiet_import --db ../rebuilt --rebuild all.jsonl
full_blocks rebuilt 'so is a rebuild'
quiet_import --db ../reread --rebuild --from-archive --shards=3
full_blocks reread 'and one from the stored articles, in three shards' 3
quiet_import --db ../restored --restore=../one.dump
full_blocks restored 'and what is restored from a dump'

done_testing
