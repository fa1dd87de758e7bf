"""Standing options from `geomap.toml`, found in the working folder or above it."""

from __future__ import annotations

import difflib
import os
import tomllib
from pathlib import Path
from typing import Any

from geomap.errors import UsageError

NAME = "geomap.toml"


def find_file(start: Path) -> Path | None:
    """The nearest `geomap.toml` from a folder upwards; `GEOMAP_CONFIG` names another, or none if empty."""
    if (named := os.environ.get("GEOMAP_CONFIG")) is not None:
        return Path(named) if named else None
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def read_defaults(command: Any) -> dict[str, Any]:
    """Defaults for every command, as its parser wants them.

    Keys at the top hold for each command that knows the option (`date`, `outlet`, `fail-on`, …); a table named after
    a command holds for it alone; the table `resolve` maps names to place ids.
    """
    path = find_file(Path.cwd())
    if path is None:
        return {}
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    return _by_command(path, content, _options(command))


def _options(command: Any) -> dict[str, set[str]]:
    return {
        name: {p.name for p in sub.params if p.param_type_name == "option" and p.name not in ("help", "output")}
        for name, sub in command.commands.items()
    }


def _by_command(path: Path, content: dict[str, Any], known: dict[str, set[str]]) -> dict[str, Any]:
    general = {key: value for key, value in content.items() if key not in known or not isinstance(value, dict)}
    everything = set().union(*known.values())
    defaults: dict[str, Any] = {}
    for key in general:
        _require_known(path, key, everything)
    for name, options in known.items():
        own = content.get(name, {})
        for key in own if isinstance(own, dict) else ():
            _require_known(path, key, options, section=name)
        merged = {**general, **(own if isinstance(own, dict) else {})}
        defaults[name] = {_parameter(key): _value(value) for key, value in merged.items() if _parameter(key) in options}
    return defaults


def _require_known(path: Path, key: str, options: set[str], *, section: str = "") -> None:
    if _parameter(key) in options:
        return
    near = difflib.get_close_matches(_parameter(key), sorted(options), n=1)
    hint = f"; did you mean {near[0].replace('_', '-')!r}?" if near else ""
    raise UsageError(f"{path}: no option {key!r}{f' in [{section}]' if section else ''}{hint}")


def _parameter(key: str) -> str:
    name = key.replace("-", "_")
    return {"format": "format_"}.get(name, name)


def _value(value: Any) -> Any:
    """`[resolve]` as NAME=ID pairs; dates and numbers as the command line would have them."""
    if isinstance(value, dict):
        return [f"{name}={place}" for name, place in value.items()]
    if isinstance(value, (bool, list)):
        return value
    return str(value)
