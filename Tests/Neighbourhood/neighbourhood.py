#!/usr/bin/env python3
"""Writes the books of a made-up neighbourhood kitchen over 2025 four times over: as an audit file
(XAF 3.2), as bank statements (CAMT.053), as invoices (UBL 2.1) and as a list of payments; and
prints as JSON what they come to: the local multiplier in three rounds and in all, leaks by category
and by whom they go to, how concentrated purchases are by payee and by owner, and what would change
if more were bought nearby.

The totals are computed here from the purchases themselves, not from the files, and with exact
fractions. The kitchen is exempt from VAT, so that its books hold the cost with VAT, as its bank
does. Everything is paid within the year, in the month of the invoice or the next.

    python3 neighbourhood.py FOLDER SEED BASIS [SETTING…]

BASIS is books, bank, invoices or list; each SETTING is a line more in the section `books` of
project.yaml. A SETTING `garden` adds the books of a neighbourhood garden, which the kitchen buys
from and which buys from the kitchen. Needs Python 3 and nothing else.
"""
import json
import pathlib
import random
import sys
from fractions import Fraction
from xml.sax.saxutils import escape

NAME = "Wijkkeuken (fictief)"
NUMBER = "90000099"
GARDEN = "Buurttuin (fictief)"
KINDS = ["chain", "energy", "landlord", "bank", "state", ""]
OWN = "NL00WIJK0000000001"
SAVINGS = "NL00WIJK0000000002"
TAX = ("Belastingdienst", "NL00WIJK0000000009")


