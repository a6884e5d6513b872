"""When it happened: words of time resolved to dates, and the timeline."""

from .timeline import timeline
from .when import resolve

__all__ = ["resolve", "timeline"]
