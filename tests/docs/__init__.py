"""What the documentation shows, checked against the program, and the pages made from it."""
