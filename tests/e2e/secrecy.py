#!/usr/bin/env python3
"""What the real kiosk still holds of a vote when its resident has gone: its
whole memory and all files are searched for the slip and the ballot."""

import contextlib
import hashlib
import os
import pty
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import tty
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))
sys.dont_write_bytecode = True

import evening  # noqa: E402
import tap  # noqa: E402

BUILD = Path(os.environ["STEMMEBOKS_BUILD"])
OUT = BUILD / "secrecy"
CAMERA = OUT / "camera"
LINE, PIPE = OUT / "scanner", OUT / "pipe"
# The slips of five votes, of one that is not cast, and the demo's.
SCANNED, TYPED, LEAVES, SPARE, SERIAL, PIPED, SEEN = range(7)
CHOSEN = (2, 4, 6, 9)  # proposals, by their numbers
GROUP = 4
NOBODY = 65534
# ptrace(2): PTRACE_SEIZE stops nobody.
LOOK = """
import ctypes, sys
try:
    with open(f"/proc/{sys.argv[1]}/mem", "rb"):
        print("memory")
except PermissionError:
    print("refused")
libc = ctypes.CDLL(None)
libc.ptrace.argtypes = [ctypes.c_long] * 4
print("traced" if libc.ptrace(0x4206, int(sys.argv[1]), 0, 0) == 0
      else "refused")
"""
booth = evening.Evening(BUILD, OUT, lambda text: None)
ends = {}  # our ends of the scanners


def ballot_text():
    """As it stands in the box: three digits a proposal."""
    return "".join("001" if n in CHOSEN else "000" for n in booth.numbers)


def slip_hash(code):
    [definition] = sqlite3.connect(booth.meeting).execute(
        "SELECT definition FROM meeting").fetchone()
    meeting_id = bytes.fromhex(evening.json.loads(definition)["id"])
    return hashlib.sha256(b"stemmeboks slip 1\0" + meeting_id
                          + code.encode()).digest()


def secrets(code):
    """What must not be found: name and bytes."""
    spoken = " ".join(code[at:at + GROUP]
                      for at in range(0, len(code), GROUP))
    digest = slip_hash(code)
    ballot = [n in CHOSEN for n in booth.numbers]
    return {
        "token": code.encode(),
        "token in small letters": code.lower().encode(),
        "token, its first half": code[:10].encode(),
        "token, its second half": code[10:].encode(),
        "token in groups": spoken.encode(),
        "hash": digest,
        "hash in hexadecimal": digest.hex().encode(),
        "hash in capital hexadecimal": digest.hex().upper().encode(),
        "ballot as text": ballot_text().encode(),
        "ballot as numbers": b"".join(b"\1" if n else b"\0" for n in ballot),
        "ballot as short numbers": b"".join(
            b"\1\0" if n else b"\0\0" for n in ballot),
        "ballot as integers": b"".join(
            n.to_bytes(4, "little") for n in map(int, ballot)),
    }


def memory(pid):
    """Every writable mapping: where it begins, what it is, its bytes."""
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, \
            open(f"/proc/{pid}/mem", "rb") as held:
        for line in maps:
            words = line.split(None, 5)
            if "w" not in words[1]:
                continue
            begin, end = (int(at, 16) for at in words[0].split("-"))
            try:
                held.seek(begin)
                yield begin, words[5:] and words[5].strip(), held.read(
                    end - begin)
            except OSError:  # of a device
                continue


def hits(pid, wanted):
    """Every place that a secret is found at: its name, the mapping's, where."""
    found = []
    if os.geteuid() != 0:
        raise tap.Skip("only root may read the kiosk's memory")
    for begin, name, held in memory(pid):
        for secret, needle in wanted.items():
            at = held.find(needle)
            while at >= 0:
                found.append((secret, name or "anonymous", begin + at))
                at = held.find(needle, at + 1)
    return found


def locked_memory(pid):
    """Begin and end of every mapping that is never swapped (proc(5), smaps)."""
    locked = []
    with open(f"/proc/{pid}/smaps", encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if re.fullmatch(r"[0-9a-f]+-[0-9a-f]+", words[0]):
                mapping = tuple(int(at, 16) for at in words[0].split("-"))
            elif words[0] == "VmFlags:" and "lo" in words:
                locked.append(mapping)
    return locked


def in_files(wanted):
    return [f"{secret} in {path.name}"
            for path in OUT.iterdir() if path.is_file() and path.name not in
            ("slips.pdf", "slip.pdf", "codes.txt")
            for secret, needle in wanted.items()
            if needle in path.read_bytes()]


def picture(name, *how):
    path = OUT / f"{name}.png"
    subprocess.run(["convert", *map(str, how), "-colorspace", "Gray", "-depth",
                    "8", str(path)], check=True)
    return path


def blurred():
    """A slip too much out of focus for its code to be read."""
    return picture("blurred", OUT / "photo.png", "-blur", "0x9", "-attenuate",
                   "0.3", "-seed", "5", "+noise", "Gaussian")


def show(photo):
    """Hold PHOTO before the camera."""
    for path in CAMERA.glob("*.png"):
        path.unlink()
    os.link(photo, CAMERA / f"{time.monotonic_ns()}.png")


def photograph_a_slip():
    """One more slip, as the camera sees it; its code joins the others."""
    pdf = OUT / "slip.pdf"
    booth.command("slips", booth.meeting, "--count", 1, "--size", "a6", "-o",
                  pdf)
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", str(pdf),
                    str(OUT / "slip")], check=True)
    photo = picture("photo", OUT / "slip.pgm", "-rotate", "7", "-resize", "46%",
                    "-gravity", "center", "-background", "gray30", "-extent",
                    "640x480")
    booth.codes.append(subprocess.run(
        ["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", str(photo)],
        capture_output=True, text=True, check=True).stdout.strip())


