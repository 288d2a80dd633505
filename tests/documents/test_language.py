"""Which texts are surely not English."""

import pytest

from tui.documents import Document

FOREIGN = {
    "German": "Bei dem Brand in der Mühle wurden 2.011 Säcke zerstört. Die Ursache ist nach "
    "Angaben der Feuerwehr noch nicht bekannt, auch eine Scheune brannte.",
    "French": "Les pompiers ont été appelés dans la nuit pour un feu qui a détruit une grange avec "
    "12 vaches, selon le maire.",
    "Spanish": "Los bomberos dijeron que las vacas del granero fueron salvadas por una vecina con "
    "su perro.",
    "Italian": "Gli abitanti della valle sono più di 1.200, che è la metà di prima.",
    "Dutch": "Het vuur werd niet gezien van een schip; voor de kust zijn 3 boten met man verbrand.",
    "Swedish": "Det brann på ett loft och 12 kor räddades av grannar som såg att det var rök.",
    "Russian": "Пожар уничтожил 12 сараев.",
    "Chinese": "大火烧毁了12座谷仓，无人受伤。",
}
ENGLISH = {
    "a report": "The fire destroyed 12 barns in the valley, and 2,011 sacks of rye were lost.",
    "with names": "Der Spiegel, Le Monde and Die Zeit wrote of the fire in Los Angeles. The mayor "
    "of Las Vegas was there with van der Berg, who was at the fire for a night.",
    "a table": "barn sacks\nOxley 12\nHulm 2,011\nNorwall 7",
    "a log": "2025-03-03 level=info bytes=12\n" * 50,
    "nothing": "",
    "one foreign word": "déjà 12",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_recognised(language: str) -> None:
    assert Document.from_text(FOREIGN[language], "a.txt").is_foreign


@pytest.mark.parametrize("kind", ENGLISH)
def test_english_and_texts_with_few_words_are_no_other_language(kind: str) -> None:
    assert not Document.from_text(ENGLISH[kind], "a.txt").is_foreign
