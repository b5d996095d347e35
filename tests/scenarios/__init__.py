"""Many processes at one file, and processes that die."""
