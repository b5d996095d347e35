"""Changes of spelling and terms, reviewed one by one before any is made."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from glossary.model import APPLY, FLAG, Respelling
from tui.screens.page import Bench, Dialog
from tui.voice import say, variety_name
from tui.widgets.shown import one_line, shown

_AROUND = 12  # characters on either side


class Review(Dialog[tuple[Respelling, ...] | None]):
    """The accepted changes come back. Those that are sure begin accepted; a flag only warns."""

    def __init__(self, bench: Bench, text: str, edits: Sequence[Respelling], to: str) -> None:
        super().__init__(bench)
        self._text, self._edits, self._to = text, edits, to
        self._accepted = [each.band == APPLY for each in edits]

    def compose(self) -> ComposeResult:
        """A line for each change, two buttons."""
        with Vertical(classes="dialog large"):
            title = say("tui-review", variety=variety_name(self._to))
            yield Static(Content.styled(title, "bold"), classes="title")
            yield OptionList(id="edits")
            yield Static(id="counted")
            with Horizontal(classes="buttons"):
                yield Button(Content(say("tui-apply")), id="apply", variant="primary")
                yield Button(Content(say("tui-all")), id="all")
                yield Button(Content(say("tui-none")), id="none")

    def on_mount(self) -> None:
        """The first change is ready."""
        options = self.query_one(OptionList)
        options.add_options([Option(self._line(at)) for at in range(len(self._edits))])
        options.highlighted = 0
        options.focus()
        self._count()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click accepts the change, or no longer."""
        self._put(event.option_index, not self._accepted[event.option_index])
        self._count()

    def on_key(self, event: object) -> None:
        """Space does the same."""
        options = self.query_one(OptionList)
        if getattr(event, "key", "") == "space" and options.has_focus:
            options.action_select()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Make the accepted changes, or accept all, or none."""
        if event.button.id == "apply":
            chosen = zip(self._edits, self._accepted, strict=True)
            made = (each if accepted else each.untaken() for each, accepted in chosen)
            self.dismiss(tuple(each for each in made if each is not None))
            return
        for at in range(len(self._edits)):
            self._put(at, event.button.id == "all")
        self._count()

    def _put(self, at: int, accepted: bool) -> None:
        self._accepted[at] = accepted and self._edits[at].band != FLAG
        self.query_one(OptionList).replace_option_prompt_at_index(at, self._line(at))

    def _count(self) -> None:
        said = say("tui-accepted", count=sum(self._accepted), whole=len(self._edits))
        self.query_one("#counted", Static).update(Content(said))

    def _line(self, at: int) -> Content:
        each = self._edits[at]
        sign = "!" if each.band == FLAG else "x" if self._accepted[at] else " "
        before = _beside(self._text[max(each.start - _AROUND, 0) : each.start])
        after = _beside(self._text[each.end : each.end + _AROUND])
        if each.band == FLAG:
            change = one_line(each.before, "underline")
        elif each.before:
            change = one_line(each.before, "strike").append(" → ").append(shown(each.after, "bold"))
        else:  # a space is put in
            change = Content.styled("␣", "bold")
        why = f"  {say(f'band-{each.band}')}: {say(f'respelling-{each.reason}')}"
        head = Content(f"[{sign}] ").append(before).append(change).append(after)
        return head.append(Content.styled(why, "dim"))


def _beside(text: str) -> Content:
    """What stands beside a change, in one line, its spaces kept."""
    return shown(text.replace("\n", " "), "dim")
