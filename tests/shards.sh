#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An archive spread over three databases answers as one database does, whether
# they are read here or served by xapian-tcpsrv; and says so when one of the
# servers does not answer.
# shellcheck disable=SC2154 # port_1 and its like are set by eval
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
cd "$scratch" || exit 1

# What is asked of both, a line each, for a shell to read.
cat >questions <<'END'
--limit=100 --facets=number,year,unit,type,issuer,site 'nghị quyết'
--limit=100 'nghi quyet trung uong'
--limit=100 '"nghị quyết"'
--limit=100 'chuyển đổi số trong nông nghiệp ở huyện miền núi'
--limit=100 --match=any 'đảng bộ tỉnh'
--limit=100 'so:21-NQ/TW'
--limit=100 'ngay:2023'
--limit=100 'dan van OR kiểm tra'
--limit=100 --sort=date 'đảng viên'
--limit=100 'ngh* huy*'
--limit=100 'huyện NEAR/5 ủy'
--limit=100 --no-collapse 'chi bộ -đảng'
--limit=100 --timeout-ms=20000 'nghị quyết'
--limit=100 --timeout-ms=20000 'ngay:2023'
timeline 'nghị quyết'
count 'nghị quyết'
facets --facets=number,year 'đảng'
cites '21-NQ/TW'
compare 'nghị quyết' 'chỉ thị'
'từchẳngbàinàocó'
END

# Ids in order, scores to 1e-6; hits of the same score have no order.
normal() {
	jq -S 'del(.generation) | if .hits then .hits |= (map(del(.rank)
		| .score = (.score * 1e6 | round / 1e6))
		| sort_by(-.score, .id)) else . end'
}

# ask ARGUMENT...: each question with these
ask() {
	while read -r question; do
		eval "\"\$tracuu\" --format=json $question \"\$@\"" \
			2>"$scratch/stderr" | normal
	done <questions
	"$tracuu" --format=csv 'nghị quyết' "$@" | sed 's/^[0-9]*,//; s/,[^,]*$//' | sort
	"$tracuu" --kwic=30 'nghị quyết' "$@" | sort
}

# same DESCRIPTION ARGUMENT...
same() {
	what=$1
	shift
	ask "$@" >asked
	if [ "$(wc -l <asked)" -gt 1000 ] && cmp -s asked expected; then
		pass "$what"
	else
		fail "$what"
		diff expected asked | cut -c1-160 | head -8 | comment
	fi
}

corpus=$srcdir/corpus
stub() {
	paste -sd" " three/XAPIANDB
}
dump() {
	"$import" --db="$1" --dump | grep '"type":"article"' | sort
}

"$import" --quiet --db=one "$corpus" 2>/dev/null
ask --db=one >expected

# ---- three databases here ----

expect_exit 0 'three shards' "$import" --quiet --shards=3 --db=three "$corpus"
is 'are three databases' "$(stub)" \
	'auto gen-0001/shard-01 auto gen-0001/shard-02 auto gen-0001/shard-03'
same 'and answer as one' --db=three
is 'they hold the same' "$(dump three | cksum)" "$(dump one | cksum)"
"$import" --quiet --db=three --verify >verified 2>&1
is 'they are whole' $? 0
is 'nothing is imported twice' "$("$import" --json --db=three "$corpus" \
	2>/dev/null | jq -c '[.imported, .unchanged]')" '[0,66]'
expect_error 2 '--rebuild --from-archive --shards=2' \
	'an import does not change their number' \
	"$import" --db=three --shards=2 "$corpus"
expect_error 2 '--shards is not for --compact' 'nor does a compaction' \
	"$import" --db=three --compact --shards=2

# The same document in the same shard, in whatever order they came.
ids() {
	for i in 1 2 3; do
		xapian-delve -A Q "$1/shard-0$i" | tr ' ' '\n' | grep '^Q' |
			sed "s/^/$i /"
	done
}
if command -v xapian-delve >/dev/null; then
	"$import" --quiet --db=there --shards=3 "$corpus/dump" \
		"$corpus/html" 2>/dev/null
	"$import" --quiet --db=back --shards=3 "$corpus/html" 2>/dev/null
	"$import" --quiet --db=back "$corpus/dump" 2>/dev/null
	ids there/gen-0001 | sort >placed
	is 'each is in one' "$(cut -d' ' -f2 placed | sort | uniq -d | wc -l)" 0
	is 'the same for any order' "$(ids back/gen-0001 | sort | cksum)" \
		"$(cksum <placed)"
else
	skip 'each is in one' 'no xapian-delve'
fi

victim=$("$tracuu" --db=three --format=ids --limit=1 'nghị quyết')
cp -r three cut
expect_exit 0 'one is deleted' "$import" --quiet --db=cut --delete "$victim"
is 'and gone' "$("$tracuu" --db=cut --format=json count |
	jq .total.value)" 65
