"""Bytes to articles: files, folders, globs and standard input."""

from .sources import Reading, collect, read

__all__ = ["Reading", "collect", "read"]
