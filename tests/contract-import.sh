#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What programs read of the importer: every JSON output fits its definition in
# the schema that the importer prints, and nothing else stands beside it.
. "${srcdir:-.}/tests/lib.sh"

python=/usr/bin/python3
docs=$scratch/docs
mkdir "$docs"
cd "$scratch" || exit 1
TRACUU_DB=demo
export TRACUU_DB
documents=0

# document NAME STATUS ARGUMENT...: keeps what is printed, to be checked below
document() {
	name=$1
	wanted=$2
	shift 2
	documents=$((documents + 1))
	file=$docs/$name.$documents.json
	"$import" --json "$@" >"$file" 2>"$scratch/stderr"
	status=$?
	if [ $status -eq "$wanted" ] && [ -s "$file" ] &&
	   [ ! -s "$scratch/stderr" ]; then
		pass "$name: $*"
	else
		fail "$name: $* (exit $status)"
		comment "$file" "$scratch/stderr"
	fi
}

# ---- what the outputs are tried on

cp -r "$srcdir/corpus" corpus
mkdir site
for i in 1 2 3 4 5; do
	cat >site/$i.html <<END
<html><head><title>Chi bộ thôn $i họp tháng $i</title>
<link rel=canonical href="http://vinhha.example.vn/$i"></head><body>
<h1>Chi bộ thôn $i họp bàn việc nạo vét kênh</h1><p>Bản tin xã Vĩnh Hà phát hành hằng tuần</p>
<p>Ngày $i/5/2024, Chi bộ thôn $i, Đảng bộ xã Vĩnh Hà họp bàn việc nạo vét
kênh số $i, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.</p>
<p>Đảng viên của thôn $i thống nhất mỗi tổ làm một đoạn kênh $i trước ngày mùa,
thôn $i đắp thêm bờ vùng cánh đồng số $i.</p>
</body></html>
END
done
cp site/1.html site/copy.html
printf 'x' >site/binary.pdf

document counts 0 corpus site
document counts 0 corpus site
document counts 0 --missing=mark site
id=$("$tracuu" --format=ids --limit=1 nguon:vinhha.example.vn)
other=$("$tracuu" --format=ids --limit=1 --offset=1 nguon:vinhha.example.vn)

document dry-run 0 --dry-run corpus site
sed -i '$d' "$docs"/dry-run.*.json
"$import" --json --dry-run corpus 2>/dev/null | tail -n 1 >"$docs/counts.dry.json"
document stats 0 --stats
document verify 0 --verify
document verify 0 --verify=all corpus site
echo 'x' >>corpus/dump/bentre-so-tay-dien-tu.txt
document verify 0 --verify corpus
document conflicts 0 --report=conflicts
document rejects 0 --report=rejects
mv site site.away
mkdir site
cp site.away/[1234].html site.away/binary.pdf site
document counts 0 --missing=mark site
document missing 0 --report=missing
printf '%s\n' site.away/copy.html corpus/expected.tsv http://none.example/ \
	site/copy.html corpus/html/sharepoint/trang-chu-hong-son.html >names
document not-indexed 0 --not-indexed=names
document changed 0 --delete "$id"
document changed 1 --delete "$id" 0123456789abcdef
document changed 0 --takedown --reason=x "$other"
document dump 0 --dump
document changed 0 --lift "$other"
document counts 0 --retry-rejected
document live 0 --compact
document live 0 --rollback
document live 0 --rebuild --from-archive
"$import" --dump=dump
document live 0 --db=restored --restore=dump
"$import" --json --rebuild corpus >both
head -n 1 both >"$docs/live.rebuilt.json"
tail -n 1 both >"$docs/counts.rebuilt.json"
is 'a rebuild from captures says both' "$(wc -l <both)" 2
cp demo/rejects.jsonl "$docs/reject.all.json"
cp demo/gen-0*/manifest.json manifest.json 2>/dev/null ||
	cat demo/gen-0*/manifest.json >manifest.json
jq -c . manifest.json >"$docs/manifest.all.json"
"$import" --quiet --db=slow --progress=json corpus 2>&1 >/dev/null |
	grep '^{' >"$docs/progress.all.json"
