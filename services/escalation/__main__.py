"""`python -m services.escalation [--roles web,worker,relay,timers]`."""

from services.escalation.app import build
from shared.command_line import main

raise SystemExit(main("escalation", build))
