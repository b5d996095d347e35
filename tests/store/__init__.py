"""The glossary file: what it promises, whatever happens to it."""
