#!/usr/bin/env python3
"""Damages made-up books of every kind in ways that a disk, a mail program, an editor or a bank's
export can damage them, and looks at what the program says of each file.

    python3 mutate.py PROGRAM [COUNT [SEED]]

PROGRAM is the built `wijkwaarde`. Each file is one of eight kinds of book, damaged once or twice.
The program must not crash or hang, and must stay under 300 MB and 200 findings a file. What it
says is compared with what it says of the sound file:

- damage that always shows (a cut inside the content, an element doubled or nested that holds money,
  a byte that no text has, an amount or a date that cannot be) must have a finding;
- damage that changes nothing that is read (other line ends, a byte order mark at the start, another
  encoding that the file names) must leave totals, parties and dates as they were;
- of other damage the script counts how often it changed what was read without a finding, and how
  often all that was said is that the file has nothing by which a lost line would show. A letter of
  a name that stands once, and whole lines at the end of a table, cannot show.

Prints a table and ends with 1 where one of these does not hold. Needs Python 3 and nothing else.
"""
import json
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Neighbourhood"))
import neighbourhood  # noqa: E402  (the made-up kitchen)

BATCH = 100
MOST_MEMORY = 300_000  # KiB
SLOWEST = 60  # seconds a batch, of which each takes a few on an idle machine

ING = ('"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";'
       '"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"\n')
RABO = ('"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn",'
        '"Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij",'
        '"Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie",'
        '"Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1",'
        '"Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"\n')


def comma(cents, sign=False):
    text = f"{abs(cents) // 100},{abs(cents) % 100:02d}"
    return (("+" if cents >= 0 else "-") if sign else "") + text


def rows(count=40):
    """Days, cents, the balance behind each, a name and an account, as a bank would have them."""
    chance, balance, result = random.Random(7), 1_000_000, []
    for number in range(count):
        cents = chance.choice([-1, -1, -1, 1]) * chance.randrange(100, 99_999)
        balance += cents
        result.append((f"2025{1 + number // 4:02d}{1 + 6 * (number % 4):02d}", cents, balance,
                       f"Winkel Zoë {number % 9}", f"NL00WIJK00000001{number % 9:02d}"))
    return result


def split(day, form):
    return form.format(y=day[:4], m=day[4:6], d=day[6:])


def ing():
    return ING + "".join(
        f'"{day}";"{name}";"NL00WIJK0000000001";"{iban}";"GT";"{"Bij" if cents > 0 else "Af"}";'
        f'"{comma(cents)}";"Online";"Nota";"{comma(balance)}";""\n'
        for day, cents, balance, name, iban in reversed(rows()))


def rabobank():
    return RABO + "".join(
        f'"NL00WIJK0000000001","EUR","BIC","{number:018d}","{split(day, "{y}-{m}-{d}")}",'
        f'"{split(day, "{y}-{m}-{d}")}","{comma(cents, True)}","{comma(balance, True)}","{iban}",'
        f'"{name}","","","","cb","","","","","","Nota","","","","","",""\n'
        for number, (day, cents, balance, name, iban) in enumerate(rows()))


def triodos():
    return "".join(
        f'"{split(day, "{d}-{m}-{y}")}","NL00WIJK0000000001","{comma(cents)}",'
        f'"{"Credit" if cents > 0 else "Debet"}","{name}","BIC {iban}","ET","Nota"\n'
        for day, cents, balance, name, iban in rows())


def asn():
    point = lambda cents: comma(cents).replace(",", ".")
    return "".join(
        f'{split(day, "{d}-{m}-{y}")},NL00WIJK0000000001,{iban},{name},,,,EUR,'
        f'{point(balance - cents)},EUR,{"-" if cents < 0 else ""}{point(cents)},'
        f'{split(day, "{d}-{m}-{y}")},{split(day, "{d}-{m}-{y}")},1,OVB,{number},,\'Nota\',3\n'
        for number, (day, cents, balance, name, iban) in enumerate(rows()))


def knab():
    return ("KNAB EXPORT;;;;;;;;;;;;;;;;\nRekeningnummer;Transactiedatum;Valutacode;CreditDebet;"
            "Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;"
            "Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;\n") + "".join(
        f'"NL00WIJK0000000001";"{split(day, "{d}-{m}-{y}")}";"EUR";"{"C" if cents > 0 else "D"}";'
        f'"{comma(cents)}";"{iban}";"{name}";"{split(day, "{d}-{m}-{y}")}";"x";"Nota";"";"";"";"";'
        f'"R{number}";"{split(day, "{d}-{m}-{y}")}";\n'
        for number, (day, cents, balance, name, iban) in enumerate(rows()))


