go_build "$OUT/pause" . ""