for i in 1 2 3 4 5 6 7 8; do
	sed "s/thôn $((i % 5 + 1))/thôn số $i/g" \
		site.away/$((i % 5 + 1)).html >site/more-$i.html
	sed -i "s|example.vn/|example.vn/more-$i-|" site/more-$i.html
done
"$import" --quiet --db=learnt site 2>/dev/null
document furniture 0 --db=learnt --report=furniture
document dump 0 --db=learnt --dump
cp -r demo cut
for table in cut/gen-*/*.glass; do
	truncate -s 5000 "$table"
done
document verify 6 --db=cut --verify
document error 4 --db=none --stats
document error 2 --stats --shards=3
document error 2 --print-schema=nothing
document error 2 --delete x
document error 2 --rollback 3

# ---- they fit

"$import" --print-schema >schema.json
is 'the schema is that of tracuu, and of the installation' \
	"$("$tracuu" --print-schema | cksum)$(cksum <schema.json)" \
	"$(cksum <"$srcdir/doc/tracuu.schema.json")$(cksum <schema.json)"
if ! "$python" -c 'import jsonschema' 2>/dev/null; then
	skip 'every document fits the schema' 'no python3-jsonschema'
else
	"$python" "$srcdir/tests/contract.py" schema.json "$docs" \
		>checked 2>stderr
	grep -v "$(printf '\tok$')" checked >unfit
	if [ "$(wc -l <checked)" -ge 30 ] && [ ! -s unfit ]; then
		pass 'every document fits the schema'
	else
		fail 'every document fits the schema'
		comment unfit stderr
	fi
	# a check that can fail
	mkdir bad
	jq -c '.captures = "5"' "$docs/counts.1.json" >bad/counts.1.json
	jq -c '.colour = 1' "$docs"/stats.*.json >bad/stats.1.json
	head -n 1 "$docs"/conflicts.*.json | jq -c '.kind = "new"' \
		>bad/conflicts.1.json
	grep '"article"' "$docs"/dump.*.json | head -n 1 | sed 's/^[^{]*//' |
		jq -c '.numbers += [{"printed": "x"}]' >bad/dump.1.json
	is 'and those that do not fit are found' "$("$python" \
		"$srcdir/tests/contract.py" schema.json bad |
		grep -vc "$(printf '\tok$')")" 4
fi
names=$("$import" --print-schema=? 2>&1 | sed 's/.*choose one of //; s/,//g')
for name in $names; do
	set -- "$docs/$name".*
	[ -s "$1" ] || echo "nothing was printed for $name"
	[ "$("$import" --print-schema="$name" | jq -r '.["$ref"]')" = \
		"#/\$defs/$name" ] || echo "no schema for $name"
done >wrong
[ "$(echo "$names" | wc -w)" -ge 15 ] || echo "few names: $names" >>wrong
if [ ! -s wrong ]; then
	pass 'each output has a definition and was tried'
else
	fail 'each output has a definition and was tried'
	comment wrong
fi

# the closed lists are those of the sources
sed -n 's/.*\[TC_REJECT_.*\] = N_("\([a-z-]*\)").*/\1/p' \
	"$srcdir/src/import/reject.c" | grep -vx none | sort >a
jq -r '.["$defs"]["reject-reason"].enum[]' schema.json | sort >b
if [ -s a ] && cmp -s a b; then
	pass 'the schema has every reason of a reject'
else
	fail 'the schema has every reason of a reject'
	diff a b | comment
fi

sed -n 's/^\tFIELD([A-Z_]*, "\([a-z_]*\)".*/\1/p' \
	"$srcdir/src/index/record-json.c" | sort -u >a
jq -r '.["$defs"] | to_entries[] | select(.key | startswith("dump-")) |
	select(.key | IN("dump-header", "dump-state", "dump-takedown",
		"dump-end") | not) | .value.properties | keys[]' schema.json |
	grep -vx -e states -e aliases | sort -u >b
if [ -s a ] && cmp -s a b; then
	pass 'the schema has every member of a dumped article'
else
	fail 'the schema has every member of a dumped article'
	diff a b | comment
fi
done_testing
