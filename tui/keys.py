"""The one table of keys: bindings, footer, help, palette and docs/workbench.md are made from it.

No action needs a bare letter: with Hangul switched on, `a` arrives as ㅁ. A preset gives some
actions the keys of another program, and those that a terminal can send in their stead: few send
Ctrl with Enter or a digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from textual.binding import BindingsMap

EVERYWHERE, LOOK_UP, FORM, MEMORY, TEXT, HISTORY = PLACES = (
    "everywhere",
    "look-up",
    "form",
    "memory",
    "text",
    "history",
)
"""Where a key works: on any screen, or on one."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or several, for an action; `name` is what it is called in presets and sentences.

    `over` says that it goes before what the field with the cursor does with the key; `brief`
    says that the footer has a shorter name for it. `sent` are other names under which a terminal
    sends these keys; nobody reads them.
    """

    name: str
    place: str
    action: str
    keys: tuple[str, ...]
    footer: bool = False
    over: bool = False
    brief: bool = False
    sent: tuple[str, ...] = ()


# Alt with a digit: terminals without the newer protocols send ESC and the digit, which Textual
# reads as the signs ¡ ™ £ ¢ ∞ § ¶ • ª, and a Mac's Option key sends these signs themselves. So none
# of them can be typed on the memory page; who needs a § or a ¶ there pastes it.
_ALT_DIGITS = (
    "inverted_exclamation_mark",
    "trade_mark_sign",
    "pound_sign",
    "cent_sign",
    "infinity",
    "section_sign",
    "pilcrow_sign",
    "bullet",
    "ª",
)

_INSERTS = tuple(
    Key(
        f"insert-{number}", MEMORY, f"insert({number})", (f"alt+{number}",), over=True, sent=(sign,)
    )
    for number, sign in enumerate(_ALT_DIGITS, 1)
)

KEYS = (
    Key("help", EVERYWHERE, "app.guide", ("f1",), footer=True, over=True),
    Key("look-up", EVERYWHERE, "app.show('look_up')", ("f2",), footer=True, over=True, brief=True),
    Key("text", EVERYWHERE, "app.show('text')", ("f3",), footer=True, over=True),
    Key("memory", EVERYWHERE, "app.show('memory')", ("f4",), footer=True, over=True),
    Key("history", EVERYWHERE, "app.show('history')", ("f8",), over=True),
    Key("files", EVERYWHERE, "app.files", ("f9",), footer=True, over=True),
    Key("add", EVERYWHERE, "app.add", ("ctrl+n",), footer=True, over=True),
    Key("undo", EVERYWHERE, "app.undo", ("ctrl+z",)),
    Key("redo", EVERYWHERE, "app.redo", ("ctrl+y",)),
    Key("palette", EVERYWHERE, "app.command_palette", ("ctrl+p",), over=True),
    Key("quit", EVERYWHERE, "app.quit", ("ctrl+q",), over=True),
    Key("copy-1", LOOK_UP, "copy(0)", ("f5",), footer=True, over=True, brief=True),
    Key("copy-2", LOOK_UP, "copy(1)", ("f6",), footer=True, over=True, brief=True),
    Key("copy-3", LOOK_UP, "copy(2)", ("f7",), footer=True, over=True, brief=True),
    Key("edit", LOOK_UP, "edit", ("enter", "f10"), footer=True),
    Key("delete", LOOK_UP, "delete", ("shift+delete", "ctrl+delete"), over=True),
    Key("merge", LOOK_UP, "merge", ("ctrl+g",), over=True),
    Key("of-concept", LOOK_UP, "of_concept", ("shift+f8", "f20"), over=True),
    Key("filter", LOOK_UP, "filter", ("ctrl+t",), over=True),
    Key("searches", LOOK_UP, "searches", ("ctrl+r",), over=True),
    Key("up", LOOK_UP, "move('up')", ("up",)),
    Key("down", LOOK_UP, "move('down')", ("down",)),
    Key("page-up", LOOK_UP, "move('page_up')", ("pageup",)),
    Key("page-down", LOOK_UP, "move('page_down')", ("pagedown",)),
    Key("first", LOOK_UP, "move('first')", ("ctrl+home",), over=True),
    Key("last", LOOK_UP, "move('last')", ("ctrl+end",), over=True),
    Key("search-line", LOOK_UP, "search_line", ("escape",)),
    Key("save", FORM, "save", ("ctrl+s", "ctrl+j"), footer=True, over=True),
    Key("take", FORM, "take", ("f5",), footer=True, over=True),
    Key("leave", FORM, "leave", ("escape",), footer=True),
    Key("concordance", MEMORY, "concordance", ("ctrl+k",), footer=True, over=True, brief=True),
    *_INSERTS,
    Key("copy-target", MEMORY, "copy_target", ("f5",), footer=True, over=True, brief=True),
    Key("swap", MEMORY, "swap", ("f6",), footer=True, over=True, brief=True),
    Key("into", MEMORY, "into", ("f7",), over=True),
    Key("confirm", MEMORY, "confirm", ("ctrl+j", "ctrl+enter"), footer=True, over=True),
    Key("open", TEXT, "open", ("ctrl+o",), footer=True, over=True, brief=True),
    Key("next-term", TEXT, "term(1)", ("f5",), footer=True, over=True, brief=True),
    Key("previous-term", TEXT, "term(-1)", ("f6",), footer=True, over=True, brief=True),
    Key("convert", TEXT, "convert", ("f7",), footer=True, over=True, brief=True),
    Key("undo-batch", HISTORY, "undo_batch", ("enter",), footer=True),
)

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "malmoi": {},
    "memoq": {
        "concordance": ("ctrl+k",),
        "add": ("ctrl+e", "ctrl+n"),
        "confirm": ("ctrl+enter", "ctrl+j"),
        **{f"insert-{each}": (f"ctrl+{each}", f"alt+{each}") for each in range(1, 10)},
    },
    "trados": {
        "text": ("shift+f3", "f15"),
        "concordance": ("f3",),
        "add": ("ctrl+f2", "ctrl+n"),
        "confirm": ("ctrl+enter", "ctrl+j"),
        **{f"insert-{each}": (f"ctrl+{each}", f"alt+{each}") for each in range(1, 10)},
    },
    "omegat": {
        "concordance": ("ctrl+f",),
        "add": ("ctrl+shift+g", "ctrl+n"),
        "confirm": ("enter", "ctrl+j"),
        **{f"insert-{each}": (f"ctrl+{each}", f"alt+{each}") for each in range(1, 10)},
    },
}
"""What other programs have: a preset's keys by the name of the action."""

