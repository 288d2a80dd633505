"""Makes the tables of currencies and units from CLDR (Babel) and pint, at development time only.

    python scripts/make_tables.py tui/figures/tables

A line of currencies.tsv is `form, unit, side`: how the money is written, its ISO 4217 code (or the
name of a minor unit or token), and whether the form stands before the number, after it, or both.
A line of units.tsv is `form, unit, kind`. A form with a capital letter is matched as written, any
other without regard to case.
"""

import sys
from pathlib import Path

import pint
from babel import Locale

# What a bare name means when no country is said: the currency traded most under that name, and
# the name itself where no one of them is meant far more often than the others.
BARE = """
dollar USD|dollars USD|buck USD|bucks USD|greenback USD|pound GBP|pounds GBP|quid GBP
sterling GBP|euro EUR|euros EUR|yen JPY|yuan CNY|renminbi CNY|kuai CNY|rupee INR|rupees INR
won KRW|ruble RUB|rubles RUB|rouble RUB|roubles RUB|franc CHF|francs CHF|rand ZAR|real BRL
reais BRL|zloty PLN|zlotys PLN|zloties PLN|złoty PLN|złotys PLN|złotych PLN|forint HUF
forints HUF|baht THB|ringgit MYR|rupiah IDR|shekel ILS|shekels ILS|naira NGN|hryvnia UAH
hryvnias UAH|lira TRY|liras TRY|lire TRY|dong VND|taka BDT|cedi GHS|cedis GHS|lari GEL
kuna HRK|markka FIM|guilder NLG|guilders NLG|guilders NLG|peseta ESP|pesetas ESP|mark DEM
marks DEM|deutschemark DEM|deutschemarks DEM|drachma GRD|drachmas GRD|escudo PTE|escudos PTE
tenge KZT|tugrik MNT|riel KHR|kyat MMK|leu RON|lei RON|koruna CZK|korunas CZK|koruny CZK
birr ETB|dram AMD|manat AZN|loonie CAD|loonies CAD|schilling ATS|schillings ATS|peso peso
pesos peso|krona SEK|kronor SEK|krone krone|kroner krone|crown crown|crowns crown
dinar dinar|dinars dinar|dirham AED|dirhams AED|riyal SAR|riyals SAR|rial IRR|rials IRR
shilling shilling|shillings shilling|afghani AFN|afghanis AFN|som som|lev BGN|leva BGN
quetzal GTQ|quetzals GTQ|sol PEN|soles PEN|bolivar VES|bolivars VES|bolívar VES
bolívares VES|bolivares VES|guarani PYG|guaranis PYG|colon CRC|colones CRC|kwacha ZMW
kwanza AOA|pula BWP|metical MZN|meticais MZN|ariary MGA|ouguiya MRU|dalasi GMD|leone SLE
leones SLE|kina PGK|pataca MOP|patacas MOP|ngultrum BTN|rufiyaa MVR|kip LAK|lempira HNL
lempiras HNL|cordoba NIO|cordobas NIO|gourde HTG|gourdes HTG|balboa PAB|balboas PAB
florin florin|florins florin|somoni TJS
"""

# Minor units keep their own name: "84.75 cents" is 84.75, as the page says.
MINOR = """
us cents cent|us cent cent|u.s. cents cent|euro cents cent|australian cents cent
canadian cents cent|cent cent|cents cent|penny penny|pence penny|pennies penny|p penny
sen sen|kopeck kopeck|kopecks kopeck|fen fen|jiao jiao|mao jiao|paise paisa|paisa paisa
centavo centavo|centavos centavo|øre øre|öre öre|agorot agora|groszy grosz|grosz grosz
fils fils|piastre piastre|piastres piastre|satoshi satoshi|satoshis satoshi
"""

TOKENS = """
bitcoin BTC|bitcoins BTC|BTC BTC|ether ETH|ETH ETH|USDT USDT|tether USDT|tethers USDT
USDC USDC|DAI DAI|BNB BNB|XRP XRP|SOL SOL|DOGE DOGE|dogecoin DOGE|dogecoins DOGE
litecoin LTC|litecoins LTC|LTC LTC|TRX TRX|BUSD BUSD|XMR XMR|monero XMR
"""

