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
CHECKER = ROOT / "tests" / "pabulib_check.py"
# The signing key that publish makes is not that of whoever runs the test.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="home")


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
    has(run("publish", meeting, "-o", result), "18 files")
    has(run("verify", result), "24 ballots follow the rules")
    has(run("verify", meeting), "24 ballots, as many as slips used")
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=result,
                   check=True)
    subprocess.run([COUNTER, "--check", result], check=True,
                   stdout=sys.stderr)


def the_result_in_json_is_the_published_one():
    said = json.loads(run("count", meeting, "--json"))
    published = json.loads((result / "result.json").read_text("utf-8"))
    del published["sha256"], published["signer"], published["pdf"]
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
    right = {path: path.read_bytes() for path in result.iterdir()}
    steps, readme = result / "steps.txt", result / "README.txt"
    wanted = {}
    for path, old, new in ((steps, "får ", "får ingen penge, "),
                           (readme, "TOKEN", "DIT NAVN")):
        lines = right[path].decode("utf-8").split("\n")
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
    # What was signed are other sums: that is said, too.
    wanted["SHA256SUMS.sig"] = 0
    tap.equal({d["file"]: d["line"] for d in said["differences"]}, wanted)
    for path, data in right.items():
        path.write_bytes(data)
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
    tap.equal((said["agrees"], [d["file"] for d in said["differences"]][:2]),
              (False, ["SHA256SUMS.sig", "votes.csv"]))
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
    run("count", meeting, "--lots", f"{pot}:{drawn}",
        "--again", f"{pot}:{drawn}")
    run("publish", meeting, "-o", result)
    run("verify", result)
    decisions = json.loads((result / "result.json").read_text())["decisions"]
    tap.equal([d["order"] for d in decisions],
              [[int(n) for n in drawn.split(",")]])
    subprocess.run([COUNTER, "--check", result], check=True,
                   stdout=sys.stderr)


def other_tools_can_read_the_pots():
    """Greedy, with a threshold, stopping, excluding; the pots of one meeting
    with ties, and one with nothing but blank ballots."""
    evenings = [[(12, {1, 4}), (7, {2, 5}), (4, {3, 6}), (1, set())],
                [(9, {1}), (8, {1, 2}), (3, {3, 4, 5})],
                [(11, set())]]
    for votes in evenings:
        hold(votes)
        run("count", meeting)
        run("publish", meeting, "-o", result)
        pots = sorted(result.glob("*.pb"))
        tap.equal(len(pots), 2)
        done = subprocess.run([CHECKER, *pots], capture_output=True, text=True)
        tap.equal((done.returncode, done.stdout + done.stderr), (0, ""))


def the_checker_of_pots_finds_what_is_wrong():
    hold([(12, {1, 4}), (7, {2, 5}), (4, {3, 6}), (1, set())])
    run("count", meeting)
    run("publish", meeting, "-o", result)
    path = sorted(result.glob("*.pb"))[0]
    right = path.read_text("utf-8")
    for old, new in (("num_votes;24", "num_votes;23"), ("\n", "\r\n"),
                     ("num_projects;", "num_projects;1"),
                     ("currency;DKK", "currency;kr."),
                     ("rule;greedy", "rool;greedy"), (";1\n", ";0\n"),
                     ("project_id;cost;votes", "project_id;votes;cost"),
                     ("\n24;", "\n23;"), ("VOTES\n", "VOTES\n\n"),
                     ("voter_id;vote", "voter_id;votes"),
                     ("META", "\ufeffMETA"), ("\n1;", "\n1;77,")):
        if old not in right:
            raise AssertionError(f"{old!r} is not in {path}")
        path.write_text(right.replace(old, new, 1), "utf-8", newline="")
        done = subprocess.run([CHECKER, path], capture_output=True, text=True)
        if done.returncode != 1 or not done.stdout:
            raise AssertionError(f"{old!r} → {new!r} passed: {done.stderr}")
    path.write_text(right, "utf-8")
    run("verify", result)


def on_a_stick(size, *words, after="true"):
    """stemmeboks WORDS with a stick of SIZE at place/stick, in a namespace of
    its own: it is gone when the command ends. None where the system forbids
    it; AFTER is a shell command that runs then, on the stick."""
    stick = place / "stick"
    stick.mkdir(exist_ok=True)
    line = (f"mount -t tmpfs -o {size} tmpfs {stick} && "
            f"{PROGRAM} {shlex.join(map(str, words))}; code=$?; "
            f"cd {stick} && {after}; exit $code")
    if subprocess.run(["unshare", "-rm", "true"],
                      capture_output=True).returncode:
        print("# no namespaces here: not tried")
        return None
    done = subprocess.run(["unshare", "-rm", "sh", "-c", line],
                          capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, LANGUAGE="en"))
    return done.returncode, done.stdout + done.stderr


def a_stick_gets_the_folder_or_nothing():
    stick = place / "stick"
    done = on_a_stick("size=1m", "publish", meeting, "--to", stick,
                      after=f"ls -A && {PROGRAM} verify 2*")
    if done is None:
        return
    tap.equal(done[0], 0)
    has(done[1], "every number agrees")
    # Too small for all, and only to be read.
    done = on_a_stick("size=32k", "publish", meeting, "--to", stick,
                      after="ls -A | wc -l")
    tap.equal(done[0], 1)
    has(done[1], "There is no room left. Use another stick")
    tap.equal(done[1].split("\n")[0], "0")
    done = on_a_stick("size=1m,ro", "publish", meeting, "--to", stick,
                      after="ls -A | wc -l")
    tap.equal(done[0], 1)
    has(done[1], "It can only be read. Is the stick locked?")
    tap.equal(done[1].split("\n")[0], "0")


def the_meeting_knows_the_digest_of_what_it_published():
    shutil.rmtree(result, ignore_errors=True)
    run("publish", meeting, "-o", result)
    file = sqlite3.connect(meeting)
    (detail,) = file.execute("SELECT detail FROM audit WHERE act = 'published'"
                             " ORDER BY number DESC").fetchone()
    file.close()
    sums = hashlib.sha256((result / "SHA256SUMS").read_bytes()).hexdigest()
    tap.equal(detail, f"sums {sums}")


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
    """Killed at many moments, the folder is there whole or not at all, under
    whichever name."""
    stick = place / "usb"
    stick.mkdir()
    shutil.rmtree(result, ignore_errors=True)
    begun = time.monotonic()
    run("publish", meeting, "-o", result)
    took = time.monotonic() - begun
    for i in range(30):
        shutil.rmtree(result, ignore_errors=True)
        for folder in stick.glob("[!.]*"):
            run("verify", folder)
            shutil.rmtree(folder)
        where = ("--to", stick) if i % 2 else ("-o", result)
        program = subprocess.Popen(
            [PROGRAM, "publish", meeting, *where],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            program.wait(took * 1.2 * i / 30)
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
            other_tools_can_read_the_pots,
            the_checker_of_pots_finds_what_is_wrong,
            a_stick_gets_the_folder_or_nothing,
            the_meeting_knows_the_digest_of_what_it_published,
            no_other_program_may_look_into_its_memory,
            killed_while_publishing_leaves_no_half_folder,
        ])
    finally:
        shutil.rmtree(place)
        shutil.rmtree(os.environ["XDG_DATA_HOME"])
    sys.exit(code)
