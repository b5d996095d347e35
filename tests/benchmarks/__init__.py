"""Measurements, as ratios within one run; they never decide whether a change is good."""
