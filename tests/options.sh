#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An option that a command would not heed is an error: it names the option and
# the commands that it is for.
. "${srcdir:-.}/tests/lib.sh"

demo=$scratch/demo
"$import" --db "$demo" --quiet "$srcdir/corpus/dump" 2>/dev/null
TRACUU_DB=$demo
export TRACUU_DB
id=$("$tracuu" --format=ids --limit=1 chi)

# a value that each option takes
value() {
	case $1 in
	--from | --to | --accessed) echo 2024-05-01 ;;
	--as-of) echo 2025 ;;
	--match) echo any ;;
	--sort) echo date ;;
	--by) echo year ;;
	--facets) echo year ;;
	--kwic-sort) echo left ;;
	--format) echo text ;;
	--format-version) echo 1 ;;
	--color) echo never ;;
	--queries | --config) echo "$scratch/empty" ;;
	--db) echo "$demo" ;;
	--timeout-ms | --max-memory) echo 100000 ;;
	--after) "$tracuu" --format=json --limit=1 chi | jq -r .next ;;
	*) echo 20 ;;
	esac
}
: >"$scratch/empty"

# The Tab key offers just those options that a command does not refuse.
"$tracuu" complete -- -- >"$scratch/all"
tried=0
while read -r command words; do
	"$tracuu" complete -- "$command" -- >"$scratch/offered"
	: >"$scratch/wrong"
	while read -r option; do
		name=${option%=}
		case $name in
		--help | --version | --print-schema) continue ;;
		--seed | --kwic-sort | --accessed | --null | --sample) continue ;;
		esac
		given=$option
		[ "$name" = "$option" ] || given=$option$(value "$name")
		# shellcheck disable=SC2086
		"$tracuu" "$given" $command $words >/dev/null 2>"$scratch/stderr"
		status=$?
		tried=$((tried + 1))
		if grep -qxF -e "$option" "$scratch/offered"; then
			[ $status -le 1 ] || echo "$given: $status"
		elif [ $status -ne 2 ] ||
		     ! grep -q -e "^tracuu: $name is not for $command; it goes with [a-z, ]*$" "$scratch/stderr"; then
			echo "$given: $status, not refused"
		fi
	done <"$scratch/all" >>"$scratch/wrong"
	if [ ! -s "$scratch/wrong" ] && [ -s "$scratch/offered" ]; then
		pass "$command heeds what it takes and refuses the rest"
	else
		fail "$command heeds what it takes and refuses the rest"
		comment "$scratch/wrong"
	fi
done <<END
search chi
count chi
timeline chi
compare chi bộ
facets chi
cites 05-CT/TW
show $id
explain $id chi
analyze chi
END
is 'all were tried' "$((tried > 250))" 1

# refused TEXT ARGUMENT...
refused() {
	text=$1
	shift
	expect_error 2 "$text" "$*" "$tracuu" "$@"
}
refused '--kwic is not for count; it goes with search' \
	count --kwic=3 chi
refused '--by is not for search; it goes with timeline, compare' \
	--by=year chi
refused '--null is not for facets; it goes with search, show' \
	facets -0 chi
refused '--seed says nothing without --sample' --seed=4 chi
refused '--kwic-sort says nothing without --kwic' --kwic-sort=left chi
refused '--undated and --from do not go together' --undated --from=2020
refused '--undated and --to do not go together' timeline --to=2020 --undated chi
refused '--after and --offset do not go together' --after=1-1-0-0001:1 \
	--offset=3 chi
refused '--sample and --limit do not go together' --sample=3 --limit=2 \
	--format=ids chi
refused '--accessed: with' --accessed=2024-05-01 chi
# the day on which somebody looked is one, and there is such a day
for day in 2024 5/2024 'quý 1/2024' 'khóa XIII' 1/5/2024-3/5/2024 2023..2024; do
	refused "--accessed=$day: give one day" --accessed="$day" \
		--format=ris chi
