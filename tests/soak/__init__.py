"""Many viewers for minutes on end while everything around the dashboard fails in turns."""
