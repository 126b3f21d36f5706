"""One test over many values that cost nothing: thousands of small tests take longer to collect and to report than to run."""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping


def each(values: Mapping[str, tuple[object, ...]], *names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run the test with every tuple of `values` as its parameters `names`; tell every one that fails by its key.

    For what needs no fixture of its own. Anything but an AssertionError ends the test at once.
    """
    assert values

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def over_all(**fixtures: object) -> None:
            failed = []
            for key, value in values.items():
                try:
                    test(**fixtures, **dict(zip(names, value, strict=True)))
                except AssertionError as failure:
                    failure.add_note(f"with {key}")
                    failed.append(failure)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(values)}", failed)

        kept = [parameter for parameter in inspect.signature(test).parameters.values() if parameter.name not in names]
        over_all.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]  # what pytest reads fixtures from
        return over_all

    return decorated


def by_key(values: Iterable[object], key: Callable[..., str] = str) -> dict[str, tuple[object, ...]]:
    """Each value alone, under the name that `key` gives it."""
    return {key(value): (value,) for value in values}