def plug_scanners():
    """A scanner on a serial line, and a pipe that scans come through."""
    ends["line"], device = pty.openpty()
    tty.setraw(device)
    LINE.symlink_to(os.ttyname(device))
    os.mkfifo(PIPE)
    # Open at both ends: the kiosk need not wait for who writes.
    ends["pipe"] = os.open(PIPE, os.O_RDWR)


def frame_of(photo):
    """What must not be found of a camera's picture: pieces of its rows that
    cross the slip, as they are and as in a mirror."""
    grey = subprocess.run(["convert", str(photo), "-depth", "8", "gray:-"],
                          capture_output=True, check=True).stdout
    wide, high, piece = 640, 480, 48
    pieces = {}
    for y in range(0, high, 8):
        for x in range(0, wide - piece, piece):
            at = grey[y * wide + x:y * wide + x + piece]
            # Of many values: no table, and in no other picture.
            if len(set(at)) > 24:
                pieces[f"frame at {x}, {y}"] = at
                pieces[f"frame at {x}, {y}, mirrored"] = at[::-1]
    return pieces


def write_meeting(folder):
    """The demo's, without live votes: those are drawn from ballots that wait in
    the kiosk's memory, which is what they are for."""
    shutil.copytree(evening.DEMO, folder, dirs_exist_ok=True)
    settings = folder / "meeting.ini"
    text = settings.read_text(encoding="utf-8")
    tap.equal(text.count("live = batches"), 1)
    settings.write_text(text.replace("live = batches", "live = turnout"),
                        encoding="utf-8")


def the_kiosk_waits_for_a_resident():
    with tempfile.TemporaryDirectory() as folder:
        write_meeting(Path(folder))
        booth.prepare(6, folder)
    CAMERA.mkdir()
    plug_scanners()
    show(picture("table", "-size", "640x480", "xc:gray30"))
    photograph_a_slip()
    # A demo knows its list of slips: that of the votes are not in it.
    booth.code_file.write_text(booth.codes[SPARE] + "\n")
    booth.open()
    booth.kiosk = evening.Kiosk(BUILD, booth.meeting, booth.code_file, OUT,
                                scanners=("--camera", CAMERA, "--serial",
                                          LINE, "--scan-pipe", PIPE))
    booth.kiosk.wait("attract")


def vote(read_slip):
    kiosk = booth.kiosk
    read_slip()
    kiosk.wait("language")
    kiosk.tap("language", 0)
    kiosk.wait("choose")
    wanted = {booth.numbers.index(n) for n in CHOSEN}
    while kiosk.screen == "choose":
        booth.choose_page(kiosk, wanted, {"does": "", "language": "da"})


def cast_and_leave():
    kiosk = booth.kiosk
    kiosk.tap("cast")
    kiosk.wait("thanks")
    kiosk.tap("dismiss")
    kiosk.wait("attract")
    time.sleep(0.3)


def is_forgotten(code):
    wanted = secrets(code)
    tap.equal(hits(booth.kiosk.process.pid, wanted), [])
    # Roll and box hold hashes and ballots: that is what they are for.
    tap.equal(in_files({secret: needle for secret, needle in wanted.items()
                        if secret.startswith("token")}), [])


def a_resident_who_votes_is_in_the_memory():
    """Else the search would prove nothing."""
    vote(lambda: booth.kiosk.scan_slip(booth.codes[SCANNED]))
    found = hits(booth.kiosk.process.pid, secrets(booth.codes[SCANNED]))
    for secret in ("hash", "ballot as "):
        if not any(hit[0].startswith(secret) for hit in found):
            raise AssertionError(f"{secret} was not found: {found}")
    file = booth.meeting.read_bytes()
    tap.equal(slip_hash(booth.codes[SCANNED]) in file, True)


def a_vote_with_a_scanned_slip_is_forgotten():
    cast_and_leave()
    is_forgotten(booth.codes[SCANNED])


def a_vote_with_a_typed_code_is_forgotten():
    vote(lambda: booth.type_code(booth.kiosk, booth.codes[TYPED]))
    cast_and_leave()
    is_forgotten(booth.codes[TYPED])


