#!/usr/bin/env python3
"""A strict checker of Pabulib files: pabulib_check.py FILE.pb …

Written from the description of the format alone (pabulib.org/format; PaBuLib,
"Data Format") and sharing no code with the program. It accepts less than other
readers do: no byte order mark, LF only, no empty line, no key or column that
the format does not list, and those that it lists in its order. It prints
FILE:LINE: what is wrong, and ends with 1 if anything is.
"""

import csv
import io
import re
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path

META = """description country unit district subunit instance num_projects
num_votes budget vote_type rule date_begin date_end min_length max_length
min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points
default_score min_project_cost max_project_cost min_project_score_threshold
neighborhoods subdistricts categories edition language currency fully_funded
experimental comment acknowledgments leftover_budget""".split()
META_NEEDED = """description country unit instance num_projects num_votes
budget vote_type rule date_begin date_end""".split()
META_WHOLE = """num_projects num_votes min_length max_length min_points
max_points min_sum_points max_sum_points default_score
min_project_score_threshold fully_funded experimental""".split()
PROJECTS = """project_id cost votes score name category beneficiaries selected
neighborhood subunit district description proposer public_id latitude
longitude""".split()
VOTES = """voter_id vote points age sex voting_method district neighborhood
education""".split()
COLUMNS = {"PROJECTS": (PROJECTS, ["project_id", "cost"]),
           "VOTES": (VOTES, ["voter_id", "vote"])}
TYPES = ["approval", "choose-1", "ordinal", "cumulative", "scoring"]
POINTS = ["cumulative", "scoring"]
LENGTHS = ["min_length", "max_length"]
EACH = ["min_points", "max_points"]
# Keys of META that say something about single ballots of some types only.
MAY = {"approval": LENGTHS + ["max_sum_cost"], "choose-1": [], "ordinal": LENGTHS,
       "cumulative": LENGTHS + EACH + ["min_sum_points", "max_sum_points"],
       "scoring": LENGTHS + EACH + ["default_score"]}
LIMITS = {key for keys in MAY.values() for key in keys}
GREEDY = ["greedy", "greedy-threshold"]


