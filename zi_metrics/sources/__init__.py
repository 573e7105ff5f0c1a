"""Where tables come from; the only package that knows files, folders and networks."""