def a_vote_with_a_slip_from_the_serial_scanner_is_forgotten():
    line = booth.codes[SERIAL].encode() + b"\r\n"
    vote(lambda: os.write(ends["line"], line))
    cast_and_leave()
    is_forgotten(booth.codes[SERIAL])


def a_vote_with_a_slip_from_the_pipe_is_forgotten():
    vote(lambda: os.write(ends["pipe"], booth.codes[PIPED].encode() + b"\n"))
    cast_and_leave()
    is_forgotten(booth.codes[PIPED])


def what_the_camera_sees_is_in_the_memory_while_it_looks():
    """A slip it cannot read, or the search for frames would prove nothing."""
    show(blurred())
    wanted = frame_of(OUT / "blurred.png")
    tap.equal(len(wanted) > 20, True)
    evening.until(lambda: hits(booth.kiosk.process.pid, wanted),
                  "a frame in the memory")
    show(OUT / "table.png")


def a_vote_with_a_slip_the_camera_saw_is_forgotten():
    vote(lambda: show(OUT / "photo.png"))
    # It looks no more, and no other picture lies over the last one.
    for photo in ("photo", "blurred"):
        tap.equal(hits(booth.kiosk.process.pid,
                       frame_of(OUT / f"{photo}.png")), [])
    show(OUT / "table.png")
    cast_and_leave()
    is_forgotten(booth.codes[SEEN])


def what_is_held_of_a_resident_is_never_swapped():
    """In memory that is locked, however busy the machine."""
    pid = booth.kiosk.process.pid
    vote(lambda: booth.kiosk.scan_slip(booth.codes[LEAVES]))
    locked = locked_memory(pid)
    found = hits(pid, secrets(booth.codes[LEAVES]))
    kept = [hit for hit in found if hit[0].startswith(("ballot", "token"))]
    tap.equal(kept != [], True)
    tap.equal([hit for hit in kept if not any(
        begin <= hit[2] < end for begin, end in locked)], [])


def as_nobody(words, **more):
    return subprocess.Popen([str(word) for word in words], user=NOBODY,
                            group=NOBODY, extra_groups=[], text=True, **more)


def look(pid):
    """What a process of the same user, not root, gets to see of PID."""
    with as_nobody(["/usr/bin/python3", "-c", LOOK, pid], cwd="/",
                   stdout=subprocess.PIPE) as looking:
        return looking.communicate()[0].split()


@contextlib.contextmanager
def kiosk_of_nobody(**more):
    """A kiosk that another user runs, and what it says until it has started."""
    if os.geteuid() != 0:
        raise tap.Skip("only root can start it as another user")
    with tempfile.TemporaryDirectory() as folder:
        meeting = Path(folder) / "m.stemmeboks"
        shutil.copy(booth.meeting, meeting)
        for path in (meeting, folder):
            os.chown(path, NOBODY, NOBODY)
        env = dict(os.environ, SDL_VIDEODRIVER="dummy", HOME=folder)
        try:
            kiosk = as_nobody([BUILD / "stemmeboks-kiosk", meeting, "--camera",
                               "off", "--serial", "off"], env=env,
                              stderr=subprocess.PIPE, **more)
        except PermissionError as why:
            raise tap.Skip(f"the build is not for other users: {why}") from why
        with kiosk:
            said = []
            for line in kiosk.stderr:
                said.append(line.split()[1])
                if "started" in said:
                    break
            try:
                yield kiosk, said
            finally:
                kiosk.kill()


def nobody_else_may_look_into_it():
    with kiosk_of_nobody() as (kiosk, said), as_nobody(["sleep", 60]) as other:
        try:
            seen = look(other.pid), look(kiosk.pid)
        finally:
            other.kill()
    if seen[0] != ["memory", "traced"]:
        raise tap.Skip(f"no process may look into another here: {seen}")
    tap.equal(("started" in said, seen[1]), (True, ["refused", "refused"]))


def memory_that_may_not_be_locked_is_told_once():
    def allow_none():
        resource.setrlimit(resource.RLIMIT_MEMLOCK, (0, 0))

    with kiosk_of_nobody(preexec_fn=allow_none) as (_, said):
        tap.equal((said.count("memory"), "started" in said), (1, True))
    with kiosk_of_nobody() as (_, said):
        tap.equal((said.count("memory"), "started" in said), (0, True))


try:
    code = tap.run([
        the_kiosk_waits_for_a_resident,
        a_resident_who_votes_is_in_the_memory,
        a_vote_with_a_scanned_slip_is_forgotten,
        a_vote_with_a_typed_code_is_forgotten,
        a_vote_with_a_slip_from_the_serial_scanner_is_forgotten,
        a_vote_with_a_slip_from_the_pipe_is_forgotten,
        what_the_camera_sees_is_in_the_memory_while_it_looks,
        a_vote_with_a_slip_the_camera_saw_is_forgotten,
        what_is_held_of_a_resident_is_never_swapped,
        nobody_else_may_look_into_it,
        memory_that_may_not_be_locked_is_told_once,
    ])
finally:
    booth.close()
sys.exit(code)
