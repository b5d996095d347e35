"""Every sentence people read, one table per language, by code."""
