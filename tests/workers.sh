#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Parsing in children: one that dies or hangs costs the page that it was at,
# an interrupt loses nothing, and the number of children changes nothing.
. "${srcdir:-.}/tests/lib.sh"

if ! [ -r /proc/self/stat ]; then
	skip_all 'no /proc'
fi

# A file of 1,500 articles, long enough to be met in the middle.
awk 'BEGIN {
	for (i = 1; i <= 1500; i++) {
		printf "{\"url\":\"http://xa.example/%d\",\"title\":\"Chi bộ thôn %d họp\",\"body\":\"", i, i
		for (p = 1; p <= 12; p++)
			printf "Ngày %d/%d/2023, chi bộ thôn %d bàn việc thứ %d theo Chỉ thị 05-CT/TW của Bộ Chính trị, chọn hộ %d %s.\\n", i % 28 + 1, p, i, p, i * p % 97, i % 5 ? "trồng rừng" : "làm mẫu"
		print "\"}"
	}
}' >"$scratch/many.jsonl"

# The first child of a process, once it is there: at once, or a fast import is
# over before.
child_of() {
	for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		child=
		# without a line feed at its end
		read -r child _ 2>/dev/null <"/proc/$1/task/$1/children" || :
		if [ -n "$child" ]; then
			echo "$child"
			return
		fi
		sleep 0.05
	done
}

# with_child NAME COMMAND...: runs an import, and the command on its child
with_child() {
	db=$scratch/$1
	shift
	"$import" --json --jobs=1 --page-timeout=1 --db "$db" \
		"$scratch/many.jsonl" >"$scratch/counts" 2>/dev/null &
	importer=$!
	child=$(child_of $importer)
	"$@" "$child"
	wait $importer
}

# Held until it has pages before it, so that it is at one when it dies.
segv() {
	kill -STOP "$1"
	sleep 0.4
	kill -SEGV "$1"
	kill -CONT "$1"
}
with_child segv segv
expect_output 'a parser that dies costs one page' \
	jq -r '.captures, .imported, .rejected' "$scratch/counts" <<'END'
1500
1499
1
END
# AddressSanitizer ends the program by itself
expect_output 'its reject says so' \
	jq -r '.reason, (.detail | test("^signal 11 |^exit status 1$"))' \
	"$scratch/segv/rejects.jsonl" <<'END'
parser-crashed
true
END

# The page is one that asks for much; what its parser says of it goes to a
# file, which it may not write to.
{
	echo 'Hội nghị tổng kết của Đảng bộ xã Hồng Thái'
	echo
	printf 'Sáng 5/6/2023, Đảng bộ xã Hồng Thái đã tổ chức hội nghị '
	echo 'tổng kết công tác năm 2023 và bàn nhiệm vụ của năm sau.'
	yes '21-NQ-TW-' | head -200000 | tr -d '\n'
	echo
} >"$scratch/much.txt"
if ! grep -q __asan_init "$import"; then
	# shellcheck disable=SC3045
	(ulimit -v 200000
	 "$import" --jobs=1 --db "$scratch/much" "$scratch/much.txt" \
		>/dev/null 2>"$scratch/err")
	expect_output 'one that runs out of memory costs its page' \
		jq -r .reason "$scratch/much/rejects.jsonl" <<'END'
parser-memory
END
else
	skip 'one that runs out of memory costs its page' \
		'AddressSanitizer takes more address space'
fi

with_child stop kill -STOP
expect_output 'a parser that hangs costs one page' \
	jq -r '.captures, .imported, .rejected' "$scratch/counts" <<'END'
1500
1499
1
END
expect_output 'its reject says how long it took' \
	jq -r '.reason, .detail' "$scratch/stop/rejects.jsonl" <<'END'
parser-timeout
no answer after 1 seconds
END

# The importer's own interrupt.
"$import" --db "$scratch/int" "$scratch/many.jsonl" >"$scratch/out" \
	2>"$scratch/err" &
importer=$!
child_of $importer >/dev/null
kill -INT $importer
wait $importer
status=$?
if [ "$status" -eq 75 ] && grep -q 'run the same command again' \
	"$scratch/err"; then
	pass 'an interrupt ends the import with 75 and says what to do'