def euros(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def make(seed):
    chance = random.Random(seed)
    suppliers = []
    for number in range(1, 13):
        near = number % 3 == 0
        suppliers.append({
            "id": f"S{number:03d}", "row": f"p{number}", "name": f"Leverancier {number} (fictief)",
            "kvk": f"{90000000 + number}", "iban": f"NL00WIJK00000001{number:02d}",
            "postcode": "9999AB" if near else "1234AB", "near": near,
            "account": "4400" if number % 2 else "4500",
            "again": Fraction(chance.randrange(5, 60), 100),
            # To whom the money leaks, and the owner of some: two chains under one roof.
            "kind": "" if near else KINDS[number % len(KINDS)],
            "owner": {2: "groep", 4: "groep", 3: "vereniging"}.get(number)})
    purchases = []
    for number in range(1, 61):
        month = chance.randrange(1, 12)
        net = chance.randrange(500, 90000)
        vat = net * chance.choice([0, 9, 21]) // 100
        purchases.append({
            "number": f"F-{number}", "supplier": chance.choice(suppliers), "month": month,
            "paid": month + chance.randrange(0, 2), "net": net, "vat": vat,
            "reversed": chance.random() < 0.1})
    # A credit note that takes a part of the first purchase back, paid back by the bank as a reversal.
    first = purchases[0]
    purchases.append({
        "number": "C-1", "supplier": first["supplier"], "month": first["month"],
        "paid": first["month"], "net": -first["net"] // 2, "vat": 0, "reversed": False})
    staff = [{"id": f"w{number}", "near": number % 2 == 0,
              "net": 12 * chance.randrange(90000, 200000)} for number in range(1, 13)]
    return {
        "suppliers": suppliers, "purchases": purchases, "staff": staff,
        "withheld": 12 * chance.randrange(200000, 400000),
        "grant": 12 * chance.randrange(3000000, 5000000), "saved": chance.randrange(100, 900000),
        "staff_again": Fraction(chance.randrange(20, 70), 100)}


def sums(world):
    gross = lambda purchase: purchase["net"] + purchase["vat"]
    parties, months, paid_months = {}, [0] * 12, [0] * 12
    for purchase in world["purchases"]:
        name = purchase["supplier"]["name"]
        parties[name] = parties.get(name, 0) + gross(purchase)
        months[purchase["month"] - 1] += gross(purchase)
        paid_months[purchase["paid"] - 1] += gross(purchase)
    wages = sum(member["net"] for member in world["staff"]) + world["withheld"]
    near = {s["name"]: s["again"] for s in world["suppliers"] if s["near"]}
    suppliers_near = sum(amount for name, amount in parties.items() if name in near)
    staff_near = sum(member["net"] for member in world["staff"] if member["near"])
    second = suppliers_near + staff_near
    third = (sum(amount * near[name] for name, amount in parties.items() if name in near)
             + staff_near * world["staff_again"])
    income = world["grant"]
    near_staff = staff_near * world["staff_again"]
    return {
        **leaks(world, parties), **concentration(world, parties),
        **scenario(world, parties, income, second, third),
        "all_rounds": float((income + second + third / (1 - third / second)) / income),
        "type_one": float((income + suppliers_near + geometric(suppliers_near, third - near_staff))
                          / income),
        "loops": loops(world, parties, wages),
        **each_by_itself(world, parties, income, second, third),
        "income": income / 100, "suppliers": sum(parties.values()) / 100,
        "net_of_vat": sum(p["net"] for p in world["purchases"]) / 100, "wages": wages / 100,
        "parties": {name: amount / 100 for name, amount in sorted(parties.items())},
        "months": [amount / 100 + wages / 1200 for amount in months],
        "paid_months": [amount / 100 + wages / 1200 for amount in paid_months],
        "r2": second / 100, "r3": float(third / 100),
        "lm3": float((income + second + third) / income),
        "saved": world["saved"] / 100}


def geometric(second, third):
    """The third round and all later ones, each of which keeps as much as the third of the second."""
    return third / (1 - third / second) if second else 0


def leaks(world, parties):
    """What leaves at once by account and by what the payee is; wages by where they go."""
    accounts, kinds = {}, {}
    for supplier in world["suppliers"]:
        amount = parties.get(supplier["name"], 0)
        if supplier["near"] or not amount:
            continue
        accounts[supplier["account"]] = accounts.get(supplier["account"], 0) + amount
        kind = supplier["kind"] or "elsewhere"
        kinds[kind] = kinds.get(kind, 0) + amount
    far = sum(member["net"] for member in world["staff"] if not member["near"])
    kinds["staff_elsewhere"], kinds["state_and_pension"] = far, world["withheld"]
    accounts["wages"] = far + world["withheld"]
    return {"leaks": {name: amount / 100 for name, amount in accounts.items()},
            "destinations": {name: amount / 100 for name, amount in kinds.items()}}


def measures(amounts):
    """HHI, effective number, shares of the largest and of the five largest, and Gini.

    The Gini here is half the mean difference of all pairs over the mean, and not the sum over ranks
    that the other program uses.
    """
    amounts = sorted((Fraction(amount) for amount in amounts if amount > 0), reverse=True)
    total, count = sum(amounts), len(amounts)
    hhi = sum((amount / total) ** 2 for amount in amounts)
    pairs = sum(abs(one - other) for one in amounts for other in amounts)
    return {"hhi": float(hhi), "effective": float(1 / hhi), "top1": float(amounts[0] / total),
            "top5": float(sum(amounts[:5]) / total),
            "gini": float(pairs / (2 * count * total))}


def concentration(world, parties):
    owners = {}
    for supplier in world["suppliers"]:
        owner = supplier["owner"] or supplier["name"]
        owners[owner] = owners.get(owner, 0) + parties.get(supplier["name"], 0)
    return {"payees": measures(parties.values()), "owners": measures(owners.values())}


def scenario(world, parties, income, second, third):
    """If a fifth of what is bought elsewhere on account 4400 were bought nearby, and 30 % of that
    spent again."""
    moved = Fraction(sum(
        max(0, parties.get(s["name"], 0)) for s in world["suppliers"]
        if not s["near"] and s["account"] == "4400"), 5)
    kept = moved * Fraction(13, 10)
    return {"moved": float(moved) / 100, "kept": float(kept) / 100,
            "what_if": float((income + second + third + kept) / income)}


def garden_world(world):
    """Twelve meals that the garden buys from the kitchen, and seeds that it buys elsewhere."""
    return {"meals": 12 * 4321, "seeds": 77777, "sales": 250000}


def loops(world, parties, wages):
    """The part of what both pay that goes from one to the other, where each pays the other."""
    garden = garden_world(world)
    vegetables = max(0, parties.get(world["suppliers"][2]["name"], 0))
    paid = sum(parties.values()) + wages + garden["meals"] + garden["seeds"]
    return float(Fraction(vegetables + garden["meals"], paid)) if vegetables else 0.0


def each_by_itself(world, parties, income, second, third):
    """LM3 of the kitchen and of the garden, each by its own books: what the kitchen pays the garden
    is spent again as the garden answered, or as its books show; and the other way round."""
    garden = garden_world(world)
    near = sum(parties.get(s["name"], 0) for s in world["suppliers"] if s["near"])
    again = Fraction(garden["meals"], garden["sales"])
    vegetables = parties.get(world["suppliers"][2]["name"], 0)
    seen = third + vegetables * (again - world["suppliers"][2]["again"])
    return {
        "kitchen_answered": float((income + second + third) / income),
        "kitchen_observed": float((income + second + seen) / income),
        "garden_observed": float(1 + again * (1 + Fraction(near, income)))}


def day(month, number):
    return f"2025-{month:02d}-{number:02d}"


def garden_file(world):
    """The books of the garden: the kitchen is its customer and its supplier."""
    garden = garden_world(world)
    relation = lambda id_, name, number, postcode: (
        f"<customerSupplier><custSupID>{id_}</custSupID><custSupName>{escape(name)}</custSupName>"
        f"<commerceNr>{number}</commerceNr><custSupTp>B</custSupTp><streetAddress><postalCode>"
        f"{postcode}</postalCode><country>NL</country></streetAddress></customerSupplier>")
    accounts = "".join(
        f"<ledgerAccount><accID>{number}</accID><accDesc>{name}</accDesc><accTp>{kind}</accTp>"
        "</ledgerAccount>"
        for number, name, kind in [("1600", "Crediteuren", "B"), ("1100", "Bank", "B"),
                                   ("4100", "Maaltijden", "P"), ("4200", "Zaden", "P"),
                                   ("8000", "Verkoop", "P")])
    lines = lambda number, account, cents, party, other: (
        f"<transaction><nr>{number}</nr><periodNumber>1</periodNumber><trDt>2025-04-01</trDt>"
        f"<trLine><nr>1</nr><accID>{account}</accID><effDate>2025-04-01</effDate><amnt>"
        f"{euros(cents)}</amnt><amntTp>{'D' if account[0] == '4' else 'C'}</amntTp></trLine>"
        f"<trLine><nr>2</nr><accID>{other}</accID><effDate>2025-04-01</effDate><amnt>"
        f"{euros(cents)}</amnt><amntTp>{'C' if account[0] == '4' else 'D'}</amntTp>"
        + (f"<custSupID>{party}</custSupID>" if party else "") + "</trLine></transaction>")
    total = euros(garden["meals"] + garden["seeds"] + garden["sales"])
    return (
        '<?xml version="1.0" encoding="UTF-8"?><auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">'
        "<header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31"
        "</endDate><curCode>EUR</curCode><dateCreated>2026-01-10</dateCreated></header><company>"
        f"<companyIdent>90000003</companyIdent><companyName>{escape(GARDEN)}</companyName>"
        f"<customersSuppliers>{relation('C1', NAME, NUMBER, '9999AA')}"
        f"{relation('C2', 'Zaadhandel (fictief)', '90000088', '1234AB')}</customersSuppliers>"
        f"<generalLedger>{accounts}</generalLedger><transactions><linesCount>6</linesCount>"
        f"<totalDebit>{total}</totalDebit><totalCredit>{total}</totalCredit>"
        "<journal><jrnID>P</jrnID><desc>Inkoop</desc><jrnTp>P</jrnTp>"
        + lines(1, "4100", garden["meals"], "C1", "1600")
        + lines(2, "4200", garden["seeds"], "C2", "1600")
        + "</journal><journal><jrnID>S</jrnID><desc>Verkoop</desc><jrnTp>S</jrnTp>"
        + lines(3, "8000", garden["sales"], None, "1100")
        + "</journal></transactions></company></auditfile>\n")


def audit_file(world):
    parties = "".join(
        f"<customerSupplier><custSupID>{s['id']}</custSupID><custSupName>{escape(s['name'])}"
        f"</custSupName><commerceNr>{s['kvk']}</commerceNr><custSupTp>S</custSupTp><streetAddress>"
        f"<postalCode>{s['postcode']}</postalCode><country>NL</country></streetAddress><bankAccount>"
        f"<bankAccNr>{s['iban']}</bankAccNr></bankAccount></customerSupplier>"
        for s in world["suppliers"])
    accounts = "".join(
        f"<ledgerAccount><accID>{number}</accID><accDesc>{name}</accDesc><accTp>{kind}</accTp>"
        "</ledgerAccount>"
        for number, name, kind in [
            ("1100", "Bank", "B"), ("1110", "Sparen", "B"), ("1600", "Crediteuren", "B"),
            ("4000", "Lonen", "P"), ("4400", "Eten", "P"), ("4500", "Spullen", "P"),
            ("8000", "Subsidie", "P")])
    journals = {"P": [], "Y": [], "B": []}
    totals = [0, 0, 0]

    def book(journal, date, lines):
        number = len(journals[journal]) + 1
        text = ""
        for index, (account, cents, party) in enumerate(lines):
            side = "D" if cents >= 0 else "C"
            totals[0] += 1
            totals[1 if side == "D" else 2] += abs(cents)
            text += (f"<trLine><nr>{index + 1}</nr><accID>{account}</accID><effDate>{date}</effDate>"
                     f"<amnt>{euros(abs(cents))}</amnt><amntTp>{side}</amntTp>"
                     + (f"<custSupID>{party}</custSupID>" if party else "") + "</trLine>")
        journals[journal].append(
            f"<transaction><nr>{number}</nr><periodNumber>1</periodNumber><trDt>{date}</trDt>{text}"
            "</transaction>")

    for p in world["purchases"]:
        cents, supplier = p["net"] + p["vat"], p["supplier"]
        book("P", day(p["month"], 5), [(supplier["account"], cents, None),
                                       ("1600", -cents, supplier["id"])])
        book("B", day(p["paid"], 20), [("1600", cents, supplier["id"]), ("1100", -cents, None)])
    wages = sum(member["net"] for member in world["staff"]) + world["withheld"]
    for month in range(1, 13):
        book("Y", day(month, 25), [("4000", wages // 12, None), ("1100", -(wages // 12), None)])
    book("B", day(1, 10), [("1100", world["grant"], None), ("8000", -world["grant"], None)])
    book("B", day(6, 10), [("1110", world["saved"], None), ("1100", -world["saved"], None)])
    kinds = {"P": "Inkoop", "Y": "Lonen", "B": "Bank"}
    body = "".join(
        f"<journal><jrnID>{kind}</jrnID><desc>{name}</desc><jrnTp>{kind}</jrnTp>"
        + "".join(journals[kind]) + "</journal>" for kind, name in kinds.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?><auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">'
        "<header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31"
        "</endDate><curCode>EUR</curCode><dateCreated>2026-01-10</dateCreated></header><company>"
        f"<companyName>{escape(NAME)}</companyName><customersSuppliers>{parties}"
        f"</customersSuppliers><generalLedger>{accounts}</generalLedger><transactions><linesCount>"
        f"{totals[0]}</linesCount><totalDebit>{euros(totals[1])}</totalDebit><totalCredit>"
        f"{euros(totals[2])}</totalCredit>{body}</transactions></company></auditfile>\n")


def statements(world):
    """One statement a month of the current account."""
    entries = {month: [] for month in range(1, 13)}

    def entry(month, cents, name, iban, number=20, address="", purpose="", status="BOOK", back=False):
        side, other = ("CRDT", "Dbtr") if cents > 0 else ("DBIT", "Cdtr")
        if back:
            other = "Cdtr"
        text = (
            f'<Ntry><Amt Ccy="EUR">{euros(abs(cents))}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
            + ("<RvslInd>true</RvslInd>" if back else "") + f"<Sts>{status}</Sts><BookgDt><Dt>"
            f"{day(month, number)}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><{other}><Nm>"
            f"{escape(name)}</Nm>{address}</{other}><{other}Acct><Id><IBAN>{iban}</IBAN></Id>"
            f"</{other}Acct></RltdPties>{purpose}</TxDtls></NtryDtls></Ntry>")
        entries[month].append((0 if status == "PDNG" else cents, text))

    for p in world["purchases"]:
        supplier, cents = p["supplier"], p["net"] + p["vat"]
        address = (f"<PstlAdr><StrtNm>Straat 1</StrtNm><TwnNm>{supplier['postcode']} STAD</TwnNm>"
                   "<Ctry>NL</Ctry></PstlAdr>")
        if p["reversed"]:  # it went wrong once, was taken back and paid again
            entry(p["paid"], -cents, supplier["name"], supplier["iban"], 18, address)
            entry(p["paid"], cents, supplier["name"], supplier["iban"], 19, address, back=True)
        entry(p["paid"], -cents, supplier["name"], supplier["iban"], 20, address, back=cents < 0)
    for month in range(1, 13):
        for index, member in enumerate(world["staff"]):
            entry(month, -(member["net"] // 12), f"Medewerker {member['id']}",
                  f"NL00WIJK00000003{index:02d}", 25, purpose="<Purp><Cd>SALA</Cd></Purp>")
        entry(month, -(world["withheld"] // 12), *TAX, 28)
    entry(1, world["grant"], "Gemeente", "NL00WIJK0000000008", 10)
    entry(6, -world["saved"], NAME, SAVINGS, 10)
    entry(12, -12345, "Komt nog", "NL00WIJK0000000077", 31, status="PDNG")
    result, balance = {}, 0

    def stated(code, cents, date):
        side = "CRDT" if cents >= 0 else "DBIT"
        return (f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
                f"{euros(abs(cents))}</Amt><CdtDbtInd>{side}</CdtDbtInd><Dt><Dt>{date}</Dt></Dt></Bal>")

    for month, list_ in entries.items():
        opening, balance = balance, balance + sum(cents for cents, _ in list_)
        last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        result[f"bank-{month:02d}.xml"] = (
            '<?xml version="1.0" encoding="UTF-8"?><Document '
            'xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>'
            f"<Id>{month}</Id><FrToDt><FrDtTm>{day(month, 1)}T00:00:00</FrDtTm><ToDtTm>"
            f"{day(month, last)}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>{OWN}</IBAN></Id>"
            f"<Ccy>EUR</Ccy><Ownr><Nm>{escape(NAME)}</Nm></Ownr></Acct>"
            + stated("OPBD", opening, day(month, 1)) + stated("CLBD", balance, day(month, last))
            + "".join(text for _, text in list_) + "</Stmt></BkToCstmrStmt></Document>\n")
    return result


def invoice(p):
    supplier, is_credit = p["supplier"], p["net"] < 0
    kind = "CreditNote" if is_credit else "Invoice"
    net, vat = abs(p["net"]), abs(p["vat"])
    tag = lambda name, cents: f'<cbc:{name} currencyID="EUR">{euros(cents)}</cbc:{name}>'
    party = lambda name, postcode, number: (
        f"<cac:Party><cac:PartyName><cbc:Name>{escape(name)}</cbc:Name></cac:PartyName>"
        f"<cac:PostalAddress><cbc:PostalZone>{postcode}</cbc:PostalZone><cac:Country>"
        "<cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"
        f"<cac:PartyLegalEntity><cbc:RegistrationName>{escape(name)}</cbc:RegistrationName>"
        + (f'<cbc:CompanyID schemeID="0106">{number}</cbc:CompanyID>' if number else "")
        + "</cac:PartyLegalEntity></cac:Party>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{kind} '
        f'xmlns="urn:oasis:names:specification:ubl:schema:xsd:{kind}-2" '
        'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
        'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">'
        f"<cbc:ID>{p['number']}</cbc:ID><cbc:IssueDate>{day(p['month'], 5)}</cbc:IssueDate>"
        f"<cbc:{kind}TypeCode>{381 if is_credit else 380}</cbc:{kind}TypeCode>"
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingSupplierParty>"
        + party(supplier["name"], supplier["postcode"], supplier["kvk"])
        + "</cac:AccountingSupplierParty><cac:AccountingCustomerParty>"
        + party(NAME, "9999AA", None) + "</cac:AccountingCustomerParty><cac:TaxTotal>"
        + tag("TaxAmount", vat) + "</cac:TaxTotal><cac:LegalMonetaryTotal>"
        + tag("LineExtensionAmount", net) + tag("TaxExclusiveAmount", net)
        + tag("TaxInclusiveAmount", net + vat) + tag("PayableAmount", net + vat)
        + f"</cac:LegalMonetaryTotal><cac:{kind}Line><cbc:ID>1</cbc:ID>"
        + tag("LineExtensionAmount", net)
        + f"<cac:Item><cbc:Name>Waar</cbc:Name></cac:Item></cac:{kind}Line></{kind}>\n")


def listed(world):
    rows = ["id,status,payer,payee,party,category,amount,wages,date"]
    parties = {}
    for p in world["purchases"]:
        row = p["supplier"]["row"]
        parties[row] = parties.get(row, 0) + p["net"] + p["vat"]
    for index, (row, cents) in enumerate(sorted(parties.items())):
        rows.append(f"b{index},actual,,,{row},Inkoop,{euros(cents)},no,2025-03-01")
    wages = sum(member["net"] for member in world["staff"]) + world["withheld"]
    rows.append(f"loon,actual,,,,Lonen,{euros(wages)},yes,")
    rows.append(f"sub,actual,Gemeente,{NAME},,,{euros(world['grant'])},no,2025-01-10")
    return "\n".join(rows) + "\n"


def tables(world):
    staff = ["id,person,start,hours_per_week,target_group,postcode,net_pay"]
    for member in world["staff"]:
        staff.append(f"{member['id']},persoon {member['id']},2025-01-01,24,none,"
                     f"{'9999' if member['near'] else '1234'},{euros(member['net'])}")
    parties = ["id,name,postcode,kind,owner"]
    answers = ["id,kind,who,share,provenance,source,answers"]
    for supplier in world["suppliers"]:
        parties.append(f"{supplier['row']},{supplier['name']},{supplier['postcode']},"
                       f"{supplier['kind']},{supplier['owner'] or ''}")
        if supplier["near"]:
            answers.append(f"a{supplier['row']},party,{supplier['row']},"
                           f"{float(supplier['again'] * 100)} %,surveyed,enquête,1")
    answers.append(f"astaff,staff,,{float(world['staff_again'] * 100)} %,surveyed,enquête,12")
    scenarios = ["id,scenario,category,share,respending", "w1,eten,4400,20 %,30 %"]
    return {"staff": staff, "parties": parties, "respending": answers, "what_if": scenarios}


def settings(basis, lines):
    return "\n".join([
        'project: {id: keuken, revision: "1", name: Wijkkeuken, perspective: evaluation, '
        "language: en, currency: EUR}",
        f'organisation: {{name: "{NAME}", accounts: [{SAVINGS}], identifiers: '
        f'[{{scheme: NL-KVK, number: "{NUMBER}"}}]}}',
        'where: {neighbourhood: Hof, country: NL, postcodes: ["9999"]}',
        "periods:", "  - {from: 2025-01-01, until: 2025-12-31}",
        "value_map: {discount_rate: 3 %, benefit_timing: start_of_period, price_base_year: 2025}",
        "numbers: {decimal_mark: point}",
        "books:", f"  basis: {basis}", f'  wages_to: ["{TAX[0]}"]', *["  " + l for l in lines], ""])


def main(folder, seed, basis, *lines):
    world = make(int(seed))
    root = pathlib.Path(folder)
    (root / "books").mkdir(parents=True)
    (root / "tables").mkdir()
    if "garden" in lines:
        lines = [line for line in lines if line != "garden"]
        lines.append(f'organisations: [{{name: "{GARDEN}", folder: tuin, identifiers: '
                     '[{scheme: NL-KVK, number: "90000003"}], basis: books}]')
        (root / "books/tuin").mkdir()
        (root / "books/tuin/tuin.xaf").write_text(garden_file(world), encoding="utf-8")
    (root / "project.yaml").write_text(settings(basis, lines), encoding="utf-8")
    (root / "books/keuken.xaf").write_text(audit_file(world), encoding="utf-8")
    for name, text in statements(world).items():
        (root / "books" / name).write_text(text, encoding="utf-8")
    for p in world["purchases"]:
        (root / "books" / f"{p['number']}.xml").write_text(invoice(p), encoding="utf-8")
    (root / "tables/payments.csv").write_text(listed(world), encoding="utf-8")
    for name, rows in tables(world).items():
        (root / "tables" / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(json.dumps(sums(world), sort_keys=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
