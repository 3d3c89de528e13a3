"""A sheet of a million rows of ten columns, written and read beside the peers.

The data are those of the yardsticks (gen.py sheet): they are taken from their data/ where they are
ready, else made. ROWS makes the sheet smaller; ROUNDS is how often each contestant runs (3), the slow
ones once. PYTHON is a Python with NumPy, and for the peers with fastexcel and python-calamine.
"""
import os, shutil, statistics, subprocess, sys, tempfile, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = os.environ.get("PYTHON", "python3")
ROUNDS = int(os.environ.get("ROUNDS", "3"))
ROWS = os.environ.get("ROWS", "1000000")


def write():
    with tempfile.TemporaryDirectory() as name:
        scratch, missing = prepare(Path(name)), []
        program, csv = build(), f"data/sheet{ROWS}.csv"
        contests = [
            ("ours, cell by cell", [program, "write", csv, "out/ours.ods"], "out/ours.ods"),
            ("ours, rows of cells", [program, "cells", csv, "out/cells.ods"], "out/cells.ods"),
        ]
        if compiled(scratch, "floor/ods", ["-lz", "-lisal", "-lpthread"], missing):
            for mode in ("zlib 1", "zlib 6"):
                target = f"out/c{mode[-1]}.ods"
                contests.append(
                    (f"C limit, {mode}, 2 threads",
                     ["floor/ods", csv, target, *mode.split(), "2"], target))
        slow = [(f"Python by hand, zlib {level}",
                 [PYTHON, "write/handmade.py", csv, f"out/p{level}.ods", "zlib", level],
                 f"out/p{level}.ods") for level in "16"]
        if shutil.which("soffice"):
            slow.append(
                ("LibreOffice", ["sh", "write/lo.sh", csv, "out/lo", "ods", "CSV:44,34,76,1"],
                 f"out/lo/sheet{ROWS}.ods"))
        else:
            missing.append("LibreOffice")
        table(f"{int(ROWS):,} rows of 10 columns written", contests, slow, scratch, missing)


def read():
    with tempfile.TemporaryDirectory() as name:
        scratch, missing = prepare(Path(name)), []
        program, ods = build(), f"data/sheet{ROWS}.ods"
        contests = [("ours", [program, "read", ods], None)]
        for module in ("fastexcel", "python_calamine"):
            if has_module(module):
                script = {"fastexcel": "fastexcel_", "python_calamine": "calamine_"}[module]
                contests.append((module, [PYTHON, f"read/{script}.py", ods], None))
            else:
                missing.append(module)
        libraries = ["-I/usr/include/libxml2", "-lz", "-lisal", "-lexpat", "-lxml2"]
        if compiled(scratch, "floor/odsread", libraries, missing):
            for mode in ("inflate", "sax2", "scan"):
                contests.append((f"C limit, {mode}", ["floor/odsread", ods, mode], None))
        slow = []
        if shutil.which("soffice"):
            slow.append(("LibreOffice", ["sh", "write/lo.sh", ods, "out/lo", "csv"], None))
        else:
            missing.append("LibreOffice")
        table(f"{int(ROWS):,} rows of 10 columns read", contests, slow, scratch, missing)


def prepare(scratch):
    yardsticks = Path(os.environ.get("YARDSTICKS", HERE.parent.parent / "shared" / "yardsticks"))
    if not (yardsticks / "gen.py").exists():
        sys.exit(f"No yardsticks in {yardsticks}; set YARDSTICKS to their folder.")
    for part in ("write", "read", "floor"):
        shutil.copytree(yardsticks / part, scratch / part)
    shutil.copy(yardsticks / "gen.py", scratch)
    for folder in ("data", "out", "out/lo"):
        (scratch / folder).mkdir()
    ready = [yardsticks / "data" / f"sheet{ROWS}.{end}" for end in ("csv", "ods")]
    if all(file.exists() for file in ready):
        for file in ready:
            (scratch / "data" / file.name).symlink_to(file.resolve())
    elif has_module("numpy"):
        subprocess.run([PYTHON, "gen.py", "sheet", ROWS], cwd=scratch, check=True)
    else:
        sys.exit("The data are made by gen.py, which needs NumPy.")
    return scratch


def build():
    options = ["-c", "release", "--product", "sheet-benchmarks"]
    subprocess.run(["swift", "build", *options], cwd=HERE, check=True, stdout=sys.stderr)
    shown = subprocess.run(
        ["swift", "build", *options, "--show-bin-path"], cwd=HERE, check=True,
        capture_output=True, text=True)
    return str(Path(shown.stdout.strip()) / "sheet-benchmarks")


def compiled(scratch, name, libraries, missing):
    command = ["gcc", "-O3", "-march=native", "-w", "-o", name, f"{name}.c", *libraries]
    if shutil.which("gcc") and subprocess.run(
            command, cwd=scratch, stderr=subprocess.DEVNULL).returncode == 0:
        return True
    missing.append(f"what {name}.c needs (the C limits)")
    return False


def has_module(name):
    return subprocess.run(
        [PYTHON, "-c", f"import {name}"], stderr=subprocess.DEVNULL).returncode == 0


def table(title, contests, slow, scratch, missing):
    """A round runs each contestant once, so that a busy hour slows all of them."""
    runs, last = {}, {}
    for turn in range(ROUNDS):
        for name, command, _ in contests + (slow if turn == 0 else []):
            start = time.monotonic()
            process = subprocess.Popen(
                command, cwd=scratch, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            said = process.stdout.read().strip()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            last[name] = f"failed: {said[-200:]}" if process.returncode else said[-100:]
            runs.setdefault(name, []).append(
                (time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    print(f"\n{title} (whole process, median of {ROUNDS}, the slow ones once)\n")
    print("| | wall s | processor s | memory MiB | file MB | what it says |\n|---|---|---|---|---|---|")
    for name, _, target in contests + slow:
        wall, processor, memory = (statistics.median(column) for column in zip(*runs[name]))
        file = scratch / target if target else None
        size = f"{file.stat().st_size / 1e6:.1f}" if file and file.exists() else ""
        said = " ".join(last[name].split()).replace("|", "/")
        print(f"| {name} | {wall:.2f} | {processor:.2f} | {memory:.0f} | {size} | {said} |")
    if missing:
        print("\nLeft out, because they are not here: " + ", ".join(missing))