# Adjectives of nations as newspapers write them where CLDR writes the currency in another way.
LOCAL_NAMES = """
us dollar USD|us dollars USD|u.s. dollar USD|u.s. dollars USD|american dollar USD
american dollars USD|united states dollar USD|united states dollars USD|pound sterling GBP
pounds sterling GBP|sterling pounds GBP|hong kong dollars HKD|singapore dollars SGD
taiwan dollar TWD|taiwan dollars TWD|new taiwan dollars TWD|chinese yuan CNY
yuan renminbi CNY|chinese renminbi CNY|russian rouble RUB|russian roubles RUB
swiss franc CHF|swiss francs CHF|french franc FRF|french francs FRF|belgian franc BEF
belgian francs BEF|danish crown DKK|danish crowns DKK|swedish crown SEK|swedish crowns SEK
norwegian crown NOK|norwegian crowns NOK|czech crown CZK|czech crowns CZK
icelandic crowns ISK|dutch guilder NLG|dutch guilders NLG|deutsche mark DEM
deutsche marks DEM|german marks DEM|israeli shekel ILS|israeli shekels ILS
new israeli shekels ILS|turkish lira TRY|turkish liras TRY|new turkish lira TRY
italian lire ITL|polish zloty PLN|polish zlotys PLN|saudi riyal SAR|saudi riyals SAR
emirati dirham AED|emirati dirhams AED|uae dirhams AED|uae dirham AED|philippine pesos PHP
mexican pesos MXN|argentine pesos ARS|chilean pesos CLP|colombian pesos COP|cuban pesos CUP
cfa franc XOF|cfa francs XOF|trinidad dollars TTD|hungarian forints HUF|brazilian reais BRL
south korean won KRW|korean won KRW|north korean won KPW
"""

# Symbols and the codes of local custom; `!` marks those that need a scale or a grouped number
# because they are words or brands too.
SYMBOLS = """
$ USD both|US$ USD both|$US USD before|USD$ USD before|U.S.$ USD before|U.S. $ USD before
US $ USD before|us $ USD before|us$ USD before|u.s $ USD before|u.s. $ USD before
A$ AUD both|AU$ AUD both|AUD$ AUD before|aud$ AUD before|$A AUD before|AU $ AUD before
C$ CAD both|CA$ CAD both|CAD$ CAD before|cad$ CAD before|c $ CAD before
C $ CAD before|CDN$ CAD before|Can$ CAD before|HK$ HKD both|HK $ HKD before|hk $ HKD before
hk$ HKD before|HKD$ HKD before|$HK HKD before|S$ SGD both|S $ SGD before|SG$ SGD both
SGD$ SGD before|NZ$ NZD both|NZ $ NZD before|NZD$ NZD before|nzd$ NZD before|$NZ NZD before
NT$ TWD both|NT $ TWD before|R$ BRL before|R $ BRL before|MX$ MXN both|Mex$ MXN before
mxn$ MXN before|MXN$ MXN before|J$ JMD before|TT$ TTD before|FJ$ FJD before|Z$ ZWL before
B$ BND before|usd$ USD before|Bds$ BBD before|€ EUR both|£ GBP both|GB£ GBP before
UK£ GBP before|E£ EGP before|LE EGP before|IR£ IEP before|¥ JPY both|￥ CNY both
JP¥ JPY before|CN¥ CNY before|Y= JPY before|RMB¥ CNY before|RMB CNY both|rmb CNY both
usd USD both|eur EUR both|gbp GBP both|aud AUD both|cad CAD after|chf CHF both|jpy JPY both
inr INR both|cny CNY both|CNH CNY both|元 CNY after|人民币 CNY after|美元 USD after|欧元 EUR after
英镑 GBP after|日元 JPY after|港元 HKD after|港币 HKD after|円 JPY after|₹ INR both|Rs INR before
Rs. INR before|rs INR before|rs. INR before|Re. INR before|₨ INR both|৳ BDT both|₽ RUB both
₩ KRW both|원 KRW after|₪ ILS both|NIS ILS both|฿ THB both|₫ VND both|đ VND after|₦ NGN both
₱ PHP both|₴ UAH both|₺ TRY both|TL TRY both|₼ AZN both|₾ GEL both|₸ KZT both|₡ CRC both
₲ PYG both|₵ GHS both|GH₵ GHS before|GH¢ GHS before|₭ LAK both|₮ MNT both|₿ BTC both
Ƀ BTC both|ரூ LKR both|RM MYR before|Rp IDR before|Kč CZK both|zł PLN both|Ft HUF after
kn HRK after|kr krone both|Kr krone both|Ksh KES before|KSh KES before|Sh shilling before
Tsh TZS before|USh UGX before|Fr CHF before|Fr. CHF before|SFr CHF before|sfr CHF before
DM DEM both|лв BGN after|руб RUB after|руб. RUB after|¢ cent both|PS GBP before!
R ZAR before!|N NGN before!|P PHP before!|Php PHP before|Dh AED before|Dhs AED both
TSh TZS before|Shs shilling before|FCFA XOF both|SR SAR before
QR QAR before|Tk BDT before|Tk. BDT before|GHc GHS before|Rs. INR before
"""

