# What ./linchpin and ./test need on a machine, each missing thing named with the way to get it. Sourced, not run.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
missing() {
  echo "linchpin: missing: $1" >&2
  echo "          $2" >&2
  exit 7
}

need_dotnet() {
  # dotnet keeps its packages below it, and does not say so where it is missing.
  mkdir -p "${HOME:=/}" 2>/dev/null && [ -w "$HOME" ] || missing "a home folder that can be written (HOME=$HOME)" "Set HOME to a folder of this user."
  command -v dotnet >/dev/null 2>&1 || missing ".NET SDK 10" "Install it from https://dotnet.microsoft.com/download/dotnet/10.0 or your distribution's package dotnet-sdk-10.0."
  # The SDK list, since 'dotnet --version' fails where global.json asks for another.
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || missing ".NET SDK 10 (found: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' '))" \
    "Install it from https://dotnet.microsoft.com/download/dotnet/10.0 or your distribution's package dotnet-sdk-10.0."
}

need_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || missing "Node.js 20 with npm" "Install it from https://nodejs.org or your distribution's packages nodejs and npm."
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge 20 ] || missing "Node.js 20 (found: $(node --version))" "Install a newer one from https://nodejs.org or your distribution's packages nodejs and npm."
}

# Debian's chromium for the browser journeys: installed where this user may, else named.
need_chromium() {
  if [ -n "${LINCHPIN_CHROMIUM:-}" ] && [ -x "$LINCHPIN_CHROMIUM" ]; then return; fi
  local found
  for found in chromium chromium-browser google-chrome; do
    if command -v "$found" >/dev/null 2>&1; then
      LINCHPIN_CHROMIUM=$(command -v "$found")
      export LINCHPIN_CHROMIUM
      return
    fi
  done
  local root=""
  [ "$(id -u)" = 0 ] || root="sudo -n"
  if command -v apt-get >/dev/null 2>&1 && { [ -z "$root" ] || sudo -n true 2>/dev/null; }; then
    echo "test: installing chromium for the browser journeys" >&2
    $root apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends chromium >&2 || true
  fi
  command -v chromium >/dev/null 2>&1 || missing "chromium" "Install it (Debian: apt-get install chromium), or set LINCHPIN_CHROMIUM to a Chromium or Chrome executable."
  LINCHPIN_CHROMIUM=$(command -v chromium)
  export LINCHPIN_CHROMIUM
}

# Debian's PostgreSQL server for the tests of what is kept or queued there: installed where this user may, else named.
need_postgres() {
  if [ -n "${LINCHPIN_POSTGRES_BIN:-}" ] && [ -x "$LINCHPIN_POSTGRES_BIN/postgres" ]; then return; fi
  has_postgres && return
  local root=""
  [ "$(id -u)" = 0 ] || root="sudo -n"
  if command -v apt-get >/dev/null 2>&1 && { [ -z "$root" ] || sudo -n true 2>/dev/null; }; then
    echo "test: installing postgresql for the tests of its queue" >&2
    $root apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends postgresql >&2 || true
  fi
  has_postgres || missing "PostgreSQL's server programs" "Install them (Debian: apt-get install postgresql), or set LINCHPIN_POSTGRES_BIN to the folder of initdb and postgres."
}

has_postgres() {
  command -v initdb >/dev/null 2>&1 && command -v postgres >/dev/null 2>&1 && return 0
  local found
  for found in /usr/lib/postgresql/*/bin/postgres; do
    [ -x "$found" ] && return 0
  done
  return 1
}

# Debian's poppler-utils, which PDF is read with: installed where this user may, else named.
need_poppler() {
  if [ -n "${LINCHPIN_POPPLER:-}" ] && [ -x "$LINCHPIN_POPPLER/pdftotext" ]; then return; fi
  command -v pdftotext >/dev/null 2>&1 && command -v pdftoppm >/dev/null 2>&1 && return
  local root=""
  [ "$(id -u)" = 0 ] || root="sudo -n"
  if command -v apt-get >/dev/null 2>&1 && { [ -z "$root" ] || sudo -n true 2>/dev/null; }; then
    echo "test: installing poppler-utils for the tests of PDF" >&2
    $root apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends poppler-utils >&2 || true
  fi
  command -v pdftotext >/dev/null 2>&1 || missing "poppler's programs" "Install them (Debian: apt-get install poppler-utils), or set LINCHPIN_POPPLER to the folder of pdftotext and pdftoppm."
}

# Optional: COIN-OR Clp for response plans. Without it the built-in simplex is used, and the tests that compare the two are skipped by name.
tell_clp() {
  ldconfig -p 2>/dev/null | grep -q 'libClp\.so\.1' || echo "test: libClp.so.1 is not here; tests of the native solver are skipped (Debian: apt-get install coinor-libclp1)" >&2
}

# Optional: a network with loopback and nothing else, which the tests then run in: 'alone' is what makes one. Without it that no test needs more is not tried, and its test is skipped by name.
find_alone() {
  alone=()
  local way="-cn --keep-caps"
  [ "$(id -u)" = 0 ] && way="-n"
  # shellcheck disable=SC2086
  if unshare $way sh -c 'ip link set lo up' 2>/dev/null; then
    alone=(unshare $way sh -c 'ip link set lo up; exec "$@"' sh)
    export LINCHPIN_TEST_ALONE=1
  else
    echo "test: this machine lets this user make no network of its own (unshare, ip); that nothing but loopback is needed is not tried" >&2
  fi
}
