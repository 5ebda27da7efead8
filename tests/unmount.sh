#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The file system under an archive is taken away (umount -l) while an import
# and searches run, at moments spread over the import: what runs ends by
# itself, says why, and makes nothing in the empty place; when it is mounted
# again nothing that was committed is lost, and the same command goes on.
. "${srcdir:-.}/tests/lib.sh"

command -v jq >/dev/null || skip_all 'no jq'
: "${TRACUU_DATADIR:=$srcdir/src/fact}"
export TRACUU_DATADIR
if [ -z "${UNMOUNT_INSIDE-}" ]; then
	unshare --mount --map-root-user sh -c \
		'mount -t tmpfs none "$1" && umount -l "$1"' - "$scratch" \
		2>/dev/null || skip_all 'file systems may not be mounted here'
	UNMOUNT_INSIDE=1 unshare --mount --map-root-user sh "$0"
	exit
fi

# Reached by two ways, of which one goes.  A directory that only the file system
# has keeps an import from beginning an archive in the empty place.
pages=$scratch/pages
disk=$scratch/disk
mnt=$scratch/mnt
db=$mnt/srv/archive
mkdir "$pages" "$disk" "$mnt"
mount -t tmpfs none "$disk"
mkdir "$disk/srv"
attach() {
	mount --bind "$disk" "$mnt"
}
attach

# ask: searches until told to stop; each that went wrong
ask() {
	while [ ! -e "$scratch/stop" ]; do
		"$tracuu" --db "$db" --format=json --limit=0 'nạo vét' \
			>"$scratch/asked" 2>"$scratch/asked.error"
		status=$?
		case $status in
		0)	[ "$(jq .total.value "$scratch/asked")" -ge "$1" ] ||
				cat "$scratch/asked" ;;
		4)	grep -q 'no archive at' "$scratch/asked.error" ||
				cat "$scratch/asked.error" ;;
		6)	grep -q 'verify\|missing\|lost' "$scratch/asked.error" ||
				cat "$scratch/asked.error" ;;
		*)	echo "exit $status: $(cat "$scratch/asked.error")" ;;
		esac
	done
}

# away SECONDS LEAST: an import, while the file system goes after a time; there
# are so many articles before
away() {
	rm -f "$scratch/stop"
	ask "$2" >>"$scratch/wrong" &
	asking=$!
	"$import" --quiet --db "$db" "$pages" >/dev/null \
		2>"$scratch/said" &
	importing=$!
	sleep "$1"
	umount -l "$mnt"
	wait "$importing"
	status=$?
	case $status in
	0)	whole=$((whole + 1)) ;;
	74)	cut=$((cut + 1))
		grep -q "archive '$db' has gone\|cannot make '$db'" \
			"$scratch/said" ||
			cat "$scratch/said" >>"$scratch/wrong" ;;
	*)	echo "import: exit $status" >>"$scratch/wrong"
		cat "$scratch/said" >>"$scratch/wrong" ;;
	esac
	"$tracuu" --db "$db" x >/dev/null 2>"$scratch/said"
	[ $? -eq 4 ] || echo 'an archive in its place' >>"$scratch/wrong"
	touch "$scratch/stop"
	wait "$asking"
	ls -A "$mnt" >>"$scratch/wrong"
	attach
}

# again WHAT: what was cut off is done once more
again() {
	"$import" --quiet --db "$db" "$pages" >/dev/null 2>>"$scratch/wrong"
	held "$db" >"$scratch/after"
	cmp -s "$scratch/captures" "$scratch/after" || {
		echo "$1: not all of it is there"
		diff "$scratch/captures" "$scratch/after" | head -n 3
	} >>"$scratch/wrong"
	[ "$("$import" --db "$db" --json --verify=all | jq .damaged)" = 0 ] ||
		echo "$1: damaged" >>"$scratch/wrong"
}

for i in $(seq 60); do
	page "$i" ''
done
ls "$pages" | sed 's,^,pages/,' | sort >"$scratch/captures"
start=$(date +%s%N)
"$import" --quiet --db "$db" "$pages"
took=$((($(date +%s%N) - start) / 1000))

# moments PARTS WHAT PREPARE...: spread over an import
moments() {
	parts=$1
	what=$2
	shift 2
	: >"$scratch/wrong"
	whole=0 cut=0 part=0
	while [ "$part" -lt "$parts" ]; do
		part=$((part + 1))
		least=$("$@" "$part")
		after=$((took * part / parts))
		away "$((after / 1000000)).$(printf %06d $((after % 1000000)))" \
			"$least"
		again "$what $part"
	done
	is "$what: said, and nothing is lost" "$(cat "$scratch/wrong")" ''
	if [ "$cut" -gt 0 ]; then
		pass "some of $parts were cut off"
	else
		fail "some of $parts were cut off"
	fi
}

fresh() {
	rm -rf "$db"
	echo 0
}
changed() {
	for i in $(seq 60); do
		page "$i" "Lần $1."
	done
	echo 60
}
moments 6 'away while an archive is made' fresh
moments 6 'away while articles change' changed

umount -l "$mnt"
umount -l "$disk"
done_testing
