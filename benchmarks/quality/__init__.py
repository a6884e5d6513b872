"""How good the chosen sentences are, beside the peers. `make quality`, or

python -m benchmarks.quality            the clusters of this repository
python -m benchmarks.quality FOLDER     DUC 2004 and Multi-News+ too; docs/quality.md says how to get them
"""

import os

# Before numpy is loaded: with one thread the CPU time is the work, not the waiting of threads for each other.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
