"""What a table is: its columns, its words, what can be wrong in it; and a snapshot of all five."""
