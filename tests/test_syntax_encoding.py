"""How the bytes of a document begin."""

import pytest

from newsmodel.extract import page
from newsmodel.syntax.encoding import ascii_opening
from newsmodel.syntax.text_form import with_line_feeds


@pytest.mark.parametrize("encoding", ["ascii", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_names_in_markup_are_found_whatever_the_encoding(encoding: str) -> None:
    assert b"<nitf>" == ascii_opening("<nitf>".encode(encoding))


def test_a_line_ends_with_a_line_feed_however_it_ended() -> None:
    assert "a\nb\nc\n\nd" == with_line_feeds("a\r\nb\rc\n\rd")


@pytest.mark.parametrize("declared", ["iso-8859-1", "gb2312"])
def test_a_page_whose_bytes_are_utf_8_is_read_so_whatever_it_declares(declared: str) -> None:
    """A server's word outranks the page's, and a saved page has lost it (HTML, 13.2.3.2)."""
    data = f"<html><head><meta charset={declared}></head><body><h1>Überflutung</h1><p>Größe, über die man am späten Abend spricht: Überläufe, Dämme, Brücken.</p></body></html>"

    assert "Überflutung" == page(data.encode()).article.headline


def test_a_few_bytes_that_may_be_utf_8_by_chance_are_what_the_page_declares() -> None:
    data = "<html><head><meta charset=windows-1252></head><body><h1>Caf\u00c3\u00a9 in the valley</h1></body></html>".encode("windows-1252")

    assert "Caf\u00c3\u00a9 in the valley" == page(data).article.headline


def test_a_page_that_was_cut_within_a_letter_is_utf_8_all_the_same() -> None:
    """What is cut off is one letter, and no reason to misread the others."""
    whole = "<meta charset=windows-1252><h1>Überschwemmung</h1><p>Für Mönkeby, Süderhöft und Klötze gilt: Türen zu, Fähren fest. Ü".encode()

    article = page(whole[:-1]).article

    assert article.headline == "Überschwemmung"
    assert article.text.startswith("Für Mönkeby, Süderhöft und Klötze")
