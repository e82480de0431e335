#!/bin/sh
# Installs leadrules @VERSION@ for you alone, into ~/.local/bin or the folder $LEADRULES_BIN. What is downloaded is checked
# before anything of it is put there. LEADRULES_DOWNLOADS says where the archives lie, if not at their usual place.
set -eu
version='@VERSION@'
downloads=${LEADRULES_DOWNLOADS:-'@DOWNLOADS@'}
bin=${LEADRULES_BIN:-$HOME/.local/bin}
sums='@SUMS@'

stop() {
  echo "leadrules was not installed: $1" >&2
  exit 1
}

case $(uname -m) in
  x86_64 | amd64) machine=x86_64 ;;
  aarch64 | arm64) machine=aarch64 ;;
  *) stop "there is no program for $(uname -m)" ;;
esac
case $(uname -s) in
  Linux) if ldd --version 2>&1 | grep -qi musl; then system=unknown-linux-musl; else system=unknown-linux-gnu; fi ;;
  Darwin) system=apple-darwin ;;
  *) stop "there is no program for $(uname -s); on Windows, use install.ps1" ;;
esac
name=leadrules-$version-$machine-$system
sum=$(echo "$sums" | sed -n "s/  $name\.tar\.gz\$//p")
[ -n "$sum" ] || stop "this release has no program for $machine-$system"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if command -v curl >/dev/null; then
  curl -fsSL -o "$work/archive" "$downloads/$name.tar.gz" || stop "$downloads/$name.tar.gz can't be downloaded"
elif command -v wget >/dev/null; then
  wget -q -O "$work/archive" "$downloads/$name.tar.gz" || stop "$downloads/$name.tar.gz can't be downloaded"
else
  stop "it needs curl or wget"
fi
if command -v sha256sum >/dev/null; then
  found=$(sha256sum "$work/archive")
elif command -v shasum >/dev/null; then
  found=$(shasum -a 256 "$work/archive")
else
  stop "it needs sha256sum or shasum, to check what was downloaded"
fi
[ "${found%% *}" = "$sum" ] || stop "what was downloaded is not what was released (its checksum differs)"

tar -xzf "$work/archive" -C "$work"
"$work/$name/leadrules" --version >/dev/null || stop "the program does not start on this system"
mkdir -p "$bin"
# Under another name first, so that a program that runs is not written over.
cp "$work/$name/leadrules" "$bin/.leadrules.new"
mv "$bin/.leadrules.new" "$bin/leadrules"
echo "leadrules $version is installed as $bin/leadrules"
case ":$PATH:" in
  *":$bin:"*) ;;
  *) echo "Your shell does not look there yet. Add it: export PATH=\"$bin:\$PATH\"" ;;
esac
