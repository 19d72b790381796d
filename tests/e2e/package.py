#!/usr/bin/env python3
"""The Debian package: made, checked by lintian, installed in a clean root, used
for a meeting, and purged without a trace. And the same programs come out of the
same tree wherever it lies."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import tap  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
PROGRAMS = ("stemmeboks", "stemmeboks-kiosk", "stemmeboks-hall")
work = Path(tempfile.mkdtemp(prefix="package"))
# make's own variables would reach the builds below.
env = {name: value for name, value in os.environ.items()
       if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "BUILD", "CC")}


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], env=env,
                          capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}"
                             f"\n{done.stderr}")
    return done.stdout


def copy_tree(to):
    """The files of the tree, without what was built."""
    names = run("git", "-C", ROOT, "ls-files", "-co", "--exclude-standard")
    for name in names.splitlines():
        if os.path.lexists(ROOT / name):
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name, follow_symlinks=False)


def the_package_is_made_without_a_complaint_of_lintian():
    run("tools/dev/deb.sh", work / "build", cwd=ROOT)
    told = run("lintian", "--allow-root", "--fail-on", "error,warning",
               "--suppress-tags", "no-symbols-control-file", package())
    tap.equal([line for line in told.splitlines()
               if line.startswith(("E:", "W:"))], [])


def package():
    return next((work / "build/deb").glob("stemmeboks_*.deb"))


# In a machine of its own: what is written lands beside this one's files.
MEETING = """
set -eu
dpkg -i /package.deb >/dev/null
cd /var/tmp
export LANG=C.UTF-8 LANGUAGE=da HOME=/var/tmp/home
unset XDG_DATA_HOME
stemmeboks new a >/dev/null
stemmeboks check a
stemmeboks build a -o a.stemmeboks >/dev/null
stemmeboks slips a.stemmeboks --count 12 -o slips.pdf >/dev/null
pdftotext slips.pdf - | grep -oE "([0-9A-Z]{4} ){4}[0-9A-Z]{4}" | tr -d " " >codes
stemmeboks ready a.stemmeboks >/dev/null
stemmeboks open a.stemmeboks >/dev/null
SDL_VIDEODRIVER=dummy stemmeboks-kiosk a.stemmeboks --demo codes --announce told &
kiosk=$!
for i in $(seq 100); do [ -s told ] && break; sleep 0.1; done
kill $kiosk
wait $kiosk
head -n 1 told
stemmeboks close a.stemmeboks >/dev/null
stemmeboks count a.stemmeboks >/dev/null
stemmeboks publish a.stemmeboks -o result >/dev/null
stemmeboks verify result
man -w stemmeboks >/dev/null
rm -rf a a.stemmeboks a.stemmeboks.images slips.pdf codes result told
rm -rf /var/tmp/home
dpkg -P stemmeboks >/dev/null
"""


def in_a_root_of_its_own(script):
    """Runs a shell script as root of a copy of this machine that is written to
    in memory alone; what it left, by name."""
    outer = f"""
set -eu
mount -t tmpfs tmpfs {work}/memory
mkdir {work}/memory/written {work}/memory/work
mount -t overlay overlay -o lowerdir=/,upperdir={work}/memory/written,\
workdir={work}/memory/work {work}/root
cp {package()} {work}/root/package.deb
mount -t proc proc {work}/root/proc
mount --bind /dev {work}/root/dev
chroot {work}/root /bin/sh -c "$1" || exit 1
rm {work}/root/package.deb
(cd {work}/memory/written && find . -type f -o -type l -o -type c) \
    >{work}/left
"""
    for name in ("memory", "root"):
        (work / name).mkdir()
    told = run("unshare", "-m", "/bin/sh", "-c", outer, "sh", script)
    left = (work / "left").read_text().splitlines()
    return told, left


def it_is_installed_holds_a_meeting_and_goes_without_a_trace():
    told, left = in_a_root_of_its_own(MEETING)
    for wanted in ("Ingen fejl", "alle tal stemmer", "attract"):
        if wanted not in told:
            raise AssertionError(f"{wanted} is missing in\n{told}")
    # What dpkg, its triggers and caches write of themselves.
    own = ("./etc/mailcap", "./var/lib/dpkg", "./var/cache", "./var/log",
           "./usr/share/mime/", "./usr/share/icons/",
           "./usr/share/applications/mimeinfo.cache", "./tmp/")
    tap.equal([name for name in left if not name.startswith(own) or
               "stemmeboks" in name.lower()], [])


def the_same_tree_elsewhere_gives_the_same_programs():
    elsewhere = work / "somewhere/else/a tree"
    elsewhere.mkdir(parents=True)
    copy_tree(elsewhere)
    run("make", "-s", f"-j{os.cpu_count()}", "programs", cwd=elsewhere)
    for name in PROGRAMS:
        tap.equal((name, (elsewhere / "build" / name).read_bytes() ==
                   (BUILD / name).read_bytes()), (name, True))


try:
    code = tap.run([
        the_package_is_made_without_a_complaint_of_lintian,
        it_is_installed_holds_a_meeting_and_goes_without_a_trace,
        the_same_tree_elsewhere_gives_the_same_programs,
    ])
finally:
    shutil.rmtree(work, ignore_errors=True)
sys.exit(code)
