"""Makes the table of units from pint and our own list, at development time only.

    python scripts/make_units.py tui/figures/tables

A line of units.tsv is `form, unit, kind`: how the unit is written, its name in the singular, and
the kind of its figures. A form with a capital letter is matched as written, any other without
regard to case.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pint

# canonical unit -> kind, the unit in pint (or None), the other ways it is written
UNITS = """
metre|measure|meter|m meters metres meter metre 米
kilometre|measure|kilometer|kms klick klicks kilometers kilometres kilometer 公里 千米
centimetre|measure|centimeter|centimeters centimetres 厘米
millimetre|measure|millimeter|millimeters millimetres 毫米
micrometre|measure|micrometer|micrometers micrometres microns micron μm µm
nanometre|measure|nanometer|nanometers nanometres
picometre|measure|picometer|picometers picometres
decimetre|measure|decimeter|decimeters decimetres
mile|measure|mile|mi miles 英里
nautical mile|measure|nautical_mile|nautical_miles nmi
fathom|measure|None|fathoms
furlong|measure|None|furlongs
parsec|measure|None|parsecs
angstrom|measure|None|angstroms ångströms ångström
arcminute|measure|None|arcminutes
arcsecond|measure|None|arcseconds
foot|measure|foot|feet foot ft ft.
inch|measure|inch|inches in.
yard|measure|yard|yards yds
light year|measure|light_year|light-year light-years light_years light_year lightyears 光年
astronomical unit|measure|au|astronomical_units
square metre|measure|meter**2|square_m sq_m sq._m sqm m2 m² sq_metres sq_meters square_meters square_metres square_meter 平方米
square kilometre|measure|kilometer**2|square_km square_kms sq_km sq._km sqkm km2 km² square_kilometers square_kilometres square_kilometer sq_kilometres sq_kilometers sq._km sq._kilometres sq._kilometers 平方公里 平方千米
square centimetre|measure|centimeter**2|sq_cm cm2 cm² square_centimeters square_centimetres square_centimeter
square millimetre|measure|millimeter**2|mm2 mm² square_millimeters square_millimetres
square foot|measure|foot**2|sq_ft sq._ft sq._ft. sqft ft2 ft² square_feet sq_feet square-foot
square mile|measure|mile**2|square_mi sq_mi sq._mi mi2 mi² square_miles sq_miles sq._miles square-mile
square yard|measure|yard**2|sq_yd sq_yds sq._yd. sq._yds. sq._yards square_yards
square inch|measure|inch**2|sq_in square_inches
acre|measure|acre|acres
hectare|measure|hectare|ha hectares 公顷
acre-foot|measure|None|acre-feet acre_feet
cubic metre|measure|meter**3|cubic_m m3 m³ cubic_meters cubic_metres cubic_meter cu_m cu._m. cu._m 立方米
cubic metre per second|measure|None|cumecs cumec
cubic kilometre|measure|kilometer**3|cubic_km km3 km³ cubic_kilometers cubic_kilometres
cubic centimetre|measure|centimeter**3|cc cm3 cm³ cubic_centimeters cubic_centimetres cubic_centimeter
cubic foot|measure|foot**3|cubic_feet cu_ft cu._ft.
cubic yard|measure|yard**3|cubic_yards cu_yd cu_yds cu._yd. cu._yds.
cubic inch|measure|inch**3|cubic_inches
litre|measure|liter|litres liters liter ltr ltrs 升
millilitre|measure|milliliter|millilitres milliliters 毫升
centilitre|measure|centiliter|centilitres centiliters
hectolitre|measure|hectoliter|hectolitres hectoliters
megalitre|measure|megaliter|megalitres megaliters
gallon|measure|gallon|gallons US_gallon US_gallons U.S._gallon U.S._gallons
imperial gallon|measure|None|imperial_gallons
gallon per minute|measure|None|gpm
pint|measure|pint|pints
quart|measure|quart|quarts
fluid ounce|measure|fluid_ounce|fluid_ounces fl_oz fl._oz.
barrel|measure|oil_barrel|barrels bbl bbls 桶
bushel|measure|bushel|bushels
teaspoon|measure|teaspoon|teaspoons tsp
tablespoon|measure|tablespoon|tablespoons tbsp
cup|measure|cup|cups
kilogram|measure|kilogram|kilograms kilogrammes kilogramme kgs kilo kilos 公斤 千克
gram|measure|gram|grams grammes gramme gm gms 克
milligram|measure|milligram|milligrams milligrammes 毫克
microgram|measure|microgram|micrograms microgrammes μg mcg
tonne|measure|metric_ton|tonnes metric_tons metric_ton metric_tonnes MT 吨
million tonne|measure|None|MMT mmt
kiloton|measure|None|kilotonnes kilotons kilotonne kt
megaton|measure|None|megatonnes megatons megatonne Mt
gigaton|measure|None|gigatonnes gigatons gigatonne Gt
tonne of CO2|measure|None|tCO2 tCO₂
megaton of CO2|measure|None|MtCO2 MtCO₂
gigaton of CO2|measure|None|GtCO2 GtCO₂
tonne of CO2 equivalent|measure|None|tCO2e tCO₂e tCO2eq tCO2-eq
megaton of CO2 equivalent|measure|None|MtCO2e MtCO₂e MtCO2eq MtCO2-eq
gigaton of CO2 equivalent|measure|None|GtCO2e GtCO₂e GtCO2eq GtCO2-eq
ton|measure|ton|tons short_tons long_tons short-ton long-ton net_tons net_ton short_tons short_ton
pound|measure|pound|pounds lbs lb lb. lbs.
ounce|measure|ounce|ounces oz oz.
troy ounce|measure|troy_ounce|troy_ounces
stone|measure|None|
carat|measure|carat|carats ct
karat|measure|None|karats
quintal|measure|None|quintals
hundredweight|measure|None|cwt
twenty-foot equivalent unit|measure|None|TEU TEUs
celsius|measure|degree_Celsius|celsius celcius centigrade centigrate degrees_celsius degree_celsius deg_celsius degrees_celcius degrees_c degree_c deg_c degc °c ℃ C °_c degrees_centigrade °_celsius 摄氏度
fahrenheit|measure|degree_Fahrenheit|fahrenheit farenheit degrees_fahrenheit degree_fahrenheit deg_fahrenheit degrees_farenheit degrees_f degree_f deg_f degf °f ℉ F °_f °_fahrenheit
kelvin|measure|kelvin|kelvins degrees_kelvin
degree|measure|None|degrees degree deg ° deg.
radian|measure|radian|radians rad
mile per hour|measure|mile/hour|mph m.p.h. m.p.h
kilometre per hour|measure|kilometer/hour|kph kmph kmh km/h km/hr
metre per second|measure|meter/second|m/s
knot|measure|knot|knots kt kts
mile per gallon|measure|None|mpg
kilometre per litre|measure|None|kmpl kpl
revolution per minute|measure|None|rpm revolutions_per_minute
litre per 100 kilometres|measure|None|l/100km
gram per kilometre|measure|None|g/km
barrel per day|measure|None|bpd b/d
cubic foot per second|measure|None|cusecs cfs
pound per square inch|measure|psi|psi
bar|measure|None|
millibar|measure|None|millibars mbar
atmosphere|measure|None|atmospheres
torr|measure|None|
millimetre of mercury|measure|None|mmHg mmhg mm_Hg mm.Hg
inch of mercury|measure|None|inHg in.Hg
pound-force|measure|None|pounds-force lbf
dyne|measure|None|dynes
erg|measure|None|ergs
British thermal unit|measure|None|BTU BTUs Btu Btus btu
therm|measure|None|therms
foot-pound|measure|None|foot-pounds foot_pounds
coulomb|measure|None|coulombs
henry|measure|None|henries
weber|measure|None|webers Wb
candela|measure|None|candelas
nit|measure|None|nits
curie|measure|None|curies Ci
baud|measure|None|
beat per minute|measure|None|bpm beats_per_minute beats_a_minute
barrel of oil equivalent|measure|None|boe
million barrel of oil equivalent|measure|None|mmboe MMboe MMBOE
barrel of oil equivalent per day|measure|None|boe/d boepd
international unit|measure|None|IU
magnitude|measure|None|
kilopound per square inch|measure|None|ksi
horsepower|measure|horsepower|hp horsepower PS
brake horsepower|measure|None|bhp
newton metre|measure|None|Nm N·m
pound-foot|measure|None|lb-ft lb.-ft. pound-feet pound-foot ft-lb ft-lbs
watt hour|measure|watt_hour|watt-hours watt-hour watt_hours
kilowatt hour|measure|kilowatt_hour|kWh kwh kilowatt-hours kilowatt-hour kilowatt_hours 千瓦时
megawatt hour|measure|megawatt_hour|MWh mwh megawatt-hours megawatt-hour megawatt_hours
gigawatt hour|measure|gigawatt_hour|GWh gwh gigawatt-hours gigawatt-hour gigawatt_hours
terawatt hour|measure|terawatt_hour|TWh twh terawatt-hours terawatt-hour terawatt_hours
milliampere-hour|measure|None|mAh mah 毫安时
ampere-hour|measure|None|Ah
dot per inch|measure|None|dpi
pixel per inch|measure|None|ppi
frame per second|measure|None|fps frames_per_second
pixel|measure|None|pixels px
megapixel|measure|None|megapixels megapixel MP
decibel|measure|decibel|decibels db
calorie|measure|None|calories kcal kilocalories
roentgen|measure|roentgen|roentgens R
ppm|measure|None|parts_per_million part_per_million
ppb|measure|None|parts_per_billion part_per_billion parts-per-billion
kilobit per second|measure|None|kbps Kbps kbit/s kb/s
megabit per second|measure|None|mbps Mbps Mb/s Mbit/s
gigabit per second|measure|None|gbps Gbps Gb/s Gbit/s
point per game|measure|None|ppg
rebound per game|measure|None|rpg
assist per game|measure|None|apg
standard deviation|measure|None|standard_deviations
light second|measure|None|light-seconds
percent|percent|None|% ％ percent per_cent percents pct pct. pc percentage ﹪
percentage point|percent|None|p.p. p.p pct_points pct_pts percentage_pts %_pts percentage_point percentage_points percent_points pp ppt ppts %_points %-points percentage-point percentage-points per_cent_points 个百分点 百分点
basis point|percent|None|basis_pts basis_points basis_point basis-point basis-points bps bp
per mille|percent|None|‰ permille per_mille
second|duration|second|seconds sec secs sec. 秒
millisecond|duration|millisecond|milliseconds
microsecond|duration|microsecond|microseconds
nanosecond|duration|nanosecond|nanoseconds
minute|duration|minute|minutes min mins min. 分钟
hour|duration|hour|hours hr hrs h 小时 个小时
day|duration|day|days 天
night|duration|None|nights
week|duration|week|weeks wk wks 周 个星期
weekend|duration|None|weekends
fortnight|duration|fortnight|fortnights
month|duration|month|months 个月
quarter|duration|None|quarters
year|duration|year|years yr yrs 年
year of age|duration|None|岁
mu|measure|None|亩
decade|duration|decade|decades
century|duration|century|centuries
millennium|duration|millennium|millennia millenniums
generation|duration|None|generations
light minute|duration|None|
"""  # noqa: E501

# Units that take SI prefixes: their symbol and the prefixes met in reports ("TV", "PA" are not).
PREFIXED = {
    "watt": ("W", "kilo mega giga tera milli"),
    "volt": ("V", "kilo milli"),
    "ampere": ("A", "kilo milli micro"),
    "hertz": ("Hz", "kilo mega giga tera"),
    "byte": ("B", "kilo mega giga tera peta"),
    "bit": (None, "kilo mega giga"),
    "pascal": ("Pa", "kilo mega giga hecto"),
    "joule": ("J", "kilo mega giga tera"),
    "newton": ("N", "kilo"),
    "ohm": ("Ω", "kilo mega"),
    "henry": ("H", "milli micro"),
    "farad": ("F", "micro nano pico"),
    "tesla": ("T", "milli micro"),
    "becquerel": ("Bq", "kilo mega giga tera"),
    "sievert": ("Sv", "milli micro"),
    "gray": ("Gy", "milli"),
    "mole": ("mol", "milli micro"),
    "lumen": ("lm", ""),
    "lux": ("lx", ""),
    "electron_volt": ("eV", "kilo mega giga tera"),
    "liter": ("L", "milli micro"),
    "gram": ("g", "nano"),
}
BRITISH = {"liter": "litre", "electron_volt": "electronvolt"}
# Symbols of one letter that are words or scales in running text.
NO_SHORT = """
a b c d f k p u h s l t no ha T H
"""

# "amps" is how everyone says it; data sizes are often shouted or whispered in the wrong case.
AS_WRITTEN = {
    "amp": "ampere",
    "amps": "ampere",
    "megohms": "megaohm",
    "milliamps": "milliampere",
    "microamps": "microampere",
    "volts": "volt",
    "gb": "gigabyte",
    "mb": "megabyte",
    "tb": "terabyte",
    "kb": "kilobyte",
    "KB": "kilobyte",
    "khz": "kilohertz",
    "mhz": "megahertz",
    "ghz": "gigahertz",
    "hz": "hertz",
    "HZ": "hertz",
    "kw": "kilowatt",
    "kv": "kilovolt",
    "ml": "millilitre",
    "mL": "millilitre",
    "KM": "kilometre",
    "KG": "kilogram",
    "cl": "centilitre",
    "gwh": "gigawatt hour",
    "Mb": "megabit",
    "Gb": "gigabit",
    "kilowatts": "kilowatt",
    "MW": "megawatt",
    "mW": "milliwatt",
    "t": "tonne",
    "kt": "knot",
    "l": "litre",
    "GPa": "gigapascal",
    "MPa": "megapascal",
    "kPa": "kilopascal",
    "Ha": "hectare",
    "D": "day",
    "W": "watt",
    "Y": "year",
    "a": "year",
    "h": "hour",
    "s": "second",
    "″": "inch",
    "′": "foot",
    '"': "inch",
    "'": "foot",
    "”": "inch",
    "’": "foot",
    "pm": "picometre",
    "kn": "knot",
    "mb/d": "million barrel per day",
    "mbpd": "million barrel per day",
    "mmbpd": "million barrel per day",
    "kb/d": "thousand barrel per day",
    "kbpd": "thousand barrel per day",
    "bbl/d": "barrel per day",
    "mtpa": "million tonne per year",
    "ktpa": "thousand tonne per year",
    "bcm": "billion cubic metre",
    "Mcf": "thousand cubic foot",
    "MMcf": "million cubic foot",
    "bcf": "billion cubic foot",
    "tcf": "trillion cubic foot",
    "mmbtu": "million British thermal unit",
    "kVA": "kilovolt-ampere",
    "MVA": "megavolt-ampere",
    "dBA": "decibel",
    "MPGe": "mile per gallon equivalent",
    "kWp": "kilowatt peak",
    "MWp": "megawatt peak",
    "GWp": "gigawatt peak",
    "dwt": "deadweight tonne",
    "st": "stone",
    "MWe": "megawatt",
    "GWe": "gigawatt",
}


def fold(form: str) -> str:
    """Forms of one capital-free word are matched without regard to case; codes are not."""
    return form if any(c.isupper() for c in form) else form.lower()


def units() -> dict[str, tuple[str, str]]:
    """form -> (unit, kind); a form of several units is that of the first, or what we say it is."""
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    table: dict[str, tuple[str, str]] = {}
    for form, unit, kind in [*listed(registry), *prefixed(registry)]:
        table.setdefault(form, (unit, kind))
    for form, unit in AS_WRITTEN.items():
        kind = "duration" if unit in ("day", "year", "hour", "second") else "measure"
        table[form] = (unit, kind)
    return table


def listed(registry: pint.UnitRegistry[Any]) -> Iterator[tuple[str, str, str]]:
    """(form, unit, kind) of the units of our list, with their names and symbols in pint."""
    for line in UNITS.strip().split("\n"):
        unit, kind, pint_name, forms = line.split("|")
        for form in [unit, *forms.split()]:
            yield fold(form.replace("_", " ")), unit, kind
        if pint_name == "None" or not pint_name.isidentifier():
            continue
        if kind == "measure":
            yield pint_name.replace("_", " ").lower(), unit, kind
        symbol = registry.get_symbol(pint_name)
        if symbol not in NO_SHORT.split():
            yield symbol, unit, kind


def prefixed(registry: pint.UnitRegistry[Any]) -> Iterator[tuple[str, str, str]]:
    """(form, unit, kind) of the units that take SI prefixes: "kilowatts", "kW"."""
    for base, (short, prefixes) in PREFIXED.items():
        for prefix in ["", *prefixes.split()]:
            unit = prefix + BRITISH.get(base, base.replace("_", ""))
            for form in [*names(base, prefix, unit), *symbols(registry, base, prefix, short)]:
                yield form, unit, "measure"


def names(base: str, prefix: str, unit: str) -> set[str]:
    """A unit in the singular and the plural, in British and American spelling."""
    if base in ("hertz", "lux", "siemens"):
        return {unit}
    american = prefix + base.replace("_", "")
    forms = {unit, unit + "s", american, american + "s"}
    if base == "electron_volt":
        forms |= {prefix + "electron volt", prefix + "electron volts"}
    return forms


def symbols(
    registry: pint.UnitRegistry[Any], base: str, prefix: str, short: str | None
) -> Iterator[str]:
    """The symbol of a unit, with either of the two letters that micro is written with."""
    if short is None:
        return
    mark = ""
    if prefix:
        mark = registry.get_symbol(prefix + base)[: -len(registry.get_symbol(base))]
    if mark + short not in NO_SHORT.split():
        yield mark + short
        if mark in ("µ", "μ"):
            yield from ("μ" + short, "µ" + short)


def main(folder: Path) -> None:
    lines = sorted(f"{form}\t{unit}\t{kind}" for form, (unit, kind) in units().items())
    (folder / "units.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(len(lines), "forms of units")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
