"""Newsletters, messages and feeds."""
