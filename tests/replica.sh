#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A copy of an archive that Xapian's replication keeps, as doc/scaling.md
# tells: it answers as the archive does, follows it, and goes on when the
# archive's machine is gone.
. "${srcdir:-.}/tests/lib.sh"

if ! command -v xapian-replicate-server >/dev/null ||
   ! command -v xapian-replicate >/dev/null; then
	skip_all 'no xapian-replicate (package xapian-tools)'
fi

primary=$scratch/primary
replica=$scratch/replica
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT

# Told to end, the server ends its whole process group, so it gets one of its
# own.  Tries ports until the server stays up and one copy has come.
serve() {
	for try in 1 2 3 4 5; do
		port=$((20000 + ($$ * 7 + try * 1009) % 12000))
		setsid xapian-replicate-server -I 127.0.0.1 -p "$port" "$primary" \
			>"$scratch/server" 2>&1 &
		server=$!
		sleep 0.3
		copy && return 0
		kill "$server" 2>/dev/null
		wait "$server" 2>/dev/null
	done
	comment "$scratch/server" "$scratch/copy"
	return 1
}

copy() {
	timeout 20 xapian-replicate -h 127.0.0.1 -p "$port" -r 0 -o \
		-m gen-0001 "$replica/gen-0001" >"$scratch/copy" 2>&1
}

# What is asked of both: hits with scores, snippets, facets and counts.
ask() {
	"$tracuu" --db="$1" --format=json --facets=number,year \
		'nghị quyết' | jq -S .
}

total() {
	ask "$1" | jq .total.value
}

same() {
	ask "$primary" >"$scratch/of-primary"
	ask "$replica" >"$scratch/of-replica"
	if [ "$(jq .total.value "$scratch/of-primary")" -gt 0 ] &&
	   cmp -s "$scratch/of-primary" "$scratch/of-replica"; then
		pass "$1"
	else
		fail "$1"
		diff "$scratch/of-primary" "$scratch/of-replica" | head -20 |
			comment
	fi
}

page() {
	cat >"$scratch/pages/$1.html" <<-PAGE
	<html><head><title>$2</title><meta charset="utf-8"></head><body>
	<h1>$2</h1><p>Ngày 5/3/2024, Ban Chấp hành Đảng bộ huyện họp về việc
	thực hiện Nghị quyết số $3-NQ/TW về xây dựng đảng bộ vững mạnh.</p>
	<p>Hội nghị thảo luận nhiều nội dung quan trọng của nghị quyết và
	giao nhiệm vụ cho các chi bộ trong quý tới.</p></body></html>
	PAGE
}

mkdir "$scratch/pages" "$replica"
page one 'Hội nghị học tập nghị quyết' 21
page two 'Sơ kết một năm thực hiện' 18
expect_exit 0 'an archive is made' \
	"$import" --quiet --db="$primary" "$scratch/pages"
if serve; then pass 'it is copied'; else fail 'it is copied'; fi
echo 'auto gen-0001' >"$replica/XAPIANDB"
same 'the copy answers as the archive does'

page three 'Quán triệt nghị quyết ở cơ sở' 19
"$import" --quiet --db="$primary" "$scratch/pages" || :
expect_exit 0 'what an import added is copied' copy
expect_output 'and found in the copy' \
	total "$replica" <<'OUT'
3
OUT
same 'with the same answer'

kill "$server"
wait "$server" 2>/dev/null
server=
expect_exit 1 'a copy cannot follow a server that is gone' copy
ask "$primary" >"$scratch/of-primary"
rm -rf "$primary"
ask "$replica" >"$scratch/of-replica"
if [ -s "$scratch/of-primary" ] &&
   cmp -s "$scratch/of-primary" "$scratch/of-replica"; then
	pass 'the copy answers on when the archive is gone'
else
	fail 'the copy answers on when the archive is gone'
fi
"$import" --db="$replica" --dump="$scratch/dump" >/dev/null 2>&1
expect_exit 0 'an archive is made of the copy' \
	"$import" --quiet --db="$scratch/anew" --restore="$scratch/dump"
expect_output 'with all articles' \
	total "$scratch/anew" <<'OUT'
3
OUT
done_testing
