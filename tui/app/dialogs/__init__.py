"""The dialogs over the desk, each a screen of its own; `tui.app.dialog_actions` opens them."""
