"""The classes of the books: reading and storing large files, and the multiplier over many firms."""
import os, shutil, subprocess
import contest

ENTRIES = os.environ.get("ENTRIES", "1000000")
FIRMS = os.environ.get("FIRMS", "1000000")


def xml(scratch):
    """A bank statement and an audit file of a million entries, read and stored in SQLite."""
    program = contest.build("book-benchmarks")
    contest.copy(["floor", "xml"], scratch)
    missing = []
    has_limits = contest.compile_c(
        "xmlsql", ["-I/usr/include/libxml2", "-lexpat", "-lxml2", "-lsqlite3"], scratch, missing)
    for kind, name in (("camt", "CAMT.053"), ("xaf", "XAF, two lines each")):
        subprocess.run([contest.PYTHON, "gen.py", kind, ENTRIES], cwd=scratch, check=True)
        if kind == "xaf":
            state_totals(scratch)
        file = f"data/{kind}{ENTRIES}.xml"
        contests = [
            ("ours, read and stored", [program, "load", file, f"out/{kind}"]),
            ("ours, a second time", [program, "again", file, f"out/{kind}"]),
            ("ours, read only", [program, "read", file]),
        ]
        if has_limits:
            limit = ["floor/xmlsql", kind, file, f"out/{kind}.db"]
            contests += [
                ("C limit, libxml2 SAX, stored", limit + ["sax2"]),
                ("C limit, libxml2 SAX, parsed only", limit + ["sax2", "noinsert"]),
                ("C limit, expat, stored", limit + ["expat"]),
            ]
        slow = [
            ("Python, expat", [contest.PYTHON, "xml/expat_.py", kind, file, f"out/{kind}.py.db"])]
        if contest.has_module("lxml"):
            slow.append(
                ("Python, lxml", [contest.PYTHON, "xml/lxml_.py", kind, file, f"out/{kind}.lxml.db"]))
        else:
            missing.append("lxml")
        contest.table(f"{name}, {ENTRIES} entries", contests, scratch, slow)
        os.remove(scratch / file)
        shutil.rmtree(scratch / "out")
        (scratch / "out").mkdir()
    contest.say_missing(missing)


def state_totals(scratch):
    """The audit file of gen.py states totals of 0, which makes a reader that checks them refuse it."""
    cents = subprocess.run(
        [contest.PYTHON, "-c",
         "import gen, sys; print(sum(q * p for g, _ in gen.chunks(int(sys.argv[1]))"
         " for q, p in zip(g['qty'], g['price'])))", ENTRIES],
        cwd=scratch, check=True, capture_output=True, text=True).stdout.strip()
    amount = f"{int(cents) // 100}.{int(cents) % 100:02d}".encode()
    file = scratch / "data" / f"xaf{ENTRIES}.xml"
    whole = scratch / "data" / "whole.xml"
    with open(file, "rb") as source, open(whole, "wb") as target:
        # Line by line: what this process holds would count as memory of the contestants too.
        for line in source:
            is_there = b"<totalDebit>" in line
            for name in (b"totalDebit", b"totalCredit"):
                line = line.replace(b"<%s>0.00<" % name, b"<%s>%s<" % (name, amount), 1)
            target.write(line)
            if is_there:
                break
        shutil.copyfileobj(source, target, 1 << 20)
    os.replace(whole, file)


def solve(scratch):
    """The multiplier over a million firms that each pay ten others."""
    if not contest.has_module("scipy"):
        raise SystemExit("The matrices are made by solve/leontief.py, which needs SciPy.")
    program = contest.build("book-benchmarks")
    contest.copy(["floor", "solve"], scratch)
    missing = []
    has_limits = contest.compile_c("leontief", ["-ffast-math", "-lm", "-lpthread"], scratch, missing)
    for kind, name in (("rand", "partners anywhere"), ("local", "four in five partners nearby")):
        peer = [contest.PYTHON, "solve/leontief.py", FIRMS]
        matrix = f"data/{kind}"
        subprocess.run(
            peer + ["power", kind, matrix], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
        contests = [
            ("ours, with a proved bound", [program, "solve", matrix]),
            ("SciPy, bicgstab", peer + ["bicgstab", kind]),
            ("SciPy, power series", peer + ["power", kind]),
        ]
        if has_limits:
            limit = ["floor/leontief", matrix, FIRMS]
            contests += [
                ("C limit, Gauss-Seidel", limit + ["1", "gs"]),
                ("C limit, power series, 2 threads", limit + ["2", "power"]),
            ]
        contest.table(f"{FIRMS} firms, {name}", contests, scratch)
    contest.say_missing(missing)
