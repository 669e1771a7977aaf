"""How the bytes of a document begin."""

import pytest

from newsmodel.syntax.encoding import ascii_opening
from newsmodel.syntax.text_form import with_line_feeds


@pytest.mark.parametrize("encoding", ["ascii", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_names_in_markup_are_found_whatever_the_encoding(encoding: str) -> None:
    assert b"<nitf>" == ascii_opening("<nitf>".encode(encoding))


def test_a_line_ends_with_a_line_feed_however_it_ended() -> None:
    assert "a\nb\nc\n\nd" == with_line_feeds("a\r\nb\rc\n\rd")
