#!/bin/sh
# Makes a class-data archive, which is what lets the program start fast.
#
#   archive.sh ROOT KEY NAME FEATURE JAR JAVA [FLAG]...
#
# The archive becomes ROOT KEY NAME, put together; KEY stands for the JDK and is empty where there is
# only one. FEATURE is the release of JAVA, and the flags are those that the archive will be used with. What is
# archived are the classes that io.schedulec.cli.Training touches: the place to change that is there.
#
# The archive appears whole or not at all. Where Java cannot make it, an empty file takes its place,
# and says not to try again. Archives that nobody can need any more go.

root=$1 key=$2 name=$3 feature=$4 jar=$5
shift 5
archive=$root$key$name
directory=${archive%/*}
# Whoever makes this directory makes the archive; others leave it to them.
work=$archive.making

mkdir -p "$directory" 2>/dev/null || exit 1
find "$work" -prune -mmin +2 -exec rm -rf {} + 2>/dev/null
mkdir "$work" 2>/dev/null || exit 0
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

if [ "$feature" -ge 25 ]; then
  make=-XX:AOTCacheOutput use=-XX:AOTCache
else
  make=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile
fi
cd / || exit 1
"$@" "$make=$work/archive" -cp "$jar" io.schedulec.cli.Training </dev/null >"$work/log" 2>&1
status=$?
[ "$status" -gt 128 ] && exit "$status"
[ "$status" -eq 0 ] || cat "$work/log" >&2
# Java gets to try the archive before anyone depends on it.
if [ "$status" -ne 0 ] || ! "$@" "$use=$work/archive" -jar "$jar" --version >"$work/log" 2>&1; then
  : >"$work/archive"
fi
chmod 644 "$work/archive"
mv -f "$work/archive" "$archive"

# Under a cache directory, what goes: other builds of this installation, other builds of this JDK,
# whatever has not been made anew for a season, and what is empty then. What begins with hook- belongs
# to the hooks, which may be building there.
if [ -n "$key" ]; then
  for other in "$directory"/@*; do
    [ -f "$other" ] && [ "$other" != "$archive" ] && rm -f "$other"
  done
  for other in "$root${key%/*}"/@*; do
    [ -d "$other" ] && [ "$other" != "$root$key" ] && rm -rf "$other"
  done
  find "$root" -type f -name '@*' -mtime +90 -exec rm -f {} +
  rm -rf "$work"
  find "$root" -depth -type d ! -path "$root/hook-*" -exec rmdir {} + 2>/dev/null
fi
exit "$status"
