"""Where a store is, as people write it: a folder, or the address of a database on a server."""

from pathlib import Path

from s2w_desktop import paths
from s2w_desktop.storage.layout import ServerPlace, StorePlace


def store_place(untrusted_text: str) -> StorePlace:
    """For argparse. Raises what `ServerAddress.parse` raises."""
    if "://" not in untrusted_text:
        return Path(untrusted_text)
    from s2w_desktop.domain.server_address import ServerAddress  # most stores are folders

    address = ServerAddress.parse(untrusted_text)
    return ServerPlace(address, paths.servers() / address.folder_name)
