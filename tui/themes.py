"""The workbench's looks: two light, two dark, one of high contrast.

What a colour says is said by bold, underline, reverse or a word too, so that all of it is there
without colour.
"""

from __future__ import annotations

from textual.theme import Theme

USUAL = "malmoi-dark"

THEMES = (
    Theme(
        name="malmoi-light",
        primary="#2f5d8a",
        secondary="#6a5d9e",
        accent="#b3541e",
        warning="#8a6100",
        error="#b3261e",
        success="#2e6b34",
        foreground="#1f2328",
        background="#fbfaf7",
        surface="#f2f0ea",
        panel="#e6e3da",
        dark=False,
    ),
    Theme(
        name="malmoi-paper",
        primary="#6b4f2a",
        secondary="#556b2f",
        accent="#8b2f2f",
        warning="#8a6100",
        error="#9b1c1c",
        success="#3f6212",
        foreground="#2b2118",
        background="#f6efdf",
        surface="#ede4cf",
        panel="#e2d6bb",
        dark=False,
    ),
    Theme(
        name=USUAL,
        primary="#7aa2d6",
        secondary="#a79bd8",
        accent="#e0a458",
        warning="#e0b050",
        error="#ef7b73",
        success="#86c28b",
        foreground="#dde1e6",
        background="#15181c",
        surface="#1d2127",
        panel="#282d35",
        dark=True,
    ),
    Theme(
        name="malmoi-ink",
        primary="#c9a86a",
        secondary="#8fb0a9",
        accent="#d98c5f",
        warning="#d8b25c",
        error="#e08a82",
        success="#9bbf86",
        foreground="#e6dfd0",
        background="#1c1814",
        surface="#26211b",
        panel="#332c24",
        dark=True,
    ),
    Theme(
        name="malmoi-contrast",
        primary="#ffff00",
        secondary="#00ffff",
        accent="#ffff00",
        warning="#ffd000",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        dark=True,
    ),
)
NAMES = tuple(theme.name for theme in THEMES)
