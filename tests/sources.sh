#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every shape that captures come in: makes those of tests/sources.tsv, holds
# what is made of each against the table, and then imports all of them.
. "${srcdir:-.}/tests/lib.sh"
# shellcheck source=tests/captures.sh
. "$srcdir/tests/captures.sh"

in=$scratch/in
mkdir "$in"

# ---- files and trees ----

mkdir "$in/tree" "$in/texts" "$in/packed"
cp ./*.html "$in/tree/"
page=yenbai-dan-van-pung-luong.html
cp "$page" "$in/page.html"
"$import" --dry-run --quiet ./*.html >"$scratch/reference"
jq -r 'select(.status == "article") | .source' "$scratch/reference" |
	while read -r name; do
		jq -r --arg s "$name" 'select(.source == $s) | .text' \
			"$scratch/reference" >"$in/texts/${name%.html}.txt"
	done
cp "$in/texts/${page%.html}.txt" "$in/page.txt"
{
	echo '<?xml version="1.0" encoding="utf-8"?>'
	echo '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
	echo '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Tin</title></head><body>'
	sed 's/&/\&amp;/g; s/</\&lt;/g; 1s|.*|<h1>&</h1>|; 2,$s|..*|<p>&</p>|' "$in/page.txt"
	echo '</body></html>'
} >"$in/page.xhtml"
for name in *.html; do
	gzip -c "$name" >"$in/packed/$name.gz"
done

# ---- WARC, ARC, archives ----

each cat >"$in/plain.warc"
each gzip -c >"$in/members.warc.gz"
gzip -c "$in/plain.warc" >"$in/whole.warc.gz"
zstd -q -c "$in/plain.warc" >"$in/whole.warc.zst"
each zstd -q -c >"$in/frames.warc.zst"
zstd_with_dictionary >"$in/dictionary.warc.zst"
xz -c "$in/plain.warc" >"$in/plain.warc.xz"
bzip2 -c "$in/plain.warc" >"$in/plain.warc.bz2"
later() {
	sed 's|^WARC/1.0|WARC/1.1|'
}
later <"$in/plain.warc" >"$in/plain11.warc"
gzip -c "$in/plain11.warc" >"$in/whole11.warc.gz"
for record in "$scratch"/r/*; do
	later <"$record" | gzip -c >>"$in/members11.warc.gz"
	later <"$record" | zstd -q -c >>"$in/frames11.warc.zst"
done
arc >"$in/plain.arc"
gzip -c "$in/plain.arc" >"$in/whole.arc.gz"
zstd -q -c "$in/plain.arc" >"$in/whole.arc.zst"
arc_members >"$in/members.arc.gz"

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
cp "$in/pages.tar" inner.tar
zip -q "$in/tar-in.zip" inner.tar
rm inner.zip inner.tar

# ---- JSON Lines, feeds, mirrors ----

jsonl html >"$in/pages.jsonl"
jsonl body | gzip >"$in/pages.jsonl.gz"
jsonl html | jq -c '{dia_chi: (.link | sub("jsonl"; "khoa")), trang: .html}' \
	>"$in/keys.jsonl"
feed >"$in/feed.xml"
gzip -c "$in/feed.xml" >"$in/feed.xml.gz"
atom >"$in/atom.xml"
mkdir -p "$in/mirror/example.vn/tin" "$in/secure/https/example.vn/tin" \
	"$in/httrack/example.vn/moi"
cp ./*.html "$in/mirror/example.vn/tin/"
cp ./*.html "$in/secure/https/example.vn/tin/"
for name in *.html; do
	sed "s|<head>|<head><!-- Mirrored from example.vn/cu/$name by HTTrack Website Copier/3.x [XR\&CO'2014], Tue, 03 Feb 2026 04:05:06 GMT -->|" \
		"$name" >"$in/httrack/example.vn/moi/$name"
done

# ---- what WARC says of captures ----

each_page() {
	for name in *.html; do
		url=http://example.vn/tin/$name
		"$@"
	done
}
response() {
	warc response "$url" "$scratch/block"
}
resource() {
	warc resource "http://example.vn/tep/$name" "$name" |
		sed 's|^Content-Type: application/http.*|Content-Type: text/html\r|'
}
each_page resource >"$in/resource.warc"
{
	cat "$in/plain.warc"
	warc metadata http://example.vn/tin/ "$scratch/info"
	warc conversion http://example.vn/tin/ "$page"
	warc resource metadata://gnu.org/software/wget/warc/wget.log "$page"
	warc resource urn:pageinfo:http://example.vn/ "$page"
} >"$in/about.warc"
: >"$scratch/nothing"
http "$scratch/nothing" >"$scratch/empty"
digest="WARC-Payload-Digest: sha1:$(cksum <"$page" | tr -d ' ')"
{
	warc revisit http://example.vn/lai "$scratch/empty" "$digest"
	cat "$in/plain.warc"
} >"$in/revisit.warc"
{
	warc revisit http://example.vn/nua "$scratch/empty" \
		'WARC-Payload-Digest: sha1:none'
	cat "$in/plain.warc"
} >"$in/revisit-lost.warc"
{
	for status in '301 Moved' '302 Found' '404 Not Found' '503 Busy' '200 OK'; do
		http "$page" 'Location: /tin' "$status" >"$scratch/block"
		warc response "http://example.vn/tin/${status% *}" "$scratch/block"
	done
} >"$in/status.warc"

# ---- codings ----

chunk() {
	half=$(($(size "$1") / 2))
	printf '%x\r\n' "$half"
	head -c "$half" "$1"
	printf '\r\n%x;note=x\r\n' $(($(size "$1") - half))
	tail -c +$((half + 1)) "$1"
	printf '\r\n0\r\n\r\n'
}
raw_deflate() {		# without the header and trailer of gzip
	gzip -nc "$1" | tail -c +11 | head -c -8
}
# coded HEADER COMMAND...: responses whose bodies COMMAND writes
coded() {
	header=$1
	shift
	"$@" "$name" >"$scratch/body"
	http "$scratch/body" "$header" >"$scratch/block"
	response
}
each_page coded 'Transfer-Encoding: chunked' chunk >"$in/chunked.warc"
each_page coded 'Transfer-Encoding: chunked' cat >"$in/chunked-is-plain.warc"
each_page coded 'Content-Encoding: gzip' gzip -c >"$in/gzip.warc"
each_page coded 'Content-Encoding: deflate' raw_deflate >"$in/deflate.warc"
each_page coded 'Content-Encoding: zstd' zstd -q -c >"$in/zstd.warc"
each_page coded 'Content-Encoding: gzip' zstd -q -c >"$in/gzip-is-zstd.warc"
each_page coded 'Content-Encoding: br' gzip -c >"$in/br-is-gzip.warc"
for coding in gzip deflate br zstd; do
	each_page coded "Content-Encoding: $coding" cat \
		>"$in/$coding-is-plain.warc"
done
! command -v brotli >/dev/null ||
	each_page coded 'Content-Encoding: br' brotli -c >"$in/br.warc"

# ---- charsets ----

# spelled META PAGE: the page in windows-1258, which says META of itself
spelled() {
	sed 's/<meta[^>]*charset[^>]*>//I' "$2" |
		sed "s|<head[^>]*>|&${1:+<meta charset=\"$1\">}|I" |
		iconv -f UTF-8 -t WINDOWS-1258
}
utf16() {
	printf '\377\376'
	sed 's/<meta[^>]*charset[^>]*>//I' "$1" | iconv -f UTF-8 -t UTF-16LE
}

in_charset() {
	type=$1
	shift
	"$@" "$name" >"$scratch/body"
	http "$scratch/body" |
		sed "s|^Content-Type: .*|Content-Type: text/html$type\r|" \
			>"$scratch/block"
	response
}
each_page in_charset '' utf16 >"$in/utf16.warc"
each_page in_charset '; charset=windows-1258' spelled '' >"$in/header-1258.warc"
each_page in_charset '' spelled windows-1258 >"$in/meta-1258.warc"
each_page in_charset '' spelled '' >"$in/spelled-1258.warc"
each_page in_charset '; charset=utf-8' spelled iso-8859-1 >"$in/lying-1258.warc"

# ---- the table ----

# told WANTED-URL <OUTPUT: counts, reasons and the address on a line, then each
# body once
keys=url=dia_chi,html=trang
told() {
	jq -rs --arg wanted "$1" '
		[.[] | select(.status == "article")] as $articles |
		[.[] | select(.status == "rejected") | .reason] as $reasons |
		[$articles[] | .url // "-" |
			select($wanted != "*" and (startswith($wanted) | not))] as $other |
		([($articles | length), ($reasons | length),
			(if $reasons == [] then "-" else $reasons | sort | join(",") end),
			($other[0] // $wanted)] | @tsv),
		([$articles[] | .text | sub("^[^\n]*\n\n"; "") | gsub("\\s+"; " ")] |
			unique[])'
}
told http <"$scratch/reference" | tail -n +2 >"$scratch/bodies"

# row SHAPE URL TEXT: what is made of it, as the table says it
row() {
	timeout 60 "$import" --dry-run --quiet --json-keys="$keys" "$in/$1" \
		2>"$scratch/stderr" | told "$2" >"$scratch/out"
	same=-
	[ "$3" = - ] || {
		tail -n +2 "$scratch/out" >"$scratch/text"
		same=other
		cmp -s "$scratch/text" "$scratch/bodies" && same=same
	}
	printf '%s\t%s\n' "$(head -n 1 "$scratch/out")" "$same"
}

tab=$(printf '\t')
grep -v '^#' "$srcdir/tests/sources.tsv" >"$scratch/rows"
while IFS=$tab read -r shape articles rejects reasons url text; do
	if [ "$shape" = br.warc ] && [ ! -e "$in/$shape" ]; then
		skip "$shape" 'no brotli'
		continue
	fi
	row "$shape" "$url" "$text" >"$scratch/got"
	printf '%s\t%s\t%s\t%s\t%s\n' "$articles" "$rejects" "$reasons" \
		"$url" "$text" >"$scratch/wanted"
	if cmp -s "$scratch/got" "$scratch/wanted"; then
		pass "$shape: as the table says"
	else
		fail "$shape: as the table says"
		diff -u "$scratch/wanted" "$scratch/got" | comment
		comment "$scratch/stderr"
	fi
done <"$scratch/rows"

# ---- all of them ----

captures=$(grep -v '^br.warc' "$scratch/rows" |
	awk -F '\t' '{ n += $2 + $3 } END { print n }')
rejects=$(awk -F '\t' '$1 != "br.warc" { n += $3 } END { print n }' \
	"$scratch/rows")
rm -f "$in/br.warc"
tally() {
	timeout 300 "$import" --json --json-keys="$keys" --db "$scratch/all" \
		"$in" 2>"$scratch/stderr" | jq -c '[.captures, .rejected,
		.captures == .imported + .replaced + .unchanged + .duplicates + .rejected]'
}
expect_output 'all shapes in one directory: the counts add up' tally <<EXPECTED
[$captures,$rejects,true]
EXPECTED
expect_output 'again: the same, and they add up' tally <<EXPECTED
[$captures,$rejects,true]
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

done_testing