def bunq():
    return "Datum,Rentedatum,Bedrag,Rekening,Tegenrekening,Naam,Omschrijving\n" + "".join(
        f'{split(day, "{y}-{m}-{d}")},{split(day, "{y}-{m}-{d}")},"{"-" if cents < 0 else ""}'
        f'{comma(cents)}",NL00WIJK0000000001,{iban},{name},Nota\n'
        for day, cents, balance, name, iban in rows())


def coda():
    def record(*parts):
        line = [" "] * 128
        for position, text in parts:
            line[position - 1:position - 1 + len(text)] = text
        return "".join(line[:128])

    amount = lambda cents: f"{abs(cents) * 10:015d}"
    lines = [record((1, "00000"), (6, "311225"), (128, "2")),
             record((1, "12042"), (6, "BE00000000000001"), (40, "EUR"), (43, "0"),
                    (44, amount(1_000_000)), (59, "010125"), (65, "WIJKKEUKEN"))]
    debit = credit = 0
    for number, (day, cents, balance, name, iban) in enumerate(rows(), 1):
        date = day[6:] + day[4:6] + day[2:4]
        lines.append(record(
            (1, "21"), (3, f"{number:04d}"), (7, "0000"), (32, "1" if cents < 0 else "0"),
            (33, amount(cents)), (48, date), (54, "00010000"), (62, "0"), (63, "NOTA"),
            (116, date)))
        lines.append(record((1, "23"), (3, f"{number:04d}"), (7, "0000"), (11, iban), (45, "EUR"),
                            (48, name)))
        debit, credit = debit + max(0, -cents), credit + max(0, cents)
    lines.append(record((1, "8042"), (5, "BE00000000000001"), (39, "EUR"), (42, "0"),
                        (43, amount(1_000_000 + credit - debit)), (58, "311225")))
    lines.append(record((1, "9"), (17, f"{len(lines) - 1:06d}"), (23, amount(debit)),
                        (38, amount(credit)), (128, "2")))
    return "\r\n".join(lines) + "\r\n"


def seeds():
    world = neighbourhood.make(3)
    camt = next(iter(neighbourhood.statements(world).values()))
    newer = re.sub(r"<(Dbtr|Cdtr)>(.*?)</\1>", r"<\1><Pty>\2</Pty></\1>",
                   camt.replace("camt.053.001.02", "camt.053.001.08"))
    newer = re.sub(r"<Sts>(\w+)</Sts>", r"<Sts><Cd>\1</Cd></Sts>", newer)
    bill = next(p for p in world["purchases"] if p["net"] > 0 and p["vat"] > 0)
    return {
        "XAF 3.2": neighbourhood.audit_file(world), "CAMT 02": camt, "CAMT 08": newer,
        "invoice": neighbourhood.invoice(bill),
        "credit note": neighbourhood.invoice(world["purchases"][-1]), "CODA": coda(), "ING": ing(),
        "Rabobank": rabobank(), "Triodos": triodos(), "ASN": asn(), "Knab": knab(), "bunq": bunq()}


# Elements that hold money: one more or one inside another of them cannot go unseen.
MONEY = {"XAF 3.2": ["transaction", "trLine", "journal"], "CAMT 02": ["Stmt", "Ntry", "Bal"],
         "CAMT 08": ["Stmt", "Ntry", "Bal"],
         "invoice": ["cac:InvoiceLine", "cac:LegalMonetaryTotal", "cac:TaxTotal"],
         "credit note": ["cac:CreditNoteLine", "cac:LegalMonetaryTotal", "cac:TaxTotal"]}
AMOUNT = {"XAF 3.2": "amnt", "CAMT 02": 'Amt Ccy="EUR"', "CAMT 08": 'Amt Ccy="EUR"',
          "invoice": 'cbc:LineExtensionAmount currencyID="EUR"',
          "credit note": 'cbc:LineExtensionAmount currencyID="EUR"'}
DAY = {"XAF 3.2": r"<trDt>([^<]*)", "CAMT 02": r"<BookgDt><Dt>([^<]*)",
       "CAMT 08": r"<BookgDt><Dt>([^<]*)", "invoice": r"<cbc:IssueDate>([^<]*)",
       "credit note": r"<cbc:IssueDate>([^<]*)"}
BALANCED = ["XAF 3.2", "CAMT 02", "CAMT 08", "CODA", "ING", "Rabobank", "ASN"]
TEXT_ENCODINGS = ["utf-8", "cp1252"]


def elements(text, name):
    """Where each innermost element of a name begins and ends."""
    bare = re.escape(name)
    pattern = re.compile(f"<{bare}[ >](?:(?!<{bare}[ >]).)*?</{bare}>", re.S)
    return [match.span() for match in pattern.finditer(text)]