class Check:
    def __init__(self, path):
        self.path = path
        self.found = []

    def wrong(self, line, text):
        self.found.append(f"{self.path}:{line}: {text}")

    def number(self, line, text, what, whole=False):
        """TEXT as a number that is not negative, 0 if it is none."""
        form = r"\d+" if whole else r"\d+(\.\d{1,2})?"
        if not re.fullmatch(form, text):
            self.wrong(line, f"{what}: {text!r} is no number")
        try:
            return Decimal(text)
        except InvalidOperation:
            return Decimal(0)

    def run(self):
        try:
            text = self.path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            self.wrong(1, f"not UTF-8: {error}")
            return self.found
        if text.startswith("\ufeff"):
            self.wrong(1, "a byte order mark")
        if "\r" in text or not text.endswith("\n"):
            self.wrong(1, "lines end in LF, the last one, too")
        self.sections(text)
        if not self.found:
            self.meta()
            self.projects()
            self.votes()
            self.rule()
        return self.found

    def sections(self, text):
        """Cut into {name: (head, [(line, cells)])}, strictly in order."""
        self.parts, head, rows = {}, None, None
        reader = csv.reader(io.StringIO(text), delimiter=";", strict=True)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                self.wrong(reader.line_num, str(error))
                return
            line = reader.line_num
            if not cells:
                self.wrong(line, "an empty line")
            elif cells[0] in ("META", *COLUMNS) and len(cells) == 1:
                head, rows = None, []
                if cells[0] in self.parts:
                    self.wrong(line, f"{cells[0]} stands there twice")
                self.parts[cells[0]] = [None, rows]
                name = cells[0]
            elif rows is None:
                self.wrong(line, "something before META")
            elif head is None:
                head = self.parts[name][0] = cells
            elif len(cells) != len(head):
                self.wrong(line, f"{len(cells)} cells under {len(head)} heads")
            else:
                rows.append((line, cells))
        if list(self.parts) != ["META", *COLUMNS]:
            self.wrong(1, f"the sections are {list(self.parts)}")
            return
        if self.parts["META"][0] != ["key", "value"]:
            self.wrong(2, "META begins with key;value")
        for name, (known, needed) in COLUMNS.items():
            self.listed(1, name, self.parts[name][0] or [], known, needed)
        self.keys = [cells[0] for _, cells in self.parts["META"][1]]
        self.listed(1, "META", self.keys, META, META_NEEDED)

    def listed(self, line, where, names, known, needed):
        for name in names:
            if name not in known:
                self.wrong(line, f"{where}: the format has no {name!r}")
        for name in needed:
            if name not in names:
                self.wrong(line, f"{where}: {name} is missing")
        for name in {n for n in names if names.count(n) > 1}:
            self.wrong(line, f"{where}: {name} stands there twice")
        places = [known.index(name) for name in names if name in known]
        if places != sorted(places):
            self.wrong(line, f"{where}: the order is {names}")

    def rows(self, name):
        head, rows = self.parts[name]
        return [(line, dict(zip(head, cells))) for line, cells in rows]

    def meta(self):
        self.value = {}
        for line, (key, value) in self.parts["META"][1]:
            self.value[key] = value
            if not value:
                self.wrong(line, f"{key} is empty")
            if key in META_WHOLE:
                self.number(line, value, key, whole=True)
            if key.startswith("date_") and not re.fullmatch(
                    r"(\d\d\.\d\d\.)?\d{4}", value):
                self.wrong(line, f"{key}: {value!r} is no date")
            if key == "comment" and not value.startswith("#1: "):
                self.wrong(line, "a comment begins with #1:")
            if key == "currency" and not re.fullmatch("[A-Z]{3}", value):
                self.wrong(line, f"currency: {value!r}")
            if key == "language" and not re.fullmatch("[a-z]{2,3}", value):
                self.wrong(line, f"language: {value!r}")
        self.budget = self.number(1, self.value["budget"], "budget")
        self.type = self.value["vote_type"]
        if self.type not in TYPES:
            self.wrong(1, f"vote_type: {self.type!r}")
        for key in self.keys:
            if key in LIMITS and key not in MAY.get(self.type, []):
                self.wrong(1, f"{key} says nothing about {self.type}")
        for low, high in (LENGTHS, EACH):
            if int(self.value.get(low, 0)) > int(self.value.get(high, 9999)):
                self.wrong(1, f"{low} is more than {high}")
        begin, end = (".".join(reversed(self.value[k].split(".")))
                      for k in ("date_begin", "date_end"))
        if begin > end:
            self.wrong(1, "date_begin is after date_end")

    def projects(self):
        rows = self.rows("PROJECTS")
        if len(rows) != int(self.value["num_projects"]):
            self.wrong(1, f"num_projects, but {len(rows)} rows")
        self.cost, self.project = {}, {}
        for line, row in rows:
            name = row["project_id"]
            if not name or name != name.strip() or "," in name:
                self.wrong(line, f"project_id: {name!r}")
            if name in self.cost:
                self.wrong(line, f"project {name} stands there twice")
            self.cost[name] = self.number(line, row["cost"], "cost")
            self.project[name] = (line, row)
            if row.get("selected", "0") not in ("0", "1", "2", "3"):
                self.wrong(line, f"selected: {row['selected']!r}")
            if not row.get("name", "x").strip():
                self.wrong(line, "the name is empty")
        self.selected = [n for n, (_, row) in self.project.items()
                         if row.get("selected") == "1"]
        if sum(self.cost[n] for n in self.selected) > self.budget:
            self.wrong(1, "more than the budget is selected")

    def votes(self):
        rows = self.rows("VOTES")
        if len(rows) != int(self.value["num_votes"]):
            self.wrong(1, f"num_votes, but {len(rows)} rows")
        if ("points" in self.parts["VOTES"][0]) != (self.type in POINTS):
            self.wrong(1, f"a column of points, or none, for {self.type}")
        seen, self.count, self.score = set(), {}, {}
        for line, row in rows:
            if not row["voter_id"] or row["voter_id"] in seen:
                self.wrong(line, f"voter_id: {row['voter_id']!r}")
            seen.add(row["voter_id"])
            vote = row["vote"].split(",") if row["vote"] else []
            if len(set(vote)) != len(vote):
                self.wrong(line, "a project twice in one ballot")
            self.length(line, vote)
            gives = self.gives(line, vote, row.get("points"))
            for name, points in zip(vote, gives):
                if name not in self.cost:
                    self.wrong(line, f"there is no project {name!r}")
                self.count[name] = self.count.get(name, 0) + 1
                self.score[name] = self.score.get(name, 0) + points
        for name, (line, row) in self.project.items():
            for column, counted in (("votes", self.count),
                                    ("score", self.score)):
                if column in row and row[column] != str(counted.get(name, 0)):
                    self.wrong(line, f"{column} is {row[column]}, the ballots "
                                     f"give {counted.get(name, 0)}")

    def length(self, line, vote):
        most = 1 if self.type == "choose-1" else len(self.cost)
        least = int(self.value.get("min_length", 0))
        most = int(self.value.get("max_length", most))
        if not least <= len(vote) <= most:
            self.wrong(line, f"{len(vote)} projects in one ballot")
        if "max_sum_cost" in self.value:
            spent = sum(self.cost.get(name, 0) for name in vote)
            if spent > self.number(1, self.value["max_sum_cost"],
                                   "max_sum_cost"):
                self.wrong(line, f"one ballot spends {spent}")

    def gives(self, line, vote, cell):
        """What a ballot gives each of VOTE; CELL is its points."""
        if self.type == "ordinal":  # the best first; the last gets one
            return range(len(vote), 0, -1)
        if self.type not in POINTS:
            return [1] * len(vote)
        if not vote:
            # Some readers take the row for a broken one if nothing is there.
            if cell != "none":
                self.wrong(line, f"a blank ballot's points are {cell!r}")
            return []
        points = [int(self.number(line, text, "points", True))
                  for text in cell.split(",")]
        if len(points) != len(vote):
            self.wrong(line, "not as many points as projects")
        for given in points:
            if not int(self.value.get("min_points", 0)) <= given <= int(
                    self.value.get("max_points", given)):
                self.wrong(line, f"{given} points for one project")
        total = sum(points)
        if not int(self.value.get("min_sum_points", 0)) <= total <= int(
                self.value.get("max_sum_points", total)):
            self.wrong(line, f"{total} points in one ballot")
        return points

    def rule(self):
        """A file that says it is greedy leaves no money that would do."""
        if self.value["rule"] not in GREEDY or "selected" not in \
                self.parts["PROJECTS"][0]:
            return
        least = int(self.value.get("min_project_score_threshold", 0))
        left, chosen = self.budget, set()
        # Ties as the file has them: sorted() keeps the order of equals.
        for name in sorted(self.cost, key=lambda n: -self.score.get(n, 0)):
            if self.score.get(name, 0) >= least and self.cost[name] <= left:
                left -= self.cost[name]
                chosen.add(name)
        if chosen != set(self.selected):
            self.wrong(1, f"greedy selects {sorted(chosen)}, the file "
                          f"{sorted(self.selected)}")


def main(paths):
    found = [text for path in paths for text in Check(Path(path)).run()]
    for text in found:
        print(text)
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
