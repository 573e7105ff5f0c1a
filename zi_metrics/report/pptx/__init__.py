"""The deck as a PowerPoint file: one module per kind of thing that stands on a slide."""
