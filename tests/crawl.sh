#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# tracuu-crawl against a small site on this machine: what it fetches, what it
# leaves alone, and that the articles are found.
. "${srcdir:-.}/tests/lib.sh"

command -v wget >/dev/null || skip_all 'no wget'
command -v busybox >/dev/null || skip_all 'no busybox'

export TRACUU_IMPORT="$import"
: "${TRACUU_DATADIR:=$srcdir/src/fact}"
export TRACUU_DATADIR
crawl=$srcdir/tools/tracuu-crawl
site=$scratch/site
html=$srcdir/corpus/html
server=

serve() {
	port=$((20000 + $$ % 20000))
	while [ "$port" -lt 65000 ]; do
		busybox httpd -f -p "127.0.0.1:$port" -h "$site" \
			2>/dev/null &
		server=$!
		sleep .2
		kill -0 "$server" 2>/dev/null && return 0
		port=$((port + 101))
	done
	skip_all 'no port to serve on'
}

mkdir -p "$site/tin" "$site/cam" "$site/rieng"
trap '[ -z "$server" ] || kill "$server"; rm -rf "$scratch"' EXIT
serve
root=http://127.0.0.1:$port

# without its links, most of which lead to pages that are not there
page() {
	sed 's/href="[^"]*"/href="#"/g' "$html/$1" >"$site/$2"
}
page onecms/khanhhoa-chong-lang-phi.html tin/lang-phi.html
page wordpress/dongthap-hop-tac-xa.html tin/hop-tac-xa.html
page sharepoint/yenbai-dan-van-pung-luong.html cam/pung-luong.html
page nukeviet/phutho-ket-nap-hoc-sinh.html rieng/ket-nap.html
page nukeviet/backan-na-chap-nong-thon-moi.html rieng/na-chap.html
echo x >"$site/anh.jpg"
cat >"$site/index.html" <<END
<html><body><p>Trang chủ</p><a href="/tin/lang-phi.html">một</a>
<a href="/cam/pung-luong.html">hai</a> <img src="/anh.jpg"></body></html>
END
cat >"$site/robots.txt" <<END
User-agent: *
Disallow: /cam/
Allow: /rieng/na-chap
Disallow: /rieng/na
Disallow: /*nap.html$
Sitemap: $root/maps.xml
END
cat >"$site/maps.xml" <<END
<sitemapindex><sitemap><loc>$root/map.xml</loc></sitemap></sitemapindex>
END
cat >"$site/map.xml" <<END
<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>$root/tin/hop-tac-xa.html</loc><lastmod>2024-01-02</lastmod></url>
<url>
  <loc>$root/cam/pung-luong.html</loc>
</url>
<url><loc>$root/rieng/ket-nap.html</loc></url><url><loc>$root/rieng/na-chap.html</loc><lastmod>2024-05-06T07:08:09+07:00</lastmod></url>
<url><loc>http://nowhere.invalid/tin.html</loc></url></urlset>
END

# run OPTION...: a crawl of the site into the archive
run() {
	"$crawl" --wait=0 --dir="$scratch/crawl" --db="$scratch/db" \
		--contact=test@example.org "$@" "$root/"
}

# fetched: paths that came since the last call, in order
: >"$scratch/read"
fetched() {
	tail -n +"$(($(wc -l <"$scratch/read") + 1))" "$scratch/crawl/log" \
		>"$scratch/new"
	cat "$scratch/new" >>"$scratch/read"
	sed -n "s|.* URL:$root\([^ ]*\) .* -> .*|\1|p" "$scratch/new"
}

expect_exit 0 'a crawl ends well' run
expect_output 'links and sitemaps lead to pages, robots.txt away from them' \
	fetched <<'EXPECTED'
/
/robots.txt
/tin/lang-phi.html
/tin/hop-tac-xa.html
/rieng/na-chap.html
EXPECTED
found() {
	"$tracuu" --db "$scratch/db" --format=json --limit=100 "$@" |
		jq -r '.hits[].url' | sed "s|^$root||" | sort
}
expect_output 'its articles are found' found 'chi bộ' <<'EXPECTED'
/rieng/na-chap.html
/tin/hop-tac-xa.html
/tin/lang-phi.html
EXPECTED
agents() {
	gzip -dc "$scratch"/crawl/warc/*.warc.gz |
		grep -a '^User-Agent' | tr -d '\r' | sort -u
}
expect_output 'the site is told who asks' agents <<'EXPECTED'
User-Agent: tracuu-crawl (test@example.org)
EXPECTED

# again, with one page changed: only what a sitemap dates later than the last
# crawl, or not at all, is asked for
sed 's/2024-01-02/2099-01-02/' "$site/map.xml" >"$scratch/map"
cp "$scratch/map" "$site/map.xml"
sed 's|</p>|</p><p>Chi bộ họp thêm một phiên chuyên đề về nếp sống mới ở khu dân cư.</p>|' \
	"$site/tin/hop-tac-xa.html" >"$scratch/page"
cp "$scratch/page" "$site/tin/hop-tac-xa.html"
expect_exit 0 'a second crawl, of the sitemap' run --sitemap-only
expect_output 'fetches what changed' fetched <<'EXPECTED'
/tin/hop-tac-xa.html
EXPECTED
expect_output 'and it is found' found '"họp thêm một phiên chuyên đề"' \
	<<'EXPECTED'
/tin/hop-tac-xa.html
EXPECTED

records() {
	find "$scratch/crawl/warc" -newer "$scratch/mark" -name '*.gz' \
		-exec gzip -dc {} + | grep -a '^WARC-Type: revisit' | tr -d '\r'
}
touch "$scratch/mark"
run --no-sitemap --no-import 2>"$scratch/stderr"
expect_output 'what did not change is not stored again' records <<'EXPECTED'
WARC-Type: revisit
WARC-Type: revisit
WARC-Type: revisit
EXPECTED
fetched >/dev/null
# without a pause the next page may be on its way when the limit is seen
run --no-import --max-pages=2 --wait=1 2>"$scratch/stderr"
expect_output 'a crawl ends at its limit' fetched <<'EXPECTED'
/
/robots.txt
EXPECTED
expect_output 'with whole records' sh -c \
	"for file in '$scratch'/*/warc/*.gz '$scratch'/*/*/warc/*.gz; do [ ! -f \"\$file\" ] || gzip -t \"\$file\" 2>&1; done" \
	</dev/null
run --no-import --exclude=/tin --sitemap-only 2>"$scratch/stderr"
expect_output 'a directory left out' fetched </dev/null

cp "$site/robots.txt" "$scratch/robots"
printf 'User-agent: tracuu-crawl\nDisallow: /\n' >"$site/robots.txt"
run --no-import 2>"$scratch/said"
expect_output 'a site that asks to be left alone is' fetched </dev/null
expect_output 'and that is said' grep -c 'asks to leave / alone' \
	"$scratch/said" <<'EXPECTED'
1
EXPECTED
cp "$scratch/robots" "$site/robots.txt"

expect_error 2 'no address' 'a site that is none' "$crawl" example.org
expect_error 2 'unknown or incomplete' 'an option that is none' \
	"$crawl" --fast http://example.org/
expect_error 2 'no number' 'a pause that is none' \
	"$crawl" --wait=long http://example.org/
kill "$server"
server=
run --dir="$scratch/other" >"$scratch/actual" 2>"$scratch/stderr"
status=$?
if [ "$status" -eq 75 ]; then
	pass 'a site that does not answer'
else
	fail "a site that does not answer (exit $status)"
	comment "$scratch/stderr"
fi

done_testing
