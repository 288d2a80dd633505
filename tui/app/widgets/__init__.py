"""The widgets that the desk and the dialogs are built of; none of them knows either."""