# Codes that are English words or common abbreviations in capitals: matched only with a scale word
# or next to digits without a space.
WORDS_THAT_ARE_CODES = """
ALL TOP TRY CUP MOP PEN MAD SOS GEL BAM WON ANG LAK STD COP BIF DEM SOL DAI
"""

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
square metre|measure|meter**2|sq_m sq._m sqm m2 m² sq_metres sq_meters square_meters square_metres square_meter 平方米
square kilometre|measure|kilometer**2|sq_km sq._km sqkm km2 km² square_kilometers square_kilometres square_kilometer sq_kilometres sq_kilometers sq._km sq._kilometres sq._kilometers 平方公里 平方千米
square centimetre|measure|centimeter**2|sq_cm cm2 cm² square_centimeters square_centimetres square_centimeter
square millimetre|measure|millimeter**2|mm2 mm² square_millimeters square_millimetres
square foot|measure|foot**2|sq_ft sq._ft sq._ft. sqft ft2 ft² square_feet sq_feet square-foot
square mile|measure|mile**2|sq_mi sq._mi mi2 mi² square_miles sq_miles sq._miles square-mile
square yard|measure|yard**2|sq_yd sq_yds sq._yd. sq._yds. sq._yards square_yards
square inch|measure|inch**2|sq_in square_inches
acre|measure|acre|acres
hectare|measure|hectare|ha hectares 公顷
acre-foot|measure|None|acre-feet acre_feet
cubic metre|measure|meter**3|m3 m³ cubic_meters cubic_metres cubic_meter cu_m cu._m. cu._m 立方米
cubic metre per second|measure|None|cumecs cumec
cubic kilometre|measure|kilometer**3|km3 km³ cubic_kilometers cubic_kilometres
cubic centimetre|measure|centimeter**3|cc cm3 cm³ cubic_centimeters cubic_centimetres cubic_centimeter
cubic foot|measure|foot**3|cubic_feet cu_ft cu._ft.
cubic yard|measure|yard**3|cubic_yards cu_yd cu_yds cu._yd. cu._yds.
cubic inch|measure|inch**3|cubic_inches
litre|measure|liter|litres liters liter ltr ltrs 升
millilitre|measure|milliliter|millilitres milliliters 毫升
centilitre|measure|centiliter|centilitres centiliters
hectolitre|measure|hectoliter|hectolitres hectoliters
megalitre|measure|megaliter|megalitres megaliters
gallon|measure|gallon|gallons
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
ton|measure|ton|tons short_tons long_tons short-ton long-ton
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


def entries(table: str) -> list[list[str]]:
    return [item.rsplit(" ", 1) for line in table.split("\n") for item in line.split("|") if item]


def fold(form: str) -> str:
    """Forms of one capital-free word are matched without regard to case; codes are not."""
    return form if any(c.isupper() for c in form) else form.lower()


