#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What happens to archives: programs killed at any moment, a disk that is
# full, tables that rot, files that go.  The archive answers as before or
# says what is wrong and what to run; what was committed is never lost.
#
# FAULTS_KILLS: how many runs are killed (make proofs: 1000)
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
db=$scratch/archive
pages=$scratch/pages
kills=${FAULTS_KILLS:-200}
mkdir "$pages"

damage() {
	"$import" --db "$1" --json --verify=all 2>>"$scratch/verify" |
		jq -r '.damaged + (.findings |
			map(select(.grade == "stale" and
				(.where | startswith("article")))) | length)'
}

# ---- killed ----

for i in 1 2 3 4 5 6; do
	page $i ''
done
"$import" --quiet --db "$db" "$pages" 2>/dev/null
held "$db" >"$scratch/before"
is 'six articles to begin with' "$(wc -l <"$scratch/before")" 6

# One of the things that archivists run, by turns.
work() {
	case $(($1 % 5)) in
	0) page 1 "Lần $1." && set -- "$pages" ;;
	1) page "mới$1" '' && set -- "$pages" ;;
	2) set -- --rebuild --from-archive ;;
	3) set -- --rebuild "$pages" ;;
	4) set -- --compact ;;
	esac
	"$builddir/tests/kill-at" "$after" "$import" --quiet --db "$db" "$@" \
		>/dev/null 2>>"$scratch/work"
}

# How long a whole one takes here, the fastest of three: moments are spread over
# that.
took=1000000000
for i in 1 2 3; do
	start=$(date +%s%N)
	"$import" --quiet --db "$db" --rebuild "$pages" 2>/dev/null
	now=$((($(date +%s%N) - start) / 1000))
	[ "$now" -gt "$took" ] || took=$now
done
lost=0 unanswered=0 killed=0 run=0
while [ "$run" -lt "$kills" ]; do
	run=$((run + 1))
	after=$((run * 7919 % 1000 * took / 900))
	work "$run" && killed=$((killed + 1))
	answer=$("$tracuu" --db "$db" --format=json --limit=0 'nạo vét' \
		2>>"$scratch/unanswered" | jq .total.value)
	if [ "${answer:-0}" -lt 6 ]; then
		unanswered=$((unanswered + 1))
	fi
	if [ $((run % 20)) -eq 0 ]; then
		held "$db" >"$scratch/after"
		comm -23 "$scratch/before" "$scratch/after" >>"$scratch/lost"
		lost=$(wc -l <"$scratch/lost")
		cp "$scratch/after" "$scratch/before"
	fi
done
is "$kills runs, each killed somewhere: every question is answered" \
	"$unanswered" 0
[ "$unanswered" -eq 0 ] || comment "$scratch/unanswered"
is 'no committed article is lost' "$lost" 0
if [ "$killed" -ge $((kills / 4)) ]; then
	pass 'a good part of them was killed under way'
else
	fail "a good part of them was killed under way: $killed"
fi
is 'nothing is damaged' "$(damage "$db")" 0
expect_exit 0 'the next import goes on' "$import" --quiet --db "$db" "$pages"
expect_exit 0 'and the next rebuild' "$import" --quiet --db "$db" \
	--rebuild "$pages"
is 'nothing half made is left' \
	"$(find "$db" -name '*.building' -o -name '*.removed' \
		-o -name '*.tmp' | wc -l)" 0
is 'every capture is there' "$(held "$db" | wc -l)" \
	"$(find "$pages" -type f | wc -l)"

# killed while it is made for the first time
run=0 broken=0
while [ "$run" -lt 20 ]; do
	run=$((run + 1))
	"$builddir/tests/kill-at" $((run * took / 20)) "$import" --quiet \
		--db "$scratch/first" "$pages" 2>/dev/null
	"$tracuu" --db "$scratch/first" --limit=0 'nạo vét' >/dev/null 2>&1
	case $? in
	0 | 1 | 4) ;;
	*) broken=$((broken + 1)) ;;
	esac
	"$import" --quiet --db "$scratch/first" "$pages/1.txt" \
		2>"$scratch/stderr" || broken=$((broken + 1))
	rm -r "$scratch/first"
