"""The index of packed letters."""