else
	fail "an interrupt ends the import with 75 and says what to do ($status)"
	comment "$scratch/err"
fi
"$import" --json --db "$scratch/int" "$scratch/many.jsonl" >"$scratch/counts"
expect_output 'the next run goes on' \
	jq -r '.imported + .unchanged, .replaced, .rejected' \
	"$scratch/counts" <<'END'
1500
0
0
END

# A page may stop counting at a thousand, and never says too many.
expect_output 'a page counts a thousand at least' \
	sh -c '"$1" --db "$2" --format=json chọn trồng rừng |
		jq -c ".total | .value >= 1000 and .value <= 1200 and
			(.exact == (.value == 1200))"' \
	sh "$tracuu" "$scratch/int" <<'END'
true
END
expect_output 'count counts all' "$tracuu" --db "$scratch/int" \
	count chọn trồng rừng <<'END'
1200
END

# The same whatever the number of children.
for jobs in 1 3; do
	"$import" --quiet --jobs=$jobs --db "$scratch/jobs$jobs" \
		"$srcdir/corpus" 2>/dev/null
	"$tracuu" --db "$scratch/jobs$jobs" --format=jsonl 'chi bộ' |
		sed 's/"generation":"[^"]*"//' >"$scratch/hits$jobs"
done
if cmp -s "$scratch/hits1" "$scratch/hits3" && [ -s "$scratch/hits1" ]; then
	pass 'three parsers make the archive that one makes'
else
	fail 'three parsers make the archive that one makes'
fi

# Likewise what is restored, and what is read again from stored articles.
articles() {
	"$import" --db "$1" --dump | sed '1d;$d'
}
"$import" --db "$scratch/jobs1" --dump="$scratch/dump"
sed '1d;$d' "$scratch/dump" >"$scratch/articles"
for jobs in 1 3; do
	"$import" --quiet --jobs=$jobs --db "$scratch/again" \
		--restore="$scratch/dump"
	expect_output "restored by $jobs" articles "$scratch/again" \
		<"$scratch/articles"
	"$import" --quiet --jobs=$jobs --db "$scratch/again" \
		--rebuild --from-archive
	expect_output "read again by $jobs" articles "$scratch/again" \
		<"$scratch/articles"
done

# Progress
"$import" --quiet --db "$scratch/progress" "$srcdir/corpus" 2>"$scratch/err"
if [ -s "$scratch/err" ]; then
	fail 'no progress where nobody looks'
	comment "$scratch/err"
else
	pass 'no progress where nobody looks'
fi
"$import" --quiet --progress=json --db "$scratch/progress" \
	"$scratch/many.jsonl" 2>"$scratch/err"
expect_output 'progress for programs ends with all of the input' \
	sh -c 'tail -n 1 "$1" | jq -c "[.captures, .articles, .rejected,
		.bytes == .bytes_total]"' sh "$scratch/err" <<'END'
[1500,1500,0,true]
END
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	# longer than from one line to the next, on a fast machine too
	for host in a b c d e f g h; do
		sed "s/xa[.]example/$host.example/" "$scratch/many.jsonl"
	done >"$scratch/long.jsonl"
	TERM=xterm script -qec \
		"'$import' --db '$scratch/seen' '$scratch/long.jsonl'" \
		/dev/null </dev/null >"$scratch/screen" 2>&1
	if grep -q 'captures, .* articles, .* MB/s' "$scratch/screen"; then
		pass 'a line of progress on a terminal'
	else
		fail 'a line of progress on a terminal'
		comment "$scratch/screen"
	fi
	TERM=dumb script -qec \
		"'$import' --db '$scratch/dumb' '$scratch/many.jsonl'" \
		/dev/null </dev/null >"$scratch/screen" 2>&1
	if grep -q '^1500 captures:' "$scratch/screen" &&
	   ! grep -q 'MB/s' "$scratch/screen"; then
		pass 'none on one that cannot go back in its line'
	else
		fail 'none on one that cannot go back in its line'
		cat -v "$scratch/screen" | comment
	fi
else
	skip 'a line of progress on a terminal' 'no script, or no terminals'
fi

expect_error 2 'give a number from 1 to 64' 'no parsers are too few' \
	"$import" --jobs=0 "$srcdir/corpus"
done_testing
