"""The addresses on a page, made whole and compared."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from newsmodel.model.values import is_url

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ORIGIN = re.compile(r"https?://[^/?#]+")
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([\w.-]{1,253})")


class Address:
    """The address of a page, by which the addresses in it are made whole."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        origin = None if base is None else _ORIGIN.match(base)
        self._origin = None if origin is None else origin[0]

    def of(self, href: str) -> str | None:
        """An address as the page gives it, made whole where the page's own is known; `None` where it leads nowhere."""
        href = href.strip()
        if not href or href.startswith(("javascript:", "#", "about:", "data:")):
            return None
        if not _ABSOLUTE.match(href):
            if self._origin is not None and href.startswith("/") and not href.startswith("//") and "/." not in href:
                href = self._origin + href  # as `urljoin` does, and many times as quick
            elif self.base is not None:
                try:
                    href = urljoin(self.base, href)
                except ValueError:  # what stands for a host is none
                    return None
            elif href.startswith("//"):
                href = "https:" + href
        href = href.replace(" ", "%20")
        return href if is_url(href) else None


def host_of(address: str) -> str | None:
    """The host of an address, without `www.`."""
    match = _HOST.match(address)
    return None if match is None else match[1].lower()


def bare_address(address: str) -> str:
    """An address without what does not tell pages apart: scheme, `www.`, fragment and a slash at the end."""
    return re.sub(r"\A(?:https?:)?//(?:www\.)?", "", address).partition("#")[0].rstrip("/")


def is_same_page(address: str, url: str | None) -> bool:
    """Whether an address is that of the page itself."""
    return url is not None and bare_address(address) == bare_address(url)
