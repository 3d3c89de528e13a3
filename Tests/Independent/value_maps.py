"""Values value maps once more, independently of the program: JSON in, JSON out.

Written from the formulas of the method (Cabinet Office, A Guide to Social Return on Investment,
2009) and of Sobol (2001), with decimal arithmetic of 40 digits for what is certain and with
quadrature of its own for what is not. Nothing but the standard library.

  python3 value_maps.py < maps.json > values.json
"""
import json
import math
import sys
from decimal import Decimal, getcontext
from functools import lru_cache
from statistics import NormalDist

getcontext().prec = 40
ZERO, ONE = Decimal(0), Decimal(1)
SHARES = ("deadweight", "displacement", "attribution")
MOST_PERIODS = 1000


# ---------------------------------------------------------------- certain numbers


@lru_cache(maxsize=None)
def discount(rate, timing, period):
    """The discount factor of a period, from 1."""
    years = {"start": period - 1, "middle": period - 1, "end": period}[timing]
    factor = ONE / (ONE + rate) ** years
    return factor / (ONE + rate).sqrt() if timing == "middle" else factor


def power(base, exponent):
    """As decimal has no opinion of 0 to the power 0, which is 1 here."""
    return base**exponent if exponent else ONE


def impact(row, **other):
    row = {**row, **other}
    value = row["quantity"] * row["proxy"]
    for share in SHARES:
        value *= ONE - row[share]
    return value


def terms(row, rate, timing, **other):
    """The discounted value of each benefit period."""
    row = {**row, **other}
    start = impact(row)
    return [
        start * power(ONE - row["drop_off"], k) * discount(rate, timing, int(row["first"]) + k)
        for k in range(int(row["periods"]))
    ]


def payback(benefits, cost):
    """Months until the benefits cover the cost, and the benefit of the period in which they do."""
    if cost <= 0:
        return None
    covered = ZERO
    for index, value in enumerate(benefits):
        if covered + value >= cost:
            return 12 * (index + (cost - covered) / value), abs(value)
        covered += value
    return None


def first_over(count, is_over):
    """The first of 1 to count at which a condition that never turns back holds."""
    low, high = 0, count + 1
    while high - low > 1:
        middle = (low + high) // 2
        if is_over(middle):
            high = middle
        else:
            low = middle
    return high if high <= count else None


def lasting(row, rate, timing, rest, needed):
    """The fewest benefit periods with which the total is on another side than with one.

    The terms are a geometric series, all gains or all losses, so that the total only goes one way.
    """
    first = int(row["first"])
    start = impact(row) * discount(rate, timing, first)
    ratio = (ONE - row["drop_off"]) / (ONE + rate)

    def total(count):
        terms_ = (ONE - power(ratio, count)) / (ONE - ratio) if ratio != 1 else Decimal(count)
        return rest + start * terms_

    side = total(1) >= needed
    return first_over(MOST_PERIODS - first + 1, lambda count: (total(count) >= needed) != side)


def starting(row, rate, timing, rest, needed):
    """The earliest first period with which the total is on another side than with period 1."""
    own = sum(terms({**row, "first": 1}, rate, timing))
    side = rest + own >= needed
    return first_over(
        MOST_PERIODS - int(row["periods"]) + 1,
        lambda first: (rest + own / power(ONE + rate, first - 1) >= needed) != side)


def drop_off(row, rate, timing, wanted):
    """The drop-off at which the row is worth what is wanted, by bisection, and its slope there."""
    whole = terms(row, rate, timing, drop_off=ZERO)

    def over(share):
        return sum(term * power(ONE - share, k) for k, term in enumerate(whole)) - wanted

    low, high = ZERO, ONE
    is_over = over(low) > 0
    if len(whole) < 2 or is_over == (over(high) > 0):
        return None, ONE
    for _ in range(80):
        middle = (low + high) / 2
        if (over(middle) > 0) == is_over:
            low = middle
        else:
            high = middle
    return low, sum(
        k * term * power(ONE - low, k - 1) for k, term in enumerate(whole) if k > 0)


