"""python -m services.meetings [--roles web,worker,relay,timers]."""

from services.meetings.app import build
from services.meetings.command_line import COMMANDS
from shared.command_line import main

raise SystemExit(main("meetings", build, COMMANDS))
