"""Word documents and source lists for reference managers."""
