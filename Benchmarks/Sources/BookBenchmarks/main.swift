import Foundation

let usage = """
  book-benchmarks load FILE FOLDER    reads a file of the books into a new store in the folder
  book-benchmarks again FILE FOLDER   the same where the store is there already
  book-benchmarks read FILE           reads it and keeps nothing
  book-benchmarks solve PREFIX        the multiplier over a matrix that solve/leontief.py wrote

  """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("load", 3): try Loading(arguments[1], arguments[2]).run(isNew: true)
case ("again", 3): try Loading(arguments[1], arguments[2]).run(isNew: false)
case ("read", 2): try read(arguments[1])
case ("solve", 2): try solve(arguments[1])
default:
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
