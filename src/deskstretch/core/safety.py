"""What everyone should read once, and find again whenever they like."""

from __future__ import annotations

SAFETY_WORDS = (
    "Move slowly and steadily, without jerking or bouncing.",
    "Go only as far as is comfortable.",
    "Stop at sharp pain, numbness or tingling.",
    "When pregnant or in pain, ask a health professional first.",
    "Stretching may feel good. It is neither a treatment nor a protection against anything.",
)
"""One sentence each, in the order of showing."""
