#!/usr/bin/env bash
# package.sh WORK_DIR [SERVER]  -- builds the .vsix away from the source tree and prints its path.
# WORK_DIR is made where it is missing; one that is used again saves the download of the packages.
# With SERVER the extension carries that program and is marked as one for this platform.
# Used by editors/try and tests/editors/run. By hand in this folder: npm ci && npm run package.
set -euo pipefail
[ $# -ge 1 ] || { echo 'usage: package.sh WORK_DIR [SERVER]' >&2; exit 2; }
mkdir -p "$1"
work=$(cd "$1" && pwd)
server=${2:+$(realpath "$2")}
cd "$(dirname "$0")"

rm -rf "$work"/{src,schemas,server,dist} "$work"/*.vsix
cp -R src schemas package.json package-lock.json package.nls*.json tsconfig.json .vscodeignore .npmrc README.md LICENSE "$work"
cd "$work"
# npm ci starts from nothing, so it runs only when the lock file is another one.
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json node_modules/.installed
fi
options=(--out "$work/viendan.vsix")
if [ -n "$server" ]; then
  mkdir server
  cp "$server" server/viendan
  chmod 755 server/viendan
  case $(uname -sm) in
    'Linux x86_64') options+=(--target linux-x64) ;;
    'Linux aarch64') options+=(--target linux-arm64) ;;
    'Darwin x86_64') options+=(--target darwin-x64) ;;
    'Darwin arm64') options+=(--target darwin-arm64) ;;
  esac
fi
npm run --silent package -- "${options[@]}" >&2
echo "$work/viendan.vsix"
