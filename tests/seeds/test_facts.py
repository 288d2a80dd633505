"""The shipped documents contain these facts, which edits must preserve."""

import re

import pytest

from tui import files

#: What must stand in each document, word for word, and how often if more than once.
FACTS: dict[str, dict[str, int]] = {
    "crypto-gangs.txt": {
        # Who says so, and who acts.
        "BBT News": 1,
        "China and Beijing": 1,
        "Ministry of Industry and Information Technology": 1,
        "National Anti-Fraud Center": 2,
        "Alipay": 1,
        "Alibaba": 1,
        "Zhang Shuo": 1,
        # The same groups with four different hedges.
        "take apart 380 Chinese crime rings": 1,
        "more than 380 criminal groups": 1,
        "over 380 criminal groups": 1,
        "around 380 gangs": 1,
        # A "to" that is no decrease, and figures with their hedges.
        "from January to May this year": 1,
        "cracked down to 114,000 cases": 1,
        "over 14,000 gangs": 1,
        "same period last year": 1,
        "a significant increase": 1,
        "May this year": 2,
        "84,600 telecommunications network fraud cases": 1,
        "down 14% compared with the previous month": 1,
        "to a certain extent": 1,
        "more than 6,500 domestic fraud dens": 1,
        "881 cases worth more than 1 million yuan": 1,
        "Over 2,400 suspects": 1,
        "over 3.73 million fraudulent sim cards": 1,
        "over 560,000 fake bank cards": 1,
        "Since April": 1,
        "13,000 thematic propaganda events": 1,
        "690 million propaganda materials": 1,
        # Oddities and furniture.
        "been Adhere to": 1,
        "Read more:\u00a0\n": 1,
        "Follow us on Telegram\n": 1,
        "Follow us on Twitter\n": 1,
        "Follow us on Facebook\n": 1,
        "You might also like\n": 1,
    },
    "ministry-update.txt": {
        "TapTechNews May 27th": 1,
        "CCTV News": 1,
        "Beijing today": 1,
        "Ministry of Public Security": 3,
        "Li Guozhong": 2,
        "past five years": 1,
        "1.945 million cases": 1,
        "eight consecutive months": 2,
        "down by nearly 30%": 1,
        "Cloud Sword, Breaking Cards, Breaking Flow and Pulling Out Nails": 1,
        "a total of 82,000 criminal suspects": 1,
        "426 key members": 1,
        "Since September 2023": 1,
        "Southeast Asian": 1,
        "37 overseas fraud dens": 1,
        "A total of 660 million instructions": 1,
        "National Anti-Fraud Center since 2021": 1,
        "Cumulatively, 18.44 million people": 1,
        "6.99 billion fraudulent calls": 1,
        "6.84 billion text messages": 1,
        "18 million domain names and website addresses": 1,
        "1.1 trillion yuan of the funds": 1,
        "On January 30th": 1,
        "Criminal Investigation Bureau": 1,
        "Burmese police": 1,
        "6 important leaders": 1,
        "Bai Suocheng, Bai Yingcang, Wei Huairen, Liu Zhengxiang, Liu Zhengmao, and Xu Laofa": 1,
        "4 other major criminal suspects": 1,
        "four major families": 2,
        "Since July 2023": 1,
        "significant results": 1,
        "49,000 criminal suspects": 1,
        # Chinese characters, once without a space before them; a translator's slip.
        "the果敢 crime group": 1,
        "in 果敢, northern Myanmar": 1,
        "crimes involving me in northern Myanmar": 1,
    },
    "heavy-blow.txt": {
        "Home\u00a0>\u00a0 Press Room\u00a0>\u00a0\n": 1,
        "Around China\n": 1,
        "By Cui Can\n": 1,
        "China SCIOUpdated:\u00a0 April 15, 2022\n×\n": 1,
        "on Thursday.\u00a0\n": 1,
        "April 14, 2022": 1,
        "State Council Information Office": 1,
        "[Photo by Liu Jian/China SCIO]": 1,
        "Ministry of Public Security": 3,
        "nine months in a row": 2,
        "Year-on-year": 1,
        "Du Hangwei, vice minister of public security": 1,
        "Over the past year": 1,
        "394,000 cases": 1,
        "some 634,000 suspects": 1,
        "up 28.5% and 76.7% respectively, set against last year": 1,
        "record highs": 1,
        "a total of 12,000 gangs of smugglers": 1,
        "51,000 suspects": 1,
        "42,000 criminal groups": 1,
        "440,000 suspects": 1,
        "1.5 million people": 1,
        "329.1 billion yuan": 1,
        "Liu Zhongyi": 1,
        "a total of 14.8 billion yuan (US$2.33 billion)": 1,
        "a total of 12 billion yuan in 2021": 1,
        "Sui Jing": 1,
        "Ministry of Industry and Information Technology": 1,
    },
    "overseas-fraud.md": {
        "China’s Central Political and Legal Affairs Commission": 2,
        "August 6, 2023": 1,
        "Economic Daily": 1,
        "## Key Points\n": 1,
        # A post with handle, hashtags, links and emoji that have a variation selector.
        "China Telecom posted on 26 Jun 👍❤\ufe0f": 1,
        ".👍❤\ufe0f": 1,
        " &Watch #Publicprosecution & ": 1,
        "AnNi #Dilraba & Capt.He #Tongdawei": 1,
        "#Dilraba https://t.co/M6ZtscH79f pic.twitter.com/eEmPKjHyVg\n": 1,
        "— Sheebs (@Sheebs82531759) June 30, 2023\n": 1,
        "Over the past few years": 1,
        "High-paying job recruitment": 1,
        "Blockchain, metaverse, virtual currency, AI intelligence": 1,
        "crypto, NFT, blockchain and the metaverse": 1,
        "the cryptocurrency Tether (USDT) on July 18, 2023": 1,
        "Qingshui County, Shanxi Province": 1,
        "21 suspects": 1,
        "USDT and cash worth over 1 million yuan": 1,
        "four provinces and six cities": 1,
        "over 54.8 million USDT": 1,
        "equivalent to about 380 million yuan": 1,
        "Inner Mongolia": 1,
        "63 suspects were arrested in December 2022": 1,
        "12 billion yuan": 1,
    },
    "nine-months.txt": {
        "Attention | 262,000 telecommunications network fraud cases": 1,
        "373,000 people arrested": 1,
        "authorities from January to September\n": 1,
        "SaveSavedRemoved 0\n": 1,
        "Deal Score0\n": 2,
        "Ministry of Public Security": 3,
        "October 26": 1,
        "anuary to September this year": 2,
        "a total of 262,000 telecommunications network fraud cases": 1,
        "373,000 criminal suspects arrested": 2,
        "year-on-year, an increase of 41.1% and 116.4% respectively": 1,
        "a large number of scam groups": 1,
        "Southeast Asia": 1,
        "some results": 1,
        "Jiang Guoli": 1,
        "deputy director": 1,
        "Criminal Investigation Bureau": 1,
        "In total, 262,000 cases": 1,
        "an increase of 41.1% and 116.4% year-on-year": 1,
        "277 billion yuan": 1,
        "4 consecutive months, from June to September": 1,
        "As of May this year": 1,
        "9,419 illegal exit gangs of “groups of more than three persons”": 1,
        "4,160 criminal cases": 1,
        "33,860 criminal suspects": 1,
        # Two that are right, one that is written wrongly, and a count that looks like a year.
        "931 recruiters": 1,
        "913 ash-producing personnel": 1,
        " 3,2016 illegally leaving the country. 1021 cases of Electronic fraud": 1,
        "100 overseas electronic fraud dens": 1,
        "82 financial owners": 1,
        "“from person to case”": 1,
        "“snake heads” and “funders”": 1,
        "it is effective In response to": 1,
        "“high-paying profession”": 1,
        "“cut-off” project operation": 1,
        "The Links: \u2003 2MBI400L-060 QM100DY-2H\n": 1,
        "Post a comment\n": 1,
        "Leave a reply\n": 1,
        "lighting Meta\n": 1,
        "Enable registration in settings - general\n": 1,
        "Compare items\n": 1,
        "  • Cameras (0)\n": 1,
        "  • Phones (0)\n": 1,
    },
}


def read(name: str) -> str:
    return (files.shipped("seeds") / name).read_bytes().decode("utf-8")


def test_these_documents_are_shipped_and_no_others() -> None:
    assert sorted(path.name for path in files.shipped("seeds").iterdir()) == sorted(FACTS)


@pytest.mark.parametrize(
    ("name", "fact", "times"),
    [(name, fact, times) for name, facts in FACTS.items() for fact, times in facts.items()],
)
def test_a_fact_stands_in_its_document(name: str, fact: str, times: int) -> None:
    assert read(name).count(fact) == times


@pytest.mark.parametrize("name", FACTS)
def test_no_number_stands_in_a_document_that_is_not_one_of_its_facts(name: str) -> None:
    known = set(re.findall(r"[0-9]+", " ".join(FACTS[name])))
    assert set(re.findall(r"[0-9]+", read(name))) == known


@pytest.mark.parametrize("name", FACTS)
def test_a_document_is_plain_text(name: str) -> None:
    text = read(name)
    assert "\r" not in text
    assert text.endswith("\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\ufeff\u202a-\u202e]", text)