class Damage:
    """What may happen to a file; each returns bytes and what must follow: `seen`, `same`, `free`."""

    def __init__(self, chance):
        self.chance = chance

    def cut(self, kind, text):
        place = self.chance.randrange(1, len(text.rstrip()))
        cut = text[:place]
        if "<" not in text:
            # A table that ends behind a line is whole; only balances and counts can tell.
            whole = text[place] == "\n" or cut.endswith("\n") or kind != "CODA"
            return cut.encode(), "seen" if not whole else "free"
        return cut.encode(), "seen"

    def flip(self, kind, text):
        data = bytearray(text.encode())
        for _ in range(self.chance.randrange(1, 6)):
            data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        return bytes(data), "free"

    def double(self, kind, text):
        if kind in MONEY:
            name = self.chance.choice(MONEY[kind])
            start, end = self.chance.choice(elements(text, name))
            # A balance that stands twice says the same twice; an entry not yet booked counts not.
            part = text[start:end]
            free = name == "Bal" or "PDNG" in part or "TaxTotal" in name or "Monetary" in name
            return (text[:end] + part + text[end:]).encode(), "free" if free else "seen"
        lines = text.splitlines(keepends=True)
        first = 2 if kind == "Knab" else 1
        index = self.chance.randrange(first, len(lines))
        lines.insert(index, lines[index])
        return "".join(lines).encode(), "seen" if kind in BALANCED else "free"

    def nest(self, kind, text):
        if kind not in MONEY:
            place = self.chance.randrange(len(text))
            return (text[:place] + text + text[place:]).encode(), "free"
        name = self.chance.choice([n for n in MONEY[kind] if n not in ("Bal", "cac:TaxTotal")])
        start, end = self.chance.choice(elements(text, name))
        inside = text.index(">", start) + 1
        part = text[start:end]
        free = "PDNG" in part or "Monetary" in name
        return (text[:inside] + part + text[inside:]).encode(), "free" if free else "seen"

    def remove(self, kind, text):
        if kind in MONEY:
            name = self.chance.choice(MONEY[kind])
            start, end = self.chance.choice(elements(text, name))
            # An entry that is not booked yet counts not, and a tax of nothing adds nothing.
            free = "PDNG" in text[start:end] or (
                "TaxTotal" in name and ">0.00<" in text[start:end])
            # Without its first or last line the balances of a table still follow.
            return (text[:start] + text[end:]).encode(), "free" if free else "seen"
        lines = text.splitlines(keepends=True)
        first = 3 if kind == "Knab" else 2
        index = self.chance.randrange(first, len(lines) - 1)
        del lines[index]
        return "".join(lines).encode(), "seen" if kind in BALANCED else "free"

    def deep(self, kind, text):
        place = self.chance.randrange(len(text))
        return (text[:place] + "<a>" * 5000 + text[place:]).encode(), "free"

    def encode(self, kind, text):
        target = self.chance.choice(["utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7"])
        return text.encode(target, "replace"), "free"

    def named(self, kind, text):
        if "encoding=" not in text:
            return text.encode(self.chance.choice(TEXT_ENCODINGS)), "same"
        other = self.chance.choice([("ISO-8859-1", "latin-1"), ("UTF-16", "utf-16"),
                                    ("windows-1252", "cp1252")])
        return text.replace("UTF-8", other[0], 1).encode(other[1], "xmlcharrefreplace"), "same"

    def ends(self, kind, text):
        return re.sub(r"\r?\n", "\r\n", text).encode(), "same"

    def mark(self, kind, text):
        if kind == "CODA":
            return text.encode(), "same"
        return ("\ufeff" + text).encode(), "same"

    def inner_mark(self, kind, text):
        place = self.chance.randrange(1, len(text))
        return (text[:place] + "\ufeff" + text[place:]).encode(), "free"

    def nul(self, kind, text):
        place = self.chance.randrange(len(text))
        return (text[:place] + "\0" * self.chance.randrange(1, 5) + text[place:]).encode(), "seen"

    def huge(self, kind, text):
        digits = "9" * self.chance.randrange(17, 400)
        if kind in AMOUNT:
            places = [m for m in re.finditer(f"<{AMOUNT[kind]}>([^<]*)", text)]
            match = self.chance.choice(places)
            return (text[:match.start(1)] + digits + text[match.end(1):]).encode(), "seen"
        places = list(re.finditer(r'(?<=["\s,;])[-+]?\d+[.,]\d\d(?=["\s,;])', text))
        if not places:
            return (text[:700] + digits + text[700:]).encode(), "free"
        match = self.chance.choice(places)
        return (text[:match.start()] + digits + text[match.start():]).encode(), "free"

    def date(self, kind, text):
        wrong = self.chance.choice(["2025-02-30", "0000-00-00", "99999-01-01", "2025-13-01", "x", "",
                                    "2025/01/01"])
        if kind in DAY:
            match = self.chance.choice(list(re.finditer(DAY[kind], text)))
            # An entry that is not booked yet needs no day.
            around = text[match.start() - 200:match.end()]
            free = "PDNG" in around
            return (text[:match.start(1)] + wrong + text[match.end(1):]).encode(), (
                "free" if free else "seen")
        return text.replace("2025", "2525", 1).encode(), "free"

    def swap(self, kind, text):
        data = text.encode()
        first, second = sorted(self.chance.randrange(len(data)) for _ in range(2))
        length = min(self.chance.randrange(1, 300), second - first, len(data) - second)
        return (data[:first] + data[second:second + length] + data[first + length:second]
                + data[first:first + length] + data[second + length:]), "free"