def switching(given, presents, cost, costs):
    """Each number at which the ratio is 1, with how much a unit of it moves the total."""
    rate, timing = given["rate"], given["benefits"]
    found = {}

    def note(name, value, slope):
        found[name] = {
            "value": None if value is None else float(value), "slope": abs(float(slope))}

    total = sum(presents)
    for place, row in enumerate(given["rows"]):
        name = "outcome." + row["id"]
        rest = sum(presents[:place], ZERO) + sum(presents[place + 1:], ZERO)
        wanted = cost - rest
        for part in ("quantity", "proxy"):
            unit = sum(terms(row, rate, timing, **{part: ONE}))
            value = wanted / unit if unit else None
            if part == "quantity" and value is not None and value < 0:
                value = None
            note(f"{name}.{part}", value, unit)
        for part in SHARES:
            whole = sum(terms(row, rate, timing, **{part: ZERO}))
            value = ONE - wanted / whole if whole else None
            note(f"{name}.{part}", value if value is not None and 0 <= value <= 1 else None, whole)
        value, slope = drop_off(row, rate, timing, wanted)
        note(f"{name}.drop_off", value, slope)
        note(f"{name}.benefit_periods", lasting(row, rate, timing, rest, cost), ONE)
        note(f"{name}.first_period", starting(row, rate, timing, rest, cost), ONE)
    for part in SHARES:
        whole = sum(sum(terms(row, rate, timing, **{part: ZERO})) for row in given["rows"])
        value = ONE - cost / whole if whole else None
        note(f"every_outcome.{part}", value if value is not None and 0 <= value <= 1 else None, whole)
    for place, item in enumerate(given["inputs"]):
        factor = discount(rate, given["input_timing"], int(item["period"]))
        amount = (total - (cost - costs[place])) / factor
        note(f"input.{item['id']}.value", amount if total > 0 and amount >= 0 else None, factor)
    return found


def value(given):
    rate = given["rate"]
    rows = [terms(row, rate, given["benefits"]) for row in given["rows"]]
    presents = [sum(row, ZERO) for row in rows]
    costs = [
        item["amount"] * discount(rate, given["input_timing"], int(item["period"]))
        for item in given["inputs"]]
    total, cost = sum(presents, ZERO), sum(costs, ZERO)
    last = max(
        [int(row["first"] + row["periods"]) - 1 for row in given["rows"]]
        + [int(item["period"]) for item in given["inputs"]])
    years, plain = [ZERO] * last, []
    for row in given["rows"]:
        own = [ZERO] * last
        for k in range(int(row["periods"])):
            own[int(row["first"]) - 1 + k] = impact(row) * power(ONE - row["drop_off"], k)
        plain.append(own)
        years = [a + b for a, b in zip(years, own)]
    discounted = [
        benefit * discount(rate, given["benefits"], period)
        for period, benefit in enumerate(years, 1)]
    scale = sum(abs(term) for row in rows for term in row) + sum(abs(cost) for cost in costs)
    undiscounted = sum(abs(number) for row in plain for number in row) + sum(
        abs(item["amount"]) for item in given["inputs"])
    back = payback(years, sum(item["amount"] for item in given["inputs"]))
    back_discounted = payback(discounted, cost)
    return {
        "scale": float(scale), "undiscounted_scale": float(undiscounted),
        "present_value": float(total), "inputs": float(cost), "net": float(total - cost),
        "ratio": float(total / cost) if cost > 0 else None,
        "payback": back and [float(part) for part in back],
        "discounted_payback": back_discounted and [float(part) for part in back_discounted],
        "rows": [float(number) for number in presents],
        "years": [float(number) for number in years],
        "row_years": [[float(number) for number in row] for row in plain],
        "switching": switching(given, presents, cost, costs),
    }


# ---------------------------------------------------------------- uncertain numbers


def gauss(count):
    """Nodes and weights of Gauss and Legendre on -1 to 1."""
    nodes = []
    for index in range(count):
        x = math.cos(math.pi * (index + 0.75) / (count + 0.5))
        for _ in range(100):
            before, now = 1.0, x
            for k in range(2, count + 1):
                before, now = now, ((2 * k - 1) * x * now - (k - 1) * before) / k
            slope = count * (x * now - before) / (x * x - 1)
            step = now / slope
            x -= step
            if abs(step) < 1e-16:
                break
        nodes.append((x, 2 / ((1 - x * x) * slope * slope)))
    return nodes


