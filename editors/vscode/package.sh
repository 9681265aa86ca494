#!/usr/bin/env bash
# package.sh WORK_DIR [SERVER [PLATFORM]]  -- builds the .vsix away from the source tree and prints its path.
# WORK_DIR is made where it is missing; one that is used again saves the download of the packages.
# With SERVER the extension carries that program and is marked as one for PLATFORM: a name that vsce knows (linux-x64, linux-arm64,
# alpine-x64, darwin-x64, darwin-arm64, win32-x64, win32-arm64), without it the platform of this machine.
# Used by editors/try and tests/editors/run. By hand in this folder: npm ci && npm run package.
set -euo pipefail
[ $# -ge 1 ] || { echo 'usage: package.sh WORK_DIR [SERVER [PLATFORM]]' >&2; exit 2; }

this_platform() {
  case $(uname -sm) in
    'Linux x86_64') echo linux-x64 ;;
    'Linux aarch64') echo linux-arm64 ;;
    'Darwin x86_64') echo darwin-x64 ;;
    'Darwin arm64') echo darwin-arm64 ;;
    MINGW*x86_64 | MSYS*x86_64) echo win32-x64 ;;
    *) echo "package.sh: name the platform, for this one ($(uname -sm)) has no name here" >&2; exit 2 ;;
  esac
}

mkdir -p "$1"
work=$(cd "$1" && pwd)
server=${2:+$(realpath "$2")}
platform=${3:-}
cd "$(dirname "$0")"

rm -rf "$work"/{src,schemas,media,server,dist} "$work"/*.vsix
# -L: the sample draft is a link to the one that all editors share.
cp -RL src schemas media package.json package-lock.json package.nls*.json tsconfig.json .vscodeignore .npmrc \
  README.md CHANGELOG.md LICENSE "$work"
cd "$work"
# The page of an extension shows pictures from the web alone, and these are files: there they would be broken ones.
sed '/^!\[.*](media\//d' README.md > README.page && mv README.page README.md
# npm ci starts from nothing, so it runs only when the lock file is another one.
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.installed
fi
vsix=$work/viendan.vsix
options=(--out "$vsix")
if [ -n "$server" ]; then
  platform=${platform:-$(this_platform)}
  program=viendan
  case $platform in win32-*) program=viendan.exe ;; esac
  mkdir server
  cp "$server" "server/$program"
  chmod 755 "server/$program"
  options+=(--target "$platform")
fi
npm run --silent package -- "${options[@]}" >&2
echo "$vsix"
