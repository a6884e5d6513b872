"""One thread for matrix products."""

from __future__ import annotations

from contextlib import AbstractContextManager


def one_thread() -> AbstractContextManager[object]:
    """Return a context in which NumPy multiplies matrices on the calling thread alone.

    OpenBLAS splits a product of 50 articles over all cores and lets them spin until the last is done. On an idle machine
    that gains nothing at these sizes; on a busy one, or in a container with fewer cores than its machine, the product of
    1.3 ms took 300 to 700 ms. It also keeps sums in one order whatever the number of cores.
    """
    from threadpoolctl import threadpool_limits  # 4 ms, and it asks which libraries are loaded: only when needed

    limited: AbstractContextManager[object] = threadpool_limits(limits=1, user_api="blas")
    return limited
