"""Finding, before anybody reads a page, the texts that its template names and no catalogue has."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, nodes

from shared.i18n import Catalogue


def unsaid(environment: Environment, folders: Sequence[Path], catalogue: Catalogue) -> Iterator[str]:
    """Name each text that a template asks for and does not get, or gives too few variables, and where.

    An id that is put together while the page is drawn (`"nav-" ~ code`) cannot be seen here.
    """
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            tree = environment.parse(path.read_text(encoding="utf-8"))
            for call in tree.find_all(nodes.Call):
                if isinstance(call.node, nodes.Name) and call.node.name == "t" and call.args:
                    yield from _faults_of(call, catalogue, f"{path.name}:{call.lineno}")


def _faults_of(call: nodes.Call, catalogue: Catalogue, where: str) -> Iterator[str]:
    given = {one.key for one in call.kwargs}
    for message_id in _constants(call.args[0]):
        if not catalogue.has(message_id):
            yield f"{where}: {message_id} is in no catalogue"
        elif call.dyn_kwargs is None and (missing := catalogue.variables(message_id) - given):
            yield f"{where}: {message_id} also needs {', '.join(sorted(missing))}"


def _constants(node: nodes.Node) -> Iterator[str]:
    """The ids that can be read off a call without running it; a conditional has two."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        for branch in (node.expr1, node.expr2):
            if branch is not None:
                yield from _constants(branch)