expect_exit 0 'they are compacted' "$import" --quiet --db=three --compact
is 'each by itself' "$(stub)" \
	'auto gen-0002/shard-01 auto gen-0002/shard-02 auto gen-0002/shard-03'
same 'and answer the same' --db=three
expect_exit 0 'two of them are made' \
	"$import" --quiet --db=three --rebuild --from-archive --shards=2
is 'by a rebuild' "$(stub)" 'auto gen-0003/shard-01 auto gen-0003/shard-02'
same 'with the same answers' --db=three
expect_exit 0 'and one again' \
	"$import" --quiet --db=three --rebuild --from-archive --shards=1
is 'is a generation as ever' "$(stub)" 'auto gen-0004'
"$import" --db=three --dump=dumped >/dev/null 2>&1
expect_exit 0 'a dump is restored into four' \
	"$import" --quiet --db=four --restore=dumped --shards=4
same 'which answer the same' --db=four

cp -r four broken
rm -rf broken/gen-0001/shard-02
expect_error 6 'shard-02' 'one that is missing is missed' \
	"$tracuu" --db=broken 'nghị quyết'
expect_error 6 'shard' 'by the importer, too' "$import" --db=broken "$corpus"
rm -rf broken
cp -r four broken
sed -i '/shard-04/d' broken/XAPIANDB
expect_error 6 'missing or mixed up' 'and one that is not listed' \
	"$tracuu" --db=broken 'nghị quyết'

# ---- killed ----

# A commit is all or nothing in each shard alone: killed at any moment they
# still answer, what was committed stays, and the same import again makes
# them what they would have been.
pages=$scratch/pages
mkdir "$pages"
for i in 1 2 3 4 5 6; do
	page $i ''
done
"$import" --quiet --db=killed --shards=3 "$pages"
held killed >before
start=$(date +%s%N)
"$import" --quiet --db=killed "$pages"
took=$((($(date +%s%N) - start) / 1000))
run=0 died=0 unanswered=0
: >missing
while [ $run -lt 24 ]; do
	run=$((run + 1))
	page "mới$run" '' && page $((run % 6 + 1)) "Lần $run."
	"$builddir/tests/kill-at" $((run * 7919 % 1000 * took / 700)) \
		"$import" --quiet --db=killed "$pages" >/dev/null 2>&1 &&
		died=$((died + 1))
	"$tracuu" --db=killed --format=ids 'nạo vét' >/dev/null 2>>stderr ||
		unanswered=$((unanswered + 1))
	held killed >after
	comm -23 before after >>missing
	mv after before
done
is 'killed at any moment: every question is answered' $unanswered 0
is 'and no committed article is lost' "$(wc -l <missing)" 0
is 'some were killed' $((died >= 6)) 1
expect_exit 0 'the next import goes on' "$import" --quiet --db=killed "$pages"
is 'every capture is there' "$(held killed | wc -l)" 30
"$import" --quiet --db=never --shards=3 "$pages"
is 'as if none had been killed' "$(dump killed | cksum)" \
	"$(dump never | cksum)"
is 'and whole' "$("$import" --db=killed --json --verify=all |
	jq -c '[.damaged, .stale]')" '[0,0]'

# ---- killed between the commits ----

# Articles that go from shard to shard: another address, another address and
# another text, the text of another one.  Killed at each write in turn: every
# source that was committed is in one article, no source in two, once anything
# has opened the archive for writing; and the same import again makes it what
# it would have been.
# moving NAME ADDRESS TEXT
moving() {
	cat >"$scratch/moving/$1.html" <<END
<html><head><title>Chi bộ thôn $3 họp thường kỳ</title>
<link rel="canonical" href="https://xa.example/$2.html"></head><body>
<h1>Chi bộ thôn $3 họp thường kỳ</h1>
<p>Ngày 15/5/2024, Chi bộ thôn $3 tổ chức sinh hoạt về nạo vét kênh mương thôn
$3, quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.</p>
<p>Sau khi nghe báo cáo, đảng viên thôn $3 đã thảo luận và thống nhất nhiều việc
phải làm ngay trong quý tới, trong đó thôn $3 đắp bờ vùng cánh đồng.</p>
</body></html>
END
}
mkdir moving
for i in 1 2 3 4 5 6 7 8 9; do
	moving $i tin-$i "số $i"
done
"$import" --quiet --db=still --shards=3 moving
held still >before
for i in 1 2 3; do
	moving $i tin-khác-$i "số $i"
	moving $((i + 3)) "tin-khác-$((i + 3))" "mới $i"
	moving $((i + 6)) "tin-$((i + 6))" "số $i"
