#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Damaged and hostile files of captures: each costs itself, is told with its
# reason, and takes a bounded time and memory; the rest is imported.
. "${srcdir:-.}/tests/lib.sh"
# shellcheck source=tests/captures.sh
. "$srcdir/tests/captures.sh"

in=$scratch/in
mkdir "$in"
page=yenbai-dan-van-pung-luong.html
each cat >"$in/plain.warc"
gzip -c "$in/plain.warc" >"$in/whole.warc.gz"
zip -q "$in/pages.zip" ./*.html
tar cf "$in/pages.tar" ./*.html
cp "$in/pages.zip" inner.zip
tar cf "$in/zip-in.tar" inner.zip
rm inner.zip
jsonl html >"$in/pages.jsonl"
feed >"$in/feed.xml"
each gzip -c >"$in/members.warc.gz"

# expect_counts WANTED DESCRIPTION FILE: captures imported rejected; reasons
expect_counts() {
	got=$(echo "$(counts "$3") $(reasons)" | sed 's/ $//')
	if [ "$got" = "$1" ]; then
		pass "$2"
	else
		fail "$2"
		echo "# got '$got', not '$1'"
		comment "$scratch/stderr"
	fi
}

n=$(size "$in/plain.warc")
for percent in 5 35 65 95; do
	cut=$((n * percent / 100))
	head -c "$cut" "$in/plain.warc" >"$scratch/cut.warc"
	gzip -c <"$in/plain.warc" | head -c \
		$(($(size "$in/whole.warc.gz") * percent / 100)) \
		>"$scratch/cut.warc.gz"
	for file in cut.warc cut.warc.gz; do
		"$import" --dry-run --quiet "$scratch/$file" \
			>"$scratch/out" 2>"$scratch/stderr"
		status=$?
		grep -v broken-record "$scratch/out" >"$scratch/kept"
		if [ "$status" -eq 3 ] &&
		   [ "$(wc -l <"$scratch/stderr")" -eq 1 ] &&
		   grep -q "$file.*byte .*everything before it was read" \
			"$scratch/stderr" &&
		   cmp -s "$scratch/out" "$scratch/kept"; then
			pass "$file at $percent %: what stands before comes, and one line says where"
		else
			fail "$file at $percent %: what stands before comes, and one line says where"
			comment "$scratch/stderr"
		fi
	done
done

printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.vn/\r\nContent-Length: 3221225472\r\n\r\nshort\r\n\r\n' \
	>"$scratch/claims.warc"
cat "$in/plain.warc" >>"$scratch/claims.warc"
expect_counts '5 3 2 broken-record list-page' \
	'a record that claims 3 GB costs itself alone' "$scratch/claims.warc"

# A record of 3 GB that is there, with others behind it.
printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.vn/\r\nContent-Length: 3221225472\r\n\r\n' \
	>"$scratch/huge.warc"
truncate -s +3221225472 "$scratch/huge.warc"
printf '\r\n\r\n' >>"$scratch/huge.warc"
cat "$in/plain.warc" >>"$scratch/huge.warc"
# shellcheck disable=SC3045
got=$(ulimit -v 1000000 && counts "$scratch/huge.warc" && reasons)
if grep -q __asan_init "$import"; then
	skip 'a record of 3 GB' 'AddressSanitizer takes more address space'
elif [ "$(echo "$got" | tr '\n' ' ')" = '5 3 2 list-page too-large ' ]; then
	pass 'a record of 3 GB is passed over, in little memory'
else
	fail 'a record of 3 GB is passed over, in little memory'
	echo "# got '$got'"
	comment "$scratch/stderr"
fi
rm "$scratch/huge.warc"

# Records that lie, or run into each other.
second=$(cat "$scratch/r/00" "$scratch"/r/10-* | wc -c | tr -d ' ')
sed 's/^Content-Length: .*/Content-Length: 7\r/' "$scratch/r/11-b" >"$scratch/short"
{ head -c "$second" "$in/plain.warc"; cat "$scratch/short" "$scratch"/r/1[23]-*; } \
	>"$scratch/short.warc"
expect_counts '4 2 2 broken-record list-page' \
	'a length that is too short costs its record alone' "$scratch/short.warc"
