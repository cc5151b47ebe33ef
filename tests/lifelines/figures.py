"""Writes what lifelines, an independent library, makes of the ledger of the case `lifelines` in ../figures/behaviour.json.

    pip install lifelines==0.30.3
    python tests/lifelines/figures.py

Invoices are weighted by amount; what is open at the as-of date is censored then.
"""

import datetime
import json
import pathlib
import warnings

from lifelines import KaplanMeierFitter
from lifelines.utils import restricted_mean_survival_time

HORIZON = 180
PATH = pathlib.Path(__file__).parent.parent / "figures" / "behaviour.json"


def observations(case):
    as_of = datetime.date.fromisoformat(case["request"]["asOf"])
    for line in case["paste"][1:]:
        _, _, issued, due, amount, paid = line.split(";")
        day = datetime.date.fromisoformat
        if day(issued) <= as_of:
            is_paid = paid != "" and day(paid) <= as_of
            end = day(paid) if is_paid else as_of
            yield (end - day(due)).days, is_paid, int(amount)


def main():
    warnings.simplefilter("ignore")
    cases = json.loads(PATH.read_text())
    case = next(case for case in cases if case["id"] == "lifelines")
    days, paid, amounts = zip(*observations(case))
    # The library starts its time at zero: delays are counted from the earliest one.
    earliest = min(days)
    fitter = KaplanMeierFitter().fit([day - earliest for day in days], paid, weights=amounts)
    survival = fitter.survival_function_["KM_estimate"]
    steps = [(int(time) + earliest, value) for time, value in survival.items()]
    changes = [now for before, now in zip([(None, 1.0)] + steps, steps) if now[1] != before[1]]
    expect = {"/paidCount": sum(paid), "/openCount": len(paid) - sum(paid)}
    for index, (day, share) in enumerate(changes):
        expect[f"/curve/{index}/days"] = day
        expect[f"/curve/{index}/unpaidPercent"] = f"{share * 100:.8f}"
    expect["/delays/median"] = int(fitter.percentile(0.5)) + earliest
    expect["/delays/percentile80"] = int(fitter.percentile(0.2)) + earliest
    mean = restricted_mean_survival_time(fitter, t=HORIZON - earliest) + earliest
    expect["/delays/mean"] = f"{mean:.6f}"
    expect["/delays/unpaidPercent"] = f"{survival.iloc[-1] * 100:.8f}"
    case["expect"] = expect
    PATH.write_text(json.dumps(cases, ensure_ascii=False, indent=2) + "\n")


main()