GAUSS = gauss(24)


def panel(low, high, parts=1):
    """Nodes and weights of an interval in equal parts."""
    width = (high - low) / parts
    return [
        (low + width * (part + (1 + x) / 2), weight * width / 2)
        for part in range(parts) for x, weight in GAUSS]


def lone(shape, numbers):
    """Nodes and weights of one distribution, over its own values."""
    if shape == "uniform":
        low, high = numbers
        return [(x, w / (high - low)) for x, w in panel(low, high)]
    if shape == "triangular":
        low, mode, high = numbers
        rising = [(x, w * 2 * (x - low) / ((high - low) * (mode - low)))
                  for x, w in panel(low, mode)]
        return rising + [(x, w * 2 * (high - x) / ((high - low) * (high - mode)))
                         for x, w in panel(mode, high)]
    if shape in ("pert", "beta"):
        if shape == "pert":
            low, mode, high = numbers
            alpha = 1 + 4 * (mode - low) / (high - low)
            beta = 1 + 4 * (high - mode) / (high - low)
        else:
            (alpha, beta), low, high = numbers, 0.0, 1.0
        # x = sin² of an angle that is itself drawn in at both ends: all powers become smooth.
        nodes = []
        for t, weight in panel(-3.6, 3.6, 6):
            e = math.exp(-math.pi * math.sinh(t))
            x, rest = 1 / (1 + e), e / (1 + e)
            weight *= math.pi * math.cosh(t) * x * rest
            nodes.append((low + (high - low) * x, weight * x ** (alpha - 1) * rest ** (beta - 1)))
        return normed(nodes)
    if shape == "normal":
        mean, deviation, low, high = numbers
        low, high = max(low, mean - 11 * deviation), min(high, mean + 11 * deviation)
        return normed([
            (x, w * math.exp(-0.5 * ((x - mean) / deviation) ** 2))
            for x, w in panel(low, high, 8)])
    if shape == "lognormal":
        low, high = (math.log(number) for number in numbers)
        location = (low + high) / 2
        scale = (high - low) / (2 * NormalDist().inv_cdf(0.95))
        return normed([
            (math.exp(location + scale * z), w * math.exp(-0.5 * z * z))
            for z, w in panel(-12, 12 + 2 * scale, 12)])
    raise ValueError(shape)


def normed(nodes):
    whole = math.fsum(weight for _, weight in nodes)
    return [(x, weight / whole) for x, weight in nodes]


def quantile(shape, numbers, below, above):
    if shape == "uniform":
        low, high = numbers
        return low + below * (high - low)
    low, mode, high = numbers
    if below * (high - low) <= mode - low:
        return low + math.sqrt(below * (high - low) * (mode - low))
    return high - math.sqrt(above * (high - low) * (high - mode))


def together(distributions):
    """Weights and the values of each distribution at the same quantiles.

    The roots of shares below and above are the variables, in which triangles are smooth between
    their modes.
    """
    kinks = {(n[1] - n[0]) / (n[2] - n[0]) for shape, n in distributions if shape == "triangular"}
    stops = sorted(kinks | {0.0, 0.5, 1.0})
    weights, shares = [], []
    for low, high in zip(stops, stops[1:]):
        if high <= 0.5:
            for t, weight in panel(math.sqrt(low), math.sqrt(high), 3):
                shares.append((t * t, 1 - t * t))
                weights.append(2 * t * weight)
        else:
            for t, weight in panel(math.sqrt(1 - high), math.sqrt(1 - low), 3):
                shares.append((1 - t * t, t * t))
                weights.append(2 * t * weight)
    columns = [
        [quantile(shape, numbers, *share) for share in shares] for shape, numbers in distributions]
    return weights, columns


def dot(*columns):
    return math.fsum(math.prod(numbers) for numbers in zip(*columns))


