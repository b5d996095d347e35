"""The workbench, as a person at a keyboard sees it."""