done
is 'killed while it is made: there is none, or a good one' "$broken" 0

# ---- the disk is full, at each write in turn ----

rm -r "$pages" && mkdir "$pages"
for i in 1 2 3; do
	page $i ''
done
rm -r "$db"
"$import" --quiet --db "$db" "$pages"
shim=$scratch/fail-io.so
if ${CC:-cc} -shared -fPIC -o "$shim" "$srcdir/tests/fail-io.c" -ldl \
	2>/dev/null &&
   LD_PRELOAD=$shim "$import" --version >/dev/null 2>&1; then
	full() {
		LD_PRELOAD=$shim FAIL_AT=$1 FAIL_COUNT=$scratch/calls \
			"$import" --quiet --db "$scratch/full" "$2" "$3" \
			>"$scratch/stdout" 2>"$scratch/stderr"
	}
	for what in import rebuild; do
		case $what in
		import) first=$pages second=$pages ;;
		rebuild) first=--rebuild second=--from-archive ;;
		esac
		at=0 bad=0
		while :; do
			rm -rf "$scratch/full"
			cp -r "$db" "$scratch/full"
			page 1 "Đầy đĩa lần $at."
			full "$at" "$first" "$second"
			status=$?
			[ -n "$(cat "$scratch/stderr")" ] || [ $status -eq 0 ] ||
				bad=$((bad + 1))
			[ $status -eq 0 ] || [ $status -eq 74 ] || {
				echo "write $at: exit $status" | comment
				comment <"$scratch/stderr"
				bad=$((bad + 1))
			}
			answer=$("$tracuu" --db "$scratch/full" --format=json \
				--limit=0 'nạo vét' | jq .total.value)
			[ "$answer" = 3 ] || bad=$((bad + 1))
			"$import" --quiet --db "$scratch/full" "$pages" ||
				bad=$((bad + 1))
			[ "$(held "$scratch/full" | wc -l)" -eq 3 ] ||
				bad=$((bad + 1))
			[ "$at" -lt "$(cat "$scratch/calls")" ] || break
			at=$((at + 1 + at / 8))
		done
		is "a full disk, at writes up to $at of the $what" "$bad" 0
		is "the $what goes through when there is room" "$status" 0
	done
else
	skip 'a full disk' 'no preloading here'
fi

# ---- a database engine that crashes on what it reads ----

# Where Xapian dies of damage differs from build to build: here it dies of
# nothing, at a read.
if [ -e "$shim" ]; then
	dying() {
		env LD_PRELOAD="$shim" FAIL_AT="$1" FAIL_SIGNAL=11 \
			FAIL_READS=1 "$tracuu" --db "$db" 'nạo vét' "$2"
	}
	for at in 0 1 2; do
		expect_error 6 "tracuu-import --db $db --verify" \
			"a crash at read $at is said, with what to run" \
			dying $at --format=ids
	done
	dying 2 --format=json >"$scratch/actual"
	is 'in JSON too' "$? $(jq -r .error.code "$scratch/actual")" '6 damaged'
	dying 2 --format=jsonl >"$scratch/actual"
	is 'and in its lines' "$? $(jq -r '.type + " " + .error.code' \
		"$scratch/actual")" '6 error damaged'
	# of a write that is none of Xapian's
	(LD_PRELOAD=$shim FAIL_AT=0 FAIL_SIGNAL=11 "$import" --db \
		"$scratch/crash" "$pages/1.txt") >/dev/null 2>"$scratch/stderr"
	status=$?	# of a signal, or what a sanitizer makes of it
	is 'any other crash takes its course' \
		"$((status != 0 && status != 6)) $(grep -c damaged "$scratch/stderr")" \
		'1 0'
