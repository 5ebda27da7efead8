# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh disable=SC2154
# Captures for tests, in whichever shape: three articles and a list page, in
# the working directory.  Source it behind lib.sh.

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

# arc_members: the same, each record packed by itself
arc_members() {
	printf 'filedesc://a.arc 0.0.0.0 20260203040506 text/plain 6\n1 0 x\n\n' |
		gzip -c
	for page in *.html; do
		http "$page" >"$scratch/block"
		{
			printf 'http://example.vn/arc/%s 10.0.0.1 20260203040506 text/html %s\n' \
				"$page" "$(size "$scratch/block")"
			cat "$scratch/block"
			echo
		} | gzip -c
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
