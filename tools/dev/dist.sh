#!/bin/sh
# The source as one file, named for its commit; the same bytes for the same commit.
set -eu
cd "$(dirname "$0")/../.."
name=stemmeboks-$(git log -1 --format=%cd --date=format:%Y%m%d)-$(git rev-parse --short HEAD)
git archive --format=tar --prefix="$name/" HEAD | gzip -n >"$name.tar.gz"
echo "$name.tar.gz"
