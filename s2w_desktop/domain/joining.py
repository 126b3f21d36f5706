"""Profiles of one person that were joined at headquarters.

A profile says with `record.same_person_as` that its person is that of another profile. The joined profile's revisions then
count as revisions of the other one: whatever is said about either is merged, and taking the word back parts them again.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from s2w_desktop.domain.ids import ProfileId

SAME_PERSON_PATH = "record.same_person_as"
SAME_PERSON_IN_TEXT = f'"{SAME_PERSON_PATH}"'.encode()
"""How the path stands in the text of a part."""

EARLIER_PATH = "record.earlier_profile"
"""The profile of the same person from before the departure: linked, never joined (profile-model 6.22)."""


def named_profile(text: str) -> ProfileId | None:
    """The profile that a link names; None for a text that is no id."""
    try:
        return ProfileId(UUID(text))
    except ValueError:
        return None


def root_of(profile: ProfileId, links: Mapping[ProfileId, ProfileId]) -> ProfileId:
    """The profile under which somebody is listed, following the links; in a circle, which two hands can make, the least id."""
    seen = [profile]
    while (following := links.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def rooted(links: Mapping[ProfileId, ProfileId], known: Collection[ProfileId]) -> dict[ProfileId, ProfileId]:
    """Under which other profile each is listed, for those that are not listed themselves.

    A link to a profile that is not known (yet) holds nothing: nobody vanishes from a list for want of somebody else.
    """
    holding = {one: other for one, other in links.items() if one in known and other in known and one != other}
    return {one: root for one in holding if (root := root_of(one, holding)) != one}
