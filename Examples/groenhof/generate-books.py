#!/usr/bin/env python3
"""Writes the example books of Groenhof: two Dutch audit files (XAF 3.2), January-June and
July-December 2025.

Everything in them is made up: the co-operative, the town, the postcodes (9999 XX is nearby, the
other 999x are elsewhere), the trade-register numbers (00000101 and on), the bank accounts. Amounts
come from a seeded generator (SplitMix64), so that the same script writes the same bytes on any
machine. Needs Python 3 and nothing else.

    python3 generate-books.py [FOLDER]        (default: the folder `books` beside this script)
"""
import datetime
import pathlib
import sys
from xml.sax.saxutils import escape

YEAR = 2025
NET_PAY = 8190000  # the net pay of the seven contracts in tables/staff.csv, in cents
WAGES = {"4000": 10600000, "4010": 1800000, "4020": 400000}  # gross, employer charges, pension
PENSION = 660000  # employer's and employees' part together


class Random:
    """SplitMix64 (Steele, Lea and Flood, 2014)."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return mixed ^ (mixed >> 31)

    def between(self, low, high):
        return low + self.next() % (high - low + 1)


ACCOUNTS = [
    ("0200", "Gereedschap en inventaris", "B"),
    ("0210", "Afschrijving gereedschap en inventaris", "B"),
    ("0500", "Algemene reserve", "B"),
    ("0590", "Resultaat lopend boekjaar", "B"),
    ("1100", "Bank", "B"),
    ("1300", "Debiteuren", "B"),
    ("1500", "Btw te vorderen", "B"),
    ("1510", "Btw af te dragen hoog", "B"),
    ("1511", "Btw af te dragen laag", "B"),
    ("1600", "Crediteuren", "B"),
    ("1700", "Nettolonen", "B"),
    ("1710", "Loonheffing en premies", "B"),
    ("1720", "Pensioenpremies", "B"),
    ("4000", "Brutolonen", "P"),
    ("4010", "Werkgeverslasten", "P"),
    ("4020", "Pensioenlasten", "P"),
    ("4200", "Huur", "P"),
    ("4210", "Energie", "P"),
    ("4220", "Gemeentelijke heffingen", "P"),
    ("4300", "Gereedschap en materieel", "P"),
    ("4310", "Planten en zaden", "P"),
    ("4320", "Onderhoud materieel", "P"),
    ("4400", "Ingrediënten wijkkeuken", "P"),
    ("4410", "Onderdelen repaircafé", "P"),
    ("4500", "Verzekeringen", "P"),
    ("4510", "Accountant", "P"),
    ("4520", "Drukwerk", "P"),
    ("4530", "Telefoon en software", "P"),
    ("4540", "Bankkosten", "P"),
    ("4550", "Scholing", "P"),
    ("4900", "Afschrijvingen", "P"),
    ("8000", "Groenbeheer (Right to Challenge)", "P"),
    ("8010", "Maaltijden wijkkeuken", "P"),
    ("8020", "Bijdragen van fondsen", "P"),
    ("8030", "Bijdragen repaircafé", "P"),
]

VAT_CODES = [
    ("V21", "Voorbelasting 21%", None, "1500"),
    ("V9", "Voorbelasting 9%", None, "1500"),
    ("V0", "Inkoop vrijgesteld of 0%", None, "1500"),
    ("EU21", "Inkoop binnen de EU, btw verlegd", "1510", "1500"),
    ("A21", "Omzet 21%", "1510", None),
    ("A9", "Omzet 9%", "1511", None),
]

# number, name, kind, trade register, (street, number, postcode, town, country), address element
PARTIES = [
    ("D001", "Gemeente Voorbeeldstad (fictief)", "B", "00000201",
     ("Raadhuisplein", "1", "9995 AA", "Voorbeeldstad", "NL"), "streetAddress"),
    ("D002", "Wijkfonds Voorbeeldstad (fictief)", "C", "00000202",
     ("Fondslaan", "12", "9995 BC", "Voorbeeldstad", "NL"), "streetAddress"),
    ("D003", "Stichting Samen Eten (fictief)", "C", "00000203",
     ("Keukenweg", "3", "9994 KL", "Elderstad", "NL"), "streetAddress"),
    ("S001", "Verhuurcoöperatie De Werkplaats (fictief)", "S", "00000101",
     ("Hofstraat", "2", "9999 XA", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S002", "Zonnestroom Energie (fictief)", "S", "00000102",
     ("Stroomweg", "100", "9990 ZE", "Elderstad", "NL"), "streetAddress"),
    ("S003", "Kwekerij Het Groene Hek (fictief)", "S", "00000103",
     ("Kaslaan", "8", "9999XB", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S004", "Buurtwinkel De Mand (fictief)", "S", "00000104",
     ("Hofstraat", "21", "9999 XC", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S005", "Bakkerij Korstjes (fictief)", "S", "00000105",
     ("Ovenstraat", "7", "9999 XD", "Voorbeeldstad", "NL"), "postalAddress"),
    ("S006", "Groothandel Vers & Meer (fictief)", "S", "00000106",
     ("Industrieweg", "45", "9991 GH", "Elderstad", "NL"), "streetAddress"),
    ("S007", "IJzerwaren Hamer & Zoon (fictief)", "S", "00000107",
     ("Hofstraat", "33", "9999 XE", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S008", "Bouwmarkt Noord (fictief)", "S", "00000108",
     ("Hoofdkantoorlaan", "1", "9992 BM", "Elderstad", "NL"), "streetAddress"),
    ("S009", "Drukkerij Inktvis (fictief)", "S", "00000109",
     ("Letterstraat", "5", "9999 XG", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S010", "Werkplaats Tandwiel (fictief)", "S", "00000110",
     ("Kaslaan", "14", "9999 XH", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S011", "Klusbedrijf De Schroef (fictief)", "S", "00000111", None, None),
    ("S012", "Polis & Zonen Verzekeringen (fictief)", "S", "00000112",
     ("Risicoplein", "9", "9993 PZ", "Elderstad", "NL"), "streetAddress"),
    ("S013", "Administratiekantoor Saldo (fictief)", "S", "00000113",
     ("Balansweg", "16", "9998 AK", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S014", "Belverbinding Telecom (fictief)", "S", "00000114",
     ("Kabelkade", "200", "9990 BT", "Elderstad", "NL"), "streetAddress"),
    ("S015", "Machineverhuur Graver (fictief)", "S", "00000115",
     ("Industrieweg", "3", "9998 MG", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S016", "Zaadhandel Leie (fictief)", "S", None,
     ("Bloemenlaan", "4", "9999", "Voorbeeldgem", "BE"), "streetAddress"),
    ("S017", "Kraamverhuur Plein (fictief)", "S", None, None, None),
    ("S018", "Opleidingshuis Groen (fictief)", "S", "00000118",
     ("Schoolweg", "11", "9997 OG", "Voorbeeldstad", "NL"), "streetAddress"),
    ("S019", "Onderdelenhandel Moer (fictief)", "S", "00000119",
     ("Boutstraat", "6", "9996 OM", "Elderstad", "NL"), "streetAddress"),
]

# supplier, account, VAT code, description, months, lowest and highest amount without VAT in cents
PURCHASES = [
    ("S001", "4200", "V0", "Huur werkplaats en keuken", range(1, 13), 120000, 120000),
    ("S002", "4210", "V21", "Stroom en warmte", range(1, 13), 38000, 64000),
    ("D001", "4220", "V0", "Afvalstoffenheffing", [2, 8], 46000, 46000),
    ("S003", "4310", "V9", "Planten", range(3, 11), 70000, 125000),
    ("S004", "4400", "V9", "Groente en zuivel", range(1, 13), 58000, 84000),
    ("S005", "4400", "V9", "Brood", range(1, 13), 17000, 27000),
    ("S006", "4400", "V9", "Droogwaren", [1, 3, 5, 7, 9, 11], 52000, 76000),
    ("S007", "4300", "V21", "Klein gereedschap", [2, 4, 6, 8, 10, 12], 42000, 69000),
    ("S008", "4300", "V21", "Hout en bevestiging", [3, 5, 9, 11], 36000, 58000),
    ("S009", "4520", "V21", "Buurtkrant en posters", [3, 6, 10], 48000, 69000),
    ("S010", "4320", "V21", "Onderhoud maaiers", [2, 5, 8, 11], 58000, 79000),
    ("S011", "4320", "V21", "Reparatie kas en schuur", [4, 7, 12], 54000, 81000),
    ("S012", "4500", "V0", "Aansprakelijkheid en opstal", [1, 7], 155000, 155000),
    ("S013", "4510", "V21", "Administratie en jaarstukken", [3, 6, 9, 12], 112000, 129000),
    ("S014", "4530", "V21", "Bellen en internet", range(1, 13), 14200, 15800),
    ("S015", "4300", "V21", "Huur minigraver", [4, 6, 9, 10], 61000, 98000),
    ("S016", "4310", "EU21", "Bloemzaden", [2, 9], 49000, 72000),
    ("S017", "4400", "V21", "Huur marktkraam", [5, 6, 9], 38000, 56000),
    ("S018", "4550", "V0", "Cursus groenonderhoud", [3, 10], 78000, 98000),
    ("S019", "4410", "V21", "Onderdelen", [2, 5, 8, 11], 32000, 47000),
]

# supplier, account, VAT code, description, month, amount without VAT in cents
CREDIT_NOTES = [
    ("S003", "4310", "V9", "Creditnota uitgevallen planten", 6, 21500),
    ("S007", "4300", "V21", "Creditnota retour gereedschap", 10, 9950),
    ("S002", "4210", "V21", "Creditnota jaarafrekening", 12, 41250),
]

PROJECTS = {"4310": "GROEN", "4320": "GROEN", "4300": "GROEN", "4400": "KEUKEN", "4410": "REPAIR",
            "8000": "GROEN", "8010": "KEUKEN", "8030": "REPAIR"}
RATES = {"V21": 21, "V9": 9, "V0": 0, "EU21": 21, "A21": 21, "A9": 9}
JOURNALS = [("INK", "Inkoopboek", "P"), ("VRK", "Verkoopboek", "S"), ("BNK", "Bankboek", "B"),
            ("LON", "Loonjournaal", "Y"), ("MEM", "Memoriaal", "M")]
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
          "oktober", "november", "december"]
OPENING = {"0200": 2100000, "0210": -840000, "1100": 3415000, "1300": 1476200, "1600": -314000,
           "1510": -410000, "1710": -329200, "1720": -55000}


def money(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def vat(amount, code):
    """VAT in cents, half up."""
    return (amount * RATES[code] + 50) // 100


def parts(total, weights):
    """A total in whole cents after weights; the parts add up to it."""
    shares, spent, seen = [], 0, 0
    for weight in weights:
        seen += weight
        share = total * seen // sum(weights) - spent
        shares.append(share)
        spent += share
    return shares


class Books:
    """Entries by journal; each is a list of lines that balance."""

    def __init__(self):
        self.entries = {journal: [] for journal, _, _ in JOURNALS}

    def post(self, journal, day, text, document, lines):
        assert sum(line["amount"] for line in lines) == 0, (journal, day, text)
        lines = [line for line in lines if line["amount"] != 0]
        if lines:
            self.entries[journal].append((day, text, document, lines))

    def balance(self, account, until):
        return OPENING.get(account, 0) + sum(
            line["amount"] for entries in self.entries.values() for day, _, _, lines in entries
            if day <= until for line in lines if line["account"] == account)


def line(account, amount, party=None, invoice=None, code=None, tax=0):
    return {"account": account, "amount": amount, "party": party, "invoice": invoice, "code": code,
            "tax": tax}


def last_day(month):
    following = datetime.date(YEAR + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def purchase(books, supplier, account, code, text, day, invoice, amount, names_cost_line):
    tax = vat(amount, code)
    party = supplier if names_cost_line else None
    lines = [line(account, amount, party, invoice, code, tax)]
    if code == "EU21":  # reverse charge: owed and claimed at once
        lines += [line("1500", tax), line("1510", -tax), line("1600", -amount, supplier, invoice)]
    else:
        lines += [line("1500", tax), line("1600", -amount - tax, supplier, invoice)]
    books.post("INK", day, text, invoice, lines)


def post_purchases(books, random):
    invoices = []
    for supplier, account, code, text, months, low, high in PURCHASES:
        for month in months:
            day = datetime.date(YEAR, month, random.between(2, 24))
            invoices.append((day, supplier, account, code, text, random.between(low, high)))
    for supplier, account, code, text, month, amount in CREDIT_NOTES:
        invoices.append((datetime.date(YEAR, month, 26), supplier, account, code, text, -amount))
    invoices.sort()
    for number, (day, supplier, account, code, text, amount) in enumerate(invoices, 1):
        # Some bookkeeping programs repeat the supplier on the cost line, most do not.
        purchase(books, supplier, account, code, text, day, f"F-{number:03d}", amount,
                 number % 4 == 0)
    books.post("BNK", datetime.date(YEAR, 1, 27), "Betaling crediteuren vorig jaar", "B-01",
               [line("1600", -OPENING["1600"], "S013"), line("1100", OPENING["1600"])])
    for month in range(1, 13):
        pay_creditors(books, month)


def pay_creditors(books, month):
    """Pays what was invoiced up to the 15th of this month and after the 15th of the last one."""
    until = datetime.date(YEAR, month, 15)
    since = datetime.date(YEAR, month - 1, 15) if month > 1 else datetime.date(YEAR - 1, 12, 31)
    lines = [line("1600", -entry["amount"], entry["party"], entry["invoice"])
             for day, _, _, entries in books.entries["INK"] if since < day <= until
             for entry in entries if entry["account"] == "1600"]
    lines.append(line("1100", -sum(entry["amount"] for entry in lines)))
    books.post("BNK", datetime.date(YEAR, month, 28), "Betaling crediteuren", f"B-{month:02d}",
               lines)


def post_sales(books, random):
    grants = {2: ("D002", 800000, "Bijdrage repaircafé"), 5: ("D003", 650000, "Bijdrage wijkkeuken"),
              9: ("D001", 400000, "Subsidie buurtfeest")}
    meals = parts(2800000, [random.between(80, 120) for _ in range(12)])
    gifts = parts(360000, [random.between(70, 130) for _ in range(12)])
    books.post("BNK", datetime.date(YEAR, 1, 14), "Ontvangst gemeente vorig jaar", "B-01",
               [line("1100", OPENING["1300"]), line("1300", -OPENING["1300"], "D001")])
    for month in range(1, 13):
        invoice, first = f"G-{month:02d}", datetime.date(YEAR, month, 1)
        tax = vat(1220000, "A21")
        books.post("VRK", first, "Groenbeheer " + MONTHS[month - 1], invoice, [
            line("1300", 1220000 + tax, "D001", invoice),
            line("8000", -1220000, "D001", invoice, "A21", tax), line("1510", -tax)])
        books.post("BNK", datetime.date(YEAR, month, 25), "Ontvangst gemeente", f"B-{month:02d}", [
            line("1100", 1220000 + tax), line("1300", -1220000 - tax, "D001", invoice)])
        tax = vat(meals[month - 1], "A9")
        books.post("BNK", last_day(month), "Pinontvangsten wijkkeuken", f"B-{month:02d}", [
            line("1100", meals[month - 1] + tax),
            line("8010", -meals[month - 1], None, None, "A9", tax), line("1511", -tax)])
        books.post("BNK", last_day(month), "Vrijwillige bijdragen repaircafé", f"B-{month:02d}", [
            line("1100", gifts[month - 1]), line("8030", -gifts[month - 1])])
        if month in grants:
            party, amount, text = grants[month]
            books.post("BNK", datetime.date(YEAR, month, 12), text, f"B-{month:02d}",
                       [line("1100", amount), line("8020", -amount, party)])


def post_wages(books, random):
    weights = [random.between(96, 104) + (60 if month == 5 else 0) for month in range(1, 13)]
    wages = {account: parts(total, weights) for account, total in WAGES.items()}
    net, pension = parts(NET_PAY, weights), parts(PENSION, weights)
    books.post("BNK", datetime.date(YEAR, 1, 29), "Loonheffing en pensioen vorig jaar", "B-01", [
        line("1710", -OPENING["1710"]), line("1720", -OPENING["1720"]),
        line("1100", OPENING["1710"] + OPENING["1720"])])
    owed = {}
    for month in range(1, 13):
        index, document = month - 1, f"L-{month:02d}"
        total = sum(amounts[index] for amounts in wages.values())
        owed[month] = total - net[index] - pension[index]
        books.post("LON", datetime.date(YEAR, month, 24), "Lonen " + MONTHS[index], document, [
            *(line(account, amounts[index]) for account, amounts in wages.items()),
            line("1700", -net[index]), line("1710", -owed[month]), line("1720", -pension[index])])
        books.post("BNK", datetime.date(YEAR, month, 25), "Betaling nettolonen", f"B-{month:02d}",
                   [line("1700", net[index]), line("1100", -net[index])])
        if month > 1:
            books.post(
                "BNK", datetime.date(YEAR, month, 27), "Loonheffing en pensioen", f"B-{month:02d}",
                [line("1710", owed[month - 1]), line("1720", pension[index - 1]),
                 line("1100", -owed[month - 1] - pension[index - 1])])


def post_rest(books, random):
    for month in range(1, 13):
        cost = random.between(2100, 3300)
        books.post("BNK", last_day(month), "Bankkosten", f"B-{month:02d}",
                   [line("4540", cost), line("1100", -cost)])
        books.post("MEM", last_day(month), "Afschrijving", f"M-{month:02d}",
                   [line("4900", 35000), line("0210", -35000)])
        if month % 4 == 0:  # a card payment for which the books name nobody
            amount = random.between(4000, 9000)
            tax = vat(amount, "V21")
            books.post("BNK", datetime.date(YEAR, month, 17), "Pinbetaling onderdelen",
                       f"B-{month:02d}", [line("4410", amount, None, None, "V21", tax),
                                          line("1500", tax), line("1100", -amount - tax)])
    for month in (1, 4, 7, 10):
        quarter_end = datetime.date(YEAR, month, 1) - datetime.timedelta(days=1)
        owed = {account: books.balance(account, quarter_end) for account in ("1500", "1510", "1511")}
        books.post("BNK", datetime.date(YEAR, month, 30), "Aangifte omzetbelasting",
                   f"B-{month:02d}", [*(line(account, -amount) for account, amount in owed.items()),
                                      line("1100", sum(owed.values()))])


class Writer:
    """Writes indented elements."""

    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = 0

    def open(self, name, attributes=""):
        self.lines.append("  " * self.depth + f"<{name}{attributes}>")
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.lines.append("  " * self.depth + f"</{name}>")

    def leaf(self, name, value):
        if value is not None:
            self.lines.append("  " * self.depth + f"<{name}>{escape(str(value))}</{name}>")

    def group(self, name, pairs):
        self.open(name)
        for key, value in pairs:
            self.leaf(key, value)
        self.close(name)

    def text(self):
        return "\n".join(self.lines) + "\n"


def side(cents):
    return "D" if cents >= 0 else "C"


def write_totals(writer, amounts):
    writer.leaf("linesCount", len(amounts))
    writer.leaf("totalDebit", money(sum(amount for amount in amounts if amount > 0)))
    writer.leaf("totalCredit", money(-sum(amount for amount in amounts if amount < 0)))


def write_address(writer, element, address):
    street, number, postcode, town, country = address
    writer.group(element, [("streetname", street), ("number", number), ("city", town),
                           ("postalCode", postcode), ("country", country)])


def write_parties(writer):
    writer.open("customersSuppliers")
    for index, (number, name, kind, commerce, address, element) in enumerate(PARTIES, 1):
        assert len(name) <= 50
        writer.open("customerSupplier")
        country = address[4] if address else None
        writer.leaf("custSupID", number)
        writer.leaf("custSupName", name)
        writer.leaf("commerceNr", commerce)
        writer.leaf("taxRegistrationCountry", country if commerce else None)
        writer.leaf("taxRegIdent", f"NL0{commerce}B01" if commerce else None)
        writer.leaf("custSupTp", kind)
        if address:
            write_address(writer, element, address)
        writer.group("bankAccount", [("bankAccNr", f"NL00WIJK00000002{index:02d}")])
        writer.close("customerSupplier")
    writer.close("customersSuppliers")


def write_line(writer, number, day, document, entry):
    writer.open("trLine")
    for name, value in [
            ("nr", number), ("accID", entry["account"]), ("docRef", document), ("effDate", day),
            ("amnt", money(abs(entry["amount"]))), ("amntTp", side(entry["amount"])),
            ("custSupID", entry["party"]), ("invRef", entry["invoice"]),
            ("projID", PROJECTS.get(entry["account"]))]:
        writer.leaf(name, value)
    if entry["code"]:
        writer.group("vat", [
            ("vatID", entry["code"]), ("vatPerc", f"{RATES[entry['code']]}.000"),
            ("vatAmnt", money(abs(entry["tax"]))), ("vatAmntTp", side(entry["amount"]))])
    writer.close("trLine")


def write_transactions(writer, books, first, last):
    inside = {journal: sorted(
        ((number, entry) for number, entry in enumerate(sorted(entries, key=lambda e: e[:3]), 1)
         if first <= entry[0] <= last), key=lambda pair: pair[0])
        for journal, entries in books.entries.items()}
    writer.open("transactions")
    write_totals(writer, [item["amount"] for entries in inside.values() for _, entry in entries
                          for item in entry[3]])
    for journal, name, kind in JOURNALS:
        writer.open("journal")
        writer.leaf("jrnID", journal)
        writer.leaf("desc", name)
        writer.leaf("jrnTp", kind)
        writer.leaf("bankAccNr", "NL00WIJK0000000001" if kind == "B" else None)
        for number, (day, text, document, lines) in inside[journal]:
            writer.open("transaction")
            for key, value in [("nr", f"{journal}-{number:03d}"), ("desc", text),
                               ("periodNumber", day.month), ("trDt", day)]:
                writer.leaf(key, value)
            for position, entry in enumerate(lines, 1):
                write_line(writer, position, day, document, entry)
            writer.close("transaction")
        writer.close("journal")
    writer.close("transactions")


def opening(books, first):
    """The balance accounts at the start of a day; the result so far stands on its own account."""
    before = first - datetime.timedelta(days=1)
    amounts = {account: books.balance(account, before) for account, _, kind in ACCOUNTS
               if kind == "B"}
    amounts["0500"] = -sum(OPENING.values())
    amounts["0590"] = sum(books.balance(account, before) for account, _, kind in ACCOUNTS
                          if kind == "P")
    assert sum(amounts.values()) == 0
    return [(account, amount) for account, amount in amounts.items() if amount != 0]


def audit_file(books, first, last, created):
    writer = Writer()
    writer.lines.append("<!-- Made up: see generate-books.py. No organisation in this file exists. -->")
    writer.open("auditfile", ' xmlns="http://www.auditfiles.nl/XAF/3.2"')
    writer.group("header", [
        ("fiscalYear", YEAR), ("startDate", first), ("endDate", last), ("curCode", "EUR"),
        ("dateCreated", created), ("softwareDesc", "generate-books.py"), ("softwareVersion", "1")])
    writer.open("company")
    for name, value in [("companyIdent", "00000001"),
                        ("companyName", "Wijkcoöperatie Groenhof (fictief)"),
                        ("taxRegistrationCountry", "NL"), ("taxRegIdent", "NL000000001B01")]:
        writer.leaf(name, value)
    write_address(writer, "streetAddress", ("Hofstraat", "2", "9999 XA", "Voorbeeldstad", "NL"))
    write_parties(writer)
    writer.open("generalLedger")
    for account, name, kind in ACCOUNTS:
        writer.group("ledgerAccount", [("accID", account), ("accDesc", name), ("accTp", kind)])
    writer.close("generalLedger")
    writer.open("vatCodes")
    for code, name, owed, claimed in VAT_CODES:
        writer.group("vatCode", [("vatID", code), ("vatDesc", name), ("vatToPayAccID", owed),
                                 ("vatToClaimAccID", claimed)])
    writer.close("vatCodes")
    writer.open("periods")
    for month in range(first.month, last.month + 1):
        writer.group("period", [
            ("periodNumber", month), ("periodDesc", MONTHS[month - 1]),
            ("startDatePeriod", datetime.date(YEAR, month, 1)), ("endDatePeriod", last_day(month))])
    writer.close("periods")
    balances = opening(books, first)
    writer.open("openingBalance")
    writer.leaf("opBalDate", first)
    writer.leaf("opBalDesc", "Beginbalans")
    write_totals(writer, [amount for _, amount in balances])
    for number, (account, amount) in enumerate(balances, 1):
        writer.group("obLine", [("nr", number), ("accID", account), ("amnt", money(abs(amount))),
                                ("amntTp", side(amount))])
    writer.close("openingBalance")
    write_transactions(writer, books, first, last)
    writer.close("company")
    writer.close("auditfile")
    return writer.text()


def main():
    beside = pathlib.Path(__file__).resolve().parent / "books"
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else beside
    folder.mkdir(parents=True, exist_ok=True)
    books, random = Books(), Random(YEAR)
    for post in (post_purchases, post_sales, post_wages, post_rest):
        post(books, random)
    halves = [
        ("groenhof-2025-1.xaf", datetime.date(YEAR, 1, 1), last_day(6), datetime.date(YEAR, 7, 8)),
        ("groenhof-2025-2.xaf", datetime.date(YEAR, 7, 1), last_day(12),
         datetime.date(YEAR + 1, 1, 12))]
    for name, first, last, created in halves:
        (folder / name).write_bytes(audit_file(books, first, last, created).encode("utf-8"))


main()
