#!/usr/bin/env python3
"""Writes the books of a made-up street co-operative over 2025 as an audit file (XAF 4.0), and prints as
JSON what they come to.

It differs from neighbourhood.py in what is hard about it: forty suppliers of four countries, VAT on a
balance account (so that its books hold the cost without VAT), credit notes that exceed what one supplier
was paid, payments in other currencies, depreciation that is no payment, chains of owners that end in two
umbrellas of which one is paid itself, categories of costs by the start of account numbers, answers,
assumptions with a range and suppliers of whom nobody knows what they spend again.

    python3 street.py FOLDER SEED

Needs Python 3 and nothing else; everything is worked out with exact fractions from the purchases.
"""
import json
import pathlib
import random
import sys
from fractions import Fraction
from xml.sax.saxutils import escape

NAME = "Straatcoöperatie (fictief)"
SPACE = ("http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/"
         "XmlauditfileXAF_4.0")
# The first digits of the accounts of a category, and to whom a cost of it leaks.
CATEGORIES = {"41": ("Food", ""), "42": ("Housing", "landlord"), "43": ("Energy", "energy"),
              "44": ("Other", "")}
COUNTRIES = ["NL", "NL", "NL", "GB", "US", "BE"]
CURRENCIES = {"GB": "GBP", "US": "USD", "BE": "EUR", "NL": "EUR"}
# Who owns whom, beside the suppliers: two chains, of which the second ends in a supplier.
HOLDINGS = [("h1", "Winkelholding", "Paraplu Noord"), ("h2", "Paraplu Noord", ""),
            ("h3", "Dienstenholding", "Leverancier 1 (fictief)")]


