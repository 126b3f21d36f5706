"""Start of the frozen window program; an installed package has the command `s2w-desktop` instead."""

import sys

from s2w_desktop.__main__ import main

sys.exit(main())
