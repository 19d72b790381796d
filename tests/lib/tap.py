"""TAP from Python: tests are functions whose names are sentences."""

import sys
import traceback


class Skip(Exception):
    """The test cannot be made on this machine; the text says why."""


def run(tests):
    """Run (function, arguments) pairs or functions in order; the exit code."""
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        function, *arguments = test if isinstance(test, tuple) else (test,)
        sentence = function.__name__.replace("_", " ")
        try:
            function(*arguments)
            print(f"ok {number} - {sentence}", flush=True)
        except Skip as why:
            print(f"ok {number} # SKIP {sentence}: {why}", flush=True)
        except Exception:  # a test may fail in any way; all are told
            failed += 1
            print(f"not ok {number} - {sentence}")
            print("".join("# " + line + "\n" for line in
                          traceback.format_exc().splitlines()), flush=True)
    return 1 if failed else 0


def equal(got, wanted):
    if got != wanted:
        raise AssertionError(f"got {got!r}, wanted {wanted!r}")


def main(tests):
    sys.exit(run(tests))
