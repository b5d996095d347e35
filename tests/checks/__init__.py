"""Tests of the checks of a translation."""