def currencies() -> dict[tuple[str, str], str]:
    """(form, unit) -> side."""
    table: dict[str, tuple[str, str]] = {}
    locale = Locale("en")
    plurals = locale._data["currency_names_plural"]
    for code, name in locale.currencies.items():
        if "(" in name and code not in ("CNH",):  # "(1963-1992)": replaced by a newer one
            continue
        if code not in WORDS_THAT_ARE_CODES.split():
            table.setdefault(code, (code, "both"))
        else:
            table.setdefault(code, (code, "both!"))
        if code.startswith("X") and code not in ("XOF", "XAF", "XPF", "XCD"):
            del table[code]
            continue
        forms = {name, *(str(v) for v in dict(plurals.get(code, {}).items()).values())}
        for form in forms:
            low = form.lower()
            for each in {low, low if low.endswith("s") else low + "s"}:
                if " " in each or each not in ("all", "try"):
                    table.setdefault(each, (code, "after"))
    for block in (LOCAL_NAMES, BARE, MINOR, TOKENS):
        for form, unit in entries(block):
            table[form] = (unit, "after" if form != "sen" else "both")
    for form in ("BTC", "ETH", "USDT", "USDC"):
        table[form] = (form, "both")
    for form, unit, side in (
        item.rsplit(" ", 2) for line in SYMBOLS.split("\n") for item in line.split("|") if item
    ):
        table[form] = (unit, side)
    # Prefixed codes of the money markets: MUSD, MEUR.
    for code in ("USD", "EUR", "GBP", "AUD", "SEK", "NOK", "DKK", "CHF", "CAD"):
        table["M" + code] = ("M" + code, "both")
    return {(form, unit): side for form, (unit, side) in table.items()}


def units() -> dict[str, tuple[str, str]]:
    registry = pint.UnitRegistry()
    table: dict[str, tuple[str, str]] = {}
    for line in UNITS.strip().split("\n"):
        unit, kind, pint_name, forms = line.split("|")
        for form in [unit, *forms.split()]:
            table.setdefault(fold(form.replace("_", " ")), (unit, kind))
        if pint_name != "None" and pint_name.isidentifier() and kind == "measure":
            name = pint_name.replace("_", " ").lower()
            table.setdefault(name, (unit, kind))
        if pint_name != "None" and pint_name.isidentifier():
            symbol = registry.get_symbol(pint_name)
            if symbol not in NO_SHORT.split():
                table.setdefault(symbol, (unit, kind))
    for base, (short, prefixes) in PREFIXED.items():
        for prefix in ["", *prefixes.split()]:
            stem = BRITISH.get(base, base.replace("_", ""))
            unit = prefix + stem
            names = {
                unit,
                unit + "s",
                prefix + base.replace("_", ""),
                prefix + base.replace("_", "") + "s",
            }
            if base in ("hertz", "lux", "siemens"):
                names = {unit}
            if base == "electron_volt":
                names |= {prefix + "electron volt", prefix + "electron volts"}
            for name in names:
                table.setdefault(name, (unit, "measure"))
            if short is None:
                continue
            mark = (
                registry.get_symbol(prefix + base)[: -len(registry.get_symbol(base))]
                if prefix
                else ""
            )
            symbol = mark + short
            if symbol not in NO_SHORT.split():
                table.setdefault(symbol, (unit, "measure"))
                if mark in ("µ", "μ"):
                    table.setdefault("μ" + short, (unit, "measure"))
                    table.setdefault("µ" + short, (unit, "measure"))
    # "amps" is how everyone says it; data sizes are often shouted or whispered in the wrong case.
    for form, unit in {
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
    }.items():
        kind = "duration" if unit in ("day", "year", "hour", "second") else "measure"
        table[form] = (unit, kind)
    return table


def main(folder: Path) -> None:
    money = sorted(f"{form}\t{unit}\t{side}" for (form, unit), side in currencies().items())
    (folder / "currencies.tsv").write_text("\n".join(money) + "\n", "utf-8")
    lines = sorted(f"{form}\t{unit}\t{kind}" for form, (unit, kind) in units().items())
    (folder / "units.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(len(money), "forms of money,", len(lines), "forms of units")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
