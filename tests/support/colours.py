"""Measures colours: contrast with the background, and the difference between two colours."""

import math
from collections.abc import Iterable

from tui import theme

Triple = tuple[float, float, float]

#: What an eye without the middle cone sees of linear red, green and blue: Machado, Oliveira and
#: Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
#: deuteranopia, severity 1.
DEUTERANOPIA: tuple[Triple, Triple, Triple] = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)

#: The sixteen colours of the Linux console, from black to bright white.
LINUX_CONSOLE = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)


def measured(name: str) -> dict[str, str]:
    """The colours of a theme as `#rrggbb`.

    Terminal colours are taken as those of the Linux console, on black; reversed ones have the
    contrast of the unreversed.
    """
    colours = theme.load(name)[0].colours
    console = dict(zip(theme.ANSI[1:], LINUX_CONSOLE, strict=True))
    found = {}
    for key, colour in colours.items():
        if colour == theme.REVERSE:
            colour = colours["background"]
        if colour == theme.ANSI[0]:
            colour = f"ansi_{'black' if key in theme.GROUNDS else 'white'}"
        found[key] = console.get(colour, colour)
    return found


def linear(colour: str) -> Triple:
    """The red, green and blue of `#rrggbb` as light, each 0 to 1."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: 1 (none) to 21 (black on white)."""
    dim, bright = sorted(
        sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (bright + 0.05) / (dim + 0.05)


def lab(colour: str) -> Triple:
    """`#rrggbb` in CIELAB, under D65."""
    return _lab(linear(colour))


def seen(colour: str) -> Triple:
    """`#rrggbb` in CIELAB as seen with deuteranopia."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * c for weight, c in zip(row, light, strict=True))))
        for row in DEUTERANOPIA
    )
    return _lab((red, green, blue))


def _lab(light: Triple) -> Triple:
    red, green, blue = light
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (
            (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
            0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
            (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: Triple, other: Triple) -> float:
    """The difference of two colours in CIELAB: 1 is just noticeable, 15 a different colour."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grey = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, c2 = math.hypot(a1 * grey, b1), math.hypot(a2 * grey, b2)
    h1 = math.degrees(math.atan2(b1, a1 * grey)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * grey)) % 360
    apart = abs(h2 - h1) > 180
    turn = h2 - h1 - math.copysign(360, h2 - h1) * apart if c1 * c2 else 0.0
    hue = (h1 + h2 + 360 * apart * (1 if h1 + h2 < 360 else -1)) / (2 if c1 * c2 else 1)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2

    def cos(degrees: float) -> float:
        return math.cos(math.radians(degrees))

    t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6)
    t -= 0.20 * cos(4 * hue - 63)
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    blue = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    twist = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(blue)
    return math.sqrt(dl**2 + dc**2 + dh**2 + twist * dc * dh)


def closest(colours: Iterable[Triple]) -> float:
    """The smallest difference between any two of these colours in CIELAB."""
    several = list(colours)
    return min(
        ciede2000(one, other) for at, one in enumerate(several) for other in several[at + 1 :]
    )
