#!/bin/sh
# Lines of each layer that the tests ran, from a build made with --coverage.
set -eu
cd "$(dirname "$0")/../.."
build=$1
lcov --quiet --capture --directory "$build" --base-directory . --no-external \
	--output-file "$build/coverage.info" --rc lcov_branch_coverage=0 2>/dev/null
lcov --quiet --remove "$build/coverage.info" '*/tests/*' --output-file "$build/coverage.info"
lcov --list "$build/coverage.info" | tail -n +4
genhtml --quiet "$build/coverage.info" --output-directory "$build/html"
echo "Line by line: $build/html/index.html"
