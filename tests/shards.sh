#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An archive spread over three databases answers as one database does, whether
# they are read here or served by xapian-tcpsrv; and says so when one of the
# servers does not answer.
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
cd "$scratch" || exit 1

# What is asked of both, a line each, for a shell to read.
cat >questions <<'END'
--limit=100 --facets=number,year,unit,type,issuer,site 'nghị quyết'
--limit=100 'nghi quyet trung uong'
--limit=100 '"nghị quyết"'
--limit=100 'chuyển đổi số trong nông nghiệp ở huyện miền núi'
--limit=100 --match=any 'đảng bộ tỉnh'
--limit=100 'so:21-NQ/TW'
--limit=100 'ngay:2023'
--limit=100 'dan van OR kiểm tra'
--limit=100 --sort=date 'đảng viên'
--limit=100 'ngh* huy*'
--limit=100 'huyện NEAR/5 ủy'
--limit=100 --no-collapse 'chi bộ -đảng'
--limit=100 --timeout-ms=20000 'nghị quyết'
--limit=100 --timeout-ms=20000 'ngay:2023'
timeline 'nghị quyết'
count 'nghị quyết'
facets --facets=number,year 'đảng'
cites '21-NQ/TW'
compare 'nghị quyết' 'chỉ thị'
'từchẳngbàinàocó'
END

# Ids in order, scores to 1e-6; hits of the same score have no order.
normal() {
	jq -S 'del(.generation) | if .hits then .hits |= (map(del(.rank)
		| .score = (.score * 1e6 | round / 1e6))
		| sort_by(-.score, .id)) else . end'
}

# ask ARGUMENT...: each question with these
ask() {
	while read -r question; do
		eval "\"\$tracuu\" --format=json $question \"\$@\"" \
			2>"$scratch/stderr" | normal
	done <questions
	"$tracuu" --format=csv 'nghị quyết' "$@" | sed 's/^[0-9]*,//; s/[0-9:]*$//' | sort
	"$tracuu" --kwic=30 'nghị quyết' "$@" | sort
}

# same DESCRIPTION ARGUMENT...
same() {
	what=$1
	shift
	ask "$@" >asked
	if [ "$(wc -l <asked)" -gt 1000 ] && cmp -s asked expected; then
		pass "$what"
	else
		fail "$what"
		diff expected asked | cut -c1-160 | head -8 | comment
	fi
}

corpus=$srcdir/corpus
stub() {
	paste -sd' ' "${1:-three}/XAPIANDB"
}
is() {
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1: $2, not $3"; fi
}
dump() {
	"$import" --db="$1" --dump | grep '"type":"article"' | sort
}

"$import" --quiet --db=one "$corpus" 2>/dev/null
ask --db=one >expected

# ---- three databases here ----

expect_exit 0 'three shards' "$import" --quiet --shards=3 --db=three "$corpus"
is 'are three databases' "$(stub)" \
	'auto gen-0001/shard-01 auto gen-0001/shard-02 auto gen-0001/shard-03'
same 'and answer as one' --db=three
is 'they hold the same' "$(dump three | cksum)" "$(dump one | cksum)"
"$import" --quiet --db=three --verify >verified 2>&1
is 'they are whole' $? 0
is 'nothing is imported twice' "$("$import" --json --db=three "$corpus" \
	2>/dev/null | jq -c '[.imported, .unchanged]')" '[0,66]'
expect_error 2 '--rebuild --from-archive --shards=2' \
	'an import does not change their number' \
	"$import" --db=three --shards=2 "$corpus"
expect_error 2 '--shards goes with' 'nor does a compaction' \
	"$import" --db=three --compact --shards=2

# The same document in the same shard, in whatever order they came.
ids() {
	for i in 1 2 3; do
		xapian-delve -A Q "$1/shard-0$i" | tr ' ' '\n' | grep '^Q' |
			sed "s/^/$i /"
	done
}
if command -v xapian-delve >/dev/null; then
	"$import" --quiet --db=there --shards=3 "$corpus/dump" \
		"$corpus/html" 2>/dev/null
	"$import" --quiet --db=back --shards=3 "$corpus/html" 2>/dev/null
	"$import" --quiet --db=back "$corpus/dump" 2>/dev/null
	ids there/gen-0001 | sort >placed
	is 'each is in one' "$(cut -d' ' -f2 placed | sort | uniq -d | wc -l)" 0
	is 'the same for any order' "$(ids back/gen-0001 | sort | cksum)" \
		"$(cksum <placed)"
else
	skip 'each is in one' 'no xapian-delve'
fi

victim=$("$tracuu" --db=three --format=ids --limit=1 'nghị quyết')
cp -r three cut
expect_exit 0 'one is deleted' "$import" --quiet --db=cut --delete "$victim"
is 'and gone' "$("$tracuu" --db=cut --format=json count '*' |
	jq .total.value)" 65
expect_exit 0 'they are compacted' "$import" --quiet --db=three --compact
is 'each by itself' "$(stub)" \
	'auto gen-0002/shard-01 auto gen-0002/shard-02 auto gen-0002/shard-03'
same 'and answer the same' --db=three
expect_exit 0 'two of them are made' \
	"$import" --quiet --db=three --rebuild --from-archive --shards=2
is 'by a rebuild' "$(stub)" 'auto gen-0003/shard-01 auto gen-0003/shard-02'
same 'with the same answers' --db=three
expect_exit 0 'and one again' \
	"$import" --quiet --db=three --rebuild --from-archive --shards=1
is 'is a generation as ever' "$(stub)" 'auto gen-0004'
"$import" --db=three --dump=dumped >/dev/null 2>&1
expect_exit 0 'a dump is restored into four' \
	"$import" --quiet --db=four --restore=dumped --shards=4
same 'which answer the same' --db=four

cp -r four broken
rm -rf broken/gen-0001/shard-02
expect_error 6 'shard-02' 'one that is missing is missed' \
	"$tracuu" --db=broken 'nghị quyết'
expect_error 6 'shard' 'by the importer, too' "$import" --db=broken "$corpus"
rm -rf broken
cp -r four broken
sed -i '/shard-04/d' broken/XAPIANDB
expect_error 6 'missing or mixed up' 'and one that is not listed' \
	"$tracuu" --db=broken 'nghị quyết'
done_testing
