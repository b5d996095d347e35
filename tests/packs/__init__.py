"""What the glossaries that ship with the project promise."""
