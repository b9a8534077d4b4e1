# zsh -f completion.zsh SCRIPT LINE: what the script makes of a line at whose end somebody asks.
# A zsh in a terminal of its own completes it; the functions it calls note what they offer.
zmodload zsh/zpty || exit 77
zpty session 'zsh -f -i'
zpty -w session "PROMPT=''; autoload -Uz compinit; compinit -D -u; source ${(q)1}"
zpty -w session 'compadd() { local -a hits; builtin compadd -A hits "$@"; offered+=($hits); builtin compadd "$@"; }'
zpty -w session 'ask() { offered=(); zle complete-word; print -r -- "OF""FERED ${(ou)offered} END"; }'
zpty -w session 'zle -N ask; bindkey "^I" ask; print REA""DY'
zpty -r session shown '*READY*'
zpty -n -w session "$2"$'\t'
zpty -r session shown '*OFFERED*END*'
shown=${shown##*OFFERED }
print -r -- "${shown%% END*}"
zpty -d session
