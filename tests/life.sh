#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The life of an archive: imported, changed, rebuilt, rolled back, taken down
# from, moved, while somebody asks it all the time.  Every count is checked,
# and not one question may fail.
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
db=$scratch/archive
pages=$scratch/pages

# page NAME WORDS...: an article about them
page() {
	name=$1
	shift
	cat >"$pages/$name.txt" <<END
Chi bộ thôn $name sinh hoạt chuyên đề

Ngày 15/5/2024, Chi bộ thôn $name tổ chức sinh hoạt chuyên đề về $*, quán
triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị. Dự buổi sinh hoạt
có đồng chí bí thư đảng ủy xã cùng toàn thể đảng viên trong chi bộ.

Sau khi nghe báo cáo, các đảng viên đã thảo luận và thống nhất nhiều việc phải
làm ngay trong quý tới, trong đó có việc $*.
END
}

count() {
	"$tracuu" --db "${2:-$db}" --format=json "$1" | jq .total.value
}

# counts DESCRIPTION "JQ OF THE COUNTS" WANTED ARGUMENT...
counts() {
	what=$1
	of=$2
	wanted=$3
	shift 3
	got=$("$import" --json --db "$db" "$@" 2>"$scratch/stderr" |
		jq -c "$of" 2>/dev/null)
	if [ "$got" = "$wanted" ]; then
		pass "$what"
	else
		fail "$what: $got, not $wanted"
		comment "$scratch/stderr"
	fi
}
all='[.captures, .imported, .replaced, .unchanged, .rejected]'

live() {
	sed 's/^auto gen-//' "$db/XAPIANDB"
}

mkdir "$pages"
for i in 1 2 3 4 5 6 7 8 9; do
	page "Thôn$i" "trồng lúa vụ $i"
done
page Bến 'nạo vét kênh mương'
echo >"$pages/rỗng.txt"

counts 'a first import' "$all" '[11,10,0,0,1]' "$pages"

# into an archive that is live and has nothing but a reject and a take-down
empty=$scratch/empty
taken=$("$tracuu" --db "$db" --format=ids '"lúa vụ 2"')
"$import" --quiet --db "$empty" "$pages/rỗng.txt" 2>/dev/null
"$import" --quiet --db "$empty" --takedown "$taken" --reason 'theo yêu cầu'
is 'an archive without articles' "$("$tracuu" --db "$empty" --format=json \
	count | jq .total.value)" 0
is 'is filled' "$("$import" --json --db "$empty" "$pages" | jq -c "$all")" \
	'[11,9,0,0,2]'
is 'as a generation of its own' "$(cat "$empty/XAPIANDB") $(ls "$empty" |
	grep -c -e gen -e build)" 'auto gen-0002 1'
dump() {
	"$import" --db "$1" --dump | grep '"type":"article"' | sort
}
is 'it has the same articles' "$(dump "$empty" | cksum)" \
	"$(dump "$db" | grep -v "$taken" | cksum)"
expect_exit 0 'and is whole' "$import" --db "$empty" --verify=all
counts 'nothing changed' "$all" '[11,0,0,10,1]' "$pages"

# known by size and time: what is in it is not looked at
cp -p "$pages/Bến.txt" "$scratch/kept"
tr 'k' 'h' <"$scratch/kept" >"$pages/Bến.txt"
touch -r "$scratch/kept" "$pages/Bến.txt"
counts 'the same size and time' "$all" '[11,0,0,10,1]' "$pages"
cp -p "$scratch/kept" "$pages/Bến.txt"

# somebody who asks all the time: an answer with the article that stays
stays=$("$tracuu" --db "$db" --format=ids 'nạo vét')
ask_all_the_time() {
	asked=0
	failed=0
	while [ ! -e "$scratch/enough" ]; do
		asked=$((asked + 1))
		answer=$("$tracuu" --db "$db" --format=ids 'nạo vét kênh' \
			2>>"$scratch/answers")
		if [ $? -ne 0 ] || [ "$answer" != "$stays" ]; then
			failed=$((failed + 1))
			echo "'$answer'" >>"$scratch/answers"
		fi
	done
	echo "$asked $failed" >"$scratch/asked"
}
ask_all_the_time &
asker=$!

