# Sourced by the scripts that run the product: find_java prints the java of a JDK 25 or newer.

find_java() {
    for candidate in "${JAVA_HOME:-}" "$(dirname -- "$(dirname -- "$(readlink -f "$(command -v java || true)")")")" /usr/lib/jvm/*; do
        [ -x "$candidate/bin/javac" ] || continue
        version=$("$candidate/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
        [ "${version:-0}" -ge 25 ] && { echo "$candidate/bin/java"; return; }
    done
    fail "no JDK 25 or newer in JAVA_HOME, PATH or /usr/lib/jvm."
}
