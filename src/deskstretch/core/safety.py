"""What everyone should read once, and find again whenever they like."""

from __future__ import annotations

from deskstretch.core.language import N_

SAFETY_WORDS = (
    N_("Move slowly and steadily, without jerking or bouncing."),
    N_("Go only as far as is comfortable."),
    N_("Stop at sharp pain, numbness or tingling."),
    N_("When pregnant or in pain, ask a health professional first."),
    N_("Stretching may feel good. It is neither a treatment nor a protection against anything."),
)
"""One sentence each, in the order of showing; translated where they are shown."""
