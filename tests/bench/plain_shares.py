"""Equal shares with Add1, plainly: what the program is compared to.

Every ballot by itself, fractions throughout, one endowment after the other."""

import time
from fractions import Fraction


def price(cost, money):
    """What each backer pays at most, so that together they pay COST."""
    left, payers = Fraction(cost), len(money)
    for held in sorted(money):
        if held * payers >= left:
            return left / payers
        left -= held
        payers -= 1
    return None


def run(costs, backers, ballots, endowment):
    """Who is bought, in order, with the same money for each ballot."""
    money, bought = [endowment] * ballots, []
    while True:
        best = None
        for project, cost in enumerate(costs):
            if project in bought or not backers[project]:
                continue
            asked = price(cost, [money[b] for b in backers[project]])
            if asked is not None:
                key = (asked / cost, cost, -len(backers[project]), project)
                if best is None or key < best[0]:
                    best = key, asked, project
        if best is None:
            return bought
        _, asked, project = best
        bought.append(project)
        for ballot in backers[project]:
            money[ballot] -= min(money[ballot], asked)


def add1(budget, costs, ballots):
    """The convention of equalshares.net: last endowment, who is funded."""
    backers = [[] for _ in costs]
    for number, ballot in enumerate(ballots):
        for project in ballot:
            backers[project].append(number)

    def cost_of(projects):
        return sum(costs[project] for project in projects)

    endowment = budget // len(ballots)
    funded = run(costs, backers, len(ballots), Fraction(endowment))
    while any(project not in funded and cost <= budget - cost_of(funded)
              for project, cost in enumerate(costs)):
        more = run(costs, backers, len(ballots), Fraction(endowment + 1))
        if cost_of(more) > budget:
            break
        funded, endowment = more, endowment + 1
    return endowment, funded


def count(text):
    """Milliseconds, and what add1() finds in the election printed in TEXT."""
    budget, costs, *ballots = ([int(word) for word in line.split()]
                               for line in text.strip().split("\n"))
    start = time.perf_counter()
    found = add1(budget[0], costs, ballots)
    return (time.perf_counter() - start) * 1000, found
