module dev.regularizer/e2e/node/parts/check

go 1.26.0
