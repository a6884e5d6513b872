"""What is counted: numbers in running text, key figures, reports whose numbers differ, and denials."""

from .denials import denials
from .differences import differences
from .figures import figures, grouped
from .mentions import mentions
from .windows import Windows

__all__ = ["Windows", "denials", "differences", "figures", "grouped", "mentions"]
