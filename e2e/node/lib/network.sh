# The node lives in a network namespace of its own, joined to the machine by one link and two routes. kube-proxy's
# iptables rules, the pods' bridge and the address settings are all inside: the machine's own stay as they are, and
# removing the namespace removes them whole, however the run ended.

check_addresses() {
  local network found
  for network in "$NODE_NETWORK" "$POD_NETWORK" "$SERVICE_NETWORK"; do
    found=$(ip -o route show root "$network"; ip -o route show match "$network" | grep -v '^default' || true)
    [[ -z $found ]] || fail network "this machine already uses $network, which the local cluster needs: ${found%%$'\n'*}"
  done
}

start_network() {
  local log=$LOGS/network.log
  check_addresses
  {
    modprobe -qa br_netfilter nf_conntrack overlay || true
    ip netns add "$NETNS" &&
      ip link add "$HOST_LINK" type veth peer name eth0 netns "$NETNS" &&
      ip -n "$NETNS" link set lo up &&
      ip -n "$NETNS" address add "$NODE_ADDRESS/30" dev eth0 &&
      ip -n "$NETNS" link set eth0 up &&
      ip address add "$HOST_ADDRESS/30" dev "$HOST_LINK" &&
      ip link set "$HOST_LINK" up &&
      ip route add "$POD_NETWORK" via "$NODE_ADDRESS" dev "$HOST_LINK" &&
      ip route add "$SERVICE_NETWORK" via "$NODE_ADDRESS" dev "$HOST_LINK" &&
      in_node sysctl -q -w net.ipv4.ip_forward=1
  } >"$log" 2>&1 || fail network "the node's network could not be made" "$log"
}

stop_network() {
  ip link delete "$HOST_LINK" 2>/dev/null || true
  ip netns delete "$NETNS" 2>/dev/null || true
}
