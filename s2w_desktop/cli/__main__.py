"""`python -m s2w_desktop.cli` is `s2w`."""

import sys

from s2w_desktop.cli.main import main

sys.exit(main())
