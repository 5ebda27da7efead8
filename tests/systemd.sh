#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The units in doc/systemd are ones that systemd takes, and the options in
# them ones that the programs take.
. "${srcdir:-.}/tests/lib.sh"

if ! command -v systemd-analyze >/dev/null; then
	skip_all 'no systemd-analyze'
fi

# The programs of the build stand for those installed; manual pages are not
# installed yet.
units=$scratch/units
mkdir "$units"
cp "$srcdir"/doc/systemd/* "$units"
sed -i "/^Documentation=/d; s|/usr/bin/tracuu-import|$import|" "$units"/*

for unit in "$units"/*; do
	name=${unit##*/}
	program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")
	if [ -n "$program" ] && [ ! -x "$program" ]; then
		skip "$name" "no $program"
		continue
	fi
	systemd-analyze verify "$unit" >"$scratch/said" 2>&1
	status=$?
	if [ "$status" -eq 0 ] && ! grep -qF "$name" "$scratch/said"; then
		pass "systemd takes $name"
	else
		fail "systemd takes $name"
		comment "$scratch/said"
	fi
done

mkdir "$scratch/captures"
options=$(sed -n 's|^ExecStart=[^ ]*||p' "$units/tracuu-import.service" |
	sed "s|/srv/|$scratch/|g")
# shellcheck disable=SC2086 # options, a word each
expect_exit 0 'the nightly import runs' "$import" $options
cp -r "$srcdir/corpus/html/onecms" "$scratch/captures"
# shellcheck disable=SC2086
"$import" $options
options=$(sed -n 's|^ExecStart=[^ ]*||p' "$units/tracuu-verify.service" |
	sed "s|/srv/|$scratch/|g")
# shellcheck disable=SC2086
expect_exit 0 'the archive is verified' "$import" $options
table=$(ls "$scratch"/archive/gen-*/postlist.glass)
printf '\377\000' | dd of="$table" bs=1 seek=4000 conv=notrunc 2>/dev/null
# shellcheck disable=SC2086
expect_exit 6 'and damage makes the unit fail' "$import" $options
done_testing