# changes
page Thôn1 'chăn nuôi bò sữa'
counts 'a page has changed' "$all" '[11,0,1,9,1]' "$pages"
is 'the new text is found' "$(count 'bò sữa')" 1
is 'the old is not' "$(count '"lúa vụ 1"')" 0

# delete: until the next import
id=$("$tracuu" --db "$db" --format=ids '"lúa vụ 2"')
expect_exit 0 'an article is deleted' "$import" --db "$db" --delete "$id"
is 'it is gone' "$(count '"lúa vụ 2"')" 0
expect_exit 1 'it cannot be deleted twice' "$import" --db "$db" --delete "$id"
expect_error 2 'neither an id' 'what is no id' \
	"$import" --db "$db" --delete xyz
counts 'an import brings it back' "$all" '[11,1,0,9,1]' "$pages"

# take down: for good
expect_error 2 'reason' 'a take-down has a reason' \
	"$import" --db "$db" --takedown "$id"
expect_exit 0 'an article is taken down' \
	"$import" --db "$db" --takedown "$id" --reason 'theo yêu cầu'
counts 'an import rejects it' "$all" '[11,0,0,9,2]' "$pages"
is 'the reject says why' \
	"$(jq -r 'select(.reason == "taken-down").detail' "$db/rejects.jsonl")" \
	'theo yêu cầu'
cp "$pages/Thôn2.txt" "$pages/Thôn2-bản-sao.txt"
counts 'and the same text under another name' "$all" '[12,0,0,9,3]' "$pages"
rm "$pages/Thôn2-bản-sao.txt"

# captures that vanish
mv "$pages/Thôn9.txt" "$scratch"
counts 'a capture vanishes, its article stays' "$all" '[10,0,0,8,2]' "$pages"
is 'and is found' "$(count '"lúa vụ 9"')" 1
counts 'it is marked' .missing 1 --missing=mark "$pages"
is 'and reported' "$("$import" --db "$db" --json --report=missing |
	jq -r .source)" pages/Thôn9.txt
mv "$scratch/Thôn9.txt" "$pages"
counts 'it is back' .missing 0 --missing=mark "$pages"
is 'and no longer reported' "$("$import" --db "$db" --report=missing | wc -l)" 0
mv "$pages/Thôn9.txt" "$scratch"
counts 'it goes again, and its article with it' .missing 1 \
	--missing=delete "$pages"
is 'it is not found' "$(count '"lúa vụ 9"')" 0
mv "$scratch/Thôn9.txt" "$pages"
counts 'it comes back' "$all" '[11,1,0,8,2]' --missing=delete "$pages"
mkdir "$scratch/mount" "$scratch/mount/pages"
cp -p "$pages/Bến.txt" "$scratch/mount/pages"
expect_error 3 'is everything mounted' 'most of them vanish' \
	"$import" --quiet --db "$db" --missing=delete "$scratch/mount/pages"
rm "$scratch/mount/pages/Bến.txt"
expect_exit 0 'all of them vanish' \
	"$import" --quiet --db "$db" --missing=delete "$scratch/mount/pages"
counts 'not one article went' "$all" '[11,0,0,9,2]' "$pages"
expect_error 2 'keep, mark or delete' 'no other choice' \
	"$import" --db "$db" --missing=hide "$pages"

# generations
expect_output 'a rebuild from the captures' \
	"$import" --db "$db" --rebuild "$pages" <<'END'
