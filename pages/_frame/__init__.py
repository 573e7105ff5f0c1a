"""The frame around every page, and what pages share."""
