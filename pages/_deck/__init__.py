"""The deck on screen: which slide, its HTML, its keys, its footer."""
