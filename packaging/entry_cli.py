"""Start of the frozen command line; an installed package has the command `s2w` instead."""

import sys

from s2w_desktop.cli.main import main

sys.exit(main())
