# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of tracuu-import: its options as it lists them, else files.
complete -c tracuu-import -n 'string match -q -- "-*" (commandline -ct)' \
	-a '(command tracuu-import --complete 2>/dev/null)'
