from services.notify.app import build
from shared.command_line import main

raise SystemExit(main("notify", build))
