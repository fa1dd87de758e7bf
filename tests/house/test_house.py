"""The house rules that a machine can hold: exports, errors, imports, sources."""

import ast
import importlib.util
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import geomap
from geomap import defaults, errors

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"folium", "pandas", "numpy", "shapely", "geopy", "jinja2", "requests", "branca", "sqlite3", "socket"}


def imported_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    script = f"{code}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_import_geomap_loads_nothing_heavy():
    assert not imported_after("import geomap") & HEAVY


def test_command_line_help_loads_nothing_heavy():
    loaded = imported_after("import geomap.cli")
    assert not loaded & {"folium", "pandas", "numpy", "shapely", "geopy", "jinja2", "requests", "branca"}


def test_exports_are_sorted_and_exist():
    assert list(geomap.__all__) == sorted(geomap.__all__)
    for name in geomap.__all__:
        assert getattr(geomap, name) is not None
    for name in ("check", "read", "locate", "find_places", "lookup", "Report", "Geocoder"):
        assert name in geomap.__all__


def test_error_tree_is_the_one_in_the_docstring():
    drawn = set(re.findall(r"[A-Z]\w*Error", errors.__doc__ or "")) - {"ValueError", "OSError", "ImportError"}
    real = {n for n, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.GeomapError)}
    assert drawn == real
    for name in real - {"GeomapError"}:
        builtins = [b for b in getattr(errors, name).__mro__ if b in (ValueError, OSError, ImportError)]
        assert builtins, f"{name} has no builtin base"


def all_rules():
    return list(defaults.rules())


def test_rules_have_one_id_each_and_a_text():
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))
    for rule in all_rules():
        assert re.fullmatch(r"[a-z_]+\.[a-z0-9-]+", rule.id), rule.id
        assert len(rule.text) > 20, rule.id


def test_every_tolerance_says_why_and_whence():
    seen = [tolerance for rule in all_rules() for tolerance in rule.tolerances]
    assert seen
    for tolerance in seen:
        assert tolerance.reason.strip(), tolerance.name
        assert tolerance.source.strip(), tolerance.name


def test_readme_names_every_command():
    from typer.main import get_command

    from geomap.cli import app

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in get_command(app).commands:
        assert f"geomap {name}" in readme, name


def test_readme_and_ci_share_their_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "pip install . && geomap map seeds -o map.html" in readme
    assert "pip install '.[test]' && python -m pytest" in readme
    assert "geomap map seeds -o" in ci
    assert "python -m pytest" in ci


@pytest.mark.parametrize("folder", ["geomap", "scripts", "benchmarks", "examples", "data", ".ci"])
def test_no_path_of_a_machine_is_named(folder):
    pattern = re.compile(rb"(?<![\w.])/(?:work|farm|root|home)/|pip\.conf|--index" rb"-url")
    files = subprocess.run(["git", "ls-files", "-z", folder], capture_output=True, cwd=ROOT, check=False)
    if files.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, files.stdout.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and path.stat().st_size < 3_000_000:
            found = pattern.search(path.read_bytes())
            assert not found, f"{name}: {found.group(0)!r}" if found else ""


def test_no_file_is_too_large_for_a_repository():
    files = subprocess.run(["git", "ls-files", "-z"], capture_output=True, cwd=ROOT, check=False)
    if files.returncode:
        pytest.skip("not a git checkout")
    sizes = {
        name: (ROOT / name).stat().st_size for name in files.stdout.decode().split("\0") if (ROOT / name).is_file()
    }
    assert not {name: size for name, size in sizes.items() if size > 5_000_000}


def test_modules_stay_small():
    for path in sorted((ROOT / "geomap").rglob("*.py")):
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 300, f"{path.relative_to(ROOT)} has {lines} lines"


def test_functions_stay_short():
    for path in sorted((ROOT / "geomap").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                assert lines <= 60, f"{path.relative_to(ROOT)}: {node.name} has {lines} lines"


def test_layout_lists_every_module():
    spec = importlib.util.spec_from_file_location("list_modules", ROOT / "scripts" / "list_modules.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    modules = {path for path in (ROOT / "geomap").rglob("*.py") if not script.purpose(path)}
    assert not modules, "modules without a docstring"
    listed = script.LAYOUT.read_text(encoding="utf-8").partition(script.HEAD)
    assert listed[1] + listed[2] == script.module_list(), "run: python scripts/list_modules.py"
