"""Similarity and the indexes that make it fast; no storage, no language rules."""
