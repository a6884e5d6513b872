"""`python -m brief` is the command `brief`."""

from .cli import main

main()
