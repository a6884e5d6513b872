"""How good the chosen sentences are, beside the peers. `make quality`, or

python -m benchmarks.quality            the clusters of this repository
python -m benchmarks.quality FOLDER     DUC 2004 and Multi-News+ too; docs/quality.md says how to get them
"""
