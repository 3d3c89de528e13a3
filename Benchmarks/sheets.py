"""A sheet of a million rows of ten columns, written and read beside the peers.

The data are those of the yardsticks (gen.py sheet): they are taken from their data/ where they are
ready, else made. ROWS makes the sheet smaller. The peers that read are fastexcel (with pyarrow)
and python-calamine.
"""
import os, shutil, subprocess
import contest

ROWS = os.environ.get("ROWS", "1000000")


def write(scratch):
    missing = []
    program = prepare(scratch)
    csv = f"data/sheet{ROWS}.csv"
    contests = [
        ("ours, cell by cell", [program, "write", csv, "out/ours.ods"], "out/ours.ods"),
        ("ours, rows of cells", [program, "cells", csv, "out/cells.ods"], "out/cells.ods"),
    ]
    if contest.compile_c("ods", ["-lz", "-lisal", "-lpthread"], scratch, missing):
        for mode in ("zlib 1", "zlib 6"):
            target = f"out/c{mode[-1]}.ods"
            contests.append(
                (f"C limit, {mode}, 2 threads", ["floor/ods", csv, target, *mode.split(), "2"], target))
    slow = [
        (f"Python by hand, zlib {level}",
         [contest.PYTHON, "write/handmade.py", csv, f"out/p{level}.ods", "zlib", level],
         f"out/p{level}.ods") for level in "16"]
    if has_office(missing):
        slow.append(
            ("LibreOffice", ["sh", "write/lo.sh", csv, "out/lo", "ods", "CSV:44,34,76,1"],
             f"out/lo/sheet{ROWS}.ods"))
    contest.table(f"{int(ROWS):,} rows of 10 columns written", contests, scratch, slow)
    contest.say_missing(missing)


def read(scratch):
    missing = []
    program = prepare(scratch)
    ods = f"data/sheet{ROWS}.ods"
    contests = [("ours", [program, "read", ods])]
    # fastexcel hands its columns over by way of pyarrow.
    for module, script, needed in (
            ("fastexcel", "fastexcel_", ["fastexcel", "pyarrow"]),
            ("python_calamine", "calamine_", ["python_calamine"])):
        absent = [name for name in needed if not contest.has_module(name)]
        if not absent:
            contests.append((module, [contest.PYTHON, f"read/{script}.py", ods]))
        missing += absent
    libraries = ["-I/usr/include/libxml2", "-lz", "-lisal", "-lexpat", "-lxml2"]
    if contest.compile_c("odsread", libraries, scratch, missing):
        contests += [
            (f"C limit, {mode}", ["floor/odsread", ods, mode]) for mode in ("inflate", "sax2", "scan")]
    slow = []
    if has_office(missing):
        slow.append(("LibreOffice", ["sh", "write/lo.sh", ods, "out/lo", "csv"]))
    contest.table(f"{int(ROWS):,} rows of 10 columns read", contests, scratch, slow)
    contest.say_missing(missing)


def prepare(scratch):
    program = contest.build("sheet-benchmarks")
    contest.copy(["write", "read", "floor"], scratch)
    (scratch / "out" / "lo").mkdir()
    ready = [contest.yardsticks() / "data" / f"sheet{ROWS}.{end}" for end in ("csv", "ods")]
    if all(file.exists() for file in ready):
        for file in ready:
            (scratch / "data" / file.name).symlink_to(file.resolve())
    else:
        subprocess.run([contest.PYTHON, "gen.py", "sheet", ROWS], cwd=scratch, check=True)
    return program


def has_office(missing):
    if shutil.which("soffice"):
        return True
    missing.append("LibreOffice")
    return False
