"""What a reader is shown, worked out from a briefing before anything is drawn."""
