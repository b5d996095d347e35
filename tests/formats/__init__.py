"""What the readers and writers of files promise."""
