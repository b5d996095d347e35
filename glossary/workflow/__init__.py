"""What people do with a glossary, for every front end alike."""