generation 0002 is live: 9 articles
11 captures: 9 imported, 0 replaced, 0 unchanged, 0 duplicates, 2 rejected
END
is 'what was taken down stays out' "$(count '"lúa vụ 2"')" 0
expect_output 'a rebuild from the stored articles' \
	"$import" --db "$db" --rebuild --from-archive <<'END'
generation 0003 is live: 9 articles
END
is 'an old generation is kept' "$(cd "$db" && echo gen-*)" 'gen-0002 gen-0003'
counts 'nothing has changed since' "$all" '[11,0,0,9,2]' "$pages"
expect_output 'a roll back' "$import" --db "$db" --rollback <<'END'
generation 0002 is live: 9 articles
END
expect_output 'and forward' "$import" --db "$db" --rollback=3 <<'END'
generation 0003 is live: 9 articles
END
expect_error 1 'no generation' 'not to one that is not there' \
	"$import" --db "$db" --rollback=9
expect_output 'smaller tables' "$import" --db "$db" --compact \
	--keep-generations=2 <<'END'
generation 0004 is live: 9 articles
END
is 'two old generations are kept' "$(cd "$db" && echo gen-*)" \
	'gen-0002 gen-0003 gen-0004'
counts 'an import into them' "$all" '[11,0,0,9,2]' "$pages"

# a take-down between two generations
id=$("$tracuu" --db "$db" --format=ids '"lúa vụ 3"')
expect_exit 0 'another is taken down' \
	"$import" --db "$db" --takedown "$id" --reason 'đính chính'
expect_exit 0 'a roll back to where it was not yet' \
	"$import" --db "$db" --rollback=2
is 'it stays out' "$(count '"lúa vụ 3"')" 0
expect_exit 0 'it is let in again' "$import" --db "$db" --lift "$id"
counts 'and comes back' "$all" '[11,1,0,8,2]' "$pages"

# what must not become live
before=$(live)
printf 'nạo vét\t%s\t1\n"lúa vụ 4"\t%s\n' "$stays" "$stays" >"$db/golden.tsv"
expect_error 3 'golden.tsv:2' 'a golden query that fails' \
	"$import" --db "$db" --rebuild --from-archive
echo 'nạo vét' >"$db/golden.tsv"
expect_error 3 'golden.tsv:1' 'a golden query that is none' \
	"$import" --db "$db" --rebuild --from-archive
printf '# còn\nnạo vét\t%s\t1\n' "$stays" >"$db/golden.tsv"
mkdir "$scratch/few"
cp "$pages/Bến.txt" "$scratch/few"
expect_error 3 '--tolerance' 'a rebuild from a tenth of the captures' \
	"$import" --db "$db" --rebuild "$scratch/few"
expect_exit 3 'a rebuild from nowhere' \
	"$import" --db "$db" --quiet --rebuild "$scratch/no-such-place"
expect_error 2 '--from-archive' 'a rebuild from nothing' \
	"$import" --db "$db" --rebuild
is 'the live one stayed' "$(live)" "$before"
is 'and nothing half made' "$(find "$db" -name '*.building' | wc -l)" 0
mkdir "$db/gen-0007.building"
"$import" --db "$db" --rebuild --from-archive >"$scratch/actual" \
	2>"$scratch/stderr"
if grep -q 'found generation 0007 half made' "$scratch/stderr"; then
	pass 'a rebuild says what the last one left'
else
	fail 'a rebuild says what the last one left'
	comment "$scratch/stderr"
fi
is 'golden queries pass' "$(live)" 0005

# care
verdict() {
	"$import" --db "$db" --json "$@" 2>/dev/null |
		jq -c '[.articles, .damaged, .stale, .note]'
}
is 'all is well' "$(verdict --verify=all "$pages")" '[9,0,0,0]'
cp -p "$pages/Thôn9.txt" "$scratch/kept"
page Thôn9 'làm đường'
mv "$pages/Thôn8.txt" "$scratch"
is 'one capture has changed and one is gone' \
	"$(verdict --verify "$pages")" '[9,0,1,1]'