done
cp -r still moved
"$import" --quiet --db=moved moving
is 'articles have moved' "$(dump moved | grep -c 'tin-kh')" 6
shim=$scratch/fail-io.so
if ${CC:-cc} -shared -fPIC -o "$shim" "$srcdir/tests/fail-io.c" -ldl \
	2>/dev/null &&
   LD_PRELOAD=$shim "$import" --version >/dev/null 2>&1; then
	at=0 wrong=0 runs=0 both=0 status=137
	while [ $status -gt 128 ]; do
		rm -rf cut && cp -r still cut
		(LD_PRELOAD=$shim FAIL_AT=$at FAIL_SIGNAL=9 "$import" --quiet \
			--db=cut moving) >/dev/null 2>&1
		status=$?
		"$tracuu" --db=cut --format=ids 'nạo vét' >/dev/null 2>>stderr ||
			wrong=$((wrong + 1))
		[ -z "$(held cut | uniq -d)" ] || both=$((both + 1))
		"$import" --quiet --db=cut --lift ffffffffffffffff 2>/dev/null
		held cut >after
		cmp -s before after || wrong=$((wrong + 1))
		"$import" --quiet --db=cut moving
		[ "$(dump cut | cksum)" = "$(dump moved | cksum)" ] ||
			wrong=$((wrong + 1))
		runs=$((runs + 1))
		at=$((at + 1 + at / 4))
	done
	is "killed at $runs of $at writes: nothing lost, nothing twice" $wrong 0
	expect_exit 0 'and all is whole' "$import" --db=cut --verify=all
	is 'some died between two commits' $((both > 0)) 1
else
	skip 'killed between the commits' 'no preloading here'
fi

# ---- on three servers ----

if ! command -v xapian-tcpsrv >/dev/null; then
	skip 'served by three' 'no xapian-tcpsrv (package xapian-tools)'
	done_testing
	exit 0
fi
"$import" --quiet --db=served --shards=3 "$corpus" 2>/dev/null
servers=
trap 'kill $servers 2>/dev/null; rm -rf "$scratch"' EXIT

shard() {
	serve "$scratch/served/gen-0001/shard-0$1"
	servers="$servers $server"
	eval "port_$1=$port server_$1=$server"
}
mkdir far
for i in 1 2 3; do
	shard $i
	echo "remote 127.0.0.1:$port" >>far/XAPIANDB
done

expect_error 2 "is asked only with --remote" \
	'what a stub says is not followed by itself' \
	"$tracuu" --db=far 'nghị quyết'
same 'three servers answer as one database' --db=far --remote
expect_exit 0 'and show an article' "$tracuu" --db=far --remote show "$victim"
is 'its text is the same' "$(cksum <actual)" \
	"$("$tracuu" --db=one show "$victim" | cksum)"
expect_error 1 'no article' 'one that is nowhere is not found' \
	"$tracuu" --db=far --remote show ffffffffffffffff
expect_error 2 'is asked only with' 'the importer leaves them alone' \
	"$import" --db=far --stats
expect_error 2 'on other machines' 'and does not write there' \
	"$import" --db=far "$corpus"
head -2 far/XAPIANDB >XAPIANDB
mkdir fewer swapped mixed && cp XAPIANDB fewer
expect_error 6 'missing or mixed up' 'two of three are not the whole' \
	"$tracuu" --db=fewer --remote 'nghị quyết'
sort -r far/XAPIANDB >swapped/XAPIANDB
if ! cmp -s far/XAPIANDB swapped/XAPIANDB; then
	expect_error 6 'missing or mixed up' 'nor in another order' \
		"$tracuu" --db=swapped --remote 'nghị quyết'
fi
cp -r served/gen-0001 mixed
{
	echo "remote 127.0.0.1:$port_1"
	echo 'auto gen-0001/shard-02'
	echo "remote 127.0.0.1:$port_3"
} >mixed/XAPIANDB
same 'one here and two there' --db=mixed --remote

# One over ssh: a program of that name that runs what the other side would.
mkdir bin over
cat >bin/ssh <<'END'
#!/bin/sh
test "$1" = archive@shard.example && shift && exec "$@"
END
chmod +x bin/ssh
{
	echo "remote 127.0.0.1:$port_1"
	echo "remote :ssh archive@shard.example xapian-progsrv" \
		"$scratch/served/gen-0001/shard-02"
	echo "remote 127.0.0.1:$port_3"
} >over/XAPIANDB
expect_error 2 'only with --remote=ssh' 'ssh takes a word more' \
	"$tracuu" --db=over --remote 'nghị quyết'
