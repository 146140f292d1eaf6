go_build "$OUT/check" . ""