else
	skip 'a crash' 'no preloading here'
fi

# The same with a disk that is gone in mid-query.
if [ -e "$shim" ]; then
	wrong=0 at=0 calls=1
	was=$("$tracuu" --db "$db" --format=ids 'nạo vét')
	while [ "$at" -lt "$calls" ]; do
		answer=$(LD_PRELOAD=$shim FAIL_AT=$at FAIL_READS=1 FAIL_ERRNO=5 \
			FAIL_COUNT=$scratch/calls "$tracuu" --db "$db" \
			--format=ids 'nạo vét' 2>"$scratch/stderr")
		status=$?
		calls=$(cat "$scratch/calls")
		{ [ $status -eq 6 ] && grep -q -- --verify "$scratch/stderr"; } ||
			{ [ $status -eq 0 ] && [ "$answer" = "$was" ]; } ||
			wrong=$((wrong + 1))
		at=$((at + 1))
	done
	is "no read succeeds from one of $calls on: said" \
		"$wrong $((calls > 2))" '0 1'
fi

# ---- a file system that cannot be written, a mount that is not there ----

# readonly WHAT COMMAND...: what the command runs cannot write to it
readonly_archive() {
	what=$1
	shift
	# whoever it runs as need not be let into where this was built
	if ! "$@" test -r "$TRACUU_DATADIR/registry.tsv" 2>/dev/null ||
		! "$@" "$tracuu" --db "$scratch/readonly" --limit=0 'nạo vét' \
			>/dev/null 2>&1; then
		skip "$what" 'neither possible nor needed here'
		return
	fi
	expect_exit 0 "$what answers" \
		"$@" "$tracuu" --db "$scratch/readonly" 'nạo vét'
	expect_error 74 'cannot write to the archive' \
		'an import into it says so' \
		"$@" "$import" --quiet --db "$scratch/readonly" "$pages"
	expect_exit 0 'it can be dumped' \
		"$@" "$import" --db "$scratch/readonly" --dump=/dev/null
	expect_exit 0 'and verified' \
		"$@" "$import" --db "$scratch/readonly" --verify
}
cp -r "$db" "$scratch/readonly"
chmod -R a-w "$scratch/readonly"
if [ "$(id -u)" -ne 0 ]; then
	readonly_archive 'a read-only archive' env
else			# who may write anyway
	chmod a+rx "$scratch"
	readonly_archive 'a read-only archive' setpriv --reuid=65534 \
		--regid=65534 --clear-groups
fi
chmod -R u+w "$scratch/readonly"
cat >"$scratch/mounted" <<'END'
mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 99
shift
exec "$@"
END
readonly_archive 'a read-only file system' unshare --mount --map-root-user \
	sh "$scratch/mounted" "$scratch/readonly"
expect_error 4 'no archive at' 'a mount that is not there' \
	"$tracuu" --db "$scratch/mnt/archive" x
expect_error 74 'cannot make' 'nor is one made in its place' \
	"$import" --quiet --db "$scratch/mnt/archive" "$pages"

# ---- two at once ----

rm -rf "$scratch/two"
for i in 1 2 3 4 5 6; do
	"$import" --quiet --lock-timeout=60 --db "$scratch/two" "$pages" \
		2>>"$scratch/two-errors" &
done
wait
is 'six importers at once: each waits for its turn' \
	"$(held "$scratch/two" | wc -l) $(wc -l <"$scratch/two-errors")" '3 0'

# ---- copied while it is written ----

copies=0 wrong=0
(for i in 1 2 3 4 5 6; do
	page 2 "Chép lần $i."
	"$import" --quiet --db "$scratch/two" "$pages"
done) &
writer=$!
while kill -0 "$writer" 2>/dev/null; do
	rm -rf "$scratch/copied"
	cp -r "$scratch/two" "$scratch/copied" 2>/dev/null
	"$tracuu" --db "$scratch/copied" --limit=0 'nạo vét' >/dev/null \
		2>"$scratch/stderr"
	case $? in
	0 | 4 | 6) ;;
	*) wrong=$((wrong + 1)) ;;
	esac
	copies=$((copies + 1))
