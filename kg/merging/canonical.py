"""How a document is known: by its canonical address, else by its text."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

#: What an address carries to count readers, and not to name a page.
TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|smid|ocid)$", re.IGNORECASE)


def address(url: str | None) -> str | None:
    """An address without what does not tell pages apart: scheme, "www.", tracking, fragment, last slash.

    None where there is none, or where it is no web address.
    """
    parts = urlsplit((url or "").strip())
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    host = parts.hostname.lower().removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not TRACKING.match(pair[0])))
    path = re.sub(r"/+$", "", parts.path)
    return host + port + path + (f"?{query}" if query else "")
