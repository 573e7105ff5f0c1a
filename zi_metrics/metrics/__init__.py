"""Tables in, figures out: one function per figure, for every screen, export and answer."""