cp -p "$scratch/kept" "$pages/Thôn9.txt"
mv "$scratch/Thôn8.txt" "$pages"
expect_exit 3 'captures that cannot be read' \
	"$import" --db "$db" --verify "$scratch/nowhere"
cp -r "$pages" "$scratch/elsewhere"
is 'captures under another name are told so, once' \
	"$(verdict --verify "$scratch/elsewhere")" '[9,0,0,1]'
rm -r "$scratch/elsewhere"
printf 'symbol\tdate\n09-NQ/HU\t2021-03-02\n' >"$scratch/registry.tsv"
expect_output 'other rules are stale, and it says what mends that' \
	"$import" --db "$db" --verify --registry "$scratch/registry.tsv" <<END
stale: registry: articles were read with other rules than today's; mend with: tracuu-import --rebuild --from-archive --registry=$scratch/registry.tsv
generation 0005: 9 articles, 9 compared: 0 damaged, 1 stale, 0 notes
END
echo '{}' >"$db/gen-0005/manifest.json"
is 'a manifest edited by hand' "$(verdict --verify)" '[9,0,1,0]'
counts 'mended by an import' "$all" '[11,0,0,9,2]' "$pages"
is 'all is well again' "$(verdict --verify)" '[9,0,0,0]'
is 'what there is' "$("$import" --db "$db" --stats --json |
	jq -c '[.articles, .sources, .rejects, .takedowns]')" '[9,9,2,1]'
expect_error 2 '--verify=some' 'no other kind of check' \
	"$import" --db "$db" --verify=some

# dump and restore
lines() {
	"$import" --db "$1" --dump | sed -e 1d -e '$d'
}
expect_exit 0 'a dump' "$import" --db "$db" --dump="$scratch/dump"
mkfifo "$scratch/pipe"
timeout 20 cat "$scratch/pipe" >"$scratch/piped" &
expect_exit 0 'a dump into a pipe' \
	timeout 20 "$import" --db "$db" --dump="$scratch/pipe"
wait $!
is 'it is the same, and the pipe still one' \
	"$(cmp "$scratch/piped" "$scratch/dump" && [ -p "$scratch/pipe" ] && echo yes)" yes
expect_error 74 'cannot write' 'a dump into a directory' \
	"$import" --db "$db" --dump="$scratch"
"$import" --db "$scratch/copy" --restore "$scratch/dump" >"$scratch/actual"
is 'restored elsewhere' "$(cat "$scratch/actual")" \
	'generation 0001 is live: 9 articles'
lines "$db" >"$scratch/lines"
lines "$scratch/copy" >"$scratch/copied"
expect_exit 0 'it is the same, line for line' \
	cmp "$scratch/lines" "$scratch/copied"
is 'and answers' "$("$tracuu" --db "$scratch/copy" --format=ids 'nạo vét')" \
	"$stays"
is 'and still knows what was taken down' \
	"$("$import" --json --db "$scratch/copy" "$pages" 2>/dev/null |
		jq -c "$all")" '[11,0,0,9,2]'
expect_exit 0 'restored in its own place' \
	"$import" --db "$db" --restore "$scratch/dump"
is 'as another generation' "$(live)" 0006
counts 'nothing changed by it' "$all" '[11,0,0,9,2]' "$pages"
# what came under two addresses is known by both, ever after
mkdir "$scratch/twice"
for i in 1 2; do
	sed "s/.*/<p>&<\/p>/; 1s/.*/<title>Chi bộ sinh hoạt<\/title><link \
rel=canonical href=https:\/\/xa.example\/$i.html><h1>Chi bộ sinh hoạt<\/h1>/" \
		"$pages/Bến.txt" >"$scratch/twice/$i.html"
done
twice=$scratch/addresses
is 'the same under two addresses' "$("$import" --db "$twice" --json \
	"$scratch/twice" | jq -c '[.imported, .duplicates]')" '[1,1]'