def euros(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def make(seed):
    chance = random.Random(1000 + seed)
    suppliers = []
    for number in range(1, 41):
        near = number % 4 == 2
        country = "NL" if near else chance.choice(COUNTRIES)
        suppliers.append({
            "number": number, "id": f"C{number:03d}", "row": f"p{number}", "near": near,
            "name": f"Leverancier {number} (fictief)", "kvk": f"{91000000 + number}",
            "country": country,
            "postcode": {"GB": "M1 1AA", "US": "10001", "BE": "9000"}.get(
                country, "9998AB" if near else "1234AB"),
            "account": f"4{1 + number % 4}{number % 3}0",
            # Of three nearby one answered, of one there is an assumption, of one nothing is known.
            "again": [("surveyed", Fraction(chance.randrange(10, 60), 100)),
                      ("assumed", Fraction(chance.randrange(10, 60), 100)),
                      None][(number // 4) % 3] if near else None,
            "owner": {1: "", 3: "Winkelholding", 6: "winkel-holding", 7: "Dienstenholding",
                      11: "DIENSTENHOLDING", 10: "Paraplu Noord", 18: "Bewoners"}.get(number, "")})
    purchases = []
    for number in range(1, 121):
        supplier = chance.choice(suppliers)
        net = chance.randrange(1000, 200000)
        if chance.random() < 0.15:
            net = -net // 3
        vat = net * chance.choice([0, 9, 21]) // 100
        purchases.append({"supplier": supplier, "net": net, "vat": vat,
                          "month": chance.randrange(1, 13)})
    # What one supplier was paid is less than what it gave back.
    for cents in (5000, -12000):
        purchases.append({"supplier": suppliers[39], "net": cents, "vat": 0, "month": 5})
    purchases = [p for p in purchases
                 if p["supplier"]["number"] != 40 or p["net"] in (5000, -12000)]
    staff = [{"id": f"w{n}", "near": n % 3 != 0, "net": chance.randrange(1_500_000, 2_500_000)}
             for n in range(1, 19)]
    return {"suppliers": suppliers, "purchases": purchases, "staff": staff,
            "withheld": chance.randrange(9_000_000, 12_000_000),
            "income": chance.randrange(60_000_000, 90_000_000),
            "depreciation": chance.randrange(100_000, 900_000),
            "staff_again": Fraction(chance.randrange(20, 60), 100)}


def paid(world):
    sums = {}
    for p in world["purchases"]:
        sums[p["supplier"]["number"]] = sums.get(p["supplier"]["number"], 0) + p["net"]
    return sums


def measures(amounts):
    """HHI, effective number, shares of the largest and of five, Gini from all pairs."""
    amounts = sorted((Fraction(a) for a in amounts if a > 0), reverse=True)
    total, count = sum(amounts), len(amounts)
    hhi = sum((a / total) ** 2 for a in amounts)
    pairs = sum(abs(one - other) for one in amounts for other in amounts)
    return {"hhi": float(hhi), "effective": float(1 / hhi), "top1": float(amounts[0] / total),
            "top5": float(sum(amounts[:5]) / total), "gini": float(pairs / (2 * count * total))}


def hand(supplier):
    """The last owner, by hand: the chains of HOLDINGS."""
    owner = "".join(c for c in supplier["owner"].lower() if c.isalnum())
    return {"": supplier["number"], "winkelholding": "noord", "paraplunoord": "noord",
            "dienstenholding": 1, "bewoners": "bewoners"}[owner]


def sums(world):
    by_supplier = {s["number"]: s for s in world["suppliers"]}
    amounts = paid(world)
    near = {n: a for n, a in amounts.items() if by_supplier[n]["near"]}
    staff_near = sum(m["net"] for m in world["staff"] if m["near"])
    staff_far = sum(m["net"] for m in world["staff"] if not m["near"])
    second = sum(near.values()) + staff_near
    third = staff_near * world["staff_again"]
    low = high = third
    known, kept = staff_near, third
    for number, amount in near.items():
        again = by_supplier[number]["again"]
        if again is None:
            high += amount if amount > 0 else 0
            low += amount if amount < 0 else 0
            continue
        third += amount * again[1]
        known += amount
        kept += amount * again[1]
        if again[0] == "surveyed":
            low += amount * again[1]
            high += amount * again[1]
        else:
            high += amount if amount > 0 else 0
            low += amount if amount < 0 else 0
    income, retention = world["income"], Fraction(kept) / known
    accounts, kinds = {}, {}
    for p in world["purchases"]:
        supplier = p["supplier"]
        if supplier["near"]:
            continue
        name, destination = CATEGORIES[supplier["account"][:2]]
        accounts[name] = accounts.get(name, 0) + p["net"]
        kind = destination or ("abroad" if supplier["country"] != "NL" else "elsewhere")
        kinds[kind] = kinds.get(kind, 0) + p["net"]
    kinds["staff_elsewhere"], kinds["state_and_pension"] = staff_far, world["withheld"]
    owners = {}
    for number, amount in amounts.items():
        if amount > 0:
            key = hand(by_supplier[number])
            owners[key] = owners.get(key, 0) + amount
    multiplier = lambda last: float((income + second + last) / income)
    return {
        "lm3": multiplier(third), "low": multiplier(low), "high": multiplier(high),
        "all_rounds": multiplier(third / (1 - retention)), "left_out": world["depreciation"] / 100,
        "leak": (sum(accounts.values()) + staff_far + world["withheld"]) / 100,
        "categories": {name: cents / 100 for name, cents in accounts.items()},
        "destinations": {name: cents / 100 for name, cents in kinds.items()},
        "payees": measures(amounts.values()), "owners": measures(owners.values())}


def audit_file(world):
    accounts = sorted({s["account"] for s in world["suppliers"]})
    chart = [("1100", "Bank", "B"), ("1500", "Btw", "B"), ("1600", "Crediteuren", "B"),
             ("0200", "Afschrijving", "B"), ("4000", "Lonen", "P"), ("4900", "Afschrijving", "P"),
             ("8000", "Bijdragen", "P")] + [(a, f"Kosten {a}", "P") for a in accounts]
    ledger = "".join(f"<ledgerAccount><accID>{a}</accID><accDesc>{d}</accDesc><accTp>{t}</accTp>"
                     "</ledgerAccount>" for a, d, t in chart)
    parties = "".join(
        f"<customerSupplier><custSupID>{s['id']}</custSupID><custSupName>{escape(s['name'])}"
        f"</custSupName><commerceNr>{s['kvk']}</commerceNr><custSupTp>S</custSupTp><streetAddress>"
        f"<postalCode>{s['postcode']}</postalCode><country>{s['country']}</country>"
        "</streetAddress></customerSupplier>" for s in world["suppliers"])
    totals = [0, 0, 0]

    def transaction(number, date, *lines):
        text = ""
        for index, (account, cents, party, other) in enumerate(lines, 1):
            side = "D" if cents >= 0 else "C"
            totals[0] += 1
            totals[1 if side == "D" else 2] += abs(cents)
            text += (f"<trLine><nr>{index}</nr><accID>{account}</accID><docRef>{number}</docRef>"
                     f"<effDate>{date}</effDate><amnt>{euros(abs(cents))}</amnt><amntTp>{side}"
                     "</amntTp>" + (f"<custSupID>{party}</custSupID>" if party else "") + other
                     + "</trLine>")
        return (f"<transaction><nr>{number}</nr><desc>x</desc><periodNumber>1</periodNumber><trDt>"
                f"{date}</trDt>{text}</transaction>")

    def purchase(number, p):
        supplier = p["supplier"]
        code = CURRENCIES[supplier["country"]]
        # The foreign amount is not that in euro; only the latter counts.
        other = (f"<currency><curCode>{code}</curCode><curAmnt>{euros(abs(p['net']) * 9)}</curAmnt>"
                 "</currency>" if code != "EUR" else "")
        lines = [(supplier["account"], p["net"], None, other)]
        if p["vat"]:
            lines.append(("1500", p["vat"], None, ""))
        lines.append(("1600", -p["net"] - p["vat"], supplier["id"], ""))
        return transaction(f"I{number}", f"2025-{p['month']:02d}-09", *lines)

    wages = sum(m["net"] for m in world["staff"]) + world["withheld"]
    journals = [
        ("INK", "P", "".join(purchase(n, p) for n, p in enumerate(world["purchases"], 1))),
        ("LON", "Y", transaction("L1", "2025-12-20", ("4000", wages, None, ""),
                                 ("1100", -wages, None, ""))),
        ("BNK", "B", transaction("B1", "2025-03-01", ("1100", world["income"], None, ""),
                                 ("8000", -world["income"], None, ""))),
        ("MEM", "M", transaction("M1", "2025-12-31", ("4900", world["depreciation"], None, ""),
                                 ("0200", -world["depreciation"], None, "")))]
    body = "".join(f"<journal><jrnID>{i}</jrnID><desc>{i}</desc><jrnTp>{t}</jrnTp>{x}</journal>"
                   for i, t, x in journals)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><auditfile xmlns="{SPACE}"><header><fiscalYear>2025'
        "</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate><curCode>EUR"
        "</curCode><dateCreated>2026-01-10</dateCreated><softwareDesc>x</softwareDesc>"
        "<softwareVersion>1</softwareVersion></header><company><companyName>" + escape(NAME)
        + f"</companyName><Commercenr>91000099</Commercenr><customersSuppliers>{parties}"
        f"</customersSuppliers><generalLedger>{ledger}</generalLedger><transactions><linesCount>"
        f"{totals[0]}</linesCount><totalDebit>{euros(totals[1])}</totalDebit><totalCredit>"
        f"{euros(totals[2])}</totalCredit>{body}</transactions></company></auditfile>\n")


def tables(world):
    parties = ["id,name,owner"] + [
        f"{s['row']},{s['name']},{s['owner']}" for s in world["suppliers"]]
    parties += [",".join(row) for row in HOLDINGS]
    answers = ["id,kind,who,share,provenance,source,answers"]
    for s in world["suppliers"]:
        if s["again"]:
            how, share = s["again"]
            answers.append(f"a{s['row']},party,{s['row']},{float(share * 100)} %,{how},gesprek,1")
    answers.append(f"astaff,staff,,{float(world['staff_again'] * 100)} %,surveyed,enquête,18")
    staff = ["id,person,start,hours_per_week,target_group,postcode,net_pay"] + [
        f"{m['id']},persoon {m['id']},2025-01-01,24,none,{'9998' if m['near'] else '1234'},"
        f"{euros(m['net'])}" for m in world["staff"]]
    categories = ["id,account,category,destination"] + [
        f"k{start},{start}*,{name},{kind}" for start, (name, kind) in CATEGORIES.items()]
    return {"parties": parties, "respending": answers, "staff": staff,
            "cost_categories": categories}


SETTINGS = f"""project: {{id: straat, revision: "1", name: Straat, perspective: evaluation, language: en, currency: EUR}}
organisation: {{name: "{NAME}", identifiers: [{{scheme: NL-KVK, number: "91000099"}}]}}
where: {{neighbourhood: Straat, country: NL, postcodes: ["9998"]}}
periods: [{{from: 2025-01-01, until: 2025-12-31}}]
value_map: {{discount_rate: 3 %, benefit_timing: start_of_period, price_base_year: 2025}}
numbers: {{decimal_mark: point}}
"""


def main(folder, seed):
    world, root = make(int(seed)), pathlib.Path(folder)
    (root / "books").mkdir(parents=True)
    (root / "tables").mkdir()
    (root / "project.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "books/straat.xaf").write_text(audit_file(world), encoding="utf-8")
    for name, rows in tables(world).items():
        (root / f"tables/{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(json.dumps(sums(world), sort_keys=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
