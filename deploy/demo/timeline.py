"""What is written while the story plays: for people who do not program."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from deploy.demo.proof import Proved

_WIDTH = 118
_WHO = 26


class Timeline:
    """Step by step: who, what happened, and after how many seconds."""

    def __init__(self, console: Console | None = None) -> None:
        self.out = console or Console(highlight=False, soft_wrap=False)
        if not self.out.is_terminal:
            self.out.width = _WIDTH
        self._began = time.monotonic()

    def say(self, line: str) -> None:
        """Something about the machine rather than the story."""
        self._row("", f"[dim]{escape(line)}[/]")

    def step(self, title: str, when: str) -> None:
        self.out.print()
        self.out.print(f"[bold]{escape(title)}[/]   [dim]{escape(when)}[/]")

    def happened(self, who: str, what: str) -> None:
        self._row(f"[cyan]{escape(who)}[/]", escape(what))

    def proved(self, proved: Proved) -> None:
        took = f" [dim](waited {proved.seconds:.1f} s)[/]" if proved.seconds >= 0.1 else ""  # noqa: PLR2004
        self._row("[green]seen from outside[/]", f"{escape(proved.sentence)}{took}")

    def failed(self, message: str, logs: str) -> None:
        self.out.print()
        self.out.print(f"[bold red]It did not hold:[/] {escape(message)}")
        self.out.print(f"The services' logs: {logs}", soft_wrap=True)

    def ends(self, proofs: Sequence[Proved], kept: Path) -> None:
        """List everything that was proved and where to look."""
        self.out.print()
        self.out.print("[bold]What was proved, and where to look[/]")
        before = ""
        for one in proofs:
            if one.step != before:
                self.out.print(f"\n[bold]{escape(one.step)}[/]")
                before = one.step
            row = Table.grid(padding=(0, 1), expand=True)
            row.add_column(width=1)
            row.add_column(ratio=3)
            row.add_column(ratio=2, style="dim")
            row.add_row("[green]✓[/]", escape(one.sentence), escape(one.look))
            self.out.print(row)
        self.out.print(f"\nKafka is kept in {kept}/events.jsonl, the mails in {kept}/mail", soft_wrap=True)

    def total(self, line: str) -> None:
        self.out.print()
        self.out.print(f"[bold green]{escape(line)}[/]")

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began

    def _row(self, who: str, what: str) -> None:
        row = Table.grid(padding=(0, 1), expand=True)
        row.add_column(width=7, justify="right")
        row.add_column(width=_WHO, no_wrap=True, overflow="ellipsis")
        row.add_column(ratio=1)
        row.add_row(f"[dim]{self.seconds:5.1f} s[/]", who, what)
        self.out.print(row)
