#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What became of every capture: the rejects and their report, trying them
# again, what is absent and why, and the bytes that an article was read from.
. "${srcdir:-.}/tests/lib.sh"

: "${TRACUU_DATADIR:=$srcdir/src/fact}"
export TRACUU_DATADIR
html=$srcdir/corpus/html
at=$scratch/at
mkdir -p "$at/crawl"
cd "$at" || exit 1

size() {
	wc -c <"$1" | tr -d ' '
}

# warc URL FILE [STATUS]: a response on stdout
warc() {
	{ printf 'HTTP/1.1 %s\r\nContent-Type: text/html\r\n\r\n' "${3:-200 OK}"
		cat "$2"; } >"$scratch/block"
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\n' "$1"
	printf 'WARC-Record-ID: <urn:uuid:%s>\r\n' "$(basename "$1")"
	printf 'Content-Length: %s\r\n\r\n' "$(size "$scratch/block")"
	cat "$scratch/block"
	printf '\r\n\r\n'
}

list=$html/nukeviet/danh-sach-tin-hoat-dong.html
page=$html/onecms/khanhhoa-chong-lang-phi.html
# the same page elsewhere, which names no address of its own
sed 's/<link[^>]*canonical[^>]*>//; s/<meta[^>]*og:url[^>]*>//' "$page" \
	>"$scratch/page.html"
page=$scratch/page.html
{
	warc http://a.vn/1 "$page"
	warc http://a.vn/tin "$list"
	warc http://b.vn/mat "$page" '404 Not Found'
	warc http://b.vn/2 "$page"
	warc http://a.vn/mat "$page" '404 Not Found'
} >"$scratch/a.warc"
cp "$scratch/a.warc" crawl/plain.warc
cp "$html/wordpress/dongthap-hop-tac-xa.html" crawl/page.html
printf 'a\001\002\003b\n' >crawl/noise.bin

expect_output 'the last line adds up' "$import" --db db crawl <<'EXPECTED'
7 captures: 2 imported, 0 replaced, 0 unchanged, 1 duplicates, 4 rejected
EXPECTED

# ---- rejects ----

second=$(warc http://a.vn/1 "$page" | wc -c | tr -d ' ')
expect_output 'a reject has its source, and the parts of it' jq -c \
	'select(.reason == "list-page") | [.source, .file, .offset, .record, .url]' \
	db/rejects.jsonl <<EXPECTED
["crawl/plain.warc#$second","crawl/plain.warc",$second,"urn:uuid:tin","http://a.vn/tin"]
EXPECTED
expect_output 'a file has no offset' jq -c \
	'select(.reason == "binary") | [.source, .file, .offset, .record, .url]' \
	db/rejects.jsonl <<'EXPECTED'
["crawl/noise.bin","crawl/noise.bin",null,null,null]
EXPECTED
expect_output 'the report groups them by reason and site' \
	"$import" --db db --report=rejects <<'EXPECTED'
      2  http-status
      1    a.vn
             http://a.vn/mat
      1    b.vn
             http://b.vn/mat
      1  binary
      1    (no address)
             crawl/noise.bin
      1  list-page
      1    a.vn
             http://a.vn/tin
EXPECTED
expect_output 'for programs' sh -c \
	"'$import' --db db --report=rejects --json | jq -c '[.reason, .site, .count, .examples]' | tail -n 1" \
	<<'EXPECTED'
["list-page","a.vn",1,["http://a.vn/tin"]]
EXPECTED

# ---- absent ----

names() {
	printf '%s\n' http://a.vn/1 http://a.vn/tin http://b.vn/2 http://c.vn/ \
		crawl/page.html crawl/noise.bin crawl/plain.warc other.html \
		"$at/crawl/noise.bin"
}
id=$("$tracuu" --db db --format=ids nguon:a.vn)
names >"$scratch/names"
absent() {
	"$import" --db db --not-indexed - "$@" <"$scratch/names"
}
expect_output 'what is absent, and why' absent <<EXPECTED
http://a.vn/tin: rejected: list-page: $(jq -r 'select(.reason == "list-page").detail' db/rejects.jsonl)
http://b.vn/2: duplicate of $id
http://c.vn/: never seen
crawl/noise.bin: rejected: binary: control characters
other.html: never seen
$at/crawl/noise.bin: rejected: binary: control characters
EXPECTED
expect_output 'for programs' sh -c \
	"'$import' --db db --not-indexed '$scratch/names' --json | jq -c '[.name, .status, .id]' | sed -n 2,3p" \
	<<EXPECTED
["http://b.vn/2","duplicate","$id"]
["http://c.vn/","never-seen",null]
EXPECTED
expect_error 3 'no-such-list' 'a list that is not there' \
	"$import" --db db --not-indexed no-such-list

# ---- the bytes ----

same() {
	"$import" --db db --raw "$1" >"$scratch/raw" && cmp "$scratch/raw" "$2"
}
expect_exit 0 'an article gives its bytes: a record' same "$id" "$page"
other=$("$tracuu" --db db --format=ids 'tieude:"hợp tác xã"')
expect_exit 0 'a file' same "$other" crawl/page.html
expect_exit 0 'one of its sources' same \
	"$(jq -r .sources[1] <<-END
		$("$tracuu" show --db db --format=json "$id")
	END
	)" "$page"
