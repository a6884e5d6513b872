"""How well the built-in theme sets tell what a text is about, measured on labelled public text."""
