"""Numbers in, Plotly figures out; one palette, one layout."""