done
refused 'no such day' --accessed=31/2/2024 --format=ris chi
for day in 2024-05-15 15/5/2024 'ngày 15 tháng 5 năm 2024'; do
	is "accessed on $day" "$("$tracuu" --accessed="$day" --format=ris \
		--limit=1 chi | grep Y2)" 'Y2  - 2024/05/15/'
done
refused '--facets: a page has them' --facets=year --format=csv chi
refused '--facets: a page has them' --facets=year --kwic=20 chi
refused '--print-schema=search' --print-schema search
for format in jsonl csv ids bibtex; do
	expect_exit 2 "how a query is understood is not said in $format" \
		"$tracuu" --explain-query --format=$format chi
done
refused 'tracuu --explain-query prints text, json' --explain-query \
	--format=csv chi
refused "leave out 'chi'" --print-schema=search chi
refused 'choose one of search' --print-schema=-1 chi
expect_output 'to a program as an object' sh -c \
	"'$tracuu' --format=json count --kwic=3 chi | jq -r .error.code" <<'EOF'
usage
EOF
printf '[tracuu]\nby = year\nkwic-sort = left\nlimit = 3\nsnippet = 9\n' \
	>"$scratch/habits"
for command in "count chi" "timeline chi" "show $id" "chi"; do
	# shellcheck disable=SC2086
	expect_exit 0 "a file may say more than $command takes" \
		"$tracuu" --config="$scratch/habits" $command
done

# The importer: MODE | OPTION | what it goes with
while IFS='|' read -r mode option text; do
	# shellcheck disable=SC2086
	expect_error 2 "${option%%=*} is not for $text" "$mode $option" \
		"$import" $mode $option
done <<END
corpus|--explain|an import; it goes with --dry-run
corpus|--reason=x|an import; it goes with --takedown
corpus|--keep-generations=2|an import; it goes with --rebuild, --rebuild --from-archive, --compact, --restore
--stats|--shards=3|--stats; it goes with an import, --retry-rejected, --rebuild, --rebuild --from-archive, --restore
--rebuild --from-archive|--charset=vni|--rebuild --from-archive; it goes with an import, --dry-run, --retry-rejected, --rebuild
--rebuild --from-archive|--page-timeout=9|--rebuild --from-archive; it goes with an import
--rebuild --from-archive|--json-keys=url=link|--rebuild --from-archive; it goes with an import
--rebuild --from-archive|--progress=none|--rebuild --from-archive; it goes with an import
--rebuild --from-archive|--files0-from=-|--rebuild --from-archive; it goes with an import
--stats|--quiet|--stats; it goes with an import
--verify|--from-archive|--verify; it goes with --rebuild
--rollback|--missing=mark|--rollback; it goes with an import
--compact|--jobs=2|--compact; it goes with an import
--dry-run corpus|--lock-timeout=3|--dry-run; it goes with an import
--dry-run corpus|--missing=keep|--dry-run; it goes with an import
--retry-rejected|--missing=keep|--retry-rejected; it goes with an import
--delete $id|--charset=vni|--delete; it goes with an import
--dump|--registry=x|--dump; it goes with an import
--raw=$id|--tolerance=3|--raw; it goes with an import
--report=rejects|--gazetteer=x|--report; it goes with an import
--not-indexed=-|--progress=none|--not-indexed; it goes with an import
--lift $id|--reason=x|--lift; it goes with --takedown
END
expect_error 2 '--tolerance says nothing without --missing' \
	'an import is not stopped by what it does not look for' \
	"$import" --tolerance=3 corpus
expect_error 2 'do not go together' 'two things to do' \
	"$import" --retry-rejected --stats
printf '[tracuu-import]\njobs = 1\nquiet = yes\ntolerance = 9\n' \
	>"$scratch/habits"
expect_exit 0 'a file may say more than --stats takes' \
	"$import" --config="$scratch/habits" --stats

done_testing
