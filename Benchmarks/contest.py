"""What the classes of benchmarks share: where the yardsticks lie, building, and the table."""
import os, shutil, statistics, subprocess, sys, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = os.environ.get("PYTHON", "python3")
ROUNDS = int(os.environ.get("ROUNDS", "3"))


def yardsticks():
    folder = Path(os.environ.get("YARDSTICKS", HERE.parent.parent / "shared" / "yardsticks"))
    if not (folder / "gen.py").exists():
        sys.exit(f"No yardsticks in {folder}; set YARDSTICKS to their folder.")
    if not has_module("numpy"):
        sys.exit("The data are made by gen.py, which needs NumPy.")
    return folder


def copy(parts, scratch):
    """Copies parts of the yardsticks, and makes the folders that their programs write to."""
    for part in parts:
        shutil.copytree(yardsticks() / part, scratch / part)
    shutil.copy(yardsticks() / "gen.py", scratch)
    for folder in ("data", "out"):
        (scratch / folder).mkdir(exist_ok=True)


def build(product):
    command = ["swift", "build", "-c", "release", "--product", product]
    subprocess.run(command, cwd=HERE, check=True, stdout=sys.stderr)
    shown = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=HERE, check=True,
        capture_output=True, text=True)
    return str(Path(shown.stdout.strip()) / product)


def compile_c(name, options, scratch, missing):
    """Compiles a limit of the yardsticks; what it needs and is not here makes it missing."""
    command = ["gcc", "-O3", "-march=native", "-w", "-o", f"floor/{name}", f"floor/{name}.c"]
    done = shutil.which("gcc") and subprocess.run(
        command + options, cwd=scratch, stderr=subprocess.DEVNULL).returncode == 0
    if not done:
        missing.append(f"what compiles floor/{name}.c (the C limits)")
    return done


def has_module(name):
    return subprocess.run(
        [PYTHON, "-c", f"import {name}"], stderr=subprocess.DEVNULL).returncode == 0


def say_missing(missing):
    if missing:
        print("\nLeft out, because they are not here: " + ", ".join(dict.fromkeys(missing)))


def table(title, contests, scratch, slow=()):
    """A round runs each contestant once, so that a busy hour slows all of them; the slow ones once.

    A contestant is a name and a command, and the file that it writes where its size is of interest.
    """
    runs, last = {}, {}
    for turn in range(ROUNDS):
        for name, command, *_ in [*contests, *(slow if turn == 0 else ())]:
            start = time.monotonic()
            process = subprocess.Popen(
                command, cwd=scratch, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            last[name] = process.stdout.read().strip()[-300:]
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            runs.setdefault(name, []).append(
                (time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
            if process.returncode:
                last[name] = f"failed: {last[name]}"
    once = ", the slow ones once" if slow else ""
    print(f"\n{title} (whole process, median of {ROUNDS}{once})\n")
    print("| | wall s | processor s | memory MiB | file MB | what it says |")
    print("|---|---|---|---|---|---|")
    for name, _, *target in [*contests, *slow]:
        wall, processor, memory = (statistics.median(column) for column in zip(*runs[name]))
        file = scratch / target[0] if target else None
        size = f"{file.stat().st_size / 1e6:.1f}" if file and file.exists() else ""
        says = last[name].replace("|", "/").replace("\n", "; ")
        print(f"| {name} | {wall:.3f} | {processor:.3f} | {memory:.0f} | {size} | {says} |", flush=True)