done
is 'a copy made meanwhile is good, or says that it is damaged' "$wrong" 0

# ---- the clock ----

page 3 'Đồng hồ lùi.'
touch -d '2001-01-01' "$pages/3.txt"
"$import" --quiet --db "$scratch/two" "$pages"
is 'a page with a time before its last one is read again' \
	"$("$tracuu" --db "$scratch/two" --format=json '"đồng hồ lùi"' |
		jq .total.value)" 1

# ---- a manifest edited by hand ----

# What stands in the database decides; the file is said to be another.
manifest=$(ls "$scratch"/two/gen-*/manifest.json)
was=$("$tracuu" --db "$scratch/two" --format=ids 'nạo vét')
cp "$manifest" "$scratch/manifest"
for edit in 's/{/[/' 's/"documents":[0-9]*/"documents":-1e400/' \
	    's/"schema":"[^"]*"/"schema":"99"/' 's/}/,"owner":"me"}/' \
	    's/"registry":"[^"]*",//' '1d' gone; do
	case $edit in
	gone) rm "$manifest" ;;
	*) sed "$edit" "$scratch/manifest" >"$manifest" ;;
	esac
	! cmp -s "$manifest" "$scratch/manifest" || fail "it is edited: $edit"
	said=$("$import" --db "$scratch/two" --verify)
	is "a manifest edited by hand ($edit) is said" "$? $(echo "$said" |
		grep -c '^stale: manifest.json: .*; mend with: tracuu-import PATH')" \
		'0 1'
	is 'the answer is as before' \
		"$("$tracuu" --db "$scratch/two" --format=ids 'nạo vét')" \
		"$was"
done
"$import" --quiet --db "$scratch/two" "$pages"
is 'an import writes it anew' "$(cat "$manifest")" "$(cat "$scratch/manifest")"

# ---- tables that rot ----

"$import" --quiet --db "$db" --rebuild --from-archive
gen=$db/$(sed 's/auto //' "$db/XAPIANDB")
whole=$("$tracuu" --db "$db" --format=ids 'nạo vét')
run=0 wrong=0 told=0 unfound=0
for table in "$gen"/*.glass; do
	size=$(wc -c <"$table")
	for part in 1 2 3 4 5 6 7 8; do
		run=$((run + 1))
		cp "$table" "$scratch/table"
		if [ "$part" -le 2 ]; then
			truncate -s $((size * part / 3)) "$table"
		else
			printf '\377\000\252' | dd of="$table" bs=1 conv=notrunc \
				seek=$((size * part / 9 + part)) 2>/dev/null
		fi
		answer=$("$tracuu" --db "$db" --format=ids 'nạo vét' \
			2>"$scratch/stderr")
		status=$?
		if [ "$status" -eq 6 ] && grep -q -- '--verify' "$scratch/stderr"; then
			told=$((told + 1))
		elif [ "$status" -ne 0 ] || [ "$answer" != "$whole" ]; then
			wrong=$((wrong + 1))
			echo "$table $part: exit $status, '$answer'" >>"$scratch/rot"
			cat "$scratch/stderr" >>"$scratch/rot"
		fi
		"$import" --db "$db" --verify >/dev/null 2>"$scratch/stderr"
		status=$?
		if [ "$status" -ne 6 ]; then
			unfound=$((unfound + 1))
			echo "$table $part: --verify: exit $status" >>"$scratch/rot"
			cat "$scratch/stderr" >>"$scratch/rot"
		fi
		cp "$scratch/table" "$table"
	done
done
is "$run tables cut or overwritten: the answer as before, or said" "$wrong" 0
[ "$((wrong + unfound))" -eq 0 ] || comment "$scratch/rot"
is 'the check finds each of them' "$unfound" 0
if [ "$told" -gt 0 ]; then
	pass 'and some of it was said'
else
	fail 'and some of it was said'
fi
# Each import takes the sums of what it has written.
cp -r "$db" "$scratch/since"
for i in 1 2 3; do
	page 2 "Bài viết lại lần $i sau khi đã tính tổng."
	"$import" --quiet --db "$scratch/since" "$pages"
	"$import" --db "$scratch/since" --json --verify=all |
		jq -c '[.damaged, .blocks_newer > 0]'
done >"$scratch/newer"
is 'blocks written since are no damage, and have sums' \
	"$(grep -c -F '[0,false]' "$scratch/newer")" 3
# One bit in the middle of what blocks hold, where no structure shows it.
unfound=0
for table in "$gen"/*.glass; do
	at=$((8192 + 4096 + 11))
	[ "$at" -lt "$(wc -c <"$table")" ] || at=4107
	cp "$table" "$scratch/table"
	byte=$(od -An -tu1 -j$at -N1 "$table")
	printf '%b' "\\0$(printf %o $((byte ^ 4)))" |
		dd of="$table" bs=1 conv=notrunc seek=$at 2>/dev/null
	"$import" --db "$db" --verify >"$scratch/stdout" 2>&1
	if [ $? -ne 6 ] || ! grep -q "${table##*/}" "$scratch/stdout"; then
		unfound=$((unfound + 1))
		comment "$scratch/stdout"
	fi
	cp "$scratch/table" "$table"
