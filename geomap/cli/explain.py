"""`geomap explain`: what a rule says, or how one claim came to its verdict."""

from __future__ import annotations

import difflib
import textwrap
from typing import Annotated

import typer

from geomap import defaults, layout
from geomap.cli import export, terminal
from geomap.errors import UsageError
from geomap.records import Report, Rule, Verdict

EXAMPLES = terminal.examples("geomap explain", "geomap explain distance.as-route", "geomap explain report.json#c1")


def explain(
    what: Annotated[
        str | None, typer.Argument(metavar="RULE | REPORT.json#CLAIM_ID", help="A rule's id, or a claim of a report.")
    ] = None,
) -> None:
    """Tell a rule in words, with its tolerances and who says so, or how a claim came to its verdict.

    Without an argument, all rules.
    """
    if what is None:
        terminal.emit("\n".join(tell_rule(rule) for rule in all_rules().values()))
    elif "#" in what:
        path, _, claim_id = what.rpartition("#")
        terminal.emit(tell_claim(export.read_report(path), claim_id))
    else:
        terminal.emit(tell_rule(find_rule(what)))


def all_rules() -> dict[str, Rule]:
    """Every rule of every checker and account, by id."""
    return {rule.id: rule for rule in sorted(defaults.rules(), key=lambda rule: rule.id)}


def find_rule(rule_id: str) -> Rule:
    """The rule of this id; a near miss is answered with the nearest ids."""
    rules = all_rules()
    if rule_id in rules:
        return rules[rule_id]
    near = difflib.get_close_matches(rule_id, rules, n=3, cutoff=0.4) or [r for r in rules if rule_id in r][:3]
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise UsageError(f"no rule {rule_id!r}{hint} All rules: geomap explain")


def tell_rule(rule: Rule) -> str:
    """A rule as text."""
    lines = [f"{rule.id}  ({rule.kind})", _wrapped(rule.text, "  ")]
    for tolerance in rule.tolerances:
        lines.append(_wrapped(f"{tolerance.name}: {tolerance.value:g} {tolerance.unit}".rstrip(), "    "))
        lines.append(_wrapped(tolerance.reason, "      "))
        lines.append(_wrapped(f"Source: {tolerance.source}", "      "))
    return "\n".join(lines) + "\n"


def tell_claim(report: Report, claim_id: str) -> str:
    """A claim with its quote, verdict, reason, measures and the rule behind it; also a comparison."""
    for verdict in report.verdicts:
        if verdict.claim.id == claim_id:
            return _tell_verdict(verdict)
    for comparison in report.comparisons:
        if comparison.id == claim_id:
            lines = [f"{comparison.id}  {comparison.kind}: {comparison.outcome}", _wrapped(comparison.why, "  ")]
            quotes = [v.claim for v in report.verdicts if v.claim.id in comparison.claims]
            lines += [_wrapped(f"{claim.id} “{claim.quote}”", "    ") for claim in quotes]
            return "\n".join(lines) + "\n"
    ids = [verdict.claim.id for verdict in report.verdicts]
    known = f"claims {ids[0]} to {ids[-1]}" if ids else "no claims"
    raise UsageError(f"no claim {claim_id!r} in this report, which has {known}")


def _tell_verdict(verdict: Verdict) -> str:
    claim = verdict.claim
    lines = [
        f"{claim.id}  {claim.kind}: {verdict.outcome}",
        _wrapped(f"“{claim.quote}”", "  "),
        _wrapped(verdict.why, "  "),
    ]
    lines += [f"    {name}: {value:g}" for name, value in verdict.measured.items()]
    lines += [_wrapped(f"Source: {source.name} {source.version}".rstrip(), "    ") for source in verdict.sources]
    rule = all_rules().get(verdict.rule)
    lines += ["", tell_rule(rule).rstrip() if rule is not None else f"rule {verdict.rule}"]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, indent: str) -> str:
    room = min(terminal.width(), 100)
    return textwrap.fill(layout.one_line(text), width=room, initial_indent=indent, subsequent_indent=indent)
