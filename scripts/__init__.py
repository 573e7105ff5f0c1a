"""Programs around the dashboard that its users never run."""
