"""`python -m services.intake`: run the roles asked for, import a roster, or say the directory again."""

from services.intake.app import build
from services.intake.command_line import COMMANDS, OFFLINE
from shared.command_line import main

raise SystemExit(main("intake", build, COMMANDS, OFFLINE))