for record in "$scratch"/r/*; do
	head -c -4 "$record"
done >"$scratch/close.warc"
expect_counts '4 3 1 list-page' 'records without blank lines between them' \
	"$scratch/close.warc"
split -b 5000 "$in/plain.warc" "$scratch/piece-"
for piece in "$scratch"/piece-*; do
	gzip -c "$piece"
done >"$scratch/pieces.warc.gz"
expect_counts '4 3 1 list-page' 'gzip members that end in mid-record' \
	"$scratch/pieces.warc.gz"

# Ten thousand files, one of ten random bytes.
mkdir "$scratch/many"
(
	cd "$scratch/many" || exit
	head -c 1000000 /dev/urandom | split -b 1000 -a 4 - r-
	awk 'BEGIN { for (i = 0; i < 9000; i++) {
		f = sprintf("p-%04d.html", i)
		printf "<html><body><h1>Chi bộ thôn số %d họp</h1><p>Chi bộ thôn số %d họp thường kỳ tháng này, bàn việc làm đường và nước sạch cho bà con; đồng chí bí thư kết luận từng việc và giao người chịu trách nhiệm, hẹn ngày kiểm tra lại.</p></body></html>", i, i >f
		close(f)
	} }'
)
timeout 120 "$import" --json --db "$scratch/ten" "$scratch/many" \
	>"$scratch/counted" 2>"$scratch/stderr"
expect_output 'ten thousand files, a thousand of random bytes: these are rejected' \
	jq -c '[.captures, .imported, .rejected]' "$scratch/counted" <<'EXPECTED'
[10000,9000,1000]
EXPECTED

head -c 200000000 /dev/zero | gzip -9 >"$scratch/page.gz"
http "$scratch/page.gz" 'Content-Encoding: gzip' >"$scratch/block"
warc response http://example.vn/bom "$scratch/block" >"$scratch/bomb.warc"
cat "$in/plain.warc" >>"$scratch/bomb.warc"
expect_counts '5 3 2 list-page too-large' 'a gzip bomb inside a WARC' \
	"$scratch/bomb.warc"

rm -rf "$scratch/bombs"
mkdir "$scratch/bombs"
for i in 1 2 3; do
	head -c 300000000 /dev/zero >"$scratch/bombs/$i.html"
done
(cd "$scratch/bombs" && zip -q bomb.zip ./*.html && rm ./*.html)
(cd "$scratch/bombs" && cp "$at/$page" . && zip -q bomb.zip "$page")
expect_counts '4 1 3 too-large too-large too-large' 'a zip bomb' \
	"$scratch/bombs/bomb.zip"

mkdir -p "$scratch/deep/a/b/c"
(
	cd "$scratch/deep/a/b/c" || exit
	cp "$at/$page" ../../../
	cp "$at/$page" ../../../../x.html
	zip -q "$scratch/dots.zip" "../../../$page" ../../../../x.html
)
rm "$scratch/x.html"
expect_counts '2 1 0' 'a zip with .. in its names' "$scratch/dots.zip"
if [ ! -e "$scratch/x.html" ] && [ ! -e "$at/../x.html" ]; then
	pass 'nothing was written where its names lead'
else
	fail 'nothing was written where its names lead'
fi

cp "$in/zip-in.tar" deep.tar
zip -q "$scratch/deep.zip" deep.tar
rm deep.tar
expect_counts '1 0 1 nested-too-deep' 'an archive in an archive in an archive' \
	"$scratch/deep.zip"

zip -q -P secret "$scratch/secret.zip" "$page"
expect_counts '1 0 1 encrypted' 'a zip with a password' "$scratch/secret.zip"

# libarchive gives what it decompressed in pieces of 64 kB, bzip2 in blocks
tar cf - -C "$srcdir/corpus" html dump >"$scratch/large.tar"
xz -c "$scratch/large.tar" >"$in/large.tar.xz"
bzip2 -1 -c "$scratch/large.tar" >"$in/large.tar.bz2"
for file in pages.zip pages.tar large.tar.xz large.tar.bz2 feed.xml; do
	head -c $(($(size "$in/$file") * 60 / 100)) "$in/$file" \
		>"$scratch/cut-$file"
	"$import" --dry-run --quiet "$scratch/cut-$file" \
		>"$scratch/out" 2>"$scratch/stderr"
	status=$?
	if [ "$status" -eq 3 ] && [ "$(wc -l <"$scratch/stderr")" -eq 1 ] &&
	   grep -q '"status":"article"' "$scratch/out"; then
		pass "$file, cut: what stands before comes, and one line says it"
	else
		fail "$file, cut: what stands before comes, and one line says it (exit $status)"
		comment "$scratch/stderr"
	fi
done

{
	jsonl html
	printf '{"url":"http://example.vn/","html":\n'
	printf '\n{"url":"http://example.vn/"}\n'
} >"$scratch/bad.jsonl"
counts "$scratch/bad.jsonl" >"$scratch/actual"
expect_output 'bad lines are told with their numbers' jq -r \
	'select(.reason == "broken-record") | .detail | sub(":.*"; "")' \
	"$scratch/db/rejects.jsonl" <<'EXPECTED'
line 5
line 7
EXPECTED

cat >"$scratch/laughs.xml" <<'XML'
<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>&c;&x;</title><description>&c; &x; root</description></item></channel></rss>
XML
expect_output 'entities of a feed expand to nothing' sh -c \
	"'$import' --dry-run --quiet '$scratch/laughs.xml' | jq -c '[.source, .reason]'" \
	<<'EXPECTED'
["laughs.xml#1","no-article"]
EXPECTED

sed 's/<rss>.*/<html><body><p>\&c;<\/p><\/body><\/html>/' "$scratch/laughs.xml" \
	>"$scratch/laughs.html"
