#!/usr/bin/env python3
"""What `make install` leaves is a whole Stemmeboks, away from the source."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
root = Path(tempfile.mkdtemp(prefix="install"))
data = root / "usr/local/share/stemmeboks"
env = dict(os.environ, LANG="da_DK.UTF-8", STEMMEBOKS_DATA=str(data))


def run(*words):
    return subprocess.run([str(word) for word in words], cwd=root, env=env,
                          check=True, capture_output=True, text=True).stdout


def it_installs_into_a_folder_of_ones_choice():
    run("make", "-s", "-C", evening.ROOT, "install", f"DESTDIR={root}",
        f"BUILD={BUILD}")
    for name in ("stemmeboks", "stemmeboks-kiosk", "stemmeboks-hall"):
        if not os.access(root / "usr/local/bin" / name, os.X_OK):
            raise AssertionError(f"{name} is not there")
        if not (root / f"usr/local/share/man/man1/{name}.1").exists():
            raise AssertionError(f"the page of {name} is not there")


def the_installed_programs_hold_a_meeting_in_danish():
    stemmeboks = root / "usr/local/bin/stemmeboks"
    run(stemmeboks, "new", "my-meeting")
    if "Ingen fejl" not in run(stemmeboks, "check", "my-meeting"):
        raise AssertionError("check did not answer in Danish")
    run(stemmeboks, "build", "my-meeting", "-o", "evening.stemmeboks")
    run(stemmeboks, "slips", "evening.stemmeboks", "--count", "3", "-o",
        "slips.pdf")
    fonts = run("pdffonts", "slips.pdf")
    if "NotoSans" not in fonts:
        raise AssertionError(fonts)


def the_installed_kiosk_finds_its_fonts_and_words():
    display = evening.Display(1280, 800)
    try:
        kiosk = subprocess.Popen(
            [str(root / "usr/local/bin/stemmeboks-kiosk"),
             "evening.stemmeboks"], cwd=root,
            env=dict(env, DISPLAY=display.env["DISPLAY"]),
            stderr=subprocess.PIPE, text=True)
        try:
            code = kiosk.wait(1.5)
            raise AssertionError(f"it ended with {code}: {kiosk.stderr.read()}")
        except subprocess.TimeoutExpired:
            kiosk.terminate()
            tap.equal(kiosk.wait(10), 0)
    finally:
        display.close()


try:
    code = tap.run([
        it_installs_into_a_folder_of_ones_choice,
        the_installed_programs_hold_a_meeting_in_danish,
        the_installed_kiosk_finds_its_fonts_and_words,
    ])
finally:
    shutil.rmtree(root)
sys.exit(code)
