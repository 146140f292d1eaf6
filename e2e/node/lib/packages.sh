# Debian packages the node needs; installed when missing.

# package:file that proves it is there
DEBIAN_PACKAGES=(
  containerd:/usr/bin/containerd
  runc:/usr/sbin/runc
  containernetworking-plugins:/usr/lib/cni/bridge
  iproute2:/bin/ip
  iptables:/usr/sbin/iptables
  conntrack:/usr/sbin/conntrack
  python3:/usr/bin/python3
  python3-pip:/usr/lib/python3/dist-packages/pip/__init__.py
  openssl:/usr/bin/openssl
  curl:/usr/bin/curl
  ca-certificates:/etc/ssl/certs/ca-certificates.crt
  kmod:/sbin/modprobe
  procps:/usr/bin/pgrep
)

install_packages() {
  local missing=() entry log=$CACHE/logs/packages.log
  for entry in "${DEBIAN_PACKAGES[@]}"; do
    [[ -e ${entry#*:} ]] || missing+=("${entry%%:*}")
  done
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null ||
    fail packages "this machine has no apt-get, and these Debian packages are missing: ${missing[*]}"
  say "  installing Debian packages: ${missing[*]}"
  mkdir -p "$CACHE/logs"
  {
    apt-get update -q &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
  } >"$log" 2>&1 </dev/null 9>&- || fail packages "apt-get could not install: ${missing[*]}" "$log"
}