PATH=$scratch/bin:$PATH same 'one over ssh' --db=over --remote=ssh
for line in ':sh -c true' ':ssh -oProxyCommand=x xapian-progsrv /x' \
	    ':ssh h xapian-progsrv /x;id' ':ssh h id /x' 'h:70 x' '-h:7010'; do
	echo "remote $line" >over/XAPIANDB
	expect_error 6 'cannot follow the line' "not followed: $line" \
		"$tracuu" --db=over --remote=ssh 'nghị quyết'
done

# ---- one of them lost ----

# What the other two have.
ids served/gen-0001 | grep -v '^2 ' | cut -c4- | sort >others

# lost DESCRIPTION ADDRESS ARGUMENT...: the others' articles, exit 3, said
lost() {
	what=$1
	at=$2
	shift 2
	"$tracuu" "$@" --remote --format=json --limit=100 --match=any \
		'đảng OR chi OR nghị' >actual 2>stderr
	status=$?
	jq -r '.hits[].id' actual | sort >got
	if [ $status -eq 3 ] && [ -s got ] && [ -z "$(comm -23 got others)" ] &&
	   [ "$(jq -r '[.partial, .total.exact, .lost_shards[].shard] |
		map(tostring) | join(" ")' actual)" = "true false $at" ] &&
	   grep -q "^tracuu: shard $at did not answer" stderr; then
		pass "$what"
	else
		fail "$what (exit $status)"
		comment stderr
		cut -c1-300 actual | comment
	fi
}

kill -STOP "$server_2"
before=$(date +%s)
lost 'one hangs' "127.0.0.1:$port_2" --db=far --timeout-ms=1500
is 'no longer than the time allows' $(($(date +%s) - before < 5)) 1
kill -CONT "$server_2"
kill "$server_2"
wait "$server_2" 2>/dev/null
lost 'one is gone' "127.0.0.1:$port_2" --db=far
for question in "count 'đảng'" "timeline 'đảng'" "cites 21-NQ/TW" \
		"facets --facets=year 'đảng'" "--format=csv 'đảng'" \
		"compare 'đảng' 'chi'" "--kwic=30 'đảng'" \
		"--format=jsonl 'đảng'" 'từchẳngbàinàocó'; do
	eval "expect_exit 3 \"so says: \$question\" \"\$tracuu\" --db=far \
		--remote $question"
	grep -q "127.0.0.1:$port_2 did not answer" stderr ||
		fail "and names it: $question"
done
expect_exit 3 'in text, too' "$tracuu" --db=far --remote 'nghị quyết'
is 'beside the total' "$(grep -c 'not all: a shard did not answer' actual)" 1
for id in $(ids served/gen-0001 | sed -n 's/^2 Q//p' | head -1); do
	expect_exit 3 'what is not found may be there' \
		"$tracuu" --db=far --remote show "$id"
done

# A server that dies in mid-query: behind a relay that breaks off after so
# many bytes.
if command -v perl >/dev/null && perl -MIO::Socket -e 1 2>/dev/null; then
	shard 2
	cat >relay <<'END'
use IO::Socket;
my ($port, $to, $most) = @ARGV;
my $in = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port,
	Listen => 5, ReuseAddr => 1) or exit 1;
while (my $client = $in->accept) {
	my $server = IO::Socket::INET->new("127.0.0.1:$to") or exit 1;
	my ($left, $open) = ($most, 1);
	while ($open) {
		my $set = '';
		vec($set, fileno $_, 1) = 1 for $client, $server;
		select(my $ready = $set, undef, undef, undef);
		for (([$client, $server], [$server, $client])) {
			my ($from, $other) = @$_;
			next unless vec($ready, fileno $from, 1);
			my $n = sysread $from, my $bytes, 4096;
			if ($from == $server) {
				$bytes = substr $bytes, 0, $left;
				$left -= length $bytes;
			}
			syswrite $other, $bytes if length $bytes;
			$open = 0 if !$n || !$left;
		}
	}
	close $_ for $client, $server;
}
END
	relayed=$port
	for most in 1 60 150 400 900 2000 8000 30000; do
		port=$((20000 + ($$ * 13 + most) % 12000))
		perl relay "$port" "$relayed" "$most" &
		relay=$!
		servers="$servers $relay"
		sleep 0.2
		sed "2s/.*/remote 127.0.0.1:$port/" far/XAPIANDB >broken/XAPIANDB
		lost "one dies after $most bytes" "127.0.0.1:$port" --db=broken
		kill $relay
		wait $relay 2>/dev/null
	done
else
	skip 'one dies in mid-query' 'no perl'
fi

# shellcheck disable=SC2086 # several
kill $servers 2>/dev/null
sleep 0.1
expect_exit 75 'none is there' "$tracuu" --db=far --remote 'nghị quyết'
is 'which is said' "$(grep -c 'none of its shards answers' stderr)" 1
done_testing
