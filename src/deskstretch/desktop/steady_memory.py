"""Memory that does not creep up over weeks of windows opened and closed."""

from __future__ import annotations

import contextlib
import ctypes

_MMAP_THRESHOLD_PARAMETER = -3
_MMAP_THRESHOLD_BYTES = 128 * 1024


def give_back_large_blocks() -> None:
    """Have pictures of windows taken from the system, and given back to it, each by itself.

    glibc begins so, but once the first large block is freed it takes further ones from among the
    small ones, which then come to lie ever further apart. Elsewhere nothing happens.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD_PARAMETER, _MMAP_THRESHOLD_BYTES)
