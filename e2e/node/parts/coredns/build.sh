go_build "$OUT/coredns" . ""
