"""The command line: one module for each command."""


def main() -> None:
    """Run the command line."""
    raise NotImplementedError
