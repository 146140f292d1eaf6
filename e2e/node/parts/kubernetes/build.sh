version=$(go_module_version k8s.io/kubernetes)
minor=${version#v1.}
stamp=k8s.io/component-base/version
go_build "$OUT/kube" . \
  "-X $stamp.gitVersion=$version -X $stamp.gitMajor=1 -X $stamp.gitMinor=${minor%%.*} -X $stamp.gitTreeState=clean"
