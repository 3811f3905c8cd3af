"""What argparse itself says, in the language spoken.

argparse looks every text of its own up by the `_` and `ngettext` of its module. Those are gettext's
and know nothing of our languages; ours take their place. A text that another version of Python
words differently stays English.
"""

from __future__ import annotations

import argparse

from deskstretch.core.language import N_, _, ngettext

# Translators: leave what begins with % as it is; it may stand elsewhere in the sentence.
WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
)


def speak_for_argparse() -> None:
    """Let argparse ask us for its words from now on."""
    vars(argparse).update(_=_, ngettext=ngettext)