other=$("$import" --db "$twice" --dump | jq -r '.aliases[]?')
"$import" --quiet --db "$twice" --rebuild --from-archive
"$import" --db "$twice" --dump="$scratch/twice.jsonl"
"$import" --quiet --db "$twice-2" --restore="$scratch/twice.jsonl"
for at in "$twice" "$twice-2"; do
	is 'its other address is known when it was made anew' \
		"$(echo https://xa.example/2.html | "$import" --db "$at" \
			--not-indexed /dev/stdin | cut -d' ' -f2,3)" \
		'duplicate of'
	expect_exit 0 'and is no damage' "$import" --db "$at" --verify=all
done
is 'a dump has it again' "$("$import" --db "$twice-2" --dump |
	jq -r '.aliases[]?')" "$other"
sed 's/"aliases":."[0-9a-f]*/&x/' "$scratch/twice.jsonl" >"$scratch/odd.jsonl"
expect_error 3 'no id' 'what is none is refused' \
	"$import" --db "$twice-3" --restore="$scratch/odd.jsonl"

sed '3s/đồng chí/Đồng chí/' "$scratch/dump" >"$scratch/changed"
expect_error 3 'sha256 differs' 'a dump that was changed' \
	"$import" --db "$db" --restore "$scratch/changed"
head -n 5 "$scratch/dump" >"$scratch/cut"
expect_error 3 'ends before its end' 'a dump that was cut' \
	"$import" --db "$db" --restore "$scratch/cut"
echo '{"type":"article"}' >"$scratch/headless"
expect_error 3 ':1: a dump has one header' 'a dump without a header' \
	"$import" --db "$db" --restore "$scratch/headless"
is 'the live one stayed again' "$(live)" 0006

# an archive of the first schema: no hints, no digests of texts, no metadata
# but the settings, the rejects in their file
if command -v xapian-metadata >/dev/null; then
	jq -c 'del(.hints, .content)' "$scratch/dump" | sed '$d' >"$scratch/old"
	printf '{"type":"end","articles":9,"rejects":2,"takedowns":1,"sha256":"%s"}\n' \
		"$(sha256sum <"$scratch/old" | cut -d ' ' -f 1)" >>"$scratch/old"
	"$import" --quiet --db "$scratch/first" --restore "$scratch/old"
	xapian-metadata set "$scratch/first/gen-0001" tracuu-schema 1
	expect_error 7 '--rebuild --from-archive' 'an archive of the first schema' \
		"$tracuu" --db "$scratch/first" 'nạo vét'
	expect_output 'is taken up' "$import" --db "$scratch/first" \
		--rebuild --from-archive <<'END'
generation 0002 is live: 9 articles
END
	lines "$scratch/first" | jq -c 'del(.hints, .content)' >"$scratch/taken"
	jq -c 'del(.hints, .content)' "$scratch/lines" >"$scratch/expected-lines"
	expect_exit 0 'and is the same but for what it never had' \
		cmp "$scratch/taken" "$scratch/expected-lines"
else
	skip 'an archive of the first schema' 'no xapian-metadata'
fi

# scale: three shards, each with a server, one of them with a copy that is
# served, too
scaled=$(live)
counts_of() {
	"$import" --json --db "$db" "$@" 2>/dev/null | jq -c "$all"
}
expect_output 'three shards' "$import" --db "$db" --rebuild --from-archive \
	--shards=3 <<END
generation 0007 is live: 9 articles
END
is 'in the place of one' "$(grep -c '^auto gen-0007/shard-0[123]$' \
	"$db/XAPIANDB")" 3