KINDS = ["cut", "flip", "double", "nest", "remove", "deep", "encode", "named", "ends", "mark",
         "inner_mark", "nul", "huge", "date", "swap"]


def content(read):
    """What was read, without its name and findings; the order of the parties of a list is free."""
    return {key: read.get(key) for key in (
        "company", "currency", "first", "last", "lines", "debit", "credit", "accounts", "pending",
        "parties")}


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


def ask(program, paths):
    """What the program says of some files; ends everything where it crashes or hangs."""
    start = time.monotonic()
    done = subprocess.run([program, "books", "--json", "--names", "--top", "10000", *paths],
                          capture_output=True, timeout=SLOWEST * 10, preexec_fn=limits)
    if done.returncode not in (0, 1):
        raise SystemExit(f"ended with {done.returncode}: {done.stderr[-400:]!r}\n" + "\n".join(paths))
    if time.monotonic() - start > SLOWEST * 5:
        raise SystemExit("too slow: " + paths[0])
    return json.loads(done.stdout)["files"]


def main(program, count=10_000, seed=1):
    chance = random.Random(int(seed))
    texts = seeds()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mutations-"))
    sound = {}
    for kind, text in texts.items():
        path = folder / "sound"
        path.write_bytes(text.encode())
        sound[kind] = ask(program, [str(path)])[0]
        codes = [f["code"] for f in sound[kind]["findings"] if f["severity"] != "note"]
        if codes:
            raise SystemExit(f"the sound {kind} has {codes}")
    damage, table, wrong = Damage(chance), {}, []
    jobs = []
    for number in range(int(count)):
        kind, what = chance.choice(list(texts)), chance.choice(KINDS)
        data, must = getattr(damage, what)(kind, texts[kind])
        if chance.random() < 0.2:  # and once more, of whatever is left
            data, must = bytearray(data), "free"
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        jobs.append((number, kind, what, bytes(data), must))
    for first in range(0, len(jobs), BATCH):
        part, paths = jobs[first:first + BATCH], []
        for number, kind, what, data, must in part:
            path = folder / f"{number}-{what}"
            path.write_bytes(data)
            paths.append(str(path))
        for (number, kind, what, data, must), read in zip(part, ask(program, paths)):
            found = read["findings"]
            notes = {f["code"] for f in sound[kind]["findings"]}
            seen = any(f["severity"] != "note" or f["code"] not in notes for f in found)
            changed = content(read) != content(sound[kind])
            unchecked = any(f["code"] == "ledger.no_balance" for f in found)
            line = table.setdefault(
                what, {"files": 0, "seen": 0, "refused": 0, "unchecked": 0, "silent": 0})
            line["files"] += 1
            line["seen"] += seen
            line["refused"] += any(f["severity"] == "error" for f in found)
            line["unchecked"] += changed and not seen and unchecked
            line["silent"] += changed and not seen and not unchecked
            problem = None
            if len(found) > 200:
                problem = f"{len(found)} findings"
            elif must == "seen" and not seen:
                problem = "nothing was found"
            elif must == "same" and (seen or changed):
                problem = f"differs: {[f['code'] for f in found]}"
            if problem or (changed and not seen and not unchecked):
                keep = folder / f"{'wrong' if problem else 'silent'}-{number}-{kind}-{what}"
                keep.write_bytes(data)
            if problem:
                wrong.append(f"{kind}, {what}, number {number}: {problem}")
        for path in paths:
            pathlib.Path(path).unlink()
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{'damage':12}{'files':>8}{'found':>8}{'refused':>9}{'only: no balance':>18}"
          f"{'read otherwise, nothing said':>30}")
    for what in KINDS:
        if what in table:
            line = table[what]
            print(f"{what:12}{line['files']:8}{line['seen']:8}{line['refused']:9}{line['unchecked']:18}"
                  f"{line['silent']:30}")
    print(f"files: {len(jobs)}, most memory: {memory // 1024} MiB, kept in {folder}")
    if memory > MOST_MEMORY:
        wrong.append(f"{memory} KiB of memory")
    for line in wrong[:60]:
        print("WRONG:", line)
    print("wrong:", len(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
