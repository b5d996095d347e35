"""What may be wrong with a translated segment: one function a check, all in one list."""
