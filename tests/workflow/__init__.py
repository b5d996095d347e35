"""What the work with whole glossaries promises."""
