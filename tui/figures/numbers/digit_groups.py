"""The separators of a number in digits: which group thousands, which begin the decimals."""

from decimal import Decimal


def grouped_value(body: str) -> tuple[Decimal | None, bool]:
    """The value of digits with separators, and whether thousands were grouped; None if malformed.

    >>> [str(grouped_value(body)[0]) for body in ("1,100", "12,34,567.89", "1.111,11", "3,5")]
    ['1100', '1234567.89', '1111.11', '3.5']
    >>> [grouped_value(body)[0] for body in ("3,2016", "12,3456", "1,2,3", "192.168.1.2")]
    [None, None, None, None]
    """
    commas, points = body.count(","), body.count(".")
    if not commas:
        if points <= 1:
            return Decimal(body), False
        head, *groups = body.split(".")
        if len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in groups):
            return Decimal(body.replace(".", "")), True
        return None, False
    if points > 1 or (points and body.rfind(",") > body.rfind(".")):
        whole, _, decimals = body.rpartition(",")
        head, *groups = whole.split(".")
        if (
            commas == 1
            and decimals.isdigit()
            and len(head) <= 3
            and all(len(group) == 3 for group in groups)
        ):
            return Decimal("".join((head, *groups, ".", decimals))), True
        return None, False
    whole, _, decimals = body.partition(".")
    head, *groups = whole.split(",")
    *inner, last = groups
    if len(last) == 3 and head[0] != "0":
        western = len(head) <= 3 and all(len(group) == 3 for group in inner)
        indian = len(head) <= 2 and all(len(group) == 2 for group in inner)
        if western or indian:
            return Decimal(body.replace(",", "")), True
    if not points and not inner and len(last) <= 2:
        return Decimal(body.replace(",", ".")), False
    return None, False
