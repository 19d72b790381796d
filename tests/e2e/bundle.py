#!/usr/bin/env python3
"""The published folder with the real program, from template to tampering.

The ballots are put into the open meeting's file with plain SQL, as the kiosk
puts them; every other step is a command that an organiser types.
"""

import hashlib
import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "lib"))
sys.dont_write_bytecode = True

import tap  # noqa: E402

PROGRAM = Path(os.environ["STEMMEBOKS_BUILD"]) / "stemmeboks"
COUNTER = ROOT / "tests" / "second_counter.py"
USED, FILLED, FREE, UNUSED = 4, 3, 2, 2  # states of roll and box, schema.sql
place = Path(tempfile.mkdtemp(prefix="bundle", dir=(
    "/dev/shm" if os.access("/dev/shm", os.W_OK) else None)))
meeting = place / "evening.meeting"
result = place / "result"


def run(*words, code=0):
    """stemmeboks WORDS must end with CODE; returns all that it said."""
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True,
                          text=True, timeout=60, cwd=place,
                          env=dict(os.environ, LANGUAGE="en"))
    said = done.stdout + done.stderr
    if done.returncode != code:
        raise AssertionError(f"{words}: exit {done.returncode}\n{said}")
    return said


def has(said, wanted):
    if wanted not in said:
        raise AssertionError(f"{wanted!r} is not in:\n{said}")


def vote(votes):
    """Fill slots with (count, numbers), as many slips becoming used."""
    file = sqlite3.connect(meeting)
    numbers = [n for (n,) in file.execute(
        "SELECT number FROM proposal ORDER BY position")]
    ballots = ["".join("001" if n in chosen else "000" for n in numbers)
               for count, chosen in votes for _ in range(count)]
    slots = [s for (s,) in file.execute(
        "SELECT slot FROM box WHERE used = ? ORDER BY slot", (FREE,))]
    slips = [h for (h,) in file.execute(
        "SELECT hash FROM roll WHERE state = ? ORDER BY hash", (UNUSED,))]
    with file:
        for ballot, slot, slip in zip(ballots, slots, slips):
            file.execute("UPDATE box SET used = ?, ballot = ? WHERE slot = ?",
                         (FILLED, ballot, slot))
            file.execute("UPDATE roll SET state = ? WHERE hash = ?",
                         (USED, slip))
    file.close()


def hold(votes, slips=40):
    """A meeting from the template, up to its closing."""
    for path in place.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    run("new", "folder")
    run("build", "folder", "-o", meeting)
    run("slips", meeting, "--count", slips, "-o", "slips.pdf")
    run("ready", meeting)
    run("open", meeting)
    vote(votes)
    run("close", meeting)


def a_meeting_is_counted_published_and_proven():
    hold([(12, {1, 4}), (7, {2, 5}), (4, {3, 6}), (1, set())])
    has(run("count", meeting), "24 ballots were cast.")
    has(run("publish", meeting, "-o", result), "12 files")
    has(run("verify", result), "24 ballots follow the rules")
    has(run("verify", meeting), "24 ballots, as many as slips used")
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=result,
                   check=True)
    subprocess.run([COUNTER, "--check", result], check=True,
                   stdout=sys.stderr)


def the_result_in_json_is_the_published_one():
    said = json.loads(run("count", meeting, "--json"))
    published = json.loads((result / "result.json").read_text("utf-8"))
    del published["sha256"]
    tap.equal(said, published)
    said = json.loads(run("verify", result, "--json"))
    tap.equal((said["agrees"], said["ballots"]), (True, 24))
    tap.equal((said["compared"], said["ballots_checked"]), (True, True))


def verify_says_what_to_compare_with_the_minutes():
    code = json.loads(run("status", meeting, "--json"))["code"]
    root = json.loads(run("status", meeting, "--json"))["box"]["root"]
    said = run("verify", result)
    has(said, f"Code of the rules: {code}\n")
    has(said, f"Root of the box: {root} – compare both with the minutes")
    for what in (result, meeting):
        said = json.loads(run("verify", what, "--json"))
        tap.equal((said["code"], said["root"]), (code, root))


def folder_is_proven_in_any_language():
    """What stands in the folder is made again in its own languages."""
    for language in ("da", "en", "C"):
        subprocess.run([PROGRAM, "verify", result], check=True,
                       stdout=subprocess.DEVNULL,
                       env=dict(os.environ, LANGUAGE=language))


def sums_again():
    """Every sum in the folder is made anew, as a forger would."""
    path = result / "result.json"
    said = json.loads(path.read_text("utf-8"))
    for name in said["sha256"]:
        old = said["sha256"][name]
        new = hashlib.sha256((result / name).read_bytes()).hexdigest()
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    subprocess.run("sha256sum -- $(ls | grep -v SHA256SUMS) > SHA256SUMS",
                   shell=True, cwd=result, check=True,
                   env=dict(os.environ, LC_ALL="C"))