done
is 'one bit in each table is found' "$unfound" 0
# Of postings a search notices it: wherever it is, the answer is the same, or
# the error says what to do.
cp "$gen/postlist.glass" "$scratch/table"
size=$(wc -c <"$scratch/table")
right=$("$tracuu" --db "$db" --format=ids 'nạo vét' | sum)
same=0 told=0 wrong=0
for part in $(seq 1 60); do
	at=$((size * part / 61))
	byte=$(od -An -tu1 -j$at -N1 "$scratch/table")
	printf '%b' "\\0$(printf %o $((byte ^ 1 << part % 8)))" |
		dd of="$gen/postlist.glass" bs=1 conv=notrunc seek=$at 2>/dev/null
	"$tracuu" --db "$db" --format=ids 'nạo vét' \
		>"$scratch/stdout" 2>"$scratch/stderr"
	status=$?
	if [ "$status" -eq 0 ] && [ "$(sum <"$scratch/stdout")" = "$right" ]; then
		same=$((same + 1))
	elif [ "$status" -eq 6 ] && grep -q -e '--verify' "$scratch/stderr"; then
		told=$((told + 1))
	else
		wrong=$((wrong + 1))
	fi
	cp "$scratch/table" "$gen/postlist.glass"
done
echo "# one bit in postings: $same answers the same, $told told, $wrong wrong"
is 'a search answers as before, or says what has rotted' "$wrong" 0
if [ "$told" -gt 0 ]; then
	pass 'and blocks that it reads have rotted here'
else
	fail 'and blocks that it reads have rotted here'
fi
printf x >>"$gen/tables.sum"
"$import" --db "$db" --verify >"$scratch/stdout"
is 'sums that are damaged are no damage of the archive' \
	"$? $(grep -c '^stale: .*tables.sum.*--compact' "$scratch/stdout")" '0 1'
rm "$gen/tables.sum"
expect_exit 0 'nor are sums that are missing' "$import" --db "$db" --verify
# an id that is overwritten is no id
cp "$gen/postlist.glass" "$scratch/table"
first=$(echo "$whole" | head -n 1)
LC_ALL=C grep -abo "$first" "$gen/postlist.glass" | while IFS=: read -r at _; do
	printf '\377\000\252' | dd of="$gen/postlist.glass" bs=1 conv=notrunc \
		seek=$((at + 3)) 2>/dev/null
