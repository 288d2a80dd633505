"""`python -m tui` is `factdesk`."""

from tui.cli import main

raise SystemExit(main())
