"""Names for the identifiers that travel; each is a UUID, so that laptops never need to agree on numbers."""

from typing import NewType
from uuid import UUID

ProfileId = NewType("ProfileId", UUID)
RevisionId = NewType("RevisionId", UUID)
EntryId = NewType("EntryId", UUID)
OfficerId = NewType("OfficerId", UUID)
DeviceId = NewType("DeviceId", UUID)
BundleId = NewType("BundleId", UUID)
OrderId = NewType("OrderId", UUID)
