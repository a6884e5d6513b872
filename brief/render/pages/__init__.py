"""HTML and PDF, drawn from templates."""
