"""The printed pack: what stands on paper, block by block, and how it is set."""
