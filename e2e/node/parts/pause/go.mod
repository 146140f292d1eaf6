module dev.regularizer/e2e/node/parts/pause

go 1.26.0
