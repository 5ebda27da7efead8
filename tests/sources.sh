#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every shape that captures come in, and what a correct reader makes of it:
# three articles and a list page, whichever way they were kept.
. "${srcdir:-.}/tests/lib.sh"

for tool in gzip zstd xz bzip2 zip tar; do
	command -v "$tool" >/dev/null || skip_all "no $tool"
done

pages='onecms/khanhhoa-chong-lang-phi.html
wordpress/dongthap-hop-tac-xa.html
sharepoint/yenbai-dan-van-pung-luong.html
nukeviet/danh-sach-tin-hoat-dong.html'
at=$scratch/at
mkdir "$at"
for page in $pages; do
	cp "$srcdir/corpus/html/$page" "$at/"
done
cd "$at" || exit 1
case $builddir in
/*) ;;
*) builddir=$OLDPWD/$builddir ;;
esac
import=$builddir/tracuu-import
: "${TRACUU_DATADIR:=$srcdir/src/fact}"
case $TRACUU_DATADIR in
/*) ;;
*) TRACUU_DATADIR=$OLDPWD/$TRACUU_DATADIR ;;
esac
export TRACUU_DATADIR

# ---- makers ----

size() {
	wc -c <"$1" | tr -d ' '
}

# warc TYPE URL BLOCK [HEADER]: a record on stdout
warc() {
	printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n' "$1" "$2"
	printf 'WARC-Date: 2026-02-03T04:05:06Z\r\nContent-Type: %s\r\n' \
		"application/http; msgtype=$1"
	[ -z "${4-}" ] || printf '%s\r\n' "$4"
	printf 'Content-Length: %s\r\n\r\n' "$(size "$3")"
	cat "$3"
	printf '\r\n\r\n'
}

# http FILE [HEADER [STATUS]]: a response on stdout
http() {
	printf 'HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n' \
		"${3:-200 OK}"
	[ -z "${2-}" ] || printf '%s\r\n' "$2"
	printf '\r\n'
	cat "$1"
}

# records [PACK]: a file of records r1, r2, ... each packed by itself
mkdir "$scratch/r"
printf 'software: tests\r\n' >"$scratch/info"
printf 'GET / HTTP/1.1\r\nHost: example.vn\r\n\r\n' >"$scratch/get"
make_records() {
	warc warcinfo '' "$scratch/info" >"$scratch/r/00"
	n=10
	for page in *.html; do
		http "$page" >"$scratch/block"
		url=http://example.vn/tin/$page
		warc request "$url" "$scratch/get" >"$scratch/r/$n-a"
		warc response "$url" "$scratch/block" \
			"WARC-Payload-Digest: sha1:$(cksum <"$page" | tr -d ' ')" \
			>"$scratch/r/$n-b"
		warc metadata "$url" "$scratch/info" >"$scratch/r/$n-c"
		n=$((n + 1))
	done
}
make_records

each() {
	for record in "$scratch"/r/*; do
		"$@" <"$record"
	done
}

arc() {
	printf 'filedesc://a.arc 0.0.0.0 20260203040506 text/plain 6\n1 0 x\n\n'
	for page in *.html; do
		http "$page" >"$scratch/block"
		printf 'http://example.vn/arc/%s 10.0.0.1 20260203040506 text/html %s\n' \
			"$page" "$(size "$scratch/block")"
		cat "$scratch/block"
		echo
	done
}

# jsonl BODY-KEY: as a crawler writes it
jsonl() {
	for page in *.html; do
		jq -Rsc --arg u "http://example.vn/jsonl/$page" --arg k "$1" \
			'{link: $u, ($k): .}' "$page"
	done
}

feed_entries() {
	for page in *.html; do
		printf '<item><title>%s</title><link>http://example.vn/rss/%s</link>' \
			"${page%.html}" "$page"
		printf '<pubDate>Tue, 03 Feb 2026 04:05:06 +0700</pubDate>'
		printf '<content:encoded>'
		sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' "$page"
		printf '</content:encoded></item>\n'
	done
}

feed() {
	printf '<?xml version="1.0"?>\n<rss version="2.0" '
	printf 'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
	printf '<channel><title>Tin</title>\n'
	feed_entries
	printf '</channel></rss>\n'
}

atom() {
	printf '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title>\n'
	for page in *.html; do
		printf '<entry><title>%s</title>' "${page%.html}"
		printf '<link rel="self" href="http://example.vn/x"/>'
		printf '<link href="http://example.vn/atom/%s"/>' "$page"
		printf '<published>2026-02-03T04:05:06+07:00</published>'
		printf '<content type="html">'
		sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' "$page"
		printf '</content></entry>\n'
	done
	printf '</feed>\n'
}

byte() {
	# shellcheck disable=SC2059
	printf "\\$(printf %o "$1")"
}

# A dictionary in a frame to be skipped, then a frame each.
zstd_with_dictionary() {
	head -c 20000 "$scratch/r/10-b" >"$scratch/dictionary"
	n=$(size "$scratch/dictionary")
	printf '\135\052\115\030'
	byte $((n & 255)); byte $((n >> 8 & 255)); byte 0; byte 0
	cat "$scratch/dictionary"
	each zstd -q -c -D "$scratch/dictionary"
}

wacz() {
	mkdir archive indexes pages
	each gzip -c >archive/data.warc.gz
	echo '{"profile":"data-package"}' >datapackage.json
	printf '{"format":"json-pages-1.0"}\n{"url":"http://example.vn/","text":"a"}\n' \
		>pages/pages.jsonl
	echo 'vn,example)/' | gzip >indexes/index.cdx.gz
	# the list last, as some writers have it
	zip -q -r -0 "$1" indexes archive pages datapackage.json
	rm -r archive indexes pages datapackage.json
}

# ---- the shapes ----

in=$scratch/in
mkdir "$in" "$in/tree"
cp ./*.html "$in/tree/"
each cat >"$in/plain.warc"
each gzip -c >"$in/members.warc.gz"
gzip -c "$in/plain.warc" >"$in/whole.warc.gz"
zstd -q -c "$in/plain.warc" >"$in/whole.warc.zst"
each zstd -q -c >"$in/frames.warc.zst"
zstd_with_dictionary >"$in/dictionary.warc.zst"
xz -c "$in/plain.warc" >"$in/plain.warc.xz"
bzip2 -c "$in/plain.warc" >"$in/plain.warc.bz2"
sed 's|^WARC/1.0|WARC/1.1|' "$in/plain.warc" >"$in/plain11.warc"
arc >"$in/plain.arc"
gzip -c "$in/plain.arc" >"$in/whole.arc.gz"
zip -q "$in/pages.zip" ./*.html
tar cf "$in/pages.tar" ./*.html
for pack in gzip zstd xz bzip2; do
	$pack -c <"$in/pages.tar" >"$in/pages.tar.$pack"
done
cp "$in/members.warc.gz" .
zip -q "$in/warc.zip" members.warc.gz
tar czf "$in/warc.tar.gz" members.warc.gz
rm members.warc.gz
wacz "$in/pages.wacz"
cp "$in/pages.zip" inner.zip
tar cf "$in/zip-in.tar" inner.zip
rm inner.zip
jsonl html >"$in/pages.jsonl"
jsonl body | gzip >"$in/pages.jsonl.gz"
feed >"$in/feed.xml"
atom >"$in/atom.xml"
for page in *.html; do
	gzip -c "$page" >"$scratch/$page.gz"
done
mkdir "$in/packed"
mv "$scratch"/*.html.gz "$in/packed/"
mkdir -p "$in/mirror/example.vn/tin"
cp ./*.html "$in/mirror/example.vn/tin/"

# counts PATH...: captures imported rejected, of a new archive
counts() {
	rm -rf "$scratch/db"
	timeout 120 "$import" --json --db "$scratch/db" "$@" \
		2>"$scratch/stderr" |
		jq -r '"\(.captures) \(.imported) \(.rejected)"'
}

# reasons: of the rejects of the last counts, on one line
reasons() {
	jq -r .reason "$scratch/db/rejects.jsonl" | sort | tr '\n' ' ' |
		sed 's/ $//'
}

# expect_shape NAME: three articles, a list page, and none of it lost
expect_shape() {
	got="$(counts "$in/$1") $(reasons)"
	if [ "$got" = '4 3 1 list-page' ]; then
		pass "$1: three articles and a list page"
	else
		fail "$1: three articles and a list page"
		echo "# got '$got'"
		comment "$scratch/stderr"
	fi
}

for shape in tree plain.warc members.warc.gz whole.warc.gz whole.warc.zst \
	frames.warc.zst dictionary.warc.zst plain.warc.xz plain.warc.bz2 \
	plain11.warc plain.arc whole.arc.gz pages.zip pages.tar \
	pages.tar.gzip pages.tar.zstd pages.tar.xz pages.tar.bzip2 warc.zip \
	warc.tar.gz pages.wacz zip-in.tar pages.jsonl pages.jsonl.gz feed.xml \
	atom.xml packed mirror; do
	expect_shape "$shape"
done

# urls PATH: of the articles
urls() {
	"$import" --dry-run --quiet "$1" 2>/dev/null |
		jq -r 'select(.status == "article") | .url' | sort
}
expect_output 'addresses of WARC records' urls "$in/whole.warc.gz" <<'EXPECTED'
http://example.vn/tin/dongthap-hop-tac-xa.html
http://example.vn/tin/khanhhoa-chong-lang-phi.html
http://example.vn/tin/yenbai-dan-van-pung-luong.html
EXPECTED
urls "$in/mirror" >"$scratch/mirror-urls"
if grep -q '^http://example.vn/tin/yenbai' "$scratch/mirror-urls"; then
	pass 'a mirror has its addresses from its paths'
else
	fail 'a mirror has its addresses from its paths'
	comment "$scratch/mirror-urls"
fi

# everything at once: the sums add up, and a second import changes nothing
timeout 300 "$import" --json --db "$scratch/all" "$in" >"$scratch/first"
expect_output 'all shapes in one directory: the counts add up' jq -c \
	'[.captures, .captures == .imported + .replaced + .unchanged + .duplicates + .rejected]' \
	"$scratch/first" <<'EXPECTED'
[112,true]
EXPECTED
expect_output 'again: what was rejected, and no change' sh -c \
	"timeout 300 '$import' --json --db '$scratch/all' '$in' | jq -c '[.captures, .imported, .replaced, .unchanged + .duplicates, .rejected]'" \
	<<'EXPECTED'
[112,0,0,84,28]
EXPECTED

# ---- lists ----

expect_output 'a list of files on standard input' sh -c \
	"find . -name '*.html' -print0 | sort -z | '$import' --dry-run --quiet --files0-from=- | jq -r .source" \
	<<'EXPECTED'
danh-sach-tin-hoat-dong.html
dongthap-hop-tac-xa.html
khanhhoa-chong-lang-phi.html
yenbai-dan-van-pung-luong.html
EXPECTED
expect_error 2 'leave out' 'a list and a path' \
	"$import" --files0-from=- "$in"
expect_error 3 'no-such-list' 'a list that is not there' \
	"$import" --db "$scratch/none" --files0-from="$scratch/no-such-list"

# ---- what WARC says of captures ----

page=yenbai-dan-van-pung-luong.html
digest=$(cksum <"$page" | tr -d ' ')
: >"$scratch/nothing"
http "$scratch/nothing" >"$scratch/empty"
http "$scratch/nothing" 'Location: /tin' '301 Moved' >"$scratch/moved"
http "$scratch/nothing" '' '404 Not Found' >"$scratch/missing"
http "$page" >"$scratch/block"
{
	warc revisit http://example.vn/lai "$scratch/empty" \
		"WARC-Payload-Digest: sha1:$digest"
	warc response http://example.vn/tin/ "$scratch/block" \
		"WARC-Payload-Digest: sha1:$digest"
	warc revisit http://example.vn/nua "$scratch/empty" \
		"WARC-Payload-Digest: sha1:none"
	warc response http://example.vn/cu "$scratch/moved"
	warc response http://example.vn/mat "$scratch/missing"
} >"$scratch/revisits.warc"
got="$(counts "$scratch/revisits.warc") $(reasons)"
wanted='5 1 3 http-status http-status revisit-unresolved'
if [ "$got" = "$wanted" ]; then
	pass 'a revisit is resolved by a record behind it, statuses reject'
else
	fail 'a revisit is resolved by a record behind it, statuses reject'
	echo "# got '$got'"
fi
expect_output 'a status is told with its code' jq -r \
	'select(.reason == "http-status") | .detail' \
	"$scratch/db/rejects.jsonl" <<'EXPECTED'
301 to /tin
404
EXPECTED

gzip -c "$page" >"$scratch/page.gz"
zstd -q -c "$page" >"$scratch/page.zst"
for row in 'gzip page.gz' 'zstd page.zst' 'gzip page.zst' 'br page.gz'; do
	http "$scratch/${row#* }" "Content-Encoding: ${row% *}" \
		>"$scratch/block"
	warc response http://example.vn/nen "$scratch/block" \
		>"$scratch/coded.warc"
	if [ "$(counts "$scratch/coded.warc")" = '1 1 0' ]; then
		pass "a body in ${row#* }, said to be ${row% *}"
	else
		fail "a body in ${row#* }, said to be ${row% *}"
	fi
done
for coding in gzip deflate br zstd; do
	http "$page" "Content-Encoding: $coding" >"$scratch/block"
	warc response http://example.vn/doi "$scratch/block" \
		>"$scratch/lie.warc"
	if [ "$(counts "$scratch/lie.warc")" = '1 1 0' ]; then
		pass "a plain body, said to be $coding"
	else
		fail "a plain body, said to be $coding"
	fi
done

# ---- damage ----

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

# A record of 1 GB that is there, out of a few MB.
{
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.vn/\r\nContent-Length: 1073741824\r\n\r\n'
	head -c 1073741824 /dev/zero
} | gzip -1 >"$scratch/bomb.warc.gz"
# shellcheck disable=SC3045
got=$(ulimit -v 1000000 && counts "$scratch/bomb.warc.gz")
if grep -q __asan_init "$import"; then
	skip 'a record of 1 GB' 'AddressSanitizer takes more address space'
elif [ "$got" = '1 0 1' ]; then
	pass 'a record of 1 GB is passed over or stopped, in little memory'
else
	fail 'a record of 1 GB is passed over or stopped, in little memory'
	echo "# got '$got'"
	comment "$scratch/stderr"
fi

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

done_testing
