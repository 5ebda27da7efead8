# SPDX-License-Identifier: GPL-2.0-or-later
# fish completion of tracuu: the program says what a word may become.  fish
# offers of it what begins as the word does, but for capitals: so a value with
# blanks has '_' for them, which separates words as they do, until its own mark
# of quotation is there, 'unit:"đảng bộ.
function __tracuu_complete
	set -l words (commandline -opc)
	set -l token (commandline -ct)
	set -l last $token
	# as fish will read it; a mark of quotation may be open
	for quote in '' \' \"
		set last (string unescape -- $token$quote)
		and break
	end
	set -l asked $last
	if string match -rq '^[^" ]*:[^" ]*$' -- $last
		set asked (string replace -a _ ' ' -- $last)
	end
	set -l program (string replace -r '^~/' $HOME/ -- $words[1])
	for word in ($program complete -- $words[2..-1] "$asked" 2>/dev/null)
		if not string match -q '*"*' -- $last
			and string match -rq '^[^" ]*"[^",()*:@+-]*"$' -- $word
			set word (string replace -a '"' '' -- $word |
				string replace -a ' ' _)
		end
		echo $word
	end
end
complete -c tracuu -f -a '(__tracuu_complete)'
complete -c tracuu -l db -r -F
complete -c tracuu -l queries -r -F
complete -c tracuu -l config -r -F
