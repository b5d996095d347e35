"""What the glossary knows of Hangul, hanzi and their spelling, without any lexicon of its own."""