expect_exit 0 'a reject gives them, too' same crawl/noise.bin crawl/noise.bin
expect_exit 0 'from another directory' sh -c \
	"cd / && '$import' --db '$at/db' --raw $other | cmp - '$at/crawl/page.html'"
for pack in gzip zstd; do
	command -v "$pack" >/dev/null || continue
	mkdir -p "$pack/in"
	sed "s/lãng phí/lãng phí $pack/" "$page" >"$pack/page"
	for part in "$list" "$pack/page"; do
		warc "http://$pack.vn/tin/bai.html" "$part" | $pack -c \
			>>"$pack/in/a"
	done
	"$import" --db "$pack/db" --quiet "$pack/in" 2>"$scratch/stderr"
	first=$("$tracuu" --db "$pack/db" --format=ids --limit=1 'chi bộ')
	expect_exit 0 "a record of a file in $pack" \
		"$import" --db "$pack/db" --raw "$first"
	if grep -q "lãng phí $pack" "$scratch/actual"; then
		pass 'and it is the page'
	else
		fail 'and it is the page'
	fi
done
mv crawl/page.html crawl/away
expect_error 3 'page.html: its file is gone' 'a file that is gone' \
	"$import" --db db --raw "$other"
echo x >crawl/page.html
expect_error 3 'has changed' 'a file that has changed' \
	"$import" --db db --raw "$other"
mv crawl/away crawl/page.html
expect_error 3 "is no article's id" 'an id that is none' \
	"$import" --db db --raw 0000000000000000

# ---- again ----

tally() {
	"$import" --db db --json "$@" 2>"$scratch/stderr" | jq -c \
		'[.captures, .imported, .replaced, .unchanged, .duplicates, .rejected]'
}
# what was rejected is not opened again while size and time are the same: an
# article of that size and time in its place is not seen
padded() {
	cat "$html/sharepoint/yenbai-dan-van-pung-luong.html"
	printf '%99s' ''
}
padded | tr 'a-z' '\001' >crawl/noise.bin
expect_output 'a reject that has changed is read' tally crawl <<'EXPECTED'
[7,0,0,3,0,4]
EXPECTED
touch -r crawl/noise.bin time
cp db/rejects.jsonl before.jsonl
padded >crawl/noise.bin
touch -r time crawl/noise.bin
expect_output 'one that has not is not: it stays rejected, and counted' \
	tally crawl <<'EXPECTED'
