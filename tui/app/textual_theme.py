"""Converts a theme to a Textual theme, with variables for the style sheet."""

from textual.theme import Theme as TextualTheme

from tui.theme import ANSI, KEYS, REVERSE, Theme

#: Variables without defaults in Textual's style sheets, for terminal colours.
_OF_THE_TERMINAL = {
    "ansi-background": "ansi_black",
    "ansi-foreground": "ansi_white",
    "block-cursor-foreground": "ansi_black",
    "block-cursor-background": "ansi_white",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_cyan",
    "input-selection-foreground": "ansi_black",
    "screen-selection-background": "ansi_cyan",
    "screen-selection-foreground": "ansi_black",
}

#: Our own variables in the style sheet, until a theme is applied.
UNTHEMED = {f"ink-{key}": "#808080" for key in KEYS}


def textual_theme(theme: Theme, *, colourless: bool) -> TextualTheme:
    """The Textual theme. `colourless` uses the terminal's colours only."""
    colours = {
        key: ANSI[0] if colourless or colour == REVERSE else colour
        for key, colour in theme.colours.items()
    }
    # Otherwise Textual would replace the terminal's own colours by fixed ones.
    ansi = any(colour in ANSI for colour in colours.values())
    return TextualTheme(
        name=f"factdesk-{theme.name}",
        ansi=ansi,
        primary=colours["accent"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["surface"],
        error=colours["error"],
        success=colours["success"],
        dark=theme.dark,
        variables={
            **(_OF_THE_TERMINAL if ansi else {}),
            **{f"ink-{key}": colour for key, colour in colours.items()},
        },
    )
