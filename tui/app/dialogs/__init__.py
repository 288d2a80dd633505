"""The dialogs over the desk, each a screen of its own; `tui.app.actions.dialogs` opens them."""