USUAL = "malmoi"
_SHOWN = {"pageup": "PgUp", "pagedown": "PgDn", "escape": "Esc", "delete": "Del"}


def keys(preset: str = USUAL) -> Iterator[Key]:
    """The table with a preset's keys; an unknown preset is the usual one."""
    own = PRESETS.get(preset, {})
    for key in KEYS:
        yield replace(key, keys=own.get(key.name, key.keys))


def shown(key: str) -> str:
    """A key as people write it.

    >>> shown("ctrl+shift+g"), shown("f5"), shown("escape")
    ('Ctrl+Shift+G', 'F5', 'Esc')
    """
    return "+".join(_SHOWN.get(part, part.capitalize()) for part in key.split("+"))


def _in_footer(key: str) -> str:
    return shown(key).replace("Ctrl+", "^")


def bindings(place: str, preset: str, say: Callable[[str], str]) -> BindingsMap:
    """The bindings of one place, each described in the language spoken."""
    found = BindingsMap()
    for key in keys(preset):
        if key.place == place:
            first, *others = *key.keys, *key.sent
            said = say(f"tui-brief-{key.name}" if key.brief else f"tui-key-{key.name}")
            found.bind(first, key.action, said, key.footer, _in_footer(first), key.over)
            if others:
                found.bind(",".join(others), key.action, said, False, None, key.over)
    return found
