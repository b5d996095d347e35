"""Files that hold glossaries: one reader and one writer for each form."""
