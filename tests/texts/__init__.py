"""What the sentences people read promise."""
