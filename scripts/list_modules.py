"""Writes the list of modules at the end of docs/layout.md: each with the first line of its docstring.

Run it after a module was added, renamed or given another purpose; a test compares the list with the tree.
"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LAYOUT = ROOT / "docs" / "layout.md"
HEAD = "## Every module\n"


def purpose(path: Path) -> str:
    """The first line of a module's docstring, without the full stop."""
    lines = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()
    return lines[0].removesuffix(".") if lines else ""


def module_list() -> str:
    """The section of docs/layout.md, folder after folder, by the first line of each module's docstring."""
    out = [HEAD]
    package = ROOT / "geomap"
    for folder in sorted({path.parent for path in package.rglob("*.py")}):
        about = purpose(folder / "__init__.py") if (folder / "__init__.py").exists() else ""
        out.append(f"**{folder.relative_to(ROOT).as_posix()}/**: {about}\n")
        modules = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
        out.extend(f"- `{path.name}`: {purpose(path)}" for path in modules)
        if modules:
            out.append("")
    return "\n".join(out).rstrip() + "\n"


def main() -> None:
    """Put the list in place of the one that stands there."""
    kept = LAYOUT.read_text(encoding="utf-8").partition(HEAD)[0].rstrip()
    LAYOUT.write_text(f"{kept}\n\n{module_list()}", encoding="utf-8")


if __name__ == "__main__":
    main()
