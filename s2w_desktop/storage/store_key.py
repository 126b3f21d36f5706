"""The key of the database: 256 random bits in one place of memory."""

from s2w_desktop.storage import sodium


class StoreKey:
    """Owns one bytearray. Whoever holds the key last wipes it; a store wipes its key when it closes."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytearray) -> None:
        if len(secret) != sodium.KEY_BYTES:
            raise ValueError("a store key has 32 bytes")
        self._secret = secret

    @classmethod
    def random(cls) -> "StoreKey":
        """A fresh key."""
        return cls(sodium.random_secret())

    @property
    def secret(self) -> bytearray:
        """The bytes themselves, not a copy; for storage only. Raises ValueError once wiped."""
        if self.is_wiped:
            raise ValueError("the key was wiped")
        return self._secret

    @property
    def is_wiped(self) -> bool:
        """Whether nothing is left."""
        return not self._secret

    def wipe(self) -> None:
        """Overwrite the key; harmless when done twice."""
        if self._secret:
            sodium.wipe(self._secret)
            self._secret = bytearray()

    def __repr__(self) -> str:
        return "StoreKey(wiped)" if self.is_wiped else "StoreKey(…)"