is 'they know what was imported' "$(counts_of "$pages")" '[11,0,0,9,2]'
page Sông 'đắp kè bờ sông'
is 'one comes' "$(counts_of "$pages")" '[12,1,0,9,2]'
page Sông 'đắp kè bờ sông và bờ biển'
is 'it changes' "$(counts_of "$pages")" '[12,0,1,9,2]'
is 'it is there once' "$(count '"bờ sông"')" 1
is 'ten in all' "$(count 'sinh hoạt')" 10
expect_exit 0 'they are whole' "$import" --db "$db" --verify "$pages"

servers=
trap 'kill $servers 2>/dev/null; rm -rf "$scratch"' EXIT
front() {
	"$tracuu" --db "$scratch/front" --remote --format=json "$@" \
		2>"$scratch/stderr" >"$scratch/answer"
	echo "$? $(jq -c '[.total.value, .partial]' "$scratch/answer")"
}
# replicate: brings the copy of the second shard up to date
replicate() {
	timeout 20 xapian-replicate -h 127.0.0.1 -p "$handed" -r 0 -o \
		-m gen-0007/shard-02 "$scratch/copied-shard" >/dev/null 2>&1
}
if command -v xapian-tcpsrv >/dev/null &&
   command -v xapian-replicate-server >/dev/null; then
	mkdir "$scratch/front"
	for i in 1 2 3; do
		serve "$db/gen-0007/shard-0$i"
		servers="$servers $server"
		echo "remote 127.0.0.1:$port" >>"$scratch/front/XAPIANDB"
		[ $i -ne 2 ] || lost=$server lost_port=$port
	done
	for try in 1 2 3 4 5; do
		handed=$((33000 + ($$ * 7 + try * 1009) % 12000))
		setsid xapian-replicate-server -I 127.0.0.1 -p $handed "$db" \
			>/dev/null 2>&1 &
		handing=$!
		sleep 0.3
		replicate && break
		kill $handing 2>/dev/null
	done
	servers="$servers $handing"
	serve "$scratch/copied-shard"
	servers="$servers $server"
	is 'served, they are ten' "$(front 'sinh hoạt')" '0 [10,false]'
	held=$(xapian-delve "$db/gen-0007/shard-02" |
		sed -n 's/^number of documents = //p')
	kill "$lost"
	wait "$lost" 2>/dev/null
	is 'one is lost: the others answer' "$(front 'sinh hoạt')" \
		"3 [$((10 - held)),true]"
	is 'and say which' "$(grep -c "shard 127.0.0.1:$lost_port did not" \
		"$scratch/stderr")" 1
	sed "s/:$lost_port\$/:$port/" "$scratch/front/XAPIANDB" \
		>"$scratch/front/new"
	mv "$scratch/front/new" "$scratch/front/XAPIANDB"
	is 'its copy stands in: ten again' "$(front 'sinh hoạt')" '0 [10,false]'
	for i in 1 2 3 4 5 6; do
		page "Đồi$i" "trồng rừng $i"
	done
	is 'six more are imported' "$(counts_of "$pages")" '[18,6,0,10,2]'
	expect_exit 0 'the copy follows' replicate
	is 'sixteen' "$(front --limit=50 'sinh hoạt')" '0 [16,false]'
	scored='[.hits[] | [.score, .id]]'
	is 'as in the archive' "$(jq -c "$scored" "$scratch/answer")" \
		"$("$tracuu" --db "$db" --format=json --limit=50 'sinh hoạt' |
			jq -c "$scored")"
else
	skip 'served, they are ten' 'no xapian-tools'
fi
expect_exit 0 'back to the generation before' \
	"$import" --db "$db" --rollback="$scaled"
is 'which is one database' "$(live)" "$scaled"

# the end
touch "$scratch/enough"
wait "$asker"
read -r asked failed <"$scratch/asked"
is 'no question failed meanwhile' "$failed" 0
[ "$failed" -eq 0 ] || comment "$scratch/answers"
if [ "$asked" -ge 50 ]; then
	pass 'there were at least 50'
else
	fail "there were at least 50: $asked"
fi
done_testing
