"""The command `leadrules`."""

import signal
import sys

from ._leadrules import run


def main() -> int:
    """Runs the command with the arguments of this process, and returns its exit code."""
    # Ctrl-C is the program's, which does not come back to Python before it ends.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(["leadrules", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