def changed_words_are_found_and_all_files_named():
    right = {path: path.read_text("utf-8") for path in result.iterdir()}
    steps, readme = result / "steps.txt", result / "README.txt"
    wanted = {}
    for path, old, new in ((steps, "får ", "får ingen penge, "),
                           (readme, "TOKEN", "DIT NAVN")):
        lines = right[path].split("\n")
        line = next(i for i, text in enumerate(lines) if old in text)
        lines[line] = lines[line].replace(old, new, 1)
        path.write_text("\n".join(lines), "utf-8")
        wanted[path.name] = line + 1
    sums_again()
    said = run("verify", result, code=6)
    for name, line in wanted.items():
        has(said, f"{name}:{line}: ")
    said = json.loads(run("verify", result, "--json", code=6))
    tap.equal((said["agrees"], said["compared"]), (False, True))
    tap.equal({d["file"]: d["line"] for d in said["differences"]}, wanted)
    for path, text in right.items():
        path.write_text(text, "utf-8")
    run("verify", result)


def a_vote_changed_on_the_disk_is_found():
    votes = result / "votes.csv"
    right = votes.read_text()
    head, first, rest = right.split("\n", 2)
    first = first.replace(";1", ";0") if ";1" in first else first[:-1] + "1"
    votes.write_text("\n".join((head, first, rest)))
    has(run("verify", result, code=6), "votes.csv")
    subprocess.run("sha256sum -- $(ls | grep -v SHA256SUMS) > SHA256SUMS",
                   shell=True, cwd=result, check=True,
                   env=dict(os.environ, LC_ALL="C"))
    said = json.loads(run("verify", result, "--json", code=6))
    tap.equal((said["agrees"], said["differences"][0]["file"]),
              (False, "votes.csv"))
    done = subprocess.run([COUNTER, "--check", result], capture_output=True,
                          text=True)
    tap.equal(done.returncode, 1)
    has(done.stdout, "/root: second counter")
    votes.write_text(right)
    subprocess.run("sha256sum -- $(ls | grep -v SHA256SUMS) > SHA256SUMS",
                   shell=True, cwd=result, check=True,
                   env=dict(os.environ, LC_ALL="C"))
    run("verify", result)


def an_empty_meeting_can_be_published_and_proven():
    hold([])
    has(run("count", meeting), "0 ballots were cast.")
    has(run("publish", meeting, "-o", result), "only the totals")
    has(run("verify", result), "only the totals are published")
    said = json.loads(run("verify", result, "--json"))
    tap.equal((said["agrees"], said["ballots_checked"]), (True, False))
    tap.equal((result / "votes.csv").exists(), False)


def a_tie_waits_for_the_lots_and_they_are_published():
    hold([(9, {1}), (9, {2}), (9, {3})])
    said = run("count", meeting, code=3)
    line = next(line for line in said.splitlines() if " --lots " in line)
    command = line.split()
    tap.equal(command[:2], ["stemmeboks", "count"])
    pot, places = command[-1].split(":")
    tap.equal(places, "_,_,_")
    for copied in (line for line in said.splitlines() if "  stemmeboks " in line):
        run(*shlex.split(copied)[1:], code=2)
    drawn = "3,2,1"
    run("count", meeting, "--lots", f"{pot}:{drawn}")
    run("publish", meeting, "-o", result)
    run("verify", result)
    decisions = json.loads((result / "result.json").read_text())["decisions"]
    tap.equal([d["order"] for d in decisions],
              [[int(n) for n in drawn.split(",")]])
    subprocess.run([COUNTER, "--check", result], check=True,
                   stdout=sys.stderr)


def no_other_program_may_look_into_its_memory():
    """The kernel gives the files of such a program in /proc to root."""
    user = os.geteuid() or 65534
    own = place / "own"
    run("new", "other")
    run("build", "other", "-o", "other.meeting")
    own.mkdir()
    shutil.move(place / "other.meeting", own)
    place.chmod(0o711)
    # The build may lie where only its owner may go.
    program_file = shutil.copy(PROGRAM, place / "program")
    for path in (own, own / "other.meeting"):
        os.chown(path, user, -1)
    program = subprocess.Popen(
        [program_file, "void", own / "other.meeting"], stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=dict(os.environ, LANGUAGE="en"),
        **({"user": user} if os.geteuid() == 0 else {}))
    owner = Path(f"/proc/{program.pid}/environ")
    until = time.monotonic() + 3
    while owner.stat().st_uid != 0 and time.monotonic() < until:
        time.sleep(0.01)
    tap.equal((program.poll(), owner.stat().st_uid), (None, 0))
    program.communicate(b"\n", timeout=60)


def killed_while_publishing_leaves_no_half_folder():
    """Killed at many moments, the folder is there whole or not at all."""
    for delay_ms in range(0, 40, 2):
        shutil.rmtree(result, ignore_errors=True)
        program = subprocess.Popen(
            [PROGRAM, "publish", meeting, "-o", result],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            program.wait(delay_ms / 1000)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
        if result.exists():
            run("verify", result)
    shutil.rmtree(result, ignore_errors=True)
    run("publish", meeting, "-o", result)
    run("verify", result)


if __name__ == "__main__":
    try:
        code = tap.run([
            a_meeting_is_counted_published_and_proven,
            the_result_in_json_is_the_published_one,
            verify_says_what_to_compare_with_the_minutes,
            folder_is_proven_in_any_language,
            changed_words_are_found_and_all_files_named,
            a_vote_changed_on_the_disk_is_found,
            an_empty_meeting_can_be_published_and_proven,
            a_tie_waits_for_the_lots_and_they_are_published,
            no_other_program_may_look_into_its_memory,
            killed_while_publishing_leaves_no_half_folder,
        ])
    finally:
        shutil.rmtree(place)
    sys.exit(code)
