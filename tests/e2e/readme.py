#!/usr/bin/env python3
"""Every command of the README, in its order, as its reader would type it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
README = (evening.ROOT / "README.md").read_text(encoding="utf-8")
folder = Path(tempfile.mkdtemp(prefix="readme"))
env = dict(os.environ, PATH=f"{BUILD}:{os.environ['PATH']}", LANG="C.UTF-8",
           XDG_DATA_HOME=str(folder / "home"))


def commands():
    """The lines of all blocks marked as shell, in order."""
    for block in re.findall(r"^ *```sh\n(.*?)^ *```", README, re.M | re.S):
        for line in block.splitlines():
            if line.strip():
                yield line.strip()


def window(display, words):
    """A program with a window: it must stay up, and end when asked to."""
    program = subprocess.Popen(words, cwd=folder,
                               env=dict(env, DISPLAY=display.env["DISPLAY"]),
                               stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    if program.poll() is not None:
        raise AssertionError(f"{words}: {program.stderr.read()}")
    program.terminate()
    tap.equal(program.wait(10), 0)


def every_make_target_it_names_exists():
    targets = [line.split()[1] for line in commands()
               if line.startswith("make ")]
    if len(targets) < 8:
        raise AssertionError(f"only {targets} found")
    for target in targets:
        subprocess.run(["make", "-n", target], cwd=evening.ROOT, check=True,
                       capture_output=True)


def every_other_command_works_in_order():
    display = evening.Display(1280, 800, displays=2)
    ran = 0
    try:
        for line in commands():
            words = line.split()
            if words[0] == "make":
                continue
            if words[0] in ("stemmeboks-hall", "stemmeboks-kiosk"):
                window(display, words)
            else:
                # `pin` asks for it twice.
                done = subprocess.run(line, shell=True, cwd=folder, env=env,
                                      input="274913\n274913\n",
                                      capture_output=True, text=True,
                                      timeout=120)
                if done.returncode:
                    raise AssertionError(f"{line}: {done.stdout}{done.stderr}")
            ran += 1
    finally:
        display.close()
    if ran < 15:
        raise AssertionError(f"only {ran} commands were found")


def every_picture_and_path_it_names_is_there():
    names = re.findall(r"\]\(([a-z/.-]+)\)", README)
    names += re.findall(r"`((?:assets|tests|tools|fonts|kiosk)/[\w/.-]+)`",
                        README)
    for name in names:
        if not (evening.ROOT / name).exists():
            raise AssertionError(f"{name} is not there")


def every_manual_page_can_be_read():
    for name in ("stemmeboks", "stemmeboks-kiosk", "stemmeboks-hall"):
        page = evening.ROOT / "assets" / "man" / f"{name}.1"
        done = subprocess.run(
            ["man", "--warnings", "-l", str(page)], capture_output=True,
            text=True, env=dict(env, MANWIDTH="80", MANPAGER="cat"), check=True)
        tap.equal(done.stderr, "")


try:
    code = tap.run([
        every_make_target_it_names_exists,
        every_other_command_works_in_order,
        every_picture_and_path_it_names_is_there,
        every_manual_page_can_be_read,
    ])
finally:
    shutil.rmtree(folder)
sys.exit(code)
