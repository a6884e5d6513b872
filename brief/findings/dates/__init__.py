"""When it happened: words of time resolved to dates, and the timeline."""

from .reading import Dates
from .timeline import timeline

__all__ = ["Dates", "timeline"]
