"""Figures in, files and texts out."""
