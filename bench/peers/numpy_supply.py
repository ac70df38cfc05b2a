"""The same measures written plainly in NumPy, timed for the benchmark (see bench/README.md).

Usage: numpy_supply.py FOLDER COUNTRIES SECTORS. FOLDER holds z.bin (n x n), y.bin (n x countries), little-endian doubles, row after row.
Prints the version, then one line a measure: name, a tab, milliseconds (median of the runs), a tab, how it was measured.
"""
import statistics
import sys
import time

import numpy as np


def median(runs, work):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main():
    folder, countries, sectors = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    n = countries * sectors
    z = np.fromfile(folder + "/z.bin").reshape(n, n)
    y = np.fromfile(folder + "/y.bin").reshape(n, countries)
    x = z.sum(axis=1) + y.sum(axis=1)
    over = np.divide(1, x, out=np.zeros(n), where=x != 0)
    a = z * over
    f = y.sum(axis=1)
    v = (1 - a.sum(axis=0)) * (x != 0)
    identity = np.eye(n)
    starts = np.arange(0, n, sectors)
    print("numpy " + np.__version__)

    def say(name, ms, how):
        print(f"{name}\t{ms}\t{how}", flush=True)

    say("inverse", median(7, lambda: np.linalg.inv(identity - a)), "numpy.linalg.inv")

    def exposures():
        l = np.linalg.inv(identity - a)
        face = np.add.reduceat(a, starts, axis=0)
        look = np.add.reduceat(l - identity, starts, axis=0)
        added = np.add.reduceat(v[:, None] * l, starts, axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return face / face.sum(axis=0), look / look.sum(axis=0), added

    say("exposures", median(5, exposures), "numpy.linalg.inv, then sums over each country's rows")

    def exposures_by_solving():
        totals = np.zeros((n, countries))
        for c in range(countries):
            totals[c * sectors:(c + 1) * sectors, c] = 1
        return np.linalg.solve((identity - a).T, totals)

    say("exposures-solved", median(3, exposures_by_solving), "numpy.linalg.solve with a right side a country; look-through sums alone")

    def stop(i):
        home = i // sectors
        kept, demand = a.copy(), f.copy()
        inside = slice(home * sectors, (home + 1) * sectors)
        row = np.zeros(n)
        row[inside] = a[i, inside]
        kept[i] = row
        demand[i] = y[i, home]
        return v * (x - np.linalg.solve(identity - kept, demand))

    sample = list(range(0, n, max(1, n // 10)))[:10]
    ms = median(1, lambda: [stop(i) for i in sample])
    say("export-stops", ms * n / len(sample), f"numpy.linalg.solve, {len(sample)} stops measured, times {n}/{len(sample)}")

    def lengths():
        l = np.linalg.inv(identity - a)
        beyond = l - identity
        with np.errstate(divide="ignore", invalid="ignore"):
            return (l @ beyond) / beyond

    say("propagation", median(3, lengths), "numpy.linalg.inv and one matrix product")


main()
