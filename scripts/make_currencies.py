"""Makes the table of currencies from CLDR (Babel), at development time only.

    python scripts/make_currencies.py tui/figures/tables

A line of currencies.tsv is `form, unit, side`: how the money is written, its ISO 4217 code (or the
name of a minor unit or token), and whether the form stands before the number, after it, or both.
A form with a capital letter is matched as written, any other without regard to case.
"""

import sys
from pathlib import Path

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
Rupees INR before|Naira NGN before|Baht THB before|Taka BDT before|Birr ETB before
Pounds GBP before!|Euro EUR before!|Euros EUR before!|Yen JPY before!|Rand ZAR before!
"""

# Codes that are English words or common abbreviations in capitals: matched only with a scale word
# or next to digits without a space.
WORDS_THAT_ARE_CODES = """
ALL TOP TRY CUP MOP PEN MAD SOS GEL BAM WON ANG LAK STD COP BIF DEM SOL DAI
"""


def entries(table: str) -> list[list[str]]:
    return [item.rsplit(" ", 1) for line in table.split("\n") for item in line.split("|") if item]


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


def main(folder: Path) -> None:
    lines = sorted(f"{form}\t{unit}\t{side}" for (form, unit), side in currencies().items())
    (folder / "currencies.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(len(lines), "forms of money")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
