"""The commands, a module for each group of them.

Every module offers `add_parser(subparsers)`, which adds its commands with their arguments, and
`run(arguments)`, which carries out `arguments.command` and gives the exit code: 0 done, 1 could
not, 2 wrong usage or bad input. What a command needs beyond argparse is imported when it runs, so
that `--help` and the quick ones stay quick. `parser` knows which module has which command.
"""
