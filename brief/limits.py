"""A bound on the memory of a child process. A leaf."""

from __future__ import annotations

import contextlib


def limit_memory(size: int) -> None:
    """Let this process die at `size` bytes of address space rather than the machine.

    Windows has no such limit and macOS refuses it; there only the time limits hold.
    """
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
