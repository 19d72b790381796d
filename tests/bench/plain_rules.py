"""The elections of rules.c, counted plainly: what the rules are compared to.

Each returns how many projects are funded and what they cost in all; the time
is that of counting alone, the ballots read already."""

import time


class Election:
    """Made by the same numbers as in rules.c."""

    def __init__(self, ballots, projects):
        self.seed = 1
        self.costs = [(1 + self.draw() % 600) * 1000 for _ in range(projects)]
        self.budget = sum(self.costs) // 4000 * 1000
        self.ballots = [self.ballot(projects) for _ in range(ballots)]

    def draw(self):
        self.seed = (self.seed * 1103515245 + 12345) & 0x7fffffff
        return self.seed >> 8

    def ballot(self, projects):
        named = 1 + self.draw() % 10
        return {min(self.draw() % projects, self.draw() % projects)
                for _ in range(named)}


def support(election):
    votes = [0] * len(election.costs)
    for ballot in election.ballots:
        for project in ballot:
            votes[project] += 1
    return votes


def fund(election, order):
    left, funded = election.budget, 0
    for project in order:
        if election.costs[project] <= left:
            left -= election.costs[project]
            funded += 1
    return funded, election.budget - left


def greedy(election):
    votes, costs = support(election), election.costs
    return fund(election, sorted(range(len(costs)),
                                 key=lambda p: (-votes[p], costs[p], p)))


def welfare(election):
    """The table of every cost, in thousands."""
    votes = support(election)
    room = election.budget // 1000
    best = [(0, 0, 0)] * (room + 1)  # votes, - cost, funded
    for project, cost in enumerate(election.costs):
        cost //= 1000
        for money in range(room, cost - 1, -1):
            value, spent, funded = best[money - cost]
            value += votes[project]
            if value > best[money][0] or (value == best[money][0] and
                                          spent - cost > best[money][1]):
                best[money] = value, spent - cost, funded + 1
    return best[room][2], -best[room][1] * 1000


def phragmen(election):
    """In floating point, every ballot for itself."""
    costs = election.costs
    backers = [[] for _ in costs]
    for number, ballot in enumerate(election.ballots):
        for project in ballot:
            backers[project].append(number)
    paid_at = [0.0] * len(election.ballots)
    line = {p for p, cost in enumerate(costs)
            if backers[p] and cost <= election.budget}
    left, funded = election.budget, 0
    while line:
        when, _, project = min(
            ((costs[p] + sum(paid_at[b] for b in backers[p])) /
             len(backers[p]), costs[p], p) for p in line)
        if costs[project] > left:
            break
        left -= costs[project]
        funded += 1
        line.remove(project)
        for ballot in backers[project]:
            paid_at[ballot] = when
    return funded, election.budget - left


RULES = {"greedy": greedy, "welfare": welfare, "phragmen": phragmen}


def count(rule, ballots, projects):
    """Milliseconds, and what was funded."""
    election = Election(ballots, projects)
    start = time.perf_counter()
    found = RULES[rule](election)
    return (time.perf_counter() - start) * 1000, found
