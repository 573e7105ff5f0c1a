"""Every Indonesian word the reader of a screen, an export or the command line sees."""
