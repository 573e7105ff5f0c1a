"""The same figures as the dashboard's Ringkasan and SPIP, shown by others: what it is held to."""
