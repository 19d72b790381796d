"""A PostgreSQL server of the test's own, in a folder that goes away with it: no
port, a socket in the folder, no syncing. roll_cluster.c is the same in C."""

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import evening

PR_SET_PDEATHSIG = 1


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


class Cluster:
    """Runs as PostgreSQL's user, for the server refuses to be root."""

    def __init__(self):
        shm = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(
            prefix="roll", dir=shm if os.access(shm, os.W_OK) else None))
        self.programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.user = {}
        if os.geteuid() == 0:
            entry = pwd.getpwnam("postgres")
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
            self.user = {"user": entry.pw_uid, "group": entry.pw_gid,
                         "extra_groups": []}
        self.server = None
        self.log = open(self.folder / "log", "w", encoding="utf-8")
        self.run("initdb", "-D", self.folder / "data", "-A", "trust", "-N",
                 "-U", "postgres", "--locale=C", "-E", "UTF8",
                 "--no-instructions").wait(60)
        self.start()

    def run(self, name, *words):
        return subprocess.Popen(
            [str(self.programs / name), *map(str, words)], cwd=self.folder,
            stdout=self.log, stderr=self.log, preexec_fn=die_with_parent,
            **self.user)

    def start(self):
        settings = ("listen_addresses=", "fsync=off", "shared_buffers=16MB",
                    "autovacuum=off", "max_connections=60")
        self.server = self.run(
            "postgres", "-D", self.folder / "data", "-k", self.folder,
            *(word for setting in settings for word in ("-c", setting)))
        evening.until(lambda: self.ask("postgres", "SELECT 1") == "1",
                      "the roll's server")

    def database(self, name):
        """Makes the empty database NAME; its address, as a meeting has it."""
        self.ask("postgres", f"CREATE DATABASE {name}")
        return f"postgresql:///{name}?host={self.folder}"

    def ask(self, name, sql):
        """What psql says to SQL, as an administrator; "" when it fails."""
        return subprocess.run(
            [str(self.programs / "psql"), "-h", str(self.folder), "-U",
             "postgres", "-d", name, "-Atc", sql], capture_output=True,
            text=True, timeout=evening.PATIENCE_S).stdout.strip()

    def signal(self, number):
        """To the server and all its sessions, which lead groups of their own."""
        os.kill(self.server.pid, number)
        for path in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                words = path.read_text().rpartition(")")[2].split()
                if int(words[1]) == self.server.pid:
                    os.kill(int(path.parent.name), number)

    @contextlib.contextmanager
    def frozen(self):
        """The server stands still, as if the network were gone: who connects
        gets no answer and no refusal."""
        self.signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.signal(signal.SIGCONT)

    def stop(self):
        """As if its machine had lost power."""
        os.kill(self.server.pid, signal.SIGQUIT)
        self.server.wait(evening.PATIENCE_S)

    def close(self):
        self.stop()
        self.log.close()
        shutil.rmtree(self.folder)
