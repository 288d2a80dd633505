"""Conversion factors between units of measure that are exact multiples of one another."""

from decimal import Decimal
from functools import lru_cache

#: For each dimension its units, each with its factor to the first one, the base unit.
_TABLE = """
length: metre 1, kilometre 1000, centimetre 0.01, millimetre 0.001, mile 1609.344, yard 0.9144,
    foot 0.3048, inch 0.0254, nautical mile 1852
area: square metre 1, square kilometre 1000000, hectare 10000, acre 4046.8564224,
    square foot 0.09290304, square mile 2589988.110336, square yard 0.83612736
volume: litre 1, millilitre 0.001, cubic metre 1000, hectolitre 100, megalitre 1000000
mass: kilogram 1, gram 0.001, milligram 0.000001, tonne 1000, ton 1000, pound 0.45359237,
    ounce 0.028349523125, kiloton 1000000, megaton 1000000000, gigaton 1000000000000
time: second 1, millisecond 0.001, minute 60, hour 3600, day 86400, week 604800, fortnight 1209600
years: month 1, quarter 3, year 12, decade 120, century 1200
energy: joule 1, kilojoule 1000, kilowatt hour 3600000, megawatt hour 3600000000,
    gigawatt hour 3600000000000, terawatt hour 3600000000000000
power: watt 1, kilowatt 1000, megawatt 1000000, gigawatt 1000000000
data: byte 1, kilobyte 1000, megabyte 1000000, gigabyte 1000000000, terabyte 1000000000000
frequency: hertz 1, kilohertz 1000, megahertz 1000000, gigahertz 1000000000
pressure: pascal 1, hectopascal 100, kilopascal 1000, bar 100000, millibar 100
"""


def _read(table: str) -> dict[str, tuple[str, Decimal]]:
    units: dict[str, tuple[str, Decimal]] = {}
    for row in table.replace("\n    ", " ").strip().split("\n"):
        dimension, _, members = row.partition(": ")
        for member in members.split(", "):
            unit, _, factor = member.rpartition(" ")
            units[unit] = dimension, Decimal(factor)
    return units


_UNITS = _read(_TABLE)


@lru_cache(maxsize=1 << 10)
def measured(unit: str) -> tuple[str, Decimal]:
    """The dimension of a unit, and the factor to its base unit.

    A unit that is not in the table is its own dimension.

    >>> measured("mile")[0] == measured("kilometre")[0], measured("barrel")
    (True, ('barrel', Decimal('1')))
    >>> measured("mile per hour") == ("length per time", Decimal("1609.344") / 3600)
    True
    """
    if unit in _UNITS:
        return _UNITS[unit]
    above, per, below = unit.partition(" per ")
    if not per:
        return unit, Decimal(1)
    (over, much), (under, many) = measured(above), measured(below)
    return f"{over} per {under}", much / many
