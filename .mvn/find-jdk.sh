# Sourced by mvnw and by cli/pgorm. find_jdk sets JAVA_HOME to a JDK that can run PG-ORM, or calls `die` with advice.
least=21

# The major version of the JDK in folder $1; nothing where there is none, or only a JRE.
jdk_version() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else "$1/bin/javac" -version 2>&1 </dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'; fi
}

good_jdk() { v=$(jdk_version "$1"); [ -n "$v" ] && [ "$v" -ge "$least" ]; }

find_jdk() {
  if good_jdk "${JAVA_HOME:-}"; then return; fi
  if command -v java >/dev/null 2>&1; then
    JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p')
    if good_jdk "$JAVA_HOME"; then return; fi
  fi
  JAVA_HOME= newest=0
  for home in /usr/lib/jvm/* /opt/* /opt/*/* /usr/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/*; do
    if good_jdk "$home" && [ "$v" -gt "$newest" ]; then JAVA_HOME=$home newest=$v; fi
  done
  [ -n "$JAVA_HOME" ] || die "PG-ORM needs a JDK of version $least or later, and none was found." \
    "Install one (Temurin 25, for example), or set JAVA_HOME to the folder of one that is installed."
}