done
expect_error 6 '--verify' 'an overwritten id is said, not shown' \
	"$tracuu" --db "$db" --format=ids 'nạo vét'
cp "$scratch/table" "$gen/postlist.glass"
truncate -s 4096 "$gen/postlist.glass"
expect_exit 6 'what is damaged is found' "$import" --db "$db" --verify
# so much that it cannot be opened, and there is no other generation
cp -r "$db" "$scratch/only"
find "$scratch/only" -name 'gen-*' ! -path "*/${gen##*/}" -prune -exec rm -r {} +
truncate -s 50 "$scratch/only/${gen##*/}/postlist.glass"
"$import" --db "$scratch/only" --verify >"$scratch/stdout"
is 'what cannot be opened is found, with what is possible' \
	"$? $(grep -c 'mend with: tracuu-import --restore=DUMP, or --rebuild' \
		"$scratch/stdout")" '6 1'
"$import" --quiet --db "$scratch/only" --rebuild "$pages" 2>"$scratch/stderr"
is 'the captures mend it, and what is lost is said' \
	"$? $(grep -c 'taken down in it is not carried over' "$scratch/stderr") \
$("$tracuu" --db "$scratch/only" --format=json 'nạo vét' | jq .total.value)" '0 1 3'
expect_exit 0 'it is whole' "$import" --db "$scratch/only" --verify=all
expect_exit 0 'and what it says mends it' "$import" --db "$db" --rollback
expect_output 'it answers again' "$tracuu" --db "$db" --format=ids 'nạo vét' \
	<<END
$whole
END

# ---- files that go ----

gen=$db/$(sed 's/auto //' "$db/XAPIANDB")
rm -r "$gen"
expect_error 6 '--rollback' 'a generation deleted by hand' \
	"$tracuu" --db "$db" x
rm -r "$db"
"$import" --quiet --db "$db" "$pages"
rm "$db/XAPIANDB"
expect_error 6 '--rollback=1' 'a stub deleted by hand' "$tracuu" --db "$db" x
expect_error 6 '--rollback=1' 'no import begins anew beside it' \
	"$import" --quiet --db "$db" "$pages"
expect_exit 0 'what it says mends it' "$import" --db "$db" --rollback=1
is 'it answers as before' \
	"$("$tracuu" --db "$db" --format=ids 'nạo vét' | sort)" \
	"$(echo "$whole" | sort)"
rm "$db/lock" "$db/rejects.jsonl" "$db"/gen-*/manifest.json
expect_exit 0 'what an import writes anew may go' \
	"$import" --quiet --db "$db" "$pages"
is 'it is there again' "$(ls "$db")" "$(printf '%s\n' XAPIANDB gen-0001 lock \
	rejects.jsonl)"

# ---- started without standard input, output or error ----

# What is opened next would be taken for them: the lock for standard output.
"$import" --db "$db" --dump >&- 2>/dev/null
is 'a dump to nowhere is not written' "$?" 74
is 'nor into the archive' "$(wc -l <"$db/lock") $(grep -c '^{' "$db/lock")" '1 0'
page 7 'Lần này không ai nghe.'
printf 'x' >"$pages/short.html"
"$import" --db "$db" --registry="$srcdir/src/fact/registry.tsv" "$pages" \
	<&- >&- 2>&-
is 'an import that nobody hears says that it was not heard' "$?" 74
is 'and is done, with nothing else in its tables' \
	"$(damage "$db") $("$tracuu" --db "$db" --format=ids '"không ai nghe"' |
		wc -l)" '0 1'
"$tracuu" --db "$db" --format=json 'không ai nghe' <&- >&- 2>&-
is 'nor is a search' "$?" 74
"$import" --db "$db" --files0-from=- <&- 2>/dev/null
is 'no standard input has no list' "$?" 3
done_testing
