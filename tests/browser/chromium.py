"""The Chromium that the tests bring with them: from npm, with its own libraries and fonts, without apt."""

import os
import subprocess
from pathlib import Path

from deploy.local.failures import CannotRunError
from deploy.local.tools import Tools, once, prepare

# Everything it has, into TMPDIR: `inflate` knows no other place.
_UNPACK = """
import {{ inflate }} from {library};
for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'])
  await inflate({packed} + '/' + name);
"""

# Theirs names folders of a lambda; ours lies beside the fonts.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
"""


class Chromium:
    """Where the unpacked browser is and how it is started; unpacked once, into the cache (4 s)."""

    ARGUMENTS = (
        "--no-sandbox",
        "--headless=shell",
        "--font-render-hinting=none",
        "--force-color-profile=srgb",
    )

    def __init__(self, tools: Tools) -> None:
        package = tools.node_modules / "@sparticuz" / "chromium"
        lock = (package / "package.json").read_bytes()
        self.folder = once("chromium", lock, lambda into: _unpack(tools.node, package, into))
        self.program = self.folder / "chromium"
        self.axe = tools.node_modules / "axe-core" / "axe.min.js"

    @property
    def environment(self) -> dict[str, str | float | bool]:
        """What it needs to find its own libraries and fonts on a machine that has none."""
        return {
            "PATH": os.defpath,
            "HOME": os.fspath(Path.home()),
            # As a Norwegian reader has it: date fields go by this.
            "LANG": "nb_NO.UTF-8",
            "LANGUAGE": "nb",
            "LD_LIBRARY_PATH": os.fspath(self.folder / "al2023" / "lib"),
            "FONTCONFIG_FILE": os.fspath(self.folder / "fonts" / "fonts.conf"),
        }


def chromium() -> Chromium:
    """The browser, fetched and unpacked if this machine has not had it before."""
    return Chromium(prepare())


def _unpack(node: Path, package: Path, into: Path) -> None:
    program = _UNPACK.format(
        library=repr(os.fspath(package / "build" / "lambdafs.js")), packed=repr(os.fspath(package / "bin"))
    )
    done = subprocess.run(
        [node, "--input-type=module", "--eval", program],
        env={"PATH": os.defpath, "TMPDIR": os.fspath(into)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotRunError(f"The browser could not be unpacked: {done.stderr.strip()[-200:]}")
    (into / "fonts" / "fonts.conf").write_text(_FONTS)
    # The cache may be one that root filled for others.
    (into / "chromium").chmod(0o755)