[7,0,0,3,0,4]
EXPECTED
expect_exit 0 'what was said of it stays' cmp before.jsonl db/rejects.jsonl
"$import" --db db --dump=dump.jsonl
"$import" --db copy --quiet --restore=dump.jsonl
expect_output 'an archive that was restored knows it, too' sh -c \
	"'$import' --db copy --json crawl | jq -c '[.unchanged, .rejected]'" \
	<<'EXPECTED'
[3,4]
EXPECTED
expect_output 'other rules read it again' sh -c \
	"'$import' --db copy --json --site-rules=/dev/null crawl |
		jq -c '[.imported, .unchanged, .rejected]'" <<'EXPECTED'
[1,3,3]
EXPECTED
expect_output 'only what was rejected is tried again' tally --retry-rejected \
	<<'EXPECTED'
[4,1,0,0,0,3]
EXPECTED
expect_output 'and what became an article is no reject any more' sh -c \
	'jq -r .reason db/rejects.jsonl | sort | uniq -c | tr -s " "' \
	<<'EXPECTED'
 2 http-status
 1 list-page
EXPECTED
expect_error 2 'leave out' 'paths are not named then' \
	"$import" --db db --retry-rejected crawl

# ---- what a replaced article keeps ----

# story ADDRESS TITLE
story() {
	jq -Rsc --arg url "$1" --arg title "$2" \
		'{url: $url, title: $title, date: "2020-03-04", body: .}' \
		"$srcdir/corpus/dump/kontum-thon-dak-lung.txt"
}
mkdir kept
story http://k.vn/1 'Một tựa đề của bài viết' >kept/1.jsonl
story http://k.vn/2 'Một tựa đề của bài viết' >kept/2.jsonl
"$import" --db kept.db --quiet kept 2>/dev/null
story http://k.vn/1 'Một tựa đề khác của bài viết' >kept/1.jsonl
touch -d 2001-01-01 kept/1.jsonl
"$import" --db kept.db --quiet kept 2>/dev/null
expect_output 'the address of a duplicate is known still' sh -c \
	"echo http://k.vn/2 | '$import' --db kept.db --not-indexed - | sed 's/of .*/of it/'" \
	<<'EXPECTED'
http://k.vn/2: duplicate of it
EXPECTED

# revisit URL: the page that warc() writes, come again
digest='WARC-Payload-Digest: sha1:SAME'
revisit() {
	printf 'WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: %s\r\n' "$1"
	printf '%s\r\nContent-Length: 0\r\n\r\n\r\n\r\n' "$digest"
}
mkdir twice
warc http://l.vn/1 "$page" | sed "s|^WARC-Record-ID.*|&\n$digest\r|" \
	>twice/1.warc
revisit http://l.vn/1 >twice/2.warc
"$import" --db twice.db --quiet twice 2>/dev/null
expect_exit 0 'a revisit gives the bytes of its original in another file' sh -c \
	"'$import' --db twice.db --raw 'twice/2.warc#0' | cmp - '$page'"

# ---- keys of JSON Lines ----

jq -Rsc '{dia_chi: "http://a.vn/k", tieu_de: "Một tựa đề của bài viết", noi_dung: ., ngay: "2020-03-04"}' \
	"$srcdir/corpus/dump/kontum-thon-dak-lung.txt" >keys.jsonl
keyed() {
	"$import" --dry-run --quiet "$@" keys.jsonl |
		jq -r '[.status, .url, .title, .published.date] | @tsv'
}
expect_output 'keys that the archivist names' keyed \
	--json-keys=url=dia_chi,title=tieu_de,body=noi_dung,date=ngay \
	<<'EXPECTED'
article	http://a.vn/k	Một tựa đề của bài viết	2020-03-04
EXPECTED
expect_error 2 'no WHAT=KEY' 'a key that is none' \
	"$import" --dry-run --json-keys=url keys.jsonl
expect_error 2 'there are url' 'a part that is none' \
	"$import" --dry-run --json-keys=author=tac_gia keys.jsonl

done_testing