expect_output 'nor do those of a page' sh -c \
	"'$import' --dry-run --quiet '$scratch/laughs.html' | jq -c '[.source, .reason]'" \
	<<'EXPECTED'
["laughs.html","no-article"]
EXPECTED

# Random bytes among the files: each its reject, none of the others lost.
mkdir "$scratch/noise"
i=0
for file in "$in"/*.warc* "$in"/*.zip "$in"/*.tar* "$in"/*.jsonl*; do
	[ -f "$file" ] || continue
	i=$((i + 1))
	{
		head -c 700 "$file"
		head -c 3000 /dev/urandom
		tail -c +4000 "$file"
	} >"$scratch/noise/$i"
done
timeout 120 "$import" --json --db "$scratch/noisy" "$scratch/noise" \
	>"$scratch/actual" 2>"$scratch/stderr"
status=$?
if { [ "$status" -eq 0 ] || [ "$status" -eq 3 ]; } &&
   [ "$(jq '.captures == .imported + .replaced + .unchanged + .duplicates + .rejected' \
	"$scratch/actual")" = true ]; then
	pass 'files with random bytes in the middle: the counts add up'
else
	fail "files with random bytes in the middle: the counts add up (exit $status)"
	comment "$scratch/stderr"
fi

# Damage inside what is compressed, of which no record tells.
harm() {
	dd if=/dev/zero of="$1" bs=1 seek=$(($(size "$1") / 2)) count=200 \
		conv=notrunc 2>/dev/null
}
for pack in gzip zstd; do
	jsonl html | $pack -c >"$scratch/harmed.jsonl"
	tar c ./*.html | $pack -c >"$scratch/harmed.tar"
	$pack -c <"$page" >"$scratch/harmed.html"
	for file in harmed.jsonl harmed.tar harmed.html; do
		harm "$scratch/$file"
	done
	# the one block of zstd is gone whole
	for file in harmed.jsonl harmed.tar; do
		if [ $pack = zstd ]; then
			expect_counts '1 0 1 unreadable' "zstd: $file" \
				"$scratch/$file"
			continue
		fi
		expect_exit 3 "gzip: $file, and it is said" \
			"$import" --dry-run --quiet "$scratch/$file"
		is 'with the file' "$(grep -c "$file.*its bytes are damaged\
\|$file.*ends too early\|$file.*runcated" "$scratch/stderr")" 1
	done
	expect_counts '1 0 1 unreadable' "$pack: a page" "$scratch/harmed.html"
done

# Small ones, in which a mutation meets a header.
mkdir "$scratch/small"
printf '<html><p>Chi bộ thôn Đông họp thường kỳ.</p></html>' >"$scratch/page"
http "$scratch/page" 'Content-Encoding: gzip' >"$scratch/block"
for i in 1 2 3 4; do
	warc response "http://example.vn/$i" "$scratch/block" \
		>"$scratch/small/$i.record"
done
cat "$scratch/small"/*.record >"$scratch/small/plain.warc"
for record in "$scratch/small"/*.record; do
	gzip -c "$record" >>"$scratch/small/members.warc.gz"
	zstd -q -c "$record" >>"$scratch/small/frames.warc.zst"
done
rm "$scratch/small"/*.record
printf '{"url":"http://example.vn/1","body":"Chi bộ","date":1700000000}\n%.0s' \
	1 2 3 4 >"$scratch/small/lines.jsonl"
printf '<feed xmlns="http://www.w3.org/2005/Atom">%s%s%s</feed>' \
	'<entry><title>Một &amp; hai</title><link href="http://a.vn/?x&amp;y"/></entry>' \
	'<entry><content type="xhtml"><p>Chi <b>bộ</b></p></content></entry>' \
	'<entry><content type="html">&lt;p&gt;Chi&nbsp;bộ</content></entry>' \
	>"$scratch/small/atom.xml"
expect_exit 0 'any bytes: the reader ends, however they arrive' timeout 120 \
	"$builddir/tests/fuzz/fuzz-sources" -mutations=2000 "$scratch/small"/*
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n'
	cat "$scratch/page"; } >"$scratch/small/answer"
expect_exit 0 'any bytes: a page is an article or a reject with a reason' \
	timeout 120 "$builddir/tests/fuzz/fuzz-page" -mutations=40 \
	"$scratch/small/answer" "$scratch/page" "$at"/*.html

expect_error 3 'cannot open' 'a path with a slip in it' \
	"$import" --db "$scratch/slip" "$scratch/korpus" "$scratch/none"
expect_exit 1 'makes no archive of nothing' test -e "$scratch/slip"
done_testing