def moments(given):
    """Mean, variance and Sobol indices of the present value."""
    rate, timing = given["rate"], given["benefits"]
    groups = {}
    for doubt in given["doubts"]:
        groups.setdefault(doubt["group"], []).append(doubt)
    weights, factors = {}, [{} for _ in given["rows"]]
    for group, doubts in groups.items():
        distinct = []
        for doubt in doubts:
            pair = (doubt["shape"], tuple(doubt["numbers"]))
            if pair not in distinct:
                distinct.append(pair)
        if len(distinct) == 1:
            nodes = lone(*distinct[0])
            weights[group], columns = [w for _, w in nodes], [[x for x, _ in nodes]]
        else:
            weights[group], columns = together(distinct)
        for doubt in doubts:
            row = given["rows"][doubt["row"]]
            column = columns[distinct.index((doubt["shape"], tuple(doubt["numbers"])))]
            if doubt["part"] in ("quantity", "proxy"):
                own = column
            elif doubt["part"] == "drop_off":
                kept = [
                    float(discount(rate, timing, int(row["first"]) + k))
                    for k in range(int(row["periods"]))]
                own = [math.fsum(f * (1 - x) ** k for k, f in enumerate(kept)) for x in column]
            else:
                own = [1 - x for x in column]
            known = factors[doubt["row"]].get(group)
            factors[doubt["row"]][group] = (
                own if known is None else [a * b for a, b in zip(known, own)])
    constants = [constant(place, row, given) for place, row in enumerate(given["rows"])]
    means = [
        {group: dot(weights[group], own) for group, own in row.items()} for row in factors]
    products = [c * math.prod(m.values()) for c, m in zip(constants, means)]
    mean = math.fsum(products)
    scale = math.fsum(abs(product) for product in products)

    def joint(left, right, group):
        columns = [row[group] for row in (factors[left], factors[right]) if group in row]
        return dot(weights[group], *columns)

    variance, total = [], {group: [] for group in groups}
    for left in range(len(constants)):
        for right in range(len(constants)):
            common = sorted(set(factors[left]) & set(factors[right]))
            if not common:
                continue
            size = constants[left] * constants[right]
            for row in (left, right):
                size *= math.prod(m for group, m in means[row].items() if group not in common)
            joints = {group: joint(left, right, group) for group in common}
            singles = {group: means[left][group] * means[right][group] for group in common}
            variance.append(size * (math.prod(joints.values()) - math.prod(singles.values())))
            for group in common:
                others = math.prod(value for key, value in joints.items() if key != group)
                total[group].append(size * others * (joints[group] - singles[group]))
    whole = math.fsum(variance)
    first = {}
    for group in groups:
        # The mean of all that one doubt moves, at each of its values.
        curve = [0.0] * len(weights[group])
        for c, m, row in zip(constants, means, factors):
            if group not in row:
                continue
            rest = c * math.prod(value for key, value in m.items() if key != group)
            curve = [sum_ + rest * x for sum_, x in zip(curve, row[group])]
        centre = dot(weights[group], curve)
        first[group] = math.fsum(w * (x - centre) ** 2 for w, x in zip(weights[group], curve))
    return {
        "mean": mean, "variance": whole, "moment_scale": scale, "first": first,
        "total": {group: math.fsum(parts) for group, parts in total.items()},
    }


def constant(place, row, given):
    """What is certain of a row's present value."""
    doubtful = {doubt["part"] for doubt in given["doubts"] if doubt["row"] == place}
    value = ONE
    for part in ("quantity", "proxy"):
        if part not in doubtful:
            value *= row[part]
    for part in SHARES:
        if part not in doubtful:
            value *= ONE - row[part]
    if "drop_off" not in doubtful:
        value *= sum(terms(
            row, given["rate"], given["benefits"], quantity=ONE, proxy=ONE, deadweight=ZERO,
            displacement=ZERO, attribution=ZERO))
    return float(value)


def exact(number):
    """The very double, not its shortest text."""
    return Decimal(float(number))


def read(given):
    given["rate"] = exact(given["rate"])
    for row in given["rows"] + given["inputs"]:
        for key, number in row.items():
            if key != "id":
                row[key] = exact(number)
    return given


def main():
    maps = [read(given) for given in json.load(sys.stdin)]
    json.dump([{**value(given), **moments(given)} for given in maps], sys.stdout)


if __name__ == "__main__":
    main()
